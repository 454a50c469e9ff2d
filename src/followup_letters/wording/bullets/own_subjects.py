"""Bullets that are sentences: with an "I", or about what is the writer's: "My departments passed 140 inspections".

Or about what others did: "Customers followed me from the old shop", "The main contractor asked for my gang by name".
"""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.nouns import end_of_noun, is_common
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article
from followup_letters.wording.grammar.sentences import FINITE

_FARTHEST = 6  # words from "my" to its verb
_AGO = pattern(r"\b(?:ago|earlier|before)$|\btimes\b")
_FELL = pattern(
    r"\b(?:fell|rose|dropped|grew|climbed|went|came|halved|doubled) (?:up |down )?(?:from|by|to) .+ "
    r"(?:after|once|when) (?:I|we) [a-z]+ "
)
_OF_MY_PEOPLE = frozenset("my me back every the how".split())  # "my patients know my number", "my guys come back"
_AUXILIARIES = frozenset("am was have had can could will would do did used".split())
_STILL = frozenset("still always now".split())
_OPENING = frozenset("no the our every each both all most half several many some".split())
_RELATIVES = frozenset("that which who whom whose where when while because as if".split())
_BE_AND_HAVE = frozenset("is are was were has have had".split())
_ME = frozenset("me my us our mine".split())
_THEIRS = frozenset("the it them him her".split())
_PARTICIPLES = frozenset("built made hired trained designed drawn set taught brought fought put cut".split())
_SHORTEST = 3  # words of a sentence: "Kubernetes now" is none
_BECAME = frozenset("chartered qualified passed graduated finished stayed".split())  # "six of my seven graduates"
_SAID = frozenset("they i i'm i’m that how".split())
_STOPPED = frozenset("stopped started kept".split())
_ARTICLES = frozenset("a an the their".split())
_FARTHEST_VERB = 10


def is_clause(read: Sequence[Word], degrees: frozenset[str]) -> bool:
    """True if a verb follows "I", perhaps after one of `degrees`, so that "I beam erection" is no sentence."""
    if read[0].core != "i":
        return True
    at = 2 if (read[1].core in words("adverbs") | _STILL or read[1].core in degrees) and len(read) > 2 else 1
    core = read[at].core
    return not read[at].is_name and (core in _AUXILIARIES or core in verbs().past or core in verbs().base)


def is_of_mine(body: str, read: Sequence[Word]) -> bool:
    """True for "My line ran 14 months without a stop": a subject of the writer's, and a verb that is no participle.

    And for "Medication errors fell from eleven to one after I changed the trolleys".
    """
    if _FELL.search(body):
        end = end_of_noun(read, 0)
        return end is not None and needs_no_article(read[end - 1].core)
    if read[0].core != "my" or len(read) < 4 or _AGO.search(body):
        return False
    joints = words("prepositions", "afterwards") - words("determiners")
    for place in range(2, min(_FARTHEST, len(read) - 1)):
        core, after = read[place].core, read[place + 1].core
        if core in joints or core in {",", "and", "who", "that", "which", ":"}:
            return False
        if core in FINITE | words("finite_pasts"):
            return True
        if needs_no_article(read[place - 1].core) and core in words("everyday_verbs") and after in _OF_MY_PEOPLE:
            return True
        if core in verbs().past and (is_number(after) or after in words("determiners") - {"by", "of"}):
            return True
    return False


def is_of_others(read: Sequence[Word]) -> bool:
    """True for "The V&A shop reordered five times", "Every teacher I hired is still here": a subject and its verb.

    Only a verb that cannot be a participle, or has an object that a participle could not have, is taken for one.
    """
    said = [word.core for word in read if word.core not in _STILL]
    if len(said) < _SHORTEST:
        return False
    first = said[0]
    if read[0].is_name and not is_common(first) and len(first) > 2 and said[1] in verbs().past:
        return not _ME.isdisjoint(said[2:6])  # "Ofsted picked two of my files"
    is_opened = first in _OPENING or is_number(first) or (needs_no_article(first) and _is_of_people_or_things(first))
    if not is_opened or first in verbs().gerund or first in verbs().past:
        return False
    for place in range(1, min(_FARTHEST_VERB, len(said) - 1)):
        if said[place] in _RELATIVES or not said[place][0].isalnum():
            return False
        no_subject = words("determiners") - {"people"} | words("prepositions") | {"i", "we", "they"}
        if said[place - 1] not in no_subject and _is_finite(said, place):
            return True
    return False


def _is_of_people_or_things(core: str) -> bool:
    return (is_common(core) or core.endswith("men")) and core not in verbs().third


def _is_finite(said: Sequence[str], place: int) -> bool:
    """True for a verb of its own: "is", "went", "asked the …", "trust me"; not for "built the year …"."""
    core, before, after = said[place], said[place - 1], said[place + 1]
    is_for_me = after in {"for", "to"} and not _ME.isdisjoint(said[place + 2 : place + 4])
    if core in _BE_AND_HAVE:
        return True
    if said[0] == "no":  # "no dropped loads"
        return False
    if core in words("finite_pasts") - _PARTICIPLES:
        return True
    if core in verbs().past and core not in _PARTICIPLES:
        has_object = after in _ME or is_for_me or (after in _THEIRS and core not in words("received"))
        is_so_often = is_number(after) and said[place + 2 : place + 3] == ["times"]
        is_of_mine = "my" in said[:place] and core in _BECAME
        return has_object or is_so_often or is_of_mine or (core in _STOPPED and after in verbs().gerund)
    if needs_no_article(before):
        if core in words("everyday_verbs") and (after in _ME or after in _SAID):
            return True  # "officers say they can tell", "anchors trust me"
        is_whole = place == 1 or said[1] == "of"
        return core in verbs().base and (after in _ME or is_for_me or (is_whole and after in _ARTICLES))
    return core in verbs().third and (after in _ME or is_for_me)


def _is_plain(core: str) -> bool:
    return is_common(core) or core.endswith("men")


def within_a_sentence(clause: str) -> str:
    """`clause` with the small letter that its first word has inside a sentence: "my line ran …", "errors fell …"."""
    first = clause.partition(" ")[0]
    core = first.casefold()
    is_small = first in {"My", "Our", "No"} or (
        first.istitle() and first != "I" and (_is_plain(core) or is_number(core))
    )
    return clause[0].lower() + clause[1:] if is_small else clause

"""Bullets that are sentences: with an "I", or about what is the writer's: "My departments passed 140 inspections"."""

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
_AUXILIARIES = frozenset("am was have had can could will would do did used".split())
_STILL = frozenset("still always now".split())


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
        if core in verbs().past and (is_number(after) or after in words("determiners") - {"by", "of"}):
            return True
    return False


def within_a_sentence(clause: str) -> str:
    """`clause` with the small letter that its first word has inside a sentence: "my line ran …", "errors fell …"."""
    first = clause.partition(" ")[0]
    is_small = first == "My" or (first.istitle() and first != "I" and is_common(first.casefold()))
    return clause[0].lower() + clause[1:] if is_small else clause

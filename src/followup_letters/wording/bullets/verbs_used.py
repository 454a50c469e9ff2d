"""Whether the word at a place of a bullet is its verb: a form that is proved, or a past that no table has.

Which form the whole bullet has is told in `forms`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.nouns import end_of_noun
from followup_letters.wording.grammar.objects import SHORTEST_PAST, Word, is_used_as_verb, needs_no_article
from followup_letters.wording.grammar.prefixes import parted
from followup_letters.wording.grammar.tenses import lasts

_OPENING_ANOTHER = frozenset("that which who whom whose where when how what why because so until while as".split())
_OPENING_AN_OBJECT = frozenset("about nearly almost over the a an our us me my".split())
_OF_WHAT_KIND = ("ive", "ous", "ical", "able", "ible")
_FINITE = frozenset("is are was were has have had do does did can could will would".split())
_BEFORE_SEVERAL = frozenset("new other junior senior young older local small large".split())
_SO_EARLY = pattern(r"^\w+ (?:\w+ ){1,4}(?:a|one|two|three|four|five|six|\d+) (?:day|week|month)s? (?:early|ahead)\b")
_UP = {"up"}  # "Brought up in Leeds" is passive
_PASSIVE_BEFORE = {"taught": frozenset({"by", "to"}), "grew": frozenset[str]()}  # and so is "Taught by nuns"


def is_first_of_two_deeds(read: Sequence[Word], at: int) -> bool:
    """True for a form in -ed before bare nouns that a proved deed follows: "Grouped jobs and took out 9 stops"."""
    core = read[at].core
    if not core.endswith("ed") or len(core) < SHORTEST_PAST or core in words("qualifiers", "certified"):
        return False
    if read[1].core in phrases("compounds").get(core, ()):
        return False
    if len(read) > at + 4 and read[at + 1].core == "and" and read[at + 2].core in words("finite_pasts"):
        return True  # "Traced and wrote again to 143 families"
    joint = next((place for place in range(at + 2, len(read) - 2) if read[place].core == "and"), None)
    if joint is None or read[at + 1].is_name or not _has_bare_noun(read[at + 1 : joint]):
        return False
    is_past = read[joint + 1].core in verbs().past
    return is_past and (
        is_plainly_past(read, joint + 1) or is_used_as_verb(read, joint + 1, verbs().past, words("strict_pasts"))
    )


def has_its_own_verb(read: Sequence[Word]) -> bool:
    """True if what begins in -ing is a subject: "Fixing taps myself saved £6,000 a year"; not "that saved £6,000"."""
    for before, word, after in zip(read[1:], read[2:], read[3:], strict=False):
        if before.core in _OPENING_ANOTHER or word.core in _OPENING_ANOTHER:
            return False
        is_passive = before.core in {"is", "are", "was", "were", "be", "been", "being"}  # "the keys are handed over"
        is_joined = is_passive or before.core in {",", "and", "&", "or", ""} or not before.core.strip("-–—")
        if word.core in words("finite_pasts") and not is_joined:
            return True
        is_past = word.core in verbs().past and word.core not in verbs().base and word.typed.islower()
        if is_past and not is_joined and (after.core in _OPENING_AN_OBJECT or re.match(r"[£$€]?\d", after.typed)):
            return True
    return False


def is_past_for_years(read: Sequence[Word], at: int) -> bool:
    """True for a past before bare nouns that lasted so long: "Valued gold for two years"; not "Used cars for years"."""
    core = read[at].core
    unsure = words("qualifiers", "certified", "received") | {"used"}
    if core in verbs().past and core not in unsure and _SO_EARLY.search(" ".join(word.core for word in read[at:])):
        return True
    if core not in verbs().past or core in unsure or not _has_bare_noun(read[at + 1 :]):
        return False
    if read[at + 1].core in {*words("prepositions"), *phrases("compounds").get(core, ())}:
        return False
    return lasts(" ".join(word.core for word in read[at:]))


def is_past_since(read: Sequence[Word], at: int) -> bool:
    """True for "Milked since I was fifteen", which has gone on ever since; not for "Chartered since 2015"."""
    core, following = read[at].core, [word.core for word in read[at + 1 : at + 3]]
    unsure = words("qualifiers", "certified", "received", "passives")
    return core in verbs().past and core not in unsure and following in (["since", "i"], ["since", "leaving"])


def _has_bare_noun(read: Sequence[Word]) -> bool:
    """True if the first noun of a phrase needs no article: "early mold to a leak"; not "mediator in two courts"."""
    end = end_of_noun(read, 0)
    return end is not None and needs_no_article(read[end - 1].core)


def is_unlisted_past(read: Sequence[Word], at: int) -> bool:
    """True for a word in -ed that no table has, and for "ghost-wrote", before a counted or determined object."""
    core = read[at].core
    last = core.rpartition("-")[2]
    is_compound = last != core and last in verbs().past
    is_listed = core in verbs().past or core in words("qualifiers") or core in words("certified")
    if not is_compound and (is_listed or not core.endswith("ed") or len(core) < SHORTEST_PAST):
        return False
    return is_used_as_verb([*read[:at], Word(core, core), *read[at + 1 :]], at, {core: core}, frozenset({core}))


def is_proved(read: Sequence[Word], at: int, forms: Mapping[str, str], doubtful: frozenset[str]) -> bool:
    """True for a word of `forms` that is used as a verb, with or without a prefix: "co-wrote", "rebuilt"."""
    found = parted(read[at].core, forms)
    if found is None:
        return False
    prefix, stem = found
    if not prefix:
        return is_used_as_verb(read, at, forms, doubtful)
    return is_used_as_verb([*read[:at], Word(stem, stem), *read[at + 1 :]], at, forms, doubtful | {stem})


def is_third_alone(read: Sequence[Word], at: int) -> bool:
    """True for "Manages lane and track closures", "Trains new starters": a third person that is no noun there."""
    core, following = read[at].core, [word.core for word in read[at + 1 : at + 3]]
    if core not in verbs().third or len(following) < 2 or not read[at + 1].typed.islower():
        return False
    goes_on = words("prepositions", "afterwards", "finite_pasts") | {",", "and", "&", ":", "or"} | _FINITE
    if following[0] in _BEFORE_SEVERAL:
        return following[1] not in goes_on
    is_noun = verbs().third[core] in words("noun_verbs") or core in words("before_nouns")
    return not is_noun and following[0] not in goes_on and following[0] not in verbs().gerund


def is_third_before_what_kind(read: Sequence[Word], at: int) -> bool:
    """True for "Schedules preventive maintenance": a third person before an adjective, which follows no plural."""
    if len(read) < at + 3 or read[at].core not in verbs().third:
        return False
    return read[at + 1].core.endswith(_OF_WHAT_KIND) and needs_no_article(read[at + 2].core)


def is_plainly_past(read: Sequence[Word], at: int) -> bool:
    """True for a form that is nothing but a past ("took"), and for one after "have" or "have never"."""
    if at == 0 and read[0].core == "have":
        after = 2 if read[1].core in {"never", "always", "also", "since", "long"} else 1
        return after + 1 < len(read) and read[after].core in {*verbs().past, *words("odd_participles")}
    if len(read) < at + 3 or read[at].core not in words("finite_pasts"):
        return False
    is_title = all(word.is_name for word in read[at + 1 : at + 4])  # "Drove Change Across"
    return not (is_title or (read[at + 1].is_name and "," not in {word.core for word in read[at + 2 : at + 5]})) and (
        read[at + 1].core not in _PASSIVE_BEFORE.get(read[at].core, _UP)
    )

"""Whether a text that opens with a bare noun or an adjective may have a verb of its own: "family owned" has none.

A bare noun is the subject of a sentence if there are several of it, or no number of it: "drivers get asked", "hunger
is near", and not "family". So a past after any other word is what somebody is, unless an object follows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from followup_letters.lexicon import phrases, third_person, verbs, words
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article

_PAIRING = frozenset({"and", "or", "&", ","})
_OBJECTS = frozenset("you me him her us them it everybody everyone everything nobody nothing".split())
_BETWEEN = frozenset("always never still only often also actually really just all both either now".split())
_THERE = frozenset({"here", "there"})
_OF_ONE = frozenset({"a", "an"})


def has_no_verb_of_its_own(read: Sequence[Word]) -> bool:
    """True for "family owned", "run like a family", "safety awards" and "a family run practice".

    It is asked of texts without "is", "has" or the like, and that open with no pronoun.
    """
    if len(read) < 2:
        return True
    if read[0].core in _OF_ONE:
        return all(not _may_be_its_verb(read, at) or _is_before_its_noun(read, at) for at in range(1, len(read)))
    if read[0].core in words("determiners"):
        return False
    return _opens_with_a_verb(read[0].core) or not any(_may_be_its_verb(read, at) for at in range(1, len(read)))


def _opens_with_a_verb(core: str) -> bool:
    """True for "treats animals like family": a third person that is no noun, and so has no subject."""
    return core in verbs().third and verbs().third[core] not in words("noun_verbs", "everyday_verbs")


def _may_be_its_verb(read: Sequence[Word], at: int) -> bool:
    """True if the word `at` may be the verb of what stands before it; in doubt, it may."""
    core, subject = read[at].core, _subject_before(read, at)
    if subject is None:
        return False
    are_joined = any(word.core in _PAIRING for word in read[1:at])
    are_several = are_joined or needs_no_article(subject.core)
    after = read[at + 1].core if at + 1 < len(read) else ""
    if core in words("finite_pasts"):
        return True
    if base := _third_persons().get(core):
        is_noun = base in words("noun_verbs") and base not in words("everyday_verbs")
        return not is_noun or read[0].core in _OF_ONE or _goes_on(base, after)
    if core in words("odd_participles") and not _is_base(core):
        return False
    if _is_past(core):
        return _opens_an_object(after) or ((subject.is_name or are_several) and not _tells_what_one_is(core, subject))
    is_of_none = subject.core.endswith("ing") or subject.core in words("mass_nouns") - words("plurals")
    is_likened = core == "like" and not _opens_an_object(after)  # "treats animals like family"
    return _is_base(core) and not is_likened and are_several and (are_joined or not is_of_none)


def _subject_before(read: Sequence[Word], at: int) -> Word | None:
    """The word that would be the subject of the verb `at`: "drivers" in "drivers still walk"; None for "highly"."""
    while at > 0 and read[at - 1].core in _BETWEEN | _THERE:
        at -= 1
    before = read[at - 1] if at else None
    if before is None or before.core in words("adverbs") | _PAIRING | {"well", "best", "to"}:
        return None
    is_adverb = before.core.endswith("ly") and before.core not in words("no_adverbs")
    return None if is_adverb else before


@cache
def _third_persons() -> dict[str, str]:
    everyday = words("everyday_verbs", "happening_verbs")
    return {third_person(base): base for base in everyday} | dict(verbs().third)


def _goes_on(base: str, after: str) -> bool:
    """True for "reports to", "covers the"; not for "awards" at the end, nor "awards from"."""
    return _opens_an_object(after) or after in phrases("verb_prepositions").get(base, ()) or after in words("adverbs")


def _opens_an_object(core: str) -> bool:
    return core in words("determiners") | _OBJECTS or is_number(core)


def _is_past(core: str) -> bool:
    stems = {core.removesuffix("d"), core.removesuffix("ed")}
    is_everyday = core.endswith("ed") and not words("everyday_verbs", "happening_verbs").isdisjoint(stems)
    return (core in verbs().past and core not in verbs().base) or is_everyday or core in words("strict_pasts")


def _tells_what_one_is(core: str, subject: Word) -> bool:
    """True for "safety focused", "ISO certified": more often what something is than what it did."""
    is_plural = not subject.is_name and subject.core not in words("mass_nouns")
    return core in words("strict_pasts") and not is_plural


def _is_base(core: str) -> bool:
    return core in verbs().base or core in words("everyday_verbs", "happening_verbs")


def _is_before_its_noun(read: Sequence[Word], at: int) -> bool:
    """True for "owned" in "a family owned business in town": no such noun without an article is an object."""
    if read[at].core in _third_persons() or _opens_an_object(read[at + 1].core if at + 1 < len(read) else ""):
        return False
    end = next((n for n in range(at + 1, len(read)) if read[n].core in words("prepositions") | {","}), len(read))
    return end > at + 1 and not needs_no_article(read[end - 1].core)

"""Where the verb of a second part stands: "fell" of "falls fell by half"; and if it may have one at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.nouns import is_common
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article

FINITE = frozenset("is are was were has have had do does did can could will would".split())
_OPENS_ANOTHER = frozenset({"what", "that", "which", "who", ","})
_OF_A_NOUN = frozenset("it he she they".split())
_EVERYBODY = frozenset("nobody nothing everybody everyone everything each every".split())
_SEVERAL = frozenset("all both most many some".split())
WHOLE = frozenset("it everything everybody everyone them us me what".split())  # which begin an object
_GOES = frozenset("goes comes gets stays lasts".split())
_OFTEN = frozenset("now still never always often usually all both mostly rarely".split())
_GRADED = frozenset("rated ranked graded scored".split())  # "all rated good"
SHARE = pattern(r"\d[\d.]*(?:%| percent| per cent)(?P<than> (?:under|over|above|below|ahead|short|\w+er)\b)?")
_NO = frozenset({"no", "zero"})  # after which a participle is said of the thing: "no lost shift"


def place_of_verb(read: Sequence[Word]) -> int | None:
    """Where the verb of a second part stands, before any comma or "what"; a participle is none."""
    opens = (n for n, word in enumerate(read) if word.core in _OPENS_ANOTHER or (n > 1 and word.core in _OF_A_NOUN))
    end = next(opens, len(read))  # "every box marked with the day it was cut"
    return next((place for place in range(1, end) if _is_verb_at(read, place)), None)


def _is_verb_at(read: Sequence[Word], place: int) -> bool:
    """True for a verb that is no participle: "fell", "lost a place", "nobody reads it", "all three make money"."""
    core, before, first = read[place].core, read[place - 1].core, read[0].core
    after = read[place + 1] if place + 1 < len(read) else None
    is_counted = is_number(before) and first != "all"  # "two trained dogs"; "all four passed the exam"
    is_said_of_nothing = before in _NO or before in words("prepositions", "determiners") or is_counted
    if core in FINITE | _GOES:
        return True
    if first == "all" and place == len(read) - 1 > 1 and is_common(before):  # "all hand finished"
        return False
    if core in words("finite_pasts", "intransitives"):
        return before not in _NO and not (before == "now" and core not in words("finite_pasts"))  # "all now qualified"
    has_object = after is not None and (after.core in words("determiners") | WHOLE or is_number(after.core))
    if before == "them" and core in verbs().base and (is_number(first) or first in _SEVERAL):  # "three of them lead"
        return _is_predicate(after) and core != "brand"  # "two of them brand new"
    if core in verbs().past:
        return has_object and not is_said_of_nothing and core not in _GRADED
    if core in verbs().third:
        return first in _EVERYBODY or (has_object and not is_said_of_nothing and first in words("determiners"))
    is_within = any(word.core in {"a", "an", "the"} for word in read[max(1, place - 2) : place])  # "a tight hatch"
    if core not in verbs().base or needs_no_article(core) or is_within:
        return False
    is_of_several = first in _SEVERAL or is_number(first) or SHARE.match(read[0].typed) is not None
    return (
        before in _OFTEN
        or (is_of_several and core not in words("noun_verbs") and _is_predicate(after))
        or (has_object and needs_no_article(before))
    )


def _is_predicate(after: Word | None) -> bool:
    """True for what may follow the verb of several: nothing, a thing, "each year"; no "of", as after a noun."""
    return after is None or after.core not in {"of", "for", ","}


def may_have_a_verb(read: Sequence[Word]) -> bool:
    """True for "six of them run their own shops" and "none lost money", where "with" would make no sentence."""
    if any(before.core in {"them", "which", "people"} and verb.core in verbs().base for before, verb in pairwise(read)):
        return True
    if any(word.core in words("unlike_participles", "finite_pasts") for word in read[2:]):
        return True
    return any(
        verb.core in verbs().past and verb.core not in _GRADED and _opens_an_object(after)
        for before, verb, after in zip(read, read[1:], read[2:], strict=False)
        if before.core not in _NO
    )


def _opens_an_object(after: Word) -> bool:
    followers = words("prepositions", "adverbs", "afterwards") | {
        ",",
        "and",
        "or",
        "twice",
        "since",
        "up",
        "out",
        "off",
    }
    return after.core not in followers and not after.core.endswith("ly")

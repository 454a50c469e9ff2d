"""The part of a bullet after a semicolon, a dash or its last comma: "Started hourly rounds; falls are down to three".

In a letter it goes on in one sentence: with "and" before a verb of its own, with "with" where it has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.wording.articles import OF_HOW_MANY, article_of
from followup_letters.wording.measures import moved
from followup_letters.wording.objects import Word, is_number, needs_no_article, words_of

_UNSAFE = re.compile(r"[;?!…:()\x00-\x1f\x7f-\x9f\u2028\u2029]|\.\s")
_NONE = frozenset({"no", "none", "zero"})  # after which a participle is more likely: "no leaks reported"
_NO = frozenset({"no", "zero"})  # after which a participle is said of the thing: "no lost shift"
_FINITE = frozenset("is are was were has have had do does did can could will would".split())
_OFTEN = frozenset("now still never always often usually all both mostly rarely".split())
_GOING_ON = frozenset("also still now then never always even just can could will would may had has have was".split())
_PRONOUNS = frozenset("it they he she this that these those there one".split())
_GRADED = frozenset("rated ranked graded scored".split())  # "all rated good"
_SPEAKERS = frozenset("i we you your yours".split())
_MEASURED = re.compile(r"(?:up|down)\s+(?:by|from|to|\S*\d).*", re.DOTALL)


_DASHED = re.compile(r"(.*\w[\w)%.]) [-–—] (\S.*)", re.DOTALL)
_SECOND = re.compile(
    r"(?:no|zero|nothing|none|all|both|each|every|nobody)\b|\d[\d.]*(?:%| percent| per cent)"
    r"|[\w-]+ (?:years|months|weeks) without\b"
)
_OF_WHICH = re.compile(r"\bof wh(?:ich|om)\b")
_AS_IT_IS = frozenset("none all both each every nobody".split())  # "all on time" needs no "with"
_WITHOUT = re.compile(r"[\w-]+ (?:years|months|weeks) without\b")


def in_one_sentence(body: str) -> str | None:
    """A bullet of two parts as one: "Agreed a rota, no days lost" → "Agreed a rota, with no days lost".

    None where it has one part, or its second makes no sentence with the first; after a semicolon it then has no form.
    """
    first, mark, part = body.partition("; ")
    if mark:
        joined = joined_on(part)
        return joined and first + joined
    dashed = _DASHED.fullmatch(body)
    if dashed and (joined := joined_on(dashed[2])):
        return dashed[1] + joined
    first, comma, part = body.rpartition(", ")
    joined = _after_comma(part) if comma and first[-1:].isalnum() else None
    return joined and first + joined


def _after_comma(part: str) -> str | None:
    """What goes on after the last comma: ", with no days lost", ", and brought waits from 12 days to 3"."""
    read = words_of(part)
    change = None if any(map(_has_moved, read)) else moved(part, read)
    if change:
        return f", and {change.rest}"
    joined = joined_on(part) if _SECOND.match(part) and not _OF_WHICH.search(part) else None
    is_plain = joined is not None and joined.startswith(", with") and part.split()[0] in _AS_IT_IS
    return None if is_plain else joined


def _has_moved(word: Word) -> bool:
    """True for the verb of "falls went from eleven to three", which says by itself what happened."""
    return word.core in words("intransitives") or word.core in {"dropped", "climbed"}


def joined_on(part: str) -> str | None:
    """What goes on after the first part of a bullet: ", and falls went from eleven to three", ", with none lost since".

    None where `part` tells another deed of the writer's, or nothing that makes a sentence.
    """
    read = words_of(part)
    if len(read) < 2 or _UNSAFE.search(part) or any(word.core in _SPEAKERS for word in read):
        return None
    first, following = read[0].core, read[1].core
    if _WITHOUT.match(part):
        return f", with {part}"
    if first == "which":
        return f", {part}"
    if first in words("adverbs") or first in _GOING_ON or _is_best(read):
        return None
    if first in _PRONOUNS:
        return f", and {part}" if following in verbs().past or following in _FINITE else None
    sure = read[0].core in _NONE
    verb = next((n for n, word in enumerate(read) if n and _is_finite(word.core, read[n - 1].core, sure=sure)), None)
    if verb is None:
        verb = next((n for n in range(1, len(read) - 1) if _is_done_by_several(read, n)), None)
    if verb == len(read) - 1 and read[verb].core in verbs().third:  # "county champions"
        verb = None
    if verb is not None and not _may_be_a_deed(read[0].core):
        return f", and {article_of(read[:verb])}{part}"
    is_known = read[0].core in OF_HOW_MANY or read[0].core in words("determiners") or is_number(read[0].core)
    if verb is not None or _may_have_a_verb(read):
        return None
    if is_known:
        return f", with {part}"
    return f", with {article_of(_before_measure(read))}{part}" if _is_measured(part, read) else None


def _is_finite(core: str, before: str, *, sure: bool) -> bool:
    """True for a verb that is no participle; unless it must be `sure`, for one that may be none after its noun."""
    if core in _FINITE or core in words("finite_pasts", "intransitives"):
        return True
    if before in _OFTEN and core in verbs().base:  # "eleven pupils now spend most of the day in class"
        return True
    is_after_noun = before not in words("prepositions", "determiners") and not is_number(before)
    return (
        not sure
        and is_after_noun
        and (core in verbs().past or core in verbs().third)
        and core not in words("strict_pasts")
    )


def _is_best(read: Sequence[Word]) -> bool:
    """True for "the best in the region": what somebody or something was, and not what came of it."""
    is_named = read[0].core == "the" and not any(_is_finite(b.core, a.core, sure=False) for a, b in pairwise(read))
    return is_named and not _is_measured(" ".join(word.typed for word in read), read)


def _may_have_a_verb(read: Sequence[Word]) -> bool:
    """True for "six of them run their own shops" and "none lost money", where "with" would make no sentence."""
    if any(before.core in {"them", "which", "people"} and verb.core in verbs().base for before, verb in pairwise(read)):
        return True
    if any(verb.core in words("unlike_participles", "finite_pasts") for verb in read[1:]):
        return True
    return any(
        (needs_no_article(before.core) and verb.core in verbs().base and after.core in words("determiners"))
        or (verb.core in verbs().past and verb.core not in _GRADED and _opens_an_object(after))
        for before, verb, after in zip(read, read[1:], read[2:], strict=False)
        if before.core not in _NO
    )


def _opens_an_object(after: Word) -> bool:
    followers = words("prepositions", "adverbs", "afterwards", "particles") | {",", "and", "or", "twice", "since"}
    return after.core not in followers and not after.core.endswith("ly")


def _is_done_by_several(read: Sequence[Word], at: int) -> bool:
    """True for "use" in "all 22 dispatchers use it"."""
    objects = words("determiners") | {"it", "them", "this"}
    return needs_no_article(read[at - 1].core) and read[at].core in verbs().base and read[at + 1].core in objects


def _may_be_a_deed(first: str) -> bool:
    return first in verbs().past or first in verbs().gerund or first == "not"


def _is_measured(part: str, read: Sequence[Word]) -> bool:
    """True for "complaints about the food down by 44 percent": what was moved, and how far."""
    place = next((n for n, word in enumerate(read) if n and word.core in {"up", "down"}), None)
    return place is not None and not _may_be_a_deed(read[0].core) and _MEASURED.search(part) is not None


def _before_measure(read: Sequence[Word]) -> Sequence[Word]:
    """What was moved, of "error rate down by half"."""
    return read[: next(n for n, word in enumerate(read) if n and word.core in {"up", "down"})]

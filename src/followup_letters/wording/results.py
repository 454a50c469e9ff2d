"""Bullets without a verb that count or measure what was done: "Eleven papers since 2019", "Food cost from 31 % to 28".

Each stands after a verb of ours: "I can point to eleven papers since 2019", "I brought the food cost from 31 % to 28",
"my work has included supervision of three students". Only what provably fits there is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.wording.articles import with_article
from followup_letters.wording.objects import Word, is_number, needs_no_article

_FIGURE = r"[~<>≈+-]?[$£€¥]?\d[\d.,]*(?:k|m|bn|%|x|p)?"
_PERCENT = frozenset({"percent", "per", "%"})
_SPANS = frozenset(
    """second seconds minute minutes hour hours day days night nights week weeks month months year years yr yrs decade
    decades season seasons summer summers winter winters term terms semester semesters shift shifts times""".split()
)
_HEDGES = frozenset({"some", "over", "about", "nearly", "almost", "around", "roughly", "a"})  # "a dozen"
_FINITE = frozenset("is are was were has have had do does did will would can could i we it they he she".split())
_RELATIVES = frozenset({"who", "whom", "whose", "that", "which", "where"})
_LONGEST_COUNTED = 7  # words from the number to its noun
_ACTIVITIES = re.compile(
    r"[a-z]+(?:ion|ment|ance|ence|ship)|delivery|design|upkeep|oversight|conduct|training|planning"
)


def counted(body: str, read: Sequence[Word]) -> str | None:
    """What was counted, as it follows "I can point to": "eleven papers since 2019"; None if it is not proved."""
    if ":" in body:
        return _tracked(body, read)
    start = 1 if read[0].core in _HEDGES and len(read) > 1 else 0
    if _has_a_verb(read):
        return None
    lowered = body[0].lower() + body[1:]
    if len(read) < start + 3 or not _counts(read[start].core, after_a=read[0].core == "a"):
        return _rated(lowered, read) or _made(lowered, read)
    is_share = read[start].core.endswith("%") or read[start + 1].core in _PERCENT
    end = _end_of_noun(read, start + 1)
    if end is None or read[start + 1].core in _SPANS or read[end - 1].core in _SPANS:
        return None
    head = read[end - 1].core
    if is_share:
        is_name = head in _PERCENT or head == "cent" or needs_no_article(head)
        return None if start or is_name else with_article(lowered)
    is_plural = needs_no_article(head) and head not in words("mass_nouns")
    return lowered if is_plural and _is_done(read, end) else None


def _counts(core: str, *, after_a: bool) -> bool:
    return core == "dozen" if after_a else is_number(core) and not _is_year(core)


def _rated(lowered: str, read: Sequence[Word]) -> str | None:
    """A measure with its figure: "net promoter score of 71, best in the region" after its article, if it takes one."""
    end = next((n for n, word in enumerate(read[:_LONGEST_COUNTED]) if word.core in {"of", "at"}), 0)
    if not end or end + 1 >= len(read) or not is_number(read[end + 1].core) or _is_year(read[end + 1].core):
        return None
    if not all(word.core in words("small_letters") for word in read[:end]):
        return None
    head = read[end - 1].core
    if head in words("measures"):
        return with_article(lowered)
    return lowered if head in words("mass_nouns") else None


def _is_year(core: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", core) is not None


def _made(lowered: str, read: Sequence[Word]) -> str | None:
    """Several things with what was done to them: "weekly bulletins written for nine offices"."""
    end = _end_of_noun(read, 0)
    if (
        end is None
        or end + 2 >= len(read)
        or not _is_participle(read[end].core)
        or not needs_no_article(read[end - 1].core)
    ):
        return None
    first = read[0].core
    begins_a_verb = first in verbs().past or first in verbs().gerund
    is_common = _is_common(first) and not any(word.is_name for word in read[1:end])
    return lowered if is_common and not begins_a_verb and _is_done(read, end) else None


def _end_of_noun(read: Sequence[Word], at: int) -> int | None:
    """Where the noun that is counted ends: before a preposition, a comma, "who" or a participle, or at the end."""
    for place in range(at + 1, min(len(read), at + _LONGEST_COUNTED) + 1):
        if place == len(read) or read[place].core in words("prepositions") | _RELATIVES:
            return place
        if _is_participle(read[place].core) and needs_no_article(read[place - 1].core):
            return place
    return None


def _is_participle(core: str) -> bool:
    return core in verbs().past or core in words("odd_participles") or (core.endswith("ed") and len(core) > 4)


def _is_done(read: Sequence[Word], end: int) -> bool:
    """True unless a participle after the noun may be its verb: "five schools completed on time", not "won medals"."""
    if end == len(read):
        return end > 2
    core = read[end].core
    if not _is_participle(core):
        return True
    if core in words("finite_pasts") | words("unlike_participles") | words("intransitives"):
        return False
    following = read[end + 1].core if end + 1 < len(read) else None
    return following is None or following in words("prepositions") | words("adverbs") | words("afterwards")


def _has_a_verb(read: Sequence[Word]) -> bool:
    """True if a sentence of its own stands in it, or a further deed after a comma or "and"."""
    head = read[: next((place for place, word in enumerate(read) if word.core in _RELATIVES), len(read))]
    if any(word.core in _FINITE for word in head):
        return True
    return any(
        before.core in {",", "and", "&"} and verb.core in verbs().past and _opens_object(after.core)
        for before, verb, after in zip(read, read[1:], read[2:], strict=False)
    )


def _opens_object(core: str) -> bool:
    return is_number(core) or core in words("determiners") or core in {"there", "them", "so"}


_STEP = rf"(?:{_FIGURE}\s?(?:%|per\s?cent\b|points\b)|[a-z]+ (?:points|per\s?cent)\b|a (?:fifth|quarter|third|half)\b)"
_AMOUNT = rf"(?:about |nearly |over |under |almost )?(?:{_FIGURE}|[a-z]+(?:-[a-z]+)?)"
_MOVED = re.compile(
    rf"(?P<what>[^,:;()]{{2,70}}?)\s+(?:(?:up|down)\s+)?from\s+(?P<first>{_AMOUNT})(?:\s[^,:;]{{1,30}}?)?\s+to\s+(?P<last>{_AMOUNT})\b.*"
)
_SHIFTED = re.compile(rf"(?P<what>[^,:;()]{{2,70}}?)\s+(?:up|down)\s+(?:by\s+)?(?P<first>{_STEP}).*")
_REACHED = re.compile(rf"(?P<what>[^,:;()]{{2,70}}?)\s+(?:up|down)\s+to\s+(?P<first>{_FIGURE})\b.*")


def moved(body: str, read: Sequence[Word]) -> str | None:
    """What was moved, as it follows "I brought": "the food cost from 31 % to 28"; None if it is not proved."""
    found = _MOVED.fullmatch(body) or _SHIFTED.fullmatch(body) or _REACHED.fullmatch(body)
    if found is None or not all(map(_is_amount, found.groups()[1:])) or _has_a_verb(read):
        return None
    return _measured(body, read[: len(found["what"].split())])


_TRACKED = re.compile(
    rf"(?P<what>[^,:;()]{{2,70}}): (?P<first>{_AMOUNT})(?:\s[^,:;]{{1,20}}?)? (?:down |up )?to "
    rf"(?P<last>{_AMOUNT})\b[^:;]*"
)


def _tracked(body: str, read: Sequence[Word]) -> str | None:
    """A measure with its figures after a colon: "the turnover among operators: 38 percent down to 21"."""
    found = _TRACKED.fullmatch(body)
    if found is None or not all(map(_is_amount, found.groups()[1:])) or _has_a_verb(read):
        return None
    return _measured(body, read[: len(found["what"].split())])


def _measured(body: str, what: Sequence[Word]) -> str | None:
    """`body`, which begins with the measure `what`, with the article that this takes; None if it is no measure."""
    if any(word.core in verbs().past or word.core in _FINITE for word in what) or what[0].core in verbs().gerund:
        return None
    head = _head(what)
    lowered = _lowered(body, what[0])
    if head is None or lowered is None:
        return None
    is_plain = what[0].core in words("determiners") or needs_no_article(head) or not head.isalpha()
    return lowered if is_plain else f"the {lowered}"


def _is_amount(text: str) -> bool:
    """True for "31 percent", "about 40", "a third"; not for a year."""
    return any(is_number(word.lower()) for word in text.split()) and not any(map(_is_year, text.split()))


def _head(what: Sequence[Word]) -> str | None:
    """The noun of "pass rate of a set": its last word before a preposition; None for a person, who is not moved."""
    end = next((place for place, word in enumerate(what) if word.core in words("prepositions") and place), len(what))
    core = what[end - 1].core
    return None if core in words("job_titles") | words("roles") | words("offices") else core


def _lowered(body: str, first: Word) -> str | None:
    """`body` with a small letter where its first word is a common one; as typed for what is spelt with a figure."""
    if not first.typed[0].isupper():
        return body
    if not first.typed[1:].islower():
        return body if not first.typed[1:].isalpha() else None
    return body[0].lower() + body[1:] if _is_common(first.core) else None


def _is_common(core: str) -> bool:
    """True for a word that stands with a small letter inside a sentence."""
    known = (words("small_letters"), words("mass_nouns"), verbs().base, verbs().third)
    return any(core in table for table in known) or core.removesuffix("s") in words("small_letters")


def activity(body: str, read: Sequence[Word]) -> str | None:
    """What was done, named by a noun, as it follows "my work has included": "supervision of three students"."""
    of = next((n for n, word in enumerate(read[:5]) if word.core == "of"), 0)
    if of not in {1, 3} or len(read) < of + 2 or (of == 3 and read[1].core != "and"):
        return None
    if not all(_ACTIVITIES.fullmatch(read[n].core) for n in range(0, of, 2)) or _has_a_verb(read):
        return None
    first = read[of + 1].core
    goal = [word.core for word in read[of + 1 :]]
    end = next((n for n, core in enumerate(goal) if n and core in words("prepositions")), len(goal))
    is_whole = is_number(first) or first in words("determiners") or needs_no_article(goal[end - 1])
    return body[0].lower() + body[1:] if is_whole else None

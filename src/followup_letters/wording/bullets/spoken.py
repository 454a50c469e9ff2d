"""Bullets that name the languages that the writer speaks: "Hmong and Spanish", "Polish, Bulgarian, English".

Nothing is taken but languages, how well they are spoken, and what they are enough for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from followup_letters.lexicon import words
from followup_letters.wording.grammar.objects import Word

HOW_WELL = frozenset("basic conversational fluent good some".split())
_LEVELS = "basic|conversational|fluent|rusty|working|passable"


def languages_spoken(body: str, text: Sequence[Word]) -> str | None:
    """What follows "I speak", of a bullet that names languages: "Polish, English" → "Polish and English"."""
    if _are_languages(text):
        return body[0].lower() + body[1:] if text[0].core in HOW_WELL else body
    by_level, listed = _named_first().fullmatch(body), _listed().fullmatch(body)
    if by_level:
        return f"{by_level['level'].lower()} {by_level['language']}"
    if listed is None:
        return None
    first, enough = listed["first"], listed["enough"]
    if not (enough or listed["whence"]):  # which "and" has not joined yet
        before, _, last = first.rpartition(", ")
        return f"{before} and {last}" if before and " and " not in first else None
    return f"{first}{listed['whence'] or ''}" + (f", and {enough}" if enough else "")


def language_known(body: str) -> str | None:
    """What follows "I have", of a language and what it is good enough for: "Spanish good enough for the field"."""
    return body.replace(", good enough", " good enough", 1) if _good_enough().fullmatch(body) else None


def _are_languages(text: Sequence[Word]) -> bool:
    """True for "Hmong and Spanish", "Conversational Polish, some German": languages, and nothing else."""
    named = words("languages")
    cores = [word.core for word in text]
    is_joined = "and" in cores or not any(first == "," and after in named for first, after in pairwise(cores))
    is_all = all(word.is_name if word.core in named else word.core in HOW_WELL | {",", "and"} for word in text[1:])
    return is_joined and is_all and cores[0] in named | HOW_WELL and cores[-1] in named


@cache
def _language() -> str:
    return f"(?:{'|'.join(sorted(map(str.title, words('languages'))))})"


@cache
def _named_first() -> re.Pattern[str]:
    return re.compile(rf"(?P<language>{_language()}), (?P<level>{_LEVELS})", re.IGNORECASE)


@cache
def _good_enough() -> re.Pattern[str]:
    return re.compile(rf"{_language()},? good enough (?:to|for) [^,;:.]+")


@cache
def _listed() -> re.Pattern[str]:
    """Languages, perhaps from where, and another that is spoken a little, or enough for something."""
    some = rf"(?:enough|some|kitchen|a little) {_language()}"
    return re.compile(
        rf"(?P<first>{_language()}(?:(?:, | and |, and ){_language()}){{0,4}})"
        r"(?P<whence> (?:from|at) (?:home|school|university|college))?"
        rf"(?:,? (?:and )?(?P<enough>{some}(?: (?:to|for) [^,;:.]+)?))?"
    )

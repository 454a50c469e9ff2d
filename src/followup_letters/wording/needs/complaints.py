"""A need that says what goes wrong, or how things are: "losing £40k a year", "books two months behind", "waste is 9%".

That is no work, and no part of a job: a letter does not name it, and tells its proof alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from followup_letters.lexicon import lines, verbs
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.nouns import is_common, is_participle
from followup_letters.wording.grammar.objects import needs_no_article, words_of
from followup_letters.wording.grammar.plurals_first import happens, is_so_late

_ASKING = pattern(
    r"\b(?:wants?|wanted|needs?|needed|must|should|(?:has|have) (?:got )?to|(?:is|are) to|wish(?:es)?|hopes?|asks?)\b"
)
_FARTHEST = 4  # words, the last of which tells what goes on
_LESS = frozenset("fewer less no nobody none nothing".split())
_GOING_WRONG = frozenset("complaining leaving quitting slipping waiting".split())
_ARTICLES = frozenset({"a", "the", "our", "your"})


def is_a_complaint(need: str) -> bool:
    """True for what goes wrong, or is late: "running out of bread by noon", "lambs dying in the first week"."""
    cores = [word.core for word in words_of(need)]
    cores = cores[1:] if cores[:1] and cores[0] in _ARTICLES and cores[1:2] not in (["lack"], ["shortage"]) else cores
    if len(cores) < 2:
        return False
    if cores[1] in _LESS or _is_put_right(cores):  # "losing fewer lambs", "failing pumps replaced"
        return False
    if any(cores[: len(said)] == list(said) for said in _beginnings()):
        return True
    head = next((n for n, core in enumerate(cores[:_FARTHEST]) if n and core.endswith("ing")), 1)
    after = cores[head:]
    goes_wrong = any(after[: len(said)] == list(said) and said[0].endswith("ing") for said in _beginnings())
    is_subject = needs_no_article(cores[head - 1]) or (is_common(cores[head - 1]) and cores[0] not in verbs().base)
    return is_subject and (
        goes_wrong
        or after[0] in _GOING_WRONG
        or after[:2] == ["running", "out"]
        or happens(after[0])
        or is_so_late(after)
    )


def _is_put_right(cores: Sequence[str]) -> bool:
    """True for "leaking roofs mended": what is wrong with things, and what is to become of them."""
    return any(needs_no_article(things) and is_participle(done) for things, done in pairwise(cores[1:]))


def asks_for_something(sentence: str) -> bool:
    """True for a sentence that says what somebody wants, or what must be; not for how things are: "waste is 9%"."""
    return _ASKING.search(sentence) is not None


@cache
def _beginnings() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in lines("complaints"))

"""Forms of verbs that are nouns or adjectives as often, so that only what follows tells which they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from followup_letters.lexicon import verbs, words
from followup_letters.wording.grammar.objects import Word

_AFTER_A_SUM = ([","], ["a"], ["per"], ["each"], ["every"])


@cache
def noun_bases() -> frozenset[str]:
    """The base forms: "plan", "cut"."""
    return words("noun_verbs", "strict_pasts")


def is_worth(read: Sequence[Word]) -> bool:
    """True for "Budget £3m, team of 14": a noun and its sum, where a verb would say of what; not for "Save £3m"."""
    is_a_sum = len(read) > 1 and read[1].typed.startswith(("$", "£", "€", "¥"))
    return read[0].core in noun_bases() and is_a_sum and [word.core for word in read[2:3]] in ([], *_AFTER_A_SUM)


@cache
def noun_thirds() -> frozenset[str]:
    """The third persons: "plans"."""
    return frozenset(form for form, base in verbs().third.items() if base in words("noun_verbs"))


@cache
def noun_gerunds() -> frozenset[str]:
    """The forms in -ing, but those that are hardly ever anything else."""
    return frozenset(verbs().gerund) - words("plain_gerunds")

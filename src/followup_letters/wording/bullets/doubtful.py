"""Forms of verbs that are nouns or adjectives as often, so that only what follows tells which they are."""

from __future__ import annotations

from functools import cache

from followup_letters.lexicon import verbs, words


@cache
def noun_bases() -> frozenset[str]:
    """The base forms: "plan", "cut"."""
    return words("noun_verbs", "strict_pasts")


@cache
def noun_thirds() -> frozenset[str]:
    """The third persons: "plans"."""
    return frozenset(form for form, base in verbs().third.items() if base in words("noun_verbs"))


@cache
def noun_gerunds() -> frozenset[str]:
    """The forms in -ing, but those that are hardly ever anything else."""
    return frozenset(verbs().gerund) - words("plain_gerunds")

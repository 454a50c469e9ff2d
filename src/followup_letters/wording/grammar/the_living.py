"""Nouns of those who do things themselves: people, animals, and what several people are together."""

from __future__ import annotations

from collections.abc import Iterator

from followup_letters.lexicon import verbs, words

_SEVERAL = frozenset(
    """brides cattle children crew geese guys hens locals lads men neighbours
    neighbors people regulars sheep staff women""".split()
)
_ENDINGS = ("er", "or")


def are_alive(core: str) -> bool:
    """True for "customers", "foremen", "lambs", "bakers": people by what they are or do, or animals."""
    if core in _SEVERAL or (core.endswith("men") and len(core) > len("women")):
        return True
    return any(one in words("creatures", "job_titles", "roles") or _does_something(one) for one in _ones(core))


def are_a_body(core: str) -> bool:
    """True for "team", "choirs", "families": several people who are one."""
    return any(one in words("collectives") for one in _ones(core))


def _does_something(one: str) -> bool:
    """True for "baker", "instructor": somebody called by a verb; not for "boiler"."""
    if not one.endswith(_ENDINGS) or one in words("things_in_er"):
        return False
    return not verbs().base.keys().isdisjoint({one[:-2], one[:-1], one[:-3]} - {""})


def _ones(core: str) -> Iterator[str]:
    """A noun as one of several may be called: "families" → "families", "familie", "family"."""
    yield core
    if core.endswith("s") and not core.endswith("ss"):
        yield core[:-1]
    if core.endswith("ies"):
        yield f"{core[:-3]}y"

"""Who is meant where the file names somebody by the name, or a part of it, that stands under `people`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import TypeAlias, TypeVar

from followup_letters.arguments import Place, Slip, Slips, told
from followup_letters.namesakes import called
from followup_letters.noun import Noun
from followup_letters.spelling import form, nearest

_Entry = TypeVar("_Entry", bound=Noun)
Meant: TypeAlias = Callable[[str, Sequence[str]], str | None]

_SHORTEST = 5  # characters of a name in which a slip can be told from another name
_MOST_COMPARED = 5  # faults for which every name is compared letter by letter, which takes time
_MOST_NAMED = 6  # names that a hint has


def listed(said: str, names: Sequence[str]) -> str | None:
    """The one of `names` that `said` stands for; None if it stands for none, or for several."""
    found = called(said, names)
    return found[0] if len(found) == 1 else None


def listed_or_other(said: str, names: Sequence[str]) -> str | None:
    """The same; and `said` itself where it is like none of `names`, such as a manager of another company (R38)."""
    return listed(said, names) if called(said, names) or _misspelt(said, names) else said


def _misspelt(said: str, names: Sequence[str]) -> str | None:
    """The one of `names` that `said` is but for a slip of the pen, or for a title before it."""
    typed = form(said)
    if len(typed) < _SHORTEST:
        return None
    return next((name for name in names if _is_slip(typed, form(name)) or typed.endswith(f"_{form(name)}")), None)


def _is_slip(typed: str, name: str) -> bool:
    """True for one letter changed, left out or added, or two changed about: all the rest is alike, from either end."""
    rest = max(len(typed), len(name)) - _shared(typed, name)
    return rest - _shared(typed[: -rest - 1 : -1], name[: -rest - 1 : -1]) <= 2


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def in_full(
    entries: Sequence[_Entry], field: str, names: Sequence[str], meant: Meant, above: Place = ()
) -> tuple[_Entry, ...]:
    """`entries` with the whole name in `field` that each stands for, by `meant`; `above` is the way to them.

    Raises Slips for the names that are nobody's, or of several.
    """
    said = [getattr(entry, field) for entry in entries]
    known = {name: meant(name, names) for name in dict.fromkeys(said) if name is not None}
    slips = [(index, name) for index, name in enumerate(said) if name is not None and known[name] is None]
    if slips:
        hints = [_hint(name, names, meant, count < _MOST_COMPARED) for count, (_, name) in enumerate(slips)]
        faults = zip(slips, hints, strict=True)
        raise Slips([Slip((*above, index, field), _RULE, told(name), hint) for (index, name), hint in faults])
    return tuple(
        entry if known.get(name, name) == name else entry.model_copy(update={field: known[name]})
        for entry, name in zip(entries, said, strict=True)
    )


_RULE = "the name of one of the people, or a part of it"


def _hint(said: str, names: Sequence[str], meant: Meant, is_compared: bool) -> str:
    if several := called(said, names):
        return f"it stands in {len(several)}: {_named(several)}"
    near = _misspelt(said, names) or (nearest(said, names) if is_compared else None)
    if near:
        other = "" if meant is listed else "; somebody else of such a name is named with the company behind it"
        return f"did you mean {near}?{other}"
    return f"there are: {_named(names)}; somebody whom you did not meet stands there with met: false"


def _named(names: Sequence[str]) -> str:
    more = f"; and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return "; ".join(names[:_MOST_NAMED]) + more

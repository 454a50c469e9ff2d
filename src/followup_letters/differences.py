"""What is said otherwise in one set of letters than in another, sentence by sentence. What both say, comes in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations, zip_longest
from typing import Any

from followup_letters.shown import Hinting, ShownList, as_printed
from followup_letters.tables import html_table

_NOTHING = "nothing changes"
_MOST_COMPARED = 12  # sentences in a row that were said otherwise; more are set side by side as they come
_NO_LETTER, _A_LETTER = "no letter", "a letter"


@dataclass(frozen=True, repr=False)
class Change(metaclass=Hinting):
    """One sentence, or line, of the letter to `recipient`: as it is `before`, and `after`; "" where there is none."""

    recipient: str
    before: str
    after: str

    def as_dict(self) -> dict[str, Any]:
        """The change as data, for programs."""
        return asdict(self)

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return "\n".join([self.recipient, *self._lines])

    def __repr__(self) -> str:
        return f"<Change to {self.recipient}: {' '.join(self._lines)}>"

    @property
    def _lines(self) -> list[str]:
        return [f"{sign} {said}" for sign, said in (("-", self.before), ("+", self.after)) if said]


class Changes(ShownList[Change]):
    """Changes, which a notebook shows as a table; in a terminal a line begins with - before, and with + after."""

    def __str__(self) -> str:
        told = [[*([name] if name else []), *change._lines] for name, change in self._named()]
        return "\n".join(line for lines in told for line in lines) or _NOTHING

    def _repr_html_(self) -> str:
        if not self:
            return f"<p>{_NOTHING}</p>"
        rows = [(name, change.before, change.after) for name, change in self._named()]
        return html_table(("Letter to", "Before", "After"), rows)

    def _named(self) -> Iterator[tuple[str, Change]]:
        """Each with its recipient, whose name stands only once."""
        above = ""
        for change in self:
            yield "" if change.recipient == above else change.recipient, change
            above = change.recipient


def changes(before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> Changes:
    """What is said otherwise to each recipient, whose sentences in order are in `before` and `after`."""
    return Changes(
        change for name in {**before, **after} for change in _changes(name, before.get(name), after.get(name))
    )


def _changes(name: str, before: Sequence[str] | None, after: Sequence[str] | None) -> Iterator[Change]:
    if before is None or after is None:
        yield Change(name, *(_NO_LETTER if each is None else _A_LETTER for each in (before, after)))
        return
    from difflib import SequenceMatcher  # rarely needed, and slow to load

    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (Change(name, *pair) for pair in _paired(before[i:j], after[k:m]))


def _paired(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """Each sentence beside the one that has taken its place, both in order; "" beside what there is nothing for.

    Of more sentences on one side, those are alone that have the fewest words in common with any on the other.
    """
    if len(before) < len(after):
        return [(other, each) for each, other in _paired(after, before)]
    if len(before) > _MOST_COMPARED:
        return list(zip_longest(before, after, fillvalue=""))
    alone = min(
        combinations(range(len(before)), len(before) - len(after)),
        key=lambda places: -_in_common([each for at, each in enumerate(before) if at not in places], after),
    )
    others = iter(after)
    return [(each, "" if at in alone else next(others)) for at, each in enumerate(before)]


def _in_common(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words each has in common with the one beside it."""
    return sum(len({*each.split()} & {*other.split()}) for each, other in zip(before, after, strict=True))

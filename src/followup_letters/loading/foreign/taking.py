"""Filling one table of the interview from a file of another program, and keeping the record of it.

What is typed beside the file wins; what no letter could use is left out with the reason. Nothing is lost without
standing in the record. What the file's own fields mean, its reader knows.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from followup_letters.loading.reading.nodes import Node, Place, Scalar, Sequence, Table, in_one_line
from followup_letters.noun import Noun, validated
from followup_letters.taken import LeftOut, Taken, TakenValue


class Taking:
    """One table that is being filled: `data` is what was taken so far, of the fields that `model` has.

    `under` is the path of the table in the interview, `typed` the fields that stand there already.
    """

    def __init__(self, model: type[Noun], *, file: str, form: str, under: str, typed: Table | None = None) -> None:
        self.data: dict[str, Any] = {}
        self._model, self.typed = model, typed
        self._file, self._form, self._under = file, form, under
        self._values: list[TakenValue] = []
        self._left_out: list[LeftOut] = []

    def take(self, field: str, value: Any, source: str) -> bool:
        """Take `value`, which stands at `source` in the file, unless something is in its way; say whether it was."""
        if value in (None, "", [], {}):
            return False
        reason = self._obstacle(field, value)
        if reason is not None:
            if reason:
                self.leave(source, value, reason)
            return False
        self.data[field] = value
        self.note(f"{self._under}.{field}", value, source)
        return True

    def note(self, field: str, value: Any, source: str) -> None:
        """Record that `value` was taken for `field`, a path in the interview."""
        text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
        self._values.append(TakenValue(field, text, source))

    def leave(self, source: str, found: Any, why: str) -> None:
        """Record that what stands at `source` was left out."""
        self._left_out.append(LeftOut(source, in_short(found), why))

    def record(self) -> Taken:
        """What was taken, and what was left out."""
        return Taken(self._file, self._form, self._under, tuple(self._values), left_out=tuple(self._left_out))

    def _obstacle(self, field: str, value: Any) -> str | None:
        """Why `value` cannot be taken; empty if it says what is typed; None if it can."""
        typed = given(self.typed, field)
        if typed is not None:
            return "" if is_same(typed, value) else f"{field} is typed beside the file"
        if field in self.data:
            return "" if is_same(built(self.data[field], None), value) else f"another {field} was taken"
        return unfit(self._model, field, value)


def given(table: Table | None, field: str) -> Node | None:
    """What a table says for `field`; None where it says nothing."""
    node = table.entries.get(field) if table is not None else None
    if node is None or (isinstance(node, Scalar) and (node.value is None or not str(node.value).strip())):
        return None
    return node


def is_same(node: Node, value: Any) -> bool:
    """Whether a node says no more and no less than `value`, white space aside."""
    if isinstance(node, Scalar):
        lines = [str(node.value)]
    elif isinstance(node, Sequence):
        lines = [str(item.value) for item in node.items if isinstance(item, Scalar)]
    else:
        return False
    return " ".join(lines).split() == " ".join(map(str, value) if isinstance(value, list) else [str(value)]).split()


def unfit(model: type[Noun], field: str, value: Any) -> str | None:
    """What keeps `value` from standing in `field` of `model`, in few words; None if nothing does."""
    try:
        validated(model, {field: value})
    except ValidationError as error:
        details = [each for each in error.errors(include_url=False) if each["loc"][:1] == (field,)]
    else:
        return None
    if not details:
        return None
    context = details[0].get("ctx", {})
    if "max_length" in context:
        unit = "characters" if details[0]["type"].startswith("string") else "entries"
        return f"longer than {context['max_length']} {unit}"
    return f"not {context['error']}" if "error" in context else f"not what {field} can hold"


def built(value: Any, place: Place | None) -> Node:
    """Ordinary data as nodes, all of them at `place`, where the file that it is from is named."""
    if isinstance(value, dict):
        return Table({key: built(part, place) for key, part in value.items()}, {}, place)
    if isinstance(value, list):
        return Sequence([built(part, place) for part in value], place)
    return Scalar(value, place)


def in_short(value: Any) -> str:
    """What a value is, in few words."""
    if isinstance(value, dict):
        return f"{len(value)} {'field' if len(value) == 1 else 'fields'}"
    if isinstance(value, list):
        if value and all(isinstance(part, str) for part in value):
            return in_one_line("; ".join(value))
        return f"{len(value)} {'entry' if len(value) == 1 else 'entries'}"
    return "nothing" if value is None else in_one_line(" ".join(str(value).split()))

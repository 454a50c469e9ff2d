"""Texts that YAML cut at a colon or a comma, since they stand without quotes: put together again for a hint."""

from __future__ import annotations

from typing import NamedTuple

from followup_letters.loading.reading.nodes import Scalar, Table, str_of


def cut_by_colon(table: Table) -> str | None:
    """The text of a table with one entry, as in `- Costs cut: 30%`."""
    (key, value), *_ = table.entries.items()
    return f"{key}: {str_of(value.value or '')}".strip() if isinstance(value, Scalar) else None


class Cut(NamedTuple):
    """A text, and the key that it was typed for."""

    key: str
    text: str


def cut_by_comma(table: Table, key: str) -> Cut | None:
    """The text that ends in `key`, as in `{name: The Belvoir Hotel Company, LLC}`; None if `key` was meant as one."""
    names = list(table.entries)
    at = names.index(key) if key in table.entries else 0
    before, value = table.entries.get(names[at - 1] if at else ""), table.entries.get(key)
    if not isinstance(before, Scalar) or not isinstance(before.value, str) or not _is_bare(table, key, value):
        return None
    return Cut(names[at - 1], f"{before.value},{_space_before(table, key)}{key}")


def _space_before(table: Table, key: str) -> str:
    """Nothing where the key follows its comma at once, as in `£310,000`."""
    place = table.keys[key]
    return "" if place.source.text[place.offset - 1] == "," else " "


def _is_bare(table: Table, key: str, value: object) -> bool:
    """True for a key with nothing after it but the next comma, or the brace."""
    place = table.keys.get(key)
    if place is None or not isinstance(value, Scalar) or value.value is not None:
        return False
    return place.source.text[place.offset + len(key) :].lstrip()[:1] in {",", "}"}

"""YAML to nodes, by the stream of events: every scalar stays the text that was typed.

Unquoted, nothing at all, `~` and `null` are None; `NO`, `10:30`, `01234` and `Null` are texts. Aliases are
resolved; tags, merge keys and a second document are not for notes taken on the way home and are refused. So
is what YAML would drop without a word: an anchor nobody uses, a `#4` that counts as a comment, a comma that belongs to
a number or stands before a state.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import yaml

from followup_letters.errors import Fault, InputError
from followup_letters.fields import NoNumberError
from followup_letters.loading.reading.cut_addresses import with_whole_towns
from followup_letters.loading.reading.cut_numbers import RULE as COMMA_RULE
from followup_letters.loading.reading.cut_numbers import cut_numbers
from followup_letters.loading.reading.json_reading import read_json
from followup_letters.loading.reading.nodes import (
    Allowance,
    Node,
    Place,
    Scalar,
    Sequence,
    Source,
    Table,
    fault_at,
    fault_in,
    is_of_an_entry,
    shown,
    size,
    twice,
)
from followup_letters.loading.reading.secret_paths import NO_KEY, Path, is_secret
from followup_letters.loading.reading.yaml_dashes import dash_slip
from followup_letters.loading.reading.yaml_mistakes import explain_syntax
from followup_letters.patterns import pattern

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the second where PyYAML came without libyaml
_NOTHING = ("", "~", "null")
# An empty value whose comment begins at once, and a text followed by a number sign and a number.
_LOST_VALUE, _LOST_NUMBER = pattern(r"[ \t]+#[^\s#]"), pattern(r"[ \t]+#\d")
_HALVES = pattern(r"\\u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}")  # of a character beyond U+FFFF
_WORD = pattern(r"!\S*")
_NO_NUMBER = pattern(r"[-+]?\.(?:nan|inf)", re.IGNORECASE)  # as a program writes an empty cell


def read_yaml(source: Source) -> tuple[Node, list[Fault]]:
    """One YAML document, with the faults that leave it readable. Raises InputError for others.

    JSON is YAML but for a character that it writes as two escapes, such as an emoji, and is then read as JSON.
    """
    if _HALVES.search(source.text) and source.text.lstrip().startswith("{"):
        with suppress(InputError):  # it is no JSON
            return read_json(source)
    reader = _Reader(source)
    try:
        return reader.document(), reader.faults
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # PyYAML without libyaml lets ValueError and OverflowError through for impossible escapes.
        fault = explain_syntax(source, error)
    raise InputError([fault])


class _Reader:
    """One pass over the events of a source."""

    def __init__(self, source: Source) -> None:
        self.faults: list[Fault] = []
        self._source = source
        self._events = yaml.parse(source.text, Loader=_LOADER)
        self._allowance = Allowance()
        self._anchored: dict[str, Node | None] = {}  # None: still open
        self._private: set[str] = set()  # anchors of what must not be shown
        self._unused: dict[str, tuple[Place, Path]] = {}

    def document(self) -> Node:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return Scalar(None, self._source.at(0))
        root = self._node(next(self._events), (), 1)
        next(self._events)
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            raise InputError(
                [
                    fault_at(
                        self._place(following),
                        "one document in a file",
                        hint="take out the line --- and what follows it, or make two files",
                        kind="syntax",
                    )
                ]
            )
        self._refuse_unused_anchors()
        return root

    def _place(self, event: Any) -> Place:
        return self._source.at(event.start_mark.index)

    def _node(self, event: Any, path: Path, depth: int) -> Node:
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, place, path, depth)
        self._allowance.take(place, depth)
        if event.tag is not None:
            self._tag(event.tag, place, path)
        if event.anchor is not None:
            self._anchored[event.anchor] = None
            (self._private.add if is_secret(path) else self._private.discard)(event.anchor)
            self._unused[event.anchor] = (place, path)
        if isinstance(event, yaml.MappingStartEvent):
            node: Node = self._table(place, path, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(place, path, depth)
        else:
            node = self._scalar(event, place, path)
        if event.anchor is not None:
            self._anchored[event.anchor] = node
        return node

    def _alias(self, event: Any, place: Place, path: Path, depth: int) -> Node:
        node = self._anchored.get(event.anchor)
        self._allowance.take(place, depth)
        if node is None:
            rule = "an alias of something that is named, and complete, before it"
            hint = "if the * belongs to a text, put the whole text in quotes"
            self._refuse(place, path, f"*{shown(event.anchor)}", rule, hint)
            return Scalar(None, place)
        if event.anchor in self._private and not is_secret(path):
            self._refuse(place, path, f"*{shown(event.anchor)}", "no alias of what is private, which stays where it is")
            return Scalar(None, place)
        count, deep = size(node)
        self._allowance.take(place, depth + deep - 1, count)
        self._unused.pop(event.anchor, None)
        return node

    def _sequence(self, place: Place, path: Path, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth + 1))
        for cut in cut_numbers(items):
            self._refuse(cut.place, (*path, cut.entry), cut.told, COMMA_RULE, cut.mend)
        return Sequence(with_whole_towns(items, path), place)

    def _table(self, place: Place, path: Path, depth: int) -> Table:
        table, begins_anew = Table({}, {}, place), False
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key_place, key = self._place(event), self._key(event, path, depth)
            node = self._node(next(self._events), (*path, NO_KEY if key is None else key), depth + 1)
            if key is None:
                continue
            if key in table.entries:
                if begins_anew:  # an entry without its dash, of which its first line is told
                    continue
                begins_anew = is_of_an_entry(path) and key == next(iter(table.entries))
                self.faults.append(twice(key, path, key_place, table.keys[key]))
            else:
                table.add(key, node, key_place)
        return table

    def _key(self, event: Any, path: Path, depth: int) -> str | None:
        """The text of a key; None, with a fault, for what is no key of ours."""
        place = self._place(event)
        if not isinstance(event, yaml.ScalarEvent):
            self._node(event, (*path, NO_KEY), depth + 1)
            self._refuse(place, path, "a list or a table as a key", "a key of one word before the colon")
        elif not event.value:
            self._refuse(place, path, "a colon without a key before it", "a key before the colon")
        elif event.value == "<<" and event.implicit[0]:
            self._refuse(place, path, "<<", "no merge keys", "write out the fields, or use one alias for all")
        else:
            self._allowance.take(place, depth)
            if event.tag is not None or event.anchor is not None:
                rule = "a key without a tag or an anchor"
                self._refuse(place, path, shown(event.value), rule, key=str(event.value))
            return str(event.value)
        return None

    def _scalar(self, event: Any, place: Place, path: Path) -> Scalar:
        text, is_plain = event.value, event.implicit[0]
        if not is_plain:
            return Scalar(text, place, event.end_mark.index)
        lost = (_LOST_NUMBER if text else _LOST_VALUE).match(self._source.text, event.end_mark.index)
        if lost:
            self._refuse(
                self._source.at(lost.end() - 2),
                path,
                "a # after a space, which makes the rest of the line a comment",
                "no text that YAML would drop",
                "put the whole text in quotes; if it is a comment, write a space after the #",
            )
        if not is_secret(path) and (slip := dash_slip(self._source, place.offset, event.end_mark.index)):
            self._refuse(self._source.at(slip.offset), path, slip.found, slip.rule, slip.hint)
        if _NO_NUMBER.fullmatch(text):
            self._refuse(place, path, shown(text), NoNumberError.rule, "leave the field out, or put the text in quotes")
        return Scalar(None if text in _NOTHING else text, place, event.end_mark.index)

    def _tag(self, tag: str, place: Place, path: Path) -> None:
        typed = _WORD.match(self._source.text, place.offset)
        self._refuse(
            place,
            path,
            shown(typed.group() if typed else tag),
            "plain text, lists and tables, without YAML tags",
            "take the tag out; if the ! belongs to a text, put the whole text in quotes",
        )

    def _refuse(
        self, place: Place, path: Path, what: str | None, rule: str, hint: str | None = None, *, key: str | None = None
    ) -> None:
        self.faults.append(fault_in(path, place, rule, found=what, hint=hint, key=key))

    def _refuse_unused_anchors(self) -> None:
        hint = "if the & belongs to a text, put the whole text in quotes"
        for name, (place, path) in self._unused.items():
            self._refuse(place, path, f"&{shown(name)}", "no anchor that nothing refers to", hint)

"""Changes to the text of a YAML or JSON file, at the marks that PyYAML gives of its nodes.

JSON is read as the YAML in braces that it is; only what is added is then written in JSON. Nothing is checked here.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeAlias

import yaml

_Node: TypeAlias = Any  # of PyYAML, whose types say less than its nodes hold
_Insertion = tuple[int, int, str]  # from, to, and what stands there instead
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the one that loading reads with


class Tool:
    """Changes in one of the two notations."""

    def __init__(self, *, is_json: bool) -> None:
        self._is_json = is_json

    def with_answers(self, text: str, keys: Sequence[str], answers: Mapping[int, Sequence[str]]) -> str:
        """`text` with `answers` beside the strengths of the list at `keys`."""
        listed = self._listed(text, keys)
        changes = [
            change
            for index, texts in answers.items()
            for change in self._answer(text, listed.value[index], list(texts), in_line=self._in_line(listed))
        ]
        return _changed(text, changes)

    def with_unanswered(self, text: str, keys: Sequence[str], needs: Collection[int]) -> str:
        """`text` with `answered: false` beside the responsibilities `needs` of the list at `keys`."""
        listed = self._listed(text, keys)
        changes = [
            change
            for index in needs
            for change in self._no_answer(text, listed.value[index], in_line=self._in_line(listed))
        ]
        return _changed(text, changes)

    def _listed(self, text: str, keys: Sequence[str]) -> _Node:
        root = self._root(text)
        for key in keys:
            root = _entry(root, key)
        return root

    def with_event(self, text: str, event: Mapping[str, str]) -> str:
        """`text` with `event` as the last of its `history`."""
        root = self._root(text)
        item = self._table(event)
        name, history = next((pair for pair in root.value if pair[0].value == "history"), (root, None))
        if history is None and self._in_line(root):
            return _changed(text, [_after(root, f"{self._key('history')}[{item}]")])
        column = " " * root.start_mark.column
        if history is None:
            end = _end_of_document(text)
            before, after = text[:end].rstrip("\n"), text[end:]
            return f"{before}\n\n{column}history:\n{column}  - {item}\n{after}"
        if not isinstance(history, yaml.SequenceNode):  # "history:" and nothing, and maybe a comment behind it
            start, end, at = history.start_mark.index, history.end_mark.index, _line_end(text, name.end_mark.index)
            if self._in_line(root):
                return _changed(text, [(start, end, f"[{item}]")])
            return _changed(text, [(start, end, ""), (at, at, f"\n{column}  - {item}")])
        if self._in_line(history) or not history.value:
            return _changed(text, [_after(history, item)])
        at, column = _line_end(text, _end(history)), history.start_mark.column
        return _changed(text, [(at, at, f"\n{' ' * column}- {item}")])

    def without_event(self, text: str) -> str:
        """`text` without the last of its `history`."""
        root = self._root(text)
        key, history = next(pair for pair in root.value if pair[0].value == "history")
        last = history.value[-1]
        if self._in_line(history):
            return _changed(text, [self._emptied(text, root, history) or _up_to(history, _end(last))])
        dash = text.rindex("-", 0, last.start_mark.index)
        if len(history.value) > 1 or "#" in text[key.end_mark.index : dash]:  # a comment on the whole history stays
            return _changed(text, [_lines(text, dash, _end(last))])
        start, end, _ = _lines(text, key.start_mark.index, _end(last))
        before, after = text[:start], text[end:]
        is_last = not after.strip() or after.startswith("...")
        return before.rstrip("\n") + "\n" + after.lstrip("\n") if is_last else before + after

    def _emptied(self, text: str, root: _Node, history: _Node) -> _Insertion | None:
        """Nothing in place of a history of one entry and the comma before it, where a table in braces has it so."""
        place = next(index for index, (_, value) in enumerate(root.value) if value is history)
        if len(history.value) > 1 or not place or not self._in_line(root):
            return None
        start, key = _end(root.value[place - 1][1]), root.value[place][0].start_mark.index
        return (start, _end(history), "") if text[start:key].strip() == "," else None

    def _root(self, text: str) -> _Node:
        # A tab may stand before an entry of JSON, where PyYAML refuses it; one character for another keeps the marks.
        # Of JSON's escapes, libyaml refuses those in two halves; of YAML, PyYAML refuses `[why?]`, which libyaml reads.
        read, loader = (text.replace("\t", " "), yaml.BaseLoader) if self._is_json else (text, _LOADER)
        try:
            return yaml.compose(read, Loader=loader)
        except yaml.YAMLError as error:
            raise ValueError("no text that can be added to") from error

    def _in_line(self, node: _Node) -> bool:
        return self._is_json or bool(node.flow_style)

    def _answer(self, text: str, node: _Node, texts: Sequence[str], *, in_line: bool) -> list[_Insertion]:
        if known := _known(node, "answers"):
            return [self._more(text, known, texts)]
        return self._beside(text, node, "answers", f"[{', '.join(map(self._quoted, texts))}]", in_line=in_line)

    def _no_answer(self, text: str, node: _Node, *, in_line: bool) -> list[_Insertion]:
        if known := _known(node, "answered"):
            start, end = known.start_mark.index, known.end_mark.index
            return [(start, end, "false" if end > start else " false")]  # in place of nothing, right behind the colon
        return self._beside(text, node, "answered", "false", in_line=in_line)

    def _beside(self, text: str, node: _Node, key: str, value: str, *, in_line: bool) -> list[_Insertion]:
        """`key` with `value` in the table of a text, which is made where the text stands by itself."""
        start, end = node.start_mark.index, _end(node)
        if isinstance(node, yaml.ScalarNode):
            typed = text[start:end] if "\n" not in text[start:end] else json.dumps(node.value, ensure_ascii=False)
            if in_line:
                return [(start, end, f"{{{self._key('text')}{typed}, {self._key(key)}{value}}}")]
            at = _line_end(text, end)
            return [(start, end, f"text: {typed}"), (at, at, f"\n{' ' * node.start_mark.column}{key}: {value}")]
        if self._in_line(node):
            return [_after(node, f"{self._key(key)}{value}")]
        at = _line_end(text, end)
        return [(at, at, f"\n{' ' * node.value[0][0].start_mark.column}{key}: {value}")]

    def _more(self, text: str, known: _Node, texts: Sequence[str]) -> _Insertion:
        """More answers beside those that are `known`."""
        added = ", ".join(map(self._quoted, texts))
        if isinstance(known, yaml.ScalarNode):
            start, end = known.start_mark.index, known.end_mark.index
            before = f"{text[start:end]}, " if known.value else ""
            return start, end, f"[{before}{added}]"
        if self._in_line(known) or not known.value:
            return _after(known, added)
        at, column = _line_end(text, _end(known)), known.start_mark.column
        return at, at, "".join(f"\n{' ' * column}- {self._quoted(answer)}" for answer in texts)

    def _table(self, entries: Mapping[str, str]) -> str:
        return f"{{{', '.join(self._key(key) + self._quoted(value) for key, value in entries.items())}}}"

    def _key(self, key: str) -> str:
        return f"{json.dumps(key)}: " if self._is_json else f"{key}: "

    def _quoted(self, text: str) -> str:
        """`text` as it may stand inside brackets: bare where YAML reads it back as it is."""
        if not self._is_json and _is_plain(text):
            return text
        return json.dumps(text, ensure_ascii=False)


YAML, JSON = Tool(is_json=False), Tool(is_json=True)


def _is_plain(text: str) -> bool:
    try:
        return bool(yaml.load(f"[{text}]", Loader=yaml.BaseLoader) == [text]) and text not in {"~", "null"}
    except yaml.YAMLError:
        return False


def _end_of_document(text: str) -> int:
    """Where what belongs to the table of `text` ends: before the "..." that ends a document, if one does."""
    ends = (event for event in yaml.parse(text, Loader=_LOADER) if isinstance(event, yaml.DocumentEndEvent))
    end: Any = next(ends)
    return int(end.start_mark.index) if end.explicit else len(text)


def _entry(node: _Node, key: str) -> _Node:
    return next(value for name, value in node.value if name.value == key)


def _known(node: _Node, key: str) -> _Node | None:
    """What an entry of a list has under `key`; None for a bare text."""
    entries = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in entries if name.value == key), None)


def _end(node: _Node) -> int:
    """Where a node's last character stands: what is in blocks ends with its last entry, not before the next key."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(node, yaml.MappingNode) else last)


def _after(node: _Node, added: str) -> _Insertion:
    """`added` behind the last entry of a node in brackets or braces."""
    if not node.value:
        at = node.start_mark.index + 1
        return at, at, added
    last = node.value[-1]
    at = _end(last[1] if isinstance(node, yaml.MappingNode) else last)
    return at, at, f", {added}"


def _up_to(node: _Node, end: int) -> _Insertion:
    """Nothing in place of the last entry of a list in brackets, which ends at `end`, and of the comma before it."""
    start = _end(node.value[-2]) if len(node.value) > 1 else node.start_mark.index + 1
    return start, end, ""


def _lines(text: str, start: int, end: int) -> _Insertion:
    """Nothing in place of the whole lines from that of `start` to that of `end`."""
    last = end - 1 if text[end - 1] == "\n" else end  # as at the end of a text in a block of its own
    return text.rfind("\n", 0, start) + 1, min(len(text), _line_end(text, last) + 1), ""


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _changed(text: str, changes: Sequence[_Insertion]) -> str:
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text

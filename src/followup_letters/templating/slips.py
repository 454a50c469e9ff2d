"""Slips in a template of one's own that a letter may happen not to meet: names that are known nowhere.

Of several ways to say a thing one alone is rendered. A name misspelt in another would go unnoticed, and that way
unsaid, until another interview met it; so all names of a template are looked at before any of it is rendered.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context
from jinja2.utils import missing

from followup_letters.choices import Choice, choice_in
from followup_letters.errors import TemplateError
from followup_letters.models import Interview
from followup_letters.noun import model_at
from followup_letters.sandbox import counted
from followup_letters.templates_folder import is_ours
from followup_letters.templating.kinds import unknown_parts
from followup_letters.templating.told import Missing, View

KINDS = "\0kinds"  # under which a template is given the class of its context; no template can say it
_MOST_TOLD = 20  # parts of a value; a text has many more
_ASKING = frozenset({"defined", "undefined", "default", "d"})


_OTHERWISE = {
    "first": "given",
    "first_name": "given",
    "forename": "given",
    "last": "family",
    "last_name": "family",
    "surname": "family",
    "mail": "email",
    "telephone": "phone",
}
"""What people call the fields of a person otherwise."""
_SHORTEST = 4  # letters of a word by which a name is known


def near(name: str, known: Iterable[str]) -> str:
    """What to add to the message that `name` is not known: the nearest that is, if there is one.

    One is near by the whole of its name, by a word of it, or by what it is called otherwise.
    """
    names = list(known)
    meant = {name: [name] for name in names}
    words = ((word, field) for field in names for word in field.split("_"))
    for other, each in (*_OTHERWISE.items(), *words):
        if each in names and len(other) >= _SHORTEST and other not in names:
            meant.setdefault(other, []).append(each)
    close = [each for each in meant if each == name.lower()] or get_close_matches(name, meant, n=1)
    return f"; did you mean {' or '.join(dict.fromkeys(meant[close[0]]))}?" if close else ""


def shown(name: str, filename: str | None) -> str:
    """What a message calls a template: one's own by its path, in the folder that was given, and ours by its name."""
    return name if is_ours(filename) else str(filename)


class Unknown(jinja2.StrictUndefined):
    """A name, or a field of a value, that is not known: told with the nearest that is, and not with Python's words."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        value, name = self._undefined_obj, self._undefined_name
        if self._undefined_hint or value is missing or not isinstance(name, str):
            return super()._undefined_message
        known = [each for each in dir(value) if not each.startswith("_")]
        fields = f"; it has: {', '.join(known)}" if isinstance(value, View) else ""
        return f"there is no '{name}' in it" + (near(name, known) or fields)


def raw_day(day: dt.date, written: str | None = None) -> str:
    """What is said of a template that prints `day`, which it has as `written`, as no letter says a day."""
    by_name = "{{ day }} or " if written == "interview.date" else ""
    name = f"prints {written}" if written else "prints a date"
    return f"{name} as {day.isoformat()}; write {by_name}{{{{ words.full_date({written or '…'}) }}}}"


class Template(jinja2.Template):
    """A template that says, before it is rendered, which of its names are known neither to it nor to its values."""

    @classmethod
    def from_code(cls, *code: Any, **more: Any) -> Any:
        """The template of `code`; one's own counts what it makes, so that it is the one that makes too much."""
        template = super().from_code(*code, **more)
        if not is_ours(template.filename):
            render = template.root_render_func
            template.root_render_func = lambda context: counted(render(context))
        return template

    def new_context(self, *values: Any, **named: Any) -> Context:
        """The values for one rendering. Raises TemplateError, with name and line, if one of one's own uses others."""
        context = super().new_context(*values, **named)
        if not self._is_ours:
            self._check(context)
        return context

    @cached_property
    def _is_ours(self) -> bool:
        return is_ours(self.filename)

    @cached_property
    def _tree(self) -> nodes.Template:
        return self.environment.parse(Path(self.filename or "").read_text("utf-8-sig"), self.name, self.filename)

    @cached_property
    def _own_names(self) -> frozenset[str]:
        """What it sets, imports or asks whether it is defined, and so need not be given to it."""
        tree = self._tree
        names = {*self._set_names}
        names |= {macro.name for macro in tree.find_all(nodes.Macro)}
        names |= {imported.target for imported in tree.find_all(nodes.Import)}
        for each in tree.find_all(nodes.FromImport):
            names |= {name if isinstance(name, str) else name[1] for name in each.names}
        asked = [*tree.find_all(nodes.Test), *tree.find_all(nodes.Filter)]
        names |= {each.node.name for each in asked if isinstance(each.node, nodes.Name) and each.name in _ASKING}
        return frozenset({*names, "loop", "caller", "varargs", "kwargs", "self", "super"})

    @cached_property
    def _set_names(self) -> frozenset[str]:
        return frozenset(name.name for name in self._tree.find_all(nodes.Name) if name.ctx != "load")

    @cached_property
    def _read(self) -> list[nodes.Node]:
        """The names it uses whenever it is rendered, and their fields; a macro may never be called."""
        kinds = (nodes.Name, nodes.Getattr)
        inside = {id(node) for macro in self._tree.find_all(nodes.Macro) for node in macro.find_all(kinds)}
        return [node for node in self._tree.find_all(kinds) if id(node) not in inside]

    @cached_property
    def _printed(self) -> list[nodes.Node]:
        """What it prints as it is: a name, or a field."""
        printed = (each for output in self._tree.find_all(nodes.Output) for each in output.nodes)
        return [each for each in printed if isinstance(each, nodes.Name | nodes.Getattr)]

    def _check(self, context: Context) -> None:
        for part, parts in self._unknown_parts(context.get(KINDS)):
            fields = near(part.attr, parts) or f"; it has: {', '.join(parts)}" * (len(parts) <= _MOST_TOLD)
            told = f"there is no '{part.attr}' in {_written(part.node)}{fields}"
            raise TemplateError(told, shown(self.name or "", self.filename), part.lineno)
        asked: list[nodes.Filter | nodes.Test] = [*self._tree.find_all(nodes.Filter), *self._tree.find_all(nodes.Test)]
        for each in asked:
            self._check_known(each)
        for compared in self._tree.find_all(nodes.Compare):
            for told in self._never_equal(compared, context):
                raise TemplateError(told, shown(self.name or "", self.filename), compared.lineno)
        for printed in self._printed:
            if isinstance(day := self._value(printed, context), dt.date):
                raise TemplateError(
                    raw_day(day, _written(printed)), shown(self.name or "", self.filename), printed.lineno
                )
        for node in self._read:
            for told in self._unknown(node, context):
                raise TemplateError(told, shown(self.name or "", self.filename), node.lineno)

    def _unknown_parts(self, kind: type | None) -> list[tuple[nodes.Getattr, list[str]]]:
        """The parts of values that no letter can have; they are the same for all letters."""
        if kind is None:
            return []
        if kind not in self._parts:
            self._parts[kind] = list(unknown_parts(self._tree, kind))
        return self._parts[kind]

    @cached_property
    def _parts(self) -> dict[type, list[tuple[nodes.Getattr, list[str]]]]:
        return {}

    def _check_known(self, node: nodes.Filter | nodes.Test) -> None:
        """Raise TemplateError for a filter or a test that there is not: Jinja looks at those alone that it comes to."""
        is_filter = isinstance(node, nodes.Filter)
        known = self.environment.filters if is_filter else self.environment.tests
        if node.name not in known:
            told = f"there is no {'filter' if is_filter else 'test'} '{node.name}'" + near(node.name, known)
            raise TemplateError(told, shown(self.name or "", self.filename), node.lineno)

    def _unknown(self, node: nodes.Node, context: Context) -> Iterator[str]:
        """What is unknown of a name, or of a field of what a name stands for."""
        if isinstance(node, nodes.Name):
            if node.name not in self._own_names and context.resolve_or_missing(node.name) is missing:
                known = (name for name in (*context.get_all(), *sorted(self._set_names)) if name != KINDS)
                yield f"there is no '{node.name}'" + near(node.name, known)
            return
        if not isinstance(node, nodes.Getattr) or node.attr.startswith("_"):  # which Jinja refuses by itself
            return
        table = node.node.name if isinstance(node.node, nodes.Name) else ""
        if table in Interview.model_fields and table not in {*self._own_names, *context.get_all()}:
            hint = f"; did you mean {node.attr}?" if node.attr in context.get_all() else ""
            yield f"there is no '{table}' in a template{hint}"
        value = self._value(node.node, context)
        if isinstance(value, Missing):
            fields = _fields_of(value)
            if fields and node.attr not in fields:
                yield f"there is no '{node.attr}' in {_written(node.node)}" + near(node.attr, fields)
        elif value is not None and not isinstance(value, jinja2.Undefined):
            found = self.environment.getattr(value, node.attr)
            if isinstance(found, Unknown):
                yield found._undefined_message.replace(" in it", f" in {_written(node.node)}")

    def _never_equal(self, node: nodes.Compare, context: Context) -> Iterator[str]:
        """What is said of a choice that is compared with a text which is none of its words, and so never holds."""
        for side, others in _compared(node):
            choice = choice_of(self._value(side, context))
            if choice is None:
                continue
            for text in (other.value for other in others if isinstance(other, nodes.Const)):
                if isinstance(text, str) and text not in set(choice):
                    hint = near(text, choice) or f"; it is one of: {', '.join(choice)}"
                    yield f"{_written(side)} is never '{text}'{hint}"

    def _value(self, node: nodes.Node, context: Context) -> Any:
        """What a name, or a field of what it stands for, gives in `context`; None where that is not known."""
        if isinstance(node, nodes.Name) and node.name not in self._own_names:
            value = context.resolve_or_missing(node.name)
            return None if value is missing else value
        if isinstance(node, nodes.Getattr) and (value := self._value(node.node, context)) is not None:
            return self.environment.getattr(value, node.attr)
        return None


def _compared(node: nodes.Compare) -> Iterator[tuple[nodes.Node, list[nodes.Expr]]]:
    """What is compared, each side with what it is held to be; a text that is looked for in another is not."""
    left = node.expr
    for operand in node.ops:
        right = operand.expr
        if operand.op in ("eq", "ne"):
            yield left, [right]
            yield right, [left]
        elif operand.op in ("in", "notin") and isinstance(right, nodes.List | nodes.Tuple):
            yield left, right.items
        left = right


def choice_of(value: Any) -> type[Choice] | None:
    """The choice that `value` is one of, or would be if the interview had it; None if it is no choice."""
    if isinstance(value, Missing):
        *above, name = re.findall(r"[a-z_]+", value.path)
        model = model_at(Interview, above)
        field = model.model_fields.get(name) if model else None
        return choice_in(field.annotation) if field else None
    return type(value) if isinstance(value, Choice) else None


def _fields_of(absent: Missing) -> list[str]:
    """The fields of a table that the interview does not have; none for what is no table."""
    model = model_at(Interview, re.findall(r"[a-z_]+", absent.path))
    return list(model.model_fields) if model else []


def _written(node: nodes.Node) -> str:
    """`node` as it stands in the template, as far as messages show it."""
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_written(node.node)}[{node.arg.value}]"
    return node.name if isinstance(node, nodes.Name) else "it"

"""pydantic's errors to Faults: where, what stands there, the rule in plain words, and a hint.

Each error names a path of keys and positions; the nodes know where that path lies in which file. Errors that
only repeat another one are left out: a union's second branch, a list that is too short because its entries
failed, a missing field beside the misspelt one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from followup_letters.arguments import each_slip, is_plain_key
from followup_letters.errors import Fault
from followup_letters.loading import hints
from followup_letters.loading.reading.nodes import (
    Node,
    Path,
    Place,
    Scalar,
    Sequence,
    Table,
    dotted,
    fault_at,
    found,
    is_secret,
    leads_to_a_secret,
    shown,
    str_of,
)
from followup_letters.loading.reading.secret_lines import names_a_secret, without_secret
from followup_letters.loading.unquoted import cut_by_colon, cut_by_comma, follows_a_secret
from followup_letters.models import Interview
from followup_letters.noun import Noun
from followup_letters.spelling import form

_A_DATE = "a date written year-month-day, such as 2026-11-18"
_QUOTED = "a text with a colon and a space in it stands in quotes"
_QUOTED_IN_BRACES = "between braces, a text with a comma in it stands in quotes"
_MOST_HINTS = 200  # a hint costs a look at every field; nobody reads so many
_LONGEST_QUOTED = 80  # characters; a longer text is not repeated in a hint


@dataclass(frozen=True)
class _Complaint:
    """One error of pydantic's, found again in the nodes.

    `path` is where it lies in the data, `parts` what of it the user sees (a candidate's own file begins
    anew), `node` the deepest node on the way there, `parent` the table around it, and `key` the field, if the
    node lacks it or the parent must not have it.
    """

    kind: str
    context: Mapping[str, Any]
    path: Path
    parts: Path
    node: Node
    parent: Table | None
    key: str | None

    @cached_property
    def model(self) -> type[Noun] | None:
        """The model of the table that `key` belongs to; of the node itself where there is no key."""
        names = self.path[:-1] if self.key is not None else self.path
        return hints.model_at(name for name in names if isinstance(name, str))

    @property
    def order(self) -> tuple[bool, int]:
        """For sorting: a candidate's own file comes after the interview's."""
        return len(self.parts) < len(self.path), self.node.place.offset if self.node.place else 0

    @property
    def text(self) -> str:
        """What was typed, if it is one value."""
        value = self.node.value if isinstance(self.node, Scalar) else None
        return "" if value is None else str_of(value)

    @property
    def suffix(self) -> str:
        return self.node.place.source.suffix if self.node.place else ".yaml"


def explain(error: ValidationError, root: Node) -> list[Fault]:
    """One fault for each thing wrong, the file of `root` first, then by place; hints for the first of very many."""
    details = each_slip(error.errors(include_url=False, include_input=False))
    complaints = sorted((_locate(detail, root) for detail in details), key=lambda each: each.order)
    kept = _without_echoes(complaints)
    return [_fault(each) for each in kept[:_MOST_HINTS]] + [_without_hint(each) for each in kept[_MOST_HINTS:]]


def _locate(detail: Mapping[str, Any], root: Node) -> _Complaint:
    kind, location = detail["type"], detail["loc"]
    node: Node = root
    parent: Table | None = None
    path: Path = ()
    parts: Path = ()
    on_the_way = location[:-1] if kind == "missing" else location
    for part in on_the_way:
        below = _child(node, part)
        if below is None:  # not in the data: pydantic's own step, such as the branch of a union
            continue
        path, parts = (*path, part), (*parts, part)
        if _other_file(node, below):
            parts = path[1:]  # a file is named by a key at the top level
        node, parent = below, node if isinstance(node, Table) else parent
    key = str(location[-1]) if kind in ("missing", "extra_forbidden") and location else None
    if kind == "missing" and key is not None:
        path, parts = (*path, key), (*parts, key)
    return _Complaint(kind, detail.get("ctx", {}), path, parts, node, parent, key)


def _child(node: Node, part: str | int) -> Node | None:
    if isinstance(node, Table) and isinstance(part, str):
        return node.entries.get(part)
    if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
        return node.items[part]
    return None


def _other_file(node: Node, below: Node) -> bool:
    return below.place is not None and (node.place is None or below.place.source is not node.place.source)


def _without_echoes(complaints: list[_Complaint]) -> list[_Complaint]:
    parents = {complaint.path[:length] for complaint in complaints for length in range(len(complaint.path))}
    unknown = [complaint for complaint in complaints if complaint.kind == "extra_forbidden"][:_MOST_HINTS]
    spelt_wrong = {(*complaint.path[:-1], _claimed(complaint)) for complaint in unknown}
    kept: dict[Path, _Complaint] = {}
    for complaint in complaints:
        echo = complaint.path in parents if complaint.path else len(complaints) > 1
        if not echo and not (complaint.kind == "missing" and complaint.path in spelt_wrong):
            kept.setdefault(complaint.path, complaint)
    return list(kept.values())


def _claimed(complaint: _Complaint) -> str | None:
    """The field that an unknown key takes the place of."""
    if complaint.model is None or complaint.key is None:
        return None
    if _unquoted_colon(complaint):
        return "text"
    return hints.field_meant(complaint.key, complaint.model)


def _unquoted_colon(complaint: _Complaint) -> str | None:
    """The text that YAML took for a table because of a colon in it: `- Costs cut: 30%`."""
    table = complaint.parent if complaint.kind == "extra_forbidden" else complaint.node
    if complaint.suffix not in (".yaml", ".yml") or not isinstance(table, Table) or len(table.entries) != 1:
        return None
    if complaint.kind == "extra_forbidden" and "text" not in getattr(complaint.model, "model_fields", ()):
        return None
    return cut_by_colon(table)


# ------------------------------------------------------------------------------------------ one fault


def _fault(complaint: _Complaint) -> Fault:
    if complaint.kind == "missing":
        return _missing(complaint)
    if complaint.kind == "extra_forbidden":
        return _unknown(complaint)
    rule, hint = _rule_and_hint(complaint)
    if is_secret(complaint.path):
        hint = None
    if hint and isinstance(complaint.node, Scalar) and leads_to_a_secret(complaint.path):
        typed = str_of(complaint.node.value)
        hint = hint.replace(typed, "…").replace(typed.partition(" ")[2] or typed, "…")
    return fault_at(
        complaint.node.place,
        rule,
        field=dotted(complaint.parts),
        found=found(complaint.node, complaint.path) if complaint.path else None,
        hint=hint,
    )


def _without_hint(complaint: _Complaint) -> Fault:
    """A fault that is only counted: the first twenty are told."""
    return fault_at(complaint.node.place, "one of very many things wrong", field=dotted(complaint.parts))


def _missing(complaint: _Complaint) -> Fault:
    key, model = complaint.key or "", complaint.model
    return fault_at(
        complaint.node.place,
        f"{key} must be given",
        field=dotted(complaint.parts),
        hint=hints.example(model, key, complaint.suffix) if model else None,
    )


def _unknown(complaint: _Complaint) -> Fault:
    key, model = complaint.key or "", complaint.model
    if (text := _unquoted_colon(complaint)) is not None:
        return _not_quoted(complaint, text, _QUOTED)
    if complaint.parent and (cut := cut_by_comma(complaint.parent, key)):
        secret = is_secret((*complaint.path[:-1], cut.key))
        return _not_quoted(complaint, None if secret else cut.text, _QUOTED_IN_BRACES)
    hint = None
    if model is not None:
        in_candidate_file = len(complaint.parts) < len(complaint.path)
        hint = hints.about_unknown(key, model, in_candidate_file=in_candidate_file)
    hidden = _may_be_a_note(complaint)
    return fault_at(
        _key_place(complaint),
        "a field that is known here",
        field=(dotted(complaint.parts[:-1]) or "input") if hidden else dotted(complaint.parts),
        found=None if hidden else shown(key),
        hint=hint,
    )


def _may_be_a_note(complaint: _Complaint) -> bool:
    """Whether an unknown key may be a line of a private note: it is like no field, and no plain word or after one."""
    model, key = complaint.model, complaint.key or ""
    is_near = model is not None and is_plain_key(form(key)) and hints.field_meant(key, model) is not None
    if is_near or (is_plain_key(key) and names_a_secret(key)):  # private itself, in another table
        return False
    fields = model.model_fields if model else ()
    return is_secret(complaint.path) or follows_a_secret(complaint.path, complaint.parent, fields)


def _not_quoted(complaint: _Complaint, text: str | None, rule: str) -> Fault:
    return fault_at(
        complaint.parent.place if complaint.parent else None,
        rule,
        field=dotted(complaint.parts[:-1]),
        found=None if text is None else shown(text),
        hint=None if text is None else _in_quotes(text),
    )


def _in_quotes(text: str) -> str | None:
    """How to write `text`; None for a long one, and for one with a private key in it, which is not shown."""
    if without_secret(text) != text:
        return None
    quote = "'" if '"' in text else '"'
    return f"write {quote}{text}{quote}" if len(text) <= _LONGEST_QUOTED and quote not in text else None


def _key_place(complaint: _Complaint) -> Place | None:
    return complaint.parent.keys.get(complaint.key or "") if complaint.parent else None


def _rule_and_hint(complaint: _Complaint) -> tuple[str, str | None]:
    if complaint.kind == "value_error":
        return _own_rule(complaint)
    explained = next((say for pattern, say in _KINDS if re.fullmatch(pattern, complaint.kind)), None)
    return explained(complaint) if explained else ("a value of another kind", None)


def _own_rule(complaint: _Complaint) -> tuple[str, str | None]:
    """A rule of the models' own, which are written for people."""
    error = complaint.context.get("error", "another value")
    rule = str(error)
    if hasattr(error, "hint"):
        return rule, error.hint
    if "e-mail" in rule:
        return rule, hints.about_email(complaint.text)
    if "a date" in rule or "calendar" in rule:
        return rule, hints.about_date(complaint.text)
    return rule, None


def _choice(complaint: _Complaint) -> tuple[str, str | None]:
    choices = re.findall(r"'([^']*)'", str(complaint.context.get("expected", "")))
    return f"one of: {', '.join(choices)}", hints.about_choice(complaint.text, choices)


def _yes_or_no(complaint: _Complaint) -> tuple[str, str | None]:
    return "true or false", hints.about_yes_or_no(complaint.text)


def _number(_: _Complaint) -> tuple[str, str | None]:
    return "a whole number, such as 1", None


def _at_least(complaint: _Complaint) -> tuple[str, str | None]:
    return f"a number of at least {complaint.context.get('ge')}", None


def _at_most(complaint: _Complaint) -> tuple[str, str | None]:
    return f"a number of at most {complaint.context.get('le')}", None


def _text(complaint: _Complaint) -> tuple[str, str | None]:
    if isinstance(complaint.node, Scalar):
        return ("a text", None) if complaint.text.strip() else ("a text, not empty", _example(complaint))
    text = _unquoted_colon(complaint)
    return (_QUOTED, _in_quotes(text)) if text else ("one text", None)


def _example(complaint: _Complaint) -> str | None:
    """How the field is filled in that has nothing in it."""
    *above, field = (name for name in complaint.path if isinstance(name, str))
    model = hints.model_at(above)
    return hints.example(model, field, complaint.suffix) if model else None


def _too_long(complaint: _Complaint) -> tuple[str, str | None]:
    most, actual = complaint.context.get("max_length"), complaint.context.get("actual_length")
    if isinstance(complaint.node, Scalar) and complaint.context.get("field_type") != "Tuple":
        has = f"this one has {actual or len(complaint.text.strip())}"
        return f"a text of at most {most} characters", has
    return f"at most {most} entries", None


def _too_short(complaint: _Complaint) -> tuple[str, str | None]:
    if complaint.path == ("people",):
        return "at least one person", hints.example(Interview, "people", complaint.suffix)
    return "at least one entry", None


def _list(_: _Complaint) -> tuple[str, str | None]:
    return "a list", None


def _table(complaint: _Complaint) -> tuple[str, str | None]:
    is_left_out = isinstance(complaint.node, Scalar) and complaint.node.value is None
    given = f"{complaint.path[-1]} must be given: " if is_left_out and complaint.path else ""
    rule, model = f"{given}a table of fields", complaint.model
    if model is None:
        return rule, None
    fields = f"the fields are: {', '.join(model.model_fields)}"
    text = without_secret(complaint.text)
    text = f"{text.split()[0]} …" if leads_to_a_secret(complaint.path) and " " in text.strip() else text
    return rule, hints.as_table(model, text, complaint.suffix) or fields


def _date(complaint: _Complaint) -> tuple[str, str | None]:
    return _A_DATE, hints.about_date(complaint.text) if complaint.text else _example(complaint)


# By the kind of pydantic's error; the first pattern that matches is taken.
_KINDS: tuple[tuple[str, Callable[[_Complaint], tuple[str, str | None]]], ...] = (
    ("enum", _choice),
    ("bool_.*", _yes_or_no),
    ("int_.*|finite_number", _number),
    ("greater_than.*", _at_least),
    ("less_than.*", _at_most),
    ("string_too_long|too_long", _too_long),
    ("string_.*", _text),
    ("too_short", _too_short),
    ("tuple_type|list_type", _list),
    ("model_.*|dict_type", _table),
    ("date_.*", _date),
)

"""pydantic's errors to Faults: where, what stands there, the rule in plain words, and a hint.

Each error names a path of keys and positions; `complaints` knows where that path lies in which file.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pydantic import ValidationError

from followup_letters.arguments import each_slip
from followup_letters.called_otherwise import about_choice
from followup_letters.errors import EMPTY_ENTRY, WITHOUT_IT, Fault
from followup_letters.loading import hints
from followup_letters.loading.complaints import (
    MOST_HINTS,
    Complaint,
    located,
    person_begun,
    unquoted_colon,
    without_echoes,
)
from followup_letters.loading.reading.nodes import (
    Node,
    Place,
    Scalar,
    dotted,
    fault_at,
    found,
    goes_on_in_a_secret,
    is_hidden,
    shown,
    str_of,
)
from followup_letters.loading.reading.secret_lines import without_secret
from followup_letters.loading.reading.secret_paths import is_secret, leads_to_a_secret
from followup_letters.loading.reading.yaml_quotes import in_quotes
from followup_letters.loading.unquoted import cut_by_comma
from followup_letters.models import Interview
from followup_letters.noun import TextOrTable
from followup_letters.private_keys import follows_a_secret, is_plain_key, names_a_secret
from followup_letters.spelling import form
from followup_letters.workdays import about_date

_A_DATE = "a date written year-month-day, such as 2026-11-18"
_QUOTED = "a text with a colon and a space in it stands in quotes"
_QUOTED_IN_BRACES = "between braces, a text with a comma in it stands in quotes"
_NO_DASH = "if one of the people begins here, begin it with a dash, and indent its further lines below its first letter"


def explain(error: ValidationError, root: Node) -> list[Fault]:
    """One fault for each thing wrong, the file of `root` first, then by place; hints for the first of very many."""
    details = each_slip(error.errors(include_url=False, include_input=False))
    complaints = sorted((located(detail, root) for detail in details), key=lambda each: each.order)
    kept = without_echoes(complaints)
    return [_fault(each) for each in kept[:MOST_HINTS]] + [_without_hint(each) for each in kept[MOST_HINTS:]]


def _fault(complaint: Complaint) -> Fault:
    if complaint.kind == "missing":
        return _missing(complaint)
    if complaint.kind == "extra_forbidden":
        return _unknown(complaint)
    rule, hint = _rule_and_hint(complaint)
    if is_hidden(complaint.node, complaint.path):
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
        kind="missing" if isinstance(complaint.node, Scalar) and complaint.node.value is None else "value",
    )


def _without_hint(complaint: Complaint) -> Fault:
    """A fault that is only counted: the first twenty are told."""
    return fault_at(complaint.node.place, "one of very many things wrong", field=dotted(complaint.parts))


def _missing(complaint: Complaint) -> Fault:
    key, model = complaint.key or "", complaint.model
    return fault_at(
        complaint.node.place,
        f"{key} must be given",
        field=dotted(complaint.parts),
        hint=hints.example(model, key, complaint.suffix) if model else None,
        kind="missing",
    )


def _unknown(complaint: Complaint) -> Fault:
    key, model = complaint.key or "", complaint.model
    if (text := unquoted_colon(complaint)) is not None:
        return _not_quoted(complaint, text, _QUOTED)
    if complaint.parent and (cut := cut_by_comma(complaint.parent, key)):
        secret = is_secret((*complaint.path[:-1], cut.key))
        return _not_quoted(complaint, None if secret else cut.text, _QUOTED_IN_BRACES)
    hint = _NO_DASH if person_begun(complaint) else None
    if model is not None and hint is None:
        in_candidate_file = len(complaint.parts) < len(complaint.path)
        in_data = complaint.node.place is None
        beside = complaint.parent.entries if complaint.parent else ()
        hint = hints.about_unknown(key, model, beside, in_candidate_file=in_candidate_file, in_data=in_data)
    hidden = _may_be_a_note(complaint)
    return fault_at(
        _key_place(complaint),
        "a field that is known here",
        field=(dotted(complaint.parts[:-1]) or "input") if hidden else dotted(complaint.parts),
        found=None if hidden else shown(key),
        hint=hint,
        kind="unknown",
    )


def _may_be_a_note(complaint: Complaint) -> bool:
    """Whether an unknown key may be a line of a private note: it is like no field, and no plain word or after one."""
    model, key = complaint.model, complaint.key or ""
    is_near = model is not None and is_plain_key(form(key)) and hints.field_meant(key, model) is not None
    if is_near or (is_plain_key(key) and names_a_secret(key)):  # private itself, in another table
        return False
    fields = model.model_fields if model else ()
    beside = complaint.parent.entries if complaint.parent else ()
    return is_secret(complaint.path) or (key in beside and follows_a_secret(key, beside, fields))


def _not_quoted(complaint: Complaint, text: str | None, rule: str) -> Fault:
    if complaint.parent and goes_on_in_a_secret(complaint.parent):
        text = None
    return fault_at(
        complaint.parent.place if complaint.parent else None,
        rule,
        field=dotted(complaint.parts[:-1]),
        found=None if text is None else shown(text),
        hint=None if text is None else _in_quotes(text),
        kind="syntax",
    )


def _in_quotes(text: str) -> str | None:
    """How to write `text`; None for one with a private key in it, which is not shown."""
    return in_quotes(text) if without_secret(text) == text else None


def _key_place(complaint: Complaint) -> Place | None:
    return complaint.parent.keys.get(complaint.key or "") if complaint.parent else None


def _rule_and_hint(complaint: Complaint) -> tuple[str, str | None]:
    if complaint.kind == "value_error":
        return _own_rule(complaint)
    explained = next((say for pattern, say in _KINDS if re.fullmatch(pattern, complaint.kind)), None)
    return explained(complaint) if explained else ("a value of another kind", None)


def _own_rule(complaint: Complaint) -> tuple[str, str | None]:
    """A rule of the models' own, which are written for people."""
    error = complaint.context.get("error", "another value")
    rule = str(error)
    if hasattr(error, "hint"):
        return rule, error.hint
    if "e-mail" in rule:
        return rule, hints.about_email(complaint.text)
    if "a date" in rule or "calendar" in rule:
        return rule, about_date(complaint.text)
    return rule, None


def _choice(complaint: Complaint) -> tuple[str, str | None]:
    choices = re.findall(r"'([^']*)'", str(complaint.context.get("expected", "")))
    return f"one of: {', '.join(choices)}", about_choice(complaint.text, choices)


def _yes_or_no(complaint: Complaint) -> tuple[str, str | None]:
    return "true or false", hints.about_yes_or_no(complaint.text)


def _number(_: Complaint) -> tuple[str, str | None]:
    return "a whole number, such as 1", None


def _at_least(complaint: Complaint) -> tuple[str, str | None]:
    return f"a number of at least {complaint.context.get('ge')}", None


def _at_most(complaint: Complaint) -> tuple[str, str | None]:
    return f"a number of at most {complaint.context.get('le')}", None


def _text(complaint: Complaint) -> tuple[str, str | None]:
    if _is_empty_entry(complaint):
        return EMPTY_ENTRY.format("a text"), WITHOUT_IT
    if isinstance(complaint.node, Scalar):
        return ("a text", None) if complaint.text.strip() else ("a text, not empty", _example(complaint))
    text = unquoted_colon(complaint)
    return (_QUOTED, _in_quotes(text)) if text else ("one text", None)


def _is_empty_entry(complaint: Complaint) -> bool:
    """Whether it is an entry of a list that is nothing."""
    is_nothing = isinstance(complaint.node, Scalar) and complaint.node.value is None
    return is_nothing and bool(complaint.path) and isinstance(complaint.path[-1], int)


def _example(complaint: Complaint) -> str | None:
    """How the field is filled in that has nothing in it."""
    *above, field = (name for name in complaint.path if isinstance(name, str))
    model = hints.model_at(above)
    return hints.example(model, field, complaint.suffix) if model else None


def _too_long(complaint: Complaint) -> tuple[str, str | None]:
    most, actual = complaint.context.get("max_length"), complaint.context.get("actual_length")
    if isinstance(complaint.node, Scalar) and complaint.context.get("field_type") != "Tuple":
        has = f"this one has {actual or len(complaint.text.strip())}"
        return f"a text of at most {most} characters", has
    return f"at most {most} entries", None


def _too_short(complaint: Complaint) -> tuple[str, str | None]:
    if complaint.path == ("people",):
        return "at least one person", hints.example(Interview, "people", complaint.suffix)
    return "at least one entry", None


def _list(_: Complaint) -> tuple[str, str | None]:
    return "a list", None


def _table(complaint: Complaint) -> tuple[str, str | None]:
    model = complaint.model
    if _is_empty_entry(complaint):
        is_text_too = model is not None and issubclass(model, TextOrTable)
        return EMPTY_ENTRY.format("a text" if is_text_too else "a table of fields"), WITHOUT_IT
    is_left_out = isinstance(complaint.node, Scalar) and complaint.node.value is None
    given = f"{complaint.path[-1]} must be given: " if is_left_out and complaint.path else ""
    rule = f"{given}a table of fields"
    if model is None:
        return rule, None
    fields = f"the fields are: {', '.join(model.model_fields)}"
    text = without_secret(complaint.text)
    text = f"{text.split()[0]} …" if leads_to_a_secret(complaint.path) and " " in text.strip() else text
    return rule, hints.as_table(model, text, complaint.suffix) or fields


def _date(complaint: Complaint) -> tuple[str, str | None]:
    return _A_DATE, about_date(complaint.text) if complaint.text else _example(complaint)


# By the kind of pydantic's error; the first pattern that matches is taken.
_KINDS: tuple[tuple[str, Callable[[Complaint], tuple[str, str | None]]], ...] = (
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

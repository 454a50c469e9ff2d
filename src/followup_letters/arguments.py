"""What the functions of the front door are given, from Python: a slip is told as one in an interview file is.

Each check raises an InputError that names the function and the argument, what was found, the rule, and the nearest
right thing. Nothing here knows what an interview is: the callers bring the kinds and the choices.
"""

from __future__ import annotations

import builtins
import datetime as dt
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from followup_letters.called_otherwise import about_choice, field_meant, within
from followup_letters.choices import Choice
from followup_letters.empty_cells import OF_A_ROW, is_empty_cell
from followup_letters.errors import EMPTY_ENTRY, MOST_FAULTS, WITHOUT_IT, Fault, InputError, and_more, harmless
from followup_letters.private_keys import NAMED, follows_a_secret, is_plain_key
from followup_letters.spelling import form
from followup_letters.ways_to_data import CONTENT, is_content, is_named_as_file, way_to_data, way_to_mapping
from followup_letters.workdays import about_date

if TYPE_CHECKING:
    from pydantic import ValidationError

_Choice = TypeVar("_Choice", bound=Choice)
Place: TypeAlias = tuple[str | int, ...]  # pydantic's, of a value within a model
_LONGEST_FOUND = 60  # characters of a value that is told
_MOST_COMPARED = 200  # unknown keys that are compared with the fields there are; nobody reads so many


class Slip(ValueError):
    """One thing wrong below a field: `below` is the way there from it, `found` what stands there."""

    def __init__(self, below: Place, rule: str, found: str | None = None, hint: str | None = None) -> None:
        self.below, self.found, self.hint = below, found, hint
        super().__init__(rule)


class Slips(ValueError):
    """What a model finds wrong below one of its fields, all at once."""

    def __init__(self, slips: Sequence[Slip]) -> None:
        self.slips = tuple(slips)
        super().__init__("; ".join(map(str, slips)))


def each_slip(details: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The `details` of pydantic's errors, with one for each of the Slips that a model has found."""
    for detail in details:
        slips = getattr(detail.get("ctx", {}).get("error"), "slips", None)
        if slips is None:
            yield detail
        for slip in slips or ():
            yield {**detail, "loc": (*detail["loc"], *slip.below), "ctx": {"error": slip}}


def refused(field: str, value: object, rule: str, hint: str | None = None) -> InputError:
    """The error that `value` is not what `field`, such as "plan(today)", takes; content is not repeated."""
    found = CONTENT if is_content(value) else told(value)
    return InputError([Fault(rule, field=field, found=found, hint=hint, kind="argument")])


def told(value: object) -> str:
    """`value` and its kind, in a few words."""
    if value is None:
        return "nothing"
    if isinstance(value, type):
        return f"the class {value.__name__}"
    if isinstance(value, tuple) and not hasattr(value, "_asdict"):
        return "a list" if value else "nothing"  # as which None and "" count where a list may stand
    kind = _kind_of(value)
    if kind is None:
        name = kind_name(value)
        return f"{'an' if name[:1] in 'AEIOUaeiou' else 'a'} {name}"
    shown = as_typed(os.fspath(value) if isinstance(value, Path) else value)
    return f"{shown}, {kind}" if shown and len(shown) <= _LONGEST_FOUND else kind


def _kind_of(value: object) -> str | None:
    """The kind of `value` alone, without what it says; None for one that an interview file does not have."""
    return next((name for kinds, name in _KINDS if isinstance(value, kinds)), None)


def kind_name(value: object) -> str:
    """What the class of `value` is called; with its library where Python has a class of that name, as numpy.bool."""
    kind = type(value)
    library = kind.__module__.partition(".")[0]
    return f"{library}.{kind.__name__}" if library != "builtins" and hasattr(builtins, kind.__name__) else kind.__name__


def as_typed(value: object) -> str:
    """`repr(value)`; nothing for what is too deep or too large for that, or cannot say what it is."""
    try:
        return repr(value)
    except Exception:
        return ""


_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "a yes or no"),
    (str, "a text"),
    (bytes, "bytes"),
    ((int, float), "a number"),
    (Path, "a path"),
    (Mapping, "a mapping"),
    (list, "a list"),
)


def shown(text: str) -> str:
    """`text` in one line of printable characters, shortened."""
    text = text if len(text) <= _LONGEST_FOUND else text[: _LONGEST_FOUND - 1].rstrip() + "…"
    return harmless(text).replace("\n", r"\n")


def check_interview(value: object, model: type, field: str) -> None:
    """Raise InputError unless `value` is an Interview; `model` is that class."""
    if isinstance(value, model):
        return
    hint = "load() makes one"
    if isinstance(value, str | Path) and is_named_as_file(value):
        hint = f"load({os.fspath(value)!r}) makes one"
    elif isinstance(value, str | bytes | Path):  # which may be a note, of which nothing is repeated
        hint = "load_text(text) makes one, and load(path) one of a file"
        raise InputError([Fault("an Interview", field, _kind_of(value), hint, kind="argument")])
    elif isinstance(value, Mapping):
        hint = "load() makes one of a mapping"
    elif way := way_to_mapping(value):
        hint = f"{way} to load(), which makes one"
    elif isinstance(value, list | tuple):
        hint = "give one at a time; render_many() takes many"
    raise refused(field, value, "an Interview", hint)


def checked_day(value: object, field: str) -> dt.date:
    """`value`, if it is a date without a time of day; raises InputError for anything else."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    hint = "for example datetime.date(2026, 11, 27)"
    if value is None:
        hint = "nothing here reads the clock: datetime.date.today(), or a day such as datetime.date(2026, 11, 27)"
    elif isinstance(value, dt.datetime) and not is_empty_cell(value):
        hint = "its .date() is one"
    elif isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        hint = f"datetime.date.fromisoformat({value!r}) makes one"
    raise refused(field, value, "a datetime.date", hint)


def choice(value: object, choices: type[_Choice], field: str) -> _Choice:
    """The member of `choices` that `value` names. Raises InputError with the nearest one."""
    typed = value if isinstance(value, str) else as_typed(value)
    try:
        return choices(str(typed))
    except ValueError:
        raise refused(field, value, f"one of: {', '.join(choices)}", about_choice(typed, list(choices))) from None


def check_yes_or_no(value: object, field: str) -> None:
    """Raise InputError unless `value` is True or False: a text such as "no" would count as yes."""
    if not isinstance(value, bool):
        raise refused(field, value, "True or False")


def check_path(value: object, field: str, hint: str | None = None) -> None:
    """Raise InputError unless `value` can be a path; `hint` says how to come by one."""
    if not isinstance(value, str | os.PathLike):
        raise refused(field, value, "a path: a text or a pathlib.Path", hint)
    if "\0" in os.fsdecode(value):
        raise refused(field, value, "a path without a NUL in it")


def faults_in(
    error: ValidationError,
    model: str,
    fields_at: Callable[[Place], Sequence[str]],
    keys_at: Callable[[Place], Sequence[str]],
) -> list[Fault]:
    """pydantic's `error` over values given in Python, one fault each, without those that only echo another.

    `model` is what its fields are told with, nothing for those of a whole interview; `fields_at` gives the fields that
    the table at a place in it may have, `keys_at` those that it has.
    """
    details = list(each_slip(error.errors(include_url=False)))
    kept = _without_echoes(details, fields_at)
    told = [_told_of(each, model, fields_at, keys_at) for each in kept[: MOST_FAULTS + 1]]
    return told if len(kept) == len(told) else [*told[:-1], and_more(len(kept) - MOST_FAULTS)]


def _told_of(
    detail: Mapping[str, Any],
    model: str,
    fields_at: Callable[[Place], Sequence[str]],
    keys_at: Callable[[Place], Sequence[str]],
) -> Fault:
    """The fault, without what is private and what may be a line of it."""
    fault, place = _fault(detail, model, fields_at), detail["loc"]
    for depth, key in enumerate(place):
        if isinstance(key, str) and _may_be_a_note(key, fields_at(place[:depth]), keys_at(place[:depth])):
            return replace(fault, field=_dotted(model, place[:depth]) or "input", found=None)
    is_private = _MAY_BE_PRIVATE.search(fault.field or "") or NAMED.search(fault.found or "")
    return replace(fault, found=None, hint=None) if is_private else fault


def _may_be_a_note(key: str, fields: Sequence[str], keys: Sequence[str]) -> bool:
    """Whether a key of a table with these `fields`, after others of its `keys`, may be a line of a private note."""
    if not fields or key in fields:
        return False
    near = field_meant(key, fields)
    is_unlike_a_field = bool(_PRIVATE & set(fields)) and not is_plain_key(form(key) if near else key)
    return is_unlike_a_field or (not near and follows_a_secret(key, keys, fields))


def _without_echoes(
    details: Sequence[Mapping[str, Any]], fields_at: Callable[[Place], Sequence[str]]
) -> list[Mapping[str, Any]]:
    unknown = [each["loc"] for each in details if each["type"] == "extra_forbidden"][:_MOST_COMPARED]
    meant = {(*place[:-1], field_meant(str(place[-1]), fields_at(place[:-1]))) for place in unknown}
    around = {each["loc"][:length] for each in details for length in range(len(each["loc"]))}
    places = around | {each["loc"] for each in details}
    steps = {place[:-1] for place in places if place and _is_pydantics(place[-1])}
    return [
        each
        for each in details
        if not (each["type"] == "too_short" and each["loc"] in around)  # its entries failed
        and not (each["type"] == "missing" and each["loc"] in meant)
        and not (each["loc"][-1:] == ("str",) and each["loc"][:-1] in steps)  # "a text" of what may be a list or a text
    ]


# Fields that are shown to nobody, and what holds them, where all of it is of another kind.
_PRIVATE = {"outlook", "problem", "private", "idea"}
_MAY_BE_PRIVATE = re.compile(r"(?:^|\.)(?:private|idea)\b|(?:^|\.)(?:outlook|problem)$", re.IGNORECASE)


def _is_pydantics(part: object) -> bool:
    """True for pydantic's own step in a place, such as "tuple[date, ...]", which no user has typed."""
    return isinstance(part, str) and not part.isidentifier()


def _unknown(detail: Mapping[str, Any], model: str, fields_at: Callable[[Place], Sequence[str]]) -> Fault:
    key, fields = str(detail["loc"][-1]), fields_at(detail["loc"][:-1])
    inside = within(key, lambda tables: fields_at((*detail["loc"][:-1], *tables)))
    near = field_meant(key, fields)
    known = f"the fields here are: {', '.join(fields)}" if fields else None
    hint = f"{inside}; {OF_A_ROW}" if inside else f"did you mean {near}?" if near else known
    place = f"{_dotted(model, detail['loc'][:-1])}.{shown(key) or repr(key)}".removeprefix(".")
    return Fault("a field that is known here", place, shown(key), hint, kind="unknown")


def _dotted(model: str, place: Place) -> str:
    typed = [part for part in place if not _is_pydantics(part)]
    return (model + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in typed)).removeprefix(".")


def _fault(detail: Mapping[str, Any], model: str, fields_at: Callable[[Place], Sequence[str]]) -> Fault:
    place = _dotted(model, detail["loc"]) or None
    if detail["type"] == "missing":
        return Fault(f"{detail['loc'][-1]} must be given", field=place, kind="missing")
    if detail["type"] == "extra_forbidden":
        return _unknown(detail, model, fields_at)
    if detail["type"] == "json_invalid":
        return _broken_json(detail)
    if detail["type"] == "enum":
        choices = re.findall(r"'([^']*)'", str(detail["ctx"]["expected"]))
        typed = detail["input"] if isinstance(detail["input"], str) else as_typed(detail["input"])
        return Fault(f"one of: {', '.join(choices)}", place, told(detail["input"]), about_choice(typed, choices))
    is_entry = isinstance(next(reversed(detail["loc"]), None), int)
    if is_entry and detail["input"] is None and detail["type"] in _OF_ENTRIES:
        what = "a text" if fields_at(detail["loc"])[:1] == ["text"] else _RULES[detail["type"]]
        return Fault(EMPTY_ENTRY.format(what), place, "nothing", WITHOUT_IT, kind="missing")
    if detail["type"] == "string_type" and detail["input"] is None:  # or what counts as nothing, such as ""
        return Fault("a text that is not empty", place, "nothing", kind="missing")
    if detail["type"] == "model_type" and (fields := fields_at(detail["loc"])):
        way = way_to_mapping(detail["input"]) or f"the fields are: {', '.join(fields)}"
        if isinstance(detail["input"], str | os.PathLike) and _FILE.search(os.fsdecode(detail["input"])):
            way = "load() takes the same mapping, and reads the files that it names"
        given = f"{detail['loc'][-1]} must be given: " if detail["input"] is None and detail["loc"] else ""
        return Fault(given + _RULES["model_type"], place, told(detail["input"]), way)
    context = detail.get("ctx", {})
    if isinstance(slip := context.get("error"), Slip):
        return Fault(str(slip), place, slip.found, slip.hint)
    is_long_text = detail["type"].endswith("too_long") and isinstance(detail["input"], str)
    rule = _RULES["string_too_long" if is_long_text else detail["type"]] if detail["type"] in _RULES else detail["msg"]
    said = context.get("error") or rule.format_map(context)
    hint = getattr(said, "hint", way_to_data(detail["input"]))
    if is_long_text:
        hint = f"this one has {len(detail['input'].strip())}"
    elif isinstance(detail["input"], str) and re.search("a date written|the calendar has", str(said)):
        hint = about_date(detail["input"])
    return Fault(str(said).removeprefix("Input should be "), place, told(detail["input"]), hint)


def _broken_json(detail: Mapping[str, Any]) -> Fault:
    """Where JSON breaks off, and by which rule; nothing of it is shown, for it may be private."""
    said = str(detail["ctx"]["error"])
    rule = next((rule for pattern, rule in _JSON_RULES if re.search(pattern, said)), "JSON that can be read")
    place = re.search(r"at line (\d+) column (\d+)", said)
    line, column = (int(place[1]), max(1, int(place[2]))) if place else (None, None)
    return Fault(rule, line=line, column=column, file="<json>", kind="syntax")


# What the parser of pydantic says of JSON, and the rule as `load` tells it.
_JSON_RULES = (
    ("^EOF while parsing a string|^control character", 'a text that is closed with " on the same line'),
    ("^EOF while parsing an? (object|list)", "a bracket that is closed"),
    ("^EOF", "JSON that holds something"),
    ("^trailing comma", "no comma before the closing bracket"),
    ("^key must be a string", "a key in double quotes"),
    ("^expected `:`", "a colon after the key"),
    ("^expected `,` or `(.)`", "a comma between two entries, or a bracket after the last"),
    ("^(expected|invalid) (ident|value|number)", "a value: text in double quotes, a number, true, false, null, [ or {"),
    ("^trailing characters", "nothing after the end of the data"),
    ("^invalid escape", r"a backslash is written \\"),
    ("^recursion limit", "fewer lists and tables inside one another"),
)
_FILE = re.compile(r"\.(ya?ml|toml|json|html?|xhtml|vcf|docx|png|svg)\s*$", re.IGNORECASE)
_OF_ENTRIES = ("string_type", "model_type")
_RULES = {
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "too_short": "at least one entry",
    "too_long": "at most {max_length} entries",
    "string_too_long": "a text of at most {max_length} characters",
    "int_parsing": "a whole number, such as 1",
    "int_type": "a whole number, such as 1",
    "string_type": "a text",
    "string_unicode": "a text",
    "less_than_equal": "a number of at most {le}",
    "greater_than_equal": "a number of at least {ge}",
    "invalid_key": "keys that are texts",
    "date_type": "a date written year-month-day, such as 2026-11-18",
    "json_type": "JSON, as a text or bytes",
    "model_type": "a mapping of fields, or the model itself",
}

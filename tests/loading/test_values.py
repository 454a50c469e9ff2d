"""What is typed is what arrives: the traps of YAML, and the same in every format."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_letters.errors import Fault, InputError
from followup_letters.loading import load, load_text
from followup_letters.loading.reading import yaml_reading
from followup_letters.models import Candidate, Interview
from followup_letters.models.settings import LetterSettings

TRAPS = [
    "NO",
    "yes",
    "10:30",
    "01234",
    "1.10",
    "1_000",
    "0x1F",
    "1e3",
    "Null",
    "NULL",
    "2026-02-30",
    "inf",
    ".info",
    "0b1",
    "=",
]


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def _with_and_without_libyaml(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(yaml_reading, "_LOADER", yaml.BaseLoader)


@pytest.mark.parametrize("typed", TRAPS)
def test_a_name_in_yaml_is_the_text_that_was_typed(typed: str, smallest: str) -> None:
    assert load_text(smallest.replace("Northwind", typed)).company.name == typed


@pytest.mark.parametrize("typed", ["1.10", "1_000", "0x1F", "1e3", "true", "2026-02-30", "2026-11-18 10:30:00"])
def test_a_bare_value_in_toml_is_the_text_that_was_typed(typed: str) -> None:
    text = f"""
        candidate.name = "Maya"
        company = {{name = {typed}, address = [{typed}, 'b']}} # {typed}
        position.title = "x"
        interview.date = 2026-11-18
        people = [{{name = "Priya"}}]
    """
    company = load_text(text, suffix=".toml").company
    assert (company.name, company.address) == (typed, (typed, "b"))


@pytest.mark.parametrize("typed", ["1.10", "1e3", "-0", "true", "12345678901234567890123"])
def test_a_number_in_json_is_the_text_that_was_typed(typed: str) -> None:
    text = json.dumps(_smallest_data()).replace('"Northwind"', typed)
    assert load_text(text, suffix=".json").company.name == typed


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_an_unquoted_nothing_is_none_and_a_quoted_one_is_text(typed: str, smallest: str) -> None:
    assert load_text(f"{smallest}letter:\nhistory: {typed}\nholidays: {typed}\n").history == ()
    plain = smallest.replace("name: Priya Raman", f"name: Priya Raman, family: {typed}")
    quoted = smallest.replace("name: Priya Raman", f'name: Priya Raman, family: "{typed}"')
    assert load_text(plain).people[0].family is None
    assert load_text(quoted).people[0].family == (typed or None)


@pytest.mark.parametrize(("typed", "meant"), [("NO", False), ("yes", True), ("off", False), ("True", True)])
def test_where_yes_or_no_is_asked_for_the_same_words_are_an_answer(typed: str, meant: bool, smallest: str) -> None:
    assert load_text(f"{smallest}outlook: {{interested: {typed}}}").outlook.interested is meant


def test_an_alias_repeats_what_it_names(smallest: str) -> None:
    text = smallest.replace("{name: Northwind}", "{name: Northwind, address: &here [400 W Superior St, Chicago]}")
    text = text.replace("{name: Priya Raman}", "{name: Priya Raman, address: *here}")
    assert load_text(text).people[0].address == ("400 W Superior St", "Chicago")


def test_a_block_text_keeps_its_lines(smallest: str) -> None:
    text = smallest.replace(
        "{name: Northwind}", "\n  name: Northwind\n  address: |\n    400 W Superior St\n    Chicago"
    )
    assert load_text(text).company.address == ("400 W Superior St", "Chicago")


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_breaks_of_any_machine_and_a_mark_in_front_change_nothing(
    newline: str, mark: bytes, smallest: str
) -> None:
    assert load_text(mark + smallest.replace("\n", newline).encode()) == load_text(smallest)


@pytest.mark.parametrize("value", [0, 0.0, False, 1])
def test_a_number_is_no_day(value: object) -> None:
    with pytest.raises(InputError, match="a date written year-month-day"):
        LetterSettings(mail_on=value)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_the_number_that_marks_an_empty_cell_is_refused_where_a_text_is_asked_for(number: float) -> None:
    data = _smallest_data()
    places = {"title": "people[0].title", "talked_about": "people[0].talked_about", "address": "people[0].address[0]"}
    for field, place in places.items():
        row = {"name": "Priya Raman", field: [number] if field == "address" else number}
        for make in (load, Interview.model_validate):
            with pytest.raises(InputError) as caught:
                make(data | {"people": [row]})
            (fault,) = caught.value.faults
            assert (fault.field, (fault.found or "").split(",")[0]) == (place, str(number))
            assert "leave the field out" in str(fault.hint)


@pytest.mark.parametrize("typed", [".nan", ".NaN", "-.inf"])
def test_a_file_that_a_program_wrote_with_such_a_number_is_refused_and_quotes_make_it_a_text(
    typed: str, smallest: str, faults_of: Callable[..., tuple[Fault, ...]]
) -> None:
    (fault,) = faults_of(smallest.replace("name: Priya Raman", f"name: Priya Raman, title: {typed}"))
    assert (fault.field, fault.found, fault.line) == ("people[0].title", typed, 5)
    in_toml = typed.lower().replace(".", "")
    faults = faults_of(f"people = [{{title = {in_toml}}}]", ".toml")
    assert ("people[0].title", in_toml) in [(fault.field, fault.found) for fault in faults]
    quoted = smallest.replace("name: Priya Raman", f"name: Priya Raman, title: '{typed}'")
    assert load_text(quoted).people[0].title == typed


def test_a_whole_number_as_only_a_program_writes_it_is_refused_in_json_too_and_quotes_make_it_a_text(
    smallest: str, faults_of: Callable[..., tuple[Fault, ...]]
) -> None:
    file = json.dumps(_smallest_data()).replace('"Manager"', "%s")
    (fault,) = faults_of(file % "4411.0", ".json")
    assert (fault.field, fault.found) == ("position.title", "4411.0")
    assert fault.rule == "a text, or a whole number without .0"
    for typed in ("0.5", "4411.00", "4411", '"4411.0"'):
        assert load_text(file % typed, suffix=".json").position.title == typed.strip('"')
    notes = smallest.replace("title: Manager", "title: 4411.0")
    assert load_text(notes).position.title == "4411.0"  # where people type


def test_a_mapping_may_hold_dates_numbers_and_models() -> None:
    data = _smallest_data() | {"candidate": Candidate(name="Maya"), "holidays": (dt.date(2026, 11, 26),)}
    interview = load(data | {"outlook": {"interested": True, "private": {"anything": [1, None]}}})
    assert interview.candidate == Candidate(name="Maya")
    assert interview.holidays == (dt.date(2026, 11, 26),)
    assert interview.outlook.interested is True


def _smallest_data() -> dict[str, Any]:
    return {
        "candidate": {"name": "Maya Okafor"},
        "company": {"name": "Northwind"},
        "position": {"title": "Manager"},
        "interview": {"date": "2026-11-18"},
        "people": [{"name": "Priya Raman"}],
    }


# ------------------------------------------------------------------------------------------- round trip

# Of marks and blank letters some are refused, and a text of them alone always.
printable = st.text(
    st.characters(exclude_categories=("C", "M", "Zl", "Zp"), exclude_characters="\u115f\u1160\u2800\u3164\uffa0\ufffc"),
    min_size=1,
    max_size=40,
).filter(str.strip)
interviews = st.builds(
    lambda name, title, duties, strengths, note: (
        _smallest_data()
        | {
            "candidate": {"name": name, "strengths": strengths},
            "position": {"title": title, "responsibilities": [{"text": duty, "importance": "2"} for duty in duties]},
            "outlook": {"private": {"note": note}, "interested": "yes", "reasons": duties},
        }
    ),
    printable,
    printable,
    st.lists(printable, max_size=3),
    st.lists(printable, max_size=3),
    printable,
)


def _as_toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_as_toml(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_as_toml(part) for part in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _in_every_format(data: dict[str, Any]) -> list[Interview]:
    toml = "\n".join(f"{key} = {_as_toml(value)}" for key, value in data.items())
    return [
        load(data),
        load_text(json.dumps(data, ensure_ascii=False), suffix=".json"),
        load_text(json.dumps(data), suffix=".json"),
        load_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False)),
        load_text(yaml.safe_dump(data, default_style='"')),
        load_text(toml, suffix=".toml"),
    ]


@settings(max_examples=60, deadline=None)
@given(interviews)
def _is_the_same_in_every_format(data: dict[str, Any]) -> None:
    first, *others = _in_every_format(data)
    assert all(other == first for other in others)
    assert first.candidate.name == data["candidate"]["name"].strip()


def test_the_same_data_in_every_format_is_the_same_interview() -> None:
    _is_the_same_in_every_format()


class _Cells:
    """What an array does: it compares with itself cell by cell, and says neither yes nor no."""

    def __eq__(self, _other: object) -> Any:
        return self

    def __bool__(self) -> bool:
        raise ValueError("The truth value of an array with more than one element is ambiguous")

    __hash__ = None


@pytest.mark.parametrize("field", ["people[0].met", "people[0].write", "letter.announce_call", "candidate.signature"])
def test_an_array_in_place_of_one_value_is_told_in_our_words(field: str) -> None:
    data: dict[str, Any] = {
        "candidate": {"name": "Ann Lee"},
        "company": {"name": "Northwind"},
        "position": {"title": "Clerk"},
        "interview": {"date": "2026-11-18"},
        "people": [{"name": "Bo Day"}],
        "outlook": {"interested": True},
        "letter": {},
    }
    table, _, name = field.partition(".")
    (data["people"][0] if table == "people[0]" else data[table])[name] = _Cells()
    with pytest.raises(InputError) as caught:
        Interview(**data)
    assert "ambiguous" not in str(caught.value)

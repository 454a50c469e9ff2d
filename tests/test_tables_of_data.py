"""From tables of data, pandas' and numpy's: what they give is taken where it is plain, and told where it is not."""

from __future__ import annotations

import datetime as dt
import re
from collections import namedtuple
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import numpy as np
import pytest

import followup_letters as fl
from followup_letters.errors import InputError

NOTES = {
    "candidate": {"name": "A B"},
    "company": {"name": "C"},
    "position": {"title": "P"},
    "interview": {"date": "2026-11-18"},
    "people": [{"name": "Q R"}],
}
Call = Callable[[Any], object]


class DataFrame:
    """What matters of pandas' own: it gives its columns where it is asked for entries, and is neither equal nor not."""

    columns = ("name", "title")
    iterrows = None
    to_dict = None

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __eq__(self, other: object) -> DataFrame:  # type: ignore[override]  # as pandas has it
        return self

    def __bool__(self) -> bool:
        raise ValueError("The truth value of a DataFrame is ambiguous.")

    __hash__ = None  # type: ignore[assignment]


class Series:
    """What matters of pandas' own."""

    tolist = None
    to_dict = None


@pytest.mark.parametrize(("given", "way"), [(Series(), "give its .to_dict()"), (DataFrame(), 'df.to_dict("records")')])
def test_a_row_or_a_table_in_place_of_a_mapping_is_told_with_the_way_to_one(given: Any, way: str) -> None:
    with pytest.raises(InputError) as caught:
        fl.load(given)
    (fault,) = caught.value.faults
    assert fault.rule.startswith("the path of an interview file")
    assert way in (fault.hint or "")


@dataclass
class Record:
    """What a program may keep an interview, or a part of it, in."""

    name: str


class Rank(Enum):
    """A program's own words to choose from."""

    HIGH = "senior"


class Row:
    """What matters of sqlite3.Row: it has keys, and is no mapping."""

    def keys(self) -> list[str]:
        return ["name"]

    def __getitem__(self, key: str) -> str:
        return "A B"


RECORDS = [
    (Row(), "give dict(x)"),
    (Record("A B"), "give dataclasses.asdict(x)"),
    (namedtuple("Person", "name")("A B"), "give its ._asdict()"),
]


@pytest.mark.parametrize(("record", "way"), RECORDS, ids=str)
def test_a_record_in_place_of_a_mapping_is_told_with_the_way_to_one(record: Any, way: str, tmp_path: Path) -> None:
    for give in (fl.load, fl.compose, lambda one: fl.Interview(**(NOTES | {"candidate": one}))):
        with pytest.raises(InputError) as caught:
            give(record)
        assert way in str(caught.value)
    (result,) = fl.render_many([record], tmp_path, ["txt"])
    assert result.fault
    assert f"hint:  {way}" in result.fault["message"]
    with pytest.raises(InputError, match=re.escape(way)):
        fl.load(NOTES | {"candidate": record})
    with pytest.raises(InputError, match=re.escape(way)):
        fl.load(NOTES | {"people": [record]})


@pytest.mark.parametrize(
    ("value", "way"),
    [
        (Decimal("12.50"), "give str(x)"),
        (UUID(int=7), "give str(x)"),
        (Path("x"), "give str(x)"),
        (Rank.HIGH, "give its .value"),
    ],
    ids=str,
)
def test_a_value_of_another_kind_is_told_with_the_way_to_a_text(value: Any, way: str) -> None:
    for make in (fl.load, fl.Interview.model_validate):
        with pytest.raises(InputError) as caught:
            make(NOTES | {"company": {"name": value}})
        (fault,) = caught.value.faults
        assert (fault.field, fault.hint) == ("company.name", way)


@pytest.mark.parametrize("many", [{"Ran nights"}, (each for each in ["Ran nights"]), {"Ran nights": 1}.keys()], ids=str)
def test_what_gives_its_entries_one_by_one_is_told_with_the_way_to_a_list(many: Any) -> None:
    with pytest.raises(InputError) as caught:
        fl.load(NOTES | {"candidate": {"name": "A B", "strengths": many}})
    (fault,) = caught.value.faults
    assert (fault.field, fault.hint) == ("candidate.strengths", "give list(x), in the order that is meant")


def test_a_table_is_told_where_its_rows_become_interviews(tmp_path: Path) -> None:
    for give in (fl.load, lambda table: fl.render_many(table, tmp_path / "out")):
        with pytest.raises(InputError, match=r"row by row; docs/programs\.md#from-a-table makes an interview of a row"):
            give(cast("Any", DataFrame()))


@pytest.mark.parametrize("make", [fl.load, fl.Interview.model_validate, lambda data: fl.Interview(**data)])
def test_a_column_that_is_named_by_a_path_is_told_by_it_with_the_table_that_it_is_of(make: Call) -> None:
    row = {
        "candidate.name": "M",
        "company.name": "N",
        "position.title": "P",
        "interview.date": "2026-11-18",
        "outlook.problem.what": "x",
        "people.0.name": "Q R",
        "foo.bar": 1,
    }
    with pytest.raises(InputError) as caught:
        make(row)
    told = {fault.field: (fault.found, fault.hint) for fault in caught.value.faults}
    way = "docs/programs.md#from-a-table makes an interview of a row"
    assert set(told) == set(row)
    for path in [*row][:-1]:
        above, _, name = path.rpartition(".")
        assert told[path] == (path, f"{path} is {name} within {above}; {way}")
    assert told["foo.bar"][0] == "foo.bar"


@pytest.mark.parametrize("make", [fl.load, fl.Interview.model_validate, lambda data: fl.Interview(**data)])
@pytest.mark.parametrize("key", ["private.he-was-rude", "idea.theirs", "he was.rude", "outlook.private.rude"])
def test_what_may_be_of_a_private_note_is_not_told_for_its_full_stops(key: str, make: Call) -> None:
    with pytest.raises(InputError) as caught:
        make(NOTES | {key: "x"})
    assert key not in str(caught.value.as_dict())


MIDNIGHT = dt.datetime(2026, 11, 18)


@pytest.mark.parametrize("make", [fl.load, fl.Interview.model_validate, lambda data: fl.Interview(**data)])
def test_midnight_is_a_day_as_tables_of_data_keep_them_and_no_other_hour(make: Call) -> None:
    days = {"interview": {"date": MIDNIGHT}, "holidays": [dt.datetime(2026, 11, 26)]}
    assert make(NOTES | days) == fl.load(NOTES | {"holidays": ["2026-11-26"]})
    with pytest.raises(InputError, match=r"hint:  its \.date\(\) is one"):
        make(NOTES | {"interview": {"date": MIDNIGHT.replace(second=1)}})


def test_one_value_of_an_array_is_told_by_its_whole_name_with_pythons_own() -> None:
    for value, found, hint in (
        (np.bool_(True), "numpy.bool", "give bool(x)"),
        (np.int64(1), "int64", "give its .item()"),
    ):
        with pytest.raises(InputError) as caught:
            fl.load(NOTES | {"outlook": {"interested": value}})
        (fault,) = caught.value.faults
        assert (fault.found or "").endswith(f" {found}")
        assert fault.hint == hint


@pytest.mark.parametrize("field", ["people", "history"])
def test_a_table_of_data_is_told_once_with_the_way_to_a_list(field: str) -> None:
    interview = fl.load(NOTES)
    data = {name: getattr(interview, name) for name in type(interview).model_fields} | {field: DataFrame()}
    for make in (fl.load, fl.Interview.model_validate, lambda data: interview.with_(**{field: data[field]})):
        with pytest.raises(InputError) as caught:
            make(data)
        (fault,) = caught.value.faults
        assert (fault.field, fault.hint) == (field, 'give df.to_dict("records")')


class NAType:
    """What matters of pandas' own: it is neither equal nor not, neither true nor false."""

    def __eq__(self, other: object) -> NAType:  # type: ignore[override]  # as pandas has it
        return self

    def __ne__(self, other: object) -> NAType:  # type: ignore[override]  # as pandas has it
        return self

    def __bool__(self) -> bool:
        raise TypeError("boolean value of NA is ambiguous")

    __hash__ = None  # type: ignore[assignment]


class NaTType(dt.datetime):
    """What matters of pandas' own: a time that is not even itself."""

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


@pytest.mark.parametrize("empty", [NAType(), NaTType(1, 1, 1, 1), float("nan")])
@pytest.mark.parametrize("make", [fl.load, fl.Interview.model_validate, lambda data: fl.Interview(**data)])
def test_an_empty_cell_is_told_with_the_way_to_leave_it_out_wherever_it_stands(empty: object, make: Call) -> None:
    places: dict[str, tuple[str, object]] = {
        "interview.date": ("interview", {"date": empty}),
        "people[0].name": ("people", [{"name": empty}]),
        "people[0].talked_about": ("people", [{"name": "Q R", "talked_about": empty}]),
        "holidays[0]": ("holidays", [empty]),
    }
    for field, (key, value) in places.items():
        with pytest.raises(InputError) as caught:
            make(NOTES | {key: value})
        (fault,) = caught.value.faults
        assert fault.field == field
        assert (fault.hint or "").startswith("leave the field out; of a DataFrame: ")


@pytest.mark.parametrize("make", [fl.load, fl.Interview.model_validate, lambda data: fl.Interview(**data)])
def test_a_whole_number_that_an_empty_cell_has_given_a_point_is_told_wherever_a_text_stands(make: Call) -> None:
    places: dict[str, tuple[str, object]] = {
        "company.address[1]": ("company", {"name": "C", "address": ["1 Mill Lane", 97205.0]}),
        "position.title": ("position", {"title": 4411.0}),
        "position.responsibilities[0].text": ("position", {"title": "P", "responsibilities": [7.0]}),
        "people[0].phone": ("people", [{"name": "Q R", "phone": np.float64(5035550100.0)}]),
    }
    for field, (key, value) in places.items():
        with pytest.raises(InputError) as caught:
            make(NOTES | {key: value})
        (fault,) = caught.value.faults
        assert (fault.field or "").removesuffix(".text") == field.removesuffix(".text")
        assert fault.rule == "a text, or a whole number without .0"
        assert "read_csv(…, dtype=str)" in (fault.hint or "")


def test_numbers_that_are_printed_as_they_were_given_are_texts_and_a_rank_is_a_number() -> None:
    duties = [{"text": "Weld", "importance": 2.0}]
    interview = fl.load(NOTES | {"position": {"title": 4411, "reference": 0.5, "responsibilities": duties}})
    assert (interview.position.title, interview.position.reference) == ("4411", "0.5")
    assert interview.position.responsibilities[0].importance == 2


def test_an_empty_cell_is_no_day_of_a_plan_and_has_no_date() -> None:
    with pytest.raises(InputError, match=r"hint:  for example datetime\.date"):
        fl.plan(fl.load(NOTES), NaTType(1, 1, 1, 1))

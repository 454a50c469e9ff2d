"""Every fault names the line and the column a person will look at, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_letters.errors import InputError
from followup_letters.loading import load

YAML = """\
candidate:
  name: Maya Okafor
  email: maya.example.com
company: {name: Nørthwind 🚚, adress: x}
position:
  level: senior
interview:
  date: 2026-02-30
people:
  - name: Priya Raman
    role: hirring manager
  - title: Buyer
"""

TOML = """\
[candidate]
name = "Maya Okafor"
email = "maya.example.com"

[company]
name = "Nørthwind 🚚"   # the place we met
adress = 'x'

[position]
level = "senior"

[interview]
date = 2026-02-30

[[people]]
name = "Priya Raman"
role = "hirring manager"

[[people]]
title = "Buyer"
"""

JSON = """\
{"candidate": {
  "name": "Maya Okafor",
  "email": "maya.example.com"},
 "company": {"name": "Nørthwind 🚚", "adress": "x"},
 "position": {"level": "senior"},
 "interview": {"date": "2026-02-30"},
 "people": [
   {"name": "Priya Raman", "role": "hirring manager"},
   {"title": "Buyer"}]}
"""

FIELDS = ["candidate.email", "company.adress", "position.title", "interview.date", "people[0].role", "people[1].name"]


@pytest.mark.parametrize(
    ("suffix", "text", "places"),
    [
        (".yaml", YAML, [(3, 10), (4, 30), (6, 3), (8, 9), (11, 11), (12, 5)]),
        (".toml", TOML, [(3, 9), (7, 1), (9, 1), (13, 8), (17, 8), (19, 1)]),
        (".json", JSON, [(3, 12), (4, 37), (5, 14), (6, 24), (8, 36), (9, 4)]),
    ],
)
def test_each_fault_stands_where_the_value_stands(suffix, text, places, faults_of) -> None:
    faults = faults_of(text, suffix)
    assert [fault.field for fault in faults] == FIELDS
    assert [(fault.line, fault.column) for fault in faults] == places
    assert {fault.file for fault in faults} == {"notes" + suffix}


def test_the_three_mistakes_of_a_hurried_person_are_three_blocks(tmp_path: Path, faults_of) -> None:
    file = tmp_path / "hurried.yaml"
    file.write_text(YAML.replace(", adress: x", "").replace("hirring", "hiring").replace("level:", "titel:")
                    .replace("title: Buyer", "name: Tom Baker"), encoding="utf-8")  # fmt: skip
    with pytest.raises(InputError) as caught:
        load(str(file))
    assert str(caught.value) == "\n".join(
        [
            f"{file}:3:10: candidate.email",
            "  found: maya.example.com",
            "  rule:  an e-mail address, such as maya@example.com, with one @ and a domain after it",
            "  hint:  there is no @ in it",
            "",
            f"{file}:6:3: position.titel",
            "  found: titel",
            "  rule:  a field that is known here",
            "  hint:  did you mean title?",
            "",
            f"{file}:8:9: interview.date",
            "  found: 2026-02-30",
            "  rule:  a day that the calendar has",
            "  hint:  February 2026 has 28 days",
        ]
    )
    assert caught.value.exit_code == 2


def test_the_faults_of_a_mapping_have_a_path_and_no_place() -> None:
    with pytest.raises(InputError) as caught:
        load({"candidate": {"name": "Maya", "email": "x"}, "people": [{"name": "A", "nmae": "B"}]})
    faults = {fault.field: fault for fault in caught.value.faults}
    assert faults.keys() == {"candidate.email", "company", "position", "interview", "people[0].nmae"}
    assert all((fault.file, fault.line, fault.column) == (None, None, None) for fault in faults.values())


@pytest.mark.parametrize(
    ("suffix", "text", "second", "first"),
    [
        (".yaml", "company:\n  name: A\n  name: B\n", (3, 3), "line 2, column 3"),
        (".toml", "[company]\nname = 'A'\n'name' = 'B'\n", (3, 1), "line 2, column 1"),
        (".json", '{"company": {"name": 1,\n "name": 2}}', (2, 2), "line 1, column 14"),
        (".toml", "[company]\nname = 'A'\n[ company ]\n", (3, 3), "line 1, column 2"),
        (".toml", "company = {name = 'A', name = 'B'}", (1, 24), "line 1, column 12"),
    ],
)
def test_a_key_that_stands_twice_is_told_with_both_places(suffix, text, second, first, faults_of) -> None:
    fault = next(fault for fault in faults_of(text, suffix) if "once" in fault.rule)
    assert (fault.line, fault.column) == second
    assert first in fault.rule


def test_the_faults_beside_a_repeated_key_are_told_too(smallest: str, faults_of) -> None:
    faults = faults_of(smallest + "company: {name: B}\nletter: {paper: a5}\n")
    assert [fault.field for fault in faults] == ["company", "letter.paper"]


_BOB = ("name: Bob Hale", "role: panel", "title: Foreman", "courtesy_title: Mr.")


@pytest.mark.parametrize("first", ["- name: Priya Raman", "  name: Priya Raman"])
def test_a_person_without_a_dash_is_one_fault(first: str, smallest: str, faults_of) -> None:
    lines = "\n  ".join((first.strip(" "), "title: Director", "role: hiring manager", *_BOB))
    text = smallest.replace("people: [{name: Priya Raman}]", f"people:\n{first[:2] if '-' not in first else ''}{lines}")
    (fault,) = faults_of(text)
    assert fault.line == text[: text.index("name: Bob")].count("\n") + 1
    assert fault.hint == "keep one of the two; if another entry begins here, begin it with a dash"


@pytest.mark.parametrize("before", ["\n- name: Priya Raman", ""])
def test_a_person_below_no_people_is_one_fault(before: str, smallest: str, faults_of) -> None:
    lines = "\n".join(_BOB)
    (fault,) = faults_of(smallest.replace("people: [{name: Priya Raman}]", f"people:{before}\n{lines}"))
    assert fault.field == "name"
    assert fault.hint.startswith("if one of the people begins here, begin it with a dash")


def test_two_fields_that_stand_twice_in_one_entry_are_two_faults(smallest: str, faults_of) -> None:
    lines = "people:\n- name: Priya Raman\n  title: A\n  role: panel\n  title: B\n  role: panel"
    assert len(faults_of(smallest.replace("people: [{name: Priya Raman}]", lines))) == 2


def test_a_key_that_stands_twice_is_told_before_what_comes_of_it(smallest: str, faults_of) -> None:
    faults = faults_of("company:\n" + smallest)
    assert [(fault.field, fault.line) for fault in faults] == [("company", 3), ("company", 1)]
    assert "once" in faults[0].rule


def test_of_very_many_faults_the_rest_is_counted(smallest: str, faults_of) -> None:
    faults = faults_of(smallest + "".join(f"unknown_{number}: x\n" for number in range(50)))
    assert len(faults) == 21
    assert faults[-1].rule == "and 30 more; mend these first"

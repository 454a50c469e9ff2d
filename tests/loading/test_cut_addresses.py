"""A town that YAML would cut from its state, between brackets, stands with it on one line of the address."""

from __future__ import annotations

import pytest
import yaml

from followup_letters.loading import load_text
from followup_letters.loading.reading import yaml_reading


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def _with_and_without_libyaml(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(yaml_reading, "_LOADER", yaml.BaseLoader)


def with_address(smallest: str, typed: str) -> str:
    return smallest.replace("company: {name: Northwind}", f"company:\n  name: Northwind\n  address: {typed}")


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("[614 W 4th St, Waterloo, IA 50702]", "Waterloo, IA 50702"),
        ("[614 W 4th St, Suite 5, St. Louis, MO 63101-1234]", "St. Louis, MO 63101-1234"),
        ("[614 W 4th St, Waterloo,IA  50702]", "Waterloo, IA  50702"),
        ("[614 W 4th St, Waterloo, IA, 50702]", "Waterloo, IA, 50702"),
        ("[Waterloo, IA 50702]", "Waterloo, IA 50702"),
        ("[614 W 4th St, Waterloo, IA 50702, USA]", "Waterloo, IA 50702"),
        ("[\n    614 W 4th St,\n    Waterloo, IA 50702]", "Waterloo, IA 50702"),
    ],
)
def test_a_town_and_the_state_cut_from_it_are_one_line(typed, whole, smallest) -> None:
    address = load_text(with_address(smallest, typed)).company.address
    assert whole in address
    assert not set(whole.split(", ")) & set(address)


def test_they_are_in_every_address(smallest) -> None:
    typed = "address: [9 Elm St, Salem, OR 97301]"
    text = smallest.replace("{name: Maya Okafor}", f"{{name: Maya Okafor, {typed}}}")
    interview = load_text(text.replace("[{name: Priya Raman}]", f"[{{name: Priya Raman, {typed}}}]"))
    assert interview.candidate.address == interview.people[0].address == ("9 Elm St", "Salem, OR 97301")


def test_what_is_wrong_with_the_line_is_told_at_the_town(smallest, faults_of) -> None:
    (fault,) = faults_of(with_address(smallest, "[614 W 4th St, Water\u202eloo, IA 50702]"))
    assert (fault.field, fault.column) == ("company.address[1]", 27)


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ('[614 W 4th St, "Waterloo, IA 50702"]', "Waterloo, IA 50702"),
        ('[614 W 4th St, Waterloo, "IA 50702"]', "IA 50702"),
        ("\n  - 614 W 4th St\n  - Waterloo\n  - IA 50702", "IA 50702"),
        ("[\n    614 W 4th St,\n    Waterloo,\n    IA 50702,\n  ]", "IA 50702"),
        ("|\n    614 W 4th St\n    Waterloo, IA 50702", "Waterloo, IA 50702"),
        ("[12 Mill Lane, Leeds, LS1 4AP]", "LS1 4AP"),
        ("[12 Mill Lane, Leeds LS1 4AP]", "Leeds LS1 4AP"),
        ("[Hauptstr. 7, Munich, DE 80331]", "DE 80331"),
        ("[Jl. Sudirman 1, Jakarta, ID 12190]", "ID 12190"),
        ("[Suite 900, IL 60654]", "IL 60654"),
        ("[614 W 4th St, Waterloo, 50702]", "50702"),
        ("[614 W 4th St, Waterloo, IA]", "IA"),
    ],
)
def test_what_may_have_a_line_of_its_own_is_left_as_it_is(typed, last, smallest) -> None:
    assert load_text(with_address(smallest, typed)).company.address[-1] == last


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("12 High Street, Suite 3, Leeds LS1 4AP", ["12 High Street, Suite 3, Leeds LS1 4AP"]),
        ('["12 High Street, Suite 3", Leeds LS1 4AP]', ["12 High Street, Suite 3", "Leeds LS1 4AP"]),
        ("[12 High Street, Suite 3, Leeds LS1 4AP]", ["12 High Street", "Suite 3", "Leeds LS1 4AP"]),
        ("[12 High St, Suite 3, Waterloo, IA 50702]", ["12 High St", "Suite 3", "Waterloo, IA 50702"]),
        ("|\n    12 High Street, Suite 3\n    Leeds LS1 4AP\n", ["12 High Street, Suite 3", "Leeds LS1 4AP"]),
    ],
)
def test_no_comma_of_an_address_ends_a_line_but_where_yaml_itself_parts(typed, lines, smallest) -> None:
    assert list(load_text(with_address(smallest, typed)).company.address) == lines

"""A town that YAML would cut from its state, between brackets, is an error that shows the whole line in quotes."""

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
def test_a_town_cut_from_its_state_is_told_with_the_line_in_quotes(typed, whole, smallest, faults_of) -> None:
    (fault,) = faults_of(with_address(smallest, typed))
    town = whole.partition(",")[0]
    assert fault.rule == "between brackets, a text with a comma in it stands in quotes"
    assert fault.found == f"the town {town}, cut from {whole.partition(', ')[2]} at its comma"
    assert fault.hint.startswith(f'put the whole text in quotes: "{whole}"; if two lines are meant')
    assert fault.field.startswith("company.address[")
    line = with_address(smallest, typed).splitlines()[fault.line - 1]
    assert line[fault.column - 1 :].startswith(town)


def test_it_is_told_of_every_address(smallest, faults_of) -> None:
    typed = "address: [9 Elm St, Salem, OR 97301]"
    text = smallest.replace("{name: Maya Okafor}", f"{{name: Maya Okafor, {typed}}}")
    faults = faults_of(text.replace("[{name: Priya Raman}]", f"[{{name: Priya Raman, {typed}}}]"))
    assert [fault.field for fault in faults] == ["candidate.address[1]", "people[0].address[1]"]


@pytest.mark.parametrize(
    "typed",
    [
        '[614 W 4th St, "Waterloo, IA 50702"]',
        '[614 W 4th St, Waterloo, "IA 50702"]',
        "\n  - 614 W 4th St\n  - Waterloo\n  - IA 50702",
        "[\n    614 W 4th St,\n    Waterloo,\n    IA 50702,\n  ]",
        "|\n    614 W 4th St\n    Waterloo, IA 50702",
        "[12 Mill Lane, Leeds, LS1 4AP]",
        "[12 Mill Lane, Leeds LS1 4AP]",
        "[Hauptstr. 7, Munich, DE 80331]",
        "[Jl. Sudirman 1, Jakarta, ID 12190]",
        "[Suite 900, IL 60654]",
        "[614 W 4th St, Waterloo, 50702]",
        "[614 W 4th St, Waterloo, IA]",
    ],
)
def test_what_may_have_a_line_of_its_own_is_left_as_it_is(typed, smallest) -> None:
    assert len(load_text(with_address(smallest, typed)).company.address) > 1

"""Where one met, and for how long, stands in a sentence that goes on: what is told of it is left out, and said so."""

from __future__ import annotations

import pytest

import followup_letters as fl
from followup_letters.wording.grammar.own_clauses import has_its_own_clause


@pytest.mark.parametrize(
    ("said", "has_one"),
    [
        ("at the hospital where I was born", True),
        ("in Hull, where it rained", True),
        ("at the pub your brother runs", True),
        ("in the room that floods", True),
        ("where you keep the boats", True),
        ("two hours you did not have", True),
        ("an afternoon I shall not forget", True),
        ("two hours nobody had", True),
        ("at your Joliet depot", False),
        ("in the IT department", False),
        ("in the room above your shop", False),
        ("at the works, in the old canteen", False),
        ("in that room of yours", False),
        ("upstairs at the Anchor", False),
        ("an hour and a half", False),
        ("most of the afternoon", False),
        ("half the morning", False),
        ("two hours a day", False),
        ("an hour or so", False),
    ],
)
def test_a_clause_of_its_own_is_known(said: str, has_one: bool) -> None:
    assert has_its_own_clause(said) is has_one


@pytest.mark.parametrize("interested", [True, False])
@pytest.mark.parametrize(
    ("field", "said", "finding"),
    [
        ("place", "at the hospital where I was born", "place-bare"),
        ("place", "in Hull, where it rained", "place-bare"),
        ("lasted", "two hours you did not have", "length-short"),
    ],
)
def test_what_runs_on_is_in_no_letter_and_is_told(field: str, said: str, finding: str, interested: bool) -> None:
    people = [{"name": "Anna Weber", "role": "hiring manager", "talked_about": "the blue pump"}, {"name": "Tom Baker"}]
    named = {"candidate": {"name": "Sam Doyle"}, "company": {"name": "Acme Ltd"}, "position": {"title": "Supervisor"}}
    meeting = {"date": "2026-11-18", field: said}
    letters = fl.compose(
        fl.load({**named, "interview": meeting, "people": people, "outlook": {"interested": interested}})
    )
    assert all(said.split(" ", 1)[1] not in letter.text for letter in letters)
    assert len([each for each in fl.check(letters) if each.id == finding and "in no letter" in each.message]) == 1

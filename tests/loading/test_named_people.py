"""Whoever is named elsewhere in the file is one of the people, or nobody gets what was meant for another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import followup_letters as fl

PEOPLE = [
    {"name": "Dana Reed", "role": "hiring manager"},
    {"name": "Luis Ortega", "role": "panel"},
    {"name": "Ann Marsh", "role": "panel"},
    {"name": "Jo Marsh", "role": "personnel", "met": False},
]
NOTES: dict[str, Any] = {
    "candidate": {"name": "Maya Okafor"},
    "company": {"name": "Northwind"},
    "position": {"title": "Planner"},
    "interview": {"date": "2026-11-18"},
    "people": PEOPLE,
}
DAY = dt.date(2026, 11, 27)
WAYS: list[Callable[[dict[str, Any]], fl.Interview]] = [fl.load, lambda data: fl.Interview(**data)]


def doubted(*names: str | None) -> dict[str, Any]:
    doubts = [{"by": name, "concern": "the size of the team", "answer": "led 41 people"} for name in names]
    return NOTES | {"outlook": {"interested": True, "reservations": doubts}}


def logged(name: str, **more: str) -> dict[str, Any]:
    return NOTES | {"history": [{"on": "2026-11-26", "what": "called", "person": name} | more]}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("by", "reader"),
    [
        (None, "Dana Reed"),
        ("", "Dana Reed"),
        ("Luis Ortega", "Luis Ortega"),
        ("Ortega", "Luis Ortega"),
        ("luis", "Luis Ortega"),
    ],
)
def test_the_answer_to_a_doubt_goes_to_who_voiced_it(by: str | None, reader: str, way: Callable[..., Any]) -> None:
    letters = fl.compose(way(doubted(by)))
    assert [letter.recipient.name for letter in letters if "41 people" in letter.text] == [reader]


def test_a_doubt_of_somebody_whom_you_did_not_meet_is_answered_to_nobody() -> None:
    letters = fl.compose(fl.load(doubted("Jo Marsh")))
    assert len(letters) == 3
    assert not [letter for letter in letters if "41 people" in letter.text]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("by", "hint"),
    [
        ("Luis Ortgea", "did you mean Luis Ortega?"),
        ("Mr. Luis Ortega", "did you mean Luis Ortega?"),
        ("Lewis Ortiga", "did you mean Luis Ortega?"),
        ("Marsh", "it stands in 2: Ann Marsh; Jo Marsh"),
        ("the board", "there are: Dana Reed; Luis Ortega; Ann Marsh; Jo Marsh; somebody whom you did not meet"),
    ],
)
def test_a_doubt_of_nobody_known_is_refused_with_who_may_be_meant(by: str, hint: str, way: Callable[..., Any]) -> None:
    with pytest.raises(fl.InputError) as caught:
        way(doubted(by))
    (fault,) = caught.value.faults
    assert (fault.field, fault.rule) == ("outlook.reservations[0].by", "the name of one of the people, or a part of it")
    assert by in (fault.found or "")
    assert (fault.hint or "").startswith(hint)


@pytest.mark.parametrize("way", WAYS)
def test_every_name_that_is_nobodys_is_told_at_once(way: Callable[..., Any]) -> None:
    with pytest.raises(fl.InputError) as caught:
        way(doubted("Luis Ortgea", "Ortega", "Zed") | logged("Dana Read"))
    fields = [fault.field for fault in caught.value.faults]
    assert fields == ["outlook.reservations[0].by", "outlook.reservations[2].by", "history[0].person"]


def test_the_place_of_the_name_is_told(faults_of, smallest: str) -> None:
    (fault,) = faults_of(f"{smallest}outlook:\n  reservations: {{by: Pirya Raman, concern: nights}}\n")
    assert (fault.line, fault.column, fault.hint) == (7, 22, "did you mean Priya Raman?")


@pytest.mark.parametrize(("typed", "meant"), [("Ortega", "Luis Ortega"), ("dana", "Dana Reed"), ("Dana Reed",) * 2])
def test_a_call_is_booked_to_who_was_called(typed: str, meant: str) -> None:
    interview = fl.load(logged(typed, response="voicemail"))
    assert interview.history[0].person == meant
    again = [step for step in fl.plan(interview, today=DAY).steps if step.what == f"Call {meant} again"]
    assert bool(again) == (meant != "Dana Reed")


@pytest.mark.parametrize(("typed", "hint"), [("Luis Ortgea", "did you mean Luis Ortega?"), ("Marsh", "it stands in 2")])
def test_a_call_to_a_name_that_is_hardly_another_one_is_refused(typed: str, hint: str) -> None:
    with pytest.raises(fl.InputError) as caught:
        fl.load(logged(typed))
    (fault,) = caught.value.faults
    assert fault.field == "history[0].person"
    assert (fault.hint or "").startswith(hint)


@pytest.mark.parametrize("other", ["Zed Young", "Luis Ortgea (Contoso)", "Al"])
@pytest.mark.parametrize("answer", [{}, {"response": "voicemail"}])
def test_a_call_to_somebody_of_another_company_is_nobodys_here(other: str, answer: dict[str, str]) -> None:
    called = fl.plan(fl.load(logged(other, **answer)), today=DAY)
    none = fl.plan(fl.load(NOTES), today=DAY)
    assert called.interview.history[0].person == other
    assert called.steps == none.steps


def test_very_many_names_of_the_same_letters_hang_nothing() -> None:
    """All of them alike in their letters, which is what takes a comparison longest; it took a quarter of a minute."""
    letters = "abcdefghijklmnopqrstuvwxyz" * 3
    turned = [letters[n:] + letters[:n] + str(n) for n in range(78)] * 2
    people = [{"name": f"{name}{n}"} for n, name in enumerate(turned)]
    history = [{"on": "2026-11-26", "what": "called", "person": name[::-1]} for name in turned]
    doubts = [{"by": name[::-1], "concern": "nights"} for name in turned[:40]]
    assert len(fl.load(NOTES | {"people": people, "history": history}).history) == len(history)
    with pytest.raises(fl.InputError) as caught:
        fl.load(NOTES | {"people": people, "history": history, "outlook": {"reservations": doubts}})
    assert len(caught.value.faults) > 20

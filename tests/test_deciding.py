"""The rules of following up: which kind, who gets a letter, and when (R1–R13, R22, and "Dates, precisely")."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import followup_letters as fl
from followup_letters.choices import Medium
from followup_letters.errors import InputError

FRIDAY, MONDAY = "2026-11-20", "2026-11-16"


def interview(**changes: Any) -> fl.Interview:
    facts: dict[str, Any] = {
        "candidate": {"name": "Maya Okafor"},
        "company": {"name": "Northwind Logistics, Inc."},
        "position": {"title": "Planner"},
        "interview": {"date": MONDAY},
        "people": [{"name": "Priya Raman", "role": "hiring manager"}],
    }
    return fl.load(facts | changes)


def rules_of(decision: fl.Decision) -> set[str]:
    return {reason.rule for reason in decision.reasons}


@pytest.mark.parametrize(
    ("met_on", "holidays", "why"),
    [
        (MONDAY, [], "mailed the following day: the job is junior"),
        (FRIDAY, [], "mailed on Monday, for the following day is a Saturday and post waits for a business day: …"),
        ("2026-11-25", ["2026-11-26"], "mailed on Friday, for the following day is a holiday and post waits …"),
    ],
)
def test_a_letter_that_waits_for_a_business_day_says_why(met_on: str, holidays: list[str], why: str) -> None:
    noted = interview(interview={"date": met_on}, position={"title": "Planner", "level": "junior"}, holidays=holidays)
    assert [each for each in fl.decide(noted).reasons if each.rule == "R8" and each.text.startswith(why.rstrip("…"))]


@pytest.mark.parametrize("given", [{}, {"mail_on": "2026-11-24"}])
@pytest.mark.parametrize("level", ["junior", "mid", "senior"])
@pytest.mark.parametrize(("medium", "went", "not_so"), [("email", "sent ", "mailed "), ("post", "mailed ", "sent ")])
def test_what_goes_by_email_is_sent_and_not_mailed(
    given: dict[str, str], level: str, medium: str, went: str, not_so: str
) -> None:
    noted = interview(position={"title": "Planner", "level": level}, letter={"medium": medium, **given})
    said = [reason.text for reason in fl.decide(noted).reasons]
    assert any(text.startswith(went) for text in said)
    assert not any(text.startswith(not_so) for text in said)


# ------------------------------------------------------------------------------------------------- kind


def test_a_job_you_want_is_pursued() -> None:
    decision = fl.decide(interview(outlook={"interested": True}))
    assert decision.kind is fl.LetterKind.PURSUE
    assert "R22" in rules_of(decision)


def test_a_job_of_no_interest_gets_a_courtesy_letter() -> None:
    decision = fl.decide(interview(outlook={"interested": False}))
    assert decision.kind is fl.LetterKind.COURTESY
    assert "R13" in rules_of(decision)


def test_who_withdraws_does_not_pursue_the_job() -> None:
    decision = fl.decide(interview(outlook={"withdraw": True}))
    assert decision.kind is fl.LetterKind.COURTESY
    assert "X6" in rules_of(decision)
    withdrawn = [fl.compose(interview(outlook=outlook | {"withdraw": True})) for outlook in ({}, {"interested": False})]
    assert withdrawn[0][0].text == withdrawn[1][0].text
    both = fl.decide(interview(outlook={"interested": True, "withdraw": True}))
    assert both.kind is fl.LetterKind.PURSUE


def test_being_told_that_you_are_not_strong_gets_a_courtesy_letter() -> None:
    decision = fl.decide(interview(outlook={"interested": True, "told_not_strong": True}))
    assert decision.kind is fl.LetterKind.COURTESY
    assert "R12" in rules_of(decision)


def test_your_own_fear_does_not_count() -> None:
    assert fl.decide(interview(outlook={"interested": True, "went_well": False})).kind is fl.LetterKind.PURSUE


def test_what_is_not_known_is_pursued() -> None:
    decision = fl.decide(interview())
    assert decision.kind is fl.LetterKind.PURSUE
    assert "R11" in rules_of(decision)


@pytest.mark.parametrize(("manager", "kind"), [(True, "courtesy"), (False, "pursue")])
def test_where_interviewers_disagree_the_hiring_managers_word_rules(manager: bool, kind: str) -> None:
    people = [
        {"name": "Priya Raman", "role": "hiring manager", "told_not_strong": manager},
        {"name": "Tom Baker", "role": "personnel", "told_not_strong": not manager},
    ]
    assert fl.decide(interview(people=people)).kind == kind


def test_the_kind_can_be_overridden_and_the_reason_says_what_the_rules_would_do() -> None:
    decision = fl.decide(interview(outlook={"interested": False}), kind="pursue")
    assert decision.kind is fl.LetterKind.PURSUE
    assert "as you asked" in decision.reasons[0].text
    assert "R13" in decision.reasons[0].text


# ------------------------------------------------------------------------------------------- recipients


def test_everyone_met_gets_a_letter_in_the_order_listed() -> None:
    people = [
        {"name": "Tom", "role": "personnel"},
        {"name": "Priya", "role": "hiring manager"},
        {"name": "Luis", "role": "panel"},
    ]
    assert [person.name for person in fl.decide(interview(people=people)).recipients] == ["Tom", "Priya", "Luis"]


def test_somebody_not_met_gets_none() -> None:
    people = [{"name": "Tom", "role": "personnel"}, {"name": "Priya", "role": "hiring manager", "met": False}]
    decision = fl.decide(interview(people=people))
    assert [person.name for person in decision.recipients] == ["Tom"]
    assert any("Priya" in reason.text and "did not meet" in reason.text for reason in decision.reasons)


@pytest.mark.parametrize(("write", "letters"), [(None, 0), (True, 1)])
def test_others_get_a_letter_only_on_request(write: bool | None, letters: int) -> None:
    people = [{"name": "Jo", "role": "other", "write": write}]
    assert len(fl.decide(interview(people=people)).recipients) == letters


def test_the_first_person_without_a_role_is_the_hiring_manager_if_nobody_else_is() -> None:
    roles = [person.role for person in fl.decide(interview(people=[{"name": "A"}, {"name": "B"}])).recipients]
    assert roles == [fl.Role.HIRING_MANAGER, fl.Role.PANEL]


def test_every_person_has_a_reason() -> None:
    people = [{"name": "Tom", "role": "personnel"}, {"name": "Jo", "role": "other"}]
    reasons = [reason.text for reason in fl.decide(interview(people=people)).reasons]
    assert all(any(person["name"] in text for text in reasons) for person in people)


# ------------------------------------------------------------------------------------------------- days

MAILED = [
    # level, medium, met on, mailed on
    ("junior", "post", MONDAY, "2026-11-17"),
    ("junior", "post", FRIDAY, "2026-11-23"),  # post waits for the business day
    ("junior", "email", FRIDAY, "2026-11-21"),  # e-mail does not
    ("mid", "post", FRIDAY, "2026-11-23"),
    ("mid", "email", FRIDAY, "2026-11-23"),  # the next business day, as the reason says
    (None, "email", MONDAY, "2026-11-17"),
    (None, "post", MONDAY, "2026-11-17"),
    ("senior", "post", MONDAY, "2026-11-18"),
    ("senior", "post", FRIDAY, "2026-11-24"),
    ("executive", "email", "2026-11-25", "2026-11-30"),  # Thanksgiving between
]


@pytest.mark.parametrize(("level", "medium", "met", "mailed"), MAILED)
def test_letters_go_out_by_the_level_of_the_job(level: str | None, medium: str, met: str, mailed: str) -> None:
    decision = fl.decide(
        interview(
            position={"title": "Planner", "level": level},
            interview={"date": met},
            letter={"medium": medium},
            holidays=["2026-11-26"],
        )
    )
    assert decision.mail_on == dt.date.fromisoformat(mailed)
    assert decision.mail_on <= decision.mail_by


def test_the_call_is_a_week_after_mailing() -> None:
    decision = fl.decide(interview())
    assert decision.call_on == dt.date(2026, 11, 24)
    assert "R32" in rules_of(decision)


def test_the_call_waits_for_a_business_day() -> None:
    decision = fl.decide(interview(interview={"date": "2026-11-18"}, holidays=["2026-11-26"]))
    assert (decision.mail_on, decision.call_on) == (dt.date(2026, 11, 19), dt.date(2026, 11, 27))


def test_an_earlier_decision_moves_the_call_two_business_days_before_it() -> None:
    decision = fl.decide(interview(outlook={"employer_decides_on": "2026-11-24"}))
    assert decision.call_on == dt.date(2026, 11, 20)
    assert "R57" in rules_of(decision)


def test_a_decision_well_after_the_call_moves_nothing() -> None:
    assert fl.decide(interview(outlook={"employer_decides_on": "2026-11-26"})).call_on == dt.date(2026, 11, 24)


def test_another_offers_deadline_moves_the_call_as_well() -> None:
    offer = {"received": "2026-11-12", "decide_by": "2026-11-23"}
    assert fl.decide(interview(outlook={"other_offer": offer})).call_on == dt.date(2026, 11, 19)


def test_where_no_day_is_left_for_a_call_the_letter_goes_by_email_at_once() -> None:
    decision = fl.decide(interview(outlook={"employer_decides_on": "2026-11-18"}))
    assert decision.medium is Medium.EMAIL
    assert decision.mail_on == dt.date(2026, 11, 17)
    assert decision.call_on is None


def test_no_call_follows_a_courtesy_letter_or_a_request_for_none() -> None:
    assert fl.decide(interview(outlook={"interested": False})).call_on is None
    assert fl.decide(interview(outlook={"asked_not_to_call": True})).call_on is None


def test_holidays_may_be_a_countrys() -> None:
    decision = fl.decide(interview(interview={"date": "2026-11-25"}, holidays="US"))
    assert decision.mail_on == dt.date(2026, 11, 27)


@pytest.mark.parametrize(
    ("met", "call_on"),
    [
        ("2026-12-17", "2026-12-28"),  # a week after mailing is December 25, then the 26th, then Sunday
        ("2025-12-17", "2025-12-29"),
        ("2025-12-24", "2026-01-05"),  # mailed on the 29th: the 26th is none to mail on either
        ("2026-12-24", "2027-01-04"),
    ],
)
def test_nobody_is_called_at_christmas_or_on_new_years_day_whatever_the_file_lists(met: str, call_on: str) -> None:
    for holidays in ([], ["2026-11-26"]):
        decision = fl.decide(interview(interview={"date": met}, holidays=holidays))
        assert decision.call_on == dt.date.fromisoformat(call_on)


@given(st.dates(dt.date(2026, 1, 1), dt.date(2030, 12, 31)), st.sampled_from(["junior", "mid", "senior"]))
def test_no_call_of_a_plan_is_on_a_feast(met_on: dt.date, level: str) -> None:
    keen = {"interested": True, "keen_on_company": True}
    noted = interview(interview={"date": met_on}, position={"title": "Planner", "level": level}, outlook=keen)
    calls = [step.on for step in fl.plan(noted, today=met_on).steps if step.doing.is_call]
    assert calls
    assert not [day for day in calls if (day.month, day.day) in {(12, 25), (12, 26), (1, 1)}]


def test_a_country_is_taken_at_its_word() -> None:
    assert fl.decide(interview(interview={"date": "2026-12-17"}, holidays="JP")).call_on == dt.date(2026, 12, 25)


def test_a_country_without_the_package_that_knows_it_is_told_with_its_field(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)  # what Python has of a package that is not installed
    with pytest.raises(fl.MachineError, match="need the `holidays` package") as caught:
        fl.decide(interview(holidays="US"))
    assert caught.value.as_dict()["field"] == "holidays"


def test_a_file_that_names_a_country_is_told_when_it_is_loaded_that_the_package_lacks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = interview(holidays=[]).model_dump(mode="json") | {"holidays": "US"}
    assert fl.load(data).holidays == "US"
    monkeypatch.setitem(sys.modules, "holidays", None)
    for load in (fl.load, lambda data: fl.load_text(json.dumps(data), suffix=".json", files=False)):
        with pytest.raises(fl.MachineError, match="need the `holidays` package") as caught:
            load(data)
        assert caught.value.field == "holidays"
    assert fl.load(data | {"holidays": ["2026-11-26"]}).holidays


def test_a_country_that_is_none_is_refused_with_the_rule() -> None:
    with pytest.raises(InputError, match="a country's code"):
        fl.decide(interview(holidays="Ruritania"))


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", dt.date(9999, 12, 31)])
def test_a_day_with_no_room_for_what_follows_is_refused(day: object) -> None:
    with pytest.raises(InputError, match="1900 to 2199"):
        interview(interview={"date": day})


# -------------------------------------------------------------------------------------------- in a notebook


def test_a_notebook_shows_the_days_as_one_reads_them_and_what_they_are() -> None:
    shown = fl.decide(interview(interview={"date": "2026-11-18"}, position={"title": "Planner", "level": "senior"}))
    page = shown._repr_html_()
    for words in (
        "the letters go out on Friday, November 20, 2026 (mail_on)",
        "the rules allow until Monday, November 23, 2026 (mail_by)",
        "you call on Friday, November 27, 2026 (call_on)",
    ):
        assert f">{words}<" in page
    british = fl.decide(interview(interview={"date": "2026-11-18"}, letter={"language": "en-GB"}))
    assert "the letters go out on Thursday, 19 November 2026 (mail_on)" in str(british)
    none = fl.decide(interview(outlook={"interested": False}))._repr_html_()
    assert ">no call is due (call_on)<" in none

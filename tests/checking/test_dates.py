"""What is said of days: letters that are late, calls that cannot be or were not made, offers and news that are old."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

import followup_letters as fl
from checking.staging import interview
from followup_letters.checking import Finding, Severity, check
from followup_letters.choices import FindingId as Id

EMPLOYED = {"received": "2026-11-20", "decide_by": "2026-12-11"}


def found(id: Id, changes: dict[str, Any], today: str | None = None) -> list[Finding]:
    noted = interview(changes)
    day = dt.date.fromisoformat(today) if today else None
    return [each for each in check(fl.compose(noted), interview=noted, today=day) if each.id is id]


@pytest.mark.parametrize(
    ("today", "severity"),
    [
        (None, None),
        ("2026-11-18", None),
        ("2026-11-19", None),
        ("2026-11-20", Severity.WARNING),
        ("2026-11-23", Severity.WARNING),
        ("2026-11-24", Severity.ERROR),
    ],
)
def test_letters_are_late_after_their_day_and_too_late_after_three_business_days(
    today: str | None, severity: Severity | None
) -> None:
    assert [each.severity for each in found(Id.LATE, {}, today)] == ([severity] if severity else [])


@pytest.mark.parametrize("today", ["2026-11-20", "2026-11-24"])
def test_letters_that_are_late_say_which_date_is_on_them_and_how_to_have_another(today: str) -> None:
    (finding,) = found(Id.LATE, {}, today)
    assert "they bear the date 2026-11-19, and `letter: {mail_on: " + today + "}` gives them today’s" in finding.message
    (late,) = fl.compose(interview({"letter": {"mail_on": today}}))
    assert str(late.mail_on) == today
    assert f"November {int(today[-2:])}, 2026" in late.text
    told = found(Id.LATE, {"letter": {"mail_on": today}}, today)
    assert Severity.ERROR not in [each.severity for each in told]
    (by_email,) = found(Id.LATE, {"letter": {"medium": "email"}}, today)
    assert "bear" not in by_email.message, "no date stands on an e-mail"


@pytest.mark.parametrize(("medium", "told"), [("post", "mail them on 2026-11-23"), ("email", "send them today")])
def test_no_letter_is_to_be_mailed_on_a_sunday(medium: str, told: str) -> None:
    (finding,) = found(Id.LATE, {"letter": {"medium": medium}}, "2026-11-22")
    assert told in finding.message
    assert "mail_on: 2026-11-22" not in finding.message
    assert ("mail_on: 2026-11-23" in finding.message) == (medium == "post")


@pytest.mark.parametrize(("medium", "by_email"), [("post", True), ("email", False)])
def test_letters_that_are_too_late_go_by_email_which_is_told_to_whom_it_is_new(medium: str, by_email: bool) -> None:
    (finding,) = found(Id.LATE, {"letter": {"medium": medium}}, "2026-11-29")
    assert ("send them now, by e-mail" in finding.message) is by_email
    assert ("mail_on: 2026-11-30" in finding.message) is by_email


@pytest.mark.parametrize(("met", "is_asked"), [("2025-11-27", True), ("2026-10-27", False)])
def test_the_year_of_an_interview_of_long_ago_is_asked(met: str, is_asked: bool) -> None:
    (finding,) = found(Id.LATE, {"interview": {"date": met}}, "2026-11-29")
    assert ("is the year of 2025-11-27, 367 days ago, another?" in finding.message) is is_asked


def test_a_day_of_mailing_before_the_interview_is_passed_over_and_told() -> None:
    too_early = {"letter": {"mail_on": "2026-11-02"}}
    assert fl.decide(interview(too_early)).mail_on == dt.date(2026, 11, 19)
    (finding,) = found(Id.ODD_DATE, too_early)
    assert finding.where.field == "letter.mail_on"
    assert "2026-11-02, before the interview on 2026-11-18, and is passed over" in finding.message
    assert "the letters bear the date 2026-11-19" in finding.message


HIRED = [{"on": "2026-11-24", "what": "heard from them", "response": "hired someone else"}]


def test_a_letter_that_asks_for_a_job_which_is_gone_is_an_error_that_says_what_still_makes_sense() -> None:
    (finding,) = found(Id.JOB_FILLED, {"history": HIRED})
    assert finding.severity is Severity.ERROR
    assert finding.where.field == "history[0].response"
    assert "Priya Raman" in finding.message
    assert "`--kind courtesy`" in finding.message
    assert not found(Id.LATE, {"history": HIRED}, "2026-12-24"), "it says to send them, and they are not to be sent"
    assert not found(Id.CALL_DATE, {"history": HIRED}, "2026-12-24")


def test_a_courtesy_letter_is_fitting_after_they_hired_someone_else() -> None:
    noted = interview({"history": HIRED})
    courtesy = check(fl.compose(noted, kind="courtesy"), interview=noted)
    assert not courtesy.errors
    assert not [each for each in courtesy if each.id is Id.KIND_CONFLICT]


def test_who_wants_the_job_and_withdraws_is_told_of_both_fields() -> None:
    (finding,) = found(Id.KIND_CONFLICT, {"outlook": {"interested": True, "withdraw": True}})
    assert finding.severity is Severity.WARNING
    assert "`interested: true` and `withdraw: true`" in finding.message
    assert not found(Id.KIND_CONFLICT, {"outlook": {"interested": None, "withdraw": True}})


def test_a_letter_that_was_out_before_they_hired_someone_else_is_no_error() -> None:
    wrote = {"on": "2026-11-19", "what": "wrote"}
    assert not found(Id.JOB_FILLED, {"history": [wrote, *HIRED]})
    assert not found(Id.JOB_FILLED, {"history": [wrote | {"person": "Priya Raman"}, *HIRED]})
    assert found(Id.JOB_FILLED, {"history": [wrote | {"person": "Tom Baker"}, *HIRED]})


def test_letters_that_were_sent_in_time_are_not_late_afterwards() -> None:
    history = [{"on": "2026-11-19", "what": "wrote"}]
    assert not found(Id.LATE, {"history": history}, "2026-12-24")


def test_letters_that_were_sent_too_late_are_told_without_a_day() -> None:
    (finding,) = found(Id.LATE, {"history": [{"on": "2026-11-30", "what": "wrote"}]})
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("outlook", "count"),
    [
        ({}, 0),
        ({"employer_decides_on": "2026-11-20"}, 1),
        ({"employer_decides_on": "2026-11-20", "asked_not_to_call": True}, 0),
        ({"employer_decides_on": "2026-11-20", "interested": False}, 0),
        ({"other_offer": {"received": "2026-11-18", "decide_by": "2026-11-19"}}, 1),
    ],
)
def test_a_call_that_finds_no_room_is_told(outlook: dict[str, Any], count: int) -> None:
    assert len(found(Id.CALL_DATE, {"outlook": outlook})) == count


def test_a_call_that_was_due_and_not_made_is_told_on_the_day_that_is_given() -> None:
    wrote = {"on": "2026-11-19", "what": "wrote"}
    assert found(Id.CALL_DATE, {"history": [wrote]}, "2026-12-07")
    assert not found(Id.CALL_DATE, {"history": [wrote]}, "2026-11-27")
    assert not found(Id.CALL_DATE, {"history": [wrote, {"on": "2026-11-27", "what": "called"}]}, "2026-12-07")


@pytest.mark.parametrize(
    "promised",
    ["phone numbers for two references by Wednesday", "my call logs by Monday", "a ring to try on by Thursday"],
)
def test_something_promised_for_a_day_is_no_call(promised: str) -> None:
    people = [{"name": "Priya Raman", "role": "hiring manager", "promised": promised}]
    assert not found(Id.CALL_DATE, {"people": people})


@pytest.mark.parametrize("sent", [None, "2026-12-14", "2026-11-19"])
def test_a_call_is_told_as_missed_only_where_the_plan_has_it_as_late(sent: str | None) -> None:
    """While no letter is out the call waits for it, and one that went out late is called about a week after."""
    noted = interview({"history": [{"on": sent, "what": "wrote"}] if sent else []})
    today = dt.date(2026, 12, 20)
    (call,) = (step for step in fl.plan(noted, today=today).steps if step.doing.is_call)
    told = [each for each in check(fl.compose(noted), today=today) if each.id is Id.CALL_DATE]
    assert (call.state is fl.State.OVERDUE) == (sent == "2026-11-19") == bool(told)
    assert all(str(call.on) in each.message for each in told)


def test_an_offer_expires_with_the_day_that_is_given() -> None:
    assert not found(Id.OFFER_EXPIRED, {"outlook": {"other_offer": EMPLOYED}})
    assert not found(Id.OFFER_EXPIRED, {"outlook": {"other_offer": EMPLOYED}}, "2026-12-11")
    assert found(Id.OFFER_EXPIRED, {"outlook": {"other_offer": EMPLOYED}}, "2026-12-12")


def test_an_offer_that_is_yet_to_come_is_a_bluff() -> None:
    assert found(Id.BLUFF, {"outlook": {"other_offer": EMPLOYED}}, "2026-11-19")
    assert not found(Id.BLUFF, {"outlook": {"other_offer": EMPLOYED}}, "2026-11-20")


def test_another_offer_in_a_letter_is_a_threat_if_there_is_one_and_a_bluff_if_not() -> None:
    reasons = {"reasons": ["I have another offer"]}
    assert found(Id.BLUFF, {"outlook": reasons})
    assert not found(Id.OFFER_THREAT, {"outlook": reasons})
    assert found(Id.OFFER_THREAT, {"outlook": reasons | {"other_offer": EMPLOYED}})
    assert not found(Id.BLUFF, {"outlook": reasons | {"other_offer": EMPLOYED}})


def test_the_employer_of_the_other_offer_is_named_only_if_that_is_allowed() -> None:
    reasons = {"reasons": ["Acme Forge is a long way off"]}
    offer = EMPLOYED | {"company": "Acme Forge"}
    assert found(Id.PRIVATE_LEAK, {"outlook": reasons | {"other_offer": offer}})
    assert not found(Id.PRIVATE_LEAK, {"outlook": reasons | {"other_offer": offer | {"may_name": True}}})


@pytest.mark.parametrize(("date", "count"), [("2026-08-29", 0), ("2026-08-28", 1), ("", 0)])
def test_news_is_old_after_ninety_days_at_the_call(date: str, count: int) -> None:
    assert len(found(Id.OLD_NEWS, {"outlook": {"news": [{"what": "the new dock", "date": date}]}})) == count


def test_a_vigorous_pursuit_wants_a_question_more_urgently() -> None:
    vigorous = {"pursue_vigorously": True, "went_well": True, "questions": []}
    (finding,) = found(Id.NO_QUESTIONS, {"outlook": vigorous})
    assert finding.severity is Severity.WARNING
    assert found(Id.NO_RESEARCH, {"outlook": vigorous})


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"history": [{"on": "2026-11-19", "what": "wrote"}]}, None),
        ({"history": [{"on": "2026-11-18", "what": "met"}]}, None),
        ({"history": [{"on": "2026-11-10", "what": "wrote"}]}, "history[0].on"),
        ({"history": [{"on": "2026-11-19", "what": "wrote"}, {"on": "2036-11-27", "what": "called"}]}, "history[1].on"),
        ({"outlook": {"employer_decides_on": "2062-12-01"}}, "outlook.employer_decides_on"),
        ({"outlook": {"employer_decides_on": "2026-11-02"}}, "outlook.employer_decides_on"),
        ({"outlook": {"employer_decides_on": "2027-11-18"}}, None),
        (
            {"outlook": {"other_offer": {"received": "2026-11-20", "decide_by": "2029-12-11"}}},
            "outlook.other_offer.decide_by",
        ),
        ({"outlook": {"other_offer": {"received": "2026-11-10", "decide_by": "2026-11-17"}}}, None),  # offer-expired
    ],
)
def test_a_day_that_no_follow_up_would_have_is_told_without_a_clock(changes: dict[str, Any], field: str | None) -> None:
    told = found(Id.ODD_DATE, changes)
    assert [(each.severity, each.where.field) for each in told] == ([(Severity.WARNING, field)] if field else [])


@pytest.mark.parametrize(
    ("changes", "today", "field"),
    [
        ({}, "2026-11-18", None),
        ({}, "2026-11-17", "interview.date"),
        ({"history": [{"on": "2026-11-19", "what": "wrote"}]}, "2026-11-19", None),
        ({"history": [{"on": "2026-11-27", "what": "wrote"}]}, "2026-11-20", "history[0].on"),
        ({"outlook": {"employer_decides_on": "2026-12-01"}}, "2026-11-20", None),
    ],
)
def test_what_has_happened_after_the_day_of_checking_is_told(
    changes: dict[str, Any], today: str, field: str | None
) -> None:
    assert [each.where.field for each in found(Id.ODD_DATE, changes, today)] == ([field] if field else [])


# ------------------------------------------------------------------------------------------ public holidays


@pytest.mark.parametrize(
    ("date", "more", "told"),
    [
        ("2026-11-18", {}, "the call is on 2026-11-26, when Thanksgiving Day is kept"),
        ("2026-10-09", {}, "the letters go out on 2026-10-12, when Columbus Day is kept"),
        ("2026-06-25", {}, "the call is on 2026-07-03, when Independence Day is kept"),
        ("2026-04-02", {"letter": {"language": "en-GB"}}, "the letters go out on 2026-04-03, when Good Friday is kept"),
        ("2026-08-21", {"letter": {"language": "en-GB"}}, "the call is on 2026-08-31, when the summer bank holiday"),
    ],
)
def test_a_day_on_a_public_holiday_is_told_with_the_line_that_moves_it(
    date: str, more: dict[str, Any], told: str
) -> None:
    (finding,) = _on_holidays(date, more)
    assert finding.message.startswith(told)
    days = re.search(r"`holidays: \[([\d, -]+)\]` moves it", finding.message)
    assert days is not None
    assert _on_holidays(date, more | {"holidays": days[1].split(", ")}) == []


@pytest.mark.parametrize(
    ("date", "more"),
    [
        ("2026-11-17", {}),
        ("2026-11-18", {"letter": {"language": "en-GB"}}),
        ("2026-11-18", {"holidays": "GB"}),  # a country is taken at its word
        ("2026-11-18", {"outlook": {"asked_not_to_call": True}}),
        ("2026-11-18", {"history": [{"on": "2026-11-19", "what": "wrote"}, {"on": "2026-11-25", "what": "called"}]}),
        ("2026-10-09", {"letter": {"mail_on": "2026-10-12"}}),
        ("2026-10-11", {"letter": {"medium": "email"}}),
    ],
)
def test_no_holiday_is_told_where_there_is_none_or_nothing_to_move(date: str, more: dict[str, Any]) -> None:
    assert _on_holidays(date, more) == []


def _on_holidays(date: str, more: dict[str, Any]) -> list[Finding]:
    return found(Id.PUBLIC_HOLIDAY, {"holidays": [], "interview": {"date": date}} | more)

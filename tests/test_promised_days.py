"""By when something was promised is read where it is said, and decides the plan and what is said of the letter."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import followup_letters as fl
from checking.staging import FAULTLESS, interview
from followup_letters.choices import FindingId
from followup_letters.promised_days import promised_by

THURSDAY = dt.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("a link to my portfolio by Monday", "2026-11-30"),
        ("two references by Thursday", "2026-12-03"),
        ("two references by next Friday", "2026-12-04"),
        ("to call you by Friday next week", "2026-12-04"),
        ("two references by tomorrow", "2026-11-27"),
        ("to call you on Monday", "2026-11-30"),
        ("I would call him on Friday", "2026-11-27"),
        ("that I'd ring her on Friday", "2026-11-27"),
        ("call you on Friday", "2026-11-27"),
        ("to send the samples on Friday", "2026-11-27"),
        ("to send the slides I showed on Monday", None),
        ("to send you the notes of the talk on Monday", None),
        ("two references before Monday", "2026-11-29"),
        ("the plan by noon on Monday", "2026-11-30"),
        ("the plan by December 1", "2026-12-01"),
        ("the plan no later than 2 January", "2027-01-02"),
        ("the plan by February 30", None),
        ("the plan by December 1st", "2026-12-01"),
        ("the plan by the 1st of December", "2026-12-01"),
        ("the plan by the 1st", "2026-12-01"),
        ("the plan before the 1st, with its figures", "2026-11-30"),
        ("the plan by the 27th at noon", "2026-11-27"),
        ("the plan by the 26th", "2026-12-26"),
        ("the plan by the 31st", "2026-12-31"),
        ("the plan by the 32nd", None),
        ("the plan by Wednesday the 9th", "2026-12-09"),
        ("the plan by Wednesday, the 9th", "2026-12-09"),
        ("the plan by Wednesday 9th", "2026-12-09"),
        ("the plan by Wednesday 9 December", "2026-12-09"),
        ("the plan by Wednesday, December 9", "2026-12-09"),
        ("the plan by next Thursday the 3rd", "2026-12-03"),
        ("the plan by Monday the 9th", "2026-12-09"),
        ("to call you on Wednesday the 9th", "2026-12-09"),
        ("to call you on the 9th", "2026-12-09"),
        ("the plan by Monday the 2nd draft", "2026-11-30"),
        ("the plan before the 2nd interview", None),
        ("the plan by the 3rd of next month", None),
        ("the plan by the end of the week", "2026-11-27"),
        ("the plan before the end of this week", "2026-11-27"),
        ("the plan by the end of next week", "2026-12-04"),
        ("the plan by the end of Friday", "2026-11-27"),
        ("the slides I showed on Monday", None),
        ("two references", None),
    ],
)
def test_the_day_of_a_promise_is_the_first_such_day_after_the_interview(text: str, by: str | None) -> None:
    assert promised_by(text, THURSDAY) == (by and dt.date.fromisoformat(by))


def promising(text: str, **changes: Any) -> fl.Interview:
    met = {"interview": {"date": str(THURSDAY)}, "holidays": []}
    return interview(met | {"people": [FAULTLESS["people"][0] | {"promised": text}]} | changes)


@pytest.mark.parametrize(("text", "on", "latest"), [
    ("a link to my portfolio by Monday", "2026-11-27", "2026-11-30"),
    ("a link to my portfolio by December 4", "2026-11-27", "2026-12-04"),
    ("a link to my portfolio by tomorrow", "2026-11-27", "2026-11-27"),
    ("a link to my portfolio", "2026-11-27", "2026-12-01"),
    ("to call you by Thursday", "2026-11-27", "2026-12-03"),
    ("to call you by noon on Thursday", "2026-11-27", "2026-12-03"),
    ("to call you on Thursday", "2026-12-03", "2026-12-03"),
    ("I would call him on Thursday", "2026-12-03", "2026-12-03"),
    ("to send the samples on Thursday", "2026-12-03", "2026-12-03"),
])  # fmt: skip
def test_a_promise_is_to_be_kept_by_the_day_that_was_said(text: str, on: str, latest: str) -> None:
    (step,) = (each for each in fl.plan(promising(text), today=THURSDAY).steps if each.doing is fl.Doing.KEEP_PROMISE)
    assert (str(step.on), str(step.latest)) == (on, latest)
    kept = promising(text, history=[{"on": str(THURSDAY), "what": "kept a promise"}])
    (done,) = (each for each in fl.plan(kept, today=THURSDAY).steps if each.doing is fl.Doing.KEEP_PROMISE)
    assert done.state is fl.State.DONE


@pytest.mark.parametrize(("mail_on", "medium", "is_told"), [
    ("2026-11-27", "post", False),
    ("2026-11-30", "post", True),
    ("2026-11-30", "email", False),
    ("2026-12-01", "email", True),
])  # fmt: skip
def test_a_letter_that_says_by_when_goes_out_before_that_day(mail_on: str, medium: str, is_told: bool) -> None:
    noted = promising("a link to my portfolio by Monday", letter={"mail_on": mail_on, "medium": medium})
    told = [each for each in fl.check(fl.compose(noted)) if each.id is FindingId.PROMISE_PAST]
    assert [each.where.field for each in told] == (["people[0].promised"] if is_told else [])
    assert all("means by 2026-11-30" in each.message and mail_on in each.message for each in told)


@pytest.mark.parametrize(("medium", "is_told"), [("post", True), ("email", False)])
def test_a_letter_by_post_takes_a_day_at_least(medium: str, *, is_told: bool) -> None:
    noted = promising("my license number by Tuesday", letter={"mail_on": "2026-11-30", "medium": medium})
    told = [each for each in fl.check(fl.compose(noted)) if each.id is FindingId.PROMISE_PAST]
    assert ["by post, which takes a day at least" in each.message for each in told] == ([True] if is_told else [])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("two references by Wednesday the 9th", None),
        ("two references by Wednesday, December 9", None),
        ("two references by Wednesday", None),
        ("two references by the 9th", None),
        ("two references by Monday the 9th", "2026-12-09, a Wednesday"),
        ("two references before Tuesday, 9 December", "2026-12-09, a Wednesday"),
    ],
)
def test_a_date_and_a_weekday_that_do_not_go_together_are_told(text: str, day: str | None) -> None:
    found = fl.check(fl.compose(promising(text)))
    told = [each for each in found if each.id is FindingId.PROMISE_WEEKDAY]
    assert [each.where.field for each in told] == (["people[0].promised"] if day else [])
    assert all(str(day) in each.message for each in told)
    assert all(each.id is not FindingId.PROMISE_PAST for each in found if "9" in text)

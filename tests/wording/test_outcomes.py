"""What follows "You want" of what is once done, and what follows "there are" of so many things to do."""

from __future__ import annotations

import pytest

from followup_letters.wording.needs.outcomes import as_awaited, outcome


@pytest.mark.parametrize(
    ("task", "wished"),
    [
        (
            "take the key records off paper before the audit in March",
            "the key records taken off paper before the audit in March",
        ),
        ("merge two warehouse systems without losing a shift", "two warehouse systems merged without losing a shift"),
        ("win back project cargo", "project cargo won back"),
        ("grow the export desk from four people to eight", "the export desk grown from four people to eight"),
        ("move the desk off spreadsheets and onto CargoWise", "the desk moved off spreadsheets and onto CargoWise"),
        ("clear the backlog of uncatalogued sherds", "the backlog of uncatalogued sherds cleared"),
        ("fill the night shift", "the night shift filled"),
        ("grow deposits from two million to five", "deposits grown from two million to five"),
        ("automate month-end reports", "month-end reports automated"),
    ],
)
def test_what_is_once_done_is_wished_done(task: str, wished: str) -> None:
    assert outcome(task) == wished


@pytest.mark.parametrize(
    "task",
    [
        "supervise four newly qualified therapists",  # a duty of every day
        "shorten the queue for the big microscope",  # which queue, and not for whom
        "retrain diesel fitters for high voltage",
        "reduce the time crews spend loading out",
        "bring up two associate producers",  # "brought up" is said of children
        "bring in 30 electric buses and keep the service running",  # two deeds
        "take both concert groups to the festival every year",
        "take care of the accounts",
        "plan the residential week in Wales",
        "grow small-business deposits",  # of which nobody is told how far
        "raise the profile of the hospice",
        "cut",
    ],
)
def test_a_duty_an_idiom_and_what_may_mean_another_thing_are_not(task: str) -> None:
    assert outcome(task) is None


@pytest.mark.parametrize(
    ("task", "waiting"),
    [
        ("supervise four newly qualified therapists", "four newly qualified therapists to supervise"),
        ("train and coach six first-line supervisors", "six first-line supervisors to train and coach"),
        ("answer 40 calls a day", "40 calls a day to answer"),
        ("keep 12 plants running", None),
        ("teach one section of music theory", None),
        ("lead a team of 12", None),
        ("see thirty brokers a month, in person", None),
        ("steady two teachers in their first two years", None),
        ("train two apprentices at the bench", "two apprentices to train at the bench"),
        (
            "prepare and dispatch 210 animal diets by 7:30 every morning",
            "210 animal diets to prepare and dispatch by 7:30 every morning",
        ),
        ("supervise 18 nurses and 9 technicians", "18 nurses and 9 technicians to supervise"),
        ("lead a team of 40 technicians over three shifts", None),
        ("keep 35 trucks loaded both ways", None),
    ],
)
def test_so_many_things_are_there_to_be_done(task: str, waiting: str | None) -> None:
    assert as_awaited(task) == waiting

"""A reservation is echoed by the thing that it is about, never in its own negative words (R42)."""

from __future__ import annotations

import pytest

import followup_letters as fl
from followup_letters.wording.concerns import echoed, points_back


@pytest.mark.parametrize(
    ("concern", "thing"),
    [
        ("no hospital work", "hospital work"),
        ("little arboriculture", "arboriculture"),
        ("not much work with industry", "work with industry"),
        ("my never having run a marching show on my own", "running a marching show on my own"),
        ("I have never worked with children", "working with children"),
        ("thin on modelling", "modelling"),
        ("size of the team", "the size of the team"),
        ("no healthcare background", "a healthcare background"),
        ("that I have never worked with a digger", "working with a digger"),
        ("She has never worked in the public sector", "working in the public sector"),
        ("has not built organs", "building organs"),
        ("I have never been employed by a court", "being employed by a court"),
        ("I have raised trout and never leeches", "leeches"),
        ("I have only managed volunteers, never paid staff", "paid staff"),
        ("I have scheduled freelancers but never supervised employees", "supervising employees"),
        ("I know the sensors but have not worked on a whole dummy", "working on a whole dummy"),
        ("whether I am ready for a county of this size", "a county of this size"),
        ("whether I would keep night hours from May to October", "keeping night hours from May to October"),
        ("whether I would miss specialty work", None),  # which nobody offers to do
        ("I have restored organs but not built a new one", None),
        ("the site work means nights away", None),
        ("that I come from arenas and not from ballparks", None),
        ("a concern that I have managed only four people", None),
        ("worried that I had never used Manhattan", "using Manhattan"),
        ("I have not worked under glass, only with field flowers", "working under glass"),
        ("young for a head coach", None),
        ("doesn't know the sector", None),
        ("a bit quiet", None),
        ("gaps in the CV", None),
        ("my age", None),
        ("two kids", None),
        ("never managed anyone", None),
        ("whether I'd stay", None),
        ("never a manager", None),
        ("not enough experience yet", None),
        ("no rotating season as a department head", None),  # which would want an article
        ("being too soft", None),
        ("being nervous", None),
        ("being hard on apprentices", None),
        ("a weak reference", None),
        ("my short temper", None),
        ("a rather poor reference", None),
        ("being seen as too soft", None),
        ("living 30 miles away", "living 30 miles away"),
        ("working alone", "working alone"),
        ("training budget", "the training budget"),
        ("the overnight shifts", "the overnight shifts"),
    ],
)
def test_what_is_wanting_is_named_without_saying_that_it_is(concern: str, thing: str | None) -> None:
    assert echoed(concern) == thing


@pytest.mark.parametrize(
    ("answer", "pointing"),
    [
        ("left both when they closed", "both"),
        ("have done it twice since", "it"),
        ("was never paid for that", "that"),
        ("have since left them", "them"),
        ("ran a shop and sold it", None),
        ("led 41 beds for five months", None),
        ("kept bees and sold them", None),
        ("left both shops in good order", None),
        ("have taught that course since May", None),
        ("passed the CII exams instead of it", "it"),
        ("sold valves for two years before that", "that"),
        ("had run a shop before then", "then"),
        ("worked my way up without one", "one"),
        ("had none at twenty, and have plenty now", "none"),
        ("was agency for all but one of them", "them"),
        ("have had one since", "one"),
        ("ran a kitchen, and a bar before that", None),
        ("was offered a desk and took the van instead of it", None),
        ("taught pupils for years, most of them adults", None),
        ("have kept two dogs and fed both of them", None),
        ("worked one on one with pupils", None),
        ("lost none of my own hives", None),
        ("was one of two night managers", None),
    ],
)
def test_an_answer_that_points_back_is_known(answer: str, pointing: str | None) -> None:
    assert points_back(answer) == pointing


@pytest.mark.parametrize(("concern", "is_told"), [("short stints at my last two places", False), ("two shops", True)])
def test_an_answer_that_points_to_what_the_letter_does_not_name_is_left_out_and_told(
    concern: str, is_told: bool
) -> None:
    letters = fl.compose(
        fl.load(
            {
                "candidate": {"name": "Sam Doyle"},
                "company": {"name": "Acme Ltd"},
                "position": {"title": "Supervisor"},
                "interview": {"date": "2026-11-18"},
                "people": [{"name": "Anna Weber", "talked_about": "the blue pump"}],
                "outlook": {"reservations": [{"concern": concern, "answer": "left both when they closed"}]},
            }
        )
    )
    assert ("left both" in letters[0].text) is is_told
    assert any("points back" in finding.message for finding in fl.check(letters)) is not is_told

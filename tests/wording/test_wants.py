"""What follows "You want": a thing with what is to become of it, and no idiom, domain or mere name."""

from __future__ import annotations

import pytest

from followup_letters.wording.grammar.phrases import as_yours
from followup_letters.wording.needs.things import noun_phrase
from followup_letters.wording.needs.wants import as_wanted, asks_for_more
from followup_letters.wording.needs.whole_list import infinitives


@pytest.mark.parametrize(
    ("task", "wanted"),
    [
        ("get complaints under ten", "complaints under ten"),
        ("bring the heating bill down", "the heating bill down"),
        ("keeping remakes below 2%", "remakes below 2%"),
        ("keep an eye on costs inside the plant", None),
        ("get started within a week", None),
        ("get rid of the backlog within a year", None),
        ("keep our promises right through the winter", None),
        ("keep second shift from leaving", None),
        ("bring new staff into the team", None),
        ("get more out of the volunteers, and keep them", None),
        ("get the list down, and keep it there", None),
        ("get scrap under 2% and rework under 1%", "scrap under 2% and rework under 1%"),
    ],
)
def test_a_task_is_told_by_what_it_brings_about(task: str, wanted: str | None) -> None:
    assert as_wanted(task) == wanted


@pytest.mark.parametrize("need", ["fewer falls", "swallow assessments inside 24 hours", "no late submissions"])
def test_what_says_how_things_should_be_is_wanted(need: str) -> None:
    assert noun_phrase(need) == need
    assert asks_for_more(need)


@pytest.mark.parametrize("need", ["Zero lost-time injuries", "Nil returns late", "Zero downtime on two lines"])
def test_none_at_all_is_wanted(need: str) -> None:
    wanted = need[0].lower() + need[1:]
    assert noun_phrase(need) == wanted
    assert asks_for_more(wanted)


@pytest.mark.parametrize(
    "need",
    [
        "zero hours contracts",
        "zero tolerance of lateness",
        "people without homes",
        "money that must be spent by December",
        "pupils under 11",
        "management of 40 staff",
        "no travel required",
    ],
)
def test_a_field_of_work_is_not_wanted(need: str) -> None:
    assert not asks_for_more(need)


def test_a_list_of_verbs_vouches_for_no_noun() -> None:
    assert infinitives(["Process the claims", "Audit trails kept by hand"]) == ("process the claims", None)
    assert infinitives(["Machines running at 85 percent"]) == (None,)


def test_the_employers_we_is_the_readers_you_but_not_inside_a_name() -> None:
    assert as_yours("win one in four of the bids we send out for our clients") == (
        "win one in four of the bids you send out for your clients"
    )
    assert as_yours("run the We Care scheme") == "run the We Care scheme"


@pytest.mark.parametrize(
    "task",
    [
        "get every transfer applicant a decision within ten business days",
        "get each new hire a badge before the first day",
    ],
)
def test_nobody_wants_somebody_a_thing(task: str) -> None:
    assert as_wanted(task) is None

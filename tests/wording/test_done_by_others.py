"""What others did, or what a plural names, is never told as a deed of the writer's."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.joining import as_experience
from followup_letters.wording.bullets.saying import as_told, said_of
from followup_letters.wording.needs.whole_list import infinitives


@pytest.mark.parametrize(
    "bullet",
    [
        "Customers asked for me by name",
        "Actors asked to work with me again",
        "Parents asked for my class",
        "Schools asked for my class",
        "Pupils read for pleasure",
        "96 percent of pupils read for pleasure",
        "Horses won at Ascot",
        "Six horses won at Ascot",
        "Nurses relied on me at night",
        "Children learned to swim in ten weeks",
        "Customers travelled from Leeds",
        "Forty customers traveled from Leeds",
        "Dogs placed at Crufts",
        "Teams won at the nationals",
        "Bakers won in York",
        "Families walked to school",
        "Complaints dealt with the same day",
        "Vegans catered for",
        "Bees swarmed twice",
        "Trains stopped at Crewe",
        "Team managed without me",
        "Three juniors promoted under me",
    ],
)
def test_what_others_did_is_told_of_them_or_not_at_all(bullet: str) -> None:
    for told in (as_told(bullet), as_told(bullet, current=True)):
        assert told is None or told == f"{bullet[0].lower()}{bullet[1:]}"


@pytest.mark.parametrize(
    ("bullet", "told"),
    [
        ("40 customers asked for me by name", "40 customers asked for me by name"),
        ("Four apprentices coached to a medal", "I have coached four apprentices to a medal"),
        ("Three teams built from nothing", "I have built three teams from nothing"),
        ("Boilers serviced in 40 homes", "I have serviced boilers in 40 homes"),
        ("Twelve volunteers supervised in two halls", "I have supervised twelve volunteers in two halls"),
        ("Trains cleaned at night", "I have cleaned trains at night"),
        ("Boats built in cedar", "I have built boats in cedar"),
        ("Lessons planned for 40 weeks", "I have planned lessons for 40 weeks"),
    ],
)
def test_what_was_done_with_people_and_things_is_still_the_writers(bullet: str, told: str) -> None:
    assert as_told(bullet) == told


@pytest.mark.parametrize(
    "noted",
    [
        "Books bound by hand",
        "Books balanced to the penny",
        "Lambs reared by hand",
        "Machines stopped breaking down",
        "Machines kept running",
        "Stands built for Chelsea",
        "Pots thrown by hand",
        "Shelves filled by seven",
        "Experiments run in three labs",
        "Experiments designed for the lab",
        "Herds built from nothing",
        "Nails done at weddings",
        "Plates cleared in a minute",
        "Skirts sewn by hand",
        "Uses found for offcuts",
        "Lambs dying in the first week",
        "Pumps leaking at night",
        "Leads from the website followed up in an hour",
        "Books two months behind",
        "Reports for the board",
        "Reports on water quality",
        "Orders from schools",
        "Reports nobody reads",
        "Forms people can fill in",
        "Stands ready for Chelsea",
    ],
)
def test_a_plural_that_may_be_a_verb_is_none_before_what_became_of_it(noted: str) -> None:
    base = noted.split()[0].casefold().removesuffix("s")
    for told in (as_told(noted), as_told(noted, current=True)):
        assert told is None or told.startswith("I have ")
        assert told is None or not told.removeprefix("I have ").startswith((base, "shelv", "stood"))
    assert infinitives([noted]) == (None,)


@pytest.mark.parametrize(
    ("need", "order"),
    [
        ("Works with schools in Leeds", "work with schools in Leeds"),
        ("Reports to the plant manager", "report to the plant manager"),
        ("Manages closed loops in two plants", "manage closed loops in two plants"),
        ("Runs the rota", "run the rota"),
        ("Trains people to weld", "train people to weld"),
    ],
)
def test_a_verb_in_the_third_person_is_still_an_order(need: str, order: str) -> None:
    assert infinitives([need]) == (order,)


def test_a_place_among_others_is_told_of_the_time_when_it_was_had() -> None:
    assert as_told("Ranked second of 90") == "I ranked second of 90"
    assert as_told("Placed 3rd in the county") == "I was placed 3rd in the county"
    said = said_of("Ranked second of 90")
    assert said is not None
    assert as_experience(said) is None

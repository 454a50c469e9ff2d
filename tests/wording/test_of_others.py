"""What others did stands as it was noted, if it is a sentence; behind a deed it goes on with "and"."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.saying import as_told
from followup_letters.wording.grammar.asides import without_aside
from followup_letters.wording.grammar.splices import is_a_sentence, sentences_of
from followup_letters.wording.grammar.to_the_reader import as_said_to
from followup_letters.wording.needs.infinitives import infinitive
from followup_letters.wording.talks.matters import topic_in_parts


@pytest.mark.parametrize(
    "bullet",
    [
        "Customers followed me from the old shop",
        "The main contractor asked for my gang by name on the next three jobs",
        "Every teacher I hired in 2021 is still here",
        "The parametric spreadsheet I built for retaining walls is used in three of our offices",
        "Six of my seven graduates chartered at the first attempt",
        "The V&A shop reordered five times",
        "People post me boots from Shetland",
        "Families get a phone call from me every fortnight",
        "Governors read my reports, which are two pages",
        "Parents come to my conferences",
        "Officers say they can tell when I'm on",
    ],
)
def test_a_sentence_about_others_stands(bullet: str) -> None:
    assert as_told(bullet) == bullet[0].lower() + bullet[1:]


@pytest.mark.parametrize(
    "bullet",
    [
        "Six apprentices brought through, last one won a prize",
        "The boxes built the year before",
        "A tool that is used in three offices, not by me",
        "Systems that nobody has touched",
        "Recuts went down, 6.1% in 2024, 2.2% since",
        "Missed deadlines: none in 11 years",
        "two landlords, never paid a late fee",
        "Plans the",
        "The one who has the keys",
    ],
)
def test_a_participle_or_a_relative_clause_makes_no_sentence(bullet: str) -> None:
    assert (as_told(bullet) or "").casefold() != bullet.casefold()


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        (
            "Started the cider side, it pays for the tractors now",
            "I started the cider side, and it pays for the tractors now",
        ),
        (
            "Took on a lad from the offenders' team, he's qualified now",
            "I took on a lad from the offenders' team, and he's qualified now",
        ),
        (
            "Built 4 miles of path, locals call it the pram road",
            "I built 4 miles of path, and locals call it the pram road",
        ),
        (
            "Cleared two acres, the kitchen takes everything they grow",
            "I cleared two acres, and the kitchen takes everything they grow",
        ),
        (
            "Mentoring junior inspectors, three of them lead teams now",
            "I have mentored junior inspectors, and three of them lead teams now",
        ),
        (
            "17 plans drawn straight off my notes, nobody had to go back",
            "I have drawn 17 plans straight off my notes, and nobody had to go back",
        ),
        ("Won the contract, the largest the firm has had", "I won the contract, the largest the firm has had"),
        ("Ran the shop, the only one on the front", "I ran the shop, the only one on the front"),
        ("Rigged the lift, 1.8 tonnes through a tight hatch", "I rigged the lift, 1.8 tonnes through a tight hatch"),
    ],
)
def test_a_sentence_behind_a_comma_is_joined_and_nothing_else(bullet: str, clause: str) -> None:
    assert as_told(bullet) == clause


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        (
            "Coordinates lane and track closures with two railroads",
            "I have coordinated lane and track closures with two railroads",
        ),
        ("Trains new starters", "I have trained new starters"),
        ("runs the science fair, 140 projects last spring", "I have run the science fair, 140 projects last spring"),
        ("Sits on the local runway safety team", "I have sat on the local runway safety team"),
        ("Speak Welsh well enough for a public meeting", "I speak Welsh well enough for a public meeting"),
        ("Milked since I was fifteen", "I have milked since I was fifteen"),
        (
            "four years grading lumber before I ever sold anything",
            "I have spent four years grading lumber before I ever sold anything",
        ),
        (
            "Took Coed Hir, a park of 14 hectares, from appointment to planning",
            "I took Coed Hir, a park of 14 hectares, from appointment to planning",
        ),
        ("Two trainees brought to registration", "I have brought two trainees to registration"),
        ("Cupping 30 to 40 samples a day in season", "my work has included cupping 30 to 40 samples a day in season"),
        ("two summers labouring for a waller", "I have spent two summers labouring for a waller"),
        (
            "training operators for their exams, 9 of 11 passed",
            "my work has included training operators for their exams, and 9 of 11 passed",
        ),
        ("Keeping bees since I was ten", "I have been keeping bees since I was ten"),
        ("Screen and block printing, fourteen years", "I bring fourteen years of screen and block printing"),
        ("Water chemistry for 22 systems, nine years", "I bring nine years of water chemistry for 22 systems"),
        ("Head chef, nine years", None),
        ("No gift officer has left me in four years", "no gift officer has left me in four years"),
        ("Lift mechanic turnover from 40 percent to 9", "I brought lift mechanic turnover down from 40 percent to 9"),
        ("Board returns for cracks, from 3.1 % to 0.4", "I brought board returns for cracks from 3.1 % to 0.4"),
        ("Opened top to bottom a week early three seasons", "I opened top to bottom a week early three seasons"),
        ("Trains and buses", None),
        ("Handles complaints", None),
        ("Took Back Control", None),
    ],
)
def test_a_verb_that_can_be_no_noun_there_is_told(bullet: str, clause: str | None) -> None:
    assert as_told(bullet) == clause


@pytest.mark.parametrize(
    ("need", "left"),
    [
        ("Get check-in time down, at four the line is out the door", "Get check-in time down"),
        ("catalogue the backlog, a fifth of the holdings has no list at all", "catalogue the backlog"),
        ("Plan a launch, a budget the board has approved", "Plan a launch, a budget the board has approved"),
    ],
)
def test_a_sentence_behind_a_need_is_left_out(need: str, left: str) -> None:
    assert without_aside(need) == left


@pytest.mark.parametrize(
    ("point", "told"),
    [
        (
            "that it was two bridges and not one, I left out the second",
            "that it was two bridges and not one; I left out the second",
        ),
        (
            "The weeks ended with the submission, the start on site was later",
            "The weeks ended with the submission; the start on site was later",
        ),
        (
            "that I led the audit, the largest the firm was given",
            "that I led the audit, the largest the firm was given",
        ),
        ("when I left, I had finished it", "when I left, I had finished it"),
    ],
)
def test_a_point_to_make_clear_that_is_two_sentences_is_told_as_two(point: str, told: str) -> None:
    assert "; ".join(sentences_of(point)) == told


@pytest.mark.parametrize(
    ("topic", "title", "told", "added"),
    [
        (
            "the templates in the loft, some from 1911, I was allowed to hold one",
            "Mr",
            "the templates in the loft, some from 1911",
            "I was allowed to hold one",
        ),
        (
            "what the clarifiers do in April, he has pictures of it on his phone",
            "Mr.",
            "what the clarifiers do in April",
            "You have pictures of it on your phone",
        ),
        ("how many stops there are, I think", "Mr", "how many stops there are, I think", None),
    ],
)
def test_a_sentence_behind_a_topic_stands_by_itself(topic: str, title: str, told: str, added: str | None) -> None:
    parts = topic_in_parts(as_said_to(topic, title) or "")
    assert (parts.topic, parts.added) == (told, added)


def test_what_took_her_weeks_took_you_weeks() -> None:
    assert (
        as_said_to("getting one face flat and how it took her three weeks", "Ms")
        == "getting one face flat and how it took you three weeks"
    )
    assert as_said_to("how she trains her three dogs", "Ms") == "how you train your three dogs"


def test_a_boat_is_she() -> None:
    topic = "the blue lobster boat on the stands with her shaft a quarter inch out"
    assert as_said_to(topic, "Mr.") == topic


@pytest.mark.parametrize(
    "part",
    [
        "he still oils it himself on Fridays",
        "they tried it twice and it failed both times",
        "the GP never does",
        "one pulls left and the other one smells of diesel",
        "I was not let go",
        "I've timed it twice",
        "both of you said it",
        "that never happened where I am",
        "three techs have looked at it",
        "a bearing fell out",
        "my manager was in Tenerife",
    ],
)
def test_what_stands_by_itself_is_a_sentence(part: str) -> None:
    assert is_a_sentence(part)


@pytest.mark.parametrize(
    "part",
    [
        "the one in Leeds",
        "the largest the firm has had",
        "the one you showed me",
        "all thirty-one of them",
        "the second one at the stove",
        "what each of them left half done",
        "the safety film and the visitor goggles",
        "the deer fence that stops forty yards short",
        "the parts made in house",
        "I think",
        "two days",
    ],
)
def test_a_part_of_a_list_is_none(part: str) -> None:
    assert not is_a_sentence(part)


def test_what_was_noted_with_a_verb_in_brackets_or_after_when_is_not_parted() -> None:
    for text in (
        "the duplicates (one donor is in there nine times, she told me)",
        "when I left, I had finished it",
        "in all that time, you never sold a bad one",
    ):
        assert sentences_of(text) == [text]


def test_a_day_of_the_week_is_nobody() -> None:
    assert as_said_to("the old press, he oils it on Fridays", "Mr.") == "the old press, you oil it on Fridays"
    assert as_said_to("football on Fridays, he says so himself", "Mr.") == "football on Fridays, you say so yourself"


@pytest.mark.parametrize(
    ("need", "to"),
    [
        ("Get everything out of the store by March 2028", "get everything out of the store by March 2028"),
        ("Open top to bottom by December 18", "open top to bottom by December 18"),
        ("hold animals safely for exams", "hold animals safely for exams"),
        ("be in the stores and not in the office", "be in the stores and not in the office"),
        ("stop relying on agency staff, it was £19,000 in October alone", "stop relying on agency staff"),
        ("Start dates by May", None),
        ("Open evenings by May", None),
    ],
)
def test_what_can_only_be_an_order_is_one(need: str, to: str | None) -> None:
    assert infinitive(need) == to

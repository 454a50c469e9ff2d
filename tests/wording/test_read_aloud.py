"""What readers found wrong in 243 letters of 80 trades, read aloud: each note is told as it was meant."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.joining import as_experience
from followup_letters.wording.bullets.saying import as_told, said_of
from followup_letters.wording.concerns import echoed
from followup_letters.wording.grammar.phrases import continuing
from followup_letters.wording.grammar.to_the_reader import as_said_to
from followup_letters.wording.lead_ins import without_lead_in
from followup_letters.wording.needs.outcomes import as_awaited
from followup_letters.wording.needs.wants import is_measured
from followup_letters.wording.needs.whole_list import infinitives, noun_phrases
from followup_letters.wording.talks.topics import as_a_topic


@pytest.mark.parametrize(
    "topic",
    [
        "the difference between can't pay and won't pay",
        "Every Child Ready to Read",
        "When Families Lead",
        "sleep and heat",
    ],
)
def test_a_topic_stays_what_it_is(topic: str) -> None:
    assert as_a_topic(topic) == topic
    assert continuing(topic) == topic


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("sleep, heat and what they do to judgment", "sleep, heat and what they do to judgment"),
        ("what she'd sell first in a drought", "what you'd sell first in a drought"),
        ("what she'll plant", "what you'll plant"),
    ],
)
def test_only_the_reader_becomes_you(topic: str, said: str) -> None:
    assert as_said_to(topic, "Ms") == said


@pytest.mark.parametrize(
    ("bullet", "sentence"),
    [
        ("Casualty Care instructor since 2019", "I have been a Casualty Care instructor since 2019"),
        ("Lost no fingers, no gear and no men", "I lost no fingers, no gear and no men"),
        ("Agreed a rota, no days lost", "I agreed a rota, with no days lost"),
        ("Wrote 310 SAR narratives, none returned", "I wrote 310 SAR narratives, none returned"),
        (
            "Levels held within two inches in the drought of 2022",
            "I held levels within two inches in the drought of 2022",
        ),
        ("burning heather with a crew of six, in strips", None),
        ("Flow cytometry up to 18 colors", None),
        ("Yield up from 88 to 94 %", "I brought yield up from 88 to 94 %"),
    ],
)
def test_a_bullet_says_what_it_says(bullet: str, sentence: str | None) -> None:
    assert as_told(bullet, current=False) == sentence


@pytest.mark.parametrize(
    ("bullet", "perfect"),
    [
        ("Repaired pumps for five years at sea", None),
        ("Repaired 14 pumps at sea", "I have repaired 14 pumps at sea"),
    ],
)
def test_what_lasted_some_years_is_not_told_as_if_it_went_on(bullet: str, perfect: str | None) -> None:
    said = said_of(bullet, current=False)
    assert said is not None
    assert as_experience(said) == perfect


def test_work_is_named_without_an_article() -> None:
    needs = ["Diary and inbox management", "Coaching swimmers aged 8 to 14", "Court and council coverage"]
    assert noun_phrases(needs) == (
        "diary and inbox management",
        "coaching swimmers aged 8 to 14",
        "court and council coverage",
    )


@pytest.mark.parametrize(
    ("need", "is_so"),
    [
        ("Algae culture in 400-liter tanks", False),
        ("On-call rotation, one week in four", False),
        ("Answers in four minutes", True),
        ("Losses under 5%", True),
    ],
)
def test_a_figure_that_says_which_is_none_to_keep_to(need: str, is_so: bool) -> None:
    assert is_measured(need) is is_so


def test_what_trainees_are_taught_is_no_part_of_them() -> None:
    assert as_awaited("teach two trainees splicing and the making of ropes") is None
    assert as_awaited("teach two trainees at the bench") == "two trainees to teach at the bench"


def test_nobody_is_to_advise_without_saying_whom() -> None:
    assert infinitives(["Puppy walkers: advise and encourage"]) == (None,)
    assert infinitives(["Safety: report to the board"]) == ("report to the board",)


@pytest.mark.parametrize(
    ("concern", "named"),
    [
        ("I have not run a shop", "running a shop"),
        ("that I had not managed a budget", "managing a budget"),
        ("you asked whether I had led a large team", "leading a large team"),
        ("that I have no agency experience", "agency experience"),
        ("that I get seasick", None),
    ],
)
def test_a_doubt_is_named_by_what_it_is_about(concern: str, named: str | None) -> None:
    assert echoed(concern) == named


def test_a_clause_after_that_needs_no_i() -> None:
    typed = "that accessibility testing is what I enjoy most"
    assert without_lead_in(typed, "outlook.omitted[0]") == "accessibility testing is what I enjoy most"

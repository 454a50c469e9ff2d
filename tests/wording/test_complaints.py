"""What goes wrong at a place, how things are there, and what is asked of a person are no work that a letter names."""

from __future__ import annotations

import pytest

import followup_letters as fl
from followup_letters.composing.needs import need_at
from followup_letters.wording.needs.complaints import is_a_complaint
from followup_letters.wording.needs.things import noun_phrase
from followup_letters.wording.needs.wants import asks_for_more

PROOF = "Ran a shop in Leeds for two years"


def interview_with(*needs: str) -> fl.Interview:
    return fl.load(
        {
            "candidate": {"name": "Sam Doyle", "strengths": [{"text": PROOF, "answers": [needs[-1]]}]},
            "company": {"name": "Acme Ltd"},
            "position": {"title": "Supervisor", "responsibilities": list(needs)},
            "interview": {"date": "2026-11-18"},
            "people": [{"name": "Anna Weber", "role": "hiring manager", "talked_about": "the blue pump"}],
        }
    )


@pytest.mark.parametrize(
    "need",
    [
        "losing £40k a year",
        "running out of bread by noon",
        "missing deadlines",
        "turning customers away at the door",
        "nobody answers the phone",
        "waste is 9%",
        "lambs dying in the first week",
        "machines breaking down every night",
        "customers waiting 40 minutes",
        "the pumps leaking at night",
        "books two months behind",
        "stock running out on Fridays",
        "deliveries arriving late",
        "losing customers to Aldi",
        "one in five pupils leaves",
        "late deliveries",
        "a third of the boats leak",
        "too many returns from schools",
        "not enough drivers at the weekend",
        "a shortage of drivers",
        "stop losing NQTs",
        "stop running out of bread",
        "patience with children",
        "a passion for numbers",
        "attention to detail",
        "real enthusiasm for teaching",
    ],
)
def test_a_complaint_a_state_or_a_quality_is_not_named_and_its_proof_is_told(need: str) -> None:
    for needs in ((need,), ("run the rota", need)):
        letter = fl.compose(interview_with(*needs))[0].text
        assert need.casefold() not in letter.casefold()
        assert "stopping" not in letter
        assert "shop in Leeds" in letter or len(needs) > 1


@pytest.mark.parametrize(
    "need",
    [
        "stop relying on agencies",
        "waiting lists under ten weeks",
        "a waiting list of no more than ten weeks",
        "running the rota",
        "running out on time",
        "losing fewer lambs",
        "leaking roofs mended",
        "failing pumps replaced by May",
        "late shifts",
        "poor-relief records",
        "keep the pumps running",
        "cutting lists, with less in the skip",
    ],
)
def test_what_is_to_be_done_or_kept_is_no_complaint(need: str) -> None:
    assert not is_a_complaint(need)


@pytest.mark.parametrize(
    ("need", "sentence"),
    [
        ("Turnover is 38 percent, and they want it halved", "Turnover is 38 percent, and you want it halved"),
        ("booking service must stay up on Fridays", "The booking service must stay up on Fridays"),
    ],
)
def test_a_sentence_that_asks_for_something_is_still_told(need: str, sentence: str) -> None:
    assert str(need_at(interview_with(need), 0).stated) == sentence


@pytest.mark.parametrize(
    "need",
    [
        "half as many returns",
        "twice as few complaints about parking",
        "fewer than two complaints a month",
        "more than 40 covers",
        "less noise in the ward at night",
        "fewer missed appointments",
    ],
)
def test_how_much_of_it_is_wished_for_takes_no_article_and_is_wanted(need: str) -> None:
    named = noun_phrase(need)
    assert named in (None, need)
    assert named is None or asks_for_more(named)

"""Promises of what begins in -ing: work becomes a sentence, with "I have …" only where it is a verb; a thing none."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.saying import as_told
from followup_letters.wording.needs.infinitives import gerund_phrase


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        (
            "Microchipping every cat in a shelter of 90, which cut mix-ups to none",
            "I have microchipped every cat in a shelter of 90, which cut mix-ups to none",
        ),
        ("Handwriting every label in a herbarium", "I have handwritten every label in a herbarium"),
        ("Shrink-wrapping each pallet for the ferry", "I have shrink-wrapped each pallet for the ferry"),
        ("Answering tenants' calls about damp at night", "I have answered tenants' calls about damp at night"),
        (
            "Buying barley and oats forward, which saved £9,000",
            "I have bought barley and oats forward, which saved £9,000",
        ),
        ("Precepting new midwives on nights", "I have precepted new midwives on nights"),
        ("Finding cover for a sick cook on Sundays", "I have found cover for a sick cook on Sundays"),
        (
            "Recruiting stewards: two of the nine now run sites",
            "I have recruited stewards: two of the nine now run sites",
        ),
    ],
)
def test_a_proved_verb_is_told_as_what_has_been_done(bullet: str, clause: str) -> None:
    assert as_told(bullet) == clause


@pytest.mark.parametrize(
    "bullet",
    [
        "Breaking young horses to harness",
        "Weaning piglets at four weeks in outdoor arks",
        "Training drivers on the lines they will drive",
        "Carving and gilding on church screens",
        "Pruning and training espaliers on 12 walls",
        "Backing a coach into a ferry",
        "Standing night watches alone on a sail-training ship",
        "Dressing wounds to protocol",
        "Filming locations in two cities",  # right both of places and of what is done with them
    ],
)
def test_what_may_be_a_verb_or_a_noun_is_told_so_that_either_is_right(bullet: str) -> None:
    assert as_told(bullet) == f"my work has included {bullet[0].lower()}{bullet[1:]}"


@pytest.mark.parametrize(
    "bullet", ["Hiring and training of student ushers", "Handling of passengers' complaints and claims"]
)
def test_a_noun_in_ing_before_of_has_its_article(bullet: str) -> None:
    assert as_told(bullet) == f"my work has included the {bullet[0].lower()}{bullet[1:]}"


@pytest.mark.parametrize(
    "bullet",
    [
        *"Building regulations|Opening hours for three branches|Marketing Week award".split("|"),
        *"Marketing awards in 2019|Parking tickets for three sites|Standing orders for six clubs".split("|"),
        *"Falling sales in two regions|Emerging markets in Asia|Leading edge labs that won|Boring meetings".split("|"),
        *"Recruiting software, 60 seats|Training videos, 40 so far|Driving licences for lorries".split("|"),
        *"Evening and morning shifts at two hospitals|Reading and writing in Arabic|During a strike".split("|"),
        *"Clothing and bedding for 30 families|Nursing homes for 60 residents|Swimming pools in two towns".split("|"),
        *"Listening and speaking skills at B2|Morning rounds".split("|"),
        *"Teaching assistants: managed nine|Training managers: responsible for six".split("|"),
        *"Publishing credits in three journals|Nothing the auditors found|Filling stations on two motorways".split("|"),
    ],
)
def test_a_thing_named_with_a_word_in_ing_becomes_no_sentence(bullet: str) -> None:
    assert as_told(bullet) is None


def test_somebody_named_with_a_word_in_ing_is_a_post() -> None:
    assert as_told("Training manager at Acme") == "I have been a training manager at Acme"


def test_a_need_in_ing_is_an_activity_no_sooner_than_before() -> None:
    assert gerund_phrase("Nursing homes for 60 residents") is None
    assert gerund_phrase("Carving and gilding on church screens") is None


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("Running trial grounds in Idaho, 31 acres", "I have run trial grounds in Idaho, 31 acres"),
        (
            "mentoring technicians, two of them now lead shifts",
            "I have mentored technicians, and two of them now lead shifts",
        ),
        (
            "Run a crew of 70 four seasons now, about 50 come back",
            "I have run a crew of 70 four seasons now, and about 50 come back",
        ),
        ("Supervise six clerks, two of them brand new", "I have supervised six clerks, two of them brand new"),
        ("Cooking sessions with the women's group", "my work has included cooking sessions with the women's group"),
        (
            "Training 210 poll clerks and presiding officers every spring",
            "I have trained 210 poll clerks and presiding officers every spring",
        ),
    ],
)
def test_what_is_surely_work_is_told_as_done(bullet: str, clause: str) -> None:
    assert as_told(bullet) == clause

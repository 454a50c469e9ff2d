"""A reason after the name of the company: the verb agrees, and nobody else is meant."""

from __future__ import annotations

import re

import pytest

import followup_letters as fl
from followup_letters.wording.of_the_company import of_the_company


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("you let a caller finish a sentence", "which lets a caller finish a sentence"),
        ("you turn down a bar that will not clean its lines", "which turns down a bar that will not clean its lines"),
        ("you do your own glazing upstairs", "which does its own glazing upstairs"),
        ("you never sold the farm", "which never sold the farm"),
        ("you put “your place, you and us” on the door", "which puts “your place, you and us” on the door"),
        ("you don't sell by the pound", "which doesn't sell by the pound"),
        (
            "your supervisors run their own meeting and mend what they can",
            "whose supervisors run their own meeting and mend what they can",
        ),
    ],
)
def test_a_reason_follows_the_name_of_the_company(reason: str, said: str) -> None:
    assert of_the_company(reason) == said


@pytest.mark.parametrize(
    "reason",
    [
        "your fitters choose their own tools and the depot pays for them",  # two clauses
        "you hire ex-offenders and they stay",
        "you make chairs, and it shows",
        "you read every letter and answer it",  # the second verb would have to change
        "you ask the milkers before you ask the computer",
        "you cut nobody in 2020",  # "cuts", or "cut"
        "you asked me back",
        "you still sweep the stage yourself before every first night",
        "your shop is ten minutes from my door",
        "technicians sign their own deviations",
        "you",
        "your kindness",
        "your",
        "your ",
        "you ",
    ],
)
def test_what_speaks_of_others_or_may_not_agree_does_not(reason: str) -> None:
    assert of_the_company(reason) is None


@pytest.mark.parametrize("role", ["hiring manager", "panel", "personnel", "executive", "recruiter"])
@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("here, people say what they think", "people say what they think"),
        ("the company was founded by a nun", "it was founded by a nun"),
        ("The company makes its own glue", "it makes its own glue"),
        ("the company cars run on gas", "the company cars run on gas"),
        ("there is a choir", "there is a choir"),
        ("guards are staff here, not agency", "guards are staff there, not agency"),
    ],
)
def test_a_reason_does_not_name_the_place_or_the_company_again(role: str, reason: str, told: str) -> None:
    people = [{"name": "Anna Weber", "role": role, "talked_about": "the blue pump"}]
    named = {"candidate": {"name": "Sam Doyle"}, "company": {"name": "Acme Ltd"}, "position": {"title": "Supervisor"}}
    outlook = {"interested": True, "reasons": [reason]}
    (letter,) = fl.compose(
        fl.load({**named, "interview": {"date": "2026-11-18"}, "people": people, "outlook": outlook})
    )
    said = next(each.sentence for each in letter.sources if "outlook.reasons[0]" in each.fields)
    assert told in said[0].lower() + said[1:]
    assert not re.search("where (?:there|it|the company)\\b(?! cars),? ", said) or reason == "there is a choir"
    assert not ("there, not agency" in said and re.search(r"\bAt Acme|, where guards", said))

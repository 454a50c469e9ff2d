"""What somebody tells of themselves in confidence is no kindness, and no occasion to be glad of."""

from __future__ import annotations

import re

import pytest

import followup_letters as fl

SORE = [
    "the mistake you made in your first week",
    "the lump you found",
    "the wife you left",
    "the men you laid off",
    "the horse you put down",
    "the dog you had put down",
    "the boy you sent to prison",
    "the baby you gave up",
    "the contract you lost",
]
_GLAD = re.compile("glad|enjoyed|forgot|remember|pleasure|thoughtful|kind of you|most of all|above all")


def letter_on(topic: str, role: str, interested: bool) -> fl.Letter:
    (letter,) = fl.compose(
        fl.load(
            {
                "candidate": {"name": "Sam Doyle", "strengths": ["Ran a shop in Leeds for two years"]},
                "company": {"name": "Acme Ltd"},
                "position": {"title": "Supervisor"},
                "interview": {"date": "2026-11-18"},
                "people": [{"name": "Anna Weber", "role": role, "talked_about": topic, "write": True}],
                "outlook": {"interested": interested},
            }
        )
    )
    return letter


@pytest.mark.parametrize("interested", [True, False])
@pytest.mark.parametrize("role", ["personnel", "recruiter", "other", "hiring manager", "panel", "executive"])
@pytest.mark.parametrize("topic", SORE)
def test_what_hurts_is_told_in_a_sentence_that_is_glad_of_nothing(topic: str, role: str, interested: bool) -> None:
    told = [source.sentence for source in letter_on(topic, role, interested).sources if topic in source.sentence]
    assert len(told) == 1
    assert not _GLAD.search(told[0].replace(topic, ""))

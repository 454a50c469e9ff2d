"""A topic noted as a question may be asked outright, where each word of it is proved, and only there."""

from __future__ import annotations

import pytest

from followup_letters.wording.talks.asking import direct_question, taken_for_granted

OUTRIGHT = {
    "what a guide should say first when the lights fail": "What should a guide say first when the lights fail?",
    "how a storm day is paid when the boat cannot berth": "How is a storm day paid when the boat cannot berth?",
    "how the pickers swap their shifts at Christmas": "How do the pickers swap their shifts at Christmas?",
    "how an embargoed paper travels from the board to the desk of one reader": (
        "How does an embargoed paper travel from the board to the desk of one reader?"
    ),
    "what a hawk does when a jet starts its engines": "What does a hawk do when a jet starts its engines?",
    "what the laboratory has missed since its last analyst retired": (
        "What has the laboratory missed since its last analyst retired?"
    ),
    "how long it takes to make one second of film": "How long does it take to make one second of film?",
    "how long a rider can hang before the plan has failed": "How long can a rider hang before the plan has failed?",
    "how to tell hail from wind in a bean field": "How do you tell hail from wind in a bean field?",
    "whether a facility should charge industry the full cost": "Should a facility charge industry the full cost?",
    "who will work the quarry in twenty years": "Who will work the quarry in twenty years?",
}


@pytest.mark.parametrize(("topic", "asked"), OUTRIGHT.items())
def test_a_question_whose_verb_is_proved_is_asked(topic: str, asked: str) -> None:
    assert direct_question(topic) == asked


@pytest.mark.parametrize(
    "topic",
    [
        "how the quartz seals on the furnace tubes are made",  # "seals" is a noun
        "why the orthopaedic sets come back incomplete on Mondays",  # and so is "sets"
        "why a mainsail takes three weeks and cannot take two",  # two verbs, of which one would stay as it is
        "how a near miss gets written up, and by whom",
        "how you refit a broken jar in a tray of sand",  # what the reader does, the reader knows
        "how my license transfers",
        "why the north bench gives so many short blocks",
        "what became of the last two people in the chair",
        "the mis-sorts at Joliet",
        "how busy August is",
        "how the mornings fell behind once the supervisor had left",  # "fell" may be of the past
        "why the boats hit the quay",
        "who had sewn each of the flags",
        "whether to plant for the client or the client's children",
        "why a ship should never sail one jointer short, and the second ship that is due in 2028",
    ],
)
def test_what_is_not_proved_is_not_asked(topic: str) -> None:
    assert direct_question(topic) is None


@pytest.mark.parametrize(
    ("topic", "granted"),
    [
        ("why the whole shop closes in August", "the whole shop closes in August"),
        ("why the sets come back incomplete on Mondays", "the sets come back incomplete on Mondays"),
        (
            "why a cylinder that breaks low on a Friday is not known about until Tuesday",
            "a cylinder that breaks low on a Friday is not known about until Tuesday",
        ),
        (
            "why figure skaters want softer ice than hockey players do",
            "figure skaters want softer ice than hockey players do",
        ),
        ("why the north bench gives so many short blocks", None),  # so many as what?
        ("why you close in August", None),
        ("why I left", None),
        ("why the fuss about parking", None),
        ("how the whole shop closes in August", None),
        ("why the shop closes, and who minds", None),
    ],
)
def test_what_why_takes_for_granted_is_said_where_it_is_a_sentence(topic: str, granted: str | None) -> None:
    assert taken_for_granted(topic) == granted

"""What the user writes of the sentence that a field finishes is said once; what cannot finish it is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_letters.templating.values import my_clause
from followup_letters.wording.grammar.clauses import may_be_no_clause
from followup_letters.wording.lead_ins import fits, may_not_fit, without_lead_in

TOPIC, REASON = "people[0].talked_about", "outlook.reasons[1]"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (TOPIC, "We talked about the mis-sorts", "the mis-sorts"),
        ("outlook.reasons[0]", "that your trucks are clean", "your trucks are clean"),
        ("outlook.reasons[0]", "I like that it's a family practice", "it's a family practice"),
        ("outlook.reasons[0]", "I love the fact that your trucks are clean", "your trucks are clean"),
        ("outlook.reasons[0]", "I like that team of yours", "I like that team of yours"),
        ("outlook.reasons[0]", "that team of yours is small", "that team of yours is small"),
        (TOPIC, "we also talked about the mis-sorts at Joliet.", "the mis-sorts at Joliet."),
        (TOPIC, "We discussed the new dock", "the new dock"),
        (TOPIC, "Talked about R&D", "R&D"),
        (TOPIC, "about the heron", "the heron"),
        (TOPIC, "You and I spoke about the heron", "the heron"),
        (TOPIC, "We had a long talk about the heron", "the heron"),
        (TOPIC, "They asked about the heron", "the heron"),
        (TOPIC, "They asked me how I ran nights", "how I ran nights"),
        (TOPIC, "They asked why I left", "why I left"),
        (TOPIC, "our talk about wages", "wages"),
        (TOPIC, "how we talked about it", "how we talked about it"),
        (TOPIC, "We talked about", "We talked about"),
        (REASON, "because your people stay", "your people stay"),
        (REASON, "I want to work there because your people stay", "your people stay"),
        (REASON, "I would like the job because your people stay", "your people stay"),
        (
            REASON,
            "I learn most where people argue because they care",
            "I learn most where people argue because they care",
        ),
        (REASON, "because of your people", "because of your people"),
        ("outlook.omitted[0]", "I did not mention that I ran nights", "I ran nights"),
        ("outlook.omitted[0]", "that I ran nights", "I ran nights"),
        ("outlook.omitted[0]", "forgot to mention I know Transfinder", "I know Transfinder"),
        ("outlook.omitted[0]", "did not mention that I ran nights", "I ran nights"),
        ("outlook.omitted[0]", "that my ward ran nights", "my ward ran nights"),
        ("outlook.omitted[0]", "that pump I rebuilt", "that pump I rebuilt"),
        ("outlook.reservations[0].answer", "that I test them myself", "I test them myself"),
        ("people[0].clarify", "I would like to make clear that it took six weeks", "that it took six weeks"),
        ("people[0].promised", "I promised you two references", "two references"),
        ("people[0].promised", "I promised to send two references", "to send two references"),
        ("people[0].promised", "send you and Tom the list", "send you and Tom the list"),
        ("interview.lasted", "You gave me an hour", "an hour"),
        ("interview.place", "We met at your depot", "at your depot"),
        ("people[0].title", "about the heron", "about the heron"),
    ],
)
def test_a_beginning_that_the_sentence_has_is_left_off(field: str, typed: str, said: str) -> None:
    assert without_lead_in(typed, field) == said


@pytest.mark.parametrize(
    ("field", "typed", "does"),
    [
        (TOPIC, "the mis-sorts", True),
        (TOPIC, "IT budgets", True),
        (TOPIC, "It and other horror novels", True),
        (TOPIC, "I-90 and its bridges", True),
        (TOPIC, "You and your team", True),
        (TOPIC, "we talked about the mis-sorts", True),
        (TOPIC, "They showed me the new line", False),
        (TOPIC, "You said that overtime had doubled", False),
        (TOPIC, "I’ve seen the dock", False),
        (TOPIC, "They asked to see my portfolio", False),
        (TOPIC, "we both sail", False),
        (TOPIC, "my sister and I sail", False),
        (TOPIC, "You and I both sail", False),
        (TOPIC, "there is a lot to do", False),
        (TOPIC, "you both at the depot", True),
        (TOPIC, "You and I as sailors", True),
        (TOPIC, "how the lanes are run", True),
        (TOPIC, "people who stay", True),
        (TOPIC, "-snow days", False),
        (TOPIC, "-5 degrees in the hall", True),
        (REASON, "your people stay", True),
        (REASON, "I want to learn from people who stay", True),
        (REASON, "because your people stay", True),
        (REASON, "because of your people", False),
        (REASON, "to learn from the best", False),
        ("people[0].promised", "They showed me", False),
        ("people[0].promised", "to show you the list", True),
        ("people[0].promised", "nothing", False),
    ],
)
def test_what_cannot_finish_its_sentence_is_known(field: str, typed: str, does: bool) -> None:
    assert fits(typed, field) is does


@given(text=st.text(min_size=1), field=st.sampled_from([TOPIC, REASON, "outlook.omitted[0]", "people[0].promised"]))
def test_whatever_is_said_is_the_end_of_what_was_typed_and_never_nothing(text: str, field: str) -> None:
    said = without_lead_in(text, field)
    assert said
    assert text.endswith(said)


@pytest.mark.parametrize(
    "reason",
    ["clean trucks", "clean trucks and good pay", "people who stay", "how the team works", "how clean the trucks are"],
)
def test_what_may_be_no_reason_is_known(reason: str) -> None:
    assert may_be_no_clause(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "clean trucks matter to me",
        "people stay",
        "your people are people who stay",
        "people who stay teach you most",
        "how you work suits me",
        "what you build lasts",
        "you are who I want to learn from",
    ],
)
def test_what_is_a_reason_is_not_asked_about(reason: str) -> None:
    assert not may_be_no_clause(reason)


@pytest.mark.parametrize(
    ("noted", "clause"),
    [
        ("we keep bees", "we keep bees"),
        ("born in Leeds", "I was born in Leeds"),
        ("Born and raised in Hull.", "I was born and raised in Hull"),
        ("dyslexic", "I am dyslexic"),
        ("member of the RNLI", "I am a member of the RNLI"),
        ("not afraid of dogs", "I am not afraid of dogs"),
        ("not a smoker", "I am not a smoker"),
        ("Happy to learn", "I am happy to learn"),
        ("a trained nurse", "I am a trained nurse"),
        ("treasurer of the club", "I am treasurer of the club"),
        ("used to long shifts", "I am used to long shifts"),
        ("used to run nights", "I used to run nights"),
        ("open shops", "I open shops"),
        ("panic easily", "I panic easily"),
        ("kayak", "I kayak"),
        ("a trained first aider", "I am a trained first aider"),
        ("a friend trained me", "a friend trained me"),
        ("born above a bakery", "I was born above a bakery"),
        ("raised over £300 for the RNLI", "I raised over £300 for the RNLI"),
        ("free from January", "I am free from January"),
        ("free trapped animals", "I free trapped animals"),
        ("shy", "I am shy"),
        ("shy away from nothing", "I shy away from nothing"),
        ("currently retraining as a welder", "I am currently retraining as a welder"),
        ("currently run a choir", "I currently run a choir"),
        ("now on the board of a school", "I am now on the board of a school"),
        ("still bring the milk", "I still bring the milk"),
    ],
)
@pytest.mark.parametrize("field", ["outlook.omitted[0]", "outlook.reservations[0].answer"])
def test_what_the_writer_is_follows_i_am(field: str, noted: str, clause: str) -> None:
    assert my_clause(noted, field) == clause
    assert fits(noted, field)
    assert not may_not_fit(noted, field)


@pytest.mark.parametrize("noted", ["able seaman for two years", "not mentioned at all"])
def test_what_has_no_verb_after_i_is_told(noted: str) -> None:
    assert not fits(noted, "outlook.omitted[0]") or may_not_fit(noted, "outlook.omitted[0]")

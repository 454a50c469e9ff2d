"""What finishes a sentence is said once, what cannot is refused, and a letter speaks to its reader."""

from __future__ import annotations

import re
from typing import Any

import pytest

import followup_letters as fl
from checking.staging import FAULTLESS, interview
from followup_letters.checking import Finding, Severity, check
from followup_letters.choices import FindingId as Id
from followup_letters.choices import Role


def found(id: Id, changes: dict[str, Any]) -> list[Finding]:
    return [each for each in check(fl.compose(interview(changes))) if each.id is id]


def topic(said: str, **more: Any) -> dict[str, Any]:
    return {"people": [FAULTLESS["people"][0] | {"talked_about": said} | more]}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("interested", [True, False])
def test_no_beginning_of_a_sentence_stands_twice_in_any_letter(role: Role, interested: bool) -> None:
    changes = topic("We talked about the mis-sorts at Joliet.", role=role.value, write=True) | {
        "outlook": {"interested": interested, "reasons": ["I want to work there because your people stay for years."]}
    }
    (letter,) = fl.compose(interview(changes))
    assert "the mis-sorts at joliet" in letter.text.casefold()
    assert not re.search(r"about we|because because|that because|because i want", letter.text, re.IGNORECASE)
    assert letter.text.casefold().count("because i want to work") == 0


def test_a_beginning_that_is_left_off_is_told_with_the_words_to_write() -> None:
    (finding,) = found(Id.WHOLE_SENTENCE, topic("We talked about the mis-sorts at Joliet."))
    assert finding.severity is Severity.INFO
    assert finding.message.endswith("write “the mis-sorts at Joliet”")
    assert finding.where.field == "people[0].talked_about"


@pytest.mark.parametrize(
    "said", ["why does the lift stop?", "They showed me the new line.", "You said that overtime had doubled"]
)
def test_a_sentence_that_cannot_finish_ours_keeps_the_letter_from_being_written(said: str) -> None:
    (finding,) = found(Id.WHOLE_SENTENCE, topic(said))
    assert finding.severity is Severity.ERROR
    assert "does not finish “We talked about …”" in finding.message


@pytest.mark.parametrize("reason", ["because of your training", "to learn from the best"])
def test_a_reason_that_is_no_clause_keeps_the_letter_from_being_written(reason: str) -> None:
    (finding,) = found(Id.WHOLE_SENTENCE, {"outlook": {"reasons": [reason]}})
    assert finding.severity is Severity.ERROR


def test_a_sentence_that_stands_in_no_letter_stops_none() -> None:
    tom = {"name": "Tom Baker", "role": "other", "talked_about": "They showed me the new line."}
    (finding,) = found(Id.WHOLE_SENTENCE, {"people": [*FAULTLESS["people"], tom]})
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("said", "count"),
    [("the dock. It leaks", 1), ("St. Louis and Dr. Raman's plan", 0), ("lanes vs. Docks", 0), ("the dock.", 0)],
)
def test_two_sentences_where_one_is_finished_are_told(said: str, count: int) -> None:
    assert len(found(Id.WHOLE_SENTENCE, topic(said))) == count


@pytest.mark.parametrize(
    ("said", "pronoun"),
    [
        ("his plan for the lanes", "his"),
        ("Her idea", "Her"),
        ("what she said of the lanes", "she"),
        ("how he runs the floor", "he"),
        ("We talked about her plan", "her"),
        ("number 84 and why she is still here", None),
        ("the shed", None),
        ("your warning that she would ask about the loft", None),
        ("the wedding they lost to the storm", "they"),
        ("their plan for the lanes", "their"),
        ("how the growers vote and what they pay", None),
        ("hers and other words", "hers"),
        ("history", None),
        ("your plan", None),
    ],
)
def test_a_reader_who_is_spoken_of_is_told(said: str, pronoun: str | None) -> None:
    told = found(Id.THIRD_PERSON, topic(said))
    assert [f"as “{pronoun}”" in each.message for each in told] == ([True] if pronoun else [])


@pytest.mark.parametrize(
    ("said", "pronoun"),
    [
        ("I ran a busier desk than theirs for six years", "theirs"),
        ("I know his plan for the lanes", "his"),
        ("I trained six interns, and they stayed", None),
        ("my last employer went under because they overspent", None),
    ],
)
def test_what_is_added_or_answered_speaks_to_its_reader_too(said: str, pronoun: str | None) -> None:
    for outlook in ({"omitted": [said]}, {"reservations": [{"concern": "veterinary experience", "answer": said}]}):
        told = found(Id.THIRD_PERSON, {"outlook": outlook})
        assert [f"as “{pronoun}”" in each.message for each in told] == ([True] if pronoun else [])


@pytest.mark.parametrize(
    ("promised", "title", "is_told"),
    [
        ("send him the dysphagia menu", "Mr.", False),
        ("to email her my certificate", "Ms.", False),
        ("send her the dysphagia menu", "Mr.", True),
        ("to let her have the names of two referees", "Ms.", False),
    ],
)
def test_a_promise_that_the_letter_says_to_its_reader_is_right_as_it_is(
    promised: str, title: str, is_told: bool
) -> None:
    reader = FAULTLESS["people"][0] | {"promised": promised, "courtesy_title": title, "family": "Raman"}
    assert bool(found(Id.THIRD_PERSON, {"people": [reader]})) == is_told


@pytest.mark.parametrize("point", ["that they made me redundant", "they are my in-laws", "I reported to her for years"])
def test_a_point_of_somebody_else_is_left_out_of_the_letter_and_told(point: str) -> None:
    changed = {"people": [FAULTLESS["people"][0] | {"clarify": point}]}
    (told,) = found(Id.THIRD_PERSON, changed)
    assert "goes without it" in told.message
    (letter,) = fl.compose(interview(changed))
    assert "people[0].clarify" not in {field for each in letter.sources for field in each.fields}


@pytest.mark.parametrize("promised", ["her number", "to bring him along", "to give them your regards"])
def test_a_promise_of_somebody_else_is_left_out_of_the_letter_and_told(promised: str) -> None:
    changed = {"people": [FAULTLESS["people"][0] | {"promised": promised}]}
    (told,) = found(Id.THIRD_PERSON, changed)
    assert "goes without it" in told.message
    (letter,) = fl.compose(interview(changed))
    assert "people[0].promised" not in {field for each in letter.sources for field in each.fields}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("reason", ["they go out in March", "because they are fed before the staff", "they left happy"])
def test_a_reason_of_somebody_else_is_left_out_of_every_letter_and_told(role: Role, reason: str) -> None:
    changed = topic("the lanes", role=role.value, write=True) | {"outlook": {"interested": True, "reasons": [reason]}}
    (told,) = found(Id.THIRD_PERSON, changed)
    assert "the letters go without it" in told.message
    (letter,) = fl.compose(interview(changed))
    assert "outlook.reasons[0]" not in {field for each in letter.sources for field in each.fields}


def test_a_letter_without_its_topic_is_told_why_and_not_to_give_one() -> None:
    (finding,) = found(Id.GENERIC, topic("how he zzyxes the bank"))
    assert finding.message.endswith("`talked_about` speaks of “he” and not to its reader, and is left out")


def test_a_title_is_missed_only_where_an_address_has_a_line_for_it() -> None:
    untitled = {"people": [{key: said for key, said in FAULTLESS["people"][0].items() if key != "title"}]}
    assert found(Id.TITLE_MISSING, untitled)
    assert not found(Id.TITLE_MISSING, untitled | {"letter": {"medium": "email"}})


@pytest.mark.parametrize(
    ("reason", "severity"),
    [
        ("the pay", Severity.ERROR),
        ("great team and close to home", Severity.ERROR),
        ("山田太郎", Severity.WARNING),
        ("family owned", Severity.WARNING),
    ],
)
def test_a_reason_without_a_verb_stops_the_letter_if_its_words_are_known(reason: str, severity: Severity) -> None:
    (finding,) = found(Id.WHOLE_SENTENCE, {"outlook": {"reasons": [reason]}})
    assert finding.severity is severity


@pytest.mark.parametrize("omitted", ["my own truck", "two years abroad", "beekeeping", "yoga"])
def test_what_cannot_follow_i_stops_the_letter(omitted: str) -> None:
    (finding,) = found(Id.WHOLE_SENTENCE, {"outlook": {"omitted": [omitted]}})
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "omitted", ["first aid certified", "forklift trained", "Transfinder", "Adobe Photoshop", "food handler card"]
)
def test_what_may_not_follow_i_is_told(omitted: str) -> None:
    (finding,) = found(Id.WHOLE_SENTENCE, {"outlook": {"omitted": [omitted]}})
    assert finding.severity is Severity.WARNING
    assert "may not finish “I …”, for want of a verb" in finding.message


@pytest.mark.parametrize("omitted", ["CPR certified", "Speak Spanish", "kayak", "never smoked", "my sister is trained"])
def test_what_follows_i_as_the_letter_says_it_is_not_asked_about(omitted: str) -> None:
    assert not found(Id.WHOLE_SENTENCE, {"outlook": {"omitted": [omitted]}})


@pytest.mark.parametrize("field", ["reasons", "omitted"])
def test_the_mark_of_a_list_goes_on_with_no_sentence(field: str) -> None:
    (finding,) = found(Id.WHOLE_SENTENCE, {"outlook": {field: ["-speak Spanish"]}})
    assert finding.severity is Severity.ERROR
    assert finding.message == "“-speak Spanish” begins with the mark of a list; write “speak Spanish”"


@pytest.mark.parametrize(
    ("clause", "is_told"),
    [
        ("I passed two assessments", False),
        ("My team passed two assessments", False),
        ("took a lab through two assessments", True),
        ("i passed two assessments", True),
        ("2 assessments", True),
        ("I passed two assessments!", True),
    ],
)
def test_a_clause_that_no_sentence_goes_on_with_stops_the_letter(clause: str, is_told: bool) -> None:
    strengths = [{"text": "NELAP assessments, two of them", "clause": clause}]
    told = found(Id.WHOLE_SENTENCE, {"candidate": {"strengths": strengths}})
    assert ["is no clause" in each.message for each in told] == ([True] if is_told else [])


def promise(said: str) -> dict[str, Any]:
    return {"people": [FAULTLESS["people"][0] | {"promised": said}]}


@pytest.mark.parametrize("said", ["yes", "nothing", "copy of my certificate", "they would see my portfolio"])
def test_what_was_surely_not_promised_so_keeps_the_letter_from_being_written(said: str) -> None:
    (finding,) = found(Id.WHOLE_SENTENCE, promise(said))
    assert finding.severity is Severity.ERROR
    assert "does not finish “I promised you …”; write what does, such as “two references by Friday”" in finding.message
    assert finding.message.endswith(", or leave it out") == (said in {"yes", "nothing"})


@pytest.mark.parametrize("role", ["hiring manager", "personnel", "recruiter", "panel", "executive"])
def test_what_was_promised_to_be_done_is_said_with_its_to(role: str) -> None:
    people = [FAULTLESS["people"][0] | {"role": role, "promised": "send Karen our templates by Tuesday"}]
    (letter,) = fl.compose(interview({"people": people}))
    assert re.search(r"promised to send Karen our templates by Tuesday[.,]", letter.text)


def test_what_may_be_a_thing_or_a_deed_is_asked() -> None:
    (finding,) = found(Id.WHOLE_SENTENCE, promise("Email templates"))
    assert finding.severity is Severity.WARNING
    assert "may be a thing, or something to do" in finding.message


@pytest.mark.parametrize("promised", ["a decision by Friday 4 December", "word by 4 December on whether we go on"])
def test_what_the_employer_has_to_give_is_no_promise_of_yours(promised: str) -> None:
    (finding,) = found(Id.WHOLE_SENTENCE, topic("the mis-sorts", promised=promised))
    assert finding.severity is Severity.ERROR
    assert "employer_decides_on" in finding.message


@pytest.mark.parametrize(
    "topic", ["the rota: who gets Sundays", "the rota; who gets Sundays", "the rota (and Sundays)"]
)
@pytest.mark.parametrize("medium", ["email", "post"])
def test_no_stop_that_we_set_is_blamed_on_the_file(topic: str, medium: str) -> None:
    people = [
        {"name": "Anna Weber", "role": "hiring manager", "talked_about": "the blue pump"},
        {"name": "Tom Baker", "role": "panel", "talked_about": topic},
    ]
    letters = fl.compose(interview({"people": people, "letter": {"medium": medium}}))
    assert [each for each in check(letters) if each.id is Id.DOUBLE_PUNCTUATION] == []

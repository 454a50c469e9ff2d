"""What becomes of a strength is told where it is not said as you would say it."""

from __future__ import annotations

from pathlib import Path

import pytest

import followup_letters as fl
from checking.staging import FAULTLESS, interview
from followup_letters.checking import Finding, check
from followup_letters.choices import FindingId as Id


def told_of(strength: object) -> list[str]:
    candidate = FAULTLESS["candidate"] | {"strengths": [strength]}
    findings = check(fl.compose(interview({"candidate": candidate})))
    return [finding.message for finding in findings if finding.id is Id.UNPROVED_FORM]


@pytest.mark.parametrize(
    ("strength", "said"),
    [
        ("Warehouse merger, 140 users", "in no letter, for want of a sentence"),
        ({"text": "Warehouse merger, 140 users", "answers": ["Merge two warehouse systems"]}, "quoted as it stands"),
    ],
)
def test_what_makes_no_sentence_with_i_is_told_with_the_way_out(strength: object, said: str) -> None:
    (message,) = told_of(strength)
    assert said in message


@pytest.mark.parametrize(
    "strength",
    [
        "Merged two warehouse systems for 140 users",
        "Two warehouse systems merged by hand in a week",
        "Licensed electrician since 2014",
        {"text": "Warehouse merger", "clause": "I merged two warehouse systems"},
    ],
)
def test_what_makes_a_sentence_is_not(strength: object) -> None:
    assert told_of(strength) == []


def test_a_strength_that_turns_a_paragraph_into_a_list_is_named_with_the_letter_and_the_clause() -> None:
    strengths = [
        {"text": "Led the SAP migration for 140 users", "answers": ["Merge two"]},
        {"text": "Warehouse merger of 2019", "answers": ["Hire a night crew"]},
    ]
    (finding,) = found(strengths, Id.UNPROVED_FORM)
    assert finding.where.field == "candidate.strengths[1]"
    assert "“Warehouse merger of 2019” makes no sentence with “I”, and turns" in finding.message
    assert "the letter to Priya Raman into a list" in finding.message
    assert "give `clause: I …`" in finding.message
    strengths[1]["clause"] = "I led the warehouse merger of 2019"
    assert found(strengths, Id.UNPROVED_FORM) == []


SAP = {"text": "Led the SAP migration for 140 users", "answers": ["Merge two"]}
SITES = {"text": "Moved 12 sites to one stock list", "answers": ["merge two warehouse systems"]}


def test_of_two_strengths_for_one_need_it_is_said_which_counts_and_which_stands_in_no_letter() -> None:
    nights = {"text": "Hired nine people for a night shift", "answers": ["Hire a night crew"]}
    (finding,) = found([SAP, SITES, nights], Id.ANSWER_DOUBLED)
    assert (finding.severity, finding.where.field) == ("warning", "candidate.strengths[1].answers")
    assert "“Led the SAP migration for 140 users” (candidate.strengths[0]) stands first" in finding.message
    assert "“Moved 12 sites to one stock list” stands in no letter" in finding.message
    assert found([SAP, SITES, nights], Id.UNTOLD) == []  # which would say: say which need it answers


def test_one_that_is_told_without_its_need_is_a_note() -> None:
    (finding,) = found([SAP, SITES], Id.ANSWER_DOUBLED)
    assert (finding.severity, "is told without that need" in finding.message) == ("note", True)


@pytest.mark.parametrize(
    "second", [SITES | {"answers": ["Merge two", "Hire a night crew"]}, SITES | {"answers": ["Weld"]}, SITES["text"]]
)
def test_what_has_a_need_of_its_own_or_none_is_not_doubled(second: object) -> None:
    assert found([SAP, second], Id.ANSWER_DOUBLED) == []


def found(strengths: object, id: Id) -> list[Finding]:
    duties = ["Merge two warehouse systems without losing a shift", "Hire a night crew"]
    changes = {"candidate": {"strengths": strengths}, "position": {"responsibilities": duties}}
    return [finding for finding in check(fl.compose(interview(changes))) if finding.id is id]


SHIPPING = "Bring order-to-ship time under two days"
CREW = "Led a crew of nine"


def test_a_strength_that_is_told_beside_a_need_without_being_certain_is_a_note_that_your_word_settles() -> None:
    (finding,) = found([SAP, CREW], Id.ANSWER_UNSURE)
    assert (finding.severity, finding.where.field) == ("note", "candidate.strengths[1]")
    assert finding.where.recipient == "Priya Raman"
    assert finding.message.startswith(
        "told, and not certain: “Led a crew of nine” beside “Hire a night crew”; `answers:"
    )
    for answers in (["Hire a night crew"], []):
        assert found([SAP, {"text": CREW, "answers": answers}], Id.ANSWER_UNSURE) == []


def test_no_letter_of_the_examples_has_such_a_note_of_more_than_it_is_unsure_of() -> None:
    root = Path(__file__).parents[2]
    files = [*(root / "examples").glob("*.yaml"), *(root / "tests" / "golden").glob("*/interview.yaml")]
    noted = 0
    for each in map(fl.load, files):
        letters = fl.compose(each)
        notes = [finding for finding in check(letters) if finding.id is Id.ANSWER_UNSURE]
        readers = [finding.where.recipient for finding in notes]
        assert len({*readers}) == len(readers)
        assert {*readers} <= {letter.recipient.name for letter in letters if letter.unsure}
        noted += len(notes)
    assert noted


DUTIES = ["Merge two warehouse systems", "Hire a night crew", SHIPPING, "Close the books"]
MERGING = "Merging of two warehouse systems, SAP, 140 users"
TOLD = ["Hired nine people for a night shift", "Cut order-to-ship time from five days to 36 hours"]


def said_of_forms(first: object, duties: list[object]) -> list[tuple[Id, str]]:
    changes = {"candidate": {"strengths": [first, *TOLD]}, "position": {"responsibilities": duties}}
    ids = {Id.UNPROVED_FORM, Id.TOO_MANY_DUTIES}
    return [(each.id, each.message) for each in check(fl.compose(interview(changes))) if each.id in ids]


def test_the_foremost_need_and_its_proof_that_makes_no_sentence_are_told_together() -> None:
    told = dict(said_of_forms(MERGING, DUTIES))
    assert len(told) == 2
    form = told[Id.UNPROVED_FORM]
    assert f"the foremost need, “{DUTIES[0]}”, is answered by “{MERGING}”" in form
    assert "give `clause: I …`" in form
    untold = "4 responsibilities, and the letters take up 2; not taken up: “Close the books”"
    assert told[Id.TOO_MANY_DUTIES] == f"{untold}; put first what matters most, and keep the rest for the call"
    assert said_of_forms(MERGING, DUTIES[:3]) == [(Id.UNPROVED_FORM, form)]


def test_a_need_that_a_letter_tells_by_its_proof_alone_is_taken_up() -> None:
    notes = fl.load(Path(__file__).parents[1] / "golden/twelve-responsibilities/interview.yaml")
    letters = fl.compose(notes)
    (told,) = [each.message for each in check(letters) if each.id is Id.TOO_MANY_DUTIES]
    herd = [each.text for each in notes.position.responsibilities].index("Move the herd to rotational grazing")
    assert any("180 cows" in letter.text for letter in letters if herd in dict(letter.answers))
    assert f"position.responsibilities[{herd}]" not in {field for each in letters[0].sources for field in each.fields}
    assert "take up 3; not taken up: “Milk 210 cows" in told
    assert "grazing" not in told


def test_a_clause_tells_both_and_so_ends_what_is_told_of_them() -> None:
    said = said_of_forms({"text": MERGING, "clause": "I merged two warehouse systems for 140 users"}, DUTIES)
    assert said
    assert not any(DUTIES[0] in message for _, message in said)


def test_of_a_lesser_need_both_are_told_as_ever() -> None:
    said = said_of_forms(MERGING, [{"text": DUTIES[0], "importance": 4}, *DUTIES[1:]])
    assert not any("foremost" in message for _, message in said)
    assert any(MERGING[:30] in message and "for want of a sentence" in message for _, message in said)


def test_a_strength_whose_need_is_the_fourth_is_told_so_and_not_to_answer_one() -> None:
    duties = ["Merge two warehouse systems", "Hire a night crew", "Cut the scrap rate", "Close the books in two days"]
    deeds = ["Led the SAP migration for 140 users", "Hired nine people for a night shift", "Cut scrap by a third"]
    deeds.append("Closed the books of three plants by the second day")
    strengths = [{"text": deed, "answers": [duty]} for deed, duty in zip(deeds, duties, strict=True)]
    told = {"position": FAULTLESS["position"] | {"responsibilities": duties}, "candidate": {"strengths": strengths}}
    (finding,) = [each for each in check(fl.compose(interview(told))) if each.id is Id.UNTOLD]
    assert finding.where.field == "candidate.strengths[3]"
    assert finding.message.endswith(
        "it answers “Close the books in two days”, and a letter tells of three needs at most; move that one up, or give"
        " it `importance: 1`"
    )
    duties.insert(0, duties.pop())
    assert all("Closed" not in each.message for each in check(fl.compose(interview(told))) if each.id is Id.UNTOLD)


# --------------------------------------------------------------------- what of the outlook stands in no letter


def unsaid(**outlook: object) -> list[str]:
    changes = {"outlook": FAULTLESS["outlook"] | outlook}
    return [each.message for each in check(fl.compose(interview(changes))) if each.id is Id.UNTOLD]


def test_what_was_left_out_and_gives_way_to_an_answer_is_told_so() -> None:
    doubt = {"concern": "no union experience", "answer": "sat on a joint safety committee"}
    (message,) = unsaid(omitted=["ran nights for two years"], reservations=[doubt])
    assert "“ran nights for two years”; the letter to Priya Raman answers a doubt instead" in message
    assert unsaid(omitted=["ran nights for two years"]) == []
    (message,) = unsaid(omitted=["ran nights for two years", "speak Spanish"])
    assert message.endswith("“speak Spanish”; a set says one thing that was left out")


def test_a_point_to_make_clear_that_gives_way_to_an_answer_is_told_so() -> None:
    person = FAULTLESS["people"][0] | {"clarify": "I ran two docks, not one"}
    doubt = {"concern": "no union experience", "answer": "sat on a joint safety committee"}
    for doubts, told in (([], []), ([doubt], ["people[0].clarify"])):
        changes = {"people": [person], "outlook": FAULTLESS["outlook"] | {"reservations": doubts}}
        found = [each for each in check(fl.compose(interview(changes))) if each.id is Id.UNTOLD]
        assert [each.where.field for each in found] == told
        why = "in no letter: “I ran two docks, not one”; the letter to Priya Raman answers a doubt instead"
        assert all(each.message.startswith(why) for each in found)


def test_a_doubt_without_its_answer_is_told() -> None:
    (message,) = unsaid(reservations=[{"concern": "no union experience"}])
    assert message.startswith("no letter answers the doubt “no union experience”")
    assert "give its `answer`" in message


def test_the_answer_to_a_second_doubt_is_told_to_stand_on_the_call_sheet() -> None:
    doubts = [{"concern": "no union experience", "answer": "sat on a joint safety committee"}]
    doubts += [{"concern": "the commute", "answer": "live ten minutes away"}]
    (message,) = unsaid(reservations=doubts)
    assert message.startswith("in no letter: the answer to “the commute”; a letter answers one doubt at most")


@pytest.mark.parametrize(
    ("write", "why"),
    [(None, "the letter to Tom Baker answers no doubts"), (False, "no letter goes to Tom Baker, who voiced it")],
)
def test_a_doubt_of_somebody_whose_letter_answers_none_is_told_so(write: bool | None, why: str) -> None:
    doubt = {"by": "Tom Baker", "concern": "the commute", "answer": "live ten minutes away"}
    tom = {"name": "Tom Baker", "role": "personnel", "write": write}
    changes = {"people": [*FAULTLESS["people"], tom], "outlook": FAULTLESS["outlook"] | {"reservations": [doubt]}}
    told = [each.message for each in check(fl.compose(interview(changes))) if each.id is Id.UNTOLD]
    assert told == [f"in no letter: the answer to “the commute”; {why}; it is on the call sheet"]


@pytest.mark.parametrize(
    ("more", "way"), [({"answers": []}, "`answers: []` says that"), ({}, "to have one told, say which need")]
)
def test_a_strength_that_answers_none_by_your_own_word_is_not_asked_what_it_answers(
    more: dict[str, object], way: str
) -> None:
    second = {"text": "Sang with a choir for two summers", **more}
    (finding,) = found([*FAULTLESS["candidate"]["strengths"], second], Id.UNTOLD)
    assert f"choir for two summers”; {way}" in finding.message

"""A call sheet: it can be read aloud as it stands, invents nothing, and keeps what is private."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from planned import FILES, ROOT, bare, cards, days_of_call, example, filled, our_words, prompts, the_sheet

import followup_letters as fl
from followup_letters.errors import InputError
from followup_letters.filing import file_stem
from followup_letters.loading import load
from followup_letters.planning.call_sheets import CallSheet, call_sheet
from followup_letters.planning.steps import Doing

# ------------------------------------------------------------------------------------------------ to be said aloud


@settings(max_examples=60, deadline=None)
@given(filled, days_of_call)
def test_a_prompt_has_at_most_25_words(values: dict[str, Any], on: dt.date) -> None:
    said = prompts(the_sheet(load(values), on=on))
    assert len(said) >= 5
    assert [prompt for prompt in said if len(prompt.split()) > 25] == []


@settings(max_examples=30, deadline=None)
@given(filled, days_of_call)
def test_every_card_has_two_to_four_things_to_say_or_fill_in_and_a_next_step_with_its_words(
    values: dict[str, Any], on: dt.date
) -> None:
    for head, card in cards(the_sheet(load(values), on=on)).items():
        said = [element for element in card.walk() if "prompt" in element.classes]
        blanks = [element for element in card.walk() if "blank" in element.classes]
        assert len(said) <= 4
        assert len(said) + len(blanks) >= 2
        assert head == "Open" or card.part("next") is not None


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_prompt_of_the_examples_holds_a_hole_or_stumbles(path: Path) -> None:
    interview = load(path)
    if interview.outlook.asked_not_to_call:
        return
    for element in the_sheet(interview).page.root.walk():
        if "prompt" in element.classes:
            assert not re.search(r"\bNone\b|\bMissing\b|[\[\]{}]|  |\.\.| [,.?]|\(\)|_", our_words(element))
            assert element.text.strip()[0].isupper()
            assert element.text.strip()[-1] in ".?"


def test_the_pretext_comes_first_then_silence() -> None:
    opening = cards(the_sheet(example()))["Open"].text
    assert opening.index("received my letter") < opening.index("Then stop talking")


def test_hired_someone_else_asks_shortfall_then_presentation_then_leads() -> None:
    text = cards(the_sheet(example()))["They hired someone else"].text
    places = [text.index(part) for part in ("fell short", "the way I presented myself", "managers at other companies")]
    assert places == sorted(places)
    assert [text.count(f"{label}:") for label in ("Name", "Title, company", "Phone")] == [2, 2, 2]


def test_somebody_without_a_department_is_not_asked_about_one() -> None:
    recruiter = load(ROOT / "tests/golden/recruiter/interview.yaml")
    assert "your department" not in call_sheet(recruiter, "Genevieve Laurent").text
    assert "your department" in call_sheet(recruiter, "Harold Winslow").text


def test_a_reservation_is_countered_with_the_fact_of_the_file() -> None:
    card = cards(the_sheet(load(ROOT / "examples/ward-sister.yaml")))["They have a reservation"]
    assert "I led 41 beds for five months when two wards were joined." in card.text


def test_a_negative_reservation_is_not_repeated_aloud() -> None:
    sheet = the_sheet(load(ROOT / "tests/golden/reservation-answered/interview.yaml"))
    assert "no mortgage experience" in sheet.text
    assert not any("no mortgage experience" in prompt for prompt in prompts(sheet))


@pytest.mark.parametrize(
    ("concern", "said"),
    [
        ("that I might leave", "I understand."),
        ("whether I would stay", "I understand."),
        ("a weak reference", "I understand."),
        ("the size of the team", "I understand the point about the size of the team."),
        ("size of the team", "I understand the point about the size of the team."),
    ],
)
def test_only_a_doubt_that_can_be_named_is_named_aloud(concern: str, said: str) -> None:
    sheet = the_sheet(example(reservations=[{"concern": concern, "answer": "led 41 beds"}]))
    assert f"{said} I led 41 beds." in prompts(sheet)


def test_a_problem_for_which_nothing_was_tried_asks_what_was() -> None:
    said = prompts(the_sheet(example(problem={"what": "the leaks"})))
    assert "You told me about the leaks. What have you tried so far?" in said
    assert not any("Besides" in prompt for prompt in said)


def test_without_a_fact_it_asks_what_would_settle_the_reservation() -> None:
    assert "What would settle that for you?" in " ".join(prompts(the_sheet(bare())))


@settings(max_examples=40, deadline=None)
@given(filled, days_of_call)
def test_both_pitfalls_stand_on_every_card_that_reaches_the_problem(values: dict[str, Any], on: dt.date) -> None:
    for card in cards(the_sheet(load(values), on=on)).values():
        if "what have you tried" in card.text.lower() or "problem" in card.text:
            assert "Ask first what has been tried" in card.text
            assert "the outline, not the detail" in card.text


def test_the_topics_of_a_strong_candidate_come_in_the_order_of_the_rapport() -> None:
    text = cards(the_sheet(example()))["You are a strong candidate"].text
    parts = ("Who will own the master data", "the mis-sorts at Joliet", "the lease of a fourth building", "in person")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "Memphis Business Ledger, November 2, 2026" in text


def test_pursued_with_vigor_what_you_found_out_comes_before_the_news() -> None:
    sheet = the_sheet(load(ROOT / "tests/golden/vigorous-with-history/interview.yaml"))
    assert any("I did some reading after we met: The north string" in prompt for prompt in prompts(sheet))


# --------------------------------------------------------------------------------------------------- nothing invented

_DATE = re.compile(
    r"(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? (?:(\w+)[ \u00a0](\d+)|(\d+)[ \u00a0](\w+))"
)
_SHORT_DATE = re.compile(r"(?:[A-Z][a-z]+[ \u00a0]\d{1,2}|\d{1,2}[ \u00a0][A-Z][a-z]+)")


def computed_dates(text: str) -> list[tuple[str, dt.date]]:
    """Each weekday of the text with its date, in the year in which a call of 2026 or early 2027 falls."""
    months = "January February March April May June July August September October November December".split()
    found = []
    for weekday, month_us, day_us, day_gb, month_gb in _DATE.findall(text):
        month, day = months.index(month_us or month_gb) + 1, int(day_us or day_gb)
        found.append((weekday, dt.date(2026 if month >= 7 else 2027, month, day)))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_number_of_ours_is_part_of_a_date_and_every_weekday_is_right(path: Path) -> None:
    interview = load(path)
    if interview.outlook.asked_not_to_call:
        return
    ours = our_words(the_sheet(interview).page.root)
    dates = computed_dates(ours)
    assert len(dates) >= 4
    assert [(weekday, day) for weekday, day in dates if f"{day:%A}" != weekday] == []
    assert re.findall(r"\d", _SHORT_DATE.sub("", ours)) == []


@settings(max_examples=40, deadline=None)
@given(filled)
def test_every_name_of_ours_is_a_day_or_a_month(values: dict[str, Any]) -> None:
    ours = our_words(the_sheet(load(values)).page.root)
    inside = re.findall(r"(?<=[a-z,] )[A-Z]\w+", ours)
    known = {f"{dt.date(2026, month, 1):%B}" for month in range(1, 13)}
    known |= {f"{dt.date(2026, 11, day):%A}" for day in range(1, 8)}
    assert set(inside) - known == set()


def test_one_fact_at_a_time_answers_a_reservation() -> None:
    doubt = [prompt for prompt in prompts(the_sheet(example())) if "It may help to know that" in prompt]
    assert len(doubt) == 2
    assert doubt[1].startswith("Or:")
    assert "Also, " not in cards(the_sheet(example()))["They have a reservation"].text


def test_the_dates_are_those_worked_out_by_hand() -> None:
    sheet = call_sheet(example(), "Dr. Priya Raman")  # mailed November 20, Thanksgiving the 26th
    assert sheet.call_on == dt.date(2026, 11, 27)
    for line in (
        "call the first of these names on Monday, November 30. If you may call here again: Monday, December 28 "
        "(December 18 to January 1).",
        "Would Tuesday, December 1, or Thursday, December 3, suit you?",
        "if they name none, on Friday, December 4.",
        "sent again, call on Friday, December 4. Otherwise try again on Monday, November 30.",
    ):
        assert line in sheet.text


def test_the_days_to_meet_lie_before_the_decision() -> None:
    sheet = the_sheet(example(employer_decides_on="2026-12-03"))
    assert "Would Tuesday, December 1, or Wednesday, December 2, suit you?" in sheet.text
    assert "I understood that you’d decide by Thursday, December 3." in sheet.text
    assert "When would suit you?" in the_sheet(example(employer_decides_on="2026-12-02")).text


def test_news_of_after_the_call_is_not_told() -> None:
    later = the_sheet(example(news=[{"what": "the strike", "date": "2026-12-01"}]))
    assert "the strike" not in later.text
    assert "News of the company, its date and source: ____" in later.text


def test_what_is_missing_is_a_blank_and_not_a_hole() -> None:
    text = the_sheet(bare()).text
    for label in (
        "Number",
        "Best time",
        "Letter of November 24, sent",
        "Their words",
        "Their reservation",
        "My fact",
        "Ask about the job",
        "the department",
        "the company",
        "A problem they told me about",
        "News of the company, its date and source",
        "Day and time",
        "They decide on",
    ):
        assert re.search(rf"{label}: _{{10}}", text), label


def test_it_names_the_fields_that_are_left_to_be_filled_in() -> None:
    assert the_sheet(bare()).missing == (
        "people[0].phone",
        "people[0].best_time",
        "outlook.questions",
        "outlook.problem.what",
        "outlook.news[0]",
    )
    assert the_sheet(example()).missing == ()
    doubtful = the_sheet(example(reservations=[{"concern": "the size of the team"}]))
    assert doubtful.missing == ("outlook.reservations[0].answer",)


def test_what_is_known_is_not_asked_for_again() -> None:
    text = the_sheet(load(ROOT / "tests/golden/vigorous-with-history/interview.yaml")).text
    assert "(325) 555-0190 · best time: after the 7 a.m. toolbox talk · letter sent Thursday, November 5" in text
    assert "Number:" not in text


# --------------------------------------------------------------------------------------------------------- the offer


def offered(**offer: Any) -> fl.Interview:
    return example(other_offer={"received": "2026-11-16", "decide_by": "2026-12-04", **offer})


def test_another_offer_is_told_right_after_the_receipt_with_its_date() -> None:
    opening = cards(the_sheet(offered(company="Rival plc")))["Open"].text
    assert "You should know that I have another offer, and that I must answer it by Friday, December\u00a04." in opening
    assert opening.index("received my letter") < opening.index("another offer") < opening.index("Then stop talking")


def test_the_other_company_is_named_only_if_it_may_be() -> None:
    assert "Rival" not in the_sheet(offered(company="Rival plc")).text
    assert "I have an offer from Rival plc" in the_sheet(offered(company="Rival plc", may_name=True)).text


def test_without_a_decision_the_next_call_is_in_time_for_the_other_offer() -> None:
    text = the_sheet(offered(decide_by="2026-12-04")).text
    assert "I have to answer the other offer by Friday, December 4. Could you let me know before then?" in text
    assert "if they name none, on Thursday, December 3." in text


def test_an_offer_that_does_not_stand_on_the_day_is_not_told() -> None:
    assert "offer" not in the_sheet(offered(received="2026-12-01"), on=dt.date(2026, 11, 30)).text
    assert "offer" not in the_sheet(offered(), on=dt.date(2026, 12, 5)).text


# ----------------------------------------------------------------------------------------------------------- private


@settings(max_examples=40, deadline=None)
@given(filled, days_of_call)
def test_secrets_stand_nowhere(values: dict[str, Any], on: dt.date) -> None:
    sheet = the_sheet(load(values), on=on)
    for text in (sheet.text, sheet.html, sheet.page.title, sheet.page.author, sheet.file_stem):
        assert "SECRET" not in text


def test_the_sheet_says_that_it_is_private_and_so_do_its_title_and_its_file_name() -> None:
    sheet = call_sheet(example(), "Dr. Priya Raman")
    assert sheet.text.startswith("Private call sheet")
    assert sheet.page.title == "Private call sheet: Dr. Priya Raman, Northwind Logistics, Inc."
    assert sheet.file_stem == "2026-11-27_Northwind-Logistics_Dr-Priya-Raman_private-call-sheet"
    assert file_stem(sheet.file_stem) is not None


# ------------------------------------------------------------------------------------------------------- who and when


def test_whoever_asked_for_no_calls_gets_none() -> None:
    asked = load(ROOT / "tests/golden/asked-not-to-call/interview.yaml")
    with pytest.raises(InputError, match="write an e-mail instead"):
        the_sheet(asked)
    event = {"on": "2026-11-23", "what": "called", "response": "asked not to call"}
    with pytest.raises(InputError, match="they asked for none"):
        the_sheet(example().with_(history=[event]))


def test_leave_to_call_given_later_counts() -> None:
    events = [
        {"on": "2026-11-23", "what": "called", "response": "may not call"},
        {"on": "2026-11-24", "what": "heard from them", "response": "may call"},
    ]
    assert the_sheet(example().with_(history=events)).text


def test_without_a_call_by_the_rules_a_day_must_be_given() -> None:
    courtesy = load(ROOT / "examples/account-director.yaml")
    with pytest.raises(InputError, match="on=…"):
        call_sheet(courtesy, courtesy.people[0])
    assert call_sheet(courtesy, courtesy.people[0], on=dt.date(2026, 12, 1)).call_on == dt.date(2026, 12, 1)


def test_a_call_before_the_interview_is_refused() -> None:
    with pytest.raises(InputError, match="a call after the interview, which was on 2026-11-18"):
        call_sheet(example(), "Dr. Priya Raman", on=dt.date(2026, 11, 17))


def test_somebody_who_got_no_letter_is_not_asked_about_one() -> None:
    sheet = call_sheet(example(), "Denise Aguilar", on=dt.date(2026, 11, 27))
    assert "no letter went to this person" in sheet.text
    assert not any("received" in prompt for prompt in prompts(sheet))


def test_a_name_that_is_nobodys_is_told_with_those_there_are() -> None:
    with pytest.raises(InputError, match=r"Dr\. Priya Raman; Luis Ortega"):
        call_sheet(example(), "Priya")


@pytest.mark.parametrize(
    ("response", "said"),
    [
        ("voicemail", "I’m calling to make sure that you received my letter."),
        ("no decision yet", "When we spoke on Friday, November 27, you hadn’t decided yet."),
        ("reservation", "When we spoke on Friday, November 27, you had a concern."),
        ("strong candidate", "I’d like to pick up where we left off on Friday, November 27."),
        ("hired someone else", "I’m still very interested in Northwind. Has anything opened that might suit me?"),
    ],
)
def test_the_opening_takes_up_what_they_answered_last(response: str, said: str) -> None:
    event = {"on": "2026-11-27", "what": "called", "person": "Dr. Priya Raman", "response": response}
    sheet = the_sheet(example().with_(history=[event]))
    assert said in " ".join(prompts(sheet)).replace("\u00a0", " ")


def test_a_talk_of_the_same_day_is_not_told_by_its_date() -> None:
    event = {"on": "2026-11-30", "what": "called", "person": "Dr. Priya Raman", "response": "reservation"}
    sheet = the_sheet(example().with_(history=[event]), on=dt.date(2026, 11, 30))
    assert "When we spoke earlier today you had a concern." in prompts(sheet)[1]


def doubted(note: str, **reservation: str) -> CallSheet:
    event = {"on": "2026-11-27", "what": "called", "response": "reservation", "note": note}
    return the_sheet(example(reservations=[reservation]).with_(history=[event]))


def test_a_doubt_that_came_up_on_the_call_is_told_in_the_words_of_the_note_and_gets_no_other_doubts_answer() -> None:
    sheet = doubted("no experience with X-ray rules", concern="no union experience", answer="sat on a committee")
    card = cards(sheet)["They have a reservation"].text.replace("\u00a0", " ")
    assert "They said on Friday, November 27: no experience with X-ray rules." in card
    assert "sat on a committee" not in card
    assert "What would settle that for you?" in card
    assert "outlook.reservations" in sheet.missing


def test_a_doubt_that_came_up_on_the_call_gets_its_answer_once_the_file_has_it() -> None:
    sheet = doubted(
        "worried re X-ray", concern="no experience with X-ray rules", answer="passed the X-ray course in May"
    )
    assert "I passed the X-ray course in May." in " ".join(prompts(sheet))
    assert "outlook.reservations" not in sheet.missing


def test_what_you_promised_stands_on_the_sheet() -> None:
    interview = example()
    person = interview.people[0].with_(promised="send Karen our list")
    sheet = the_sheet(interview.with_(people=[person, *interview.people[1:]]))
    assert "You promised “to send Karen our list”." in sheet.text


@pytest.mark.parametrize(("promised", "is_dated"), [("a list by Friday", True), ("a list by November 24", False)])
def test_a_weekday_that_something_was_promised_by_has_its_date_once_that_week_is_past(
    promised: str, is_dated: bool
) -> None:
    interview = example()
    person = interview.people[0].with_(promised=promised)
    text = the_sheet(interview.with_(people=[person, *interview.people[1:]])).text.replace("\u00a0", " ")
    assert f"You promised “{promised}”" in text
    assert ("; the last day for it was Friday, November" in text) is is_dated


def test_news_of_the_hire_that_came_otherwise_asks_for_feedback_first() -> None:
    event = {"on": "2026-11-24", "what": "heard from them", "response": "hired someone else"}
    interview = example().with_(history=[event])
    assert list(cards(the_sheet(interview))) == ["Open", "They hired someone else", "Voicemail, an assistant"]
    assert "Thank you for letting me know that you’ve hired someone else." in the_sheet(interview).text
    later = call_sheet(interview, interview.people[0], on=dt.date(2026, 12, 28), doing=Doing.CALL_BACK)
    assert "Something has opened" in cards(later)


@pytest.mark.parametrize("doing", [Doing.ASK_FOR_LEADS, Doing.ASK_TO_CALL])
def test_a_call_for_names_asks_for_names_and_for_leave_to_call(doing: Doing) -> None:
    sheet = call_sheet(example(), "Dr. Priya Raman", on=dt.date(2026, 12, 1), doing=doing)
    assert list(cards(sheet)) == ["Open", "Names", "Voicemail, an assistant"]
    assert {"Do you know managers at other companies who may be looking for someone like me?"} <= set(prompts(sheet))


def test_of_two_answers_of_one_day_the_later_counts() -> None:
    events = [
        {"on": "2026-11-27", "what": "called", "response": "reservation"},
        {"on": "2026-11-27", "what": "called", "response": "reservation stands"},
        {"on": "2026-11-27", "what": "called", "response": "may call"},
    ]
    assert "Something has opened" in cards(the_sheet(example().with_(history=events)))


def test_a_letter_that_was_lost_counts_from_the_day_it_went_out_again() -> None:
    events = [
        {"on": "2026-11-20", "what": "wrote"},
        {"on": "2026-11-27", "what": "called", "response": "not received"},
        {"on": "2026-11-28", "what": "emailed", "person": "Dr. Priya Raman"},
        {"on": "2026-11-29", "what": "emailed"},
    ]
    assert "e-mail sent Saturday, November 28" in the_sheet(example().with_(history=events)).text


def test_a_call_about_openings_asks_for_leads_and_for_leave_to_call_again() -> None:
    event = {"on": "2026-11-27", "what": "called", "response": "hired someone else"}
    sheet = the_sheet(example().with_(history=[event]), on=dt.date(2026, 12, 28))
    assert list(cards(sheet)) == [
        "Open",
        "Something has opened",
        "Nothing now",
        "Voicemail, an assistant",
    ]
    assert "if you may call again: Monday, February 1 (January 25 to February 8)" in sheet.text


def test_british_sheets_are_british() -> None:
    sheet = call_sheet(load(ROOT / "examples/ward-sister.yaml"), "Helen Marsh")
    assert "Hello, Mrs Marsh." in sheet.text
    assert "We met on Monday 16 November about the Ward Sister, Acute Medicine post." in sheet.text
    assert (sheet.page.language, sheet.page.paper) == ("en-GB", "a4")


def test_a_full_name_greets_nobody() -> None:
    assert prompts(the_sheet(bare()))[0].startswith("Hello, this is Alma Ferreira.")


def test_there_are_files_to_walk() -> None:
    assert len(FILES) >= 40

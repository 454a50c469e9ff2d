"""A promise is told to the reader it was made to as "you", by whatever name or word it was noted."""

from __future__ import annotations

import pytest

from followup_letters.wording.promised_to import names_in_a_promise, promised_to
from followup_letters.wording.promising import as_promised

KAREN = names_in_a_promise("Karen Cole", "Ms", "Cole", "Karen")


@pytest.mark.parametrize(
    ("promise", "told"),
    [
        ("to let her have the names of two referees by Monday", "the names of two referees by Monday"),
        ("let her know whether I can start in May", "to let you know whether I can start in May"),
        ("her the two dates", "the two dates"),
        ("an answer to her question", "an answer to your question"),
        ("to have her see the jig", "to have you see the jig"),
        ("to show her team the log", "to show your team the log"),
        ("to get her book back to her", "to get your book back to you"),
        ("send Karen the list", "the list"),
        ("send Ms. Cole my licence", "my licence"),
        ("to call Karen Cole on Friday", "to call you on Friday"),
        ("Karen's list, filled in", "your list, filled in"),
        ("to give Karen Smith my number", "to give Karen Smith my number"),
        ("to send Mr Pryce his copy", "to send Mr Pryce his copy"),
        ("her form, filled in", "your form, filled in"),
        ("to send her team the plan", "to send your team the plan"),
        ("to tell her how it went", "to tell you how it went"),
        ("to bring her my drawings", "my drawings"),
        ("I promised to call her on Friday", "to call you on Friday"),
        ("to keep her posted", "to keep you posted"),
        ("to email the bursar my plan", "to email the bursar my plan"),
        ("to bring my own tools", "to bring my own tools"),
        ("word on my start date", "word on my start date"),
        ("to ask my old firm for their consent", "to ask my old firm for their consent"),
        ("a letter of my pastor in her own hand", "a letter of my pastor in her own hand"),
        ("two references", "two references"),
        ("to send a copy of Her by Friday", "a copy of Her by Friday"),
        ("to lend her my DVD of Her", "to lend you my DVD of Her"),
        ("to find her the piece “send Karen his list”", "to find you the piece “send Karen his list”"),
        ("“managing her list”", "“managing her list”"),
    ],
)
def test_a_promise_is_told_to_its_reader(promise: str, told: str) -> None:
    said = promised_to(promise, "Ms", KAREN)
    assert said is not None
    assert as_promised(said) == told


@pytest.mark.parametrize("title", [None, "Ms", "Mr"])
@pytest.mark.parametrize(
    "promise",
    [
        "her number",
        "I promised you her number",
        "Her number",
        "to send his address",
        "I'll send her address",
        "their regards",
        "to bring her along",
        "to bring him with me",
        "to take them to the quay",
        "to tell him I called",
        "to remind her of the dance",
        "to give them your regards",
        "to give them her regards",
        "to tell her you called",
        "a letter from her",
        "a reference from his doctor",
        "to get a letter from them",
        "a word with him",
        "to say hello to her",
        "to send them my slides",
        "to let them know by Friday",
        "to ring them both",
        "them the plans",
        "to send you and her the plans",
        "to send him and you the plans",
    ],
)
def test_what_may_be_promised_of_somebody_else_is_not_told(promise: str, title: str | None) -> None:
    assert promised_to(promise, title, KAREN) is None


@pytest.mark.parametrize(("promise", "title"), [("to send him the list", "Ms"), ("to call her on Friday", "Mr.")])
def test_a_promise_of_whom_the_title_shuts_out_is_not_told(promise: str, title: str) -> None:
    assert promised_to(promise, title, KAREN) is None


def test_a_reader_of_one_name_is_named_by_it() -> None:
    assert promised_to("to send Suharto the plan", None, names_in_a_promise("Suharto", None, None, None)) == (
        "to send you the plan"
    )

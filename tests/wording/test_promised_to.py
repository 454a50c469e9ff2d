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
        ("to send them my slides", "my slides"),
        ("send Karen the list", "the list"),
        ("send Ms. Cole my licence", "my licence"),
        ("to call Karen Cole on Friday", "to call you on Friday"),
        ("Karen's list, filled in", "your list, filled in"),
        ("to give Karen Smith my number", "to give Karen Smith my number"),
        ("to send Mr Pryce his copy", "to send Mr Pryce his copy"),
        ("to send him the list", "to send him the list"),
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
    assert as_promised(promised_to(promise, "Ms", KAREN)) == told


def test_a_reader_of_one_name_is_named_by_it() -> None:
    assert promised_to("to send Suharto the plan", None, names_in_a_promise("Suharto", None, None, None)) == (
        "to send you the plan"
    )

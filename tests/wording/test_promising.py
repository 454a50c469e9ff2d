"""What was promised is read as it was meant: a thing to have, or something to do; what is neither is known."""

from __future__ import annotations

import pytest

import followup_letters as fl
from followup_letters.wording.promising import as_promised, may_be_a_deed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("send Karen our reminder text templates by Tuesday", "to send Karen our reminder text templates by Tuesday"),
        ("Send references", "references"),
        ("I'll email the templates Tuesday", "the templates Tuesday"),
        ("I would be in touch", "to be in touch"),
        ("sending the templates", "the templates"),
        ("text you the address", "to text you the address"),
        ("email Karen the list", "to email Karen the list"),
        ("call you on Friday", "to call you on Friday"),
        ("To call you", "to call you"),
        ("that I would call", "that I would call"),
        ("two references by Friday", "two references by Friday"),
        ("send you the list", "the list"),
        ("to send you the list", "the list"),
        ("to send you photographs of the reservoir work", "photographs of the reservoir work"),
        ("that I'd send a writing sample", "a writing sample"),
        ("give you my portfolio", "my portfolio"),
        ("References by Friday", "references by Friday"),
        ("a copy of my certificate", "a copy of my certificate"),
        ("Karen's number", "Karen's number"),
        ("training records", "training records"),
        ("IT reports", "IT reports"),
        ("a copy of my will by Friday", "a copy of my will by Friday"),
        ("the plan that would be best", "the plan that would be best"),
        ("the plans you are waiting for", "the plans you are waiting for"),
        ("the can openers by Friday", "the can openers by Friday"),
        ("nothing but the plans", "nothing but the plans"),
        ("the list of last year's prices: all of it", "the list of last year's prices: all of it"),
    ],
)
def test_a_verb_alone_is_something_to_do_and_a_thing_is_left_as_it_is(typed: str, said: str) -> None:
    assert as_promised(typed) == said


@pytest.mark.parametrize(
    "typed",
    [
        *("yes", "No.", "nothing", "-", "you", "to"),
        *("copy of my certificate", "Report on the lanes", "call on Friday", "start on Monday"),
        *("they showed me", "you would hear", "sent the templates"),
        *("nothing, really", "None that I recall.", "nothing specific yet"),
        *("the plans would be with you by Friday", "My slides are on their way", "both references will follow"),
    ],
)
def test_what_is_neither_a_thing_nor_a_deed_is_known(typed: str) -> None:
    assert as_promised(typed) is None


@pytest.mark.parametrize(
    ("typed", "is_either"),
    [
        ("Email templates", True),
        ("work samples", False),
        ("Review notes", True),
        ("email the list", False),
        ("references", False),
        ("x", False),
    ],
)
def test_what_may_be_a_thing_or_a_deed_is_known(typed: str, is_either: bool) -> None:
    assert may_be_a_deed(typed) is is_either


@pytest.mark.parametrize("promised", ["never to mention it", "not to tell anybody"])
def test_what_was_promised_not_to_be_done_is_no_thing_to_have(promised: str) -> None:
    for role in ("personnel", "recruiter", "hiring manager", "panel"):
        data = {
            "candidate": {"name": "Sam Doyle", "phone": "555 0100"},
            "company": {"name": "Acme Ltd"},
            "position": {"title": "Supervisor"},
            "interview": {"date": "2026-11-18"},
            "people": [{"name": "Anna Weber", "role": role, "promised": promised}],
        }
        (letter,) = fl.compose(fl.load(data))
        (told,) = [each.sentence for each in letter.sources if promised in each.sentence]
        assert "I promised " + promised in told
        assert "will have" not in told
        assert "and I will" not in told

"""Templates of one's own are checked as ours are: what they add is theirs to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

import followup_letters as fl
from checking.staging import FAULTLESS, TOM, interview
from followup_letters.checking import Finding, check
from followup_letters.choices import FindingId as Id

FINE = "I enjoyed our talk on Wednesday about {{ talked_about }}.</p><p>I would like this job at {{ company_name }}."


def checked(folder: Path, body: str, kind: str = "pursue", **changes: object) -> list[Finding]:
    (folder / f"{kind}.html.j2").write_text(f"<p>{body}</p>", "utf-8")
    noted = interview({"people": [*FAULTLESS["people"], TOM], **changes})
    return check(fl.compose(noted, kind=kind, templates=folder))


@pytest.mark.parametrize(
    ("id", "body"),
    [
        (Id.UNTRACED_CLAIM, "I cut freight by 40 percent. I would like the job at {{ company_name }}."),
        (Id.UNTRACED_CLAIM, "After twenty years I would like the job at {{ company_name }}."),
        (Id.UNTRACED_CLAIM, "I led the merger of Globex. I would like the job at {{ company_name }}."),
        (Id.PLACEHOLDER, "I enjoyed [detail]. I would like the job at {{ company_name }}."),
        (Id.PLACEHOLDER, "I would like the job at your company, {{ company_name }}."),
        (Id.GENDER_GUESS, "It was good of Mr. {{ person.name }} to see me. I want the job at {{ company_name }}."),
        (Id.GENDER_GUESS, "I liked her plan. I want the job at {{ company_name }}."),
        (Id.SHARED_SENTENCE, FINE.replace("{{ talked_about }}", "the job")),
        (Id.INTEREST_MISSING, "I enjoyed our talk about {{ talked_about }}.</p><p>{{ company_name }} is in Chicago."),
        (Id.DOUBLE_PUNCTUATION, "I would like the job at {{ company_name }} .. and soon."),
        (Id.EXCLAMATION, "I would like the job at {{ company_name }}!"),
        (Id.CALL_DATE, "I want the job at {{ company_name }}. I will call you on Sunday."),
        (Id.BLUFF, "I want the job at {{ company_name }}, and I have another offer."),
        (Id.GENERIC, "I enjoyed our talk. I would like the job at {{ company_name }}."),
    ],
)
def test_what_a_template_adds_is_found(tmp_path: Path, id: Id, body: str) -> None:
    assert id in {finding.id for finding in checked(tmp_path, body)}


def test_a_plain_template_of_ones_own_has_no_error_but_what_two_letters_share(tmp_path: Path) -> None:
    found = checked(tmp_path, FINE, people=FAULTLESS["people"])
    assert not [finding for finding in found if finding.severity == "error"]


@pytest.mark.parametrize(
    ("id", "body"),
    [
        (Id.SELLS_IN_COURTESY, "I appreciated your time. {{ candidate.strengths[0].text }}."),
        (Id.THANKS, "I am thankful for your time."),
        (Id.NO_MEMORY, "I appreciated your time."),
        (Id.CALL_DATE, "I appreciated your time, and I will call on Friday."),
    ],
)
def test_what_a_courtesy_letter_must_not_say_is_found(tmp_path: Path, id: Id, body: str) -> None:
    assert id in {finding.id for finding in checked(tmp_path, body, kind="courtesy")}


def test_a_word_that_only_looks_like_a_title_or_a_claim_is_none(tmp_path: Path) -> None:
    body = "I would not miss a day of this job at {{ company_name }}. In May, or on Monday, I could begin: at once."
    assert not {Id.GENDER_GUESS, Id.UNTRACED_CLAIM} & {finding.id for finding in checked(tmp_path, body)}

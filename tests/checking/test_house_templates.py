"""Templates of one's own are checked as ours are: what they add is theirs to mend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document

import followup_letters as fl
from checking.staging import FAULTLESS, TOM, interview
from followup_letters.checking import Finding, check
from followup_letters.choices import FindingId as Id

FINE = "I enjoyed our talk on Wednesday about {{ talked_about }}.</p><p>I would like this job at {{ company_name }}."


FINE_FOR_ALL = FINE.replace("{{ talked_about }}", "the job")


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


@pytest.mark.parametrize(("typed", "is_guess"), [("Mr.", False), ("Mr", False), ("Dr.", True), (None, True)])
def test_a_title_that_the_file_gives_its_reader_is_no_guess(
    tmp_path: Path, typed: str | None, *, is_guess: bool
) -> None:
    reader = {**FAULTLESS["people"][0], "family": "Raman", **({"courtesy_title": typed} if typed else {})}
    found = checked(tmp_path, "I would like the job at {{ company_name }}, Mr {{ person.family }}.", people=[reader])
    assert (Id.GENDER_GUESS in {finding.id for finding in found}) == is_guess


def test_a_strength_that_no_template_of_ones_own_prints_needs_no_other_answer(tmp_path: Path) -> None:
    found = checked(tmp_path, FINE, people=FAULTLESS["people"])
    (told,) = [finding.message for finding in found if finding.id is Id.UNTOLD]
    assert told.startswith("in no letter: “Led the SAP migration")
    assert told.endswith("; your templates have no place for what answers a need")


@pytest.mark.parametrize("kind", ["pursue", "courtesy"])
def test_words_for_one_reader_that_no_template_of_ones_own_prints_are_named(tmp_path: Path, kind: str) -> None:
    reader = FAULTLESS["people"][0] | {"own_words": "I have run a dock like that in snow."}
    found = checked(tmp_path, FINE, kind, people=[reader])
    (told,) = [finding for finding in found if finding.where.field == "people[0].own_words"]
    assert told.message == "in no letter: “I have run a dock like that in snow.”; your templates have no place for it"


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


@pytest.mark.parametrize(
    "body",
    [
        "the job at {{ company_name }} is one I would like.",
        "I would like the job at {{ company_name }}. {{ person.talked_about }} is what I think of.",
        "I would like the job at {{ company_name }}. i think of {{ talked_about }}.",
    ],
)
def test_a_sentence_that_begins_with_a_small_letter_is_found(tmp_path: Path, body: str) -> None:
    assert Id.SENTENCE_SMALL in {finding.id for finding in checked(tmp_path, body, people=FAULTLESS["people"])}


@pytest.mark.parametrize(
    "begun",
    ["iRobot is one", "de Vries told me", "“we count twice” is what you said", "At 9 a.m. sharp I began", "3 of us"],
)
def test_names_quotations_and_what_follows_no_end_may_begin_small(tmp_path: Path, begun: str) -> None:
    said = f"I would like the job at {{{{ company_name }}}}. {begun}, and I liked it."
    assert Id.SENTENCE_SMALL not in {finding.id for finding in checked(tmp_path, said, people=FAULTLESS["people"])}


FRAME = """\
<section class="letter">
<p class="subject">Our talk</p>
<p class="salutation">Dear {{ person.name }}:</p>
{{ body }}
<p>SENTENCE</p>
<p class="closing">Sincerely,</p>
<p class="signature">{{ candidate.name }}</p>
</section>
"""
GERMAN = FRAME.replace('"letter"', '"letter" lang="de"').replace("Dear", "Guten Tag")


def test_a_letter_in_another_language_is_told_what_of_it_is_still_ours(tmp_path: Path) -> None:
    found = framed(tmp_path, "letter.html.j2", GERMAN)
    (told,) = [each.message for each in found if each.id is Id.STILL_OURS]
    for left in ("the closing “Sincerely,”", "title.j2", "running.html.j2", "pursue/hiring-manager.html.j2"):
        assert left in told
    assert "salutation" not in told
    german = {
        "title.j2": "Brief",
        "running.html.j2": '<section><p class="continuation">Seite</p></section>',
        "pursue.html.j2": "<p>Das Gespräch war gut.</p>",
        "letter.html.j2": GERMAN.replace("Sincerely", "Mit freundlichen Grüßen").replace("Our talk", "Gespräch"),
    }
    for name, text in german.items():
        found = framed(tmp_path, name, text)
    assert Id.STILL_OURS not in {each.id for each in found}


def test_the_subject_of_an_email_in_another_language_is_to_be_worded_anew(tmp_path: Path) -> None:
    (tmp_path / "letter.html.j2").write_text(GERMAN, "utf-8")
    person = {**FAULTLESS["people"][0], "email": "anna@example.com"}
    candidate = {**FAULTLESS["candidate"], "email": "maya@example.com"}
    noted = interview({"people": [person], "candidate": candidate, "letter": {"medium": "email"}})
    (told,) = [each.message for each in check(fl.compose(noted, templates=tmp_path)) if each.id is Id.STILL_OURS]
    assert "subject.html.j2" in told


def test_no_figure_is_known_from_the_content_of_a_letterhead(tmp_path: Path) -> None:
    (tmp_path / "pursue.html.j2").write_text("<p>I liked your 88 kilns, and the 37 percent.</p>", "utf-8")
    paper = Document()
    paper.sections[0].header.paragraphs[0].text = "Maya Okafor"
    paper.save(str(tmp_path.parent / "paper.docx"))
    content = (tmp_path.parent / "paper.docx").read_bytes()
    noted = interview({"people": FAULTLESS["people"], "letter": {"letterhead": content}})
    claims = [each.message for each in check(fl.compose(noted, templates=tmp_path)) if each.id is Id.UNTRACED_CLAIM]
    assert any("“88”" in each for each in claims)
    assert any("“37”" in each for each in claims)


def test_a_shared_sentence_is_told_with_its_line_and_a_missing_interest_with_the_emptied_file(tmp_path: Path) -> None:
    (told, *_) = [each.message for each in checked(tmp_path, FINE_FOR_ALL) if each.id is Id.SHARED_SENTENCE]
    assert "pursue.html.j2:1: “I enjoyed our talk" in told
    assert "in {% vary %} in as many ways as there are readers, 2," in told
    (tmp_path / "pursue.html.j2").unlink()
    (tmp_path / "pursue").mkdir()
    (tmp_path / "pursue" / "job-and-company.html.j2").write_text("{# nothing #}\n", "utf-8")
    (told,) = [each.message for each in check(_to_one(tmp_path)) if each.id is Id.INTEREST_MISSING]
    assert "job-and-company.html.j2, which is empty" in told
    assert "`letter: {ignore: [interest-missing]}`" in told


def _to_one(folder: Path) -> fl.Letters:
    outlook = {**FAULTLESS["outlook"], "reasons": []}
    return fl.compose(interview({"people": FAULTLESS["people"], "outlook": outlook}), templates=folder)


SECRET = "would take it for 82000 a year"
OUTLOOK = {
    **FAULTLESS["outlook"],
    "private": SECRET,
    "problem": {"what": "the mis-sorts at Joliet", "idea": "keep look-alike ZIP codes in lanes far apart"},
}
IDEA = "Keep look-alike ZIP codes in lanes far apart."


def framed(folder: Path, template: str, text: str) -> list[Finding]:
    (folder / template).write_text(text, "utf-8")
    return check(fl.compose(interview({"outlook": OUTLOOK}), templates=folder))


@pytest.mark.parametrize(("id", "sentence"), [(Id.PRIVATE_LEAK, f"I {SECRET}."), (Id.IDEA_LEAK, IDEA)])
@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("letter.html.j2", FRAME),
        ("letter.html.j2", FRAME.replace("<p>SENTENCE</p>", "SENTENCE")),
        (
            "letter.html.j2",
            FRAME.replace("<p>SENTENCE</p>", '<p>See <a href="https://x.invalid/SENTENCE">here</a>.</p>'),
        ),
        ("subject.html.j2", "SENTENCE"),
        ("running.html.j2", '<section><p class="continuation">SENTENCE</p></section>'),
        ("title.j2", "SENTENCE"),
    ],
)
def test_what_is_kept_private_is_found_wherever_a_template_says_it(
    tmp_path: Path, template: str, text: str, id: Id, sentence: str
) -> None:
    if template == "subject.html.j2":
        frame = FRAME.replace("Our talk", '{% include "subject.html.j2" %}').replace("SENTENCE", "So long.")
        (tmp_path / "letter.html.j2").write_text(frame, "utf-8")
    found = framed(tmp_path, template, text.replace("SENTENCE", sentence))
    (leak,) = (finding for finding in found if finding.id is id)
    assert leak.severity == "error"
    assert not {"82000", "lanes"} & set(re.findall(r"\w+", f"{leak} {leak.as_dict()}"))


def test_a_claim_around_the_body_is_told_and_may_be_a_motto(tmp_path: Path) -> None:
    (told,) = (
        finding
        for finding in framed(tmp_path, "letter.html.j2", FRAME.replace("SENTENCE", "I led the merger of Globex."))
        if finding.id is Id.UNTRACED_CLAIM
    )
    assert told.severity == "warning"
    assert told.message.startswith(f"{tmp_path / 'letter.html.j2'}:5: “Globex” in “I led the merger of Globex.”")


def test_a_place_to_fill_in_around_the_body_is_told_with_its_line(tmp_path: Path) -> None:
    found = framed(tmp_path, "letter.html.j2", FRAME.replace("SENTENCE", "I enclose [what]."))
    (told,) = (finding for finding in found if finding.id is Id.PLACEHOLDER)
    assert told.message.startswith(f"{tmp_path / 'letter.html.j2'}:5: “[what]”")


def test_of_two_lines_with_one_word_the_one_that_is_printed_is_told(tmp_path: Path) -> None:
    ways = "{# Globex\n #}{% if email %}\nI like Globex.\n{% else %}\nI led the merger of Globex.\n{% endif %}"
    told = next(each for each in checked(tmp_path, f"{ways} {FINE}") if each.id is Id.UNTRACED_CLAIM)
    assert told.message.startswith(f"{tmp_path / 'pursue.html.j2'}:5: “Globex”")

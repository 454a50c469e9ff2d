"""What checking hands back: findings with a place, weighed, shown, switched off."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_letters as fl
from checking.staging import FAULTLESS, TOM, interview, letter_saying
from followup_letters.checking import Finding, Findings, Severity, Where, check
from followup_letters.choices import FindingId
from followup_letters.errors import InputError
from promises.stage import examples

UNTITLED = {"people": [{"name": "Priya Raman", "card": {"name": "Priya Raman"}, "talked_about": "the mis-sorts"}]}


def findings_of(changes: dict[str, object], **options: object) -> Findings:
    noted = interview(changes)
    return check(fl.compose(noted), interview=noted, **options)  # type: ignore[arg-type]


def test_a_letter_without_fault_has_no_error_and_no_warning() -> None:
    assert not findings_of({}).grave


def test_one_letter_and_a_list_of_one_are_checked_alike() -> None:
    (letter,) = fl.compose(interview(UNTITLED))
    assert check(letter) == check([letter])


def test_an_interview_of_which_nobody_gets_a_letter_can_be_checked() -> None:
    noted = interview({"people": [{"name": "Priya Raman", "write": False}]})
    assert FindingId.PLAN_BELOW_MINIMUM in {finding.id for finding in check([], interview=noted)}


def test_nothing_at_all_cannot_be_checked() -> None:
    with pytest.raises(InputError, match="interview="):
        check([])


def test_a_finding_tells_the_letter_the_part_and_the_field_to_mend() -> None:
    (finding,) = [each for each in findings_of(UNTITLED) if each.id is FindingId.TITLE_MISSING]
    assert finding.severity is Severity.WARNING
    assert finding.rule == "R6"
    assert finding.where == Where("Priya Raman", "inside-address", field="people[0].title")
    assert str(finding).startswith("warning: Priya Raman has no title")
    assert "[title-missing, R6]" in str(finding)


def test_a_finding_about_words_quotes_their_sentence() -> None:
    (finding,) = check(letter_saying("I saw the lanes. Thank you for the hour.", kind="courtesy")).errors
    assert finding.where.sentence == "Thank you for the hour."
    assert "“Thank you for the hour.”" in finding.message


def test_findings_stand_with_the_gravest_first() -> None:
    weights = [finding.severity for finding in check(letter_saying("Thank you! I am a team player."))]
    assert weights == sorted(weights, key=[Severity.ERROR, Severity.WARNING, Severity.INFO].index)
    assert len(set(weights)) > 1


def test_findings_are_told_apart_by_letter() -> None:
    noted = interview({"people": [*FAULTLESS["people"], TOM | {"title": ""}], "outlook": {"questions": []}})
    letters = fl.compose(noted)
    found = check(letters)
    assert {each.id for each in found.of(letters[1])} >= {FindingId.TITLE_MISSING}
    assert not {each.id for each in found.of(letters[0])} & {FindingId.TITLE_MISSING, FindingId.NO_QUESTIONS}
    assert FindingId.NO_QUESTIONS in {each.id for each in found.of_all}
    assert len(found) == len(found.of_all) + sum(len(found.only_of(letter)) for letter in letters)


def test_what_is_told_of_several_letters_together_is_about_each_that_it_names() -> None:
    people = [{"name": name, "title": "Director"} for name in ("Ann Lee", "Annette Leeds", "Tom Baker")]
    letters = fl.compose(interview({"people": [*people[:2], people[2] | {"card": {"name": "Tom Baker"}}]}))
    found = fl.check(letters)
    about = [FindingId.NAME_UNCONFIRMED in {each.id for each in found.of(letter)} for letter in letters]
    assert about == [True, True, False]
    assert FindingId.NAME_UNCONFIRMED in {each.id for each in fl.check([letters[0], letters[2]]).of(letters[0])}


def test_what_depends_on_the_day_is_about_each_letter_of_that_day() -> None:
    noted = interview({"people": [*FAULTLESS["people"], TOM]})
    letters, day = fl.compose(noted), dt.date(2026, 11, 24)
    found = fl.check(letters, today=day)
    assert [each.id for letter in letters for each in found.of(letter).errors] == [FindingId.LATE] * 2
    assert FindingId.LATE not in {each.id for letter in letters for each in fl.check(letters).of(letter)}


@pytest.mark.parametrize("no_letter", ["Raman", None, FAULTLESS["people"][0]])
def test_findings_of_what_is_no_letter_are_refused_with_the_way_to_the_letter(no_letter: Any) -> None:
    with pytest.raises(fl.InputError) as caught:
        fl.check(fl.compose(interview())).of(no_letter)
    (fault,) = caught.value.faults
    assert (fault.field, fault.rule) == ("of(letter)", "one of the letters that were checked")
    assert (fault.hint == "compose(interview, to='Raman')[0] is one") is (no_letter == "Raman")


def test_a_finding_that_is_ignored_is_left_out_and_counted() -> None:
    found = findings_of(UNTITLED | {"letter": {"ignore": ["title-missing", "length"]}})
    assert not {FindingId.TITLE_MISSING, FindingId.LENGTH} & {finding.id for finding in found}
    assert found.switched_off == {"title-missing": 1, "length": 1}
    assert str(found).endswith("2 findings switched off by you: length, title-missing")
    assert "2 findings switched off by you" in found._repr_html_()


def test_an_id_that_is_none_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(InputError, match="did you mean title-missing"):
        fl.load({key: value for key, value in FAULTLESS.items() if key != "people"} | {
            "people": [{"name": "Priya Raman"}], "letter": {"ignore": ["titel-missing"]}
        })  # fmt: skip


def test_in_a_notebook_findings_are_a_table_without_markup_of_the_users() -> None:
    shown = findings_of({"people": [{"name": "R&D <b>Boss</b>"}]})._repr_html_()
    assert shown.startswith("<table")
    assert "&lt;b&gt;Boss" in shown
    assert "<b>Boss" not in shown
    assert not re.search(r"(?:color|background): (?!inherit|transparent)", shown)


def test_no_findings_say_so() -> None:
    assert str(Findings()) == "nothing found"
    assert "nothing found" in Findings()._repr_html_()


def test_a_finding_is_data_for_programs() -> None:
    finding = Finding(FindingId.LATE, Severity.ERROR, "R7", "too late", Where(field="interview.date"))
    told = json.loads(json.dumps(finding.as_dict()))
    assert told == {
        "id": "late",
        "severity": "error",
        "rule": "R7",
        "message": "too late",
        "where": {"field": "interview.date"},
    }


def test_nothing_is_late_unless_somebody_tells_the_day() -> None:
    assert FindingId.LATE not in {each.id for each in findings_of({})}
    assert FindingId.LATE in {each.id for each in findings_of({}, today=dt.date(2030, 1, 1))}


@pytest.mark.parametrize(
    "topic", ["the position", "the job and the company", "my experience", "the Operations Manager role"]
)
def test_a_topic_that_any_talk_has_is_no_detail(topic: str) -> None:
    person = FAULTLESS["people"][0] | {"talked_about": topic}
    assert FindingId.GENERIC in {each.id for each in findings_of({"people": [person]})}


@pytest.mark.parametrize(
    "topic", ["the day-to-day work", "two things", "my 12 years of experience", "how the team works together"]
)
def test_a_topic_that_any_talk_has_is_told_to_name_what_is_theirs(topic: str) -> None:
    person = FAULTLESS["people"][0] | {"talked_about": topic}
    (finding,) = [each for each in findings_of({"people": [person]}) if each.id is FindingId.GENERIC]
    assert f"`talked_about` says “{topic}”, which any talk may be about" in finding.message
    assert finding.message.endswith("say what of it there is at Northwind Logistics and nowhere else")


@pytest.mark.parametrize("topic", ["the four-day week", "a four day week", "the first 90 days", "ten minutes a day"])
def test_a_topic_that_a_number_tells_from_others_is_a_detail(topic: str) -> None:
    person = FAULTLESS["people"][0] | {"talked_about": topic}
    assert FindingId.GENERIC not in {each.id for each in findings_of({"people": [person]})}


@pytest.mark.parametrize(
    ("typed", "card", "severity"),
    [
        ("Priya Raman", "Priya Raman", None),
        ("Priya Raman", "PRIYA RAMAN", None),
        ("Dr. Priya Raman", "Priya Raman, PhD", None),
        ("Priya Raman", "Priya S. Raman", Severity.WARNING),
        ("Priya Ramen", "Priya Raman", Severity.ERROR),
        ("Zoe Nunez", "Zoë Núñez", Severity.ERROR),
        ("Suharyanto", "Suharyanto", None),
    ],
)
def test_a_name_is_compared_with_its_card(typed: str, card: str, severity: Severity | None) -> None:
    person = FAULTLESS["people"][0] | {"name": typed, "card": {"name": card}}
    found = [each.severity for each in findings_of({"people": [person]}) if each.id is FindingId.NAME_MISMATCH]
    assert found == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("key", "said", "severity"),
    [
        ("family", "Raman", None),
        ("family", "Ramen", Severity.ERROR),
        ("family", "Baker", Severity.ERROR),
        ("family", "de Raman", Severity.WARNING),
        ("given", "Pri", None),
        ("given", "Pryia", Severity.ERROR),
        ("given", "Helen", Severity.ERROR),
        ("salutation", "Professor Raman", None),
        ("salutation", "Dr. Rahman", Severity.ERROR),
    ],
)
def test_a_name_in_the_salutation_is_compared_with_the_name(key: str, said: str, severity: Severity | None) -> None:
    person = FAULTLESS["people"][0] | {key: said}
    found = [each.severity for each in findings_of({"people": [person]}) if each.id is FindingId.NAME_MISMATCH]
    assert found == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("name", "family", "is_part"),
    [("王小明", "王", True), ("김민수", "김", True), ("王小明", "李", False), ("Steven Baker", "Bake", False)],
)
def test_a_family_name_is_a_part_of_a_name_that_is_written_without_spaces(
    name: str, family: str, is_part: bool
) -> None:
    person = FAULTLESS["people"][0] | {"name": name, "card": {"name": name}, "family": family}
    found = {each.id for each in findings_of({"people": [person]})}
    assert (FindingId.NAME_MISMATCH not in found) is is_part


def test_a_block_of_lines_is_quoted_with_a_space_between_two_lines() -> None:
    person = FAULTLESS["people"][0] | {"title": "TBD"}
    (found,) = (each for each in findings_of({"people": [person]}) if each.id is FindingId.PLACEHOLDER)
    assert "“Priya Raman TBD Northwind Logistics, Inc. 400 W Superior St Chicago, IL 60654”" in found.message


def test_a_card_without_a_name_confirms_none() -> None:
    person = FAULTLESS["people"][0] | {"card": {"title": "Director of Operations"}}
    assert FindingId.NAME_UNCONFIRMED in {each.id for each in findings_of({"people": [person]})}


def test_what_everybody_knows_is_not_given_away_by_being_private_too() -> None:
    private = (
        "They need someone to merge two warehouse systems without losing a shift, and Priya Raman said so at Joliet"
    )
    assert not findings_of({"outlook": {"private": private}}).errors


@pytest.mark.parametrize(
    "private", ["Leipzig", {"mood": "good"}, ["yes", 7], "at Northwind", 2026, "in the first week"]
)
def test_a_few_common_words_kept_private_are_no_leak(private: object) -> None:
    assert not findings_of({"outlook": {"private": private}}).errors


@pytest.mark.parametrize(
    ("private", "typed"),
    [
        ("surgery", "surgery"),
        (["tired", "Surgery."], "the new wing for surgery"),
        ({"why": "nights are out"}, "why nights are out for you"),
        ("they pay 90k", "how they pay 90k"),
        ("pay of 90", "the pay of 90 and the hours"),
        ("too hot", "why it is too hot"),
        ("I was let go", "why I was let go"),
        ("their lawsuit with Acme", "their lawsuit with Acme"),
        ("their lawsuit with Acme over the dock", "their lawsuit with Acme"),
        ("Friday", "Friday"),
        ("$90k", "the 90,000 a year"),
        ("82.5k at least", "the pay of 82,500"),
    ],
)
def test_the_whole_of_a_short_private_note_is_found_where_it_is_typed_again(private: object, typed: str) -> None:
    person = FAULTLESS["people"][0] | {"talked_about": typed}
    found = findings_of({"people": [person], "outlook": {"private": private}}).errors
    assert [(each.id, each.where.field) for each in found] == [(FindingId.PRIVATE_LEAK, "people[0].talked_about")]


WORDS = st.sampled_from("they their we pay lawsuit Acme 90k 3 of with Friday boss is hot maybe".split())


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=6).map(" ".join), st.sampled_from(["", "the ", "why "]))
def test_a_private_note_that_is_typed_again_is_found_at_any_length(note: str, before: str) -> None:
    before = "" if before == "why " and len(note.split()) < 4 else before  # of few words, where it is the whole field
    person = FAULTLESS["people"][0] | {"talked_about": before + note}
    letters = fl.compose(interview({"people": [person], "outlook": {"private": note}}))
    assert any("people[0].talked_about" in source.fields for source in letters[0].sources)
    leaks = {each.where.field for each in check(letters).errors if each.id is FindingId.PRIVATE_LEAK}
    assert leaks == {"people[0].talked_about"}


@pytest.mark.parametrize("word", ["maybe", "Friday", "ward", "shift", "it is so", "2026", "2"])
def test_a_short_private_note_that_is_common_or_known_openly_is_no_leak(word: str) -> None:
    person = FAULTLESS["people"][0] | {"talked_about": f"the {word} of the year"}
    position = {"title": "Operations Manager", "responsibilities": ["Lead a shift on the ward"]}
    found = findings_of({"people": [person], "position": position, "outlook": {"private": word}})
    assert FindingId.PRIVATE_LEAK not in {each.id for each in found}


@pytest.mark.parametrize(
    "text",
    [
        "the R&D <Director> post",
        "{{ 7*7 }}",
        "Super Bowl XXX",
        "a TODO app",
        "[sic]",
        "Title [IX] cases",
        "Inc. and Co.",
    ],
)
def test_odd_words_of_the_users_are_no_places_to_fill_in(text: str) -> None:
    person = FAULTLESS["people"][0] | {"talked_about": text}
    assert not findings_of({"people": [person]}).errors


@pytest.mark.parametrize(("name", "is_real"), [
    ("X Co", True), ("X Corp.", True), ("None, Inc.", True), ("Unknown Ltd", True),
    ("xx", False), ("TBD Ltd", False), ("[company] Ltd", False), ("XXXX Inc.", False),
])  # fmt: skip
@pytest.mark.parametrize("medium", ["post", "email"])
def test_the_short_name_of_a_company_is_a_part_of_its_whole_name(name: str, is_real: bool, medium: str) -> None:
    found = findings_of({"company": {"name": name, "short_name": None}, "letter": {"medium": medium}})
    assert (FindingId.PLACEHOLDER not in {each.id for each in found}) is is_real


@pytest.mark.parametrize("text", ["[your name]", "<insert date>", "{{ company }}", "TBD", "????", "[Company Name]"])
def test_a_place_to_fill_in_is_found_in_words_of_the_users(text: str) -> None:
    person = FAULTLESS["people"][0] | {"title": text}
    assert FindingId.PLACEHOLDER in {each.id for each in findings_of({"people": [person]}).errors}


def test_checking_loads_no_renderer_until_a_file_is_asked_for() -> None:
    loaded = "import sys, followup_letters.checking; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert not {"weasyprint", "pypdf", "docx", "jinja2"} & set(done.stdout.split())


def test_what_is_said_of_nearly_every_file_comes_last_of_the_warnings() -> None:
    person = {key: value for key, value in FAULTLESS["people"][0].items() if key not in ("card", "talked_about")}
    ids = [finding.id for finding in findings_of({"people": [person]}).grave]
    assert len(ids) > 1
    assert ids[-1] is FindingId.NAME_UNCONFIRMED


@pytest.mark.parametrize(
    ("role", "noted", "told"),
    [
        ("personnel", {}, {"own_words", "clarify", "promised"}),
        ("personnel", {"clarify": "that it took nine weeks", "promised": "two references"}, {"own_words"}),
        ("hiring manager", {}, {"own_words", "clarify", "promised", "omitted"}),
    ],
)
def test_a_short_letter_is_told_of_the_fields_that_are_empty_and_that_it_would_print(
    role: str, noted: dict[str, str], told: set[str]
) -> None:
    person = FAULTLESS["people"][0] | {"role": role} | noted
    (letter,) = fl.compose(interview({"people": [person]}))
    cut = replace(letter_saying("It was good to meet you."), recipient=letter.recipient, interview=letter.interview)
    (finding,) = [each for each in check(cut) if each.id is FindingId.LENGTH]
    empty, _, _ = finding.message.partition(", if you noted any")
    assert set(re.findall("`(.*?)`", empty)) == told


@pytest.mark.parametrize("id", ["private-leak", "idea-leak"])
def test_what_holds_a_promise_is_not_switched_off(id: str) -> None:
    with pytest.raises(InputError) as caught:
        interview({"letter": {"ignore": ["title-missing", id]}})
    (fault,) = caught.value.faults
    assert (fault.field, fault.found is not None) == ("letter.ignore[1]", True)
    assert "hold a promise" in fault.rule
    with pytest.raises(InputError, match="hold a promise"):
        fl.LetterSettings(ignore=[id])  # type: ignore[list-item]  # a text does

"""A number that YAML would cut at its comma, between brackets, is an error that shows the whole text in quotes."""

from __future__ import annotations

import pytest
import yaml

from followup_letters.loading import load_text
from followup_letters.loading.reading import yaml_reading

RAISED = "Raised £310,000 from trusts in one year"
LISTS = [
    ("candidate: {name: Maya Okafor, strengths: [%s]}", "candidate.strengths[0]"),
    ("candidate: {name: Maya Okafor, address: [%s]}", "candidate.address[0]"),
    ("candidate: {name: Maya Okafor, strengths: [{text: Led it, answers: [%s]}]}", "candidate.strengths[0].answers[0]"),
    ("position: {title: Manager, responsibilities: [%s]}", "position.responsibilities[0]"),
    ("company: {name: Northwind, address: [%s]}", "company.address[0]"),
    ("outlook: {reasons: [%s]}", "outlook.reasons[0]"),
    ("outlook:\n  omitted:\n    [\n      %s,\n    ]", "outlook.omitted[0]"),
]


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def _with_and_without_libyaml(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(yaml_reading, "_LOADER", yaml.BaseLoader)


def with_line(smallest: str, line: str) -> str:
    """The smallest interview with `line` in place of that of the same key."""
    kept = [each for each in smallest.splitlines() if each.partition(":")[0] != line.partition(":")[0]]
    return "\n".join([*kept, line, ""])


def with_strengths(smallest: str, typed: str) -> str:
    return with_line(smallest, f"candidate: {{name: Maya Okafor, strengths: [{typed}]}}")


@pytest.mark.parametrize(("line", "field"), LISTS)
def test_a_number_cut_at_its_comma_is_told_in_any_list(line, field, smallest, faults_of) -> None:
    (fault,) = faults_of(with_line(smallest, line % RAISED))
    assert (fault.field, fault.found) == (field, "the number 310,000, cut in two at its comma")
    assert fault.rule == "between brackets, a text with a comma in it stands in quotes"
    assert fault.hint.startswith(f'put the whole text in quotes: "{RAISED}"; if two entries are meant, write a space')


def test_the_place_is_that_of_the_text_and_the_entry_the_one_that_was_meant(smallest, faults_of) -> None:
    text = with_strengths(smallest, "Saved £1,310,000, Ran nights, Led 140 of 12,500 users")
    first, second = faults_of(text)
    assert (first.field, second.field) == ("candidate.strengths[0]", "candidate.strengths[2]")
    assert first.found == "the number 1,310,000, cut in pieces at its commas"
    assert text.splitlines()[second.line - 1][second.column - 1 :].startswith("Led 140 of 12,500 users")
    assert '"Led 140 of 12,500 users"' in second.hint


def test_a_text_with_quotation_marks_is_shown_as_yaml_reads_it(smallest, faults_of) -> None:
    (fault,) = faults_of(with_strengths(smallest, 'Sold 10,000 "Blue" mugs'))
    quoted = fault.hint.removeprefix("put the whole text in quotes: ").partition(";")[0]
    mended = load_text(with_strengths(smallest, quoted))
    assert [each.text for each in mended.candidate.strengths] == ['Sold 10,000 "Blue" mugs']


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('"Raised £310,000 from trusts"', ["Raised £310,000 from trusts"]),
        ("Raised £310, 000 mugs sold", ["Raised £310", "000 mugs sold"]),
        ("Raised £310,00 mugs", ["Raised £310", "00 mugs"]),
        ("Ran it in 2019,310 pupils taught", ["Ran it in 2019", "310 pupils taught"]),
        ("Ran floor 3,2024 to 2026", ["Ran floor 3", "2024 to 2026"]),
        ("Led 12,people of mine", ["Led 12", "people of mine"]),
        ('"Led 12",345 shown', ["Led 12", "345 shown"]),
    ],
)
def test_a_list_without_spaces_after_its_commas_is_a_list(typed, meant, smallest) -> None:
    strengths = load_text(with_strengths(smallest, typed)).candidate.strengths
    assert [each.text for each in strengths] == meant
    assert load_text(f"{smallest}holidays: [2026-11-26,2026-12-24]\n").holidays


def test_between_braces_the_text_is_shown_with_its_number_whole(smallest, faults_of) -> None:
    (fault,) = faults_of(with_strengths(smallest, f"{{text: {RAISED}, current: true}}"))
    assert (fault.found, fault.hint) == (RAISED, f'write "{RAISED}"')


def test_of_a_private_number_only_the_place_is_told(smallest, faults_of) -> None:
    fault = faults_of(with_line(smallest, "outlook: {private: [would take 82,000 a year]}"))[0]
    assert (fault.field, fault.line, fault.found, fault.hint) == ("outlook.private", 6, None, None)

"""A company is called in running text as people call it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

import followup_letters as fl
from followup_letters.planning.call_sheets import call_sheet
from followup_letters.wording.names import running_name


@pytest.mark.parametrize(
    ("company", "called"),
    [
        ("Marchetti Family Dental, PLLC", "Marchetti Family Dental"),
        ("Alder & Quint LLP", "Alder & Quint"),
        ("Three Rivers Family Clinic, P.C.", "Three Rivers Family Clinic"),
        ("Harbour Light", "Harbour Light"),
    ],
)
def test_a_legal_suffix_is_left_to_the_address(company: str, called: str) -> None:
    assert running_name(company) == called


@pytest.mark.parametrize(
    ("company", "called"),
    [
        ({"name": "Riverbend Credit Union"}, "the Riverbend Credit Union"),
        ({"name": "Riverbend Credit Union", "article": True}, "the Riverbend Credit Union"),
        ({"name": "Riverbend Credit Union", "article": False}, "Riverbend Credit Union"),
        ({"name": "University of Leeds", "article": False}, "University of Leeds"),
        ({"name": "Harbor Museum"}, "Harbor Museum"),
        ({"name": "Harbor Museum", "article": True}, "the Harbor Museum"),
        ({"name": "Harbor Museum", "short_name": "the Harbor Museum"}, "the Harbor Museum"),
        ({"name": "Harbor Museum", "short_name": "the Harbor Museum", "article": False}, "Harbor Museum"),
        ({"name": "Mill Creek Hospital", "short_name": "the Mill", "article": False}, "Mill"),
    ],
)
def test_a_company_has_its_article_as_the_name_has_it_or_as_the_file_says(
    company: dict[str, object], called: str
) -> None:
    interview = fl.load(
        {
            "candidate": {"name": "Sam Doyle"},
            "company": company,
            "position": {"title": "Archivist"},
            "interview": {"date": "2026-11-18"},
            "people": [{"name": "Anna Weber", "talked_about": "the blue pump"}],
        }
    )
    (letter,) = fl.compose(interview)
    body = letter.page.root.part("body").text
    assert called in body
    assert called.startswith("the ") or f"the {called}" not in body
    assert not [finding for finding in fl.check([letter]) if finding.id == "interest-missing"]


@pytest.mark.parametrize("role", ["hiring manager", "personnel", "recruiter", "executive"])
@pytest.mark.parametrize("title", ["The Archivist", "the Archivist role"])
def test_no_title_has_two_articles(role: str, title: str) -> None:
    interview = fl.load(
        {
            "candidate": {"name": "Sam Doyle"},
            "company": {"name": "Acme Ltd"},
            "position": {"title": title},
            "interview": {"date": "2026-11-18"},
            "people": [{"name": "Anna Weber", "role": role, "talked_about": "the blue pump"}],
        }
    )
    (letter,) = fl.compose(interview)
    sheet = call_sheet(interview, "Anna Weber", on=dt.date(2026, 11, 30))
    assert f"the {title[4:]}" in sheet.text
    for text in (letter.page.root.part("body").text, sheet.text):
        assert not re.search(r"\b(?:the|your) the\b", text, re.IGNORECASE)

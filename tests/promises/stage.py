"""What the tests of the promises share: an interview that says everything, changes to it, and readers of its files."""

from __future__ import annotations

import copy
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import fast_mail_parser
import pypdf

import followup_letters as fl
from writing.conftest import READERS as OF_PAGES

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src"

AT_LENGTH = bool(os.environ.get("AT_LENGTH"))
"""Whether the promises are tested at length, as by night."""


def examples(number: int) -> int:
    """So many examples in the ordinary run, and forty times as many at length."""
    return number * 40 if AT_LENGTH else number


SECRETS = {"private": "SECRET-NOTE-4711", "idea": "SECRET-IDEA-0815"}

EVERYTHING: dict[str, Any] = {
    "candidate": {
        "name": "Maya Okafor",
        "email": "maya@example.com",
        "phone": "(312) 555-0142",
        "address": ["1200 W Lake St", "Chicago, IL 60607"],
        "strengths": ["Merged two warehouse systems in a weekend", "Ran nights for two years", "Fluent in Spanish"],
    },
    "company": {"name": "Northwind Logistics, Inc.", "short_name": "Northwind", "address": ["400 W Superior St"]},
    "position": {
        "title": "Operations Manager",
        "reference": "NW-2291",
        "responsibilities": ["Merge two warehouse systems", "Lead our night shift"],
    },
    "interview": {"date": "2026-11-18", "how": "on site", "lasted": "an hour", "place": "at your depot"},
    "people": [
        {
            "name": "Dr. Priya Raman",
            "title": "Director of Operations",
            "department": "Operations",
            "role": "hiring manager",
            "courtesy_title": "Dr.",
            "family": "Raman",
            "company": "Northwind Holdings",
            "address": ["402 W Superior St"],
            "email": "raman@example.com",
            "talked_about": "the mis-sorts at Joliet",
            "own_words": "Belts of that kind jam in the cold.",
            "clarify": "that the cut-over took nine weeks, not six",
        },
        {"name": "Tom Baker", "role": "recruiter", "salutation": "Tom", "promised": "a list of dates"},
    ],
    "outlook": {
        "interested": True,
        "went_well": True,
        "reasons": ["your supervisors run their own morning meeting"],
        "omitted": ["ran a cut-over before"],
        "reservations": [{"concern": "the size of the team", "answer": "sat on a joint committee"}],
        "problem": {"what": "the scrap rate", "idea": SECRETS["idea"]},
        "private": SECRETS["private"],
    },
    "letter": {"enclosures": ["a list of references"], "cc": [{"name": "Ana Ruiz", "email": "ana@example.com"}]},
}

Step = str | int


def changed(*changes: tuple[str, Any], base: Mapping[str, Any] = EVERYTHING) -> dict[str, Any]:
    """The interview that says everything, with the value at each path (`people[0].title`) replaced."""
    data = copy.deepcopy(dict(base))
    for path, value in changes:
        *above, last = steps(path)
        table: Any = data
        for step in above:
            table = table[step] if isinstance(step, int) else table.setdefault(step, {})
        table[last] = value
    return data


def steps(path: str) -> list[Step]:
    """The parts of a path, its numbers as numbers."""
    return [int(part) if part.isdigit() else part for part in re.findall(r"\w+", path)]


def by_email(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same interview, its letters sent by e-mail."""
    return changed(("letter.medium", "email"), base=data)


def letters(data: Mapping[str, Any]) -> list[fl.Letter]:
    return fl.compose(fl.load(data))


def _eml_text(content: bytes) -> str:
    mail = fast_mail_parser.parse_email(content)
    return "\n".join([mail.subject, *mail.text_plain]).replace("\r\n", "\n")


READERS: dict[str, Callable[[bytes], str]] = {**OF_PAGES, "eml": _eml_text}
"""The words of a file of each format, by readers that share no code with the writers."""


def pages_of(content: bytes) -> int:
    return len(pypdf.PdfReader(BytesIO(content)).pages)


def command(
    *arguments: str | Path, cwd: Path, code: str | None = None, **world: str
) -> subprocess.CompletedProcess[str]:
    """Run render-letter in a process of its own; `code` is run before it, `world` added to its environment."""
    script = f"{code or ''}\nimport sys\nfrom followup_letters.cli import main\nsys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(SOURCES), "PYTHONDONTWRITEBYTECODE": "1"} | world,
        capture_output=True,
        text=True,
        errors="surrogateescape",
        timeout=120,
        check=False,
    )


def leaves_of(page: Any) -> Sequence[tuple[str, str]]:
    """The user's own words in a page, each with the field it came from."""
    return [(element.attributes["data-from"], element.text) for element in page.root.walk() if _is_leaf(element)]


def _is_leaf(element: Any) -> bool:
    return "data-from" in element.attributes and bool(element.text)

"""Letters and interviews for the rules' examples: one without fault, with the example laid over it."""

from __future__ import annotations

import datetime as dt
from copy import deepcopy
from dataclasses import replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

import followup_letters as fl
from followup_letters.checking import Finding, check
from followup_letters.checking.pdf_reading import Glyph, Printed
from followup_letters.checking.readings import Reading
from followup_letters.checking.table import Frame, Headed, Notes, Rule, Scope, Sheet, Styled, Ways, Words
from followup_letters.markup import Element, parse
from letterheads.making import pictured

FAULTLESS: dict[str, Any] = yaml.load(
    """
candidate:
  name: Maya Okafor
  address: [1200 W Lake St, "Chicago, IL 60607"]
  strengths:
    - {text: Led the SAP migration for 140 users with no lost shift, answers: [Merge two]}
company: {name: "Northwind Logistics, Inc.", short_name: Northwind, address: [400 W Superior St, "Chicago, IL 60654"]}
position: {title: Operations Manager, responsibilities: [Merge two warehouse systems without losing a shift]}
interview: {date: 2026-11-18, how: on site, lasted: an hour and a half}
people:
  - {name: Priya Raman, card: {name: Priya Raman}, title: Director of Operations, role: hiring manager,
     talked_about: the mis-sorts at Joliet}
outlook:
  interested: true
  reasons: [your supervisors run their own morning meeting]
  questions: ["Who will own the master data?"]
holidays: [2026-11-26]
""",
    yaml.BaseLoader,
)
TOM = {
    "name": "Tom Baker",
    "card": {"name": "Tom Baker"},
    "title": "Shift Lead",
    "role": "panel",
    "talked_about": "the dock",
}


def interview(changes: dict[str, Any] | None = None) -> fl.Interview:
    """The faultless interview with `changes` laid over it: tables key by key, everything else as a whole."""
    return fl.load(_over(deepcopy(FAULTLESS), changes or {}))


def letter_saying(body: str, kind: str = "pursue", **changes: Any) -> fl.Letter:
    """A letter with these paragraphs for its body, every word the template's own."""
    return _saying(fl.compose(interview(changes), kind=kind)[0], body)


def letter_framed(html: str, **changes: Any) -> fl.Letter:
    """A letter with `html` in place of the part that it begins with."""
    letter = fl.compose(interview(changes))[0]
    parts = parse(f"<section>{html}</section>", "test").children
    first = parts[0]
    assert isinstance(first, Element)
    children: list[Any] = []
    for child in letter.page.root.children:
        children += parts if isinstance(child, Element) and child.classes == first.classes else [child]
    return _with_root(letter, replace(letter.page.root, children=tuple(children)))


def found_in(rule: Rule, example: object) -> list[Finding]:
    """What checking finds in an example of `rule`, of that rule alone."""
    if isinstance(example, Sheet):
        return _on_sheet(rule, example)
    return [finding for finding in everything_in(example) if finding.id is rule.id]


def everything_in(example: object) -> list[Finding]:
    """Everything that checking finds in a letter or an interview."""
    if isinstance(example, Frame):
        return check(letter_framed(example.html))
    if isinstance(example, Headed):
        made = pictured(example.top_mm, example.side_mm, example.picture_shows, example.text, example.header)
        sheet = {"file": "mine.docx", "content": made}
        return check(fl.compose(interview({"letter": {"letterhead": sheet}})))
    if isinstance(example, Styled):
        styles = (("styles/letter.css.j2", f"{{% include 'ours/letter.css.j2' %}}\n{example.css}"),)
        made = fl.compose(interview())
        return check([replace(letter, page=replace(letter.page, styles=styles)) for letter in made])
    if isinstance(example, Ways):
        with TemporaryDirectory() as folder:
            (Path(folder) / example.file).write_text(example.template, "utf-8")
            return check(fl.compose(interview(), kind="courtesy", templates=folder))
    if isinstance(example, Words):
        people = [*FAULTLESS["people"], TOM] if example.also else FAULTLESS["people"]
        letters = fl.compose(interview({"people": people}), kind=example.kind)
        bodies = [example.body, example.also or ""]
        return check([_saying(letter, body) for letter, body in zip(letters, bodies, strict=False)])
    assert isinstance(example, Notes)
    noted = interview(yaml.load(example.yaml, yaml.BaseLoader))
    today = dt.date.fromisoformat(example.today) if example.today else None
    return check(fl.compose(noted, kind=example.kind), interview=noted, today=today)


def printed(sheet: Sheet) -> Printed:
    """A PDF as the rules see it, with the words of `sheet` on its first page."""
    left = sheet.left_mm / 25.4 * 72
    glyphs = [
        Glyph(text, 1, left + 5 * at, left + 5 * at + 5, 400.0, text in sheet.boxes)
        for at, text in enumerate(sheet.text)
    ]
    return Printed(((612.0, 792.0),) * sheet.pages, tuple(glyphs))


def _on_sheet(rule: Rule, sheet: Sheet) -> list[Finding]:
    letter = fl.compose(interview())[0]
    reading = Reading(replace(letter, page=replace(letter.page, step=sheet.steps)))
    assert rule.scope in (Scope.FILE, Scope.LETTER)
    return rule.findings(reading, printed(sheet), recipient=letter.recipient.name)


def _saying(letter: fl.Letter, body: str) -> fl.Letter:
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in body.split("\n\n"))
    said = parse(f'<section class="body">{paragraphs}</section>', "test")
    kept = letter.page.root.children
    children = tuple(said if isinstance(child, Element) and "body" in child.classes else child for child in kept)
    return _with_root(letter, replace(letter.page.root, children=children))


def _with_root(letter: fl.Letter, root: Element) -> fl.Letter:
    return replace(letter, page=replace(letter.page, root=root))


def _over(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    for key, value in changes.items():
        base[key] = _over(base[key], value) if isinstance(value, dict) and isinstance(base.get(key), dict) else value
    return base

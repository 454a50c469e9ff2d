"""Writes docs/fields.md, every field of an interview file in plain words, from the models and from the examples."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, get_args

import yaml

from followup_letters.models import Interview
from followup_letters.noun import Noun, TextOrTable, described, nouns_in

ROOT = Path(__file__).parents[1]
PAGE = Path(__file__).with_suffix(".md")
_HEAD = """\
# The fields of an interview file

This page is made from the models and the examples; `pytest tests/test_docs_fields.py --update-golden` makes it anew.

A field in **bold** must be given. Any other may be left out, and what then happens follows "left out". R-numbers are
those of [rules.md](rules.md). "Finish “…”" means that the text stands at the end of that sentence in a letter. A list
of one may be the one alone, and a table of which one text is needed that text.

An address is printed line for line as it is listed, and no comma in it is taken for the end of a line: a text alone is
one line (after `|` those it is typed in), and so is each in quotes. Without quotes YAML itself parts the texts between
brackets at their commas, so `["12 High Street, Suite 3", Leeds LS1 4AP]` has two lines, and the same without the quotes
three; only an American town, its state and ZIP code are put together again.
"""
# Files that show how a field is filled in, the plainest first.
_SHOWN = ("templates/en/starter.yaml", *sorted(f"examples/{each.name}" for each in ROOT.glob("examples/*.yaml")))
_LONGEST = 60  # characters of an example


def page() -> str:
    """The page, as Markdown."""
    shown = _examples()
    return "\n".join([_HEAD, *(_section(path, model, shown) for path, model in _sections())])


def _sections() -> Iterator[tuple[str, type[Noun]]]:
    """Each table of the file with what it is called there: `people[].card`; the file itself is called nothing."""
    open_tables: list[tuple[str, type[Noun]]] = [("", Interview)]
    while open_tables:
        path, model = open_tables.pop(0)
        yield path, model
        for name, field in model.model_fields.items():
            below = f"{path}.{name}".removeprefix(".") + ("[]" if _is_list(field.annotation) else "")
            open_tables += [(below, each) for each in nouns_in(field.annotation)]


def _section(path: str, model: type[Noun], shown: dict[tuple[type[Noun], str], str]) -> str:
    told = described(model)
    rows = []
    for name, field in model.model_fields.items():
        key = f"**{name}**" if field.is_required() else name
        rows.append((key, _plain(told.get(name, "")), _takes(field.annotation), shown.get((model, name), "")))
    head = f"## {path or 'The whole file'}\n\n" + _plain(model.__dict__["__doc__"].partition("`")[0])
    lines = (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)
    return "\n".join([head, "", "| field | what it says | takes | example |", "|---|---|---|---|", *lines, ""])


def _plain(said: str) -> str:
    """What is said of a field, for who writes files and not programs."""
    said = re.sub(r"; (?:None|Empty): ", "; left out: ", " ".join(said.split()))
    return said.replace("None: ", "Left out: ").replace("Empty: ", "Left out: ")


def _takes(annotation: Any) -> str:
    parts = list(_parts(annotation))
    many = "a list of " if _is_list(annotation) else ""
    if any(issubclass(part, TextOrTable) for part in parts):
        return "a list of texts, or of tables"
    if any(issubclass(part, Noun) for part in parts):
        return "a list of tables" if many else "a table, below"
    for part in parts:
        if issubclass(part, Enum) and len(part) <= 20:
            return (many and "of ") + ", ".join(str(member.value) for member in part)
    kinds = ((dt.date, "a date"), (bool, "true, false"), (int, "a number"), (Enum, "words, as findings.md has them"))
    kind = next((name for kind, name in kinds if any(issubclass(part, kind) for part in parts)), "text")
    return f"{many}{'dates' if kind == 'a date' else 'texts' if kind == 'text' else kind}" if many else kind


def _is_list(annotation: Any) -> bool:
    return tuple in {getattr(each, "__origin__", None) for each in (annotation, *get_args(annotation))}


def _parts(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _examples() -> dict[tuple[type[Noun], str], str]:
    """A text that each field has in the first of the files that has one."""
    found: dict[tuple[type[Noun], str], str] = {}
    for name in _SHOWN:
        _gather(_loaded(name), Interview, found)
    return found


def _loaded(name: str) -> Any:
    return yaml.load((ROOT / name).read_text("utf-8"), yaml.BaseLoader)


def _gather(value: Any, model: type[Noun], found: dict[tuple[type[Noun], str], str]) -> None:
    if isinstance(value, list):
        for item in value:
            _gather(item, model, found)
    if isinstance(value, str) and issubclass(model, TextOrTable):
        value = {"text": value}
    if not isinstance(value, dict):
        return
    for name, item in value.items():
        field = model.model_fields.get(name)
        below = next(nouns_in(field.annotation), None) if field else None
        if below:
            _gather(item, below, found)
        text = json.dumps(item, ensure_ascii=False) if isinstance(item, list) else item
        if field and isinstance(text, str) and len(text) <= _LONGEST and "\n" not in text and text not in ("", "[]"):
            found.setdefault((model, name), f"`{text}`")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")

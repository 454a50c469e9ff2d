"""The page of what a template may use, made from the docstrings of LetterContext and of the filters."""

from __future__ import annotations

import ast
import inspect
from typing import get_type_hints

from followup_letters.choices import choice_in, words_of
from followup_letters.composing import context, details, needs, pairs
from followup_letters.models import Candidate, Company, Person, Position
from followup_letters.models.interview import Meeting
from followup_letters.templating import rendering
from followup_letters.templating.filters import FITTING

_FILTERS = (rendering.joined, *FITTING, rendering.from_field)


def context_table() -> str:
    """A Markdown table of the fields of LetterContext, and of the values inside them."""
    of_the_file = (Candidate, Company, Position, Meeting, Person)
    made = (context.SignaturePicture, details.Detail, pairs.Pair, needs.Need, pairs.Proof, pairs.Touching)
    classes = (context.LetterContext, *of_the_file, *made)
    return "\n\n".join(f"### {kind.__name__}\n\n{_table(_fields(kind), 'name')}" for kind in classes)


def filter_table() -> str:
    """A Markdown table of the filters beside Jinja's own."""
    return _table([(each.__name__, _first_line(each.__doc__)) for each in _FILTERS], "filter")


def _fields(kind: type) -> list[tuple[str, str]]:
    """The fields and properties of a class in its own order, each with the first paragraph of its docstring."""
    (definition,) = ast.parse(inspect.getsource(kind)).body
    assert isinstance(definition, ast.ClassDef)
    hints = get_type_hints(kind)
    found = []
    for node, following in zip(definition.body, [*definition.body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            text = following.value.value if isinstance(following, ast.Expr) else ""  # type: ignore[attr-defined]  # a docstring
            choice = choice_in(hints[node.target.id])
            words = [_first_line(text), words_of(choice) if choice else ""]
            found.append((node.target.id, " ".join(words).strip()))
        elif isinstance(node, ast.FunctionDef):
            found.append((node.name, _first_line(ast.get_docstring(node))))
    return found


def _table(rows: list[tuple[str, str]], head: str) -> str:
    lines = [f"| {head} | what it is |", "|---|---|", *(f"| `{name}` | {text} |" for name, text in rows)]
    return "\n".join(lines)


def _first_line(text: str | None) -> str:
    return " ".join((text or "").split("\n\n")[0].split()).replace("|", "\\|")

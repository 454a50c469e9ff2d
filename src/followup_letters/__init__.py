"""Letters to the people you met at a job interview, and what to do after them.

    import followup_letters as fl

    interview = fl.load("interview.yaml")     # what you noted on the way home
    letters = fl.compose(interview)           # one letter for each person to write to
    letters[0].save("raman.docx")             # the suffix names the format: docx, pdf, html, txt

`load` reads an interview file; `decide` says which kind of letter, who gets one and when, with reasons; `compose`
writes the letters; `check` says what a careful friend would say of them; `plan` says what to do next and when, with a
sheet for each call; `render_many` renders many interviews. `match` finds the strength that answers a responsibility,
and `suggest` asks where it is not sure. Every error is a FollowupError.

Names are imported when first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from followup_letters.batching import interviews_in, render_many
    from followup_letters.checking import Finding, check
    from followup_letters.choices import LetterKind, Level, Response, Role
    from followup_letters.composing import LetterContext, compose
    from followup_letters.deciding import Decision, Reason, decide
    from followup_letters.documents import Document, Letter, Source
    from followup_letters.errors import FollowupError
    from followup_letters.loading import load
    from followup_letters.matching import Match, Suggestion, match, suggest
    from followup_letters.models import (
        Candidate,
        Company,
        Interview,
        Outlook,
        Person,
        Position,
        Strength,
    )
    from followup_letters.planning import Plan, Step, plan, second_interview
    from followup_letters.planning.call_sheets import CallSheet
    from followup_letters.schema import interview_schema

__version__ = "0.1.0.dev0"

_HOMES = {
    "batching": ("interviews_in", "render_many"),
    "checking": ("Finding", "check"),
    "choices": ("LetterKind", "Level", "Response", "Role"),
    "composing": ("LetterContext", "compose"),
    "deciding": ("Decision", "Reason", "decide"),
    "documents": ("Document", "Letter", "Source"),
    "errors": ("FollowupError",),
    "loading": ("load",),
    "matching": ("Match", "Suggestion", "match", "suggest"),
    "models": ("Candidate", "Company", "Interview", "Outlook", "Person", "Position", "Strength"),
    "planning": ("Plan", "Step", "plan", "second_interview"),
    "planning.call_sheets": ("CallSheet",),
    "schema": ("interview_schema",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "CallSheet",
    "Candidate",
    "Company",
    "Decision",
    "Document",
    "Finding",
    "FollowupError",
    "Interview",
    "Letter",
    "LetterContext",
    "LetterKind",
    "Level",
    "Match",
    "Outlook",
    "Person",
    "Plan",
    "Position",
    "Reason",
    "Response",
    "Role",
    "Source",
    "Step",
    "Strength",
    "Suggestion",
    "check",
    "compose",
    "decide",
    "interview_schema",
    "interviews_in",
    "load",
    "match",
    "plan",
    "render_many",
    "second_interview",
    "suggest",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]

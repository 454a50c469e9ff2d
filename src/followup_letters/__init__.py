"""Letters to the people you met at a job interview, and what to do after them.

    import datetime as dt
    import followup_letters as fl

    interview = fl.load("interview.yaml")     # what you noted on the way home; `render-letter new` writes a starter
    letters = fl.compose(interview)           # one letter for each person to write to
    print(letters[0])                         # its words; .html and .render("pdf") say the same
    print(fl.check(letters))                  # what a careful friend would say first
    for letter in letters:
        letter.save(f"{letter.file_stem}.docx")    # the suffix names the format: docx, pdf, html, txt, eml
    plan = fl.plan(interview, today=dt.date.today())
    print(plan.next)                          # what to do next, and when
    plan.call_sheet().save("call.pdf")        # a private page to hold while you call

What there is, each with a `help` of its own:

    load, load_text           an interview file, or its content; `interview_schema` says what such a file may hold
    interviews_in             those of a folder: paths, and each line of JSON Lines, a Text
    Interview                 what it holds: Candidate (Strength, Signature), Company, Position (Responsibility),
                              Meeting, Person (Card), Outlook (Reservation, OtherOffer, Problem, News), LetterSettings
                              (Copy, Letterhead), and each Event since
    decide                    which kind of letter, who gets one and when: a Decision, with each Reason
    compose                   Letters: each a Letter, which is a Document; each has `sources`: Sources, each a Source,
                              and `letters.changes(others)` what a change changes: Changes, each a Change
    check                     Findings: what to mend before you mail them; a Finding has FindingId, Severity and Where
    match, suggest            which strength answers which responsibility: Matches (Match), or Suggestions (Suggestion)
    plan, second_interview    the Plan, its Steps (Doing, State), CallSheets; what carries over to a second interview
    render_many               many interviews at once, on any executor: a Result for each
    LetterContext             what a template of your own may use
    LetterKind, Level, Response, Role    words to choose from; the others are in followup_letters.choices
    FollowupError             every error; it is an InputError, whose `faults` are each a Fault with what was found,
                              the rule and the nearest right thing; a TemplateError, OutputError or MachineError

Nothing is fetched, and nothing is guessed: what the file does not have, the letters leave out. Names are imported when
first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # what typing calls so, without the time that typing takes to load
if TYPE_CHECKING:
    from followup_letters.batching import Result, interviews_in, render_many
    from followup_letters.checking import Finding, Findings, Severity, Where, check
    from followup_letters.choices import FindingId, LetterKind, Level, Response, Role
    from followup_letters.composing import LetterContext, compose
    from followup_letters.deciding import Decision, Reason, decide
    from followup_letters.differences import Change, Changes
    from followup_letters.documents import Document, Letter, Letters
    from followup_letters.errors import Fault, FollowupError, InputError, MachineError, OutputError, TemplateError
    from followup_letters.loading import Text, load, load_text
    from followup_letters.matching import Match, Matches, Suggestion, Suggestions, match, suggest
    from followup_letters.models import (
        Candidate,
        Card,
        Company,
        Copy,
        Event,
        Interview,
        Letterhead,
        LetterSettings,
        Meeting,
        News,
        OtherOffer,
        Outlook,
        Person,
        Position,
        Problem,
        Reservation,
        Responsibility,
        Signature,
        Strength,
    )
    from followup_letters.planning import Doing, Plan, State, Step, plan, second_interview
    from followup_letters.planning.call_sheets import CallSheet
    from followup_letters.schema import interview_schema
    from followup_letters.sentences import Source, Sources

__version__ = "0.1.0"

_HOMES = {
    "batching": ("Result", "interviews_in", "render_many"),
    "checking": ("Finding", "Findings", "Severity", "Where", "check"),
    "choices": ("FindingId", "LetterKind", "Level", "Response", "Role"),
    "composing": ("LetterContext", "compose"),
    "deciding": ("Decision", "Reason", "decide"),
    "differences": ("Change", "Changes"),
    "documents": ("Document", "Letter", "Letters"),
    "errors": ("Fault", "FollowupError", "InputError", "MachineError", "OutputError", "TemplateError"),
    "loading": ("Text", "load", "load_text"),
    "matching": ("Match", "Matches", "Suggestion", "Suggestions", "match", "suggest"),
    "models": (
        "Candidate",
        "Card",
        "Company",
        "Copy",
        "Event",
        "Interview",
        "LetterSettings",
        "Letterhead",
        "Meeting",
        "News",
        "OtherOffer",
        "Outlook",
        "Person",
        "Position",
        "Problem",
        "Reservation",
        "Responsibility",
        "Signature",
        "Strength",
    ),
    "planning": ("Doing", "Plan", "State", "Step", "plan", "second_interview"),
    "planning.call_sheets": ("CallSheet",),
    "schema": ("interview_schema",),
    "sentences": ("Source", "Sources"),
}
_OF_A_LETTER = ': it is a method of a letter, `letter.save("letter.pdf")` or `letter.render("pdf")`'
_MEANT = {
    "eject": ": `render-letter eject my-words` copies the templates, in a notebook with ! before it",
    "schema": "; did you mean interview_schema?",
}
_MEANT |= dict.fromkeys(("render", "save", "write"), _OF_A_LETTER)
_AMENDING = ("record_event", "take_back_event", "record_answers", "record_unanswered")
_MEANT |= dict.fromkeys(_AMENDING, ": it is in followup_letters.amending")
"""What is said of names that are not here; of no others, for each import of a module of ours asks here first."""
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "CallSheet",
    "Candidate",
    "Card",
    "Change",
    "Changes",
    "Company",
    "Copy",
    "Decision",
    "Document",
    "Doing",
    "Event",
    "Fault",
    "Finding",
    "FindingId",
    "Findings",
    "FollowupError",
    "InputError",
    "Interview",
    "Letter",
    "LetterContext",
    "LetterKind",
    "LetterSettings",
    "Letterhead",
    "Letters",
    "Level",
    "MachineError",
    "Match",
    "Matches",
    "Meeting",
    "News",
    "OtherOffer",
    "Outlook",
    "OutputError",
    "Person",
    "Plan",
    "Position",
    "Problem",
    "Reason",
    "Reservation",
    "Response",
    "Responsibility",
    "Result",
    "Role",
    "Severity",
    "Signature",
    "Source",
    "Sources",
    "State",
    "Step",
    "Strength",
    "Suggestion",
    "Suggestions",
    "TemplateError",
    "Text",
    "Where",
    "check",
    "compose",
    "decide",
    "interview_schema",
    "interviews_in",
    "load",
    "load_text",
    "match",
    "plan",
    "render_many",
    "second_interview",
    "suggest",
]


if not TYPE_CHECKING:  # or every name that is misspelt would be known to type checkers, as Any

    def __getattr__(name):
        if name not in _HOME_OF:
            from followup_letters.spelling import nearest

            near = None if name.startswith("_") or name in _MEANT else nearest(name, __all__)
            hint = f"; did you mean {near}?" if near else _MEANT.get(name, "")
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}{hint}")
        return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]

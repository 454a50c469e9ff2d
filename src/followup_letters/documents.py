"""Documents: values that hold their words as HTML and know how to show and save themselves.

A Letter is a Document with the facts of its making. Which words stand in it is decided in composing/; how a format
is written, in writing/.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any, ClassVar, Never, Self, TypeVar

from followup_letters import writing
from followup_letters.arguments import check_path, refused
from followup_letters.choices import LetterKind, Role
from followup_letters.deciding import Decision, decide
from followup_letters.differences import Changes, changes
from followup_letters.errors import Fault, InputError, OutputError
from followup_letters.filing import file_stem, keep_or_write, key, unique_stem
from followup_letters.html_subset import BLOCKS
from followup_letters.markup import Element, Page
from followup_letters.matching import Match, Matches, told_as_near
from followup_letters.models import Interview, Person
from followup_letters.namesakes import called
from followup_letters.sentences import Sources, sentences
from followup_letters.shown import Hinting, ShownList, as_printed, called_as
from followup_letters.spelling import nearest
from followup_letters.wording.names import running_name
from followup_letters.writing import fitting

LENGTHS = {
    Role.HIRING_MANAGER: (140, 230),
    Role.PERSONNEL: (70, 120),
    Role.PANEL: (80, 130),
    Role.EXECUTIVE: (80, 140),
    Role.RECRUITER: (70, 110),
    Role.OTHER: (30, 80),
}
"""Words of a pursue letter's body, at least and at most, by reader."""
COURTESY_LENGTH = (55, 110)
"""Words of a courtesy letter's body, at least and at most (R14)."""
PHRASE_WORDS = 5
"""So many words in a row should not stand in two letters of a set."""
MOST_FIRST_PERSON = 0.4
"""The share of a letter's sentences that may begin with "I" or "My"."""

_ITS_WORDS = (
    "its words come from the interview and the templates: with_(…) of the interview makes another, and "
    "`render-letter eject my-words`, in a notebook with ! before it, copies the templates"
)
_Kind = TypeVar("_Kind", bound=type)


def unchanging(kind: _Kind) -> _Kind:
    """Lets a dataclass that is frozen, which may not say it itself, tell how other words come about."""
    kind.__setattr__ = _refused  # type: ignore[method-assign,assignment]  # as of a method
    return kind


def _refused(document: object, name: str, _: object) -> Never:
    what = type(document).__name__
    raise InputError(
        [Fault(f"nothing of a {what} is changed in place", f"{what}.{name}", hint=_ITS_WORDS, kind="argument")]
    )


@unchanging
@dataclass(frozen=True, repr=False)
class Document(metaclass=Hinting):
    """Words with a page to stand on: the tree, title, author, language, paper and layout of `page`."""

    page: Page

    _repr_pretty_ = as_printed
    _ways: ClassVar[Mapping[str, str]] = {
        **{
            each: f'; render("{each}") gives its bytes, save("….{each}") writes them'
            for each in writing.FORMATS
            if each != "html"
        },
        "with_": f"; {_ITS_WORDS}",
    }

    @property
    def html(self) -> str:
        """The document as one standalone HTML page."""
        return self.render("html").decode()

    @property
    def text(self) -> str:
        """The same words as plain text."""
        return self.render("txt").decode()

    @property
    def pages(self) -> int:
        """How many pages it takes on paper, by the widths of its font: at times one too many, never one too few."""
        return fitting.pages(self.page)

    @called_as(f"the format is one of: {', '.join(writing.FORMATS)}")
    def render(self, format: str) -> bytes:
        """The document as the bytes of a file.

        `format` is one of `followup_letters.writing.FORMATS`: "docx", "pdf", "html", "txt", "eml". The same document
        gives the same bytes, always. Raises InputError for another format, for "eml" of what is no e-mail
        (`letter.decision.medium`), and for an address that none can have; MachineError if Pango or a font is missing.
        """
        return writing.render(self.page, format)

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
        """Write the document to `path`, whole or not at all, and return the path; the suffix names the format.

        Raises OutputError if `path` is a folder, the suffix is no format, the folder is missing, or a file with other
        content is there already and `overwrite` is false, as one may be that was edited by hand.
        """
        check_path(path, "save(path)")
        target = Path(path)
        if os.path.isdir(target):  # noqa: PTH112  # Path.is_dir raises where a folder above it may not be looked into
            raise OutputError(f"is a folder; name the file in it, with a suffix: {', '.join(writing.FORMATS)}", target)
        suffix = target.suffix.removeprefix(".").lower()
        if suffix not in writing.FORMATS:
            near = nearest(suffix, writing.FORMATS)
            hint = f"; did you mean {target.with_suffix(f'.{near}')}?" if near else ""
            raise OutputError(f"the suffix names the format: {', '.join(writing.FORMATS)}{hint}", target)
        return keep_or_write(target, self.render(suffix), overwrite=overwrite)

    def __hash__(self) -> int:  # its page has tables, which have none
        return hash((self.page.title, self.page.author))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.page.title}>"

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return writing.shown(self.page)


@unchanging
@dataclass(frozen=True, repr=False)
class Letter(Document):
    """One letter to one person, and how it came about.

    `recipient` is whom it goes to, `mail_on` its day and date, `kind` courtesy or pursue (R11); `matches` are the needs
    that it answers for certain, `answers` has those and near ones, by their places; `decision` says why all this, and
    `page` how it looks. Of your own templates `unsaid` is what printed nothing, `origins` where each sentence stands.
    """

    kind: LetterKind
    """courtesy or pursue (R11)."""
    recipient: Person
    """Whom it goes to, with a role."""
    company: str
    """The company that interviewed, by its full name."""
    mail_on: dt.date
    """The day it goes out, which is also its date (R7–R10)."""
    matches: tuple[Match, ...]
    """The needs it answers for certain, each with its proof (R24, R25); empty in a courtesy letter. What is only near
    to a need stands after it without that claim: `answers` has those as well, `unsure` those alone."""
    decision: Decision
    """Everything decided for the interview, with reasons."""
    interview: Interview = field(repr=False)
    """The interview it was made from, which checking reads beside it; its private parts stand in no letter."""
    answers: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    """The same with what is only near: the places of each need and of the strength told for it, in their lists. Where
    the strength says the need over again, `sources` has no sentence that names the need."""
    unsaid: tuple[str, ...] = field(default=(), repr=False)
    """Where a list of ways in your own templates printed nothing, though it has no condition: template and line."""
    origins: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Where each sentence of the body stands in templates, if you have some of your own; `sources` says it too."""

    _repr_pretty_ = as_printed
    _ways: ClassVar[Mapping[str, str]] = {
        **Document._ways,
        "to": "; recipient is whom it goes to, recipient.name the name",
        **dict.fromkeys(("date", "day", "sent_on"), "; mail_on is the day it goes out, and its date"),
        **dict.fromkeys(("filename", "file_name", "name", "stem"), "; file_stem is a file name for it, without suffix"),
        "changes": "; compose(interview).changes(compose(other)) tells it of all the letters",
    }

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.kind} to {self.recipient.name}, {self.mail_on}>"

    def __hash__(self) -> int:  # its page has tables, which have none
        return hash((self.kind, self.company, self.recipient.name, self.mail_on))

    @property
    def file_stem(self) -> str:
        """A file name without suffix that says what it is: `2026-11-20_Northwind-Logistics_Dr-Priya-Raman`.

        No other letter of the set has it, on any system: the second of two that would has `-2` at its end.
        """
        names = tuple(person.name for person in self.decision.recipients)
        return _file_stems(str(self.mail_on), running_name(self.company), names)[self.recipient.name]

    @property
    def subject(self) -> str | None:
        """The subject of the e-mail, with the errors of `render("eml")`; None of a letter by post."""
        return writing.subject(self.page) if self.page.mail else None

    def as_dict(self) -> dict[str, Any]:
        """What became of it as data, for programs, without its words: kind, reader, role, day, and why."""
        return {
            "kind": self.kind.value,
            "to": self.recipient.name,
            "role": str(self.recipient.role),
            "mail_on": self.mail_on.isoformat(),
            "reasons": [reason.as_dict() for reason in self.decision.reasons],
        }

    @property
    def unsure(self) -> Matches:
        """The pairs that `answers` has and `matches` has not: told, and for you to confirm or to refuse."""
        certain = {(pair.responsibility_index, pair.strength_index) for pair in self.matches}
        given = self.interview.position.responsibilities, self.interview.candidate.strengths
        return told_as_near(*given, (pair for pair in self.answers if pair not in certain))

    @property
    def sources(self) -> Sources:
        """Where each sentence of the body came from: the input fields it was made from, and its place in templates."""
        body = self.page.root.part("body")
        blocks = [element for element in body.walk() if element.tag in {"p", "li"}] if body else []
        places = dict(self.origins)
        told = (source for block in blocks for source in sentences(block))
        return Sources(replace(each, template=places.get(each.sentence)) if places else each for each in told)


@lru_cache(maxsize=64)
def _file_stems(day: str, company: str, names: tuple[str, ...]) -> dict[str, str]:
    """The file name of the letter to each of `names`, all of them different (see filing.key)."""
    stems: dict[str, str] = {}
    taken = set[str]()
    for name in names:
        stems[name] = unique_stem(file_stem(day, company, name), taken)
        taken.add(key(stems[name]))
    return stems


class Letters(ShownList[Letter]):
    """The letters of one interview: a list like any other, which a notebook shows letter by letter.

    `interview` is what they were made from, where nobody gets one too; None: not known.
    """

    def __init__(self, letters: Iterable[Letter] = (), interview: Interview | None = None) -> None:
        super().__init__(letters)
        self.interview = interview

    _ways: ClassVar[Mapping[str, str]] = {
        "save": ': `for each in letters: each.save(f"{each.file_stem}.docx")` saves each of them'
    }

    _rows = '[{**each.as_dict(), "text": each.text} for each in letters]'

    def _by_name(self, name: str) -> str:
        """Of whom `name` is a part, else of the first that there is."""
        names = [letter.recipient.name for letter in self]
        who = name if len(called(name, names)) == 1 else next(iter(names), "")
        return f'; compose(interview, to="{who}")[0] is the letter to one' if who else ""

    def _like(self, items: Iterable[Letter]) -> Self:
        return type(self)(items, self.interview)

    def changes(self, after: Iterable[Letter]) -> Changes:
        """What is said otherwise `after` a change, in letters of the same interview: sentence by sentence, a table.

        Raises InputError for what is no letters.
        """
        if not isinstance(after, list | tuple) or not all(isinstance(letter, Letter) for letter in after):
            raise refused("changes(after)", after, "the letters of an interview", "compose(interview) makes them")
        sets = ({letter.recipient.name: [*_said(letter.page.root)] for letter in letters} for letters in (self, after))
        return changes(*sets)

    def __str__(self) -> str:
        return "\n".join(map(repr, self)) or self._none

    def _repr_html_(self) -> str:
        pages = (each._repr_html_() if isinstance(each, Letter) else f"<p>{escape(repr(each))}</p>" for each in self)
        return "\n".join(pages) or f"<p>{self._none}</p>"

    @property
    def _none(self) -> str:
        is_nobody = self.interview is not None and not decide(self.interview).recipients
        return "nobody gets a letter" if is_nobody else "no letters here"


def _said(root: Element) -> Iterator[str]:
    """The sentences of the body, and the lines of what stands around it, in their order."""
    body = root.part("body")
    in_body = {id(element) for element in body.walk()} if body else set()
    for block in root.walk():
        if block.tag not in BLOCKS or any(child.tag in BLOCKS for child in block.walk() if child is not block):
            continue
        said = (each.sentence for each in sentences(block)) if id(block) in in_body else block.text.splitlines()
        yield from (words for words in map(str.strip, said) if words)

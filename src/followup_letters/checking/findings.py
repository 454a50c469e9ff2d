"""What checking says: one Finding for each thing to mend, and a list of them that reads well wherever it is shown.

Nothing is checked here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from followup_letters.arguments import choice, refused, shown
from followup_letters.choices import Choice, FindingId
from followup_letters.documents import Letter
from followup_letters.errors import harmless
from followup_letters.listed import Listed
from followup_letters.shown import Hinting, ShownList, as_printed
from followup_letters.tables import BOLD, FAINT, html_table


class Severity(Choice):
    """How much a finding weighs: an error that rendering looks for stops it, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "note"


_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_OF_THE_DAY = {FindingId.LATE, FindingId.EARLY_FOR_SENIOR, FindingId.CALL_DATE, FindingId.PUBLIC_HOLIDAY}
"""What is told of the day of the letters and of the call after them: each letter has that day."""
_SAID_OF_NEARLY_ALL = {FindingId.NAME_UNCONFIRMED}  # so that it comes after what is said of this interview alone


@dataclass(frozen=True)
class Where(metaclass=Listed):
    """The place of a finding, as far as it has one: in a letter, or in the interview file, where the mend is.

    `recipient` is the name of the letter's reader; `part` is a part of the letter ("body", "closing", "page");
    `sentence` is quoted from it. `field` is the path in the interview file, such as `people[1].title`; `file` and
    `line` (from 1) are where that field stands, known only to those who know the file.
    """

    recipient: str | None = None
    part: str | None = None
    sentence: str | None = None
    field: str | None = None
    file: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        file = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        letter = f"letter to {self.recipient}" if self.recipient else ""
        part = self.part if letter and self.part else ""
        return ", ".join(text for text in (file, self.field or "", letter, part) if text)


@dataclass(frozen=True, repr=False)
class Finding(metaclass=Hinting):
    """One thing that a careful friend would say before you mail a letter.

    `id` is stable, and is what `letter: {ignore: […]}` takes; `rule` is the number in the rules of following up
    ("R16"), None where only craft asks for it. `message` quotes the spot, says what is wrong and what to do.
    """

    id: FindingId
    severity: Severity
    rule: str | None
    message: str
    where: Where = field(default_factory=Where)

    _repr_pretty_ = as_printed

    def __post_init__(self) -> None:
        """One made by hand may have texts for its id and severity. Raises InputError for what is neither."""
        object.__setattr__(self, "id", choice(self.id, FindingId, "Finding(id)"))
        object.__setattr__(self, "severity", choice(self.severity, Severity, "Finding(severity)"))

    def __repr__(self) -> str:
        return f"<Finding {self.severity} {self.id}: {shown(self.message)}>"

    def __str__(self) -> str:
        rule = f", {self.rule}" if self.rule else ""
        place = f"  ({self.where})" if str(self.where) else ""
        return harmless(f"{self.severity}: {self.message} [{self.id}{rule}]{place}")

    def as_dict(self) -> dict[str, Any]:
        """The finding as data, for programs."""
        where = {name: getattr(self.where, name) for name in self.where.__dataclass_fields__}
        return {
            "id": self.id.value,
            "severity": self.severity.value,
            "rule": self.rule,
            "message": self.message,
            "where": {name: value for name, value in where.items() if value is not None},
        }


class Findings(ShownList[Finding]):
    """Findings, the gravest first. `switched_off` counts, by id, those that the interview file tells to ignore.

    In a terminal (`print(findings)`) a line each; in a notebook a table. `errors`, `warnings` and `notes` are a part of
    them, `grave` the first two; `of(letter)` is about one letter, `only_of(letter)` about it alone, `of_all` about no
    one letter; `placed` adds file and line where somebody knows them. Findings of your own are added as a list:
    `findings + [Finding(FindingId.TITLE_MISSING, Severity.WARNING, None, "…")]`.
    """

    def __init__(
        self,
        found: Iterable[Finding] = (),
        switched_off: Mapping[str, int] | None = None,
        letters: Iterable[Letter] | None = None,
    ) -> None:
        super().__init__(sorted(found, key=_rank))
        self.switched_off = dict(switched_off or {})
        self._checked = None if letters is None else frozenset(map(_facts, letters))

    def _like(self, items: Iterable[Finding]) -> Findings:
        like = self._only(())
        like.switched_off = self.switched_off
        like.extend(items)  # in their order, as of a slice from the end
        return like

    def _only(self, items: Iterable[Finding]) -> Findings:
        only = Findings(items)
        only._checked = self._checked
        return only

    def __add__(self, more: list[Any], /) -> Any:
        both = super().__add__(more)
        if not all(isinstance(finding, Finding) for finding in more):
            return both
        theirs = more if isinstance(more, Findings) else Findings()
        summed = Findings(both, Counter(self.switched_off) + Counter(theirs.switched_off))
        known = self._checked is not None and (theirs is not more or theirs._checked is not None)
        summed._checked = (self._checked or frozenset()) | (theirs._checked or frozenset()) if known else None
        return summed

    def as_dict(self) -> dict[str, Any]:
        """Them all as data, for programs: `findings`, and `switched_off`."""
        return {"findings": [finding.as_dict() for finding in self], "switched_off": self.switched_off}

    @property
    def errors(self) -> Findings:
        """Those that keep the command from writing, if they were found without `today` and `formats`."""
        return self._only(finding for finding in self if finding.severity is Severity.ERROR)

    @property
    def warnings(self) -> Findings:
        """Those that keep nothing from being written, and are worth a mending."""
        return self._only(finding for finding in self if finding.severity is Severity.WARNING)

    @property
    def notes(self) -> Findings:
        """Those that say what is good to know, and that --strict lets pass."""
        return self._only(finding for finding in self if finding.severity is Severity.INFO)

    @property
    def grave(self) -> Findings:
        """Errors and warnings: those that --strict does not let pass."""
        return self._only(finding for finding in self if finding.severity is not Severity.INFO)

    def of(self, letter: Letter) -> Findings:
        """Those about `letter`: its own, and of those told of all letters together what names its reader, or their day.

        Raises InputError for what is no letter, and for one that was not checked.
        """
        own, name = self.only_of(letter), letter.recipient.name
        named = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        theirs = (each for each in self.of_all if each.id in _OF_THE_DAY or named.search(each.message))
        return self._only([*own, *theirs])

    def only_of(self, letter: Letter) -> Findings:
        """Those about `letter` itself: of each letter, with `of_all`, they are every finding once."""
        if not isinstance(letter, Letter):
            hint = f"compose(interview, to={letter!r})[0] is one" if isinstance(letter, str) else None
            raise refused("of(letter)", letter, "one of the letters that were checked", hint)
        if self._checked is not None and _facts(letter) not in self._checked:
            hint = f"check(letters) of those with the one to {letter.recipient.name}"
            raise refused("of(letter)", letter, "one of the letters that were checked", hint)
        return self._only(finding for finding in self if finding.where.recipient == letter.recipient.name)

    @property
    def of_all(self) -> Findings:
        """Those about no one letter: the interview, its dates, the call."""
        return self._only(finding for finding in self if finding.where.recipient is None)

    def placed(self, place: Callable[[str], tuple[str, int | None] | None]) -> Findings:
        """The same, with file and line wherever `place` knows them for the field that is to be mended."""
        return self._like(_placed(finding, place) for finding in self)

    @property
    def switched_off_note(self) -> str:
        """What was switched off, in words; empty if nothing was."""
        count = sum(self.switched_off.values())
        names = ", ".join(sorted(self.switched_off))
        return f"{count} finding{'' if count == 1 else 's'} switched off by you: {names}" if count else ""

    def __str__(self) -> str:
        lines = [str(finding) for finding in self] or ["nothing found"]
        return "\n".join([*lines, self.switched_off_note] if self.switched_off else lines)

    def _repr_html_(self) -> str:
        rows = [_cells(finding) for finding in self] or [("", "nothing found", "", "")]
        weights = [_WEIGHT_OF[finding.severity] for finding in self]
        return html_table(("", "Finding", "Where", "Id"), rows, caption=self.switched_off_note, weights=weights)


def _facts(letter: Letter) -> tuple[str, ...]:
    """What tells a letter from one of another interview, or sent otherwise; the same where it is composed again."""
    decided = letter.kind, letter.decision.medium, letter.mail_on.isoformat()
    return letter.company, letter.recipient.name, *decided


def _rank(finding: Finding) -> tuple[int, bool]:
    return _WEIGHT[finding.severity], finding.id in _SAID_OF_NEARLY_ALL


def _placed(finding: Finding, place: Callable[[str], tuple[str, int | None] | None]) -> Finding:
    known = place(finding.where.field) if finding.where.field else None
    return replace(finding, where=replace(finding.where, file=known[0], line=known[1])) if known else finding


_WEIGHT_OF = {Severity.ERROR: BOLD, Severity.WARNING: "", Severity.INFO: FAINT}


def _cells(finding: Finding) -> tuple[str, str, str, str]:
    name = f"{finding.id} ({finding.rule})" if finding.rule else str(finding.id)
    return str(finding.severity), finding.message, str(finding.where), name

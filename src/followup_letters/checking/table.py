"""The table of rules: each is one small function with its id, its severity, its R-number and two examples.

A rule looks at one thing and yields a Remark for each fault it sees; what a Remark leaves open, the table knows. Which
rules there are is told in rules/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from followup_letters.checking.findings import Finding, Severity, Where
from followup_letters.choices import FindingId


@dataclass(frozen=True)
class Remark:
    """What a rule says of one spot; `severity` only where it is not the rule's usual one."""

    message: str
    part: str | None = None
    sentence: str | None = None
    field: str | None = None
    severity: Severity | None = None
    recipient: str | None = None


class Scope(StrEnum):
    """What a rule is shown."""

    LETTER = "one letter"
    SET = "the letters together"
    NOTES = "the interview and its letters"
    FILE = "the rendered PDF"


@dataclass(frozen=True)
class Words:
    """An example that is said in words: the body of a letter, or of two that go to one company."""

    body: str
    also: str | None = None
    kind: str = "pursue"

    @property
    def shown(self) -> str:
        """The example as Markdown."""
        said = [f"> {line}" if line else ">" for line in self.body.split("\n")]
        also = ["", "and, to somebody else there:", "", f"> {self.also}"] if self.also else []
        lead = [] if self.kind == "pursue" else [f"in a {self.kind} letter:", ""]
        return "\n".join([*lead, *said, *also])


@dataclass(frozen=True)
class Notes:
    """An example that stands in the interview file, as YAML laid over an interview without fault."""

    yaml: str
    kind: str | None = None
    today: str | None = None

    @property
    def shown(self) -> str:
        """The example as Markdown."""
        kind = f", asked for as `--kind {self.kind}`" if self.kind else ""
        today = f", on {self.today}" if self.today else ""
        return f"in the interview file{kind}{today}:\n\n```yaml\n{self.yaml}\n```"


@dataclass(frozen=True)
class Frame:
    """An example of a letter's frame: HTML in place of its salutation or its close, whichever it begins with."""

    html: str

    @property
    def shown(self) -> str:
        """The example as Markdown."""
        return f"```html\n{self.html}\n```"


@dataclass(frozen=True)
class Sheet:
    """An example of a printed page: its words, where they begin, and which of them are printed as boxes."""

    text: str
    left_mm: float = 40.0
    pages: int = 1
    boxes: str = ""
    steps: int = 0

    @property
    def shown(self) -> str:
        """The example as Markdown."""
        facts = [f"a PDF of {self.pages} page{'s' if self.pages > 1 else ''}, set tighter by {self.steps} steps"]
        facts += [f"“{self.text}” begins {self.left_mm:.0f} mm from the left edge of the paper"]
        facts += [f"printed as boxes: {self.boxes or 'none'}"]
        return "; ".join(facts)


@dataclass(frozen=True)
class Headed:
    """An example of a Word file to write on: its margins, what its picture is said to show, its text and header."""

    top_mm: float = 48.0
    side_mm: float = 32.0
    picture_shows: str = "Okafor & Daughters"
    text: str = ""
    header: str = ""

    @property
    def shown(self) -> str:
        """The example as Markdown."""
        told = f"with the alternative text “{self.picture_shows}”" if self.picture_shows else "without alternative text"
        margins = f"margins of {self.top_mm:.0f} mm at the top and {self.side_mm:.0f} mm at the sides"
        text = f", and with “{self.text}” in its text" if self.text else ""
        header = f", and with “{self.header}” beside it" if self.header else ""
        return f"a letterhead with {margins}, and with a picture in its header {told}{header}{text}"


@dataclass(frozen=True)
class Styled:
    """An example of what stands in a style sheet of one's own below ours."""

    css: str

    @property
    def shown(self) -> str:
        """The example as Markdown."""
        return f"in styles/letter.css.j2 of your templates, below ours:\n\n```css\n{self.css}\n```"


@dataclass(frozen=True)
class Ways:
    """An example of a template of one's own for a courtesy letter, to a reader without `promised`."""

    template: str
    file: str = "courtesy.html.j2"

    @property
    def shown(self) -> str:
        """The example as Markdown."""
        reader = ", for a reader without `promised`" if "promised" in self.template else ""
        lead = f"in en/{self.file} of your templates{reader}:"
        return f"{lead}\n\n```jinja\n{self.template}\n```"


Example = Words | Notes | Frame | Sheet | Headed | Styled | Ways
Look = Callable[..., Iterable[Remark]]


@dataclass(frozen=True)
class Rule:
    """One rule: what it is called, how much it weighs, what it looks at, and the function that looks."""

    id: FindingId
    severity: Severity
    number: str | None
    scope: Scope
    look: Look
    bad: Example
    good: Example

    @property
    def says(self) -> str:
        """What the rule asks for, in one sentence."""
        return " ".join((self.look.__doc__ or "").split())

    def findings(self, *seen: Any, recipient: str | None = None) -> list[Finding]:
        """What the rule has to say of `seen`; `recipient` is the reader of the letter it is shown."""
        return [self._finding(remark, recipient) for remark in self.look(*seen)]

    def _finding(self, remark: Remark, recipient: str | None) -> Finding:
        where = Where(remark.recipient or recipient, remark.part, remark.sentence, remark.field)
        return Finding(self.id, remark.severity or self.severity, self.number, remark.message, where)


RULES: dict[FindingId, Rule] = {}
"""Every rule by its id."""


def ordered() -> list[Rule]:
    """Every rule, in the order of the ids."""
    return [RULES[id] for id in FindingId]


def rule(
    id: FindingId, severity: Severity, number: str | None, scope: Scope, *, bad: Example, good: Example
) -> Callable[[Look], Look]:
    """Enter the function below into the table. Its docstring, one sentence, is what the rule asks for."""

    def enter(look: Look) -> Look:
        if id in RULES:
            raise ValueError(f"two rules are called {id}")
        RULES[id] = Rule(id, severity, number, scope, look, bad, good)
        return look

    return enter

"""Interviews drawn by number: any mixture of what a file can say, each field with ordinary, odd or hostile words.

    python -m fuzz.interviews [count] [first]     from the folder tests/; 100,000 unless another number is given

Each is composed, and each letter written: nothing is raised but errors of ours, and no word of the user's is lost. What
fails is told with its number, which draws the same interview again.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections import Counter
from typing import Any

import followup_letters as fl
from followup_letters.choices import Action, Face, How, Language, Layout, Level, Medium, Paper, Response, Role
from followup_letters.errors import FollowupError, InputError
from writing.conftest import READERS

_WORDS = (
    "ran led the a night shift of two yards in Ohio with SAP, ten people; 36 hours I my. Dr. Inc. “x” & é ß".split()
)
_ODD = [
    *(
        "Zoë",
        "Zoe\u0308",
        "O’Neil",
        "de la Cruz",
        "李明",
        "Нина",
        "Ελένη",
        "محمد",
        "نועה",
        "👩\u200d🔧",
        "1\ufe0f\u20e3",
    ),
    *(
        "{{ 7*7 }}",
        "{% raw %}",
        "</w:t>",
        "<b>",
        "]]>",
        "&amp;",
        "=?utf-8?q?x?=",
        "%s",
        "\\n",
        "$(x)",
        "=1+1",
        "_x0041_",
    ),
    *("a  b", "x\u00a0y", "-", "—", "...", "“", "e-mail", "555-0142", "W" * 90, "a/b/c", "x@y.co", "https://x.invalid"),
]
_REFUSED = ["a\nb", "\u202ex", "a\x07", "\ud800", "\u200b", "x" * 2001, ["x"], {"a": "b"}, 10**20, float("nan")]


class Drawing:
    """One interview, drawn by its number."""

    def __init__(self, number: int) -> None:
        self._draw = random.Random(number)
        self._hostile = self._draw.choice([0, 0, 0.02, 0.2])

    def some(self, share: float) -> bool:
        return self._draw.random() < share

    def words(self, most: int = 8) -> Any:
        if self.some(self._hostile / 10):
            return self._draw.choice(_REFUSED)
        pool = _ODD if self.some(self._hostile) else _WORDS
        return " ".join(self._draw.choices(pool, k=self._draw.randint(1, most)))

    def lines(self, most: int = 4) -> list[Any]:
        return [self.words() for _ in range(self._draw.randint(0, most))]

    def table(self, **fields: Any) -> dict[str, Any]:
        """Some of the fields; each is a function that draws it."""
        return {name: draw() for name, draw in fields.items() if self.some(0.5)}

    def of(self, choices: Any) -> str:
        return str(self._draw.choice(list(choices)).value)

    def day(self) -> str:
        return (dt.date(2026, 11, 1) + dt.timedelta(self._draw.randint(0, 60))).isoformat()

    def yes(self) -> bool:
        return self.some(0.5)

    def interview(self) -> dict[str, Any]:
        people = [self.person(number) for number in range(self._draw.choice([1, 1, 2, 3, 5]))]
        return {
            "candidate": {"name": self.words(3)}
            | self.table(
                email=lambda: "maya@example.com",
                phone=lambda: "(312) 555-0142",
                address=self.lines,
                strengths=self.strengths,
            ),
            "company": {"name": self.words(4)}
            | self.table(short_name=self.words, article=self.yes, address=self.lines),
            "position": {"title": self.words(4)}
            | self.table(reference=self.words, level=lambda: self.of(Level), responsibilities=self.lines),
            "interview": {"date": self.day()}
            | self.table(how=lambda: self.of(How), lasted=self.words, place=self.words),
            "people": people,
            "outlook": self.outlook(),
            "letter": self.table(
                language=lambda: self.of(Language),
                paper=lambda: self.of(Paper),
                layout=lambda: self.of(Layout),
                face=lambda: self.of(Face),
                medium=lambda: self.of(Medium),
                announce_call=self.yes,
                enclosures=self.lines,
            ),
            "history": [
                {"on": self.day(), "what": self.of(Action)}
                | self.table(response=lambda: self.of(Response), note=self.words)
                for _ in range(self._draw.choice([0, 0, 1, 3]))
            ],
        }

    def strengths(self) -> list[Any]:
        return [
            {"text": self.words(14)} | self.table(clause=self.words, answers=self.lines, current=self.yes)
            if self.some(0.2)
            else self.words(14)
            for _ in range(self._draw.randint(0, 6))
        ]

    def person(self, number: int) -> dict[str, Any]:
        lines = ("title", "department", "courtesy_title", "family", "given", "salutation", "company", "best_time")
        said = ("talked_about", "own_words", "clarify", "promised")
        return {"name": f"{self.words(3)} {number}"} | self.table(
            **dict.fromkeys((*lines, *said), self.words),
            role=lambda: self.of(Role),
            email=lambda: "raman@example.com",
            address=self.lines,
            first_name_basis=self.yes,
            told_not_strong=lambda: self.some(0.1),
            write=lambda: self.some(0.9),
        )

    def outlook(self) -> dict[str, Any]:
        flags = ("interested", "went_well", "pursue_vigorously", "keen_on_company", "reluctant_to_call")
        return self.table(
            **dict.fromkeys(flags, self.yes),
            **dict.fromkeys(("reasons", "omitted", "research", "questions"), self.lines),
            withdraw=lambda: self.some(0.1),
            employer_decides_on=self.day,
            other_offer=lambda: {"received": self.day(), "decide_by": self.day()},
            problem=lambda: {"what": self.words(), "tried": self.lines(), "idea": "SECRET"},
            reservations=lambda: [{"concern": self.words()} | self.table(answer=self.words)],
            news=lambda: [{"what": self.words()} | self.table(date=self.day, source=self.words)],
            private=lambda: "SECRET",
        )


def checked(number: int) -> str:
    """Write the letters of the interview of that number; say whether they were written, or it was refused."""
    try:
        interview = fl.load(Drawing(number).interview())
    except InputError as error:
        return "refused" if "SECRET" not in str(error) else "told a secret"
    letters = fl.compose(interview)
    assert "SECRET" not in str(fl.check(letters, interview=interview))
    assert b"SECRET" not in fl.plan(interview, today=dt.date(2026, 11, 20)).ics()
    formats = ("txt", "html", "docx", "eml", "pdf")
    for place, letter in enumerate(letters):
        for format in formats[: 3 + (letter.page.mail is not None)] if number % 50 or place else formats:
            _is_whole(letter, format)
    return "written" if letters else "nobody"


def _is_whole(letter: fl.Letter, format: str) -> None:
    try:
        text = READERS[format](letter.render(format)) if format != "eml" else letter.render("eml").decode()
    except FollowupError:
        assert format in {"eml", "pdf"}
        return
    assert "SECRET" not in text
    squeezed = "".join(text.split())
    for element in letter.page.root.walk():
        if "data-from" in element.attributes and format in {"txt", "html", "docx"}:
            assert element.text in text, (format, element.attributes["data-from"])
        elif "data-from" in element.attributes and format == "pdf" and element.text.isascii():
            assert "".join(element.text.split()) in squeezed, (format, element.attributes["data-from"])


def main() -> None:
    """Check `count` interviews from number `first` on; say every hundredth how far it is."""
    count, first = (int(argument) for argument in (*sys.argv[1:], *("100000", "0")[len(sys.argv) - 1 :]))
    told: Counter[str] = Counter()
    for number in range(first, first + count):
        try:
            told[checked(number)] += 1
        except Exception as fault:
            told["fault"] += 1
            print(f"interview {number}: {fault!r}"[:500], flush=True)
        if number % 1000 == 999:
            print(number + 1, dict(told), flush=True)
    print(f"{count} interviews: {dict(told)}")
    sys.exit(bool(told["fault"] or told["told a secret"]))


if __name__ == "__main__":
    main()

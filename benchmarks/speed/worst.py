"""The worst letters within the limits (promise 6), from a cold start: how long they have a processor.

    python benchmarks/speed/worst.py [file to write the interviews into]

Each is an interview that is as long as a file may be in one way, but for the entries of lists that would make its
letter too long: every field full of words that are no repetition; strengths and responsibilities of nothing but words
with many ideas; `answers` that are nearly responsibilities; texts without a space; other scripts, and ten of them in
turn, each in a font of its own; 199 people who get no letter, each with a promise that names them. The machine is the
measure: a busy one takes half as long again. What an ordinary letter takes stands below them.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cold import AS_INSTALLED, EXAMPLE, SCRIPT
from measuring import processor_seconds

import followup_letters as fl
from followup_letters import fields
from followup_letters.lexicon.ideas import ideas

_ROUNDS = 5
_draw = random.Random(3)
_SPEAKING = sorted({entry for idea in ideas() if not idea.is_aside for entry in idea.entries if entry.isalpha()})
_SCRIPTS = (
    *((0x628, 0x63A), (0x5D0, 0x5EA), (0x10D0, 0x10F0), (0x4E00, 0x9FA0), (0x3041, 0x3090), (0x410, 0x44F)),
    *((0x3B1, 0x3C9), (0x2200, 0x2210), (0x61, 0x7A), (0x100, 0x17F)),
)
_SYLLABLES = "ba ke li mo nu ra se ti vo zu".split()


def _words(length: int) -> str:
    """Words of which hardly one is there twice."""
    made = (
        _draw.choice(_SPEAKING) if _draw.random() < 0.3 else "".join(_draw.choices(_SYLLABLES, k=3)) for _ in range(400)
    )
    return ("Led " + " ".join(made))[:length].strip()


def _of_ideas(length: int) -> str:
    """Words that each speak of ideas, and of the same in all texts."""
    said = " ".join(_draw.sample(_SPEAKING[:60], 20))
    return f"Led {said} {_words(length)}"[:length].strip()


def _without_space(length: int) -> str:
    return "".join(_draw.choices(_SYLLABLES, k=length // 2))


def _chinese(length: int) -> str:
    return "".join(chr(0x4E00 + _draw.randrange(8000)) for _ in range(length))


def _scripts(length: int) -> str:
    """A letter of another script after each."""
    made = (chr(_draw.randrange(*_SCRIPTS[place % len(_SCRIPTS)])) for place in range(length - 1))
    return "x" + "".join(letter if _draw.random() < 0.85 else " " for letter in made).strip()


def interview(text: Callable[[int], str]) -> dict[str, Any]:
    """An interview whose every field is as long as it may be, of what `text` makes."""

    def several(count: int, length: int) -> list[str]:
        return [text(length) for _ in range(count)]

    duties = several(fields.MOST_TO_MATCH, fields.LONGEST_BULLET)
    nearly = [re.sub("[aeio]", "u", duty[:90], count=3) for duty in duties]
    return {
        "candidate": {
            "name": "Maya Okafor",
            "address": several(fields.MOST_ADDRESS_LINES, fields.LONGEST_ENTRY),
            "strengths": [
                {"text": each, "answers": _draw.sample(nearly, fields.MOST_ANSWERS)}
                for each in several(fields.MOST_TO_MATCH, fields.LONGEST_BULLET)
            ],
        },
        "company": {"name": "Northwind Logistics", "address": several(fields.MOST_ADDRESS_LINES, fields.LONGEST_ENTRY)},
        "position": {"title": text(fields.LONGEST_LINE), "responsibilities": duties},
        "interview": {"date": "2026-11-18"},
        "people": [{"name": "Dr. Priya Raman", "role": "hiring manager", "talked_about": text(fields.LONGEST_LINE)}],
        "outlook": {
            "interested": True,
            "went_well": True,
            "reasons": several(fields.MOST_LINES, fields.LONGEST_LINE),
            "omitted": several(fields.MOST_LINES, fields.LONGEST_LINE),
            "research": several(fields.MOST_LINES, fields.LONGEST_LINE),
        },
        "letter": {
            "enclosures": several(fields.MOST_ENCLOSURES, fields.LONGEST_ENTRY),
            "cc": several(fields.MOST_ENCLOSURES, fields.LONGEST_ENTRY),
        },
    }


def crowd(text: Callable[[int], str]) -> dict[str, Any]:
    """The same, and as many people as may be who get no letter; a promise to each names them over and over."""
    data = interview(text)
    for number in range(1, fields.MOST_ENTRIES):
        name = f"Ann{number} {text(60)}"
        told = {key: text(fields.LONGEST_LINE) for key in ("title", "talked_about", "clarify")}
        promised = f"to send {name} the list and Ann{number}'s names to Ann{number}, {text(100)}"
        data["people"].append({"name": name, "role": "panel", "write": False, "promised": promised, **told})
    return data


def accepted(data: dict[str, Any]) -> dict[str, Any]:
    """`data` without the last entries of the lists that a letter prints whole, so that it is as long as one may be."""
    lists = [data["letter"]["cc"], data["letter"]["enclosures"], data["candidate"]["address"]]
    while _is_refused(data):
        max(lists, key=len).pop()
    return data


def _is_refused(data: dict[str, Any]) -> bool:
    try:
        fl.compose(fl.load(data))
    except fl.InputError:
        return True
    return False


WORST = {
    "words": interview(_words),
    "words of ideas": interview(_of_ideas),
    "no space": interview(_without_space),
    "Chinese": interview(_chinese),
    "ten scripts": interview(_scripts),
    "a crowd": crowd(_words),
}


def _times(path: Path, format: str, into: Path) -> Iterator[float]:
    for number in range(_ROUNDS):
        before = processor_seconds()
        command = [SCRIPT, path, "-q", "-f", format, "-o", into / f"{path.stem}-{format}-{number}"]
        subprocess.run(command, check=True, capture_output=True, env=AS_INSTALLED)
        yield processor_seconds() - before


def main() -> None:
    """Print a line for each interview: the seconds of processor time of the fastest run, as DOCX and as PDF."""
    with TemporaryDirectory() as folder:
        into = Path(sys.argv[1] if len(sys.argv) > 1 else folder)
        into.mkdir(exist_ok=True)
        for name, data in WORST.items():
            path = into / f"{name.replace(' ', '-')}.json"
            path.write_text(json.dumps(accepted(data), ensure_ascii=False), "utf-8")
            _tell(name, path, Path(folder))
        _tell("an ordinary one", EXAMPLE, Path(folder))


def _tell(name: str, path: Path, folder: Path) -> None:
    docx, pdf = (min(_times(path, format, folder)) for format in ("docx", "pdf"))
    print(f"{name:16} docx {docx:.2f} s   pdf {pdf:.2f} s", flush=True)


if __name__ == "__main__":
    main()

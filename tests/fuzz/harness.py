"""The fuzz harness: any bytes as an interview file, and whatever loads as letters in every format.

    python -m fuzz.harness [seconds]     from the folder tests/, or `make fuzz`

With atheris installed, inputs are bred by what they reach in the code; without it, drawn by mutation from the corpus.
What it looks for: anything raised that is no error of ours, and a word of the user's that a format lost.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType

import followup_letters as fl
from followup_letters.errors import LONGEST_MESSAGE, FollowupError, InputError
from followup_letters.loading import load_text

CORPUS = Path(__file__).parent / "corpus"
SUFFIXES = (".yaml", ".toml", ".json")


def one_input(data: bytes) -> str:
    """Load `data` as a file (its first byte chooses the format) and write its letters; say how far it came."""
    suffix = SUFFIXES[data[0] % len(SUFFIXES)] if data else ".yaml"
    try:
        interview = load_text(data[1:], name=f"fuzz{suffix}", suffix=suffix)
        letters = fl.compose(interview)  # which asks whether there is such a country
    except InputError as error:
        _is_short(error)
        return "refused"
    for letter in letters[:3]:
        for format in ("txt", "html", "docx", "eml"):
            _written(letter, format)
    return "written"


def _written(letter: fl.Letter, format: str) -> None:
    try:
        content = letter.render(format)
    except FollowupError as error:
        if format != "eml":
            raise
        _is_short(error)
        return
    if format == "txt":
        text = content.decode()
        for element in letter.page.root.walk():
            if "data-from" in element.attributes:
                assert element.text in text, element.attributes["data-from"]


def _is_short(error: FollowupError) -> None:
    assert len(str(error).encode()) <= LONGEST_MESSAGE


def seeds() -> list[bytes]:
    """The corpus: each file behind a byte that names its format."""
    files = sorted(path for path in CORPUS.iterdir() if path.suffix in SUFFIXES)
    return [bytes([SUFFIXES.index(path.suffix)]) + path.read_bytes() for path in files]


_SCRAPS = [
    b"\0",
    b"\n",
    b"  ",
    b": ",
    b"- ",
    b"'",
    b'"',
    b"{",
    b"}",
    b"[",
    b"]",
    b"&a ",
    b"*a",
    b"\xff",
    b"\xe2\x80\xa8",
]
_SCRAPS += [
    b"=?utf-8?q?x?=",
    b"</w:t>",
    b"{{ 1 }}",
    "é".encode(),
    "山".encode(),
    b"\r",
    b"x" * 400,
    b"\t",
    b"#",
    b"---\n",
]


def mutated(draw: random.Random, count: int) -> Iterator[bytes]:
    """`count` inputs made from the corpus: pieces cut out, doubled, exchanged, or put in."""
    corpus = seeds()
    for _ in range(count):
        data = bytearray(draw.choice(corpus))
        for _ in range(draw.randint(1, 4)):
            at, size = draw.randint(1, len(data)), draw.choice([1, 1, 2, 8, 40])
            piece = draw.choice([draw.choice(_SCRAPS), bytes(data[at : at + size]), b""])
            data[at : at + draw.choice([0, size])] = piece
        yield bytes(data)


def main() -> None:
    """Fuzz for the seconds given, or 600."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    try:
        import atheris  # type: ignore[import-not-found]  # an aid of this harness alone
    except ImportError:
        _by_mutation(seconds)
        return
    work = Path("build/fuzz")
    work.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (work / f"seed-{number}").write_bytes(seed)
    for module in [name for name in sys.modules if name.startswith("followup_letters.loading")]:
        for function in vars(sys.modules[module]).values():
            if isinstance(function, FunctionType) and function.__module__ == module:
                atheris.instrument_func(function)
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=20000", str(work)], one_input)
    atheris.Fuzz()


def _by_mutation(seconds: int) -> None:
    import time

    draw, end, count = random.Random(), time.monotonic() + seconds, 0
    while time.monotonic() < end:
        for data in mutated(draw, 50):
            count += 1
            try:
                one_input(data)
            except Exception:
                Path("build").mkdir(exist_ok=True)
                Path("build/fuzz-found").write_bytes(data)
                raise
    print(f"{count} inputs, no fault")


if __name__ == "__main__":
    main()

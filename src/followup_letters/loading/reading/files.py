"""From a path, or from bytes, to text: what stands on the disk, before anybody asks what it means.

A file must be a regular file of at most LARGEST_FILE bytes in UTF-8, without control characters. Whatever
else it is, is an InputError that says so.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from glob import escape
from itertools import islice
from pathlib import Path

from followup_letters.bounds import LARGEST_FILE
from followup_letters.errors import Fault, InputError
from followup_letters.loading.reading.nodes import Source, fault_at, fault_in, shown, texts_of
from followup_letters.loading.reading.secret_paths import Path as Field
from followup_letters.patterns import pattern
from followup_letters.spelling import home_meant, nearest

SUFFIXES = (".yaml", ".yml", ".toml", ".json")

# Everything but tab, line break and what Unicode calls a character; U+0085, U+2028 and U+2029 are line breaks
# to YAML and to nothing else, so that they would vanish from a text unseen.
# Named one by one, because a pattern of what is left takes longer to build than most files to read.
_UNREADABLE = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


_STAND_IN = "\ufffd"

_noted: ContextVar[set[Path] | None] = ContextVar("noted", default=None)


@contextmanager
def noting() -> Iterator[set[Path]]:
    """The files that are asked for meanwhile, whether they are there or not."""
    files: set[Path] = set()
    before = _noted.set(files)
    try:
        yield files
    finally:
        _noted.reset(before)


def read(path: Path, *, name: str | None = None) -> Source:
    """Read the file at `path`; `name` is what errors call it. Raises InputError."""
    name = name or str(path)
    return decoded(read_bytes(path, name, SUFFIXES, LARGEST_FILE), name, path.suffix.lower())


def read_bytes(path: Path, name: str, suffixes: Sequence[str], largest: int) -> bytes:
    """The content of a regular file with one of `suffixes`, of at most `largest` bytes. Raises InputError."""
    if (noted := _noted.get()) is not None:
        noted.add(path)
    try:
        if not path.is_file():
            raise InputError([_not_a_file(path, name, suffixes)])
        checked_suffix(path.suffix, name, suffixes)
        with path.open("rb") as stream:
            content = stream.read(largest + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise InputError([Fault(file=name, rule=f"a file that can be read ({reason})", kind="file")]) from None
    if len(content) > largest:
        raise InputError([_too_large(name, largest)])
    return content


def checked_suffix(suffix: str, name: str, suffixes: Sequence[str] = SUFFIXES) -> str:
    """The suffix in small letters. Raises InputError for a format that is none of `suffixes`."""
    if suffix.lower() in suffixes:
        return suffix.lower()
    what = f"a name ending in {suffix}" if suffix else "a name without a suffix"
    rule = f"a file of one of these formats: {', '.join(suffixes)}"
    hint = f"did you mean .{suffix}?" if f".{suffix.lower()}" in suffixes else _OF_MANY.get(suffix.lower())
    before = Path(name).name.removesuffix(suffix)
    if suffix and Path(before).suffix.lower() in suffixes:  # as an editor adds its own: interview.yaml.txt
        hint = f"rename it to {before}"
    raise InputError([Fault(file=name, found=shown(what), rule=rule, hint=hint, kind="file")])


def _too_large(name: str, largest: int) -> Fault:
    return Fault(file=name, rule=f"a file of at most {largest:,} bytes", kind="file")


def decoded(content: bytes | str, name: str, suffix: str) -> Source:
    """The text of a file's content, line breaks made alike. Raises InputError."""
    if len(content) > LARGEST_FILE:
        raise InputError([_too_large(name, LARGEST_FILE)])
    text = content if isinstance(content, str) else _from_utf8(content, name, suffix)
    text = _with_newlines(text)
    source = Source(name, suffix, text)
    if unreadable := _UNREADABLE.search(text):
        raise InputError(
            [
                fault_in(
                    _field_at(source, unreadable.start()),
                    source.at(unreadable.start()),
                    "text without control characters and broken characters",
                    found=f"the character U+{ord(unreadable.group()):04X}",
                    hint="delete it; an editor may not show it",
                )
            ]
        )
    return source


def _field_at(source: Source, at: int) -> Field:
    """The field whose text has an unreadable character at `at`, found with a stand-in for it; none if unsure."""
    from followup_letters.loading.reading.formats import parsed  # only once something is wrong

    try:
        root, _ = parsed(Source(source.name, source.suffix, _UNREADABLE.sub(_STAND_IN, source.text)))
    except InputError:
        return ()
    before = [
        (place.offset, path)
        for path, value, place in texts_of(root)
        if place is not None and place.offset <= at and _STAND_IN in value
    ]
    return max(before, default=(0, ()))[1]


def _with_newlines(text: str) -> str:
    """Without the mark that some editors put first, and with line breaks of one kind."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _from_utf8(content: bytes, name: str, suffix: str) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content[:2]:
        raise InputError(
            [Fault(file=name, found="a file in UTF-16", rule="a file in UTF-8", hint=_SAVE_AS, kind="file")]
        )
    if content.startswith(_RTF):
        hint = "save it as plain text; in TextEdit: Format, Make Plain Text"
        raise InputError([Fault(file=name, found="a file in RTF", rule="plain text", hint=hint, kind="file")])
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = Source(name, suffix, _with_newlines(content[: error.start].decode()))
        raise InputError(
            [
                fault_at(
                    before.at(len(before.text)),
                    "a file in UTF-8",
                    found=f"the byte 0x{content[error.start]:02X}, which is not UTF-8 there",
                    hint=_SAVE_AS,
                    kind="file",
                )
            ]
        ) from None


_RTF = b"{\\rtf"
_OF_MANY = dict.fromkeys((".jsonl", ".ndjson"), "interviews_in() gives the interview of each of its lines")
MISSING = "a file that exists"  # the rule, in words
_SAVE_AS = "save it again with the encoding UTF-8"


def _not_a_file(path: Path, name: str, suffixes: Sequence[str]) -> Fault:
    if path.is_dir():
        return Fault(file=name, found="a folder", rule="a file", kind="file")
    if path.exists():
        return Fault(file=name, found="neither a file nor a folder", rule="an ordinary file", kind="file")
    return Fault(file=name, rule=MISSING, hint=_similar_file(path, suffixes), kind="file")


def _similar_file(path: Path, suffixes: Sequence[str]) -> str | None:
    try:
        siblings = sorted(entry.name for entry in path.parent.iterdir() if entry.suffix.lower() in suffixes)
    except OSError:
        return home_meant(path) or f"there is no folder {path.parent.absolute()}{_above(path)}"
    by_stem = {Path(name).stem: name for name in reversed(siblings)}
    if os.path.isfile(longer := f"{path}.txt"):  # noqa: PTH113  # no errors; Windows shows no .txt
        return f"there is {Path(longer).name}; rename it to {path.name}"
    if close := nearest(path.stem, by_stem):  # its ending is like that of any other
        return f"did you mean {by_stem[close]}?"
    if siblings:
        return f"in {path.parent.absolute()} there are: {', '.join(siblings[:8])}"
    below = next(islice(path.parent.glob(f"*/{escape(path.name)}"), 1), None)
    return f"did you mean {below}?" if below else f"there is none of its kind in {path.parent.absolute()}"


def _above(path: Path) -> str:
    """The file of that name in the nearest folder that is there, as for a notebook that runs in `examples/`."""
    above = next((folder for folder in path.parents if os.path.isdir(folder)), path.parent)  # noqa: PTH112  # no errors
    near = above / path.name
    return f"; did you mean {near}?" if os.path.isfile(near) else ""  # noqa: PTH113  # no errors

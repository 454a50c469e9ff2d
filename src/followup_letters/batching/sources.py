"""What an interview of a batch may come as, and where to find many: in folders, in JSON Lines.

Nothing is read before its turn: folders give paths, JSON Lines one line at a time. Whether it is sound, loading says.
"""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import TextIOBase
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, cast

from followup_letters.arguments import as_typed, check_path, refused
from followup_letters.bounds import LARGEST_FILE
from followup_letters.errors import Fault, InputError
from followup_letters.filing import file_stem
from followup_letters.loading import Text, load
from followup_letters.loading.reading.files import SUFFIXES
from followup_letters.models import Interview
from followup_letters.ways_to_data import is_content, way_of_content, way_to_data

LINES = (".jsonl", ".ndjson")
"""The suffixes of files that hold one interview on each line."""


Given = Interview | str | os.PathLike[str] | Mapping[str, Any] | Text | tuple[str, Interview | Mapping[str, Any]]
"""One interview: checked, as a path, as data, as text, or by a name of your own, with what is no file."""


def read(given: Given, *, files: bool = True) -> Interview:
    """The interview of `given`; `files` as in `load`. Raises InputError for whatever is wrong with it."""
    source = given if not isinstance(given, tuple) or hasattr(given, "_asdict") else _named_data(given)
    if is_content(source):
        rule = "an interview, its path, or its data: a mapping"
        raise refused("render_many(interviews)", source, rule, way_of_content(source))
    return source if isinstance(source, Interview) else load(cast("Mapping[str, Any]", source), files=files)


def _named_data(pair: tuple[object, ...]) -> Interview | Mapping[str, Any]:
    """The data of a pair. Raises InputError for what is none."""
    if _name_in(pair) is None:
        first = pair[0] if len(pair) == 2 and not isinstance(pair[0], str) else pair
        hint = f"write str({as_typed(first)})" if isinstance(first, int) else None
        rule = "an interview, or a pair of a name, which is a text and not empty, and data: an Interview or a mapping"
        raise refused("render_many(interviews)", first, rule, hint)
    data = pair[1]
    if isinstance(data, Interview | Mapping):
        return data
    hint = way_of_content(data) if is_content(data) else way_to_data(data)
    if hint is None and isinstance(data, str | os.PathLike):
        hint = "a path stands alone; of a file with a name of your own: load(path)"
    raise refused("render_many(interviews)", data, "in a pair, after the name, an Interview or a mapping", hint)


def _name_in(given: object) -> str | None:
    """The name in a pair, whatever stands beside it; None for what is no pair, or has no name."""
    if not isinstance(given, tuple) or len(given) != 2 or hasattr(given, "_asdict"):
        return None
    name, data = given
    is_name = isinstance(name, str) and bool(name.strip())
    return name if is_name and (isinstance(data, Interview | Mapping) or not is_content(name)) else None


def name_of(given: Given, number: int) -> str:
    """What messages call `given`, the `number`-th of its batch: its path, its name, or its place in the batch."""
    if isinstance(given, Text):
        return given.name
    if isinstance(given, str | os.PathLike) and not is_content(given):
        return os.fsdecode(given)
    return _name_in(given) or f"interview {number}"


def stems_of(given: Given, number: int) -> Iterator[str]:
    """What the folder of `given` may be called, the shortest first: after its file, its name or its place in the batch.

    Where two files have one name, that of the second is lengthened by the folder it lies in, and the one above that.
    """
    if isinstance(given, Text):
        yield file_stem(given.stem)
    elif name := _name_in(given):
        yield file_stem(name)
    elif isinstance(given, str | os.PathLike) and not is_content(given):
        path = Path(os.fsdecode(given))
        above = [part for part in path.parent.parts[-2:] if part.strip("./\\")]
        for start in range(len(above), -1, -1):
            yield file_stem(*above[start:], path.stem)
    else:
        yield f"{number:06}"


def interviews_in(*inputs: str | os.PathLike[str], standard_input: BinaryIO | None = None) -> Iterator[Path | Text]:
    """The interviews of files, folders and JSON Lines, one after the other.

    A folder gives its own interview files, in the order of their names, not those of folders in it; a candidate's
    file, a résumé, a posting or a schema that lies beside them is no interview, and is passed over. `-` is JSON Lines
    on `standard_input`, which gives bytes. What is named outright is given even if it is not there: loading it says so.
    """
    if standard_input is not None and (isinstance(standard_input, TextIOBase) or not hasattr(standard_input, "read")):
        hint = "sys.stdin.buffer, or io.BytesIO(…)"
        raise refused("interviews_in(standard_input)", standard_input, "a stream that gives bytes", hint)
    for given in inputs:
        check_path(given, "interviews_in(inputs)")
        if is_content(given):
            raise refused("interviews_in(inputs)", given, "the path of a file or a folder", "load_text(text) takes it")
        if given == "-" and standard_input is None:
            hint = "sys.stdin.buffer; a file that is called so is ./-"
            raise refused("interviews_in(standard_input)", None, "for -, a stream that gives bytes", hint)
        is_folder = given != "-" and os.path.isdir(given)  # noqa: PTH112  # Path.is_dir raises where a name is too long
        yield from in_files(*interview_files(Path(given)) if is_folder else [given], standard_input=standard_input)


def in_files(*files: str | os.PathLike[str], standard_input: BinaryIO | None = None) -> Iterator[Path | Text]:
    """The interviews of files; a folder is no file, whatever it is called, and as little else that loading refuses."""
    for given in files:
        path = Path(given)
        if given == "-" and standard_input is not None:
            yield from _lines(standard_input, Path("<stdin>"))
        elif stream := _lines_opened(path):
            with stream:
                yield from _lines(stream, path)
        else:
            yield path


def _lines_opened(path: Path) -> BinaryIO | None:
    """A file of JSON Lines; None for what is none, or cannot be read."""
    with suppress(OSError):
        return path.open("rb") if path.suffix.lower() in LINES and path.is_file() else None
    return None


def interview_files(folder: Path) -> list[Path]:
    """The interview files and JSON Lines in `folder`. Raises InputError if it holds none, or cannot be read."""
    try:
        visible = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as fault:
        raise InputError(
            [Fault(f"a folder that can be read ({fault.strerror})", file=str(folder), kind="file")]
        ) from None
    found = [path for path in visible if path.suffix.lower() in LINES or is_interview(path)]
    if not found:
        rule = f"a folder with interview files in it: {', '.join((*SUFFIXES, *LINES))}"
        raise InputError([Fault(rule, file=str(folder), kind="file")])
    return found


# A top-level key that an interview file has, in any of the formats, and a file of the candidate's fields has not.
_KEY = re.compile(
    rb"""(^[\s\[]*|[{,]\s*)["']?(company|position|candidate|interview|people)["']?\s*[\].:=]""", re.MULTILINE
)
# Keys of a résumé or a job posting, which may have some of those as well, and those that neither of them has.
_FOREIGN = re.compile(rb"""["']?(basics|@type|@context|qualifications|highlights|remote)["']?\s*:""")
_OURS = re.compile(_KEY.pattern.replace(b"company|position|", b""), re.MULTILINE)


def is_interview(path: Path) -> bool:
    """False for a candidate's file, a résumé, a posting and a schema; one that cannot be read, loading tells of."""
    if path.suffix.lower() not in SUFFIXES or path.name.lower().endswith(".schema.json"):
        return False
    try:
        if not path.is_file():  # a pipe would be waited for
            return True
        with path.open("rb") as stream:
            content = _in_plain_lines(stream.read(LARGEST_FILE))
        return (_OURS if _FOREIGN.search(content) else _KEY).search(content) is not None
    except OSError:
        return True


def _in_plain_lines(content: bytes) -> bytes:
    """`content` so that its keys are found in UTF-16, behind the mark of an encoding and with old line ends as well."""
    return content.replace(b"\0", b"").lstrip(b"\xff\xfe\xef\xbb\xbf").replace(b"\r", b"\n")


def _lines(stream: BinaryIO, path: Path) -> Iterator[Text]:
    """The lines of a file of JSON Lines, without the blank ones; of an empty one nothing, which loading tells."""
    found = 0
    stem = "stdin" if path.name == "<stdin>" else path.stem
    for number in count(1):
        line = rest = stream.readline(LARGEST_FILE + 1)  # one more than is taken, so that it is refused
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(LARGEST_FILE)
        if not line and found:
            return
        if not line:
            yield Text(b"", str(path), stem, path.parent)
            return
        if line.removeprefix(BOM_UTF8).strip():
            found += 1
            yield Text(line, f"{path}:{number}", f"{stem}-{number:06}", path.parent, line=number)

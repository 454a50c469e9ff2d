"""The whole way from a file, a text or a mapping to an Interview.

Reading belongs to the readers, meaning to the models, words to explaining.py; here they are put in order, what other
files say is filled in (filling.py), and every fault of all files is gathered before anything is raised.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from followup_letters.arguments import check_path, check_yes_or_no, refused, told
from followup_letters.errors import Fault, InputError, first_few
from followup_letters.listed import Listed
from followup_letters.loading.named.filling import Filled, fill
from followup_letters.loading.named.references import is_url
from followup_letters.loading.reading.files import SUFFIXES, checked_suffix, decoded, read
from followup_letters.loading.reading.formats import parsed
from followup_letters.loading.reading.nodes import NOT_SHOWN, ONCE, Node, Scalar, Table, fault_at, found, plain
from followup_letters.models import Interview
from followup_letters.noun import validated
from followup_letters.public_holidays import check_package
from followup_letters.shown import called_as
from followup_letters.ways_to_data import is_content, way_to_mapping, way_to_rows

_TEXT = "<text>"
_TABLE = "a table of fields at the top level: candidate, company, position, interview, people"
_PATH_OR_TABLE = "the path of an interview file, or its data: a table of fields, such as candidate, company and people"
_CONTENT = "what holds an interview goes to followup_letters.load_text"


@dataclass(frozen=True)
class Text(metaclass=Listed):
    """An interview as the text of a file: `name` is what errors call it, `folder` where its candidate's file lies.

    Of a line of JSON Lines `line` is its number, with which the name ends. Printed, it keeps its content to itself.
    """

    content: bytes = field(repr=False)
    name: str
    stem: str
    folder: Path = Path()
    suffix: str = ".json"
    line: int | None = None


@called_as("as in load(path), or load(data, files=False)")
def load(source: str | os.PathLike[str] | Mapping[str, Any] | Text, *, files: bool = True) -> Interview:
    """Read one interview.

    Args:
        source: the path of a .yaml, .yml, .toml or .json file (a text is always a path, never content), or
            the data itself, or a line of JSON Lines from `interviews_in`. File names in it (`candidate`, `position`,
            `company`, a person's `card`) are relative to the interview file; in a mapping, to the current folder.
        files: True reads the files that it names, wherever they lead. False opens no file at all, and refuses each
            name of one: for the data of strangers. A path is refused then, too.

    Returns:
        The interview, checked against every model. Its `taken` tells what other programs' files gave to it.

    Raises:
        InputError: for whatever is wrong with the file, the files it names or the data, all faults at once.
        MachineError: if `holidays` names a country, and the package that knows them is not installed.
    """
    check_yes_or_no(files, "load(files)")
    if isinstance(source, Text):
        return _of_text(source, files=files)
    if isinstance(source, Mapping):
        from followup_letters.loading.reading.mapping_reading import read_mapping

        return _interview(*read_mapping(source), folder=Path() if files else None)
    if not files:
        if source is None or isinstance(source, bool | int | float | list):  # what JSON has besides: the sender's slip
            raise InputError([Fault(_TABLE, found="a list" if isinstance(source, list) else told(source))])
        hint = _hint(source) or "load_text(…, files=False) takes the content of a file"
        raise refused("load(source)", source, f"{_TABLE}; no file is read here", hint)
    if not isinstance(source, str | os.PathLike):
        raise refused("load(source)", source, _PATH_OR_TABLE, _hint(source))
    if isinstance(source, str) and is_url(source):
        rule, hint = "the path of a file on this machine; nothing is fetched", "save it, and give the path of that file"
        raise refused("load(source)", source, rule, hint)
    path = Path(os.fsdecode(source))
    if is_content(source):
        raise refused("load(source)", source, _PATH_OR_TABLE, _CONTENT)
    return _interview(*parsed(read(path)), folder=path.parent)


@called_as('as in load_text(text, suffix=".yaml")')
def load_text(
    text: str | bytes,
    *,
    name: str = _TEXT,
    folder: str | os.PathLike[str] | None = None,
    suffix: str = ".yaml",
    files: bool = True,
) -> Interview:
    """Read one interview from the content of a file, such as standard input, or what somebody has sent.

    Args:
        text: the content; bytes must be UTF-8.
        name: what errors call it.
        folder: what file names in it are relative to. None: the current folder.
        suffix: the format, as the suffix of a file would tell it: ".yaml", ".toml" or ".json".
        files: False refuses every name of a file in it, so that no file is opened: for the text of strangers.

    Returns:
        The interview, checked against every model.

    Raises:
        InputError, MachineError: as `load` does.
    """
    if not isinstance(text, str | bytes):
        hint = "load() takes the path of one, or its data" if isinstance(text, os.PathLike | Mapping) else None
        raise refused("load_text(text)", text, "the content of an interview file: a text, or bytes", hint)
    if not isinstance(name, str):
        raise refused("load_text(name)", name, "a text, which errors call it by")
    if folder is not None:
        check_path(folder, "load_text(folder)")
    if not isinstance(suffix, str):
        raise refused("load_text(suffix)", suffix, f"one of: {', '.join(SUFFIXES)}")
    check_yes_or_no(files, "load_text(files)")
    source = decoded(text, name, checked_suffix(suffix, name))
    if Path(source.text).suffix.lower() in SUFFIXES and not is_content(source.text):
        rule = "the content of an interview file: a text, or bytes"
        raise refused("load_text(text)", text, rule, f"load({source.text!r}) reads that file")
    return _interview(*parsed(source), folder=Path(folder or "") if files else None)


def _of_text(text: Text, *, files: bool) -> Interview:
    """The interview of `text`; a fault in a line of JSON Lines stands in that line of the file."""
    try:
        return load_text(text.content, name=text.name, folder=text.folder, suffix=text.suffix, files=files)
    except InputError as error:
        if text.line is None:
            raise
        file = text.name.removesuffix(f":{text.line}")
        told = (_in_line(each, file, text.line) if each.file == text.name else each for each in error.faults)
        raise InputError([*told]) from None


def _in_line(fault: Fault, file: str, line: int) -> Fault:
    """`fault` in that line of a file of JSON Lines; what is no whole table there may be the rest of a private text."""
    fault = replace(fault, file=file, line=line)
    is_of_the_whole = fault.field is None and fault.kind != "file"  # of its bytes nothing private is told
    return replace(fault, excerpt=None, found=None, hint=NOT_SHOWN) if is_of_the_whole else fault


def _hint(source: object) -> str | None:
    if isinstance(source, Interview):
        return "it is loaded already"
    if isinstance(source, bytes):
        return _CONTENT
    if way := way_to_rows(source):
        return way
    if hasattr(source, "to_dict"):
        return "give its .to_dict()"
    if way := way_to_mapping(source):
        return way
    return "interviews_in() gives each of several files" if isinstance(source, list | tuple) else None


def _interview(root: Node, faults: list[Fault], *, folder: Path | None) -> Interview:
    """The interview of these nodes; file names in them are relative to `folder`. None: they are refused."""
    if not isinstance(root, Table):
        raise InputError([_not_a_table(root), *faults])
    file = root.place.source.name if root.place else None
    filled = fill(root, folder)
    interview = _checked(root, [*faults, *filled.faults], file=file, filled=filled)
    check_package(interview.holidays)
    interview.__dict__["taken"] = tuple(filled.taken)  # where a cached property keeps its value
    return interview


def _checked(root: Table, faults: list[Fault], *, file: str | None, filled: Filled) -> Interview:
    interview = None
    try:
        interview = validated(Interview, plain(root))
    except ValidationError as error:
        from followup_letters.loading.explaining import explain

        told = {fault.field for fault in faults} if root.place is None else set()  # in data, what is refused is gone
        more = (fault for fault in explain(error, root) if fault.field not in told)
        faults = [*faults, *(fault for fault in more if not filled.explains(fault))]
    if faults or interview is None:
        raise InputError(_in_order(faults, file))
    return interview


def _not_a_table(root: Node) -> Fault:
    if isinstance(root, Scalar) and root.value is None:
        is_file = root.place is not None and root.place.source.name != _TEXT
        return fault_at(
            root.place,
            "an interview file that holds something",
            found="an empty file" if is_file else "nothing",
            hint="`render-letter new` writes one to begin with" if is_file else None,
        )
    return fault_at(
        root.place,
        _TABLE,
        found=found(root, ()),
    )


def _order(fault: Fault, file: str | None) -> tuple[bool, bool, int, int]:
    """For sorting. A key that stands twice comes first: what is wrong with the first of the two may be due to it."""
    return fault.file != file, not fault.rule.startswith(ONCE), fault.line or 0, fault.column or 0


def _in_order(faults: list[Fault], file: str | None) -> list[Fault]:
    """The interview file's faults, then the candidate's, top to bottom; beyond MOST_FAULTS their number."""
    ordered = sorted(dict.fromkeys(faults), key=lambda fault: _order(fault, file))
    return first_few(ordered, file)

"""What earlier runs of a batch have finished, one line of JSON for each interview, beside the folders it filled.

A line is added when all files of an interview are there, so the journal never promises too much; one that was lost
costs only time. Nobody but the submitting process writes here.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from io import FileIO
from pathlib import Path
from types import TracebackType

from followup_letters.errors import OutputError
from followup_letters.filing import explained

NAME = ".finished.jsonl"
FACTS = ("kind", "to", "role", "mail_on")
"""What is noted of each letter."""
_LONGEST_NAME = 255  # of a file, on any system


@dataclass(frozen=True)
class Entry:
    """One interview that is done in some formats: what it was made from, as a digest, the digest of each file, of each
    letter what it is (kind, to, role, mail_on), and the errors and warnings about them, in words.
    """

    digest: str
    files: Mapping[str, str] = field(default_factory=dict)
    letters: tuple[Mapping[str, str], ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def formats(self) -> set[str]:
        """In which formats it is done."""
        return {Path(name).suffix for name in self.files}

    def files_in(self, format: str) -> dict[str, str]:
        """Its files in one format; none if it was not asked for."""
        return {name: content for name, content in self.files.items() if Path(name).suffix == f".{format}"}

    def still_holds(self, folder: Path, digest: str, format: str, *, exactly: bool) -> bool:
        """True if the files of a format made from `digest` are there; `exactly`: as they were written.

        A file changed since, by the person who will send it, is otherwise left in peace.
        """
        files = self.files_in(format)
        return (
            bool(files)
            and digest == self.digest
            and all(
                (folder / name).is_file() and not (exactly and digest_of((folder / name).read_bytes()) != content)
                for name, content in files.items()
            )
        )


class Journal:
    """The journal of one folder of letters; a context manager, for the file is kept open while a batch runs."""

    def __init__(self, out: Path) -> None:
        self._path = out / NAME
        self._file: FileIO | None = None
        self.entries: dict[str, tuple[Entry, ...]] = {}
        """Folder → what was done for it, as far as earlier runs go: of each format the last, the last of all first."""

    def __enter__(self) -> Journal:
        """Read what is there. Raises OutputError if it cannot be read, or not be written to."""
        try:
            if self._path.is_symlink():
                raise OutputError("is a link, which would be written through; take it away", self._path)
            self._file = FileIO(self._path, "a+", opener=_no_link)
            self._file.seek(0)
            content = self._file.readall()
            if not content.endswith(b"\n") and content:
                self._file.write(b"\n")  # the last run was cut off in the middle of a line
        except OSError as fault:
            raise explained(fault, self._path) from None
        for line in content.splitlines():
            with suppress(ValueError, KeyError, TypeError, RecursionError):  # a line that is not ours
                entry = dict(json.loads(line))
                letters = tuple(map(_told, entry.get("letters", ())))
                findings = tuple(map(str.__str__, entry.get("findings", ())))
                done = Entry(entry["made_from"], _plain(entry["files"]), letters, findings)
                before = self.entries.get(entry["folder"], ())
                self.entries[entry["folder"]] = tuple(_last_of_each_format((done, *before)))
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, folder: str, entry: Entry) -> None:
        """Note that the files of `folder` are all there. A full disk stops the notes, never the letters."""
        told = {"made_from": entry.digest, "files": dict(entry.files), "letters": list(map(dict, entry.letters))}
        line = json.dumps({"folder": folder} | told | {"findings": entry.findings}) + "\n"
        if self._file is None:
            return
        try:
            whole = self._file.write(line.encode()) == len(line)
        except OSError:
            whole = False
        if not whole:
            self._file.close()
            self._file = None


def _last_of_each_format(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Of `entries`, the last first, those that are the last of some format."""
    known: set[str] = set()
    for entry in entries:
        if entry.formats - known:
            yield entry
        known |= entry.formats


def _no_link(path: str, flags: int) -> int:
    """Open `path`, unless it has become a link just now."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o666)


def _plain(files: Mapping[str, str]) -> dict[str, str]:
    """The files of an entry, if there are any, and their names lead nowhere else. Raises ValueError."""
    if not files or any(Path(name).name != name or len(name) > _LONGEST_NAME for name in files):
        raise ValueError("no name of a file in the folder")
    return dict(files)


def _told(letter: Mapping[str, str]) -> dict[str, str]:
    """What a letter is, as it was noted. Raises KeyError and TypeError for what was not noted so."""
    return {name: str.__str__(letter[name]) for name in FACTS}


def digest_of(*parts: bytes) -> str:
    """What tells contents apart: equal for equal parts only."""
    hashed = sha256()
    for part in parts:
        hashed.update(f"{len(part)}:".encode())
        hashed.update(part)
    return hashed.hexdigest()

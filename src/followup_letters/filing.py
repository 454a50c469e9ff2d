"""The one place where files are named and written: whole or not at all, and never over a file unless told to."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, ENOSPC, ENOSYS, ENOTSUP, EOPNOTSUPP, EPERM
from itertools import chain, count, takewhile
from pathlib import Path
from typing import BinaryIO

from followup_letters.errors import MachineError, OutputError
from followup_letters.spelling import home_meant

try:
    import fcntl
except ImportError:  # Windows, which keeps an open file from being taken away by itself
    fcntl = None  # type: ignore[assignment]

_PART = re.compile(r"\.followup-letters-[0-9a-f]{16}\.part")
_NO_LINKS = {EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS}  # what disks say that know no second name for a file, such as FAT
_unfinished: set[Path] = set()  # the parts that this process is writing


def write_file(path: Path, content: bytes, *, overwrite: bool = False, argument: str = "overwrite=True") -> Path:
    """Write `content` to `path` atomically and return the path; a file that is replaced keeps its permissions.

    Raises OutputError if the file is there already and `overwrite` is false, with the `argument` of the caller's that
    replaces it, or if the folder cannot be written to; MachineError if the disk is full. After an error nothing is left
    behind and nothing was changed.
    """
    try:
        with _part_in(path.parent) as (part, file):
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if overwrite and path.is_file():
                part.chmod(stat.S_IMODE(path.stat().st_mode))
            if fcntl is None:
                file.close()
            _place(part, path, overwrite=overwrite)
    except (OSError, UnicodeEncodeError) as fault:
        raise explained(fault, path, argument) from None
    return path


def keep_or_write(path: Path, content: bytes, *, overwrite: bool = False, argument: str = "overwrite=True") -> Path:
    """The same, and a file that is there with this very content is as good as written: what ran once may run again."""
    if holds(path, content):
        return path
    try:
        return write_file(path, content, overwrite=overwrite, argument=argument)
    except OutputError:
        if holds(path, content):  # by another run, just now
            return path
        raise


def holds(path: Path, content: bytes) -> bool:
    """True if the file `path` is there with just this content."""
    with suppress(OSError, ValueError):  # what cannot be read, writing tells of
        return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
    return False


@contextmanager
def _part_in(folder: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file with a name that is nobody's, locked while we live, and gone at the end."""
    sweep(folder)
    part = folder / f".followup-letters-{os.urandom(8).hex()}.part"
    _unfinished.add(part)
    try:
        with _created(part) as file:
            yield part, file
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        _unfinished.discard(part)


def _created(part: Path) -> BinaryIO:
    """The new file `part`, locked; made again where another process has swept it away before it was."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        file = os.fdopen(os.open(part, flags, 0o666), "wb")  # a letter is no program
        if fcntl is None:
            return file
        with suppress(OSError):  # a disk that knows no locks
            fcntl.flock(file, fcntl.LOCK_EX)  # whoever has it sweeps, and lets it go at once
        if part.exists():
            return file
        file.close()


def sweep(folder: Path) -> None:
    """Take away what processes of ours that were killed have left in `folder`: parts that nobody is writing."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if _PART.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                _take_away(Path(entry.path))


def _take_away(part: Path) -> None:
    if part in _unfinished:
        return
    with suppress(OSError), part.open("rb") as file:
        if fcntl is None:
            file.close()
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # fails for one that is being written
        part.unlink()


def discard_unfinished() -> None:
    """Take away the parts that this process is writing, for where it ends without leaving its functions."""
    for part in list(_unfinished):
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other process of ours changes files in `folder` in this way, and let none do so meanwhile.

    Windows, and some disks, know no such lock, and there nobody is waited for.
    """
    lock = None
    if fcntl is not None:
        with suppress(OSError):
            lock = os.open(folder, os.O_RDONLY)
    try:
        if lock is not None:
            with suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        if lock is not None:
            os.close(lock)


def make_folder(path: Path) -> None:
    """Make the folder `path`, and those above it, unless they are there. Raises OutputError if that cannot be."""
    try:
        for folder in (*reversed(path.parents), path):  # mkdir(parents=True) goes down a stack that ends
            folder.mkdir(exist_ok=True)
    except FileExistsError:
        raise OutputError("is a file, and letters go into a folder", folder) from None
    except (OSError, UnicodeEncodeError) as fault:
        raise explained(fault, path) from None


def _place(part: Path, path: Path, *, overwrite: bool) -> None:
    """Give the finished file its name. A link fails where the name is taken, so no file is replaced by a race."""
    if not overwrite:
        try:
            os.link(part, path)
            return
        except OSError as fault:
            if fault.errno not in _NO_LINKS:
                raise
        if os.path.lexists(path):
            raise FileExistsError(path)
    part.replace(path)


def explained(
    fault: OSError | UnicodeEncodeError, path: Path, argument: str = "overwrite=True"
) -> OutputError | MachineError:
    """What `fault`, met in writing `path`, is in the user's words."""
    if isinstance(fault, UnicodeEncodeError):
        why = f"file names here are {fault.encoding}, which lacks a character of this one"
        return MachineError(f"{path}\n  cannot be written: {why}; a locale of UTF-8 has it, such as LC_ALL=C.UTF-8")
    if isinstance(fault, FileExistsError):
        return OutputError(f"is there already; it is kept as it is ({argument} replaces it)", path)
    if isinstance(fault, FileNotFoundError):  # also of a folder that takes no files, such as /proc
        why = "takes no files" if path.parent.is_dir() else f"is not there; {home_meant(path) or 'mkdir makes it'}"
        return OutputError(f"cannot be written: the folder {path.parent} {why}", path)
    if fault.errno in {ENOSPC, EDQUOT}:
        return MachineError(f"{path}\n  cannot be written: no space is left on the disk")
    return OutputError(f"cannot be written: {fault.strerror or fault}", path)


# A file name keeps letters, digits and accents of any script; what could trip a system, a shell or a program that looks
# for a suffix becomes a hyphen.
_UNSAFE = re.compile(r"[^\w+-]+", re.UNICODE)
_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[\d¹²³])$", re.IGNORECASE)  # Windows' own, whatever the suffix
_LONGEST_PART = 60  # bytes; three parts, a number and a suffix stay well below the 255 that systems allow


def file_stem(*parts: str) -> str:
    """A file name without suffix from `parts`: readable, accents kept, safe on every system."""
    stem = "_".join(_safe(part) for part in parts)
    return f"_{stem}" if _RESERVED.match(stem) else stem


def unique_stem(stem: str, taken: Container[str]) -> str:
    """`stem`, or the first of `stem-2`, `stem-3` … that is not in `taken`, which holds `key(stem)` of the others."""
    candidates = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(candidate for candidate in candidates if key(candidate) not in taken)


def key(stem: str) -> str:
    """What two file names share if some system would take them for the same: case and Unicode form do not count."""
    folded = unicodedata.normalize("NFD", stem).casefold()  # in this order, as Unicode and APFS compare (D145, D146)
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", folded).casefold())


def _replaced(unsafe: re.Match[str]) -> str:
    """A hyphen, after the marks of the letter before it, such as vowels of Hindi: Python counts none as a letter."""
    found, before = unsafe[0], unsafe.string[: unsafe.start()][-1:]
    marks = "".join(takewhile(_is_mark, found)) if before.isalpha() else ""
    return marks if marks == found else f"{marks}-"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Mc"}


def _safe(part: str) -> str:
    name = _UNSAFE.sub(_replaced, unicodedata.normalize("NFC", part)).strip("-")
    while len(name.encode()) > _LONGEST_PART:
        name = name[:-1]
    return name.rstrip("-") or "letter"

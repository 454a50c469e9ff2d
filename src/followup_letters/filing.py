"""The one place where files are named and written: whole or not at all, and never over a file unless told to."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from collections.abc import Container
from itertools import chain, count
from pathlib import Path

from followup_letters.errors import MachineError, OutputError


def write_file(path: Path, content: bytes, *, overwrite: bool = False) -> Path:
    """Write `content` to `path` atomically and return the path.

    Raises OutputError if the file is there already and `overwrite` is false, or if the folder cannot be written to;
    MachineError if the disk is full. After an error nothing is left behind and nothing was changed.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except OSError as fault:
        raise explained(fault, path) from None
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        _place(part, path, overwrite=overwrite)
    except OSError as fault:
        raise explained(fault, path) from None
    finally:
        part.unlink(missing_ok=True)
    return path


def make_folder(path: Path) -> None:
    """Make the folder `path`, and those above it, unless they are there. Raises OutputError if that cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError("is a file, and letters go into a folder", path) from None
    except OSError as fault:
        raise explained(fault, path) from None


def _place(part: Path, path: Path, *, overwrite: bool) -> None:
    """Give the finished file its name. A link fails where the name is taken, so no file is replaced by a race."""
    if overwrite:
        part.replace(path)
    else:
        os.link(part, path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def explained(fault: OSError, path: Path) -> OutputError | MachineError:
    """What `fault`, met in writing `path`, is in the user's words."""
    if isinstance(fault, FileExistsError):
        return OutputError("is there already; it is kept as it is (--force, or overwrite=True, replaces it)", path)
    if isinstance(fault, FileNotFoundError):
        return OutputError(f"cannot be written: the folder {path.parent} is not there", path)
    if fault.errno in {28, 122}:  # ENOSPC, EDQUOT
        return MachineError(f"{path}\n  cannot be written: no space is left on the disk")
    return OutputError(f"cannot be written: {fault.strerror or fault}", path)


# A file name keeps letters, digits and accents of any script; what could trip a system or a shell becomes a hyphen.
_UNSAFE = re.compile(r"[^\w.+-]+", re.UNICODE)
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)  # Windows' own, whatever the suffix
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
    return unicodedata.normalize("NFKC", stem).casefold()


def _safe(part: str) -> str:
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", part)).strip("-.")
    while len(name.encode()) > _LONGEST_PART:
        name = name[:-1]
    return name.rstrip("-.") or "letter"

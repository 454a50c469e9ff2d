"""A Word file of the user's own, to write letters on: opened, and refused unless it is one that does no harm.

A letterhead goes out under somebody's name to a stranger: what runs, fetches or hides in it has no place there. Here it
is opened and judged; the letter is set on it in writing/.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from followup_letters.errors import Fault, InputError
from followup_letters.letterheads.leading import KEPT, OFFICE, document_name, is_on, relations_name, resolved
from followup_letters.letterheads.opening import (
    LARGEST,
    MOST_ATTRIBUTES,
    MOST_ELEMENTS,
    SAVE_AS,
    Refused,
    tree,
    unpacked,
)
from followup_letters.spelling import nearest

__all__ = [
    "FIELD",
    "KEPT",
    "LARGEST",
    "MOST_ATTRIBUTES",
    "MOST_ELEMENTS",
    "OFFICE",
    "SUFFIXES",
    "Refused",
    "checked",
    "document_name",
    "is_on",
    "parts",
    "read",
    "relations_name",
    "resolved",
    "tree",
]

SUFFIXES = (".docx", ".dotx")
_PICTURES = frozenset(".png .svg .jpg .jpeg .gif .tif .tiff .bmp .webp".split())
FIELD = "letter.letterhead"
"""Where an interview file names it."""


def read(path: Path) -> bytes:
    """The letterhead at `path`, wherever that is. Raises InputError, naming file and rule."""
    try:
        if not path.is_file():
            raise InputError(
                [Fault("a letterhead that exists, as a file", file=str(path), hint=_beside(path), kind="file")]
            )
        if path.suffix.lower() not in SUFFIXES:
            raise Refused(f"a Word file ({', '.join(SUFFIXES)})", _way_to_one(path))
        with path.open("rb") as file:
            return checked(file.read(LARGEST + 1))
    except Refused as fault:
        raise InputError([Fault(str(fault), file=str(path), hint=fault.hint, kind="file")]) from None
    except OSError as fault:
        rule = f"a file that can be read ({fault.strerror or fault})"
        raise InputError([Fault(rule, file=str(path), kind="file")]) from None


def _way_to_one(path: Path) -> str:
    """How a Word file comes of what has no name of one; a picture stands in its header."""
    is_picture = path.suffix.lower() in _PICTURES
    return f"put the picture into the header of a Word file; {SAVE_AS}" if is_picture else SAVE_AS


def _beside(path: Path) -> str | None:
    """The Word files in the folder in which `path` was looked for, or the one that was meant."""
    if not path.parent.is_dir():
        return f"the folder {path.parent} is not there"
    others = sorted(each.name for each in path.parent.iterdir() if each.suffix.lower() in SUFFIXES)
    by_stem = {Path(name).stem: name for name in others}
    if close := nearest(path.stem, by_stem):  # its ending is like that of any other
        return f"did you mean {by_stem[close]}?"
    return f"there are: {', '.join(others[:8])}" if others else f"there is no Word file in {path.parent.resolve()}"


def checked(content: bytes) -> bytes:
    """`content`, if it is a letterhead. Raises Refused."""
    parts(content)
    return content


@lru_cache(maxsize=4)
def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a letterhead by their names, in its own order; not to be changed. Raises Refused."""
    # Few letters have one, and what judges it takes long to load.
    from followup_letters.letterheads.drawings import with_plain_drawings
    from followup_letters.letterheads.judging import judge
    from followup_letters.letterheads.traces import without_traces

    found = unpacked(content)
    judge(found)
    plain = without_traces(found)
    if plain != found:
        judge(plain)  # without what was deleted in it, a field may be another
    return with_plain_drawings(plain)

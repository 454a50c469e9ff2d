"""Pictures that a template of one's own names, such as a logo: read from its folder, and embedded in the letter."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from followup_letters.pictures import LARGEST, SUFFIXES, checked, picture_of

_RULE = "is a file in your folder of templates, or embedded: its src begins with data:image/"


def embedded(folder: Path, source: str) -> str:
    """The `src` of an image, as a `data:` URI: `source` is one already, or the path of a picture below `folder`.

    Raises ValueError, with the rule, for a file that is not there or lies elsewhere, and for what is no picture.
    """
    if source.startswith("data:image/"):
        return picture_of(source).source
    try:
        path = (folder / source).resolve()
        is_there = path.is_file() and path.is_relative_to(folder.resolve())  # no link leads out, either
        facts = path.stat() if is_there else None
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name that no file can have
        facts = None
    if facts is None and _leads_out(folder, source):
        told = f"an image is a file in your folder of templates, and {source[:80]!r} is a link that leads out of it"
        raise ValueError(f"{told}; copy the picture there")
    if facts is None:
        raise ValueError(f"an image {_RULE}; there is no {source[:80]!r} in it{_near(folder, source)}")
    return _picture(path, facts.st_mtime_ns, facts.st_size)


def _leads_out(folder: Path, source: str) -> bool:
    """True for a link in `folder` to a file elsewhere."""
    try:
        return (folder / source).is_symlink() and (folder / source).is_file()
    except (OSError, ValueError):
        return False


def _near(folder: Path, source: str) -> str:
    pictures = [path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES]
    close = get_close_matches(source, [path.relative_to(folder).as_posix() for path in pictures], n=1)
    return f"; did you mean {close[0]}?" if close else ""


@lru_cache(maxsize=16)
def _picture(path: Path, _changed: int, _size: int) -> str:
    """The picture of a file as it was when it had that time and that size: a letter is drawn many times."""
    try:
        with path.open("rb") as file:
            return checked(file.read(LARGEST + 1)).source
    except OSError as fault:
        raise ValueError(f"{path.name} cannot be read ({fault.strerror})") from None
    except ValueError as fault:
        raise ValueError(f"{path.name} is no picture for a letter: it should be {fault}") from None

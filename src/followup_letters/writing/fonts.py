"""Which faces a page needs: the layout's own, and others only for characters that it lacks.

The faces come with the package `rendercv-fonts`, so that a letter looks the same everywhere; what none of them has is
left to the fonts of the system, and refused by the PDF writer if those lack it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from struct import error as StructError

from followup_letters.errors import MachineError
from followup_letters.writing.font_tables import characters_of, widths_of

_STYLES = {
    "Regular": "font-weight: normal; font-style: normal",
    "Italic": "font-weight: normal; font-style: italic",
    "Bold": "font-weight: bold; font-style: normal",
    "BoldItalic": "font-weight: bold; font-style: italic",
}

_ANEW = "  install it anew: pip install --force-reinstall rendercv-fonts"

# Asked for the characters that the layout's face lacks, the earlier first where two have as many: family, and the
# stem of its files.
_OTHERS = {
    "Gentium Book Plus": "GentiumBookPlus",
    "Noto Sans JP": "NotoSansJP",
    "Noto Sans KR": "NotoSansKR",
    "Noto Sans SC": "NotoSansSC",
    "Noto Sans": "NotoSans",
}
_WITHOUT_SERIFS = ("Noto Sans", "Noto Sans JP", "Noto Sans KR", "Noto Sans SC", "Gentium Book Plus")


def families(face: str, text: str, kin: str = "serif") -> tuple[str, ...]:
    """The families to set `text` in: `face`, then those that have what it lacks, as far as ours have it.

    Of several, the one that has most of them comes first, so that a name is not set in two faces; of two that have as
    many, the one of the same `kin`, serif or sans-serif.
    """
    others = tuple(_OTHERS) if kin == "serif" else _WITHOUT_SERIFS
    missing = {character for character in text if character > "~"} - _characters(face)
    chosen = [face]
    while missing:
        of_all = next((other for other in others if missing <= _characters(other)), None)  # what follows is not read
        best = of_all or max(others, key=lambda other: len(missing & _characters(other)))
        if not missing & _characters(best):
            break
        chosen.append(best)
        missing -= _characters(best)
    return tuple(chosen)


def font_faces(chosen: Iterable[str]) -> str:
    """The `@font-face` rules of the families."""
    rules = []
    for family in chosen:
        for style, descriptors in _STYLES.items():
            for path in _files(family, style):
                rules.append(f'@font-face {{ font-family: "{family}"; {descriptors}; src: url("{path.as_uri()}"); }}')
    return "\n".join(rules)


def font_folder() -> Path:
    """The folder of the package's faces: the only one that a style sheet may read from."""
    found = find_spec("rendercv_fonts")  # importing it would list every face that it has
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("No module named 'rendercv_fonts'", name="rendercv_fonts")
    return Path(found.submodule_search_locations[0]).resolve()


def _files(family: str, style: str) -> list[Path]:
    stem = _OTHERS.get(family, family.replace(" ", ""))
    return sorted(font_folder().glob(f"*/{stem}-{style}.?tf"))


@lru_cache
def advances(family: str, style: str) -> dict[str, float]:
    """The width of every character of a face in em; empty if there is no such face.

    Raises MachineError for a face of a layout that is not there, and for a file that is no whole font.
    """
    found = _files(family, style)
    if not found:
        if style == "Regular" and family not in _OTHERS:
            raise MachineError(f"the package rendercv-fonts lacks the face {family}\n{_ANEW}")
        return {}
    with _told_by_name(found[0]):
        return widths_of(found[0])


@lru_cache
def _characters(family: str) -> frozenset[str]:
    """Every character that the family's regular face has."""
    if family not in _OTHERS:
        return frozenset(advances(family, "Regular"))  # which were read to measure the page
    for path in _files(family, "Regular"):
        with _told_by_name(path):
            return characters_of(path)
    return frozenset()


@contextmanager
def _told_by_name(path: Path) -> Iterator[None]:
    """What is amiss with the font file `path`, as a MachineError."""
    try:
        yield
    except (LookupError, ValueError, ArithmeticError, RuntimeError, StructError):
        raise MachineError(f"{path} is no whole font\n{_ANEW}") from None

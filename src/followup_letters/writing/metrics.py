"""How wide words are, by the fonts' own tables, without laying out a page.

On the safe side: kerning and ligatures, which take width away, are not counted; a character that the face lacks is as
wide as it is high.
"""

from __future__ import annotations

from functools import lru_cache

from followup_letters.patterns import pattern
from followup_letters.writing.fonts import advances

WIDEST_EM = 0.9
"""No line of text is wider, by the character: what fits by this needs no look into the font."""

_UNKNOWN_EM = 1.0
_SAFETY = 1.003  # the few pairs of letters that a face sets further apart than their widths

# A line can end at a space, and after a hyphen between two words; more places than these would only make fewer lines.
_PIECES = pattern(r"[^ \t\n-]*(?:(?<=[^\W\d_]{2})-(?=[^\W\d_])|-[^ \t\n-]*)*[ \t\n]*")
_WORDS = pattern(r"[^ \t\n]*[ \t\n]*")  # the same where there is no hyphen


class _Widths(dict[str, float]):
    """The width of each character of a face, in em."""

    def __missing__(self, character: str) -> float:
        return _UNKNOWN_EM


def width_em(text: str, family: str, *, bold: bool = False) -> float:
    """The width of `text` on one line, in em."""
    return sum(map(_widths(family, bold).__getitem__, text)) * _SAFETY


def borrowed(text: str, family: str) -> int:
    """How many characters of `text` the face lacks, so that another, perhaps taller, must lend them."""
    if text.isascii():
        return 0
    widths = _widths(family, False)
    return sum(character not in widths for character in text if character != "\n")


def lines(text: str, family: str, width: float, *, bold: bool = False) -> int:
    """How many lines `text` takes when a line is `width` em wide."""
    return sum(_lines_of(line, family, width, bold) for line in text.split("\n"))


def _lines_of(line: str, family: str, width: float, bold: bool) -> int:
    count, used = 1, 0.0
    for piece in (_PIECES if "-" in line else _WORDS).findall(line):
        word, space = _piece(piece, family, bold)
        if used and used + word > width:
            count, used = count + 1, 0.0
        if word > width:  # broken wherever a line ends
            count, word = count + int(word // width), word % width
        used += word + space
    return count


@lru_cache(maxsize=8192)
def _piece(piece: str, family: str, bold: bool) -> tuple[float, float]:
    """The width of a word and of the space after it, which does not count at the end of a line."""
    word = width_em(piece.rstrip(" \t"), family, bold=bold)
    return word, width_em(piece, family, bold=bold) - word


@lru_cache
def _widths(family: str, bold: bool) -> _Widths:
    return _Widths((bold and advances(family, "Bold")) or advances(family, "Regular"))

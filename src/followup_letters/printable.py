"""What of a text a letter can print, and its white space.

`str.strip`, `str.split` and `str.splitlines` would take some control characters for space and breaks, and lose them
before they can be refused.
"""

from __future__ import annotations

import unicodedata

from followup_letters.patterns import pattern

# What `str.strip` takes away and nobody means to type; it also takes control characters, which are to be refused.
_SPACES = " \t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Marks that reorder or hide the text after them, so that a page would not show what was typed, and characters that are
# not seen and do nothing for those beside them: each would be lost where a page is printed or its words are copied, and
# a row of them can carry a text that only a machine reads.
_UNPRINTABLE = pattern(
    "[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufff9-\ufffc]"
    "|[\u00ad\u034f\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\uffa0\U0001d173-\U0001d17a\U000e0001]"
    # a joiner behind a letter that is never joined to the next, such as a Latin or a Chinese one
    "|(?:(?<=[\u0000-\u058f\u1e00-\u200b\u3000-\ua63f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff])|^)[\u200c\u200d]"
    # a variation selector behind what has no variants, as digits (keycaps), # and *, © and ® have; or behind another
    '|(?:(?<=[\u0000-"$-)+-/:-\u00a8\u00aa-\u00ad\u00af-\u058f\u2000-\u200b\u3000\ufe00-\ufe0f\U000e0100-\U000e01ef])|^)'
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
    "|(?<![\u1820-\u18aa])[\u180b-\u180d\u180f]"
    # the tags of a flag, elsewhere or more than any flag has
    "|(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0020-\U000e007f]|[\U000e0020-\U000e007f]{8}"
    # what stands for a part of a Korean syllable that it lacks, where no syllable is
    "|(?<![\u1100-\u115e\u1161-\u11ff\ua960-\ua97f\ud7b0-\ud7ff])[\u115f\u1160]"
    "(?!\u1160?[\u1100-\u115e\u1161-\u11ff\ua960-\ua97f\ud7b0-\ud7ff])"
    # what arranges the signs of hieroglyphs and of shorthand, elsewhere
    "|(?<![\U00013000-\U00013455])[\U00013430-\U0001343f]|(?<![\U0001bc00-\U0001bca3])[\U0001bca0-\U0001bca3]"
)
_NO_TEXT = frozenset({"Cc", "Cs", "Cn", "Co"})
_DIRECTION = "\u200e\u200f\u061c"
_RIGHT_TO_LEFT = pattern(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# A text in which nothing is seen: spaces, fillers, and marks with no letter to stand on.
_UNSEEN = pattern(
    "[\\s\u0300-\u036f\u061c\u115f\u1160\u180b-\u180f\u200c-\u200f\u2800\u3164\ufe00-\ufe0f\uffa0\U0001d159"
    "\U000e0020-\U000e01ef]*"
)
_WHITE, _BREAK = pattern(f"[{_SPACES}]+"), pattern(r"\r\n|\n|\r")


def trimmed(text: str) -> str:
    """`text` without the white space around it, and with every control character that is to be refused."""
    return text.strip(_SPACES)


def lines_of(text: str) -> list[str]:
    """The lines of `text` in which something stands, trimmed."""
    return [line for line in map(trimmed, _BREAK.split(text)) if line]


def one_line(text: str) -> str:
    """`text` with one space wherever it has white space, and none around it."""
    return _WHITE.sub(" ", text).strip(" ")


def printable(text: str, *, breaks: bool = False) -> str:
    """`text` trimmed, with its line breaks if they may stand in it.

    Raises ValueError, naming the first character that no letter can print, or for a text in which nothing is seen.
    """
    text = trimmed(text)
    if text.isascii() and text.isprintable():
        return text
    fault = _first_unprintable(text, allowed="\n" if breaks else "")
    if fault is not None:
        what = "a line break" if fault == "\n" else f"the character U+{ord(fault):04X}"
        raise ValueError(f"text in one line, without {what}")
    if text and _UNSEEN.fullmatch(text):
        raise ValueError("text in which something can be seen")
    return text


def _first_unprintable(text: str, *, allowed: str) -> str | None:
    """The first character of `text` that no letter can print, but for those `allowed`; None as a rule."""
    places = [found.start()] if (found := _UNPRINTABLE.search(text)) else []
    places += [text.index(each) for each in _odd(text, allowed)]
    return text[min(places)] if places else None


def _odd(text: str, allowed: str) -> set[str]:
    """The characters of `text` that stand for none, and the marks of direction that it has no use for."""
    if text.isprintable():  # what Python prints as it is has none of either, and is most of what is not plain
        return set()
    refused = "" if _RIGHT_TO_LEFT.search(text) else _DIRECTION
    return {each for each in {*text} - {*allowed} if unicodedata.category(each) in _NO_TEXT or each in refused}

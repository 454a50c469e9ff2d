"""Texts as they are compared, to find one in another however it is typed: its words, and the sums in it.

Small letters, figures and hyphens of one kind, and nothing that is not seen; nothing is judged here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from followup_letters.checking.spotting import words_of
from followup_letters.patterns import pattern

_HYPHENS, _APOSTROPHES, _UNSEEN = "\u2010\u2011\u2012", "‘’ʼ′", "\u0640"  # the last lengthens Arabic letters
_ONE_KIND = {
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _UNSEEN)),
    ord("\u066b"): ".",  # in Arabic numbers
    ord("\u066c"): ",",
}
_NO_CENTS = pattern(r"(?<=\d)[.,]00?(?![.,]?\d)")  # "82,000.00", and 82000.0 as a column of numbers gives it

# Scripts whose words have no space between, or endings that nothing parts from them: each by itself, for a change from
# one to the next ends a word.
_SCRIPTS = (
    "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff",  # Chinese
    "\u3041-\u309f",  # Hiragana
    "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff",  # Katakana
    "\uac00-\ud7a3",  # Korean
    "\u0e01-\u0e4e",  # Thai
    "\u0e81-\u0edf",  # Lao
    "\u0f40-\u0fbc",  # Tibetan
    "\u1000-\u109f",  # Burmese
    "\u1780-\u17d3",  # Khmer
)
_UNSPACED = "".join(_SCRIPTS)
_SIGN = pattern(f"[{_UNSPACED}]")
_SPACED_WORD = rf"(?:(?![{_UNSPACED}])[^\W_])+"
_FINELY, _COARSELY = (
    pattern("|".join([f"[{_UNSPACED}]", _SPACED_WORD])),
    pattern("|".join([*(f"[{script}]+" for script in _SCRIPTS), _SPACED_WORD])),
)

FEWEST_SIGNS = 4
"""Of a script without spaces, by which a text is known again within a run of them."""

_YEAR = 4  # digits; a sum has more, or is not such as years are
_AS_YEARS = pattern(r"(?:19|20)\d\d")
# Beside four digits, by which they are a sum, and not the number of a house or of a standard.
_CURRENCY = pattern(r"[$£€¥]\s?\Z")
_OF_MONEY = pattern(r"\s?(?:usd|eur|gbp|dollars?|euros?|pounds|(?:an?|per|each|every) (?:hour|day|week|month|year))\b")
_UNITS = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
# "90,000", "90k", "90 thousand", "USD90000"; and the same with its thousands parted by spaces or apostrophes.
_AMOUNT = pattern(r"(?<![\w.,])(?:[a-z]{1,3}(?=\d))?(\d+(?:[.,]\d+)*)(?:\s?(k|m|bn|thousand|million|billion)(?!\w))?")
_PARTED_AMOUNT = pattern(r"(?<![\w.,])(?:[a-z]{1,3}(?=\d))?(\d{1,3}(?:[ ']\d{3})+(?!\d)(?:[.,]\d+)*)()")


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """`text` in small letters, without accents of their own, invisible signs and cents that are none."""
    text = text.casefold()
    if not text.isascii():
        composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
        text = "".join(map(_plain_sign, composed.translate(_ONE_KIND)))
    return _NO_CENTS.sub("", text)


def _plain_sign(sign: str) -> str:
    """`sign`, or the digit it stands for; nothing for a mark on a letter, and for what is not seen."""
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return "" if unicodedata.category(sign) in ("Mn", "Mc", "Me", "Cf") else sign


def signs_in(text: str) -> int:
    """How many signs of scripts without spaces stand in `text`."""
    return 0 if text.isascii() else len(_SIGN.findall(plain(text)))


@lru_cache(maxsize=4096)  # a secret is looked for in all texts, and each text is asked for all secrets
def parted(text: str, *, finely: bool) -> str:
    """The words of `text` between spaces, without the signs that join or end them: "Globex's" is " globex s ".

    Where a script has no spaces, each of its signs is a word if they are parted `finely`; else all up to its end.
    """
    words = (_FINELY if finely else _COARSELY).findall(plain(text))
    return f" {' '.join(words)} " if words else ""


def has_all_of(text: str, phrase: str) -> bool:
    """True if `text` has all words of `phrase`, one after the other; False for a phrase without words.

    Of a script without spaces, four signs or more are found anywhere; fewer where they stand by themselves, for two may
    be the end of one word and the beginning of the next.
    """
    finely = signs_in(phrase) >= FEWEST_SIGNS
    wanted = parted(phrase, finely=finely)
    return bool(wanted) and wanted in parted(text, finely=finely)


class Marks(NamedTuple):
    """What in a text can be nothing else where it stands: words with a hyphen and a figure, and the digits of sums."""

    surely: frozenset[str]
    maybe: frozenset[str]
    """Besides, four digits that are no year: a sum, if they are written as one elsewhere; or the number of a house."""

    def shared(self, other: Marks) -> frozenset[str]:
        """What both have, and one of them surely."""
        return (self.surely & (other.surely | other.maybe)) | (self.maybe & other.surely)


@lru_cache(maxsize=4096)
def marks(text: str) -> Marks:
    """The marks of `text`."""
    text = plain(text)
    if not any(map(str.isdigit, text)):
        return Marks(frozenset(), frozenset())
    text = _SIGN.sub(" ", text)
    found = (*_AMOUNT.finditer(text), *_PARTED_AMOUNT.finditer(text))
    sums = {(_in_full(*amount.groups()), _is_surely_a_sum(text, amount)) for amount in found}
    marked = {word for word in words_of(text) if "-" in word and re.search(r"\d", word)}
    surely = {digits for digits, is_sure in sums if len(digits) > _YEAR or (len(digits) == _YEAR and is_sure)}
    maybe = {digits for digits, _ in sums if len(digits) == _YEAR and not _AS_YEARS.fullmatch(digits)}
    return Marks(frozenset(surely | marked), frozenset(maybe))


def _is_surely_a_sum(text: str, amount: re.Match[str]) -> bool:
    """True for "7,500", "7.5k", "$7500" and "7500 a month"; not for "9001"."""
    is_of_money = _CURRENCY.search(text[: amount.start()][-2:]) or _OF_MONEY.match(text, amount.end())
    return bool(amount[2]) or not amount[0].isdigit() or is_of_money is not None


def _in_full(number: str, unit: str | None) -> str:
    """The digits of a sum: "90,000", "90k" and "0.09m" are one, and so are "1,500,000" and "1.5 million"."""
    zeros = _UNITS.get(unit or "", 0)
    if zeros and re.fullmatch(r"\d+(?:[.,]\d\d?|\.\d{3,9})|0,\d{1,9}", number):
        whole, part = re.split("[.,]", number)
        return (whole + part.ljust(zeros, "0")).lstrip("0")
    return re.sub(r"\D", "", number) + "0" * zeros

"""Cutting an English word to its stem: the Snowball project's English stemmer (Porter's second), its steps in order.

It is written out here because a library of thirty languages takes longer to load than a letter takes to match, and
because its releases differ, so that one interview would give one letter here and another there. What it does is held
against that library in tests. See https://snowballstem.org/algorithms/english/stemmer.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_VOWELS = frozenset("aeiouy")  # a y that is none, as in "yes" and "buyer", is written Y meanwhile
_IN_NO_SHORT_END = _VOWELS | set("wxY")
_BEFORE_LI = frozenset("cdeghkmnrt")
_DOUBLES = frozenset(("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"))

_IRREGULAR = {word: word for word in "andes atlas bias cosmos howe news sky".split()} | {
    "skis": "ski",
    "skies": "sky",
    "idly": "idl",
    "gently": "gentl",
    "ugly": "ugli",
    "early": "earli",
    "only": "onli",
    "singly": "singl",
}
# Beginnings that end before the rule for all others would have it.
_BEGINNINGS = tuple("arsen commun emerg gener inter later organ past univers".split())
_KEEPS_EED = frozenset(("succ", "proc", "exc"))
_KEEPS_ING = frozenset("even cann inn earr herr out".split())


def _by_last_letter(endings: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """`endings` by their last letter, the longest first: most words end as few of them do."""
    longest_first = sorted(endings, key=len, reverse=True)
    return {last: tuple(e for e in longest_first if e[-1] == last) for last in {e[-1] for e in longest_first}}


_FORMS = _by_last_letter(("ed", "eed", "ing", "edly", "eedly", "ingly"))
_DERIVED = {
    "anci": "ance",
    "enci": "ence",
    "ogi": "og",
    "li": "",
    "bli": "ble",
    "abli": "able",
    "alli": "al",
    "fulli": "ful",
    "lessli": "less",
    "ousli": "ous",
    "entli": "ent",
    "aliti": "al",
    "biliti": "ble",
    "iviti": "ive",
    "tional": "tion",
    "ational": "ate",
    "alism": "al",
    "ation": "ate",
    "ization": "ize",
    "izer": "ize",
    "ator": "ate",
    "iveness": "ive",
    "fulness": "ful",
    "ousness": "ous",
    "ogist": "og",
}
_NEEDED_BEFORE = {"ogi": frozenset("l"), "li": _BEFORE_LI, "ion": frozenset("st")}
_DERIVED_TWICE = {
    "icate": "ic",
    "ative": "",
    "alize": "al",
    "iciti": "ic",
    "ical": "ic",
    "tional": "tion",
    "ational": "ate",
    "ful": "",
    "ness": "",
}
_DERIVED_ENDINGS, _DERIVED_TWICE_ENDINGS = _by_last_letter(_DERIVED), _by_last_letter(_DERIVED_TWICE)
_LAST = _by_last_letter("ic ance ence able ible ate ive ize iti al ism ion er ous ant ent ment ement".split())
_VOWEL_AND_CONSONANT = re.compile(f"[{''.join(sorted(_VOWELS))}][^{''.join(sorted(_VOWELS))}]")


def stem(word: str) -> str:
    """The stem of a word in lower case that has no apostrophe."""
    if len(word) < 3 or word in _IRREGULAR:
        return _IRREGULAR.get(word, word)
    word = _with_consonant_y(word)
    first = _region(word, 0)
    if word.startswith(_BEGINNINGS):
        first = next(len(begin) for begin in _BEGINNINGS if word.startswith(begin))
    second = _region(word, first)
    word = _without_plural(word)
    word = _without_form(word, first)
    if word[-1] in "yY" and len(word) > 2 and word[-2] not in _VOWELS:
        word = word[:-1] + "i"
    word = _underived(word, first)
    word = _underived_again(word, first, second)
    word = _without_last(word, second)
    word = _without_e_or_l(word, first, second)
    return word.replace("Y", "y")


def _with_consonant_y(word: str) -> str:
    if "y" not in word:
        return word
    letters = list(word)
    for place, letter in enumerate(letters):
        if letter == "y" and (place == 0 or letters[place - 1] in _VOWELS):
            letters[place] = "Y"
    return "".join(letters)


def _region(word: str, start: int) -> int:
    """Where the part after the first consonant that follows a vowel begins, from `start` on."""
    found = _VOWEL_AND_CONSONANT.search(word, start)
    return found.end() if found else len(word)


def _ending(word: str, endings: Mapping[str, tuple[str, ...]]) -> str:
    """The longest of `endings` that `word` has; empty if it has none."""
    for ending in endings.get(word[-1:], ()):
        if word.endswith(ending):
            return ending
    return ""


def _has_vowel(letters: str) -> bool:
    return not _VOWELS.isdisjoint(letters)


def _ends_short(word: str) -> bool:
    """True if `word` ends as "hop" and "bed" do, in a short syllable."""
    if len(word) == 2:
        return word[0] in _VOWELS and word[1] not in _VOWELS
    is_short = word[-1:] not in _IN_NO_SHORT_END and word[-2:-1] in _VOWELS and word[-3:-2] not in _VOWELS
    return (len(word) > 2 and is_short) or word.endswith("past")


def _without_plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith("s") and not word.endswith(("ss", "us")) and _has_vowel(word[:-2]):
        return word[:-1]
    return word


def _without_form(word: str, first: int) -> str:
    """Without -ed or -ing; what that leaves is made a word again: hoping → hope, hopping → hop."""
    form = _ending(word, _FORMS)
    begin = word.removesuffix(form)
    if not form:
        return word
    if form.startswith("eed"):
        return begin + "ee" if len(begin) >= first and begin not in _KEEPS_EED else word
    if form == "ing":
        if begin in _KEEPS_ING:
            return word
        if len(begin) == 2 and begin[1] == "y" and begin[0] not in _VOWELS:
            return begin[0] + "ie"
    if not _has_vowel(begin):
        return word
    if begin.endswith(("at", "bl", "iz")):
        return begin + "e"
    if begin[-2:] in _DOUBLES:
        return begin if len(begin) == 3 and begin[0] in "aeo" else begin[:-1]
    return begin + "e" if len(begin) == first and _ends_short(begin) else begin


def _underived(word: str, first: int) -> str:
    ending = _ending(word, _DERIVED_ENDINGS)
    begin = word.removesuffix(ending)
    if not ending or len(begin) < first or not _may_lose(begin, ending):
        return word
    return begin + _DERIVED[ending]


def _may_lose(begin: str, ending: str) -> bool:
    return ending not in _NEEDED_BEFORE or begin[-1:] in _NEEDED_BEFORE[ending]


def _underived_again(word: str, first: int, second: int) -> str:
    ending = _ending(word, _DERIVED_TWICE_ENDINGS)
    begin = word.removesuffix(ending)
    if not ending or len(begin) < (max(first, second) if ending == "ative" else first):
        return word
    return begin + _DERIVED_TWICE[ending]


def _without_last(word: str, second: int) -> str:
    ending = _ending(word, _LAST)
    begin = word.removesuffix(ending)
    return begin if ending and len(begin) >= second and _may_lose(begin, ending) else word


def _without_e_or_l(word: str, first: int, second: int) -> str:
    begin = word[:-1]
    if word.endswith("e"):
        is_cut = len(begin) >= second or (len(begin) >= first and not _ends_short(begin))
    else:
        is_cut = word.endswith("ll") and len(begin) >= second
    return begin if is_cut else word

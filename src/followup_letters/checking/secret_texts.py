"""A text that no letter may tell, found again in one: the whole of it, a run of its words, or a sum from it.

Which texts these are, and where they are looked for, is told in rules/truth.py.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from followup_letters.checking.comparing import FEWEST_SIGNS, marks, parted, plain, signs_in
from followup_letters.checking.spotting import runs, words_of
from followup_letters.matching.terms import stems_of

_TELLING_RUN = 4  # words in a row by which a text is known again
_TELLING_STEMS = 4  # or so many words that carry meaning, nearly all of them in one sentence
_NEARLY_ALL = 0.75
_LONG_WORD = 4  # letters of a word by which a text is known again that is nothing else
_LONG_WORD_OF_SIGNS = 2  # of a script in which each says more than a letter
_FEWEST_STEMS = 2  # that carry meaning in a run, so that "in the first week" tells nothing
_COMMON = frozenset(  # words that tell nothing, though they may be all that a private note says
    """maybe perhaps probably unknown unsure unclear sure certain true false none nothing later soon early late high low
    poor fine okay great open done pending possible unlikely likely normal usual money email phone call calls called
    letter letters interview meeting company manager team office today tomorrow morning afternoon evening monday tuesday
    wednesday thursday friday saturday sunday january february march april june july august september october november
    december""".split()
)


class _Known:
    """What everybody knows, which may be long: taken apart once, and not for every secret and sentence."""

    def __init__(self, text: str) -> None:
        self._text, self._runs = text, dict[int, frozenset[tuple[str, ...]]]()

    def runs(self, length: int) -> frozenset[tuple[str, ...]]:
        """Its runs of so many words."""
        if length not in self._runs:
            self._runs[length] = runs(plain(self._text), length)
        return self._runs[length]

    def has(self, whole: str, *, finely: bool) -> bool:
        """True if a text that was parted stands in it."""
        return whole in (self._finely_parted if finely else self._parted)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words that carry meaning."""
        return frozenset(stems_of(plain(self._text)))

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words."""
        return frozenset(self._parted.split())

    @cached_property
    def marks(self) -> frozenset[str]:
        """Its words and sums that can be nothing else."""
        return frozenset().union(*marks(self._text))

    @cached_property
    def _parted(self) -> str:
        return parted(self._text, finely=False)

    @cached_property
    def _finely_parted(self) -> str:
        return parted(self._text, finely=True)


_known = lru_cache(maxsize=2)(_Known)  # the secrets of one interview have it in common


class Secret:
    """A text that no letter may tell, beside what everybody knows: taken apart once, and not for every sentence."""

    def __init__(self, text: str, openly: str) -> None:
        self._text, self._known = text, _known(openly)
        self._typed = words_of(plain(text))
        self._length = min(_TELLING_RUN, max(len(self._typed), 1))
        self._runs, self._stems = runs(plain(text), self._length), frozenset(stems_of(plain(text)))
        self._marks = marks(text)
        self._signs = signs_in(text)
        self._finely = self._signs >= FEWEST_SIGNS  # as in `has_all_of`
        self._whole = parted(text, finely=self._finely)
        self._is_open = self._known.has(self._whole, finely=self._finely)

    def is_told_by(self, sentence: str) -> bool:
        """True if `sentence` says it: a run of its words, a sum from it, or nearly all that carries meaning in it."""
        has_a_sum = any(map(str.isdigit, self._marks_in(sentence)))  # the thing that an idea is for may be talked about
        return has_a_sum or self._is_nearly_all_in(sentence) or self._is_said_by(sentence)

    def is_given_away_by(self, sentence: str) -> bool:
        """True if `sentence` says it, or has a word or a sum from it that can be nothing else."""
        return bool(self._marks_in(sentence)) or self._is_said_by(sentence)

    def is_typed_in(self, text: str) -> bool:
        """True if `text`, as it is typed in a field, gives it away or has the whole of it."""
        return self.is_whole_in(text) if self._stands_in(text) else self.is_given_away_by(text)

    def is_whole_in(self, text: str) -> bool:
        """True if `text`, as it is typed in a field, has the whole of it, which is not said openly.

        A text of few words that says something of its own is known again in a longer one, and any where it is alone.
        """
        if not self._stands_in(text):
            return False
        is_long = self._finely or len(self._typed) >= _TELLING_RUN
        return is_long or _bare(text) == _bare(self._text) or self._says_something()

    def _marks_in(self, sentence: str) -> frozenset[str]:
        """The words and sums in `sentence` that can only be from it, and that nobody is told openly."""
        found = self._marks.shared(marks(sentence)) if any(self._marks) else frozenset[str]()
        return found and found - self._known.marks

    def _stands_in(self, text: str) -> bool:
        """True if `text` has all its words, one after the other, and what is said openly has not."""
        return bool(self._whole) and not self._is_open and self._whole in parted(text, finely=self._finely)

    def _says_something(self) -> bool:
        """True if one of its words is not common, nor said openly: of a single one, if it is long and no figure."""
        is_one = len(self._typed) == 1
        if is_one and len(self._typed[0]) < _LONG_WORD and self._signs < _LONG_WORD_OF_SIGNS:
            return False
        rare = [word for word in parted(self._text, finely=False).split() if word not in _COMMON]
        has_figure = not is_one and any(word[0].isdigit() and word not in self._known.words for word in rare)
        return has_figure or any(not self._known.stems.issuperset(stems_of(word)) for word in rare)

    def _is_said_by(self, sentence: str) -> bool:
        """True if `sentence` has a run of its words that is not said openly anyway, or all of them without spaces."""
        if self._finely and self._stands_in(sentence):
            return True
        shared = runs(plain(sentence), self._length) & self._runs
        if not shared:  # as nearly always
            return False
        shared -= self._known.runs(self._length)
        return any(len(set(stems_of(" ".join(run))) - self._known.stems) >= _FEWEST_STEMS for run in shared)

    def _is_nearly_all_in(self, sentence: str) -> bool:
        """True if `sentence` has nearly all that carries meaning in it and is not said openly anyway."""
        shared = self._stems.intersection(stems_of(plain(sentence)))
        if len(shared) < _NEARLY_ALL * _TELLING_STEMS:  # as nearly always
            return False
        stems = self._stems - self._known.stems
        return len(stems) >= _TELLING_STEMS and len(shared & stems) >= _NEARLY_ALL * len(stems)


def _bare(text: str) -> list[str]:
    """The words of `text` without an article before them."""
    words = parted(text, finely=False).split()
    return words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words

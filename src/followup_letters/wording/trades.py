"""Bullets that name what their writer is: "Chartered colourist since 2017", "Native Welsh speaker".

Only what begins with a qualifier and has one trade at its end is proved to be a person; "ServSafe manager" may be a
certificate. What is said of the writer with it is decided in `forms`.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import words
from followup_letters.wording.objects import Word, is_number, words_of

_ENDINGS = ("er", "or", "ist", "ian")
_FOLLOWING = frozenset({"since", "in", "with", "of"})
_LONGEST = 5  # words before the tail; what is longer may be anything
_SEPARATING = frozenset(", : & / ( ) and or but for to by on at from as".split())


def is_trade(text: Sequence[Word], at: int) -> bool:
    """True for "Licensed electrician in Ohio": a qualifier, a trade, and perhaps since when, where or with what."""
    if text[at].core not in words("qualifiers"):
        return False
    named = _named(text)
    if not 1 < len(named) - at <= _LONGEST or any(word.core in _SEPARATING for word in named):
        return False
    if is_number(named[at + 1].core):  # "Qualified forty apprentices"
        return False
    tail = text[len(named) :]
    where = tail[1:2]
    if tail and (not where or (tail[0].core == "in" and not where[0].is_name)):
        return False
    return _is_person(named[-1].core)


def names_its_holder(title: str) -> bool:
    """True for a job's title that is what its holder is called: "Head of Access Services"; not for "Internship"."""
    cores = [word.core for word in words_of(title)]
    end = next((place for place, core in enumerate(cores) if core in {"of", "for"}), len(cores))
    is_plain = all(core.replace("-", "").replace("'", "").replace("’", "").isalpha() for core in cores)
    return is_plain and end > 0 and len(cores) <= _LONGEST and _is_person(cores[end - 1])


def as_predicate(body: str, text: Sequence[Word]) -> str:
    """The trade as it follows "I am": with its article, and capitals only where the trade is a title."""
    said = body if _named(text)[-1].is_name else body[0].lower() + body[1:]
    return f"{'an' if body[0] in 'AEIOUaeiou' else 'a'} {said}"


def _named(text: Sequence[Word]) -> Sequence[Word]:
    """The words before the tail."""
    end = next((place for place, word in enumerate(text) if word.core in _FOLLOWING), len(text))
    return text[:end]


def _is_person(core: str) -> bool:
    if core in words("job_titles") or core in words("roles"):
        return True
    return core.endswith(_ENDINGS) and core not in words("things_in_er")

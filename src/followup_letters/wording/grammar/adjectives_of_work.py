"""Words that are verbs and adjectives before the name of a work: "Correct calculation of pay", "Clear handovers"."""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import lines, words
from followup_letters.wording.grammar.objects import Word, is_number

_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ision", "age", "ling", "ning", "ting", "ding", "ring")
_DIRECT = frozenset("advice care communication contact delivery liaison reporting supervision".split())
_MOSTLY_DONE = frozenset("complete correct direct secure separate".split())
_WHENCE = frozenset("from off out into onto away".split())  # "clear snow from the paths"
_GRADED = frozenset("level class phase band tier".split())
_ORDERED = frozenset("funding planning permission parking".split())  # "Secure funding for the wing"


def is_adjective_of_work(read: Sequence[Word]) -> bool:
    """True for "Correct calculation of crew leave"; not for "Correct the accounts", "Complete training records"."""
    if len(read) < 2 or read[0].core not in words("verb_adjectives"):
        return False
    end = next(
        (n for n, word in enumerate(read[:4]) if n and word.core in words("prepositions") | {"and", ","}), len(read)
    )
    if not 1 < end < 4 or any(word.is_name for word in read[1:end]):
        return False
    first, named = read[0].core, read[end - 1].core
    following = read[end].core if end < len(read) else ""
    if named in _ORDERED or following == "by" or (first == "direct" and named not in _DIRECT):
        return False
    if first == "complete" and following != "of":  # "Complete paperwork for each job" is an order
        return False
    return _is_work(named)


def may_be_an_adjective(read: Sequence[Word]) -> bool:
    """True for "Clear water in August", "Warm welcome", "Tidy, complete sheets", "Level three": no sure order."""
    first, following = read[0].core, read[1].core if len(read) > 1 else ""
    if first in _GRADED and is_number(following):
        return True
    if first == "sound":  # which nobody orders but of an alarm: "Sound castings with few re-casts"
        return following not in words("determiners")
    if first not in words("verb_adjectives") - _MOSTLY_DONE:
        return False
    if following == ",":
        return len(read) > 2 and read[2].core in words("verb_adjectives")
    is_opened = following in words("determiners", "prepositions", "particles", "adverbs") or is_number(following)
    end = next((n for n, word in enumerate(read[:5]) if n and word.core in words("prepositions")), len(read))
    moved = end < len(read) and read[end].core in _WHENCE
    return not is_opened and not moved and not read[end - 1].core.endswith("s")


def _is_work(core: str) -> bool:
    """True for the name of what is done: "calculation", "handovers", "supervision"; not for several, "repairs"."""
    if core in words("works"):
        return True
    if core.endswith("s"):
        return False
    known = {line.split()[0] for table in ("activities", "tasks") for line in lines(table)}
    return core in known or (core.endswith(_ENDINGS) and len(core) > 6)

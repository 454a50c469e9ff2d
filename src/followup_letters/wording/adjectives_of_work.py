"""Words that are verbs and adjectives before the name of a work: "Correct calculation of pay", "Clear handovers"."""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import lines, words
from followup_letters.wording.objects import Word

_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ision", "age", "ling", "ning", "ting", "ding", "ring")
_DIRECT = frozenset("advice care communication contact delivery liaison reporting supervision".split())
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


def _is_work(core: str) -> bool:
    """True for the name of what is done: "calculation", "handovers", "supervision"; not for several, "repairs"."""
    if core in words("works"):
        return True
    if core.endswith("s"):
        return False
    known = {line.split()[0] for table in ("activities", "tasks") for line in lines(table)}
    return core in known or (core.endswith(_ENDINGS) and len(core) > 6)

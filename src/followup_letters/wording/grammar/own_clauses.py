"""Whether a place, or a length of time, has a clause of its own, after which a sentence does not go on."""

from __future__ import annotations

from itertools import pairwise

from followup_letters.lexicon import words
from followup_letters.wording.grammar.objects import words_of
from followup_letters.wording.grammar.quotations import hidden

_OPENS = frozenset(
    """where which who whose whom when while because though although if i you we they he she it nobody everybody
    somebody i'd i've you'd you've we'd we've they'd they've i’d i’ve you’d you’ve we’d we’ve they’d they’ve""".split()
)
_OWNERS = frozenset("my your his her our their the".split())
_BEFORE_AN_OWNER = frozenset(", and or & half all both twice less minus plus most".split())


def has_its_own_clause(text: str) -> bool:
    """True for "at the hospital where I was born", "at the pub your brother runs", "two hours you did not have"."""
    read = words_of(hidden(text)[0])
    opening = [word for word in read if word.core in _OPENS and word.typed != "IT"]
    if any(word.typed.islower() or word.typed[0] == "I" for word in opening):
        return True
    for before, word in pairwise(read):
        goes_on = before.core in words("prepositions", "adverbs") | _BEFORE_AN_OWNER
        if word.core in _OWNERS | {"that"} and not goes_on and before.core not in words("determiners"):
            return True
    return False

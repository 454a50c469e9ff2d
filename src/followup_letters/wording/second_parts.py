"""The part of a bullet after a semicolon: "Started hourly rounds; falls on our unit went from eleven to three".

It stands in a letter as it was typed, if it has a subject of its own: then it need not be what "I" did.
"""

from __future__ import annotations

import re

from followup_letters.lexicon import verbs, words
from followup_letters.wording.objects import is_number, words_of

_UNSAFE = re.compile(r"[;?!…:()\x00-\x1f\x7f-\x9f\u2028\u2029]|\.\s")
_OPENING = frozenset("no none not both all each every nobody nothing neither its their it they there".split())
_FINITE = frozenset("is are was were has have had do does did can could will would".split())
_SPEAKERS = frozenset("i we our ours us you your yours".split())
_MEASURED = re.compile(r".*\b(?:up|down)\s+(?:by|from|to|\S*\d).*", re.DOTALL)


def stands_beside(part: str) -> bool:
    """True for what tells of something else than the writer, with a verb or at least a measure of its own."""
    read = words_of(part)
    if len(read) < 2 or _UNSAFE.search(part) or any(word.core in _SPEAKERS for word in read):
        return False
    first, later = read[0].core, [word.core for word in read[1:]]
    if first in _OPENING | words("determiners") or is_number(first):
        return True
    has_a_verb = any(core in _FINITE | words("finite_pasts") | words("intransitives") for core in later)
    table = verbs()
    if any(first in forms for forms in (table.base, table.past, table.third, table.gerund)):
        return has_a_verb and first not in table.past and first not in table.gerund
    return has_a_verb or any(core in table.past for core in later) or _MEASURED.fullmatch(part) is not None

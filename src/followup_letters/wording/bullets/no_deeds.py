"""Bullets whose first word has the form of a past, and is no deed of the writer's: a passive, or the name of a thing.

"Called out 70 nights a year" and "Moved to Paris by the firm" say what was done to the writer; "Ground staff", "Wound
care" and "Output up 20%" name something. "I" before any of them would say what nobody meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.nouns import is_participle
from followup_letters.wording.grammar.objects import Word, is_number
from followup_letters.wording.grammar.the_living import are_a_body, are_alive

_SO_MANY_TIMES = pattern(  # which was done by others
    r"(?:surveyed|inspected|audited|assessed|examined|published|cited|nominated|shortlisted|interviewed|tested) "
    r"(?:twice|once|(?:\w+ )times)\b",
    re.IGNORECASE,
)
_OF_A_SUBSTANCE = pattern(r"(?:dissolved|suspended|filtered) [a-z]+ (?:under|below|over|above) ", re.IGNORECASE)
_CALLED_OUT = pattern(  # as a crew of a lifeboat is; "called out three errors" is a deed
    r"called (?:out|in|back|up|upon) (?:(?:about|over|nearly|around|some|up to) )?"
    r"(?:twice|once|(?:[\w-]+ )(?:times|nights|days|weekends|evenings|mornings|hours)\b|at (?:night|all|any)\b)",
    re.IGNORECASE,
)
_SENT_FOR = pattern(  # "Brought in to fix the branch", "Sent back as a foreman"
    r"(?:brought|called|drafted|flown|hired|invited|moved|sent|transferred) (?:back|down|in|on|out|over) "
    r"(?:as (?:an?|the|its|their)\b|to (?P<to>[a-z]+) )",
    re.IGNORECASE,
)
# Nouns that have the form of a past: "output up 20%", which says that it is up, and not what the writer did.
_PAST_NOUN = "broadcast|cost|forecast|input|offset|output|spread|upset"
_FIGURE = r"(?:by )?(?:\S*\d|(?:an?|one|two) (?:third|fifth|quarter|half|tenth)s?\b|half\b)"
_OF_A_MEASURE = pattern(  # but "broadcast matches from 3 grounds to 12 countries", "forecast sales up to 2030"
    rf"(?:{_PAST_NOUN}) (?:(?:[a-z]+ )?(?:up|down) (?:from )?{_FIGURE}|(?:up|down) to {_FIGURE}"
    rf"|from \S*\d\S*(?: [a-z]+)? to \S*\d|[a-z]+ from \S*\d\S* to \S*\d\S*(?:%| per ?cent))",
    re.IGNORECASE,
)
_OF_WORK = pattern(  # but "forecast flooding on the Ouse"
    r"(?:broadcast|cost|input|offset|output|rose|saw|shot) [a-z]+ing(?: (?:at|by|for|in|of|on|with)\b|,|$)",
    re.IGNORECASE,
)
_WHOSE = frozenset("a an my our the their".split())
_SENDERS = frozenset("board charity clients council court firm government management ministry navy army".split())


def is_no_deed(body: str, read: Sequence[Word], at: int) -> bool:
    """True if what looks like a past of the writer's is a passive, or a noun with what is told of it."""
    sent = _SENT_FOR.match(body)
    if sent and (sent["to"] is None or sent["to"] in verbs().base):
        return True
    told = (_SO_MANY_TIMES, _OF_A_SUBSTANCE, _CALLED_OUT, _OF_A_MEASURE, _OF_WORK)
    return any(each.match(body) for each in told) or _is_a_name(read, at) or _is_by_somebody(read, at)


def begins_with_a_past_noun(body: str) -> bool:
    """True for "Output up 20%", "Forecast accuracy from 60 to 92 percent": a measure, by a noun that is a past too."""
    return _OF_A_MEASURE.match(body) is not None


def _is_a_name(read: Sequence[Word], at: int) -> bool:
    """True for "ground staff", "wound care": part of a name, though elsewhere it is a past before its object."""
    return read[at + 1].core in phrases("compounds").get(read[at].core, ())


def _is_by_somebody(read: Sequence[Word], at: int) -> bool:
    """True for "moved to Paris by the firm": without an object, and by whom; not for "wrote on work done by a firm"."""
    if read[at + 1].core not in words("prepositions") - words("determiners"):
        return False
    for place in range(at + 2, len(read) - 2):
        if read[place].core == "by" and read[place + 1].core in _WHOSE:
            return _is_somebody(read, place + 2) and not is_participle(read[place - 1].core)
    return False


def _is_somebody(read: Sequence[Word], start: int) -> bool:
    """True for "the council", "our main client for a year": the noun before what goes on is of a person or a body."""
    goes_on = words("prepositions", "afterwards") | {",", "and", "in", "twice", "again"}
    end = next((n for n, word in enumerate(read[start:], start) if n > start and word.core in goes_on), len(read))
    head = read[end - 1].core
    is_known = head in _SENDERS or head.removesuffix("s") in words("firms", "collectives")
    return not is_number(head) and (is_known or are_alive(head) or are_a_body(head))

"""A clause of the writer's that begins with its time, place or means: "In two years I cut complaints by half".

Only an end that can belong to nothing but the verb is moved; it keeps its words, and so does the rest.
"""

from __future__ import annotations

import re
from itertools import pairwise

from followup_letters.lexicon import verbs
from followup_letters.wording.objects import words_of
from followup_letters.wording.said import Said

_NUMBER = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|\d\d?"
    r"|my last|a single|under an?)"
)
# A day or a week is left out: "delivered bids in two days" says how fast, and not when.
_TERM = r"(?:month|quarter|season|winter|summer|term|semester|year)s?"
_TIME = re.compile(
    rf"(.+) ((?:in|over) {_NUMBER} (?:[a-z]+ )?{_TERM}(?: and a half| running)?"
    rf"|for {_NUMBER} {_TERM}(?: running)?|in (?:19|20)\d\d)"
)
_NO_PLACE = r"(?!(?:an? |the )?(?:time|average|rate|cost|price|pace|level|total|stretch|end|profit|loss)\b)"
_ON = r"(?!(?:from|to|by|with|into|across|for|on|over|in|under|after|without|less|more|than|no)\b)"  # no second phrase
_PLACE = re.compile(rf"(.+) (at {_NO_PLACE}(?:{_ON}(?:[^\W\d][\w'’-]*|\d+-\w+|of \d+)(?: |$))+)")
_MEANS = re.compile(r"(.+) (by (?!(?:living|emerging|leading|rising|visiting|working|competing)\b)[a-z]+ing .+)")
_SEVERAL_PARTS = re.compile(r"[,;:()–—]\s|\b(?:which|who|whose|that|where|when|while|until|after|before|so)\b")
_ONE_FOR_A_TIME = re.compile(r"\ban? (?:[\w-]+ ){0,2}[\w-]+$")  # "a lease", of which "for two years" may be said
_OF_AN_AGE = re.compile(r"\b(?:children|kids|babies|boys|girls|pupils|patients|dogs|cats|horses|cattle|cows)$")
_LONGEST = 8  # words that may stand before "I"


def fronted(said: Said) -> str | None:
    """The clause with its time, its place or its means before "I": "in two years I cut complaints by half".

    None where its end may be said of a thing ("signed a lease for two years"), or of one deed of several.
    """
    if said.subject != "I" or said.helper not in {"", "have"} or _SEVERAL_PARTS.search(said.rest):
        return None
    found = _TIME.fullmatch(said.rest) or _MEANS.fullmatch(said.rest) or _PLACE.fullmatch(said.rest)
    if found is None:
        return None
    rest, end = found.groups()
    if len(end.split()) > _LONGEST or not _is_one_deed(rest) or _may_be_of_a_thing(rest, end):
        return None
    return f"{end} {said._replace(rest=rest).clause}"


def _is_one_deed(rest: str) -> bool:
    cores = [word.core for word in words_of(rest)]
    later = [after for before, after in pairwise(cores) if before in {"and", "but", "then"}]
    return len(cores) > 2 and cores[0] in verbs().past and not any(core in verbs().past for core in later)


def _may_be_of_a_thing(rest: str, end: str) -> bool:
    if end.startswith("for "):
        return _ONE_FOR_A_TIME.search(rest) is not None
    return end.startswith("over ") and _OF_AN_AGE.search(rest) is not None

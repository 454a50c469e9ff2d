"""Lead-ins: where a field finishes a sentence, and the user has written its beginning as well.

A beginning that the letter's own sentence has is left off, and nothing else of the text is touched. What is a sentence
of its own even so is told from what finishes one; whether it is said, others decide.
"""

from __future__ import annotations

import re

from followup_letters.patterns import pattern
from followup_letters.wording.bullets.saying import first_person
from followup_letters.wording.grammar.being import what_i_am
from followup_letters.wording.grammar.clauses import (
    cannot_follow_i,
    is_no_clause,
    may_be_no_clause,
    may_not_follow_i,
    tells_of_another,
)
from followup_letters.wording.grammar.objects import words_of
from followup_letters.wording.grammar.phrases import without_stop
from followup_letters.wording.grammar.sentences import place_of_verb
from followup_letters.wording.promising import as_promised

_WE = r"(?:we|you and i|i)\s+(?:also |briefly |mostly |mainly |then )?"
_WHO_ASKED = r"(?:they|you|he|she|we)\s+(?:also )?asked(?: me)?"
_THAT = r"that\s+(?=(?:i|my|we|our|the|a|an|you|your|it|its|he|she|they|their|there|nobody|everybody|people)\b)"
_WISH = r"i(?:[’']d| would)?\s+(?:want|like|love|wanted)\s+(?:to (?:work|join|be|come)|the|this|it)\b[^.;:,]*?"

MARK_OF_A_LIST = pattern(r"[-–—•*]\s?[^\W\d_]")
"""What begins a line of a list, and no text that goes on with a sentence: "-speak Spanish"."""

# By the field, without its place in a list: the beginnings of the sentence that it finishes.
_LEAD_INS = {
    "talked_about": pattern(
        rf"(?:{_WE}(?:talked|spoke|chatted)(?: (?:a lot|a little|at length))?(?: about| of)|{_WE}discussed"
        rf"|{_WE}had an? (?:\w+ )?(?:talk|chat|conversation|discussion) about|(?:talked|spoke|chatted) about|discussed"
        rf"|(?:our|the|a) (?:talk|chat|conversation|discussion) about|about"
        rf"|{_WHO_ASKED}(?: about|(?= (?:how|what|why|when|where|whether|which|who)\b)))\s+",
        re.IGNORECASE,
    ),
    "reasons": pattern(
        rf"(?:{_WISH}\s)?because\s+(?!of\b)|(?:i (?:really )?(?:like|liked|love|loved) (?:the fact )?)?{_THAT}",
        re.IGNORECASE,
    ),
    "omitted": pattern(
        rf"(?:i )?(?:did not|didn[’']t|forgot to) mention(?: that)?\s+|{_THAT}"
        r"|(?:not mentioned|one thing i left out|left out): "
        r"|i(?: should|['’]d| would) have (?:liked to say|said|mentioned|told you)(?: that)?\s+"
        r"|i was asked about [^,;:]+ and (?:forgot|failed) to (?:say|mention)(?: that)?\s+"
        r"|(?:i )?forgot to (?:say|tell you)(?: that)?\s+",
        re.IGNORECASE,
    ),
    "clarify": pattern(r"i (?:would|[’']d) like to make (?:it )?clear\s+", re.IGNORECASE),
    "promised": pattern(r"i promised (?:you )?", re.IGNORECASE),
    "lasted": pattern(r"you gave me\s+", re.IGNORECASE),
    "place": pattern(r"we met\s+(?=(?:at|in|on)\b)", re.IGNORECASE),
    "answer": pattern(rf"in answer:\s+|{_THAT}", re.IGNORECASE),
}

_SAID_AFTER_THAT = frozenset({"omitted", "answer"})

# What makes a clause of its own of a text: somebody, and what they did. "IT budgets" and "You and your team" are none.
_CLAUSE = pattern(
    r"(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he)(?:[’'](?:d|ve|re|ll|m|s))? (?!and\b|or\b|all\b|both\b)[a-z]+\b"
    r"|(?:(?:[Ww]e|[Tt]hey|[Yy]ou and I) (?:all|both)|(?:[Yy]ou|[Mm]y [a-z]+|[A-Z][a-z]+) and I) "
    r"(?!(?:and|or|of|as|in|at|on|for|from|with|to)\b)[a-z]+\b(?<!ing)"
    r"|[Tt]here (?:is|are|was|were|will)\b"
)
_NO_TOPIC = pattern(
    r"to [a-z]+ |(?:should|could|would|can|will|do|does|did|is|are|was|were) .*\?$"
    r"|(?:how|why|when|where) (?:does|did|is|are|was|were|can|could|should|would|will|has|have) .*\?$",
    re.IGNORECASE,
)
_NO_CLAUSE = pattern(r"(?:because )?of\b|to [a-z]+\b", re.IGNORECASE)


def without_lead_in(text: str, field: str) -> str:
    """`text` without the beginning that the sentence has which `field` ("people[0].talked_about") finishes."""
    begins = _LEAD_INS.get(_name_of(field))
    found = begins.match(text) if begins else None
    rest = text[found.end() :].lstrip() if found else ""
    if not rest and _name_of(field) in _SAID_AFTER_THAT and text[:5].casefold() == "that ":
        rest = text[5:].lstrip() if place_of_verb(words_of(text[5:])) is not None else ""  # "that testing is what …"
    return rest or text


def fits(text: str, field: str) -> bool:
    """False if `text` surely cannot finish the sentence of `field`: a clause where a noun is wanted, or the reverse."""
    rest = without_lead_in(text, field)
    if MARK_OF_A_LIST.match(rest):
        return False
    match _name_of(field):
        case "talked_about":
            return not (_CLAUSE.match(rest) or _NO_TOPIC.match(rest))
        case "reasons":
            return not (_NO_CLAUSE.match(rest) or is_no_clause(rest))
        case "omitted" | "answer":
            return bool(
                tells_of_another(rest)
                or not cannot_follow_i(rest)
                or first_person(rest)
                or what_i_am(without_stop(rest))
            )
        case "promised":
            return as_promised(rest) is not None
    return True


def may_not_fit(text: str, field: str) -> bool:
    """True for what fits, if anything does, and has no verb that is known: the reason "family owned"."""
    rest = without_stop(without_lead_in(text, field))
    match _name_of(field):
        case "reasons":
            return may_be_no_clause(rest)
        case "omitted" | "answer":
            return may_not_follow_i(rest) and not (tells_of_another(rest) or first_person(rest) or what_i_am(rest))
    return False


def _name_of(field: str) -> str:
    return re.sub(r"\[\d+\]", "", field).rpartition(".")[2]

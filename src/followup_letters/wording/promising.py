"""What was promised, as it finishes "I promised you …": a thing to have ("two references"), or to do ("to call you").

What says a deed by its verb alone gets the "to" that was meant; what is neither thing nor deed is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.nouns import end_of_noun, is_common
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.grammar.quotations import keeping_quotations
from followup_letters.workdays import MONTHS, WEEKDAYS

_NO_PROMISE = frozenset("yes no nothing none nil n/a na nope true false - – — you to that".split())
_NOTHING = pattern(
    r"(?:nothing|none)(?:,? (?:really|much|at all|yet|specific|special|in particular|so far|that I (?:recall|remember"
    r"|know of)))+",
    re.IGNORECASE,
)
_OF_A_SENTENCE = pattern(  # "the plans would be with you by Friday"; not "my will by Friday", "the plans that are due"
    r"(?:(?!(?:that|which|who|whom|what|whatever|whether|how|when|where|why|if|as|than|I|we|you|they|he|she|it)\b)"
    r"[\w'’-]+ ){1,6}?"
    r"(?:(?:would|will|should|could|can|must) (?:(?:not|also|then|all|both) )?(?P<verb>[a-z]+)"
    r"|(?:is|are|was|were|has been|have been) [a-z]+)\b",
    re.IGNORECASE,
)
_I_WILL = pattern(r"I(?:['’]ll|['’]d| will| would| shall) (?=[a-z])", re.IGNORECASE)
# What is to be sent is a thing to have: "to send my certificate", "that I'd send a writing sample".
_SENDING = pattern(
    r"(?:to|that I(?:['’]ll|['’]d| would| will)) "
    r"(?:(?:send|e-?mail|mail|post|forward)(?: you)?|(?:give|get|bring|hand) you|let you have) "
    r"(?!(?:the|your|our|my) (?:(?!(?:and|as|at|by|for|from|in|of|on|or|that|to|which|who|with) )[a-z'’-]+ ){1,2}"
    r"(?:my|an?|the|our|two|three)\b)"  # "the principal my plan", which is somebody else's to have
    r"(?P<what>(?:(?:an?|the|my|our|your|some|two|three|four|both|all|copies|references|details|dates|names|photos"
    r"|samples)\b|\d|(?!thanks)[a-z]{4,}s (?:of|for|from|on) ).*)",
    re.DOTALL | re.IGNORECASE,
)
_THEIRS = pattern(
    r"(?:(?:an?|the|their|your) )?(?:(?:final|first|quick|written|hiring) )?"
    r"(?:decision|verdict|offer|feedback|word (?:by|on|whether|about|before|from them)|news of (?:the|their))\b",
    re.IGNORECASE,
)
_CALLING = pattern(r"(?:to|that I(?:['’]ll|['’]d| will| would)) (?:call|phone|ring|telephone)\b")
_ARTICLES = frozenset("a an the my our your his her their its".split())
_ANOTHER_DOES = pattern(
    r"(?:I|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|[Ii]t)(?:['’](?:d|ll|ve|re|s|m))? (?!and\b|or\b|all\b|both\b)[a-z]+\b"
)
_OBJECTS = frozenset("you him her them me us it what how whether everybody everyone everything".split())
_ALSO_VERBS = frozenset("text forward fax upload".split())  # which no table has as such
_MOSTLY_DONE = frozenset("call check contact copy e-mail email mail phone post print review share ship text".split())
_DAYS = frozenset(day.casefold() for day in (*WEEKDAYS, *MONTHS))
_COUNTED_THINGS = frozenset(
    """answer call certificate copy cv decision draft letter link list number photo plan portfolio reference report
    resume résumé sample spreadsheet summary transcript""".split()
)  # of which one says "a" or "the"


@keeping_quotations
def as_promised(text: str) -> str | None:
    """`text` as it finishes "I promised you …": "send Karen the list" → "to send Karen the list".

    None for what surely does not: "yes", "copy of my certificate", "they showed me".
    """
    read = words_of(text)
    if not read or says_none(text) or is_theirs(text):
        return None
    said = _as_promised(text, read)
    sent = _SENDING.fullmatch(said or "")
    return sent["what"] if sent else said


def is_theirs(text: str) -> bool:
    """True for what the employer has to give: "a decision by Friday", "word on whether there is a second round"."""
    return _THEIRS.match(text) is not None and not re.search(r"\b(?:my|from me)\b", text)


def promises_a_call(text: str) -> bool:
    """True for what a call keeps: "to call you on Friday"."""
    return _CALLING.match(as_promised(text) or "") is not None


def _as_promised(text: str, read: Sequence[Word]) -> str | None:
    first = read[0].core
    if mine := _I_WILL.match(text):
        return f"to {text[mine.end() :]}"
    if first in {"to", "that"} or [word.core for word in read[:2]] in (["never", "to"], ["not", "to"]):
        return _small(text)
    if _is_a_deed(read):
        return f"to {_small(text)}"
    if first in verbs().gerund and _opens_an_object(read[1:]):  # "sending the list"
        return f"to {verbs().gerund[first]}{text[len(first) :]}"
    if _ANOTHER_DOES.match(text) or _is_a_sentence(text) or _is_over(read) or _lacks_its_article(read):
        return None
    return _small(text) if is_common(first) and not any(word.is_name for word in read[1:2]) else text


def says_none(text: str) -> bool:
    """True for "nothing", and for "yes" and "you", which say of no promise what it was."""
    said = text.strip(" .!")
    return said.casefold() in _NO_PROMISE or _NOTHING.fullmatch(said) is not None


def _is_a_sentence(text: str) -> bool:
    """True for "the plans would be with you by Friday"; not for "a copy of my will"."""
    found = _OF_A_SENTENCE.match(text)
    return found is not None and (found["verb"] is None or found["verb"] in {"be", "have", *verbs().base})


def may_be_a_deed(text: str) -> bool:
    """True for what may be a thing as well as a deed: "email templates"."""
    read = words_of(text)
    is_either = len(read) > 1 and read[0].core in _MOSTLY_DONE and read[1].core not in words("prepositions")
    return is_either and as_promised(text) in (text, _small(text))


def _is_a_deed(read: Sequence[Word]) -> bool:
    """True for a verb with what it is done to, or one that is nothing else: "call you", "send references"."""
    first, rest = read[0].core, read[1:]
    if first not in verbs().base and first not in _ALSO_VERBS:
        return False
    is_no_noun = first not in words("noun_verbs") and first not in _ALSO_VERBS and not needs_no_article(first)
    is_done_to_somebody = bool(rest) and _is_a_name(rest[0]) and (len(rest) == 1 or _begins_anew(rest[1]))
    return bool(rest) and (is_no_noun or is_done_to_somebody or _opens_an_object(rest))


def _opens_an_object(rest: Sequence[Word]) -> bool:
    first = rest[0].core if rest else ""
    is_counted = is_number(first) and len(rest) > 1
    return first in _OBJECTS or is_counted or first in words("determiners") - words("prepositions") | _ARTICLES


def _begins_anew(word: Word) -> bool:
    return word.core in words("determiners") or word.core in words("prepositions") or is_number(word.core)


def _is_a_name(word: Word) -> bool:
    return word.typed[:1].isupper() and word.typed[1:].islower() and word.core not in _DAYS


def _is_over(read: Sequence[Word]) -> bool:
    """True for what was done: "sent the templates"."""
    first = read[0].core
    return first in verbs().past and first not in verbs().base and _opens_an_object(read[1:])


def _lacks_its_article(read: Sequence[Word]) -> bool:
    """True for one of several things, as nobody says it: "copy of my certificate", "reference from Dr. Lee"."""
    phrase = read[: end_of_noun(read, 0) or len(read)]
    first = phrase[0].core
    has_one = first in words("determiners") | _ARTICLES or is_number(first)
    is_somebodys = any(word.core.endswith(("'s", "’s", "s'", "s’")) for word in phrase)
    is_one = phrase[-1].core in _COUNTED_THINGS or (
        len(phrase) == 1 and first in verbs().base and first in words("noun_verbs") and not needs_no_article(first)
    )  # "start on Monday" has no article, or no "to"
    return is_one and not has_one and not is_somebodys


def _small(text: str) -> str:
    """`text` with a small letter at its head, where that is no acronym."""
    return text[0].lower() + text[1:] if text[1:2].islower() else text

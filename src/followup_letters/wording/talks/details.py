"""The detail of a talk in forms in which a sentence may begin with it: a thing, something told, the reader's deed."""

from __future__ import annotations

import re

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import is_number, words_of
from followup_letters.wording.grammar.phrases import is_brief, is_painful, is_sore
from followup_letters.wording.grammar.sentences import FINITE, HELPING, place_of_verb
from followup_letters.wording.talks.kindnesses import is_a_kindness

_MINE = pattern(r"\b(?:I|me|my|mine|we|us|our|ours)\b(?!['’])|\b(?:I|we)['’]")
_DEFINITE = pattern(r"(?:the|your) [\w<“‘'\"]")
# After which no longer a thing is named, but something asked or told.
_NO_THING = pattern(
    r"[;:?!]| [-–—] |(?:,|\band) (?:how|why|what|whether|you|also)\b|\band (?:who|where|when)\b"
    r"|\b(?:being|not [a-z]+ing)\b"
)
_ASKED_OF_YOU = pattern(
    r"(?:how|why|what|where|when)(?: (?:much|many|far|long|often|soon|early|late|little|few|rarely)(?: of)?)?"
    r" your?\b(?! and (?:I|me|my)\b)"
)
_ARRANGED = pattern(
    r"\b(?:application|assessment|badge|benefits|bonus|certificates?|checks?|clearance|commute|contract|dates?"
    r"|exams?|expenses|forms?|grades?|handbook|holidays?|hours|induction|insurance|interviews?|leave|licen[cs]e|medical"
    r"|meetings?|notice|offer|onboarding|order of the day|paperwork|parking|pay|pension|permit|plans?|policies|policy"
    r"|process|referees?|references?|relocation|reviews?|rota|salary|schedule|start|steps?|tests?|timetable|timing"
    r"|transcripts?|travel|vacation|visa|windows?)\b",
    re.IGNORECASE,
)
# What somebody told in confidence: it is not what a letter says it will not forget.
_SORE = pattern(r"\b(?:left|quit|fired|resigned|sacked|dismissed|laid off|divorced|sued|walked out)\b")
_OF_ANY = frozenset(
    "week day days time year years month job thing things part place way one ones people man woman".split()
)
_LONGEST = 32  # words of a thing that one remembers
_LONGEST_SUBJECT = 16
_ADDED = pattern(r", (?:which|who|whose)\b(?!.*\byour?\b).*")
_TOLD_OF = pattern(r"\b(?:that|which|who|whose|where|when|with)\b|\b(?:you|nobody|everybody)\b")
_WAITING = pattern(
    r"(?P<thing>(?:the|a|an|your) [^,;]+?) (?:that|which) (?P<verb>was|were)"
    r" (?P<how>(?:waiting|ready|laid out|set out) for me\b.*)"
)
_NOTED = pattern(
    r"your (?P<noun>warning|advice|offer|suggestion)"
    r" (?P<what>(?:that|to|about)\b.+)"
)
_DID = {"warning": "you warned me", "advice": "you advised me", "offer": "you offered", "suggestion": "you suggested"}
_FITS = {"warning": ("that", "about"), "advice": ("to",), "offer": ("to",), "suggestion": ("that",)}
_GIVEN = pattern(
    r"(?P<thing>(?:the|a|an) (?:[\w'’-]+ ){1,4}?)(?:that |which )?you "
    r"(?P<verb>arranged|booked|brought|drew|found|gave|left|lent|mailed|made|posted|printed|saved|sent|showed)"
    r"(?P<to_me> (?:me|on|ahead|for me)\b)(?P<rest>(?: (?:before|after|the (?:day|night|week) before|to the)\b[^,;]*)?)"
)


def remembered(topic: str) -> str | None:
    """`topic` if it names a thing that somebody may remember, without what was added after a comma and the reader
    knows: "the ship's bell in your corridor, which is rung at noon" → "the ship's bell in your corridor".

    None for what is arranged or hurts, for a kindness, for the writer's own, and where it asks or tells besides.
    """
    if not _DEFINITE.match(topic) or _NO_THING.search(topic) or _MINE.search(topic) or is_a_kindness(topic):
        return None
    is_plain = not (_tells(topic) or is_painful(topic) or is_sore(topic) or is_arranged(topic))
    named = _ADDED.sub("", topic)
    says_enough = named.count(" ") > 1 and named.rpartition(" ")[2] not in _OF_ANY  # not "the first week"
    return (named if says_enough else topic) if is_plain and len(topic.split()) <= _LONGEST else None


def is_told_of(thing: str) -> bool:
    """True if `thing` has something told of it: "the heron that walks like a bishop"; not for "the key cupboard"."""
    return _TOLD_OF.search(thing) is not None


def as_subject(thing: str) -> str | None:
    """`thing` as a sentence may begin with it; None if it is long, or has a pause in it."""
    return thing if is_brief(thing, _LONGEST_SUBJECT) else None


def told_by_you(topic: str) -> str | None:
    """`topic` as it follows "You told me": "how you refit a broken jar"; None unless it asks what the reader does."""
    is_told = _ASKED_OF_YOU.match(topic) and not (_MINE.search(topic) or _SORE.search(topic) or is_painful(topic))
    return topic if is_told else None


def arranged(topic: str) -> str | None:
    """`topic` if it names what two people go over: "the parking and the DBS form"; None where it asks something."""
    theirs = topic.removeprefix("my ")
    is_named = (_DEFINITE.match(topic) or theirs != topic) and is_arranged(topic) and not _NO_THING.search(topic)
    if not is_named or is_painful(topic) or is_sore(topic) or is_a_kindness(topic) or _MINE.search(theirs):
        return None
    return topic.replace(", and ", " and ") if topic.count(",") == 1 else topic


def is_arranged(topic: str) -> bool:
    """True for what has to do with forms, dates and terms, before anything is told of it."""
    told = r",? (?:that|which|who|where|when|in|at|on|with|from|because|you|we|they|he|she|I)\b"
    head = re.split(told, topic, maxsplit=1)[0]  # "the jar you take to board meetings"
    return _ARRANGED.search(head) is not None


def deed_of(kindness: str) -> str | None:
    """What the reader did, as a sentence: "your warning that it is cold" → "you warned me that it is cold"."""
    waited = _WAITING.fullmatch(kindness)
    if waited:
        return f"{waited['thing']} {waited['verb']} {waited['how']}"
    noted = _NOTED.fullmatch(kindness)
    if noted and noted["what"].partition(" ")[0] in _FITS[noted["noun"]]:
        return f"{_DID[noted['noun']]} {noted['what']}"
    given = _GIVEN.fullmatch(kindness)
    if given is None:
        return None
    thing, to_me = given["thing"].strip(), given["to_me"]
    middle = f"{to_me} {thing}" if to_me == " me" else f" {thing}{to_me}"
    return f"you {given['verb']}{middle}{given['rest']}"


def _tells(topic: str) -> bool:
    """True for a sentence, "the scanner jams at night"; not for "the list of names by the door", "the three calls"."""
    read = words_of(topic)
    place = place_of_verb(read)
    if place is None:
        return False
    before, after = read[place - 1].core, read[place + 1].core if place + 1 < len(read) else ""
    is_noun = before in words("prepositions") or is_number(before) or before in phrases("adjectives")
    is_single = before.endswith("ing") or before in words("mass_nouns")  # "the planting book"
    is_noun = is_noun or (is_single and read[place].core in verbs().base)
    is_named = after in {"that", "which", "who", "whose"} and read[place].core not in words("that_verbs")
    return not (is_noun or is_named) or read[place].core in FINITE | HELPING

"""A topic in which two things are noted: what was talked about, and a matter of the writer's own or a reader's deed."""

from __future__ import annotations

import re
from typing import NamedTuple

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.phrases import begun, is_grave
from followup_letters.wording.grammar.splices import sentences_of
from followup_letters.wording.talks.kindnesses import is_a_kindness
from followup_letters.wording.talks.topics import deed_in_ing

_MATTER_OF_MINE = pattern(
    r"(?P<first>\S+(?: \S+){1,}?)(?:,? and|,(?= my\b)) (?P<mine>(?=my\b|(?:the|a|an|two|three|four)\b.* (?:I|my)\b).+)",
    re.DOTALL,
)
_ARRANGED = pattern(
    r"\b(?:notice|references?|dates?|expenses|visa|travel|certificates?|copies|copy|documents?|transcripts?|portfolio|permit"
    r"|licen[cs]e|availability|start)\b"
)
_IN_TWO = pattern(
    r"\b(?:between|both|mix|choice|difference|compar\w+|I|my)\b"
    r"|,(?! (?:which|who|where|the|an?|your|(?:\w+ of|on|in|for) which)\b)"
)
_LAST_OF_SEVERAL = pattern(r"^(.*), ((?:the|an?|your) (?!.*, (?:the|an?|your) ).*)$", re.DOTALL)
_ASKS = pattern(r"(?:how|why|what|where|when|who)\b(?!.*\b(?:would|will|should|is|are|was|were|has|have|had|to)\b)")

_DEED_OF_YOURS = pattern(
    r"(?P<topic>.+?)(?P<joint>; (?:and )?(?:also )?|,? and (?:also )?|, so | [-–—] )"
    r"you (?P<how>(?:(?:also|very|kindly|even|then) )*)(?P<deed>(?P<verb>[a-z]+)\b.+)"
)
_OF_THE_THING = pattern(r"(?:it|they|there|its|their)\b")
_TO_ME = pattern(r"\b(?:me|my)\b")
_ASKING = pattern(r"(?:how|why|what|when|where|whether|that|who)\b")
_MORE = pattern(r"(?P<topic>.+), and (?P<more>(?:how|what|why|who|whether)\b[^;]+)")
_KIND = pattern(r"(?P<topic>[^;]+?),? and (?P<kindness>(?:the|your) [^,;]+)")
_OF_BOTH = pattern(r" (?:that|which) were \w+(?: out)? for me\b")
_GETTING_ME = pattern(r"(?P<topic>.+?),? and (?:your?|you) (?P<doing>[a-z]+ing) (?P<what>(?:me|my)\b.+)")
# A thing that would not do its part, before what the reader did instead: "the link that wouldn't open".
_FAILED = pattern(
    r"(?P<thing>the (?:[\w'’-]+ ){0,2}[\w'’-]+) (?:that|which) (?P<failed>(?:would|could|did)(?:n['’]t| not) [^,;]+)"
)
# A comma after which another matter may stand, of which what follows is the last.
_LISTED = pattern(r", (?!(?:which|who|whose|where|when|with|from|in|on|at|after|before|because|since|not|even|just)\b)")
_CLOSED = pattern(r", [^,]+ and (?:the|a|an|your|two|three) [^,]+$")  # a list that has come to its end
_HOW_MUCH_OF = pattern(r"how (?:little|much|many|few) (?:about|of|for|on|in|to|with)\b")
_OF_IT = pattern(r"\bit\b(?!['’]s)")
_OF_THEM = pattern(r"\b(?:they|them|their)\b")
_SHORT = 12  # words of a topic that is told in one breath
_LONG = 20  # words, from which a second matter has a sentence of its own: a stump of a few words says nothing


class TopicInParts(NamedTuple):
    """What was talked about, and what else the note says, each for a sentence of its own; None where there is none."""

    topic: str | None
    deed: str | None = None
    """What the reader did: "you showed me where the laminator is"."""
    kindness: str | None = None
    """The same as a thing: "the form you stayed past five to find for me"."""
    heard: str | None = None
    """What the reader told of: "how half of them have booked again since"."""
    more: str | None = None
    """What was also talked about: "who pays for the rest of it"."""
    added: str | None = None
    """A sentence that the note goes on with: "I was allowed to hold one", with its capital."""


def topic_in_parts(topic: str) -> TopicInParts:
    """A topic that is more than one sentence can bear, in the parts that are proved to be whole."""
    done = deed_in_ing(topic)
    if done:
        return TopicInParts(None, kindness=done)
    told = _topic_and_deed(topic) or _topic_and_what_was_done(topic)
    failed = _FAILED.fullmatch(told[0]) if told else None
    if told and failed:
        return TopicInParts(None, deed=f"{failed['thing']} {failed['failed']}, and {told[1]}")
    if told:
        is_mine = _TO_ME.search(told[1]) is not None  # what is done to others is no favour
        begins = told[1][0].upper() + told[1][1:]
        return TopicInParts(told[0], deed=told[1]) if is_mine else TopicInParts(told[0], added=begins)
    kind = _KIND.fullmatch(topic)
    is_kind = kind is not None and is_a_kindness(kind["kindness"]) and not _OF_BOTH.search(kind["kindness"])
    if kind and is_kind and not is_a_kindness(kind["topic"]):
        return TopicInParts(kind["topic"], kindness=kind["kindness"])
    said, *added = sentences_of(topic)
    rest = "; ".join(added)
    if added and " " in said and (begun(rest) or _OF_THE_THING.match(rest)):
        return TopicInParts(said, added=rest[0].upper() + rest[1:])
    more = _MORE.fullmatch(topic)
    is_listed = more is not None and _LISTED.search(more["topic"]) and not _CLOSED.search(more["topic"])
    if more is None or len(topic.split()) <= _SHORT or is_listed or not _is_whole(more):
        return TopicInParts(topic)
    if more["more"].startswith(("how ", "why ")) and not is_grave(topic):
        heard = re.sub(
            "^how (?=there (?:is|are|will|would)\\b)", "that ", more["more"]
        )  # which is a fact, and no manner
        return TopicInParts(more["topic"], heard=heard)
    return TopicInParts(topic) if len(topic.split()) <= _LONG else TopicInParts(more["topic"], more=more["more"])


def _is_whole(more: re.Match[str]) -> bool:
    """True unless what follows the "and" lacks its verb ("how little about slides"), or asks the same once more.

    And unless it goes on with what stands before it: "whether members trust officers, and how to win it back".
    """
    begins = more["more"].partition(" ")[0]
    lacks_verb = _HOW_MUCH_OF.match(more["more"]) is not None
    points_back = _OF_IT.search(more["more"]) is not None or (
        _ASKING.match(more["topic"]) is not None and _OF_THEM.search(more["more"]) is not None
    )
    goes_on = begins == "who" and re.search(r"\bwho\b", more["topic"]) is not None  # "families who pay, and who wait"
    return not (lacks_verb or points_back or goes_on or more["topic"].startswith(f"{begins} "))


def _topic_and_deed(topic: str) -> tuple[str, str] | None:
    """A topic with what the reader did besides: "the token board, and you showed me the laminator" in two.

    None where the deed may be a part of what was talked about, as what was not done to the writer may be after "how" or
    without a comma: "how the flood came, and you moved the books".
    """
    found = _DEED_OF_YOURS.fullmatch(topic)
    if found is None:
        return None
    is_doubtful = not found["joint"].startswith((",", ";")) or (found["joint"][0] == "," and _ASKING.match(topic))
    if is_doubtful and not _TO_ME.search(found["deed"]):
        return None
    is_told = found["verb"] in words("finite_pasts") or found["verb"] in verbs().past or found["verb"] == "had"
    manner = " ".join(word for word in found["how"].split() if word != "also")
    return (found["topic"], " ".join(filter(None, ("you", manner, found["deed"])))) if is_told else None


def _topic_and_what_was_done(topic: str) -> tuple[str, str] | None:
    """The same of a deed in -ing: "the lift being out, and you carrying my case" → …, "you carried my case"."""
    found = _GETTING_ME.fullmatch(topic)
    base = verbs().gerund.get(found["doing"]) if found else None
    if found is None or base is None:
        return None
    known = [past for past, of in verbs().past.items() if of == base]
    pasts = [past for past in known if past in words("finite_pasts") or past.endswith("ed")]
    return (found["topic"], f"you {pasts[0]} {found['what']}") if len(pasts) == 1 else None


def two_matters(topic: str) -> tuple[str, str] | None:
    """A topic with a matter of the writer's own to arrange after it: "the plan for the day, and my notice" in two."""
    found = _MATTER_OF_MINE.fullmatch(topic)
    first, mine = (found["first"].rstrip(","), found["mine"]) if found else ("", "")
    if not found or _IN_TWO.search(first) or _ASKS.match(first):
        return None
    is_one = ", and " not in mine or (mine.startswith("my ") and re.search(r", and (?:an?|my|the)\b", mine))
    is_plain = is_one and _ARRANGED.search(mine) and not re.search(r"\b(?:they|them|their)\b", mine)
    joint = r"\1, and \2" if first.count(",") > 1 else r"\1 and \2"
    return (_LAST_OF_SEVERAL.sub(joint, first), mine) if is_plain else None

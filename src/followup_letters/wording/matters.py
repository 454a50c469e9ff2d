"""A topic in which two matters are noted: what was talked about, and something of the writer's own to arrange."""

from __future__ import annotations

import re

_MATTER_OF_MINE = re.compile(
    r"(?P<first>\S+(?: \S+){1,}?)(?:,? and|,(?= my\b)) (?P<mine>(?=my\b|(?:the|a|an|two|three|four)\b.* (?:I|my)\b).+)",
    re.DOTALL,
)
_ARRANGED = re.compile(
    r"\b(?:notice|references?|dates?|expenses|visa|travel|certificates?|copies|copy|documents?|transcripts?|portfolio|permit"
    r"|licen[cs]e|availability|start)\b"
)
_IN_TWO = re.compile(
    r"\b(?:between|both|mix|choice|difference|compar\w+|I|my)\b"
    r"|,(?! (?:which|who|where|the|an?|your|(?:\w+ of|on|in|for) which)\b)"
)
_LAST_OF_SEVERAL = re.compile(r"^(.*), ((?:the|an?|your) (?!.*, (?:the|an?|your) ).*)$", re.DOTALL)
_ASKS = re.compile(r"(?:how|why|what|where|when|who)\b(?!.*\b(?:would|will|should|is|are|was|were|has|have|had|to)\b)")


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

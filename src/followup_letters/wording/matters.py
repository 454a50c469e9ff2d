"""A topic in which two things are noted: what was talked about, and a matter of the writer's own or a reader's deed."""

from __future__ import annotations

import re

from followup_letters.lexicon import verbs, words

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

_DEED_OF_YOURS = re.compile(r"(?P<topic>.+?)(?P<joint>; (?:and )?(?:also )?|, and (?:also )?)(?P<deed>you (?P<verb>[a-z]+)\b.+)")
_ASKING = re.compile(r"(?:how|why|what|when|where|whether|that|who)\b")


def topic_and_deed(topic: str) -> tuple[str, str] | None:
    """A topic with what the reader did besides: "the token board, and you showed me the laminator" in two.

    None where the deed may be a part of what was talked about: "how the flood came, and you moved the books".
    """
    found = _DEED_OF_YOURS.fullmatch(topic)
    if found is None or (found["joint"].startswith(",") and _ASKING.match(topic)):
        return None
    is_told = found["verb"] in words("finite_pasts") or found["verb"] in verbs().past or found["verb"] == "had"
    return (found["topic"], found["deed"]) if is_told else None


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

"""What a reader did for the writer, which is no matter that was talked about: "the map you mailed ahead"."""

from __future__ import annotations

import re

from followup_letters.lexicon import words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import words_of
from followup_letters.wording.grammar.phrases import is_grave

_KINDNESS = pattern(
    r"(?:the|a|an)\b(?! ones?\b)[^,;]{1,60}?(?:, which)? you (?:\w+ly )?(?:added|arranged|booked|brought|drew|e-?mailed"
    r"|forwarded|found|gave|had (?:ready|sent|given|made|\w+ed|laid|set|put)|kept|laid|left|lent|made|mailed|offered"
    r"|organi[sz]ed|planned|posted|prepared|printed|provided|put|saved|scheduled|sent|set|showed"
    r"|(?:talked|walked|took|drove|showed|stayed)(?: [\w-]+){0,2} (?:me|to))\b(?! in an? | a | an )"
    r"|(?:the|an?)\b[^,;]{1,60}? (?:that|which) (?:was|were) (?:waiting|ready|laid out|set out) for me\b"
    r"|the (?:walk|tour) (?:through|round|around|of) (?:the|your) (?:back of (?:the )?house|building|campus|depot"
    r"|factory|floor|garden|grounds|gym|house|kitchens?|lab|laboratory|library|museum|office|offices|plant|school|shop|site|stores?|unit"
    r"|ward|warehouse|workshop|works|yard)\b"
    r"|the loan of (?:an?|the|your)\b[^,;]{1,60}"
    r"|your (?:briefing|advice|tip|suggestion|warning|loan|help|schedule|plan|note|directions|welcome|patience"
    r"|kindness|guidance|tour)\b",
    re.IGNORECASE,
)
# "The mistake you made", "the lump you found": what somebody did, but for nobody's sake.
_DEED = pattern(r"(?P<thing>(?:the|an?)\b[^,;]*?)(?:,? (?:that|which))? you \w")
_FOR_ME = pattern(r"\b(?:me|ahead|beforehand|in advance)\b")


def is_a_kindness(topic: str) -> bool:
    """True for what the reader did, rather than what was talked about: "the map you mailed ahead", "your briefing"."""
    _, mark, last = topic.rpartition(", and ")
    is_more = mark and (
        last.startswith("that ") or not re.search(r"\b(?:you|your|me)\b", last)
    )  # "the map you mailed, and a start in May"
    return _KINDNESS.match(topic) is not None and not is_more and not _may_be_a_misfortune(topic)


def _may_be_a_misfortune(topic: str) -> bool:
    """True for what was done to nobody's good, or not certainly to the writer's: "the mistake you made"."""
    deed = _DEED.match(topic)
    if deed is None:
        return False
    is_given = any(word.core in words("handed_over") for word in words_of(deed["thing"]))
    return is_grave(topic) or not (is_given or _FOR_ME.search(topic))


def kindness_and_matter(topic: str) -> tuple[str, str] | None:
    """What the reader did, and what was talked about besides: "the map you sent, and the lease, which ends in May"."""
    found = re.fullmatch(r"([^,]+), and ((?:the|a|an|how|why|what|when|where) .+)", topic, re.DOTALL)
    if found is None or not is_a_kindness(found[1]) or re.search(r"\b(?:you|your|I|me|my)\b", found[2]):
        return None
    return found[1], found[2]

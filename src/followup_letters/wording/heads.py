"""The head of what was talked about, by which a letter comes back to it: "the turntable" of "the turntable that has to
be taken out by hand".
"""

from __future__ import annotations

import re

from followup_letters.lexicon import words
from followup_letters.wording.nouns import is_participle
from followup_letters.wording.objects import words_of
from followup_letters.wording.phrases import is_grave

_BEGINS = re.compile(r"(?:the|your) [a-z0-9]")
_ENDS = re.compile(
    r",| (?:that|which|who|whom|whose|where|when|why|how|if|because|since|after|before|until|and|or|but|with|without"
    r"|from|into|you|we|I|they|it|he|she|nobody|everybody|the|not|as|than)\b"
)
_PEOPLE = frozenset(
    """man woman person boy girl child baby toddler client customer resident patient listener visitor guest student
    pupil neighbour neighbor caller reader owner mother father""".split()
)
_LONGEST = 5  # words
_VAGUE = frozenset(
    """way thing things fact reason question problem point part idea one time day days week weeks month year night
    morning afternoon evening walk unit""".split()
)


def head_of(topic: str) -> str | None:
    """What `topic` names, in a few words of its own; None where it asks or tells something, or is of what hurts."""
    if not _BEGINS.match(topic) or is_grave(topic):
        return None
    end = _ENDS.search(topic, 4)
    typed = (topic[: end.start()] if end else topic).split(" ")
    cores = [word.core for word in words_of(" ".join(typed))]
    if len(cores) != len(typed):
        return None
    cut = next((place for place, core in enumerate(cores) if place > 1 and is_participle(core)), len(cores))
    while cut and cores[cut - 1] in words("prepositions"):
        cut -= 1
    if not 2 <= cut <= _LONGEST or cores[1] in _VAGUE or cores[cut - 1] in _VAGUE or _is_somebody(cores[cut - 1]):
        return None
    return " ".join(typed[:cut])


def _is_somebody(core: str) -> bool:
    """True for one person, of whom nobody goes on talking."""
    return core in _PEOPLE or core in words("job_titles") or core in words("roles") or core in words("offices")

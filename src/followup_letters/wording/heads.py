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
    is_short = 2 <= cut <= _LONGEST and _VAGUE.isdisjoint(cores[1:cut][-1:] + cores[1:2])
    return " ".join(typed[:cut]) if is_short else None

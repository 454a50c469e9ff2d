"""Which strength answers which responsibility (R25): precise, and silent where it is not sure.

`match` pairs them and `suggest` asks about what stays open (pairing); `answering` reads what the user said outright;
`similarity` scores; `assigning` finds the best pairing. Nothing is worded here but the reason, which is for the writer
of the letter and not for its reader.
"""

from followup_letters.matching.answering import UnresolvedAnswer, unresolved_answers
from followup_letters.matching.pairing import Match, Suggestion, match, suggest
from followup_letters.matching.similarity import Similarity, WordSimilarity

__all__ = [
    "Match",
    "Similarity",
    "Suggestion",
    "UnresolvedAnswer",
    "WordSimilarity",
    "match",
    "suggest",
    "unresolved_answers",
]

"""Which strength answers which responsibility (R25): precise, and silent where it is not sure.

`match` pairs them and `suggest` asks about what stays open (pairing), after what the user said outright (answering);
`unmatched` says what no pair has, and why.
`similarity` scores by the words and ideas that texts speak of (terms, and the stems of the table, vocabulary);
`semantic` by a model of the user's; `assigning` finds the best pairing. What is only likely is for letters to tell
without a claim: `nearness` weighs what texts mean as well (encoder, which reads them as pieces), and `partners` says
how likely two belong together, given all others. Nothing is worded here but the reason, which is for the writer of the
letter and not for its reader.
"""

from followup_letters.matching.answering import DoubledAnswer, UnresolvedAnswer, doubled_answers, unresolved_answers
from followup_letters.matching.pairing import Match, Matches, Suggestion, Suggestions, match, suggest, told_as_near
from followup_letters.matching.similarity import Similarity, WordSimilarity
from followup_letters.matching.unmatched import Unmatched, unmatched_needs, unmatched_strengths

__all__ = [
    "DoubledAnswer",
    "Match",
    "Matches",
    "Similarity",
    "Suggestion",
    "Suggestions",
    "Unmatched",
    "UnresolvedAnswer",
    "WordSimilarity",
    "doubled_answers",
    "match",
    "suggest",
    "told_as_near",
    "unmatched_needs",
    "unmatched_strengths",
    "unresolved_answers",
]

"""Which strength answers which responsibility (R25): precise, and silent where it is not sure.

`match` pairs them; `similarity` scores; `assigning` finds the best pairing. Nothing is worded here but the reason,
which is for the writer of the letter and not for its reader.
"""

from followup_letters.matching.pairing import Match, match
from followup_letters.matching.similarity import Similarity, WordSimilarity

__all__ = ["Match", "Similarity", "WordSimilarity", "match"]

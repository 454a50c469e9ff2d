"""A point to make clear, noted as it follows "I would like to make clear …": said to its reader, or as a sentence."""

from __future__ import annotations

import re

from followup_letters.lexicon import words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import words_of
from followup_letters.wording.grammar.phrases import spoken_of
from followup_letters.wording.grammar.sentences import has_its_verb
from followup_letters.wording.grammar.to_the_reader import as_said_to, speaks_of_them

_ASKS = pattern(r"(?:how|why|what|which|whether|who)\b", re.IGNORECASE)
_TELLS = pattern(
    r"(?:(?:when|if|while|although|though|since|because) [^,;:]+, )?(?:I|it|we|there)\b"
    r"|what I (?:meant|said|wanted to say)\b.+ (?:is|was)\b"
    r"|when I (?:said|told you|spoke|wrote|mentioned) .+ I meant\b"
    r"|(?:when|if|while|although|though|since|because) [^,;:]+, (?:the|an?|my|our|that|this|these|those|all|no) "
)
_SPOKEN_OF = pattern(r" (?:that |which )?I (?:spoke of|told you of|(?:have |had )?[a-z]+(?:ed|ght|un|ave)\b)")
_WHY = pattern(
    r", (?:because|since|as) I (?:was|only|may|might|had|did|spoke|said|gave|told|mentioned)\b"
)  # why it is said
_TWO = pattern(r",? (?:and|but|or) that\b")


def point_as_said_to(point: str, courtesy_title: str | None) -> str | None:
    """A point to make clear as it is said to its reader; None where somebody else may be meant.

    That is so of "they", who may be a former employer, and of "he" and "she" but for a courtesy title that fits.
    """
    if spoken_of_in(point) is None:
        return point
    return as_said_to(point, courtesy_title) if courtesy_title and not speaks_of_them(point) else None


def spoken_of_in(point: str) -> str | None:
    """The "he", "her", "they" of somebody whom a point has not named, a "they" at its beginning too."""
    read = words_of(point)
    return read[0].typed if read and read[0].core == "they" else spoken_of(point)


def sentence_of(point: str) -> str | None:
    """`point` without the "that" it begins with; None if it is no sentence, or has a second "that", left in the air."""
    if point.startswith("that "):
        return None if _TWO.search(point) or _WHY.search(point) else point[5:]
    if _ASKS.match(point):  # "how I got to that figure"
        return None
    plain = words_of(_SPOKEN_OF.sub("", point))
    is_told = plain[0].core in words("determiners") and any(
        each.core in words("finite_pasts") | {"came"} for each in plain[2:5]
    )
    return point if _TELLS.match(point) or is_told or has_its_verb(plain) else None

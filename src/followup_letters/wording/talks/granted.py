"""What a topic that was noted as "why …" takes for granted, as a letter may say it."""

from __future__ import annotations

from followup_letters.lexicon import words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import Word, words_of
from followup_letters.wording.grammar.sentences import FINITE, place_of_verb

# Of the two who talked, of what only they can point to, and of two questions at once, nothing is said so.
_OURS = pattern(r"\b(?:I|me|my|mine|we|us|our|ours|you|your|yours|he|she|his|her|him|they|there)\b(?!['’-]t)")
_POINTING = pattern(r"\b(?:so|such|that badly|this|these|those)\b")
_SECOND = pattern(
    r",? (?:and|or|but) (?:how|why|what|whether|where|when|who|which)\b|, and (?:the|an?|their|its)\b|[;:?!()–—]"
)
_RELATIVES = frozenset({"that", "which", "who", "where", "when", "whose"})
_LONGEST = 26  # words of what one still hears as one


def taken_for_granted(topic: str) -> str | None:
    """What "why …" takes for granted: "why a mainsail takes three weeks" → "a mainsail takes three weeks".

    None for what is no sentence by itself, points to something unsaid ("so few"), or is about the two who talked.
    """
    said = topic.removeprefix("why ")
    if said == topic or _SECOND.search(topic) or _OURS.search(topic) or _POINTING.search(topic):
        return None
    read = words_of(said)
    is_sentence = place_of_verb(read) is not None or _is_told_of_a_thing(read)
    return said if is_sentence and len(read) <= _LONGEST else None


def _is_told_of_a_thing(read: list[Word]) -> bool:
    """True for "a cylinder that breaks low on a Friday is not known about": its "is" comes after that of no "that"."""
    if not read or read[0].core not in words("determiners"):
        return False
    relatives = [place for place, word in enumerate(read) if word.core in _RELATIVES]
    if len(relatives) != 1:
        return False
    verbs_after = [place for place in range(relatives[0] + 2, len(read)) if read[place].core in FINITE]
    return len(verbs_after) == 1 and verbs_after[0] > relatives[0] + 2

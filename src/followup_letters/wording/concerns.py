"""Reservations as a letter may echo them: never in negative words (R42)."""

from __future__ import annotations

import re

from followup_letters.lexicon import words
from followup_letters.wording.nouns import end_of_noun
from followup_letters.wording.objects import needs_no_article, words_of
from followup_letters.wording.phrases import is_negative, names_a_thing
from followup_letters.wording.sentences import has_its_verb

_WANTING = re.compile(r"(?:no|little|too little|not much|not enough|limited|(?:a )?lack of)\s+(?=\S)", re.IGNORECASE)


def echoed(concern: str) -> str | None:
    """The thing that `concern` is about: "no hospital work" → "hospital work"; None if it cannot be named.

    A thing that would want an article, as in "no degree", is not named.
    """
    wanting = _WANTING.match(concern)
    thing = concern[wanting.end() :] if wanting else concern
    if not names_a_thing(thing) or is_negative(thing) or has_its_verb(words_of(thing)):
        return None
    return thing if not wanting or _stands_by_itself(thing) else None


def _stands_by_itself(thing: str) -> bool:
    read = words_of(thing)
    end = end_of_noun(read, 0)
    if end is None or read[-1].core in words("prepositions"):  # "experience yet"
        return False
    return read[end - 1].core == "experience" or needs_no_article(read[end - 1].core)

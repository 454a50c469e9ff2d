"""Reservations as a letter may echo them: never in negative words (R42)."""

from __future__ import annotations

import re

from followup_letters.lexicon import verbs, words
from followup_letters.wording.nouns import end_of_noun
from followup_letters.wording.objects import needs_no_article, words_of
from followup_letters.wording.phrases import is_negative, names_a_thing
from followup_letters.wording.saying import in_ing
from followup_letters.wording.sentences import has_its_verb

_WANTING = re.compile(r"(?:no|little|too little|not much|not enough|limited|(?:a )?lack of)\s+(?=\S)", re.IGNORECASE)
_LITTLE = re.compile(r"(?:too )?little|not much", re.IGNORECASE)  # after which nothing stands that wants an article
_NEVER_DONE = re.compile(r"(?:my |I(?: have|'ve|’ve)? )?never (?:having )?(?P<done>[a-z]+) (?P<what>.+)", re.IGNORECASE)


def echoed(concern: str) -> str | None:
    """The thing that `concern` is about: "no hospital work" → "hospital work"; None if it cannot be named.

    What was never done is named by doing it: "my never having run a show" → "running a show".

    A thing that would want an article, as in "no degree", is not named.
    """
    never = _NEVER_DONE.fullmatch(concern)
    if never:
        done = never["done"].lower()
        base = done if done in verbs().base else verbs().past.get(done)
        return in_ing(f"{base} {never['what']}") if base else None
    wanting = _WANTING.match(concern)
    thing = concern[wanting.end() :] if wanting else concern
    is_little = _LITTLE.match(concern) is not None
    names = is_little or (names_a_thing(thing) and not has_its_verb(words_of(thing)))
    if not names or is_negative(thing):
        return None
    return thing if not wanting or _stands_by_itself(thing, is_little=is_little) else None


def _stands_by_itself(thing: str, *, is_little: bool) -> bool:
    read = words_of(thing)
    end = end_of_noun(read, 0)
    if read[-1].core in words("prepositions") | words("adverbs"):
        return False
    if is_little and re.fullmatch(r"[a-z -]+", thing):
        return True
    if end is None:  # "experience yet"
        return False
    return read[end - 1].core == "experience" or needs_no_article(read[end - 1].core)

"""A clause of the writer's as it joins a sentence that has begun without it, after "having".

It must not be one of today: "I cut hair" and "I cut costs by half" cannot be told apart here.
"""

from __future__ import annotations

from followup_letters.lexicon import verbs, words
from followup_letters.wording.objects import words_of
from followup_letters.wording.said import Said
from followup_letters.wording.tenses import follows_have


def after_having(said: Said) -> str | None:
    """What follows "having": "I led two crews" → "led two crews", "I was promoted" → "been promoted".

    None where a past form is no participle, in what comes later too ("led two crews and ran a third").
    """
    if said.subject != "I" or said.helper == "am" or not _are_participles(said.rest):
        return None
    if said.helper == "was":
        return f"been {said.rest}"
    return said.rest if said.helper == "have" or _begins_in_the_past(said) else None


def _begins_in_the_past(said: Said) -> bool:
    """True for "led two crews"; not for "bring nine years"."""
    return said.rest.split(maxsplit=1)[0] in verbs().past


def _are_participles(rest: str) -> bool:
    pasts = [word.core for word in words_of(rest) if word.core in verbs().past]
    return all(follows_have(past) or past in words("brought_about") for past in pasts)

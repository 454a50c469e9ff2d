"""A clause of the writer's as it joins a sentence that has begun without it, after "having" or "someone who".

It must not be one of today: "I cut hair" and "I cut costs by half" cannot be told apart here.
"""

from __future__ import annotations

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.experience import is_at_a_rate
from followup_letters.wording.bullets.said import Said
from followup_letters.wording.grammar.objects import words_of
from followup_letters.wording.grammar.prefixes import parted
from followup_letters.wording.grammar.splices import is_a_sentence
from followup_letters.wording.grammar.tenses import follows_have, tells_of_today

_WHEN = pattern(
    r"\b(?:(?:19|20)\d\d|ago|after|as|before|during|every|first|last|once|then|until|when|while|within|year)\b"
    r"|\bthe (?:[a-z]+ )?weekend\b"
    r"|\b(?:by|in|on|since) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\bfor (?:[\w-]+ ){1,3}(?:years|months|decades|seasons|summers|winters)\b"
)
_TOLD_ON = pattern(r"\b(?:that|which|who) (?:\w+ed|paid|went|ran|came|took|had|was|were|became|grew|won|sold)\b")
_ONCE = pattern(
    r"(?:ranked|placed|came|finished) (?:first|second|third|fourth|fifth|sixth|last|top|joint|\d+(?:st|nd|rd|th))\b"
)
_TIME_OF_IT = pattern(r"^(?:before that|since then|by then|then|now) ")
_OF_MINE = pattern(r"\b(?:I|me|my|mine|myself|we|us|our|ours)\b")


def after_having(said: Said) -> str | None:
    """What follows "having": "I led two crews" → "led two crews", "I was promoted" → "been promoted".

    None where a past form is no participle, in what comes later too ("led two crews and ran a third").
    """
    first = said.rest.partition(" ")[0] if said.helper == "have" else ""  # "have taught", as surely as "have led"
    if said.subject != "I" or said.helper in {"am", "can"} or not _are_participles(said.rest, first):
        return None
    if tells_of_today(said.rest) or is_a_sentence(_TIME_OF_IT.sub("", said.rest.rpartition(", and ")[2])):
        return None
    if said.helper == "was" or said.rest.startswith("was "):
        return f"been {said.rest.removeprefix('was ')}"
    return said.rest if said.helper == "have" or _begins_in_the_past(said) else None


def after_someone_who(said: Said) -> str | None:
    """What follows "someone who": "I led two crews" → "led two crews", "I have led …" → "has led …".

    None where it says "I", "my" or the like once more, which would be somebody else's, goes on after a comma, or tells
    no deed.
    """
    if said.subject != "I" or "," in said.rest or _OF_MINE.search(said.rest) or tells_of_today(said.rest):
        return None
    if said.helper == "have":
        return f"has {said.rest}"
    return said.rest if not said.helper and _begins_in_the_past(said) else None


def as_experience(said: Said) -> str | None:
    """A deed as something the writer has behind them: "I led two crews" → "I have led two crews".

    None where it tells when that was, which "have" does not go with: "in 2019", "before the audit"; and of a place that
    somebody had once: "ranked second of 90".
    """
    having = after_having(said)
    is_told = said.helper or _WHEN.search(said.rest) or _TOLD_ON.search(said.rest) or _ONCE.match(said.rest)
    return None if having is None or is_told or is_at_a_rate(said.rest) else f"I have {having}"


def _begins_in_the_past(said: Said) -> bool:
    """True for "led two crews"; not for "bring nine years"."""
    return said.rest.split(maxsplit=1)[0] in verbs().past


def _are_participles(rest: str, participle: str) -> bool:
    """True if every past in `rest` follows "have" as it is; a first "was" need not, of which "been" is known."""
    cores = [word.core for word in words_of(rest.removeprefix("was ")) if word.core != participle]
    pasts = [core for core in cores if parted(core, verbs().past)]
    return all(follows_have(past) or past in words("brought_about") for past in pasts)

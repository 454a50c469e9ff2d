"""What was talked about, as it was noted, in the form in which it follows "about"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.grammar.quotations import keeping_quotations
from followup_letters.wording.grammar.sentences import HELPING, has_a_helping_verb, has_its_verb

_THAT = pattern(
    r"that (?=(?:you|I|i|we|they|he|she|it|there|the|an?|in|at|on|my|your|our|every|each|people|most|if)\b)"
)
_NOT_THAT = pattern(r"that (?=(?:no|nobody|none|nothing|never|both|neither|half|all of|one of|some of|most of)\b)")
_AND_THAT = pattern(r"\b(and|but) that (?=(?:you|I|we|they|he|she|it|there|nobody|everybody)\b)")
_IF = pattern(r"if (?=(?:you|I|i|we|they|he|she|it|there|the|an?|my|your|our|every|each|nobody|people|[a-z]+s)\b)")
_ASKED_OF = pattern(r"((?:how|why|when|where|what) )do (?=(?:you|we|they|I|people)\b)", re.IGNORECASE)
# One noun with what it cannot or must do: "a hospital can't call support at three", which no other noun begins.
_CLAUSE = pattern(
    r"(?:an?|the|every|each|no) "
    r"(?:(?!(?:an?|the|you|we|i|they|he|she|it|who|that|which|where|when|how|what|between)\b)[\w'’-]+ ){1,3}?"
    r"(?:can(?:['’]t|not)|won['’]t|must(?:n['’]t)?|should(?:n['’]t)?|needs to|has to|(?:does|is)(?:n['’]t| not)) ",
    re.IGNORECASE,
)
_ASKS = r"(?:how|why|what|whether|who|where|when)\b"
# Not "what to make in ten years, when willow is scarcer", nor "what became of the clerk, who left in May".
_TWO_QUESTIONS = pattern(rf"{_ASKS}[^,]*, (?:how|why|what|whether)\b[^,]*")
_ASKING = pattern(rf"{_ASKS} (?!do\b|does\b|did\b)", re.IGNORECASE)
_AS_YOU_SAID = pattern(r", (?:as )?you said$")
_MY_TELLING = pattern(r"[a-z]+ing\b(?!.*\b(?:I|my|you|we)\b).*\b(?:to|for|with) me\b.*")


@keeping_quotations
def as_a_topic(noted: str) -> str:
    """`noted` as it follows "about": "that you began as a cleaner" → "how you began as a cleaner", "how do you tell
    them" → "how you tell them", "a hospital can't wait" → "how a hospital can't wait".
    """
    noted = _AS_YOU_SAID.sub("", noted)
    noted = _AND_THAT.sub(r"\1 how ", noted)
    if _TWO_QUESTIONS.fullmatch(noted):
        return noted.replace(", ", ", and ")
    if _THAT.match(noted) or _tells(noted):
        return f"how {noted[5:]}"
    if _NOT_THAT.match(noted):  # of which nobody asks how
        return f"the fact {noted}"
    if _IF.match(noted):
        return f"whether {noted[3:]}"
    if _CLAUSE.match(noted):
        return f"how {noted[0].lower()}{noted[1:]}"
    asked = noted.removesuffix("?") if _ASKING.match(noted) else noted
    return _ASKED_OF.sub(r"\1", asked, count=1)


def _tells(noted: str) -> bool:
    """True for "that audits go better with company", a sentence after "that"; not for "that crane on the quay"."""
    lead, _, rest = noted.partition(" ")
    read = words_of(rest) if lead == "that" else ()
    if lead == "that" and _is_told_of_a_name(read):
        return True
    if len(read) < 3:
        return False
    are_several = any(word.core.endswith("s") and needs_no_article(word.core) for word in read[:2])  # and no "that" is
    return are_several and (read[0].core.endswith("s") or has_its_verb(read) or has_a_helping_verb(read))


def _is_told_of_a_name(read: Sequence[Word]) -> bool:
    """True for "Tom was promoted", "Ann Pryce runs the yard"; not for "Leyland gearbox", "Monday meeting"."""
    place = next((at for at, word in enumerate(read) if not word.is_name), len(read))
    if not 0 < place < len(read):
        return False
    verb, after = read[place].core, read[place + 1].core if place + 1 < len(read) else ""
    does = verb in verbs().third and (after in words("determiners") or is_number(after))
    return does or verb in HELPING or verb in words("finite_pasts") or verb in verbs().past


def deed_in_ing(topic: str) -> str | None:
    """What the reader did for the writer, as it follows "I appreciated": "explaining the rota to me twice" → "your
    explaining the rota to me twice"; None if `topic` is none.
    """
    return f"your {topic}" if _MY_TELLING.fullmatch(topic) else None

"""A need that was noted as a sentence: "They need upholstery back under one roof", "Turnover is 38 percent".

It stands in the letter as the sentence that it is; the "they" of the employer is said to its reader as "you". What is
not surely a need, or would not be said to the one who answers for it, is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.articles import article_of
from followup_letters.wording.grammar.nouns import is_common
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.grammar.phrases import as_yours, is_painful, may_be_several, without_stop
from followup_letters.wording.grammar.sentences import ANYBODY, EMPLOYERS, place_of_verb
from followup_letters.wording.grammar.to_the_reader import THEY, of_you

_UNSAFE = pattern(r"\bno (?:more|fewer|less|longer|later) than\b|[?!:()\x00-\x1f\x7f-\x9f\u2028\u2029]|\.\s| [-–—] ")
_LEADERS = frozenset("head boss chief owner dean principal chair board".split())
_FURTHER = pattern(  # "…; one failed over Easter", "…, and the head wants it back"
    rf"\s*\([^()]*\)$|[;:] .*$|\. .*$|,? (?:and|but|so|because) the (?:{'|'.join(sorted(_LEADERS))})\b.*$", re.DOTALL
)
_STILL_ASKING = pattern(r"\b(?:want|wants|need|needs|should|must|has to|have to|wish|hope)\b")
_TO_BE_DONE = pattern(r"[\w,.-]+(?: [\w-]+){1,4}? to (?P<do>[a-z-]+)(?:,? .+)?")
_TIMES = frozenset(
    "second minute hour day night week month quarter year percent cent point % half one 1 dollar pound euro".split()
)
_PUTTING_OUT = frozenset("let fire sack close evict cut settle pay go end lose".split())
_PLANS = frozenset("need want have hope plan intend use run get would are lack".split())
_OF_THE_POST = frozenset("salary pay wage wages hours post role job contract location start position".split())
_WISH = pattern(r", and (?P<they>they|we) (?:want|need) (?:it|that|this|to)\b")
_OTHERS = frozenset("he she him her his hers it's its dave".split())
_POINTING = frozenset({"it", "this", "that"})
_SURELY_VERBS = frozenset("costs goes has is keeps makes needs takes".split())


def stated(need: str) -> str | None:
    """`need` as a sentence to the employer, without its full stop; None if no verb is proved in it."""
    typed = need.strip()
    text = without_stop(_FURTHER.sub("", typed))
    left_out = typed[len(text) :]
    begins = words_of(left_out.strip(" ;:,.("))[:1]
    is_an_order = bool(begins) and begins[0].core in verbs().base  # "…; halve it", without which it asks for nothing
    if is_an_order or _STILL_ASKING.search(left_out) or _UNSAFE.search(text):
        return None
    read = words_of(text)
    verb = place_of_verb(read) if len(read) > 2 else None
    if read and read[0].core in {"someone", "somebody"} and read[-1].core in words("prepositions"):
        return None  # "someone residents can talk to"
    if (
        verb is None
        or _is_an_order(read[0])
        or _is_an_activity(read, verb)
        or _is_described(read, verb)
        or not _is_said(read, verb)
        or (text != typed and any(word.core.endswith("n't") for word in read))
    ):
        return None
    article = _article(read[:verb])
    said = None if article is None else _to_the_employer(text, read, verb)
    return said and _begun(f"{article}{said}")


def _is_an_order(first: Word) -> bool:
    """True for "Dispose", which is no noun, and so no subject."""
    return first.core in verbs().base and first.core not in words("noun_verbs")


def _is_described(read: Sequence[Word], verb: int) -> bool:
    """True for "a yield forecast that the packhouse can rely on", of which the last noun was taken for a verb."""
    following = read[verb + 1].core if verb + 1 < len(read) else ""
    return following in {"that", "which", "who"} and read[verb].core not in _SURELY_VERBS


def _is_an_activity(read: Sequence[Word], verb: int) -> bool:
    """True for "testing before the release (goes out)", where the verb belongs to what comes after the activity.

    And for "getting bespoke (saddles) out", where it is what the activity is done to.
    """
    subject, joints = read[:verb], words("prepositions") - words("determiners")
    is_a_plural = read[verb].core in verbs().third and read[verb].core not in _SURELY_VERBS
    is_longer = any(word.core in joints | {"something"} for word in subject[1:])
    return subject[0].core in verbs().gerund and (is_longer or is_a_plural)


def _begun(said: str) -> str:
    return said[0].upper() + said[1:]


def _is_said(read: Sequence[Word], verb: int) -> bool:
    """False for what speaks of the post or of persons, points at what was not named, or goes on after a bare comma."""
    subject, cores = read[:verb], [word.core for word in read]
    is_of_the_post = any(word.core in _OF_THE_POST for word in subject)
    is_of_people = any(core in _OTHERS or core in words("job_titles") or core in _LEADERS for core in cores)
    speaks = any(
        core in words("blaming", "tactless") or core in {"i", "me", "my", "you", "your", "yours", "us"}
        for core in cores
    )
    is_spliced = "," in cores[:verb] or any(before == "," and _is_verb(core) for before, core in pairwise(cores))
    is_of_one = cores[verb] in {"is", "was", "has", "takes", "needs"}
    points = cores[0] in _POINTING or ("it" in cores and not is_of_one)
    points = points or cores[0] == "no"  # "no missed runs"
    is_planned = cores[0] not in EMPLOYERS or cores[verb] in _PLANS
    is_painful_matter = is_painful(" ".join(cores))
    return is_planned and not (is_of_the_post or is_of_people or speaks or is_spliced or points or is_painful_matter)


def _is_verb(core: str) -> bool:
    return core in {"is", "are", "was", "were", "has", "have", "should", "must"} or core in verbs().third


def _article(subject: Sequence[Word]) -> str | None:
    """The article of "booking service must stay up", which was noted without one; None if it is not known."""
    first, last = subject[0], subject[-1].core
    if first.core in ANYBODY | EMPLOYERS or first.core in words("determiners") or is_number(first.core):
        return ""
    is_known = (
        all(is_common(part) or part in words("prepositions") for part in first.core.split("-"))
        or first.core in verbs().gerund
    )
    if first.typed.isupper() and len(first.core) > 1:  # "GCSE geography is at 58 per cent"
        return ""
    if not is_known or not first.typed[1:].replace("-", "").islower():
        return None  # a name, or what may be one
    if len(subject) == 1:
        return "" if first.core in verbs().gerund or needs_no_article(first.core) else None
    small = [Word(first.core, first.core), *subject[1:]]
    return "the " if len(subject) == 2 and not last.endswith("s") and not last.endswith("ing") else article_of(small)


def awaiting(need: str) -> str | None:
    """What is there to be done, as it follows "there are": "two juniors to bring on"; None if it is not counted."""
    text = without_stop(re.split(r"\s*\(| [-–—] |; ", need.strip())[0])
    found = _TO_BE_DONE.fullmatch(text)
    read = words_of(text)
    if not found or _UNSAFE.search(text) or not is_number(read[0].core) or read[0].core in _TIMES:
        return None
    counted = {word.core.removesuffix("s") for word in read[: text[: found.start("do")].count(" ")]}
    is_plain = found["do"] in verbs().base and found["do"] not in _PUTTING_OUT and counted.isdisjoint(_TIMES)
    return text[0].lower() + text[1:] if is_plain and _is_said(read, 1) else None


def as_it_goes_on(sentence: str) -> str | None:
    """A stated need as it follows "that": "turnover is 38 percent"; None if its first word may be a name or a noun."""
    first = words_of(sentence)[0]
    is_small = first.core in words("determiners") | ANYBODY | EMPLOYERS | {"you"} or is_number(first.core)
    is_small = is_small or is_common(first.core) or first.core in verbs().gerund
    return sentence[0].lower() + sentence[1:] if is_small and first.typed[1:].islower() else None


def _to_the_employer(text: str, read: Sequence[Word], verb: int) -> str | None:
    """`text` with "you" for the employer's "we" and "they"; None where "they" may be others."""
    is_theirs = read[0].core in EMPLOYERS
    if not is_theirs and THEY.search(text):
        wish = _WISH.search(text)
        is_of_one = read[verb].core in {"is", "was", "has"} and not may_be_several(read[verb - 1].core)
        if not wish or not is_of_one or len(THEY.findall(text)) > 1:
            return None
    said = of_you(as_yours(text))
    return said[0].lower() + said[1:] if read[0].typed.istitle() and is_common(read[0].core) else said

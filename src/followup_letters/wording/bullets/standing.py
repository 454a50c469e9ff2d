"""Bullets without a verb that say what the writer is, holds, speaks or answers for: "Licensed electrician", "Hmong".

Each stands after a verb of ours: "I am a licensed electrician", "I hold a forklift licence", "I have been responsible
for …". Only what is plainly one of these is taken; "ServSafe manager" may be a person or a certificate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.credentials import credential, dated_card
from followup_letters.wording.bullets.spoken import language_known, languages_spoken
from followup_letters.wording.grammar.articles import with_article
from followup_letters.wording.grammar.objects import Word, is_number, words_of
from followup_letters.wording.grammar.tenses import is_at_present

_ENDINGS = ("er", "or", "ist", "ian")
_FOLLOWING = frozenset({"since", "in", "with", "of", ","})
_GRADES = frozenset({"and", "band", "class", "grade", "level"})
_LONGEST = 5  # words before the tail; what is longer may be anything
_SEPARATING = frozenset(": & / ( ) and or but for to toward towards by on at from as".split())
_SPECIFYING = frozenset(", in for by since on".split())
_GETTING_ONE = frozenset(
    "working studying completing pursuing renewing awaiting seeking need own nearly almost".split()
)
_CLEARED_FOR = frozenset(
    "security secret sc dv site vetting enhanced dbs".split()
)  # before "clearance", else it is work
_TAILS = frozenset(", in since for".split())  # after what is held
_LONGEST_TAIL = 5
_WITH_LETTERS = pattern(r"([^()]+) (\((?=\w*[A-Z]\w*[A-Z])\w{2,7}\))")  # "Certified Nephrology Nurse (CNN)"
_TITLED = pattern(r"[A-Z][a-z]+ [A-Z][a-z]")  # "Lift Maintenance Technician certificate"
_ANSWERS_FOR = pattern(r"(?:responsible for|in charge of|second in command of|second-in-command of) \S", re.IGNORECASE)
_TWO_HELD = pattern(r"(?P<first>.+?) and (?P<second>an? [^,;:()]+)")
_SINCE = {"am": "have been", "hold": "have held", "have": "have had"}


class Standing(NamedTuple):
    """What is said of the writer, with the verb before it today and that of what has gone on since."""

    said: str
    now: str
    since: str


def standing(body: str, text: Sequence[Word], at: int = 0) -> Standing | None:
    """What `body`, read as the words of `text`, says that the writer is, holds or answers for; None if it does not."""
    if is_certified(text):
        return Standing(body, "am", "have been")
    with_letters = _WITH_LETTERS.fullmatch(body)
    if with_letters and _is_trade(words_of(with_letters[1]), at):
        before = standing(with_letters[1], words_of(with_letters[1]), at)
        return before and before._replace(said=f"{before.said} {with_letters[2]}")
    if _is_trade(text, at):
        lowered = body if _named(text)[-1].is_name else _lowered(body)
        return Standing(with_article(lowered), "am", "have been")
    spoken = languages_spoken(body, text) if at == 0 else None
    if spoken:
        return Standing(spoken, "speak", "have spoken")
    known = language_known(body) if at == 0 else None
    if known:
        return Standing(known, "have", "have had")
    two = _TWO_HELD.fullmatch(body) if at == 0 else None
    if two and _is_held(words_of(two["first"])) and _is_held(words_of(two["second"].partition(" ")[2])):
        return Standing(with_article(_lowered(body) if not _may_be_a_name(text[0].core) else body), "have", "have had")
    card = dated_card(body, text) if at == 0 else None
    if at == 0 and _is_held(text) and not card:
        is_named = _may_be_a_name(text[0].core) or _TITLED.match(body)
        return Standing(with_article(body if is_named else _lowered(body)), "hold", "have held")
    lettered = card or (credential(body, text) if at == 0 else None)
    if lettered:
        return Standing(lettered.said, lettered.verb, _SINCE[lettered.verb])
    if at == 0 and _ANSWERS_FOR.match(body):
        return Standing(_lowered(body), "am" if is_at_present(body) else "have been", "have been")
    return None


def is_certified(text: Sequence[Word]) -> bool:
    """True for "6G certified, TIG and stick", "OSHA 30 trained": what the writer is certified in comes first."""
    end = next((n for n, word in enumerate(text[:_LONGEST]) if word.core in words("certified")), 0)
    rest = text[end + 1 :]
    is_coded = all(word.typed.isdigit() or not word.typed[1:].islower() for word in text[:end])
    is_another = len(rest) == 3 and rest[0].core == "and" and rest[1].is_name and rest[2].core in words("certified")
    return bool(end) and is_coded and (not rest or is_another or (rest[0].core in _SPECIFYING and len(rest) > 1))


def names_its_holder(title: str) -> bool:
    """True for a job's title that is what its holder is called: "Head of Access Services"; not for "Internship"."""
    cores = [word.core for word in words_of(title)]
    end = next((place for place, core in enumerate(cores) if core in {"of", "for"}), len(cores))
    is_plain = all(core.replace("-", "").replace("'", "").replace("’", "").isalpha() for core in cores)
    return is_plain and end > 0 and len(cores) <= _LONGEST and _is_person(cores[end - 1])


def presides(title: str | None) -> bool:
    """True for the title of somebody on a board or at the head of the place: "Chair of Trustees", "President"."""
    return not words("presiding").isdisjoint(re.findall(r"\w+", (title or "").casefold()))


def _is_trade(text: Sequence[Word], at: int) -> bool:
    """True for "Licensed electrician in Ohio": a qualifier, a trade, and perhaps since when, where or with what."""
    if text[at].core not in words("qualifiers"):
        return False
    named = _named(text)
    if not 1 < len(named) - at <= _LONGEST or any(word.core in _SEPARATING for word in named):
        return False
    if is_number(named[at + 1].core):  # "Qualified forty apprentices"
        return False
    tail = text[len(named) :]
    where = tail[1:2]
    if tail and (not where or (tail[0].core == "in" and not where[0].is_name)):
        return False
    if tail and tail[0].core == "," and not all(map(_is_where_or_grade, tail[1:])):
        return False
    return _is_person(named[-1].core)


def _is_where_or_grade(word: Word) -> bool:
    """True for the words of "Oregon and Washington", "band 7"."""
    return word.is_name or word.core in _GRADES or is_number(word.core)


def _named(text: Sequence[Word]) -> Sequence[Word]:
    """The words before the tail."""
    end = next((place for place, word in enumerate(text) if word.core in _FOLLOWING), len(text))
    return text[:end]


def _is_person(core: str) -> bool:
    if core in words("job_titles") or core in words("roles"):
        return True
    return core.endswith(_ENDINGS) and core not in words("things_in_er")


def _is_held(text: Sequence[Word]) -> bool:
    """True for "High-voltage ticket, level 3": a certificate or the like, perhaps with what it is in, or since when."""
    cores = [word.core for word in text]
    end = next((place for place, core in enumerate(cores) if core in words("certificates")), None)
    if not end or end > _LONGEST or any(core in _SEPARATING - {"and"} for core in cores[:end]):
        return False
    before, tail = {*cores[:end]}, cores[end + 1 :]
    is_work = cores[end] == "clearance" and not _CLEARED_FOR & before
    if is_work or _is_a_deed(cores[0]) or is_number(cores[0]) or words("determiners") & before:
        return False
    if words("certificates").intersection(tail) or tail[-1:] == ["progress"] or "own" in tail:
        return False
    return not tail or (tail[0] in _TAILS and 1 < len(tail) <= _LONGEST_TAIL)


def _is_a_deed(core: str) -> bool:
    """True for "completed", "working": what is done to get a certificate is no part of its name; "advanced" may be."""
    is_past = core in verbs().past and core not in words("strict_pasts")
    return is_past or core in _GETTING_ONE or core in verbs().third


def _may_be_a_name(core: str) -> bool:
    """False for a word that is known to have a small letter: "honours", "forklift"; not for "French"."""
    verb = verbs()
    known = (words("small_letters"), words("honours"), verb.base, verb.past, verb.gerund)
    return not any(core.partition("-")[0] in table for table in known)


def _lowered(body: str) -> str:
    return body[0].lower() + body[1:]

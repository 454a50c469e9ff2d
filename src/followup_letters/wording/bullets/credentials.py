"""Bullets that are a degree, or what somebody is certified as, by its letters: "IRATA Level 3", "Ph.D. in chemistry".

Each stands after a verb of ours: "I hold IRATA Level 3", "I have a Ph.D. in food chemistry", "I am an ISA certified
arborist". Only letters that a table knows, or a word such as "certified", prove that it is one; and only what says
nothing else of its time than since when, or until when it is valid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.articles import with_article
from followup_letters.wording.grammar.nouns import is_common
from followup_letters.wording.grammar.objects import Word, is_number, words_of

_LONGEST = 6  # words of a name
_LETTERS = pattern(r"[A-Z]{2,6}")
_SHORTEST_READ = 5  # letters with a vowel that are read as a word: "NEBOSH"
_SPELT_WITH_A_VOWEL = frozenset("aefhilmnorsx")  # "an HND", "an MSc"
_DEGREE = pattern(
    r"(?P<degree>\S+(?: \(Hons\))? in [A-Za-z][\w&' -]+?)(?P<grade>, [a-z][a-z -]+)?(?:,? (?P<year>(?:19|20)\d\d))?"
)
_GRADES = frozenset("first second upper lower class with distinction merit honours honors pass starred".split())
_UNFINISHED = frozenset(
    """word excel office access teams outlook progress pending expected unfinished incomplete candidate student ongoing
    hand hold since part-time to until not all but""".split()
)
_A_LEVELS = pattern(r"A[ -][Ll]evels? in [^;:\d]+")
_ROMAN = frozenset("i ii iii iv v".split())
_SINCE = r"since (?:[A-Z][a-z]+ )?(?:19|20)\d\d"
_TAIL = pattern(rf"(?:,? {_SINCE}|, current|, valid (?:to|until|till|through) (?:[A-Z][a-z]+ )?20\d\d)?")
_IN = pattern(rf"(?: in (?P<what>[A-Za-z][A-Za-z -]*?))?{_TAIL.pattern}")
_CARDS = frozenset("certificate certification diploma card award licence license ticket endorsement".split())
_COLOURS = frozenset("black blue gold green red white".split())
_WITH_COURSES = frozenset("faa gwo iosh stcw".split())
_OF_A_FIRM = frozenset(
    """center centre contractor dealer distributor employer exporter grower importer installer manufacturer operator
    owner processor producer provider retailer supplier vendor""".split()
)
_IN_BRACKETS = pattern(rf"(?P<letters>[A-Z]{{2,6}}) \((?P<spelt>[A-Z][\w-]+(?: [\w-]+)+)(?:, [\w ]+)?\)(?: {_SINCE})?")
_COURSE = pattern(
    r"(?P<level>Level (?:\d|[IVX]+) )?(?P<card>Award|Certificate|Diploma) in (?P<what>[A-Za-z][\w&' -]+?)"
    r"(?P<grade> \((?:with )?(?:distinction|merit)\))?(?:,? (?P<year>(?:19|20)\d\d))?"
)
_CARD = pattern(
    r"(?P<card>[^,;:()]+? (?:certificate|certification|licence|license|diploma|ticket|card))"
    r"(?:, (?P<until>(?:renewed in|valid (?:to|until|till|through)) (?:[A-Z][a-z]+ )?)?(?P<year>(?:19|20)\d\d))?"
)
_OF_A_CARD = frozenset({"at", "in", "of", "and"})  # "first aid at work", "theory of music"
_NO_CARDS = frozenset("birth business credit death marriage report score season".split())
_ENDINGS = ("er", "or", "ist", "ian", "smith")


class Credential(NamedTuple):
    """What is said of the writer, and the verb before it today."""

    said: str
    verb: str


def credential(body: str, read: Sequence[Word]) -> Credential | None:
    """What `body` says that the writer holds or is certified as; None if it is not proved."""
    found = _degree(body, read) or _certified(body, read) or _awarded(body, read) or _spelt_out(body)
    return found or _course(body) or dated_card(body, read)


def is_one_certified(core: str) -> bool:
    """True for the word for a person who may be certified: "arborist"; not for a firm, "supplier"."""
    last = core.rpartition("-")[2]
    is_titled = last in words("job_titles") or last in words("roles")
    return is_titled or (last.endswith(_ENDINGS) and last not in words("things_in_er") and last not in _OF_A_FIRM)


def _degree(body: str, read: Sequence[Word]) -> Credential | None:
    if _A_LEVELS.fullmatch(body):
        return Credential(body, "have")
    found = _DEGREE.fullmatch(body)
    if found is None or read[0].core not in words("degrees") or read[0].typed[0].islower():
        return None
    cores = {word.core for word in read}
    has_a_verb = any(word.core in verbs().past or word.core in verbs().third for word in read[3:])
    if cores & _UNFINISHED or has_a_verb or not set(re.findall(r"[\w-]+", found["grade"] or "")) <= _GRADES:
        return None
    year = f" ({found['year']})" if found["year"] else ""
    article = "an" if read[0].core[0] in _SPELT_WITH_A_VOWEL else "a"
    return Credential(f"{article} {found['degree']}{found['grade'] or ''}{year}", "have")


def _certified(body: str, read: Sequence[Word]) -> Credential | None:
    """ "ISA certified arborist", "irtec Master Technician": letters, how far, and what one is."""
    first, *rest = read
    is_known = first.core in words("awarding")
    if not (is_known or _LETTERS.fullmatch(first.typed)) or not 1 < len(rest) < _LONGEST:
        return None
    is_so = rest[0].core in words("certified") or (is_known and rest[0].core == "master")
    article = _article(first)
    if not is_so or article is None or not all(re.fullmatch(r"[A-Za-z-]+", word.typed) for word in rest):
        return None
    if not is_one_certified(rest[-1].core) or any(word.core in words("prepositions") for word in rest):
        return None
    return Credential(f"{article} {body}", "am")


def _awarded(body: str, read: Sequence[Word]) -> Credential | None:
    """ "City & Guilds Level 3 in fine woodwork", "GWO Basic Safety, valid to 2027"."""
    start = 3 if body.startswith("City & Guilds ") else 1
    if start == 1 and (read[0].core not in words("awarding") or read[0].typed[1:].islower()):
        return None
    end = next((n for n, word in enumerate(read) if n >= start and not _may_be_named(word)), len(read))
    level = next((n for n in range(start, end) if read[n].core == "level"), 0)
    if level:
        end = level + 2
        if len(read) < end or not (is_number(read[level + 1].core) or read[level + 1].core in _ROMAN):
            return None
    elif end < len(read) and read[end].core in _CARDS and read[end - 1].core in _COLOURS:
        end += 1
    elif read[end - 1].core not in _CARDS and not _is_course(read[:end]):
        return None
    named = " ".join(word.typed for word in read[:end])
    tail = _IN.fullmatch(body[len(named) :]) if body.startswith(named) else None
    if end == start or end > _LONGEST or tail is None or (tail["what"] and not level):
        return None
    last = read[end - 1].core
    if is_one_certified(last) or last in _OF_A_FIRM or last.endswith("er") or not _is_subject(tail["what"] or ""):
        return None
    article = _article(read[0]) if last in _CARDS else ""
    return None if article is None else Credential(f"{article} {body}".strip(), "hold")


def _course(body: str) -> Credential | None:
    """ "Level 4 Award in Managing Food Safety, 2022", "Certificate in Rights of Way Law": what it is in."""
    found = _COURSE.fullmatch(body)
    if found is None or not _is_subject(found["what"]) or (found["card"] == "Award" and not found["level"]):
        return None
    named = f"the {found['level']}{found['card']}" if found["level"] else f"a {found['card'].lower()}"
    year = f" ({found['year']})" if found["year"] else ""
    return Credential(f"{named} in {found['what']}{found['grade'] or ''}{year}", "hold")


def dated_card(body: str, read: Sequence[Word]) -> Credential | None:
    """ "First aid at work certificate, renewed in 2025": what it is called, and since or until when one has it."""
    found = _CARD.fullmatch(body)
    if found is None or not (found["year"] or read[0].core in words("awarding")):
        return None
    named = words_of(found["card"])
    first, others = named[0], [word.core for word in named[1:-1]]
    is_deed = any(word.core in verbs().past and word.core not in words("strict_pasts") for word in named)
    is_cut = any(core in words("prepositions") - _OF_A_CARD or core in words("certificates") for core in others)
    is_cut = is_cut or named[-2].core in _NO_CARDS
    if len(named) > _LONGEST or is_deed or is_cut or not _UNFINISHED.isdisjoint(word.core for word in named):
        return None
    called = _called(found["card"], first, is_titled=len(named) > 2 and named[1].is_name)
    when = f", {found['until']}{found['year']}" if found["until"] else f" ({found['year']})"
    return None if called is None else Credential(f"{called}{when if found['year'] else ''}", "hold")


def _called(card: str, first: Word, *, is_titled: bool) -> str | None:
    """The card with its article; None where the article, or the letter it begins with, is not known."""
    if _LETTERS.fullmatch(first.typed):
        article = _article(first)
        return None if article is None else f"{article} {card}"
    begun = first.core.partition("-")[0]
    if is_titled or first.core in words("languages"):
        return with_article(card)
    is_small = is_common(begun) and first.typed[1:].islower() and not is_number(first.core)
    return with_article(f"{card[0].lower()}{card[1:]}") if is_small else None


def _is_course(named: Sequence[Word]) -> bool:
    """True for "GWO Basic Safety", "FAA Part 107"; not for a place or a show of theirs, "RHS Chelsea"."""
    last = named[-1].core
    return (
        named[0].core in _WITH_COURSES and len(named) > 2 and (is_common(last) or last.isdigit() or last[-2:] == "ly")
    )


def _may_be_named(word: Word) -> bool:
    return word.is_name or word.core in {"and", "&"} | _COLOURS or word.typed.isdigit()


def _is_subject(what: str) -> bool:
    """True for "fine woodwork"; not for "progress", "hand", or what somebody did there."""
    named = what.split()  # "Contracted Braille" with its capital is no deed
    cores = what.casefold().split()
    return _UNFINISHED.isdisjoint(cores) and len(cores) <= _LONGEST and not any(core in verbs().past for core in named)


def _spelt_out(body: str) -> Credential | None:
    """ "ACR (Accredited Conservator-Restorer, Icon) since 2019": letters, and who has them."""
    found = _IN_BRACKETS.fullmatch(body)
    if found is None:
        return None
    first, *_, last = found["spelt"].casefold().split()
    article = _article(Word(found["letters"], found["letters"].casefold()))
    is_so = first in words("certified") and is_one_certified(last)
    return Credential(f"{article} {body}", "am") if is_so and article else None


def _article(first: Word) -> str | None:
    """The article of letters; None where it hangs on whether they are spelt or read ("FAA", "NATE")."""
    spelt = "an" if first.core[0] in _SPELT_WITH_A_VOWEL else "a"
    read = "an" if first.core[0] in "aeio" else "a"
    is_spelt = not set("aeiouy") & set(first.core)
    if not is_spelt and len(first.core) >= _SHORTEST_READ and first.core in words("awarding"):
        return read
    return spelt if spelt == read or is_spelt else None

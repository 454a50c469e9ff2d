"""Bullets that name a post the writer has, or had: "Charge nurse on a telemetry unit, nights, since 2021".

Such a one says "I have been a charge nurse on …", or "I was …" of a time that is over. A post is taken for one only
where the word that names it is surely a person, and something follows that tells of what, or where.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.experience import is_at_a_rate
from followup_letters.wording.bullets.said import Said, i, lowered
from followup_letters.wording.grammar.articles import with_article
from followup_letters.wording.grammar.nouns import is_common
from followup_letters.wording.grammar.objects import Word, is_number
from followup_letters.wording.grammar.tenses import reaches_now

_PLACES = frozenset("on at for of to with in aboard across under".split())
_LONGEST = 4  # words of the post itself
_SEPARATING = frozenset(": & / ( ) and or but from as that who".split())
_ONLY_ONE = frozenset("captain chair editor head president secretary treasurer".split())  # and so without "a"
_TRADES = (
    "keeper",
    "master",
    "smith",
    "wright",
    "monger",
    "firefighter",
    "ographer",
    "ologist",
    "therapist",
    "person",
    "sman",
    "professional",
)
_BELONGING = frozenset("member fellow associate co-founder cofounder".split())  # which lasts, and so is said of today
_AUTHORS = frozenset({"author", "inventor", "creator", "founder"})  # of the one thing that is named
_NO_LONGER = frozenset("former ex retired previous past late one-time".split())
_OF_A_CLAUSE = frozenset("i me my we us they them he she him her it you made was were is are".split())
_WON = frozenset({"winner", "runner-up", "finalist", "recipient", "champion"})  # which somebody was once
_PRIZE = pattern(r"\bof the (?:year|month|week|quarter|season|decade)\b", re.IGNORECASE)
# Fields of which two make one: "health and safety officer".
_FIELDS = frozenset(
    """health safety sales marketing finance research development learning training policy procurement payroll data
    quality risk moving handling""".split()
)
_FIRSTS = frozenset("best top first last only sole oldest youngest highest fastest longest newest most".split())
_POINT_OF_CONTACT = pattern(r"(?:first|main|only|primary|single|sole) point of contact (?:for|with) .+", re.IGNORECASE)
_AFTER_FIRST = frozenset("aider responder mate officer assistant sergeant lieutenant".split())  # "first mate"
_BUT_WHERE = pattern(  # "for 4 years, dementia unit", which needs words that nobody gave
    r" for (?:\d+|[a-z]+) (?:years|months|yrs), (?!since|until|nights|days|evenings|full|part|mostly|the |all |both )"
    r"(?:[a-z]+ )?(?:unit|ward|floor|wing|department|branch|clinic|team|school|site|store|lab|line)$"
)
_BY_A_MONTH = pattern(
    r"\s*(?:in|this|next|by|come) (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|spring|summer|autumn|fall|winter)\b"
)
_SO_LONG = pattern(  # "Assistant manager at Target for two years", "Chef for two years under a starred one"
    r"(?P<post>.+?)(?: for|,(?: for)?) (?P<years>(?:(?:more than|over|nearly|almost|about|just over) )?"
    r"(?P<number>[\w-]+) (?:years?|months|seasons|winters|summers)(?: and a half)?)"
    r"(?P<where> (?:aboard|across|at|in|of|on|under|with) (?!\S*\d{4}).+)?"
)
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_IS_OVER = pattern(rf"{_YEAR.pattern}(?:\s+to\s+|\s*[-–]\s*){_YEAR.pattern}|\b(?:in|until|till)\s+{_YEAR.pattern}")


def post(body: str, read: Sequence[Word]) -> Said | None:
    """What "I have been", or was: a charge nurse on a ward; None if `body` is not proved to name a post."""
    if _POINT_OF_CONTACT.fullmatch(body) and not _tells_a_deed(read):
        one = f"the {lowered(body)}"
        return i(f"was {one}") if _IS_OVER.search(body) else i(f"been {one}", "have")
    end = next((n for n, word in enumerate(read) if n and word.core in _PLACES | {",", "since"}), None)
    if end is None or end > _LONGEST or end + 1 >= len(read):
        return None
    title = read[:end]
    if not _is_post(title) or _tells_a_deed(read[end:]) or _PRIZE.search(body) or read[0].core in _NO_LONGER:
        return None
    is_dated = _YEAR.search(body) is not None
    if title[-1].core == "holder" and len(title) == 1:  # "Holder of the certificate since 2010"
        held = body.partition(" of ")[2]
        return i(f"held {held}", "have") if held and reaches_now(body) else i(f"hold {held}") if held else None
    if title[-1].core in _WON:
        return i(f"the {body[0].lower()}{body[1:]}", "was") if len(title) == 1 and read[end].core != "," else None
    if title[-1].core in _BELONGING | _AUTHORS and read[end].core == "of" and not is_dated:
        return i(_named(body, title), "am")
    if read[end].core == "," and not is_dated:
        is_licensed = read[end + 1].typed.isupper() and read[end + 1].core in words("awarding")
        return i(_named(body, title), "am") if is_licensed else None
    is_no_first = len(title) == 2 and title[1].core in _AFTER_FIRST
    if title[0].core in _FIRSTS and not is_no_first:  # of a time, and so nothing that somebody has been since
        return i(f"the {body[0].lower()}{body[1:]}", "was") if _IS_OVER.search(body) else None
    if re.search(r"\bbefore (?!me\b)|\b(?:until|till) (?!now\b|today\b)", body):  # "for three years before licensure"
        return i(_named(body, title), "was")
    if is_at_a_rate(body) or _BUT_WHERE.search(body):
        return None
    lasted = _SO_LONG.fullmatch(body)
    ends_then = lasted and _BY_A_MONTH.match(lasted["where"] or "")  # "three years in January"
    # Of what lasted so long nothing says whether it goes on.
    if lasted and not ends_then and _is_so_long(lasted["number"].casefold()):
        return i(f"spent {lasted['years']} as {_named(lasted['post'], title)}{lasted['where'] or ''}", "have")
    if reaches_now(body) or not is_dated:
        return i(f"been {_named(body, title)}", "have")
    return i(_named(body, title), "was") if _IS_OVER.search(body) else None


def _is_so_long(number: str) -> bool:
    return is_number(number) or number in {"a", "several", "many"}


def _is_post(title: Sequence[Word]) -> bool:
    is_pair = len(title) == _LONGEST and title[1].core == "and" and {title[0].core, title[2].core} <= _FIELDS
    joined = [title[0], *title[2:]] if is_pair else title
    if any(word.core in _SEPARATING or is_number(word.core) or word.core in words("determiners") for word in joined):
        return False
    if not _OF_A_CLAUSE.isdisjoint(word.core for word in title) or any(_YEAR.search(word.core) for word in title):
        return False  # "Acme made me manager at 22", "2015-2019 shop manager"
    first = title[0].core
    if len(title) > 1 and first in verbs().past and first not in words("qualifiers") and first != "lead":
        return False
    return _is_person(title[-1].core) or (len(title) == 1 and first in _BELONGING)


def _is_person(core: str) -> bool:
    """True for a trade or an office, and for a word in -er or -or made from a verb: "reviewer", "owner"."""
    last = core.rpartition("-")[2]
    if any(last in words(table) for table in ("job_titles", "roles", "offices")) or last.endswith(_TRADES):
        return True
    if not last.endswith(("er", "or")) or last in words("things_in_er"):
        return False
    bases = {last[:-2], last[:-1], last[:-3]}
    return not verbs().base.keys().isdisjoint(bases - {""})


def _tells_a_deed(rest: Sequence[Word]) -> bool:
    """True if something else than the post is told after it: "Nurse on nights; …", "Chef for 40, ran the pass"."""
    deeds = verbs().past.keys() | verbs().third.keys()
    return any(
        before.core in {",", "and"} and after.core in deeds and not after.is_name for before, after in pairwise(rest)
    )


def _named(body: str, title: Sequence[Word]) -> str:
    """The post with an article, unless it is one of a kind; with a small letter, unless that is not its own."""
    is_titled = len(title) > 1 and (title[-1].is_name or title[1].is_name)  # "Casualty Care instructor"
    said = body if is_titled or not _has_a_small_letter(title[0]) else body[0].lower() + body[1:]
    if len(title) == 1 and title[0].core in _AUTHORS:
        return f"the {said}"
    return said if len(title) == 1 and title[0].core in _ONLY_ONE else with_article(said)


def _has_a_small_letter(first: Word) -> bool:
    if first.typed[1:] != first.typed[1:].lower() or first.core in words("languages"):
        return False
    cores = {first.core, first.core.partition("-")[0]}
    table = verbs()
    tables = ("small_letters", "prepositions", "qualifiers", "strict_pasts")
    known = (*map(words, tables), table.base, table.past, table.gerund)
    return (
        is_common(first.core) or any(core in forms for core in cores for forms in known) or any(map(_is_person, cores))
    )

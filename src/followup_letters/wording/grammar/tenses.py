"""Bullets about times: what still goes on ("… since 2018", "Currently …"), and how long ("Nine years of banquets").

What goes on wants another tense than a deed that is over: "I have been chartered since 2018". Which verb a bullet has,
and whether it is proved, is decided in `forms`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of

_SMALL = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|zero)"
_OF_THEM = rf"(?:, (?:(?:all|most|none|many|half|some) of|(?:\d[\d,]*|{_SMALL}) of (?:them|which|whom)\b) .*)?"
_REACHES_NOW = pattern(
    r".*\b(?:since\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d|(?:for|over|in|during)\s+the\s+(?:last|past)\s+(?:[\w-]+\s+)?"
    r"(?:years?|months|decades?))" + _OF_THEM,
    re.DOTALL,
)
_LASTS = pattern(
    r".*\bfor (?:(?:more than|over|nearly|almost|about) )?[\w-]+ (?:years?|months|decades?|seasons|summers|winters)",
    re.DOTALL,
)
_FROM_TO = pattern(rf"\w+ \w+s (?:up |down )?from (?:\S*\d\S*|{_SMALL})(?: .{{1,24}}?)? to (?:\S*\d|{_SMALL}\b)")
_OTHER_DATE = pattern(r"\b(?:19|20)\d\d\b|\bago\b", re.IGNORECASE)
_YEARS = pattern(
    r"(?:(?:more than|over|nearly|almost|about|around|some|at least|well over)\s+)?"
    r"(?:\d+\+?|[a-z]+(?:-(?:one|two|three|four|five|six|seven|eight|nine|plus))?|an?)(?:\s+and\s+a\s+half)?(?:\s+plus)?"
    r"\s+(?:years?|months|decades?|seasons?|summers?|winters?)(?:['’]\s+experience$|(?:['’]?\s+experience)?\s+(?:of|in(?!\s+(?:a\s+row|total|succession|all)\b)|as|on|with|at|behind|aboard|among|across)\s+\S)",
    re.IGNORECASE,
)
_TODAY = pattern(r"(?:Currently|Presently|Now)\s+(?=[a-z])")
_AT_PRESENT = pattern(r"\b(?:at|for|in|with) my (?:present|current) [a-z]")


def reaches_now(body: str) -> bool:
    """True if `body` ends in a span of time that has not ended: "since 2018", "for the last three years"."""
    return _REACHES_NOW.fullmatch(body) is not None


def lasts(body: str) -> bool:
    """True if `body` ends in how long it has been so: "on call one week in four for nine years"."""
    return _LASTS.fullmatch(body) is not None


def is_dated(body: str) -> bool:
    """True if `body` has a date besides a last "since 2018", so that "I am …" would not be true of today."""
    before = re.sub(r"\b(have|has|had) since\b", r"\1", body)  # "who have since passed" tells no date
    before = re.sub(rf"\bsince\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d(?={_OF_THEM}$)", "", before)
    return "since" in before.casefold().split() or _OTHER_DATE.search(before) is not None


def follows_have(past: str) -> bool:
    """True for a past form that is a participle as well: "managed", "led"; not "ran", "co-wrote", "redrew"."""
    return past != "was" and not past.endswith(_no_participles())


@cache
def _no_participles() -> tuple[str, ...]:
    """How pasts end that never follow "have"; what stands before them ("re", "out", "ghost-") changes nothing."""
    return tuple(words("finite_pasts", "unlike_participles"))


def today(text: str) -> tuple[str, str]:
    """The "currently" that `text` begins with, and the rest as it would stand by itself; "" if it has none."""
    found = _TODAY.match(text)
    if not found:
        return "", text
    rest = text[found.end() :]
    return found[0].strip().lower(), rest[0].upper() + rest[1:]


def is_at_present(body: str) -> bool:
    """True if `body` says that it is so where the writer works today: "… at my present hospital"."""
    return _AT_PRESENT.search(body) is not None and not is_dated(body)


def counts_time(body: str) -> bool:
    """True if `body` begins with a length of time: "Nine years of banquets"."""
    return _YEARS.match(body) is not None


def is_length_of_time(read: Sequence[Word]) -> bool:
    """True if it counts years from a known number and tells no story: "Ten years of losses turned into profit"."""
    end = next((n for n, word in enumerate(read) if word.core == ","), len(read))  # ", each closed with its cause"
    is_counted = any(word.core in {"a", "an"} or is_number(word.core.removesuffix("-plus")) for word in read[:4])
    of = next((n for n, word in enumerate(read[:end]) if word.core == "of"), end)
    is_pair = of + 2 < end and read[of + 2].core == "and" and not needs_no_article(read[of + 1].core)
    is_work = read[end - 1].core == "sales" or not read[end - 1].core.endswith("s")  # and no thing: "closed systems"
    kinds = {of + 1, of + 3 if is_pair else of + 1} if is_work else set[int]()  # "of new and used car sales"
    told = [word.core for n, word in enumerate(read[:end]) if n not in kinds]
    return is_counted and not any(core in {"were", "was", "is", "are"} or core in verbs().past for core in told)


def is_measure_of_what_was(read: Sequence[Word], body: str) -> bool:
    """True for "Missed collections from 80 to 22": how many were missed, and not what the writer did."""
    is_change = verbs().past.get(read[0].core) in words("changes", "multiples", "charges")
    way = read[3:4] if len(read) > 3 and read[2].core in {"up", "down"} else read[2:3]  # "… down from 9 percent to 4"
    return not is_change and [word.core for word in way] == ["from"] and _FROM_TO.match(body) is not None


def goes_on_today(read: Sequence[Word], place: int) -> bool:
    """True for "(and) run it to this day", "still keep them": "I" go on with the same thing, in a sentence with "I"."""
    is_marked = read[place].core in {"now", "still"}
    verb = place + 1 if is_marked else place
    is_so = verb + 1 < len(read) and read[verb].core in verbs().base and read[verb + 1].core in {"it", "them"}
    return is_so and (
        is_marked or [word.core for word in read[-3:]] == ["to", "this", "day"] or read[-1].core == "today"
    )


def tells_of_today(said: str) -> bool:
    """True for "built the unit, and run it to this day", of which the second verb is today's."""
    read = words_of(said)
    return any(word.core == "and" and goes_on_today(read, place) for place, word in enumerate(read[:-2], 1))


def is_no_verb(read: Sequence[Word], place: int) -> bool:
    """True if a number, a preposition, or a participle before one ("used at six sites") stands at `place`."""
    core, following = (each.core for each in [*read[place : place + 2], *(Word("", ""),) * 2][:2])
    is_participle = core in verbs().past and core not in words("finite_pasts") and following in words("prepositions")
    return is_number(core) or core in words("prepositions") or is_participle


def is_was_done(read: Sequence[Word]) -> bool:
    """True for "Was put in charge of …", which lacks nothing but its "I"."""
    done = read[1].core
    return read[0].core == "was" and len(read) > 3 and (done in verbs().past or done in words("odd_participles"))

"""What is done in a text: the verbs that a need asks for and a strength tells of, whatever they are done to.

Two texts that have one in common are likelier partners than their words alone say: "Value what is brought to the
counter", "Valued gold and watches".
"""

from __future__ import annotations

from collections.abc import Iterator

from followup_letters.lexicon import lines, verbs, words
from followup_letters.matching.terms import LONGEST
from followup_letters.matching.vocabulary import words_in
from followup_letters.once import once
from followup_letters.patterns import pattern

_AGAIN = ("re-", "re", "co-", "pre-")  # "replanned" is planned as well
_DOWN_TO = frozenset({"from", "to", "by", "below", "under"})
_BRINGING = frozenset("bring bringing brought get getting got keep keeping kept drive drove come came go went".split())
_LEADING = frozenset("lead manage supervise run head direct oversee".split())
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty)"
_SO_MANY_PEOPLE = pattern(
    rf"\b(?:team|crew|watch|shift|squad|desk|gang|staff|group|unit|brigade|department|kitchen|ward) of {_NUMBER}\b"
    rf"|\b{_NUMBER}(?: (?!of\b)[a-z-]+)? (?:people|staff|nurses|assistants|apprentices|reps|chefs|cooks|men|women"
    r"|(?!customers|users|suppliers|orders|numbers|computers|servers|printers|offers|letters|papers|centers|counters"
    r"|trailers|boilers|tractors|motors|floors|doors|colors|errors|sensors|quarters)[a-z]+(?:ers|ors|ists|ians|eers))\b"
)
_BEFORE = frozenset({"i", "to", "and", "or", "then", "have", "also"})  # after which a verb may stand


def deeds_of(text: str) -> frozenset[str]:
    """The base forms of the verbs that `text` begins with or joins, and of nouns that name work; none of any work."""
    return frozenset(_verbs_in(words_in(text)[:LONGEST])) - words("any_work")


def lessens(text: str) -> bool:
    """True if `text` says that something is to become less, or became so."""
    said = words_in(text)[:LONGEST]
    goes_down = any(one == "down" and _is_lower(said, place) for place, one in enumerate(said))
    lower = words("lessening") - {"down"}
    return goes_down or not lower.isdisjoint(said) or "cut" in deeds_of(text)


def leads_people(text: str) -> bool:
    """True if `text` is of leading so many people: "lead fourteen dispatchers", "led a watch of sixteen"."""
    said = words_in(text)[:LONGEST]
    leads = any(not _LEADING.isdisjoint(_base_of(word)) for word in said[:3])
    return leads and _SO_MANY_PEOPLE.search(" ".join(said)) is not None


def _is_lower(said: list[str], place: int) -> bool:
    """True for "down from 12 to 4", "bring check-in time down"; not for "calming people down", "written down"."""
    after = said[place + 1 : place + 2]
    return any(word[:1].isdigit() or word in _DOWN_TO for word in after) or not _BRINGING.isdisjoint(said[:place])


def _verbs_in(read: list[str]) -> Iterator[str]:
    for place, word in enumerate(read):
        is_joined = place > 0 and read[place - 1] in _BEFORE and word not in verbs().third  # no "gold and watches"
        if place == 0 or is_joined or word in verbs().gerund or word in _named_work():
            yield from _base_of(word)


def _base_of(word: str) -> Iterator[str]:
    """The base form of a verb, or of the work that a noun names; without what says that it is done again."""
    known = verbs()
    base = known.past.get(word) or known.gerund.get(word) or known.third.get(word) or known.base.get(word)
    base = base or _named_work().get(word)
    if base is None:
        return
    stems = (base.removeprefix(again) for again in _AGAIN if base.startswith(again))
    yield next((stem for stem in stems if stem in known.base and len(stem) > 2), base)


@once
def _named_work() -> dict[str, str]:
    """The nouns that name work, with the verb of each: "supervision", "supervise"."""
    named = {}
    for line in lines("activities"):
        noun, _, done = line.partition(" ")
        named[noun] = verbs().past.get(done, done)
    return named

"""Work told by a form in -ing or of today, as the writer's experience: "Running the pass" says "I have run the pass".

It is told so only where that is true whether or not it still goes on. Whoever is merging two logs has not merged them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from followup_letters.lexicon import lines, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.nouns import end_of_noun, is_common
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.grammar.prefixes import parted
from followup_letters.wording.grammar.tenses import follows_have

_UNIT = (
    r"(?:hours?|days?|nights?|shifts?|weekends?|weeks?|months?|quarters?|seasons?|terms?|semesters?|years?|year-ends?"
    r"|winters?|summers?|springs?|autumns?|mornings?|evenings?)"
)
_AT_TIMES = pattern(
    rf"\b(?:every|each|daily|nightly|weekly|fortnightly|monthly|yearly)\b|\b(?:an?|per) {_UNIT}\b(?!-)|\bon \w+days\b"
)
_RATE = pattern(
    rf"\b(?:an?|per|each|every) {_UNIT}\b(?!-)|\bon an? (?:[a-z]+ )?[A-Z]\w+day\b|\b(?:daily|weekly|monthly|yearly)$"
)
_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)"
_ENDED = pattern(
    rf"\bwithout\b|\b(?:in|within|inside|over) {_NUMBER} {_UNIT}\b"
    r"|, which (?:saved|took|cut|halved|brought|freed|raised|reduced|doubled|ended) "
    r"|(?:, (?:and )?| [-–—] )(?:finished|completed|delivered|done) "
    r"|\bnow uses?\b|\b(?:that|which) (?:have|has) (?:since )?\w+ed\b|\b(?:ahead of|under budget|on budget|on time)\b"
)
_DATED = pattern(
    r"\b(?:in|until|to|by) (?:19|20)\d\d\b|\b(?:last|next|this) (?:year|month|week|spring|summer)\b|\bago\b"
)
_THEN = pattern(  # when something was so that is over: "when the estate was built"
    r"\b(?:when|before|after|until) (?:[\w'’-]+ ){1,4}(?:was|were|had|did|came|went|closed|opened|left|began|burned)\b"
    r"|\b(?:before that|last (?:year|month|spring|summer|autumn|fall|winter|season)|ago)\b|\bin (?:19|20)\d\d\b(?!-)"
)
_NOW = pattern(r"\b(?:now|today|still|since|currently|so far|every|each)\b|[;:]|, (?!and\b)")
_ASIDE = pattern(r"[,:(]| [-–—] ")
_BRINGING = frozenset("coach guide help lead mentor support take teach train".split())
_TO_AN_END = pattern(r"\bto (?:an?|the|their|its|two|three|first|second)\b(?! (?:new|every)\b)")
_TIME_SPENT = pattern(
    r"(?P<years>(?:(?:more than|over|nearly|almost|about|some) )?(?:\d+|[a-z]+(?:-[a-z]+)?) "
    r"(?:years|months|seasons|summers|winters)) (?P<doing>(?P<verb>[a-z]+ing) .+)",
    re.IGNORECASE,
)
_RANGED = pattern(r"\d\S*(?: \w+)? to \S*\d\S*$")
_WHITHER = frozenset("to into onto toward towards".split())
_RELATIVES = frozenset("that which who whom whose where when how".split())
_NO_WORK = frozenset(
    """be become begin belong choose come dream enjoy expect fall feel finish get go hate have hold hope know learn
    like live lose love mean need owe own remain retire seek seem stay start stop study think try want
    wish""".split()
)
_SHORTEST_VERB = 7  # letters in -ing of a verb that no table has: "labouring"
_OPENING_AN_OBJECT = frozenset("what what's why how whether where who it them him her".split())
_OF_PERSONS = frozenset(
    "acting attending commanding presiding returning serving visiting".split()
)  # "presiding officers"
_STILL = frozenset("still also always never then now often usually even".split())


@cache
def participles() -> Mapping[str, Sequence[str]]:
    """The forms of each verb that follow "have", by its base form."""
    found: dict[str, list[str]] = {}
    for past, base in verbs().past.items():
        if follows_have(past):
            found.setdefault(base, []).append(past)
    odd = (line.split() for line in lines("participles"))
    return found | {base: [form] for base, form in odd}


@cache
def pasts() -> Mapping[str, Sequence[str]]:
    """The past forms of each verb, by its base form."""
    found: dict[str, list[str]] = {}
    for past, base in verbs().past.items():
        found.setdefault(base, []).append(past)
    return found


def is_no_work(base: str) -> bool:
    """True for "have", "learn", "co-own": nothing that somebody does at work."""
    return base.rpartition("-")[2] in _NO_WORK


def is_at_a_rate(what: str) -> bool:
    """True for "18 to 22 patients a day", which goes with no perfect: nothing says of how long that is true."""
    return _RATE.search(what) is not None and _ENDED.search(what) is None


def done_before(doing: str) -> str | None:
    """What follows "I have", of what is told in -ing: "running the pass" → "run the pass".

    None where that might say that something is finished, and where a verb has no form that is known.
    """
    read = words_of(doing)
    base = verbs().gerund.get(read[0].core, "")
    if base in _NO_WORK or len(read) < 2 or not _is_surely_so(doing, base, read):
        return None
    return _in_the_perfect(doing, read, verbs().gerund)


def done_then(doing: str) -> str | None:
    """What follows "I", of what is told in -ing and is over: "redrawing it when the estate was built" → "redrew it …".

    None where nothing says so, or a verb has more pasts than one.
    """
    read = words_of(doing)
    if verbs().gerund.get(read[0].core, "") in _NO_WORK or not _THEN.search(doing) or _NOW.search(doing):
        return None
    return _with_other_verbs(doing, read, verbs().gerund, _past)


def perfect_of(doing: str) -> str | None:
    """The same of a verb that no table has: "barcoding every tube" → "barcoded every tube"; None where it may go on.

    A verb that ends as a known one is told as that: "handwriting" as "writing".
    """
    first, _, rest = doing.partition(" ")
    if first.endswith(("ying", "eing")) or is_at_a_rate(doing) or not _is_surely_so(doing, "", words_of(doing)):
        return None
    known = next((first[n:] for n in range(1, len(first) - 4) if first[n:] in verbs().gerund), "")
    done = _participle(verbs().gerund.get(known, ""), known) if known else f"{first.removesuffix('ing')}ed"
    return done and f"{first[: -len(known)] if known else ''}{done} {rest}"


def time_spent(body: str, read: Sequence[Word]) -> str | None:
    """What follows "I have", of "Eleven years driving buses": "spent eleven years driving buses"; else None."""
    found = _TIME_SPENT.fullmatch(body)
    verb = found["verb"].lower() if found else ""
    base = verbs().gerund.get(verb) or (verb if len(verb) > _SHORTEST_VERB and not is_common(verb) else "")
    years = [word for word in read[:4] if is_number(word.core)]
    if (
        found is None
        or not years
        or not base
        or base in _NO_WORK
        or _DATED.search(body)
        or len(found["doing"].split()) < 2
    ):
        return None
    return f"spent {body[0].lower()}{body[1:]}"


def done_often(doing: str, read: Sequence[Word]) -> str | None:
    """The same of what is told of today, in the third person or in none: "reads drawings" → "read drawings"."""
    forms = verbs().third if parted(read[0].core, verbs().third) else verbs().base
    main = _ASIDE.split(doing, maxsplit=1)[0]  # "…, 140 projects last spring" says nothing of when it was run
    return None if _DATED.search(main) or _RANGED.search(doing) else _in_the_perfect(doing, read, forms)


def _in_the_perfect(doing: str, read: Sequence[Word], forms: Mapping[str, str]) -> str | None:
    """`doing` with a participle for its verb, and for each that is joined to it; None if one is not known."""
    return _with_other_verbs(doing, read, forms, _participle)


def _with_other_verbs(
    doing: str, read: Sequence[Word], forms: Mapping[str, str], changed: Callable[[str, str], str | None]
) -> str | None:
    """`doing` with its verb, and each that is joined to it, `changed` by its base form and as it was typed."""
    if _goes_on_otherwise(read, forms):
        return None
    places = [0, *_joined(read, forms)]
    said = doing
    for place in places:
        prefix, verb = parted(read[place].core, forms) or ("", "")
        done = changed(forms.get(verb, ""), verb)
        if done is None:
            return None
        typed = read[place].typed.strip(",")
        head, tail = ("", said) if place == 0 else _parted_at(said, typed)
        said = f"{head}{prefix}{done}{tail[len(typed) :]}"
    return said


def _parted_at(said: str, typed: str) -> tuple[str, str]:
    """`said` before the joined verb, and from it on."""
    at = max(said.find(f" and {typed} "), said.find(f" & {typed} "))
    at += said[at + 1 :].index(" ") + 2
    return said[:at], said[at:]


def _joined(read: Sequence[Word], forms: Mapping[str, str]) -> Sequence[int]:
    """Where verbs of the same form stand after an "and", before any "that": "a team that builds and tests pumps"."""
    end = next((place for place, word in enumerate(read) if word.core in _RELATIVES), len(read))
    return [
        place
        for place in range(2, min(end, len(read) - 1))
        if read[place - 1].core in {"and", "&"} and read[place].core in forms and _has_its_object(read, place)
    ]


def _has_its_object(read: Sequence[Word], place: int) -> bool:
    """True for a verb before what it is done to: "and posts the figures"; not for "orders lines", "and handling of"."""
    verb, first = read[place].core, read[place + 1].core
    if verb in _OF_PERSONS:
        return False
    if first in words("determiners") - {"of"} or is_number(first) or first.replace("’", "'") in _OPENING_AN_OBJECT:
        return True
    end = end_of_noun(read, place)
    is_bare = end is not None and end > place + 1 and needs_no_article(read[end - 1].core)
    is_doubtful = verb in words("noun_verbs") or verb in words("before_nouns") or not read[place].typed.islower()
    return is_bare and not is_doubtful


def _goes_on_otherwise(read: Sequence[Word], forms: Mapping[str, str]) -> bool:
    """True for "and still gets a laugh": a further verb that is not surely one of the same."""
    later = zip(read, read[1:], read[2:], strict=False)
    return any(
        before.core in {"and", "but", ",", "then", "or"}
        and between.core in _STILL | words("adverbs")
        and verb.core in forms
        for before, between, verb in later
    )


def _past(base: str, typed: str) -> str | None:
    """The past of a verb, if it has one alone; of "labelling" it is "labelled", of "labeling" "labeled"."""
    return _as_typed(pasts().get(base, ()), typed)


def _participle(base: str, typed: str) -> str | None:
    """What follows "have": of "labelling" it is "labelled", of "labeling" "labeled"; None if either might be."""
    return _as_typed(participles().get(base, ()), typed)


def _as_typed(found: Sequence[str], typed: str) -> str | None:
    if len(found) == 1:
        return found[0]
    stem = typed.removesuffix("ing")
    return next((form for form in found if typed.endswith("ing") and form == f"{stem}ed"), None)


def _is_surely_so(doing: str, base: str, read: Sequence[Word]) -> bool:
    """True where it has been done whether or not it goes on."""
    main = _ASIDE.split(doing, maxsplit=1)[0]
    if _DATED.search(main) or (base in _BRINGING and _TO_AN_END.search(main)):
        return False
    if base in words("going_on") or _AT_TIMES.search(main) or _ENDED.search(doing):
        return True
    return _is_of_things_in_general(read)


def _is_of_things_in_general(read: Sequence[Word]) -> bool:
    """True for "drafting reports that members read", of as many as there were; not for "moving files to phones"."""
    end = next((place for place, word in enumerate(read) if word.core in _RELATIVES | {",", "(", ":"}), len(read))
    main = [word.core for word in read[1:end]]
    if not main or _WHITHER.intersection(main) or any(is_number(core) for core in main) or "the" in main:
        return False
    start = 2 if main[0] in words("prepositions", "particles") - words("determiners") and len(main) > 1 else 1
    noun = end_of_noun(read, start)
    is_bare = noun is not None and needs_no_article(read[noun - 1].core)
    return read[start].core not in words("determiners") and is_bare

"""Bullets that tell how far something was moved: "Food cost from 31 % to 28", "Turnover: 38 percent down to 21".

Each stands after a verb of ours, "I brought the food cost from 31 % to 28", with the article that it was noted without.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.no_deeds import begins_with_a_past_noun
from followup_letters.wording.bullets.said import Said, i
from followup_letters.wording.grammar.nouns import end_of_noun, has_a_verb, is_common, is_participle, is_year
from followup_letters.wording.grammar.objects import Word, needs_no_article, words_of
from followup_letters.wording.grammar.the_living import are_alive

_FIGURE = r"[~<>≈+-]?[$£€¥]?\d[\d.,]*(?:(?::\d\d)+|k|m|bn|%|x|p)?"  # "$1,200", "31%", "7:40"
_MOVED = pattern(
    r"\b(?:up|down|went|rose|fell|dropped|grew|climbed|came|in (?:an?|one|two|three|four|five|\w+teen|\d+)|by \w+ing)\b"
)
_READ = r"[$£€]?(\d[\d,]*(?:\.\d+)?)(k|m|bn)?(?![\w.,]*\d)"
_BARE = pattern(rf"^ from {_READ}(?:%|(?: (?!down |up |to )[a-z]+){{1,2}})? to {_READ}")
_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_FROM_TO = pattern(r"from (\S+)(?: [^,;:]{1,30}?)? to (\S+?)(?![\w.])[%,;]?(?: .*)?$", re.DOTALL)
_GAUGED = frozenset("rate rates speed yield output throughput average".split())  # "21 to 29 kg an hour"
_OF_IT = frozenset("most mostly mainly largely some half".split())
_SINCE_OR_NOW = pattern(r" (?:since|after|now)$")
_SINCE = pattern(r"\bsince (?:the|we|I|my)\b")
_MOVING = frozenset("bringing cutting driving getting moving pulling pushing taking turning winding".split())
_UNDER_ME = pattern(r"\b(?:under|with) me\b")
_SPANNING = frozenset("age ages group groups range ranges size sizes voltage children people men women".split())
_UP_TO = pattern(rf"(?<!from )\bup to {_FIGURE}(?!\w|\s?%|\s?per\s?cent)")
_EACH = pattern(r"\b(?:people|guests|seats|units|employees|staff|kg|inches|litres|liters|metres|meters)\b")
_PART = r"(?:a (?:fifth|quarter|third|half)|half|two thirds)\b"
_OF_A_PLACE = pattern(  # "Accidental dwelling fires in the district"
    r"\b(?:in|on|across|throughout) (?:the|our) (?:area|borough|city|county|country|district|parish|region|state|town"
    r"|valley|village)\b"
)
_WHITHER = pattern(r" (?P<whither>down|up) (?=from )")
_WENT = {"down": "came down", "up": "went up"}
_STEP = rf"(?:{_FIGURE}\s?(?:%|per\s?cent\b|points\b)|[a-z]+ (?:points|per\s?cent)\b|{_PART})"
_ANOTHER = pattern(rf", (?=[a-z]+(?: [a-z]+){{0,3}} (?:up|down) (?:by )?{_STEP}$)")  # ", overtime down a half"
_ABSTRACT = pattern(r"\w+(?:ency|ancy|ness|ism|ivity|ality)")  # "absenteeism", of which there is no "an"
_UNIT = r"(?:[^,:;]|(?<=\d),(?=\d))"  # of what stands beside a figure: "per 10,000 collections"
_OF_A_NAME = pattern(r"[A-Z][a-z]+ [A-Z][a-z]+ ")  # "Gift Aid conversion"
_GONE_WRONG = frozenset(
    """abandoned canceled cancelled damaged delayed disputed dropped failed lost missed rejected reopened repeated
    returned spoiled unplanned wasted""".split()
)
_NAMED_BY_ING = frozenset("list lists loss losses".split())  # "waiting list", "drying losses"
_SEVERAL_BY_LETTERS = pattern(r"[A-Z]{2,}s")
_PREFIXES = frozenset({"no", "re", "non", "pre"})  # "no-shows", "re-admissions"
_DOWN_FROM = pattern(r" (?:down|up) from \S*\d")
_BECAME = r"(?:(?:went|rose|fell|dropped|grew|climbed|came)\s+)?"
_BY_ITSELF = pattern(r"\s+(?:rose|fell|dropped|grew|climbed)\s")
_WHAT = r"(?P<what>[^,:;()]{2,70}?)"
_SHARE = rf"{_FIGURE}(?:\s?per\s?cent)?"
_WAS = pattern(rf"{_WHAT}:? (?:now )?(?P<now>{_SHARE})(?: now)?,? (?:was|(?:down|up) from) (?P<then>{_SHARE})")
_TIME = r"(?:in|when|before|by|at|on|until|since|as of|last|this|now|so far)\b[^,:;]{0,40}|then|(?:19|20)\d\d"
_SOME = rf"(?:{_FIGURE}|nothing|none|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_THEN_AND_NOW = (
    pattern(  # "Desk turnover: 64 percent in 2023, 22 percent in 2025", "Agency hours - 210 a week then, 22 now"
        rf"{_WHAT}(?::| [-–—]) (?P<then>{_SOME}\b[^,:;]*? (?:{_TIME})), (?P<now>(?:under |over )?{_SOME}\b[^,:;]*)"
    )
)
_PARTED = pattern(rf"{_WHAT}, (?P<change>from {_FIGURE}[^,:;]* to {_FIGURE}[^,:;]*)")
_NOT_ON_THE_WAY = rf"{_WHAT}(?<! up)(?<! down)(?<! from)(?<! to)"
_BACKWARDS = pattern(
    rf"{_NOT_ON_THE_WAY} (?P<now>{_SHARE}) from (?P<then>{_SHARE})(?P<rest>(?: (?:in|over|within) .*)?)"
)
_BARE_TO = pattern(
    rf"{_NOT_ON_THE_WAY} (?P<then>{_SHARE}) (?:(?:down|up) )?to (?P<now>{_SHARE})"
    r"(?P<rest>(?: (?:in|over|within|on|and|at|with) .*)?)"
)
_BY_WHAT = pattern(r"(?P<what>[A-Za-z][^;:\d]+); (?P<moved>[^;:]*\b(?:up|down) from [^;:]*)")
_MOVED_UNDER = pattern(r": (?=(?:down|up) from )")  # "Plans published late: down from 40 a period to 3"
_TIMES_AS_MUCH = pattern(
    rf"{_WHAT} (?P<done>halved|doubled|trebled|tripled|quadrupled)(?P<rest>(?: (?:in|within|over|since) [^,;:]*)?)"
)
_CUT = pattern(
    rf"{_WHAT} (?P<done>cut|reduced|lowered|shortened|trimmed|raised|increased|lifted|grown) "
    rf"(?P<rest>from {_FIGURE}.* to {_FIGURE}.*)"
)


def moved(body: str, read: Sequence[Word]) -> Said | None:
    """What "I brought" from one figure to another; None if it is not proved."""
    was = _WAS.fullmatch(body)
    if _UNDER_ME.search(body):  # which says already who brought it there
        return None
    if _UP_TO.search(body):  # "Flow cytometry up to 18 colors", which is how far it goes
        return None
    times = _TIMES_AS_MUCH.fullmatch(body)
    if times:  # "Shop manager turnover halved in two years"
        what = _measured(times["what"], read[: len(times["what"].split())], body)
        since = "have" if times["rest"].startswith(" since ") else ""
        return i(f"{times['done']} {what}{times['rest']}", since) if what else None
    cut = _CUT.fullmatch(body)
    if cut:  # "Restows cut from 2.4 percent to 0.8"
        what = _measured(cut["what"], read[: len(cut["what"].split())], body)
        verb = "grew" if cut["done"] == "grown" else cut["done"]
        is_team = verb == "grew" and read[len(cut["what"].split()) - 1].core in words("collectives")
        return i(f"{verb} {what} {cut['rest']}") if what and not is_team else None
    if was:  # "Error rate 0.3%, was 2.1%"
        body = f"{was['what']} from {was['then']} to {was['now'].rstrip('.,')}"
        read = words_of(body)
    body = _in_order(_MOVED_UNDER.sub(" ", body, count=1))
    read = words_of(body)
    found = next(filter(None, (move.fullmatch(body) for move in _moves())), None)
    if found is None or any(map(is_year, " ".join(found.groups()[1:]).split())) or has_a_verb(_main_part(read)):
        return None
    what = _measured(found["what"], read[: len(found["what"].split())], body)
    if what is None or _may_be_a_range(body, found["what"]):
        return None
    by_itself = _BY_ITSELF.match(body[len(found["what"]) :])
    if by_itself:  # "the pass rate rose from 64% to 88%"; people neither rise nor fall
        return None if are_alive(read[0].core) else Said(what, "", body[len(found["what"]) :].strip())
    rest = re.sub(rf"\s+{_BECAME}", " ", body[len(found["what"]) :], count=1)
    rest = rest.replace(": from ", " from ", 1).replace(": ", " from ", 1)
    rest = _BARE.sub(lambda bare: f"{_whither(bare)}{bare[0]}", rest, count=1)
    rest = _ANOTHER.sub(", and ", rest, count=1)
    came = _OF_A_PLACE.search(found["what"]) and _WHITHER.match(rest)
    if came:  # which nobody brings there alone
        return Said(what, "", f"{_WENT[came['whither']]} {rest[came.end() :]}")
    return i(f"brought {what}{rest}", "have" if _SINCE.search(rest) else "")


def with_its_means(body: str) -> str | None:
    """A change that was noted after what brought it about, with that behind it: "Thermal cameras; fires down from 14 to
    3" → "fires down from 14 to 3 with thermal cameras"; None if the first part is no thing, or the second no change.
    """
    found = _BY_WHAT.fullmatch(body)
    if found is None:
        return None
    named, read = words_of(found["what"]), words_of(found["moved"])
    is_plain = needs_no_article(named[0].core) or needs_no_article(named[1].core if len(named) > 1 else "")
    is_deed = has_a_verb(named) or named[0].core in verbs().past or named[0].core in verbs().base
    means = None if is_deed or not is_plain else _lowered(found["what"], named[0])
    return f"{found['moved']} with {means}" if means and moved(found["moved"], read) else None


def _in_order(body: str) -> str:
    """A change with its figures in order and after "from": "Efficiency 61% to 78%", "Pack-out 84% from 71% in a year".

    A change whose times are told is left with them: "Turnover from 64 percent in 2023 to 22 percent in 2025".
    """
    parted = _PARTED.fullmatch(body)
    if parted:
        return f"{parted['what']} {parted['change']}"
    told = _THEN_AND_NOW.fullmatch(body)
    if told:
        then, now = told["then"].removesuffix(" before"), told["now"]  # "9 before, 1 since"
        return f"{told['what']} from {then} to {now if then == told['then'] else _SINCE_OR_NOW.sub('', now)}"
    found = _BACKWARDS.fullmatch(body) or _BARE_TO.fullmatch(body)
    if not found or not _is_gauged(found["what"], found["then"]):
        return body
    return f"{found['what']} from {found['then']} to {found['now']}{found['rest']}"


def _is_gauged(what: str, figure: str) -> bool:
    """True for what has one figure at a time: a share, or so many an hour; not for "Ages 4 to 11"."""
    last = what.rpartition(" ")[2].casefold()
    return figure.endswith(("%", "cent")) or " per " in what or last in words("measured") or last in words("gauges")


def goes_up_or_down(body: str, read: Sequence[Word]) -> bool:
    """True for "Billing disputes down from 30 to 4", where -ing is part of a name; not for "Bringing …"."""
    is_named = len(read) > 1 and needs_no_article(read[1].core) and read[0].core not in _MOVING
    return is_named and re.match(r"\S+ \S+ (?:up|down) from \S*\d", body) is not None


def _whither(moved_from: re.Match[str]) -> str:
    """ " down" before "from 9% to 3.5%", " up" before "from 29% to 46%"; nothing where a figure is not read."""
    then, times, now, now_times = moved_from.groups()
    before, after = (float(figure.replace(",", "")) for figure in (then, now))
    if times != now_times or before == after:
        return ""
    return " down" if after < before else " up"


@cache
def _moves() -> Sequence[re.Pattern[str]]:
    """How a change is written, each with what was moved and its figures: "from 31 % to 28", ": 38 down to 21"."""
    numbers = "|".join(sorted(words("numbers"), key=len, reverse=True))
    amount = rf"(?:(?:about|nearly|over|under|almost) )?((?:a )?(?:{_FIGURE}|{numbers})(?![\w-]))"
    since = rf"{amount}(?:\s{_UNIT}{{1,30}}?)?\s+(?:(?:down|up) )?to\s+{amount}"
    return (
        re.compile(rf"{_WHAT}\s+{_BECAME}(?:(?:up|down)\s+)?from\s+{since}.*", re.DOTALL),
        re.compile(rf"{_WHAT}\s+(?:up|down)\s+(?:by\s+)?({_STEP}).*", re.DOTALL),
        re.compile(rf"{_WHAT}\s+(?:up|down)\s+to\s+({_FIGURE})(?!\w).*", re.DOTALL),
        re.compile(rf"{_WHAT}: (?:from )?{since}[^:;]*"),
    )


def _may_be_a_range(body: str, what: str) -> bool:
    """True for "Projects from £50k to £4m", "Ages from 4 to 11": nothing says that anything moved."""
    rest = body[len(what) :]
    if _MOVED.search(rest) or not rest.lstrip().startswith("from") or _goes_down(rest):
        return False
    head = re.split(r" (?:of|for|among|in|on|at|to|with) ", what)[0].split()[-1].casefold()
    is_measure = head in words("measured") or head in words("gauges") or not head.endswith("s") or head.endswith("ss")
    return not is_measure or head in _SPANNING or (head not in _GAUGED and _EACH.search(rest) is not None)


def _goes_down(change: str) -> bool:
    """True for "from 11 a year to 3", "from eleven hours to seven": a range begins with its lower end."""
    found = _FROM_TO.match(change.strip().casefold())
    then, now = (_value(figure) for figure in found.groups()) if found else (None, None)
    return then is not None and now is not None and now < then


def _value(figure: str) -> float | None:
    """What a figure comes to: "11", "$1,200", "eleven"; None for a year, and where it is not read."""
    found = re.fullmatch(_READ, figure)
    if found and not found[2] and not is_year(figure):
        return float(found[1].replace(",", ""))
    return _SMALL.index(figure) + 1.0 if figure in _SMALL else None


def _main_part(read: Sequence[Word]) -> Sequence[Word]:
    """The words before "after I introduced …" and ", most of it at soil sort", which may have a verb of their own."""
    for place, word in enumerate(read):
        following = read[place + 1].core if place + 1 < len(read) else ""
        begins = word.core in {"after", "once", "when"} or (word.core == "since" and following in {"i", "we"})
        if begins or (word.core == "," and following in _OF_IT):
            return read[:place]
    return read


def _measured(text: str, what: Sequence[Word], body: str) -> str | None:
    """The measure `text` with its article, if it takes one; None if it is no measure."""
    if len(what) > 2 and what[-1].core in {"late", "early"} and is_participle(what[-2].core):
        before = _measured(text.rsplit(maxsplit=2)[0], what[:-2], body)  # "plans published late"
        return before and f"{before} {what[-2].typed} {what[-1].typed}"
    if what[0].core in verbs().base and len(what) == 2 and what[1].typed.isupper():
        return None  # "bend EMT up to 1-1/4 inch"
    if what[-1].core in words("prepositions"):
        return None  # "gangs of up to 34"
    is_gauge = end_of_noun(what, 0) == 2 and what[1].core in words("gauges") | _NAMED_BY_ING  # "waiting time for …"
    is_deed = what[0].core in verbs().gerund and not is_gauge and not goes_up_or_down(body, what)
    named = what[1:] if what[0].core in _GONE_WRONG and len(what) > 1 else what  # "reopened claims"
    of = next((n for n, word in enumerate(what) if n and word.core in words("prepositions")), len(what))
    named = [*named[: len(named) - (len(what) - of)], what[-1]]  # "returns for cracked spines"
    is_named_so = (
        len(what) == 2
        and needs_no_article(what[1].core)
        and (_DOWN_FROM.match(body[len(text) :]) or _goes_down(body[len(text) :]))
    )
    named = what[1:] if is_named_so else named  # "published corrections down from 112 a year to 38"
    named = named[1:] if begins_with_a_past_noun(body) else named  # "output up 20%"
    if is_deed or any(word.core in verbs().past or word.core in words("odd_participles") for word in named):
        return None
    head, lowered = _head(what), _lowered(text, what[0])
    if head is None or lowered is None:
        return None
    is_bare = needs_no_article(head) and not (head in words("gauges") and len(what) > 2)  # "the waiting time for …"
    is_state = what[0].core in {"right", "on"}  # "right first time", "on-time delivery"
    is_named_short = len(what) == 1 and what[0].typed.isupper()  # "PUE"
    is_bare = is_bare or is_state or is_named_short or what[0].core in words("determiners")
    is_plain = is_bare or _ABSTRACT.fullmatch(head) or not head.isalpha()
    return lowered if is_plain else f"the {lowered}"


def _head(what: Sequence[Word]) -> str | None:
    """The noun of "pass rate of a set": its last word before a preposition; None for a person, who is not moved."""
    end = next((place for place, word in enumerate(what) if word.core in words("prepositions") and place), len(what))
    core = what[end - 1].core
    return None if core in words("job_titles", "roles", "offices") else core


def _lowered(text: str, first: Word) -> str | None:
    """`text` with a small letter where its first word is a common one; as typed for what is spelt with a figure."""
    if not first.typed[0].isupper() or _OF_A_NAME.match(text):
        return text
    if (first.typed.isupper() and first.typed.isalpha()) or _SEVERAL_BY_LETTERS.fullmatch(first.typed):
        return text
    if (
        is_common(first.typed.partition("-")[0].casefold())
        and first.typed.partition("-")[0].istitle()
        and "-" in first.typed
    ):
        return text[0].lower() + text[1:]  # "Contract-to-PTO time"
    if not first.typed[1:].islower():
        return text if not first.typed[1:].isalpha() else None
    begun, hyphen, last = first.core.rpartition("-")
    is_known = (
        is_common(first.core)
        or is_participle(first.core)
        or first.core.endswith("ing")
        or (hyphen and is_common(last) and (begun in _PREFIXES or is_common(begun)))
    )
    again = first.core.removeprefix("re").removesuffix("s")  # "restows"
    is_known = is_known or (again in verbs().base and first.core.startswith("re"))
    return text[0].lower() + text[1:] if is_known else None

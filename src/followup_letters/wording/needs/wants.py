"""What a need says somebody wants: more or less of a thing, or that it be so: "fewer falls", "labels right"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.asides import without_aside
from followup_letters.wording.grammar.nouns import is_participle
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.grammar.phrases import without_stop

_SEVERAL = pattern(r"[;:?!()]|\.\s|\b(?:I|me|my|you|your|we|our|us|they|them|their)\b", re.IGNORECASE)
_OF_PERSONS = pattern(
    r"\b(?:(?:under|over) \d\d\b(?! (?:hours|minutes|days))|aged?|not|isn['’]t|egos?|needs|younger|older)\b",
    re.IGNORECASE,
)
_BROUGHT_THROUGH = pattern(
    r"[\w ]+s through (?:their |the )?(?:probation|induction|training|registration|exams?|first)\b"
)
_GOING_ON = pattern(r"\w+s \w+ing (?:at|by|in|within|before) \S+")  # "lifts turning at nine"
ALL_OR_NONE = frozenset({"no", "every", "each"})
NONE_AT_ALL = frozenset({"zero", "nil"})
_ZERO_OF_A_KIND = frozenset("hours tolerance carbon emission emissions waste energy trust rate rated".split())
_LATE = frozenset("late missed lost overdue outstanding open unanswered".split())
_FEW = "one|two|three|four|five|six|seven|eight|nine|ten"
_MEASURED = pattern(
    r"\b(?:above|below|under|over|within|inside|in|by)\s+(?!\w+ (?:languages|countries|states|towns|counties)\b)"
    rf"(?:\S*\d(?![\d-])|(?:{_FEW})\b)"
    rf"|\b(?:beyond|down|up)\s+(?:by )?(?:[$£€]?\d|(?:{_FEW}|an?)\b)"
    r"|\baccurate to \S*\d"
    r"|\bin an? (?:minute|hour|shift|morning|day|week|month|quarter)\b"
)
_TURNS = pattern(r"\bone \w+ in (?:\d|two|three|four|five|six)\b")  # "the on-call rotation, one week in four"
_SHOULD_BE = pattern(
    r" out of the (?:door|gate|yard)\b| right(?:$| the| first| to the| before)| ready (?:for|by|before|on|in) "
    r"| into (?:the|our) (?:[\w-]+ ){1,2}(?:by|before|in time)\b"
    r"| (?:deliver\w*|ship\w*|shift|day|week|season) without "
)
_NO_COMPARATIVES = frozenset(
    {("higher", "education"), ("lower", "limb"), ("lower", "school"), ("longer", "term"), ("earlier", "experience")}
    | {("more", "or"), ("safer", "recruitment"), ("further", "education"), ("upper", "school"), ("senior", "school")}
)
_UNITS_OF_THINGS = frozenset("kg tonnes tonne tons t metres meters m ft feet acres hectares years miles".split())
_DENSITY = pattern(
    r"\S*\d\S* (?:kilos|kg|tonnes?|tons|bushels|lit(?:er|re)s|litres|pounds|cubic \w+) (?:per|an?|to the) "
)
_OF_THE_POST = frozenset("overtime weekend weekends travel drama ego egos salary pay".split())
_STATES = frozenset("up down home dry hot live open back warm clean on full sound safe ready informed".split())
_NEEDLESS = pattern(r"no (?:two\b|.*\b(?:needed|required|necessary)$)")
_SHARE = pattern(
    r"\d[\d.]*(?:%| per ?cent) of (?P<what>[^,;:]+) (?P<done>\w+)"
    r" (?:(?:in|within|inside|under|by|on|before|at) \S|(?:the )?(?:same|next|first) \w+)"
)
_WISHED = frozenset(
    """answered paid done closed completed delivered shipped seen resolved repaired fixed returned processed settled
    issued reviewed submitted filed graded marked out ready right filled booked treated cleaned inspected sent
    dispatched""".split()
)
_DUE = pattern(
    r" (\w+) by (?:early |late |mid-|the end of |next |the )?(?:spring|summer|autumn|fall|winter|christmas|easter"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|year-end|20\d\d)\b[^,;]{0,12}$",
    re.IGNORECASE,
)
_BRINGING_ABOUT = frozenset("get bring keep getting bringing keeping".split())
_SO_MUCH_OF_IT = pattern(
    r"(?:half|twice|three times|a third) as (?:many|much|few) |more than \S*\d\S* (?!years|months|weeks)", re.IGNORECASE
)
_LESS = frozenset({"fewer", "less"})
_AMISS = frozenset("broken damaged delayed failed injured lost missed overdue spoiled stolen unpaid wasted".split())
_CHANGING = frozenset("holding lowering driving pushing taking".split())
_BROUGHT = frozenset(
    "above below under down inside within back out off online live clean current free ready right straight".split()
)
_IDIOMS = frozenset("eye track watch rid hold heads best used".split())
_OUT_OF = frozenset("more most best better value sense something".split())
_OPENING_ANOTHER = frozenset("before after until when while if that which who so".split())
_ON_ITS_WAY = frozenset("from into through with by".split())
# What an advertisement asks for or gives, and nobody wants of the work: "a clean driving licence", "a range of tasks".
_ASKED_OR_GIVEN = frozenset(
    """ability award background caseload certificate chance crew degree diploma experience eye interest knowledge
    licence license lot mix number opportunity qualification range share staff team variety""".split()
)
_THERE = pattern(
    r", (?!by |before |in |so )"
    r"|\bof (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty)\b)"
    r"|\bwith (?!no\b|out)"
)
_OBJECTS = frozenset("me us you him her it them this that ourselves".split())


def _are_of_a_kind(read: Sequence[Word]) -> bool:
    """True for "rigs that start on a Monday morning", but not for "money that must be spent"."""
    are_several = len(read) > 3 and read[0].core.endswith("s") and needs_no_article(read[0].core)
    return are_several and read[1].core in {"that", "who"} and read[2].core not in {"can", "must", "should", "will"}


def asks_for_more(phrase: str) -> bool:
    """True for a noun phrase that says what should become of a thing, as after "You want": "fewer falls".

    So does one with a measure behind its noun, or with how it should be: "first doses inside 20 minutes", "labels right
    the first time".
    """
    read = words_of(phrase)
    if read[0].core in _LESS or _SO_MUCH_OF_IT.match(phrase):  # "fewer missed appointments", "half as many returns"
        return True
    if " up to " in phrase or any(word.core in _AMISS for word in read[1:]):  # how far it goes; "sailings lost"
        return False
    if read[0].core in words("plain_gerunds") | _CHANGING or (is_activity(phrase) and not is_measured(phrase)):
        return False
    says_how = _SHOULD_BE.search(phrase) is not None or _is_due(phrase)
    keeps_to = is_measured(phrase) and not (read[0].core in words("with_an_age") or _says_which(read))
    is_so_for_all = read[0].core in ALL_OR_NONE and any(is_participle(word.core) for word in read[2:])
    if asks_for_none(phrase) or _are_of_a_kind(read):
        return True
    if is_needless(phrase) or read[0].core in {"once", "each"} or any(word.core in _OF_THE_POST for word in read):
        return False
    if (read[0].core == "all" and "by" in {word.core for word in read}) or is_a_share_done(phrase):
        return True
    is_one = read[0].core in {"one", "no"} and len(read) > 1 and read[1].core not in words("determiners")
    is_one = is_one or (read[0].core in {"a", "an"} and not _is_as_it_is(phrase, read))
    is_more = _asks_for_more_of(read) or is_one
    is_a_count = is_number(read[0].core) and not is_more
    says_how = says_how or _BROUGHT_THROUGH.match(phrase) is not None
    if _DENSITY.match(phrase):
        return True
    return says_how or _is_so(read) or ((is_more or keeps_to or is_so_for_all or turns_at(phrase)) and not is_a_count)


def _is_as_it_is(phrase: str, read: Sequence[Word]) -> bool:
    """True for what is there, or asked of whoever comes: "a wing of 90 men", "a lever frame, half of it dead"."""
    is_asked_or_given = any(word.core in _ASKED_OR_GIVEN for word in read)
    return is_asked_or_given or _THERE.search(phrase) is not None


def _is_due(phrase: str) -> bool:
    """True for "a design code for the quarter adopted by autumn"; not for "money that must be spent by December"."""
    found = _DUE.search(phrase)
    return found is not None and is_participle(found[1]) and not re.search(r"\b(?:that|which|who)\b", phrase)


def _asks_for_more_of(read: Sequence[Word]) -> bool:
    """True for "fewer falls", "lower costs"; not for "cleaner for the east wing", "higher education experience"."""
    if read[0].core not in words("comparatives") or len(read) < 2:
        return False
    following = read[1].core
    is_name = (read[0].core, following) in _NO_COMPARATIVES
    end = next(
        (n for n, word in enumerate(read) if n and word.core in words("prepositions") | {"than", ","}), len(read)
    )
    return not is_name and end > 1 and following not in words("determiners") and needs_no_article(read[end - 1].core)


def _says_which(read: Sequence[Word]) -> bool:
    """True for a measure that says which ones, and not how far: "vehicles over 7.5 tonnes", "claims under £10,000"."""
    for place, word in enumerate(read[:-1]):
        if not place or word.core not in {"over", "above", "under", "below", "within"}:
            continue
        figure, unit = read[place + 1], read[place + 2].core if place + 2 < len(read) else ""
        if not re.match(r"[£$€]?\d", figure.typed) or not needs_no_article(read[place - 1].core):
            continue
        is_money = re.match(r"[£$€]", figure.typed) is not None and unit not in {"a", "an", "per", "each"}
        is_of_things = read[place - 1].core.endswith("s") or read[place - 1].core == "people"
        is_high = word.core in {"over", "above"} and "%" not in figure.typed and unit not in {"percent", "per"}
        is_far = unit in _UNITS_OF_THINGS or (word.core == "within" and unit in {"year", "years", "miles", "mile"})
        if is_of_things and (is_money or is_high or is_far):
            return True
    return False


def _is_so(read: Sequence[Word]) -> bool:
    """True for a thing and what is to become of it, or how it is to be: "menus costed", "drivers home on time"."""
    end = next((place for place, word in enumerate(read[:5]) if place and tells_a_state(word.core)), None)
    if end is None or read[0].core in verbs().gerund:
        return False
    rest = read[end + 1 :]
    is_end = not rest or rest[0].core in words("prepositions", "adverbs", "particles", "afterwards") | _STATES
    joining = words("prepositions") - words("determiners")
    return is_end and all(word.core not in joining for word in read[:end])


def tells_a_state(core: str) -> bool:
    """True for what tells of a thing before it how it is, or what was done with it: "open", "costed"."""
    return core in _STATES or (is_participle(core) and core not in words("qualifiers"))


def somebody_wanted(need: str) -> str | None:
    """A need for a person, or for nobody, as it follows "You want": "someone at intake who speaks Portuguese"."""
    text = without_stop(without_aside(need))
    first, _, rest = text.partition(" ")
    following = rest.partition(" ")[0].casefold()
    is_told = following in words("prepositions") | {"who", "able"} and following not in {"to", "like", "as", "than"}
    is_somebody = first.casefold() in {"someone", "somebody", "nobody"} and is_told
    is_unsaid = _SEVERAL.search(text) or _OF_PERSONS.search(text)
    return first.lower() + text[len(first) :] if is_somebody and not is_unsaid else None


def as_wanted(task: str) -> str | None:
    """What a task brings about, as it follows "You want": "get complaints under ten" → "complaints under ten".

    The task is told by its verb, or in -ing. None unless a noun comes first, and then where it is to be or how.
    """
    verb, _, thing = task.partition(" ")
    cores = [word.core for word in words_of(thing) if word.core not in {"a", "an"}]
    end = next((place for place, core in enumerate(cores) if core in _BROUGHT), 0)
    if verb not in _BRINGING_ABOUT or not end or (_ON_ITS_WAY | _OPENING_ANOTHER) & {*cores[:end]}:
        return None
    if cores[0] in _IDIOMS or cores[0] in verbs().past or cores[0] in verbs().gerund or cores[0] in words("adverbs"):
        return None  # "keep an eye on costs inside the plant", "get started within a week"
    if cores[end] == "right" and cores[end + 1 : end + 2] not in ([], ["the"], ["first"], ["before"]):
        return None  # "right through the winter"
    if {"instead", "rather", "without"} & {*cores[end:]} or _goes_on_to_do(cores):
        return None  # "cases back in house instead of sending them out" has an end that only the verb's doer can do
    if cores[0] in _OUT_OF and cores[end] == "out":
        return None  # "get more out of the volunteers"
    is_no_noun = cores[0] in (words("prepositions", "particles") - words("determiners")) | _OBJECTS
    return None if is_no_noun or _is_given_a_thing(thing) else thing


def _is_given_a_thing(thing: str) -> bool:
    """True for "every applicant a decision": somebody, and what is to be got for them, which nobody wants so."""
    return any(
        article.core in {"a", "an"}
        and before.core not in words("prepositions") | {"and", "or", "as", "once", "twice", ","}
        for before, article in pairwise(words_of(thing))
    )


def _goes_on_to_do(cores: Sequence[str]) -> bool:
    """True for "the backlog down, and keep it there": a second order after the first."""
    return any(
        before in {"and", ",", "then", "but"}
        and (verb in verbs().base or verb in words("everyday_verbs"))
        and (after in words("determiners") | _OBJECTS or needs_no_article(after))
        for before, verb, after in zip(cores, cores[1:], cores[2:], strict=False)
    )


def brings_about(task: str) -> bool:
    """True for a task that somebody wants done once and for all: "reduce falls", "have the labels right"."""
    return task.partition(" ")[0] in words("aims") or as_wanted(task) is not None


def is_activity(phrase: str) -> bool:
    """True for a noun phrase that begins with a form in -ing: "running out on time"; not for "swimming galas"."""
    first, following, *_ = *phrase.split(), ""
    is_compound = first not in words("plain_gerunds") and needs_no_article(following.strip(",.").casefold())
    return first in verbs().gerund and not is_compound


def asks_for_none(phrase: str) -> bool:
    """True for "zero lost-time injuries", "nil returns late"; not for "zero hours contracts"."""
    read = words_of(phrase)
    if len(read) < 2 or read[0].core not in NONE_AT_ALL or read[1].core in _ZERO_OF_A_KIND or _SEVERAL.search(phrase):
        return False
    end = next((n for n, word in enumerate(read) if n and word.core in words("prepositions")), len(read))
    is_state = end > 2 and read[end - 1].core in _LATE
    return end > 1 and needs_no_article(read[end - 1 - is_state].core)


def is_needless(phrase: str) -> bool:
    """True for what need not be, as nothing that anybody wants: "no experience needed"."""
    return _NEEDLESS.match(phrase) is not None


def is_measured(phrase: str) -> bool:
    """True for a phrase with a figure that a thing is to keep to: "dispensing conversion above 70%"."""
    return _MEASURED.search(phrase) is not None and _TURNS.search(phrase) is None


def is_a_share_done(text: str) -> bool:
    """True for "90 percent of calls answered in ten seconds", "95% of orders out the same day"."""
    found = _SHARE.match(text)
    is_wished = found is not None and found["done"] in _WISHED and not re.search(r"\bby (?!\S*\d)[a-z]+", text)
    return found is not None and is_wished and needs_no_article(found["what"].rpartition(" ")[2])


def turns_at(text: str) -> bool:
    """True for "lifts turning at nine": things, what they do, and the figure by which they should."""
    found = _GOING_ON.match(text)
    return found is not None and is_number(found[0].rpartition(" ")[2].strip(",").casefold())

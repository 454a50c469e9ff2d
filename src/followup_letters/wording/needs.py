"""The needs of one job as they stand in a sentence: after "to", or as a thing that can be named.

A list of needs is read together: it is written in one form, so that what is proved vouches for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.wording.forms import Form, form_of
from followup_letters.wording.nouns import end_of_noun, is_common, is_participle
from followup_letters.wording.objects import is_number, needs_no_article, words_of
from followup_letters.wording.phrases import speaks_to_you, without_aside, without_stop
from followup_letters.wording.saying import gerund_phrase, infinitive, is_compound_verb

_LONG_ENOUGH = 4  # words; a shorter one ("Stock control", "Lead generation") may be a noun though others are verbs
_PLAIN = re.compile(r"[A-Za-z][a-z]+(?:-[a-z]+)*(?=\s)")
_PLURALS = re.compile(r"[A-Za-z][a-z]+s and [a-z]+s")
_COUNTED = re.compile(r"(?:\d[\d,.]*|[a-z]+)(?: [a-z]+){0,2} [a-z]+s\b")
_DONE_IN_TIME = re.compile(r"\w+s (?P<done>\w+) (?:in|within|inside|under|by|before|without) ")
_GOING_ON = re.compile(r"\w+s \w+ing (?:at|by|in|within|before) \S+")  # "lifts turning at nine"
_SEVERAL = re.compile(r"[;:?!]|\.\s")
_ARTICLES = frozenset({"a", "an", "one", "the"})
_ALL_OR_NONE = frozenset({"no", "every", "each"})
_MEASURED = re.compile(
    r"\b(?:above|below|under|over|within|inside|in|by)\s+(?:\S*\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_SHOULD_BE = re.compile(
    r" right(?:$| the| first| to the| before)| ready (?:for|by|before|on|in) "
    r"| (?:deliver\w*|ship\w*|shift|day|week|season) without "
)
_OF_AN_AGE = re.compile(
    r"^(?:people|children|pupils|students|swimmers|patients|homes|trees|debts|cases|adults|horses|dogs|boys|girls|players)\b"
)
_NEEDLESS = re.compile(r"no (?:two\b|.*\b(?:needed|required|necessary)$)")
_BRINGING_ABOUT = frozenset("get bring keep getting bringing keeping".split())
_CHANGING = frozenset("holding lowering driving pushing taking".split())
_BROUGHT = frozenset(
    "above below under down inside within back out off clean current free ready right straight".split()
)
_WITH_AN_ACTIVITY = frozenset("stop start help risk need like love resist".split())  # verbs before a form in -ing
_IDIOMS = frozenset("eye track watch rid hold heads best used".split())
_ON_ITS_WAY = frozenset("from into through with by".split())
_RELATIVES = frozenset("that which who whom whose where when how what why if whether because so".split())
_SUBJECTS = frozenset("i we you they he she it there someone somebody everyone everybody nobody who what".split())
_OBJECTS = frozenset("me us you him her it them this that ourselves".split())
_FINITE = frozenset(
    """is are was were has have had will would can could must should may might never always does do did doesn't don't
    isn't aren't won't can't gets get goes go comes come keeps needs takes stays""".split()
)


def infinitives(needs: Sequence[str]) -> tuple[str | None, ...]:
    """Each of `needs` as it follows "to"; None where that is neither proved nor vouched for by the rest of the list.

    A list vouches if one of its needs is proved and every one can be read so, or if most of them are proved or can be;
    but what stands in the third person vouches for nothing that does not.
    """
    proved = [infinitive(need) for need in needs]
    begins_with_verbs = all(need.split(maxsplit=1)[:1] and need.split()[0].casefold() in verbs().base for need in needs)
    is_sure = begins_with_verbs or sum(found is not None for found in proved) > 1
    read = [found or _read_as_verb(need, is_sure=is_sure) for found, need in zip(proved, needs, strict=True)]
    count = sum(
        found is not None and form_of(need) is not Form.THIRD_PERSON for found, need in zip(proved, needs, strict=True)
    )
    can_be = sum(found is not None for found in read)
    vouches = (
        (count and all(read)) or (count > 1 and 2 * count >= len(needs)) or (count and 5 * can_be >= 3 * len(needs))
    )
    tasks = read if vouches else proved
    return tuple(_being(need) if is_trait(need) else task for need, task in zip(needs, tasks, strict=True))


def _being(trait: str) -> str | None:
    """What somebody is to be as it follows "to": "be calm under pressure"."""
    said = without_stop(without_aside(trait))
    return None if _SEVERAL.search(said) or speaks_to_you(said) else f"be {said[0].lower()}{said[1:]}"


def noun_phrases(needs: Sequence[str]) -> tuple[str | None, ...]:
    """Each of `needs` as the name of a thing; None where that is neither proved nor vouched for by its list.

    A list vouches if nothing in it is told as something to do, and half of it at least are proved to be things.
    """
    proved = [noun_phrase(need) for need in needs]
    count = sum(phrase is not None for phrase in proved)
    if any(map(infinitive, needs)) or 2 * count < len(needs):
        return tuple(proved)
    return tuple(found or _read_as_thing(need) for found, need in zip(proved, needs, strict=True))


def noun_phrase(need: str) -> str | None:
    """A need that names a thing: "Weekend cover for the databases" → "weekend cover for the databases".

    A form in -ing passes, whether it is a noun or not: "Welding to a coded standard". None if the first word may be
    another form of a verb, or a name that keeps its capital.
    """
    text = without_stop(without_aside(need))
    if is_number(text.split(" ", maxsplit=1)[0].casefold()):
        return _counted(text)
    if " " not in text:
        return _single(text)
    first = _PLAIN.match(text)
    article = text.split(maxsplit=1)[0].casefold()
    if _SEVERAL.search(text) or not (first or article in _ARTICLES):
        return None
    word = first[0].casefold() if first else article
    if _is_clause(text) or is_compound_verb(words_of(text)) or is_trait(text):
        return None
    if word in _ARTICLES | _ALL_OR_NONE:
        return text[0].lower() + text[1:]
    return _with_the(text) if _is_named(text, word) else None


def _single(word: str) -> str | None:
    """A need of one word: "Payroll", "complaints"; None for what may be a verb, or keeps its capital."""
    lowered = word.lower()
    known = words("small_letters", "mass_nouns", "rarer_nouns")
    is_noun = lowered in known or lowered.removesuffix("s") in known
    is_verb = lowered in verbs().base
    is_plain = word[1:].islower() and word.isalpha() and is_noun and not is_verb
    return lowered if is_plain and (needs_no_article(lowered) or lowered in verbs().gerund) else None


def _counted(text: str) -> str | None:
    """Things or people of whom the need says how many: "14 loan officers in five branches"."""
    lowered = text[0].lower() + text[1:]
    is_plain = _COUNTED.match(lowered) and not _SEVERAL.search(text) and not _is_clause(text)
    return lowered if is_plain else None


def _is_named(text: str, word: str) -> bool:
    """True for a text, beginning with `word`, that is proved to name a thing or an activity."""
    is_noun = word in verbs().gerund or (is_common(word) and word not in verbs().base and word not in verbs().third)
    is_measured = is_noun and _MEASURED.search(text) is not None  # "dispensing conversion above 70%"
    is_several = _PLURALS.fullmatch(text) is not None or is_measured
    return (
        is_several
        or _is_done_in_time(text, word)
        or _is_described(text, word)
        or _is_activity(text, word)
        or _is_done_to(text, word)
        or _is_a_thing(word, text)
    )


def _is_done_in_time(text: str, word: str) -> bool:
    """True for "Farm and business loans closed in 20 days": several things, and what is to become of them."""
    found = _DONE_IN_TIME.search(text)
    is_a_deed = word in verbs().base and text.split(maxsplit=2)[1] != "and"
    is_done = found is not None and is_participle(found["done"])
    return (is_done or _turns_at(text)) and not is_a_deed


def _turns_at(text: str) -> bool:
    """True for "lifts turning at nine": things, what they do, and the figure by which they should."""
    found = _GOING_ON.match(text)
    return found is not None and is_number(found[0].rpartition(" ")[2].strip(",").casefold())


def _with_the(text: str) -> str:
    """A thing as it is named: "the capital plan for a new plant", "the overtime budget", but "stock counts"."""
    read = words_of(text)
    end = end_of_noun(read, 0) or len(read)
    lowered = text[0].lower() + text[1:]
    is_plain = needs_no_article(read[end - 1].core) or is_activity(lowered) or asks_for_more(lowered)
    return lowered if is_plain or read[0].core in words("determiners") else f"the {lowered}"


def asks_for_more(phrase: str) -> bool:
    """True for a noun phrase that says what should become of a thing, as after "You want": "fewer falls".

    So does one with a measure behind its noun, or with how it should be: "first doses inside 20 minutes", "labels right
    the first time".
    """
    read = words_of(phrase)
    if read[0].core in words("plain_gerunds") | _CHANGING or (is_activity(phrase) and not _MEASURED.search(phrase)):
        return False
    says_how = _SHOULD_BE.search(phrase) is not None
    is_measured = _MEASURED.search(phrase) is not None and not _OF_AN_AGE.search(phrase)
    is_so_for_all = read[0].core in _ALL_OR_NONE and any(is_participle(word.core) for word in read[2:])
    if _NEEDLESS.match(phrase):
        return False
    is_more = read[0].core in words("comparatives") | {"one", "no"}
    is_a_count = is_number(read[0].core) and not is_more
    return says_how or ((is_more or is_measured or is_so_for_all or _turns_at(phrase)) and not is_a_count)


def as_wanted(task: str) -> str | None:
    """What a task brings about, as it follows "You want": "get complaints under ten" → "complaints under ten".

    The task is told by its verb, or in -ing. None unless a noun comes first, and then where it is to be or how.
    """
    verb, _, thing = task.partition(" ")
    cores = [word.core for word in words_of(thing) if word.core not in {"a", "an"}]
    end = next((place for place, core in enumerate(cores) if core in _BROUGHT), 0)
    if verb not in _BRINGING_ABOUT or not end or _ON_ITS_WAY & {*cores[:end]}:
        return None
    if cores[0] in _IDIOMS or cores[0] in verbs().past or cores[0] in verbs().gerund or cores[0] in words("adverbs"):
        return None  # "keep an eye on costs inside the plant", "get started within a week"
    if cores[end] == "right" and cores[end + 1 : end + 2] not in ([], ["the"], ["first"], ["before"]):
        return None  # "right through the winter"
    is_no_noun = cores[0] in (words("prepositions", "particles") - words("determiners")) | _OBJECTS
    return None if is_no_noun else thing


def _is_clause(text: str) -> bool:
    """True for "dishes never pile up", "the phones get answered": a verb of its own, before any "that" or "who"."""
    cores = text.casefold().split()
    if cores[0] in _SUBJECTS:
        return True
    head = cores[: next((place for place, core in enumerate(cores) if core in _RELATIVES), len(cores))]
    if any(core in _FINITE for core in head[1:]):
        return True
    is_plural = len(head) > 2 and head[0].endswith("s") and not head[0].endswith("ss")
    return is_plural and head[1] in words("plain_bases")


def is_activity(phrase: str) -> bool:
    """True for a noun phrase that begins with a form in -ing: "running out on time"."""
    return phrase.split(maxsplit=1)[0] in verbs().gerund


def _is_described(text: str, word: str) -> bool:
    """True for "seed that nobody has grown", "carriers who bill twice"; not for "ensure that …"."""
    return text.split(maxsplit=2)[1] in {"who", "that", "which", "whose"} and word not in words("that_verbs")


def _is_activity(text: str, word: str) -> bool:
    """True for a form in -ing that is no name, and no part of one: not "Reading Council", "Training plan"."""
    following = text.split(maxsplit=2)[1].strip(",.")
    is_verb = (
        following in words("prepositions", "determiners", "particles", "adverbs")
        or following in {"there", "here", "able", "open", "ready"}
        or following.endswith(("s", "ly"))
        or following.isdigit()
    )
    return word in verbs().gerund and is_verb and (text[0].islower() or not following[0].isupper())


def _is_done_to(text: str, word: str) -> bool:
    """True for "budget tracking": a thing, and what is done with it; not for "stop leaking"."""
    following = text.split()[1:]
    is_whole = len(following) == 1 or following[1] in words("prepositions")
    is_noun = word in words("noun_verbs") and word not in _WITH_AN_ACTIVITY
    return is_whole and is_noun and following[0] in verbs().gerund


def is_trait(need: str) -> bool:
    """True for what somebody is to be: "calm under pressure", "patient with children"."""
    first, _, rest = need.strip().casefold().partition(" ")
    return first in words("traits") and rest.partition(" ")[0] in words("prepositions")


def _is_a_thing(word: str, text: str) -> bool:
    """True for a word with a small letter that begins no verb, and opens no phrase that is no noun ("ready to")."""
    table, last = verbs(), word.rpartition("-")[2]
    if any(word in forms for forms in (table.base, table.past, table.third, table.gerund)):
        return word in words("comparatives")
    if word in phrases("adjectives") or word in words("prepositions") or word in words("adverbs"):
        return False
    known = words("small_letters", "comparatives")
    is_known = word in known or last in known or (last.endswith("s") and last[:-1] in known)
    is_known = is_known or word in words("rarer_nouns")
    return is_known or (text[0].islower() and needs_no_article(word))


def _read_as_thing(need: str) -> str | None:
    """`need` as a thing, if a plural stands early in it: "Stock counts that agree with the shelf"."""
    text = without_stop(without_aside(need))
    first = _PLAIN.match(text)
    if not first or _SEVERAL.search(text) or first[0].casefold() in verbs().past or _is_clause(text):
        return None
    following = text.split(maxsplit=2)[1].strip(",.")
    return text[0].lower() + text[1:] if needs_no_article(following) and following.islower() else None


def _is_a_compound(need: str, *, is_sure: bool) -> bool:
    """True for "Sound checks done by six": the first word may belong to the plural after it, and be no verb.

    Unless the list `is_sure` to be one of verbs, also for "Plant lists for eight gardens".
    """
    read = words_of(need)
    if read[0].core not in words("noun_verbs") or len(read) < 3 or not needs_no_article(read[1].core):
        return False
    following = read[2].core
    return is_participle(following) or (not is_sure and following in _RELATIVES | {"for", "of", "in", "on", "from"})


def _read_as_verb(need: str, *, is_sure: bool) -> str | None:
    """`need` as it follows "to", if its first word can be a verb and it is too long to be a name for a task."""
    first = need.split(maxsplit=1)[0].casefold() if need.strip() else ""
    if (
        len(need.split()) < _LONG_ENOUGH
        or gerund_phrase(need)
        or _is_described(need, first)
        or _is_a_compound(need, is_sure=is_sure)
    ):
        return None
    return infinitive(f"To {need[:1].lower()}{need[1:]}")

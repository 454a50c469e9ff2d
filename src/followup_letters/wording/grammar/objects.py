"""Proof that a verb is used as a verb: the words after it must be an object, or something only a verb takes.

A past form alone proves nothing ("Certified welder", "Cut flowers"). What happens here is only the search for that
proof in the next few words; which word is the verb, and what is done with it, is decided in `forms`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.amounts import FIGURE, measures

_REACH = 7  # beyond so many words a bare noun phrase is not one that can be vouched for
_MEASURE_REACH = 16

_SCALES = frozenset("million billion thousand hundred k m bn percent per-cent % x times plus or more odd".split())
_YEAR = pattern(r"(?:19|20)\d\d")
_HEDGE = pattern(
    r"(?:more than|less than|fewer than|up to|at least|as (?:many|much|few) as|well over|just (?:over|under)|nearly"
    r"|almost|about|around|over|approximately|roughly|just|only|some|an average of)(?= )"
)
_BREAKS = pattern(r"([,:](?=\s)|[()\u2013\u2014/](?=\s)|\(|\))")
_JOINTS = frozenset({",", "and", "&", "or", "then"})
_PAIRING = frozenset({"and", "or", "&"})
_CLAUSE_OPENERS = frozenset("how who whose that which what".split())
_ORDINALS = frozenset({"first", "second", "third"})
_EDGES = "\"'“”‘’.,:!"
SHORTEST_PAST = 5  # letters of a form in -ed that is taken for a past though no table has it


class Word(NamedTuple):
    """A word as typed, and its core: lower case, without quotes and stops around it."""

    typed: str
    core: str

    @property
    def is_name(self) -> bool:
        """True if it begins with a capital."""
        return self.typed[:1].isupper()


class Use(NamedTuple):
    """One verb in one place: its base, the form that was typed, and whether that form is often no verb at all."""

    base: str
    form: str
    doubtful: bool


def words_of(text: str) -> list[Word]:
    """The words of `text`; commas, colons, brackets and dashes between words stand as words of their own."""
    return list(_words_of(text))


@lru_cache(maxsize=256)  # a text is asked many things, one after the other
def _words_of(text: str) -> tuple[Word, ...]:
    return tuple([Word(typed, typed.strip(_EDGES).lower() or typed) for typed in _BREAKS.sub(r" \1 ", text).split()])


def is_number(core: str) -> bool:
    """True for "12", "£1.2m", "40+" and "twelve"; not for "2nd" or "12-hour"."""
    return core in words("numbers") or FIGURE.fullmatch(core) is not None


def is_used_as_verb(text: Sequence[Word], at: int, forms: Mapping[str, str], doubtful: frozenset[str]) -> bool:
    """True if the word `at`, or the last of the verbs of the same form joined to it, provably takes an object."""
    while True:
        form = text[at].core
        use = Use(forms.get(form, form), form, form in doubtful or form not in forms)
        if _has_object(text, at + 1, use):
            return True
        following = _joined_verb(text, _past_particle(text, at, use))
        if following is None or not (text[following].core in forms or _are_alike(form, text[following].core)):
            return False
        if following > at + 2 and text[at + 1].core in phrases("particles").get(use.base, ()):
            doubtful = doubtful - {text[following].core}
        at = following


def _past_particle(text: Sequence[Word], at: int, use: Use) -> int:
    """Where a verb ends: after the "on" of "taking on and training", which no noun would have."""
    has_one = at + 2 < len(text) and text[at + 1].core in phrases("particles").get(use.base, ())
    return at + 2 if has_one and text[at + 2].core in _PAIRING else at + 1


def _are_alike(form: str, following: str) -> bool:
    """True for two forms in -ed: what is joined to a past is one, though no table has it ("Propagated and banked")."""
    return form.endswith("ed") and following.endswith("ed") and len(following) >= SHORTEST_PAST


def _joined_verb(text: Sequence[Word], at: int) -> int | None:
    start = at
    while at < len(text) and text[at].core in _JOINTS:
        at += 1
    # A comma alone joins no two verbs ("Umpire, grade one"); a list of them soon comes to its "and".
    if not any(word.core in _JOINTS - {","} for word in text[start : at + 4]) or at == start:
        return None
    while at < len(text) and text[at].core in words("adverbs"):
        at += 1
    return at if at < len(text) else None


def _has_object(text: Sequence[Word], at: int, use: Use) -> bool:
    while at < len(text) and _is_adverb(text[at].core):
        at += 1
    if at >= len(text):
        return False
    first = text[at].core
    if use.form == "promoted" and first == "over":  # others, or more than a number of events
        return False
    if first in words("determiners"):
        return _opens_object(text, at) and not (use.form in words("received") and first in {"a", "an", "the"})
    number = _past_hedges(text, at)
    if number < len(text) and is_number(text[number].core):
        return _is_counted(text, number, use) and not _may_be_received(text, number, use)
    if first in _ORDINALS and at + 1 < len(text) and needs_no_article(text[at + 1].core):
        return True  # "qualified second sources for 14 parts"
    if _has_company(text, at, use):
        return True
    if first in phrases("particles").get(use.base, ()) or _is_particle(text, at, use):
        return _has_object(text, at + 1, Use(use.base, "", doubtful=False))
    return _has_bare_object(text, at, use)


def _is_particle(text: Sequence[Word], at: int, use: Use) -> bool:
    """True for "out" in "changed out 31 pumps": after any past or base, before what is counted or determined."""
    is_verb = use.form in verbs().past or use.form in verbs().base
    if text[at].core not in _AFTER_ANY or not is_verb or use.form in phrases("passives"):
        return False
    following = text[at + 1].core if at + 1 < len(text) else ""
    if at + 2 < len(text) and text[at + 2].core == "times":  # "called out 90 times", which was done to the writer
        return False
    return is_number(following) or (following in words("determiners") and following not in {"a", "an"})


def _has_company(text: Sequence[Word], at: int, use: Use) -> bool:
    """True before a preposition that only the verb takes: "worked with", "spoke daily at"."""
    is_speech = use.form in _SPEAKING and text[at].core == "to" and at + 1 < len(text) and text[at + 1].core != "be"
    if use.doubtful and use.form in verbs().gerund and not is_speech:  # "Accounting for the group"
        return False
    known = phrases("verb_prepositions").get(use.base, frozenset())
    if text[at].core in {"daily", "weekly", "monthly"} and at + 1 < len(text):
        at += text[at + 1].core in known
    if text[at].core not in known:
        return False
    if at + 1 == len(text):
        return text[at].core in {"abroad", "nights", "weekends", "part-time", "full-time"}
    return text[at + 1].core not in {":", ","}


def _may_be_received(text: Sequence[Word], at: int, use: Use) -> bool:
    """True for "Awarded two medals" and "Rated 4.9 of 5 by guests": the writer may have got them."""
    honours = words("honours") | {"by"}
    return use.form in words("received") and any(word.core in honours for word in text[at : at + _REACH])


def _has_bare_object(text: Sequence[Word], at: int, use: Use) -> bool:
    first = text[at].core
    if _stops(first):
        return False
    if first in phrases("sure_objects").get(use.form, ()) and (at + 1 == len(text) or _stops(text[at + 1].core)):
        return at + 1 < len(text)
    if use.base == "help" and any(word.core in verbs().base for word in text[at : at + 2]):
        return at + 1 < len(text)
    if use.base in words("changes") and _is_measured(text, at, use):
        return True
    if _is_carried_out(text, at, use) or _had_a_result(text, at, use):
        return True
    if use.form in _MOVED and any(word.core in _WHITHER for word in text[at + 1 : at + _REACH]):
        return True
    doubtful = use.doubtful and use.form not in words("crafts") and not _is_before_several(text, at, use)
    doubtful = doubtful and not (use.base in _GIVING and _is_given(text, at))
    if doubtful or first in phrases("compounds").get(use.form, ()):
        return False
    return _is_noun_phrase(text, at, use)


def _is_before_several(text: Sequence[Word], at: int, use: Use) -> bool:
    """True for "tunes pianos", "rents stock to": no plural stands before another noun, but for such as "sales"."""
    first, is_third = text[at], use.form in verbs().third and use.form not in words("before_nouns")
    if not is_third or not first.typed.islower() or not needs_no_article(first.core):
        return False
    is_stuff = first.core in words("mass_nouns") and not first.core.endswith(_OF_DEEDS) and at + 2 < len(text)
    return first.core.endswith("s") or (is_stuff and text[at + 1].core in _AFTER_STUFF)


def _is_carried_out(text: Sequence[Word], at: int, use: Use) -> bool:
    """True for "treatment of 112 pieces" after "completed": an activity by its name, and how much of it was done."""
    if use.form not in words("carrying_out") or at + 2 >= len(text) or text[at + 1].core != "of":
        return False
    is_activity = text[at].core in phrases("activities") or text[at].core in verbs().gerund
    goal = text[at + 2].core
    return is_activity and text[at].core.endswith(_OF_DOING) and (is_number(goal) or goal in words("determiners"))


def _had_a_result(text: Sequence[Word], at: int, use: Use) -> bool:
    """True for "oak supply, saving £31,000 a year" after a past: only what was done can save anything."""
    end = next((n for n in range(at, min(at + 5, len(text) - 2)) if text[n].core == ","), 0)
    unsure = words("qualifiers", "certified", "received") | {"used"}
    if use.form not in verbs().past or use.form in unsure or end <= at or (use.doubtful and end - at < 2):
        return False
    named = [word.core for word in text[at:end]]
    if text[end + 1].core not in words("results") or any(core in words("prepositions") for core in named):
        return False
    result = text[_past_hedges(text, end + 2) if end + 2 < len(text) else end].core
    is_so_much = is_number(result) or result in words("determiners") or result == "up"
    return needs_no_article(named[-1]) and (is_so_much or _comes_to_so_much(text, end + 2))


def _comes_to_so_much(text: Sequence[Word], at: int) -> bool:
    """True for "fuel by a fifth", "calls from 40 a day to nine": a noun, and by how much it changed."""
    pairs = zip(text[at + 1 : at + 4], text[at + 2 : at + 5], strict=False)
    return any(by.core in {"by", "from"} and (is_number(so.core) or so.core in {"a", "half"}) for by, so in pairs)


def _is_given(text: Sequence[Word], at: int) -> bool:
    """True for "new starters the hoist" after "show": somebody, and then what they are shown or given.

    Not for "homes the buyers remember", which the words after that would tell.
    """
    end = next((n for n in range(at, min(at + 4, len(text))) if text[n].core in words("determiners")), at)
    before = [word.core for word in text[at:end]]
    is_plain = all(core.isalpha() and core not in words("prepositions") for core in before)
    ends = end + 2 >= len(text) or text[end + 2].core in words("prepositions") | {"and", ","}
    return bool(before) and is_plain and ends and needs_no_article(before[-1])


def _opens_object(text: Sequence[Word], at: int) -> bool:
    """A determiner opens an object if something follows that it can belong to; "both as … and as …" does not."""
    if text[at].core in {"myself", "them", "us", "people", "everyone", "everything", "it"}:
        return True
    return at + 1 < len(text) and text[at + 1].core not in {"as", "in", "at", ",", "and"}


def _past_hedges(text: Sequence[Word], at: int) -> int:
    """Where the number stands in "more than 40", "up to nine"; `at` if nothing stands before it."""
    hedge = _HEDGE.match(" ".join(word.core for word in text[at : at + 4]))
    return at + len(hedge[0].split()) if hedge else at


def _is_counted(text: Sequence[Word], number: int, use: Use) -> bool:
    """True if what follows the number can be counted by it: "40 calls", "£2m in", not "$2m budget"."""
    after = number + 1
    while after < len(text) and (is_number(text[after].core) or text[after].core in _SCALES):
        after += 1
    if _YEAR.fullmatch(text[number].core):
        return after < len(text) and not _stops(text[after].core) and _is_noun_phrase(text, after, use)
    if after == len(text) or _stops(text[after].core) or text[after].core in words("afterwards"):
        return True
    if use.base == "help":  # "helped 200 families claim"
        return True
    return text[number].core in {"one", "1"} or _is_noun_phrase(text, after, use, counted=True)


def _is_noun_phrase(text: Sequence[Word], at: int, use: Use, *, counted: bool = False) -> bool:
    """True if the words from `at` to the next boundary are nouns that need no article."""
    any_noun, is_sure = use.base in words("multiples") and not counted, counted or use.form in words("plain_gerunds")
    for end in range(at, min(at + _REACH, len(text)) + 1):
        if end < len(text) and text[end].is_name and text[end].core in words("job_titles"):
            return False
        noun = end > at and (any_noun or needs_no_article(text[end - 1].core) or _is_cover(text[end - 1].core, use))
        if end == len(text):
            return noun and (counted or end - at > 1 or use.form == use.base)
        core = text[end].core
        if noun and core in words("afterwards"):
            return True
        is_sure = counted or use.form in words("plain_gerunds")
        if (
            is_sure and not noun and core in _PAIRING and not _is_name_run(text, at, end)
        ):  # "410 county and state bridges", "keeping wind and rain logs"
            continue
        if _stops(core):
            return (noun or _is_name_run(text, at, end)) and (is_sure or _goes_on(text, end, use))
        if counted and noun and core in _CLAUSE_OPENERS:  # "25 volunteers how to hold an animal"
            return True
    return False


def _is_cover(core: str, use: Use) -> bool:
    """True for "play cover" after "set up": somebody to stand in, and not what lies over a thing."""
    return core == "cover" and use.base in _FINDING_COVER


def _is_name_run(text: Sequence[Word], at: int, end: int) -> bool:
    """True for a proper name: "Represented Kenya at", not "Led Team of"."""
    run = text[at:end]
    return bool(run) and all(word.is_name and word.core not in words("common_nouns") for word in run)


def _goes_on(text: Sequence[Word], end: int, use: Use) -> bool:
    """True if what ends a bare noun phrase leaves it an object: a list that ends in "and", no "capacity of 2 MW".

    A pair that ends the text may be a heading: "Laid decks and planking".
    """
    if text[end].core in _PAIRING and use.form != use.base:
        return len(text) - end > 3
    if text[end].core == ",":
        return use.form in verbs().third or any(word.core in _PAIRING for word in text[end : end + 12])
    if text[end].core == "of":
        return use.base in words("charges") or text[end - 1].core.endswith("s")
    return True


def _is_measured(text: Sequence[Word], at: int, use: Use) -> bool:
    """True for "scrap by a third", "close from ten days to four", "losses under 2 %"."""
    span = " ".join(word.core for word in text[at : at + _MEASURE_REACH])
    measure = measures()[1] if use.doubtful else measures()[0]
    return measure.match(span) is not None


def needs_no_article(core: str) -> bool:
    """True for a plural or a mass noun: "apprentices", "training", "people"."""
    if core in words("plurals") or core in words("mass_nouns"):
        return True
    last = core.rpartition("-")[2]
    if last != core and last.endswith("s") and last not in words("singulars"):  # "walk-ins"
        return True
    if last != core and last in _PARTICLES:  # "sign-out", "follow-up"
        return True
    if last.endswith("men") and len(last) > 5 and last not in words("singulars"):  # "foremen"
        return True
    if last.endswith("ing"):
        return len(last) > 5 and last not in words("countable_ing")
    if len(last) < 4 or not last.endswith("s") or last.endswith(("ss", "us", "is", "'s", "’s")):
        return last in words("plurals") or last in words("mass_nouns")
    return last not in words("singulars")


def _is_adverb(core: str) -> bool:
    return core in words("adverbs") or (core.endswith("ly") and len(core) > 5 and core not in words("no_adverbs"))


# How the names of activities end that need no article.
_OF_DOING = ("ion", "ment", "ing", "ance")
_OF_DEEDS = tuple("ion ment ing ance ence work care ice port ship ity ry ics age".split())  # "records management"
_AFTER_STUFF = frozenset("to from for by every each twice daily weekly monthly".split())
_PARTICLES = frozenset("out in up over off down back".split())
_FINDING_COVER = frozenset("arrange find organise organize set".split())
_MOVED = frozenset("exported shipped moved switched migrated transferred".split())
_WHITHER = frozenset("to onto into from".split())
_GIVING = frozenset("show give teach tell offer send hand lend pay".split())
_AFTER_ANY = frozenset({"out", "up", "off", "down", "away", "back"})
_SPEAKING = frozenset("lecturing presenting reporting speaking talking".split())


def _stops(core: str) -> bool:
    return core in words("prepositions") or is_number(core)

"""What a need wants done with a thing, as it follows "You want": "two warehouse systems merged without losing a shift".

Only what is done once: nobody says "You want six supervisors coached" of a duty. And only where the words after the
thing tell how it is done, and not which thing: "the queue shortened for the big microscope" would say another thing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from followup_letters.lexicon import lines, phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.experience import participles
from followup_letters.wording.grammar.nouns import is_participle
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of

_HOW = frozenset(
    "off onto into to from under above below over within inside before after without until down back out up by across"
    " through".split()
)
_UNSAFE = pattern(
    r"[;:()?!\"“”]|\b(?:I|me|my|you|it|them|this|that|who|which|where|whose|so|because|rather|instead|every|each|daily|weekly)\b"
)
_TASK = pattern(r"(?P<do>[a-z-]+(?: and [a-z-]+)?) (?P<things>\S+ .+)")
_UNSAFE_AFTER = pattern(
    r"[;()?!\"“”]|: |\b(?:I|me|my|it|them|their|its|his|her|this|that|who|which|so|because|rather|instead)\b"
)
_LONGEST_TAIL = 8  # words after the verb
_FARTHEST = 9  # words from the verb to the end of the thing
_IDIOMS = frozenset("care part place turns time advantage control charge account note steps stock heart".split())
# Verbs of which somebody asks how far: "deposits grown" says little, "the desk grown from four people to eight" does.
_HOW_FAR = frozenset("grow raise cut win lift".split())
_WHITHER = frozenset("nearer closer home back together apart forward".split())
_HOW_SOON = frozenset("faster sooner better worse more less often well earlier later".split())
_BROUGHT_UP = frozenset({("bring", "up"), ("bring", "on"), ("take", "on"), ("take", "over"), ("turn", "up")})


def outcome(task: str) -> str | None:
    """`task` as it is wished done: "take the records off paper" → "the records taken off paper"; None if not proved."""
    verb, _, rest = task.partition(" ")
    done = _participles().get(verb)
    if not rest or done is None or _UNSAFE.search(rest):
        return None
    particle, thing = _particle(verb, rest)
    if (verb, particle) in _BROUGHT_UP:
        return None
    read = words_of(thing)
    end = _end_of_thing(read)
    if read[-1].core in words("comparatives") | _HOW_SOON:  # "close the books faster"
        return None
    if end == len(read) and verb in _HOW_FAR and not particle:
        return None
    if end is None or any(word.core in _WHITHER for word in read[:end]):  # "the printing nearer home"
        return None
    if not _is_a_thing(read[:end]) or not _tells_how(read[end:]):
        return None
    if end < len(read) and read[end - 1].core in verbs().gerund:  # "the time crews spend loading out"
        return None
    typed = thing.split(" ")
    said = [*typed[:end], done, *([particle] if particle else []), *typed[end:]]
    return " ".join(said)


@cache
def _participles() -> Mapping[str, str]:
    """What was done, by its verb: "take" → "taken"; of two spellings the first."""
    listed = [line.split() for line in lines("once_done")]
    return {verb: (given or participles().get(verb, [f"{verb}ed"]))[0] for verb, *given in listed}


def as_awaited(task: str) -> str | None:
    """A task of so many things as it follows "there are": "coach six supervisors" → "six supervisors to coach".

    What says where, when or how comes last: "train two apprentices at the bench" → "two apprentices to train at the
    bench".
    """
    found = _TASK.fullmatch(task)
    if found is None:
        return None
    said = found["things"].split(" ")
    end = next((place for place, word in enumerate(said) if place > 1 and word in _said_after()), len(said))
    things, tail = " ".join(said[:end]), " ".join(said[end:])
    doing = found["do"].split(" and ")
    if (
        "," in task
        or (doing[0] in words("before_numbers") and is_number(said[0]))
        or tail.startswith(("at a time", "at once"))
        or _UNSAFE.search(things)
        or _UNSAFE_AFTER.search(tail)
        or len(said) - end > _LONGEST_TAIL
    ):
        return None
    read = words_of(things)
    is_one_object = not any(
        word.core in verbs().gerund or word.core == "the" for word in read
    )  # no "trainees splicing"
    is_work = all(verb in verbs().base for verb in doing)
    is_awaited = is_work and is_one_object and _are_so_many(read)
    return " ".join(filter(None, [things, "to", found["do"], tail])) if is_awaited else None


@cache
def _said_after() -> frozenset[str]:
    return (words("prepositions") - words("determiners") - {"of", "a", "per", "and", "or", "&"}) | {
        "while",
        "before",
        "after",
        "until",
        "twice",
    }


def _are_so_many(read: Sequence[Word]) -> bool:
    """True for "six supervisors", "18 nurses and 9 technicians", "40 tours a day"; not for "one supervisor"."""
    first, last = read[0].core, read[-1].core
    is_counted = is_number(first) and first not in {"one", "1", "half"} and not first.endswith("%")
    if any(needs_no_article(one.core) and is_participle(other.core) for one, other in pairwise(read)):
        return False  # "35 trucks loaded both ways"
    is_rate = last in {"day", "week", "month", "year"} and len(read) > 3 and read[-2].core == "a"
    return is_counted and len(read) > 1 and (is_rate or (needs_no_article(last) and not last.endswith("ing")))


def _particle(verb: str, rest: str) -> tuple[str, str]:
    """The particle right after the verb, and the rest: "win back project cargo" → "back", "project cargo"."""
    first, _, after = rest.partition(" ")
    return (first, after) if first in phrases("particles").get(verb, ()) and after else ("", rest)


def _end_of_thing(read: Sequence[Word]) -> int | None:
    """Where the thing ends: at its end, or before the first word that tells how; None if something else comes first."""
    for place, word in enumerate(read[:_FARTHEST]):
        if word.core in _HOW and place:
            return place
        is_joint = word.core in words("prepositions") - {"of"} - words("determiners")
        if word.core in {"and", "or", "&", ","} or is_joint:
            return None
    return len(read) if len(read) <= _FARTHEST else None


def _is_a_thing(read: Sequence[Word]) -> bool:
    """True for what begins as a noun phrase and ends in its noun: "the desk", "30 electric buses", "project cargo"."""
    if not read or read[0].core in _IDIOMS or read[-1].core in words("adverbs", "adjectives", "determiners"):
        return False
    is_opened = read[0].core in words("determiners") or is_number(read[0].core)
    return (is_opened and len(read) > 1) or needs_no_article(read[-1].core)


def _tells_how(read: Sequence[Word]) -> bool:
    """True for nothing, or for what can follow a participle to the end of the need, with no other deed in it."""
    cores = [word.core for word in read]
    goes_on = all(after in _HOW for before, after in pairwise(cores) if before in {"and", "or", "&"})
    return goes_on and "," not in cores and cores[-1:] != ["and"]

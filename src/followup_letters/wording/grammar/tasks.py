"""A need that names work by a noun, as it follows "to": "Supervision of interns" → "supervise interns".

The noun stands first, with the preposition it takes and a whole thing behind it; anything else remains a noun phrase.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from followup_letters.lexicon import lines, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.asides import without_aside
from followup_letters.wording.grammar.nouns import has_a_verb, is_common
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.grammar.phrases import without_stop

_NAMED = pattern(
    r"(?P<nouns>[A-Za-z][a-z-]+(?:, [a-z-]+)*(?:,? (?:and|&) [a-z-]+)?) (?P<joint>of|with|to|in|for|at) (?P<thing>\S.*)"
)
_NOUN = pattern(r"\b(?!and\b)[A-Za-z][a-z-]+")
_SECOND = pattern(r"(?P<first>.+?) and (?P<second>\S+ (?:of|with|to|for) .+)")
_SEVERAL = pattern(r"[;:()?!\"“”/]|\.\s|\b(?:you|yours?|is|are|was|were|will|must|should)\b", re.IGNORECASE)
_BY_OTHERS = pattern(r"\bby (?!the (?:end|close|start|deadline)\b)(?:(?:an?|the|our|their)\b|[a-z-]+s\b)")
_COUNTABLE = ("al", "tion", "ment", "repair", "review", "transfer", "upgrade")  # endings of nouns that may be several
_KEPT = frozenset({"with", "to", "for", "of", "in"})
_JOINTS = frozenset({"and", "or", "&", ","})
# Forms in -ing that tell of no deed, or of one that has no object.
_NO_DEEDS = frozenset(
    """understanding knowing being thinking feeling meaning meeting finding ruling rating gathering standing outing
    landing crossing offering saving beginning ending making having speaking talking hoping dreaming doing working
    consisting becoming coming going living
    falling rising dying arriving appearing happening""".split()
)
_ALSO_THINGS = frozenset("collection selection organisation organization publication".split())

_TWO_THIRDS = pattern(r"(?P<first>[A-Za-z]+s)(?P<joint> (?:[^,;:.]+ )?and )(?P<second>[a-z]+s) (?P<rest>\S.*)")
_BEFORE_NOUNS = frozenset(
    """accounts archives arts benefits claims communications crafts fees gardens goods grants grounds materials
    operations orders parks parts plans rates records returns rights roads sales skills sports stores systems
    taxes trades works""".split()
)
_SHORT_ING = 6  # letters of a word in -ing that is no "string"
WITH_AN_ACTIVITY = frozenset(  # before a form in -ing, and so no noun
    """stop start keep help try avoid enjoy begin finish teach lead support run provide deliver oversee manage secure
    raise find risk need like love resist""".split()
)
_OF_OTHERS = frozenset("need needs want wants use uses have has make makes sell order orders".split())


class _Deed(NamedTuple):
    """A verb, and the preposition that stands before its object: "liaise", "with"."""

    verb: str
    before: str


def as_task(need: str) -> str | None:
    """A need that names work by a noun, as it follows "to"; None if it names none, or not all of it can be told.

    "Retention and training of nursing staff" → "retain and train nursing staff".
    """
    text = without_stop(without_aside(need))
    if _SEVERAL.search(text) or _BY_OTHERS.search(text):
        return None
    found = _SECOND.fullmatch(text)
    first, second = (_told(found["first"]), _told(found["second"])) if found else (None, None)
    return f"{first} and {second}" if first and second else _told(text)


def as_two_orders(need: str) -> str:
    """A need of two verbs in the third person as it would be ordered: "Plans and leads trips" → "Plan and lead trips".

    Any other is as it was.
    """
    found = _TWO_THIRDS.fullmatch(without_stop(without_aside(need)))
    thirds = verbs().third
    first, second = (found["first"].casefold(), found["second"]) if found else ("", "")
    if found is None or first not in thirds or second not in thirds:
        return need
    read = words_of(found["rest"])
    is_opened = read[0].core in words("determiners") or is_number(read[0].core)
    is_bare = found["joint"] == " and " and second not in _BEFORE_NOUNS and not is_opened and _is_whole(read)
    is_bare = is_bare and read[0].core not in words("prepositions", "adverbs", "particles")
    if not (is_opened or is_bare) or read[-1].core in _OF_OTHERS:
        return need
    begun = thirds[first]
    begun = begun.capitalize() if found["first"][0].isupper() else begun
    return f"{begun}{found['joint']}{thirds[second]} {found['rest']}"


def as_one_list(task: str) -> str:
    """Orders parted by commas alone, with an "and" before the last: "lead four, bring on two" → "lead four and bring on
    two"; any other task as it was.
    """
    first, *others = task.split(", ")
    are_orders = all(other.partition(" ")[0] in verbs().base and " " in other for other in others)
    if not others or not are_orders or " and " in task:
        return task
    return f"{first} and {others[0]}" if len(others) == 1 else f"{', '.join([first, *others[:-1]])}, and {others[-1]}"


def _told(text: str) -> str | None:
    """One piece of work as it follows "to": "Liaison with parish clients" → "liaise with parish clients"."""
    found = _NAMED.fullmatch(text)
    if found is None:
        return None
    nouns = found["nouns"][0].lower() + found["nouns"][1:]
    told = {noun: _deed(noun, found["joint"]) for noun in _NOUN.findall(nouns)}
    deeds = [deed for deed in told.values() if deed]
    read = words_of(found["thing"])
    is_told = len(deeds) == len(told) and len({deed.before for deed in deeds}) == 1
    if not is_told or not _is_whole(read) or _names_more_work(read) or has_a_verb(read):
        return None
    if is_number(read[0].core) and _ALSO_THINGS & set(told):  # "Collection of 12,000 sheets" is what they have
        return None
    doing = _NOUN.sub(lambda noun: deeds[[*told].index(noun[0])].verb, nouns)
    return " ".join(filter(None, (doing, deeds[0].before, found["thing"])))


def _deed(noun: str, joint: str) -> _Deed | None:
    """What is done, by its noun and the preposition after it; None if that names no deed."""
    one = noun.removesuffix("s")
    known = _deeds().get((noun, joint)) or (_deeds().get((one, joint)) if one.endswith(_COUNTABLE) else None)
    if known or joint != "of" or noun in _NO_DEEDS or noun not in verbs().gerund:
        return known
    return _Deed(verbs().gerund[noun], "")


@cache
def _deeds() -> Mapping[tuple[str, str], _Deed]:
    """The deeds of activities.txt and tasks.txt, by their nouns and the preposition after these."""
    found: dict[tuple[str, str], _Deed] = {}
    for noun, done, *particle in map(str.split, lines("activities")):
        if done in verbs().past:
            found[noun, "of"] = _Deed(" ".join([verbs().past[done], *particle]), "")
    for noun, joint, *said in map(str.split, lines("tasks")):
        kept = said.pop() if said[-1] in _KEPT else ""
        found[noun, joint] = _Deed(" ".join(said), kept)
    return found


def _is_whole(thing: Sequence[Word]) -> bool:
    """True for a thing that a verb can take as it stands: determined, or several, or none that is counted.

    Not for a title or the name of a law ("Control of Substances …"), nor for shorthand ("Management of £2m budget").
    """
    first = thing[0]
    if first.core in words("determiners") or first.core in {"one", "1"}:
        return len(thing) > 1
    if first.core in words("languages"):
        return len(thing) == 1 or thing[1].core in words("prepositions")
    if first.is_name and is_common(first.core):
        return False
    joints = words("prepositions") - _JOINTS
    end = next((place for place, word in enumerate(thing) if place and word.core in joints), len(thing))
    head = thing[:end]
    if is_number(first.core) and (end == 1 or all(word.core in words("numbers") for word in head)):
        return True
    ends = [*(place for place, word in enumerate(head) if word.core in _JOINTS), end]
    return any(place and needs_no_article(head[place - 1].core) for place in ends)


def _names_more_work(thing: Sequence[Word]) -> bool:
    """True for "staff and scheduling", not for "staff in lifting and handling"."""
    places = [place for place, word in enumerate(thing) if word.core in _JOINTS]
    for place in places:
        rest = thing[place + 1 :]
        end = next((n for n, word in enumerate(rest) if word.core in words("prepositions")), len(rest))
        if end and _is_work(rest[end - 1].core) and not _is_work(thing[place - 1].core):
            return True
    return False


def _is_work(core: str) -> bool:
    return core in verbs().gerund or any(core == noun for noun, _ in _deeds())


def is_done_with(read: Sequence[Word]) -> bool:
    """True for "Loft scheduling in spring": a thing and what is done with it; not for "Stop leaking"."""
    if len(read) < 3:
        return False
    is_noun = read[0].core in verbs().base and read[0].core not in WITH_AN_ACTIVITY
    is_doing = read[1].core in verbs().gerund or (len(read[1].core) > _SHORT_ING and read[1].core.endswith("ing"))
    return is_noun and is_doing and read[2].core in words("prepositions")

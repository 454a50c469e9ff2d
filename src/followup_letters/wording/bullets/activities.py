"""Bullets that name work by a noun: "Supervision of three students" says "I have supervised three students".

So do those that say what is done with it: "Rota planning for eighteen staff".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from followup_letters.lexicon import lines, phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.experience import done_before, participles, time_spent
from followup_letters.wording.bullets.in_ing import begun_in_ing, told_or_named
from followup_letters.wording.bullets.said import Said, i, my_work
from followup_letters.wording.grammar.nouns import end_of_noun, has_a_verb, is_common, is_participle, without_contact
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article
from followup_letters.wording.grammar.the_living import are_alive

_SOMEBODY = frozenset(
    "beginner cutter donor helper intern junior learner recruit starter student trainee volunteer".split()
)
_SHORTEST_STEM = 3
_SINCE_I_WAS = pattern(r" since I was \S+$")
_OF_THEMSELVES = frozenset("arriving leaving living queueing queuing sleeping staying waiting".split())  # as people do
_THEM = frozenset({"them", "my", "the"})
_OF_PEOPLE = frozenset("coaching interviewing mentoring recruiting training tutoring".split())


def activity(body: str, read: Sequence[Word]) -> Said | None:
    """What was done, by the verbs of activities.txt: "I have trained poll workers"; None if it is not proved."""
    is_titled = any(word.core == ":" for word in read[:4])  # "Teaching assistants: managed nine"
    if _SINCE_I_WAS.search(body) and read[0].core.endswith("ing") and read[0].core not in words("countable_ing"):
        return i(f"been {body[0].lower()}{body[1:]}", "have")  # "climbing since I was fifteen"
    spent = None if has_a_verb(_before_later(read)) else time_spent(body, read)
    if spent:
        return i(spent, "have")
    if _are_people_taught(read) and (_is_told_of_them(read) or not (has_a_verb(without_contact(read)) or is_titled)):
        doing = f"{body[0].lower()}{body[1:]}"
        done = done_before(doing)
        return i(done, "have") if done else my_work(doing)
    if not (has_a_verb(read) or is_titled):
        doing = f"{body[0].lower()}{body[1:]}"
        if _is_named_in_ing(read):
            return my_work(doing)
        if _is_done_in_ing(read):
            return told_or_named(doing, read)
    begun = begun_in_ing(body, read)
    if begun:
        return begun
    of = next((n for n, word in enumerate(read[:5]) if word.core == "of"), 0)
    if of == 1 and _is_done_to_so_many(read) and not (has_a_verb(read) or is_titled):
        return i(f"{_done_again(read[0].core)} {body.partition(' of ')[2]}", "have")
    if of == 2 and read[0].core == "line" and read[1].core == "management" and not has_a_verb(read):
        return i(f"had {body[0].lower()}{body[1:]}", "have")
    if of not in {1, 3} or len(read) < of + 2 or (of == 3 and read[1].core != "and"):
        return None
    table = _done()
    if has_a_verb(read) or not all(read[n].core in table for n in range(0, of, 2)) or not _is_whole(read[of + 1 :]):
        return None
    deeds = [table[read[n].core] for n in range(0, of, 2)]
    return i(f"{' and '.join(deeds)} {body.partition(' of ')[2]}", "have")


def _before_later(read: Sequence[Word]) -> Sequence[Word]:
    """`read` up to "before I ever sold anything", which tells when."""
    return read[: next((n for n, word in enumerate(read) if n > 3 and word.core in {"before", "until"}), len(read))]


def _is_done_to_so_many(read: Sequence[Word]) -> bool:
    """True for "Releathering of nine reservoirs": what is done once more, and to how many."""
    return len(read) > 3 and _done_again(read[0].core) != "" and is_number(read[2].core) and read[2].core != "one"


def _done_again(core: str) -> str:
    """What was done, of a form in -ing with "re-" before a verb or a noun: "releathering" → "releathered"; else ""."""
    stem = core.removeprefix("re").removeprefix("-").removesuffix("ing")
    if not (core.startswith("re") and core.endswith("ing")) or core in _done() or len(stem) < _SHORTEST_STEM:
        return ""
    known = verbs().gerund.get(core) or verbs().gerund.get(f"{stem}ing")
    if known:
        found = participles().get(known, ())
        prefix = "" if core in verbs().gerund else core[: len(core) - len(stem) - len("ing")]
        return f"{prefix}{found[0]}" if len(found) == 1 else ""
    is_noun = stem in words("small_letters") or stem in words("mass_nouns") or stem in words("rarer_nouns")
    return f"{core.removesuffix('ing')}ed" if is_noun else ""


@cache
def _done() -> Mapping[str, str]:
    """What was done, by its noun: "rollout" → "rolled out"."""
    return {noun: done for noun, _, done in (line.partition(" ") for line in lines("activities"))}


def _is_named_in_ing(read: Sequence[Word]) -> bool:
    """True for "Rota planning for eighteen staff": a common noun, and what is done with it."""
    if len(read) < 4 or read[1].core not in verbs().gerund or read[1].core in words("countable_ing"):
        return False
    if read[1].core in _OF_THEMSELVES and are_alive(read[0].core):  # "patients waiting over a year"
        return False
    if any(word.core in words("finite_pasts") for word in read):  # "key cutting and watch batteries brought in …"
        return False
    first = read[0].core
    is_verb = first in verbs().past or first in verbs().gerund or first in phrases("adjectives")
    is_noun = is_common(first) and not (is_verb or first.endswith("ly"))
    return is_noun and read[2].core in words("prepositions")


def _is_done_in_ing(read: Sequence[Word]) -> bool:
    """True for "Running rotas for 60 casual staff", whether that is a verb with its object or a noun."""
    if len(read) < 4 or read[0].core not in words("work_in_ing") or read[0].typed.isupper():
        return False
    end = end_of_noun(read, 1)
    if end is None or end == len(read) or read[end].core not in words("prepositions") | words("afterwards"):
        return False
    is_counted = read[0].core in _OF_PEOPLE and _is_so_many(read, end)
    named = read[1 : end if is_counted else 3]
    if any(word.is_name or not word.core.replace("-", "").isalpha() for word in named):
        return False
    head = read[end - 1].core
    is_measure = head in words("measured") and not is_counted
    return needs_no_article(head) and not (is_participle(head) or is_measure or head in words("gauges", "honours"))


def _are_people_taught(read: Sequence[Word]) -> bool:
    """True for "training part-time drivers", "recruiting volunteers, 60 on the list": several people."""
    if len(read) < 2 or read[0].core not in _OF_PEOPLE:
        return False
    end = _end_of_people(read)
    one = read[end - 1].core.removesuffix("s")
    is_plain = all(word.core.replace("-", "").isalpha() and not word.is_name for word in read[1:end])
    goes_on = end == len(read) or end > 2 or _is_so_many(read, end) or _is_told_of_them(read) or _is_taught(read, end)
    are_people = one != read[end - 1].core and (one in words("job_titles", "roles") or one in _SOMEBODY)
    return end > 1 and is_plain and are_people and goes_on


def _end_of_people(read: Sequence[Word]) -> int:
    return next((n for n, word in enumerate(read) if n and word.core in words("prepositions") | {",", ":"}), len(read))


def _is_told_of_them(read: Sequence[Word]) -> bool:
    """True for "apprentices: three of my four now work …": what became of so many of them."""
    end = _end_of_people(read)
    told = [word.core for word in read[end : end + 4]]
    return len(told) > 3 and told[0] == ":" and is_number(told[1]) and told[2] == "of" and told[3] in _THEM


def _is_taught(read: Sequence[Word], end: int) -> bool:
    """True for "drivers on the routes …": what they are trained on; not for "managers at Acme"."""
    return end + 2 < len(read) and read[end].core in {"on", "to", "for"} and read[end + 1].core in {"the", "a", "every"}


def _is_so_many(read: Sequence[Word], end: int) -> bool:
    """True for "volunteers, 60 on the list now": several, and after a comma how many."""
    is_told = read[end].core == "," and end + 1 < len(read) and is_number(read[end + 1].core)
    one = read[end - 1].core.removesuffix("s")
    return is_told and one != read[end - 1].core and (one in words("job_titles", "roles") or one in _SOMEBODY)


def _is_whole(goal: Sequence[Word]) -> bool:
    """True for an object that a verb can take as it stands: counted, determined, or several."""
    first = goal[0].core
    if is_number(first) or first in words("determiners"):
        return True
    end = next((n for n, word in enumerate(goal) if n and word.core in words("prepositions")), len(goal))
    return needs_no_article(goal[end - 1].core)

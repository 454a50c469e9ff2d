"""A reason as it follows the name of the company: "you let a caller finish" → "which lets a caller finish"."""

from __future__ import annotations

from itertools import pairwise

from followup_letters.lexicon import third_person, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import words_of
from followup_letters.wording.grammar.quotations import keeping_quotations
from followup_letters.wording.grammar.sentences import has_its_verb

_AUXILIARIES = {"are": "is", "have": "has", "do": "does", "don't": "doesn't", "don’t": "doesn’t"}
_BETWEEN = frozenset("always never still only often also actually really".split())
_OF_OTHERS = pattern(
    r"\b(?:I|me|my|mine|we|us|our|you|yours|yourself|yourselves|here|there|this|these)\b|[;:?!()&]|\brather than\b"
)
_OF_PEOPLE = frozenset("eat drink sit sleep sing walk wear swim laugh cook".split())  # what no company does
_WHEN = pattern(r"\b(?:(?:19|20)\d\d|last|ago|during|when)\b")
_PLAINLY = pattern(r"\b(?:are|is|have|has|do|does|can|may|will)\b")
_WHERE_TO = pattern(
    r"(?:you|they|the \w+|your \w+) (?:(?:are|is) (?:now |about to |going to )?(?!going\b)[a-z]+ing\b"
    r"|(?:means? to|plans? to|intend to|aim to|want to|will|have decided to|grow by)\b)"
    r"|.*\b(?:by|before) (?:20\d\d|the end of the decade)\b"
)
_YOURS = pattern(r"\byour\b")
_SOMEBODY = frozenset(
    "nobody somebody someone everybody everyone anybody they it he she people most many some all none".split()
)
_JOINTS = frozenset({"and", "or", "but", "so", "then", ","})


@keeping_quotations
def of_the_company(reason: str) -> str | None:
    """`reason` as a clause about the company that was just named; None if that is not proved.

    "your fitters choose their own tools" → "whose fitters choose their own tools".
    """
    first, _, rest = reason.partition(" ")
    if first == "your":
        return f"whose {rest}" if _is_one_clause(rest) and _has_a_verb(rest) else None
    if first != "you" or not rest:
        return None
    between, verb, after = _verb_of(rest)
    if verb in _OF_PEOPLE:
        return None
    said = _in_the_third_person(verb)
    is_told_twice = verb in verbs().base and verb in verbs().past and _WHEN.search(after)  # "you cut nobody in 2020"
    is_sure = (
        said is not None
        and not is_told_twice
        and not _OF_OTHERS.search(after)
        and not (_does_more(after) or _begins_another(after))
    )
    return " ".join(filter(None, ("which", between, said, _YOURS.sub("its", after)))) if is_sure else None


def tells_where_to(reason: str) -> bool:
    """True for a reason that says where the company is going: "you are moving to yearly contracts", "… by 2028"."""
    return _WHERE_TO.match(reason) is not None


def _is_one_clause(rest: str) -> bool:
    """True for what speaks of nobody else, and to which no clause is joined that has a subject of its own."""
    return not (_OF_OTHERS.search(rest) or _YOURS.search(rest) or _begins_another(rest) or "," in rest)


def _begins_another(rest: str) -> bool:
    """True if a clause with a subject of its own may be joined to it: "… and the depot pays"."""
    joined = [after.core for before, after in pairwise(words_of(rest)) if before.core in _JOINTS]
    return any(core in words("determiners") or core in _SOMEBODY for core in joined)


def _has_a_verb(rest: str) -> bool:
    return has_its_verb(words_of(rest)) or _PLAINLY.search(rest) is not None


def _verb_of(rest: str) -> tuple[str, str, str]:
    """What stands before the verb of "you …", the verb, and what follows it."""
    first, _, after = rest.partition(" ")
    if first not in _BETWEEN:
        return "", first, after
    verb, _, after = after.partition(" ")
    return first, verb, after


def _in_the_third_person(verb: str) -> str | None:
    if verb in _AUXILIARIES:
        return _AUXILIARIES[verb]
    if verb in verbs().base:
        return third_person(verb)
    return verb if verb in verbs().past else None


def _does_more(after: str) -> bool:
    """True if a second verb may follow, which would have to change as well."""
    cores = [word.core for word in words_of(after)]
    return any(
        before in _JOINTS and (core in verbs().base or core in words("everyday_verbs") or core in {"do", "have", "are"})
        for before, core in pairwise(cores)
    )

"""Sentences that were noted one after the other with a comma alone: "they lost the contract, I was not let go".

A comma before what can only be a sentence of its own is told from one in a list, or before a part of the same sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.grammar.quotations import blotted

_CONTRACTED = pattern(r"(?:i|you|he|she|it|they|we|that|there)['’](?:m|s|re|ve|d|ll)\b")
_SPEAKERS = frozenset("i you he she it they we nobody everybody everyone somebody there".split())
_OWNERS = frozenset("the my our your his her their every each one".split())
_SEVERAL = frozenset("all both none some most many few".split())
_BETWEEN = frozenset("now still also always never all usually just only even really".split())
_FINITE = frozenset(
    """is are was were has have had does do did can could will would must should may might am isn't aren't wasn't
    weren't hasn't haven't hadn't doesn't don't didn't can't couldn't won't wouldn't""".split()
)
_RELATIVES = frozenset("that which who whom whose where when what how why if because while than as to".split())
# A first part that begins so is no sentence: "when I left, I had finished it", "in all that time, you never sold one".
_NO_SENTENCE = frozenset(
    """when if while as because although though since after before until once unless wherever whenever whoever
    in on at by with for from during over under""".split()
)
_AVERAGES = pattern(
    r"(?P<what>[a-z]+(?: [a-z]+){0,2}) (?:averages?|takes?|costs?|lasts?|earns?|weighs?|holds?|runs? at) "
    r"(?:about |under |over )?\S*\d"
)
_SENT_BACK = pattern(  # "insurers sent back two invoices": several, a past, and its object after a particle
    r"[a-z]+s (?:sent|gave|took|brought|paid|put|came|went) (?:back|in|out|off|up|over) "
    r"(?:\d|(?:two|three|four|five|six|none|no|all|a|the|only)\b)"
)
_ALSO_PARTICIPLES = frozenset("graduated qualified finished departed enrolled agreed".split())  # "two now graduated"
_OBJECTS = frozenset("me us it them him her you".split())
_JOINTS = frozenset({",", "and", "or", "&", "of", ":", "("})
_BRACKETS = pattern(r"\([^()]*\)")
_SHORTEST = 3  # words of a sentence: "I think" is none
_NEAREST, _FARTHEST = 2, 6  # words from "the" to its verb


def is_a_sentence(part: str) -> bool:
    """True for "I was not let go", "the guys told me in the lot", "that never happened"; not for "the one in Leeds"."""
    read = [word for word in words_of(part) if word.core not in _BETWEEN]
    if len(read) < _SHORTEST - 1 or (len(part.split()) < _SHORTEST and not _do_something(read)):
        return False
    first, second = read[0].core.replace("’", "'"), read[1].core
    if _CONTRACTED.match(first):
        return True
    if first in _SEVERAL and second in _FINITE:  # "both are journeymen now"
        return True
    if first == "both" and second == "of":  # "both of you said it"
        return len(read) > 3 and _is_finite(read, 3)
    if _do_something(read):
        return True
    if first in _SPEAKERS or first == "that":
        is_present = first != "that" and (second in verbs().base or second in verbs().third)
        return is_present or second in _FINITE or _is_past(second) or second.endswith("ed")
    if is_number(first) and first != "one" and needs_no_article(second):  # "three techs have looked at it"
        return len(read) > 3 and read[2].core in _FINITE
    if first in {"a", "an"}:  # "a bearing fell out"
        return len(read) > _NEAREST and read[_NEAREST].core in words("intransitives")
    if what_averages(part) or _SENT_BACK.match(part):
        return True
    if first not in _OWNERS:
        return False
    another = _RELATIVES | _SPEAKERS | words("determiners") - {"no"}  # "the largest the firm has had"
    for place in range(1 if first == "one" else _NEAREST, min(_FARTHEST, len(read))):
        if {word.core for word in read[max(1, place - 1) : place + 1]} & another:
            return False
        if _is_finite(read, place):
            return True
    return False


def _do_something(read: Sequence[Word]) -> bool:
    """True for "half of them quit inside 90 days", "six retire by 2029", "14 started": so many, and what they do."""
    first, *rest = [word.core for word in read]
    if first not in _SEVERAL | {"half", "two-thirds"} and not is_number(first):
        return False
    if rest[:1] == ["of"]:  # "of them", "of the 38"
        rest += ["", "", ""]
        at = 3 if rest[1] in {"the", "our", "their"} and is_number(rest[2]) else 2
        verb = rest[at] if at == 3 or rest[1] == "them" else ""
        is_present = verb in verbs().base and verb not in {"like", "brand"} and rest[at + 1 : at + 2] != ["of"]
        has_come = verb in words("intransitives", "finite_pasts") and verb not in _ALSO_PARTICIPLES
        return is_present or has_come or verb in _FINITE
    verb, after = rest[0], rest[1] if len(rest) > 1 else ""
    is_plain = verb in verbs().base and verb not in words("noun_verbs") and not needs_no_article(verb)
    goes_on = after in words("prepositions", "adverbs", "afterwards") - _JOINTS or after in {"each", "every", "next"}
    has_come = verb in words("intransitives") and verb not in _ALSO_PARTICIPLES
    return has_come or (is_plain and goes_on)


def what_averages(part: str) -> str | None:
    """What a figure is told of: "grade change" of "grade change averages 18 minutes now"; None where none is."""
    found = _AVERAGES.match(part)
    return found and found["what"]


def _is_past(core: str) -> bool:
    return core in words("finite_pasts") or core in verbs().past


def _is_finite(read: Sequence[Word], place: int) -> bool:
    """True for "is", "told me", "sells the eggs", "never does" after their subject; not for "made in house"."""
    core, before = read[place].core.replace("’", "'"), read[place - 1].core
    after = read[place + 1].core if place + 1 < len(read) else ""
    if before in words("prepositions") | _JOINTS:
        return False
    if core in _FINITE:
        return True
    has_object = after in words("determiners") - _RELATIVES | _OBJECTS or is_number(after)
    if core in words("finite_pasts") or (_is_past(core) and has_object):
        return True
    is_present = core in (verbs().base if needs_no_article(before) else verbs().third)
    whither = words("prepositions", "particles") - _JOINTS - _RELATIVES | {"left", "right"}  # "one pulls left"
    return is_present and (has_object or after in whither)


def sentences_of(text: str) -> list[str]:
    """The sentences that `text` joins by commas alone; one where it joins none."""
    bare = _BRACKETS.sub(lambda found: "·" * len(found[0]), blotted(text))  # no comma in brackets parts anything
    found, begin, place = [], 0, bare.find(", ")
    while place > 0:
        following = bare.find(", ", place + 2)
        part = text[place + 2 :] if following < 0 else text[place + 2 : following]
        opens, *more = bare[begin:place].casefold().split()
        if more and opens not in _NO_SENTENCE and is_a_sentence(part):
            found.append(text[begin:place])
            begin = place + 2
        place = following
    return [*found, text[begin:]]

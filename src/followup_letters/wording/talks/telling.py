"""A topic as the reader told it, or as the subject of a sentence; a reason as a sentence by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.clauses import may_be_no_clause
from followup_letters.wording.grammar.heads import is_somebody
from followup_letters.wording.grammar.nouns import is_participle
from followup_letters.wording.grammar.objects import Word, needs_no_article, words_of
from followup_letters.wording.grammar.sentences import has_a_helping_verb, has_its_verb

_TOLD = r"(?:how|why|what|where|when) (?:it is that )?"
# What is still to be done or found out, the reader did not tell.
_OPEN = r"(?!(?:can|could|should|might|may|must|will|shall|ought|need)\b)"
_BY_YOU = pattern(rf"{_TOLD}you (?:[a-z]+ly )?{_OPEN}(?!and\b)[a-z]")
_OF_BOTH = pattern(r"\b(?:I|me|my|mine|we|us|our|ours)\b")
_ASKING = pattern(r"(?:how|why|what|whether|where|when|who)\b")
_DETERMINERS = frozenset("the your a an this that every each".split())
_PAST_THE_NOUN = frozenset(
    """that which who whom whose where when how why what if because since while so as than and or but nor with without
    you we they i he she it there nobody everybody somebody not never can cannot could will would should must may might
    is are was were has have had does do did""".split()
)
_EITHER = frozenset(
    "data media sheep fish deer series species means aircraft headquarters pair staff crew team".split()
)
_OPENS_A_PART = frozenset("that which who whom whose where when how why what if because since while so as than".split())
_YOUR_VERB = frozenset(
    """are were have had do did can could will would must may might never always still already only also both all each
    don't didn't can't won't""".split()
)
_ELSEWHERE = frozenset("it its it's there there's here here's".split())


def told_by_you(topic: str, company: str = "") -> str | None:
    """`topic` as it follows "You told me": "why you would rather sell twelve good stems"; None if that is not sure.

    What `company` does, the reader tells as well.
    """
    of_company = (
        company
        and company in topic
        and re.match(rf"(?:how|why|what) (?:the )?{re.escape(company)} {_OPEN}[a-z]", topic)
    )
    is_told = _BY_YOU.match(topic) or of_company
    return topic if is_told and not _OF_BOTH.search(topic) else None


def is_several(topic: str) -> bool | None:
    """True if a sentence that begins with `topic` goes on with "have", False if with "has"; None if unproved."""
    if re.search(r"[,;:()–—?!]| - ", topic):
        return None
    if _ASKING.match(topic):
        return False
    read = words_of(topic)
    if len(read) < 2:
        return None
    if read[0].core.endswith("ing") and read[0].core in verbs().gerund:
        return None if _joins(read[1:]) else False
    return _number_of(read) if read[0].core in _DETERMINERS or needs_no_article(read[0].core) else None


def _number_of(read: Sequence[Word]) -> bool | None:
    """The number of a noun phrase by its noun, which stands before the first word that goes on from it."""
    end = next((place for place in range(1, len(read)) if _goes_on(read, place)), len(read))
    head = read[end - 1].core
    if head in _EITHER and _stay(read[end:]):
        return True
    is_open = is_participle(head) or head in _EITHER or head in _DETERMINERS or not head.isalpha()
    if is_open or (end < len(read) and read[end].core in {"and", "or"}) or _joins(read[end:]) or is_somebody(head):
        return None
    if head.endswith("ing"):  # "the fresh flats drying", "the sales training"
        return None
    if needs_no_article(head):
        return head not in words("mass_nouns")
    return None if head.endswith("s") and head not in words("singulars") else False


def _stay(told: Sequence[Word]) -> bool:
    """True for "who stay", which is said of several."""
    return len(told) > 1 and told[0].core == "who" and told[1].core in verbs().base


def _goes_on(read: Sequence[Word], place: int) -> bool:
    core = read[place].core
    if core in _PAST_THE_NOUN or core in words("prepositions") or core in words("determiners"):
        return True
    following = read[place + 1].core if place + 1 < len(read) else ""
    return place > 1 and is_participle(core) and following in words("prepositions")


def _joins(rest: Sequence[Word]) -> bool:
    """True for an "and" that may join a second thing to the first, before any part of it that tells of the first."""
    part = next((place for place, word in enumerate(rest) if word.core in _OPENS_A_PART), len(rest))
    return any(word.core in {"and", "or", "but"} for word in rest[:part])


def stands_by_itself(reason: str) -> bool:
    """True for a reason that is a sentence without its "because": "you let a caller finish a sentence".

    Not for one that points to what was named before it: "the people who founded it".
    """
    read = words_of(reason.replace("’", "'").replace(" of yours ", " "))
    if len(read) < 3 or re.search(r"[;!?:]", reason) or may_be_no_clause(reason) or _points_elsewhere(read):
        return False
    if any(has_its_verb(words_of(part)) for part in reason.split(", ")[1:] if part):  # a comma joins no two sentences
        return False
    if read[0].core == "you":
        return read[1].core in _YOUR_VERB or read[1].core in verbs().base or read[1].core in verbs().past
    return has_its_verb(read) or has_a_helping_verb(read) or _does_without_doubt(read)


def _points_elsewhere(read: Sequence[Word]) -> bool:
    """True for "it" or "there" of what is in no sentence before; "its" may be that of "a bar" named in this one."""
    named = next((place for place, word in enumerate(read) if word.core in {"a", "an", "every", "each"}), len(read))
    return any(
        word.core in _ELSEWHERE and not (word.core == "its" and place > named) for place, word in enumerate(read)
    )


def _does_without_doubt(read: Sequence[Word]) -> bool:
    """True for "your fitters choose their own tools": a plural, and a verb with its object right after it.

    So too after a part with "who", if a second verb has its "also" or "still": "the person who books also closes …".
    """
    cores = [word.core for word in read]
    if len(cores) > 5 and cores[2] in {"who", "that"}:
        known = verbs().third.keys() | verbs().base
        return cores[3] in known and any(
            adverb in {"also", "still"} and verb in known for adverb, verb in pairwise(cores[5:])
        )
    place = next((at for at in range(1, min(5, len(read) - 1)) if needs_no_article(read[at - 1].core)), 0)
    verb, after = read[place].core, read[place + 1].core
    return place > 0 and verb in verbs().base and (after in words("determiners") or after in {"their", "them"})

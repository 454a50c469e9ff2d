"""Reservations as a letter may echo them: never in negative words (R42)."""

from __future__ import annotations

import re
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.saying import in_ing
from followup_letters.wording.grammar.articles import with_article
from followup_letters.wording.grammar.nouns import end_of_noun, is_common
from followup_letters.wording.grammar.objects import Word, needs_no_article, words_of
from followup_letters.wording.grammar.phrases import is_negative, names_a_thing
from followup_letters.wording.grammar.sentences import has_its_verb

_WANTING = pattern(
    r"(?:no|little|too little|not much|not enough|limited|(?:a )?lack of|(?:a (?:bit|little) )?(?:thin|light|weak) on)"
    r"\s+(?=\S)",
    re.IGNORECASE,
)
# What wants no article after it, as nothing that is counted follows.
_LITTLE = pattern(r"(?:too )?little|not much|(?:a (?:bit|little) )?(?:thin|light|weak) on\b", re.IGNORECASE)
_NEVER_DONE = pattern(r"(?:my |I(?: have|'ve|’ve)? )?never (?:having )?(?P<done>[a-z]+) (?P<what>.+)", re.IGNORECASE)
_NOT_DONE = pattern(  # "that I had not managed a budget", "you asked whether I had led a large team"
    r"(?:(?:that )?I (?:have|had)(?: not|n['’]t)|(?:you (?:asked|wondered) )?whether I (?:have|had)(?: ever)?)"
    r" (?P<done>[a-z]+) (?P<what>.+)",
    re.IGNORECASE,
)
_THAT_I_HAVE = pattern(r"(?:that )?I (?:have|had|'ve|’ve) (?=(?:no|little|too little|limited)\b)", re.IGNORECASE)
_A_SENTENCE = pattern(r"\b(?:is|are|was|were|has|isn't|isn’t) ")  # "my largest crew so far is six mechanics"
_PRODUCT = pattern(r"[A-Z][a-z]{3,}(?:[A-Z][a-z]+)?")  # "CargoWise", "Spanish"; of a "PhD" or a "CDL" there is one
_OF_OTHERS = frozenset({"with", "for", "of", "to"})  # as work with children is


def echoed(concern: str) -> str | None:
    """The thing that `concern` is about: "no hospital work" → "hospital work"; None if it cannot be named.

    What was never done is named by doing it: "my never having run a show" → "running a show". What is nobody's
    business, such as age or health, is not named.

    A thing that would want an article, as in "no degree", is not named.
    """
    if _is_personal(concern):
        return None
    concern = _THAT_I_HAVE.sub("", concern)
    if _A_SENTENCE.search(concern):
        return None
    never = _NEVER_DONE.fullmatch(concern) or _NOT_DONE.fullmatch(concern)
    if never:
        done = never["done"].lower()
        base = done if done in verbs().base else verbs().past.get(done)
        is_of_none = re.match(r"(?:any|ever|a single|one)", never["what"]) is not None
        return in_ing(f"{base} {never['what']}") if base and not is_of_none else None
    wanting = _WANTING.match(concern)
    thing = concern[wanting.end() :] if wanting else concern
    is_little = _LITTLE.match(concern) is not None
    names = is_little or (names_a_thing(thing) and not has_its_verb(words_of(thing)))
    if not names or is_negative(thing):
        return None
    if wanting:
        by_itself = _PRODUCT.fullmatch(thing) or _stands_by_itself(thing, is_little=is_little)
        return thing if by_itself else _with_its_article(thing)
    return _as_noted(thing)


def _is_personal(concern: str) -> bool:
    """True for "my age", "two kids"; not for work "with children"."""
    read = [Word("", ""), *words_of(concern)]
    return any(word.core in words("personal") and before.core not in _OF_OTHERS for before, word in pairwise(read))


def _as_noted(thing: str) -> str | None:
    """`thing` as it follows "as for": "size of the team" → "the size of the team"; None if no noun is proved."""
    read = words_of(thing)
    first = read[0].core
    if (
        first in verbs().third
        or first in words("finite_pasts")
        or re.match(r"\S+n['’]t\b|a (?:bit|little) |whether |if |how |why ", thing)
    ):
        return None
    return f"the {thing}" if len(read) > 1 and read[1].core == "of" and first in words("small_letters") else thing


def _with_its_article(thing: str) -> str | None:
    """ "no healthcare background" → "a healthcare background": two or three plain words; None for anything else."""
    is_plain = re.fullmatch(r"[a-z-]+(?: [a-z-]+){1,2}", thing) is not None
    read = words_of(thing)
    is_thing = is_common(read[-1].core) and not any(word.core in words("prepositions", "adverbs") for word in read)
    return with_article(thing) if is_plain and is_thing else None


def _stands_by_itself(thing: str, *, is_little: bool) -> bool:
    read = words_of(thing)
    end = end_of_noun(read, 0)
    if read[-1].core in words("prepositions") | words("adverbs"):
        return False
    if is_little and re.fullmatch(r"[a-z -]+", thing):
        return True
    if end is None:  # "experience yet"
        return False
    return read[end - 1].core == "experience" or needs_no_article(read[end - 1].core)

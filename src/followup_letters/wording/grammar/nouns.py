"""What bullets without a verb at their head have in common: "Five schools completed", "Food cost from 31 % to 28"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from followup_letters.lexicon import lines, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of

_FINITE = frozenset("is are was were has have had do does did will would can could i we it they he she".split())
_RELATIVES = frozenset({"who", "whom", "whose", "that", "which", "where", "when"})
_OTHERS = frozenset("it he she they nobody everybody everyone the".split())
_CONTACT = frozenset({"they", "he", "she"})  # "the routes they will drive"
_SHORTEST_AGAIN = 5  # letters: "rebuilt"; "reset" and "rent" have no "re-"
_FARTHEST = 7  # words from where a noun phrase begins to its noun
_YEAR = pattern(r"(?:19|20)\d\d")


def is_year(core: str) -> bool:
    """True for "2019"."""
    return _YEAR.fullmatch(core) is not None


def figures(text: str) -> set[str]:
    """The numbers in `text`, in figures or in words; up to nineteen those are the same: "9" and "nine"."""
    in_words = {word: str(number) for number, word in enumerate(lines("numbers")[0].split(), 1)}
    return {in_words.get(word.core, word.core) for word in words_of(text) if is_number(word.core)}


def is_common(core: str) -> bool:
    """True for a word that stands with a small letter inside a sentence."""
    known = (words("small_letters"), words("mass_nouns"), verbs().base, verbs().third)
    one = core.removesuffix("s")
    return any(core in table for table in known) or one in words("small_letters") or one in words("rarer_nouns")


def is_participle(core: str) -> bool:
    """True for what may tell what was done to a noun before it: "completed", "written"."""
    is_regular = core.endswith("ed") and len(core) > 4 and core.replace("-", "").isalpha()
    is_known = any(form in verbs().past or form in words("odd_participles") for form in (core, _not_again(core)))
    return is_known or is_regular


def _not_again(core: str) -> str:
    """The form that was done once more: "redrawn" → "drawn"."""
    return core.removeprefix("re").removeprefix("-") if len(core) > _SHORTEST_AGAIN else core


def end_of_noun(read: Sequence[Word], at: int) -> int | None:
    """Where the noun of a phrase ends: before a preposition, a comma, "who" or a participle, or at the end."""
    for place in range(at + 1, min(len(read), at + _FARTHEST) + 1):
        if place == len(read) or read[place].core in _RELATIVES or read[place].core in words("prepositions"):
            return place
        if read[place].core == "last" and place + 1 < len(read):  # "38 cakes last season"
            return place
        if is_participle(read[place].core) and needs_no_article(read[place - 1].core):
            return place
    return None


def has_a_verb(read: Sequence[Word]) -> bool:
    """True if a sentence of its own stands in it, or a further deed after a comma or "and"."""
    head = read[: next((place for place in range(len(read)) if _goes_on_otherwise(read, place)), len(read))]
    if any(word.core in _FINITE for word in head):
        return True
    return any(
        before.core in {",", "and", "&"} and verb.core in verbs().past and _opens_object(after.core)
        for before, verb, after in zip(read, read[1:], read[2:], strict=False)
    )


def _goes_on_otherwise(read: Sequence[Word], place: int) -> bool:
    """True before "which …", and before ", and nobody had to …", a sentence that stands by itself."""
    cores = [word.core for word in read[place : place + 5]]
    if cores[0] in _RELATIVES or cores[:2] != [",", "and"] or len(cores) < 4:
        return cores[0] in _RELATIVES or (cores[:2] == [",", "and"] and cores[2:3] != [] and cores[2] in _OTHERS)
    are_so_many = is_number(cores[2]) and (cores[3:] == ["of", "them"] or cores[3] in words("intransitives"))
    return cores[2] in _OTHERS or are_so_many


def without_contact(read: Sequence[Word]) -> Sequence[Word]:
    """`read` before "they will drive", where that tells of the noun before it."""
    pairs = enumerate(pairwise(read), 1)
    of_a_noun = (n for n, (before, word) in pairs if word.core in _CONTACT and needs_no_article(before.core))
    return read[: next(of_a_noun, len(read))]


def _opens_object(core: str) -> bool:
    return (is_number(core) and not is_year(core)) or core in words("determiners") | {"there", "them", "so"}

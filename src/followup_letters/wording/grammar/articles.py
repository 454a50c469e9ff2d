"""The article of our own before words of the user's: "a licensed electrician", "the diesel bill fell by a third"."""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article

_WITH_A_VOWEL = pattern(r"[aeiou]|hour|hono|hones|heir|8|1[18](?!\d)|1[18](?:,\d|\.)")
# Words before which no article stands.
OF_HOW_MANY = frozenset("no none both all each every nobody nothing neither its their it they there zero not".split())
OF_WORK = frozenset(
    """management development control design repair response handling cover coverage practice engagement
    administration maintenance support responsibility""".split()
)
_SPELT_OUT = pattern(r"[B-DF-HJ-NP-TV-XZ]{2,}s?\b")  # "STP", of which each letter is said
_LETTER_WITH_A_VOWEL = pattern(r"[FHLMNRSX]")
_WITHOUT = pattern(r"uni|eu|one\b|use")


def with_article(said: str) -> str:
    """`said` after the "a" or "an" that its sound asks for."""
    sound = said.casefold()
    if _SPELT_OUT.match(said):
        vowel = _LETTER_WITH_A_VOWEL.match(said) is not None
    else:
        vowel = _WITH_A_VOWEL.match(sound) is not None and not _WITHOUT.match(sound)
    return f"{'an' if vowel else 'a'} {said}"


def article_of(subject: Sequence[Word]) -> str:
    """The article of a subject that was noted without one: "(the) diesel bill fell by a third"."""
    first, last = subject[0], subject[-1].core
    is_of_anybody = first.core.partition("'")[0].partition("’")[0] in OF_HOW_MANY
    has_one = is_of_anybody or first.core in words("determiners") or is_number(first.core) or first.is_name
    is_simple = not any(word.core in words("prepositions") for word in subject)
    is_work = last in OF_WORK and len(subject) > 1  # "diary and inbox management"
    return "" if has_one or not is_simple or is_work or needs_no_article(last) else "the "

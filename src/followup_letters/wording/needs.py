"""The needs of one job as they stand in a sentence: after "to", or as a thing that can be named.

A list of needs is read together: it is written in one form, so that what is proved vouches for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.wording.forms import gerund_phrase, infinitive
from followup_letters.wording.phrases import without_stop

_LONG_ENOUGH = 4  # words; a shorter one ("Stock control", "Lead generation") may be a noun though others are verbs
_PLAIN = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)*(?=\s)")
_SEVERAL = re.compile(r"[;:?!]|\.\s")
_ARTICLES = frozenset({"a", "an", "one"})


def infinitives(needs: Sequence[str]) -> tuple[str | None, ...]:
    """Each of `needs` as it follows "to"; None where that is neither proved nor vouched for by the rest of the list.

    A list vouches if one of its needs is proved and every one can be read so, or if most of them are proved.
    """
    proved = [infinitive(need) for need in needs]
    read = [found or _read_as_verb(need) for found, need in zip(proved, needs, strict=True)]
    count = sum(phrase is not None for phrase in proved)
    vouches = (count and all(read)) or (count > 1 and 2 * count >= len(needs))
    return tuple(read if vouches else proved)


def noun_phrase(need: str) -> str | None:
    """A need that names a thing: "Weekend cover for the databases" → "weekend cover for the databases".

    None if its first word may be a verb, or a name that keeps its capital.
    """
    text = without_stop(need.strip())
    first = _PLAIN.match(text)
    article = text.split(maxsplit=1)[0].casefold() if text else ""
    if _SEVERAL.search(text) or not (first or (article in _ARTICLES and " " in text)):
        return None
    word = first[0].casefold() if first else article
    return text[0].lower() + text[1:] if word in _ARTICLES or _is_a_thing(word) else None


def asks_for_more(phrase: str) -> bool:
    """True for a noun phrase that says what should become of a thing, as after "You want": "fewer falls"."""
    return phrase.split(maxsplit=1)[0] in words("comparatives") | {"one"}


def _is_a_thing(word: str) -> bool:
    """True for a word with a small letter that begins no verb: neither a base, nor a past, nor a gerund."""
    table, last = verbs(), word.rpartition("-")[2]
    if any(word in forms for forms in (table.base, table.past, table.third, table.gerund)):
        return word in words("comparatives")
    known = words("small_letters") | words("comparatives")
    return word in known or last in known or (last.endswith("s") and last[:-1] in known)


def _read_as_verb(need: str) -> str | None:
    """`need` as it follows "to", if its first word can be a verb and it is too long to be a name for a task."""
    if len(need.split()) < _LONG_ENOUGH or gerund_phrase(need):
        return None
    return infinitive(f"To {need[:1].lower()}{need[1:]}")

"""Bullets that name first what a deed belonged to: "Capstone project: removed the duplicates from 52,000 records"."""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.wording.bullets.said import Said
from followup_letters.wording.grammar.objects import Word, is_used_as_verb

_LONGEST = 4  # words before the colon


def project(body: str, read: Sequence[Word]) -> Said | None:
    """What "I" did in a project or a placement: "in my capstone project I removed …"; None if it is not proved."""
    colon = next((n for n, word in enumerate(read[: _LONGEST + 1]) if word.core == ":"), 0)
    rest = read[colon + 1 :]
    if not colon or len(rest) < 2 or read[colon - 1].core not in words("projects"):
        return None
    if rest[0].core not in verbs().past or not is_used_as_verb(rest, 0, verbs().past, words("strict_pasts")):
        return None
    name, _, deed = body.partition(": ")
    is_common = all(not word.is_name for word in read[1:colon]) and read[0].core in words("small_letters", "projects")
    named = name[0].lower() + name[1:] if is_common or colon == 1 else name
    return Said(f"in my {named} I", "", deed[0].lower() + deed[1:])

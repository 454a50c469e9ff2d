"""What somebody is to be or to have, and nothing to do: "calm under pressure", "patience with children"."""

from __future__ import annotations

from followup_letters.lexicon import phrases, words
from followup_letters.wording.grammar.objects import words_of

_ASKED_FOR = frozenset("with for in of to under about on at".split())
_BEFORE_IT = frozenset("a an the some good great strong real genuine deep proven".split())
_JOINTS = frozenset({"and", "but", "yet", ","})


def is_trait(need: str) -> bool:
    """True for "patient with children" and "firm but fair with them"; not for "calm and restrain animals"."""
    said, traits = [word.core for word in words_of(need)], phrases("traits")
    known = traits.keys() | words("verb_adjectives")
    end = next((place for place, core in enumerate(said) if core not in known | _JOINTS), len(said))
    if not 0 < end < len(said) or said[end - 1] in _JOINTS:
        return False
    named = [core for core in said[:end] if core not in _JOINTS]
    are_joined = len(named) == 1 or said[-2 + end] in _JOINTS
    return are_joined and any(said[end] in traits.get(core, ()) for core in named)


def is_a_quality(need: str) -> bool:
    """True for "patience with children", "a passion for numbers": what is asked of a person, and no work."""
    said = [word.core for word in words_of(need)]
    at = next((place for place, core in enumerate(said) if core not in _BEFORE_IT), len(said))
    asked = said[at : at + 1] + said[at + 1 : at + 2]
    return len(asked) == 2 and asked[0] in words("qualities_asked_for") and asked[1] in _ASKED_FOR

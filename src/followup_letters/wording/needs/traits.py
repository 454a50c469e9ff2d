"""What somebody is to be, and nothing to do: "calm under pressure", "calm and clear with clients"."""

from __future__ import annotations

from followup_letters.lexicon import phrases, words
from followup_letters.wording.grammar.objects import words_of

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

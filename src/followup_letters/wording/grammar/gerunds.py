"""What follows "to", as an activity: "run the rota" → "running the rota"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern

_BEFORE_ANOTHER = frozenset("begin finish keep start stop".split())
_VERB = pattern(r"\b(?!and\b)[a-z][a-z-]*")
_JOINED_VERBS = pattern(r"[a-z-]+(?:, [a-z-]+)*,? and [a-z-]+(?= )")  # "plan, price and win"


def in_ing(to: str) -> str | None:
    """What follows "to" as an activity: "run the rota" → "running the rota", "hire and train" → "hiring and training".

    None where a verb farther on would have to change as well, where one in -ing comes next ("stop losing them"), and
    where a spelling is not sure.
    """
    joined = _JOINED_VERBS.match(to)
    doing = joined[0] if joined else to.partition(" ")[0]
    rest = to[len(doing) + 1 :]
    forms = [_gerunds().get(verb, ()) for verb in _VERB.findall(doing)]
    if rest.partition(" ")[0] in verbs().gerund and doing in _BEFORE_ANOTHER:
        return None
    if not rest or any(len(form) != 1 for form in forms) or _is_joined_to(rest, verbs().base):
        return None
    return f"{_VERB.sub(lambda verb: _gerunds()[verb[0]][0], doing)} {rest}"


@cache
def _gerunds() -> Mapping[str, Sequence[str]]:
    """The forms in -ing of each verb, by its base form."""
    found: dict[str, list[str]] = {}
    for form, base in verbs().gerund.items():
        found.setdefault(base, []).append(form)
    return found


def _is_joined_to(rest: str, forms: Mapping[str, str]) -> bool:
    """True if one of the verbs `forms` follows "and" or the like: then it is a second verb."""
    later = pairwise(rest.replace(",", " , ").split())
    following = [after for before, after in later if before in {"and", "or", "then", ",", "not"}]
    return any(after in forms or after in words("everyday_verbs") for after in following)

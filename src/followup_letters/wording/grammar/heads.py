"""The head of what was talked about, by which a letter comes back to it: "the turntable" of "the turntable that has to
be taken out by hand".
"""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.nouns import is_participle
from followup_letters.wording.grammar.objects import needs_no_article, words_of
from followup_letters.wording.grammar.phrases import is_grave

_BEGINS = pattern(r"(?:the|your) (?:[a-z0-9]|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day [a-z])")
_ENDS = pattern(
    r"[,:;(—–…?!]| -(?= )| (?:that|what|whatever|which|who|whom|whose|where|when|why|how|if|because|since|after|before"
    r"|until|and|or|but|with|without|from|into|you|we|I|they|it|he|she|nobody|everybody|the|not|as|than)\b"
)
# Of which nothing is left without what follows: "the gap between wool and felt", "the last of the bricks".
_OF_TWO = pattern(
    r"\b(?:balance|choice|contrast|difference|distance|gap|line|link|match|quarrel|relation\w*|tension)s? between\b"
)
_PEOPLE = frozenset(
    """gentleman man woman person boy girl child baby toddler client customer resident patient listener visitor guest
    student pupil neighbour neighbor caller reader owner mother father""".split()
)
# Who does something with what was named just before: "the roof somebody fell through", "the well your aunt drew from".
_OF_OTHERS = frozenset(
    """a an your my our their his her its every each all most some no somebody someone everyone anybody anyone
    something""".split()
)
_LONGEST = 5  # words
_VAGUE = frozenset(
    """way thing things fact reason question problem point part idea one time day days week weeks month year night
    morning afternoon evening walk unit state kind sort number amount cost price rest end start size rate
    last first most best worst half middle top bottom moment""".split()
)


def head_of(topic: str) -> str | None:
    """What `topic` names, in a few words of its own; None where it asks or tells something, or is of what hurts."""
    if not _BEGINS.match(topic) or is_grave(topic):
        return None
    end = _ENDS.search(topic, 4)
    typed = (topic[: end.start()].rstrip() if end else topic).split(" ")
    cores = [word.core for word in words_of(" ".join(typed))]
    if len(cores) != len(typed) or _may_begin_anew(typed, cores):
        return None
    typed = typed[: _place_of_others(typed, cores)]
    cores = cores[: len(typed)]
    cut = next((place for place, core in enumerate(cores) if place > 1 and _tells_of_it(cores, place)), len(cores))
    if _OF_TWO.search(topic) or cores[cut - 1 : cut] == ["of"]:  # "the history of", of what?
        return None
    while cut and cores[cut - 1] in words("prepositions"):
        cut -= 1
    if not 2 <= cut <= _LONGEST or cores[1] in _VAGUE or cores[cut - 1] in _VAGUE or is_somebody(cores[cut - 1]):
        return None
    return " ".join(typed[:cut])


def _place_of_others(typed: Sequence[str], cores: Sequence[str]) -> int:
    """Where somebody comes in who does something with it: 2 of "the soup everyone asks about"."""
    return next(
        (n for n in range(2, len(cores)) if typed[n] in _OF_OTHERS and cores[n - 1] not in words("prepositions")),
        len(cores),
    )


def _may_begin_anew(typed: Sequence[str], cores: Sequence[str]) -> bool:
    """True where what follows the noun may be others and what they do, and nobody can say where the noun ends: "the
    letter Mrs Hale wrote", "the shift people swap for", "the drain rats come up".
    """
    for place in range(2, len(cores) - 1):
        if cores[place - 1] in words("prepositions"):
            continue
        following = cores[place + 1]
        goes_on = following not in words("prepositions", "determiners")
        is_done = any(following in forms for forms in (verbs().past, verbs().third, verbs().base))
        is_several = cores[place].endswith("s") and needs_no_article(cores[place])
        is_sure_verb = following in verbs().base and following not in words("noun_verbs")
        if (cores[place] == "people" and goes_on) or (is_several and is_sure_verb):
            return True
        if typed[place][0].isupper() and (is_done or following in words("finite_pasts")):
            return True
    return False


def _tells_of_it(cores: Sequence[str], place: int) -> bool:
    """True for "built" of "the crate built by hand", for "drying" of "the fresh flats drying"."""
    is_doing = cores[place].endswith("ing") and cores[place] not in words("countable_ing")
    is_of_several = cores[place - 1].endswith("s") and needs_no_article(cores[place - 1])
    goes_on = cores[place + 1 : place + 2] and cores[place + 1] in words("prepositions")
    return is_participle(cores[place]) or bool(is_doing and is_of_several and goes_on)


def is_somebody(core: str) -> bool:
    """True for one person, of whom nobody goes on talking."""
    return core in _PEOPLE or core in words("job_titles") or core in words("roles") or core in words("offices")

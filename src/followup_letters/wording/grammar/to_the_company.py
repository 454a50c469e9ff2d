"""A reason to work for "them", as it is said to one of them; and whether "they" are the company, and nobody else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.wording.grammar.objects import Word, words_of
from followup_letters.wording.grammar.phrases import may_be_several, pronoun_of, spoken_of
from followup_letters.wording.grammar.quotations import hidden, keeping_quotations
from followup_letters.wording.grammar.to_the_reader import of_you

_THEY = frozenset("they they're they've they'd they'll".split())
_THEM = frozenset({*_THEY, "them", "their", "theirs", "themselves"})
_ARE = frozenset({"are", "were", "aren't", "weren't"})
_AHEAD = frozenset({"will", "would", "won't", "wouldn't", "they'll", "they'd"})
_HELPING = frozenset(
    """have had do did can could may might must should haven't hadn't don't didn't can't couldn't cannot not never
    always still only often also actually really even rather just now""".split()
)
_OF_TWO = frozenset("me my us our you your".split())  # "they pay me": who pays the writer now, or once did


@keeping_quotations
def as_said_to_the_company(reason: str) -> str:
    """A reason to work for "them" as it is said to one of them: "they train their people" → "you train your people"."""
    is_of_them = re.match(r"they\b", reason, re.IGNORECASE) or spoken_of(reason) is not None
    said = of_you(reason)
    return said if is_of_them and spoken_of(said) is None and not _names_others(reason) else reason


def others_in(reason: str) -> str | None:
    """The "they" of a reason who may be others than the company: the cows of "they go out in March".

    None where what "they" do is surely what an employer does, or "they" were named before.
    """
    read = words_of(hidden(reason)[0])
    if spoken_of(reason) is None and not (read and read[0].core.replace("’", "'") in _THEY):
        return None
    for place, word in enumerate(read):
        core = pronoun_of(read, place)
        if core in _THEY and not _employs([core, *(each.core.replace("’", "'") for each in read[place + 1 :])]):
            return word.typed
        if core == "them" and not (place and read[place - 1].core in words("prepositions")):
            return word.typed
        if may_be_several(word.core):
            return None
    return None


def _employs(said: Sequence[str]) -> bool:
    """True for what a "they" with all that follows it, `said`, surely does as an employer: "they pay apprentices"."""
    place = next((at for at, core in enumerate(said) if core not in _THEY | _HELPING | _AHEAD), len(said))
    core, after = [*said[place : place + 2], "", ""][:2]
    if core in _ARE or said[0] == "they're":
        doing = said[place + 1] if core in _ARE and place + 1 < len(said) else core
        return verbs().gerund.get(doing) in words("employing") or not words("firms").isdisjoint(said)
    if core == "have":
        return after == "their"
    is_to_come = not _AHEAD.isdisjoint(said[:place])
    known = core in words("employing") or core == "said" or verbs().past.get(core) in words("employing")
    return known and (is_to_come or after not in _OF_TWO)


def _names_others(reason: str) -> bool:
    """True for "they hire ex-offenders and keep them": a later "they" may be others than the first."""
    several = False
    read: Sequence[Word] = words_of(reason)
    for place, word in enumerate(read):
        if pronoun_of(read, place) in _THEM and several:
            return True
        several = several or may_be_several(word.core)
    return False

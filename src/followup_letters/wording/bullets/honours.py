"""Participles that say what was done to the writer: "Promoted to …", "Elected chair of …", "Named Teacher of the Year".

The same words are deeds when they take an object ("Awarded 30 contracts"), so each counts only before what its line in
passives.txt names. The rest of the sentence is not looked at here.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import Word, is_number

_ROLE_MODIFIERS = frozenset(
    "acting deputy assistant senior interim vice joint first youngest executive lead club team shop union apprentice"
    " branch parish student staff safety".split()
)
_AFTER_ROLE = frozenset("of for by at in to on within after twice again".split())
_SPANS = frozenset("under less only my just a an".split())
_SEASONS = [["year"], ["month"], ["quarter"], ["season"], ["decade"]]
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth joint last top".split())
_ORDINAL = pattern(r"\d+(?:st|nd|rd|th)")
_AMONG = frozenset("of out among in at for from nationally regionally overall".split())
_LINKS = frozenset("of the and for & a an in to".split())


def is_done_to_the_writer(text: Sequence[Word], at: int) -> bool:
    """True if the participle `at` is followed by what makes it a passive."""
    followers = phrases("passives").get(text[at].core, frozenset())
    if not followers or at + 1 >= len(text):
        return False
    following = text[at + 1].core
    if following == "to":
        return "to" in followers and _is_to_somewhere(text, at)
    if following == "from" and text[at].core == "promoted":
        return any(word.core == "to" for word in text[at + 2 :])
    if following in followers:
        return at + 2 < len(text)
    return (
        ("*when" in followers and _is_when(text, at + 1))
        or ("*role" in followers and _is_role(text, at + 1))
        or ("*prize" in followers and _is_prize(text, at + 1))
        or ("*place" in followers and _is_place(text, at + 1))
    )


def _is_to_somewhere(text: Sequence[Word], at: int) -> bool:
    """True unless it is what the writer did, as in "Promoted to 40 schools" and "Elected to stay"."""
    if at + 2 >= len(text):
        return False
    goal = text[at + 2].core
    if text[at].core == "promoted":
        return not is_number(goal) and not goal.endswith("s")
    return text[at].core != "elected" or goal not in verbs().base or goal in {"chair", "head", "captain"}


def _is_when(text: Sequence[Word], at: int) -> bool:
    core = text[at].core
    if core in {"twice", "once", "again", "early"}:
        return True
    if at + 1 >= len(text):
        return False
    following = text[at + 1].core
    if is_number(core):
        return following == "times"
    if core == "in":  # not "Promoted in a national campaign"
        return is_number(following) or following in _SPANS - {"a", "an"}
    return core in {"after", "within"} and (is_number(following) or following in _SPANS)


def _is_role(text: Sequence[Word], at: int) -> bool:
    while at < len(text) and text[at].core in _ROLE_MODIFIERS:
        at += 1
    return at + 1 < len(text) and text[at].core in words("roles") and text[at + 1].core in _AFTER_ROLE


def _is_place(text: Sequence[Word], at: int) -> bool:
    """True for "second of 90", "3rd in the county"; not for "first drafts"."""
    is_ordinal = text[at].core in _ORDINALS or _ORDINAL.fullmatch(text[at].core) is not None
    return is_ordinal and at + 2 < len(text) and text[at + 1].core in _AMONG


def _is_prize(text: Sequence[Word], at: int) -> bool:
    """A run of capitals that names an honour: "Employee of the Month", "the CBE"; "best newcomer" too."""
    if text[at].core in {"best", "top"} or _is_of_the_year(text, at):
        return True
    start = at + 1 if text[at].core == "the" else at
    if start >= len(text) or not text[start].is_name:
        return False
    for word in text[start : start + 9]:
        if word.core in words("prizes"):
            return True
        if not word.is_name and word.core not in _LINKS:
            return False
    return False


def _is_of_the_year(text: Sequence[Word], at: int) -> bool:
    """True for "nurse of the year", however it is written."""
    cores = [word.core for word in text[at : at + 9]]
    return any(cores[n : n + 2] == ["of", "the"] and cores[n + 2 : n + 3] in _SEASONS for n in range(1, len(cores)))

"""Bullets of what the writer can do or knows, without an "I": "Can price a job …", "Knows every elevator …".

These are true of today in any form: "I can price a job …", "I know every elevator …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.wording.bullets.said import Said, i
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.grammar.phrases import without_stop
from followup_letters.wording.grammar.sentences import has_several_sentences

_STATES = {"know": "know", "knows": "know", "own": "own", "owns": "own", "hold": "hold", "holds": "hold"}
_SPEAKING = frozenset({"speak", "speaks"})
_HOW_MUCH = frozenset("enough some good fluent basic conversational kitchen native everyday both".split())
_NOT_OF_ME = frozenset("you your he she his her their they we our :".split())
_UNSAFE = frozenset(";?!…")
_ALSO_BASES = frozenset("be have do".split())
_OF_A_CARD = frozenset({"renewed", "issued"})  # "holds a certificate, renewed in 2025"
_EASE = frozenset("comfortable confident happy".split())  # before a form in -ing


def told_of_today(text: str) -> Said | None:
    """The clause for what the writer can do, knows, owns or speaks; None if `text` is not proved to tell it."""
    body = without_stop(text.strip())
    read = words_of(body)
    if len(read) < 2 or _UNSAFE & {*body} or body[-1] in ":," or has_several_sentences(read):
        return None
    if (
        any(word.core in _NOT_OF_ME for word in read)
        or not re.fullmatch("[A-Z]?[a-z]+", read[0].typed)
        or _does_more(read)
    ):
        return None
    first, rest = read[0].core, body.partition(" ")[2]
    if first == "can":
        return i(rest, "can") if _can_be_done(read) else None
    if first in _SPEAKING:
        return i(f"speak {rest}") if _is_language(read) else None
    is_state = first in _STATES and _is_known_or_owned(first, read)
    return i(f"{_STATES[first]} {rest}") if is_state else None


def _can_be_done(read: Sequence[Word]) -> bool:
    """True for "can price a job", "can still read JCL"; not for "can line operator"."""
    at = 1
    while at < len(read) - 1 and read[at].core in words("adverbs") | {"still", "also", "both"}:
        at += 1
    verb, after = read[at], read[at + 1 :]  # "can price", and what
    if verb.is_name or verb.core not in verbs().base or not after:
        return False
    takes = phrases("verb_prepositions").get(verb.core, frozenset())
    opens = after[0].core in words("determiners") or is_number(after[0].core) or (after[0].core in takes and after[1:])
    return bool(opens) or at > 1 or (verb.core in words("plain_bases", "everyday_verbs") and not after[0].is_name)


def _is_language(read: Sequence[Word]) -> bool:
    """True for "speaks Polish and English", "speak enough Spanish to run a meeting"."""
    at = next((n for n, word in enumerate(read) if n and word.core not in _HOW_MUCH), 0)
    if not at or read[at].core not in words("languages") or not read[at].is_name:
        return False
    tail = [word for word in read[at + 1 :] if not (word.core in words("languages") and word.is_name)]
    joints = _HOW_MUCH | {",", "and"}
    while tail and tail[0].core in joints:
        tail = tail[1:]
    if [word.core for word in tail[:2]] == ["well", "enough"]:
        tail = tail[2:]
    goes_on = bool(tail) and tail[0].core in {"to", "with", "at", "on", "for"} and len(tail) > 1
    return goes_on or not tail or (len(tail) == 1 and tail[0].core in {"well", "fluently", "daily"})


def _is_known_or_owned(first: str, read: Sequence[Word]) -> bool:
    opens = len(read) > 2 and read[1].core in words("determiners")
    if first in {"hold", "holds"}:  # what one holds, and not a meeting
        named = words("certificates", "degrees")
        return opens and any(word.core in named for word in read[2:6])
    if first in {"know", "knows"}:
        return opens or [word.core for word in read[1:3]] == ["how", "to"] or read[1].core in {"where", "which"}
    return opens


def _does_more(read: Sequence[Word]) -> bool:
    """True if a third person or a past follows "and" or a comma, which would have to change as well."""
    pairs = zip(read, read[1:], read[2:], strict=False)
    return any(
        before.core in {"and", ",", "but"}
        and (verb.core in verbs().third or verb.core in verbs().past)
        and (after.core in words("determiners", "prepositions") or is_number(after.core))
        and not (verb.is_name or verb.core in _OF_A_CARD)
        for before, verb, after in pairs
    )


def is_at_ease(read: Sequence[Word], at: int) -> bool:
    """True for "comfortable presenting to committees", "used to early starts"; not for "used to run a bar"."""
    if [word.core for word in read[at : at + 3]] in (["at", "home", "in"], ["at", "home", "with"]):
        return len(read) > at + 3 and read[at].core != read[at].typed.upper()
    if read[at].core == "used" and len(read) > at + 2 and read[at + 1].core == "to":
        return read[at + 2].core not in verbs().base and read[at + 2].core not in _ALSO_BASES
    if read[at].core not in _EASE or at + 2 >= len(read) or read[at + 1].core not in verbs().gerund:
        return False
    after = read[at + 2].core
    return (
        is_number(after)
        or after in words("determiners", "prepositions", "adverbs", "languages")
        or needs_no_article(after)
    )

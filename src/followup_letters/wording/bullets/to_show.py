"""Bullets that name a thing there is to show: "A hotline that answers within one working day", "No findings in five …".

Each stands after a verb of ours: "I can point to a hotline …", "my record shows no findings …", "I have a working
knowledge of …". A thing is shown only by what it does, what it is worth or where it is used; not a person, a quality or
what went wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.said import Said, i
from followup_letters.wording.grammar.nouns import has_a_verb, is_common, is_participle, without_contact
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article

_KNOWN = pattern(
    r"(?P<article>An? )?(?P<known>(?:[a-z]+,? )?(?:[a-z]+ )?(?:working knowledge of|command of (?=(?-i:[A-Z]))) ?\S.*)",
    re.IGNORECASE,
)
_HOW_KNOWN = frozenset(
    "good sound solid thorough detailed deep full fair firm strong excellent confident ready".split()
)
_PERSONAL = frozenset("you your he she his her we our".split())
_NOTHING_TO_SHOW = frozenset(  # "a tool that nobody used", "a farm that my brother runs"
    """nobody never not neither fell folded missed unpaid unsold unused hate hated boss brother sister mother father
    wife husband son daughter criminal""".split()
)
_RELATIVES = frozenset({"that", "which"})
_ENDINGS = ("er", "or", "ist", "ian", "man", "woman")
_FARTHEST = 7  # words of a name
_IN_USE = frozenset("used read adopted kept copied followed shared quoted printed sold taught worn".split())
_USED_WHERE = frozenset({"by", "in", "at", "on", "across"})


def to_show(body: str, read: Sequence[Word]) -> Said | None:
    """What the writer can point to, has or shows, of a bullet that names it; None if it is not proved."""
    if any(word.core in _PERSONAL for word in read) or any(word.core == ":" for word in read):
        return None
    known = _KNOWN.fullmatch(body)
    if known:
        return _known(known["article"], known["known"])
    troubles = words("troubles", "grave") | {"trouble"} | _NOTHING_TO_SHOW
    if (
        len(read) < 4
        or read[0].core in {"0", "knowing"}
        or read[-1].core == "me"
        or any(word.core in troubles for word in read)
    ):
        return None
    if _is_one_thing(read) or _are_several(read):
        return i(f"point to {body[0].lower()}{body[1:]}", "can")
    return None


def _known(article: str | None, known: str) -> Said | None:
    """ "A good working knowledge of the IFRA standards" with its verb; None for what is known otherwise than well."""
    how = known.casefold().partition("working knowledge of")[0].partition("command of")[0]
    if not set(re.findall(r"[a-z]+", how)) <= _HOW_KNOWN:
        return None
    return i(f"have {(article or 'a ').lower()}{known[0].lower()}{known[1:]}")


def _is_one_thing(read: Sequence[Word]) -> bool:
    """True for "a parts stock worth $210,000", "a hotline that answers within one working day"."""
    if read[0].core not in {"a", "an"}:
        return False
    end = _end_of_name(read, 1)
    if end is None or not _is_shown(read[1:end]) or _are_more_than_one(read[end - 1].core):
        return False
    return not has_a_verb(_without_care(without_contact(read))) and _is_proved(read, end)


def _without_care(read: Sequence[Word]) -> Sequence[Word]:
    """`read` before ", counted every week", which tells of the thing and no deed."""
    later = zip(read, read[1:], read[2:], strict=False)
    cared = (n for n, (mark, word, after) in enumerate(later) if _is_care(mark.core, word.core, after.core))
    return read[: next(cared, len(read))]


def _is_care(mark: str, core: str, after: str) -> bool:
    return mark == "," and core not in words("finite_pasts") and is_participle(core) and after in {"every", "each"}


def _are_several(read: Sequence[Word]) -> bool:
    """True for "spray records that passed four audits", "scenic budgets of $12K to $68K, none over"."""
    first, end = read[0], _end_of_name(read, 0)
    is_plain = first.typed[1:].islower() and is_common(first.core)
    if end is None or end == len(read) or not is_plain or not _is_shown(read[:end]) or has_a_verb(read):
        return False
    if not _are_more_than_one(read[end - 1].core) or _may_be_a_deed(read, end):
        return False
    if read[end].core == "of" and end + 1 < len(read) and is_number(read[end + 1].core):
        return any(mark.core == "," and word.core == "none" for mark, word in pairwise(read[end:]))
    return read[end].core in _RELATIVES and _tells(read, end)


def _end_of_name(read: Sequence[Word], start: int) -> int | None:
    """Where the words for a thing end: before a preposition, a comma, "that", "worth" or "used by"."""
    stops = words("prepositions") | _RELATIVES | {"worth", ","}
    for place in range(start + 1, min(len(read), start + _FARTHEST) + 1):
        is_used = place + 1 < len(read) and read[place].core in _IN_USE and read[place + 1].core in _USED_WHERE
        if place == len(read) or read[place].core in stops or is_used:
            return place
    return None


def _is_shown(named: Sequence[Word]) -> bool:
    """True for a thing by its common name; not for a person, a quality, a certificate or a span of time."""
    one = named[-1].core if named[-1].core.endswith("ss") else named[-1].core.removesuffix("s")
    no_thing = words("qualities", "job_titles", "roles", "offices", "collectives", "certificates", "kept", "languages")
    is_somebody = one.endswith(_ENDINGS) and one not in words("things_in_er")
    is_plain = all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", word.typed) for word in named[1:])
    is_deed = any(is_participle(word.core) and word.core not in words("strict_pasts") for word in named[1:])
    return is_plain and not is_deed and not is_somebody and not {one, named[-1].core} & no_thing


def _are_more_than_one(core: str) -> bool:
    return needs_no_article(core) and core not in words("mass_nouns")


def _may_be_a_deed(read: Sequence[Word], end: int) -> bool:
    """True for "writes labels", "plant gardens": the first word may be a verb; "spray records" are hardly sprayed."""
    first = read[0].core
    if end == 1:
        return False
    if first in verbs().base or first in verbs().gerund:
        is_name = read[end - 1].core in words("papers") and first not in words("plain_bases", "plain_gerunds")
        return not (is_name and read[end].core in _RELATIVES and read[end + 1].core in verbs().past)
    is_third = first in verbs().third and first not in words("before_nouns")
    return is_third or first in verbs().past


def _is_proved(read: Sequence[Word], end: int) -> bool:
    """True if the rest tells what the thing does, what it is worth, where it is used, or that it is so everywhere."""
    for place in range(end, len(read) - 1):
        core, after = read[place].core, read[place + 1].core
        if core in _RELATIVES:
            return (place == end or _is_shown(read[place - 1 : place])) and _tells(read, place)
        if place == end and core == "for" and after == "the" and place + 2 < len(read):  # "an arch for the cathedral"
            return True
        if (core == "worth" and is_number(after)) or (core in {"at", "on"} and after in {"every", "each"}):
            return True
        if place == end and core in _IN_USE and after in _USED_WHERE and place + 2 < len(read):
            return True
    return False


def _tells(read: Sequence[Word], relative: int) -> bool:
    """True for "that passed four audits", "that six wards use": a verb or its subject, and more after it."""
    if relative + 3 > len(read):
        return False
    first = read[relative + 1].core
    known = verbs()
    is_verb = first in known.past or first in known.third or first in known.base or first in words("finite_pasts")
    is_subject = any(
        needs_no_article(word.core) for word in read[relative + 1 : relative + 4]
    )  # "that new starters use"
    return is_verb or is_number(first) or first in words("determiners") or is_subject

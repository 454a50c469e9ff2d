"""The needs of one job as they stand in a sentence: after "to", or as a thing that can be named.

A list of needs is read together: it is written in one form, so that what is proved vouches for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.forms import Form, form_of
from followup_letters.wording.grammar.adjectives_of_work import is_adjective_of_work, may_be_an_adjective
from followup_letters.wording.grammar.asides import label_and_told, names_no_work, without_aside
from followup_letters.wording.grammar.nouns import is_common, is_participle
from followup_letters.wording.grammar.objects import Word, needs_no_article, words_of
from followup_letters.wording.grammar.phrases import speaks_to_you, without_stop
from followup_letters.wording.grammar.tasks import as_task, as_two_orders, is_done_with
from followup_letters.wording.needs.infinitives import gerund_phrase, infinitive
from followup_letters.wording.needs.orders import plain_order
from followup_letters.wording.needs.things import (
    KEPT_TO,
    RELATIVES,
    SEVERAL_PARTS,
    is_described,
    noun_phrase,
    read_as_thing,
)
from followup_letters.wording.needs.traits import is_trait

_SAID_OF_WORK = frozenset(
    """support drive lead plan guide design increase monitor run review process research champion control
    direct document secure track conduct measure report start cut raise speed""".split()
)  # before a word for work without an article: "drive adoption"
_OF_THE_LABEL = pattern(r"\b(?:them|it)\b")
_NO_THING = pattern(r"(?:(?:responsible|accountable|answerable) for|in charge of|being) ", re.IGNORECASE)
_FROM_TO = pattern(r"\bfrom \S*\d\S* (?:up |down )?to \S*\d")
_LONG_ENOUGH = 4  # words; a shorter one ("Stock control", "Lead generation") may be a noun though others are verbs


def infinitives(needs: Sequence[str]) -> tuple[str | None, ...]:
    """Each of `needs` as it follows "to"; None where that is neither proved nor vouched for by the rest of the list.

    A list vouches if one of its needs is proved and every one can be read so, or if most of them are proved or can be;
    but what stands in the third person vouches for nothing that does not.
    """
    typed, needs = needs, [as_two_orders(need) for need in needs]
    proved = [infinitive(_without_label(need)) or plain_order(need) for need in needs]
    begins_with_verbs = all(need.split(maxsplit=1)[:1] and need.split()[0].casefold() in verbs().base for need in needs)
    is_sure = begins_with_verbs or sum(found is not None for found in proved) > 1
    count = sum(
        found is not None and need in typed and form_of(need) is not Form.THIRD_PERSON
        for found, need in zip(proved, needs, strict=True)
    )
    tasks = proved
    if count:
        read = [found or _read_as_verb(need, is_sure=is_sure) for found, need in zip(proved, needs, strict=True)]
        can_be = sum(found is not None for found in read)
        if all(read) or (count > 1 and 2 * count >= len(needs)) or 5 * can_be >= 3 * len(needs):
            tasks = read
    told = zip(needs, tasks, strict=True)
    return tuple(_being(need) if is_trait(need) else as_task(need) or task for need, task in told)


def noun_phrases(needs: Sequence[str]) -> tuple[str | None, ...]:
    """Each of `needs` as the name of a thing; None where that is neither proved nor vouched for by its list.

    A list vouches if nothing in it is told as something to do, and half of it at least are proved to be things. What
    names work that a verb tells ("Supervision of interns") is no thing.
    """
    proved = [noun_phrase(need) for need in needs]
    count = sum(phrase is not None for phrase in proved)
    if not any(map(infinitive, needs)) and 2 * count >= len(needs):
        proved = [found or read_as_thing(need) for found, need in zip(proved, needs, strict=True)]
    told = zip(proved, needs, strict=True)
    return tuple(None if as_task(need) or plain_order(need) or _NO_THING.match(need) else found for found, need in told)


def _without_label(need: str) -> str:
    """`need` without its heading: "Team: hire two engineers" → "hire two engineers".

    Where the heading says what is to be done, it is the need: "Cut the waiting list - 14 weeks to six".
    """
    headed = label_and_told(need)
    if headed and _OF_THE_LABEL.search(headed[1]):  # "Volunteers: recruit and thank them", which says whom
        return need
    if not headed or all(word.core in verbs().base or word.core == "and" for word in words_of(headed[1])):
        return need  # "Puppy walkers: advise and encourage", without which nobody is advised
    return headed[0] if infinitive(headed[0]) and not names_no_work(headed[0]) else headed[1]


def _being(trait: str) -> str | None:
    """What somebody is to be as it follows "to": "be calm under pressure"."""
    said = without_stop(without_aside(trait))
    return None if SEVERAL_PARTS.search(said) or speaks_to_you(said) else f"be {said[0].lower()}{said[1:]}"


def _read_as_verb(need: str, *, is_sure: bool) -> str | None:
    """`need` as it follows "to", if its first word can be a verb and it is too long to be a name for a task."""
    first = need.split(maxsplit=1)[0].casefold() if need.strip() else ""
    if (
        len(need.split()) < _LONG_ENOUGH
        or _is_a_heading(need)
        or need.split()[0].endswith(",")  # "steady, clear talk with clients"
        or need.split()[1] == "of"  # "return of the windows by the date promised"
        or (_FROM_TO.search(need) and first not in words("changes"))  # "pack to melt from 84 up to 90"
        or gerund_phrase(need)
        or is_described(need, first)
        or _is_a_compound(need, is_sure=is_sure)
        or (first in words("noun_verbs") and need.split()[1].strip(",").endswith("ness"))  # "rescue readiness"
    ):
        return None
    return infinitive(f"To {need[:1].lower()}{need[1:]}")


def _is_a_heading(need: str) -> bool:
    """True for "Study drug: storage, counts": a verb would stand before "the drug"."""
    headed = label_and_told(need)
    label = words_of(headed[0]) if headed else ()
    return len(label) == 2 and label[1].typed.islower() and not needs_no_article(label[1].core)


def _is_a_compound(need: str, *, is_sure: bool) -> bool:
    """True for "Sound checks done by six": the first word may belong to the plural after it, and be no verb.

    Unless the list `is_sure` to be one of verbs, also for "Plant lists for eight gardens".
    """
    read = words_of(need)
    if is_adjective_of_work(read) or may_be_an_adjective(read):
        return True
    if (
        len(read) > 2 and read[1].core in {"and", "&"} and read[2].core not in verbs().base
    ):  # "budget and monthly books"
        return True
    if len(read) > 1 and read[1].core in phrases("compound_nouns").get(read[0].core, ()):
        return True
    if is_done_with(read) or _names_work(read) or _is_kept_to(need, read):
        return True
    if read[0].core not in words("noun_verbs") or len(read) < 3 or not needs_no_article(read[1].core):
        return False
    following = read[2].core
    return is_participle(following) or (not is_sure and following in RELATIVES | {"for", "of", "in", "on", "from"})


def _is_kept_to(need: str, read: Sequence[Word]) -> bool:
    """True for "Fuel cost per drop below 70p": what may be a verb is part of a noun, and a figure is kept to."""
    is_noun = read[0].core in words("noun_verbs") - words("aims") and len(read) > 3
    return is_noun and is_common(read[1].core) and read[1].typed.islower() and KEPT_TO.search(need) is not None


def _names_work(read: Sequence[Word]) -> bool:
    """True for "Berth allocation for the fish quay": a thing and what is done with it, where an order would say which.

    Not after a verb that is said of such work: "Support implementation of the new system".
    """
    if len(read) < 2 or read[0].core in _SAID_OF_WORK or read[0].core in words("plain_bases"):
        return False
    is_work = read[1].core.endswith(("tion", "sion", "ment", "ance", "ence")) and read[1].typed.islower()
    return is_work and (len(read) == 2 or read[2].core in words("prepositions") | {"and", ","})

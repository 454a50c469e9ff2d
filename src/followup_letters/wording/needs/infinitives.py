"""A responsibility as it follows "to", or as an activity: "Runs the rota" → "run the rota".

Which form a text has is settled in `bullets.forms`; a form that is not proved for it gives none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.forms import Form, reading_of
from followup_letters.wording.bullets.said import lowered, without_third_person
from followup_letters.wording.grammar.adjectives_of_work import is_adjective_of_work, may_be_an_adjective
from followup_letters.wording.grammar.asides import without_aside
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.grammar.phrases import speaks_to_you
from followup_letters.wording.grammar.sentences import has_a_helping_verb
from followup_letters.wording.grammar.tasks import is_done_with

# Who will have the job, whom the employer wants for what follows: "The postholder will supervise …".
_POST = pattern(
    r"the (?:new |successful )?(?:post-?holder|post holder|job-?holder|role|hire|appointee|fellow|candidate|person) "
    r"(?:will|must|should|is to|has to) (?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
SEVERAL_PARTS = pattern(r"[;:?!]|\.\s")
_BY_THEN = pattern(
    r" by (?:the (?:end|start|beginning) of )?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|spring|summer|autumn|Christmas|Easter)(?: \S*\d+)?$"
)
_TO_A_FIGURE = pattern(  # "Yield to 31 kg per square metre", which somebody is to get there
    r"[A-Za-z][a-z]+(?: [a-z]+){0,2} (?:back |up |down )?to (?:about |at least |under |over )?[$£€]?\d[^,;:]*"
)
_FUNDS = pattern(r"(?:[a-z]+ )?budget (?:for|of) [^;:]*[$£€]\d", re.IGNORECASE)
_JOINED_THIRD = pattern(r"(?P<joint>,? (?:and|but|or|then) )(?P<verb>[a-z]+s) (?P<after>[a-z0-9]+)")
_STANDS = pattern(r",? (?:and|but) (?:is|has|was|does|works)\b")
_WITH = frozenset({"with", "it", "them", "him", "her", "everything", "everybody"})
_OF_OTHERS = frozenset("can could will would must should may want need like".split())
_OF_A_NOUN = frozenset({"over", "under", "above", "below"})
_BEFORE_A_VERB = frozenset({"cross", "pre", "re", "co", "up"})  # "cross-train operators"


@lru_cache(maxsize=1024)  # as of `reading_of`
def infinitive(text: str) -> str | None:
    """A responsibility as it follows "to": "Run the rota", "Runs the rota" → "run the rota"; None if not proved.

    Left out is an aside at its end: "(Go, Postgres)", or a sentence of its own after a comma ("get falls down, it has
    been a bad year"). A text of two parts is refused, and one that speaks to "you": in the letter that is somebody
    else.
    """
    text = _POST.sub(_begun_verb, without_aside(text))
    if ";" in text or names_funds(text) or _may_be_numbered(text):
        return None
    if is_to_a_figure(text):
        return f"get {text[0].lower()}{text[1:].strip()}"
    first, _, rest = text.strip().partition(" ")
    if first.lower() == "to":
        form, body, read, at = reading_of(rest, after_to=True)
    else:
        form, body, read, at = reading_of(text)
    if at or not read or speaks_to_you(body) or _says_it_of_nothing(read):
        return None
    may_be_order = form is Form.OTHER or read[0].core == "get"
    if may_be_order and first.lower() != "to" and _is_plain_order(body, read):
        return lowered(body)
    if has_a_helping_verb(read) or is_done_with(read) or _is_of_a_measured_noun(read):
        return None
    if first.lower() != "to" and (is_adjective_of_work(read) or may_be_an_adjective(read)):
        return None
    if _is_of_a_noun(read, form) or is_taught(read):
        return None
    if form is Form.THIRD_PERSON:
        return None if _is_a_plural(read) else _all_without_third_person(lowered(body), read)
    if read[0].core not in verbs().base:
        return lowered(body) if form is Form.BASE or is_compound_verb(read) else None
    is_base = form is Form.BASE or (form is Form.PAST and verbs().past.get(read[0].core) == read[0].core)
    return lowered(body) if is_base else None


def _is_a_plural(read: Sequence[Word]) -> bool:
    """True for "queries time out", "pumps 2 and 3 trip if both start": what may be a third person is a plural noun."""
    cores = [word.core for word in read]
    times_out = len(cores) > 2 and cores[1] in verbs().base and cores[2] in words("particles")
    return times_out or any(verb in verbs().base and after in {"if", "when"} for verb, after in pairwise(cores[2:]))


def _all_without_third_person(body: str, read: Sequence[Word]) -> str | None:
    """A third person as it follows "to", and each that is joined to it; None where one may be a noun, or says "is"."""
    said = without_third_person(body, read[0].core)
    if _STANDS.search(said):
        return None
    for found in _JOINED_THIRD.finditer(said):
        base = verbs().third.get(found["verb"])
        is_noun = base in words("noun_verbs") and found["after"] not in words("determiners") | _WITH
        if base and not is_noun:
            said = said.replace(found[0], f"{found['joint']}{base} {found['after']}", 1)
    return said


def _is_plain_order(body: str, read: Sequence[Word]) -> bool:
    """True for "be in the stores", "stop relying on agencies", "get it all out", "hold animals safely", "open top to
    bottom by May": what begins so is no noun.
    """
    if are_two_orders(read):
        return True
    first, following = read[0].core, [word.core for word in read[1:3]]
    if len(following) < 2 or SEVERAL_PARTS.search(body) or not read[0].typed.isalpha():
        return False
    if first == "be":
        return following[0] not in words("adverbs")
    if first == "get":
        return following[0] != "well"
    if first in {"stop", "start"} and following[0].endswith("ing"):
        return True
    if first not in verbs().base:
        return False
    if needs_no_article(following[0]):  # "hold animals safely"; not "start dates by May"
        return following[1].endswith("ly")
    return _BY_THEN.search(body) is not None


def are_two_orders(read: Sequence[Word]) -> bool:
    """True for "tumble and sort two million oysters": a verb with its object proves the one that is joined to it."""
    if len(read) < 5 or not read[0].typed.isalpha() or read[1].core not in {"and", "&"}:
        return False
    first, second, after = read[0].core, read[2].core, read[3].core
    first_is_a_noun = first in words("small_letters") or first in words("mass_nouns")
    has_object = after in {"a", "an", "the", "our", "every", "each", "all"} or is_number(after)
    return has_object and second in verbs().base and (first in verbs().base or not first_is_a_noun)


def _begun_verb(found: re.Match[str]) -> str:
    return found["verb"].capitalize()


def _is_of_a_noun(read: Sequence[Word], form: Form) -> bool:
    """True for "Machines running at 85 percent", "Accounts over 90 days": the first word is no verb."""
    following = [word.core for word in read[1:4]]
    if read[0].core == "cover" and following[:1] == ["for"]:  # "Cover for every duty"
        return True
    if form is Form.THIRD_PERSON and following:
        are_people = following[0] in words("prepositions") and read[0].core[:-1] in words("job_titles")
        is_relative = len(following) > 1 and (  # "labels people can read", "forms people fill in"
            following[1] in _OF_OTHERS or (following[0] == "people" and following[1] in verbs().base)
        )
        return following[0] in verbs().gerund or are_people or is_relative
    return len(read) > 2 and read[1].core in _OF_A_NOUN and is_number(read[2].core)


def is_taught(read: Sequence[Word]) -> bool:
    """True for "swim lessons for 1,900 children", where "give lessons" and "hold classes" are orders."""
    return len(read) > 1 and read[1].core in {"lessons", "classes"} and read[0].core not in words("plain_bases")


def _is_of_a_measured_noun(read: Sequence[Word]) -> bool:
    """True for "projects over £1m", "shift handovers without gaps": what may be a verb is a noun, or part of one."""
    cores = [word.core for word in read[:3]]
    if len(cores) < 3:
        return False
    is_several = read[0].core in verbs().third
    is_measured = cores[1] in _OF_A_NOUN and re.match(r"[£$€]?\d", read[2].typed) is not None
    is_compound = cores[0] in words("noun_verbs") and cores[1].endswith("s") and cores[2] in _OF_A_NOUN | {"without"}
    return (is_several and is_measured) or is_compound


def _says_it_of_nothing(read: Sequence[Word]) -> bool:
    """True for "get the managers to use it", where the list, and not the need, says what "it" is."""
    before = {word.core for word in read[:-1]}
    return read[-1].core == "it" and before.isdisjoint({"a", "an", "the", "our", "this", "that", "each", "every"})


def is_to_a_figure(text: str) -> bool:
    """True for "Yield to 31 kg per square metre": a thing, and how far somebody is to get it."""
    found = _TO_A_FIGURE.fullmatch(text.strip())
    return found is not None and needs_no_article(text.split()[0].casefold())


def names_funds(text: str) -> bool:
    """True for "budget for the machine room, about $14 million": a sum, and nothing that anybody is told to do."""
    return _FUNDS.match(text) is not None


def is_compound_verb(read: Sequence[Word]) -> bool:
    """True for "cross-train the staff": a verb with something before its hyphen, and an object that proves it."""
    before, hyphen, verb = read[0].core.rpartition("-")
    if not (before and hyphen) or verb not in verbs().base or len(read) < 3:
        return False
    is_joined = read[1].core in {"and", "&"} and read[2].core in verbs().base  # "re-cover and level club tables"
    of_several = before in _BEFORE_A_VERB and needs_no_article(read[1].core) and read[1].typed.islower()
    return read[1].core in words("determiners") or of_several or is_joined


def gerund_phrase(text: str) -> str | None:
    """A responsibility that is an activity: "Lifting people" → "lifting people"; None if it may be a plain noun."""
    form, body, _, at = reading_of(without_aside(text))
    if form is not Form.GERUND or at or speaks_to_you(body):
        return None
    return lowered(body)


def _may_be_numbered(text: str) -> bool:
    """True for "Stage 3 reviews", "Open seven days a week": the first word may be no verb before a number."""
    first, second = [word.core for word in [*words_of(text.removeprefix("To ")), Word("", ""), Word("", "")][:2]]
    return first in words("before_numbers") and is_number(second)

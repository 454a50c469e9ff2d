"""How a sentence says what is proved: a bullet as a clause with "I", a responsibility after "to" or in -ing.

Which form a text has is settled in `forms`. Here nothing is proved, and nothing that could not be is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.experience import done_before, done_often, is_at_a_rate, is_no_work, participles
from followup_letters.wording.bullets.forms import VERBLESS, Form, reading_of
from followup_letters.wording.bullets.own_subjects import within_a_sentence
from followup_letters.wording.bullets.said import Said, i, my_work
from followup_letters.wording.bullets.second_parts import FINISHED
from followup_letters.wording.bullets.shorthand import written_out
from followup_letters.wording.bullets.standing import standing
from followup_letters.wording.bullets.today_told import told_of_today
from followup_letters.wording.bullets.verbs_used import is_third_alone, is_third_before_what_kind
from followup_letters.wording.grammar.adjectives_of_work import is_adjective_of_work, may_be_an_adjective
from followup_letters.wording.grammar.asides import without_aside
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article
from followup_letters.wording.grammar.sentences import has_a_helping_verb
from followup_letters.wording.grammar.tasks import as_two_orders, is_done_with
from followup_letters.wording.grammar.tenses import counts_time, follows_have, is_at_present, lasts, reaches_now, today

# How the writer says each form of himself: a helping verb, and what comes between it and the user's words.
_OPENINGS: Mapping[Form, tuple[str, str]] = {
    Form.PAST: ("", ""),
    Form.PASSIVE: ("was", ""),
    Form.ADJECTIVE: ("am", ""),
    Form.YEARS: ("", "bring "),
    Form.BASE: ("", ""),
}
# The same of what has gone on until today.
_OPENINGS_SINCE: Mapping[Form, tuple[str, str]] = {
    Form.PAST: ("have", ""),
    Form.PASSIVE: ("have", "been "),
    Form.ADJECTIVE: ("have", "been "),
    Form.GERUND: ("have", "been "),
}
# And of what is said to go on "currently".
_OPENINGS_TODAY: Mapping[Form, tuple[str, str]] = {
    Form.ADJECTIVE: ("am", "{} "),
    Form.GERUND: ("am", "{} "),
    Form.BASE: ("", "{} "),
}
_NO_WORK = frozenset("having owning holding seeking enjoying knowing being wanting hoping liking loving".split())
_WITH_COMPANY = frozenset(
    """works with|sits on|works for|works on|works in|works as|deals with|looks after|cares for|cooks for|speaks to
    |speaks with
    |liaises with|presents to|interprets in|interprets for|reports to|caters for|lectures on|answers to""".replace(
        "\n    ", ""
    ).split("|")
)
_EVER_SINCE = pattern(r"^\S+ since (?:I was|leaving)\b")
_ABLE = frozenset("distinguish identify recognise recognize".split())  # what somebody can, and not what they did
_NO_TEAM = frozenset("life list field pack way years yrs".split())
_BEFORE_ITS_OBJECT = frozenset("a an the our its every each".split())  # so that "leads" is no noun
_FROM_TO = pattern(r"\bfrom \S*\d\S*.* to \S*\d")
_FAMILY = pattern(r"\bmy (?:mother|father|dad|mum|mom|wife|husband|son|daughter|brother|sister|family|own)\b")
_OF_OTHERS = frozenset("can could will would must should may want need like".split())
_OF_A_NOUN = frozenset({"over", "under", "above", "below"})
# Who will have the job, whom the employer wants for what follows: "The postholder will supervise …".
_POST = pattern(
    r"the (?:new |successful )?(?:post-?holder|post holder|job-?holder|role|hire|appointee|fellow|candidate|person) "
    r"(?:will|must|should|is to|has to) (?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_BEFORE_A_VERB = frozenset({"cross", "pre", "re", "co", "up"})  # "cross-train operators"
_YOU = frozenset("you your yours".split())
_VERB = pattern(r"\b(?!and\b)[a-z][a-z-]*")
_JOINED_VERBS = pattern(r"[a-z-]+(?:, [a-z-]+)*,? and [a-z-]+(?= )")  # "plan, price and win"
_AS_IT_IS_NOW = pattern(  # "before it leaves the yard", which does not follow "I have checked"
    r"\b(?:before|after|until|when|once|if) (?:(?:it|(?:the|an?|each|every|any) [a-z]+[^s\W]) (?:is|has|[a-z]+s)"
    r"|(?:they|(?:the|two|all) [a-z]+s) (?:are|have|go|leave|reach|come|arrive|start|open))\b"
)


def first_person(text: str, *, current: bool = False) -> str | None:
    """The clause that says this strength, without a final full stop; None if not proved. It begins with "I", or
    with "my work" before what only -ing tells.

    A base form or a third person is a need, and becomes a clause only if the strength is marked `current`, or says so
    itself ("Currently manages …").
    """
    found = said_of(text, current=current)
    if found:
        return found.clause
    adverb, text = today(text)
    form, body, _, _ = reading_of(text)
    return within_a_sentence(body) if form is Form.CLAUSE and not adverb else None


@lru_cache(maxsize=1024)  # as of `reading_of`
def as_told(text: str, *, current: bool = False) -> str | None:
    """The clause by which a letter tells this strength, its shorthand written out; None if no form is proved for it."""
    spelt = written_out(text)
    found = first_person(spelt, current=current)
    at_some_time = None if found else said_at_some_time(spelt)
    return at_some_time.clause if at_some_time else found


def said_at_some_time(text: str) -> Said | None:
    """A strength without a tense of which it is not known when it was so: "Manage four gardeners" → "I have managed
    four gardeners"; None if it is another, or may be a noun.
    """
    adverb, text = today(text)
    form, body, read, at = reading_of(as_two_orders(text))
    if adverb or at or form not in {Form.BASE, Form.THIRD_PERSON} or _speaks_to_you(read) or "->" in text:
        return None
    to = _lowered(body) if form is Form.BASE else _without_third_person(_lowered(body), read[0].core)
    verb, _, what = to.partition(" ")
    if counts_time(what):  # "brings 12 years of yoga"
        return None
    is_third = is_third_before_what_kind(read, at) or is_third_alone(read, at)
    is_plain = verb in words("plain_bases") or _is_at_work(read) or is_third
    if form is Form.BASE and verb in _ABLE:
        return i(to, "can")
    if is_plain and (is_at_a_rate(what) or _AS_IT_IS_NOW.search(what)) and not is_no_work(verb):
        doing = in_ing(to)
        return my_work(doing) if doing else None
    done = done_often(_lowered(body), read) if is_plain and not (is_no_work(verb) or _FAMILY.search(to)) else None
    return i(done, "have") if done else None


def _is_at_work(read: Sequence[Word]) -> bool:
    """True for "leads a crew": a verb before its object, so that it is no noun, and no "leads a busy life"."""
    is_third = read[0].core in verbs().third
    first = read[3 if read[1].core == "and" and len(read) > 3 else 1].core  # "recruit and train 30 stewards"
    is_opened = first in _BEFORE_ITS_OBJECT or is_number(first) or (is_third and _has_company(read))
    return is_opened and not any(word.core in _NO_TEAM for word in read)


@lru_cache(maxsize=1024)  # as of `reading_of`
def said_of(text: str, *, current: bool = False) -> Said | None:
    """The clause of a strength in its parts; None if it is not proved, or is in the user's own words."""
    told = told_of_today(text)
    if told:
        return told
    adverb, text = today(text)
    current = current or is_at_present(text)
    form, body, read, at = reading_of(text)
    if form in {Form.CLAUSE, Form.OTHER} or any(word.core in {"you", "your"} for word in read):
        return None
    if form is Form.THIRD_PERSON:
        spoken = _without_third_person(_lowered(body), read[at].core)
        return i(f"{adverb} {spoken}".strip()) if current or adverb else None
    if form is Form.BASE and not (current or adverb):
        return None
    if form is Form.STANDING:
        return _stated(body, read, at, adverb)
    if form in VERBLESS:
        return None if adverb else VERBLESS[form](body, read)
    doing = read[at].core
    if form is Form.GERUND and at == 0 and doing in verbs().gerund and is_at_present(body) and not reaches_now(body):
        return i(verbs().gerund[doing] + body[len(doing) :])
    opening = _opening(form, body, doing, adverb)
    if opening is None and form is Form.GERUND and not adverb:
        return _of_work(_lowered(body), doing)
    return opening and i(opening[1] + _lowered(body), opening[0])


def _has_company(read: Sequence[Word]) -> bool:
    """True for "works with offenders", "tunes pianos", "rents stock": a third person that is no noun."""
    return f"{read[0].core} {read[1].core}" in _WITH_COMPANY or (
        read[1].typed.islower() and needs_no_article(read[1].core)
    )


def _of_work(doing: str, verb: str) -> Said | None:
    """What is told in -ing, as what was done: "cutting waits from nine weeks to four" → "I have cut waits …".

    What may not have been finished is only named: "my work has included opening two rooms".
    """
    if verb in _NO_WORK or _FAMILY.search(doing):
        return None
    done = participles().get(verbs().gerund.get(verb, ""), ())
    if _FROM_TO.search(doing) and len(done) == 1:
        return i(f"{done[0]}{doing[len(verb) :]}", "have")
    work, _, end = doing.partition(" - ")
    often = done_before(f"{work}, and {end}" if FINISHED.match(end) else doing)
    return i(often, "have") if often else my_work(doing)


def _stated(body: str, read: Sequence[Word], at: int, adverb: str) -> Said | None:
    """The clause for what the writer is, holds or answers for."""
    found = standing(body, read, at)
    if found is None or (adverb and found.now == found.since):
        return None
    helper, _, verb = (found.since if reaches_now(body) else found.now).rpartition(" ")
    if verb == "am":
        helper, verb = verb, ""
    return i(" ".join(filter(None, (verb, adverb, found.said))), helper)


def _opening(form: Form, body: str, word: str, adverb: str) -> tuple[str, str] | None:
    """What comes before the bullet in its clause, by the tense that its times call for."""
    if adverb:
        found = None if reaches_now(body) else _OPENINGS_TODAY.get(form)
        return found and (found[0], found[1].format(adverb))
    has_lasted = reaches_now(body) or _EVER_SINCE.search(body) or (form is Form.ADJECTIVE and lasts(body))
    if not has_lasted or word == "have":
        return _OPENINGS.get(form)
    if form is Form.PAST and not follows_have(word):
        return None
    return _OPENINGS_SINCE.get(form, _OPENINGS.get(form))


def tells_a_deed(clause: str) -> bool:
    """True for a clause such as "I led two teams" or "I have trained 40 people": the verb is one of doing."""
    said = clause.split()
    place = 2 if said[1:2] == ["have"] else 1
    if len(said) <= place + 1 or said[place] in {"was", "had", "held", "been", "lived"}:
        return False
    is_known = said[place] in verbs().past or said[place] in words("odd_participles")
    return is_known or said[place].endswith("ed")  # a past that no table has: "replanned"


def length_of_time(text: str) -> str | None:
    """A strength that counts years: "Nine years of banquets" → "nine years of banquets"; None if it is another."""
    form, body, _, _ = reading_of(text)
    return _lowered(body) if form is Form.YEARS and not reaches_now(body) else None


# ------------------------------------------------------------------------------------------------ responsibilities


@lru_cache(maxsize=1024)  # as of `reading_of`
def infinitive(text: str) -> str | None:
    """A responsibility as it follows "to": "Run the rota", "Runs the rota" → "run the rota"; None if not proved.

    Left out is an aside at its end: "(Go, Postgres)", or a sentence of its own after a comma ("get falls down, it has
    been a bad year"). A text of two parts is refused, and one that speaks to "you": in the letter that is somebody
    else.
    """
    text = _POST.sub(_begun_verb, without_aside(text))
    if ";" in text:
        return None
    first, _, rest = text.strip().partition(" ")
    if first.lower() == "to":
        form, body, read, at = reading_of(rest, after_to=True)
    else:
        form, body, read, at = reading_of(text)
    if at or not read or _speaks_to_you(read) or _says_it_of_nothing(read):
        return None
    if has_a_helping_verb(read) or is_done_with(read) or _is_of_a_measured_noun(read):
        return None
    if first.lower() != "to" and (is_adjective_of_work(read) or may_be_an_adjective(read)):
        return None
    if _is_of_a_noun(read, form):
        return None
    if form is Form.THIRD_PERSON:
        return _without_third_person(_lowered(body), read[0].core)
    if read[0].core not in verbs().base:
        return _lowered(body) if form is Form.BASE or is_compound_verb(read) else None
    is_base = form is Form.BASE or (form is Form.PAST and verbs().past.get(read[0].core) == read[0].core)
    return _lowered(body) if is_base else None


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
    form, body, read, at = reading_of(without_aside(text))
    if form is not Form.GERUND or at or _speaks_to_you(read):
        return None
    return _lowered(body)


def in_ing(to: str) -> str | None:
    """What follows "to" as an activity: "run the rota" → "running the rota", "hire and train" → "hiring and training".

    None where a verb farther on would have to change as well, and where a spelling is not sure.
    """
    joined = _JOINED_VERBS.match(to)
    doing = joined[0] if joined else to.partition(" ")[0]
    rest = to[len(doing) + 1 :]
    forms = [_gerunds().get(verb, ()) for verb in _VERB.findall(doing)]
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


def _lowered(body: str) -> str:
    return body[0].lower() + body[1:]


def _without_third_person(body: str, core: str) -> str:
    return body.replace(core, verbs().third[core], 1)


def _speaks_to_you(read: Sequence[Word]) -> bool:
    return any(word.core in _YOU for word in read)

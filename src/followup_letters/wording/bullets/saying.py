"""How a sentence says what is proved of a bullet: as a clause with "I", or with "my work" before what only -ing tells.

Which form a text has is settled in `forms`. Here nothing is proved, and nothing that could not be is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.experience import done_before, done_often, done_then, is_no_work, participles
from followup_letters.wording.bullets.forms import VERBLESS, Form, reading_of
from followup_letters.wording.bullets.of_whom import goes_on_in_the_third, is_of_somebody_unnamed
from followup_letters.wording.bullets.own_subjects import within_a_sentence
from followup_letters.wording.bullets.said import Said, i, lowered, my_work, of_me, without_third_person
from followup_letters.wording.bullets.second_parts import FINISHED
from followup_letters.wording.bullets.shorthand import written_out
from followup_letters.wording.bullets.standing import standing
from followup_letters.wording.bullets.today_told import told_of_today
from followup_letters.wording.bullets.verbs_used import is_third_alone, is_third_before_what_kind
from followup_letters.wording.grammar.gerunds import in_ing
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.grammar.phrases import speaks_to_you
from followup_letters.wording.grammar.plurals_first import has_company
from followup_letters.wording.grammar.tasks import as_two_orders
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
_EVER_SINCE = pattern(r"^\S+ since (?:I was|leaving)\b")
_ABLE = frozenset("distinguish identify recognise recognize".split())  # what somebody can, and not what they did
_NO_TEAM = frozenset("life list field pack way years yrs".split())
_BEFORE_ITS_OBJECT = frozenset("a an the our its every each".split())  # so that "leads" is no noun
_FROM_TO = pattern(r"\bfrom \S*\d\S*.* to \S*\d")
_FAMILY = pattern(r"\bmy (?:mother|father|dad|mum|mom|wife|husband|son|daughter|brother|sister|family|own)\b")
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
    if adverb or at or form not in {Form.BASE, Form.THIRD_PERSON} or speaks_to_you(body) or "->" in text:
        return None
    is_third = form is Form.THIRD_PERSON
    if is_of_somebody_unnamed(read, in_the_third=is_third):
        return None
    to = without_third_person(lowered(body), read[0].core) if is_third else lowered(body)
    verb, _, what = to.partition(" ")
    if counts_time(what):  # "brings 12 years of yoga"
        return None
    is_plain = verb in words("plain_bases") or _is_at_work(read)
    is_plain = is_plain or is_third_before_what_kind(read, at) or is_third_alone(read, at)
    if form is Form.BASE and verb in _ABLE:
        return i(to, "can")
    if is_plain and _AS_IT_IS_NOW.search(what) and not is_no_work(verb):
        doing = None if goes_on_in_the_third(read, at) else in_ing(to)
        return my_work(doing) if doing else None
    done = done_often(lowered(body), read) if is_plain and not (is_no_work(verb) or _FAMILY.search(to)) else None
    return i(done, "have") if done and not goes_on_in_the_third(words_of(done), 0) else None


def _is_at_work(read: Sequence[Word]) -> bool:
    """True for "leads a crew": a verb before its object, so that it is no noun, and no "leads a busy life"."""
    is_third = read[0].core in verbs().third
    first = read[3 if read[1].core == "and" and len(read) > 3 else 1].core  # "recruit and train 30 stewards"
    is_counted = is_number(first) and read[0].core not in words("before_numbers")
    is_opened = first in _BEFORE_ITS_OBJECT or is_counted or (is_third and _has_company(read))
    return is_opened and not any(word.core in _NO_TEAM for word in read)


@lru_cache(maxsize=1024)  # as of `reading_of`
def said_of(text: str, *, current: bool = False) -> Said | None:
    """The clause of a strength in its parts; None if it is not proved, or is in the user's own words."""
    told = told_of_today(text)
    if told:
        return told
    adverb, text = today(text)
    current = current or is_at_present(text)
    form, body, read, at = reading_of(as_two_orders(text) if current or adverb else text)
    if form in {Form.CLAUSE, Form.OTHER} or any(word.core in {"you", "your"} for word in read):
        return None
    is_third = form is Form.THIRD_PERSON
    if is_of_somebody_unnamed(read, in_the_third=is_third):
        return None
    if is_third:
        is_said = (current or adverb) and not goes_on_in_the_third(read, at)
        return i(f"{adverb} {of_me(body, read[at].core)}".strip()) if is_said else None
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
        return _of_work(lowered(body), doing)
    return opening and i(opening[1] + lowered(body), opening[0])


def _has_company(read: Sequence[Word]) -> bool:
    """True for "works with offenders", "tunes pianos", "rents stock": a third person that is no noun."""
    return has_company(read[0].core, read[1].core) or (read[1].typed.islower() and needs_no_article(read[1].core))


def _of_work(doing: str, verb: str) -> Said | None:
    """What is told in -ing, as what was done: "cutting waits from nine weeks to four" → "I have cut waits …".

    What may not have been finished is only named: "my work has included opening two rooms".
    """
    if verb in _NO_WORK or _FAMILY.search(doing):
        return None
    done = participles().get(verbs().gerund.get(verb, ""), ())
    if _FROM_TO.search(doing) and len(done) == 1:
        return i(f"{done[0]}{doing[len(verb) :]}", "have")
    then = done_then(doing)
    if then:
        return i(then)
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
    return lowered(body) if form is Form.YEARS and not reaches_now(body) else None

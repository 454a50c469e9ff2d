"""What grammatical form a résumé bullet or a responsibility has, so that a template may put it inside a sentence.

Only what is proved gets a form; anything else is OTHER and belongs in a list, which is always grammatical. How a
sentence says a form stands in `saying`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.activities import activity
from followup_letters.wording.bullets.counts import CURRENCIES, count_first, counted, done
from followup_letters.wording.bullets.credentials import credential
from followup_letters.wording.bullets.doubtful import is_worth, noun_bases, noun_gerunds, noun_thirds
from followup_letters.wording.bullets.honours import is_done_to_the_writer
from followup_letters.wording.bullets.measures import goes_up_or_down, moved, with_its_means
from followup_letters.wording.bullets.no_deeds import is_no_deed
from followup_letters.wording.bullets.own_subjects import is_clause, is_of_mine, is_of_others
from followup_letters.wording.bullets.posts import post
from followup_letters.wording.bullets.projects import project
from followup_letters.wording.bullets.said import Said
from followup_letters.wording.bullets.second_parts import (
    in_one_sentence,
    is_sentence_of_its_own,
    is_told_of_others,
    with_its_and,
    years_of,
)
from followup_letters.wording.bullets.standing import is_certified, standing
from followup_letters.wording.bullets.today_told import is_at_ease
from followup_letters.wording.bullets.verbs_used import (
    has_its_own_verb,
    is_first_of_two_deeds,
    is_past_for_years,
    is_past_since,
    is_plainly_past,
    is_proved,
    is_third_alone,
    is_third_before_what_kind,
    is_unlisted_past,
)
from followup_letters.wording.grammar.nouns import is_common
from followup_letters.wording.grammar.objects import (
    Word,
    is_number,
    needs_no_article,
    words_of,
)
from followup_letters.wording.grammar.phrases import without_stop
from followup_letters.wording.grammar.plurals_first import is_a_plural_first
from followup_letters.wording.grammar.quotations import keeping_quotations
from followup_letters.wording.grammar.sentences import has_several_sentences
from followup_letters.wording.grammar.tenses import (
    counts_time,
    goes_on_today,
    is_dated,
    is_length_of_time,
    is_measure_of_what_was,
    is_no_verb,
    is_was_done,
    reaches_now,
)


class Form(StrEnum):
    """What a text is, grammatically, as far as it is proved."""

    PAST = "past"
    PASSIVE = "passive"
    ADJECTIVE = "adjective"
    STANDING = "standing"
    YEARS = "years"
    GERUND = "gerund"
    CLAUSE = "clause"
    POST = "post"
    PROJECT = "project"
    DONE = "done"
    COUNTED = "counted"
    MOVED = "moved"
    ACTIVITY = "activity"
    BASE = "base"
    THIRD_PERSON = "third person"
    OTHER = "other"


# What is told without a verb of the user's before it, each with what reads it as "I" and a verb would tell it.
VERBLESS: Mapping[Form, Callable[[str, Sequence[Word]], Said | None]] = {
    Form.POST: post,
    Form.PROJECT: project,
    Form.MOVED: moved,
    Form.ACTIVITY: activity,
    Form.DONE: done,
    Form.COUNTED: counted,
}
# What is told on in one sentence after its last comma, and what only where nothing went wrong: ", with no findings".
_GOING_ON = frozenset({Form.PAST, Form.CLAUSE, Form.DONE})
_GOING_ON_WITH = frozenset({Form.COUNTED, Form.STANDING, Form.YEARS, Form.GERUND, Form.MOVED})
# And what before a sentence of its own: ", and three of them lead teams of their own".
_BEFORE_A_SENTENCE = frozenset({Form.COUNTED, Form.GERUND, Form.ACTIVITY, Form.MOVED})
_WITH_NONE = pattern(
    r", which took |, with (?:no|zero|nobody|not one|not a single) |(?:registered|certified|qualified|trained) and "
)
_LAST_PART = pattern(r"[,;] ")
_MANAGED = frozenset("line project stage case".split())
_MANAGING = frozenset("managed managing manages manage".split())
_DEEDS = frozenset({Form.PAST, Form.BASE, Form.THIRD_PERSON, Form.GERUND})

_UNSAFE = pattern(r"[;?!…\x00-\x1f\x7f-\x9f\u2028\u2029]|\.\.|[:,]$")
_DATED = pattern(r",\s+(?:[A-Z]\w+\s+)?(?:19|20)\d\d\b")
_CLAUSE = pattern(r"I(?:\s|['’](?:m|ve|d|ll)\s)")
_WHILE_DOING = pattern(r"[A-Z][a-z]+ing [^,]+, I (?!am\b)[a-z]+ ")  # "Using the charts daily, I caught …"
_OF_TODAY = frozenset({"hold", "know", "own"})  # "sat on the committee and hold the collection"
_COLON = Word(":", ":")
_STILL = frozenset("still also always never then now even".split())
_CLAUSE_OPENERS = frozenset("that which who where to how help helped let while".split())
_DEGREES = frozenset("fully highly very well natively completely equally also".split())
_SINCE_THEN = pattern(r"\bsince (?:I|we|my)\b")  # "since I was ten", of which the tense is not known
_ASIDE = pattern(r"([^()]+) \(([a-z]+ [^()]+)\)")  # "… in our own shop (saved $61,000)"
_WAS_SO_MUCH = pattern(r"[Ww](?:as|ere) (?:about |over |under |nearly )?\S*\d\S*(?: [a-z]+){0,2}")
_TIMES = frozenset("minute hour day night week month year time".split())


class Reading(NamedTuple):
    """A text with the form that is proved for it, its words, and which of them is the verb."""

    form: Form
    body: str
    words: Sequence[Word] = ()
    at: int = 0


def form_of(text: str) -> Form:
    """The form that is proved for `text`, OTHER if none is."""
    return reading_of(text).form


@lru_cache(maxsize=1024)  # every reader of a set, and every rule, asks of the same few lines
def reading_of(text: str, *, after_to: bool = False) -> Reading:
    """What is proved for `text`; with `after_to`, for what stands after "to"."""
    body = text.strip()
    body = body[:-40] + without_stop(body[-40:])
    body = body if after_to else count_first(body) or years_of(body) or with_its_means(body) or body
    joined = None if after_to else in_one_sentence(body) or _as_two_deeds(body)
    if joined is None:
        read = _read_part(body, after_to=after_to)
        return read._replace(body=with_its_and(body)) if read.form is Form.PAST else read
    before = _read_part(joined)
    goes_on = before.form in _GOING_ON or (before.form in _GOING_ON_WITH and _WITH_NONE.search(joined) is not None)
    last = _LAST_PART.split(body)[-1]
    goes_on = goes_on or (before.form in _BEFORE_A_SENTENCE and is_sentence_of_its_own(last))
    goes_on = goes_on or (before.form is Form.BASE and (is_told_of_others(last) or last.startswith("I ")))
    return before if goes_on else _read_part(body)


@keeping_quotations
def _as_two_deeds(body: str) -> str | None:
    """ "Reconciled two ledgers; retired 60 reports" with an "and" before its second deed; None if it is another."""
    aside = _ASIDE.fullmatch(body)
    first, mark, second = (aside[1], "; ", aside[2]) if aside else body.partition("; ")
    if not mark:
        first, mark, second = body.partition(", ")
    if mark == ", " and _WAS_SO_MUCH.fullmatch(second) and _read_part(first).form is Form.PAST:
        return f"{first} ({second})"  # "in 4 days, was 12"
    if not mark or not second or ", " in second or _read_part(first).form is not Form.PAST:
        return None
    return f"{first}, and {second[0].lower()}{second[1:]}" if _is_second_deed(_begun(second), mark) else None


def _is_second_deed(part: str, mark: str) -> bool:
    """True for a past with its object; not for a participle: "put on every van", "delivered a week early"."""
    read = _read_part(part)
    if read.form is not Form.PAST:
        return False
    verb, *rest = (word.core for word in [*read.words[read.at :], Word("", "")])
    has_object = is_number(rest[0]) or rest[0] in words("determiners") or rest[0] == "it"
    has_object = has_object or (len(rest) > 3 and is_common(rest[0]) and needs_no_article(rest[0]))
    is_time = any(core.removesuffix("s") in _TIMES for core in rest[1:3])
    if _WAS_SO_MUCH.fullmatch(part):  # what it was before, and no second deed
        return False
    if verb in words("finite_pasts") or (mark == "; " and verb not in verbs().base):
        return True
    return has_object and not is_time


def _begun(part: str) -> str:
    return part[0].upper() + part[1:]


def _read_part(body: str, *, after_to: bool = False) -> Reading:
    """What is proved for `body`, which has no second part."""
    other = Reading(Form.OTHER, body)
    if _UNSAFE.search(body) or body.isupper():
        return other
    read = words_of(body)
    if len(read) < 2 or not (body[0].isalnum() or body[0] in CURRENCIES) or has_several_sentences(read):
        return other
    is_compound = read[0].core in _MANAGED and read[1].core in _MANAGING  # "Line managed five teachers"
    at = 1 if read[0].core in words("adverbs") or read[0].core in _DEGREES or is_compound else 0
    if at and read[at].is_name:
        return other
    rest = read[0].typed[1:]
    is_plain = rest == rest.lower() and not _DATED.search(body)  # no shouting, acronym or camel case
    form = _form(body, read, at, after_to=after_to) if is_plain else Form.OTHER
    if form is Form.OTHER and not after_to and not at:
        form = _verbless_form(body, read)
    return Reading(form, body, read, at)


def _verbless_form(body: str, read: Sequence[Word]) -> Form:
    """The form of a bullet without a verb of its own; OTHER if none is proved."""
    if is_of_mine(body, read):
        return Form.CLAUSE
    if is_certified(read) or credential(body, read):
        return Form.STANDING
    if counts_time(body):
        return Form.OTHER
    form = next((form for form, said in VERBLESS.items() if said(body, read)), Form.OTHER)
    return Form.CLAUSE if form is Form.OTHER and is_of_others(read) else form


def _form(body: str, read: Sequence[Word], at: int, *, after_to: bool) -> Form:
    if read[0].typed.startswith("I") and _CLAUSE.match(body):
        return Form.CLAUSE if is_clause(read, _DEGREES) else Form.OTHER
    if counts_time(body):
        return Form.YEARS if is_length_of_time(read) else Form.OTHER
    if is_was_done(read) and not reaches_now(body):
        return Form.PAST
    form = _inflected_form(body, read, at, after_to=after_to)
    if form is Form.GERUND and _WHILE_DOING.match(body):
        return Form.CLAUSE
    if form in {Form.GERUND, Form.BASE} and has_its_own_verb(read):
        return Form.OTHER
    is_named = is_worth(read) or (len(read) > 3 and read[1].core in words("job_titles"))
    if form is Form.BASE and not after_to and is_named:  # "Lift mechanic turnover from 40 percent to 9"
        return Form.OTHER
    if form is Form.GERUND and goes_up_or_down(body, read):
        return Form.OTHER
    if form is Form.PAST and is_no_deed(body, read, at):
        return Form.OTHER
    if form is Form.GERUND and (_SINCE_THEN.search(body) or any(word.core == ":" for word in read[:4])):
        return Form.OTHER
    if form is Form.PAST and (is_measure_of_what_was(read, body) or read[at + 2 : at + 3] == [_COLON]):
        return Form.OTHER  # "Missed deadlines: none in 11 years"
    return Form.OTHER if _changes_tense(read, at, form) else form


def _inflected_form(body: str, read: Sequence[Word], at: int, *, after_to: bool) -> Form:
    word = read[at].core
    if is_done_to_the_writer(read, at):
        return Form.PASSIVE
    if at + 1 < len(read) and read[at + 1].core in phrases("adjectives").get(word, ()):
        if is_dated(body):
            return Form.PAST if word == "qualified" and "still" not in body else Form.OTHER
        return Form.OTHER if at + 2 == len(read) else Form.ADJECTIVE
    if is_at_ease(read, at):
        return Form.ADJECTIVE
    if standing(body, read, at):
        return Form.OTHER if is_dated(body) else Form.STANDING
    if read[0].core in _DEGREES and read[0].core not in words("adverbs"):
        return Form.OTHER
    has_object = len(read) > 2 or needs_no_article(read[-1].core)  # "try cases"
    if word in verbs().base and (after_to or (at == 0 and has_object and word in words("plain_bases"))):
        return Form.BASE
    if is_plainly_past(read, at):
        return Form.PAST
    tables = (
        (Form.PAST, verbs().past, words("strict_pasts")),
        (Form.BASE, verbs().base, noun_bases()),
        (Form.THIRD_PERSON, verbs().third, noun_thirds()),
        (Form.GERUND, verbs().gerund, noun_gerunds()),
    )
    is_a_noun = is_a_plural_first(read, at)
    for form, forms, doubtful in tables:
        if is_proved(read, at, forms, doubtful) and not (form is Form.THIRD_PERSON and is_a_noun):
            return form
    if not is_a_noun and (is_third_before_what_kind(read, at) or is_third_alone(read, at)):
        return Form.THIRD_PERSON
    if is_past_since(read, at):
        return Form.PAST
    is_past = is_unlisted_past(read, at) or is_first_of_two_deeds(read, at) or is_past_for_years(read, at)
    return Form.PAST if is_past else Form.OTHER


def _changes_tense(read: Sequence[Word], at: int, form: Form) -> bool:
    """True if a later verb is in another form: "Led the audit and manages the archive"."""
    wrong: set[str] = {"responsible", "currently", "now"}
    has_own_clause = form is Form.OTHER
    for place in range(at + 1, len(read) - 1):
        core, following = read[place].core, read[place + 1].core
        if core in {"and", "but"} and following in _STILL and _is_third_still(read, place + 2, form):
            return True  # "and still gets a laugh"
        has_own_clause = has_own_clause or core in _CLAUSE_OPENERS
        if core not in {"and", ",", "&", "but", "then"} or has_own_clause:
            continue
        if following == "now" and is_no_verb(read, place + 2):  # ", now 46 on its books"
            continue
        if form is Form.PAST and goes_on_today(read, place + 1):
            continue
        if following in wrong or (form in _DEEDS and _is_state(read, place + 1)):
            return True
        if _is_other_form(following, form) and _is_object_at(read, place + 2):
            return True
    return False


def _is_third_still(read: Sequence[Word], place: int, form: Form) -> bool:
    is_third = form is Form.PAST and place < len(read) and read[place].core in verbs().third
    return form is Form.THIRD_PERSON or (is_third and _is_object_at(read, place + 1))


def _is_state(read: Sequence[Word], place: int) -> bool:
    """True for "trained by", "based in": after a deed, another verb is missing ("was trained by")."""
    if place + 1 >= len(read):
        return False
    core, following = read[place].core, read[place + 1].core
    if following == "by" and core in verbs().past and core != "used":  # "the stylebook, used by 40 reporters"
        return verbs().past[core] not in words("changes", "multiples")
    return following in phrases("adjectives").get(core, ())


def _is_other_form(core: str, form: Form) -> bool:
    table = verbs()
    if form is Form.STANDING:
        return core in table.third or core in table.past
    if form in (Form.BASE, Form.THIRD_PERSON, Form.GERUND):
        own = table.base if form is Form.BASE else table.third if form is Form.THIRD_PERSON else table.gerund
        is_verb = core in table.base or core in table.third or core in table.past
        # A third person joined to another would have to be rewritten twice, which is refused.
        return is_verb and (core not in own or form is Form.THIRD_PERSON)
    return (core in table.third or core in table.base) and core not in table.past and core not in _OF_TODAY


def _is_object_at(read: Sequence[Word], place: int) -> bool:
    return place < len(read) and (
        read[place].core in words("determiners") or is_number(read[place].core) or read[place].core == "to"
    )

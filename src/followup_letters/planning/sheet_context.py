"""SheetContext: everything a call sheet's template may use, documented field by field.

As in a letter, what the file does not have is Missing, and becomes a line to fill in by hand. The idea for the
manager's problem, the private notes and a company that may not be named are not here, and so cannot be printed.
Dates are worked out here; words are not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from followup_letters.choices import Action, Language, Medium, Role
from followup_letters.deciding import Decision, call_after, workdays
from followup_letters.matching import match
from followup_letters.models import Interview, Person
from followup_letters.planning.calling_back import CALL_BACK_DAYS, CALL_BACK_WINDOW_DAYS
from followup_letters.planning.occasions import Occasion, last_answer, occasion, sending
from followup_letters.planning.steps import Doing
from followup_letters.planning.voiced import is_of, voiced
from followup_letters.promised_days import promised_by
from followup_letters.templating.told import Missing, Several, Told, View, told
from followup_letters.templating.values import (
    Value,
    article_apart,
    company_name,
    my_clause,
    names_a_job,
    phrase,
    promise,
)
from followup_letters.wording.bullets.saying import as_told
from followup_letters.wording.concerns import echoed
from followup_letters.wording.grammar.phrases import is_negative, without_stop
from followup_letters.wording.names import addressee, is_unnamed
from followup_letters.workdays import DAY

_LONGEST_IN_HEAD = 80  # characters
_MOST_DOUBTS = 2  # on one sheet; more could not be answered at a glance
_MOST_FACTS = 2
_MOST_QUESTIONS = 3  # the position, the department, the company (R47)


@dataclass(frozen=True)
class Doubt:
    """A reservation as a sheet may use it (R42)."""

    concern: Value
    """The doubt, as a noun phrase."""
    by: Value
    """Who voiced it; Missing if the file does not say."""
    is_negative: bool
    """True if saying the doubt aloud would repeat it in negative words."""
    named: Value
    """The doubt as it follows "the point about"; Missing if it is negative, or a sentence of its own."""
    answer: Value
    """The counter, as a clause: "I led 41 beds"; Missing: ask what would settle it."""


@dataclass(frozen=True)
class SheetContext:
    """What a call sheet's template may use. Texts of the input print as they were typed."""

    candidate: View
    """You, as in the file."""
    company: View
    """The company, as in the file."""
    position: View
    """The job, as in the file."""
    interview: View
    """The interview, as in the file."""
    person: View
    """Who is called, as in the file: `person.name`, `.company` …"""
    title: Value
    """Their title; Missing if it is too long for a line, as are the next two."""
    phone: Value
    """Their number."""
    best_time: Value
    """When to call."""
    represents: bool
    """True if the person called has no department of their own to hire for: personnel, a recruiter (X4)."""
    occasion: Occasion
    """What the call is for."""
    british: bool
    """True for en-GB."""
    is_named_job: bool
    """True if the title already ends in "position", "role", "job" or "post"."""
    company_name: Value
    """The company in running text."""
    spoken_name: Sequence[Value]
    """The name to say in a greeting, in pieces: "Dr.", "Raman". Empty if the file does not say how to speak to them."""
    on: dt.date
    """The day of the call."""
    spoke_on: dt.date | None
    """The day of the last call that reached them; None if there was none."""
    email: bool
    """True if the letter went by e-mail."""
    letter_on: dt.date | None
    """The date of the letter to this person; None if they get none."""
    is_sent: bool
    """True if the history says that the letter went out."""
    offer: View | Missing
    """Another offer that still stands on the day of the call: `.received`, `.decide_by` (R57)."""
    offer_company: Value
    """Who made it; Missing unless it may be named."""
    promised: Value
    """What you promised this person, as it finishes "I promised you …"."""
    promised_by: dt.date | None
    """The last day for it, where its words name no date, as in "by Wednesday", and were said in an earlier week."""
    kept_on: dt.date | None
    """The day on which you kept that promise; None if you have not, as far as is logged."""
    voiced: Value
    """The doubt that they voiced last, in the words of your note; Missing without one, or without a note."""
    doubts: Sequence[Doubt]
    """Reservations that were voiced, this person's first (R42); of `voiced`, only those that may be that."""
    facts: Sequence[Value]
    """What you have done that the job needs most, as clauses that begin with "I" (R42)."""
    questions: Several
    """Questions about the position, the department or the company (R47)."""
    problem: Value
    """The problem that they divulged, as a noun phrase (R48)."""
    tried: Sequence[Value]
    """What they have tried (R49)."""
    has_idea: bool
    """True if you have an idea for the problem (R50)."""
    news: View | Missing
    """The latest development: `.what`, `.date`, `.source` (R51)."""
    research: Sequence[Value]
    """What you found out since (R61)."""
    vigorous: bool
    """True if you go further than letter and call, so that what you found out comes before the news (R59, R63)."""
    keen: bool | None
    """Whether you want to hear of other openings there (R39); None if the file does not say."""
    meet_on: tuple[dt.date, ...]
    """Two days to offer for going on in person (R54); empty if there is none before they decide."""
    meet_again_on: tuple[dt.date, dt.date]
    """Two days to offer where nobody's decision limits them."""
    decides_on: dt.date | None
    """The day on which they decide; None if it is not known or past."""
    again_on: dt.date
    """The day to try again if nobody could be spoken to (X1)."""
    letter_again_on: dt.date | None
    """The day to call again about a letter that was sent once more (X1); None: there is no time for one."""
    ask_again_on: dt.date
    """The day to call again if they have not decided and name no day (X2)."""
    call_back_on: dt.date
    """The day of the next call about openings (R39)."""
    call_back_window: tuple[dt.date, dt.date]
    """The first and the last day for that call."""


def context_for(
    interview: Interview, decision: Decision, person: Person, on: dt.date, doing: Doing | None
) -> SheetContext:
    """Everything the sheet for a call to `person` on the day `on` may use; `doing` is the call's step in the plan."""
    outlook, days = interview.outlook, workdays(interview)
    at = next(index for index, other in enumerate(interview.people) if other.name == person.name)
    sent = sending(interview, person)
    spoken = last_answer(interview, person, on)
    said = voiced(spoken)
    gets_letter = person in decision.recipients or sent is not None
    letter_on = (sent.on if sent else decision.mail_on) if gets_letter else None
    back_from, back_to, back_on = _call_back(interview, letter_on or on, on)
    decides_on = outlook.employer_decides_on
    offer = outlook.other_offer
    offer_stands = offer is not None and offer.received <= on <= offer.decide_by
    company = article_apart(interview.company)
    return SheetContext(
        candidate=View(interview.candidate, "candidate"),
        company=View(company, "company"),
        position=View(interview.position, "position"),
        interview=View(interview.interview, "interview"),
        person=View(person, f"people[{at}]"),
        title=_for_a_line(person.title, f"people[{at}].title"),
        phone=told(person.phone, f"people[{at}].phone"),
        best_time=told(person.best_time, f"people[{at}].best_time"),
        represents=person.role in {Role.PERSONNEL, Role.RECRUITER},
        occasion=occasion(spoken, doing),
        british=interview.letter.language is Language.EN_GB,
        is_named_job=names_a_job(interview.position.title),
        company_name=company_name(company),
        spoken_name=_spoken_name(interview, person, at),
        on=on,
        spoke_on=spoken.on if spoken else None,
        email=sent.what is Action.EMAILED if sent else decision.medium is Medium.EMAIL,
        letter_on=letter_on,
        is_sent=sent is not None,
        offer=View(offer, "outlook.other_offer") if offer and offer_stands else Missing("outlook.other_offer"),
        offer_company=phrase(offer.company if offer and offer.may_name else None, "outlook.other_offer.company"),
        promised=promise(person.promised, f"people[{at}].promised"),
        promised_by=_promised_by(interview, person, on),
        kept_on=_kept_on(interview, person, on),
        voiced=phrase(said, f"history[{interview.history.index(spoken)}].note" if spoken and said else "history"),
        doubts=_doubts(interview, person, said),
        facts=_facts(interview),
        questions=_several(outlook.questions[:_MOST_QUESTIONS], "outlook.questions"),
        problem=phrase(outlook.problem.what if outlook.problem else None, "outlook.problem.what"),
        tried=_several(outlook.problem.tried if outlook.problem else (), "outlook.problem.tried"),
        has_idea=outlook.problem is not None and outlook.problem.idea is not None,
        news=_latest_news(interview, on),
        research=_several(outlook.research, "outlook.research"),
        vigorous=bool(outlook.pursue_vigorously),
        keen=outlook.keen_on_company,
        meet_on=_meeting_days(interview, on),
        meet_again_on=(days.after(on, 2), days.after(on, 4)),
        decides_on=decides_on if decides_on and decides_on >= on else None,
        again_on=days.after(on, 1),
        letter_again_on=call_after(interview, on)[0],
        ask_again_on=_ask_again(interview, on),
        call_back_on=back_on,
        call_back_window=(back_from, back_to),
    )


# ---------------------------------------------------------------------------------------------------- days


def _call_back(interview: Interview, mailed_on: dt.date, on: dt.date) -> tuple[dt.date, dt.date, dt.date]:
    """The window of the next call about openings after the call `on`, and its day, counted from the last round."""
    base = mailed_on if on < mailed_on + CALL_BACK_WINDOW_DAYS[0] * DAY else on
    first, last = (base + days * DAY for days in CALL_BACK_WINDOW_DAYS)
    return first, last, workdays(interview).on_or_after(base + CALL_BACK_DAYS * DAY)


def _ask_again(interview: Interview, on: dt.date) -> dt.date:
    """The day after they decide, else a week from the call `on`; in time for another offer that waits (X2, R57)."""
    days, outlook = workdays(interview), interview.outlook
    decides_on, offer = outlook.employer_decides_on, outlook.other_offer
    day = days.after(decides_on, 1) if decides_on and decides_on > on else days.on_or_after(on + 7 * DAY)
    if offer and offer.decide_by > on:
        day = min(day, max(days.before(offer.decide_by, 1), days.after(on, 1)))
    return day


def _meeting_days(interview: Interview, on: dt.date) -> tuple[dt.date, ...]:
    """Two business days soon after the call, and before anybody must decide (R54)."""
    days, outlook = workdays(interview), interview.outlook
    offer = outlook.other_offer.decide_by if outlook.other_offer else None
    limits = [day for day in (outlook.employer_decides_on, offer) if day and day >= on]
    for steps in ((2, 4), (1, 2)):
        chosen = tuple(days.after(on, step) for step in steps)
        if all(chosen[-1] < limit for limit in limits):
            return chosen
    return ()


# ------------------------------------------------------------------------------------------- what there is to say


def _for_a_line(text: str | None, path: str) -> Value:
    """A text of the head; without it where it is too long for a line, for it is in the interview file."""
    return Missing(path) if text is None or len(text) > _LONGEST_IN_HEAD else Told(text, path)


def _spoken_name(interview: Interview, person: Person, at: int) -> Several:
    """The name as one says it: only if the file tells how, because a full name is nothing to greet somebody with."""
    pieces = addressee(person, british=interview.letter.language is Language.EN_GB)
    if is_unnamed(person) or pieces == (person.name,) or len(" ".join(pieces).split()) > 4:
        return Several((), f"people[{at}].salutation")
    fields = ("courtesy_title", "family") if len(pieces) == 2 else ("salutation" if person.salutation else "given",)
    known = [(piece, name) for piece, name in zip(pieces, fields, strict=True) if getattr(person, name)]
    return Several((Told(piece, f"people[{at}].{name}") for piece, name in known), f"people[{at}].salutation")


def _promised_by(interview: Interview, person: Person, on: dt.date) -> dt.date | None:
    """The last day for what was promised to `person`; None if its words give the date, or the week is still that."""
    promised, met_on = person.promised or "", interview.interview.date
    day = promised_by(promised, met_on)
    is_later = on.isocalendar()[:2] > met_on.isocalendar()[:2]
    return day if day and is_later and str(day.day) not in promised else None


def _kept_on(interview: Interview, person: Person, on: dt.date) -> dt.date | None:
    """The last day, from the interview up to `on`, on which a promise to `person` is logged as kept."""
    met_on = interview.interview.date
    kept = [event for event in interview.history if event.what is Action.KEPT and met_on <= event.on <= on]
    return max((event.on for event in kept if event.person in (None, person.name)), default=None)


def _several(texts: Sequence[str], path: str) -> Several:
    return Several((Told(text, f"{path}[{index}]") for index, text in enumerate(texts)), path)


def _doubts(interview: Interview, person: Person, said: str | None) -> Several:
    """This person's reservations first, then those of nobody in particular, then the others'.

    Where they have `said` what is on their mind, no answer to anything else is offered.
    """
    doubts = interview.outlook.reservations
    open_ones = [n for n, doubt in enumerate(doubts) if said is None or is_of(doubt.concern, said)]
    order = sorted(open_ones, key=lambda n: (doubts[n].by != person.name, doubts[n].by is not None, n))
    found = []
    for index in order[:_MOST_DOUBTS]:
        path, doubt = f"outlook.reservations[{index}]", doubts[index]
        found.append(
            Doubt(
                concern=phrase(doubt.concern, f"{path}.concern"),
                by=told(doubt.by, f"{path}.by"),
                is_negative=is_negative(doubt.concern),
                named=phrase(None if is_negative(doubt.concern) else echoed(doubt.concern), f"{path}.concern"),
                answer=my_clause(doubt.answer and without_stop(doubt.answer), f"{path}.answer"),
            )
        )
    return Several(found, "outlook.reservations")


def _facts(interview: Interview) -> Several:
    """The strengths that answer what the job needs most, as far as they make a clause; else the first ones."""
    strengths, responsibilities = interview.candidate.strengths, interview.position.responsibilities
    matched = (
        match(responsibilities, strengths, limit=max(1, len(responsibilities)))
        if responsibilities and strengths
        else []
    )
    order = dict.fromkeys([*(found.strength_index for found in matched), *range(len(strengths))])
    clauses = []
    for index in order:
        strength = strengths[index]
        clause = strength.clause or as_told(strength.text, current=strength.current)
        if clause:
            clauses.append(Told(without_stop(clause), f"candidate.strengths[{index}]"))
    return Several(clauses[:_MOST_FACTS], "candidate.strengths")


def _latest_news(interview: Interview, on: dt.date) -> View | Missing:
    """The latest news by its date, none of it from after the call; without dates, the first (R51)."""
    news = [(item.date or dt.date.min, -index) for index, item in enumerate(interview.outlook.news)]
    known = [entry for entry in news if entry[0] <= on]
    if not known:
        return Missing("outlook.news[0]")
    index = -max(known)[1]
    return View(interview.outlook.news[index], f"outlook.news[{index}]")

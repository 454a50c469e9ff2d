"""Which entry of a history says already what is to be logged, so that to log it again changes nothing."""

from __future__ import annotations

from followup_letters.choices import Action
from followup_letters.models import Event, Interview
from followup_letters.planning import plan
from followup_letters.planning.steps import Doing


def known_already(event: Event, interview: Interview) -> Event | None:
    """The entry of the history of `interview` that says what `event` says; None if there is none."""
    return _logged_already(event, interview) or _said_already(event, interview)


def _logged_already(event: Event, interview: Interview) -> Event | None:
    """The entry that says already that these letters went out, or that this promise was kept; None if there is none, or
    something of the sort is still to be done."""
    if event.what not in {Action.WROTE, Action.KEPT} or event.response or (event.what is Action.KEPT and event.note):
        return None
    made = plan(interview, today=max([event.on, *(each.on for each in interview.history)]))
    letters = {Doing.WRITE, Doing.SEND_AGAIN, Doing.EMAIL}
    does = letters if event.what is Action.WROTE else {Doing.KEEP_PROMISE}
    for step in made.steps:
        is_theirs = step.person is not None and event.person in (None, step.person.name)
        is_due = step.doing is not Doing.EMAIL or step.earliest <= event.on
        if is_theirs and is_due and step.doing in does and step.state.is_open:
            return None
    readers = {person.name for person in made.decision.recipients}
    known = [each for each in interview.history if each.what is event.what and each.on >= interview.interview.date]
    theirs = [each for each in known if event.person in (None, each.person)]  # what names them comes before the rest
    theirs = theirs or [each for each in known if _is_to_all(each, event, readers)]
    return max(theirs, key=lambda each: each.on, default=None)


def _said_already(event: Event, interview: Interview) -> Event | None:
    """The entry of the same day that says the same of the same person, whom one of the two may not name; None if there
    is none, or `event` has a note that it lacks."""
    for place, known in enumerate(interview.history):
        is_same = (known.on, known.what, known.response) == (event.on, event.what, event.response)
        says_no_more = event.call_on in (None, known.call_on) and event.note in (None, known.note)
        if event.what not in {Action.CALLED, Action.HEARD} or not (is_same and says_no_more):
            continue
        if known.person == event.person or {known.person, event.person} == {None, _next_after(place, interview)}:
            return known
    return None


def _next_after(entries: int, interview: Interview) -> str | None:
    """With whom the plan went on after so many entries of the history: whom the next one means that names nobody."""
    before = interview.with_(history=interview.history[:entries])
    following = plan(before, today=interview.history[entries].on).next
    return following.person.name if following and following.person else None


def _is_to_all(logged: Event, event: Event, readers: set[str]) -> bool:
    return logged.person is None and event.person in readers

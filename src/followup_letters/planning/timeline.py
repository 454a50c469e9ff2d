"""A plan to be read: on screen, the next thing first; several plans as one agenda, most urgent first.

The words are in templates/en/plan.toml.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from followup_letters.deciding import Reason
from followup_letters.planning.plans import Plan
from followup_letters.planning.steps import State, Step
from followup_letters.planning.wordings import company, day, in_its_days, screen, short_day

_WIDTH = 96  # characters of a line
_WEEK_DAYS = 7
_GROUPS = ("overdue", "due", "week", "later")


def timeline(plan: Plan) -> str:
    """The plan of one interview: what is next and why, then every step in the order of the days."""
    interview = plan.interview
    head = screen("head").format(company=company(interview), position=interview.position.title)
    met = day(interview.interview.date, interview, plan.today)
    dates = screen("met").format(met=met, today=day(plan.today, interview))
    steps = [_line(plan, step) for step in plan.steps]
    return "\n".join([head, dates, "", *_next(plan), "", *steps]).rstrip()


def next_in_brief(plan: Plan) -> str:
    """What is next, and when, without the rest of the plan."""
    return "\n".join(_what_and_when(plan, plan.next) if plan.next else _next(plan))


def _next(plan: Plan) -> Iterator[str]:
    step = plan.next
    if step is None:
        yield screen("ended").format(why=plan.end)
        return
    yield from _what_and_when(plan, step)
    if step.doing.is_call and step.person:
        if step.person.phone:
            yield "  " + screen("call_at").format(phone=step.person.phone)
        if step.person.best_time:
            yield "  " + screen("best_time").format(best_time=step.person.best_time)
    for reason in step.reasons:
        yield from _wrapped(str(reason), "  ")


def _what_and_when(plan: Plan, step: Step) -> list[str]:
    return [*_wrapped(screen("next").format(what=step.what), ""), *_wrapped(when(plan, step), "  ")]


def when(plan: Plan, step: Step) -> str:
    """How far off the step is, and on which day: "In 6 days, on Friday, November 27"."""
    ahead = (step.on - plan.today).days
    if step.state is State.OVERDUE:
        form = screen("overdue")
    elif ahead < 0:
        form = screen("due")
    else:
        form = {0: screen("today"), 1: screen("tomorrow")}.get(ahead, screen("in_days"))
    on, latest = (day(each, plan.interview, plan.today) for each in (step.on, step.latest))
    return form.format(on=on, latest=latest, days=ahead)


def _line(plan: Plan, step: Step) -> str:
    state = screen(step.state.value, "states")
    lead = f"{state:8} {short_day(step.on, plan.interview):10}  "
    if step.state is State.DROPPED:
        return "\n".join([*_wrapped(step.what, lead), *_wrapped(str(step.reasons[-1]), " " * len(lead))])
    return "\n".join(_wrapped(in_its_days(step, plan.interview), lead))


def _wrapped(text: str, lead: str) -> list[str]:
    rest = " " * len(lead) if lead.strip() else lead or "  "
    return textwrap.wrap(text, _WIDTH, initial_indent=lead, subsequent_indent=rest, break_on_hyphens=False)


# ------------------------------------------------------------------------------------------------ several plans


def agenda(plans: Sequence[Plan]) -> str:
    """One agenda over all plans: overdue, due, the next seven days, later; then those in which nothing is left."""
    steps = [(plan, step) for plan in plans for step in plan.steps if step.state.is_open]
    steps.sort(key=lambda pair: (_GROUPS.index(_group(*pair)), pair[1].on, company(pair[0].interview)))
    lines = [screen("agenda").format(today=day(plans[0].today, plans[0].interview))]
    for group in _GROUPS:
        found = [(plan, step) for plan, step in steps if _group(plan, step) == group]
        lines += _section(group, (_entry(plan, step) for plan, step in found))
    over = (f"  {_ended(plan, plan.ended)}" for plan in plans if plan.ended)
    return "\n".join([*lines, *_section("nothing", over)])


def _group(plan: Plan, step: Step) -> str:
    if step.state is not State.UPCOMING:
        return step.state.value
    return "week" if step.on <= plan.today + dt.timedelta(days=_WEEK_DAYS) else "later"


def _section(group: str, entries: Iterable[str]) -> list[str]:
    found = list(entries)
    return ["", screen(group, "groups"), *found] if found else []


def _entry(plan: Plan, step: Step) -> str:
    text = screen("for_company").format(what=step.what, company=company(plan.interview))
    return "\n".join(_wrapped(text, f"  {short_day(step.on, plan.interview):10}  "))


def _ended(plan: Plan, why: Reason) -> str:
    return f"{company(plan.interview)}: {why}"

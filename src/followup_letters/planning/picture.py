"""A plan as a picture of the weeks ahead, for a notebook. The words and the looks are in templates/en/plan.html.j2."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from followup_letters.deciding import workdays
from followup_letters.planning.steps import State, Step
from followup_letters.planning.wordings import (
    cell_day,
    company,
    day,
    in_its_days,
    screen,
    short_day,
    short_weekday,
    spelt,
)
from followup_letters.templating.rendering import render
from followup_letters.workdays import DAY, Workdays

if TYPE_CHECKING:
    from followup_letters.planning.plans import Plan

_MOST_WEEKS = 12
_WEEK_DAYS = 7


def picture(plan: Plan) -> str:
    """A piece of HTML: the weeks from today to the last step that is left, and the steps."""
    interview, days = plan.interview, workdays(plan.interview)
    weeks = _weeks(plan)
    met, today = day(interview.interview.date, interview), day(plan.today, interview)
    values = {
        "head": screen("head").format(company=company(interview), position=interview.position.title),
        "dates": screen("met").format(met=met, today=today),
        "weekdays": [short_weekday(on) for on in weeks[0]],
        "weeks": [[_day(plan, on, days) for on in week] for week in weeks],
        "steps": [_listed(plan, step) for step in plan.steps if step.state is not State.DROPPED],
        "ended": screen("ended").format(why=plan.ended) if plan.ended else "",
    }
    return render("plan.html.j2", values, None)


def _weeks(plan: Plan) -> list[list[dt.date]]:
    """The weeks, each from Monday to Sunday, up to that of the last step."""
    monday = plan.today - plan.today.weekday() * DAY
    last = max((step.on for step in plan.steps if step.state.is_open), default=plan.today)
    count = min(_MOST_WEEKS, max(0, (last - monday).days) // _WEEK_DAYS + 1)
    return [[monday + (week * _WEEK_DAYS + weekday) * DAY for weekday in range(_WEEK_DAYS)] for week in range(count)]


def _day(plan: Plan, on: dt.date, days: Workdays) -> dict[str, Any]:
    steps = [step for step in plan.steps if _shown_on(plan, step) == on]
    return {
        "on": on.isoformat(),
        "label": cell_day(on, plan.interview),
        "is_open": days.is_open(on),
        "is_today": on == plan.today,
        "chips": [_chip(plan, step) for step in steps],
    }


def _shown_on(plan: Plan, step: Step) -> dt.date | None:
    """What is late is to be done today."""
    if step.state is State.DROPPED:
        return None
    return max(step.on, plan.today) if step.state.is_open else step.on


def _chip(plan: Plan, step: Step) -> dict[str, Any]:
    return {
        "label": spelt(screen(step.doing.name.lower(), "labels"), plan.interview),
        "person": step.person.name if step.person else "",
        "what": step.what,
        "look": _look(plan, step),
    }


def _listed(plan: Plan, step: Step) -> dict[str, Any]:
    """A line of the steps; below what is next stands why, as where the plan is printed."""
    state = screen(step.state.value, "states")
    what = in_its_days(step, plan.interview)
    look, why = _look(plan, step), [str(reason) for reason in step.reasons] if step == plan.next else []
    return {"state": state, "on": short_day(step.on, plan.interview), "what": what, "look": look, "why": why}


def _look(plan: Plan, step: Step) -> str:
    if step == plan.next:
        return "next"
    return "done" if step.state is State.DONE else "open"

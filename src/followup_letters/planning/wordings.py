"""The words of a plan, as templates/en/plan.toml has them. No word that is printed stands here."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from typing import Any

from followup_letters.choices import Language
from followup_letters.deciding import Reason
from followup_letters.models import Interview, Person
from followup_letters.planning.steps import Doing, Step
from followup_letters.templates_folder import read
from followup_letters.templating.values import promise
from followup_letters.wording.names import running_name


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(read("en/plan.toml"))


def what(purpose: str, doing: Doing, interview: Interview, person: Person | None) -> str:
    """One plain line that says what is done: `purpose` is its table in the file, `doing` its line there."""
    text: str = _words()["what"][purpose][doing.name.lower()]
    offer = interview.outlook.other_offer
    return spelt(text, interview).format(
        person=person.name if person else "",
        promised=promised(person),
        company=company(interview),
        offer_by=day(offer.decide_by, interview) if offer else "",
    )


def promised(person: Person | None) -> str:
    """What `person` was promised, as it finishes "you promised …"; nothing where there is no such thing."""
    return str(promise(person.promised, "people.promised")) if person and person.promised else ""


def day(date: dt.date, interview: Interview, today: dt.date | None = None) -> str:
    """A day as one reads it: "Friday, November 27", or "Friday 27 November"; with its year if `today` has another."""
    days, country = _words()["days"], _country(interview)
    form: str = days[country]
    text = form.format(weekday=days["weekdays"][date.weekday()], month=days["months"][date.month - 1], day=date.day)
    if today is None or date.year == today.year:
        return text
    return screen(f"other_year_{country}").format(day=text, year=date.year)


def _country(interview: Interview) -> str:
    return "british" if interview.letter.language is Language.EN_GB else "american"


def short_day(date: dt.date, interview: Interview) -> str:
    """A day for a column: "Fri Nov 27", or "Fri 27 Nov"."""
    return _short(date, interview, "short")


def cell_day(date: dt.date, interview: Interview) -> str:
    """A day where the weekday stands above it: "Nov 27", or "27 Nov"."""
    return _short(date, interview, "cell")


def _short(date: dt.date, interview: Interview, form: str) -> str:
    month = _words()["days"]["months"][date.month - 1][:3]
    return screen(f"{form}_{_country(interview)}").format(weekday=short_weekday(date), month=month, day=date.day)


def short_weekday(date: dt.date) -> str:
    """The day of the week in three letters."""
    name: str = _words()["days"]["weekdays"][date.weekday()]
    return name[:3]


def in_its_days(step: Step, interview: Interview) -> str:
    """What an open step is, with the days from which and to which it may be done, where these are several."""
    if not step.state.is_open or (step.earliest, step.latest) == (step.on, step.on):
        return step.what
    first, last = (short_day(each, interview) for each in (step.earliest, step.latest))
    return screen("window").format(what=step.what, first=first, last=last)


def screen(name: str, table: str | None = None) -> str:
    """The words `name` for the screen."""
    words = _words()["screen"]
    text: str = words[table][name] if table else words[name]
    return text


def company(interview: Interview) -> str:
    """The company in running text."""
    return interview.company.short_name or running_name(interview.company.name)


def why(name: str, interview: Interview, **values: str) -> Reason:
    """The reason `name` for a step, with `values` filled in."""
    return _reason("why", name, interview, **values)


def dropped(name: str, interview: Interview, response: str = "") -> Reason:
    """The reason `name` for dropping a step."""
    return _reason("dropped", name, interview, response=response)


def ending(name: str, interview: Interview) -> Reason:
    """The reason `name` for nothing to follow."""
    return _reason("end", name, interview)


def _reason(table: str, name: str, interview: Interview, **values: str) -> Reason:
    rule, text = _words()[table][name]
    return Reason(rule, spelt(text, interview).format(**values))


def spelt(text: str, interview: Interview) -> str:
    """`text` of ours in the English of the letters."""
    if interview.letter.language is Language.EN_GB:
        for american, british in _words()["british"].items():
            text = text.replace(american, british)
    return text

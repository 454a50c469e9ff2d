"""`render-letter log FILE`: what has happened since the interview, appended to the file's `history`."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from followup_letters.choices import Action, Medium, Response
from followup_letters.cli.terminal import Parser, choice, day, loaded, print_json, say, tell_odd_days
from followup_letters.errors import Fault, InputError, counted
from followup_letters.namesakes import called, suggested

if TYPE_CHECKING:
    from followup_letters.models import Event, Interview
    from followup_letters.planning import Plan
    from followup_letters.planning.steps import Step

_VOICEMAIL = Response.VOICEMAIL.value
_NOBODY_THERE = re.compile(
    r"\bvoice ?mails?\b|\banswering machine\b|\bno answer\b"
    r"|\bleft (?:(?:an?|her|him|them|another) )?(?:\w+ )?message\b",
    re.IGNORECASE,
)
_EXAMPLES = """\
examples:
  render-letter log interview.yaml --wrote
  render-letter log interview.yaml --response "strong candidate" --person Raman
  render-letter log interview.yaml --response "no decision yet" --on 2026-12-04 --call-on 2026-12-11
  render-letter log interview.yaml --undo
"""


def run(arguments: list[str]) -> int:
    """Append one event to the history of the interview file, and say what comes next (R39–R57)."""
    options = _options(arguments)
    interview = loaded(options.file)
    if options.undo:
        return _taken_back(options, interview)
    event = _event(options, interview)
    _check_days(event, interview)
    _check_whose_promise(event, interview)
    from followup_letters.amending import record_event
    from followup_letters.amending.known import known_already
    from followup_letters.planning import plan

    known = known_already(event, interview)
    if known is None:
        record_event(Path(options.file), event)
    recorded = interview if known else loaded(options.file)
    tell_odd_days(recorded, dt.date.today(), options.file)  # an entry that lies ahead is a slip more often than not
    if known is None:
        _tell_other_date(event, interview, options.file)
    latest = max(each.on for each in recorded.history)  # what is logged late may be older than the rest
    following = plan(recorded, today=latest)
    if options.json:
        told, coming = (known or event).model_dump(mode="json"), _coming(following.next)
        print_json({"file": options.file, "event": told, "was_logged": known is not None, "next": coming})
        return 0
    if known:
        whom = f" to {event.person}" if event.person else ""
        say(f"{options.file}  “{event.what}”{whom} was logged already, on {known.on:%Y-%m-%d}; nothing is changed")
        if known.on != event.on and known == interview.history[-1]:
            say(f"  for another day: render-letter log {shlex.quote(options.file)} --undo, and log it again")
    else:
        say(f"{options.file}  {_in_words(event)}{_if_elsewhere(event, interview)}")
    _say_next(following)
    if known is None:
        _say_until_then(event, recorded)
        _say_what_helps(event, recorded, shlex.quote(options.file))
        _say_what_was_not_sent(event, recorded, shlex.quote(options.file))
    return 0


def _say_until_then(event: Event, recorded: Interview) -> None:
    """What a plan says before the day that is logged has come, and passes the entry over."""
    from followup_letters.planning import plan

    if event.on > (today := dt.date.today()):
        step = plan(recorded, today=today).next
        say(f"  until {event.on:%Y-%m-%d} a plan says: {step.what if step else 'nothing is left to do'}")


def _say_what_helps(event: Event, recorded: Interview, file: str) -> None:
    """What to write down besides, so that the next sheet and the next plan know of it."""
    from followup_letters.planning.voiced import is_answered

    answers = {doubt.answer for doubt in recorded.outlook.reservations}
    told = ""
    if event.response is Response.RESERVATION and event.note and not is_answered(recorded, event.note):
        told = (
            "write the doubt under outlook.reservations, {concern: …, answer: …}, and the call sheet offers your answer"
        )
    elif event.response is Response.RESERVATION and not event.note and (None in answers or not answers):
        told = "say which doubt with --note, and write it under outlook.reservations, {concern: …, answer: …}"
    elif event.what is Action.CALLED and event.response is None and _NOBODY_THERE.search(event.note or ""):
        told = f"if nobody was reached: render-letter log {file} --undo, and log it again with --response {_VOICEMAIL}"
    elif event.response is Response.MEETING_SET:
        told = f"render-letter plan {file} --second-interview second.yaml writes its file, which asks for the day"
    elif event.what is Action.HEARD and event.response is None:
        told = f"what did they say? render-letter log {file} --undo, and log it again with --response"
    if told:
        say(f"  note: {told}", aside=True)


def _say_what_was_not_sent(event: Event, recorded: Interview, file: str) -> None:
    """Ask for the letters, where an answer is logged on or after their day and they are not logged as sent."""
    from followup_letters.deciding import decide

    decision = decide(recorded)
    sent = {each.what for each in recorded.history} & {Action.WROTE, Action.EMAILED}
    if event.response and decision.recipients and not sent and event.on > decision.mail_on:
        wrote = f"render-letter log {file} --wrote --on {decision.mail_on}"
        say(f"  note: no letter is logged as sent; if they are out: {wrote}", aside=True)


def _tell_other_date(event: Event, interview: Interview, file: str) -> None:
    """Say that the letters bear another date than the day on which they are logged, from which the plan counts."""
    from followup_letters.deciding import decide

    decision = decide(interview)
    before = [each for each in interview.history if each.what is Action.WROTE and each.person in (None, event.person)]
    if event.what is not Action.WROTE or before or decision.medium is Medium.EMAIL:  # what is sent again keeps its date
        return
    if event.on != decision.mail_on:
        told = f"the letters bear the date {decision.mail_on}, and the plan counts from {event.on}, the day logged"
        undo = f"render-letter log {shlex.quote(file)} --undo, and log it again with --on {decision.mail_on}"
        say(f"  note: {told}; if you mailed them on their date: {undo}", aside=True)


def _taken_back(options: argparse.Namespace, interview: Interview) -> int:
    """Take the last entry back, and say which it was and what comes next without it."""
    from followup_letters.amending import take_back_event
    from followup_letters.planning import plan

    take_back_event(options.file)
    event, left = interview.history[-1], loaded(options.file)
    following = plan(left, today=max([event.on, *(each.on for each in left.history)]))
    if options.json:
        told = event.model_dump(mode="json")
        print_json({"file": options.file, "taken_back": told, "next": _coming(following.next)})
        return 0
    say(f"{options.file}  taken back: {_in_words(event)}")
    _say_next(following)
    return 0


def _if_elsewhere(event: Event, interview: Interview) -> str:
    """That a person is not one of the file, in case one of them was meant."""
    is_listed = event.person is None or event.person in {person.name for person in interview.people}
    return "" if is_listed else " (nobody of this file: somebody of another company)"


def _in_words(event: Event) -> str:
    what = ", ".join(filter(None, (event.what, event.person, event.response)))
    return f"{event.on:%Y-%m-%d}: {what}"


def _coming(step: Step | None) -> dict[str, str] | None:
    return None if step is None else {"on": step.on.isoformat(), "what": step.what}


def _say_next(following: Plan) -> None:
    step = following.next
    say(f"  next, on {step.on:%Y-%m-%d}: {step.what}" if step else f"  nothing is left to do: {following.end}")


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = Parser(
        prog="render-letter log",
        description="Write down what has happened; the plan goes on from there.",
        epilog=_EXAMPLES,
    )
    parser.add_argument("file", metavar="FILE", help="the interview file")
    what = parser.add_mutually_exclusive_group()
    for action in Action:
        flag = f"--{action.name.lower()}"
        meant = ", and mailed it" if action is Action.WROTE else ""
        what.add_argument(flag, dest="what", action="store_const", const=action, help=f"you {action.value}{meant}")
    what.add_argument("--undo", action="store_true", help="take the last entry of the history back")
    parser.add_argument("--response", type=_response, metavar="TEXT", help="; ".join(Response))
    parser.add_argument(
        "--person",
        metavar="NAME",
        help="with whom, as in the file, or a part of the name; or somebody of another company",
    )
    parser.add_argument("--on", type=day, metavar="DATE", help="the day on which it happened, year-month-day (today)")
    parser.add_argument("--call-on", type=day, metavar="DATE", help="the day for which they asked for your next call")
    parser.add_argument("--note", metavar="TEXT", help="in your own words")
    parser.add_argument("--json", action="store_true", help="say what was logged, and what is next, as JSON")
    options = parser.parse_args(arguments)
    if options.file == "-":
        parser.error("the history is written into a file; - is none")
    said = [name for name in ("response", "person", "on", "call_on", "note") if getattr(options, name) is not None]
    if options.undo and said:
        parser.error(f"--undo takes back the last entry, whatever it is; leave --{said[0].replace('_', '-')} out")
    if not options.undo and options.what is None and options.response is None:
        parser.error("say what happened: --response TEXT, or --wrote, --called, --emailed …")
    return options


def _response(text: str) -> Response:
    try:
        return Response(text)
    except ValueError:
        from followup_letters.called_otherwise import called_otherwise

        is_begun = any(each.startswith(f"{text.lower()} ") for each in Response)  # by whoever left the quotes out
        meant = None if is_begun else called_otherwise(text, list(Response))
        return Response(choice(text.lower(), list(Response), "response", meant))


def _event(options: argparse.Namespace, interview: Interview) -> Event:
    from pydantic import ValidationError

    from followup_letters.models import Event

    person = None if options.person is None else _named(options.person, interview)
    try:
        return Event(
            on=options.on or dt.date.today(),  # the one place where the day of the machine is an answer
            what=options.what or Action.CALLED,
            person=person,
            response=options.response,
            call_on=options.call_on,
            note=options.note,
        )
    except ValidationError as error:
        faults = [Fault(str(each["msg"]), field=".".join(map(str, each["loc"]))) for each in error.errors()]
        raise InputError(faults) from None


def _check_days(event: Event, interview: Interview) -> None:
    """Nothing that follows the interview is before it, and no call is asked for on a day that is past."""
    met_on, faults = interview.interview.date, []
    if event.on < met_on:
        faults.append(
            Fault(f"the day of the interview, {met_on}, or one after it", "--on", event.on.isoformat(), kind="argument")
        )
    if event.call_on and event.call_on < event.on:
        rule = f"the day on which they said so, {event.on}, or one after it"
        faults.append(Fault(rule, "--call-on", event.call_on.isoformat(), kind="argument"))
    if faults:
        raise InputError(faults)


def _check_whose_promise(event: Event, interview: Interview) -> None:
    """Of several promises that are to be kept it is said whose was: else all of them would be done."""
    if event.what is not Action.KEPT or event.person:
        return
    from followup_letters.planning import plan
    from followup_letters.planning.steps import Doing

    steps = plan(interview, today=max([event.on, *(each.on for each in interview.history)])).steps
    left = [step for step in steps if step.doing is Doing.KEEP_PROMISE and step.state.is_open and step.person]
    if len(left) > 1:
        names = [step.person.name for step in left if step.person]
        rule = f"whose promise was kept, of {counted(len(left), 'promise')} that are open"
        hint = f"one at a time: {' or '.join(f'--person {shlex.quote(name)}' for name in names)}"
        raise InputError([Fault(rule, "--person", hint=hint, kind="argument")])


def _named(name: str, interview: Interview) -> str:
    """The name in the file that `name` stands for; `name` itself where it is like none there, as in a history (R38)."""
    from followup_letters.models.naming import listed_or_other

    names = [person.name for person in interview.people]
    near = "" if called(name, names) else suggested(name, names)
    meant = None if near or not name.strip() else listed_or_other(name, names)
    if meant is None:
        other = "; of somebody else of such a name add the company: --person 'NAME, COMPANY'" if near else ""
        hint = f"{near}the file has: {'; '.join(names)}{other}"
        raise InputError(
            [Fault("the name of one person of the file", "--person", found=name, hint=hint, kind="argument")]
        )
    return meant

"""The calendar of a plan: two readers that share no code with us see the same days, once, however often they read."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_letters.deciding import Reason, decide
from followup_letters.loading import load
from followup_letters.models import Interview
from followup_letters.planning import plan
from followup_letters.planning.calendar import to_ics
from followup_letters.planning.plans import Plan
from followup_letters.planning.steps import Doing, State, Step

TODAY = dt.date(2026, 11, 19)


def interview(**changes: Any) -> Interview:
    values: dict[str, Any] = {
        "candidate": {"name": "Maya Okafor"},
        "company": {"name": "Northwind Logistics, Inc."},
        "position": {"title": "Operations Manager"},
        "interview": {"date": "2026-11-18"},
        "people": [{"name": "Dr. Priya Raman", "phone": "(312) 555-0117"}],
    }
    return load(values | changes)


def a_step(
    key: str,
    what: str,
    on: dt.date,
    state: State = State.UPCOMING,
    *,
    doing: Doing = Doing.CALL,
    reasons: tuple[Reason, ...] = (),
) -> Step:
    person = interview().people[0]
    return Step(key, doing, what, person, on, earliest=on, latest=on, state=state, reasons=reasons)


MAIL = a_step("mail", "Mail the letter to Dr. Priya Raman", dt.date(2026, 11, 20), State.DUE, doing=Doing.WRITE)
CALL = a_step(
    "call", "Call Dr. Priya Raman: did it arrive?", dt.date(2026, 11, 27), reasons=(Reason("R57", "before 2026-12-04"),)
)
BACK = a_step("call-back", "Ask about openings", dt.date(2026, 12, 25), doing=Doing.CALL_BACK)


def a_plan(*steps: Step, today: dt.date = TODAY, **changes: Any) -> Plan:
    made_from = interview(**changes)
    return Plan(made_from, today, decide(made_from), steps or (MAIL, CALL, BACK), Reason("R58", "all is done"))


def by_icalendar(content: bytes) -> dict[str, tuple[str, dt.date, dt.date, str, int]]:
    """Summary, first day, day after the last, status and sequence, by UID."""
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return {
        str(e["UID"]): (str(e["SUMMARY"]), e["DTSTART"].dt, e["DTEND"].dt, str(e["STATUS"]), int(e["SEQUENCE"]))
        for e in events
    }


def by_vobject(content: bytes) -> dict[str, tuple[str, dt.date, dt.date, str, int]]:
    calendar = vobject.readOne(content.decode())
    return {
        e.uid.value: (e.summary.value, e.dtstart.value, e.dtend.value, e.status.value, int(e.sequence.value))
        for e in calendar.contents.get("vevent", [])
    }


READERS = [by_icalendar, by_vobject]


@pytest.mark.parametrize("read", READERS)
def test_a_reader_sees_each_dated_step_as_one_whole_day(read: Any) -> None:
    found = sorted(read(to_ics(a_plan())).values(), key=lambda event: event[1])
    assert [event[:4] for event in found] == [
        ("Mail the letter to Dr. Priya Raman (Northwind Logistics)", MAIL.on, dt.date(2026, 11, 21), "CONFIRMED"),
        ("Call Dr. Priya Raman (Northwind Logistics)", CALL.on, dt.date(2026, 11, 28), "CONFIRMED"),
        ("Call Dr. Priya Raman (Northwind Logistics)", BACK.on, dt.date(2026, 12, 26), "CONFIRMED"),
    ]


@pytest.mark.parametrize("medium", ["post", "email"])
def test_a_letter_goes_out_by_the_same_word_in_the_calendar_as_in_the_plan(medium: str) -> None:
    made = plan(interview(letter={"medium": medium}), today=dt.date(2026, 11, 19))
    told = [step.what for step in made.steps if step.doing is Doing.WRITE and step.person]
    assert told
    assert all(what.startswith("E-mail the" if medium == "email" else "Mail the") for what in told)
    assert {f"{what} (Northwind Logistics)" for what in told} <= {
        each[0] for each in by_icalendar(to_ics(made)).values()
    }


@pytest.mark.parametrize("read", READERS)
def test_reading_it_twice_with_a_change_between_moves_and_doubles_nothing(read: Any) -> None:
    calendar = read(to_ics(a_plan()))
    moved = replace(CALL, on=dt.date(2026, 12, 1))
    dropped = replace(BACK, state=State.DROPPED)
    again = read(to_ics(a_plan(MAIL, moved, dropped, today=dt.date(2026, 11, 24))))
    merged = calendar | {uid: event for uid, event in again.items() if event[4] > calendar[uid][4]}
    assert merged == again
    assert len(merged) == len(calendar) == 3
    days = [(event[1], event[3]) for event in merged.values() if event[0].startswith("Call")]
    assert days == [(dt.date(2026, 12, 1), "CONFIRMED"), (BACK.on, "CANCELLED")]


def test_what_is_done_is_left_out() -> None:
    ((summary, *_),) = by_icalendar(to_ics(a_plan(replace(MAIL, state=State.DONE), CALL))).values()
    assert summary.startswith("Call")


def test_a_dropped_step_does_not_ring() -> None:
    (event,) = icalendar.Calendar.from_ical(to_ics(a_plan(replace(CALL, state=State.DROPPED)))).walk("VEVENT")
    assert event.walk("VALARM") == []


def test_an_open_step_rings_the_day_before_and_on_the_day_by_daylight() -> None:
    (event,) = icalendar.Calendar.from_ical(to_ics(a_plan(CALL))).walk("VEVENT")
    start = dt.datetime.combine(event["DTSTART"].dt, dt.time())
    rings = [start + alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
    assert rings == [dt.datetime(2026, 11, 26, 9), dt.datetime(2026, 11, 27, 8)]
    assert {str(alarm["ACTION"]) for alarm in event.walk("VALARM")} == {"DISPLAY"}


def test_an_event_keeps_its_uid_and_shares_it_with_no_other() -> None:
    plans = [
        a_plan(),
        a_plan(company={"name": "Other"}),
        a_plan(position={"title": "Other"}),
        a_plan(interview={"date": "2026-11-17"}),
        a_plan(candidate={"name": "Other"}),
    ]
    uids = [uid for plan in plans for uid in by_icalendar(to_ics(plan))]
    assert len(set(uids)) == 15
    later = a_plan(today=dt.date(2027, 1, 1), outlook={"went_well": True})
    assert set(by_icalendar(to_ics(later))) == set(by_icalendar(to_ics(a_plan())))


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert to_ics(a_plan()) == to_ics(a_plan())
    assert b"DTSTAMP:20261119T000000Z" in to_ics(a_plan())


def test_the_sequence_grows_with_the_days_and_with_what_happens() -> None:
    def sequence(plan: Plan) -> int:
        return next(iter(by_icalendar(to_ics(plan)).values()))[4]

    events = [{"on": "2026-11-20", "what": "wrote"}]
    plans = [a_plan(), a_plan(history=events), a_plan(history=events, today=dt.date(2026, 11, 20))]
    assert [sequence(plan) for plan in plans] == [1, 2, 3]
    assert sequence(a_plan(today=dt.date(2026, 11, 1))) == 0


def test_why_and_whose_number_stand_there_only_if_asked() -> None:
    assert b"R57" not in to_ics(a_plan())
    assert b"555" not in to_ics(a_plan())
    (event,) = icalendar.Calendar.from_ical(to_ics(a_plan(CALL), private=True)).walk("VEVENT")
    assert str(event["DESCRIPTION"]) == "Call Dr. Priya Raman: did it arrive?\n(312) 555-0117\nbefore 2026-12-04 (R57)"


def test_that_there_is_another_offer_is_told_only_if_asked() -> None:
    answer = a_step("answer-offer", "Answer the other offer", dt.date(2026, 12, 4), doing=Doing.ANSWER_OFFER)
    assert len(by_icalendar(to_ics(a_plan(CALL, answer)))) == 1
    assert len(by_icalendar(to_ics(a_plan(CALL, answer), private=True))) == 2


_SECRETS = {
    "reservations": [{"concern": "SECRET doubt", "answer": "SECRET answer"}],
    "other_offer": {"received": "2026-11-16", "decide_by": "2026-12-04", "company": "SECRET rival", "may_name": True},
    "problem": {"what": "SECRET problem", "tried": ["SECRET"], "idea": "SECRET idea"},
    "private": "SECRET note",
}


@pytest.mark.parametrize("private", [False, True])
def test_nothing_of_the_outlook_leaks(private: bool) -> None:
    history = [{"on": "2026-11-20", "what": "wrote", "note": "SECRET event"}]
    assert b"SECRET" not in to_ics(a_plan(outlook=_SECRETS, history=history), private=private)


def test_it_says_what_it_is_and_busies_nobody() -> None:
    calendar = icalendar.Calendar.from_ical(to_ics(a_plan()))
    assert {name: str(calendar[name]) for name in ("VERSION", "PRODID", "METHOD", "CALSCALE")} == {
        "VERSION": "2.0",
        "PRODID": "-//followup-letters//plan//EN",
        "METHOD": "PUBLISH",
        "CALSCALE": "GREGORIAN",
    }
    for event in calendar.walk("VEVENT"):
        assert (str(event["TRANSP"]), str(event["CLASS"])) == ("TRANSPARENT", "PRIVATE")


def called(name: str) -> Plan:
    person = interview().people[0].model_copy(update={"name": name})
    return a_plan(replace(CALL, person=person))


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_no_text_brings_a_control_character_or_a_line_that_is_too_long(text: str) -> None:
    content = to_ics(called(text), private=True)
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert content.count(b"\n") == content.count(b"\r\n")
    assert [len(read(content)) for read in READERS] == [1, 1]


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=200))
def test_any_printable_text_comes_back_as_it_went_in(text: str) -> None:
    content = to_ics(called(text))
    for read in READERS:
        ((summary, *_),) = read(content).values()
        assert summary == f"Call {text} (Northwind Logistics)"


_SIGNS = st.text(st.sampled_from("\\Nn;,:r\"'t x"), min_size=1, max_size=30)


@settings(max_examples=200, deadline=None)
@given(_SIGNS, _SIGNS, _SIGNS)
def test_signs_that_a_calendar_gives_a_meaning_come_back_in_every_text(name: str, phone: str, what: str) -> None:
    person = interview().people[0].model_copy(update={"name": f"C:\\Network{name}", "phone": f"\\N{phone}"})
    step = replace(CALL, person=person, what=f"R\\NOVA{what}", reasons=())
    content = to_ics(a_plan(step, company={"name": r"R\NOVA"}), private=True)
    summary, details = rf"Call C:\Network{name} (R\NOVA)", rf"R\NOVA{what}" "\n" rf"\N{phone}"
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (summary, details)
    assert {str(alarm["DESCRIPTION"]) for alarm in event.walk("VALARM")} == {summary}
    read = vobject.readOne(content.decode()).vevent
    assert (read.summary.value, read.description.value) == (summary, details)
    assert [alarm.description.value for alarm in read.valarm_list] == [summary] * 2


def test_there_is_a_name_for_all_that_can_be_done() -> None:
    steps = [replace(CALL, key=doing.name, doing=doing) for doing in Doing]
    summaries = [event[0] for event in by_icalendar(to_ics(a_plan(*steps), private=True)).values()]
    assert len(summaries) == len(Doing) > 10
    assert all("Northwind Logistics" in summary and "{" not in summary for summary in summaries)


def test_a_plan_with_nothing_left_to_do_is_still_a_calendar() -> None:
    assert by_icalendar(to_ics(a_plan(replace(MAIL, state=State.DONE)))) == {}

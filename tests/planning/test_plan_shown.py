"""A plan as a person and a program see it: on screen, in a notebook, as data, and as call sheets."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
import tomllib
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
import weasyprint

from followup_letters.composing import compose
from followup_letters.errors import InputError, OutputError
from followup_letters.loading import load
from followup_letters.models import Interview
from followup_letters.planning import Doing, Plan, State, plan
from followup_letters.planning.timeline import agenda, timeline
from followup_letters.planning.wordings import day
from followup_letters.templates_folder import read

ROOT = Path(__file__).parents[2]
FILES = [
    file
    for file in sorted([*ROOT.glob("examples/*.[ytj][aos]*"), *ROOT.glob("tests/golden/*/interview.*")])
    if file.suffix in {".yaml", ".toml", ".json"}
]
TODAY = dt.date(2026, 11, 27)


def interview(**changes: Any) -> Interview:
    return load(
        {
            "candidate": {"name": "Maya Okafor"},
            "company": {"name": "Northwind Logistics, Inc."},
            "position": {"title": "Operations Manager", "level": "senior"},
            "interview": {"date": "2026-11-18"},
            "people": [{"name": "Dr. Priya Raman", "role": "hiring manager", "phone": "(312) 555-0117"}],
            "outlook": {"interested": True},
            "history": [{"on": "2026-11-20", "what": "wrote"}],
        }
        | changes
    )


def planned(today: dt.date = TODAY, **changes: Any) -> Plan:
    return plan(interview(**changes), today=today)


NAMES = ["Zoë Adler", "王小明", "प्रिया शर्मा", "Åsa Berg", "Tom Baker"]  # the first is the hiring manager


def test_the_letters_of_one_day_are_listed_as_compose_has_them() -> None:
    people = [{"name": name, "title": "Director"} for name in NAMES]
    made = planned(dt.date(2026, 11, 19), people=people, history=[])
    written = [step.person.name for step in made.steps if step.doing is Doing.WRITE and step.person]
    assert written == [letter.recipient.name for letter in compose(made.interview)] == NAMES
    listed = agenda([made])
    assert sorted(NAMES, key=listed.index) == NAMES


# ------------------------------------------------------------------------------------------------- on screen


def test_the_next_thing_stands_first_with_its_number_and_its_reason() -> None:
    assert timeline(planned()).splitlines() == [
        "Northwind Logistics: Operations Manager",
        "Interview on Wednesday, November 18. Today is Friday, November 27.",
        "",
        "Next: Call Dr. Priya Raman: did the letter arrive?",
        "  Today, Friday, November 27",
        "  Number: (312) 555-0117",
        "  the call: one week after writing (R32)",
        "",
        "done     Fri Nov 20  Mail the letter to Dr. Priya Raman",
        "due      Fri Nov 27  Call Dr. Priya Raman: did the letter arrive?",
    ]


def test_a_plan_that_has_ended_says_why() -> None:
    history = [{"on": "2026-11-20", "what": "wrote"}, {"on": "2026-12-01", "what": "met"}]
    text = timeline(planned(dt.date(2026, 12, 1), history=history))
    assert "Nothing is left to do: you have met again" in text
    assert "(R55)" in text
    assert "dropped  Fri Nov 27  Call Dr. Priya Raman" in text


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2026-11-21", "In 6 days, on Friday, November 27"),
        ("2026-11-26", "Tomorrow, Friday, November 27"),
        ("2026-11-27", "Today, Friday, November 27"),
        ("2026-11-30", "Overdue since Friday, November 27"),
    ],
)
def test_it_says_how_far_off_the_next_thing_is(today: str, words: str) -> None:
    assert words in timeline(planned(dt.date.fromisoformat(today)))


def test_a_letter_that_is_overdue_says_which_date_is_on_it_and_how_to_change_that() -> None:
    late = planned(dt.date(2026, 12, 21), history=[])
    (why,) = [reason.text for reason in late.steps[0].reasons if "mail_on" in reason.text]
    assert late.next == late.steps[0]
    assert why.startswith("its date is Friday, November 20;")
    assert "mail_on" not in str(planned(dt.date(2026, 11, 20), history=[]).steps[0].reasons)
    by_email = planned(dt.date(2026, 12, 21), history=[], letter={"medium": "email"})
    assert "mail_on" not in str(by_email.steps[0].reasons), "no date stands on an e-mail"


def test_british_days_and_words_are_british() -> None:
    made = planned(letter={"language": "en-GB"}, outlook={"interested": True, "asked_not_to_call": True})
    assert "Friday 27 November" in timeline(made)
    assert "Email Dr. Priya Raman" in timeline(made)
    assert "E-mail" not in timeline(made) + str(made._repr_html_())


def test_several_plans_are_one_agenda_with_the_most_urgent_first() -> None:
    late = planned(company={"name": "Acme"}, history=[])
    soon = planned(company={"name": "Bolt"}, interview={"date": "2026-11-27"}, history=[])
    over = planned(company={"name": "Core"}, outlook={"interested": False})
    text = agenda([over, soon, planned(), late])
    heads = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert heads[1:] == ["Overdue", "Due", "In the next seven days", "Later", "Nothing left to do"]
    order = [text.index(f"({company})") for company in ("Acme", "Northwind Logistics", "Bolt")]
    assert order == sorted(order)
    assert text.splitlines()[-1].startswith("  Core: ")


def test_the_agenda_does_not_depend_on_the_order_of_the_files() -> None:
    plans = [planned(company={"name": name}) for name in ("Acme", "Bolt", "Core")]
    assert agenda(plans) == agenda(plans[::-1])


def test_every_example_has_a_plan_that_can_be_shown() -> None:
    shown = 0
    for file in FILES:
        made = plan(load(file), today=TODAY)
        assert made.interview.position.title in timeline(made)
        assert made.steps
        assert json.dumps(made.as_dict())
        shown += 1
    assert shown > 8


# ------------------------------------------------------------------------------------------------- in a notebook


def test_the_picture_takes_the_colors_of_its_page_and_marks_what_is_next() -> None:
    html = planned()._repr_html_()
    assert "currentColor" in html
    assert "#" not in html.split("</style>")[0]  # no color of its own that one page could swallow
    assert html.count('class="chip next"') == 1
    assert 'class="day today"' in html


def test_the_picture_shows_holidays_as_closed_and_late_steps_today() -> None:
    html = planned(dt.date(2026, 12, 1), holidays=["2026-12-03"])._repr_html_()
    assert '<div class="day closed"><time datetime="2026-12-03">' in html
    today = html[html.index('datetime="2026-12-01"') : html.index('datetime="2026-12-02"')]
    assert "Call: Dr. Priya Raman" in today


def test_no_word_of_a_step_is_broken_in_the_picture_on_a_day_of_the_weekend_either() -> None:
    saturday = planned(dt.date(2026, 11, 28), history=[])
    page = f"<style>@page {{ size: 800px 600px; margin: 0 }}</style>{saturday._repr_html_()}"
    printed = pypdf.PdfReader(BytesIO(weasyprint.HTML(string=page).write_pdf())).pages[0].extract_text()
    calendar = printed.partition("overdue")[0].split()
    assert {"Letter:", "Dr.", "Priya", "Raman"} <= set(calendar)


def test_the_picture_tells_from_when_to_when_a_step_may_be_done_as_the_text_does() -> None:
    made = planned(dt.date(2026, 11, 18), history=[])
    windows = re.findall(r"\(\w{3} Nov \d+ to \w{3} Nov \d+\)", " ".join(str(made).split()))
    assert windows
    assert all(window in made._repr_html_() for window in windows)


def test_the_picture_says_why_of_what_is_next_as_the_text_does() -> None:
    made = planned()
    assert made.next is not None
    html = made._repr_html_()
    whys = re.findall('<span class="why">(.*?)</span>', html)
    assert whys == [str(reason) for reason in made.next.reasons] != []
    assert all(why in " ".join(str(made).split()) for why in whys)


def test_what_is_to_be_noted_is_said_to_whoever_has_no_command_too() -> None:
    person = {"name": "Priya Raman", "role": "hiring manager", "promised": "two references by Friday"}
    history = [{"on": "2026-11-20", "what": "wrote"}, {"on": "2026-11-27", "what": "called"}]
    steps = planned(people=[person], history=history).steps
    named = [reason.text for step in steps for reason in step.reasons if "render-letter" in reason.text]
    assert len(set(named)) == 2
    assert all("history" in text for text in named)


def test_text_of_the_file_is_text_in_the_picture() -> None:
    html = planned(people=[{"name": "R&D <Director> {{ 7*7 }}"}])._repr_html_()
    assert "R&amp;D &lt;Director&gt; {{ 7*7 }}" in html


def test_names_with_braces_stand_as_typed() -> None:
    assert "Call {0} {person}: did" in timeline(planned(people=[{"name": "{0} {person}"}]))


# ---------------------------------------------------------------------------------------------- data and files


def test_what_of_the_history_does_not_count_is_named() -> None:
    history = [{"on": on, "what": "called"} for on in ("2026-11-10", "2026-11-18", "2026-11-27", "2026-11-28")]
    made = planned(history=history)
    assert [str(event.on) for event in made.passed_over] == ["2026-11-10", "2026-11-28"]
    assert "2 events passed over" in repr(made)
    assert "passed over" not in repr(planned())
    assert planned().as_dict()["passed_over"] == []


def test_the_data_is_plain_and_complete() -> None:
    data = planned().as_dict()
    assert json.loads(json.dumps(data)) == data
    assert data["next"] == data["steps"][1]["key"]
    assert data["ended"] is None
    assert data["steps"][1] == {
        "key": "receipt-1-Dr.%20Priya%20Raman",
        "doing": "call",
        "what": "Call Dr. Priya Raman: did the letter arrive?",
        "person": "Dr. Priya Raman",
        "on": "2026-11-27",
        "earliest": "2026-11-27",
        "latest": "2026-11-27",
        "state": "due",
        "reasons": [{"rule": "R32", "text": "the call: one week after writing"}],
    }


def test_a_plan_saves_itself_as_a_calendar_and_as_nothing_else(tmp_path: Path) -> None:
    made = planned()
    assert made.save(tmp_path / "plan.ics").read_bytes() == made.ics()
    with pytest.raises(OutputError, match=r"ends in \.ics"):
        made.save(tmp_path / "plan.pdf")
    (tmp_path / "plan.ics").write_text("another")
    with pytest.raises(OutputError):
        made.save(tmp_path / "plan.ics")


def test_the_call_sheet_is_that_of_the_next_call() -> None:
    sheet = planned().call_sheet()
    assert sheet.call_on == TODAY
    assert planned().call_sheet("Dr. Priya Raman").html == planned().call_sheet("raman").html == sheet.html
    assert [each.html for each in planned().call_sheets] == [sheet.html]
    jose = planned(people=[{"name": "José Álvarez", "role": "hiring manager"}])
    assert jose.call_sheet("Jose").person.name == "José Álvarez"  # as with compose(to="Jose")


def test_no_call_no_sheet() -> None:
    made = planned(outlook={"interested": True, "asked_not_to_call": True})
    assert made.call_sheets == ()
    with pytest.raises(InputError, match="a call that is planned"):
        made.call_sheet()
    with pytest.raises(InputError, match=r"calls go to: Dr\. Priya Raman"):
        planned().call_sheet("Jo")


def test_questions_of_one_call_share_a_sheet() -> None:
    history = [
        {"on": "2026-11-20", "what": "wrote"},
        {"on": "2026-11-27", "what": "called", "response": "hired someone else"},
    ]
    made = planned(history=history, outlook={"keen_on_company": True, "reluctant_to_call": True})
    assert [step.doing for step in made.steps if step.doing.is_call and step.state is State.DUE] == [
        Doing.ASK_FOR_FEEDBACK,
        Doing.ASK_TO_CALL,
    ]
    assert len(made.call_sheets) == 1


# ---------------------------------------------------------------------------------------------------- the words


def test_every_kind_of_step_has_a_label_and_every_state_a_word() -> None:
    words = tomllib.loads(read("en/plan.toml"))
    assert set(words["screen"]["labels"]) == {doing.name.lower() for doing in Doing}
    assert set(words["screen"]["states"]) == {state.value for state in State}


def test_every_reason_names_a_rule_and_is_one_line() -> None:
    words = tomllib.loads(read("en/plan.toml"))
    reasons = [*words["why"].values(), *words["dropped"].values(), *words["end"].values()]
    assert len(reasons) > 40
    for rule, text in reasons:
        assert rule == "ours" or rule[0] in "RX"
        assert "\n" not in text
        assert text[0].islower()
        assert not text.endswith(".")


def test_planning_loads_no_engine() -> None:
    code = (
        "import sys, followup_letters.planning; "
        "print([name for name in ('weasyprint', 'docx', 'icalendar', 'jinja2') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("response", "doing"),
    [
        ("voicemail", "call"),
        ("not received", "call"),
        ("no decision yet", "call"),
        ("leads given", "follow leads"),
        ("may call", "call back"),
        ("strong candidate", "call back"),
    ],
)
@pytest.mark.parametrize("outlook", [{}, {"employer_decides_on": "2026-12-04"}])
def test_the_day_that_the_sheet_promises_is_the_day_of_the_plan(
    response: str, doing: str, outlook: dict[str, Any]
) -> None:
    """What a sheet says comes next is what the plan says once the answer is written down."""
    if response == "strong candidate" and outlook:
        doing = "call"  # to hear the decision
    sheet = planned(outlook=outlook).call_sheet().text.replace("\N{NO-BREAK SPACE}", " ")
    history = [{"on": "2026-11-20", "what": "wrote"}, {"on": "2026-11-27", "what": "called", "response": response}]
    after = planned(history=history, outlook=outlook)
    steps = [step for step in after.steps if step.doing == doing and step.state.is_open]
    assert len(steps) == 1
    assert day(steps[0].on, after.interview) in " ".join(sheet.split())

"""What the tests of call sheets share: interviews, random and known, and what stands on the sheet of one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

import followup_letters as fl
from followup_letters.loading import load
from followup_letters.markup import Element
from followup_letters.planning.call_sheets import CallSheet, call_sheet
from strategies import ODD, interviews, names

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("examples/*.[ytj][aos]*"), *ROOT.glob("tests/golden/*/interview.*")])


def the_sheet(interview: fl.Interview, *, on: dt.date | None = None) -> CallSheet:
    """The sheet for the first person, on the day `on` or one of its own, but not before the interview."""
    day = max(on or dt.date(2026, 11, 30), interview.interview.date)
    return call_sheet(interview, interview.people[0], on=day)


def example(name: str = "operations-manager.yaml", **outlook: Any) -> fl.Interview:
    interview = load(ROOT / "examples" / name)
    return interview.with_(outlook=interview.outlook.with_(**outlook))


def bare() -> fl.Interview:
    return load(ROOT / "tests/golden/everything-optional-missing/interview.yaml")


def prompts(sheet: CallSheet) -> list[str]:
    return [element.text.strip() for element in sheet.page.root.walk() if "prompt" in element.classes]


def cards(sheet: CallSheet) -> dict[str, Element]:
    """The cards of a sheet by the first words of their heads."""
    found = [element for element in sheet.page.root.walk() if "card" in element.classes]
    return {card.text.partition(":")[0]: card for card in found}


def our_words(element: Element) -> str:
    """The words of a sheet that are not the user's."""
    if "data-from" in element.attributes:
        return "\u241f"
    parts = [child if isinstance(child, str) else our_words(child) for child in element.children]
    return "".join(parts) + ("\n" if element.tag in {"p", "li", "h1", "h2"} else "")


# What only a sheet uses, added to the random interviews of all tests.
phrases = st.sampled_from(["the scrap rate", "a line that stops at four each morning and nobody knows why", *ODD])
notes_for_a_call = st.fixed_dictionaries(
    {},
    optional={
        "questions": st.lists(st.sampled_from(["Who schedules the crane?", "why now " * 15, *ODD]), max_size=4),
        "problem": st.fixed_dictionaries(
            {"what": phrases}, optional={"tried": st.lists(phrases, max_size=3), "idea": st.just("SECRET-IDEA")}
        ),
        "news": st.lists(
            st.fixed_dictionaries(
                {"what": phrases}, optional={"date": st.just("2026-11-02"), "source": st.just("Tribune")}
            ),
            max_size=2,
        ),
        "research": st.lists(st.sampled_from(["Two airports moved.", "word " * 40]), max_size=2),
        "other_offer": st.fixed_dictionaries(
            {"received": st.just("2026-11-16"), "decide_by": st.sampled_from(["2026-11-25", "2026-12-20"])},
            optional={"company": st.just("SECRET-RIVAL"), "may_name": st.just(False)},
        ),
        "keen_on_company": st.booleans(),
        "pursue_vigorously": st.booleans(),
        "private": st.just("SECRET-NOTE"),
        "asked_not_to_call": st.just(False),
    },
)
histories = st.lists(
    st.fixed_dictionaries(
        {
            "on": st.sampled_from(["2026-11-21", "2026-11-27"]),
            "what": st.sampled_from(["wrote", "called", "heard from them"]),
        },
        optional={
            "person": names,
            "response": st.sampled_from(["voicemail", "no decision yet", "hired someone else", "strong candidate"]),
            "note": st.just("SECRET-EVENT"),
        },
    ),
    max_size=3,
)


def _merged(interview: dict[str, Any], notes: dict[str, Any], history: list[dict[str, Any]]) -> dict[str, Any]:
    outlook = {**interview.get("outlook", {}), **notes}
    return {**interview, "outlook": {**outlook, "asked_not_to_call": False}, "history": history}


filled = st.builds(_merged, interviews, notes_for_a_call, histories)
days_of_call = st.dates(dt.date(2026, 11, 27), dt.date(2028, 4, 1))

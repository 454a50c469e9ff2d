"""Promises of things there are to show: by what they do, are worth or where they are used; nobody and no quality is."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.saying import as_told


@pytest.mark.parametrize(
    "bullet",
    [
        "A set of 12 tide tables that show each slipway",
        "A repair line that answers within the hour",
        "A spares store worth £90,000, counted every month",
        "A booking form used by 60 farms",
        "A full score at every inspection since 2021",
        "A handbook that new ushers read on their first night",
        "A pump that lifts water from 90 metres",
        "Checklists that six theatres use",
        "Stock sheets that passed three audits without a correction",
        "Meals that 40 residents ask for by name",
        "Production budgets of $9K to $40K, none over",
    ],
)
def test_a_thing_is_pointed_to(bullet: str) -> None:
    assert as_told(bullet) == f"I can point to {bullet[0].lower()}{bullet[1:]}"


@pytest.mark.parametrize(
    "bullet",
    [
        "No findings in the last five kitchen inspections",
        "No pressure-sore infections on my ward in the last 20 months",
        "No discrepancy in stamps or cash at six yearly audits",
        "No loss of a lamb in three springs",
        "Zero losses in four years",
        "Zero lost-time injuries in 212,000 hours",
        "No lost-time injury on any roof I ran",
        "Zero findings in the 2024 and 2025 exams",
    ],
)
def test_what_never_went_wrong_stands_in_the_record(bullet: str) -> None:
    assert as_told(bullet) == f"my record shows {bullet[0].lower()}{bullet[1:]}"


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("A working knowledge of the Harbours Act", "I have a working knowledge of the Harbours Act"),
        ("Sound working knowledge of the bylaws", "I have a sound working knowledge of the bylaws"),
        ("A good command of Danish", "I have a good command of Danish"),
        ("Handy with a lathe", "I am handy with a lathe"),
    ],
)
def test_what_is_known_is_had(bullet: str, clause: str) -> None:
    assert as_told(bullet) == clause


@pytest.mark.parametrize(
    "bullet",
    [
        *"A Level 3 diploma|A Level 3 diploma in care that took a year|A team of 12 that won prizes".split("|"),
        *"A manager that listens|A nurse who cares|A bricklayer that trains others|A quick learner".split("|"),
        *"A passion for numbers that shows|A quick eye for faults that others miss|A job that pays the rent".split("|"),
        *"A degree that took four years|A gap of two years|A smile at every table|A ward worth visiting".split("|"),
        *"A fire that closed the shop|A complaint at every service|A command of 40 men|A home in every port".split("|"),
        *"A disability that needs a ramp|A visa that lasts until 2030|A criminal record that is spent".split("|"),
        *"A tool that nobody used|A farm that my brother runs|A business that folded in 2021".split("|"),
        *"Skills that matter to me|Values that drive me|Parents that supported me|Clients that come back".split("|"),
        *"Plant gardens that stand the salt wind|Repair boats that sank|Prints labels that stick".split("|"),
        *"No smoking officer in five sites|No experience in three trades|No claims bonus over nine years".split("|"),
        *"No findings at Leeds|No complaints|Zero waste in three kitchens|Limited working knowledge of SQL".split("|"),
    ],
)
def test_nobody_no_quality_and_no_trouble_is_shown(bullet: str) -> None:
    assert as_told(bullet) is None


def test_a_levels_are_plural() -> None:
    assert as_told("A levels in maths and physics") == "I have A levels in maths and physics"

"""What the plan of a letter gives it to say is said, in whatever form needs and strengths were noted."""

from __future__ import annotations

from itertools import product

import pytest

import followup_letters as fl

NEEDS = {
    "a task": ("Run the depot in {}", "Train the drivers of {}", "Audit the suppliers of {}"),
    "a task with a pause": (
        "Run the depot in {}, day and night",
        "Train the drivers of {}, old and new",
        "Audit {}, all of it",
    ),
    "an activity": ("Running the depot in {}", "Training the drivers of {}", "Auditing the suppliers of {}"),
    "a thing": ("The depot in {}", "Weekend cover for {}", "The archive of {}"),
    "a thing with a pause": (
        "The depot in {}, the yard",
        "Weekend cover for {}, the yard",
        "The archive of {}, the yard",
    ),
    "a wish": ("Fewer breakages in {}", "Lower costs in {}", "No late trains from {}"),
    "a wish with a pause": (
        "Fewer breakages in {}, the yard",
        "Lower costs in {}, the yard",
        "No late trains in {}, the yard",
    ),
    "somebody": ("Someone with a licence in {}", "Somebody at the gate in {}", "Nobody on the ladders in {}"),
    "a sentence": (
        "The depot in {} is behind",
        "Two of the vans in {} have no driver",
        "They want the gate of {} back",
    ),
    "a long sentence": tuple(
        f"The {what} in {{}} has to be {done}, and they want that before the last week of winter, if it can be"
        for what, done in (("depot", "moved"), ("archive", "sorted"), ("canteen", "painted"))
    ),
    "a count": ("Two juniors in {} to bring on", "Nine vans in {} to replace", "60 loads from {} to book"),
    "no sentence": ("Depot ({})!", "SQL/{}", "&c. {}"),
}
STRENGTHS = {
    "a deed": ("Led nine crews", "Cut scrap by 8 percent", "Wrote 40 checks"),
    "a deed with its time": (
        "Led nine crews for two years",
        "Cut scrap by half in one year",
        "Wrote 40 checks in 2019",
    ),
    "a state": ("Fluent in Welsh", "Responsible for nine crews", "Certified in first aid"),
    "years": ("Nine years of banquets", "Six years of night shifts", "Two years of payroll"),
    "two clauses": (
        "I led nine crews: all of them by night",
        "I cut scrap: by half",
        "I wrote 40 checks: all are used",
    ),
}
PLACES = ("Ely", "Ayr", "Rye")


@pytest.mark.parametrize("strengths", STRENGTHS)
@pytest.mark.parametrize("needs", NEEDS)
def test_a_manager_hears_of_every_strength_that_the_user_gave_a_need(needs: str, strengths: str) -> None:
    told = _letter([NEEDS[needs]] * 3, [STRENGTHS[strengths]] * 3)
    for index in range(3):
        assert f"candidate.strengths[{index}]" in told


@pytest.mark.parametrize(
    ("first", "second", "third"), list(product(list(NEEDS)[::2], list(NEEDS)[1::2], list(NEEDS)[::3]))
)
def test_needs_of_different_forms_stand_side_by_side(first: str, second: str, third: str) -> None:
    told = _letter([NEEDS[first], NEEDS[second], NEEDS[third]], [STRENGTHS["a deed"]] * 3)
    for index in range(3):
        assert f"candidate.strengths[{index}]" in told


@pytest.mark.parametrize("role", ["panel", "executive"])
@pytest.mark.parametrize("strengths", STRENGTHS)
@pytest.mark.parametrize("needs", NEEDS)
def test_a_reader_of_one_hears_of_one(needs: str, strengths: str, role: str) -> None:
    told = _letter([NEEDS[needs]], [STRENGTHS[strengths]], role)
    assert "candidate.strengths[0]" in told


def _letter(needs: list[tuple[str, ...]], strengths: list[tuple[str, ...]], role: str = "hiring manager") -> set[str]:
    """The fields that the letter to one reader uses, where each strength was said to answer a need."""
    texts = [each[n].format(place) for n, (each, place) in enumerate(zip(needs, PLACES, strict=False))]
    interview = fl.load(
        {
            "candidate": {
                "name": "Maya Okafor",
                "strengths": [
                    {"text": each[n], "answers": [text]}
                    for n, (each, text) in enumerate(zip(strengths, texts, strict=True))
                ],
            },
            "company": {"name": "Northwind Logistics, Inc."},
            "position": {"title": "Planner", "responsibilities": texts},
            "interview": {"date": "2026-11-18"},
            "people": [{"name": "Priya Raman", "role": role, "talked_about": "the canal"}],
            "outlook": {"interested": True},
        }
    )
    (letter,) = fl.compose(interview)
    return {field for source in letter.sources for field in source.fields}

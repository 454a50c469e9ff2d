"""Random interviews for the property tests: every optional field now there, now missing, in realistic and odd texts."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

ODD = ["R&D <Director>", "{{ 7*7 }}", 'O\'Brien "Bob"', "Zoë Nuñez", "{% raw %}", "</w:t>", "100 %", "a  b", "Ünïcode"]

topics = st.sampled_from(["the mis-sorts at Elgin", "how the morning meeting is run", "moving to SAP by 2028", *ODD])
duties = st.sampled_from(
    [
        "Bring order-to-ship time under three days",
        "Merge three warehouse systems without losing a shift",
        "Training plan",
        "Lifting people without hurting yourself",
        "Lead our team of 12",
        "Month-end close within 5 days",
        *ODD,
    ]
)
bullets = st.sampled_from(
    [
        "Cut order-to-ship time from five days to 36 hours",
        "Led the SAP EWM migration for 140 users",
        "Fluent in Spanish",
        "Ten years of SQL",
        "Promoted twice in three years",
        "Chartered engineer since 2014",
        "I chaired the board of Acme Inc.",
        "Manages 60 clients",
        *ODD,
    ]
)
names = st.sampled_from(["Priya Raman", "Suharyanto", "山田太郎", "محمد الفارسي", 'O\'Brien "Bob"', "R&D <Director>"])
roles = st.sampled_from(["hiring manager", "personnel", "recruiter", "panel", "executive", "other", None])
reasons = st.sampled_from(
    ["your supervisors run their own evening meeting", "the plant is 4 miles away", "Acme Inc. owns it", *ODD]
)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The value, or nothing."""
    return st.none() | strategy


def _person(name: str) -> st.SearchStrategy[dict[str, Any]]:
    given, *_, family = name.split() * 2
    return st.fixed_dictionaries(
        {"name": st.just(name), "role": roles},
        optional={
            "title": st.sampled_from(["Director of Operations", *ODD]),
            "department": st.sampled_from(["Operations", *ODD]),
            "courtesy_title": st.sampled_from(["Dr.", "Ms", "Mx."]),
            "family": st.just(family),
            "given": st.just(given),
            "first_name_basis": st.booleans(),
            "talked_about": topics,
            "own_words": st.just(f"Snow is hardest for {name}. It held."),
            "clarify": st.sampled_from(["that the cut-over took nine weeks, not six", *ODD]),
            "promised": st.sampled_from(["two references by Friday", *ODD]),
            "told_not_strong": st.booleans(),
        },
    )


def _doubted_by_those_met(interview: dict[str, Any]) -> dict[str, Any]:
    """`interview` without the names, under reservations, of those whom it does not list."""
    met = [person["name"] for person in interview["people"]]
    for doubt in interview.get("outlook", {}).get("reservations", []):
        if doubt.get("by") not in met:
            doubt.pop("by", None)
    return interview


people = st.lists(names, min_size=1, max_size=6, unique=True).flatmap(
    lambda chosen: st.tuples(*(_person(name) for name in chosen)).map(list)
)
outlooks = st.fixed_dictionaries(
    {},
    optional={
        "interested": st.booleans(),
        "told_not_strong": st.booleans(),
        "reasons": st.lists(reasons, max_size=3, unique=True),
        "omitted": st.lists(st.sampled_from(["ran nights for a year", "Ran 14 sites", *ODD]), max_size=2),
        "reservations": st.lists(
            st.fixed_dictionaries(
                {"concern": st.sampled_from(["no union experience", "the size of the team", *ODD])},
                optional={"answer": st.sampled_from(["sat on a joint committee", *ODD]), "by": names},
            ),
            max_size=2,
        ),
        "problem": st.just({"what": "the scrap rate", "idea": "SECRET-IDEA"}),
        "private": st.just("SECRET-NOTE"),
        "withdraw": st.booleans(),
        "employer_decides_on": st.sampled_from(["2026-11-20", "2026-12-01"]),
        "asked_not_to_call": st.booleans(),
    },
)
interviews = st.fixed_dictionaries(
    {
        "candidate": st.fixed_dictionaries(
            {"name": st.sampled_from(["Maya Okafor", *ODD])},
            optional={
                "email": st.just("maya@example.com"),
                "phone": st.just("(312) 555-0148"),
                "address": st.just(["1200 W Lake St", "Chicago, IL 60607"]),
                "strengths": st.lists(bullets, max_size=6, unique=True),
            },
        ),
        "company": st.fixed_dictionaries(
            {"name": st.sampled_from(["Northwind Freight, Inc.", "University of Leeds", *ODD])},
            optional={"short_name": st.just("Northwind"), "address": st.just(["400 W Superior St", "Chicago"])},
        ),
        "position": st.fixed_dictionaries(
            {"title": st.sampled_from(["Operations Manager", "Sales Role", *ODD])},
            optional={
                "reference": st.just("NW-2291"),
                "level": st.sampled_from(["junior", "mid", "senior", "executive"]),
                "responsibilities": st.lists(duties, max_size=8, unique=True),
            },
        ),
        "interview": st.fixed_dictionaries(
            {"date": st.sampled_from(["2026-11-18", "2026-11-20", "2028-02-29"])},
            optional={
                "how": st.sampled_from(["on site", "video", "phone"]),
                "lasted": st.sampled_from(["an hour and a half", "forty minutes", "most of a morning", "half an hour"]),
                "place": st.just("at your Joliet depot"),
            },
        ),
        "people": people,
    },
    optional={
        "outlook": outlooks,
        "letter": st.fixed_dictionaries(
            {}, optional={"language": st.sampled_from(["en-US", "en-GB"]), "medium": st.sampled_from(["post", "email"])}
        ),
    },
).map(_doubted_by_those_met)

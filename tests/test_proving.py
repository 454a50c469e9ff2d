"""Who hears of which strength: the talk comes first, and what is only near is told without a claim (R24, R25)."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import HealthCheck, given, settings

import followup_letters as fl
from followup_letters.composing.sharing import share_out
from followup_letters.deciding import decide
from strategies import interviews

CLUB = "Ran a Saturday science club for thirty girls"
LESSON = "Rewrote the Year 8 chemistry practicals so that they fit a fifty-minute lesson"
TEACHERS = "Took four early-career teachers through to the end of their second year"
RESULTS = "Raised grade 5 and above from 48 to 63 per cent over three years"


def letters(**changes: Any) -> list[fl.Letter]:
    data: dict[str, Any] = {
        "candidate": {"name": "Gareth Lovell", "strengths": [RESULTS, LESSON, CLUB, TEACHERS]},
        "company": {"name": "Wealdway Academy"},
        "position": {
            "title": "Head of Science",
            "responsibilities": ["Bring exam results back to where they were", "Keep newly qualified staff"],
        },
        "interview": {"date": "2026-11-18"},
        "people": [
            {"name": "Helen Prosser", "role": "hiring manager", "talked_about": "the young teachers who left in July"},
            {"name": "Imran Sheikh", "talked_about": "whether fifty minutes is long enough for a practical"},
            {"name": "Bethan Rhys", "talked_about": "why so few girls stay on for science"},
        ],
        "outlook": {"interested": True},
        "letter": {"language": "en-GB"},
    }
    return fl.compose(fl.load(data | changes))


def body(letter: fl.Letter) -> str:
    part = letter.page.root.part("body")
    assert part is not None
    return part.text


def test_each_reader_hears_of_the_strength_that_touches_their_own_talk() -> None:
    prosser, sheikh, rhys = map(body, letters())
    assert "took four early-career teachers" in prosser
    assert "rewrote the Year 8 chemistry practicals" in sheikh
    assert "ran a Saturday science club" in rhys


def test_what_was_talked_about_with_the_manager_comes_before_the_most_important_need() -> None:
    prosser = body(letters()[0])
    assert prosser.index("took four early-career teachers") < prosser.index("raised grade 5")


def test_a_manager_keeps_two_proofs_before_the_panel_gets_one() -> None:
    candidate = {"name": "Gareth Lovell", "strengths": [RESULTS, TEACHERS]}
    prosser, *others = map(body, letters(candidate=candidate))
    assert "raised grade 5" in prosser
    assert "took four early-career teachers" in prosser
    assert not any("grade 5" in other or "teachers through" in other for other in others)


def test_a_topic_that_speaks_of_its_reader_as_he_or_she_is_left_out() -> None:
    people = [{"name": "Chris Doyle", "talked_about": "the runbook that exists only in his head"}]
    (letter,) = letters(people=people)
    assert "his head" not in body(letter)
    found = fl.check([letter], interview=letter.interview)
    assert any(finding.id == "third-person" and "goes without it" in finding.message for finding in found)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(interviews)
def test_no_strength_is_told_to_two_readers_or_twice_to_one(data: dict[str, Any]) -> None:
    interview = fl.load(data)
    decision = decide(interview)
    told = []
    for share in share_out(interview, decision.recipients, decision.kind):
        proofs = share.proofs
        mine = {answer.strength for answer in proofs.answers} | set(proofs.beside)
        mine |= set() if proofs.touching is None else {proofs.touching}
        assert len(mine) <= 3
        told.append(mine)
    assert all(one.isdisjoint(other) for one, other in combinations(told, 2))

"""A list of duties is written in one form: those that are proved vouch for the others."""

from __future__ import annotations

import pytest

from followup_letters.wording.needs.infinitives import gerund_phrase
from followup_letters.wording.needs.orders import order_done
from followup_letters.wording.needs.things import noun_phrase
from followup_letters.wording.needs.wants import is_activity
from followup_letters.wording.needs.whole_list import infinitives, noun_phrases


def test_a_duty_that_is_not_proved_alone_is_vouched_for_by_its_list() -> None:
    alone = ["Screen first-year teachers through to June"]
    together = ["Redesign the ninth-grade course", *alone, "Run the Saturday studio"]
    assert infinitives(alone) == (None,)
    assert infinitives(together)[1] == "screen first-year teachers through to June"


def test_a_list_of_names_for_tasks_stays_one() -> None:
    assert infinitives(["Stock control", "Lead generation", "Month-end close", "Run the night desk"])[:3] == (None,) * 3


def test_a_short_name_for_a_task_is_not_taken_for_a_verb_among_verbs() -> None:
    assert infinitives(["Run the night desk", "Hire the staff", "Stock control"])[2] is None


def test_without_one_proof_nothing_is_vouched_for() -> None:
    assert infinitives(["Market research for new products", "Test plans for every release"]) == (None, None)


def test_what_stands_in_the_third_person_vouches_for_no_other_verb() -> None:
    needs = ["seed that nobody has ever grown in a pot", "Works with a crew that speaks Spanish", "keep a record"]
    assert infinitives(needs)[:2] == (None, "work with a crew that speaks Spanish")


@pytest.mark.parametrize(
    "need",
    [
        *["a late shift that nobody has looked after", "wounds that won't close", "steel plating on trawlers"],
        *["people who come in for a form and end up waiting", "deposits and refunds", "complaints put right at once"],
    ],
)
def test_a_thing_is_named_with_all_that_is_said_of_it(need: str) -> None:
    assert noun_phrase(need) == need


@pytest.mark.parametrize(
    "need", ["dishes never pile up", "the phones get answered", "customers come back", "Training plan"]
)
def test_a_sentence_is_no_name_of_a_thing(need: str) -> None:
    assert noun_phrase(need) is None


@pytest.mark.parametrize(("phrase", "expected"), [("running out on time", True), ("the licence", False)])
def test_an_activity_is_told_from_a_thing(phrase: str, expected: bool) -> None:
    assert is_activity(phrase) is expected


def test_a_sentence_spliced_onto_a_need_is_left_out() -> None:
    assert infinitives(["Raise $40 million, the quiet phase starts in March"]) == ("raise $40 million",)
    assert infinitives(["Keep the plant running, we get a flood each spring"]) == ("keep the plant running",)
    assert infinitives(["The postholder will supervise two students"]) == ("supervise two students",)
    assert infinitives(["Try cases. Most of our group has not been in court"]) == ("try cases",)
    assert gerund_phrase("Bringing associates along - they should be in court soon") == "bringing associates along"
    assert infinitives(["Keep the books, the audit and the payroll"]) == ("keep the books, the audit and the payroll",)


@pytest.mark.parametrize(
    ("need", "named"),
    [("half , half", None), ("Reports , no nonsense", "reports"), ("a , if asked", None), ("Plan", None)],
)
def test_what_an_aside_leaves_of_a_need_may_be_a_single_word(need: str, named: str | None) -> None:
    assert noun_phrase(need) == named


@pytest.mark.parametrize("need", ["Payroll", "complaints", "Budget tracking", "order processing for three plants"])
def test_a_task_of_one_word_or_two_is_named(need: str) -> None:
    assert noun_phrase(need) == need.lower()


@pytest.mark.parametrize("need", ["SQL", "Excel", "stop leaking", "Order processing equipment", "Dispatch"])
def test_what_may_be_a_name_or_a_verb_is_not(need: str) -> None:
    assert noun_phrase(need) is None


def test_what_somebody_is_to_be_is_no_thing() -> None:
    needs = ["calm under pressure", "Patient with children", "Staff the pool"]
    assert infinitives(needs)[:2] == ("be calm under pressure", "be patient with children")
    assert noun_phrases(needs)[:2] == (None, None)


@pytest.mark.parametrize(
    ("need", "to"),
    [
        ("Calm and clear with clients", "be calm and clear with clients"),
        ("Clear and calm on the phone", "be clear and calm on the phone"),
        ("Patient, calm and clear with clients", "be patient, calm and clear with clients"),
        ("Firm but fair with students", "be firm but fair with students"),
        ("Clear and load trucks", "clear and load trucks"),
        ("Clean and tidy in the evening", "clean and tidy in the evening"),
    ],
)
def test_what_somebody_is_to_be_is_no_order_where_it_is_more_than_one_thing(need: str, to: str) -> None:
    assert infinitives([need, "Staff the pool", "Run the front desk"])[0] == to


@pytest.mark.parametrize(
    ("need", "to", "named"),
    [
        ("Winter ops - one de-icing plan for all 14 stations", None, "winter ops"),
        ("Safety: report to the board monthly", "report to the board monthly", None),
        ("Priority 1: waiting times", None, None),
        ("Responsible for four sites", None, None),
        ("Being on call", None, None),
        ("get the repeat visits down, one call in five is a second trip", "get the repeat visits down", None),
        ("all files on the new system by Easter", None, "all files on the new system by Easter"),
        ("completion down from 16 weeks to 12", None, "completion down from 16 weeks to 12"),
        ("Team: hire two more engineers by June", "hire two more engineers by June", None),
        ("Emergency plan, the old one is from 2011", None, "the emergency plan"),
        ("BSA policy in plain English", None, "the BSA policy in plain English"),
        ("Precept students from two schools", "precept students from two schools", None),
        ("Show new starters the hoist", "show new starters the hoist", None),
        ("Stock levels the shops need", None, None),
        ("Steady the baby room", "steady the baby room", None),
        ("Steady, clear talk with clients about cost", None, None),
        ("Audition and book extra chorus", None, None),
        ("Fleet and", None, None),
        ("Audit and", None, None),
        ("Testimony before the appeals board", None, "testimony before the appeals board"),
        ("Shift leader to run nights", None, None),
        ("Show homes the buyers remember", None, None),
        ("Site visits the same day", None, None),
        ("US customers lost last year", None, None),
        ("AP clerk on leave", None, None),
        ("90 percent of clients lost in the merger", None, None),
        ("Weekdays, the shop is open to six", None, None),
        ("Order the paint, the timber and more", "order the paint, the timber and more", None),
        ("90 percent of calls answered in ten seconds", None, "90 percent of calls answered in ten seconds"),
        ("Cut the waiting list - 14 weeks to six", "cut the waiting list", None),
        (
            "Run 26 stations through the winter - ice takes out a third of them",
            "run 26 stations through the winter",
            None,
        ),
        ("Quick changes that work first time, the last musical had 22", None, "quick changes that work first time"),
        ("Linen loss", None, None),
        ("Staff turnover", None, None),
    ],
)
def test_a_need_under_a_heading_is_named_by_it_or_by_what_is_to_be_done(
    need: str, to: str | None, named: str | None
) -> None:
    assert infinitives([need]) == (to,)
    assert noun_phrases([need]) == (named,)


def test_a_list_of_orders_vouches_for_no_adjective() -> None:
    needs = [
        "bring dental cases back in house",
        "share after-hours calls",
        "steady, clear talk with clients about cost",
    ]
    assert infinitives(needs)[2] is None


@pytest.mark.parametrize(
    ("need", "to", "named"),
    [
        ("Correct calculation of crew leave", None, "the correct calculation of crew leave"),
        ("Clear handovers between shifts", None, "clear handovers between shifts"),
        ("Direct supervision of six fellers", None, "direct supervision of six fellers"),
        ("Secure storage of evidence", None, "secure storage of evidence"),
        ("Complete installation of the pool", None, "the complete installation of the pool"),
        ("Buy fish at auction", "buy fish at auction", None),
        ("Budget and monthly books", None, None),
        ("Clear water in the pool", None, None),
        ("Warm welcome at the desk", None, None),
        ("Tidy, complete job sheets", None, None),
        ("Level three safeguarding", None, None),
        ("Cover letters for grant bids", None, None),
        ("Clear snow from the paths", "clear snow from the paths", None),
        ("Correct the accounts", "correct the accounts", None),
        ("Direct production of two shows", "direct production of two shows", None),
        ("Clear repairs by Friday", "clear repairs by Friday", None),
        ("Secure funding for the new wing", "secure funding for the new wing", None),
    ],
)
def test_an_adjective_before_a_work_is_no_order(need: str, to: str | None, named: str | None) -> None:
    others = ["Run the payroll for 140 crew", "Train two payroll clerks"]
    assert infinitives([need, *others])[0] == to
    assert named is None or noun_phrases([need])[0] == named


_ORDERS = """Value what is brought to the counter
Train apprentices and keep them
Return more of what is found, and return it sooner
Return as many articles as possible to their owners
Spot disease before it spreads
Stay within the yearly food budget
Answer readers' letters about errors
Hold temperature and humidity steady in 16 growing rooms
Recruit and train poll clerks
Coach and mentor junior analysts
Plan weekly embossing across four machines
Lay hand-printed gores on spheres
Price jobs and win them"""
_THINGS = """Plant and process safety
Record and report keeping
Stock control of about 2,500 pieces
Play cover at weekends
Answer sheets and mark schemes
Recruit training and welfare
Train crew rosters
Watch keeping on two bridges
Water quality reports before they go out
Plant manager to hire and keep them
Budget reviews before it closes
Coach tours and sell them
Brief technicians' visits
Cover weekly and monthly reports
Hold cleaning between cargoes
Contact and support groups for carers"""


@pytest.mark.parametrize("need", _ORDERS.splitlines())
def test_an_order_is_proved_by_the_words_after_its_verb(need: str) -> None:
    assert infinitives([need]) == (need[0].lower() + need[1:],)


@pytest.mark.parametrize(
    ("need", "strength", "to"),
    [
        ("Requeen the hives every other year", "Requeened 60 skeps", "requeen the hives every other year"),
        ("Retile the roofs before winter.", "Retiled 40 roofs", "retile the roofs before winter"),
        ("Requeen the hives every other year", "Extracted nine tons", None),
        ("Wassail nights in January", "Wassailed for ten years", None),
        ("Wassail of the orchard in January", "Wassailed for ten years", None),
        ("Budget reviews for the year", "Budgeted 3 million a year", None),
    ],
)
def test_a_verb_that_a_strength_has_done_is_one(need: str, strength: str, to: str | None) -> None:
    assert order_done(need, ["", strength]) == to


@pytest.mark.parametrize("need", _THINGS.splitlines())
def test_a_thing_that_begins_like_a_verb_is_no_order(need: str) -> None:
    assert infinitives([need]) == (None,)

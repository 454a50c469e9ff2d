"""A need that names work by a noun is told by its verb, if the whole of it can be; two verbs may stand in one."""

from __future__ import annotations

import pytest

from followup_letters.lexicon import lines, verbs
from followup_letters.wording.grammar.gerunds import in_ing
from followup_letters.wording.grammar.tasks import as_task, as_two_orders
from followup_letters.wording.needs.whole_list import infinitives, noun_phrases


@pytest.mark.parametrize(
    ("need", "to"),
    [
        ("Supervision of interns and volunteers", "supervise interns and volunteers"),
        (
            "Training of apprentices in pipe making and leatherwork",
            "train apprentices in pipe making and leatherwork",
        ),
        ("Retention and training of nursing staff", "retain and train nursing staff"),
        ("Control of timber and tin costs", "control timber and tin costs"),
        ("Liaison with cathedral and parish clients", "liaise with cathedral and parish clients"),
        ("Compliance with shellfish rules", "see to compliance with shellfish rules"),
        ("Presentation of findings to customers", "present findings to customers"),
        ("Opening and closing of graves", "open and close graves"),
        ("Appraisals of hail, wind and drought damage", "appraise hail, wind and drought damage"),
        ("Design and build of armatures", "design and build armatures"),
        ("Painting of irises and sclera", "paint irises and sclera"),
        ("Oversight of three contractors", "oversee three contractors"),
        ("Design, manufacture and installation of staircases", "design, manufacture and install staircases"),
        ("Rollout of handheld scanners to 14 depots", "roll out handheld scanners to 14 depots"),
        ("Care of the elderly", "care for the elderly"),
        ("Liaison and negotiation with suppliers", "liaise and negotiate with suppliers"),
        ("Repairs to boundary walls", "repair boundary walls"),
        ("Labelling of samples", "label samples"),
        ("Training of staff and development of policies", "train staff and develop policies"),
        ("Training of staff in lifting and handling", "train staff in lifting and handling"),
        ("Leadership of a team of nine (two sites)", "lead a team of nine"),
        ("Teaching of English to new arrivals", "teach English to new arrivals"),
        ("Supervision of PhD students", "supervise PhD students"),
    ],
)
def test_work_named_by_a_noun_is_told_by_its_verb(need: str, to: str) -> None:
    assert as_task(need) == to
    assert infinitives([need]) == (to,)
    assert noun_phrases([need]) == (None,)


@pytest.mark.parametrize(
    "need",
    [
        *["Training room bookings", "Supervision experience", "Control systems", "Delivery driver training"],
        "Annual preparation of the accounts",  # what comes before the noun has no place beside the verb
        *["Management of £2m budget", "Control of budget", "Management of change"],  # "manage change" is a subject
        *["Control of Substances Hazardous to Health", "Collection of 12,000 herbarium sheets"],
        *[
            "Upkeep of backhoes",
            "Meeting of the board",
            "Understanding of networks",
            "Teaching of English literature syllabus",
            "Knowledge of rigging",
        ],
        *["Training of staff and scheduling", "Supervision of interns and budget management"],
        "Delivery of parcels by the drivers",
        "Supervision of interns; two days a week",
        "Supervision of the people you hire",
    ],
)
def test_what_the_verb_could_not_take_whole_remains_a_thing(need: str) -> None:
    assert as_task(need) is None


def test_a_noun_of_work_vouches_for_no_other_word() -> None:
    assert infinitives(["Training of apprentices", "Stock counts for three shops"]) == ("train apprentices", None)


def test_every_deed_of_the_table_is_known_by_its_verb() -> None:
    for noun, _, *said in map(str.split, lines("tasks")):
        assert said[0] in verbs().base or said == ["dispose", "of"], noun


def test_two_verbs_in_the_third_person_are_told_like_the_orders_beside_them() -> None:
    beside = ["Maintain the records of the vault", "Supervise two technicians"]
    trips = "Plans and leads seed collecting trips in four states"
    assert infinitives([trips, *beside])[0] == "plan and lead seed collecting trips in four states"
    assert infinitives([trips]) == (None,)
    assert infinitives(["Plans and leads two trips a year"]) == ("plan and lead two trips a year",)
    assert infinitives(["Runs the shop and trains two apprentices"]) == ("run the shop and train two apprentices",)


@pytest.mark.parametrize(
    "need",
    ["Rates and benefits enquiries", "Orders and supplies for two kitchens", "Orders and supplies the shops need"],
)
def test_two_nouns_are_no_orders(need: str) -> None:
    assert as_two_orders(need) == need
    assert infinitives([need, "Run the desk", "Hire the staff"])[0] is None


@pytest.mark.parametrize(
    ("to", "doing"),
    [
        ("retain and train nursing staff", "retaining and training nursing staff"),
        ("plan, price and win municipal tenders", "planning, pricing and winning municipal tenders"),
        ("run the shop and train two apprentices", None),
        ("label and store samples", None),  # labeling or labelling
    ],
)
def test_verbs_that_share_an_object_are_told_in_ing_together(to: str, doing: str | None) -> None:
    assert in_ing(to) == doing


@pytest.mark.parametrize(
    ("need", "task"),
    [
        ("Train new technicians", "train new technicians"),
        ("Lead rope-access crews of four to six", "lead rope-access crews of four to six"),
        ("Lead nurses on nights", "lead nurses on nights"),
        ("Support young people in care", "support young people in care"),
        ("Lead generation", None),
        ("Lead developer experience", None),
        ("Sound financial controls", None),
    ],
)
def test_an_order_among_things_is_known_by_the_words_after_its_verb(need: str, task: str | None) -> None:
    assert infinitives([need, "Zero lost-time injuries"])[0] == task
    assert task is None or noun_phrases([need])[0] is None

"""Work told in -ing or in the present is told as what was done, where that is true whether or not it goes on."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.joining import after_having, after_someone_who
from followup_letters.wording.bullets.saying import as_told, said_of


@pytest.mark.parametrize(
    ("bullet", "told"),
    [
        ("Leading 2,100 people in produce and deli", "led 2,100 people in produce and deli"),
        ("Teaching signals to every new hire myself", "taught signals to every new hire myself"),
        ("Drafting reports that members read to the end", "drafted reports that members read to the end"),
        ("Working two dogs and flying a falcon at dawn", "worked two dogs and flown a falcon at dawn"),
        ("Taking on a new apprentice every second year", "taken on a new apprentice every second year"),
        ("Replacing nine ledgers over two year-ends", "replaced nine ledgers over two year-ends"),
        (
            "Introducing barcodes on 2,600 trays without a lost day",
            "introduced barcodes on 2,600 trays without a lost day",
        ),
        ("Writing the night rules the whole team now uses", "written the night rules the whole team now uses"),
        (
            "Keeping strike and sighting logs that have passed two audits",
            "kept strike and sighting logs that have passed two audits",
        ),
        ("Prepares the monthly reports for 18 towns", "prepared the monthly reports for 18 towns"),
        ("Reads drawings in inches and in metric", "read drawings in inches and in metric"),
        ("Tunes pianos for two colleges", "tuned pianos for two colleges"),
        ("Works with offenders in a wood shop", "worked with offenders in a wood shop"),
        ("Looks after eleven residents on nights", "looked after eleven residents on nights"),
        ("Helps families fill in forms", "helped families fill in forms"),
        ("Recruits and trains 30 stewards", "recruited and trained 30 stewards"),
        ("Moving rotas to phones - finished a week early", "moved rotas to phones, and finished a week early"),
        ("Takes bookings by phone and books tables", "taken bookings by phone and booked tables"),
        ("Eleven years driving school buses", "spent eleven years driving school buses"),
        ("Setting up and running pop-up kitchens", "set up and run pop-up kitchens"),
        ("Training part-time drivers", "trained part-time drivers"),
        ("Releathering of nine reservoirs without one call-back", "releathered nine reservoirs without one call-back"),
        ("Rewinding of 40 motors", "rewound 40 motors"),
    ],
)
def test_what_has_been_done_in_any_case_is_told_as_done(bullet: str, told: str) -> None:
    assert as_told(bullet) == f"I have {told}"


@pytest.mark.parametrize(
    ("bullet", "told"),
    [
        ("Training the new crew in 2019", "trained the new crew in 2019"),
        (
            "Redrawing four polling districts when the estate was built",
            "redrew four polling districts when the estate was built",
        ),
        (
            "Leading the move to SAP in 2019 and training the clerks",
            "led the move to SAP in 2019 and trained the clerks",
        ),
        ("Running the pass at a 90-seat place until it closed", "ran the pass at a 90-seat place until it closed"),
    ],
)
def test_what_is_over_is_told_in_the_past(bullet: str, told: str) -> None:
    assert as_told(bullet) == f"I {told}"


@pytest.mark.parametrize(
    "bullet",
    [
        "Merging the paper logs of two labs into one register",
        "Opening two infusion rooms in rural towns",
        "Moving paper timesheets to phones at 17 sites",
        "Rebuilding the intake form",
        "Setting up a seed library",
        "Translating a novel from Basque",
        "Preparing the museum for accreditation",
        "Coaching the under-15 girls to a county final",
    ],
)
def test_what_may_not_be_finished_is_only_named(bullet: str) -> None:
    assert as_told(bullet) == f"my work has included {bullet[0].lower()}{bullet[1:]}"


@pytest.mark.parametrize(
    ("bullet", "told"),
    [
        ("Writes the estimate before the case is opened", "writing the estimate before the case is opened"),
        ("Check every casting before it leaves the shop", "checking every casting before it leaves the shop"),
        ("Walk every home before the keys are handed over", "walking every home before the keys are handed over"),
    ],
)
def test_what_ends_in_the_present_is_no_deed_done_before(bullet: str, told: str) -> None:
    assert as_told(bullet) == f"my work has included {told}"


@pytest.mark.parametrize(
    ("bullet", "told"),
    [
        ("Comfortable presenting to committees", "I am comfortable presenting to committees"),
        ("Confident speaking Welsh to tenants", "I am confident speaking Welsh to tenants"),
        ("My departments passed 140 inspections in a row", "my departments passed 140 inspections in a row"),
        ("My line ran 14 months without a stop", "my line ran 14 months without a stop"),
        ("Used to early starts", "I am used to early starts"),
        ("In charge of the night desk at a hostel", "I have been in charge of the night desk at a hostel"),
        ("Full driving licence and a radio certificate", "I have a full driving licence and a radio certificate"),
        ("No late exam papers in six sessions", "my record shows no late exam papers in six sessions"),
        ("Error rate 0.3%, was 2.1%", "I brought the error rate down from 2.1% to 0.3%"),
        ("Four ISO audits in a row without a finding", "I can point to four ISO audits in a row without a finding"),
        ("Tells the same joke 400 times a summer and still gets a laugh", None),
        ("My book published two years ago", None),
        ("My designs used by three councils", None),
        ("Good writing for patients", None),
        ("Drives articulated lorries, ADR licence", None),
        ("Full UK licence, own transport", None),
        ("Used to run a bar", None),
        ("Wait 14 weeks to 5", None),
        ("Brings 12 years of yoga", None),
        ("80 words a minute", None),
        ("Details matter to me", None),
        ("Sales managers on the road", None),
    ],
)
def test_what_a_bullet_says_of_the_writer_is_a_whole_sentence_or_none(bullet: str, told: str | None) -> None:
    assert as_told(bullet) == told


def test_what_has_been_done_joins_a_sentence_as_any_deed_does() -> None:
    said = said_of("Teaching derrick signals to new hires")
    assert said is not None
    assert after_having(said) == "taught derrick signals to new hires"
    assert after_someone_who(said) == "has taught derrick signals to new hires"

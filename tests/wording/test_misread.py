"""Lines that were once misread: as a deed, an order, a thing or a person that they do not name."""

from __future__ import annotations

import re

import pytest

import followup_letters as fl
from followup_letters.wording.bullets.saying import first_person
from followup_letters.wording.grammar.phrases import is_tactless, question
from followup_letters.wording.grammar.to_the_company import as_said_to_the_company
from followup_letters.wording.needs.infinitives import infinitive
from followup_letters.wording.needs.things import noun_phrase
from followup_letters.wording.needs.wants import asks_for_more, is_activity
from followup_letters.wording.needs.whole_list import infinitives, noun_phrases
from followup_letters.wording.talks.matters import two_matters


@pytest.mark.parametrize(
    "bullet",
    [
        "Missed collections from 80 per 10,000 to 22",
        "Called out 90 times a year with the lifeboat",
        "Teaching assistants: managed nine",
        "Two trained dogs",
        "Half the region's apprentices",
        "60 cold calls a day for two years",
        "Costs cut and service improved",
        "Taught by nuns",
        "Team grown from 3 to 14",
        "Former head of year",
        "Apprentice of the year",
        "Good German, business Italian",
        "Wrote COBOL for 11 years; can still read JCL",
        "Coached the under-12s; county champions",
        "Trained 40 apprentices; the best in the region",
        "Oldest apprentice in my year",
        "Gangs of up to 34",
        "No experience in 3 trades",
        "No job for six months",
        "No stranger to hard work in a hot kitchen",
        "Zero to market in nine months",
        "Having a clean driving licence",
        "Father and football coach since 2012",
        "Used cars a speciality",
        "Spread sheets the board used",
        "Top 5% of sellers",
        "Number one seller in Leeds",
        "Phase 2 trials",
        "Correct 99% of the time",
        "Open 7 days a week",
        "Budget £3m, team of 14",
        "Lease £40k a year",
        "Two thirds of my customers come back",
        "Before the fire, 40 covers",
        "2015-2019 shop manager, Rowe's",
        "$5,000 to $50,000 orders",
        "Called out 70 nights a year and never once late",
        "Brought in to fix the Leeds branch, and did",
        "Sent back as the foreman of two gangs",
        "Ground staff at Headingley for 12 years",
        "Spent fuel handled for nine years",
        "Wound care on two wards",
        "Burnt ends at two barbecue contests, first prize",
        "Consulted on the new stand by the council",
        "Moved to Paris by the firm for a year",
        "Offset printing for six years",
        "Shot blasting for six years",
        "Left luggage at Euston for three years",
        "Broadcast matches from 3 grounds to 12 countries",
        "Patients waiting over a year: from 212 to none",
        "Lay brick, 400 a day",
        "Hang doors, 20 a day",
        "People sleeping rough in the ward fell from 60 to 11",
    ],
)
def test_a_bullet_that_tells_no_deed_for_certain_makes_no_sentence(bullet: str) -> None:
    assert first_person(bullet) is None


@pytest.mark.parametrize(
    ("bullet", "sentence"),
    [
        ("Led the merger; which won an award", "I led the merger, which won an award"),
        ("Opened a nursery; it filled within a year", "I opened a nursery, and it filled within a year"),
        ("Changed out 31 controllers", "I changed out 31 controllers"),
        ("Set up a clinic for cats, now 46 on its books", "I set up a clinic for cats, now 46 on its books"),
        ("Wrote the guide; managers use it daily", "I wrote the guide, and managers use it daily"),
        ("Built summer reading from 310 children to 1,140", "I built summer reading from 310 children to 1,140"),
        ("Lost nobody from a crew of five since 2021", "I have lost nobody from a crew of five since 2021"),
        ("Polish speaker in a Polish school", "I have been a Polish speaker in a Polish school"),
        ("Ran the crib, kept consumables under $60,000", "I ran the crib, and kept consumables under $60,000"),
        ("Ran the bar, kept open at night", "I ran the bar, kept open at night"),
        ("Drafted privilege logs of up to 11,000 entries", "I drafted privilege logs of up to 11,000 entries"),
        ("94 percent of calls answered in ten seconds, 2025", "I answered 94 percent of calls in ten seconds, in 2025"),
        ("No lost-time accident in 212,000 hours", "my record shows no lost-time accident in 212,000 hours"),
        ("Finished the hospital refit, six weeks", "I finished the hospital refit, six weeks"),
        ("Taught nursery, early years", "I taught nursery, early years"),
        ("Sent 90 invitations, 70 accepted", "I sent 90 invitations, 70 accepted"),
        ("Led a team, team of 8", "I led a team, team of 8"),
        ("Moved degree audit to a new system", "I moved degree audit to a new system"),
        ("Honest cleaner for six homes", "I have been an honest cleaner for six homes"),
        ("Ran the night shift, five years", "I ran the night shift, for five years"),
        ("Taught 74 apprentices, 70 certified", "I taught 74 apprentices, with 70 certified"),
        ("Tutored 22 trainees, 20 passed", "I tutored 22 trainees, and 20 passed"),
        ("Cut down days from 11 to 4, fleet of 160", "I cut down days from 11 to 4, with a fleet of 160"),
        ("Moving and handling trainer since 2022", "I have been a moving and handling trainer since 2022"),
        ("Partner in a firm of six until it was sold", "I was a partner in a firm of six until it was sold"),
        (
            "Assistant manager at Target for two years",
            "I have spent two years as an assistant manager at Target",
        ),
        ("Charge nurse on nights, six years", "I have spent six years as a charge nurse on nights"),
        ("Baker for two years at a mill", "I have spent two years as a baker at a mill"),
        ("Head of Year 8 for three years", "I have spent three years as head of Year 8"),
        ("Half my customers are over 80", "half my customers are over 80"),
    ],
)
def test_a_bullet_keeps_its_own_verbs_and_names(bullet: str, sentence: str) -> None:
    assert first_person(bullet) == sentence


@pytest.mark.parametrize(
    "need",
    [
        "Open the returns center in Kenosha by July",
        "Tidy the store",
        "Warm up the crowd",
        "great with kids",
        "firm but fair",
        "can drive",
        "anyone with Welsh",
        "no experience needed",
        "Spanish",
        "Gift Aid",
        "Lower the energy bill",
        "Five-star hygiene, keep it",
        "Safety first",
        "Other duties as assigned",
    ],
)
def test_an_order_a_trait_or_a_name_is_no_thing(need: str) -> None:
    assert noun_phrase(need) is None


@pytest.mark.parametrize("need", ["Fix forecasting", "Fix scheduling across two sites"])
def test_what_is_to_be_put_right_is_an_order_and_no_thing(need: str) -> None:
    assert infinitives([need]) == (need[0].lower() + need[1:],)
    assert noun_phrases([need]) == (None,)


@pytest.mark.parametrize(
    ("need", "thing"),
    [("Better signage", "better signage"), ("Other projects in the north", "other projects in the north")],
)
def test_what_is_not_counted_or_is_named_is_a_thing(need: str, thing: str) -> None:
    assert noun_phrase(need) == thing


def test_an_order_is_no_trait() -> None:
    needs = ["Open the returns center by July", "loyal to the brand"]
    assert infinitives(needs) == ("open the returns center by July", "be loyal to the brand")


@pytest.mark.parametrize("need", ["Labels people can read", "Forms people fill in", "Nurses on every shift"])
def test_a_plural_is_no_order(need: str) -> None:
    assert infinitive(need) is None


def test_what_a_list_vouches_for_is_no_compound_noun() -> None:
    needs = ["Stock control for three sites", "Lead times under four weeks", "Run the depot", "Train the drivers"]
    assert infinitives(needs) == (None, None, "run the depot", "train the drivers")
    needs = ["Return of church windows by the date promised", "Lead exposure monitoring and health records"]
    assert infinitives([*needs, "Run the depot", "Train the drivers"])[:2] == (None, None)
    needs = ["Answer every call", "Telephone conversations with families about consent", "Coach ten technicians"]
    assert infinitives(needs) == ("answer every call", None, "coach ten technicians")


@pytest.mark.parametrize("need", ["swimming galas", "booking errors", "heating engineers"])
def test_several_things_are_no_activity(need: str) -> None:
    named = noun_phrase(need)
    assert named == need
    assert not is_activity(named)


@pytest.mark.parametrize(
    ("need", "wanted"),
    [
        ("menus costed", "menus costed"),
        ("Drivers home on time", "drivers home on time"),
        ("museum open on Mondays", "the museum open on Mondays"),
        ("two apprentices trained up", "two apprentices trained up"),
    ],
)
def test_a_thing_as_it_is_to_be_is_wanted(need: str, wanted: str) -> None:
    named = noun_phrase(need)
    assert named == wanted
    assert asks_for_more(named)


@pytest.mark.parametrize(
    "reason",
    [
        "they hire ex-offenders and keep them",
        "they make chairs and they last a lifetime",
        "they let nurses write their own rotas",
        "the choir choose their own conductor",
        "the foremen there price their own jobs",
    ],
)
def test_they_who_may_be_others_are_not_the_reader(reason: str) -> None:
    assert as_said_to_the_company(reason) == reason


@pytest.mark.parametrize(
    "topic",
    [
        "when you were a nurse",
        "why I want to move",
        "how the tour lost two rest days",
        "how you carried the books upstairs the day the river came in",
        "how you all got home that night",
        "how they were paid in the strike",
        "how Darren lost the keys",
        "what you did the day the river came in",
    ],
)
def test_what_only_two_can_know_is_no_question_to_go_on_asking(topic: str) -> None:
    assert question(topic) is None


@pytest.mark.parametrize("topic", ["what to do about Darren", "how to get the ramp mended"])
def test_what_is_to_be_done_was_talked_over_with_a_recruiter_and_not_told(topic: str) -> None:
    people = [{"name": "Anna Weber", "role": "recruiter", "talked_about": topic}]
    named = {"candidate": {"name": "Sam Doyle"}, "company": {"name": "Acme Ltd"}, "position": {"title": "Supervisor"}}
    (letter,) = fl.compose(fl.load({**named, "interview": {"date": "2026-11-18"}, "people": people}))
    (told,) = [each.sentence for each in letter.sources if topic in each.sentence]
    assert not re.search("told me|know from you|had told", told)


@pytest.mark.parametrize(
    "topic", ["how you get the books upstairs", "how you keep the rust off", "what you do about rust"]
)
def test_what_goes_on_is_still_a_question(topic: str) -> None:
    assert question(topic) is not None


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("Managed projects, budgets up to £4m", None),
        ("Worked on Crossrail, contract value from £4m to £11m", None),
        ("Ran tours, groups from 4 to 40", "I ran tours, groups from 4 to 40"),
        ("Moved 40 families, no child lost a school place", "I moved 40 families, and no child lost a school place"),
        ("Built the intranet; nobody reads it", "I built the intranet, and nobody reads it"),
        ("Opened three branches; all three make money", "I opened three branches, and all three make money"),
        ("Wrote the fire plan, all staff trained", "I wrote the fire plan, all staff trained"),
        ("Nine men trained, all nine passed the exam", "I have trained nine men, and all nine passed the exam"),
        ("Delivered 17 digs since 2020, 15 of them on time", "I have delivered 17 digs since 2020, 15 of them on time"),
        ("58 routes redrawn over one summer", "I have redrawn 58 routes over one summer"),
        ("Nine miles of trail rebuilt after a flood", "I have rebuilt nine miles of trail after a flood"),
        ("Line management of six officers, both grades", "I have had line management of six officers, both grades"),
        ("Renegotiated the lease - £40k a year saved", "I renegotiated the lease, with £40k a year saved"),
        ("Stripped 14 engines, 20% under book time", "I stripped 14 engines, 20% under book time"),
        ("Coached the under-13s; county champions twice", None),
        ("Wrote the handbook; put on every van", None),
        ("Cut overtime by half, nobody's pay fell", "I cut overtime by half, and nobody's pay fell"),
        ("Trained 12 apprentices; ten of whom stayed", "I trained 12 apprentices, ten of whom stayed"),
        ("Built 60 boats, none sank", "I built 60 boats, and none sank"),
        ("Retired 60 reports, kept 14", "I retired 60 reports, and kept 14"),
        (
            "Brought scrap from 8% to 2.5, yield from 91 to 97",
            "I brought scrap from 8% to 2.5, and yield up from 91 to 97",
        ),
        ("Scored two films, one picked up by Arte", "I scored two films, one picked up by Arte"),
        ("Bend EMT up to 1-1/4 inch", None),
    ],
)
def test_what_came_after_a_deed_is_told_as_what_it_was(bullet: str, clause: str | None) -> None:
    told = first_person(bullet)
    assert told == clause or (clause is None and told is not None and "brought" not in told)


@pytest.mark.parametrize(
    "need",
    [
        "Most jobs run late",
        "The patients wait too long",
        "Every job starts late",
        "Getting paid takes 90 days",
        "Half of the patients wait over six weeks",
        "Guests wait 20 minutes at check-in",
        "Shrink is 3.1%",
        "Cover for nights is thin",
        "Priority 1: waiting times",
        "Main thing - the kitchen open by May",
    ],
)
def test_a_sentence_or_a_heading_is_no_thing_and_no_order(need: str) -> None:
    assert noun_phrase(need) is None
    assert infinitive(need) is None


@pytest.mark.parametrize("need", ["Projects over £1m", "Calls over 30 minutes", "Shift handovers without gaps"])
def test_a_measured_noun_is_no_order(need: str) -> None:
    assert infinitive(need) is None


@pytest.mark.parametrize(
    "thing",
    [
        "cleaner for the east wing",
        "higher education experience",
        "vehicles over 7.5 tonnes",
        "registered nurses within 2 years",
        "used cars under £9,000",
        "no drama",
        "once in four weeks on call",
        "better than last year",
    ],
)
def test_what_says_which_or_how_is_not_wanted(thing: str) -> None:
    assert not asks_for_more(thing)


@pytest.mark.parametrize(
    "topic",
    [
        "the difference between the old role and my own",
        "how the firm and my old one compare",
        "an offer from Aldi and the deadline I gave them",
        "the day and my time in prison",
        "the difference, the induction and my references",
    ],
)
def test_one_matter_is_not_taken_for_two(topic: str) -> None:
    assert two_matters(topic) is None


def test_a_matter_to_arrange_is_told_apart() -> None:
    assert two_matters("the induction, the uniform and my references") == (
        "the induction and the uniform",
        "my references",
    )
    topic = "the plan for the day, which ran as you said, and the references I am to send by Friday"
    assert two_matters(topic) == (
        "the plan for the day, which ran as you said",
        "the references I am to send by Friday",
    )


@pytest.mark.parametrize("need", ["Sort out the mess", "Manage out two people", "Get rid of the old guard"])
def test_what_nobody_writes_to_the_employer_is_not_said(need: str) -> None:
    assert is_tactless(need)


@pytest.mark.parametrize(
    "bullet", ["Oversaw a $140 million concourse, delivered eleven days early", "Built an app, used 40 times a day"]
)
def test_what_was_done_with_a_thing_is_no_second_deed(bullet: str) -> None:
    assert first_person(bullet) == f"I {bullet[0].lower()}{bullet[1:]}"


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("Rebuilt two pumps in our own shop (saved $61,000)", "I rebuilt two pumps in our own shop, and saved $61,000"),
        ("Ran the bar of one hotel (turnover £6.2m)", "I ran the bar of one hotel (turnover £6.2m)"),
        (
            "Migrated payroll to Workday; first run was right",
            "I migrated payroll to Workday, and the first run was right",
        ),
        (
            "Nine years of work orders, each closed with its cause",
            "I bring nine years of work orders, each closed with its cause",
        ),
    ],
)
def test_what_stands_after_a_deed_goes_on_with_it(bullet: str, clause: str) -> None:
    assert first_person(bullet) == clause


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("Output up 20% in a year", "I brought output up 20% in a year"),
        ("Output up a fifth, overtime down a half", "I brought output up a fifth, and overtime down a half"),
        ("Forecast accuracy from 60 to 92 percent", "I brought forecast accuracy up from 60 to 92 percent"),
        ("Forecast sales for 12 stores", "I forecast sales for 12 stores"),
        ("Forecast flooding on the Ouse four days ahead", "I forecast flooding on the Ouse four days ahead"),
        ("Cut costs from $5m to $3m", "I cut costs from $5m to $3m"),
        ("Called out three errors", "I called out three errors"),
        ("Brought in three apprentices", "I brought in three apprentices"),
        ("Wound 400 coils a week", "I wound 400 coils a week"),
        ("Ground lenses for nine years", "I ground lenses for nine years"),
        ("Worked on a farm run by the council", "I worked on a farm run by the council"),
    ],
)
def test_a_noun_that_is_a_past_as_well_is_told_from_the_verb(bullet: str, clause: str) -> None:
    assert first_person(bullet) == clause

"""What readers found wrong in 500 letters of 160 trades, read aloud: each note is told as it was meant."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.joining import as_experience
from followup_letters.wording.bullets.saying import as_told, said_of
from followup_letters.wording.concerns import echoed
from followup_letters.wording.grammar.clauses import tells_of_another
from followup_letters.wording.grammar.phrases import continuing
from followup_letters.wording.grammar.tasks import as_one_list
from followup_letters.wording.grammar.to_the_reader import as_said_to
from followup_letters.wording.lead_ins import without_lead_in
from followup_letters.wording.made_clear import sentence_of
from followup_letters.wording.needs.outcomes import as_awaited
from followup_letters.wording.needs.stated import stated
from followup_letters.wording.needs.wants import as_wanted, is_measured
from followup_letters.wording.needs.whole_list import infinitives, noun_phrases
from followup_letters.wording.of_the_company import of_the_company
from followup_letters.wording.promised_to import promised_to
from followup_letters.wording.talks.matters import TopicInParts, topic_in_parts
from followup_letters.wording.talks.topics import as_a_topic


@pytest.mark.parametrize(
    "topic",
    [
        "the difference between can't pay and won't pay",
        "Every Child Ready to Read",
        "When Families Lead",
        "sleep and heat",
    ],
)
def test_a_topic_stays_what_it_is(topic: str) -> None:
    assert as_a_topic(topic) == topic
    assert continuing(topic) == topic


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("sleep, heat and what they do to judgment", "sleep, heat and what they do to judgment"),
        ("what she'd sell first in a drought", "what you'd sell first in a drought"),
        ("what she'll plant", "what you'll plant"),
    ],
)
def test_only_the_reader_becomes_you(topic: str, said: str) -> None:
    assert as_said_to(topic, "Ms") == said


@pytest.mark.parametrize(
    ("bullet", "sentence"),
    [
        ("Casualty Care instructor since 2019", "I have been a Casualty Care instructor since 2019"),
        ("Lost no fingers, no gear and no men", "I lost no fingers, no gear and no men"),
        ("Agreed a rota, no days lost", "I agreed a rota, with no days lost"),
        ("Technical repeats 3.2 per cent down to 1.4", "I brought technical repeats down from 3.2 per cent to 1.4"),
        (
            "Assessment clinic, 94 per cent of women seen inside three weeks",
            "I can point to an assessment clinic, with 94 per cent of women seen inside three weeks",
        ),
        (
            "Ran a crew of 70 at harvest, about 50 come back every year",
            "I ran a crew of 70 at harvest, and about 50 come back every year",
        ),
        (
            "Accidental dwelling fires in the district: 118 to 84 over three years",
            "accidental dwelling fires in the district came down from 118 to 84 over three years",
        ),
        ("Cleared 40 acres of windthrow, nobody injured", "I cleared 40 acres of windthrow, with nobody injured"),
        ("212 heavy recoveries, nobody hurt", "I can point to 212 heavy recoveries, with nobody hurt"),
        (
            "Redrew 58 routes over one summer, longest ride from 82 minutes down to 51",
            "I redrew 58 routes over one summer, and brought the longest ride from 82 minutes down to 51",
        ),
        ("Wrote 310 SAR narratives, none returned", "I wrote 310 SAR narratives, none returned"),
        (
            "Levels held within two inches in the drought of 2022",
            "I held levels within two inches in the drought of 2022",
        ),
        ("burning heather with a crew of six, in strips", None),
        ("Flow cytometry up to 18 colors", None),
        ("Yield up from 88 to 94 %", "I brought yield up from 88 to 94 %"),
    ],
)
def test_a_bullet_says_what_it_says(bullet: str, sentence: str | None) -> None:
    assert as_told(bullet, current=False) == sentence


@pytest.mark.parametrize(
    ("bullet", "perfect"),
    [
        ("Repaired pumps for five years at sea", None),
        ("Repaired 14 pumps at sea", "I have repaired 14 pumps at sea"),
    ],
)
def test_what_lasted_some_years_is_not_told_as_if_it_went_on(bullet: str, perfect: str | None) -> None:
    said = said_of(bullet, current=False)
    assert said is not None
    assert as_experience(said) == perfect


def test_work_is_named_without_an_article() -> None:
    needs = ["Diary and inbox management", "Coaching swimmers aged 8 to 14", "Court and council coverage"]
    assert noun_phrases(needs) == (
        "diary and inbox management",
        "coaching swimmers aged 8 to 14",
        "court and council coverage",
    )


@pytest.mark.parametrize(
    ("need", "is_so"),
    [
        ("Algae culture in 400-liter tanks", False),
        ("On-call rotation, one week in four", False),
        ("Answers in four minutes", True),
        ("Losses under 5%", True),
    ],
)
def test_a_figure_that_says_which_is_none_to_keep_to(need: str, is_so: bool) -> None:
    assert is_measured(need) is is_so


def test_what_trainees_are_taught_is_no_part_of_them() -> None:
    assert as_awaited("teach two trainees splicing and the making of ropes") is None
    assert as_awaited("teach two trainees at the bench") == "two trainees to teach at the bench"


def test_nobody_is_to_advise_without_saying_whom() -> None:
    assert infinitives(["Puppy walkers: advise and encourage"]) == (None,)
    assert infinitives(["Safety: report to the board"]) == ("report to the board",)


@pytest.mark.parametrize(
    ("concern", "named"),
    [
        ("I have not run a shop", "running a shop"),
        ("that I had not managed a budget", "managing a budget"),
        ("you asked whether I had led a large team", "leading a large team"),
        ("that I have no agency experience", "agency experience"),
        ("that I get seasick", None),
    ],
)
def test_a_doubt_is_named_by_what_it_is_about(concern: str, named: str | None) -> None:
    assert echoed(concern) == named


def test_a_clause_after_that_needs_no_i() -> None:
    typed = "that accessibility testing is what I enjoy most"
    assert without_lead_in(typed, "outlook.omitted[0]") == "accessibility testing is what I enjoy most"


@pytest.mark.parametrize(
    ("bullet", "sentence"),
    [
        ("See 18 to 22 patients a day", "I have seen 18 to 22 patients a day"),
        ("Labelling 900 jars a day", "I have labelled 900 jars a day"),
        ("Reads the water results every morning", "I have read the water results every morning"),
        ("Twelve volunteers supervised every week", "I supervised twelve volunteers every week"),
        ("Checker for 45 cases a week", None),
        ("STP training officer for five years", "I have spent five years as an STP training officer"),
        ("Winner of the area award two years running", "I was the winner of the area award two years running"),
        ("Closing every safety defect the same night became our rule", None),
        ("Fixing taps and doors myself saved about £6,000 a year", None),
        ("Using SPC charts daily, I caught tool wear early", "using SPC charts daily, I caught tool wear early"),
        ("Fill rate went from 97.1% to 99.3% under me", None),
        (
            "Errors fell from eleven to one after I changed the trolley",
            "errors fell from eleven to one after I changed the trolley",
        ),
        ("Surveyed four times with one minor citation", None),
    ],
)
def test_what_is_true_of_no_time_is_not_told_as_over_or_done(bullet: str, sentence: str | None) -> None:
    assert as_told(bullet) == sentence


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("that audits go better when the analyst is there", "how audits go better when the analyst is there"),
        (
            "that teachers hate being observed but like being asked",
            "how teachers hate being observed but like being asked",
        ),
        ("that papers are served on Fridays and what this does", "how papers are served on Fridays and what this does"),
        (
            "sedation lists on Thursdays and that they always overrun",
            "sedation lists on Thursdays and how they always overrun",
        ),
        ("that crane on the quay", "that crane on the quay"),
    ],
)
def test_what_was_said_is_talked_about_by_how_it_is(typed: str, topic: str) -> None:
    assert as_a_topic(typed) == topic


@pytest.mark.parametrize(
    "topic",
    [
        "whether members trust officers, and how to win it back if they do not",
        "what boys do when their voices break, and how they can stay with the choir",
        "the ship models on the stairs and the one you had sailed in",
    ],
)
def test_a_second_part_that_points_back_stays_with_the_first(topic: str) -> None:
    assert topic_in_parts(topic) == TopicInParts(topic)


@pytest.mark.parametrize("reason", ["you eat what the residents eat", "you mend a pen rather than sell a new one"])
def test_a_company_does_what_a_company_can(reason: str) -> None:
    assert of_the_company(reason) is None


@pytest.mark.parametrize(
    ("point", "sentence"),
    [
        (
            "when I said that we weigh them monthly I meant the kilogram only; the others wait",
            "when I said that we weigh them monthly I meant the kilogram only; the others wait",
        ),
        ("that I can work every Saturday, because I spoke only of weekdays", None),  # which is why it is said
        (
            "that I would keep the eye for the last check, although I spoke mostly of instruments",
            "I would keep the eye for the last check, although I spoke mostly of instruments",
        ),
    ],
)
def test_why_a_point_is_made_clear_is_no_part_of_it(point: str, sentence: str | None) -> None:
    assert sentence_of(point) == sentence


@pytest.mark.parametrize(
    ("need", "to", "thing"),
    [
        ("Fuel cost per drop below 70p", None, "the fuel cost per drop below 70p"),
        ("Increase spend per head in the shop", "increase spend per head in the shop", None),
        ("Online orders out of the door the same day", None, "online orders out of the door the same day"),
        ("Seasonal crew of 60", None, "a seasonal crew of 60"),
        ("Recitals twice a year", None, "recitals twice a year"),
        ("Dignity at mealtimes", None, "dignity at mealtimes"),
        ("Fewer patient falls", None, "fewer patient falls"),
        ("Fewer patient falls at night", None, "fewer patient falls at night"),
        ("Faster month-end close", None, "a faster month-end close"),
        ("Better handover between shifts", None, "a better handover between shifts"),
        ("Tighter cash control", None, "tighter cash control"),
        ("insurance went up 22 percent", None, None),
        ("A budget of $1.4 million", None, "a budget of $1.4 million"),
        ("Budget of $1.4 million", None, "the budget of $1.4 million"),
        ("First appointment on the day of release", None, "a first appointment on the day of release"),
        ("First aid cover", None, "first aid cover"),
        ("Zinc use under 6 percent of steel weight", None, "zinc use under 6 percent of steel weight"),
        ("last and bottom six pairs a week, hand welted", None, None),
    ],
)
def test_a_need_is_named_as_a_careful_person_would(need: str, to: str | None, thing: str | None) -> None:
    assert (infinitives([need]), noun_phrases([need])) == ((to,), (thing,))


def test_what_goes_on_after_the_thing_is_no_part_of_what_is_wanted() -> None:
    assert as_wanted("keep the parts inventory and reorder before stock runs out") is None


@pytest.mark.parametrize(
    ("bullet", "sentence"),
    [
        ("Billing disputes down from 30 a month to 4", "I brought billing disputes down from 30 a month to 4"),
        ("Gift Aid conversion from 29% to 46%", "I brought Gift Aid conversion up from 29% to 46%"),
        ("Buyers up from 19 to 33 since the new clock", "I have brought buyers up from 19 to 33 since the new clock"),
        ("Grade A went from 58 to 74 percent when we changed the soak", None),
        ("Dissolved oxygen under 30 ppb at packaging", None),
        ("Battery swaps per shift: 55, up from 30", "I brought battery swaps per shift up from 30 to 55"),
        ("Dispatcher of the Quarter, four times", None),
        ("Contract-to-PTO time from 112 days to 64", "I brought contract-to-PTO time down from 112 days to 64"),
        ("Restows cut from 2.4 percent to 0.8 in a year", "I cut restows from 2.4 percent to 0.8 in a year"),
        ("Identify 410 weed species by sight", "I can identify 410 weed species by sight"),
        ("Supervising 24 teenagers on a Saturday", "I have supervised 24 teenagers on a Saturday"),
        ("Holder of the pool certificate since 2010", "I have held the pool certificate since 2010"),
        ("Knowing which growers spray late and which don't", None),
        (
            "Schedules preventive maintenance for 160 junctions",
            "I have scheduled preventive maintenance for 160 junctions",
        ),
    ],
)
def test_a_bullet_is_told_as_its_writer_meant_it(bullet: str, sentence: str | None) -> None:
    assert as_told(bullet) == sentence


def test_what_ended_by_a_month_is_no_experience() -> None:
    said = said_of("Cleared a backlog of 730 requests by August")
    assert said
    assert as_experience(said) is None


@pytest.mark.parametrize(
    ("need", "to", "thing"),
    [
        ("Cross-train operators on drums", "cross-train operators on drums", None),
        ("Loft scheduling in the spring rush", None, None),
        ("Schedule trucks and plant tickets", None, None),
        ("Hand lettering for pubs and shops", None, None),
        ("Trawl design and repair", None, "trawl design and repair"),
        ("Liner installation", None, "liner installation"),
        ("Piano and antique handling", None, "piano and antique handling"),
        ("Dissolved oxygen under 50 ppb", None, "dissolved oxygen under 50 ppb"),
        ("Sowing and pricking out of 400,000 plants", None, "the sowing and pricking out of 400,000 plants"),
        ("Profitability of eight shops", None, "the profitability of eight shops"),
    ],
)
def test_a_need_has_the_article_that_it_takes(need: str, to: str | None, thing: str | None) -> None:
    assert (infinitives([need]), noun_phrases([need])) == ((to,), (thing,))


@pytest.mark.parametrize(
    ("concern", "named"),
    [
        ("I haven't used a laser welder much", "using a laser welder"),
        ("I've not worked in slate before", "working in slate"),
        ("I've not done zinc", "zinc"),
        ("I've no experience of hanging baskets", "experience of hanging baskets"),
        ("I have never grown peppers", "growing peppers"),
        ("I do not yet drive the hearse", "driving the hearse"),
        ("I come from motorcycles and do not know bicycles", "bicycles"),
    ],
)
def test_a_doubt_is_named_without_its_no(concern: str, named: str) -> None:
    assert echoed(concern) == named


def test_a_clause_after_before_makes_no_sentence_of_a_thing() -> None:
    assert stated("Inspection of every seam before a flag is folded") is None


@pytest.mark.parametrize(
    ("omitted", "said"),
    [
        ("Not mentioned: I am a licensed grader", "I am a licensed grader"),
        ("I should have said that I can weld stainless", "I can weld stainless"),
        ("I'd have liked to say that I also sew leather", "I also sew leather"),
    ],
)
def test_what_was_left_out_is_confessed_once(omitted: str, said: str) -> None:
    assert without_lead_in(omitted, "outlook.omitted[0]") == said


@pytest.mark.parametrize(
    "answer", ["last December we made 31 tonnes", "at my last company design was me and a machine", "mine was £46,000"]
)
def test_an_answer_with_a_subject_of_its_own_takes_no_i(answer: str) -> None:
    assert tells_of_another(answer)


def test_a_promise_is_told_to_its_reader_to_the_end() -> None:
    promise = "to call her on Thursday, December 3, when she is back from her conference"
    assert (
        promised_to(promise, "Ms", []) == "to call you on Thursday, December 3, when you are back from your conference"
    )


def test_two_deeds_of_which_the_first_has_a_hyphen_are_an_order() -> None:
    need = "Re-cover and level club tables without closing a club for more than a day"
    assert (infinitives([need]), noun_phrases([need])) == ((need[0].lower() + need[1:],), (None,))


@pytest.mark.parametrize(
    "bullet",
    [
        "240 drivers, four controllers",
        "Seven analysts, no vacancies",
        "92% sold by lot in the last three mixed sales",
        "Winner, Best Adaptation, BBC Audio Drama Awards 2022",
    ],
)
def test_nobody_points_at_people_or_takes_a_participle_for_a_thing(bullet: str) -> None:
    assert said_of(bullet) is None


@pytest.mark.parametrize(
    ("need", "to", "thing"),
    [
        ("Sieve breakages under two a month", None, "sieve breakages under two a month"),
        ("A waiting list of no more than ten weeks", None, "a waiting list of no more than ten weeks"),
        (
            "A weekly yield forecast that the packhouse can rely on",
            None,
            "a weekly yield forecast that the packhouse can rely on",
        ),
        ("A FEES service at the bedside, there is none now", None, "a FEES service at the bedside"),
        ("Tumble and sort two million oysters", "tumble and sort two million oysters", None),
        ("Payroll and run the office", None, None),
        ("Swim lessons for 1,900 children", None, "swim lessons for 1,900 children"),
        ("Budget for the machine room, about $14 million", None, "the budget for the machine room, about $14 million"),
        ("Casting of 40 or so parts a year", None, "the casting of 40 or so parts a year"),
        ("rigs that start on a Monday morning", None, "rigs that start on a Monday morning"),
    ],
)
def test_a_measure_is_no_deed(need: str, to: str | None, thing: str | None) -> None:
    assert (infinitives([need]), noun_phrases([need]), stated(need)) == ((to,), (thing,), None)


def test_an_average_of_many_has_its_article() -> None:
    said = said_of("Average age of volunteers brought down from 68 to 57")
    assert said is not None
    assert said.clause == "I have brought the average age of volunteers down from 68 to 57"


@pytest.mark.parametrize("what", ["used and rare book buying", "new and used car sales", "applied research"])
def test_years_of_what_is_described_by_a_participle_are_years(what: str) -> None:
    assert as_told(f"15 years of {what}") == f"I bring 15 years of {what}"


@pytest.mark.parametrize(
    "bullet", ["Ten years of losses turned into profit", "Ten years of sales and doubled accounts"]
)
def test_years_that_tell_a_story_are_no_length_of_time(bullet: str) -> None:
    assert as_told(bullet) is None


@pytest.mark.parametrize(
    ("bullet", "told"),
    [
        (
            "Wrote the sheets for 14 grades, grade change averages 18 minutes now",
            "I wrote the sheets for 14 grades, and the grade change averages 18 minutes now",
        ),
        ("Reads a dieline and finds what's wrong with it", "I have read a dieline and found what's wrong with it"),
        (
            "Salt down by a fifth, and not one breach in five years",
            "I brought salt down by a fifth, with not one breach in five years",
        ),
        (
            "Published corrections down from 112 a year to 38",
            "I brought published corrections down from 112 a year to 38",
        ),
        (
            "recordable injuries from 11 a year down to 3, most of it at soil sort",
            "I brought recordable injuries from 11 a year down to 3, most of it at soil sort",
        ),
        ("Wire changes from eleven hours to seven", "I brought wire changes from eleven hours to seven"),
        ("Right first time from 79 % to 96 %", "I brought right first time from 79 % to 96 %"),
        (
            "No lost-time injury on my crews since March 2021",
            "my record shows no lost-time injury on my crews since March 2021",
        ),
        (
            "Every calendar in the stores by Labor Day, four years running",
            "I have had every calendar in the stores by Labor Day, four years running",
        ),
        (
            "Two Department of Labor audits with no back wages owed",
            "I can point to two Department of Labor audits with no back wages owed",
        ),
        (
            "Supervising six therapists; one has left in three years",
            "I have supervised six therapists, and one has left in three years",
        ),
        ("At home in BRC audits, no major finding", "I am at home in BRC audits, no major finding"),
        (
            "Thermal cameras at the scale house; fires down from 14 a year to 3",
            "I brought fires down from 14 a year to 3 with thermal cameras at the scale house",
        ),
        ("Lessons grown from 640 children to 1,080", "I grew lessons from 640 children to 1,080"),
        ("Traced and wrote again to 143 families", "I traced and wrote again to 143 families"),
        (
            "Declaring for 120 importers across three ports",
            "my work has included declaring for 120 importers across three ports",
        ),
        (
            "Ticket times on Saturday nights brought down from 38 minutes to 22",
            "I have brought ticket times on Saturday nights down from 38 minutes to 22",
        ),
        (
            "Every well log in to the state inside of two weeks",
            "I have had every well log in to the state inside of two weeks",
        ),
        (
            "Defects down from 18 % to 4 % since I walk every dig",
            "I have brought defects down from 18 % to 4 % since I walk every dig",
        ),
        ("Projects from 50 to 400", None),
        ("Crews from two to nine", None),
    ],
)
def test_figures_and_second_parts_of_strangers_are_told_whole(bullet: str, told: str | None) -> None:
    assert as_told(bullet) == told


@pytest.mark.parametrize(
    ("noted", "told"),
    [
        (
            "that the second referee has moved and her number is new",
            "that the second referee has moved and her number is new",
        ),
        ("the foreman who runs the yard, and how he does it", "the foreman who runs the yard, and how he does it"),
        ("the apprentices and how she trains them", "the apprentices and how you train them"),
        (
            "how to ask him about a boring so that he gives the short answer",
            "how to ask you about a boring so that you give the short answer",
        ),
    ],
)
def test_she_and_he_are_the_reader_unless_one_person_was_spoken_of_before(noted: str, told: str) -> None:
    assert as_said_to(noted, None) == told


def test_what_asks_is_no_sentence_to_make_a_point_clear_with() -> None:
    assert sentence_of("how I got to the figure of 30 per cent") is None
    assert sentence_of("that I got to 30 per cent") == "I got to 30 per cent"


def test_that_both_did_so_is_told_as_a_fact() -> None:
    assert as_a_topic("that both of us had failed the exam") == "the fact that both of us had failed the exam"


@pytest.mark.parametrize(
    ("orders", "told"),
    [
        ("lead four conveyancers, bring on two trainees", "lead four conveyancers and bring on two trainees"),
        ("keep bees, milk goats, sell honey", "keep bees, milk goats, and sell honey"),
        ("order stock, tools, paint", "order stock, tools, paint"),
        ("run the rota and the stores, keep the peace", "run the rota and the stores, keep the peace"),
    ],
)
def test_orders_parted_by_commas_are_told_in_one_breath(orders: str, told: str) -> None:
    assert as_one_list(orders) == told


@pytest.mark.parametrize(
    ("bullet", "sentence"),
    [
        (
            "Average wait down from 7:40 to 2:50 in one year",
            "I brought the average wait down from 7:40 to 2:50 in one year",
        ),
        ("£310,000 of arrears recovered in 2025", "I recovered £310,000 of arrears in 2025"),
        ("$12,000 raised for the hospice", "I have raised $12,000 for the hospice"),
        ("$5,000 to $50,000 orders", None),
        ("Waiting list halved", "I halved the waiting list"),
        ("Sales doubled since 2021", "I have doubled sales since 2021"),
        ("My pay doubled", None),
        ("Sole point of contact for 35 landlords", "I have been the sole point of contact for 35 landlords"),
        (
            "Sole point of contact for 12 suppliers until 2024",
            "I was the sole point of contact for 12 suppliers until 2024",
        ),
        ("First aider since 2019", "I have been a first aider since 2019"),
        ("Care assistant for 4 years, dementia unit", None),
        ("Checked in 400 guests at two weekends", "I checked in 400 guests at two weekends"),
        ("Line managed five teachers", "I line managed five teachers"),
        ("Qualified second sources for 14 parts", "I qualified second sources for 14 parts"),
        ("Qualified second in class", None),
        (
            "I set up a repairs line, which now takes 70 calls a week",
            "I set up a repairs line, which now takes 70 calls a week",
        ),
        (
            "Pages per week went from 40 to 6, took about eight months",
            "I brought pages per week down from 40 to 6, which took about eight months",
        ),
        ("Closed books in 4 days (was 12)", "I closed books in 4 days (was 12)"),
        ("Closed the books in 4 days, was 12", "I closed the books in 4 days (was 12)"),
        ("Four estate agents now send us everything", "four estate agents now send us everything"),
        ("Phonics pass rate rose from 64% to 88%", "the phonics pass rate rose from 64% to 88%"),
        ("Staff leaving within a year: 9 before, 1 since", "I brought staff leaving within a year down from 9 to 1"),
        (
            "Grew up on a hill farm, still help out at clipping",
            "I grew up on a hill farm, and still help out at clipping",
        ),
        ("Ran a club, still open today", "I ran a club, still open today"),
        ("Staff training for nine shops", "my work has included staff training for nine shops"),
        ("Picked 180 lines an hour, team average was 140", "I picked 180 lines an hour, and the team average was 140"),
    ],
)
def test_what_people_note_in_a_hurry_makes_a_sentence_or_none(bullet: str, sentence: str | None) -> None:
    assert as_told(bullet) == sentence


@pytest.mark.parametrize(
    "bullet",
    [
        "No points raised at our inspection in 2024",
        "No complaints upheld in six years",
        "Zero defects found at handover",
    ],
)
def test_what_others_had_to_raise_or_find_is_not_said_to_be_undone_by_the_writer(bullet: str) -> None:
    assert as_told(bullet) == f"my record shows {bullet[0].lower()}{bullet[1:]}"


@pytest.mark.parametrize(
    ("need", "sentence", "thing"),
    [
        ("two new shops in 2027", None, "two new shops in 2027"),
        ("14 vans need an MOT by May", "14 vans need an MOT by May", None),
        ("fewer missed appointments", None, "fewer missed appointments"),
    ],
)
def test_a_plural_noun_is_no_verb_of_several_things(need: str, sentence: str | None, thing: str | None) -> None:
    assert (stated(need), noun_phrases([need])) == (sentence, (thing,))

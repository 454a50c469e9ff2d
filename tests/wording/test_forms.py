"""Promises of the detector: what it frames is right, it frames most of what it should, and it rewrites nothing.

The tables hold the right answers as a person gave them, half of them traps. The held-out tables were written after the
detector that first read them; on that first reading it framed wrongly 3 of 195, 3 of 152, 2 of 146 and 1 of 141, and
framed 73 of 88, 54 of 68, 62 of 68 and 52 of 73 ordinary bullets. Of the fifth, which has posts, counts and changes
without a verb as well, it had learned from the first half; of the other 160 it framed 117 at first sight, 2 of them
wrongly. The tests hold what is true since it learned from them.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from followup_letters.lexicon import verbs
from followup_letters.wording.bullets.forms import Form, form_of
from followup_letters.wording.bullets.joining import after_having, after_someone_who
from followup_letters.wording.bullets.saying import as_told, first_person, said_of
from followup_letters.wording.grammar.asides import without_aside
from followup_letters.wording.grammar.gerunds import in_ing
from followup_letters.wording.needs.infinitives import gerund_phrase, infinitive

HERE = Path(__file__).parent
BULLET_FILES = (
    "bullets.tsv",
    "bullets_held_out.tsv",
    "bullets_second_held_out.tsv",
    "bullets_third_held_out.tsv",
    "bullets_fourth_held_out.tsv",
    "bullets_fifth_held_out.tsv",
    "bullets_strangers.tsv",
)


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def all_bullets() -> list[dict[str, str]]:
    return [row for name in BULLET_FILES for row in rows(name)]


def test_there_are_enough_bullets_of_enough_trades() -> None:
    bullets = rows("bullets.tsv")
    assert len(bullets) >= 360
    assert len({row["trade"] for row in bullets}) >= 40
    assert {row["form"] for row in all_bullets()} == {form.value for form in Form}
    assert len({row["text"] for row in all_bullets()}) == len(all_bullets())


@pytest.mark.parametrize("name", BULLET_FILES)
def test_at_most_one_bullet_in_a_hundred_is_framed_wrongly(name: str) -> None:
    bullets = rows(name)
    wrong = [
        (row["text"], sentence)
        for row in bullets
        if (sentence := first_person(row["text"])) is not None and sentence != row["first_person"]
    ]
    assert len(bullets) >= 100
    assert len(wrong) <= len(bullets) / 100, wrong


@pytest.mark.parametrize("name", BULLET_FILES)
def test_at_least_three_ordinary_bullets_in_four_are_framed(name: str) -> None:
    ordinary = [row["text"] for row in rows(name) if row["ordinary"] == "ordinary"]
    missed = [text for text in ordinary if first_person(text) is None]
    assert len(ordinary) >= 50
    assert len(missed) <= len(ordinary) / 4, missed


@pytest.mark.parametrize("name", BULLET_FILES)
def test_a_form_is_hardly_ever_claimed_for_a_bullet_of_another_form(name: str) -> None:
    bullets = rows(name)
    wrong = [row["text"] for row in bullets if form_of(row["text"]) not in (row["form"], Form.OTHER)]
    assert bullets
    assert len(wrong) <= len(bullets) / 100, wrong


def test_needs_are_framed_as_given_or_not_at_all() -> None:
    needs = rows("needs.tsv")
    frameable = missed = 0
    for row in needs:
        for expected, phrase in (
            (row["infinitive"], infinitive(row["text"])),
            (row["gerund"], gerund_phrase(row["text"])),
        ):
            frameable += expected != "-"
            missed += phrase is None and expected != "-"
            assert phrase in (None, expected), row["text"]
    assert len(needs) >= 120
    assert missed <= frameable / 10


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Cut close from ten days to four", "I cut close from ten days to four"),
        ("Promoted twice in three years", "I was promoted twice in three years"),
        ("Fluent in Spanish", "I am fluent in Spanish"),
        ("Ten years of SQL", "I bring ten years of SQL"),
        ("I chaired the works council", "I chaired the works council"),
        ("Successfully led a team of 12", "I successfully led a team of 12"),
        ("Awarded 30 contracts to local firms", "I awarded 30 contracts to local firms"),
        ("Elected chair by 300 members", "I was elected chair by 300 members"),
        ("Led a team of 12.", "I led a team of 12"),
        ("Ran the books of Brown & Co.", "I ran the books of Brown & Co."),
        ("Opened the ward at 5 a.m.", "I opened the ward at 5 a.m."),
        ("  Led a team of 12  ", "I led a team of 12"),
        ("Managed the rota since 2019", "I have managed the rota since 2019"),
        ("Managed 14 vans for the last three years", "I have managed 14 vans for the last three years"),
        (
            "Supervising a crew of 16 for the past two years",
            "I have been supervising a crew of 16 for the past two years",
        ),
        ("Chartered with the RICS since 2018", "I have been chartered with the RICS since 2018"),
        ("Trusted with the keys since May 2019", "I have been trusted with the keys since May 2019"),
        ("On call for two hospitals since 2022", "I have been on call for two hospitals since 2022"),
        ("Started hourly rounds; falls went from 11 to 3", "I started hourly rounds, and falls went from 11 to 3"),
        ("Went to no-till; diesel bill fell by a third", "I went to no-till, and the diesel bill fell by a third"),
        ("Wrote a runbook; no page at night since", "I wrote a runbook, with no page at night since"),
        ("Charge nurse on a cardiac unit, since 2021", "I have been a charge nurse on a cardiac unit, since 2021"),
        ("Corporate chef for 63 kitchens, 2018 to 2025", "I was a corporate chef for 63 kitchens, 2018 to 2025"),
        ("Eleven papers, six as first author", "I can point to eleven papers, six as first author"),
        ("98 percent pass rate on 1,400 welds", "I have a 98 percent pass rate on 1,400 welds"),
        ("Promoter score of 71, best in town", "I have a promoter score of 71, best in town"),
        ("Food cost from 31.2 percent to 28.9", "I brought the food cost down from 31.2 percent to 28.9"),
        ("Days sales outstanding down to 37 from 58", "I brought days sales outstanding down to 37 from 58"),
        ("Turnover: 38 percent down to 21", "I brought turnover from 38 percent down to 21"),
        ("Walk-outs down from 14 per 10,000 covers to 5", "I brought walk-outs down from 14 per 10,000 covers to 5"),
        ("Returns from shops down from 19 per cent to 7", "I brought returns from shops down from 19 per cent to 7"),
        ("Scrap up from 2% of stock to 4%", "I brought scrap up from 2% of stock to 4%"),
        ("Running rotas for 60 casuals", "I have run rotas for 60 casuals"),
        ("Best apprentice in 2019", "I was the best apprentice in 2019"),
        ("Hmong and Spanish", "I speak Hmong and Spanish"),
        ("Conversational Polish, some German", "I speak conversational Polish, some German"),
        ("Conversion of 12 buses to gas", "I have converted 12 buses to gas"),
        ("Supervision of three students", "I have supervised three students"),
        ("Four designers mentored to licensure", "I have mentored four designers to licensure"),
        ("Nine shops opened in 2019", "I opened nine shops in 2019"),
        ("Three patents granted, one pending", "I can point to three patents granted, one pending"),
        ("6G certified, TIG and stick", "I am 6G certified, TIG and stick"),
        ("Ghost-wrote two memoirs", "I ghost-wrote two memoirs"),
        ("Native Welsh speaker", "I am a native Welsh speaker"),
        ("Certified Public Accountant", "I am a Certified Public Accountant"),
        ("Accredited trainer in Ohio", "I am an accredited trainer in Ohio"),
        ("Chartered colourist since 2017", "I have been a chartered colourist since 2017"),
        ("High-voltage ticket, level 3", "I hold a high-voltage ticket, level 3"),
        ("Honours degree in chemistry", "I hold an honours degree in chemistry"),
        ("French diploma since 2019", "I have held a French diploma since 2019"),
        ("Responsible for tyres and brakes", "I have been responsible for tyres and brakes"),
        ("Chair of the safety committee", "I have been chair of the safety committee"),
        ("Mentor to five who have since qualified", "I have been a mentor to five who have since qualified"),
        ("Asked back by three soloists", "I was asked back by three soloists"),
        ("Opening two infusion rooms in rural towns", "my work has included opening two infusion rooms in rural towns"),
        ("Cutting scrap from 6% to 2%", "I have cut scrap from 6% to 2%"),
        ("Managing forty freelancers", "I have managed forty freelancers"),
        ("Valued gold and watches for two years", "I valued gold and watches for two years"),
        ("Graded timber for nine seasons", "I graded timber for nine seasons"),
        ("Running the pass on Saturdays", "I have run the pass on Saturdays"),
        ("Currently manages two ballrooms", "I currently manage two ballrooms"),
        ("Managing 14 vans for my current employer", "I manage 14 vans for my current employer"),
        ("Keeps the accounts at my present parish", "I keep the accounts at my present parish"),
        ("Responsible for 40 beds at my present hospital", "I am responsible for 40 beds at my present hospital"),
        ("Named rural nurse leader of the year in 2023", "I was named rural nurse leader of the year in 2023"),
    ],
)
def test_a_proved_strength_becomes_a_clause(text: str, sentence: str) -> None:
    assert first_person(text) == sentence


@pytest.mark.parametrize(
    "text",
    [
        *"Certified welders|Licensed 40 drivers|Chartered company|Skilled negotiator|Trained paramedic".split("|"),
        *"Seasoned manager|Experienced nurse|Published author|Led lighting design".split("|"),
        "Set design for three plays",
        *"Cost accounting|Newsletter for 300 members|Cut flowers wholesale|Registered nurse until 2012".split("|"),
        *"Retired army officer|Managed services portfolio|LED retrofit of 40 shops|Read music at sight".split("|"),
        *"Built environment graduate|Applied statistics|Cast iron restoration|Shut-down planning".split("|"),
        *"Led the audit; manages the archive|Led a team and manages the budget|LED A TEAM OF 12|SQL|Led||.".split("|"),
        *"Ran the rota since 2019|Fluent in Dutch since 2010 and 2014|Currently in Leeds".split("|"),
        *"Led a team. Cut costs by 4 %|Responsible for 12 sites in 2019|Led your team".split("|"),
        "Rated the best plumber in Kent",
        *"Used cars for two years|Distributed systems for six years|Retired nurse for two years".split("|"),
        *"Paid leave for two years|Lost property for three years|Registered charities for two years".split("|"),
        *"Awarded two medals|Promoted from within|Led by example, trained by the best|Cost £40,000 to run".split("|"),
        "Led a team\nCut costs",
        '"Led a team of 12"',
    ],
)
def test_an_unproved_strength_is_left_to_the_list(text: str) -> None:
    assert first_person(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Food cost brought from 36 per cent to 28.5", "I have brought the food cost from 36 per cent to 28.5"),
        ("Self-scheduling introduced on two wards", "I have introduced self-scheduling on two wards"),
        ("The rota rewritten in a week", "I have rewritten the rota in a week"),
        ("Course completed in 2019", "I completed the course in 2019"),
        ("96 percent of results released before rounds", "I have released 96 percent of results before rounds"),
        ("Turnover cut by a third", "I have cut turnover by a third"),
        ("Office opened by the mayor", None),
        ("Position eliminated in 2021", None),
        ("Store manager trained in Berlin", None),
        ("Line 3 upgraded without a stop", None),
    ],
)
def test_a_single_thing_tells_what_the_writer_brought_about(text: str, told: str | None) -> None:
    assert first_person(text) == told


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Led two crews", "led two crews"),
        ("Promoted twice in three years", "been promoted twice in three years"),
        ("Chair of the safety committee since 2019", "been chair of the safety committee since 2019"),
        ("Led two crews and ran a third", None),
        ("Ran two crews", None),
        ("Fluent in Welsh", None),
        ("Nine years of banquets", None),
        ("Eleven papers since 2019", None),
    ],
)
def test_a_strength_follows_having_only_where_its_verbs_can(text: str, joined: str | None) -> None:
    said = said_of(text)
    assert said is not None
    assert after_having(said) == joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Led two crews", "led two crews"),
        ("Ran two crews", "ran two crews"),
        ("Trained 40 people since 2019", "has trained 40 people since 2019"),
        ("Ran the shop while my father was ill", None),
        ("Trained nine welders, and eight passed", None),
        ("Promoted twice in three years", None),
        ("Fluent in Welsh", None),
        ("Nine years of banquets", None),
    ],
)
def test_a_strength_follows_someone_who_only_where_it_tells_one_deed_and_no_more_of_me(
    text: str, joined: str | None
) -> None:
    said = said_of(text)
    assert said is not None
    assert after_someone_who(said) == joined


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Manages 60 retail clients", "I have managed 60 retail clients"),
        ("Supervise 7 milkers, 5 of them students", "I have supervised 7 milkers, 5 of them students"),
        ("Lead team of 11", None),  # which may be a noun
        ("Build time 41 min -> 6 min", None),
        ("Manage and train 60 clients", "I have managed and trained 60 clients"),
        ("Moved the shop, incl. the files", "I moved the shop, including the files"),
    ],
)
def test_a_letter_tells_a_duty_of_no_known_time_as_what_was_done(text: str, told: str | None) -> None:
    assert as_told(text) == told


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Ran a plant solo on second shift, 4 years, no violations on my watch",
            "I ran a plant solo on second shift for 4 years, with no violations on my watch",
        ),
        ("Trained 3 operators, all 3 passed Class I", "I trained 3 operators, and all 3 passed Class I"),
        ("Paramedic for three years before licensure", "I was a paramedic for three years before licensure"),
        ("Herdsperson on a dairy of 620 cows", "I have been a herdsperson on a dairy of 620 cows"),
        ("112% of quota FY25 ($1.9M), 104% FY24", None),
    ],
)
def test_what_is_added_after_a_comma_goes_on_in_the_sentence(text: str, clause: str | None) -> None:
    assert first_person(text) == clause


@pytest.mark.parametrize("text", ["Manages 60 retail clients", "Manage 60 retail clients"])
def test_a_duty_is_a_clause_only_while_it_is_current(text: str) -> None:
    assert first_person(text) is None
    assert first_person(text, current=True) == "I manage 60 retail clients"


def test_a_third_person_is_rewritten_at_each_of_its_verbs_or_refused() -> None:
    told = first_person("Manages the rota and trains the staff", current=True)
    assert told == "I manage the rota and train the staff"
    assert first_person("Manages the rota, trains the staff and locks up", current=True) is None


def test_an_infinitive_may_drop_a_leading_to_but_does_not_speak_to_a_candidate() -> None:
    assert infinitive("To run the rota") == "run the rota"
    assert infinitive("Grow our client base") == "grow our client base"
    assert infinitive("Grow your client base") is None
    assert infinitive("Bring order-to-ship time under two days") == "bring order-to-ship time under two days"


def test_a_gerund_is_told_from_a_noun() -> None:
    assert gerund_phrase("Lifting people without hurting yourself") == "lifting people without hurting yourself"
    assert gerund_phrase("Engineering drawings") is None


@pytest.mark.parametrize(
    ("table", "form", "base"),
    [
        ("past", "brought", "bring"),
        ("past", "labelled", "label"),
        ("past", "labeled", "label"),
        ("past", "organised", "organise"),
        ("past", "organized", "organize"),
        ("past", "carried", "carry"),
        ("gerund", "labeling", "label"),
        ("gerund", "labelling", "label"),
        ("gerund", "running", "run"),
        ("gerund", "overseeing", "oversee"),
        ("gerund", "describing", "describe"),
        ("third", "teaches", "teach"),
        ("third", "has", "have"),
    ],
)
def test_the_verb_table_knows_the_forms_of_a_verb(table: str, form: str, base: str) -> None:
    assert getattr(verbs(), table)[form] == base


def test_every_entry_of_the_verb_table_is_a_word() -> None:
    table = verbs()
    assert len(table.base) >= 450
    for forms in (table.base, table.past, table.third, table.gerund):
        assert [form for form in forms if len(form) < 2 or form != form.lower()] == []


def vocabulary() -> st.SearchStrategy[str]:
    known = [row["text"] for row in all_bullets()] + [row["text"] for row in rows("needs.tsv")]
    parts = sorted({word for text in known for word in text.split()})
    sentence = st.lists(st.sampled_from(parts), max_size=9).map(" ".join)
    return st.one_of(st.text(), st.sampled_from(known), st.tuples(sentence, st.text(max_size=3)).map("".join))


def is_kept(text: str, framed: str) -> bool:
    """True if `framed` ends with `text`, its first letter and final full stop aside."""
    body = text.strip()
    kept = body.removesuffix(".").rstrip()
    return framed.endswith((body[1:], kept[1:])) and len(framed) >= len(kept)


# Forms whose clause puts the words in another order, with how many of them, at most, it says in another form.
MOVED_ABOUT = {Form.DONE: 0, Form.MOVED: 2, Form.PROJECT: 0, Form.ACTIVITY: 3, Form.GERUND: 3}


def lost(text: str, framed: str) -> Counter[str]:
    """The words of `text` that `framed` does not have."""
    return Counter(re.findall(r"\w+", text.casefold())) - Counter(re.findall(r"\w+", framed.casefold()))


STATES = {"knows", "owns", "holds", "speaks"}  # which "I" know, own, hold and speak


@given(vocabulary())
@example("; and 40 pumps")
@example("()Building 0")
@example("Knows EVERY, 0")
@example("Know' EVERY 0")
def test_a_framed_text_keeps_every_character_but_its_first_letter_and_last_stop(text: str) -> None:
    framed, form = first_person(text), form_of(text)
    if framed is not None and (form in MOVED_ABOUT or re.search(r"[;,]| [-–—] ", text)):
        assert lost(text, framed).total() <= MOVED_ABOUT.get(form, 0) + (text.split()[0].casefold() in STATES)
    else:
        assert framed is None or is_kept(text, framed)
    activity = gerund_phrase(text)
    assert activity is None or is_kept(without_aside(text), activity)  # which is no part of what is to be done


@given(vocabulary())
@example("Have KEPT 0")
def test_a_framed_need_keeps_every_character_but_those_of_an_aside(text: str) -> None:
    phrase, whole = infinitive(text), without_aside(text)
    without_to = whole[2:] if whole.lower().startswith("to ") else whole
    if form_of(whole) is Form.THIRD_PERSON:  # which loses its ending
        assert phrase is None or phrase.split()[1:] == whole.removesuffix(".").split()[1:]
    else:
        assert phrase is None or is_kept(without_to, phrase)
    doing = phrase and in_ing(phrase)
    verbs_in_ing = zip(
        (doing or "").split(), (phrase or "").split(), strict=False
    )  # "cleaning and restocking the ward"
    assert not doing or len(doing.split()) == len(phrase.split())
    assert all(
        said == word or verbs().gerund.get(said.strip(",").lower()) == word.strip(",").lower()
        for said, word in verbs_in_ing
    )


@given(vocabulary())
def test_a_current_duty_loses_at_most_the_ending_of_its_third_person(text: str) -> None:
    sentence = first_person(text, current=True)
    if sentence is not None and form_of(text) is Form.THIRD_PERSON:
        assert sentence.split()[-1].rstrip(".") in text
        assert len(text.strip()) - 4 <= len(sentence) <= len(text.strip()) + 2


@pytest.mark.parametrize(
    "text",
    [
        "a" * 20_000,
        "Led " + "a." * 10_000,
        "Led " + "word " * 20_000,
        "led and " * 10_000,
        "A " + "a-" * 10_000,
        "Led the " + "a. " * 10_000,
        "Cut " + "from 3 to " * 6_000,
        "Led a" + ", and manages" * 7_000,
        "Cut " + '"' * 20_000,
    ],
)
def test_a_monstrous_text_is_read_without_complaint(text: str) -> None:
    assert isinstance(form_of(text), Form)
    assert infinitive(text) is None


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Traced early mold to a cooling tunnel and added four days",
            "I traced early mold to a cooling tunnel and added four days",
        ),
        ("Grouped jobs by tooling and took out 11 stops", "I grouped jobs by tooling and took out 11 stops"),
        ("Trained mediator and settled 38 cases", None),
        ("Certified welders and trained 30 apprentices", None),
        ("Completed a Level 4 Certificate in Housing", "I completed a Level 4 Certificate in Housing"),
        ("Advanced diploma in nursing", "I hold an advanced diploma in nursing"),
    ],
)
def test_a_deed_joined_to_a_proved_one_is_proved(text: str, clause: str | None) -> None:
    assert first_person(text) == clause


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Rooms ready by three went from 81 percent to 97",
            "I brought the rooms ready by three up from 81 percent to 97",
        ),
        ("Complaints from 19 to 6", "I brought complaints down from 19 to 6"),
        (
            'Wrote a bug template, "cannot reproduce" fell from 22 percent to 9',
            'I wrote a bug template, and "cannot reproduce" fell from 22 percent to 9',
        ),
        ("Led three crews, none of which fell behind", "I led three crews, none of which fell behind"),
        ("Projects from £50k to £4m", None),
        ("Ages from 4 to 11", None),
        ("Events from 40 to 4,000 people", None),
        ("Cases closed within 30 days from 48% to 81%", None),
        ("Working towards level 3 diploma", None),
        ("Land clearance", None),
    ],
)
def test_a_range_is_no_change_and_a_course_no_certificate(text: str, clause: str | None) -> None:
    assert first_person(text) == clause


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Agreed a four-year rota with the union, no days lost", ", with no days lost"),
        ("Led the move for 140 users, no lost shift", ", with no lost shift"),
        ("Wrote 40 checks for a nightly load, 14 months without a failed run", ", 14 months without a failed run"),
        ("Merged 9,000 client records; duplicates from 9% to under 1%", ", and brought duplicates from 9% to under 1%"),
        ("Taught maths to five classes, 84% at grade 4 or above", ", with 84% at grade 4 or above"),
        ("Trained three student nurses, all qualified first time", ", and all qualified first time"),
        ("Coached 11 shift leads - four now run sites", ", and four now run sites"),
        ("Introduced a triage rota, waits from 12 days to 3", ", and brought waits down from 12 days to 3"),
        ("Rebuilt the intake form, error rate down by half", ", and brought the error rate down by half"),
        ("Opened three stores in 18 months, two under budget", ", two under budget"),
        ("Moved 300 files, each checked twice", ", each checked twice"),
        ("Taught violin, piano and theory, all grades", ", all grades"),
        ("Wrote the safety manual, now used at six sites", ", now used at six sites"),
    ],
)
def test_what_came_of_a_deed_goes_on_in_the_same_sentence(text: str, clause: str) -> None:
    first = text[: text.rindex(next(mark for mark in ("; ", " - ", ", ") if mark in text))]
    assert first_person(text) == f"I {first[0].lower()}{first[1:]}{clause}"

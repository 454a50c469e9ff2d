"""What every letter promises, whatever the interview holds and lacks."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import followup_letters as fl
from followup_letters.errors import InputError, TemplateError
from strategies import ODD, interviews

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
THANKS = re.compile(r"\bthank", re.IGNORECASE)

RAMAN: dict[str, Any] = {
    "candidate": {
        "name": "Maya Okafor",
        "phone": "(312) 555-0142",
        "strengths": [
            {"text": "Cut order-to-ship time from five days to 36 hours", "answers": "Bring order-to-ship"},
            {"text": "Led the SAP EWM migration for 140 users", "answers": "Merge two warehouse systems"},
        ],
    },
    "company": {"name": "Northwind Logistics, Inc."},
    "position": {
        "title": "Operations Manager",
        "responsibilities": ["Bring order-to-ship time under two days", "Merge two warehouse systems"],
    },
    "interview": {"date": "2026-11-18"},
    "people": [
        {
            "name": "Dr. Priya Raman",
            "role": "hiring manager",
            "courtesy_title": "Dr.",
            "family": "Raman",
            "talked_about": "the mis-sorts at Joliet",
        }
    ],
    "outlook": {"interested": True, "reasons": ["your supervisors run their own meeting"]},
}


def the_letter(**changes: Any) -> fl.Letter:
    (letter,) = fl.compose(fl.load(RAMAN | changes))
    return letter


def body_of(letter: fl.Letter) -> str:
    body = letter.page.root.part("body")
    assert body is not None
    return body.text


# ------------------------------------------------------------------------------------------- every letter


@SLOW
@given(interviews)
def test_any_interview_gives_each_reader_a_whole_letter(data: dict[str, Any]) -> None:
    interview = fl.load(data)
    letters = fl.compose(interview)
    assert len(letters) == len(fl.decide(interview).recipients)
    for letter in letters:
        text = letter.text
        assert letter.recipient.name in text or letter.decision.medium == "email"
        assert interview.candidate.name in text
        assert len(body_of(letter).split()) >= 15
        for hole in ("None", "Undefined", "N/A", "[", "your company", "data-from"):
            assert hole not in text
        ours = re.sub("a  b", "x", text, flags=re.IGNORECASE)
        assert not re.search(r" [.,;:?]|(?<!\.)\.\.(?!\.)|  ", ours), text
        for sentence in (source.sentence for source in letter.sources):
            assert sentence[0].isupper() or sentence[0] in "“R{" or any(odd in sentence for odd in ODD), sentence


@SLOW
@given(interviews)
def test_what_is_private_never_reaches_a_letter(data: dict[str, Any]) -> None:
    for letter in fl.compose(fl.load(data)):
        assert "SECRET" not in letter.html
        assert "SECRET" not in letter.page.title


@SLOW
@given(interviews)
def test_a_courtesy_letter_never_says_thank_you_never_sells_and_never_says_why(data: dict[str, Any]) -> None:
    interview = fl.load(data)
    for letter in fl.compose(interview, kind="courtesy"):
        assert not THANKS.search(letter.text)
        assert not letter.matches
        for strength in interview.candidate.strengths:
            if strength.text not in ODD:
                assert strength.text[1:] not in letter.text
        assert not re.search(r"strong candidate|not interested|unfortunately|decided against", letter.text)


@SLOW
@given(interviews)
def test_letters_to_one_company_share_no_sentence(data: dict[str, Any]) -> None:
    letters = fl.compose(fl.load(data))
    for one, other in combinations(letters, 2):
        shared = {s.sentence for s in one.sources} & {s.sentence for s in other.sources}
        assert not shared


@SLOW
@given(interviews)
def test_every_figure_and_every_name_in_a_body_is_in_the_input(data: dict[str, Any]) -> None:
    typed = repr(data).replace("\\'", "'").replace('\\"', '"')
    calendar = (
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
        "September October November December I CV"
    ).split()
    for letter in fl.compose(fl.load(data)):
        for source in letter.sources:
            sentence = source.sentence
            if letter.decision.call_on:
                sentence = re.sub(rf"\b{letter.decision.call_on.day}\b", "", sentence)
            for figure in re.findall(r"\d+", sentence):
                assert figure in typed, sentence
            after_a_word = re.findall(r"(?<=[a-z,;] )[A-Z][\w-]+", sentence)
            for name in after_a_word:
                assert name in typed or name in calendar, (name, sentence)


@SLOW
@given(interviews)
def test_the_same_interview_gives_the_same_letters_and_one_alone_reads_as_in_the_set(data: dict[str, Any]) -> None:
    interview = fl.load(data)
    letters = fl.compose(interview)
    assert [letter.text for letter in letters] == [letter.text for letter in fl.compose(interview)]
    for letter in letters:
        (alone,) = fl.compose(interview, to=letter.recipient.name)
        assert alone == letter


# --------------------------------------------------------------------------------------------- one letter


@pytest.mark.parametrize(
    ("strengths", "responsibilities"),
    [
        (["Kubernetes now", "Joliet still."], ["Lead teams"]),
        (["Lead teams"], [".", "Lead teams"]),
        (["Lead teams"], ["."]),
        (["Kubernetes : not zero", "running they still and"], ["running he Joliet", "he if"]),
    ],
)
def test_notes_of_a_word_or_of_a_mark_are_left_out_and_stop_nothing(
    strengths: list[str], responsibilities: list[str]
) -> None:
    data = RAMAN | {
        "candidate": RAMAN["candidate"] | {"strengths": strengths},
        "position": RAMAN["position"] | {"responsibilities": responsibilities},
    }
    assert "Joliet" in fl.compose(fl.load(data))[0].text


def test_the_pursue_letter_enjoys_the_meeting_then_matches_then_closes_with_job_and_company() -> None:
    opening, middle, close = body_of(the_letter()).strip().split("\n")
    assert re.search(r"enjoy|pleasure|good to meet|best part", opening)
    assert "the mis-sorts at Joliet" in opening
    assert middle.index("order-to-ship time under two days") < middle.index("36 hours")
    assert middle.index("warehouse systems") < middle.index("140 users")
    assert re.search(r"your Operations Manager|(?:this|the) job", close)
    assert "Northwind" in close


def test_a_strength_near_to_a_need_is_told_beside_it_and_one_near_to_nothing_is_not() -> None:
    strengths = ["Sang with the Bergen choir for eight seasons", "Inspected 410 bridges and reported on time on each"]
    candidate = {"name": "Maya Okafor", "strengths": strengths}
    duties = ["Report to the state board each quarter"]
    letter = the_letter(candidate=candidate, position={"title": "Operations Manager", "responsibilities": duties})
    assert not letter.matches
    assert "to the state board each quarter" in body_of(letter)
    assert "inspected 410 bridges and reported on time on each" in body_of(letter)
    assert "choir" not in body_of(letter)


@pytest.mark.parametrize("kind", ["pursue", "courtesy"])
@pytest.mark.parametrize("role", ["hiring manager", "panel", "personnel", "executive", "recruiter"])
def test_nobody_enjoys_talking_about_what_is_grave(role: str, kind: str) -> None:
    topic = "the accident on the north ramp"
    for day in range(1, 21):  # each draws other words
        people = [{"name": "Priya Raman", "role": role, "talked_about": topic}]
        told = fl.load(RAMAN | {"people": people, "interview": {"date": f"2026-10-{day:02}"}})
        (letter,) = fl.compose(told, kind=kind)
        (sentence,) = (source.sentence for source in letter.sources if topic[4:] in source.sentence)
        assert not re.search(r"enjoy\w*.*(talking|that)|pleasure.*talk|most of all|glad.*about", sentence), sentence


@pytest.mark.parametrize("role", ["personnel", "recruiter"])
@pytest.mark.parametrize("kindness", ["the parking pass that was waiting for me at the gate", "the torch you lent me"])
def test_a_kindness_is_appreciated_and_not_talked_about(kindness: str, role: str) -> None:
    for day in range(1, 13):  # each draws other words
        people = [{"name": "Priya Raman", "role": role, "talked_about": kindness}]
        (letter,) = fl.compose(fl.load(RAMAN | {"people": people, "interview": {"date": f"2026-10-{day:02}"}}))
        assert not re.search(r"(?:talk\w*|spoke|conversation|hear\w*)[^.,]* about", body_of(letter)), body_of(letter)


@pytest.mark.parametrize("kind", ["pursue", "courtesy"])
@pytest.mark.parametrize("role", ["hiring manager", "personnel", "recruiter"])
def test_a_short_letter_names_the_company_once(role: str, kind: str) -> None:
    if (role, kind) == ("hiring manager", "pursue"):
        return
    for day in range(1, 13):
        people = [{"name": "Priya Raman", "role": role, "promised": "my record"}]
        (letter,) = fl.compose(
            fl.load(RAMAN | {"people": people, "interview": {"date": f"2026-10-{day:02}"}}), kind=kind
        )
        assert body_of(letter).count("Northwind") == 1, body_of(letter)


@pytest.mark.parametrize("told", ["how you refit a broken jar", "the survey notebook with the mule's lunch in it"])
def test_a_courtesy_letter_remembers_the_thing_and_not_the_talk_about_it(told: str) -> None:
    for day in range(1, 13):
        people = [{"name": "Priya Raman", "role": "panel", "talked_about": told}]
        (letter,) = fl.compose(
            fl.load(RAMAN | {"people": people, "interview": {"date": f"2026-10-{day:02}"}}), kind="courtesy"
        )
        assert not re.search(rf"(?:talk\w*|talking with you) about {told}", body_of(letter)), body_of(letter)


def test_what_was_promised_and_how_to_be_reached_stand_together() -> None:
    for role, day in [(role, day) for role in ("personnel", "recruiter") for day in range(1, 7)]:
        people = [{"name": "Priya Raman", "role": role, "promised": "my record by Friday"}]
        candidate = {"name": "Maya Okafor", "phone": "(312) 555-0142"}
        (letter,) = fl.compose(
            fl.load(RAMAN | {"candidate": candidate, "people": people, "interview": {"date": f"2026-10-{day:02}"}})
        )
        (close,) = (each for each in letter.text.split("\n\n") if "my record by Friday" in each)
        assert "(312) 555-0142" in close


def test_a_sentence_can_be_asked_where_it_came_from() -> None:
    fields = {field for source in the_letter().sources for field in source.fields}
    assert {
        "interview.date",
        "people[0].talked_about",
        "position.responsibilities[0]",
        "candidate.strengths[0]",
        "candidate.strengths[1]",
        "company.name",
        "outlook.reasons[0]",
    } <= fields


@pytest.mark.parametrize("company", ["Birch & Co.", "Hale Bros.", "Acme Inc.", "Yahoo!"])
def test_a_company_with_a_full_stop_of_its_own_ends_a_sentence_where_the_template_does_and_nowhere_else(
    company: str,
) -> None:
    """The sentences are those of a company without one, told in the same words."""
    told = 0
    for day in range(2, 29):
        for people in ([{"name": "Q R", "talked_about": "how you see things"}], [{"name": "Q R", "role": "panel"}]):
            more = {"interview": {"date": f"2026-11-{day:02}"}, "people": people, "outlook": {"interested": True}}
            letter = the_letter(company={"name": company, "short_name": company}, **more)
            sentences = [source.sentence for source in letter.sources]
            assert " ".join(sentences) in " ".join(letter.text.split())
            for sentence in sentences:
                assert sentence.endswith((".", "?", "!"))
                assert not re.search(rf"{re.escape(company)} (?:Next week|It|We|You)\b", sentence)
                assert not sentence.startswith(("I would like to hear more of how", "i", "a"))
                told += sentence.endswith(company)
    assert told > 3


@pytest.mark.parametrize(
    ("template", "sentences"),
    [
        ("<p>I want to work at {{ company.name }}. I will call.</p>", ["I want to work at B Co.", "I will call."]),
        ("<p>At {{ company.name }} I would like to work.</p>", ["At B Co. I would like to work."]),
        ("<p>Say “{{ company.name }}.” I will call.</p>", ["Say “B Co.”", "I will call."]),
        ("<p>It is {{ company.name }}. {{ person.name }} is there.</p>", ["It is B Co.", "Q R is there."]),
        ("<p>Ask {{ company.name }} {{ person.name }} there.</p>", ["Ask B Co. Q R there."]),
        ("<p>Ask {{ company.name }}{{ person.name }} there.</p>", ["Ask B Co.Q R there."]),
    ],
)
def test_a_template_ends_a_sentence_by_a_full_stop_of_its_own(
    template: str, sentences: list[str], tmp_path: Path
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "pursue.html.j2").write_text(template, "utf-8")
    data = RAMAN | {"company": {"name": "B Co."}, "people": [{"name": "Q R"}]}
    (letter,) = fl.compose(fl.load(data), templates=tmp_path)
    assert [source.sentence for source in letter.sources] == sentences
    assert all(source.template for source in letter.sources)


@pytest.mark.parametrize("kind", ["pursue", "courtesy"])
@pytest.mark.parametrize("role", list(fl.Role))
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("I have run a dock like that in snow. It held", "I have run a dock like that in snow. It held."),
        ("how did you get it to stay?", "How did you get it to stay?"),
        ("You said “never again.”", "You said “never again.”"),
        ("eBay sells them.", "eBay sells them."),
        ("好。", "好。"),
    ],
)
def test_words_of_your_own_stand_behind_the_talk_as_typed(role: fl.Role, kind: str, typed: str, said: str) -> None:
    met = {"name": "Ana Ruiz", "role": role, "write": True, "talked_about": "the trapdoor", "own_words": typed}
    (letter,) = fl.compose(fl.load(RAMAN | {"people": [met]}), kind=kind)
    first, *rest = body_of(letter).split("trapdoor", 1)[1].partition(said)[1:]
    assert first == said
    assert not rest[0].lstrip("\n ").startswith(".")
    assert [source.fields for source in letter.sources if source.sentence == said] == [("people[0].own_words",)]


def test_one_letter_of_a_set_alone_says_how_long_it_lasted() -> None:
    met = [{"name": f"Ana Ruiz {n}", "role": "panel", "talked_about": f"the trapdoor {n}"} for n in ("I", "II", "III")]
    lasted = {"date": "2026-11-18", "lasted": "an hour and a half"}
    letters = fl.compose(fl.load(RAMAN | {"interview": lasted, "people": [*met, *RAMAN["people"]]}), kind="courtesy")
    assert len(letters) == 4
    said = [letter.recipient.name for letter in letters if "hour and a half" in letter.text]
    assert said == ["Dr. Priya Raman"], "the first to be served says it"


def test_a_company_that_ends_in_a_full_stop_gets_no_second_one() -> None:
    letter = the_letter(company={"name": "Acme", "short_name": "Acme Inc."}, outlook={"interested": True})
    assert "Acme Inc." in body_of(letter)
    assert "Inc.." not in letter.text


@pytest.mark.parametrize(
    ("changes", "salutation"),
    [
        ({}, "Dear Dr. Priya Raman:"),
        ({"courtesy_title": "Dr.", "family": "Raman"}, "Dear Dr.\u00a0Raman:"),
        ({"courtesy_title": "Dr", "family": "Raman"}, "Dear Dr.\u00a0Raman:"),
        ({"given": "Priya", "first_name_basis": True}, "Dear Priya,"),
        ({"salutation": "Priya and team"}, "Dear Priya and team:"),
        ({"salutation": "Dear Captain Raman,"}, "Dear Captain Raman:"),
        ({"name": "Priya Raman, PhD"}, "Dear Priya Raman:"),
        ({"name": "Suharyanto"}, "Dear Suharyanto:"),
    ],
)
def test_the_salutation_guesses_nothing(changes: dict[str, Any], salutation: str) -> None:
    person = {"name": "Dr. Priya Raman", "role": "hiring manager"} | changes
    part = the_letter(people=[person]).page.root.part("salutation")
    assert part is not None
    assert part.text == salutation


def test_british_letters_have_no_stops_after_title_salutation_or_close() -> None:
    letter = the_letter(letter={"language": "en-GB"})
    assert "Dear Dr Raman\n" in letter.text
    assert "Yours sincerely\n" in letter.text
    assert "19 November 2026" in letter.text


def test_a_british_letter_to_nobody_by_name_closes_faithfully() -> None:
    people = [{"name": "Priya Raman", "salutation": "Sir or Madam"}]
    assert "Yours faithfully" in the_letter(letter={"language": "en-GB"}, people=people).text


def test_an_email_has_a_subject_and_no_postal_blocks() -> None:
    letter = the_letter(letter={"medium": "email"})
    assert letter.text.startswith("Operations Manager: ")
    assert letter.page.root.part("inside-address") is None
    assert "Dear Dr. Raman," in letter.text
    assert "Best regards," in letter.text


def test_a_negative_reservation_is_answered_without_being_echoed() -> None:
    reservations = [{"by": "Dr. Priya Raman", "concern": "no union experience", "answer": "sat on a joint committee"}]
    body = body_of(the_letter(outlook={"reservations": reservations}))
    assert "I sat on a joint committee" in body
    assert "no union" not in body


def test_only_one_of_reservation_clarification_and_omission_is_said() -> None:
    outlook = {"omitted": "ran nights", "reservations": [{"concern": "the size of the team", "answer": "led 41"}]}
    person = RAMAN["people"][0] | {"clarify": "that it took nine weeks"}
    body = body_of(the_letter(outlook=outlook, people=[person]))
    assert "I led 41" in body
    assert "nine weeks" not in body
    assert "ran nights" not in body


def test_to_takes_a_part_of_a_name_and_refuses_a_strangers() -> None:
    interview = fl.load(RAMAN)
    assert fl.compose(interview, to="raman")[0].recipient.name == "Dr. Priya Raman"
    with pytest.raises(InputError, match=r"Dr\. Priya Raman"):
        fl.compose(interview, to="Smith")


def test_a_template_of_ones_own_is_used_before_ours_and_its_faults_name_file_and_line(tmp_path: Any) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "courtesy.html.j2").write_text("<p>I remember {{ person.name }}.</p>\n", "utf-8")
    interview = fl.load(RAMAN)
    (letter,) = fl.compose(interview, kind="courtesy", templates=tmp_path)
    assert body_of(letter).strip() == "I remember Dr. Priya Raman."
    (folder / "courtesy.html.j2").write_text("<p>fine</p>\n<p>{{ persn.name }}</p>\n", "utf-8")
    other = tmp_path / "again"
    (other / "en").mkdir(parents=True)
    (other / "en" / "courtesy.html.j2").write_text("<p>fine</p>\n<p>{{ persn.name }}</p>\n", "utf-8")
    with pytest.raises(TemplateError, match=r"courtesy\.html\.j2:2") as caught:
        fl.compose(interview, kind="courtesy", templates=other)
    assert "persn" in str(caught.value)


# ------------------------------------------------------------------------- whatever form a need and a strength have

NEEDS = (
    "Cutting lists, with less in the skip",
    "Getting rate changes live in weeks, not months",
    "Merge two warehouse systems, and keep both open",
    "Bring order-to-ship time under two days",
    "14 loan officers in five branches",
    "Delinquency under 0.8 percent",
    "gym members leaving after January",
    "overtime",
    "NCUA exam in June",
    "Win one in four of the bids we send out",
    "no late submissions",
    "You will run the yard",
)
PROOFS = (
    "Cut order-to-ship time from five days to 36 hours",
    "Led nine loan officers in three branches; none left",
    "Nine years of banquets",
    "Fluent in Spanish and Portuguese",
    "Overtime: from 210 hours a month to 80",
    "Held margin at 43 percent for two years running",
    "I chaired the safety committee: 31 meetings, none of them late",
)


@pytest.mark.parametrize("role", ["hiring manager", "panel"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_strength_is_told_whatever_form_its_need_has(count: int, role: str) -> None:
    for at, need in enumerate(NEEDS):
        needs = [NEEDS[(at + step * 5) % len(NEEDS)] for step in range(count if role == "hiring manager" else 1)]
        proofs = [PROOFS[(at + step * 3) % len(PROOFS)] for step in range(len(needs))]
        letter = the_letter(
            candidate={
                "name": "Maya Okafor",
                "strengths": [{"text": proof, "answers": of} for proof, of in zip(proofs, needs, strict=True)],
            },
            position={"title": "Operations Manager", "responsibilities": needs},
            people=[RAMAN["people"][0] | {"role": role}],
        )
        for proof in proofs:
            assert words_of(proof) <= words_of(body_of(letter)), (need, proof, body_of(letter))


def words_of(text: str) -> set[str]:
    """Its words but the first, which may have lost its capital, in small letters."""
    return set(re.findall(r"[\w'’.-]*\w", text.casefold())[1:])


def test_a_talk_that_cannot_be_told_leaves_its_strength_to_stand_by_itself() -> None:
    told = {"name": "Dana Fitzhugh", "role": "hiring manager", "courtesy_title": "Mr.", "family": "Fitzhugh"}
    interview = fl.Interview.model_validate(
        RAMAN
        | {
            "candidate": {
                "name": "Eino Barrientos",
                "strengths": ["Repowered nine boats, 30 to 44 feet", "Rebuilt 23 diesels"],
            },
            "position": {"title": "Marine Diesel Mechanic", "responsibilities": ["Repower two lobster boats a month"]},
            "people": [told | {"talked_about": "how she repowered two lobster boats and laughed and keeps them"}],
        }
    )
    (letter,) = fl.compose(interview)
    assert "laughed" not in letter.text
    assert "repowered nine boats" in letter.text


def test_a_reason_that_finishes_no_sentence_gives_way_to_one_that_does() -> None:
    outlook = {"interested": True, "reasons": ["two days off in a row", "everyone sits down to the family meal"]}
    (letter,) = fl.compose(fl.Interview.model_validate(RAMAN | {"outlook": outlook}))
    assert "everyone sits down to the family meal" in letter.text
    assert "two days off" not in letter.text


@pytest.mark.parametrize(
    ("reason", "role", "told"),
    [
        ("Priya Raman listens", "hiring manager", "you listen"),
        ("the Director of Operations runs it well", "hiring manager", "you run it well"),
        ("the Director is moving to yearly contracts", "executive", "you are moving to yearly contracts"),
    ],
)
def test_what_a_reason_says_of_its_reader_is_never_said_of_the_company(reason: str, role: str, told: str) -> None:
    reader = {"name": "Priya Raman", "title": "Director of Operations", "role": role, "talked_about": "the mis-sorts"}
    said = 0
    for number in range(40):  # each name draws other words
        candidate = RAMAN["candidate"] | {"name": f"Maya Okafor-{number}"}
        letter = the_letter(people=[reader], candidate=candidate, outlook={"interested": True, "reasons": [reason]})
        text = body_of(letter)
        assert not re.search(
            r"which (?:listens|runs|is moving)|part in that|help with that|for that, in this job", text
        )
        said += told.casefold() in text.casefold()
    assert said == 40

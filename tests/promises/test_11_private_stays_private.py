"""Promise 11: `private`, `problem.idea` and the call sheet reach no letter, file name, property, log or error."""

from __future__ import annotations

import datetime as dt
import json
import logging
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

import followup_letters as fl
from followup_letters.amending import record_event
from followup_letters.checking.comparing import marks
from followup_letters.errors import InputError
from followup_letters.loading import load_text

from .stage import EVERYTHING, READERS, SECRETS, by_email, changed, command, examples, letters

MARK = "SECRET"


def everything_in(content: bytes) -> str:
    """All that can be read out of a file: its bytes, what is packed in them, and what its reader shows."""
    found = [content]
    if content.startswith(b"PK"):
        package = zipfile.ZipFile(BytesIO(content))
        found += [package.read(name) for name in package.namelist()]
    if content.startswith(b"%PDF"):
        for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
            try:
                found.append(zlib.decompress(stream))
            except zlib.error:
                continue
        found.append(repr(pypdf.PdfReader(BytesIO(content)).metadata).encode())
    return "\n".join(part.decode("utf-8", "replace") for part in found)


def test_neither_is_in_any_file_of_any_format() -> None:
    count = 0
    for data in (EVERYTHING, by_email(EVERYTHING), changed(("outlook.interested", False))):
        mailed = data.get("letter", {}).get("medium") == "email"
        for letter in letters(data):
            for format in READERS if mailed else READERS.keys() - {"eml"}:
                content = letter.render(format)
                assert MARK not in everything_in(content)
                assert MARK not in READERS[format](content)
                count += 1
    assert count >= 20


def test_the_search_would_find_them() -> None:
    letter = letters(changed(("people[0].talked_about", f"the {MARK}")))[0]
    for format in ("docx", "html", "txt"):
        assert MARK in everything_in(letter.render(format))


def test_neither_is_in_a_calendar_a_name_a_list_of_findings_or_a_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    interview = fl.load(EVERYTHING)
    made = fl.compose(interview)
    assert MARK.encode() not in fl.plan(interview, today=dt.date(2026, 11, 19)).ics()
    assert MARK not in "".join(str(finding) for finding in fl.check(made))
    assert MARK not in json.dumps([source.__dict__ for letter in made for source in letter.sources])
    (result,) = fl.render_many([EVERYTHING], tmp_path, ["txt", "html"])
    assert result.fault is None
    assert all(MARK not in str(path) for path in tmp_path.rglob("*"))
    journal = [path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file()]
    assert MARK not in "".join(journal)
    assert MARK not in caplog.text


def test_neither_is_shown_where_an_interview_or_what_is_made_of_it_is_shown_in_python() -> None:
    interview = fl.load(Path(__file__).parents[2] / "examples" / "operations-manager.yaml")
    assert interview.outlook.problem
    secrets = (interview.outlook.private, interview.outlook.problem.idea)
    plan = fl.plan(interview, today=interview.interview.date)
    for shown in (interview, interview.outlook, interview.outlook.problem, fl.compose(interview), plan, plan.steps):
        assert all(secrets)
        assert not [secret for secret in secrets if secret in repr(shown)]


def test_neither_is_in_the_file_of_a_second_interview_unless_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text(yaml.safe_dump(EVERYTHING), "utf-8")
    asked = ("plan", "notes.yaml", "--second-interview")
    done = command(*asked, "second.yaml", cwd=tmp_path)
    assert done.returncode == 0
    assert MARK not in (tmp_path / "second.yaml").read_text("utf-8") + done.stdout + done.stderr
    assert "stay in the first file; --private takes them over" in done.stderr
    assert MARK not in repr(fl.second_interview(fl.load(EVERYTHING)))
    assert command(*asked, "all.yaml", "--private", cwd=tmp_path).returncode == 0
    taken = (tmp_path / "all.yaml").read_text("utf-8")
    assert all(secret in taken for secret in SECRETS.values())


def test_what_finds_them_in_a_letter_names_the_field_and_not_the_words(tmp_path: Path) -> None:
    data = changed(
        ("outlook.private", f"would take it for 82000 and the {MARK}"),
        ("outlook.reasons", [f"it would pay 82000 and the {MARK}"]),
    )
    leaks = [each for each in fl.check(fl.compose(fl.load(data))).errors if each.id == "private-leak"]
    assert {leak.where.field for leak in leaks} == {"outlook.reasons[0]"}
    assert all(leak.message.startswith("`outlook.reasons[0]` says what you keep") for leak in leaks)
    assert MARK not in str(leaks) + json.dumps([leak.as_dict() for leak in leaks])
    (result,) = fl.render_many([data], tmp_path / "out", ["txt"])
    assert result.fault
    assert "private-leak" in result.fault["message"]
    assert MARK not in str(result) + json.dumps(result.fault) + repr(result)


PRINTED = [
    "people[0].talked_about",
    "people[0].own_words",
    "people[0].clarify",
    "people[0].address[0]",
    "people[1].promised",
    "people[1].salutation",
    "people[0].courtesy_title",
    "outlook.reasons[0]",
    "outlook.reservations[0].concern",
    "outlook.omitted[0]",
    "letter.enclosures[0]",
    "interview.place",
    "interview.lasted",
]


@pytest.mark.parametrize("path", PRINTED)
@pytest.mark.parametrize("note", ["zebra", "quokka farm", "my floor is low", "would take it for 82000", "ok go", "Zed"])
def test_a_note_is_found_in_whatever_field_a_letter_prints(path: str, note: str) -> None:
    whole = "that Zed" if note == "Zed" and path.endswith("clarify") else note
    for kept, id in (("outlook.private", "private-leak"), ("outlook.problem.idea", "idea-leak")):
        made = letters(changed((kept, whole), (path, whole)))
        found = [each for each in fl.check(made) if each.id == id]
        assert found or not any(note in letter.text for letter in made)
        assert note != "zebra" or "talked" not in path or found


@pytest.mark.parametrize(("note", "concern"), [("divorced", "no divorced managers"), ("night buses", "no night buses")])
def test_a_note_is_found_in_a_concern_that_the_letter_tells_without_its_no(note: str, concern: str) -> None:
    reservation = {"concern": concern, "answer": "led two teams", "by": "Dr. Priya Raman"}
    made = letters(changed(("outlook.private", note), ("outlook.reservations", [reservation])))
    assert any(note in letter.text for letter in made)
    found = {each.where.field for each in fl.check(made) if each.id == "private-leak"}
    assert found == {"outlook.reservations[0].concern"}


def test_an_address_that_all_readers_see_in_a_draft_is_found_and_that_of_the_reader_is_not() -> None:
    for address, found in (("ana@example.com", {"letter.cc[0].email"}), ("raman@example.com", set())):
        mailed = by_email(changed(("outlook.private", address)))
        assert {each.where.field for each in fl.check(letters(mailed)) if each.id == "private-leak"} == found
    posted = letters(changed(("outlook.private", "ana@example.com")))
    assert "private-leak" not in {each.id for each in fl.check(posted)}


@pytest.mark.parametrize(
    ("note", "typed"),
    [
        ("底线是八万二", "我们谈到底线是八万二的事"),
        ("底线 是八万二", "我们谈到底线是八万二的事"),
        ("私は離婚しました", "前の話で私は離婚しましたと言った"),
        ("ฉันหย่าแล้ว", "เราคุยว่าฉันหย่าแล้วเมื่อวาน"),
        ("글로벡스", "글로벡스의 계획"),
        ("三星", "the 三星 deal"),
        ("ソニー", "ソニーの話"),
        ("Globex", "the Globex's plans"),
        ("Globex", "the Globex’s plans"),
        ("Globex", "the Globex-Northwind deal"),
        ("Bob Hale", "Bob Hale's plans"),
        ("divorced", "the newly-divorced"),
        ("low-ball", "the low ball offer"),
        ("low ball", "the low\u2010ball offer"),
        ("İstanbul", "the istanbul depot"),
        ("سر خاص", "the سر خـاص there"),
        ("82k", "the pay of $82,000.00"),
        ("82k", "the pay of 82.000,00"),
        ("my floor is 82000", "the pay of 82 000"),
        ("82000", "the pay of 82\u202f000"),
        ("82000", "the pay of 82'000"),
        ("82000", "the pay of 82’000"),
        ("82000", "the pay of USD82000"),
        ("82000", "the pay of ８２０００"),
        ("٨٢٠٠٠", "the pay of 82,000"),
        ("82000", "工资82000元"),
        (82000.0, "the pay of 82000"),
        ("7,500 a month", "the 7500 a month"),
        ("their day rate is 7500", "the rate of 7.5k"),
        ("8000", "the $8,000 of it"),
        ({"floor": 82000.0}, "the pay of 82,000"),
    ],
)
def test_a_note_is_found_however_it_is_typed_and_whatever_stands_right_beside_it(note: object, typed: str) -> None:
    made = letters(changed(("outlook.private", note), ("people[0].talked_about", typed)))
    found = [each.where.field for each in fl.check(made) if each.id == "private-leak"]
    assert found == ["people[0].talked_about"]


@pytest.mark.parametrize(
    ("note", "typed"),
    [
        ("明天", "the 说明天气 there"),  # the end of one word, and the beginning of the next
        ("三星", "the 三星期 of it"),
        ("McDonald's", "the McDonald deal"),
        ("maybe", "the maybe-so of it"),
        ("the pay is 12100", "the 12 to 100 people"),
        ("the pay is 82000", "the 82 or 000 of it"),
        ("ISO 9001 is new to them", "the audit by ISO 9001"),
        ("they move in 2027", "the plan for 2027"),
        ("the pay is 82000", "the 820.00 of it"),
    ],
)
def test_what_only_looks_like_a_note_is_no_leak(note: str, typed: str) -> None:
    made = letters(changed(("outlook.private", note), ("people[0].talked_about", typed)))
    assert "private-leak" not in {each.id for each in fl.check(made)}


def test_a_text_of_a_template_that_has_a_note_without_spaces_is_found(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "letter.html.j2").write_text("<p class=body>他们的底线是八万二吧</p>", "utf-8")
    made = fl.compose(fl.load(changed(("outlook.private", "底线是八万二"))), templates=tmp_path)
    assert "private-leak" in {each.id for each in fl.check(made)}


@pytest.mark.parametrize("company", ["三星电子", "Globex", "Macy's"])
def test_who_made_another_offer_is_found_beside_other_letters(company: str) -> None:
    offer = {"received": "2026-11-11", "decide_by": "2026-12-11", "company": company}
    typed = f"we and {company}'s offer" if company.isascii() else f"我们{company}的事"
    made = letters(changed(("outlook.other_offer", offer), ("people[0].talked_about", typed)))
    assert "private-leak" in {each.id for each in fl.check(made)}


def test_a_line_of_a_note_that_was_taken_for_a_key_is_found_and_a_name_of_one_is_not() -> None:
    notes = (("they pay far too little", True), ("floor 82000", True), ("他们付的太少了", True))
    for key, found in (*notes, ("floor", False), ("薪资底线", False)):
        data = changed(("outlook.private", {key: "x"}), ("people[0].talked_about", f"the thing, {key}"))
        assert [each.id == "private-leak" for each in fl.check(letters(data)).errors] == [True] * found


@pytest.mark.parametrize("arguments", [(), ("--json",), ("-f", "html,txt"), ("--to", "Nobody")], ids=str)
def test_the_command_says_nothing_of_them(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text(yaml.safe_dump(EVERYTHING), "utf-8")
    done = command("notes.yaml", "-o", "out", *arguments, cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert MARK not in done.stdout + done.stderr
    assert all(MARK not in path.name for path in tmp_path.rglob("*"))


# -------------------------------------------------------------------------------- in errors, of sense and of syntax


def keeps_the_secret(error: InputError) -> None:
    assert MARK not in str(error) + json.dumps(error.as_dict())


def message(text: str, suffix: str) -> str:
    with pytest.raises(InputError) as caught:
        load_text(text, suffix=suffix)
    return str(caught.value) + json.dumps(caught.value.as_dict())


HEAD = """\
candidate: {name: A}
company: {name: B}
position: {title: C}
interview: {date: 2026-11-18}
people: [{name: D}]
"""

YAML = [
    "outlook:\n  private: 'SECRET it's all\n",
    'outlook:\n  private: "SECRET" and "SECRET"\n',
    "outlook:\n  private: SECRET: and: SECRET\n",
    "outlook:\n  private: @SECRET\n",
    "outlook:\n  private: [SECRET, {SECRET\n",
    "outlook:\n  private:SECRET\n",
    "outlook: {private:SECRET}\n",
    "outlook:\n  interested:true private:SECRET\n",
    "outlook:\n  private SECRET\n  interested: true\n",
    "outlook:\n  private: |\n    first\n   SECRET: here\n  interested: [\n",
    "outlook:\n  private:\n    - SECRET\n    - 'SECRET\n",
    "outlook:\n  private:\n    note: SECRET\n    other: *SECRET\n",
    "outlook:\n  private: {a: SECRET, a: SECRET}\n",
    "outlook:\n  private: !SECRET x\n",
    "outlook:\n  private: &SECRET x\n",
    "outlook:\n  private: SECRET\n  private: SECRET\n",
    'outlook:\n  private: "SECRET \\q"\n',
    "outlook:\n  private: >\n    text\n\tSECRET\n",
    "outlook: SECRET\n",
    "outlook:\n  problem: SECRET of mine\n",
    "outlook:\n  problem: {what: x, idea: 'SECRET it's}\n",
    "outlook:\n  problem:\n    what: x\n    idea: SECRET: SECRET\n",
    "outlook:\n  problem:\n    what: x\n    idea: [SECRET]\n",
    "outlook:\n  problem: {what: x, idea: {a: SECRET}}\n",
    "outlook: {private: SECRET, interested: [}\n",
    "outlook:\n  idea: SECRET\n",
    "private: SECRET\n",
    "problem: {idea: SECRET}\n",
    "outlook:\n  Private: SECRET\n",
    "outlook: {problem: {what: x, idea:SECRET}}\n",
    "outlook: {reasons: [private:SECRET, it is near], interested: maybe}\n",
    "outlook:\n  reasons:\n  - private: SECRET\n",
    "outlook:\n  private: text\n SECRET: text\n",
    "outlook:\n  interested: true\n  private: |\n    SECRET one\n  went_well: true\n    second: SECRET two\n",
    "outlook:\n  problem:\n    what: x\n    idea: text\n   SECRET: text\n",
    "outlook:\n  private: |\n    text\n SECRET\n SECRET: text\n",
    "outlook:\n  private: !\n     [SECRET\n",
    *(
        f"outlook:\n  {text}"
        for text in (
            "private: |\n  They go to SECRET: say nothing\n",
            "private: |\nThey go to SECRET: say nothing\n",
            "private: |\n  They go to SECRET: [x, x]\n  They go to SECRET: y\n",
            "private: |\n  They go: !SECRET x\n  They go: &SECRET x\n",
            "private: |\n  SECRET: here\n  SECRET too: there\n",
            "private: |\n  x: *SECRET\n",
            "private: |\nx: *SECRET\ny: !SECRET z\n",
            "private: my floor\n  is SECRET: never say\n",
            "private:\n  - my floor\n  is SECRET: never say\n",
            "private: |\n    base is low\n- floor: SECRET is my floor\n",
            "private: |\n    base is low\n  floor: SECRET: x\n",
            "private>\n    my floor is SECRET: never say\n",
            "private;\n    my floor is SECRET: never say\n",
            "private\n    my floor is SECRET: never say\n",
            "interested: true\n  my private note>\n    my floor is SECRET: never say\n",
            "problem:\n    what: x\n    idea: >-\n    Reorder the SECRET: apart\n",
            "problem:\n    what: x\n    idea; x\n    Reorder: SECRET: apart\n",
        )
    ),
    "outlook: {private: x, floor SECRET: y}\n",
    "outlook: {private: they pay, SECRET}\n",
    "outlook: {private: they pay, the floor, SECRET}\n",
    'outlook:\n  ? "priv\\\n    ate"\n  : SECRET: [x\n',
    "outlook:\n  private The base SECRET is mine\n",
    "outlook:\n  Private: The base\n",
    "outlook:\n  interested true\n  private The base SECRET is mine\n",
    "outlook:\n  interested The base SECRET is mine\n",
    "outlook:\n  problem:\n    idea Reorder the SECRET lanes\n",
    "outlook:\n  problem what the SECRET lanes\n",
    "company2:\n  name x\n   private SECRET\n",
    "history: [private SECRET]\n",
    "history: private SECRET\n",
    "history: [{on: private SECRET, what: a private SECRET}]\n",
    "reservations: [private SECRET]\n",
    "outlook: {reservations: [private SECRET], news: [idea SECRET: x]}\n",
    "outlook: {reasons: [Raised £310,000 for private SECRET]}\n",
    "outlook:\n  reservations:\n  - private SECRET\n",
    "outlook:\n  reasons:\n  - &a private\n  - 'private SECRET' SECRET\n",
    'outlook:\n  private: "no \\"no\n  reasons: SECRET \\d"\n',
    "outlook:\n  private: 'the boss''\n  reasons: SECRET: x: ' x\n",
    "outlook:\n  private: 'the boss\\'\n  reasons: SECRET: x: ' x\n",
    'outlook:\n  private: "they said "no\n  reasons: SECRET: x: x\n',
    'outlook:\n  private: "they said "no" and\n  reasons: SECRET: x: x\n',
    'outlook:\n  private:\n    "no \\"no\n  reasons: SECRET \\d"\n',
    'outlook:\n  private: &a "no \\"no\n  reasons: SECRET \\d"\n',
    'outlook:\n  private:\n  - x\n  - "no \\"no\n  reasons: SECRET \\d"\n',
    'outlook:\n  private:\n    note: "no \\"no\n  reasons: SECRET \\d"\n',
    'outlook:\n  interested: true\n  private: ["they said }]\n  reasons: SECRET \\d"]\n',
    "private: !SECRET they said\n",
    "private: &SECRET they said\n",
    "private: *SECRET they said\n",
    "private: *SECRET\n",
    "idea: !SECRET x\n",
    "x: {private: !SECRET x, idea: &SECRET x}\n",
    "holidays: [{private: !SECRET x}]\n",
    "x: {my SECRET private: !x y}\n",
    "x: {a private SECRET: !x y}\n",
    "x:\n  private: |\n    low\n  floor SECRET: y\n",
    "position:\n  private: x\n  They go to SECRET: y\n",
    *(
        f"outlook:\n  private: |\n    they know\n{line}: never say\n"
        for line in (
            "  ! SECRET is 82k",
            "  &x SECRET is 82k",
            "  !floor is SECRET",
            "  &SECRET SECRET",
            "  ! SECRET",
            "! SECRET is 82k",
            "&x SECRET is 82k",
            "  *SECRET",
            "*SECRET ",
            "  : !SECRET",
            "  ? [!SECRET a]\n ",
            "  ? {a: &SECRET a}\n ",
        )
    ),
    "outlook:\n  problem:\n    what: x\n    idea: |\n      they know\n    ! SECRET is 82k: never say\n",
    "position:\n  private: |\n    low\n  ! floor is SECRET: y\n",
    "position:\n  title: C\n  private: |\n    low\n  They go to SECRET: y\n  They go to SECRET: z\n",
    *(
        f"outlook:\n  private: |\n    they know\n{field}\n        my floor is SECRET{end}\n"
        for field, end in (
            ("  interested: true", ""),
            ("  interested: 'true", "'"),
            ('  interested: "true', '"'),
            ("  went_well: yes\n", ""),
            ("  employer_decides_on: 2026-12-04", ""),
            ("  problem: x", ""),
            ("  reasons: [it pays £310,000", "]"),
            ("  reasons:\n  - it pays: y", ""),
            ("  reservations:\n  - the pay", ""),
            ("  reservations:\n  - concern: x\n    by: 'Bob", "'"),
            ("letter: {language: en", "}"),
            ("position: x.yaml", ""),
            ("history:\n  - on: 2026-11-11\n    what: called", ""),
        )
    ),
    *(
        f"outlook:\n  private: x\n  {line}\n"
        for line in (
            "SECRET: !y z",
            "SECRET: &y z",
            "SECRET: *y",
            "SECRET: .nan",
            "SECRET: a #4",
            "SECRET: a\u2028b",
            "SECRET: a\x07b",
            "SECRET: {a: !b c}",
            "SECRET: [£310,000]",
            "SECRET: a\n  SECRET: b",
        )
    ),
]
TOML = [
    '[outlook]\nprivate = "SECRET" SECRET\n',
    "[outlook]\nprivate = SECRET\n",
    '[outlook]\nprivate = "SECRET\n',
    '[outlook]\nprivate = """\nSECRET = 1\nSECRET\n',
    "[outlook]\nprivate = '''\nx\n''' SECRET\n",
    '[outlook]\nprivate = ["SECRET", SECRET\n',
    "[outlook.private]\na = SECRET\nb = = SECRET\n",
    "[outlook]\nproblem = {what = 'x', idea = SECRET}\n",
    "[outlook.problem]\nwhat = 'x'\nidea = SECRET it is\n",
    '[outlook]\nprivate = "a"\nprivate = "SECRET"\n',
    '[outlook]\nprivate: "SECRET"\n',
    "private = the SECRET is mine\n",
    "[outlook]\nidea = the SECRET lanes\n",
    "[outlook.problem]\nprivate = the SECRET is mine\n",
    "[company]\nprivate = the SECRET is mine\n",
    "[[people]]\nname = x private SECRET\n",
    "company = {name = 'x', private = the SECRET is mine}\n",
    "company.private.note = the SECRET is mine\n",
    "outlook = private SECRET\n",
    '[outlook]\ninterested = true\nprivate = """she \\""" and\nreasons = "SECRET" \\q\n"""\n',
    "[outlook]\ninterested = true\nprivate = '''she \\''' and\nreasons = 'SECRET' \\q\n'''\n",
    '[outlook.private]\na = "x"\nb = """\n[people]\nSECRET = "\\q"\n"""\n',
    "[outlook.private]\na = 'x'\n[the SECRET] = 1\n[SECRET = 1\n",
    *(
        f'[outlook]\nprivate = "x"\n{line}\n'
        for line in (
            "SECRET = two",
            "my.SECRET = two",
            "SECRET = nan",
            "SECRET = 1\nSECRET = 2",
            "[outlook.SECRET]\na = two",
            "[[outlook.SECRET]]\na = two",
        )
    ),
    'outlook.private = "x"\noutlook.SECRET = two\n',
]
JSON = [
    '{"outlook": {"private": "SECRET" "SECRET"}}',
    '{"outlook": {"private": SECRET}}',
    '{"outlook": {"private": "SECRET\n',
    '{"outlook": {\n"private": {\n"a": "SECRET",\n"b": SECRET\n}}}',
    '{"outlook": {"private": "SECRET", "interested": tru}}',
    '{"outlook": {"problem": {"what": "x", "idea": \'SECRET\'}}}',
    '{"outlook": {"private": "a", "private": "SECRET"}}',
    '{"outlook": {"private": ["SECRET", }}',
    '{"outlook": {"private": "x",\n "SECRET": 1,\n "SECRET": 2}}',
]


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        *((HEAD + text, ".yaml") for text in YAML),
        *((text, ".toml") for text in TOML),
        *((text, ".json") for text in JSON),
    ],
)
def test_no_mistake_on_a_private_line_shows_the_line(text: str, suffix: str) -> None:
    try:
        load_text(text, suffix=suffix)
    except InputError as error:
        keeps_the_secret(error)


def test_what_yaml_takes_for_a_key_is_shown_in_python_no_more_than_in_a_file() -> None:
    for outlook in ({"They go to SECRET": "x"}, {"problem": {"what": "x", "the SECRET": "x"}}):
        for read in (fl.Interview.model_validate, fl.load):
            with pytest.raises(InputError) as caught:
                read(changed(("outlook", outlook)))
            keeps_the_secret(caught.value)
            assert "outlook" in str(caught.value)


class _Unsure:
    """As pandas.NA, which is neither true nor false."""

    def __bool__(self) -> bool:
        raise TypeError


@pytest.mark.parametrize("value", [object(), {1}, b"x", float("nan"), _Unsure()], ids=lambda each: type(each).__name__)
@pytest.mark.parametrize(
    "below",
    [
        lambda value: {"private": {"my floor is SECRET": value}},
        lambda value: {"private": [[{"SECRET": value}]]},
        lambda value: {"private": {("SECRET", "floor 82k"): value}},
        lambda value: {"private": {b"floor SECRET": value}},
        lambda value: {"private": {"SECRET\ud800": value}},
        lambda value: {"private": "x", "floor is SECRET": value},
        lambda value: {"private": "x", "SECRET": value},
        lambda value: {"private": "x", "SECRET": {"a": [value]}},
        lambda value: {"private": "x", ("SECRET",): value},
        lambda value: {"private": "x", "SECRET\ud800": value},
        lambda value: {"problem": {"what": "x", "idea": {"SECRET": value}}},
        lambda value: {"problem": {"what": "x", "floor is SECRET": value}},
        lambda value: {"problem": {"what": "x", "idea": "x", "SECRET": value}},
    ],
)
def test_no_key_of_what_is_private_is_shown_whatever_a_program_keeps_there(below: Any, value: object) -> None:
    for read in (fl.Interview.model_validate, fl.load):
        try:
            read(changed(("outlook", below(value))))
        except InputError as error:
            keeps_the_secret(error)


def test_a_batch_shows_no_key_of_what_is_private(tmp_path: Path) -> None:
    (result,) = fl.render_many([changed(("outlook.private", {"my SECRET": object()}))], tmp_path, ["txt"])
    assert result.fault
    assert MARK not in f"{result} {result!r} {result.fault}"


@pytest.mark.parametrize("value", [82000, 82000.5, dt.date(2082, 1, 1)], ids=str)
def test_a_number_in_the_place_of_what_holds_the_private_fields_is_not_shown(value: object) -> None:
    for outlook in (value, {"problem": value}):
        for read in (fl.Interview.model_validate, fl.load):
            with pytest.raises(InputError) as caught:
                read(changed(("outlook", outlook)))
            assert "82" not in str(caught.value) + repr(caught.value.as_dict())


def test_what_a_program_keeps_elsewhere_is_still_told_with_its_key() -> None:
    with pytest.raises(InputError) as caught:
        fl.load(changed(("outlook", {"salary": object()}), ("people[0].title", object())))
    assert {each.field for each in caught.value.faults} == {"outlook.salary", "people[0].title"}
    with pytest.raises(InputError, match="found: salary"):
        fl.Interview.model_validate(changed(("outlook", {"salary": 1, "private": "x", "interested": True})))


def test_a_text_of_several_lines_before_what_is_private_is_still_shown() -> None:
    for text in ("reasons:\n  - a\n    b\n  interested: may\n    be\n  private: x\n", "interested: may\n    be\n"):
        assert "found: may be" in message(f"{HEAD}outlook:\n  {text}", ".yaml")


def test_a_key_that_is_misspelt_or_a_plain_word_is_still_shown() -> None:
    assert "found: privat\n" in message(HEAD + "outlook:\n  privat: x\n", ".yaml")
    assert "found: went wel\n" in message(HEAD + "outlook:\n  private: x\n  went wel: true\n", ".yaml")
    assert "found: salary\n" in message(HEAD + "outlook:\n  salary: high\n", ".yaml")


def test_a_private_key_in_another_table_is_told_by_its_name() -> None:
    for text in ("private: x\n", "company: {name: x, private: x}\n", "outlook: {idea: x}\n"):
        told = message(HEAD.replace("company: {name: B}\n", "") + text, ".yaml")
        assert re.search("found: (private|idea)\n", told)
        assert "belongs under outlook" in told


@pytest.mark.parametrize(
    "private",
    [
        '"they said \\"no\\""',
        "'the boss''s'",
        '"a\n    b \\"c\\" d"  # so',
        "[\"a\", 'it''s']",
        '""',
        "it's low",
        "|\n    ",
    ],
)
def test_a_mistake_after_a_private_text_that_has_ended_is_still_shown(private: str) -> None:
    text = f"outlook:\n  interested: true\n  private: {private}\n  reasons: a: b\n"
    assert "reasons: a: b" in message(HEAD + text, ".yaml")


def test_a_mistake_on_another_line_is_still_shown() -> None:
    text = "outlook:\n  private: x\n  reasons: a: b\n"
    assert "reasons: a: b" in message(HEAD + text, ".yaml")


@settings(max_examples=examples(150), deadline=None)
@example("json", "\t\n", "x: ")
@given(
    st.sampled_from(["yaml", "toml", "json"]),
    st.lists(st.sampled_from([*"\"'{}[]:,=#&*!|>\\\n\t -", "\n  ", "x: ", "x = "]), max_size=6).map("".join),
    st.lists(st.sampled_from([*"\"'{}[]:,=#&*!|>\\\n\t -", "\n  ", "x: ", "x = "]), max_size=6).map("".join),
)
def test_whatever_stands_around_a_secret_it_is_not_shown(suffix: str, before: str, after: str) -> None:
    # Where a line of TOML ends, so does what is private; a line of YAML goes on with it if it stands further right.
    before = before.replace("\n", {"toml": " ", "yaml": "\n     ", "json": "\n"}[suffix])
    value = f"{before.lstrip(chr(10))}{MARK}{after}"
    text = {
        "yaml": f"{HEAD}outlook:\n  private: {value}\n",
        "toml": f"[outlook]\nprivate = {value}\n",
        "json": f'{{"outlook": {{"private": {value}}}}}',
    }[suffix]
    try:
        load_text(text, suffix=f".{suffix}")
    except InputError as error:
        keeps_the_secret(error)


def test_the_secrets_are_in_the_interview_that_is_tested() -> None:
    interview = fl.load(EVERYTHING)
    assert interview.outlook.private == SECRETS["private"]
    assert interview.outlook.problem
    assert interview.outlook.problem.idea == SECRETS["idea"]


@pytest.mark.parametrize(
    "outlook",
    [
        [{"private": "SECRET"}],
        '{"private": "SECRET"}',
        {"problem": [{"what": "x", "idea": "SECRET"}]},
        {"problem": {"what": "x", "idea": "SECRET\x07"}},
        {"problem": {"what": "x", "idea": ["SECRET", "SECRET"]}},
        {"problem": {"what": "x", "idea": {"SECRET": 1}}},
    ],
    ids=str,
)
def test_data_of_the_wrong_kind_around_a_secret_shows_nothing_of_it(outlook: object) -> None:
    data = changed(("outlook", outlook))
    for read in (fl.Interview.model_validate, lambda each: fl.Interview.model_validate_json(json.dumps(each))):
        with pytest.raises(fl.InputError) as caught:
            read(data)
        assert "SECRET" not in str(caught.value) + repr(caught.value.as_dict())


@pytest.mark.parametrize("rows", ['{"outlook": {"private":\n"SECRET note"}}\n', '"SECRET note"\n', '["SECRET"]\n'])
def test_a_row_that_is_no_whole_table_may_be_the_rest_of_a_note(rows: str, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(rows, "utf-8")
    for row in fl.interviews_in(tmp_path / "rows.jsonl"):
        with pytest.raises(fl.InputError) as caught:
            fl.load(row)
        assert "SECRET" not in str(caught.value) + repr(caught.value.as_dict())


def test_a_row_in_another_encoding_is_still_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(b"\xff\xfe")
    (row,) = fl.interviews_in(tmp_path / "rows.jsonl")
    with pytest.raises(fl.InputError, match="UTF-16"):
        fl.load(row)


def test_a_note_is_found_in_the_other_form_of_its_letters() -> None:
    note = "bin müde von Köln"
    made = letters(changed(("outlook.private", note), ("people[0].talked_about", unicodedata.normalize("NFD", note))))
    assert any(each.id == "private-leak" for each in fl.check(made).errors)


def test_no_other_finding_quotes_a_field_that_says_what_is_private() -> None:
    note = f"The {MARK} is 82000. They know it"
    found = fl.check(letters(changed(("outlook.private", note), ("outlook.reasons", [note]))))
    assert any(each.where.field == "outlook.reasons[0]" for each in found)
    assert MARK not in str(found) + json.dumps([each.as_dict() for each in found])


def test_an_idea_of_few_words_is_found_where_it_is_typed() -> None:
    problem = {"what": "the mis-sorts at Joliet", "idea": "rename the chutes"}
    made = letters(changed(("outlook.problem", problem), ("people[0].talked_about", "how to rename the chutes")))
    assert any(each.id == "idea-leak" for each in fl.check(made).errors)


def test_a_sum_of_an_idea_is_found_however_it_is_typed() -> None:
    problem = {"what": "the mis-sorts at Joliet", "idea": "pay the night drivers 90k a year"}
    made = letters(changed(("outlook.problem", problem), ("people[0].own_words", "It would pay 90,000 a year.")))
    assert any(each.id == "idea-leak" for each in fl.check(made))


def test_a_talk_about_the_thing_that_an_idea_is_for_gives_no_idea_away() -> None:
    problem = {"what": "the mis-sorts at Joliet", "idea": "send the 53-foot trailers to the far dock at night"}
    made = letters(changed(("outlook.problem", problem), ("people[0].talked_about", "the 53-foot trailers")))
    assert not any(each.id == "idea-leak" for each in fl.check(made))


def test_a_row_of_a_batch_keeps_its_text_to_itself_where_a_program_prints_it(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"outlook": {"private": "salary floor 91,500"}}\n', "utf-8")
    (row,) = fl.interviews_in(tmp_path / "rows.jsonl")
    assert "91,500" not in f"{row!r} {row}"
    assert "rows.jsonl:1" in repr(row)


@pytest.mark.parametrize(
    "made",
    [
        lambda: fl.Outlook(interested="private: they want SECRET"),
        lambda: fl.Problem(what={"idea": "SECRET"}),
        lambda: fl.Outlook(reasons={"private": "SECRET"}),
        lambda: fl.Meeting(date="private: SECRET"),
        lambda: fl.Person(name="P", role="idea: SECRET"),
    ],
)
def test_a_wrong_value_that_says_what_is_private_is_shown_by_no_model(made: Callable[[], object]) -> None:
    with pytest.raises(InputError) as met:
        made()
    assert "SECRET" not in str(met.value) + repr(met.value) + str(met.value.as_dict())


TOLD_OF_CONTENT: dict[str, tuple[Callable[[Any], object], str]] = {
    "compose": (fl.compose, "load_text(text) makes one"),
    "decide": (fl.decide, "load_text(text) makes one"),
    "plan": (lambda text: fl.plan(text, dt.date(2026, 11, 23)), "load_text(text) makes one"),
    "second_interview": (fl.second_interview, "load_text(text) makes one"),
    "check": (fl.check, "compose(interview) makes them"),
    "match": (lambda text: fl.match(text, []), "interview.position.responsibilities"),
    "load": (fl.load, "goes to followup_letters.load_text"),
    "load without files": (lambda text: fl.load(text, files=False), "load_text(…, files=False)"),
    "load of a Path": (lambda text: fl.load(Path(text)), "goes to followup_letters.load_text"),
    "Interview": (fl.Interview, "Interview(**data)"),
    "render_many": (lambda text: fl.render_many(text, "out"), "[load_text(text)]"),
    "interviews_in": (lambda text: list(fl.interviews_in(text)), "load_text(text)"),
    "record_event": (lambda text: record_event(text, fl.Event(on="2026-11-20", what="wrote")), "into a file"),
}


@pytest.mark.parametrize("taking", TOLD_OF_CONTENT)
@pytest.mark.parametrize(
    "text",
    [
        f"private: salary {MARK}",
        yaml.safe_dump(EVERYTHING),
        json.dumps(EVERYTHING),
        f'outlook = {{private = "{MARK}"}}',
        f"outlook: {{private: {MARK}.yaml}}",
    ],
    ids=["short", "YAML", "JSON", "TOML", "like a name"],
)
def test_content_in_place_of_an_interview_or_a_path_is_not_repeated_and_the_way_for_it_is_told(
    taking: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    call, way = TOLD_OF_CONTENT[taking]
    with pytest.raises(InputError) as caught:
        call(text)
    keeps_the_secret(caught.value)
    assert way in str(caught.value)


@pytest.mark.parametrize("row", [json.dumps(EVERYTHING), json.dumps([EVERYTHING]), yaml.safe_dump(EVERYTHING), "{}"])
@pytest.mark.parametrize(
    "given", [lambda row: row, str.encode, lambda row: ("7", row), lambda row: ("7", row.encode())]
)
def test_a_column_that_holds_content_names_neither_result_nor_folder_and_is_told_how_to_be_read(
    given: Callable[[str], Any], row: str, tmp_path: Path
) -> None:
    (result,) = fl.render_many([given(row)], tmp_path, ["txt"])
    name = "7" if isinstance(given(row), tuple) else "interview 1"
    assert result.fault
    assert (result.source, result.folder) == (name, {"7": "7"}.get(name, "000001"))
    assert MARK not in str(result) + repr(result) + json.dumps(result.as_dict())
    (fault,) = result.fault["faults"]
    assert fault["found"] == "the content of a file"
    assert ("json.loads(row)" if row[0] in "{[" else "load_text(row)") in fault["hint"]


def test_a_file_whose_name_is_like_content_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes: may.yaml").write_text(yaml.safe_dump(EVERYTHING), "utf-8")
    assert fl.load("notes: may.yaml") == fl.load(EVERYTHING)
    (result,) = fl.render_many(fl.interviews_in("notes: may.yaml"), tmp_path / "out", ["txt"])
    assert (result.source, result.fault) == ("notes: may.yaml", None)


def test_a_sum_in_millions_is_one_sum_however_it_is_written() -> None:
    assert marks("1.5m") == marks("1,500,000") == marks("USD1500000") == marks("1.5 million") == marks("1,500 thousand")
    assert marks("82k") == marks("82 thousand") == marks("0.082m") == marks("$82,000") == marks("0,082 million")
    assert marks("1.2bn") == marks("1.2 Billion") == marks("1200m") == marks("1,200,000,000")
    assert not any(marks("82 thousands of them"))

"""From Python: a wrong argument is told with what was found, the rule and the nearest right thing; `help` teaches."""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
import functools
import inspect
import io
import json
import os
import pickle
import pydoc
import re
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell

import followup_letters as fl
from followup_letters.amending import record_event
from followup_letters.choices import Action, Face, How, Language, Layout, Medium, Paper
from followup_letters.errors import Fault, InputError
from followup_letters.noun import described, nouns_in

EXAMPLE = Path(__file__).parents[1] / "examples" / "operations-manager.yaml"
DAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def interview() -> fl.Interview:
    return fl.load(EXAMPLE)


@pytest.fixture(scope="module")
def letter(interview: fl.Interview) -> fl.Letter:
    return fl.compose(interview)[0]


Call = Callable[[Any], object]

SLIPS: dict[str, tuple[Call, str, str]] = {
    "compose takes a path": (lambda i: fl.compose("file.yaml"), "an Interview", "load('file.yaml') makes one"),
    "compose takes a Path": (lambda i: fl.compose(Path("file.yaml")), "an Interview", "load('file.yaml') makes one"),
    "compose takes a mapping": (lambda i: fl.compose({}), "an Interview", "load() makes one of a mapping"),
    "compose takes several": (lambda i: fl.compose([i, i]), "an Interview", "render_many"),
    "compose takes nothing": (lambda i: fl.compose(None), "an Interview", "load() makes one"),
    "compose by another kind": (lambda i: fl.compose(i, kind="pursu"), "courtesy, pursue", "did you mean pursue?"),
    "compose to a number": (lambda i: fl.compose(i, to=5), "a person of the interview, or a name", ""),
    "compose to nobody": (lambda i: fl.compose(i, to="Nobody"), "one person who gets a letter", "letters go to: Dr."),
    "templates by number": (lambda i: fl.compose(i, templates=5), "a path", ""),
    "templates as data": (lambda i: fl.compose(i, templates={}), "a path", "as `render-letter eject my-words` makes"),
    "decide takes a path": (lambda i: fl.decide("file.yaml"), "an Interview", "load('file.yaml') makes one"),
    "decide by another kind": (lambda i: fl.decide(i, kind="x"), "one of: courtesy, pursue", ""),
    "plan takes a path": (lambda i: fl.plan("file.yaml", today=DAY), "an Interview", "load('file.yaml') makes one"),
    "plan by a text": (lambda i: fl.plan(i, today="2026-11-20"), "a datetime.date", "fromisoformat('2026-11-20')"),
    "plan by a time": (lambda i: fl.plan(i, today=dt.datetime(2026, 11, 20)), "a datetime.date", "its .date() is one"),
    "plan by nothing": (lambda i: fl.plan(i, today=None), "a datetime.date", "datetime.date(2026, 11, 27)"),
    "plan by a text, unnamed": (lambda i: fl.plan(i, "2026-11-20"), "a datetime.date", "fromisoformat('2026-11-20')"),
    "plan without a day": (lambda i: fl.plan(i, None), "a datetime.date", "reads the clock: datetime.date.today()"),
    "an e-mail of a post letter": (
        lambda i: fl.compose(i)[0].render("eml"),
        "a letter by e-mail",
        'in Python: interview.with_(letter=interview.letter.with_(medium="email"))',
    ),
    "an e-mail of a call sheet": (
        lambda i: fl.plan(_by_email(i), DAY).call_sheet().render("eml"), "docx, pdf, html, txt", "no e-mail form"
    ),
    "findings of a letter by e-mail": (
        lambda i: fl.check(fl.compose(i)).of(fl.compose(_by_email(i))[0]), "that were checked", "check(letters)"
    ),
    "findings of a letter of the other kind": (
        lambda i: fl.check(fl.compose(i)).of(fl.compose(i, kind="courtesy")[0]), "that were checked", "check(letters)"
    ),
    "a day of another age": (lambda i: i.with_(interview={"date": "0001-01-01"}), "a date of the years 1900", ""),
    "a second of a path": (lambda i: fl.second_interview("x.yaml"), "an Interview", "load('x.yaml') makes one"),
    "load takes a number": (lambda i: fl.load(123), "the path of an interview file", ""),
    "load takes content": (lambda i: fl.load('{"candidate": {"name": "A"}}'), "the path of an interview", "load_text"),
    "load takes lines": (lambda i: fl.load("candidate:\n  name: A\n"), "the path of an interview file", "load_text"),
    "load takes long content": (
        lambda i: fl.load('{"outlook": {"private": "' + "x" * 900 + '"}}'),
        "the path of an interview",
        "load_text",
    ),
    "load takes an address": (lambda i: fl.load("https://x.example/i.yaml"), "nothing is fetched", "give the path"),
    "a text of a number": (lambda i: fl.load_text(3), "the content of an interview file", ""),
    "a text of a path": (lambda i: fl.load_text(Path("i.yaml")), "the content of an", "load() takes the path"),
    "a text in a number": (lambda i: fl.load_text("", folder=5), "a path", ""),
    "a text of a form": (lambda i: fl.load_text("", suffix=5), "one of: .yaml, .yml, .toml, .json", ""),
    "an event of no file": (lambda i: record_event(i, i.history), "the path of an interview file", "interview.with_("),
    "an event of a number": (lambda i: record_event(5, i.history), "a path: a text or a pathlib.Path", ""),
    "a mapping by itself": (lambda i: fl.Interview({}), "its fields by their names", "Interview(**data)"),
    "load takes bytes": (lambda i: fl.load(b"candidate:"), "the path of an interview file", "load_text"),
    "load takes an interview": (lambda i: fl.load(i), "the path of an interview file", "it is loaded already"),
    "check takes an interview": (lambda i: fl.check(i), "a letter, or the letters", "compose(interview) makes them"),
    "check takes nothing": (lambda i: fl.check([]), "a letter, or the letters", "interview="),
    "check by a text": (lambda i: fl.check(fl.compose(i), today="2026-11-20"), "a datetime.date", "fromisoformat"),
    "an unknown field": (lambda i: i.with_(outlok=1), "a field that is known here", "did you mean outlook?"),
    "an unknown key": (lambda i: fl.Outlook(intersted=True), "a field that is known here", "did you mean interested?"),
    "an event by another word": (lambda i: fl.Event(on="2026-11-20", what="mailed"), "one of: wrote", "mean wrote?"),
    "a kind by another word": (lambda i: fl.Person(name="A B", role="HR"), "one of: hiring", "did you mean personnel?"),
    "a key by another word": (lambda i: fl.Position(title="X", duties="x"), "known here", "mean responsibilities?"),
    "a number for a length": (lambda i: fl.Meeting(date="2026-11-18", lasted=90), "a length of time", "You gave me"),
    "a wrong choice": (lambda i: fl.Position(title="X", level="sneior"), "junior, mid", "did you mean senior?"),
    "a wrong kind": (lambda i: fl.Outlook(interested="perhaps"), "true or false", ""),
    "a field that lacks": (lambda i: fl.Candidate(), "name must be given", ""),
    "a format as a text": (lambda i: fl.render_many([i], "out", "pdf"), "a list of formats", "['pdf']"),
    "a wrong format": (lambda i: fl.render_many([i], "out", ["dox"]), "one of: docx", "did you mean docx?"),
    "one file for many": (lambda i: fl.render_many("a.yaml", "out"), "many interviews", "interviews_in('a.yaml')"),
    "one for many": (lambda i: fl.render_many(i, "out"), "many interviews", "put a single one into a list"),
    "a number of workers": (lambda i: fl.render_many([i], "out", executor=4), "an executor, or None", "ProcessPool"),
    "a class of workers": (
        lambda i: fl.render_many([i], "out", executor=ThreadPoolExecutor),
        "an executor, or None",
        "ProcessPoolExecutor()",
    ),
    "no format at all": (lambda i: fl.render_many([i], "out", []), "one format at least", "['docx', 'pdf']"),
    "files by a text": (lambda i: fl.render_many([i], "out", files="no"), "True or False", ""),
    "a path without files": (lambda i: fl.load("i.yaml", files=False), "no file is read here", "load_text"),
    "a stream of text": (
        lambda i: list(fl.interviews_in("-", standard_input=io.StringIO("{}"))),
        "a stream that gives bytes",
        "sys.stdin.buffer",
    ),
    "a folder by number": (lambda i: fl.render_many([i], 5), "a path", ""),
    "many by another kind": (lambda i: fl.render_many([i], "out", kind="x"), "one of: courtesy, pursue", ""),
    "a file by number": (lambda i: list(fl.interviews_in(5)), "a path", ""),
    "check by an empty list": (lambda i: fl.check(fl.compose(i), interview=[]), "an Interview", "give one at a time"),
    "check of two interviews": (
        lambda i: fl.check([*fl.compose(i), *fl.compose(fl.load(NOTES))]), "the letters of one interview", "themselves"
    ),
    "check by another interview": (
        lambda i: fl.check(fl.compose(i), interview=fl.load(NOTES)), "the letters of one interview", "themselves"
    ),
    "findings of another letter": (
        lambda i: fl.check(fl.compose(i)).errors.of(fl.compose(fl.load(NOTES))[0]),
        "one of the letters that were checked",
        "check(letters)",
    ),
    "a finding of no rule": (lambda i: fl.Finding("title-mising", "error", None, "x"), "one of:", "title-missing?"),
    "a finding of no weight": (lambda i: fl.Finding("title-missing", "eror", None, "x"), "one of:", "error?"),
    "match below nothing": (lambda i: fl.match([], [], limit=-1), "a whole number", ""),
    "match by a yes": (lambda i: fl.match([], [], limit=True), "a whole number", ""),
    "a class by mistake": (lambda i: fl.compose(fl.Interview), "an Interview", ""),
    "a key that is no text": (lambda i: fl.Interview.model_validate(NOTES | {1: 2}), "keys that are texts", ""),
    "no base64": (lambda i: fl.Letterhead(content="!!"), "the content of a Word file, as bytes or in base64", ""),
    "a signature by its file": (lambda i: fl.Signature(file="s.png"), "the picture itself, as `image`", ""),
    "a rank beyond": (lambda i: fl.Responsibility(text="x", importance=10**9), "a number of at most 100", ""),
    "a rank below": (lambda i: fl.Responsibility(text="x", importance=0), "a number of at least 1", ""),
    "bytes for a text": (lambda i: fl.Person(name=b"\xff"), "a text", ""),
    "to several": (lambda i: fl.compose(i, to="r"), "this is a part of", "letters go to: Dr."),
    "to one without a letter": (
        lambda i: fl.compose(i.with_(people=[*i.people[:2], i.people[2].with_(write=False)]), to=i.people[2].name),
        "the name of one person who gets a letter",
        "that person gets none, and decide(interview).reasons says why",
    ),
    "match takes a text": (lambda i: fl.match("Run nights", ["Ran nights"]), "a list, of texts", "['Run nights']"),
    "match takes an interview": (lambda i: fl.match(i, ["a"]), "a list", "of an interview: interview.position.resp"),
    "a name without its field": (lambda i: fl.Person("A B"), "its fields by their names", "Person(name='A B')"),
    "a text without its field": (lambda i: fl.Outlook("A B"), "its fields by their names", "Outlook(**data)"),
    "an hour for a day": (
        lambda i: fl.Meeting(date=dt.datetime(2026, 11, 18, 9)), "a date without a time of day", "its .date() is one"
    ),
    "a day of Britain": (lambda i: i.with_(interview={"date": "18/11/2026"}), "year-month-day", "write 2026-11-18"),
    "a day in words": (lambda i: fl.Meeting(date="November 18, 2026"), "year-month-day", "write 2026-11-18"),
    "a day that is none": (lambda i: fl.Meeting(date="2026-11-31"), "the calendar has", "November 2026 has 30 days"),
    "match takes numbers": (lambda i: fl.match([1], ["Ran nights"]), "a text, or one of the models", ""),
    "suggest takes a text": (lambda i: fl.suggest(["Run nights"], "Ran nights"), "a list, of texts", "['Ran nights']"),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_wrong_argument_is_told_in_words_with_the_nearest_right_thing(slip: str, interview: fl.Interview) -> None:
    call, rule, hint = SLIPS[slip]
    with pytest.raises(InputError) as caught:
        call(interview)
    (fault,) = caught.value.faults
    assert fault.field
    assert rule in fault.rule
    assert hint in (fault.hint or "")
    assert str(caught.value).partition("\n")[0] == fault.field != "input"


ODD = (
    None,
    0,
    1.5,
    True,
    "",
    "x",
    b"x",
    [],
    ["x"],
    {},
    {"a": 1},
    object(),
    Path("nope"),
    DAY,
    dt.datetime(2026, 1, 1),
    len,
)

TAKING: dict[str, Callable[[fl.Interview, Any], object]] = {
    "load": lambda _, odd: fl.load(odd),
    "text": lambda _, odd: fl.load_text(odd),
    "text in": lambda i, odd: fl.load_text(i.model_dump_json(), folder=odd, suffix=".jsn" if odd == "" else ".json"),
    "text as": lambda _, odd: fl.load_text("{}", suffix=odd),
    "JSON": lambda _, odd: fl.Interview.model_validate_json(odd),
    "decide": lambda _, odd: fl.decide(odd),
    "decide by": lambda i, odd: fl.decide(i, kind=odd),
    "compose": lambda _, odd: fl.compose(odd),
    "compose to": lambda i, odd: fl.compose(i, to=odd),
    "compose from": lambda i, odd: fl.compose(i, templates=odd),
    "plan": lambda _, odd: fl.plan(odd, today=DAY),
    "plan on": lambda i, odd: fl.plan(i, today=odd),
    "second": lambda _, odd: fl.second_interview(odd),
    "check": lambda _, odd: fl.check(odd),
    "check on": lambda i, odd: fl.check([], interview=i, today=odd),
    "check in": lambda i, odd: fl.check([], interview=i, formats=odd),
    "check of": lambda _, odd: fl.check([], interview=odd),
    "match": lambda _, odd: fl.match(odd, ["Ran nights"]),
    "match with": lambda _, odd: fl.match(["Run nights"], odd),
    "match by": lambda _, odd: fl.match(["Run nights"], ["Ran nights"], similarity=odd),
    "match so many": lambda _, odd: fl.suggest(["Run nights"], ["Ran nights"], limit=odd),
    "many": lambda _, odd: fl.render_many(odd, "out"),
    "many in": lambda _, odd: fl.render_many([], "out", odd),
    "many by": lambda _, odd: fl.render_many([], "out", kind=odd),
    "many on": lambda _, odd: fl.render_many([], "out", executor=odd),
    "files": lambda _, odd: list(fl.interviews_in(odd)),
    "a copy": lambda i, odd: i.with_(outlook=odd),
    "a person": lambda _, odd: fl.Person(name=odd, met=odd, role=odd),
    "a letter as": lambda i, odd: fl.compose(i)[0].render(odd),
    "a letter into": lambda i, odd: fl.compose(i)[0].save(odd),
    "a plan into": lambda i, odd: fl.plan(i, today=DAY).save(odd),
    "a sheet for": lambda i, odd: fl.plan(i, today=DAY).call_sheet(odd),
}


@pytest.mark.parametrize("taking", TAKING)
def test_whatever_is_given_either_works_or_is_told_in_our_words(
    taking: str, interview: fl.Interview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = 0
    for odd in ODD:
        try:
            TAKING[taking](interview, odd)
        except fl.FollowupError:
            refused += 1
    assert refused > 5


@pytest.mark.parametrize(("call", "rule"), [
    (lambda letter: letter.render("word"), "one of: docx, pdf, html, txt, eml"),
    (lambda letter: letter.render(["pdf"]), "one of: docx"),
    (lambda letter: letter.save(5), "a path"),
])  # fmt: skip
def test_a_letter_asked_for_another_format_says_which_there_are(call: Call, rule: str, letter: fl.Letter) -> None:
    with pytest.raises(InputError, match=rule):
        call(letter)


def _by_email(interview: fl.Interview) -> fl.Interview:
    return interview.with_(letter=interview.letter.with_(medium="email"))


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda i: i["people"], "Interview is no dict; interview.people is that field"),
        (lambda i: i.people[0]["titel"], "Person is no dict; person.title is that field"),
        (lambda i: i[0], "Interview is no dict"),
        (lambda i: i.people["Raman"], "not str; people[0] is Dr. Priya Raman"),
        (lambda i: i.people["Nobody"], "tuple indices must be integers or slices, not str"),
    ],
)
def test_what_is_asked_as_of_a_dict_is_told_with_the_way_to_it(ask: Call, told: str, interview: fl.Interview) -> None:
    with pytest.raises(TypeError) as caught:
        ask(interview)
    assert str(caught.value).endswith(told)
    assert caught.value._render_traceback_()  # type: ignore[attr-defined]


def test_the_people_of_an_interview_are_a_tuple_as_they_were(interview: fl.Interview) -> None:
    assert interview.people == tuple(interview.people)
    assert interview.people[1:] == tuple(interview.people)[1:]
    assert fl.Interview.model_validate_json(interview.model_dump_json()) == interview
    for like in (pickle.loads(pickle.dumps(interview)), copy.deepcopy(interview), interview.with_(history=())):
        assert like.people == interview.people
        assert type(like.people) is type(interview.people)


def test_the_way_to_a_letter_by_email_that_is_told_works(interview: fl.Interview) -> None:
    assert fl.compose(_by_email(interview))[0].render("eml").startswith(b"X-Unsent")


def test_a_letter_can_be_asked_for_by_the_person_as_well_as_by_the_name(interview: fl.Interview) -> None:
    person = interview.people[0]
    assert fl.compose(interview, to=person) == fl.compose(interview, to=person.name)


NOTES = {
    "candidate": {"name": "A B"},
    "company": {"name": "C"},
    "position": {"title": "P"},
    "interview": {"date": "2026-11-18"},
    "people": [{"name": "Q R"}],
}


def test_a_list_is_not_called_too_short_because_its_entries_are_wrong() -> None:
    with pytest.raises(InputError) as caught:
        fl.Interview(**(NOTES | {"people": [{"nme": "Q R"}]}))
    (fault,) = caught.value.faults
    assert (fault.field, fault.hint) == ("people[0].nme", "did you mean name?")
    with pytest.raises(InputError, match="at least one entry"):
        fl.Interview(**(NOTES | {"people": []}))


@pytest.mark.parametrize(
    "make",
    [
        lambda data: fl.Interview(**data),
        fl.Interview.model_validate,
        lambda data: fl.Interview.model_validate_json(json.dumps(data)),
    ],
)
def test_a_key_that_is_misspelt_is_told_by_every_way_to_an_interview_as_load_tells_it(make: Call) -> None:
    slips = {
        "people": [{"name": "Q R", "tilte": "Buyer"}, {"nme": "S T"}],
        "candidate": {"name": "A B", "strengths": [{"text": "Ran nights", "anwsers": ["x"]}]},
        "outlook": {"problem": {"what": "the mis-sorts", "idae": "lanes"}},
        "leter": {},
    }
    told = []
    for way in (fl.load, make):
        with pytest.raises(InputError) as caught:
            way(NOTES | slips)
        told.append({(fault.field, fault.found, fault.rule, fault.hint) for fault in caught.value.faults})
    assert told[0] == told[1]
    assert ("people[0].tilte", "tilte", "a field that is known here", "did you mean title?") in told[1]
    assert len(told[1]) == 5


@pytest.mark.parametrize("odd", [None, 5, "notes.yaml", [NOTES]])
def test_what_is_no_interview_at_all_is_told_without_pydantic(odd: object) -> None:
    for way in (fl.Interview.model_validate, lambda data: fl.Interview.model_validate_json(json.dumps(data))):
        with pytest.raises(InputError) as caught:
            way(odd)
        assert "pydantic" not in str(caught.value)


@pytest.mark.parametrize(("odd", "found"), [(None, "nothing"), ([], "a list"), ([NOTES], "a list"), (5, "5, a number")])
def test_what_a_stranger_sends_that_is_no_table_is_told_in_words_of_the_file(odd: object, found: str) -> None:
    with pytest.raises(InputError) as caught:
        fl.load(odd, files=False)  # type: ignore[arg-type]
    (fault,) = caught.value.faults
    assert fault == Fault(
        "a table of fields at the top level: candidate, company, position, interview, people", found=found
    )
    with pytest.raises(InputError) as caught:
        fl.load_text(json.dumps([]), suffix=".json", files=False)
    assert caught.value.faults[0].rule == fault.rule
    assert caught.value.faults[0].field is fault.field is None


def test_what_data_alone_is_told_leads_to_load_and_says_rules_in_our_words() -> None:
    person = {"name": "Q" * 400}
    duty = {"text": "x", "importance": "first"}
    slips = {"candidate": "me.yaml", "people": [person], "position": {"title": "P", "responsibilities": [duty]}}
    with pytest.raises(InputError) as caught:
        fl.Interview(**(NOTES | slips))
    assert [(fault.field, fault.rule, fault.hint) for fault in caught.value.faults] == [
        (
            "candidate",
            "a mapping of fields, or the model itself",
            "load() takes the same mapping, and reads the files that it names",
        ),
        ("position.responsibilities[0].importance", "a whole number, such as 1", None),
        ("people[0].name", "a text of at most 300 characters", "this one has 400"),
    ]
    assert "`load` makes one of a file or a mapping" in (fl.Interview.__doc__ or "")


def test_data_alone_opens_no_file_where_load_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("me.yaml").write_text("name: Somebody Else\n")
    Path("q.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Q R\nTITLE:Secret\nEND:VCARD\n")
    Path("c.json").write_text('{"name": "Somewhere Else"}')
    naming = {"candidate": "me.yaml", "people": [{"name": "Q R", "card": "q.vcf"}]}
    assert "Somebody Else" in fl.compose(fl.load(NOTES | naming))[0].text
    assert "Secret" in fl.compose(fl.load(NOTES | naming))[0].text
    assert fl.Interview(**NOTES) == fl.load(NOTES)
    naming_one = ({"candidate": "me.yaml"}, {"company": "c.json"}, {"position": "c.json"}, {"people": naming["people"]})
    for part in naming_one:
        with pytest.raises(InputError) as caught:
            fl.Interview(**(NOTES | part))
        assert "reads the files that it names" in (caught.value.faults[0].hint or "")


BROKEN = [
    '{"outlook": {"private": "SECRET" "x"}}',
    '{"outlook": {"private": "SECRET"',
    '{"outlook": {"private": "SECRET',
    '{"outlook": {"private": "SECRET"},}',
    '{"outlook": {private: "SECRET"}}',
    '{"outlook": {"private" "SECRET"}}',
    '{\n "outlook": {"private": SECRET}}',
    '{"outlook": {"private": ["SECRET" 2]}}',
    r'{"outlook": {"private": "SECRET\q"}}',
    '{"outlook": {"private": "SECRET"}} x',
    '{"outlook": {"private": 01}}',
]


@pytest.mark.parametrize("text", BROKEN)
@pytest.mark.parametrize("typed", [str, str.encode])
def test_json_that_breaks_off_is_told_as_load_text_tells_it_and_nothing_of_it_is_shown(text: str, typed: Call) -> None:
    told = []
    for way in (lambda given: fl.load_text(given, suffix=".json"), fl.Interview.model_validate_json):
        with pytest.raises(InputError) as caught:
            way(typed(text))
        assert "SECRET" not in str(caught.value)
        assert "SECRET" not in json.dumps(caught.value.as_dict())
        told.append(caught.value.faults)
    ((load_text,), (data_alone,)) = told
    assert data_alone.line == load_text.line
    assert data_alone.column
    assert data_alone.rule.split()[:3] == load_text.rule.split()[:3]


def test_a_text_of_strangers_opens_no_file_and_each_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text("name: Somebody Else\n")
    text = (
        "candidate: {file: me.yaml}\ncompany: c.json\nposition: {title: P}\ninterview: {date: 2026-11-18}\n"
        "people: [{name: Q R, card: q.vcf}]\nletter: {letterhead: l.docx}\n"
    )
    with pytest.raises(InputError) as caught:
        fl.load_text(text, folder=tmp_path, files=False)
    assert [fault.field for fault in caught.value.faults] == [
        "candidate",
        "company",
        "people[0].card",
        "letter.letterhead",
    ]
    assert {fault.rule for fault in caught.value.faults} == {
        "what would stand in the file, in its place: no file is read here"
    }
    assert [fault.line for fault in caught.value.faults] == [1, 2, 5, 6]
    signed = json.dumps(NOTES | {"candidate": {"name": "A B", "signature": "s.png"}})
    with pytest.raises(InputError, match="no file is read here"):
        fl.load_text(signed, suffix=".json", files=False)
    assert fl.load_text(json.dumps(NOTES), suffix=".json", files=False) == fl.Interview(**NOTES)
    named = json.dumps(NOTES | {"candidate": "me.yaml"})
    assert fl.load_text(named, suffix=".json", folder=str(tmp_path)).candidate.name == "Somebody Else"


def test_a_name_where_a_table_belongs_is_told_with_the_table_where_no_file_is_read_too() -> None:
    ways = {
        "company": ("Cascadia Health", "for a name, write a table: {name: Cascadia Health}"),
        "position": ("Tutor", "for a title, write a table: {title: Tutor}"),
        "candidate": ("Dana Whitfield", "for a name, write a table: {name: Dana Whitfield, email: …}"),
    }
    for field, (typed, way) in ways.items():
        with pytest.raises(InputError) as caught:
            fl.load(NOTES | {field: typed}, files=False)
        (fault,) = caught.value.faults
        assert (fault.field, fault.rule, fault.hint) == (field, "a table of fields; no file is read here", way)


def test_data_of_strangers_opens_no_file_and_has_every_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("me.yaml").write_text("name: Somebody Else\n")
    naming = NOTES | {"candidate": "me.yaml", "people": [{"name": "Q R", "card": "q.vcf", "outlok": 1}]}
    with pytest.raises(InputError) as caught:
        fl.load(naming, files=False)
    told = {fault.field: (fault.rule, fault.hint) for fault in caught.value.faults}
    assert (
        told["candidate"][0]
        == told["people[0].card"][0]
        == ("what would stand in the file, in its place: no file is read here")
    )
    assert "It belongs at the top level" in (told["people[0].outlok"][1] or "")
    assert fl.load(NOTES, files=False) == fl.load(NOTES)


MAKING: tuple[Call, ...] = (
    fl.load,
    fl.Interview.model_validate,
    lambda data: fl.Interview(**data),
    lambda data: fl.Interview.model_validate_json(json.dumps(data)),
)


@pytest.mark.parametrize("make", MAKING)
@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({f"k{number}": "1" for number in range(25_000)}, "at most 20,000 values"),
        ({"candidate": {"name": functools.reduce(lambda inner, _: [inner], range(60), [])}}, "at most 32 lists"),
        ({"candidate": {"name": "x" * 1_000_001}}, "at most 1,000,000 characters"),
        ({"x" * 1_000_001: "1"}, "at most 1,000,000 characters"),
    ],
    ids=("values", "depth", "a text", "a key"),
)
def test_every_way_to_an_interview_has_the_same_bounds(make: Call, more: dict[str, Any], rule: str) -> None:
    with pytest.raises(InputError, match=rule) as caught:
        make(NOTES | more)
    assert len(caught.value.faults) == 1


@pytest.mark.parametrize("make", MAKING)
@pytest.mark.parametrize("private", ["SECRET\a", ["SECRET\x1b[31m"], {"SECRET\0": "x"}, {"a": {"b": "SECRET\x9b"}}])
def test_what_is_private_has_no_control_character_by_any_way_and_is_not_shown(make: Call, private: object) -> None:
    with pytest.raises(InputError) as caught:
        make(NOTES | {"outlook": {"private": private}})
    assert "SECRET" not in json.dumps(caught.value.as_dict())
    kept = {"a": ["SECRET\n\tand more", 1, 1.5, True, None]}
    assert make(NOTES | {"outlook": {"private": kept}}).outlook.private  # type: ignore[attr-defined]  # an interview


def test_what_is_private_is_data() -> None:
    with pytest.raises(InputError, match="texts, numbers, dates"):
        fl.Outlook(private=[object()])


@pytest.mark.parametrize("make", MAKING)
@pytest.mark.parametrize("more", [{f"k{number}": "1" for number in range(15_000)}, {"people": [{}] * 9_000}])
def test_of_very_many_faults_every_way_tells_twenty_and_the_number_of_the_rest(
    make: Call, more: dict[str, Any]
) -> None:
    with pytest.raises(InputError) as caught:
        make(NOTES | more)
    *told, rest = caught.value.faults
    assert len(told) == 20
    assert rest.rule in ("and 14980 more; mend these first", "and 8980 more; mend these first")
    assert len(str(caught.value)) < 2000


def test_texts_alone_are_validated_as_other_data_is() -> None:
    assert fl.Meeting.model_validate_strings({"date": "2026-11-18"}) == fl.Meeting(date=dt.date(2026, 11, 18))
    with pytest.raises(InputError, match="did you mean date"):
        fl.Meeting.model_validate_strings({"dat": "2026-11-18"})
    with pytest.raises(InputError, match="at most 20,000 values"):
        fl.Meeting.model_validate_strings({f"k{number}": "1" for number in range(25_000)})


@pytest.mark.parametrize("make", MAKING)
@pytest.mark.parametrize("key", ["a\nERROR root: a line of a log", "\x1b[31m", "x" * 500])
def test_a_key_is_told_in_one_short_line_by_every_way(make: Call, key: str) -> None:
    with pytest.raises(InputError) as caught:
        make(NOTES | {key: "1"})
    (fault,) = caught.value.faults
    assert fault.found in {fault.field, None}  # what may be a line of a note is not shown
    assert len(fault.found or "") <= 60
    assert (fault.found or "").isprintable()


def test_where_nobody_gets_a_letter_checking_knows_the_interview_all_the_same() -> None:
    letters = fl.compose(fl.Interview(**(NOTES | {"people": [{"name": "Q R", "met": False}]})))
    assert letters == []
    assert fl.check(letters) == fl.check([], interview=letters.interview)


def test_nothing_is_written_where_an_argument_of_a_batch_is_wrong(interview: fl.Interview, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        fl.render_many([interview], tmp_path / "out", ["dox"])
    assert not (tmp_path / "out").exists()


def test_what_is_not_given_is_told_as_nothing(interview: fl.Interview) -> None:
    with pytest.raises(InputError, match="found: nothing\n"):
        fl.plan(interview, None)
    with pytest.raises(InputError, match="found: nothing\n"):
        fl.compose(None)  # type: ignore[arg-type]


def test_a_name_that_is_misspelt_is_told_with_the_one_that_is_meant() -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'laod'; did you mean load\?"):
        fl.laod  # noqa: B018  # it is asked for
    assert not hasattr(fl, "zzzz")


def test_each_argument_is_named_with_its_function(interview: fl.Interview) -> None:
    day, plan = dt.date(1800, 1, 1), fl.plan(interview, DAY)
    calls: dict[str, Callable[[], object]] = {
        "compose(to)": lambda: fl.compose(interview, to="Nobody"),
        "compose(kind)": lambda: fl.compose(interview, kind="persue"),  # type: ignore[arg-type]  # the slip
        "decide(kind)": lambda: fl.decide(interview, kind="persue"),  # type: ignore[arg-type]  # the slip
        "plan(today)": lambda: fl.plan(interview, day),
        "call_sheet(person)": lambda: plan.call_sheet("Nobody"),
        "render(format)": lambda: fl.compose(interview)[0].render("pfd"),
        "render_many(force)": lambda: fl.render_many([], "out", force="no"),  # type: ignore[arg-type]  # the slip
    }
    for field, call in calls.items():
        with pytest.raises(InputError) as caught:
            call()
        assert [fault.field for fault in caught.value.faults] == [field]


def test_a_countrys_code_in_small_letters_is_told_in_capitals() -> None:
    for read in (fl.load, fl.Interview.model_validate):
        with pytest.raises(InputError) as caught:
            read(NOTES | {"holidays": "us"})
        assert [fault.hint for fault in caught.value.faults] == ["did you mean US?"]


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no such folder here")
def test_a_folder_that_a_letter_is_to_be_saved_as_is_told_as_that(interview: fl.Interview, tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").mkdir()
    for folder in (tmp_path, tmp_path / "letter.pdf"):
        with pytest.raises(fl.OutputError, match="is a folder; name the file in it, with a suffix: docx"):
            fl.compose(interview)[0].save(folder)


def test_a_folder_that_takes_no_files_is_told_as_that(interview: fl.Interview) -> None:
    with pytest.raises(fl.OutputError, match="the folder /proc takes no files"):
        fl.compose(interview)[0].save("/proc/raman.docx")


def test_a_file_of_json_lines_is_told_what_takes_it(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text("{}\n")
    with pytest.raises(InputError, match=r"interviews_in\(\) gives the interview of each of its lines"):
        fl.load(tmp_path / "c.jsonl")
    with pytest.raises(InputError, match=r"interviews_in\(standard_input\)\n.*\n.*\n  hint:  sys.stdin.buffer"):
        list(fl.interviews_in("-"))


def test_a_letter_tells_as_data_what_a_program_may_log(interview: fl.Interview) -> None:
    told = fl.compose(interview)[0].as_dict()
    assert json.loads(json.dumps(told)) == told
    assert (told["kind"], told["role"], told["mail_on"]) == ("pursue", "hiring manager", "2026-11-20")


def test_a_day_of_a_plan_may_be_given_without_its_name(interview: fl.Interview) -> None:
    assert fl.plan(interview, DAY) == fl.plan(interview, today=DAY)


def test_what_is_asked_of_a_list_is_told_to_be_of_its_items(interview: fl.Interview) -> None:
    letters: Any = fl.compose(interview)
    with pytest.raises(
        AttributeError, match=r"Letters is a list, and has no render: .*\[each\.render\(…\) for each in …\]"
    ):
        letters.render("pdf")
    way = re.escape('has no save: `for each in letters: each.save(f"{each.file_stem}.docx")` saves each of them')
    with pytest.raises(AttributeError, match=way):
        letters.save("folder")
    with pytest.raises(AttributeError, match=r"has no sav; there are: changes, interview$"):
        letters.sav("folder")
    with pytest.raises(AttributeError, match=r"has no save; there are"):
        letters[:0].save("folder")


def test_a_field_that_is_misread_is_told_with_the_nearest_one(interview: fl.Interview) -> None:
    misread: Any = interview
    with pytest.raises(AttributeError, match=r"^Interview has no peple; did you mean people\?$"):
        _ = misread.peple
    with pytest.raises(AttributeError, match=r"^Interview has no wages$"):
        _ = misread.wages
    assert not hasattr(misread, "_repr_png_")


def test_everything_wrong_with_a_model_is_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        fl.Person(titel="Director", met="perhaps")
    assert [fault.field for fault in caught.value.faults] == ["Person.name", "Person.met", "Person.titel"]


# ------------------------------------------------------------------------------------------- what it shows of itself


def test_a_name_or_a_kind_that_is_misspelt_and_a_day_that_lacks_are_told_by_a_type_checker(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    slips = """
fl.compose
fl.copmose
fl.Intervew
fl.compose(fl.load("x.yaml"), kind="persue")
fl.plan(fl.load("x.yaml"))
fl.Findings() + [fl.Finding(fl.FindingId.TITLE_MISSING, fl.Severity.WARNING, None, "…")]
"""
    program.write_text(f"import followup_letters as fl\n{slips}")
    mypy = [sys.executable, "-m", "mypy", "--strict", str(program)]
    ours = os.environ | {"MYPYPATH": str(EXAMPLE.parents[1] / "src")}
    done = subprocess.run(mypy, cwd=EXAMPLE.parents[1], env=ours, capture_output=True, text=True, check=False)
    told = re.findall(r"program\.py:(\d+): error: Module has no attribute \"(\w+)\"", done.stdout)
    assert told == [("4", "copmose"), ("5", "Intervew")], done.stdout
    told = re.findall(r"program\.py:(\d+): error: .*\[((?:arg-type|call-arg).*)\]", done.stdout)
    assert told == [("6", "arg-type"), ("7", "call-arg")], done.stdout
    assert done.stdout.count(" error: ") == 4


def test_a_field_that_is_misspelt_is_told_by_mypy_with_the_plugin_that_the_readme_names(tmp_path: Path) -> None:
    readme = (EXAMPLE.parents[1] / "README.md").read_text("utf-8")
    slip, plugin = re.findall(r"That `(fl\.Person\(.*?\))` is a slip mypy knows with `(plugins = .*?)`", readme)[0]
    program, settings = tmp_path / "program.py", tmp_path / "mypy.ini"
    program.write_text(f"import followup_letters as fl\n{slip}\n")
    settings.write_text(f"[mypy]\nstrict = True\n{plugin}\n")
    mypy = [sys.executable, "-m", "mypy", "--config-file", str(settings), str(program)]
    ours = os.environ | {"MYPYPATH": str(EXAMPLE.parents[1] / "src")}
    done = subprocess.run(mypy, cwd=tmp_path, env=ours, capture_output=True, text=True, check=False)
    assert 'program.py:2: error: Unexpected keyword argument "nme" for "Person"; did you mean "name"?' in done.stdout


def test_help_begins_with_the_way_through_and_names_everything_there_is() -> None:
    flow = fl.__doc__ or ""
    assert len(fl.__all__) > 20
    assert [name for name in fl.__all__ if name not in flow] == []
    assert len(flow.splitlines()) < 45


def test_the_way_through_that_help_shows_is_one_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE.parent, tmp_path, dirs_exist_ok=True)
    Path(EXAMPLE.name).rename("interview.yaml")
    block = (fl.__doc__ or "").partition("\n\n")[2].partition("What there is")[0]
    block = block.replace("dt.date.today()", repr(DAY).replace("datetime.", "dt."))
    exec(inspect.cleandoc(block), {})  # our own words, and the point is that they run
    assert "Dear Dr. Raman:" in capsys.readouterr().out
    assert {".docx", ".pdf"} <= {path.suffix for path in tmp_path.iterdir()}


def test_help_of_a_model_is_about_its_fields_and_fits_two_screens() -> None:
    for model in (fl.Interview, fl.Candidate, fl.Person, fl.Position, fl.Outlook, fl.Company, fl.Strength):
        page = pydoc.plain(pydoc.render_doc(model))
        assert len(page.splitlines()) < 70, model
        assert "pydantic_core" not in page
        told = described(model)
        assert told.keys() == model.model_fields.keys()
        for name, said in told.items():
            assert f"{name}: {said.split(' ')[0]}" in page


def test_help_of_a_choice_is_the_words_to_choose_from() -> None:
    for choice in (fl.LetterKind, fl.Level, fl.Response, fl.Role):
        page = pydoc.plain(pydoc.render_doc(choice))
        assert len(page.splitlines()) < 70, choice
        assert "casefold" not in page
        assert [member for member in choice if member.name not in page] == []
        assert ", ".join(choice) in (choice.__doc__ or "")


def test_help_of_a_model_names_the_words_that_may_be_chosen_from() -> None:
    chosen = {
        fl.Meeting: {"how": How},
        fl.Person: {"role": fl.Role},
        fl.Position: {"level": fl.Level},
        fl.Event: {"what": Action, "response": fl.Response},
        fl.LetterSettings: {"language": Language, "paper": Paper, "layout": Layout, "face": Face, "medium": Medium},
    }
    for model, fields in chosen.items():
        lines = (model.__doc__ or "").splitlines()
        for field, choice in fields.items():
            (line,) = (line for line in lines if line.startswith(f"{field}: "))
            assert line.count(", ".join(choice)) == 1, line


def test_a_model_lists_its_fields_and_what_we_made_and_nothing_of_pydantic(interview: fl.Interview) -> None:
    for value in (
        interview,
        interview.outlook,
        interview.people[0],
        interview.letter,
        interview.candidate.strengths[0],
    ):
        listed = set(dir(value))
        assert listed >= {*type(value).model_fields, "with_"}
        assert listed - set(type(value).model_fields) <= {"with_", "taken"}
        assert all(hasattr(value, name) for name in listed)
    assert "taken" in dir(interview)


def test_every_type_that_a_function_takes_or_gives_is_at_the_front_door() -> None:
    functions = [getattr(fl, name) for name in fl.__all__ if inspect.isfunction(getattr(fl, name))]
    signatures = " ".join(str(inspect.signature(function)) for function in functions)
    results = (fl.Letter, fl.Finding, fl.Findings, fl.Plan, fl.Step, fl.Result, fl.Decision, fl.InputError, fl.Where)
    for kind in results:
        annotated = {
            name: str(said) for each in kind.__mro__ for name, said in vars(each).get("__annotations__", {}).items()
        }
        signatures += " ".join(f" {said}" for name, said in annotated.items() if not name.startswith("_"))
    named = set(re.findall(r"\b[A-Z]\w+", signatures))
    python = {
        "None",
        "Path",
        "PathLike",
        "Any",
        "Mapping",
        "Sequence",
        "Iterable",
        "Iterator",
        "Executor",
        "BinaryIO",
        "Literal",
    }
    inner = {"Language", "Need", "Proof", "Similarity", "Page", "Entry", "Medium", "ClassVar", "True", "False"}
    inner |= {"ResponsibilityLike", "StrengthLike"}  # what texts and models are alike in
    assert {"Findings", "Letters", "Matches", "State", "Fault"} <= named
    assert named - python - inner - set(fl.__all__) == set()


def test_help_of_a_letter_explains_each_of_its_fields() -> None:
    told = inspect.getdoc(fl.Letter) or ""
    fields = {field.name for field in dataclasses.fields(fl.Letter)} - {
        "company",
        "interview",
    }  # which say what they are
    assert fields <= set(re.findall(r"`(\w+)`", told))


def test_a_field_of_a_table_is_changed_as_the_hint_says(interview: fl.Interview) -> None:
    with pytest.raises(InputError) as caught:
        interview.with_(medium="email", medum="email")
    hints = {fault.field: fault.hint or "" for fault in caught.value.faults}
    assert hints["medium"].startswith(_field_of_letter("medium"))
    assert hints["medum"].startswith("the fields here are: ")
    person = interview.people[0]
    with pytest.raises(InputError, match=r"did you mean title\?"):
        person.with_(tilte="x")


def test_help_of_an_error_says_what_it_carries() -> None:
    assert "`faults`" in pydoc.render_doc(InputError, renderer=pydoc.plaintext)


def test_help_of_everything_is_no_book() -> None:
    assert len(pydoc.render_doc(fl).splitlines()) < 1890


def test_help_of_what_functions_give_back_is_about_that_and_not_about_python() -> None:
    for kind in (fl.Decision, fl.Finding, fl.Letter, fl.Match, fl.Plan, fl.Result, fl.Step, fl.FollowupError):
        page = pydoc.plain(pydoc.render_doc(kind))
        assert len(page.splitlines()) < 75, kind
        assert " __" not in page
        assert inspect.cleandoc(kind.__doc__ or "?").splitlines()[0] in page


def test_every_model_that_an_interview_holds_is_at_the_front_door() -> None:
    held: set[type] = set()
    new = {fl.Interview}
    while new:
        held |= new
        new = {
            each for model in new for field in model.model_fields.values() for each in nouns_in(field.annotation)
        } - held
    assert len(held) > 15
    assert [model for model in held if getattr(fl, model.__name__, None) is not model] == []


def test_what_a_model_is_described_as_in_the_schema_is_one_paragraph() -> None:
    tables = fl.interview_schema()["$defs"]
    assert len(tables) > 8
    assert [name for name, table in tables.items() if "\n" in table.get("description", "")] == []


def test_a_letter_shows_itself_in_a_line_and_prints_its_words(letter: fl.Letter) -> None:
    assert repr(letter) == "<Letter pursue to Dr. Priya Raman, 2026-11-20>"
    assert str(letter) == letter.text


def test_a_model_shows_what_was_given_and_no_more(interview: fl.Interview) -> None:
    assert repr(fl.Person(name="Bo Li", title="Buyer")) == "Person(name='Bo Li', title='Buyer')"
    assert "None" not in repr(interview)


def test_to_change_a_field_in_place_is_refused_with_the_way_that_there_is(interview: fl.Interview) -> None:
    with pytest.raises(InputError, match=r"LetterSettings\.face(?s:.*)with_\(face=…\)\) makes another interview"):
        interview.letter.face = "Lato"  # type: ignore[assignment]
    with pytest.raises(InputError, match=r"Interview\.lettr"):
        interview.lettr = 1  # type: ignore[attr-defined]


def test_a_copy_with_a_change_is_found_by_the_name_that_others_have_for_it(interview: fl.Interview) -> None:
    with pytest.raises(AttributeError, match=r"Interview has no replace; with_\(candidate=…\) makes another"):
        interview.replace(people=())  # type: ignore[attr-defined]
    with pytest.raises(
        AttributeError, match=r"Meeting has no replace; interview\.with_\(interview=interview\.interview"
    ):
        interview.interview.replace(lasted="an hour")  # type: ignore[attr-defined]


def test_the_way_to_change_a_field_leads_to_the_whole_and_works_as_it_is_told(interview: fl.Interview) -> None:
    for part, value in {"outlook": ("interested", False), "interview": ("place", "at your depot")}.items():
        with pytest.raises(InputError) as caught:
            setattr(getattr(interview, part), *value)
        way = str(caught.value.faults[0].hint).partition(" makes another interview")[0]
        changed = eval(way.replace("…", repr(value[1])), {"interview": interview})
        assert getattr(getattr(changed, part), value[0]) == value[1]
        assert changed.with_(**{part: getattr(interview, part)}) == interview
    with pytest.raises(InputError, match=r"makes another.*; interview\.with_\(people=\[changed, \*interview"):
        interview.people[0].title = "Director"


def test_in_a_notebook_an_error_is_shown_with_the_line_that_one_wrote_and_none_of_ours(interview: fl.Interview) -> None:
    with pytest.raises(InputError) as caught:
        fl.compose(interview, to="Rahman")
    (shown,) = caught.value._render_traceback_()
    line, message = shown.split("\n", 1)
    assert re.fullmatch(r"-+> \d+ fl\.compose\(interview, to=\"Rahman\"\)", line)
    assert message == f"InputError: {caught.value}"
    assert fl.OutputError("is a file", Path("out"))._render_traceback_() == ["OutputError: out\n  is a file"]


@pytest.mark.parametrize("mode", ["Plain", "Context", "Verbose", "Minimal", "Docs"])
def test_in_every_mode_of_ipython_an_error_is_shown_by_the_lines_of_the_cell(
    mode: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = InteractiveShell()
    shell.run_line_magic("xmode", mode)
    capsys.readouterr()
    shell.run_cell("import followup_letters as fl\nfl.load({})")
    line, message, *_ = capsys.readouterr().out.splitlines()
    assert (line, message) == ("----> 2 fl.load({})", "InputError: candidate")


def test_in_a_notebook_every_line_that_one_wrote_is_shown_from_the_call_down() -> None:
    def loaded(row: dict[str, Any]) -> fl.Interview:
        return fl.load(row)

    with pytest.raises(InputError) as caught:
        _ = [loaded(row) for row in [{}]]
    (shown,) = caught.value._render_traceback_()
    lines = re.findall(r"^-+> \d+ (.*)", shown, re.MULTILINE)
    assert lines == ["_ = [loaded(row) for row in [{}]]", "return fl.load(row)"]


@pytest.mark.parametrize("name", ["", None])
def test_a_name_that_is_empty_is_told_so(name: str | None) -> None:
    with pytest.raises(InputError, match="found: nothing\n  rule:  a text that is not empty"):
        fl.Person(name=name)


def test_two_letters_in_one_notebook_keep_their_own_looks(interview: fl.Interview) -> None:
    other = interview.with_(letter=interview.letter.with_(face="Lato"))
    one, two = (fl.compose(each)[0]._repr_html_() for each in (interview, other))
    scopes = [re.search(r"<style>\n(\.followup-\w+) \{", html) for html in (one, two)]
    names = [scope[1].removeprefix(".") for scope in scopes if scope]
    assert len(set(names)) == 2
    assert all(html.startswith(f'<div class="{name}"') for html, name in zip((one, two), names, strict=True))
    assert "Lato" in two
    assert "Lato" not in one


def test_letters_of_a_notebook_that_is_printed_stand_apart(interview: fl.Interview) -> None:
    import weasyprint  # as another program prints a notebook; it reads no @media within a rule

    def sheets(box: Any) -> Iterator[Any]:
        for each in getattr(box, "children", ()) or ():
            yield from ([each] if each.element_tag == "main" else sheets(each))

    printed = weasyprint.HTML(string=fl.compose(interview)._repr_html_()).render().pages
    found = [[*sheets(page._page_box)] for page in printed]
    between = [
        below.content_box_y() - above.content_box_y() - above.height
        for page in found
        for above, below in pairwise(page)
    ]
    assert between
    assert min(between) > 50


def test_a_list_of_letters_shows_them_all_in_a_notebook_and_is_a_list_like_any_other(interview: fl.Interview) -> None:
    letters = fl.compose(interview)
    assert len(letters) > 1
    shown: Any = letters
    for letter in letters:
        assert letter._repr_html_() in shown._repr_html_()
    assert letters == list(letters)
    assert repr(letters) == repr(list(letters))
    assert pickle.loads(pickle.dumps(letters)) == letters
    assert fl.check(letters) == fl.check(list(letters))


def test_an_argument_that_is_none_is_told_with_the_one_that_is_like_it_or_says_it(interview: fl.Interview) -> None:
    calls: dict[str, Callable[[Any], object]] = {
        "did you mean files?": lambda fl: fl.load(NOTES, file=False),
        "did you mean suffix?": lambda fl: fl.load_text("x", sufix=".json"),
        "did you mean formats?": lambda fl: fl.render_many([NOTES], "out", format=["txt"]),
        "executor=concurrent.futures.ProcessPoolExecutor() renders": lambda fl: fl.render_many([], "out", processes=2),
        "medium is a field of letter": lambda fl: fl.compose(interview, medium="email"),
    }
    for told, call in calls.items():
        with pytest.raises(TypeError, match=f"unexpected keyword argument '[a-z]+'; {re.escape(told)}"):
            call(fl)


def test_the_subject_of_a_letter_is_that_of_its_draft_and_a_letter_by_post_has_none() -> None:
    (letter,) = fl.compose(fl.load(NOTES | {"letter": {"medium": "email"}}))
    assert letter.subject
    assert f"Subject: {letter.subject}\r\n".encode() in letter.render("eml")
    (letter,) = fl.compose(fl.load(NOTES))
    assert letter.subject is None


def test_a_plan_and_a_call_sheet_show_themselves_in_a_line(interview: fl.Interview) -> None:
    plan = fl.plan(interview, today=DAY)
    assert re.fullmatch(r"<Plan of \d+ steps as on 2026-11-23, next on 2026-11-20: Mail the letter .+>", repr(plan))
    assert repr(plan.call_sheet()) == "<CallSheet for Dr. Priya Raman, 2026-11-30>"  # a week after it can be mailed


def test_a_letter_has_the_name_of_its_file(letter: fl.Letter) -> None:
    assert letter.file_stem == "2026-11-20_Northwind-Logistics_Dr-Priya-Raman"


@pytest.mark.parametrize(
    "error",
    [
        fl.FollowupError("no"),
        fl.InputError([Fault("a text", "people[0].name", "5, a number", "a hint", "f.yaml", 2, 3)]),
        fl.TemplateError("no end", "body.html.j2", 4),
        fl.OutputError("is there already", Path("a.docx")),
        fl.MachineError("no font"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_comes_back_from_another_process_as_it_went(error: fl.FollowupError) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert again.as_dict() == error.as_dict()


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [("holidays", ["2026-11-26", "Thanksgiving"], "holidays[1]"), ("holidays", 5, "holidays")],
)
def test_a_field_of_several_forms_is_told_once_and_by_its_own_name(field: str, value: object, place: str) -> None:
    with pytest.raises(fl.InputError) as raised:
        fl.load(EXAMPLE).with_(**{field: value})
    assert [fault.field for fault in raised.value.faults] == [place]


def test_a_letter_by_itself_is_not_said_to_lack_what_another_of_the_set_tells(interview: fl.Interview) -> None:
    letters = fl.compose(interview)
    assert len(letters) > 1
    assert not [found for letter in letters for found in fl.check(letter) if "in no letter" in found.message]


def test_content_that_was_taken_for_a_path_is_not_shown() -> None:
    with pytest.raises(InputError) as caught:
        fl.load('{"outlook": {"private": "' + "SECRET" * 200 + '"}}')
    assert "SECRET" not in str(caught.value)


def test_a_path_that_no_system_has_is_told(letter: fl.Letter) -> None:
    with pytest.raises(InputError, match="without a NUL"):
        letter.save("a\0b.docx")


def test_a_finding_of_ones_own_stays_with_the_others(interview: fl.Interview) -> None:
    found = fl.check(fl.compose(interview))
    mine = fl.Finding("title-missing", "error", None, "Ask for the title")  # type: ignore[arg-type]  # texts do
    more = found + [mine]  # noqa: RUF005  # the sum is what is tested
    assert type(more) is type(found)
    assert more[0] is mine
    assert more.errors == [mine]
    assert mine.as_dict()["severity"] == "error"
    assert more.of(fl.compose(interview)[0]) == found.of(fl.compose(interview)[0])


def test_nothing_is_told_as_nothing_and_a_class_as_a_class() -> None:
    with pytest.raises(InputError) as caught:
        fl.Interview(**(NOTES | {"people": None}))
    assert caught.value.faults[0].found == "nothing"
    with pytest.raises(InputError) as caught:
        fl.compose(fl.Person)  # type: ignore[arg-type]
    assert caught.value.faults[0].found == "the class Person"


def test_a_model_that_is_refused_can_be_shown_with_the_names_of_its_maker() -> None:
    try:
        fl.Candidate()
    except InputError as error:
        told = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert "self = Candidate()" in told


def test_what_is_equal_has_one_hash(interview: fl.Interview, tmp_path: Path) -> None:
    def made(folder: str) -> list[object]:
        sheet = fl.plan(interview, today=DAY).call_sheet()
        return [sheet, *fl.compose(interview), *fl.render_many([NOTES], tmp_path / folder, ["txt"])]

    assert len({*made("a"), *made("a")[:-1]}) == len(made("a"))


def test_letters_are_members_of_a_set(interview: fl.Interview) -> None:
    letters = fl.compose(interview)
    assert len({*letters, *fl.compose(interview)}) == len(letters)


def test_an_event_that_is_none_is_told(tmp_path: Path) -> None:
    from followup_letters.amending import record_event

    with pytest.raises(InputError, match="an Event"):
        record_event(tmp_path / "interview.yaml", {"what": "wrote"})  # type: ignore[arg-type]


def test_what_the_command_tells_programs_each_value_tells_in_python(interview: fl.Interview, tmp_path: Path) -> None:
    letters, plan = fl.compose(interview), fl.plan(interview, today=DAY)
    found, decision = fl.check(letters), fl.decide(interview)
    assert found.as_dict() == {"findings": [each.as_dict() for each in found], "switched_off": {}}
    assert (decision.as_dict()["kind"], decision.as_dict()["mail_on"]) == ("pursue", "2026-11-20")
    assert plan.as_dict()["steps"] == [step.as_dict() for step in plan.steps]
    (result,) = fl.render_many([interview], tmp_path, ["txt"])
    assert result.as_dict()["files"] == [str(path) for path in result.files]
    assert {name: getattr(result, name) for name in result.as_dict()}["source"] == result.source  # of one name each
    source = letters[0].sources[0]
    assert source.as_dict()["sentence"] == source.sentence
    for value in (found, decision, plan, result, source):
        assert json.loads(json.dumps(value.as_dict()))
        assert inspect.getdoc(value.as_dict)


def test_findings_of_each_weight_are_had_by_its_name(interview: fl.Interview) -> None:
    found = fl.check(fl.compose(interview.with_(people=[fl.Person(name="A B", family="B")])))
    assert [*found.errors, *found.warnings, *found.notes] == [*found]
    assert {each.severity for each in found.notes} == {fl.Severity.INFO}


def test_a_class_lists_its_fields_too_for_who_completes_a_name() -> None:
    assert {"source", "folder", "entry"} <= set(dir(fl.Result))
    assert {"recipient", "page", "unsaid", "text"} <= set(dir(fl.Letter))


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (lambda: fl.load_text("", suffix="json"), "<text>\n  found: a name ending in json"),
        (lambda: fl.load_text("", suffix="json"), "hint:  did you mean .json?"),
        (lambda: fl.load_text("x.yaml"), "hint:  load('x.yaml') reads that file"),
        (lambda: fl.load_text("null"), "<text>:1:1\n  found: nothing\n  rule:  an interview file that holds something"),
        (
            lambda: fl.load({"candidate": None}),
            "candidate\n  found: nothing\n  rule:  candidate must be given: a table",
        ),
        (lambda: fl.Interview(candidate=None), "candidate\n  found: nothing\n  rule:  candidate must be given: a mapp"),
    ],
)
def test_what_is_nothing_or_a_text_is_told_as_that(read: Callable[[], object], told: str) -> None:
    with pytest.raises(InputError) as caught:
        read()
    assert told in str(caught.value)
    assert "render-letter" not in str(caught.value)


ABSENT: dict[str, tuple[Callable[[fl.Interview], object], str]] = {
    "a format of a letter": (lambda i: fl.compose(i)[0].pdf, r'Letter has no pdf; render\("pdf"\) gives its bytes'),  # type: ignore[attr-defined]
    "a letter's html": (lambda i: fl.compose(i)[0].htm, r"Letter has no htm; did you mean html\?"),  # type: ignore[attr-defined]
    "a letter's changes": (lambda i: fl.compose(i)[0].changes, r"compose\(interview\)\.changes\(compose\(other\)\)"),  # type: ignore[attr-defined]
    "another letter": (lambda i: fl.compose(i)[0].with_, "come from the interview and the templates: .*eject my-words"),  # type: ignore[attr-defined]
    "a plan's html": (lambda i: fl.plan(i, today=DAY).html, "Plan has no html; a notebook shows it"),  # type: ignore[attr-defined]
    "a plan as a calendar": (lambda i: fl.plan(i, today=DAY).as_ics, r"Plan has no as_ics; ics\(\) gives the calendar"),  # type: ignore[attr-defined]
    "a fault's message": (lambda i: fl.Fault("a text").message, r"Fault has no message; str\(fault\) is all of it"),  # type: ignore[attr-defined]
    "a fault's rules": (lambda i: fl.Fault("a text").ruel, r"Fault has no ruel; did you mean rule\?"),  # type: ignore[attr-defined]
    "errors of one": (lambda i: InputError([]).errors(), r"InputError has no errors; .* `faults` are what is wrong"),  # type: ignore[attr-defined]
    "an error's message": (lambda i: fl.MachineError("x").message, r"MachineError has no message; str\(error\)"),  # type: ignore[attr-defined]
    "an interview's file": (lambda i: i.save, r"Interview has no save; Path\(.*model_dump_json"),  # type: ignore[attr-defined]
    "a choice by its word": (lambda i: fl.Severity.NOTE, r"Severity has no NOTE; did you mean INFO\?"),  # type: ignore[attr-defined]
    "no choice": (lambda i: fl.Role.BOSS, "Role has no BOSS; there are: HIRING_MANAGER, "),  # type: ignore[attr-defined]
    "a step's day": (lambda i: fl.plan(i, today=DAY).steps[0].day, "Step has no day; "),  # type: ignore[attr-defined]
    "part of the findings": (
        lambda i: fl.check(fl.compose(i)).hints,
        "there are: as_dict, errors, grave, notes, of, .*warnings",
    ),  # type: ignore[attr-defined]
    "a letter's reader": (lambda i: fl.compose(i)[0].to, "Letter has no to; recipient is whom it goes to"),  # type: ignore[attr-defined]
    "a letter's day": (lambda i: fl.compose(i)[0].date, "Letter has no date; mail_on is the day"),  # type: ignore[attr-defined]
    "a letter's file": (lambda i: fl.compose(i)[0].filename, "Letter has no filename; file_stem is"),  # type: ignore[attr-defined]
    "an interview of a dict": (
        lambda i: fl.Interview.from_dict(NOTES),
        r"has no from_dict; followup_letters\.load\(data\)",
    ),  # type: ignore[attr-defined]
    "a person of a dict": (lambda i: fl.Person.from_dict({}), r"has no from_dict; Person\(\*\*data\) makes one"),  # type: ignore[attr-defined]
    "an event": (lambda i: fl.record_event, "no attribute 'record_event': it is in followup_letters.amending"),  # type: ignore[attr-defined]
    "a look at a letter": (lambda i: fl.compose(i)[0].show(), "Letter has no show; the last line of a cell shows it"),  # type: ignore[attr-defined]
    "a look at letters": (lambda i: fl.compose(i).show(), "Letters is a list, .* the last line of a cell shows it"),  # type: ignore[attr-defined]
    "a look at an interview": (lambda i: i.show(), "Interview has no show; the last line of a cell shows it"),  # type: ignore[attr-defined]
    "a table of letters": (
        lambda i: fl.compose(i).to_pandas(),  # type: ignore[attr-defined]
        r'pandas\.DataFrame\(\[\{\*\*each\.as_dict\(\), "text": each\.text\} for each in letters\]\) makes a table',
    ),
    "a table of findings": (
        lambda i: fl.check(fl.compose(i)).to_frame(),  # type: ignore[attr-defined]
        r"pandas\.DataFrame\(\[each\.as_dict\(\) for each in it\]\) makes a table",
    ),
    "templates": (lambda i: fl.eject, "has no attribute 'eject': `render-letter eject my-words` copies"),  # type: ignore[attr-defined]
}


@pytest.mark.parametrize("slip", ABSENT)
def test_what_is_not_there_is_told_with_what_is(interview: fl.Interview, slip: str) -> None:
    ask, told = ABSENT[slip]
    with pytest.raises(AttributeError, match=told):
        ask(interview)


def test_what_is_not_there_is_shown_in_a_notebook_in_two_lines(letter: fl.Letter) -> None:
    with pytest.raises(AttributeError) as caught:
        letter.pdf  # type: ignore[attr-defined]  # noqa: B018
    line, message = caught.value._render_traceback_()[0].split("\n", 1)  # type: ignore[attr-defined]
    assert line.endswith("letter.pdf  # type: ignore[attr-defined]  # noqa: B018")
    assert message == f"AttributeError: {caught.value}"


def test_a_letter_is_not_written_into_and_says_where_its_words_come_from(interview: fl.Interview) -> None:
    for document in (fl.compose(interview)[0], fl.plan(interview, today=DAY).call_sheet()):
        with pytest.raises(
            InputError, match=r"changed in place\n  hint:  its words come .* with_\(…\) .*eject my-words"
        ):
            document.text = "Hello"  # type: ignore[misc]


def test_what_is_saved_again_as_it_is_there_passes_and_anything_else_is_kept(
    interview: fl.Interview, tmp_path: Path
) -> None:
    letter, plan = fl.compose(interview)[0], fl.plan(interview, today=DAY)
    for value, path in ((letter, tmp_path / "letter.docx"), (plan, tmp_path / "plan.ics")):
        assert value.save(path) == value.save(path) == path  # type: ignore[attr-defined]
        path.write_bytes(path.read_bytes() + b"\n")
        with pytest.raises(fl.OutputError, match="is there already"):
            value.save(path)  # type: ignore[attr-defined]
        assert path.read_bytes().endswith(b"\n")


def test_one_thing_in_place_of_a_list_is_told_once_with_the_list_to_write(interview: fl.Interview) -> None:
    with pytest.raises(InputError) as caught:
        interview.with_(people=interview.people[0])
    (fault,) = caught.value.faults
    assert (fault.field, fault.found, fault.rule) == ("people", "a Person", "a list")
    assert fault.hint is not None
    assert "people=[it, *interview.people[1:]]" in fault.hint


def test_a_key_that_reaches_further_down_is_shown(interview: fl.Interview) -> None:
    with pytest.raises(InputError, match="found: people__0__title\n"):
        interview.with_(people__0__title="x")


def test_what_render_many_gives_says_that_nothing_is_rendered_yet(interview: fl.Interview, tmp_path: Path) -> None:
    results = fl.render_many([interview], tmp_path, ["txt"])
    assert "rendered when you come to it" in repr(results)
    assert not list(tmp_path.glob("*/*"))
    assert len(list(results)) == 1


def test_a_table_is_not_many_interviews(tmp_path: Path) -> None:
    class DataFrame(list[str]):
        def iterrows(self) -> None: ...

    with pytest.raises(InputError, match=r'give df\.to_dict\("records"\)'):
        fl.render_many(DataFrame(["name"]), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there_is_told_with_the_folder_that_was_looked_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as caught:
        fl.load("interview.yaml")
    assert caught.value.faults[0].hint == f"there is none of its kind in {tmp_path}"
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "interview.yaml").touch()
    with pytest.raises(InputError, match=r"did you mean mine/interview\.yaml"):
        fl.load("interview.yaml")


def test_a_match_is_data_too() -> None:
    strength = fl.Strength(text="Ran nights at Leeds", answers=("Run the night shift",))
    (match,) = fl.match(["Run the night shift"], [strength])
    assert match.as_dict()["strength_index"] == 0


def test_the_command_runs_as_a_module_where_the_shell_does_not_find_it() -> None:
    done = subprocess.run([sys.executable, "-m", "followup_letters", "--version"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "render-letter" in done.stdout


def test_the_name_of_a_file_has_no_full_stop_so_that_a_suffix_can_be_put_behind_it(letter: fl.Letter) -> None:
    assert Path(letter.file_stem).with_suffix(".pdf").name == f"{letter.file_stem}.pdf"


def test_where_nobody_gets_a_letter_nothing_speaks_of_one_or_of_a_call(interview: fl.Interview) -> None:
    nobody = interview.with_(people=[interview.people[0].with_(role="other")])
    decision = fl.decide(nobody)
    assert (fl.compose(nobody), decision.call_on) == ([], None)
    assert str(decision).splitlines()[-1] == "nobody gets a letter, and so no call is due"
    assert "go out" not in str(decision)
    told = fl.check(fl.compose(nobody), today=DAY)
    assert [finding.id.value for finding in told] == ["plan-below-minimum"]
    assert fl.plan(nobody, today=DAY).next is None


def test_a_file_that_cannot_be_saved_there_is_told_with_the_way_to_it(
    letter: fl.Letter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/maya")
    for path, told in (
        ("sub/raman.pdf", "the folder sub is not there; mkdir makes it"),
        (
            "~/raman.docx",
            "the folder ~ is not there; ~ is your home folder to a shell only; write /home/maya/raman.docx",
        ),
        ("raman.pfd", "names the format: docx, pdf, html, txt, eml; did you mean raman.pdf?"),
    ):
        with pytest.raises(fl.OutputError, match=re.escape(told)):
            letter.save(path)


def _field_of_letter(name: str) -> str:
    """How a field of letter that was taken for an argument is given."""
    return f"{name} is a field of letter: interview.with_(letter=interview.letter.with_({name}=…)) makes another"


UNCALLED: dict[str, tuple[Callable[[Any], object], type[Exception], str]] = {
    "a plan without a day": (lambda i: fl.plan(i), TypeError, "'today'; as in plan(interview, datetime.date.today())"),  # type: ignore[call-arg]
    "a match of an interview": (lambda i: fl.match(i), TypeError, "'strengths'; of an interview: interview.position"),  # type: ignore[call-arg]
    "no format": (lambda i: fl.compose(i)[0].render(), TypeError, "'format'; the format is one of: docx, pdf, html"),  # type: ignore[call-arg]
    "a field of letter": (lambda i: fl.compose(i, medium="email"), TypeError, _field_of_letter("medium")),  # type: ignore[call-arg]
    "many of a field": (lambda i: fl.render_many([i], "out", face="Lato"), TypeError, _field_of_letter("face")),  # type: ignore[call-arg]
    "checking of a field": (lambda i: fl.check([], ignore=[]), TypeError, _field_of_letter("ignore")),  # type: ignore[call-arg]
    "no argument": (lambda i: fl.compose(i, colour="red"), TypeError, "'colour'; as in compose(interview, to="),  # type: ignore[call-arg]
    "a letter by name": (lambda i: fl.compose(i)["Raman"], TypeError, 'to="Raman")[0] is the letter'),  # type: ignore[call-overload]
    "a letter by another name": (lambda i: fl.compose(i)[1:]["X"], TypeError, 'to="Luis Ortega")[0] is the letter'),  # type: ignore[call-overload]
    "a letter beyond": (lambda i: fl.compose(i)[7], IndexError, "there is no [7]; Letters of 3 begin with [0]"),
}  # fmt: skip


@pytest.mark.parametrize("slip", UNCALLED)
def test_what_python_refuses_is_told_with_the_way_and_by_the_line_of_the_cell(
    slip: str, interview: fl.Interview
) -> None:
    call, kind, told = UNCALLED[slip]
    with pytest.raises(kind, match=re.escape(told)) as caught:
        call(interview)
    (shown,) = caught.value._render_traceback_()  # type: ignore[attr-defined]
    assert shown.count("----> ") == 2  # this one's, and the call's
    assert shown.endswith(f"\n{kind.__name__}: {caught.value}")

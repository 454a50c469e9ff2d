"""Promise 5: whatever is refused is told in words: field and place, less than 2 kB, and never a traceback."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from enum import Enum
from pathlib import Path
from typing import Any, get_args
from unittest.mock import Mock

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_letters as fl
from followup_letters.cli import main
from followup_letters.errors import LONGEST_MESSAGE, Fault, FaultKind, FollowupError, InputError, OutputError

from .stage import EVERYTHING, changed, command, examples, steps

WRONG: dict[str, Any] = {
    "candidate.name": "",
    "candidate.email": "maya at example",
    "position.level": "seniour",
    "interview.date": "2026-02-30",
    "interview.how": "by owl",
    "people[0].role": "boss",
    "people[0].met": "perhaps",
    "outlook.reasons": {"a": "b"},
    "outlook.other_offer": {"received": "2026-11-20"},
    "letter.language": "fr-FR",
    "letter.paper": "a5",
    "letter.medium": "pigeon",
    "people[0].tilte": "x",
    "people[0].name": "x" * 301,
    "candidate.strengths[0]": "x" * 2001,
    "people": [],
    "holidays": ["2026-13-01"],
    "letter.enclosures": ["x"] * 21,
    "history": [{"on": "yesterday", "what": "called"}],
    "position.responsibilities": [{"text": "x", "importance": "first"}],
}


@pytest.mark.parametrize("field", WRONG)
def test_each_wrong_value_is_told_with_its_field_and_its_line(field: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.yaml"
    file.write_text(yaml.safe_dump(changed((field, WRONG[field])), allow_unicode=True), "utf-8")
    with pytest.raises(InputError) as caught:
        fl.load(file)
    assert any(
        fault.field and fault.field.startswith(field.split("[")[0].split(".")[0]) for fault in caught.value.faults
    )
    assert all(fault.line is not None and fault.file == str(file) for fault in caught.value.faults)
    assert len(str(caught.value).encode()) < 2000


def test_a_country_of_the_wrong_form_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "notes.yaml"
    file.write_text(yaml.safe_dump(changed(("holidays", "Great Britain"))), "utf-8")
    with pytest.raises(InputError) as caught:
        fl.load(file)
    assert caught.value.faults[0].line is not None


@pytest.mark.parametrize("before", [(), ("check",), ("plan",)], ids=str)
def test_what_is_found_after_loading_is_told_with_its_file(before: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text(yaml.safe_dump(changed(("holidays", "ZZ"))), "utf-8")
    done = command(*before, "notes.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "notes.yaml: holidays" in done.stderr


def test_what_is_found_when_a_file_is_rendered_is_told_with_its_file(tmp_path: Path) -> None:
    for number, change in enumerate([("people[0].name", "=?x?= Raman"), ("people[0].title", "\u12d3\u1208\u121d")]):
        data = changed(("letter.medium", "email"), ("people", [dict(EVERYTHING["people"][0])]), change)
        (tmp_path / f"{number}.yaml").write_text(yaml.safe_dump(data), "utf-8")
    for arguments in (("-o", "out"), ("-o", "-")):
        done = command("0.yaml", "-f", "eml", *arguments, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert "0.yaml: people[0].name" in done.stderr
        done = command("1.yaml", "-f", "pdf", *arguments, cwd=tmp_path)
        if done.returncode:  # as on every machine that has no font for it
            assert done.stderr.startswith("1.yaml\n")


def test_a_call_sheet_that_cannot_be_made_leaves_nothing_of_the_plan_behind(tmp_path: Path) -> None:
    data = changed(("outlook.questions", ["\u12d3\u1208\u121d"]))
    (tmp_path / "notes.yaml").write_text(yaml.safe_dump(data), "utf-8")
    asked = ("--call-sheets", "out", "-f", "txt,pdf", "--ics", "plan.ics", "--today", "2026-11-20")
    done = command("plan", "notes.yaml", *asked, cwd=tmp_path)
    made = [path.name for path in tmp_path.rglob("*")]
    if done.returncode:  # as on every machine that has no font for it
        assert done.stderr.startswith("notes.yaml\n")
        assert made == ["notes.yaml"]
    else:
        assert "plan.ics" in made


_LONG = st.sampled_from(["x", "é", "🚚", "a b ", "\\", "<", "'", "x: y, "]).map(lambda piece: piece * 700)
_ODD = st.one_of(_LONG, st.text(max_size=30), st.none(), st.integers(), st.lists(_LONG, max_size=4))


def is_readable(error: FollowupError) -> None:
    assert 0 < len(str(error).encode()) <= LONGEST_MESSAGE
    json.dumps(error.as_dict())


@settings(max_examples=examples(80), deadline=None)
@given(st.dictionaries(st.sampled_from([*WRONG, "x" * 500, "outlook.x", "people[1].name"]), _ODD, min_size=1))
def test_many_wrong_values_at_once_are_still_a_short_message(wrong: dict[str, Any]) -> None:
    if not isinstance(wrong.get("people", []), list):
        wrong = {path: value for path, value in wrong.items() if not path.startswith("people[")}
    data = changed(*sorted(wrong.items(), key=lambda change: -len(steps(change[0]))))
    try:
        fl.load(data)
    except InputError as error:
        is_readable(error)


@settings(max_examples=examples(40), deadline=None)
@given(st.text(max_size=200), st.sampled_from(["yaml", "toml", "json"]))
def test_the_command_says_something_short_about_any_text(tmp_path_factory: Any, text: str, suffix: str) -> None:
    file = tmp_path_factory.getbasetemp() / f"any.{suffix}"
    file.write_bytes(text.encode(errors="surrogatepass"))
    said, out = io.StringIO(), io.StringIO()
    with redirect_stderr(said), redirect_stdout(out):
        assert main([str(file), "-o", str(file.parent / "never")]) == 2
    assert len(said.getvalue().encode(errors="replace")) < 2000 + len(str(file)) * 2
    assert "Traceback" not in said.getvalue()
    assert out.getvalue() == ""


_INTERRUPTED = """
import gc, os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
seen = set()
def at_that_place(frame, event, arg):
    if event == "call":
        called = frame.f_back and frame.f_back.f_code.co_name, frame.f_code.co_name
        if called == {place} and {file!r} in frame.f_code.co_filename:
            sys.setprofile(None)
            {how}
def as_it_collects(phase, info):
    gc.callbacks.clear()
    os.kill(os.getpid(), signal.SIGINT)
    for _ in range(9): pass
def as_nothing_is_raised():
    gc.callbacks.append(as_it_collects)
    gc.collect()
sys.setprofile(at_that_place)
"""
_NOW = "os.kill(os.getpid(), signal.SIGINT)"
PLACES = {
    "a name is given to a part of a class": (("__new__", "__set_name__"), "dataclasses", _NOW),
    "pydantic asks what it validates": (("create_schema_validator", "__get__"), "enum", _NOW),
    "Python can raise nothing": (("run", "render_all"), "rendering", "as_nothing_is_raised()"),
    "a library passes over it": (
        ("run", "render_all"),
        "rendering",
        "exec('try: os.kill(os.getpid(), signal.SIGINT); len(str(0))\\nexcept BaseException: pass')",
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_an_interrupt_is_told_in_a_line_wherever_it_comes(place: str, tmp_path: Path) -> None:
    notes = tmp_path / "notes.yaml"
    notes.write_text(yaml.safe_dump(EVERYTHING, allow_unicode=True), "utf-8")
    called, file, how = PLACES[place]
    code = _INTERRUPTED.format(place=called, file=file, how=how)
    done = command(notes, "-o", tmp_path / "out", "-f", "txt", "-q", cwd=tmp_path, code=code)
    assert (done.returncode, done.stderr, done.stdout) == (130, "interrupted; what was written is whole\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing-there.yaml",),
        ("empty",),
        ("notes.yaml", "-f", "dcox"),
        ("notes.yaml", "--to", "x" * 5000),
        ("notes.yaml", "--kind", "curt"),
        ("notes.yaml", "-o", "notes.yaml"),
        ("notes.yaml", "-o", "notes.yaml/below"),
        ("notes.yaml", "-o", "/proc/" + "a/" * 2000),
        ("x" * 5000,),
        ("a\nb",),
        ("notes.yaml", "-f", "eml"),
        ("notes.txt",),
        ("many.yaml", "-o", "-", "-f", "txt"),
        ("",),
        ("notes.yaml", "-o", ""),
        ("notes.yaml", "many.yaml", "-o", "-"),
    ],
    ids=str,
)
def test_every_slip_at_the_command_is_told_without_a_traceback(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text(yaml.safe_dump(EVERYTHING), "utf-8")
    (tmp_path / "notes.txt").write_text("notes", "utf-8")
    (tmp_path / "empty").mkdir()
    crowd = [{"name": f"{'Name ' * 50}{number}"} for number in range(60)]
    (tmp_path / "many.yaml").write_text(yaml.safe_dump(changed(("people", crowd))), "utf-8")
    done = command(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert 0 < len(done.stderr.encode(errors="replace")) < 2000
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_every_kind_of_error_is_short_however_much_it_is_told() -> None:
    for error in (
        OutputError("x" * 9000, Path("y" * 9000)),
        fl.FollowupError("é" * 9000),
        InputError([Fault("r" * 9000, field="f" * 9000, found="x" * 9000, hint="h" * 9000)] * 30),
    ):
        is_readable(error)


@pytest.mark.parametrize("mark", ["\x1b[31m", "\u202e", "\u2066", "\x07", "\x9b"], ids=ascii)
@pytest.mark.parametrize("arguments", [("{}.yaml",), ("q.yaml",), ("notes.yaml", "--to", "{}"), ("notes.yaml", "--{}")])
def test_no_message_obeys_what_it_tells_of(mark: str, arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text(yaml.safe_dump(EVERYTHING), "utf-8")
    (tmp_path / f"{mark}.yaml").write_text("people: [", "utf-8")
    said = io.StringIO()
    with redirect_stderr(said), contextlib.chdir(tmp_path), contextlib.suppress(SystemExit):
        assert main([argument.format(mark) for argument in arguments]) == 2
    assert mark not in said.getvalue()
    assert mark.encode("unicode_escape").decode() in said.getvalue()


@pytest.mark.parametrize("mark", ["\x1b[31m", "\u202e", "\r", "\x7f"], ids=ascii)
@pytest.mark.parametrize(
    "arguments",
    [
        ("{}.yaml", "-f", "txt", "-o", "{}"),
        ("{}.yaml", "{}.yaml", "-f", "txt"),
        ("{}.yaml", "--json", "-f", "txt"),
        ("check", "{}.yaml"),
        ("check", "--json", "{}.yaml"),
        ("plan", "{}.yaml", "--ics", "{}.ics"),
        ("log", "{}.yaml", "--called", "--on", "2026-11-20"),
        ("match", "{}.yaml"),
        ("new", "{}.new.yaml"),
        ("eject", "{}"),
    ],
    ids=str,
)
def test_nothing_that_is_said_of_a_good_file_obeys_its_name(
    mark: str, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / f"{mark}.yaml").write_text(yaml.safe_dump(EVERYTHING), "utf-8")
    done = command(*(argument.format(mark) for argument in arguments), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert mark not in done.stdout + done.stderr
    if arguments[:2] == ("check", "--json"):
        assert json.loads(done.stdout)["checked"][0]["file"] == f"{mark}.yaml"


def test_a_pipe_in_a_folder_hangs_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "notes.yaml")
    done = command(tmp_path, "-o", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 2
    assert "an ordinary file" in done.stderr


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2026-11-18T10:00", "tomorrow"])
def test_a_day_beyond_the_calendar_is_told(day: str, tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text(yaml.safe_dump(EVERYTHING), "utf-8")
    done = command("plan", "notes.yaml", "--today", day, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert day in done.stderr


# -------------------------------------------------------------------------------- what a program gives


class _Cell:
    """As pandas.NA: neither true nor false."""

    def __bool__(self) -> bool:
        raise TypeError("boolean value of NA is ambiguous")


class _Speechless:
    """What cannot say what it is."""

    def __repr__(self) -> str:
        raise RuntimeError("nothing to say")


class _Word(Enum):
    BELL = "a\x07b"


def _deep() -> list[object]:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    return deep


careless: Any = fl  # as a program uses it that no type checker has read
_SECOND = dt.date(2026, 11, 20)
GIVEN: dict[str, tuple[Callable[[], object], str]] = {
    "an empty cell": (lambda: careless.Company(name="N", article=_Cell()), "Company.article"),
    "an empty cell for a date": (lambda: careless.Meeting(date=_Cell()), "Meeting.date"),
    "an empty cell further in": (
        lambda: careless.Interview.model_validate(changed(("people[0].title", _Cell()))),
        "people[0].title",
    ),
    "bytes for a text": (lambda: careless.Person(name=b"a\x07b"), "Person.name"),
    "bytes for an address": (
        lambda: careless.Candidate(name="x", email=bytearray(b"a@b.example\nBcc: c@d.example")),
        "email",
    ),
    "a word of a list of words": (lambda: careless.Person(name=_Word.BELL), "Person.name"),
    "a word for a letterhead": (lambda: careless.Letterhead(content=_Word.BELL), "Letterhead.content"),
    "bytes that change for a letterhead": (lambda: careless.Letterhead(content=bytearray(b"x")), "Letterhead.content"),
    "a number for a letterhead": (
        lambda: careless.render_many([EVERYTHING], "out", letterhead=5),
        "render_many(letterhead)",
    ),
    "a day for a reader": (
        lambda: careless.plan(careless.load(EVERYTHING), today=_SECOND).call_sheet(_SECOND),
        "call_sheet(person)",
    ),
    "a number of very many digits": (lambda: careless.Interview.model_validate(10**5000), "a number"),
    "a list of very many": (lambda: careless.plan(_deep(), today=_SECOND), "a list"),
    "what cannot say what it is, for a choice": (
        lambda: careless.Meeting(date=_SECOND, how=_Speechless()),
        "Meeting.how",
    ),
    "the same in data": (
        lambda: careless.Interview.model_validate(changed(("people[0].role", _Speechless()))),
        "people[0].role",
    ),
    "the same in a list": (
        lambda: careless.Interview.model_validate(changed(("letter.medium", [_Speechless()]))),
        "letter.medium",
    ),
    "a number for a name": (lambda: careless.load_text("a: [", name=5), "load_text(name)"),
    "a number for a kind": (lambda: careless.compose(careless.load(EVERYTHING), kind=10**5000), "kind"),
}


@pytest.mark.parametrize("what", GIVEN)
def test_what_a_program_gives_that_is_nothing_of_ours_is_told_with_its_field(what: str) -> None:
    give, told = GIVEN[what]
    with pytest.raises(fl.InputError) as caught:
        give()
    assert told in str(caught.value)
    assert json.loads(json.dumps(caught.value.as_dict()))["error"] == "InputError"


LONG = "x" * 300  # longer than any file's name may be
TAKE_A_PATH: dict[str, Callable[[], object]] = {
    "compose(templates)": lambda: fl.compose(fl.load(EVERYTHING), templates=LONG),
    "compose(letterhead)": lambda: fl.compose(fl.load(EVERYTHING), letterhead=LONG),
    "plan(templates)": lambda: fl.plan(fl.load(EVERYTHING), today=_SECOND, templates=LONG),
    "interviews_in": lambda: [fl.load(each) for each in fl.interviews_in(LONG)],
    "load": lambda: fl.load(f"{LONG}.yaml"),
    "a file that is named": lambda: fl.load(changed(("candidate", f"{LONG}.yaml"))),
    "load_text(folder)": lambda: fl.load_text("{candidate: x.yaml}", folder=LONG),
    "render_many(out)": lambda: fl.render_many([EVERYTHING], LONG),
    "render_many(templates)": lambda: fl.render_many([EVERYTHING], "out", templates=LONG),
    "save": lambda: fl.compose(fl.load(EVERYTHING))[0].save(f"{LONG}.docx"),
    "save of a plan": lambda: fl.plan(fl.load(EVERYTHING), today=_SECOND).save(f"{LONG}.ics"),
}


@pytest.mark.parametrize("what", TAKE_A_PATH)
def test_a_name_that_no_file_can_have_is_told_wherever_a_path_is_taken(what: str) -> None:
    with pytest.raises(FollowupError) as caught:
        TAKE_A_PATH[what]()
    is_readable(caught.value)
    assert LONG[:100] in str(caught.value)


@pytest.mark.parametrize("mark", ["\x1b[31m", "\u202e", "\x00", "\x9b", "\n"], ids=ascii)
def test_what_a_value_says_of_itself_obeys_no_name_in_it(mark: str, tmp_path: Path) -> None:
    given: list[Any] = [(f"a{mark}b", EVERYTHING), (f"c{mark}d", {"people": 1})]
    for result in fl.render_many(given, tmp_path):
        assert mark not in str(result).partition("\n  ")[0] + repr(result)
        assert mark.encode("unicode_escape").decode() in str(result)
    if mark == "\x00":
        return
    folder = tmp_path / f"t{mark}"
    folder.mkdir()
    (folder / f"r{mark}.json").write_text(json.dumps({"basics": {"name": "Maya"}, f"k{mark}": 1}), "utf-8")
    closing = Path(__file__).parents[2] / "templates" / "en" / "letter.html.j2"
    (folder / closing.name).write_text(closing.read_text("utf-8") + "\n", "utf-8")
    interview = fl.load({**EVERYTHING, "candidate": str(folder / f"r{mark}.json")})
    letters = fl.compose(interview, templates=folder)
    shown = [*interview.taken, *letters[0].sources, *fl.check(letters), *fl.render_many([interview], tmp_path / mark)]
    assert len(shown) > len(letters)
    assert mark not in "".join(str(each) + repr(each) for each in shown).replace("\n  ", "")


KINDS: dict[str, tuple[Callable[[], object], str]] = {
    "a field that lacks": (lambda: fl.load(changed(("company", {}))), "missing"),
    "a field with nothing in it": (lambda: fl.load_text("candidate: {name: }"), "missing"),
    "the same, of a model": (lambda: careless.Company(), "missing"),
    "a field that nobody knows": (lambda: fl.load(changed(("company.nme", "x"))), "unknown"),
    "the same, of a model ": (lambda: careless.Company(name="x", nme="x"), "unknown"),
    "a value of another kind": (lambda: fl.load(changed(("interview.date", "tomorrow"))), "value"),
    "a text without its end": (lambda: fl.load_text('candidate: {name: "Maya}'), "syntax"),
    "the same, of a secret": (lambda: fl.load_text('outlook: {private: "Maya}'), "syntax"),
    "a key that stands twice": (lambda: fl.load_text('{"company": {}, "company": {}}', suffix=".json"), "syntax"),
    "a text cut at its comma": (
        lambda: fl.load_text("candidate: {strengths: [Raised £310,000 from trusts]}"),
        "syntax",
    ),
    "a file that is not there": (lambda: fl.load("nowhere.yaml"), "file"),
    "a file that is named": (lambda: fl.load(changed(("candidate", "nowhere.yaml"))), "file"),
    "a file of strangers": (lambda: fl.load(changed(("candidate", "nowhere.yaml")), files=False), "file"),
    "a letterhead": (lambda: fl.compose(fl.load(EVERYTHING), letterhead="nowhere.docx"), "file"),
    "no interview": (lambda: careless.compose("interview.yaml"), "argument"),
    "a name that is nobody's": (lambda: fl.compose(fl.load(EVERYTHING), to="Nobody"), "argument"),
    "very many": (lambda: fl.load({f"key{number}": 1 for number in range(50)}), "more"),
}


@pytest.mark.parametrize("what", KINDS)
def test_a_program_can_tell_one_kind_of_fault_from_another(what: str) -> None:
    give, kind = KINDS[what]
    with pytest.raises(fl.InputError) as caught:
        give()
    kinds = [fault["kind"] for fault in caught.value.as_dict()["faults"]]
    assert kind in kinds
    assert {*kinds} <= {*get_args(FaultKind)}


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
@pytest.mark.parametrize("arguments", [("plan", "--json", "--today", "2026-11-23"), ("check", "--json"), ("--json",)])
def test_data_is_json_whatever_the_encoding_of_standard_output(
    encoding: str, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    people = [{"name": "Zoë 😀 Brandt", "role": "hiring manager"}]
    (tmp_path / "notes.yaml").write_text(yaml.safe_dump(EVERYTHING | {"people": people}), "utf-8")
    command_line = [Path(sys.executable).with_name("render-letter"), *arguments, "notes.yaml"]
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    done = subprocess.run(command_line, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert "Zoë 😀 Brandt" in str(json.loads(done.stdout.decode("utf-8")))


@pytest.mark.parametrize("number", [10**301, -(10**400)])
def test_a_number_that_nobody_writes_out_is_told_with_its_field(number: int) -> None:
    with pytest.raises(InputError) as met:
        fl.load(changed(("people[0].title", number)))
    assert met.value.faults[0].field == "people[0].title"


@pytest.mark.parametrize("kind", [str, dict, list, int, float, bool, dt.date])
@pytest.mark.parametrize("field", ["people[0].title", "interview.date", "candidate.strengths"])
def test_what_only_says_that_it_is_of_a_class_is_refused_with_its_field(kind: type, field: str) -> None:
    with pytest.raises(InputError) as met:
        fl.load(changed((field, Mock(spec=kind))))
    assert field in str(met.value)


@pytest.mark.parametrize("hidden", "\u034f\u115f\u1160\u3164\uffa0\u180b\u17b4\ufe00\U000e0100")
def test_what_a_terminal_hides_is_shown_as_an_escape(hidden: str) -> None:
    with pytest.raises(InputError) as met:
        fl.load(changed(("people[0].title", f"Man{hidden}ager")))
    assert hidden not in str(met.value)
    assert hidden.encode("unicode_escape").decode() in str(met.value)

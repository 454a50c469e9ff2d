"""What is added to an interview file stands in it as if typed there, and nothing else of the file changes."""

from __future__ import annotations

import datetime as dt
import difflib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_letters import amending, load
from followup_letters.amending import record_answers, record_event, record_unanswered, take_back_event
from followup_letters.choices import Action, Response
from followup_letters.errors import InputError
from followup_letters.models import Event

HEAD = """\
# my notes
company: {name: Northwind}   # the good one
position:
  title: Manager
  responsibilities:
    - Keep the rota
    - "Merge two systems: fast, and [without] loss"
interview: {date: 2026-11-18}
people: [{name: Priya Raman}]
"""

FILE = HEAD + "candidate: {name: Maya}\n"
VOICEMAIL = Event(on=dt.date(2026, 11, 27), what=Action.CALLED, response=Response.VOICEMAIL)

STRENGTHS = {
    "bare": ("    - Rebuilt the rota\n", "    - text: Rebuilt the rota\n      answers: [Keep the rota]\n"),
    "with a comment": (
        "    - Rebuilt the rota   # twice\n",
        "    - text: Rebuilt the rota   # twice\n      answers: [Keep the rota]\n",
    ),
    "quoted": ("    - 'Rebuilt: the rota'\n", "    - text: 'Rebuilt: the rota'\n      answers: [Keep the rota]\n"),
    "table": (
        "    - text: Rebuilt the rota\n      current: true # yes\n",
        "    - text: Rebuilt the rota\n      current: true # yes\n      answers: [Keep the rota]\n",
    ),
    "braces": ("    - {text: Rebuilt the rota}\n", "    - {text: Rebuilt the rota, answers: [Keep the rota]}\n"),
    "answered": (
        "    - {text: Rebuilt it, answers: [shifts]}\n",
        "    - {text: Rebuilt it, answers: [shifts, Keep the rota]}\n",
    ),
    "answered in a block": (
        "    - text: Rebuilt it\n      answers:\n        - shifts # ours\n",
        "    - text: Rebuilt it\n      answers:\n        - shifts # ours\n        - Keep the rota\n",
    ),
    "over two lines": (
        "    - Rebuilt\n      the rota\n",
        '    - text: "Rebuilt the rota"\n      answers: [Keep the rota]\n',
    ),
}


def write(folder: Path, text: str, name: str = "interview.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("form", STRENGTHS)
def test_answers_stand_beside_the_strength_however_it_was_typed(tmp_path: Path, form: str) -> None:
    before, after = STRENGTHS[form]
    text = HEAD + "candidate:\n  name: Maya Okafor\n  strengths:\n    - Chartered\nHERE\n    - Ran nights # last\n"
    path = write(tmp_path, text.replace("HERE\n", before))
    interview = load(path)
    assert record_answers(path, interview, {1: ["Keep the rota"]}) == path
    assert path.read_text() == text.replace("HERE\n", after)
    assert load(path).candidate.strengths[1].answers[-1] == "Keep the rota"


UNANSWERED = {
    "bare": ("    - Keep the rota # ours\n", "    - text: Keep the rota # ours\n      answered: false\n"),
    "braces": ("    - {text: Keep the rota}\n", "    - {text: Keep the rota, answered: false}\n"),
    "a table": (
        "    - text: Keep the rota\n      importance: 2\n",
        "    - text: Keep the rota\n      importance: 2\n      answered: false\n",
    ),
    "said otherwise": (
        "    - {text: Keep the rota, answered: y}\n",
        "    - {text: Keep the rota, answered: false}\n",
    ),
    "left open": (
        "    - text: Keep the rota\n      answered:\n",
        "    - text: Keep the rota\n      answered: false\n",
    ),
}


@pytest.mark.parametrize("form", UNANSWERED)
def test_that_none_answers_a_need_stands_beside_it_however_it_was_typed(tmp_path: Path, form: str) -> None:
    before, after = UNANSWERED[form]
    text = HEAD.replace("    - Keep the rota\n", "HERE") + "candidate: {name: Maya Okafor}\n"
    path = write(tmp_path, text.replace("HERE", before))
    assert record_unanswered(path, load(path), [0]) == path
    assert path.read_text() == text.replace("HERE", after)
    assert load(path).position.responsibilities[0].answered is False


def test_the_position_of_a_file_of_its_own_is_the_one_that_changes(tmp_path: Path) -> None:
    job = write(tmp_path, "title: Manager\nresponsibilities: [Keep the rota] # all\n", "job.yaml")
    head = HEAD.partition("position:")[0] + "interview: {date: 2026-11-18}\npeople: [{name: Priya Raman}]\n"
    path = write(tmp_path, head + "position: job.yaml\ncandidate: {name: Maya}\n")
    assert record_unanswered(path, load(path), [0]) == job
    assert "responsibilities: [{text: Keep the rota, answered: false}] # all\n" in job.read_text()


def test_strengths_in_brackets_become_tables_in_brackets(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + "candidate: {name: Maya, strengths: [Ran nights, Rebuilt the rota]}\n")
    record_answers(path, load(path), {1: ["Keep the rota"]})
    assert path.read_text().endswith("strengths: [Ran nights, {text: Rebuilt the rota, answers: [Keep the rota]}]}\n")


def test_an_answer_that_yaml_would_read_otherwise_is_quoted(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + "candidate:\n  name: Maya\n  strengths: [Led it]\n")
    interview = load(path)
    duty = interview.position.responsibilities[1].text
    record_answers(path, interview, {0: [duty]})
    assert load(path).candidate.strengths[0].answers == (duty,)


def test_the_candidates_own_file_is_the_one_that_changes(tmp_path: Path) -> None:
    mine = write(tmp_path, "name: Maya # me\nstrengths:\n- Rebuilt the rota\n", "me.yaml")
    path = write(tmp_path, HEAD + "candidate: me.yaml\n")
    before = path.read_bytes()
    assert record_answers(path, load(path), {0: ["Keep the rota"]}) == mine
    assert path.read_bytes() == before
    assert mine.read_text() == "name: Maya # me\nstrengths:\n- text: Rebuilt the rota\n  answers: [Keep the rota]\n"


def test_windows_line_ends_and_the_mark_of_an_editor_stay(tmp_path: Path) -> None:
    text = "\ufeff" + HEAD + "candidate:\n  name: Maya\n  strengths:\n    - Rebuilt the rota\n"
    path = write(tmp_path, text.replace("\n", "\r\n"))
    record_answers(path, load(path), {0: ["Keep the rota"]})
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf# my notes\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == text.count("\n") + 1


TOML = """\
people = [{ name = "Priya Raman" }] # met

[candidate]
name = "Maya"
strengths = [
    "Ran nights", # best
    "Rebuilt the rota",
]

[company]
name = "Northwind"
[position]
title = "Manager"
responsibilities = ["Keep the rota"]
[interview]
date = 2026-11-18
"""

JSON = """\
{
\t"candidate": {"name": "Maya", "strengths": ["Ran nights", "Rebuilt the rota"]},
\t"company": {"name": "Northwind"},
\t"position": {"title": "Manager", "responsibilities": ["Keep the rota"]},
\t"interview": {"date": "2026-11-18"},
\t"people": [{"name": "Priya Raman"}]
}
"""


@pytest.mark.parametrize(("name", "text"), [("interview.toml", TOML), ("interview.json", JSON)])
def test_toml_and_json_keep_their_layout_too(tmp_path: Path, name: str, text: str) -> None:
    path = write(tmp_path, text, name)
    record_answers(path, load(path), {1: ["Keep the rota"]})
    record_unanswered(path, load(path), [0])
    record_event(path, Event(on=dt.date(2026, 11, 20), what=Action.WROTE))
    record_event(
        path, Event(on=dt.date(2026, 11, 27), what=Action.CALLED, person="Priya Raman", note='said "yes", twice')
    )
    changed = load(path)
    assert changed.candidate.strengths[1].answers == ("Keep the rota",)
    assert changed.position.responsibilities[0].answered is False
    assert [event.note for event in changed.history] == [None, 'said "yes", twice']
    gone = [line for line in difflib.ndiff(text.splitlines(), path.read_text().splitlines()) if line.startswith("- ")]
    assert len(gone) <= 3, gone


HISTORIES = {
    "none": ("", "\nhistory:\n  - {on: 2026-11-27, what: called, response: voicemail}\n"),
    "empty": ("history: []\n", "history: [{on: 2026-11-27, what: called, response: voicemail}]\n"),
    "a comment": (
        "history:  # so far\n# the end\n",
        "history:  # so far\n  - {on: 2026-11-27, what: called, response: voicemail}\n# the end\n",
    ),
    "null": (
        "history: null # so far\n",
        "history:  # so far\n  - {on: 2026-11-27, what: called, response: voicemail}\n",
    ),
    "nothing": ("history:\n", "history:\n  - {on: 2026-11-27, what: called, response: voicemail}\n"),
    "a block": (
        "history:\n- on: 2026-11-20 # day\n  what: wrote # it\n# the end\n",
        "history:\n- on: 2026-11-20 # day\n  what: wrote # it\n"
        "- {on: 2026-11-27, what: called, response: voicemail}\n# the end\n",
    ),
    "brackets": (
        "history: [{on: 2026-11-20, what: wrote}] # so far\n",
        "history: [{on: 2026-11-20, what: wrote}, {on: 2026-11-27, what: called, response: voicemail}] # so far\n",
    ),
}


@pytest.mark.parametrize("form", HISTORIES)
def test_an_event_is_the_last_of_the_history(tmp_path: Path, form: str) -> None:
    before, after = HISTORIES[form]
    path = write(tmp_path, HEAD + "candidate: {name: Maya}\n" + before)
    record_event(path, Event(on=dt.date(2026, 11, 27), what=Action.CALLED, response=Response.VOICEMAIL))
    assert path.read_text() == HEAD + "candidate: {name: Maya}\n" + after
    assert load(path).history[-1].response == "voicemail"


_NOTE = "outlook:\n  private: |\n    a floor\n    and a door"
ENDS = {
    "a note without a line break at its end": (_NOTE, "\n\nhistory:\n  - HERE\n"),
    "a folded one": (_NOTE.replace("|", ">"), "\n\nhistory:\n  - HERE\n"),
    "a note that keeps its line breaks": (_NOTE.replace("|", "|+") + "\n", "\nhistory:\n  - HERE\n"),
    "dots": ("outlook: {private: x}\n", "\nhistory:\n  - HERE\n...\n"),
    "dots behind a note": (f"{_NOTE}\n# so far\n", "\nhistory:\n  - HERE\n... # the end"),
    "dots behind an empty history": ("history:\n", "  - HERE\n...\n"),
}


@pytest.mark.parametrize("column", ["", "  "], ids=["", "indented as a whole"])
@pytest.mark.parametrize("form", ENDS)
def test_however_a_file_ends_an_event_can_be_added(form: str, column: str, tmp_path: Path) -> None:
    end, after = ENDS[form]
    behind = after.rpartition("HERE\n")[2]
    added = after.removesuffix(behind).replace("HERE", "{on: 2026-11-27, what: called, response: voicemail}")
    before, whole = (_indented(text, column) for text in (FILE + end, FILE + end + added))
    path = write(tmp_path, before + behind)
    interview = load(path)
    record_event(path, VOICEMAIL)
    assert path.read_text() == whole + behind
    assert load(path).history == (VOICEMAIL,)
    take_back_event(path)
    assert load(path) == interview.with_(outlook=load(path).outlook)
    assert str(load(path).outlook.private).rstrip() == str(interview.outlook.private).rstrip()


def _indented(text: str, column: str) -> str:
    return "".join(f"{column}{line}" if line.strip() else line for line in text.splitlines(keepends=True))


def test_a_history_that_is_not_the_last_key_grows_in_its_place(tmp_path: Path) -> None:
    path = write(
        tmp_path, "history:\n  - {on: 2026-11-20, what: wrote}\n\n# who\n" + HEAD + "candidate: {name: Maya}\n"
    )
    record_event(path, Event(on=dt.date(2026, 11, 27), what=Action.CALLED))
    assert "wrote}\n  - {on: 2026-11-27, what: called}\n\n# who\n" in path.read_text()


def test_a_question_in_brackets_stops_no_addition(tmp_path: Path) -> None:
    text = HEAD + "candidate: {name: Maya}\noutlook: {questions: [who left?, why?]}\n"
    path = write(tmp_path, text)
    record_event(path, Event(on=dt.date(2026, 11, 27), what=Action.CALLED))
    assert path.read_text() == text + "\nhistory:\n  - {on: 2026-11-27, what: called}\n"


def test_a_history_of_null_in_json_becomes_a_list(tmp_path: Path) -> None:
    path = write(tmp_path, JSON.replace('"people"', '"history": null,\n\t"people"'), "interview.json")
    record_event(path, VOICEMAIL)
    assert load(path).history == (VOICEMAIL,)


def test_a_character_that_json_escapes_in_two_halves_stops_no_addition(tmp_path: Path) -> None:
    text = (
        '{"candidate": {"name": "Maya \\ud83d\\ude00"}, "company": {"name": "Northwind"},'
        ' "position": {"title": "Manager"}, "interview": {"date": "2026-11-18"}, "people": [{"name": "Priya Raman"}]}'
    )
    path = write(tmp_path, text, "interview.json")
    record_event(path, Event(on=dt.date(2026, 11, 27), what=Action.CALLED))
    assert [event.what for event in load(path).history] == ["called"]


def test_what_cannot_be_added_is_said_and_the_file_stays(tmp_path: Path) -> None:
    text = HEAD + "candidate: &me\n  name: Maya\n  strengths: &s [Led it]\nhistory: *s\n"
    path = write(tmp_path, text.replace("&me", "").replace("*s", "[]").replace("&s ", ""))
    interview = load(path)
    path.write_text(path.read_text().replace("Led it", "Led something else"))
    before = path.read_bytes()
    with pytest.raises(InputError, match=r"candidate\.strengths\n(.|\n)*write by hand"):
        record_answers(path, interview, {0: ["Keep the rota"]})
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "text", "place", "way"),
    [
        ("i.yaml", "history:\n  on: 2026-11-20\n  what: wrote\n", "5:3", "below history: as - {on: …, what: …}"),
        ("i.yaml", "history: {on: 2026-11-20, what: wrote}\n", "4:10", "below history: as - {on: …, what: …}"),
        ("i.toml", '[history]\non = 2026-11-20\nwhat = "wrote"\n', "1:1", r"\[\[history\]\]"),
        ("i.json", '{"history":\n {"on": "2026-11-20", "what": "wrote"}}', "2:2", r"\[ before it and \] behind it"),
    ],
)
def test_a_history_of_one_entry_that_is_no_list_is_told_with_its_line(
    name: str, text: str, place: str, way: str, tmp_path: Path
) -> None:
    path = write(tmp_path, f"# mine\n\n\n{text}" if name == "i.yaml" else text, name)
    for change in (lambda: record_event(path, VOICEMAIL), lambda: take_back_event(path)):
        with pytest.raises(InputError, match=rf"{name}:{place}: history\n  found: one entry\n(.|\n)*{way}"):
            change()
    assert path.read_text().endswith(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(note=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), min_size=1))
def test_any_note_is_read_back_as_it_was(tmp_path: Path, note: str) -> None:
    for name, text in (("i.yaml", HEAD + "candidate: {name: Maya}\n"), ("i.toml", TOML), ("i.json", JSON)):
        path = write(tmp_path, text, name)
        try:
            event = Event(on=dt.date(2026, 11, 27), what=Action.CALLED, note=note)
        except InputError:
            return
        record_event(path, event)
        assert load(path).history == (event,)


@pytest.mark.parametrize("form", ["none", "a block", "brackets", "empty", "a comment"])
def test_what_was_logged_is_taken_back_and_the_file_is_what_it_was(tmp_path: Path, form: str) -> None:
    before, _ = HISTORIES[form]
    path = write(tmp_path, HEAD + "candidate: {name: Maya}\n" + before)
    typed = path.read_bytes()
    record_event(path, VOICEMAIL)
    assert path.read_bytes() != typed
    assert take_back_event(path) == path
    assert path.read_bytes() == typed


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_each_line_keeps_its_own_end(tmp_path: Path, ends: str) -> None:
    text = HEAD + "candidate:\n  name: Maya\n  strengths:\n    - Chartered\n    - Led it\n    - Ran nights\n"
    lines = text.splitlines()
    typed = "".join(line + (ends if number % 3 else "\n") for number, line in enumerate(lines))
    path = write(tmp_path, typed)
    record_event(path, VOICEMAIL)
    assert path.read_bytes().startswith(typed.encode())
    take_back_event(path)
    assert path.read_bytes() == typed.encode()
    record_answers(path, load(path), {1: ["Keep the rota"]})
    led = lines.index("    - Led it")
    end = ends if led % 3 else "\n"
    new = f"    - text: Led it{end}      answers: [Keep the rota]{end}"
    assert path.read_bytes().decode() == typed.replace(f"    - Led it{end}", new)


WROTE = Event(on=dt.date(2026, 11, 20), what=Action.WROTE)
AGAIN = {
    "letters": (WROTE, WROTE),
    "letters of another day": (WROTE, WROTE.with_(on=dt.date(2026, 11, 21))),
    "a letter to one of them": (WROTE, WROTE.with_(person="Raman")),
    "a call": (VOICEMAIL, VOICEMAIL),
    "a call of one that is named": (VOICEMAIL.with_(person="Priya Raman"), VOICEMAIL.with_(person="Raman")),
}


@pytest.mark.parametrize("what", AGAIN)
@pytest.mark.parametrize(("name", "text"), [("i.yaml", FILE), ("i.toml", TOML), ("i.json", JSON)])
def test_what_is_logged_twice_stands_there_once(what: str, name: str, text: str, tmp_path: Path) -> None:
    path = write(tmp_path, text, name)
    first, second = AGAIN[what]
    assert record_event(path, first) == path
    once = path.read_bytes()
    assert record_event(path, second) == path
    assert path.read_bytes() == once
    record_event(path, VOICEMAIL.with_(on=dt.date(2026, 12, 1)))
    assert len(load(path).history) == 2


def test_what_is_logged_twice_at_the_same_time_stands_there_once(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    path = write(tmp_path, FILE)
    with ThreadPoolExecutor(4) as pool:
        assert [*pool.map(lambda _: record_event(path, WROTE), range(8))] == [path] * 8
    assert load(path).history == (WROTE,)


def test_what_is_logged_at_the_same_time_is_all_there(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    path = write(tmp_path, HEAD + "candidate: {name: Maya}\n")
    notes = [f"note {number}" for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        events = [Event(on=dt.date(2026, 11, 27), what=Action.CALLED, note=note) for note in notes]
        assert [*pool.map(lambda event: record_event(path, event), events)] == [path] * len(notes)
    assert sorted(event.note or "" for event in load(path).history) == sorted(notes)


def test_what_another_program_has_written_meanwhile_stays(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + "candidate: {name: Maya}\n")
    theirs = HEAD + "candidate: {name: Ben}\n"

    def expect(data: Any) -> None:  # which is asked between reading and writing
        data["history"] = [{"on": "2026-11-27"}]
        write(tmp_path, theirs)

    with pytest.raises(InputError, match="no other program changes"):
        amending._rewritten(path, "history", lambda text, tool: tool.with_event(text, {"on": "2026-11-27"}), expect, [])
    assert path.read_text() == theirs


TAKEN = {
    "a block over several lines": (
        "history:\n  # so far\n  - on: 2026-11-20\n    what: wrote # it\n  -\n    on: 2026-11-27\n    what: called\n"
        "    note: |\n      at nine\n      - and at ten\n\n# who\npeople: [{name: Priya}]\n",
        "history:\n  # so far\n  - on: 2026-11-20\n    what: wrote # it\n# who\npeople: [{name: Priya}]\n",
    ),
    "the only one, in the middle": (
        "# since\nhistory:\n- {on: 2026-11-20, what: wrote} # it\n\n# who\npeople: [{name: Priya}]\n",
        "# since\n\n# who\npeople: [{name: Priya}]\n",
    ),
    "the only one, below comments": (
        "people: [{name: Priya}]\nhistory: # c\n  # by hand\n  - {on: 2026-11-20, what: wrote}\n",
        "people: [{name: Priya}]\nhistory: # c\n  # by hand\n",
    ),
    "brackets over lines": (
        "people: [{name: Priya}]\nhistory: [\n  {on: 2026-11-20, what: wrote},\n  {on: 2026-11-27, what: called},\n]\n",
        "people: [{name: Priya}]\nhistory: [\n  {on: 2026-11-20, what: wrote},\n]\n",
    ),
}


TAKEN_OF_TOML = {
    "comments before the next heading": (
        '[[history]]\non = 2026-11-19\nwhat = "wrote"\n\n# how the letters are set\n[letter]\nlanguage = "en-US"\n',
        '# how the letters are set\n[letter]\nlanguage = "en-US"\n',
    ),
    "another table between two": (
        '[[history]]\non = 2026-11-19\nwhat = "wrote"\n\n# mine\n[letter]\nlanguage = "en-US"\n\n# b\n[[history]]\n'
        'on = 2026-11-20\nwhat = "called" # x\n# c\n[outlook]\ninterested = true\n',
        '[[history]]\non = 2026-11-19\nwhat = "wrote"\n\n# mine\n[letter]\nlanguage = "en-US"\n\n# b\n'
        "# c\n[outlook]\ninterested = true\n",
    ),
    "lines of texts that look like headings": (
        '[[history]]\non = 2026-11-19\nwhat = "wrote"\n\n[[history]]\non = 2026-11-20\nwhat = "called"\n'
        'note = """\n[letter]\n\n[[history]]\n# no comment "\n"""\n\n[outlook]\n'
        "reasons = ['''\n[[history]]\nthey build what lasts''']\n",
        '[[history]]\non = 2026-11-19\nwhat = "wrote"\n\n[outlook]\n'
        "reasons = ['''\n[[history]]\nthey build what lasts''']\n",
    ),
}


@pytest.mark.parametrize("form", TAKEN_OF_TOML)
def test_no_comment_of_a_toml_file_is_taken_back_and_no_table_moves(tmp_path: Path, form: str) -> None:
    before, after = TAKEN_OF_TOML[form]
    path = write(tmp_path, f"{TOML}\n{before}", "i.toml")
    take_back_event(path)
    assert path.read_text() == f"{TOML}\n{after}"


@pytest.mark.parametrize("form", TAKEN)
def test_the_last_entry_is_taken_back_however_it_was_typed(tmp_path: Path, form: str) -> None:
    before, after = TAKEN[form]
    head = HEAD.replace("people: [{name: Priya Raman}]\n", "candidate: {name: Maya}\n")
    path = write(tmp_path, head + before)
    take_back_event(path)
    assert path.read_text() == head + after
    load(path)


@pytest.mark.parametrize(("name", "text"), [("interview.toml", TOML), ("interview.json", JSON)])
def test_toml_and_json_give_back_what_was_logged(tmp_path: Path, name: str, text: str) -> None:
    path = write(tmp_path, text, name)
    record_event(path, Event(on=dt.date(2026, 11, 20), what=Action.WROTE))
    once = path.read_text()
    record_event(path, VOICEMAIL)
    take_back_event(path)
    assert path.read_text() == once
    take_back_event(path)
    assert path.read_text() == text
    with pytest.raises(InputError, match="nothing was logged yet"):
        take_back_event(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(note=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), min_size=1))
def test_any_note_can_be_taken_back(tmp_path: Path, note: str) -> None:
    for name, text in (("i.yaml", HEAD + "candidate: {name: Maya}\n"), ("i.toml", TOML), ("i.json", JSON)):
        path = write(tmp_path, text, name)
        try:
            event = Event(on=dt.date(2026, 11, 27), what=Action.CALLED, note=note)
        except InputError:
            return
        record_event(path, Event(on=dt.date(2026, 11, 20), what=Action.WROTE))
        once = path.read_bytes()
        record_event(path, event)
        take_back_event(path)
        assert path.read_bytes() == once

"""`render-letter match` and `log`: they ask, write the answers down, and leave the rest of the file alone."""

from __future__ import annotations

import datetime as dt
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from followup_letters import load

SCRIPT = Path(sys.executable).parent / "render-letter"

INTERVIEW = """\
candidate:
  name: Maya Okafor
  strengths:  # best first
    - Linked 214 burglaries to nine addresses by a single tool mark
    - Cut the wait for lab results from a week to a day
    - Chartered since 2019
company: {name: Trent Valley Constabulary}
position:
  title: Analyst
  responsibilities:
    - Link offences across the three county borders
    - Train the new analysts
interview: {date: 2026-11-18}
people: [{name: Priya Raman}, {name: Tom Baker}]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "interview.yaml"
    path.write_text(INTERVIEW)
    return path


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SCRIPT, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def on_a_terminal(typed: str, *arguments: str | Path) -> str:
    """What the command shows when a person types `typed` on a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([SCRIPT, *map(str, arguments)], stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, typed.encode())
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the other end has been closed
            break
        if not piece:
            break
        shown += piece
    assert process.wait() == 0, shown.decode()
    os.close(ours)
    return shown.decode()


def test_without_a_terminal_the_questions_are_printed_and_nothing_is_changed(file: Path) -> None:
    done = run("match", file)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Which of these answers “Link offences across the three county borders”?" in done.stdout
    assert "  1  Linked 214 burglaries" in done.stdout
    assert "Not matched; prepare for these before the call:" in done.stdout
    assert file.read_text() == INTERVIEW


def test_on_a_terminal_the_answer_is_written_and_the_letter_uses_it(file: Path) -> None:
    shown = on_a_terminal("what\n1\nnone\n", "match", file)
    assert "please answer 1, 2, 3 or none" in shown
    assert "1 answer written" in shown
    expected = INTERVIEW.replace(
        "- Linked 214 burglaries to nine addresses by a single tool mark",
        "- text: Linked 214 burglaries to nine addresses by a single tool mark\n"
        "      answers: [Link offences across the three county borders]",
    ).replace("- Train the new analysts", "- text: Train the new analysts\n      answered: false")
    assert file.read_text() == expected
    assert "(you said so)" in run("match", file).stdout


def test_what_has_nothing_in_common_with_a_need_is_offered_after_what_has_and_without_a_reason(file: Path) -> None:
    shown = run("match", file).stdout
    first, _, second = shown.partition("No strength that is free shares a word or idea with “")
    assert "Which of these answers “Link offences" in first
    assert first.index("  1  Linked 214") < first.index("  3  Chartered since 2019\n")
    assert "Chartered" in second
    assert "no word or idea in common" not in shown


def test_checking_asks_about_no_strength_that_has_nothing_to_do_with_the_need(file: Path) -> None:
    told = run("check", file).stdout
    assert "“Train the new analysts” is answered by no strength for certain; prepare for it before the call" in told
    assert "is it by “Linked 214" in told


def test_what_was_left_out_in_the_interview_answers_a_need_as_well(file: Path) -> None:
    file.write_text(INTERVIEW + "outlook: {omitted: [trained six new analysts]}\n")
    shown = run("match", file).stdout
    assert "Train the new analysts\n  trained six new analysts  (left out in the interview: " in shown
    assert "Train" not in shown.partition("Not matched")[2]
    (found,) = json.loads(run("match", file, "--json").stdout)["left_out"]
    assert (found["responsibility"], found["omitted_index"]) == ("Train the new analysts", 0)
    assert "Train the new analysts" not in run("check", file).stdout.partition("question:")[2]


def test_a_strength_that_is_taken_is_not_offered_again(file: Path) -> None:
    shown = on_a_terminal("1\nq\n", "match", file)
    second = shown.partition("Train the new analysts")[2]
    assert "Which" not in second.partition("1 answer written")[2]
    assert "Linked 214 burglaries to nine addresses by a single tool mark  (taken)" in second


def test_a_strength_keeps_its_number_and_answers_one_need(file: Path) -> None:
    shown = on_a_terminal("1\n1\n2\n", "match", file)
    assert "1 is taken: one strength to a need; for more, write answers: beside the strength by hand" in shown
    assert shown.partition("Train the new analysts")[2].count("  2  Cut the wait for lab results") == 1
    assert [strength.answers for strength in load(file).candidate.strengths][:2] == [
        ("Link offences across the three county borders",),
        ("Train the new analysts",),
    ]


def test_a_need_that_nothing_answers_is_written_down_and_not_asked_about_again(file: Path) -> None:
    shown = on_a_terminal("n\n\n", "match", file)
    assert "answered: false written beside 1 need; take it out to be asked again" in shown
    expected = INTERVIEW.replace(
        "- Link offences across the three county borders",
        "- text: Link offences across the three county borders\n      answered: false",
    )
    assert file.read_text() == expected
    again = run("match", file).stdout
    assert "Which of these answers" not in again
    assert "No strength that is free shares a word or idea with “Train the new analysts”" in again  # Enter is no answer
    assert "Link offences across the three county borders" in again.partition("prepare for these")[2]
    checked = run("check", file).stdout
    assert "question: “Train the new analysts”" in checked
    assert "question: “Link offences" not in checked


def test_every_line_that_is_not_matched_is_named_with_the_reason(file: Path) -> None:
    shown = run("match", file).stdout
    needs, _, strengths = shown.partition("prepare for these before the call:")[2].partition("\n\n")
    assert "  Link offences across the three county borders  (near to “Linked 214 burglaries" in needs
    assert "  Train the new analysts  (no strength shares a word or idea with it)" in needs
    assert "Strengths that answer no need for certain" in strengths
    assert "  Chartered since 2019  (it shares no word or idea with any of them)" in strengths
    assert len(strengths.strip().splitlines()) == 1 + 3
    told = json.loads(run("match", file, "--json").stdout)["unmatched_strengths"]
    assert [(each["index"], each["text"][:6]) for each in told] == [(0, "Linked"), (1, "Cut th"), (2, "Charte")]


def test_an_answer_counts_at_once_in_what_is_not_matched(file: Path) -> None:
    shown = on_a_terminal("1\nnone\n", "match", file).partition("Not matched")[2]
    assert "Train the new analysts  (you said that no strength answers it)" in shown
    assert "Linked 214" not in shown


def test_a_need_from_a_saved_posting_is_asked_about_again_and_that_is_said(file: Path) -> None:
    posting = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Analyst"}
    posting["responsibilities"] = "<ul><li>Link offences across the three county borders</li></ul>"
    page = f'<html><script type="application/ld+json">{json.dumps(posting)}</script></html>'
    file.with_name("posting.html").write_text(page)
    position = INTERVIEW.partition("position:")[2].partition("interview:")[0]
    text = INTERVIEW.replace(f"position:{position}", "position: posting.html\n")
    file.write_text(text)
    shown = on_a_terminal("none\n", "match", file)
    assert "are in a file that cannot be added to: the next run asks of them again" in shown
    assert file.read_text() == text


def test_stopping_at_once_changes_nothing(file: Path) -> None:
    on_a_terminal("q\n", "match", file)
    assert file.read_text() == INTERVIEW


def test_matches_and_questions_are_there_for_programs(file: Path) -> None:
    said = json.loads(run("match", file, "--json").stdout)
    assert said["version"] == 1
    assert said["matches"] == said["unresolved_answers"] == []
    assert [question["responsibility_index"] for question in said["questions"]] == [0, 1]
    assert {"strength", "score", "why"} <= said["questions"][0]["choices"][0].keys()


def test_an_event_is_logged_with_person_and_answer(file: Path) -> None:
    done = run("log", file, "--response", "Strong Candidate", "--person", "raman", "--on", "2026-11-27")
    assert done.returncode == 0
    assert done.stderr.startswith("  note: no letter is logged as sent; if they are out: render-letter log ")
    assert file.read_text().startswith(INTERVIEW)
    event = load(file).history[0]
    assert (event.what, event.person, event.response) == ("called", "Priya Raman", "strong candidate")


def test_what_is_logged_late_does_not_bring_back_what_is_done(file: Path) -> None:
    run("log", file, "--wrote", "--on", "2026-11-20")
    done = run("log", file, "--researched", "--on", "2026-11-19")
    assert "Call Priya Raman" in done.stdout


def test_what_was_logged_and_what_is_next_are_there_for_programs(file: Path) -> None:
    said = json.loads(run("log", file, "--wrote", "--on", "2026-11-19", "--json").stdout)
    assert said["event"]["what"] == "wrote"
    assert said["next"].keys() == {"on", "what"}


WROTE = ["--wrote", "--on", "2026-11-19"]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (WROTE, ["--wrote", "--on", "2026-11-20"], "“wrote” was logged already, on 2026-11-19; nothing is changed"),
        (WROTE, ["--wrote", "--on", "2026-11-18"], "was logged already, on 2026-11-19"),  # not older, but the same
        (WROTE, [*WROTE, "--person", "Raman"], "“wrote” to Priya Raman was logged already, on 2026-11-19"),
        ([*WROTE, "--person", "Raman"], [*WROTE, "--person", "Raman"], "“wrote” to Priya Raman was logged already"),
    ],
)
def test_letters_that_are_logged_twice_are_told_and_the_file_stays(
    file: Path, first: list[str], second: list[str], told: str
) -> None:
    run("log", file, *first)
    before = file.read_bytes()
    done = run("log", file, *second)
    assert (done.returncode, done.stderr) == (0, "")
    assert told in done.stdout
    assert "next, on" in done.stdout
    assert file.read_bytes() == before
    said = json.loads(run("log", file, *second, "--json").stdout)
    assert said["was_logged"]
    assert said["event"]["on"] == "2026-11-19"


def test_letters_logged_on_another_day_than_their_date_are_told_with_both_days(file: Path) -> None:
    done = run("log", file, "--wrote", "--on", "2026-11-18")
    told = "the letters bear the date 2026-11-19, and the plan counts from 2026-11-18, the day logged"
    mend = f"render-letter log {file} --undo, and log it again with --on 2026-11-19"
    assert (done.returncode, done.stderr) == (0, f"  note: {told}; if you mailed them on their date: {mend}\n")
    assert "next, on 2026-11-25: Call" in done.stdout
    run("log", file, "--undo")
    again = run("log", file, "--wrote", "--on", "2026-11-19")
    assert (again.returncode, again.stderr) == (0, "")
    assert "next, on 2026-11-26: Call" in again.stdout


@pytest.mark.parametrize(
    ("more", "first", "second"),
    [
        ("letter: {medium: email}\n", [], ["--wrote", "--on", "2026-11-20"]),  # it bears no date
        ("letter: {mail_on: 2026-11-20}\n", [], ["--wrote", "--on", "2026-11-20"]),
        ("", [], ["--called", "--on", "2026-11-20"]),
        ("", WROTE, ["--response", "not received", "--person", "Raman", "--on", "2026-11-27"]),
    ],
)
def test_what_bears_no_other_date_is_not_told_so(file: Path, more: str, first: list[str], second: list[str]) -> None:
    file.write_text(INTERVIEW + more)
    if first:
        run("log", file, *first)
    done = run("log", file, *second)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_letter_that_is_sent_again_keeps_its_date(file: Path) -> None:
    run("log", file, *WROTE)
    run("log", file, "--response", "not received", "--person", "Raman", "--on", "2026-11-27")
    done = run("log", file, "--wrote", "--person", "Raman", "--on", "2026-11-27")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_last_entry_is_taken_back_and_said(file: Path) -> None:
    run("log", file, *WROTE)
    once = file.read_bytes()
    run("log", file, "--response", "hired someone else", "--person", "Raman", "--on", "2026-11-27")
    done = run("log", file, "--undo")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        f"{file}  taken back: 2026-11-27: called, Priya Raman, hired someone else\n  next, on 2026-11-" in done.stdout
    )
    assert file.read_bytes() == once
    said = json.loads(run("log", file, "--undo", "--json").stdout)
    assert (said["taken_back"]["what"], said["next"]["on"]) == ("wrote", "2026-11-19")
    assert file.read_text() == INTERVIEW
    refused = run("log", file, "--undo")
    assert refused.returncode == 2
    assert "a history with an entry to take back" in refused.stderr


def test_a_letter_to_another_reader_and_one_that_was_lost_are_logged(file: Path) -> None:
    for number, event in enumerate(
        (
            [*WROTE, "--person", "Raman"],
            [*WROTE, "--person", "Baker"],
            ["--response", "not received", "--person", "Raman", "--on", "2026-11-26"],
            ["--wrote", "--person", "Raman", "--on", "2026-11-26"],
        ),
        1,
    ):
        done = run("log", file, *event)
        assert "already" not in done.stdout
        assert len(load(file).history) == number


_WAITING = ["--response", "no decision yet", "--on", "2026-11-26"]


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (_WAITING, _WAITING, 2),
        (_WAITING, [*_WAITING, "--person", "Raman"], 2),
        ([*_WAITING, "--person", "Raman"], _WAITING, 2),
        (_WAITING, [*_WAITING, "--person", "Baker"], 3),
        (_WAITING, [*_WAITING, "--note", "they meet on Monday"], 3),
        (_WAITING, [*_WAITING, "--call-on", "2026-12-11"], 3),
        (_WAITING, ["--response", "strong candidate", "--on", "2026-11-26"], 3),
        (_WAITING, ["--response", "no decision yet", "--on", "2026-12-11"], 3),
    ],
)
def test_a_call_that_is_logged_twice_is_told_and_another_one_is_logged(
    file: Path, first: list[str], second: list[str], count: int
) -> None:
    run("log", file, *WROTE)
    run("log", file, *first)
    done = run("log", file, *second)
    assert ("was logged already, on 2026-11-26; nothing is changed" in done.stdout) == (count == 2)
    assert len(load(file).history) == count


@pytest.mark.parametrize(
    ("note", "is_told"), [("left a message", True), ("Left her a voicemail", True), ("she liked my message", False)]
)
def test_a_note_that_nobody_was_reached_is_told_with_the_answer_that_says_so(
    file: Path, note: str, is_told: bool
) -> None:
    run("log", file, *WROTE)
    done = run("log", file, "--called", "--person", "Raman", "--on", "2026-11-26", "--note", note)
    assert ("log it again with --response voicemail" in done.stderr) is is_told


def test_a_promise_is_kept_once_unless_a_note_tells_of_another(file: Path) -> None:
    file.write_text(INTERVIEW.replace("{name: Tom Baker}", "{name: Tom Baker, promised: two references}"))
    kept = ["--kept", "--person", "Tom", "--on", "2026-11-20"]
    assert "already" not in run("log", file, *kept).stdout
    assert "“kept a promise” to Tom Baker was logged already, on 2026-11-20" in run("log", file, *kept).stdout
    assert len(load(file).history) == 1
    assert "already" not in run("log", file, *kept, "--note", "the slides, too").stdout
    assert len(load(file).history) == 2


def test_of_several_promises_it_is_asked_which_was_kept(file: Path) -> None:
    promised = "{name: Tom Baker, promised: two references}"
    file.write_text(INTERVIEW.replace("{name: Tom Baker}", f"{promised}, {promised.replace('Tom', 'Bo')}"))
    asked = run("log", file, "--kept", "--on", "2026-11-20")
    assert asked.returncode == 2
    assert "of 2 promises that are open" in asked.stderr
    assert "--person 'Tom Baker' or --person 'Bo Baker'" in asked.stderr
    assert run("log", file, "--kept", "--person", "Tom", "--on", "2026-11-20").returncode == 0
    assert run("log", file, "--kept", "--on", "2026-11-20").returncode == 0  # the one that is left
    assert len(load(file).history) == 2


def test_an_offer_of_theirs_is_told_to_wait_for_an_answer(file: Path) -> None:
    run("log", file, *WROTE)
    done = run("log", file, "--response", "offer received", "--on", "2026-11-27")
    assert "nothing is left to do: letter and call have done their work; the offer itself waits" in done.stdout


def test_what_is_logged_already_of_one_person_has_the_day_of_that_person(file: Path) -> None:
    run("log", file, "--wrote", "--person", "Tom", "--on", "2026-11-19")
    run("log", file, "--wrote", "--on", "2026-11-20")
    done = run("log", file, "--wrote", "--person", "Tom", "--on", "2026-11-21")
    assert "“wrote” to Tom Baker was logged already, on 2026-11-19" in done.stdout


def test_the_day_for_which_they_asked_is_the_day_of_the_next_call(file: Path) -> None:
    run("log", file, "--wrote", "--on", "2026-11-19")
    done = run("log", file, "--response", "no decision yet", "--on", "2026-12-04", "--call-on", "2026-12-11")
    assert "next, on 2026-12-11: Call Priya Raman" in done.stdout
    assert str(load(file).history[-1].call_on) == "2026-12-11"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (["--called", "--on", "2026-12-04", "--call-on", "2026-12-03"], "the day on which they said so, 2026-12-04"),
        (["--response", "strong candidat"], "did you mean strong candidate?"),
        (["--response", "rejection"], "did you mean hired someone else?"),
        (["--response", "no"], "did you mean no decision yet or no leads? (in quotes)"),
        (["--response", "hired"], "did you mean hired someone else? (in quotes)"),
        (["--response", "They said no"], "did you mean hired someone else?"),
        (["--response", "turned down"], "did you mean hired someone else?"),
        (["--response", "second interview"], "did you mean meeting set?"),
        (["--wrote", "--on", "27.11.2026"], "is no date, year-month-day; write 2026-11-27"),
        (["--called", "--person", "Tom Bakker"], "did you mean Tom Baker?"),
        (["--called", "--on", "1026-11-27"], "1900"),
        (
            ["--wrote", "--on", "2026-11-17"],
            "--on\n  found: 2026-11-17\n  rule:  the day of the interview, 2026-11-18, or one after it",
        ),
        ([], "say what happened"),
        (["--undo", "--person", "Raman"], "--undo takes back the last entry, whatever it is; leave --person out"),
        (["--undo", "--wrote"], "not allowed with argument"),
    ],
)
def test_a_slip_is_told_and_the_file_stays(file: Path, wrong: list[str], told: str) -> None:
    done = run("log", file, *wrong)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert file.read_text() == INTERVIEW


DOUBT = ["--response", "reservation", "--on", "2026-11-27"]


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ([*DOUBT, "--note", "no X-ray rules"], "write the doubt under outlook.reservations, {concern: …, answer: …}"),
        (DOUBT, "say which doubt with --note"),
        (["--response", "meeting set", "--on", "2026-11-27"], "--second-interview second.yaml writes its file"),
        (["--heard", "--on", "2026-11-27"], "what did they say?"),
        (["--response", "strong candidate", "--on", "2026-11-27"], None),
        (["--heard", "--response", "no decision yet", "--on", "2026-11-27"], None),
    ],
)
def test_what_helps_to_go_on_is_asked_for_when_it_is_logged(file: Path, event: list[str], told: str | None) -> None:
    assert run("log", file, "--wrote", "--on", "2026-11-19").returncode == 0
    done = run("log", file, *event)
    assert done.returncode == 0, done.stderr
    assert ("note:" in done.stderr, (told or "") in done.stderr) == (told is not None, True)


def test_a_doubt_that_the_file_answers_is_not_asked_for_again(file: Path) -> None:
    doubt = "outlook: {reservations: [{concern: no X-ray rules, answer: passed the course}]}\n"
    file.write_text(INTERVIEW + doubt, "utf-8")
    assert run("log", file, "--wrote", "--on", "2026-11-19").returncode == 0
    assert "note:" not in run("log", file, *DOUBT, "--note", "they worry about X-ray rules").stderr


def test_what_is_logged_ahead_of_its_day_says_what_the_plan_says_until_then(file: Path) -> None:
    ahead = dt.date.today() + dt.timedelta(days=3)
    file.write_text(INTERVIEW.replace("2026-11-18", str(dt.date.today())), "utf-8")
    done = run("log", file, "--wrote", "--on", str(ahead))
    assert f"until {ahead} a plan says: Mail the letter to Priya Raman" in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["render"], "none is needed; leave it out: render-letter FILE"),
        (["chek"], "did you mean 'check'?"),
        (["lettres"], "'lettres' is no command, no file and no folder; nothing was written"),
    ],
)
def test_a_word_before_the_file_that_is_none_writes_nothing(file: Path, words: list[str], told: str) -> None:
    done = run(*words, file, "-o", file.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert list(file.parent.iterdir()) == [file]


def test_a_candidate_among_the_files_of_a_pattern_is_passed_over(file: Path) -> None:
    me = file.with_name("me.yaml")
    me.write_text("name: Maya Okafor\nphone: '1'\n")
    for command in (["plan"], ["check"], ["-o", file.with_name("out"), "--force"]):
        done = run(*command, file, me)
        assert (done.returncode, "me.yaml is no interview file" in done.stderr) == (0, True), done.stderr
    assert run("plan", me).returncode == 2

"""What the command says when somebody new stumbles: where, what is wrong, the nearest right thing, and in grammar."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

import followup_letters as fl
from followup_letters.checking import FindingId
from followup_letters.cli import main
from followup_letters.errors import counted

ROOT = Path(__file__).parents[1]
THREE = "people: [{name: Ann Lee, role: hiring manager}, {name: Bo Day, role: panel}, {name: Cy Ek, role: panel}]\n"


def notes(people: str = "people: [{name: Ann Lee, role: hiring manager}]\n", more: str = "", name: str = "Maya") -> str:
    return (
        f"candidate: {{name: {name}}}\ncompany: {{name: Northwind}}\nposition: {{title: Planner}}\n"
        f"interview: {{date: 2026-11-18}}\n{people}{more}"
    )


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(text: str, *arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    Path("interview.yaml").write_text(text, "utf-8")
    try:
        code = main([*arguments] if arguments else ["interview.yaml"])
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_person_listed_twice_is_told_at_the_second_entry(capsys: pytest.CaptureFixture[str]) -> None:
    people = "people:\n  - name: Ann Lee\n  - name: Bo Day\n  - role: panel\n    name: Ann Lee\n"
    _, _, err = said(notes(people), capsys=capsys)
    assert err.startswith("interview.yaml:9:11: people[2].name\n  found: Ann Lee\n")
    assert "people[0] has this name" in err


def test_an_empty_name_is_told_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = said(notes(name='""'), capsys=capsys)
    assert "hint:  for example: name: Maya Okafor" in err


@pytest.mark.parametrize(("typed", "meant"), [("yse", "yes"), ("ture", "true"), ("fasle", "false")])
def test_a_slip_in_yes_or_no_is_told_with_the_word_meant(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, _, err = said(notes(more=f"outlook: {{interested: {typed}}}\n"), capsys=capsys)
    assert f"hint:  did you mean {meant}?" in err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("strong", "strong candidate"), ("offer", "offer received"), ("may", "may call or may not call")],
)
def test_a_part_of_a_response_is_told_with_the_whole(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = said(notes(), "log", "interview.yaml", "--response", typed, capsys=capsys)
    assert code == 2
    assert f"did you mean {meant}?" in err


def test_a_name_that_is_nobodys_is_told_with_the_file_and_the_option(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = said(notes(), "interview.yaml", "--to", "Nobody", capsys=capsys)
    assert err.startswith("interview.yaml: --to\n  found: Nobody\n")


@pytest.mark.parametrize(
    "arguments",
    [["interview.yaml", "--to", "Lieght"], ["log", "interview.yaml", "--kept", "--person", "Lieght"]],
)
def test_a_slip_in_somebodys_name_is_told_with_the_name_meant(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    people = "people: [{name: Bo Day, role: panel}, {name: Ann Lee, role: hiring manager}]\n"
    code, _, err = said(notes(people).replace("Lee", "Leight"), *arguments, capsys=capsys)
    assert code == 2
    assert "did you mean Ann Leight? " in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["interview.yaml", "--json", "--bad"],
        ["chek", "interview.yaml", "--json"],
        ["interview.yaml", "--json", "-f", "dox"],
        ["plan", "interview.yaml", "--json", "--today", "tomorrow"],
        ["log", "interview.yaml", "--json"],
        ["match", "missing.yaml", "--json"],
        ["log", "missing.yaml", "--wrote", "--json"],
    ],
)
def test_with_json_a_slip_is_one_object_as_every_other_answer_is(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(notes(), *arguments, capsys=capsys)
    data = json.loads(out)
    assert code == 2
    assert data["version"] == 1
    assert data["errors"][0]["message"].splitlines()[0] in err


def test_without_json_a_slip_leaves_standard_output_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(notes(), "interview.yaml", "--bad", capsys=capsys)[1] == ""


def test_a_starter_is_told_with_the_schema_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "one.yaml"]) == 0
    assert "interview.schema.json" in capsys.readouterr().out
    assert main(["new", "two.yaml"]) == 0
    assert "interview.schema.json" not in capsys.readouterr().out  # it was there


def test_names_that_nobody_has_compared_with_a_card_are_told_once_for_all_letters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = said(notes(THREE), "check", "interview.yaml", capsys=capsys)
    (line,) = [line for line in out.splitlines() if "name-unconfirmed" in line]
    assert "“Ann Lee” was not compared with a card, nor “Bo Day”, nor “Cy Ek”;" in line


def test_what_more_there_is_to_find_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = said(notes(THREE), capsys=capsys)
    assert err.count("more: render-letter check interview.yaml") == 1


def test_one_letter_asked_for_alone_is_told_of_its_own_name_only() -> None:
    interview = fl.load({**_mapping(), "people": [{"name": "Ann Lee"}, {"name": "Bo Day"}]})
    (finding,) = [each for each in fl.check(fl.compose(interview, to="Bo")) if each.id is FindingId.NAME_UNCONFIRMED]
    assert finding.where.recipient == "Bo Day"
    assert "Ann Lee" not in finding.message


def test_a_letter_of_another_length_is_told_in_a_whole_sentence() -> None:
    found = fl.check(fl.compose(fl.load(_mapping())))
    (finding,) = [each for each in found if each.id is FindingId.LENGTH]
    usual = "words, and a letter to this reader (hiring manager) should have 140 to 230"
    assert f"{usual}; it would also tell of `talked_about`" in finding.message


def test_a_short_letter_is_told_of_the_strengths_that_stand_in_none() -> None:
    answering = {"text": "Led the SAP migration for 140 users", "answers": ["Merge two"]}
    strengths = [answering, "Sang with a choir for two summers", {"text": "Rode horses", "answers": []}]
    data = {**_mapping(), "candidate": {"name": "Maya Okafor", "strengths": strengths}}
    data["position"] = {"title": "Planner", "responsibilities": ["Merge two warehouse systems"]}
    (finding,) = [each for each in fl.check(fl.compose(fl.load(data))) if each.id is FindingId.LENGTH]
    assert "; 1 strength stands in no letter: `answers`, with the need, or a talk" in finding.message


def test_one_of_a_thing_is_told_in_the_singular(capsys: pytest.CaptureFixture[str]) -> None:
    assert [counted(number, "letter") for number in (0, 1, 2)] == ["0 letters", "1 letter", "2 letters"]
    _, _, err = said(notes(), "interview.yaml", "-j", "1", "-f", "txt", "-o", "out", capsys=capsys)
    assert "1 interview rendered, 1 file in out" in err
    _, _, err = said(notes(), "interview.yaml", "-j", "1", "-f", "txt", "-o", "out", capsys=capsys)
    assert "1 was done before" in err
    _, _, err = said("candidate: 1", "interview.yaml", "-j", "1", "-o", "out", capsys=capsys)
    assert "1 has faults" in err


def test_what_is_dropped_says_so_once_and_a_rule_of_our_own_is_called_one(capsys: pytest.CaptureFixture[str]) -> None:
    history = "history:\n  - {on: 2026-11-19, what: wrote}\n"
    history += "  - {on: 2026-11-20, what: heard from them, response: no decision yet}\n"
    _, out, _ = said(notes(more=history), "plan", "interview.yaml", "--today", "2026-11-30", capsys=capsys)
    dropped = out.partition("dropped")[2]
    assert "dropped" not in dropped
    assert "they answered before it: no decision yet (a rule of our own)" in dropped
    assert "(ours)" not in out


def _mapping() -> dict[str, object]:
    return {
        "candidate": {"name": "Maya"},
        "company": {"name": "Northwind"},
        "position": {"title": "Planner"},
        "interview": {"date": "2026-11-18"},
        "people": [{"name": "Ann Lee", "role": "hiring manager"}],
    }


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["log", "interview.yaml", "--wrote", "--on", "2036-11-20"],
            "“wrote” is noted on 2036-11-20, more than a year",
        ),
        (
            ["plan", "interview.yaml", "--today", "2026-11-01"],
            "the interview is on 2026-11-18, and today is 2026-11-01",
        ),
        (["log", "interview.yaml", "--wrote", "--on", "2026-11-20"], ""),
        (["plan", "interview.yaml", "--today", "2026-11-20"], ""),
    ],
)
def test_a_day_that_no_follow_up_would_have_is_told_where_it_is_given(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = said(notes(), *arguments, capsys=capsys)
    assert code == 0
    assert told in err
    assert bool(told) == ("warning" in err)


def test_a_draft_to_nobody_is_told_with_the_key_to_fill_in(capsys: pytest.CaptureFixture[str]) -> None:
    people = "people: [{name: Ann Lee, email: ann@northwind.example}, {name: Bo Day}]\n"
    by_email = notes(people, more="letter: {medium: email}\n")
    _, _, err = said(by_email, "interview.yaml", "-f", "eml", capsys=capsys)
    assert "Bo Day has no e-mail address, and a draft (eml) has no To; give `email`" in err
    assert "Ann Lee has no" not in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "name an interview file; `render-letter new` writes one to fill in"),
        (["missing.yaml"], "`render-letter new missing.yaml` writes a starter to fill in"),
        (["check", "missing.toml"], "`render-letter new` writes a starter to fill in"),
        (["interview.yaml", "--pdf"], "unrecognized arguments: --pdf; did you mean -f pdf?"),
        (["interview.yaml", "-to", "Lee"], "did you mean --to?"),
        (["interview.yaml", "--repalce"], "did you mean --replace?"),
        (["interview.yaml", "--to", "Lee", "--to", "Day"], "--to is given twice, and only one would count; run"),
        (["interview.yaml", "-f", "txt", "-f", "html"], "-f is given twice, and only one would count; put commas"),
        (["log", "interview.yaml", "--called", "--person", "Lee", "--person", "Day"], "--person is given twice"),
    ],
)
def test_a_slip_of_the_command_line_is_told_with_the_way_on(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("interview.yaml").write_text(notes(THREE), "utf-8")
    try:
        code = main(arguments)
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    assert code == 2
    assert told in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["interview.yaml"]


def test_check_takes_a_folder_as_the_main_command_does(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(notes(), "check", ".", capsys=capsys)
    assert (code, out.splitlines()[0], err) == (0, "interview.yaml", "")


def test_notes_are_kept_where_a_starter_takes_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(notes(), "new", capsys=capsys)
    assert (code, "render-letter new NAME writes another" in err, "keeps a copy" in err) == (2, True, True)
    for copy, text in (("interview.yaml.bak", notes()), ("interview.yaml.bak-2", notes(THREE))):
        code, out, _ = said(text, "new", "--replace", capsys=capsys)
        assert (code, f"{copy}  what stood in interview.yaml before" in out) == (0, True)
        assert Path(copy).read_text("utf-8") == text
    assert main(["new", "--replace"]) == 0
    assert not Path("interview.yaml.bak-3").exists()  # for it was the starter itself


def test_a_letter_that_may_have_been_edited_is_told_with_the_way_to_write_the_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    both = "people: [{name: Ann Lee, role: hiring manager}, {name: Bo Day, role: panel}]\n"
    render = ["interview.yaml", "-f", "txt"]
    said(notes(both), *render, capsys=capsys)
    (edited,) = Path().glob("*_Ann-Lee.txt")
    edited.write_text("mine", "utf-8")
    mended = notes(both.replace("Bo Day", "Bo O'Dea"))
    code, _, err = said(mended, *render, capsys=capsys)
    assert (code, "you may have edited it: " in err) == (2, True)
    assert """--to 'Bo O'"'"'Dea' writes a letter that is not there; --to 'Ann Lee' --replace replaces it""" in err
    assert said(mended, *render, "--to", "Bo O'Dea", capsys=capsys)[0] == 0
    assert edited.read_text("utf-8") == "mine"
    _, _, err = said(mended, *render, capsys=capsys)
    assert "you may have edited it: --to 'Ann Lee' --replace replaces it" in err
    (other,) = Path().glob("*_Bo-O-Dea.txt")
    other.write_text("mine", "utf-8")
    _, _, err = said(mended, *render, capsys=capsys)
    assert "(and 1 more)" in err
    assert "edited them: --to NAME --replace replaces one person's, --replace all of them" in err
    _, _, err = said(mended, *render, "--to", "Ann", capsys=capsys)
    assert "nothing was written; --replace replaces it, with what you may have edited in it" in err


def test_a_calendar_of_an_earlier_plan_is_told_to_be_out_of_date(capsys: pytest.CaptureFixture[str]) -> None:
    plan = ["plan", "interview.yaml", "--ics", "plan.ics"]
    assert said(notes(), *plan, capsys=capsys)[0] == 0
    logged = notes(more="history: [{on: 2026-11-20, what: wrote}]\n")
    code, _, err = said(logged, *plan, capsys=capsys)
    assert (code, "a plan changes with each `render-letter log`; --replace replaces it" in err) == (2, True)


def test_a_starter_is_of_an_interview_on_the_last_business_day_so_that_nothing_of_it_is_late(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["new"]) == 0
    met_on = fl.load("interview.yaml").interview.date
    today = dt.date.today()
    assert (today - met_on).days == max(0, today.weekday() - 4) or (met_on.month, met_on.day) in {(12, 24), (12, 31)}
    assert main(["check", "interview.yaml"]) == 0
    out = capsys.readouterr().out
    assert "name-unconfirmed" in out
    assert "were due by" not in out


def test_letters_that_were_logged_on_another_day_are_told_with_the_way_to_mend_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said(notes(), "log", "interview.yaml", "--wrote", "--on", "2026-11-20", capsys=capsys)
    assert main(["log", "interview.yaml", "--wrote", "--on", "2026-11-20"]) == 0
    assert "--undo" not in capsys.readouterr().out
    assert main(["log", "interview.yaml", "--wrote", "--on", "2026-11-21"]) == 0
    assert "render-letter log interview.yaml --undo, and log it again" in capsys.readouterr().out


def test_a_call_to_somebody_of_another_company_is_logged_as_that_and_a_near_miss_is_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = notes("people: [{name: Dana Whitcomb}, {name: Bo Day, role: panel}]\n")
    call = ["log", "interview.yaml", "--called", "--person"]
    code, out, _ = said(text, *call, "Bob Hale", capsys=capsys)
    assert (code, "called, Bob Hale (nobody of this file: somebody of another company)" in out) == (0, True)
    assert fl.load("interview.yaml").history[-1].person == "Bob Hale"
    for typed, told in (
        ("Dana Witcomb", "did you mean Dana Whitcomb? "),
        (" ", "the file has: "),
        ("D", "the file has"),
    ):
        code, _, err = said(text, *call, typed, capsys=capsys)
        assert (code, told in err) == (2, True)
    code, out, _ = said(text, *call, "Dan Whitcomb, Acme Freight", capsys=capsys)
    assert (code, "Dan Whitcomb, Acme Freight (nobody of this file" in out) == (0, True)


@pytest.mark.parametrize("typed", ["O'Neil", "o’neil", "sian", "Siân"])
def test_a_name_is_found_whatever_its_accents_and_apostrophes(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    people = "people: [{name: Siân O’Neil}, {name: Bo Day, role: panel}]\n"
    code, out, _ = said(notes(people), "log", "interview.yaml", "--called", "--person", typed, capsys=capsys)
    assert (code, "called, Siân O’Neil" in out) == (0, True)


@pytest.mark.parametrize(("days", "more", "is_told"), [(20, "", True), (0, "", False), (20, "wrote", False)])
def test_letters_whose_day_is_past_are_written_and_told_so_unless_they_are_out(
    days: int, more: str, is_told: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    met_on = dt.date.today() - dt.timedelta(days)
    history = f"history: [{{on: {dt.date.today()}, what: {more}}}]\n" if more else ""
    code, out, err = said(notes(more=history).replace("2026-11-18", str(met_on)), capsys=capsys)
    assert (code, "Ann Lee" in out) == (0, True)
    assert ("the day on which they go out, is past; what to do: render-letter check interview.yaml" in err) == is_told


@pytest.mark.parametrize(("days", "is_told"), [(30, True), (0, False)])
def test_an_interview_that_lies_ahead_is_told_at_writing(
    days: int, is_told: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    met_on = dt.date.today() + dt.timedelta(days)
    code, out, err = said(notes().replace("2026-11-18", str(met_on)), "interview.yaml", capsys=capsys)
    assert (code, "Ann Lee" in out) == (0, True)
    told = f"warning: the interview is on {met_on}, and today is {dt.date.today()}; look at the day [odd-date]"
    assert err.count(told) == is_told
    assert is_told == ("(interview.yaml, interview.date)" in err)


def test_a_letter_that_goes_or_went_by_e_mail_is_told_as_that(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(notes(), "interview.yaml", "--medium", "email", "-f", "txt", "--force", capsys=capsys)
    assert ", e-mail it on 2026-11-19" in out
    said(notes(), "log", "interview.yaml", "--emailed", "--on", "2026-11-19", capsys=capsys)
    main(["plan", "interview.yaml"])
    assert "E-mail the letter to Ann Lee" in capsys.readouterr().out


def test_where_several_letters_have_other_content_the_way_to_replace_one_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said(notes(THREE), "interview.yaml", "-f", "txt", "--force", capsys=capsys)
    code, _, err = said(notes(THREE, name="Bo"), "interview.yaml", "-f", "txt", capsys=capsys)
    assert (code, "(and 2 more)" in err, "--to NAME --replace" in err) == (2, True, True)

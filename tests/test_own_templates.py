"""Templates of one's own: copied out, changed, used; and a slip in one is told with its name and line."""

from __future__ import annotations

import datetime as dt
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from docx import Document
from pypdf import PdfReader

import followup_letters as fl
from followup_letters.cli.eject import run as eject
from followup_letters.composing.reference import context_table, filter_table
from followup_letters.errors import OutputError, TemplateError
from followup_letters.html_subset import CLASSES
from followup_letters.planning.call_sheets import call_sheet

ROOT = Path(__file__).parents[1]
SCRIPT = Path(sys.executable).parent / "render-letter"
EXAMPLE = ROOT / "examples" / "operations-manager.yaml"
PAGE = ROOT / "docs" / "templates.md"


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SCRIPT, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False)


def folder_with(path: Path, template: str, text: str) -> Path:
    file = path / "mine" / "en" / template
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return path / "mine"


def test_a_folder_of_the_same_name_elsewhere_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("one", "two"):
        folder_with(tmp_path / place, "courtesy.html.j2", f"<p>From {place}.</p>")
        monkeypatch.chdir(tmp_path / place)
        letters = fl.compose(fl.load(EXAMPLE), kind="courtesy", templates="mine")
        assert all(f"From {place}." in letter.text for letter in letters)


def test_ejected_templates_say_the_same_words_until_they_are_changed(tmp_path: Path) -> None:
    done = run("eject", "mine", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    interview = fl.load(EXAMPLE)
    mine = fl.compose(interview, templates=tmp_path / "mine")
    assert [letter.text for letter in mine] == [letter.text for letter in fl.compose(interview)]
    salutation = tmp_path / "mine" / "en" / "letter.html.j2"
    salutation.write_text(salutation.read_text("utf-8").replace("Dear ", "Good morning, "), "utf-8")
    shown = run(EXAMPLE, "-q", "--templates", "mine", "--to", "Luis", "-f", "txt", "-o", "-", cwd=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Good morning, Mr." in shown.stdout


def test_the_way_to_change_one_sentence_is_as_the_page_shows_it(tmp_path: Path) -> None:
    block = re.search(r"To change one sentence.*:\n\n((?:    .*\n)+)", PAGE.read_text("utf-8"))
    assert block is not None
    shutil.copy(EXAMPLE, tmp_path / "interview.yaml")
    shutil.copytree(EXAMPLE.parent / "people", tmp_path / "people")
    said: list[str] = []
    for command in block[1].splitlines():
        program, *arguments = shlex.split(command, comments=True)
        if program == "nano":
            file = tmp_path / arguments[-1]
            places = re.findall(rf"\({re.escape(arguments[-1])}:(\d+)\)", said[-1])
            words = file.read_text("utf-8").splitlines(keepends=True)
            words[int(places[-1]) - 1] = (
                "There is more I would ask you, and I would gladly ask it at {{ words.employer() }}.\n"
            )
            file.write_text("".join(words), "utf-8")
        else:
            done = run(*arguments, cwd=tmp_path)
            assert done.returncode == 0, done.stderr
            said.append(done.stdout)
    assert "I would gladly ask it at Northwind." in said[-2]
    assert len([*tmp_path.glob("*.docx")]) == 3


def test_some_templates_alone_are_copied_beside_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = folder_with(tmp_path, "courtesy.html.j2", "<p>a</p>")
    assert eject([str(mine), "pursue/panel.html.j2", "styles/layouts.toml"]) == 0
    assert "2 templates" in capsys.readouterr().out
    names = sorted(path.relative_to(mine).as_posix() for path in mine.rglob("*.*"))
    assert names == ["en/courtesy.html.j2", "en/pursue/panel.html.j2", "styles/layouts.toml"]
    with pytest.raises(OutputError, match=r"courtesy.html.j2\n  is there already, and nothing was copied"):
        eject([str(mine), "title.j2", "courtesy.html.j2"])
    with pytest.raises(TemplateError, match=r"is no template of ours; did you mean en/pursue/panel.html.j2\?"):
        eject([str(mine), "title.j2", "panel.html"])
    assert not (mine / "en/title.j2").exists()


def test_words_in_another_language_are_sent_to_the_folder_of_words(tmp_path: Path) -> None:
    (tmp_path / "de" / "pursue").mkdir(parents=True)
    (tmp_path / "de" / "pursue" / "panel.html.j2").write_text("<p>Bis bald.</p>")
    with pytest.raises(TemplateError, match=r"\(words in any language go into en/\); did you mean en/pursue/panel"):
        fl.compose(fl.load(EXAMPLE), templates=tmp_path)


@pytest.mark.parametrize(("text", "line"), [("Goodbye.\n", 1), ("<p>Hello.</p>\nGoodbye.\n", 2), ("\n\nGoodbye.", 3)])
def test_a_sentence_outside_of_a_paragraph_is_told_where_it_was_written(text: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"“Goodbye\.” in none") as caught:
        fl.compose(fl.load(EXAMPLE), templates=folder_with(tmp_path, "pursue.html.j2", text))
    assert (caught.value.template, caught.value.line) == (str(tmp_path / "mine" / "en" / "pursue.html.j2"), line)


@pytest.mark.parametrize("template", ["letter.html.j2", "body.html.j2"])
def test_an_empty_template_is_told_with_its_path(template: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="there is nothing in it") as caught:
        fl.compose(fl.load(EXAMPLE), templates=folder_with(tmp_path, template, "\n"))
    assert caught.value.template == str(tmp_path / "mine" / "en" / template)


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("mime", "there is no such folder of templates; did you mean {}/mine?"),
        ("mine/en/courtesy.html.j2", "is a file; name the folder that it lies in: {}/mine/en"),
        ("mine/en", "has the words alone; name the folder that has styles/ too: {}/mine"),
        ("elsewhere/x", "there is no such folder of templates"),
    ],
)
def test_another_folder_than_was_meant_is_told_with_the_one_that_was(named: str, told: str, tmp_path: Path) -> None:
    folder_with(tmp_path, "courtesy.html.j2", "<p>a</p>")
    (tmp_path / "mine" / "styles").mkdir()
    with pytest.raises(TemplateError) as caught:
        fl.compose(fl.load(EXAMPLE), templates=tmp_path / named)
    assert str(caught.value) == f"{tmp_path / named}\n  {told.format(tmp_path)}"


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "novel.txt").write_text("chapter one")
    done = run("eject", "mine", cwd=tmp_path)
    assert done.returncode == 2
    assert "something in it" in done.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["novel.txt"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>\n{{ persn.name }}</p>", "mine/en/courtesy.html.j2:2|there is no 'persn'; did you mean person?"),
        ("{% ro if x %}", "courtesy.html.j2:1|did you mean or?"),
        ("{% vari %}", "courtesy.html.j2:1|did you mean vary?"),
        ("{% set way = 1 %}{{ Day }}", "there is no 'Day'; did you mean day?"),
        ("{{ TALKED_ABOUT }}", "did you mean talked_about?"),
        ("{{ person.Name }}", "there is no 'Name' in person; did you mean name?"),
        ("{{ talked_about | inlin }}", "courtesy.html.j2:1|did you mean inline?"),
        ("<p>\n<blink>now</blink></p>", "courtesy.html.j2:2|blink"),
        (
            "{% vary %}\n<p>\n{{ person.name }} <table><tr>\n{% endvary %}\n\n",
            "courtesy.html.j2:3|<tr> is not closed before </section>",
        ),
        (
            "{% if role == 'hiring-manager' %}a{% endif %}",
            "role is never 'hiring-manager'; did you mean hiring manager",
        ),
        ("\n{% if 'Personnel' == person.role %}{% endif %}", "courtesy.html.j2:2|person.role is never 'Personnel'"),
        ("{% if kind not in ['thanks'] %}{% endif %}", "kind is never 'thanks'; it is one of: courtesy, pursue"),
        ("{% if interview.how == 'telephone' %}{% endif %}", "interview.how is never 'telephone'"),
        ("{% if position.level == 'middle' %}{% endif %}", "position.level is never 'middle'"),
        ("\n\n</p>", "courtesy.html.j2:3|</p> closes nothing"),
        ("{# one\n#}<p>{{ person.name }}\n</p><p onclick='x'>Hm.</p>", "courtesy.html.j2:3|'onclick'"),
        ("<p>a</p>\n<!-- now -->", "courtesy.html.j2:2|HTML comment"),
        ("{% vary %}a{% or %}", "courtesy.html.j2:1"),
        ("{% include 'courtesy.html.j2' %}", "courtesy.html.j2|without end"),
        ("{% macro m() %}{{ m() }}{% endmacro %}<p>{{ m() }}</p>", "courtesy.html.j2|without end"),
        ("{{ " + "(" * 5000, "without end, or is too deep"),
        ("{% set noon = 12 %}\n\n{{ nooon }}", "courtesy.html.j2:3|there is no 'nooon'; did you mean noon?"),
        ("{{ person.nmae }}", "courtesy.html.j2:1|there is no 'nmae' in person; did you mean name?"),
        ("<p>{{ words.jbo() }}</p>", "courtesy.html.j2:1|there is no 'jbo' in words; did you mean job?"),
        ("{{ words.job }}", "courtesy.html.j2:1|prints job without calling it"),
        ("{% for each in [person] %}{{ each.nmae }}{% endfor %}", "courtesy.html.j2:1|did you mean name?"),
        ("\n{{ candidate.address }}", "courtesy.html.j2:2|prints a whole list"),
        ("\n{{ person }}", "courtesy.html.j2:2|prints a whole table of fields|name"),
        ("\n{{ person.department }}", "courtesy.html.j2:2|people[0].department, which the interview does not have"),
        ("\n{% include 'pursue/promissed.html.j2' %}", "courtesy.html.j2:2|did you mean pursue/promised.html.j2?"),
        ("<p>{{ day </p>", "courtesy.html.j2:1|not closed"),
        ("{{ day | opning }}", "there is no filter 'opning'; did you mean opening?"),
        ("{{ person.frist }}", "there is no 'frist' in person; did you mean given or first_name_basis?"),
        ("{{ person.surname }}", "there is no 'surname' in person; did you mean family?"),
        ("{{ person.zzz }}", "there is no 'zzz' in person; it has: address, best_time, card"),
        ("{% if british %}<p>a</p>", "courtesy.html.j2:1|{% if %} is never closed"),
        ("{% if british %}a{% endfor %}", "{% if %} of line 1 is to be closed first"),
        (
            "{% if british %}\n{% vary %}a\n{% or %}b\n{% elif email %}c{% endif %}",
            "courtesy.html.j2:4|{% vary %} of line 2 is not closed before {% elif %}; or for another way",
        ),
        ("{{ person name }}", "'name' stands where }} should"),
        ("{{ “a” }}", "stands where it cannot; is a {{ or {% not closed, or a quotation mark curled?"),
        ("{{ 1 / 0 }}", "courtesy.html.j2:1|divides by zero"),
        ("{{ words.job(1) }}", "courtesy.html.j2:1|job() takes no more than 0 values"),
        ("{{ reasons | joined }}", "courtesy.html.j2:1|joined lacks a value in its brackets: conjunction"),
        ("{{ not }}", "courtesy.html.j2:1|}} stands where it cannot"),
        ("{{ british() }}", "a value is called with (), as only a macro is"),
        ("{% for a in 5 %}{% endfor %}", "goes through a value that is no list"),
        ("{{ person.name.__class__ }}", "'__class__' is nothing that a template may use"),
        (
            "<p>a</p>\n<p class='salutaton'>b</p>",
            "courtesy.html.j2:2|the class 'salutaton' of <p>|did you mean salutation?",
        ),
        ("<p>a</p>\n<em>I</em> would like it.", "courtesy.html.j2:2|of the body stands in a <p>, and “would like it.”"),
        ("<p class='logo'>b</p>", "rule for it; add .sheet .logo { … } to styles/letter.css.j2"),
        ("<p style='color: red'>b</p>", 'write class="mine", and .sheet .mine { … } in styles/letter.css.j2'),
        ("<p onclick='x'>b</p>", "has the attribute 'onclick'; allowed: alt, class, dir, href, lang, src\n"),
        ("<p lang='auf Deutsch'>b</p>", "courtesy.html.j2:1|the lang 'auf Deutsch' of <p> is no code of a language"),
    ],
)
def test_a_slip_is_told_with_template_and_line(tmp_path: Path, text: str, told: str) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", text)
    done = run(ROOT / "examples" / "account-director.yaml", "--templates", folder, cwd=tmp_path)
    assert done.returncode == 2
    for words in told.split("|"):
        assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("*.docx"))


@pytest.mark.parametrize("slip", ["{{ talkd_about }}", "{{ person.nmae }}", "{{ words.jbo() }}", "{{ conern }}"])
def test_a_slip_is_told_in_a_way_too_that_is_not_chosen(tmp_path: Path, slip: str) -> None:
    text = "<p>{% vary %}\nOne.\n{% otherwise %}\n" + slip + "\n{% endvary %}</p>"
    with pytest.raises(TemplateError, match="did you mean") as caught:
        fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder_with(tmp_path, "courtesy.html.j2", text))
    assert (caught.value.template, caught.value.line) == (str(tmp_path / "mine/en/courtesy.html.j2"), 4)


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        ("{{ touching.sentense }}", "there is no 'sentense' in touching; did you mean sentence?"),
        ("{{ signature.scource }}", "there is no 'scource' in signature; did you mean source?"),
        ("{{ candidate.signature.flie }}", "there is no 'flie' in candidate.signature; did you mean file?"),
        ("{{ promised.txet }}", "there is no 'txet' in promised"),
        ("{{ pairs[0].need.namd }}", "there is no 'namd' in pairs[0].need; did you mean named?"),
        ("{% for pair in pairs %}{{ pair.prof.text }}{% endfor %}", "there is no 'prof' in pair; did you mean proof?"),
        ("{% set one = beside | first %}{{ one.having.x }}{{ one.hvaing }}", "there is no 'x' in one.having"),
    ],
)
def test_a_slip_in_a_part_of_what_this_letter_does_not_have_is_told(tmp_path: Path, slip: str, told: str) -> None:
    text = "<p>{% vary %}\nOne.\n{% or if withdraw %}\n" + slip + "\n{% endvary %}</p>"
    folder = folder_with(tmp_path, "courtesy.html.j2", text)
    with pytest.raises(TemplateError) as caught:
        fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    assert told in str(caught.value)
    assert caught.value.line == 4


def test_a_slip_in_a_part_of_what_a_call_sheet_does_not_have_is_told(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path, "call-sheet/leads.html.j2", "{% if offer %}\n<p>{{ offer.decide_bye }}</p>{% endif %}"
    )
    sheets = fl.plan(fl.load(EXAMPLE), today=dt.date(2026, 11, 23), templates=folder)
    with pytest.raises(TemplateError, match="there is no 'decide_bye' in offer; did you mean decide_by"):
        sheets.call_sheet()


def test_a_part_that_a_template_names_itself_is_no_slip(tmp_path: Path) -> None:
    text = (
        "<p>One.{% for touching in [person] %}{{ touching.name }}{% endfor %}{% for n, pair in [[1, person]] %}"
        "{{ pair.name }}{% endfor %}{% if touching is defined %}{% endif %}{% if withdraw %}{{ pairs[0].told.split() }}"
        "{{ news_of.it if news_of is defined }}{{ call_on.strftime('%d') }}{% endif %}</p>"
    )
    assert fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder_with(tmp_path, "courtesy.html.j2", text))


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        ("{{ person.name | inlin }}", "there is no filter 'inlin'; did you mean inline?"),
        ("{% if person is definde %}a{% endif %}", "there is no test 'definde'; did you mean defined?"),
    ],
)
@pytest.mark.parametrize(
    "around",
    [
        "<p>{% vary %}\nOne.\n{% or if withdraw %}\nSLIP\n{% endvary %}</p>",
        "<p>{% vary %}\nOne.\n{% otherwise %}\nSLIP\n{% endvary %}</p>",
        "<p>One.</p>\n\n{% if withdraw %}\n<p>SLIP</p>{% endif %}",
        "<p>One.</p>\n\n{% macro never() %}\n<p>SLIP</p>{% endmacro %}",
    ],
)
def test_a_filter_or_a_test_that_there_is_not_is_told_wherever_it_stands(
    tmp_path: Path, slip: str, told: str, around: str
) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", around.replace("SLIP", slip))
    with pytest.raises(TemplateError) as caught:
        fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    assert told in str(caught.value)
    assert (caught.value.template, caught.value.line) == (str(tmp_path / "mine/en/courtesy.html.j2"), 4)


def test_a_path_is_told_as_the_folder_was_given(tmp_path: Path) -> None:
    folder_with(tmp_path, "courtesy.html.j2", "\n{{ persn }}")
    done = run(ROOT / "examples" / "account-director.yaml", "--templates", "mine", cwd=tmp_path)
    assert done.stderr.startswith("mine/en/courtesy.html.j2:2\n")


def test_a_class_of_ones_own_is_one_for_which_ones_own_style_sheet_has_a_rule(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", "<p class='motto'>Onwards.</p>")
    with pytest.raises(TemplateError, match="the class 'motto' of <p> is the name of no part of a letter"):
        fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    (folder / "styles").mkdir()
    mine = "{% include 'ours/letter.css.j2' %}\n.sheet .motto { color: #123456; }"
    (folder / "styles" / "letter.css.j2").write_text(mine, "utf-8")
    assert "Onwards." in fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)[0].text


def test_every_class_of_ours_is_known() -> None:
    pages = [path for path in (ROOT / "templates" / "en").rglob("*.html.j2") if path.name != "plan.html.j2"]
    used = {
        name
        for path in pages
        for found in re.findall(r'class="([\w -]+)"', path.read_text("utf-8"))
        for name in found.split()
    }
    assert len(used) > 30
    assert used <= CLASSES


def test_a_template_may_use_what_it_sets_itself_and_ask_what_is_defined(tmp_path: Path) -> None:
    text = (
        "{% set mine = 'Set' %}{% macro said(a) %}{{ a }}{% endmacro %}"
        "{% import 'words.html.j2' as more with context %}"
        "<p>{{ mine }}, {{ said('called') }}, {{ other | default('left') }}{% if another is defined %}x{% endif %}, "
        "{{ more.job() }}{% for each in range(2) %}, {{ loop.index }}{% endfor %}.</p>"
    )
    folder = folder_with(tmp_path, "courtesy.html.j2", text)
    assert "Set, called, left, the " in fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)[0].text


@pytest.mark.parametrize(
    ("title", "stands_above"),
    [
        ("Chair of Governors", True),
        ("Vice-President, Retail", True),
        ("member of the board", True),
        ("Chairlift Operator", False),
        ("Whiteboard Artist", False),
        (None, False),
    ],
)
def test_a_template_knows_who_is_nobodys_colleague_by_whole_words_of_the_title(
    title: str | None, stands_above: bool, tmp_path: Path
) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", "<p>{{ 'Above' if above else 'Beside' }}.</p>")
    interview = fl.load(EXAMPLE)
    met = interview.with_(people=[interview.people[0].model_copy(update={"title": title})])
    (letter,) = fl.compose(met, kind="courtesy", templates=folder)
    assert ("Above." if stands_above else "Beside.") in letter.text


def test_a_piece_of_a_name_that_is_worked_out_is_not_what_a_file_was_meant_for(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "body.html.j2", (ROOT / "templates/en/body.html.j2").read_text("utf-8"))
    (folder / "en" / "lettr.html.j2").write_text("<p>Hello.</p>")
    with pytest.raises(TemplateError, match=r"did you mean en/letter\.html\.j2\?"):
        fl.compose(fl.load(EXAMPLE), templates=folder)


def test_a_subject_of_ones_own_that_no_header_can_hold_is_the_templates_mistake(tmp_path: Path) -> None:
    mine = folder_with(tmp_path, "subject.html.j2", "=?utf-8?q?=0ABcc:_x?= {{ position.title }}")
    interview = fl.load(EXAMPLE)
    by_mail = interview.with_(letter=interview.letter.with_(medium="email"))
    with pytest.raises(TemplateError, match="without =\\?") as caught:
        fl.compose(by_mail, templates=mine)[0].render("eml")
    assert caught.value.template == "subject.html.j2"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = run(EXAMPLE, "--templates", "nowhere", cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no such folder of templates" in done.stderr


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("en/courtsey.html.j2", "did you mean en/courtesy.html.j2?"),
        ("en/hiring-manager.html.j2", "did you mean en/pursue/hiring-manager.html.j2?"),
        ("courtesy.j2", "did you mean en/courtesy.html.j2?"),
        ("letter.css.j2", "did you mean styles/letter.css.j2?"),
        ("styles/layout.toml", "did you mean styles/layouts.toml?"),
        ("en/pursue/board.html.j2", "none of yours includes it"),
        ("en/plan.toml", "cannot be changed"),
        ("en/pursue/panel.html", "did you mean en/pursue/panel.html.j2?"),
        ("en/pursue/panel.html.j2.txt", "did you mean en/pursue/panel.html.j2?"),
        ("en/pursue/manager.html.j2", "did you mean en/pursue/hiring-manager.html.j2?"),
        ("en/generic.html.j2", "none of yours includes it; `render-letter eject ours` copies all there are"),
        ("generic.html.j2", "none of yours includes it; `render-letter eject ours` copies all there are"),
    ],
)
def test_a_file_that_nothing_would_use_is_told_with_the_one_that_was_meant(
    name: str, told: str, tmp_path: Path
) -> None:
    path = tmp_path / "mine" / name
    path.parent.mkdir(parents=True)
    path.write_text("<p>Hello.</p>")
    with pytest.raises(TemplateError) as caught:
        fl.compose(fl.load(EXAMPLE), templates=tmp_path / "mine")
    assert told in str(caught.value)
    assert Path(caught.value.template) == path


def test_a_file_whose_name_is_misspelt_where_it_is_included_is_told_with_that_name(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", "<p>{% include 'greetngs.html.j2' %}</p>")
    (folder / "en" / "greetings.html.j2").write_text("Hello.")
    with pytest.raises(TemplateError, match=r"did you mean greetngs\.html\.j2, which one of yours includes\?"):
        fl.compose(fl.load(EXAMPLE), templates=folder)


def test_a_template_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", "")
    (folder / "en" / "courtesy.html.j2").write_bytes("<p>One.\nCaf\u00e9</p>".encode("latin-1"))
    with pytest.raises(TemplateError, match="UTF-8") as caught:
        fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    assert (Path(caught.value.template).name, caught.value.line) == ("courtesy.html.j2", 2)


def test_what_a_template_of_ones_own_includes_may_have_any_name(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", "<p>{% include 'greetings.html.j2' %}</p>")
    (folder / "en" / "greetings.html.j2").write_text("My greetings to {{ person.name }}.")
    (folder / "notes.txt").write_text("what I changed, and why")
    (letter, *_) = fl.compose(fl.load(ROOT / "examples" / "account-director.yaml"), templates=folder)
    assert f"My greetings to {letter.recipient.name}." in letter.text


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        ("{ % or if british %}", "'{ %' is no tag, and would be printed; write {%, without the space"),
        ("{ % or if british % }", "'{ %' is no tag, and would be printed; write {%, without the space"),
        ("{% or if british % }", "'% }' ends no tag; write %}, without the space"),
        ("{%% or if british %}", "after {% comes the name of a tag, such as or; is there a % too many?"),
        ("{ or if british %}", "'%}' ends no tag, and would be printed; a tag begins with {%"),
        ("On { { day }}.", "'{ {' is no tag, and would be printed; write {{, without the space"),
        ("On {{ day } }.", "'} }' ends no tag; write }}, without the space"),
        ("On { day }}.", "'}}' ends no tag, and would be printed; a tag begins with {{"),
        ("{ # in haste # }", "'{ #' is no tag, and would be printed; write {#, without the space"),
        ("On {{ interview.date }}.", "prints interview.date as 2026-11-18; write {{ day }} or {{ words.full_date(int…"),
        ("On {{ date }}.", "prints date as 2026-11-20; write {{ words.full_date(date) }}"),
        ("<em>Now.", "<em> is not closed in this way of {% vary %}, and not every way leaves it open"),
        ("a <br>\n</em>", "</em> closes nothing in this way of {% vary %}, and not every way opens it"),
    ],
)
@pytest.mark.parametrize("way", ["{% otherwise %}", "{% or if not british %}"])
def test_what_no_letter_prints_is_told_where_it_stands_in_any_way(
    slip: str, told: str, way: str, tmp_path: Path
) -> None:
    text = "<p>{% vary %}\nOne.\n" + way + "\nNo.\n" + way + "\nTwo.\n" + slip + "\n{% endvary %}</p>"
    with pytest.raises(TemplateError) as caught:
        fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder_with(tmp_path, "courtesy.html.j2", text))
    assert told.rstrip("…") in str(caught.value)
    line = 7 + slip.count("\n")
    assert (caught.value.template, caught.value.line) == (str(tmp_path / "mine/en/courtesy.html.j2"), line)


def test_a_day_of_no_name_is_refused_and_what_is_made_of_one_is_not(tmp_path: Path) -> None:
    text = "{% set met = interview.date %}<p>On {{ met.strftime('%A') }}, {{ met.day }}. {% raw %}{ %}{% endraw %}"
    folder = folder_with(tmp_path, "courtesy.html.j2", f"{text}</p>")
    (letter, *_) = fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    assert "On Wednesday, 18. { %}" in letter.text
    (folder / "en" / "courtesy.html.j2").write_text(text.replace("met.day", "met") + "</p>")
    with pytest.raises(TemplateError, match=r"prints a date as 2026-11-18; write {{ words.full_date\(…\) }}"):
        fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (
            "<p>a</p>\n{% for i in range(9999) %}\n{% for j in range(9999) %}x{% endfor %}{% endfor %}",
            3,
            "makes more than",
        ),
        ("<p>a</p>\n{% raw %}\n<p>b</p>", 2, "{% raw %} is never closed"),
        ("<p>a</p>\n{% set a = %}", 2, "a value is missing before %}"),
        ("<p>a</p>\n{% extend 'ours/courtesy.html.j2' %}", 2, "there is no tag 'extend'; did you mean extends?"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}\n<p>{{ m() }}</p>", 1, "a macro is called without its value 'a'"),
        ("<p>a</p>\n{% from 'words.html.j2' import mm %}{{ mm() }}", 2, "words.html.j2 has nothing called 'mm'"),
        ("<p>a</p>\n{{ person.name | truncate('a') }}", 2, ">= compares no such values"),
        ("<p>a</p>\n{% for a, b in [1, 2] %}{{ a }}{% endfor %}", 2, "unpack"),
    ],
)
def test_a_slip_is_told_in_our_words_with_the_line_of_ones_own(text: str, line: int, told: str, tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", text)
    with pytest.raises(TemplateError) as caught:
        fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    assert told in str(caught.value)
    assert (caught.value.template, caught.value.line) == (str(folder / "en/courtesy.html.j2"), line)


def test_a_folder_without_templates_is_told(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "README.md").touch()
    done = run(EXAMPLE, "--templates", tmp_path, cwd=tmp_path)
    assert (done.returncode, "has no template in it; render-letter eject" in done.stderr) == (2, True)


def test_a_folder_in_place_of_a_template_is_told(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2/mine.html.j2", "<p>One.</p>")
    with pytest.raises(TemplateError, match="is a folder, where a file") as caught:
        fl.compose(fl.load(EXAMPLE), templates=folder)
    assert caught.value.template == str(folder / "en/courtesy.html.j2")


def test_a_file_that_begins_with_a_mark_of_its_encoding_is_read_without_it(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", "\ufeff<p>One.</p>")
    (folder / "styles").mkdir()
    (folder / "styles" / "layouts.toml").write_text("\ufeff[us-block]\ntext_width_mm = 120\n", "utf-8")
    (letter, *_) = fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    assert "\ufeff" not in letter.html
    assert letter.render("docx")


def test_a_slip_in_what_is_included_is_told_there(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", "<p>One.</p>\n{% include 'greetings.html.j2' %}")
    (folder / "en" / "greetings.html.j2").write_text("<p>Two.</p>\n<p><b>Three.</b></p>")
    with pytest.raises(TemplateError, match="<b> is not part") as caught:
        fl.compose(fl.load(ROOT / "examples" / "account-director.yaml"), templates=folder)
    assert (caught.value.template, caught.value.line) == (str(folder / "en/greetings.html.j2"), 2)


def test_a_call_sheet_tells_a_slip_in_the_same_way(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "call-sheet/whom.html.j2", "<p>To:</p>\n<marquee>")
    interview = fl.load(EXAMPLE)
    with pytest.raises(TemplateError, match="marquee") as caught:
        call_sheet(interview, interview.people[0], templates=folder)
    assert (caught.value.template, caught.value.line) == (str(folder / "en/call-sheet/whom.html.j2"), 2)


def test_the_command_for_the_rest_of_the_findings_checks_the_same_words(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "pursue.html.j2", "<p>Hello.</p>")
    done = run(EXAMPLE, "--templates", folder, "-o", "out", "--force", cwd=tmp_path)
    (told,) = [line for line in done.stderr.splitlines() if " more: " in line]
    assert told.endswith(f"more: render-letter check {EXAMPLE} --templates {folder}")


def test_a_plan_takes_the_words_of_its_call_sheets_from_ones_own(tmp_path: Path) -> None:
    assert run("eject", "mine", cwd=tmp_path).returncode == 0
    plan = ("plan", EXAMPLE, "--today", "2026-11-23", "-f", "txt", "--call-sheets")
    assert run(*plan, "ours", cwd=tmp_path).returncode == 0
    assert run(*plan, "same", "--templates", "mine", cwd=tmp_path).returncode == 0
    opening = tmp_path / "mine" / "en" / "call-sheet" / "whom.html.j2"
    opening.write_text("<p>My own reminder.</p>" + opening.read_text("utf-8"), "utf-8")
    assert run(*plan, "changed", "--templates", "mine", cwd=tmp_path).returncode == 0
    ours, same, changed = (
        [sheet.read_text("utf-8") for sheet in sorted((tmp_path / name).iterdir())]
        for name in ("ours", "same", "changed")
    )
    assert ours == same
    assert all("My own reminder." in sheet for sheet in changed)
    refused = run("plan", EXAMPLE, "--templates", "nowhere", cwd=tmp_path)
    assert (refused.returncode, "no such folder of templates" in refused.stderr) == (2, True)


def test_check_reads_the_words_of_ones_own(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", "<p>I am very excited!!! {{ talked_about }}</p>")
    example = ROOT / "examples" / "account-director.yaml"
    ours, mine = run("check", example, cwd=tmp_path), run("check", example, "--templates", folder, cwd=tmp_path)
    assert (ours.returncode, mine.returncode) == (0, 0)
    assert "exclamation" not in ours.stdout
    assert "exclamation" in mine.stdout


# --------------------------------------------------------------------------------------------------- looks


OURS = "{% include 'ours/letter.css.j2' %}"


def looks(path: Path, name: str, text: str) -> list[fl.Letter]:
    file = path / "mine" / "styles" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return fl.compose(fl.load(EXAMPLE), templates=path / "mine")


def test_a_number_of_ones_own_counts_in_every_format_and_the_others_stay_ours(tmp_path: Path) -> None:
    ours = fl.compose(fl.load(EXAMPLE))[0]
    mine = looks(tmp_path, "layouts.toml", "[us-block]\ntext_width_mm = 120\nname_size_pt = 20.0\n")[0]
    found = Document(BytesIO(mine.render("docx")))
    assert round(found.sections[0].page_width.mm - found.sections[0].left_margin.mm * 2) == 120
    assert found.styles["Sender Name"].font.size.pt == 20
    assert found.sections[0].header_distance == Document(BytesIO(ours.render("docx"))).sections[0].header_distance
    assert "font-size: 20" in mine.html
    assert mine.text == ours.text


def test_a_narrow_page_of_ones_own_is_reckoned_with(tmp_path: Path) -> None:
    (letter, *_) = looks(tmp_path, "layouts.toml", "[us-block]\ntext_width_mm = 40\n")
    assert letter.pages > 1


def test_a_style_sheet_of_ones_own_may_take_ours_and_say_what_differs(tmp_path: Path) -> None:
    (letter, *_) = looks(
        tmp_path, "letter.css.j2", "{% include 'ours/letter.css.j2' %}\n.sheet .date { color: #123456; }"
    )
    assert "color: #123456" in letter.html
    assert fl.compose(fl.load(EXAMPLE))[0].html.count("{") + 1 == letter.html.count("{")


def test_a_template_of_ones_own_may_take_ours(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", "{% include 'ours/courtesy.html.j2' %}<p>Until then.</p>")
    (letter, *_) = fl.compose(fl.load(ROOT / "examples" / "account-director.yaml"), templates=folder)
    assert "Until then." in letter.text
    assert len(letter.text.split()) > 60


WORD = "{% extends 'ours/word/word/styles.xml' %}\n"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("layouts.toml", "[us-blok]\n", "styles/layouts.toml:1\n  there is no 'us-blok'; did you mean us-block?"),
        (
            "layouts.toml",
            "[uk]\nmargin_top_mm = 24\n[us-block] # more\nmargin_top_mm = 300\n",
            "styles/layouts.toml:4\n  margin_top_mm is between 0 and 100, not 300",
        ),
        ("faces.toml", "['XCharter']\nsizes_pt = [11, 10, 4]\n", "faces.toml:2\n  sizes_pt is between 8 and 14, not 4"),
        ("layouts.toml", "[us-block]\ntext_widht_mm = 130\n", "did you mean text_width_mm?"),
        ("layouts.toml", "[us-block]\nleft = 40\n", "there is no 'left'; did you mean margin_left_mm?"),
        ("layouts.toml", "[us-block]\ntop = 40\n", "did you mean head_top_mm or margin_top_mm?"),
        ("layouts.toml", "[us-block]\nzzz = 40\n", "there is no 'zzz'; there are: "),
        ("layouts.toml", "[us-block]\ntext_width_mm = 'wide'\n", "text_width_mm is written like 134.0"),
        ("layouts.toml", "[us-block]\ntext_width_mm = 250\n", "a text_width_mm of 250 goes over the edge of the paper"),
        ("layouts.toml", "[us-block]\ntext_width_mm = 150\nmargin_left_mm = 90\n", "150 from 90 mm goes over the edge"),
        ("layouts.toml", "[us-block]\n\nmargin_left_mm = 145\n", "styles/layouts.toml:3\n  a text_width_mm of"),
        ("layouts.toml", "\n[us-block\n", "styles/layouts.toml:2\n  is no TOML, whose lines are [a-table]"),
        ("layouts.toml", "[uk]\nmargin_right_mm = 9\n", "layouts.toml:2\n  there is no 'margin_right_mm': it is what"),
        (
            "layouts.toml",
            "[uk]\nlooser = []\n",
            "layouts.toml:2\n  looser belongs above the first table, and not under",
        ),
        (
            "word/word/styles.xml",
            "{% block sender %}{{ style('Sender Name', 0) }}{% endblock %}",
            'has blocks of ours, and does not build on it; {% extends "ours/word/word/styles.xml" %} in its first line',
        ),
        ("layouts.toml", "[us-block]\nmargin_left_mm = -5\n", "margin_left_mm is a length"),
        (
            "word/word/styles.xml",
            "{% extends 'ours/word/word/styles.xml' %}\n{% block sendr %}{% endblock %}",
            "styles/word/word/styles.xml:2\n  there is no block 'sendr' in ours; did you mean sender?",
        ),
        ("faces.toml", "[Lato]\nsize_pt = [9.0]\n", "did you mean sizes_pt?"),
        ("letter.css.j2", "p {\n color: {{ colour }};\n}", "styles/letter.css.j2:2"),
        ("letter.css.j2", "p {\n color: {{ 'abcdef' | truncate(2) }};\n}", "styles/letter.css.j2:2"),
        ("letter.css.j2", "{% include 'ours/leter.css.j2' %}", "no such template"),
        ("word/word/styles.xml", "<w:styles>\n<w:style>", "XML that is not whole"),
        (
            "word/word/styles.xml",
            '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><v:style/></w:styles>',
            "XML that is not whole: unbound prefix",
        ),
        (
            "word/word/styles.xml",
            '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
            "has no style Normal, Default Paragraph Font, ",
        ),
        (
            "word/word/styles.xml",
            f'{WORD}{{% block reference %}}{{{{ style("Reference Line", 0) }}}}{{% endblock %}}',
            "has no style Subject Line; a block that is said anew has to hold each style that ours holds in it",
        ),
        (
            "word/word/styles.xml",
            f'{WORD}{{% block reference %}}\n{{{{ style("Reference Line", 0, color="#2F4A4A") }}}}{{% endblock %}}',
            "styles.xml:3\n  the colour '#2F4A4A' is none of Word’s; write 2F4A4A",
        ),
        (
            "word/word/styles.xml",
            f'{WORD}{{% block reference %}}\n{{{{ style("Reference Line", 0, size="20pt") }}}}{{% endblock %}}',
            "styles.xml:3\n  a length is a number, as 20, and no text, as '20pt'",
        ),
        (
            "word/word/styles.xml",
            f'{WORD}{{% block reference %}}\n{{{{ style("Reference Line", "3pt") }}}}{{% endblock %}}',
            "styles.xml:3\n  a length is a number",
        ),
        (
            "word/word/styles.xml",
            f"{WORD}{{% block reference %}}\nBolder, please{{% endblock %}}",
            "styles.xml:3\n  the text 'Bolder, please' stands between the styles",
        ),
        ("word/word/section.xml", "<w:sectPr/><w:p>", "styles/word/word/section.xml\n  makes XML that is not whole"),
        ("word/word/styles.xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "DOCTYPE"),
        ("letter.css.j2", "{% include 'letter.css.j2' %}", "without end"),
        ("letter.css.j2", "{% if %}", "styles/letter.css.j2:1"),
        (
            "letter.css.j2",
            "p {\n  colr: red;\n}",
            "letter.css.j2:2\n  a PDF knows no property colr; did you mean color?",
        ),
        ("letter.css.j2", "p { text-algin: right; }", "a PDF knows no property text-algin; did you mean text-align?"),
        ("letter.css.j2", "p {\n  color: rde;\n}", "letter.css.j2:2\n  color takes no such value: rde"),
        ("letter.css.j2", f"{OURS}\n.sheet p {{\n  color red;\n}}", "letter.css.j2:3\n  is no declaration"),
        (
            "letter.css.j2",
            f"{OURS}\n.sheet p {{ margin: 0;\n.a {{ margin: 0 }}",
            "letter.css.j2:2\n  a rule is never closed",
        ),
        ("letter.css.j2", "p { margin: 0 } }\nq { margin: 0 }", "letter.css.j2:1\n  is no rule; a { or a }"),
        ("letter.css.j2", "\np:hvoer { margin: 0 }", "letter.css.j2:2\n  p:hvoer chooses no part of a page"),
        ("letter.css.j2", "@foot { margin: 0 }", "letter.css.j2:1\n  there is no rule @foot"),
        (
            "letter.css.j2",
            f"{OURS}\n@page {{\n @botom-center {{ margin: 0 }} }}",
            "letter.css.j2:3\n  a page has no box",
        ),
        (
            "letter.css.j2",
            f"{OURS}\n@page {{ @footer {{ margin: 0 }} }}",
            "no box @footer; a footer is in @bottom-center",
        ),
        (
            "word/word/styles.xml",
            "\n{% extends 'ours/word/styles.xml' %}",
            "styles.xml:2\n  takes in 'ours/word/styles",
        ),
        ("layouts.toml", "a = " + "[" * 9000, "too deep"),
        ("word/word/styles.xml", "\n{% if %}", "styles/word/word/styles.xml:2"),
    ],
)
def test_a_slip_in_the_looks_is_told_with_its_file(name: str, text: str, told: str, tmp_path: Path) -> None:
    def render() -> list[bytes]:
        return [looks(tmp_path / format, name, text)[0].render(format) for format in ("html", "docx")]

    with pytest.raises(TemplateError, match=r"styles/") as caught:
        render()
    assert told in str(caught.value)
    if name != "layouts.toml" and "ours/leter" not in text:
        assert str(tmp_path) in caught.value.template


@pytest.mark.parametrize(
    ("layout", "css", "missing"),
    [
        ("us-block", ".sheet .name { color: #123456; }", ["@page", ".continuation"]),
        ("us-block", "/* @page { } */ .continuation { display: none; }", ["@page"]),
        ("us-block", "@page { size: letter; }\n.continuation-2 { color: red; }", [".continuation"]),
        ("din5008-b", "@page { size: a4; }\n.continuation { display: none; }", [".return-address"]),
        ("us-block", "@page { size: letter; }\n.desk .continuation { display: none; }", []),
        ("din5008-b", f"{OURS}\n.sheet .name {{ color: #123456; }}", []),
    ],
)
def test_a_style_sheet_that_would_break_the_page_is_told_what_it_leaves_out(
    layout: str, css: str, missing: list[str], tmp_path: Path
) -> None:
    (letter, *_) = looks(tmp_path, "letter.css.j2", css)
    letter = replace(letter, page=replace(letter.page, layout=layout))
    if not missing:
        assert letter.render("html")
        return
    with pytest.raises(TemplateError, match=r'include "ours/letter\.css\.j2"') as caught:
        letter.render("html")
    assert caught.value.template.endswith("styles/letter.css.j2")
    assert re.findall(r"no[r]? (?:rule )?for ([@.][\w-]+),", str(caught.value)) == missing


@pytest.mark.parametrize("layout", ["us-block", "us-modified-block", "uk", "din5008-b", "plain"])
def test_nothing_of_our_own_style_sheet_is_passed_over(layout: str, tmp_path: Path) -> None:
    (letter, *_) = looks(tmp_path, "letter.css.j2", f"{OURS}\n@media screen {{ p {{ text-wrap: balance }} }}")
    page = replace(letter.page, layout=layout)
    assert "text-wrap" in replace(letter, page=page).html
    assert replace(letter, page=page).render("pdf")


@pytest.mark.parametrize(
    ("css", "told"),
    [
        (".sheet .sendr { color: red }", "letter.css.j2:2: no page has .sendr, so that its rule changes nothing; did"),
        ("@media print {\n #date { color: red } }", "letter.css.j2:3: no page has #date"),
        ("article p { color: red }", "letter.css.j2:2: no page has article"),
        (".sheet .sender:first-child > p.name, h2::before, *, .sheet .cc { color: red }", None),
        (".mine { color: red }", None),
    ],
)
def test_a_rule_of_ones_own_that_reaches_nothing_is_told(css: str, told: str | None, tmp_path: Path) -> None:
    if ".mine" in css:
        folder_with(tmp_path, "pursue/personnel.html.j2", "<p class='mine'>Hello.</p>")
    letters = looks(tmp_path, "letter.css.j2", f"{OURS}\n{css}")
    found = [finding.message for finding in fl.check(letters) if finding.id == "style-unused"]
    assert [told in message for message in found] == ([] if told is None else [True])


@pytest.mark.parametrize(
    ("name", "near"), [(".logo", ""), ("#date", "; did you mean .date?"), ("sender", "; did you mean .sender?")]
)
def test_a_name_is_taken_for_a_slip_in_one_that_is_nearly_the_same_alone(name: str, near: str, tmp_path: Path) -> None:
    letters = looks(tmp_path, "letter.css.j2", f"{OURS}\n{name} {{ color: red }}")
    (found,) = [finding.message for finding in fl.check(letters) if finding.id == "style-unused"]
    assert found.endswith(f"no page has {name}, so that its rule changes nothing{near}")


def test_the_style_sheet_of_the_page_prints_its_footer_on_paper(tmp_path: Path) -> None:
    (css,) = re.findall(r"```css\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    frame = (ROOT / "templates/en/letter.html.j2").read_text("utf-8")
    logo = '<header class="sender">\n<p class="logo"><img src="logo.svg" alt="O&amp;D"></p>'
    folder = folder_with(tmp_path, "letter.html.j2", frame.replace('<header class="sender">', logo))
    (folder / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
    )
    (folder / "styles").mkdir()
    (folder / "styles" / "letter.css.j2").write_text(css)
    letters = fl.compose(fl.load(EXAMPLE), to="Luis", templates=folder)
    printed = PdfReader(BytesIO(letters[0].render("pdf")))
    assert all("Okafor & Daughters · Chicago" in page.extract_text() for page in printed.pages)
    assert not [finding for finding in fl.check(letters) if finding.id == "style-unused"]


def test_the_strength_of_the_page_is_told_in_its_own_words() -> None:
    (line,) = re.findall(r"^ +- \{text: .*\}$", PAGE.read_text("utf-8"), re.MULTILINE)
    text = EXAMPLE.read_text("utf-8")
    data = yaml.safe_load(text) | {
        "candidate": {"name": "Maya Okafor", "strengths": yaml.safe_load(line)},
        "position": {"title": "Herd Manager", "responsibilities": ["Keep losses at birth low"]},
    }
    letters = fl.compose(fl.load(data))
    assert any("I calved 310 heifers" in letter.text for letter in letters)


def test_every_rule_of_the_house_style_reaches_something() -> None:
    house = ROOT / "examples" / "house-style"
    letters = fl.compose(fl.load(house / "interview.yaml"), templates=house / "templates")
    assert letters[0].page.styles
    assert [finding for finding in fl.check(letters) if finding.id == "style-unused"] == []


@pytest.mark.parametrize("short_name", ["the Harbor Museum", "Harbor Museum"])
def test_no_sentence_of_the_house_style_begins_with_the_article_of_a_name(short_name: str) -> None:
    house = ROOT / "examples" / "house-style"
    interview = fl.load(house / "interview.yaml")
    named = interview.with_(company=interview.company.with_(short_name=short_name))
    letters = fl.compose(named, templates=house / "templates")
    assert not [finding for finding in fl.check(letters) if finding.id == "sentence-small"]
    assert all("the Harbor Museum" in letter.text for letter in letters)


def test_data_in_a_template_of_ones_own_is_still_data(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", "<p>{{ talked_about }}</p>")
    interview = fl.load(ROOT / "examples" / "account-director.yaml")
    person = interview.people[0].with_(talked_about="{{ 7*7 }} <b>bold</b>")
    (letter,) = fl.compose(interview.with_(people=(person,)), templates=folder)
    assert "{{ 7*7 }} <b>bold</b>" in letter.text


def test_the_page_lists_what_a_template_may_use(update_golden: bool) -> None:
    before, mark, rest = PAGE.read_text("utf-8").partition("writes it anew -->\n")
    after = rest[rest.index("<!-- end -->") :]
    page = f"{before}{mark}\n{context_table()}\n\n### Filters\n\n{filter_table()}\n\n{after}"
    if update_golden:
        PAGE.write_text(page, "utf-8")
    assert PAGE.read_text("utf-8") == page


def test_a_paragraph_inside_a_paragraph_is_told_with_its_file(tmp_path: Path) -> None:
    file = tmp_path / "mine" / "en" / "pursue" / "job-and-company.html.j2"
    file.parent.mkdir(parents=True)
    file.write_text("<p>I want this job at Northwind.</p>\n", "utf-8")
    with pytest.raises(fl.TemplateError, match="a part of a paragraph that another begins") as refused:
        fl.compose(fl.load(ROOT / "examples" / "operations-manager.yaml"), templates=tmp_path / "mine")
    assert refused.value.template.endswith("pursue/job-and-company.html.j2")


def test_a_paragraph_that_is_not_closed_is_told_where_it_begins(tmp_path: Path) -> None:
    ours, mine = ROOT / "templates" / "en" / "pursue", tmp_path / "mine" / "en" / "pursue"
    mine.mkdir(parents=True)
    manager = (ours / "hiring-manager.html.j2").read_text("utf-8")
    (mine / "hiring-manager.html.j2").write_text(manager.replace("</p>", "", 1), "utf-8")
    for inner in ("pursue/needs-and-proofs.html.j2", str(mine / "needs-and-proofs.html.j2")):
        with pytest.raises(TemplateError) as refused:
            fl.compose(fl.load(EXAMPLE), templates=tmp_path / "mine")
        assert refused.value.template == str(mine / "hiring-manager.html.j2")
        assert refused.value.line == 1 + manager[: manager.index("<p>")].count("\n")
        assert f"<p> is not closed before the <p> of {inner}:6; write </p> before that one" in str(refused.value)
        (mine / "needs-and-proofs.html.j2").write_bytes((ours / "needs-and-proofs.html.j2").read_bytes())


def test_two_paragraphs_of_one_file_are_told_at_the_first(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", "{# <p> #}\n<p>One.\n\n<p>Two.</p>")
    with pytest.raises(TemplateError, match="<p> is not closed before the <p> in line 4") as refused:
        fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    assert refused.value.line == 2

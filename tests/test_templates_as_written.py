"""Templates as somebody writes them who is new to it: what stands in a line, what is left open, what says nothing."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

import followup_letters as fl
from followup_letters.cli import main
from pictures.drawing import png, svg

ROOT = Path(__file__).parents[1]
TEMPLATES = Path(__file__).parents[1] / "templates"
EXAMPLE = ROOT / "examples" / "operations-manager.yaml"


def folder_with(path: Path, text: str, template: str = "courtesy.html.j2") -> Path:
    file = path / "mine" / "en" / template
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return path / "mine"


def said(path: Path, text: str) -> str:
    """The body of a courtesy letter whose template is `text`."""
    (letter, *_) = fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder_with(path, text))
    body = letter.page.root.part("body")
    assert body is not None
    return body.text.strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>First{% if not british %}, here{% endif %}.\nLast.</p>", "First, here. Last."),
        ("<p>First.{% if not british %} Here.{% endif %}\nLast.</p>", "First. Here. Last."),
        ("<p>First. {% vary %}Here.{% or %}Here.{% endvary %}\nLast.</p>", "First. Here. Last."),
        ("<p>First.{# why #}\nLast.</p>", "First. Last."),
        ("<p>First.{% raw %} {x}{% endraw %}\nLast.</p>", "First. {x} Last."),
        ("<p>First {% set a = [\n  1] %}\nLast.</p>", "First Last."),
        ("<p>\n{% for a in 'ab' %}{{ a }}{% endfor %}\nLast.</p>", "ab Last."),
        ("<p>\nFirst.\n{% include 'more.html.j2' %}\nLast.</p>", "First. More. Last."),
        ("<p>First{% if british %}, here{% endif -%}\n, last.</p>", "First, last."),
        # a line of tags alone says nothing, as before
        ("<p>First\n{%- if not british %}\n, here\n{%- endif %}\n, last.</p>", "First, here, last."),
        (
            "{% macro m(a) -%}\n{% set b = a %}\n{% if b %}yes{% endif %}\n{%- endmacro %}<p>{{ '!' if m(0) }}No.</p>",
            "No.",
        ),
    ],
)
def test_a_line_break_after_words_is_a_space_and_one_of_a_line_of_tags_is_none(
    text: str, words: str, tmp_path: Path
) -> None:
    folder_with(tmp_path, "More.", "more.html.j2")
    if "more.html.j2" not in text:
        (tmp_path / "mine" / "en" / "more.html.j2").unlink()
    assert said(tmp_path, text) == words


def test_a_slip_after_lines_of_tags_is_told_with_its_line(tmp_path: Path) -> None:
    text = "{% if british %}\n\n{% endif %}\n<p>One.{# two\n#}\nThree. {% if british %}a{% endif %}\n</p>\n<blink>"
    with pytest.raises(fl.TemplateError) as caught:
        said(tmp_path, text)
    assert caught.value.line == 8


def test_a_folder_without_a_name_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_with(tmp_path, "<p>Of the current folder.</p>")
    monkeypatch.chdir(tmp_path / "mine")
    interview = fl.load(EXAMPLE)
    ours = [letter.text for letter in fl.compose(interview, kind="courtesy")]
    assert [letter.text for letter in fl.compose(interview, kind="courtesy", templates="")] == ours
    assert fl.plan(interview, today=dt.date(2026, 11, 23), templates="").call_sheet()
    assert main([str(EXAMPLE), "--templates", "", "--kind", "courtesy", "-f", "txt", "-o", str(tmp_path)]) == 0
    assert sorted(path.read_text("utf-8") for path in tmp_path.glob("*.txt")) == sorted(ours)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("\n{% if british %}a\n\n{% if email %}{% endif %}\n", 2, "{% if %} is never closed"),
        ("\n{% vary %}a\n{% or %}b\n{% if email %}{% endif %}\n", 2, "{% vary %} is never closed"),
        ("{% for a in reasons %}\n{% for b in reasons %}\n{% endfor %}\n", 1, "{% for %} is never closed"),
        ("\n{% if british %}\na\n{% endfor %}\n{% if email %}", 4, "{% if %} of line 2 is to be closed first"),
        ("{% if british %}\n{% endvary %} {{ “ }}", 2, "{% if %} of line 1 is to be closed first"),
        ("{% vary %}\na\n{% endvry %}\n", 3, "there is no tag 'endvry'; did you mean endvary?"),
        ("{% macro a() %}\n{% endmacor %}\n", 2, "there is no tag 'endmacor'; did you mean endmacro?"),
    ],
)
def test_a_slip_in_the_tags_is_told_where_it_is_to_be_mended(text: str, line: int, told: str, tmp_path: Path) -> None:
    with pytest.raises(fl.TemplateError) as caught:
        said(tmp_path, text)
    assert (caught.value.line, told in str(caught.value)) == (line, True)


def test_a_tag_that_is_left_open_in_a_style_sheet_is_told_where_it_was_opened(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "{% include 'ours/letter.css.j2' %}\n{% if top_mm %}\n\n", "../styles/letter.css.j2")
    with pytest.raises(fl.TemplateError, match=r"\{% if %\} is never closed") as caught:
        fl.compose(fl.load(EXAMPLE), templates=folder)[0].render("html")
    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "faces.toml",
            '[Lato]\nsizes_pt = ["big"]\n',
            "an item of sizes_pt is written like 11.5 with us, not like 'big'",
        ),
        ("faces.toml", "[Lato]\nsizes_pt = [11.0]\n", "sizes_pt of [Lato] has 1 size; it needs 3, the largest first"),
        ("faces.toml", "[Georgia]\nleading = 1.3\n", "no 'Georgia'; there are: EB Garamond, Lato, XCharter"),
        (
            "layouts.toml",
            "[din5008-b]\nsender_frame = {left_mm = 'a'}\n",
            "left_mm of sender_frame is written like 25.0",
        ),
        (
            "layouts.toml",
            "[din5008-b]\nsender_frame = {left_mm = 5}\n",
            "sender_frame lacks height_mm, top_mm, width_mm",
        ),
        ("layouts.toml", "[din5008-b]\nsender_frame = {lft_mm = 5}\n", "there is no 'lft_mm'; did you mean left_mm?"),
        ("layouts.toml", "looser = [{empty = 0.3}]\n", "an item of looser lacks margins_mm, spaces"),
    ],
)
def test_a_number_of_the_looks_that_is_none_is_told_with_its_file(
    name: str, text: str, told: str, tmp_path: Path
) -> None:
    folder = folder_with(tmp_path, text, f"../styles/{name}")
    interview = fl.load(EXAMPLE)
    set_in_lato = interview.with_(letter=interview.letter.with_(face="Lato", layout="din5008-b"))
    with pytest.raises(fl.TemplateError) as caught:
        fl.compose(set_in_lato, templates=folder)
    assert told in str(caught.value)
    assert str(folder / "styles" / name) in str(caught.value)


def test_a_frame_without_anything_in_it_is_told_as_that(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "", "letter.html.j2")
    with pytest.raises(fl.TemplateError, match="one <section> with all its parts; there is nothing in it"):
        fl.compose(fl.load(EXAMPLE), templates=folder)


def test_a_template_that_is_added_between_two_letters_is_used_and_ours_once_it_is_gone(tmp_path: Path) -> None:
    interview = fl.load(EXAMPLE)
    folder_with(tmp_path, (TEMPLATES / "en" / "subject.html.j2").read_text("utf-8"), "subject.html.j2")

    def words() -> str:
        return fl.compose(interview, kind="courtesy", templates=tmp_path / "mine")[0].text

    ours = words()
    folder_with(tmp_path, "<p>Mine.</p>")
    assert "\nMine.\n" in words()
    (tmp_path / "mine" / "en" / "courtesy.html.j2").unlink()
    assert words() == ours


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<p>\n{% vary %}\n{% endvary %}</p>", 2),
        ("<p>{% vary %}One.\n{% or %}\n{# two #}\n{% endvary %}</p>", 2),
        ("<p>{% vary %}One.\n{% or if british %}\n\n{% otherwise %}Two.{% endvary %}</p>", 2),
    ],
)
def test_a_way_that_says_nothing_is_a_slip(text: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(fl.TemplateError, match="says nothing; write a sentence there, or take it out") as caught:
        said(tmp_path, text)
    assert caught.value.line == line


def test_a_list_that_says_nothing_is_told_with_its_line_and_the_notes_are_not_blamed(tmp_path: Path) -> None:
    text = "<p>I enjoyed our talk.\n{% vary %}\nI know {{ person.department }}.\n{% endvary %}</p>"
    folder = folder_with(tmp_path, text)
    found = fl.check(fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder))
    place = f"{folder}/en/courtesy.html.j2:2"
    assert [each.message.startswith(place) for each in found if each.id == "nothing-said"]
    (memory, *_) = [each.message for each in found if each.id == "no-memory"]
    assert f"`talked_about` is given, and this letter does not print it; no way of the list in {place}" in memory


def test_a_list_with_a_condition_or_of_ours_may_say_nothing(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "<p>Hello.\n{% vary if british %}Cheers.{% endvary %}</p>")
    mine = fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    ours = fl.compose(fl.load(EXAMPLE), kind="pursue", templates=folder)
    assert [letter.unsaid for letter in [*mine, *ours]] == [()] * (len(mine) + len(ours))


def with_a_logo(path: Path, source: str) -> fl.Letter:
    folder = folder_with(path, f'<p>Hello.</p>\n<p class="logo"><img src="{source}" alt="Okafor"></p>')
    (folder / "styles").mkdir(exist_ok=True)
    mine = "{% include 'ours/letter.css.j2' %}\n.sheet .logo img { height: 12mm; }"
    (folder / "styles" / "letter.css.j2").write_text(mine, "utf-8")
    return fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)[0]


def test_a_picture_in_the_folder_of_templates_is_embedded_in_every_format(tmp_path: Path) -> None:
    (tmp_path / "mine" / "pictures").mkdir(parents=True)
    for name, content in (("logo.png", png()), ("logo.svg", svg())):
        (tmp_path / "mine" / "pictures" / name).write_bytes(content)
        letter = with_a_logo(tmp_path, f"pictures/{name}")
        assert 'src="data:image/' in letter.render("html").decode()
        assert "/XObject" in letter.render("pdf").decode("latin-1") or name.endswith("svg")
        assert [each for each in ZipFile(BytesIO(letter.render("docx"))).namelist() if each.endswith(".png")]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("logo.png", "there is no 'logo.png' in it; did you mean pictures/logo.png?"),
        ("pictures/words.png", "words.png is no picture for a letter: it should be a PNG or an SVG by its content"),
        ("https://example.com/logo.png", "an image is a file in your folder of templates, or embedded"),
        ("", "an image is a file in your folder of templates, or embedded"),
        ("a" * 5000, "an image is a file in your folder of templates, or embedded"),
    ],
)
def test_a_picture_that_is_none_is_told_with_its_line(source: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "mine" / "pictures").mkdir(parents=True)
    (tmp_path / "mine" / "pictures" / "logo.png").write_bytes(png())
    (tmp_path / "mine" / "pictures" / "words.png").write_text("words")
    with pytest.raises(fl.TemplateError) as caught:
        with_a_logo(tmp_path, source)
    assert told in str(caught.value)
    assert (Path(caught.value.template).name, caught.value.line) == ("courtesy.html.j2", 2)


def test_what_is_no_word_file_keeps_the_look_of_the_templates_that_have_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = ROOT / "examples" / "house-style"
    command = [str(house / "interview.yaml"), "-f", "docx,txt"]
    for name, options, look in (
        ("theirs", ["--templates", str(house / "templates")], "the look of your templates"),
        ("ours", [], "our own look"),
    ):
        assert main([*command, *options, "-o", str(tmp_path / name)]) == 0
        assert f"txt keeps {look}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("\n<p>{{ words.full_date(5) }}</p>", 2, "there is no 'month' in it"),
        ("<p>a</p>\n\n{{ words.task(british) }}", 3, "there is no 'to' in it"),
    ],
)
def test_a_slip_that_shows_in_a_macro_of_ours_is_told_where_it_was_called(
    text: str, line: int, told: str, tmp_path: Path
) -> None:
    with pytest.raises(fl.TemplateError, match=r"\(in words\.html\.j2:\d+ of ours\)") as caught:
        said(tmp_path, text)
    assert (Path(caught.value.template).name, caught.value.line) == ("courtesy.html.j2", line)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("<p>{% vary %}\nOne.\n{% or %}\n<strong>Two.\n{% endvary %}</p>", 4, "<strong> is not closed in this way"),
        (
            "<p>{% vary %}\nOne.\n{% or if british %}\n<em>Two.</em></em>\n{% endvary %}</p>",
            4,
            "</em> closes nothing in this way",
        ),
        (
            "<p>{% vary %}<em>One.\n{% or %}\nTwo. {{ words.job() }}\n{% endvary %}</p>",
            1,
            "<em> is not closed in this way",
        ),
    ],
)
def test_a_tag_left_open_in_one_way_is_told_whichever_is_chosen(
    text: str, line: int, told: str, tmp_path: Path
) -> None:
    with pytest.raises(fl.TemplateError) as caught:
        said(tmp_path, text)
    assert (caught.value.line, told in str(caught.value)) == (line, True)


def test_ways_may_open_what_is_closed_after_them_and_have_branches(tmp_path: Path) -> None:
    text = (
        "{% vary %}<p class='note'>One<br>{% or %}<p>One{% endvary %}, two.</p>"
        "<p>{% vary %}Three.{% or %}{% if british %}<em>{% else %}<strong>{% endif %}Three.</strong>{% endvary %}</p>"
    )
    assert said(tmp_path, text).endswith("Three.")


def test_a_pdf_that_a_style_sheet_makes_longer_than_a_page_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for size, notes in (("11pt", 0), ("19pt", 1)):
        css = f"{{% include 'ours/letter.css.j2' %}}\n.sheet .body p {{ font-size: {size}; }}"
        folder = folder_with(tmp_path / size, css, "../styles/letter.css.j2")
        command = [str(EXAMPLE), "--to", "Raman", "-f", "pdf", "--templates", str(folder), "-o", str(tmp_path / size)]
        assert main(command) == 0
        assert capsys.readouterr().err.count("has 2 pages; does your style sheet make it longer?") == notes


def test_a_list_inside_of_a_way_that_is_not_taken_has_not_been_silent(tmp_path: Path) -> None:
    inner = "Some words {% vary %}{{ promised }}{% endvary %} and {{ person.department }}"
    folder = folder_with(tmp_path, f"<p>Hello. {{% vary %}}{inner}{{% otherwise %}}That is all.{{% endvary %}}</p>")
    letters = fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    assert all("That is all." in letter.text and not letter.unsaid for letter in letters)


def test_a_way_is_used_again_before_the_fallback_that_leaves_the_detail_out(tmp_path: Path) -> None:
    text = "<p>{% vary %}I liked hearing about {{ talked_about }}.{% otherwise %}It was good to meet.{% endvary %}</p>"
    interview = fl.load(EXAMPLE)
    letters = fl.compose(interview, kind="courtesy", templates=folder_with(tmp_path, text))
    assert sum(person.talked_about is not None for person in interview.people) > 1
    for letter in letters:
        assert ("I liked hearing about" in letter.text) == (letter.recipient.talked_about is not None)


def test_a_field_that_another_way_prints_is_not_said_to_be_printed_nowhere(tmp_path: Path) -> None:
    text = "<p>{% vary %}It was good to meet.\n{% or if not talked_about %}\n{{ talked_about }}{% endvary %}</p>"
    folder = folder_with(tmp_path, text)
    letters = fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    told = [finding.message for finding in fl.check(letters) if "`talked_about` is given" in finding.message]
    assert told
    place = folder / "en" / "courtesy.html.j2"
    assert all(f"this letter does not print it, though {place}:3 may" in message for message in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On {% day %}", "day is a value, and is printed with {{ day }}"),
        ("{% person %}", "person is a value, and is printed with {{ person }}"),
        ("{% vary %}a{% else if british %}b{% endvary %}", "another way is {% or %}, or {% or if … %}; the last"),
        ("{% vary %}a{% elif british %}b{% endvary %}", "another way is {% or %}, or {% or if … %}; the last resort"),
        ("{% if british %}{% vary %}a{% else %}c{% endif %}", "of line 1 is not closed before {% else %}"),
        ("{% if british %}a{% else if email %}b{% endif %}", "after else, 'if' is written {% elif … %}"),
        ("a{% or %}b", "{% or %} stands outside of {% vary %}"),
        ("{% vary %}a{% if british %}b{% otherwise %}c{% endvary %}", "or within a tag that is not closed"),
        ("<b>a</b>", "<b> is not part of the letter's HTML; write <strong>"),
        ("{{ 'abcdef' | truncate(2) }}", "truncate takes a number of 3 or more, and not 2"),
        ("{{ 'abcdef' | truncate(3, leeway=-1) }}", "truncate takes a number of 0 or more, and not -1"),
        ("{{ outlook.reasons[0] }}", "there is no 'outlook' in a template; did you mean reasons?"),
        ("{{ letter.paper }}", "there is no 'letter' in a template"),
    ],
)
def test_a_slip_of_who_knows_another_language_is_told_with_what_it_is_here(
    text: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(fl.TemplateError) as caught:
        said(tmp_path, f"<p>{text}</p>")
    assert told in str(caught.value)
    assert caught.value.line == 1


def test_a_linked_logo_and_a_large_one_are_told_as_that(tmp_path: Path) -> None:
    elsewhere = tmp_path / "logo.png"
    elsewhere.write_bytes(png())
    folder = folder_with(tmp_path, '<p>Hello.</p><p><img src="logo.png" alt=""></p>')
    (folder / "logo.png").symlink_to(elsewhere)
    with pytest.raises(fl.TemplateError, match="is a link that leads out of it; copy the picture"):
        fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    (folder / "logo.png").unlink()
    (folder / "logo.png").write_bytes(png() + bytes(500_000))
    with pytest.raises(fl.TemplateError, match="at most 500,000 bytes; cut it to what it shows, or shrink it"):
        fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)


@pytest.mark.parametrize("name", ["en/courtesy.html.j2", "styles/letter.css.j2", "notes.txt", "en/parts", "styles"])
def test_a_template_that_is_a_link_out_of_the_folder_is_told_as_that(name: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "notes.txt").write_text("/* Elsewhere. */", "utf-8")
    folder = folder_with(tmp_path, "<p>{% include ['notes.txt', 'parts/notes.txt'] %}</p>")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(tmp_path / "elsewhere" / ("notes.txt" if "." in name else ""))
    with pytest.raises(
        fl.TemplateError, match="is a link that leads out of your folder of templates; copy the"
    ) as told:
        fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder)
    assert told.value.template.startswith(str(folder / name))


def test_links_within_the_folder_and_the_folder_as_a_link_are_followed(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "<p>{% include 'words.txt' %}</p>")
    (folder / "these.txt").write_text("Within.", "utf-8")
    (folder / "words.txt").symlink_to("these.txt")
    (tmp_path / "linked").symlink_to(folder)
    (letter, *_) = fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=tmp_path / "linked")
    assert "Within." in letter.text


@pytest.mark.parametrize(("alt", "is_told"), [("", True), ('alt=""', False), ('alt="Okafor"', False)])
def test_a_logo_without_a_text_is_told(alt: str, is_told: bool, tmp_path: Path) -> None:
    folder = folder_with(tmp_path, f'<p>Hello.</p>\n<p><img src="logo.png" {alt}></p>')
    (folder / "logo.png").write_bytes(png())
    found = fl.check(fl.compose(fl.load(EXAMPLE), kind="courtesy", templates=folder))
    told = [finding.message for finding in found if finding.id == "picture-untold"]
    assert len(told) == is_told
    place = folder / "en" / "courtesy.html.j2"
    assert all(message.startswith(f"{place}:2: a picture has no `alt`") for message in told)


@pytest.mark.parametrize("rule", ['p { background: url("x.png"); }', "@import 'x.css';"])
def test_what_a_style_sheet_would_fetch_is_told_with_its_line(rule: str, tmp_path: Path) -> None:
    folder = folder_with(tmp_path, f"{{% include 'ours/letter.css.j2' %}}\n\n{rule}", "../styles/letter.css.j2")
    with pytest.raises(fl.TemplateError, match="would fetch") as caught:
        fl.compose(fl.load(EXAMPLE), templates=folder)[0].render("html")
    assert caught.value.line == 3


def test_an_empty_title_is_told_with_its_path_and_an_empty_subject_by_checking(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "\n", "title.j2")
    with pytest.raises(fl.TemplateError, match="says nothing") as caught:
        fl.compose(fl.load(EXAMPLE), templates=folder)
    assert caught.value.template == str(folder / "en" / "title.j2")
    (folder / "en" / "title.j2").rename(folder / "en" / "subject.html.j2")
    interview = fl.load(EXAMPLE)
    by_email = interview.with_(letter=interview.letter.with_(medium="email"))
    found = fl.check(fl.compose(by_email, templates=folder))
    assert any("the letter has no subject" in finding.message for finding in found)


def test_a_letter_that_prints_its_body_twice_is_an_error(tmp_path: Path) -> None:
    ours = (ROOT / "templates" / "en" / "letter.html.j2").read_text("utf-8")
    folder = folder_with(tmp_path, ours.replace("{{ body }}", "{{ body }}{{ body }}"), "letter.html.j2")
    found = fl.check(fl.compose(fl.load(EXAMPLE), templates=folder)).errors
    assert any("the letter has 2 bodies; let its template print {{ body }} once" in each.message for each in found)


def test_a_part_of_a_choice_may_be_looked_for(tmp_path: Path) -> None:
    text = "<p>Hello{% if 'manager' in role and role != 'panel' %} there{% endif %}.</p>"
    assert said(tmp_path, text) == "Hello there."

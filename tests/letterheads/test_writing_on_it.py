"""A letter on a letterhead: the user's page, header, footer and styles, our words; read back by python-docx."""

from __future__ import annotations

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.shared import Pt

import followup_letters as fl
from followup_letters.errors import FollowupError, InputError

from .making import changed, letterhead, relation, relations

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE = EXAMPLES / "operations-manager.yaml"
SCRIPT = Path(sys.executable).parent / "render-letter"
INTERVIEW = """\
candidate: {name: Maya Okafor, email: maya@example.com, address: ["1200 W Lake St", "Chicago, IL 60607"]}
company: {name: "Northwind Logistics, Inc."}
position: {title: Operations Manager}
interview: {date: 2026-11-18}
people: [{name: Dr. Priya Raman, title: Director, role: hiring manager}]
letter: {letterhead: paper/mine.docx}
"""


def _letter(content: bytes, folder: Path, interview: str | Path = EXAMPLE) -> fl.Letter:
    path = folder / "mine.docx"
    path.write_bytes(content)
    return fl.compose(fl.load(interview), letterhead=path)[0]


def _words(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(content)).paragraphs]


def test_page_header_footer_and_styles_are_the_users_and_the_words_ours(tmp_path: Path) -> None:
    letter = _letter(letterhead(), tmp_path)
    found = Document(BytesIO(letter.render("docx")))
    section = found.sections[0]
    assert (round(section.page_height.mm), round(section.left_margin.mm), round(section.top_margin.mm)) == (297, 32, 48)
    assert section.header.paragraphs[0].text == "Okafor & Daughters"
    assert section.footer.paragraphs[0].text == "Chicago · Joliet"
    assert found.styles["Normal"].font.name == "EB Garamond"
    assert found.styles["Normal"].font.size == Pt(12)
    assert found.styles["Reference Line"].font.italic  # theirs
    assert found.styles["Inside Address"].type == 1  # ours
    shown = " ".join(paragraph.text for paragraph in found.paragraphs)
    assert all(" ".join(source.sentence.split()) in " ".join(shown.split()) for source in letter.sources)
    assert "Sample text" not in shown


def test_styles_of_ours_are_as_large_as_the_users_text(tmp_path: Path) -> None:
    found = Document(BytesIO(_letter(letterhead(), tmp_path).render("docx")))
    for name in ("Inside Address", "Salutation", "Closing", "Signature", "Matches"):
        assert found.styles[name].font.size is None
        assert found.styles[name].base_style.name == "Normal"


def test_every_style_and_list_that_is_used_is_there(tmp_path: Path) -> None:
    content = _letter(letterhead(), tmp_path, EXAMPLES / "hospital-pharmacist.yaml").render("docx")
    found = Document(BytesIO(content))
    identities = {style.style_id for style in found.styles}
    names = [style.name.casefold() for style in found.styles]
    numbers = {each.numId for each in found.part.numbering_part.element.num_lst}
    used = found.element.body.xpath("//w:pStyle/@w:val | //w:rStyle/@w:val")
    lists = [*found.element.xpath("//w:numId/@w:val"), *found.styles.element.xpath("//w:numId/@w:val")]
    assert used
    assert identities.issuperset(used)
    assert len(names) == len(set(names))
    assert len(identities) == len(names)
    assert lists
    assert numbers.issuperset(map(int, lists))


def test_what_word_calls_a_style_in_another_language_is_still_that_style(tmp_path: Path) -> None:
    german = changed(letterhead(), styles=lambda xml: xml.replace('"BodyText"', '"Textkrper"'))
    content = _letter(german, tmp_path).render("docx")
    used = [paragraph.style for paragraph in Document(BytesIO(content)).paragraphs]
    assert {style.style_id for style in used if style.name == "Body Text"} == {"Textkrper"}
    assert _words(content) == _words(_letter(letterhead(), tmp_path).render("docx"))


def test_the_sender_is_not_said_twice(tmp_path: Path) -> None:
    for words in ("Maya Okafor, Chicago", "MAYA  OKAFOR"):
        assert "Maya Okafor" not in _words(_letter(letterhead(header=words), tmp_path).render("docx"))[:2]
    assert "Maya Okafor" not in _words(_letter(letterhead(footer="maya okafor"), tmp_path).render("docx"))[:2]
    assert _words(_letter(letterhead(header="A logo"), tmp_path).render("docx"))[0] == "Maya Okafor"


def test_the_same_letter_gives_the_same_bytes_and_nothing_of_the_letterheads_past(tmp_path: Path) -> None:
    paper = changed(
        letterhead(),
        settings=lambda xml: xml.replace("<w:zoom", '<w:attachedTemplate r:id="rIdT"/><w:zoom', 1),
        **{"word/_rels/settings.xml.rels": relations("attachedTemplate", "file:///C:/Users/rival/Rival.dotm")},
        **{"word/comments.xml": '<w:comments xmlns:w="x">fire him</w:comments>'},
        relations=relation("comments", "comments.xml", outside=False),
    )
    letter = _letter(paper, tmp_path)
    content = letter.render("docx")
    assert content == letter.render("docx")
    with ZipFile(BytesIO(content)) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
        whole = b"".join(package.read(name) for name in package.namelist())
        names = package.namelist()
    for word in (b"rival", b"Rival", b"fire him", b"designer", b"third draft", b"Sample"):
        assert word not in whole
    assert not {"word/comments.xml", "docProps/app.xml", "docProps/thumbnail.jpeg"} & set(names)
    properties = Document(BytesIO(content)).core_properties
    assert (properties.author, properties.language) == ("Maya Okafor", "en-US")
    assert properties.title == letter.page.title


def test_the_language_is_the_letters(tmp_path: Path) -> None:
    paper = changed(letterhead(), styles=lambda xml: xml.replace('w:val="en-US"', 'w:val="de-DE"'))
    styles = Document(BytesIO(_letter(paper, tmp_path).render("docx"))).styles.element
    assert set(styles.xpath("//w:lang/@w:val")) == {"en-US"}


@pytest.mark.parametrize("lacking", ["numbering", "styles", "settings"])
def test_what_a_letterhead_lacks_is_ours(lacking: str, tmp_path: Path) -> None:
    paper = changed(
        letterhead(),
        relations=lambda xml: xml.replace(f"/{lacking}", "/nothing"),
        **{f"word/{lacking}.xml": None},
    )
    found = Document(BytesIO(_letter(paper, tmp_path).render("docx")))
    assert found.paragraphs[0].style.name == "Sender Name"
    assert found.sections[0].header.paragraphs[0].text == "Okafor & Daughters"


def _named_elsewhere(where: str) -> bytes:
    """A letterhead that has the sender's name where no reader of its first page sees it."""
    document = Document(BytesIO(letterhead("")))
    section = document.sections[0]
    if where == "later pages":
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = "Maya Okafor"
    elif where == "even pages":
        document.settings.odd_and_even_pages_header_footer = True
        section.even_page_header.paragraphs[0].text = "Maya Okafor"
    elif where == "no first page":  # one that Word keeps, and does not use
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "Maya Okafor"
        section.different_first_page_header_footer = False
    elif where == "hidden text":
        section.header.paragraphs[0].add_run("Maya Okafor").font.hidden = True
    else:
        document.styles.add_style("Unseen", 1).font.hidden = True
        section.header.paragraphs[0].text, section.header.paragraphs[0].style = "Maya Okafor", "Unseen"
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("where", ["later pages", "even pages", "no first page", "hidden text", "hidden style"])
def test_a_name_that_the_first_page_does_not_show_is_no_sender(where: str, tmp_path: Path) -> None:
    words = _words(_letter(_named_elsewhere(where), tmp_path).render("docx"))
    assert "Maya Okafor" in words[0]


def test_a_letterhead_for_the_first_page_alone_goes_on_with_our_head(tmp_path: Path) -> None:
    document = Document(BytesIO(letterhead()))
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Okafor & Daughters"
    section.header.is_linked_to_previous = True
    file = BytesIO()
    document.save(file)
    found = Document(BytesIO(_letter(file.getvalue(), tmp_path).render("docx"))).sections[0]
    assert found.different_first_page_header_footer
    assert found.first_page_header.paragraphs[0].text == "Okafor & Daughters"
    assert "Raman" in found.header.paragraphs[0].text


def test_a_layout_with_a_window_leaves_the_places_to_the_letterhead(tmp_path: Path) -> None:
    (tmp_path / "mine.docx").write_bytes(letterhead())
    interview = fl.load(EXAMPLE)
    windowed = interview.with_(letter=interview.letter.with_(layout="din5008-b"))
    found = Document(BytesIO(fl.compose(windowed, letterhead=tmp_path / "mine.docx")[0].render("docx")))
    assert not found.element.body.xpath(".//w:framePr")
    assert len(Document(BytesIO(fl.compose(windowed)[0].render("docx"))).element.body.xpath(".//w:framePr")) > 1


def test_the_other_formats_are_as_without_it(tmp_path: Path) -> None:
    letter = _letter(letterhead(), tmp_path)
    plain = fl.compose(fl.load(EXAMPLE))[0]
    assert [letter.render(format) for format in ("html", "txt")] == [plain.render(format) for format in ("html", "txt")]


# ------------------------------------------------------------------------------- where it is named


def _beside(folder: Path, text: str = INTERVIEW) -> Path:
    (folder / "paper").mkdir()
    (folder / "paper" / "mine.docx").write_bytes(letterhead())
    (folder / "interview.yaml").write_text(text)
    return folder / "interview.yaml"


def test_the_interview_file_names_it_relative_to_itself(tmp_path: Path) -> None:
    letter = fl.compose(fl.load(_beside(tmp_path)))[0]
    assert letter.page.letterhead == letterhead()
    assert letter.interview.letter.letterhead is not None
    assert letter.interview.letter.letterhead.file == "paper/mine.docx"
    assert "PK" not in repr(letter.interview)


def test_a_program_may_give_the_file_itself() -> None:
    data = {"letter": {"letterhead": letterhead()}, "interview": {"date": "2026-11-18"}, "people": {"name": "Ana Ruiz"}}
    data |= {"candidate": {"name": "Maya Okafor"}, "company": {"name": "Acme"}, "position": {"title": "Clerk"}}
    assert fl.compose(fl.load(data))[0].page.letterhead == letterhead()


def test_one_that_was_never_read_is_no_letterhead() -> None:
    interview = fl.load(EXAMPLE)
    with pytest.raises(InputError, match="read with the interview file"):
        interview.letter.with_(letterhead="mine.docx")


@pytest.mark.parametrize(
    "name", ["../mine.docx", "/mine.docx", "link.docx", "http://example.com/mine.docx", "mine.odt"]
)
def test_a_file_elsewhere_or_of_another_kind_is_a_fault_at_its_line(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    (tmp_path / "mine.docx").write_bytes(letterhead())
    (folder / "link.docx").symlink_to(tmp_path / "mine.docx")
    named = str(tmp_path / "mine.docx") if name == "/mine.docx" else name
    path = folder / "interview.yaml"
    path.write_text(INTERVIEW.replace("paper/mine.docx", f'"{named}"'))
    with pytest.raises(InputError) as caught:
        fl.load(path)
    [fault] = caught.value.faults
    assert (fault.field, fault.line) == ("letter.letterhead", 6)


def test_a_harmful_one_is_a_fault_at_its_line(tmp_path: Path) -> None:
    path = _beside(tmp_path)
    (tmp_path / "paper" / "mine.docx").write_bytes(changed(letterhead(), **{"word/vbaProject.bin": b"x"}))
    with pytest.raises(InputError, match="macros") as caught:
        fl.load(path)
    assert [fault.line for fault in caught.value.faults] == [6]


def test_the_command_takes_it_from_anywhere_and_says_once_what_it_is_not_for(tmp_path: Path) -> None:
    path = tmp_path / "else" / "ours.docx"
    path.parent.mkdir()
    path.write_bytes(letterhead())
    shutil.copy(EXAMPLE, tmp_path)
    command = [SCRIPT, EXAMPLE, "--letterhead", path, "-f", "docx,txt", "-o", tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr.count("letterhead is for Word files; txt keeps our own look") == 1
    made = sorted((tmp_path / "out").glob("*.docx"))
    assert made
    assert all(Document(path).sections[0].header.paragraphs[0].text == "Okafor & Daughters" for path in made)
    wrong = subprocess.run([*command[:3], EXAMPLE], capture_output=True, text=True, check=False)
    assert wrong.returncode == 2
    assert "a Word file" in wrong.stderr
    assert "Traceback" not in wrong.stderr


def test_a_batch_is_set_on_it_and_rendered_again_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "mine.docx"
    path.write_bytes(letterhead())
    out = tmp_path / "out"
    [first] = fl.render_many([EXAMPLE], out, letterhead=path)
    assert first.fault is None
    assert Document(first.files[0]).sections[0].header.paragraphs[0].text == "Okafor & Daughters"
    [again] = fl.render_many([EXAMPLE], out, letterhead=path)
    assert again.was_done
    [plain] = fl.render_many([EXAMPLE], out, force=True)
    assert not plain.was_done


def test_an_empty_name_is_no_letterhead(tmp_path: Path) -> None:
    interview = fl.load(_beside(tmp_path))
    assert fl.compose(interview, letterhead="")[0].page.letterhead is None
    with pytest.raises(FollowupError, match="exists"):
        fl.compose(interview, letterhead=tmp_path / "gone.docx")


SETTINGS = (
    '<w:docVars><w:docVar w:name="x" w:val="PRIVATE"/></w:docVars>'
    '<w:mailMerge><w:query w:val="SELECT PRIVATE"/></w:mailMerge>'
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="w14"><w:mailMerge><w:query w:val="SELECT PRIVATE"/></w:mailMerge></mc:Choice>'
    "</mc:AlternateContent>"
    '<sl:schemaLibrary xmlns:sl="http://schemas.openxmlformats.org/schemaLibrary/2006/main">'
    '<sl:schema sl:manifestLocation="http://tracker.example/PRIVATE.xml"/></sl:schemaLibrary>'
    '<w:rsids><w:rsid w:val="00PRIVATE"/></w:rsids><w:evenAndOddHeaders/></w:settings>'
)
PROPERTIES = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
    '<property name="_AssemblyLocation">https://tracker.example/PRIVATE.vsto</property></Properties>'
)


def test_what_other_programs_noted_and_would_load_stays_behind(tmp_path: Path) -> None:
    def typed(xml: str) -> str:
        return xml.replace("</Types>", '<Default Extension="notes" ContentType="application/xml"/></Types>')

    top = relation("custom-properties", "docProps/own.notes", outside=False)
    notes = relation("customXml", "../customXml/item1.notes", outside=False)
    sheet = changed(
        letterhead(),
        settings=lambda xml: xml.replace("</w:settings>", SETTINGS),
        top=top,
        relations=notes,
        types=typed,
        **{"docProps/own.notes": PROPERTIES, "customXml/item1.notes": "<PRIVATE/>"},
    )
    (tmp_path / "mine.docx").write_bytes(sheet)
    letter = fl.compose(fl.load(EXAMPLE), letterhead=tmp_path / "mine.docx")[0].render("docx")
    with ZipFile(BytesIO(letter)) as package:
        inside = {name: package.read(name) for name in package.namelist()}
    assert not [name for name, content in inside.items() if b"PRIVATE" in content or b"tracker" in content]
    assert b"evenAndOddHeaders" in inside["word/settings.xml"]

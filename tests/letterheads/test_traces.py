"""What the making of a letterhead left in it goes out with no letter, and what it shows is as it was."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

import followup_letters as fl
from followup_letters.letterheads import OFFICE, parts
from pictures.drawing import png

from .making import HEADER, changed, letterhead, pictured

EXAMPLE = Path(__file__).parents[2] / "examples" / "operations-manager.yaml"
_BY = 'w:id="7" w:author="Former Colleague" w:date="2020-01-01T00:00:00Z"'
_RUN = "<w:r>{}<w:t>{}</w:t></w:r>"


def _run(words: str, looks: str = "") -> str:
    return _RUN.format(f"<w:rPr>{looks}</w:rPr>" if looks else "", words)


TRACES = {
    "deleted words": f"<w:p><w:del {_BY}><w:r><w:delText>SECRET</w:delText></w:r></w:del>{_run('Shown')}</w:p>",
    "a deleted paragraph": f"<w:p><w:pPr><w:rPr><w:del {_BY}/></w:rPr></w:pPr>"
    f"<w:del {_BY}>{_run('SECRET')}</w:del></w:p><w:p>{_run('Shown')}</w:p>",
    "inserted words": f"<w:p><w:ins {_BY}>{_run('Shown')}</w:ins></w:p>",
    "inserted and deleted": f"<w:p><w:ins {_BY}><w:del {_BY}>{_run('SECRET')}</w:del>{_run('Shown')}</w:ins></w:p>",
    "moved words": f'<w:p><w:moveFromRangeStart {_BY} w:name="SECRET"/><w:moveFrom {_BY}>{_run("SECRET")}</w:moveFrom>'
    f'<w:moveFromRangeEnd w:id="7"/><w:moveTo {_BY}>{_run("Shown")}</w:moveTo></w:p>',
    "changed looks": f"<w:p><w:pPr><w:pPrChange {_BY}><w:pPr/></w:pPrChange></w:pPr>"
    f"{_run('Shown', f'<w:b/><w:rPrChange {_BY}><w:rPr/></w:rPrChange>')}</w:p>",
    "a deleted row": f"<w:tbl><w:tr><w:trPr><w:del {_BY}/></w:trPr><w:tc><w:p>{_run('SECRET')}</w:p></w:tc></w:tr>"
    f"<w:tr><w:tc><w:p>{_run('Shown')}</w:p></w:tc></w:tr></w:tbl><w:p/>",
    "names of a control": '<w:sdt><w:sdtPr><w:alias w:val="SECRET"/><w:tag w:val="SECRET"/></w:sdtPr><w:sdtContent>'
    f"<w:p>{_run('Shown')}</w:p></w:sdtContent></w:sdt>",
    "a bookmark": f'<w:p><w:bookmarkStart w:id="9" w:name="SECRET"/>{_run("Shown")}<w:bookmarkEnd w:id="9"/></w:p>',
    "hidden words": f"<w:p>{_run('SECRET', '<w:vanish/>')}{_run('Shown')}</w:p>",
    "a hidden row": f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p>{_run('SECRET')}</w:p></w:tc></w:tr>"
    f"<w:tr><w:tc><w:p>{_run('Shown')}</w:p></w:tc></w:tr></w:tbl><w:p/>",
    "a deleted cell": f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel {_BY}/></w:tcPr><w:p>{_run('SECRET')}</w:p></w:tc>"
    f"<w:tc><w:p>{_run('Shown')}</w:p></w:tc></w:tr></w:tbl><w:p/>",
    "a row of deleted cells": f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel {_BY}/></w:tcPr><w:p>{_run('SECRET')}</w:p>"
    f"</w:tc></w:tr><w:tr><w:tc><w:p>{_run('Shown')}</w:p></w:tc></w:tr></w:tbl><w:p/>",
    "words hidden always": f"<w:p>{_run('SECRET', '<w:specVanish/>')}{_run('Shown')}</w:p>",
    "who may edit": f'<w:p><w:permStart w:id="1" w:ed="SECRET"/>{_run("Shown")}<w:permEnd w:id="1"/></w:p>',
    "who was asked": f'<w:p><w:smartTag w:uri="urn:SECRET" w:element="SECRET"><w:smartTagPr><w:attr w:name="SECRET" '
    f'w:val="SECRET"/></w:smartTagPr>{_run("Shown")}</w:smartTag></w:p>',
    "data around words": f'<w:customXml w:uri="urn:SECRET" w:element="SECRET"><w:customXmlPr><w:placeholder '
    f'w:val="SECRET"/></w:customXmlPr><w:p>{_run("Shown")}</w:p></w:customXml>',
    "data of a control": '<w:sdt><w:sdtPr><w:id w:val="7"/><w:dataBinding w:xpath="/SECRET" w:storeItemID="{SECRET}"/>'
    '<w:placeholder><w:docPart w:val="SECRET"/></w:placeholder><w:dropDownList><w:listItem w:displayText="SECRET" '
    f'w:value="SECRET"/></w:dropDownList></w:sdtPr><w:sdtContent><w:p>{_run("Shown")}</w:p></w:sdtContent></w:sdt>',
    "data of a field": '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:fldData>SECRET</w:fldData><w:ffData><w:name '
    'w:val="SECRET"/><w:helpText w:val="SECRET"/></w:ffData></w:fldChar></w:r><w:r><w:instrText> PAGE </w:instrText>'
    f'</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>{_run("Shown")}</w:p>',
    "comments and instructions": f"<!-- SECRET --><?program SECRET?><w:p>{_run('Sh<!-- SECRET -->own')}</w:p>",
    "another program's elements": '<w:p xmlns:x="urn:SECRET" x:by="SECRET"><x:note by="SECRET">SECRET</x:note>'
    f"{_run('Shown')}</w:p>",
    "another program's names": f'<w:p xmlns:x="urn:SECRET" mc:Ignorable="x">{_run("Shown")}</w:p>',
    "numbers of a sitting": f'<w:p w:rsidR="00SECRET" w:rsidRDefault="00SECRET" w14:paraId="SECRET">{_run("Shown")}'
    '<w:proofErr w:type="spellStart"/></w:p>',
    "a drawing packed": f'<w:p><w:r><w:pict><v:shape o:gfxdata="SECRET"/></w:pict></w:r>{_run("Shown")}</w:p>',
    "a note": f'<w:p>{_run("Shown")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
}


def _headed(xml: str) -> bytes:
    """The letterhead, with `xml` for the inside of its header."""
    return changed(
        letterhead(), header=lambda part: re.sub("(<w:hdr[^>]*>).*(</w:hdr>)", rf"\1{xml}\2", part, flags=re.S)
    )


def _header(sheet: bytes, folder: Path) -> str:
    (folder / "mine.docx").write_bytes(sheet)
    letter = fl.compose(fl.load(EXAMPLE), letterhead=folder / "mine.docx")[0]
    made = letter.render("docx")
    assert isinstance(made, bytes)
    Document(BytesIO(made))
    with ZipFile(BytesIO(made)) as package:
        return package.read(HEADER).decode()


@pytest.mark.parametrize("what", TRACES)
def test_it_goes_out_with_no_letter(what: str, tmp_path: Path) -> None:
    header = _header(_headed(TRACES[what]), tmp_path)
    assert not re.search("SECRET|Former Colleague|w:author|footnoteReference|<w:(ins|del|moveTo)\\b", header)
    assert not re.search("<!--|<\\?(?!xml )|w:rsid|paraId|proofErr", header)
    shown = "".join(re.findall("<w:t>([^<]*)", header))
    assert shown == "Shown"


@pytest.mark.parametrize("part", ["styles", "settings", "document", "header", "word/theme/theme1.xml"])
def test_what_stands_in_any_part_for_other_programs_goes_out_with_no_letter(part: str, tmp_path: Path) -> None:
    noted = '<!-- SECRET --><?program SECRET?><x:note xmlns:x="urn:program" x:by="SECRET">SECRET</x:note>'
    sheet = changed(letterhead(), **{part: lambda xml: re.sub(r"(</[\w:]+>\s*)$", rf"{noted}\1", xml)})
    (tmp_path / "mine.docx").write_bytes(sheet)
    made = fl.compose(fl.load(EXAMPLE), letterhead=tmp_path / "mine.docx")[0].render("docx")
    with ZipFile(BytesIO(made)) as package:
        assert not [name for name in package.namelist() if re.search(rb"SECRET|urn:program|rsid", package.read(name))]


def test_what_its_text_showed_and_led_to_is_not_in_the_file(tmp_path: Path) -> None:
    document = Document(BytesIO(letterhead()))
    document.add_picture(BytesIO(png()))
    document.part.relate_to("https://secret.example/", f"{OFFICE}/hyperlink", is_external=True)
    document.save(str(tmp_path / "mine.docx"))
    made = fl.compose(fl.load(EXAMPLE), letterhead=tmp_path / "mine.docx")[0].render("docx")
    with ZipFile(BytesIO(made)) as package:
        inside = {name: package.read(name) for name in package.namelist()}
    assert not [name for name, content in inside.items() if "media" in name or b"secret.example" in content]


_STYLES = {
    "a style": '<w:style w:type="character" w:styleId="Mine"><w:rPr><w:vanish/></w:rPr></w:style>',
    "a style based on another": '<w:style w:type="character" w:styleId="Far"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Mid"><w:basedOn w:val="Far"/></w:style>'
    '<w:style w:type="character" w:styleId="Mine"><w:basedOn w:val="Mid"/></w:style>',
    "a table's style": '<w:style w:type="table" w:styleId="Table"><w:rPr><w:vanish/></w:rPr></w:style>',
}
_SHOWN = '<w:vanish w:val="0"/>'


def _styled(xml: str, styles: str) -> bytes:
    return changed(_headed(xml), styles=lambda part: part.replace("</w:styles>", f"{styles}</w:styles>"))


@pytest.mark.parametrize("what", _STYLES)
def test_what_a_style_hides_goes_out_with_no_letter(what: str, tmp_path: Path) -> None:
    words = _run("SECRET", '<w:rStyle w:val="Mine"/>') + _run("Shown", _SHOWN)
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="Table"/></w:tblPr><w:tr><w:tc><w:p>{words}</w:p></w:tc></w:tr></w:tbl>'
    header = _header(_styled(f"{table}<w:p/>", _STYLES[what]), tmp_path)
    assert re.findall("<w:t>([^<]*)", header) == ["Shown"]


def test_a_style_that_shows_what_its_base_hides_is_kept(tmp_path: Path) -> None:
    last = f'<w:style w:type="character" w:styleId="Open"><w:basedOn w:val="Mine"/><w:rPr>{_SHOWN}</w:rPr></w:style>'
    round_about = '<w:style w:type="character" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
    words = "".join(_run(each, f'<w:rStyle w:val="{each}"/>') for each in ("Open", "Mine", "Round"))
    header = _header(_styled(f"<w:p>{words}</w:p>", _STYLES["a style"] + last + round_about), tmp_path)
    assert re.findall("<w:t>([^<]*)", header) == ["Open", "Round"]


@pytest.mark.parametrize("place", ["docDefaults", "style"])
def test_what_is_hidden_from_the_start_goes_out_with_no_letter_and_the_letter_is_seen(
    place: str, tmp_path: Path
) -> None:
    at = "<w:rPrDefault>.*?<w:rPr>" if place == "docDefaults" else '<w:style [^>]*w:styleId="Normal"[^>]*>.*?<w:rPr>'
    sheet = changed(
        _headed(f"<w:p>{_run('SECRET')}{_run('Shown', _SHOWN)}</w:p>"),
        styles=lambda part: re.sub(f"({at})", r"\1<w:vanish/>", part, count=1, flags=re.S),
    )
    assert re.findall("<w:t>([^<]*)", _header(sheet, tmp_path)) == ["Shown"]
    assert b"vanish" not in parts(sheet)["word/styles.xml"]


def test_what_a_web_page_alone_would_hide_is_shown_everywhere(tmp_path: Path) -> None:
    header = _header(_headed(f"<w:p>{_run('Shown', '<w:webHidden/>')}</w:p>"), tmp_path)
    assert "webHidden" not in header
    assert "Shown" in header


def test_a_deleted_paragraph_takes_no_line(tmp_path: Path) -> None:
    assert _header(_headed(TRACES["a deleted paragraph"]), tmp_path).count("<w:p>") == 1


def test_a_bookmark_that_a_field_names_stays(tmp_path: Path) -> None:
    field = f'<w:fldSimple w:instr=" REF motto ">{_run("Shown")}</w:fldSimple>'
    mark = f'<w:bookmarkStart w:id="9" w:name="motto"/>{_run("Shown")}<w:bookmarkEnd w:id="9"/>'
    header = _header(_headed(f"<w:p>{mark}{field}</w:p>"), tmp_path)
    assert "bookmarkStart" in header
    assert "bookmarkEnd" in header


def test_a_picture_that_was_deleted_is_not_in_the_file(tmp_path: Path) -> None:
    deleted = changed(
        pictured(),
        header=lambda xml: re.sub(
            "<w:r>(?=<w:drawing|<w:rPr/?><w:drawing)(.*?)</w:r>",
            f"<w:del {_BY}><w:r>\\1</w:r></w:del>",
            xml,
            flags=re.S,
        ),
    )
    (tmp_path / "mine.docx").write_bytes(deleted)
    made = fl.compose(fl.load(EXAMPLE), letterhead=tmp_path / "mine.docx")[0].render("docx")
    with ZipFile(BytesIO(made)) as package:
        assert not [name for name in package.namelist() if "media" in name]


def test_a_letterhead_without_traces_is_as_it_was() -> None:
    def without_numbers(xml: str) -> str:
        return re.sub(r' w:rsid\w+="\w+"|<w:rsid(?: [^>]*)?/>', "", xml)

    sheet = changed(pictured(), document=without_numbers, settings=without_numbers, styles=without_numbers)
    with ZipFile(BytesIO(sheet)) as package:
        assert parts(sheet) == {name: package.read(name) for name in package.namelist()}

"""Every example is told to those who do not see it, and what is made badly on purpose is caught."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pypdf
import pytest
from docx.shared import Mm, RGBColor
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, StreamObject, TextStringObject

import followup_letters as fl
from followup_letters.writing import render
from pictures.drawing import png

from .accessibility import pdf_faults, word_faults
from .conftest import sample

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(each for each in EXAMPLES.iterdir() if each.suffix in {".yaml", ".toml", ".json"})
FILES.append(EXAMPLES / "house-style" / "interview.yaml")


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_nothing_is_kept_from_the_reader_of_an_example(file: Path) -> None:
    assert len(FILES) >= 10
    letters = fl.compose(fl.load(file))
    assert letters
    for letter in letters:
        assert pdf_faults(letter.render("pdf")) == set()
        assert word_faults(letter.render("docx")) == set()


@pytest.mark.parametrize("layout", ["us-block", "us-modified-block", "uk", "plain"])
def test_nor_from_the_reader_of_a_signed_letter_in_any_layout(layout: str) -> None:
    page = sample("us-signed", layout=layout)
    assert pdf_faults(render(page, "pdf")) == set()
    assert word_faults(render(page, "docx")) == set()


# ------------------------------------------------------------------------------- a PDF made badly on purpose


@cache
def _signed(format: str) -> bytes:
    return render(sample("us-signed"), format)


def _spoiled(spoil: Callable[[pypdf.PdfWriter, Any], None]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(_signed("pdf")))
    spoil(writer, writer.root_object)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _all(writer: pypdf.PdfWriter, key: str, value: str) -> list[DictionaryObject]:
    found = [each for each in writer._objects if isinstance(each, DictionaryObject) and each.get(key) == value]
    assert found
    return found


def _without(key: str) -> Callable[[pypdf.PdfWriter, Any], None]:
    return lambda _, root: root.pop(NameObject(key)) and None


def _untitled(writer: pypdf.PdfWriter, root: Any) -> None:
    stream = root["/Metadata"].get_object()
    data = re.sub(rb"<dc:title>.*?</dc:title>", b"<dc:title/>", stream.get_data(), flags=re.DOTALL)
    assert data != stream.get_data()
    stream.set_data(data)


def _untagged(_: pypdf.PdfWriter, root: Any) -> None:
    root["/MarkInfo"][NameObject("/Marked")] = BooleanObject(False)


def _hidden_title(_: pypdf.PdfWriter, root: Any) -> None:
    root["/ViewerPreferences"][NameObject("/DisplayDocTitle")] = BooleanObject(False)


def _untold(writer: pypdf.PdfWriter, _: Any) -> None:
    for figure in _all(writer, "/S", "/Figure"):
        figure[NameObject("/Alt")] = TextStringObject(" ")


def _unknown(writer: pypdf.PdfWriter, _: Any) -> None:
    _all(writer, "/S", "/P")[0][NameObject("/S")] = NameObject("/Paragraph")


def _twice(writer: pypdf.PdfWriter, _: Any) -> None:
    first, second = (each for each in _all(writer, "/S", "/P")[:2])
    second[NameObject("/K")] = first.raw_get("/K")


def _bare_fonts(writer: pypdf.PdfWriter, _: Any) -> None:
    for about in _all(writer, "/Type", "/FontDescriptor"):
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            about.pop(NameObject(key), None)


def _mute_fonts(writer: pypdf.PdfWriter, _: Any) -> None:
    for font in _all(writer, "/Subtype", "/Type0"):
        font.pop(NameObject("/ToUnicode"))


def _tabbed(writer: pypdf.PdfWriter, _: Any) -> None:
    writer.pages[0].pop(NameObject("/Tabs"))


def _content(writer: pypdf.PdfWriter, change: Callable[[bytes], bytes]) -> None:
    page = writer.pages[0]
    contents = page.get_contents()
    assert contents is not None
    stream = StreamObject()
    stream.set_data(change(contents.get_data()))
    assert stream.get_data() != contents.get_data()
    page[NameObject("/Contents")] = writer._add_object(stream)


def _unmarked(writer: pypdf.PdfWriter, _: Any) -> None:
    _content(writer, lambda data: re.sub(rb"/\w+\s*<<\s*/MCID\s+\d+\s*>>\s*BDC", b"/Nothing BMC", data))


def _lost(writer: pypdf.PdfWriter, _: Any) -> None:
    _content(writer, lambda data: re.sub(rb"/MCID (\d+)", rb"/MCID 9\1", data))


def _claimless(_: pypdf.PdfWriter, root: Any) -> None:
    stream = root["/Metadata"].get_object()
    stream.set_data(stream.get_data().replace(b"pdfuaid:part", b"pdfuaid:pert"))


BAD_PDF: dict[str, Callable[[pypdf.PdfWriter, Any], None]] = {
    "no structure": _without("/StructTreeRoot"),
    "no language": _without("/Lang"),
    "not marked as tagged": _untagged,
    "title not shown": _hidden_title,
    "no title": _untitled,
    "does not say PDF/UA": _claimless,
    "picture without text": _untold,
    "unknown role": _unknown,
    "content twice in the structure": _twice,
    "font not embedded": _bare_fonts,
    "font without characters": _mute_fonts,
    "tab order": _tabbed,
    "unmarked content": _unmarked,
    "content outside the structure": _lost,
}


def test_copying_a_pdf_alone_spoils_nothing() -> None:
    assert pdf_faults(_spoiled(lambda *_: None)) == set()


@pytest.mark.parametrize("fault", BAD_PDF)
def test_a_pdf_with_that_fault_is_caught(fault: str) -> None:
    assert fault in pdf_faults(_spoiled(BAD_PDF[fault]))


# ------------------------------------------------------------------------- a Word file made badly on purpose


def _worsened(worsen: Callable[[Any], object]) -> bytes:
    file = docx.Document(BytesIO(_signed("docx")))
    worsen(file)
    saved = BytesIO()
    file.save(saved)
    return saved.getvalue()


def _set(name: str, value: str) -> Callable[[Any], None]:
    return lambda file: setattr(file.core_properties, name, value)


def _speechless(file: Any) -> None:
    for lang in file.styles.element.xpath("w:docDefaults//w:lang"):
        lang.getparent().remove(lang)


def _untold_picture(file: Any) -> None:
    file.add_paragraph().add_run().add_picture(BytesIO(png()), width=Mm(20))


def _pale_words(file: Any) -> None:
    file.add_paragraph().add_run("pale").font.color.rgb = RGBColor(0xBB, 0xBB, 0xBB)


def _pale_style(file: Any) -> None:
    file.styles["Body Text"].font.color.rgb = RGBColor(0x99, 0x99, 0x99)


def _bold_line(file: Any) -> None:
    file.add_paragraph().add_run("What I would bring").bold = True


def _boxed(file: Any) -> None:
    paragraph = file.add_paragraph("boxed")
    box = paragraph._p.makeelement(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}txbxContent", nsmap=paragraph._p.nsmap
    )
    paragraph.runs[0]._r.append(box)


BAD_WORD: dict[str, Callable[[Any], object]] = {
    "no title": _set("title", " "),
    "no author": _set("author", "python-docx"),
    "no language": _speechless,
    "picture without text": _untold_picture,
    "table for layout": lambda file: file.add_table(1, 2),
    "text box": _boxed,
    "blank paragraph": lambda file: file.add_paragraph(),
    "space made of spaces": lambda file: file.add_paragraph("left          right"),
    "typed list": lambda file: file.add_paragraph("- one thing"),
    "faked heading": _bold_line,
    "too pale": _pale_words,
}


def test_saving_a_word_file_alone_spoils_nothing() -> None:
    assert word_faults(_worsened(lambda file: None)) == set()


@pytest.mark.parametrize("fault", BAD_WORD)
def test_a_word_file_with_that_fault_is_caught(fault: str) -> None:
    assert fault in word_faults(_worsened(BAD_WORD[fault]))


def test_a_style_that_is_too_pale_is_caught() -> None:
    assert "too pale" in word_faults(_worsened(_pale_style))


def test_a_letter_as_a_word_processor_makes_it_by_itself_has_many_faults() -> None:
    file = docx.Document()
    for words in ("Maya Okafor", "", "", "Dear Dr. Raman,", "", "- one", "          Sincerely,"):
        file.add_paragraph(words)
    saved = BytesIO()
    file.save(saved)
    assert {"no title", "no author", "blank paragraph", "typed list", "space made of spaces"} <= word_faults(
        saved.getvalue()
    )
    assert ZipFile(saved).testzip() is None

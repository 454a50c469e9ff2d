"""A letterhead goes out under one's name: what is broken, runs or fetches is refused, and why is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_letters.errors import InputError
from followup_letters.letterheads import Refused, checked, read

from .making import changed, first_paragraph, letterhead, pictured, relation, relations

GOOD = letterhead()
PICTURED = pictured()


def _bomb() -> bytes:
    return changed(GOOD, **{"word/media/white.bin": b"\0" * 60_000_000})


def _xml_bomb() -> bytes:
    return changed(GOOD, header=lambda xml: xml.replace("?>", "?>" + " " * 6_000_000, 1))


def _entities(xml: str) -> str:
    return xml.replace("?>", '?><!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]>', 1)


def _twice() -> bytes:
    file = BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(file, "a", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "<other/>")
    return file.getvalue()


_with_drawing = first_paragraph("<w:r><w:drawing/></w:r>")
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_FIELD = '<w:r><w:instrText>DDEAUTO c:\\\\calc.exe "x"</w:instrText></w:r>'
_HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_PART = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>{}</w:p></w:hdr>'
_DRAWN = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://tracker.example/x.png"/>'
    "</v:shape></w:pict></w:r>"
)
_SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
_VML = '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">{}</v:shape></w:pict></w:r>'
_LONG_NUMBER = '<w:num w:numId="{}"><w:abstractNumId w:val="0"/></w:num></w:numbering>'.format("9" * 5000)
_SPLIT_FIELD = "<w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE x</w:instrText></w:r>"
_DELETED_IN_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:del w:id="1"><w:r><w:delInstrText>PAGE </w:delInstrText></w:r></w:del>'
    '<w:r><w:instrText>INCLUDEPICTURE x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "an empty file": (lambda: b"", "whole"),
    "a text": (lambda: b"Dear Sir or Madam", "whole"),
    "a zip file of something else": (lambda: changed(GOOD, types=None), r"no \[Content_Types\].xml"),
    "a file cut off": (lambda: GOOD[: len(GOOD) // 2], "whole"),
    "a .doc of old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
    "a zip bomb": (_bomb, "40,000,000"),
    "an XML part that is a bomb": (_xml_bomb, "header1.xml has no more than 1,500,000"),
    "entities": (lambda: changed(GOOD, header=_entities), "DOCTYPE"),
    "a part twice": (_twice, "once"),
    "a part outside the file": (lambda: changed(GOOD, **{"../../etc/passwd": "x"}), "plain names"),
    "macros": (lambda: changed(GOOD, **{"word/vbaProject.bin": b"x"}), "macros"),
    "a type with macros": (
        lambda: changed(GOOD, types=lambda xml: xml.replace("</Types>", f"<!-- {_MACROS} --></Types>")),
        "macros",
    ),
    "an embedded program": (lambda: changed(GOOD, **{"word/embeddings/oleObject1.bin": b"x"}), "embedded"),
    "a picture that is fetched": (
        lambda: changed(GOOD, header_relations=relations("image", "http://tracker.example/x.png")),
        "tracker.example",
    ),
    "a file of the machine": (
        lambda: changed(GOOD, relations=relation("oleObject", "file:///c:/secret.docx")),
        "oleObject",
    ),
    "a link that runs": (lambda: changed(GOOD, relations=relation("hyperlink", "javascript:alert(1)")), "javascript"),
    "a field that runs": (lambda: changed(GOOD, header=first_paragraph(_FIELD)), "DDEAUTO"),
    "a field that fetches, in pieces": (lambda: changed(GOOD, header=first_paragraph(_SPLIT_FIELD)), "INCLUDEPICTURE"),
    "a field in a part of another name": (
        lambda: changed(GOOD, **{"word/header9.XML": _PART.format(_FIELD)}),
        r"word/header9\.XML has DDEAUTO",
    ),
    "a field in a part without a name that tells": (
        lambda: changed(
            GOOD,
            **{"word/header9.dat": _PART.format(_FIELD)},
            types=lambda xml: xml.replace("</Types>", f'<Default Extension="dat" ContentType="{_HEADER}"/></Types>'),
        ),
        "DDEAUTO",
    ),
    "a drawing that names an address": (
        lambda: changed(GOOD, header=first_paragraph(_DRAWN)),
        r"fetches http://tracker\.example",
    ),
    "a drawing that runs": (
        lambda: changed(GOOD, **{"word/media/logo.svg": _SVG.format("<script>x()</script>")}),
        "script",
    ),
    "a drawing that fetches": (
        lambda: changed(GOOD, **{"word/media/logo.svg": _SVG.format('<image href="http://tracker.example/x.png"/>')}),
        "fetches",
    ),
    **{
        f"a drawing that has {inside}": (
            lambda inside=inside: changed(  # type: ignore[misc]  # mypy does not guess the type of a default
                GOOD, **{"word/media/logo.svg": _SVG.format(inside)}
            ),
            r"logo\.svg",
        )
        for inside in (
            '<image href="//tracker.example/x.png"/>',
            '<image href="\\\\tracker\\x.png"/>',
            "<style>@import url(http://tracker.example/x.css);</style>",
            '<rect fill="url(http://tracker.example/x#a)"/>',
            '<g onload="x()"/>',
            "<foreignObject/>",
        )
    },
    "a drawing by another name": (
        lambda: changed(
            PICTURED,
            **{"word/media/image1.png": _SVG.format("<script>x()</script>").replace(">", ' viewBox="0 0 9 9">', 1)},
        ),
        r"<script> \(word/media/image1\.png\)",
    ),
    **{
        f"an old drawing that has {inside}": (
            lambda inside=inside: changed(GOOD, header=first_paragraph(_VML.format(inside))),  # type: ignore[misc]  # as above
            "fetches",
        )
        for inside in (
            '<v:imagedata src="\\\\tracker\\x.png"/>',
            '<v:fill src="//tracker.example/x.png"/>',
            '<v:fill src="beside.png"/>',
            '<v:fill color2="http://tracker.example/"/>',
        )
    },
    "a list with a number that no list has": (
        lambda: changed(GOOD, **{"word/numbering.xml": lambda xml: xml.replace("</w:numbering>", _LONG_NUMBER)}),
        "at most 9 digits; word/numbering.xml",
    ),
    "a link of a kind that there is not": (
        lambda: changed(
            GOOD,
            relations=lambda xml: relation("hyperlink", "https://a.example/")(xml).replace(
                "/relationships/hyperlink", "/relationships/image/hyperlink"
            ),
        ),
        "a.example",
    ),
    "a diagram in the header": (
        lambda: changed(GOOD, header_relations=relations("diagramData", "x").replace(' TargetMode="External"', "")),
        "diagramData",
    ),
    "a header that is not there": (lambda: changed(GOOD, header=None), "missing"),
    "a header that is no XML": (lambda: changed(GOOD, header="<w:hdr"), "can be read"),
    "a header that is something else": (
        lambda: changed(GOOD, header="<a/>"),
        r"header1\.xml holds something else than",
    ),
    "styles that are something else": (lambda: changed(GOOD, styles="<a/>"), r"word/styles\.xml holds something else"),
    "settings that are something else": (lambda: changed(GOOD, settings="<a/>"), r"word/settings\.xml holds something"),
    "numbering that is something else": (
        lambda: changed(GOOD, **{"word/numbering.xml": "<a/>"}),
        r"word/numbering\.xml holds something else than numbering",
    ),
    "a theme that is something else": (
        lambda: changed(GOOD, **{"word/theme/theme1.xml": "<a/>"}),
        r"theme1\.xml holds something else than theme",
    ),
    "fonts that are something else": (
        lambda: changed(GOOD, **{"word/fontTable.xml": "<a/>"}),
        r"fontTable\.xml holds something else than fontTable",
    ),
    "words outside of a paragraph": (
        lambda: changed(GOOD, header=lambda xml: xml.replace("</w:hdr>", "Loose</w:hdr>")),
        r"header1\.xml has text outside of its paragraphs: Loose",
    ),
    "a page of no width": (
        lambda: changed(GOOD, document=lambda xml: re.sub('(<w:pgSz[^>]*w:w=")', r"\1-", xml)),
        "a width and a height",
    ),
    "a field that fetches, but for what was deleted in it": (
        lambda: changed(GOOD, header=first_paragraph(_DELETED_IN_FIELD)),
        "INCLUDEPICTURE",
    ),
    "a list of types that is no XML": (lambda: changed(GOOD, types=""), "can be read"),
    "a part elsewhere that is no XML": (lambda: changed(GOOD, **{"docProps/core.xml": "<cp:core"}), "can be read"),
    "no document": (lambda: changed(GOOD, document=None), "no document"),
    "a document that is none": (lambda: changed(GOOD, document="<html/>"), "no body"),
    "Strict Open XML": (
        lambda: changed(
            GOOD,
            document='<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>',
        ),
        "Strict",
    ),
    "a header that nothing leads to": (
        lambda: changed(GOOD, relations=lambda xml: re.sub('<Relationship [^>]*/header"[^>]*>', "", xml)),
        "missing",
    ),
    "a picture in the text alone": (
        lambda: changed(GOOD, document=lambda xml: re.sub("<w:(head|foot)erReference[^>]*>", "", _with_drawing(xml))),
        "header and footer",
    ),
    "no styles, to which it leads": (
        lambda: changed(GOOD, styles=None),
        r"word/styles\.xml is missing, to which word/_rels",
    ),
    "no picture, to which its header leads": (
        lambda: changed(PICTURED, **{"word/media/image1.png": None}),
        r"word/media/image1\.png is missing, to which word/_rels/header1\.xml\.rels leads",
    ),
    "a header without what leads to its picture": (
        lambda: changed(PICTURED, header_relations=None),
        r"nothing leads from word/header1\.xml to its rId1",
    ),
    "a header of no type": (
        lambda: changed(
            GOOD, types=lambda xml: re.sub('<(Override PartName="/word/header1|Default Extension="xml)[^>]*>', "", xml)
        ),
        r"\[Content_Types\]\.xml does not say what \w+/\w+\.xml is",
    ),
    "more than it may weigh": (lambda: GOOD + b"\0" * 10_000_000, "10,000,000"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_does_harm_or_is_broken_is_refused_by_file_and_rule(what: str, tmp_path: Path) -> None:
    make, rule = REFUSED[what]
    path = tmp_path / "mine.docx"
    path.write_bytes(make())
    with pytest.raises(InputError, match=rule) as caught:
        read(path)
    assert "mine.docx" in str(caught.value)


def test_a_letterhead_as_word_saves_it_is_taken() -> None:
    assert checked(GOOD) == GOOD
    assert checked(PICTURED) == PICTURED
    linked = changed(GOOD, header_relations=relations("hyperlink", "https://okafor.example/"))
    assert checked(linked) == linked
    kind = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    font = f'<Default Extension="odttf" ContentType="{kind}"/></Types>'
    scrambled = changed(
        GOOD, **{"word/fonts/font1.odttf": b"<" + bytes(99)}, types=lambda xml: xml.replace("</Types>", font)
    )
    assert checked(scrambled) == scrambled  # it begins as XML does, by chance
    from_template = changed(GOOD, relations=relation("attachedTemplate", "file:///C:/Users/me/Normal.dotm"))
    assert checked(from_template) == from_template


@pytest.mark.parametrize(("name", "rule"), [("mine.pdf", ".docx"), ("mine.docm", ".docx"), ("gone.docx", "exists")])
def test_a_file_of_another_kind_or_none_is_told(name: str, rule: str, tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").write_bytes(GOOD)
    (tmp_path / "mine.docm").write_bytes(GOOD)
    with pytest.raises(InputError, match=rule):
        read(tmp_path / name)


def test_a_picture_is_told_to_go_into_a_word_file(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    with pytest.raises(InputError, match="put the picture into the header of a Word file"):
        read(tmp_path / "logo.png")


def test_one_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no Word file in"):
        read(tmp_path / "paper.docx")
    (tmp_path / "letterhead.docx").write_bytes(GOOD)
    with pytest.raises(InputError, match=r"there are: letterhead\.docx"):
        read(tmp_path / "paper.docx")
    with pytest.raises(InputError, match=r"did you mean letterhead\.docx\?"):
        read(tmp_path / "letterhed.docx")
    with pytest.raises(InputError, match=r"the folder .*nowhere is not there"):
        read(tmp_path / "nowhere" / "paper.docx")


@settings(max_examples=80, deadline=None)
@given(place=st.integers(0, len(GOOD) - 1), value=st.integers(0, 255))
def test_a_damaged_byte_gives_a_letterhead_or_a_readable_error(place: int, value: int) -> None:
    damaged = GOOD[:place] + bytes([value]) + GOOD[place + 1 :]
    try:
        told = "" if checked(damaged) else "nothing"
    except Refused as fault:
        told = str(fault)
    assert told.isprintable()

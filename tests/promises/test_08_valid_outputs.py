"""Promise 8: every file is opened by an independent reader of its format, and is built as its format asks."""

from __future__ import annotations

import json
import posixpath
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import docx
import fast_mail_parser
import lxml.etree
import pypdf
import pytest

import followup_letters as fl

from .stage import EVERYTHING, ROOT, changed, command

EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".yaml", ".toml", ".json"})


def is_word(content: bytes) -> None:
    package = zipfile.ZipFile(BytesIO(content))
    assert package.testzip() is None
    names = package.namelist()
    assert len(names) == len(set(names))
    assert names[0] == "[Content_Types].xml"
    for name in names:
        if name.endswith((".xml", ".rels")):
            lxml.etree.fromstring(package.read(name), lxml.etree.XMLParser(resolve_entities=False, no_network=True))
    for name in (name for name in names if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in lxml.etree.fromstring(package.read(name)):
            assert relation.get("TargetMode") != "External"
            target = relation.get("Target") or ""
            found = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            assert found in names, (name, target)
    document = docx.Document(BytesIO(content))
    styles = {style.name for style in document.styles}
    assert document.paragraphs
    assert all(paragraph.style and paragraph.style.name in styles for paragraph in document.paragraphs)


def is_pdf(content: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(content), strict=True)
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert len(reader.pages) >= 1
    assert not reader.is_encrypted
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/OpenAction" not in root
    assert "/AA" not in root
    assert "/Names" not in root.get("/AcroForm", {})
    assert all(page.extract_text().strip() for page in reader.pages)


class _Balanced(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in {"meta", "br", "hr", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def is_html(content: bytes) -> None:
    text = content.decode()
    assert text.startswith("<!DOCTYPE html>\n")
    reader = _Balanced()
    reader.feed(text)
    reader.close()
    assert reader.open == []


def is_text(content: bytes) -> None:
    text = content.decode()
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert "\0" not in text
    assert "\n\n\n" not in text


def is_mail(content: bytes) -> None:
    mail = fast_mail_parser.parse_email(content)
    assert not mail.warnings
    assert len(mail.text_plain) == len(mail.text_html) == 1
    is_html(mail.text_html[0].replace("\r\n", "\n").encode())


VALID: dict[str, Callable[[bytes], None]] = {
    "docx": is_word,
    "pdf": is_pdf,
    "html": is_html,
    "txt": is_text,
    "eml": is_mail,
}


def test_there_is_a_reader_for_every_format() -> None:
    from followup_letters.writing import FORMATS

    assert VALID.keys() == set(FORMATS)
    assert len(EXAMPLES) >= 8


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_file_of_the_examples_is_what_its_suffix_says(path: Path) -> None:
    interview = fl.load(path)
    by_email = interview.with_(letter=interview.letter.with_(medium="email"))
    for letter in fl.compose(interview)[:2]:
        for format in ("docx", "pdf", "html", "txt"):
            VALID[format](letter.render(format))
    for letter in fl.compose(by_email)[:2]:
        for format in ("eml", "html", "docx"):
            VALID[format](letter.render(format))


def test_standard_output_never_holds_two_documents(tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        data = changed(("people", [dict(EVERYTHING["people"][0])]))
        (tmp_path / name).write_text(json.dumps(data), "utf-8")
    done = command("a.json", "b.json", "-o", "-", "-f", "txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "one file" in done.stderr


def test_a_broken_file_would_be_seen() -> None:
    letter = fl.compose(fl.load(EXAMPLES[0]))[0]
    for format in ("docx", "pdf", "html"):
        with pytest.raises(Exception, match=r".*"):  # each reader says it in its own way
            VALID[format](letter.render(format)[:-200])

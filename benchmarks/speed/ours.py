"""What followup-letters does, as subjects; and the floors, below which no writer of these formats can go."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from letters import example_interviews, example_letters, paragraphs
from measuring import Subject

import followup_letters as fl
from followup_letters.writing import docx
from followup_letters.writing.docx_package import add_file


def writer(format: str) -> Subject:
    """A letter that is composed already, written."""
    letters = example_letters()
    return Subject(f"ours, {format}", lambda number: letters[number % len(letters)].render(format), len(letters))


def whole_path(format: str) -> Subject:
    """From Interview to bytes, per letter."""
    interviews, count = example_interviews(), len(example_letters())

    def call(number: int) -> None:
        if number < len(interviews):  # of `count` calls only so many compose, each all letters of an interview
            for letter in fl.compose(interviews[number]):
                letter.render(format)

    return Subject(f"ours, {format}, from the Interview", call, count)


def docx_floor() -> Subject:
    """A package prepared before, to which the document is added: the least that a .docx can cost in Python."""
    letter = example_letters()[0]
    whole = BytesIO(docx.write(letter.page))
    with ZipFile(whole) as package:
        words = package.read("word/document.xml")
        others = {name: package.read(name) for name in package.namelist() if name != "word/document.xml"}
    prepared = BytesIO()
    with ZipFile(prepared, "w", ZIP_DEFLATED) as package:
        for name, content in others.items():
            package.writestr(name, content)

    def call(_: int) -> bytes:
        file = BytesIO(prepared.getvalue())
        with ZipFile(file, "a", ZIP_DEFLATED) as package:
            add_file(package, "word/document.xml", words)
        return file.getvalue()

    return Subject("floor: a ready package with one part added", call, 50)


def pdf_floor() -> Subject:
    """The words in one of the fonts that need not be embedded, placed line by line, neither broken nor measured."""

    def call(number: int) -> bytes:
        lines = [line for text in paragraphs()[number % len(paragraphs())] for line in text.splitlines()]
        shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 72 720 Td\n{shown}ET".encode("latin-1", "replace")
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
        ]
        file, places = BytesIO(b"%PDF-1.4\n"), []
        file.seek(0, 2)
        for place, content in enumerate(objects, start=1):
            places.append(file.tell())
            file.write(b"%d 0 obj\n%s\nendobj\n" % (place, content))
        start = file.tell()
        file.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
        file.write(b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)
        return file.getvalue()

    return Subject("floor: a minimal PDF, nothing laid out", call, 50)


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")

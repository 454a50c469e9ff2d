"""Other libraries and programs, each as its own documentation shows a plain user, with the same words.

A library that cannot be imported, or a program that is not there, is a subject that says so.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from html import escape
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from letters import example_letters, paragraphs
from measuring import Call, Subject

from followup_letters.writing.fonts import font_faces, font_folder

SCRATCH = Path(tempfile.mkdtemp(prefix="speed-"))
FACE = next(font_folder().glob("*/GentiumBookPlus-Regular.ttf"))


def subject(name: str, needs: str, make: Callable[[Any], Call], per_round: int = 17) -> Subject:
    """The subject that `make` gives for the module `needs`, or one that is absent."""
    try:
        return Subject(name, make(import_module(needs)), per_round)
    except ImportError as fault:
        return Subject(name, None, lacks=f"absent ({fault.name or fault})")


def words(number: int) -> tuple[str, ...]:
    """The paragraphs of the letter of this number."""
    return paragraphs()[number % len(paragraphs())]


# ------------------------------------------------------------------------------------------------- DOCX


def python_docx(docx: Any) -> Call:
    """A new document, a paragraph for each paragraph, saved."""

    def call(number: int) -> None:
        document = docx.Document()
        for text in words(number):
            document.add_paragraph(text)
        document.save(BytesIO())

    return call


def docxtpl(module: Any) -> Call:
    """A template with a loop over the paragraphs, opened and rendered for each letter, as a template is used up."""
    import docx

    template = docx.Document()
    template.add_paragraph("{%p for text in texts %}")
    template.add_paragraph("{{ text }}")
    template.add_paragraph("{%p endfor %}")
    path = SCRATCH / "docxtpl.docx"
    template.save(str(path))

    def call(number: int) -> None:
        document = module.DocxTemplate(path)
        document.render({"texts": words(number)}, autoescape=True)
        document.save(BytesIO())

    return call


def mailmerge(module: Any) -> Call:
    """A template with a merge field for each paragraph."""
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    template = docx.Document()
    for place in range(max(map(len, paragraphs()))):
        field = f'<w:fldSimple {nsdecls("w")} w:instr=" MERGEFIELD p{place} "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
        template.add_paragraph()._p.append(parse_xml(field))
    path = SCRATCH / "mailmerge.docx"
    template.save(str(path))

    def call(number: int) -> None:
        with module.MailMerge(path) as document:
            document.merge(**{f"p{place}": text for place, text in enumerate(words(number))})
            document.write(BytesIO())

    return call


# -------------------------------------------------------------------------------------------------- PDF


def weasyprint_words(module: Any) -> Call:
    """The words as bare paragraphs, in a font of the system."""

    def call(number: int) -> None:
        body = "".join(f"<p>{escape(text)}</p>".replace("\n", "<br>") for text in words(number))
        style = "<style>@page { size: letter; margin: 1in } body { font: 11pt serif }</style>"
        module.HTML(string=f"<title>A letter</title>{style}{body}").write_pdf()

    return call


def weasyprint_page(module: Any, **options: str) -> Call:
    """The same page as ours, with our style sheet and our faces: the same PDF to look at."""
    pages = [
        letter.html.replace("<style>", f"<style>{font_faces([layout_face])}", 1)
        for letter in example_letters()
        for layout_face in ["XCharter"]
    ]
    return lambda number: module.HTML(string=pages[number % len(pages)]).write_pdf(**options)


def fpdf2(module: Any) -> Call:
    """A page, an embedded face, a cell for each paragraph."""

    def call(number: int) -> None:
        document = module.FPDF(format="letter")
        document.add_page()
        document.add_font("face", "", FACE)
        document.set_font("face", size=11)
        for text in words(number):
            document.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
            document.ln(4)
        document.output()

    return call


def reportlab(_: Any) -> Call:
    """A simple document of paragraphs in an embedded face."""
    from reportlab.lib.pagesizes import letter
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("face", str(FACE)))
    style = ParagraphStyle("letter", fontName="face", fontSize=11, leading=14, spaceAfter=8)

    def call(number: int) -> None:
        story = [Paragraph(escape(text).replace("\n", "<br/>"), style) for text in words(number)]
        SimpleDocTemplate(BytesIO(), pagesize=letter).build(story)

    return call


def typst(module: Any) -> Call:
    """The paragraphs as Typst, compiled by its Python package."""

    def call(number: int) -> None:
        marked = ("#" + repr_of(text) for text in words(number))
        source = '#set page(paper: "us-letter")\n#set text(size: 11pt)\n' + "\n\n".join(marked)
        module.compile(source.encode())

    return call


def repr_of(text: str) -> str:
    """A text as a string of Typst's own."""
    inside = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inside}"'


# --------------------------------------------------------------------------------------------- programs


def pandoc(module: Any) -> Call:
    """pandoc, started for each letter: plain paragraphs to DOCX."""
    program = module.get_pandoc_path()
    target = SCRATCH / "pandoc.docx"

    def call(number: int) -> None:
        text = "\n\n".join(words(number)).encode()
        subprocess.run([program, "-f", "markdown", "-o", target], input=text, check=True, capture_output=True)

    return call


def libreoffice() -> Subject:
    """Our DOCX to PDF by LibreOffice, started for each letter."""
    name = "LibreOffice, DOCX to PDF (a process)"
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return Subject(name, None, lacks="absent (no soffice)")
    path = SCRATCH / "letter.docx"
    path.write_bytes(example_letters()[0].render("docx"))
    profile = f"-env:UserInstallation=file://{SCRATCH / 'profile'}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(SCRATCH), str(path)]
    return Subject(name, lambda _: subprocess.run(command, check=True, capture_output=True), 1)

"""Where the words of a PDF stand, read by programs that share no code with the writers; Word files by LibreOffice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from followup_letters.writing.fonts import font_folder

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")

_MM_IN_PT = 25.4 / 72


@dataclass(frozen=True)
class Line:
    """A line of a PDF: its page from 0, where its first letter stands in mm from the upper left corner, its words."""

    page: int
    left_mm: float
    baseline_mm: float
    words: str


@dataclass(frozen=True)
class Word:
    """A word of a PDF, and its left and right edge in mm."""

    text: str
    left_mm: float
    right_mm: float


def lines(content: bytes) -> list[Line]:
    """The lines of a PDF from top to bottom; all words at one height are one line."""
    return [line for number, sheet in enumerate(pypdf.PdfReader(BytesIO(content)).pages) for line in _of(sheet, number)]


def _of(sheet: pypdf.PageObject, number: int) -> list[Line]:
    rows: dict[float, list[tuple[float, str]]] = {}

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if text.strip("\n"):
            row = next((height for height in rows if abs(height - y) < 1), y)
            rows.setdefault(row, []).append((x, text.strip("\n")))

    sheet.extract_text(visitor_text=visit)
    top = float(sheet.mediabox.height)
    return [
        Line(
            number,
            min(pieces)[0] * _MM_IN_PT,
            (top - y) * _MM_IN_PT,
            "".join(text for _, text in sorted(pieces, key=_left)).strip(),
        )
        for y, pieces in sorted(rows.items(), reverse=True)
    ]


def _left(piece: tuple[float, str]) -> float:
    return piece[0]


def words(content: bytes) -> list[Word]:
    """The words of a PDF as poppler finds them."""
    ran = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=content, capture_output=True, check=True)
    found = re.findall(r'<word xMin="([\d.-]+)" yMin="[^"]*" xMax="([\d.-]+)"[^>]*>(.*?)</word>', ran.stdout.decode())
    return [Word(unescape(text), float(left) * _MM_IN_PT, float(right) * _MM_IN_PT) for left, right, text in found]


def through_office(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """Word files by name, turned to PDF by LibreOffice, which is told of our faces and of no settings of anyone's."""
    fonts = folder / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include>'
        + "".join(f"<dir>{font_folder() / name}</dir>" for name in ("XCharter", "EB Garamond", "Lato"))
        + "</fontconfig>"
    )
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    command = [str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *(str(folder / f"{name}.docx") for name in files)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"FONTCONFIG_FILE": str(fonts)})
    return {name: (folder / f"{name}.pdf").read_bytes() for name in files}

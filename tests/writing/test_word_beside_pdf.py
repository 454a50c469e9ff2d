"""Word and PDF put every line at the same place: LibreOffice lays the Word file out, and the baselines are compared."""

from __future__ import annotations

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from followup_letters.writing import render
from followup_letters.writing.fonts import font_folder

from .conftest import PAGES, page_of

_OFFICE = shutil.which("soffice")
_PT_IN_MM = 72 / 25.4
_LETTERS = [path for path in PAGES if path.stem != "call-sheet"]  # a table's columns are each program's own


def _first_letters(content: bytes) -> list[tuple[int, float, float]]:
    """Page, left edge and baseline of the first words of every line, in points; the mark of a list is no word."""
    lines: dict[tuple[int, int], tuple[int, float, float]] = {}
    for number, sheet in enumerate(pypdf.PdfReader(BytesIO(content)).pages):

        def see(text: str, page: list[float], line: list[float], *_: object, number: int = number) -> None:
            x, y = line[4] * page[0] + page[4], line[5] * page[3] + page[5]
            if text.strip(" \n•"):
                lines.setdefault((number, round(y)), (number, x, y))

        sheet.extract_text(visitor_text=see)
    return sorted(lines.values(), key=lambda place: (place[0], -place[2]))


def _through_office(folder: Path) -> None:
    """Convert every Word file of `folder` to PDF, with our faces at hand and nothing of this machine's settings."""
    fonts = folder / "fonts.conf"
    fonts.write_text(
        f'<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include>'
        f"<dir>{font_folder() / 'XCharter'}</dir></fontconfig>"
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = [str(_OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"FONTCONFIG_FILE": str(fonts)})


@pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not installed")
def test_lines_stand_at_the_same_place_within_two_millimetres(tmp_path: Path) -> None:
    pages = {path.stem: page_of(path.read_text("utf-8"), path.stem) for path in _LETTERS}
    for name, page in pages.items():
        (tmp_path / f"{name}.docx").write_bytes(render(page, "docx"))
    _through_office(tmp_path)
    compared = 0
    for name, page in pages.items():
        ours = _first_letters(render(page, "pdf"))
        words = _first_letters((tmp_path / f"{name}.pdf").read_bytes())
        assert len(ours) == len(words), name
        for (sheet, x, y), (its_sheet, its_x, its_y) in zip(ours, words, strict=True):
            assert sheet == its_sheet
            assert abs(x - its_x) < 2 * _PT_IN_MM
            assert abs(y - its_y) < 2 * _PT_IN_MM
            compared += 1
    assert compared > 80

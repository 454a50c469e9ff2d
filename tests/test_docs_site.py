"""The reference as web pages: one command builds it from the docstrings, with nothing written by hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import followup_letters as fl

ROOT = Path(__file__).parents[1]


def test_the_site_shows_every_public_name_with_its_docstring(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "docs" / "site.py", tmp_path], check=True, capture_output=True)
    page = (tmp_path / "followup_letters.html").read_text("utf-8")
    for name in fl.__all__:
        assert f'id="{name}"' in page, name
    assert "one for each person to write to" in page

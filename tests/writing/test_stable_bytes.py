"""The same page gives the same bytes, in every process, whatever its clock, locale and hash seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import followup_letters
from followup_letters.writing import render

from .conftest import PAGES, page_of

_TESTS = Path(__file__).parents[1]
_SOURCES = Path(followup_letters.__file__).parents[1]

_HASHES = """
import hashlib, json
from followup_letters.writing import render
from writing.conftest import FORMATS, PAGES, page_of
pages = [page_of(path.read_text("utf-8"), path.stem) for path in PAGES]
print(json.dumps([hashlib.sha256(render(page, format)).hexdigest() for page in pages for format in FORMATS]))
"""


def _run(code: str, **environment: str) -> str:
    """What a new Python prints that runs `code`."""
    told = os.environ | {"PYTHONPATH": os.pathsep.join([str(_SOURCES), str(_TESTS)])} | environment
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=told, check=True)
    return ran.stdout


def test_two_processes_in_different_worlds_write_the_same_bytes() -> None:
    here = _run(_HASHES, TZ="Asia/Tokyo", LANG="C", PYTHONHASHSEED="1", SOURCE_DATE_EPOCH="0")
    there = _run(_HASHES, TZ="America/New_York", LANG="de_DE.UTF-8", PYTHONHASHSEED="2")
    assert len(json.loads(here)) >= 20
    assert here == there


def test_four_threads_write_what_one_writes() -> None:
    pages = [page_of(path.read_text("utf-8"), path.stem) for path in PAGES] * 3
    alone = [render(page, "pdf") for page in pages]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda page: render(page, "pdf"), pages)) == alone


def test_importing_the_writers_loads_no_engine() -> None:
    code = "import sys, followup_letters.writing; print(*sys.modules)"
    assert not {"weasyprint", "docx", "jinja2", "fontTools"} & set(_run(code).split())


def test_writing_word_html_and_text_loads_no_engine_of_pdf() -> None:
    code = (
        "import sys; from followup_letters.writing import render; from writing.conftest import letter_saying\n"
        "before = set(sys.modules)\n"
        "for format in ('docx', 'html', 'txt'): render(letter_saying('x'), format)\n"
        "print(*(set(sys.modules) - before))"
    )
    assert not {"weasyprint", "fontTools"} & set(_run(code).split())

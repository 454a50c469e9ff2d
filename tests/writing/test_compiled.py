"""Compiled templates are kept only as long as nothing has changed that they were compiled from, or by."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

import jinja2
import pytest
from jinja2.ext import Extension

from followup_letters.writing.compiled import Compiled


@pytest.fixture
def shout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[Extension]:
    """An extension whose code can be touched."""
    (tmp_path / "shouting.py").write_text("from jinja2.ext import Extension\nclass Shout(Extension): pass\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "shouting", raising=False)
    found: type[Extension] = importlib.import_module("shouting").Shout
    return found


def kept(folder: Path, extension: type[Extension], text: str) -> bytes:
    """What stands on the disk after `text` was rendered with `extension`."""
    loader = jinja2.DictLoader({"letter": text})
    cache = Compiled(folder, [extension])
    jinja2.Environment(loader=loader, autoescape=True, extensions=[extension], bytecode_cache=cache).get_template(
        "letter"
    )
    (file,) = folder.glob("__jinja2_*.cache")
    return file.read_bytes()


def test_what_was_compiled_by_other_code_is_compiled_anew(
    tmp_path: Path, shout: type[Extension], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    folder = tmp_path / "kept"
    folder.mkdir()
    first = kept(folder, shout, "Dear {{ name }}")
    assert kept(folder, shout, "Dear {{ name }}") == first
    assert kept(folder, shout, "Dear Sir or Madam") != first
    before = kept(folder, shout, "Dear {{ name }}")
    os.utime(str(sys.modules["shouting"].__file__), (1, 1))
    assert kept(folder, shout, "Dear {{ name }}") != before

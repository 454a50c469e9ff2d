"""What WeasyPrint declares in C is read once and kept, and is the same for whoever calls it."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import Any

import cffi
import pytest

from followup_letters.writing.declared import Declared, declaring_once, lack_of_a_symbol

LENGTH = "size_t strlen (const char *text); int no_such_function (int);"

needs_a_library = pytest.mark.skipif(sys.platform == "win32", reason="the functions of C are in the process itself")


def declared(folder: Path, source: str = LENGTH, plain: Any = cffi.FFI) -> Any:
    ffi = Declared(plain, folder)
    ffi.cdef(source)
    return ffi


def refused() -> Any:
    raise AssertionError("nothing was to be read anew")


@needs_a_library
def test_what_was_declared_once_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    for ffi in (declared(tmp_path), declared(tmp_path, plain=refused)):
        library = ffi.dlopen(None)
        assert library.strlen(ffi.new("char[]", b"seven..")) == 7
        with pytest.raises(lack_of_a_symbol(), match="symbol"):
            library.no_such_function(1)
    assert len(list(tmp_path.iterdir())) == 1
    with pytest.raises(AssertionError):
        declared(tmp_path, f"{LENGTH} int abs (int);", refused)


@needs_a_library
@pytest.mark.parametrize("keeps", [True, False])
def test_where_nothing_can_be_kept_it_is_read_each_time(
    keeps: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", not keeps)
    ffi = declared(tmp_path / "absent" if keeps else tmp_path)
    assert ffi.dlopen(None).strlen(ffi.new("char[]", b"four")) == 4
    assert not list(tmp_path.iterdir())


@needs_a_library
def test_what_is_kept_but_broken_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    declared(tmp_path)
    (kept,) = tmp_path.iterdir()
    for left in ("", "ffi = (", "import os"):
        kept.write_text(left)
        ffi = declared(tmp_path)
        assert ffi.dlopen(None).strlen(ffi.new("char[]", b"four")) == 4


def test_what_other_threads_declare_meanwhile_is_theirs() -> None:
    made = []
    with declaring_once():
        other = threading.Thread(target=lambda: made.append(cffi.FFI()))
        other.start()
        other.join()
        made.append(cffi.FFI())
    made.append(cffi.FFI())
    assert [type(ffi) for ffi in made] == [cffi.FFI, Declared, cffi.FFI]

"""What WeasyPrint declares of Pango and its kin, kept once cffi has read it: a tenth of a first PDF's time.

cffi reads declarations in C by a parser in Python, anew in each process, and again for each type that is asked for
later. What it writes of them for programs that are shipped, it loads at once; so that is what is kept, beside this
module where Python keeps its compiled modules.
"""

from __future__ import annotations

import runpy
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("__pycache__")


@contextmanager
def declaring_once() -> Iterator[None]:
    """What is declared to cffi meanwhile in this thread is kept for the next process, or is what was kept before."""
    import cffi

    plain, thread = cffi.FFI, threading.get_ident()
    cffi.FFI = lambda *given: plain(*given) if given or threading.get_ident() != thread else Declared(plain, _FOLDER)
    try:
        yield
    finally:
        cffi.FFI = plain


def lack_of_a_symbol() -> type[Exception]:
    """What is raised where a library lacks what was declared; where that is not kept, it is `AttributeError`."""
    import _cffi_backend  # which is what the declarations that are kept import

    error: type[Exception] = _cffi_backend.FFI.error
    return error


class Declared:
    """Stands for a `cffi.FFI` that something is declared to once, before anything is asked of it."""

    def __init__(self, plain: Any, folder: Path) -> None:
        self._plain, self._folder = plain, folder

    def cdef(self, source: str) -> None:
        """Declare `source`."""
        self._ffi = self._kept(source) or self._read(source)

    def __getattr__(self, name: str) -> Any:
        if name == "_ffi":
            raise AttributeError(name)
        found = getattr(self._ffi, name)
        setattr(self, name, found)  # where it is seen before this is asked
        return found

    def _read(self, source: str) -> Any:
        ffi = self._plain()
        ffi.cdef(source)
        return ffi

    def _kept(self, source: str) -> Any:
        """The declarations of `source` as they are kept, first kept if need be; None where Python keeps nothing."""
        import cffi

        name = sha256(f"{cffi.__version__} {source}".encode()).hexdigest()
        path = self._folder / f"declared_{name[:32]}.py"
        try:
            if not path.exists():
                if sys.dont_write_bytecode or not self._folder.is_dir():
                    return None
                ffi = self._read(source)
                ffi.set_source(path.stem, None)
                ffi.emit_python_code(str(path))  # which first writes another file, and then renames it
            return runpy.run_path(str(path))["ffi"]
        except (OSError, SyntaxError, ValueError, KeyError):  # or what is kept there is broken
            return None

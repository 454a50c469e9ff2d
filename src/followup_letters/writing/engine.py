"""WeasyPrint, as it is called here: what it lacks told in words, what it passes over kept, nothing fetched.

What it logs in a thread that calls it here is heard here, whatever the program around us does with logs, and goes
nowhere else. What it logs for that program itself, in other threads and at other times, goes where it would.
"""

from __future__ import annotations

import ctypes.util
import io
import logging
import re
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote, urlsplit

from followup_letters.errors import MachineError
from followup_letters.writing.declared import declaring_once, lack_of_a_symbol
from followup_letters.writing.fonts import font_folder

_NO_PANGO = """\
PDF needs Pango, which is not installed or cannot be loaded. Every other format works without it, except a signature
drawn as SVG in a Word file: name a PNG of it.
  Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  macOS: brew install pango"""

_MISSING = re.compile(r"unsupported by fonts: \"(.+)\" \(U\+[0-9A-F]+\)", re.DOTALL)


@contextmanager
def told_in_words() -> Iterator[None]:
    """What the machine lacks, as a MachineError; what is logged meanwhile in this thread is heard here alone."""
    try:
        with warnings.catch_warnings(), _heard_here():
            warnings.filterwarnings("ignore", "No fonts configured", UserWarning)  # ours are, and lacks are told
            yield
    except OSError as fault:  # a font that cannot be read, no space for a temporary file
        raise MachineError(f"the PDF could not be made: {fault.strerror or fault}") from None
    except (AttributeError, lack_of_a_symbol()) as fault:
        if "symbol" not in str(fault):
            raise
        told = "The Pango of this machine, or a library that it needs, is too old or broken"
        raise MachineError(f"{told}: {fault}\n{_NO_PANGO}") from None


def passed_over(css: str) -> list[tuple[str, tuple[Any, ...]]]:
    """What the engine says that it passes over in a style sheet: its messages, and what they are filled with.

    Raises MachineError without Pango.
    """
    with told_in_words():
        weasyprint = engine()
        _here.passed_over = found = list[tuple[str, tuple[Any, ...]]]()
        try:
            weasyprint.CSS(string=css, url_fetcher=fetcher())
        finally:
            del _here.passed_over
    return found


@lru_cache
def engine() -> Any:
    """WeasyPrint; importing it is what fails where Pango is missing."""
    for name in ("weasyprint", "weasyprint.progress", "fontTools.subset", "fontTools.subset.timer"):
        _overhear(logging.getLogger(name))
    try:
        with (
            _heard_here(),  # it parses style sheets of its own, and says so
            _asking_no_compiler(),
            declaring_once(),
            _loading_later(*_RARELY_NEEDED),
            redirect_stdout(io.StringIO()),  # where it would print a page of its own
        ):
            import weasyprint
    except OSError:
        raise MachineError(_NO_PANGO) from None
    return weasyprint


@contextmanager
def _asking_no_compiler() -> Iterator[None]:
    """On Linux, no program is started to find a library meanwhile in this thread.

    For each name that the loader does not know, Python would start ldconfig, gcc and ld: 54 programs, two seconds, and
    all in vain, because the names that the loader knows come later in WeasyPrint's lists.
    """
    find, thread = ctypes.util.find_library, threading.get_ident()
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None if threading.get_ident() == thread else find(name)
    try:
        yield
    finally:
        ctypes.util.find_library = find


# What WeasyPrint loads for colours and fonts unlike ours, or where a library is missing: a fifth of what it loads.
_RARELY_NEEDED = ("PIL.ImageCms", "fontTools.subset", "fontTools.varLib.instancer", "fontTools.ttLib.woff2")


class _Later(ModuleType):
    """Stands for a module that is loaded when the first of its functions is called."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *arguments, **named: getattr(import_module(self.__name__), name)(*arguments, **named)


@contextmanager
def _loading_later(*names: str) -> Iterator[None]:
    """What is imported meanwhile gets, for the modules of these `names` that are not loaded, what loads them later."""
    put = {name: _Later(name) for name in names if name not in sys.modules}
    sys.modules.update(put)
    try:
        yield
    finally:
        for name, later in put.items():
            if sys.modules.get(name) is later:
                del sys.modules[name]


@lru_cache
def fetcher() -> Any:
    """Fetches embedded data and our own font files, and nothing else."""
    engine()
    from weasyprint.urls import URLFetcher

    class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint is not typed
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("file:") and font_folder() not in Path(unquote(urlsplit(url).path)).resolve().parents:
                raise ValueError("only our own font files are read")
            return super().fetch(url, headers)

    return Fetcher(allowed_protocols=("data", "file"))


_here = threading.local()
"""What is heard in each thread: `depth` of our calls in it, and lists for what is looked for meanwhile."""


@contextmanager
def _heard_here() -> Iterator[None]:
    """What the engine logs meanwhile in this thread is heard here, and goes nowhere else."""
    _here.depth = getattr(_here, "depth", 0) + 1
    try:
        yield
    finally:
        _here.depth -= 1


def _overhear(log: logging.Logger) -> None:
    """Hear what `log` says in our calls, also where the program has switched it off; else it is as it was."""
    if "handle" in log.__dict__:  # heard already, and WeasyPrint could not be loaded then
        return
    is_enabled, handle = log.isEnabledFor, log.handle

    def is_enabled_for(level: int) -> bool:
        return level >= logging.WARNING if getattr(_here, "depth", 0) else is_enabled(level)

    def handled(record: logging.LogRecord) -> None:
        if getattr(_here, "depth", 0):
            _hear(record)
        else:
            handle(record)

    log.__dict__.update(isEnabledFor=is_enabled_for, handle=handled)


def _hear(record: logging.LogRecord) -> None:
    """Keep what is passed over, and the characters that no font has, where somebody looks for them."""
    if hasattr(_here, "passed_over"):
        _here.passed_over.append((str(record.msg), record.args if isinstance(record.args, tuple) else ()))
    found = _MISSING.search(record.getMessage())
    if found and hasattr(_here, "missing"):
        _here.missing.append(found[1])


@contextmanager
def missing_glyphs() -> Iterator[list[str]]:
    """The characters that WeasyPrint finds no glyph for in this thread meanwhile."""
    missing: list[str] = []
    _here.missing = missing
    try:
        yield missing
    finally:
        del _here.missing

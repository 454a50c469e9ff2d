"""Where our own templates are kept once Jinja has compiled them. Those of one's own are compiled anew each time."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket


class Compiled(jinja2.FileSystemBytecodeCache):
    """Our own templates, compiled, where Python keeps its compiled modules: most of what a first letter would take."""

    def __init__(self, folder: Path, compilers: Sequence[type]) -> None:
        super().__init__(str(folder))
        files = [sys.modules[compiler.__module__].__file__ or "" for compiler in compilers]
        self._compiled_by = "".join(f"{Path(file).stat().st_mtime_ns}/" for file in files)

    @classmethod
    def beside_this_module(cls, *compilers: type) -> Compiled | None:
        """What `compilers` take part in, Jinja's extensions; None where Python, too, keeps nothing."""
        folder = Path(__file__).with_name("__pycache__")
        return cls(folder, compilers) if folder.is_dir() else None

    def get_source_checksum(self, source: str) -> str:
        """What tells one text from another, and what was compiled by other code from what this code would compile."""
        return super().get_source_checksum(self._compiled_by + source)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, where Python may; a disk that cannot take it is no fault of the letter's."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)

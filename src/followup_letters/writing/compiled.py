"""Where our own templates are kept once Jinja has compiled them. Those of one's own are compiled anew each time."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket


class Compiled(jinja2.FileSystemBytecodeCache):
    """Our own templates, compiled, where Python keeps its compiled modules: most of what a first letter would take."""

    @classmethod
    def beside_this_module(cls) -> Compiled | None:
        """None where Python, too, keeps nothing."""
        folder = Path(__file__).with_name("__pycache__")
        return cls(str(folder)) if folder.is_dir() else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, where Python may; a disk that cannot take it is no fault of the letter's."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)

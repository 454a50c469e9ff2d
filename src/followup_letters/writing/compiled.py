"""Where our own templates are kept once Jinja has compiled them. Those of one's own are compiled anew each time."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket


class Compiled(jinja2.FileSystemBytecodeCache):
    """Our own templates, compiled, where Python keeps its compiled modules: most of what a first letter would take."""

    @classmethod
    def beside_this_module(cls) -> Compiled | None:
        """None where Python, too, may keep nothing."""
        folder = Path(__file__).with_name("__pycache__")
        kept = folder.is_dir() and os.access(folder, os.W_OK) and not sys.dont_write_bytecode
        return cls(str(folder)) if kept else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; a disk that cannot take it is no fault of the letter's."""
        with suppress(OSError):
            super().dump_bytecode(bucket)

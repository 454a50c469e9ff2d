"""What a file says as plain data, before anybody asks whether it is an interview."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from followup_letters.errors import InputError
from followup_letters.loading.reading.files import decoded, read
from followup_letters.loading.reading.formats import parsed
from followup_letters.loading.reading.nodes import plain


def data_of(path: Path, text: str | None = None) -> Any:
    """The tables, lists and texts of the file at `path`, or of `text` read as that file. Raises InputError."""
    source = read(path) if text is None else decoded(text, str(path), path.suffix.lower())
    node, faults = parsed(source)
    if faults:
        raise InputError(faults)
    return plain(node)

"""How what was given becomes what was meant: tables, rows and values of other libraries, and content for a path.

Hints only; nothing here decides whether something is wrong.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from decimal import Decimal
from enum import Enum
from pathlib import Path
from uuid import UUID

from followup_letters.empty_cells import LEAVE_OUT, OF_A_ROW, is_empty_cell

CONTENT = "the content of a file"
"""What is told in place of content, which may hold what is private."""

# By what only polars has, only pandas, and numpy and the columns of both.
_WAYS = {
    "to_dicts": "give df.to_dicts()",
    "iterrows": 'give df.to_dict("records")',
    "tolist": "give its .tolist()",
}
_BEGINS = re.compile(
    r"""\s*(?:---\s|\{|\[\s*[{\["]|["']?[\w.]+["']?\s*[:=]\s)"""
)  # JSON, or the first key of YAML or TOML
_NAME_OF_A_FILE = re.compile(r"\.(?:ya?ml|toml|json|jsonl|ndjson)\s*$", re.IGNORECASE)


def way_to_data(value: object) -> str | None:
    """How tables, rows, arrays and values of other libraries become Python's; None for none of these."""
    if is_empty_cell(value):
        return LEAVE_OUT
    if getattr(value, "shape", None) == ():  # one value of an array
        return "give bool(x)" if type(value).__name__.startswith("bool") else "give its .item()"
    if isinstance(value, Enum):
        return "give its .value"
    if isinstance(value, Decimal | UUID | os.PathLike):
        return "give str(x)"
    return next((way for method, way in _WAYS.items() if hasattr(value, method)), None) or way_to_mapping(value)


def way_to_mapping(value: object) -> str | None:
    """How a record of Python's own, or a row of a database, becomes a mapping; None for what is none of these."""
    if isinstance(value, type | Mapping):
        return None
    if hasattr(value, "_asdict"):  # a namedtuple, as of df.itertuples(), and a row of SQLAlchemy
        return "give its ._asdict()"
    if is_dataclass(value):
        return "give dataclasses.asdict(x)"
    return "give dict(x)" if hasattr(value, "keys") and hasattr(value, "__getitem__") else None


def way_to_list(value: object) -> str | None:
    """How a set, and what gives its entries one by one, becomes a list; None for what has none."""
    return "give list(x), in the order that is meant" if isinstance(value, Iterable) else None


def way_to_rows(value: object) -> str | None:
    """How a table of another library becomes interviews; None for what is none."""
    is_table = hasattr(value, "iterrows") or hasattr(value, "to_dicts")
    return f"{way_to_data(value)} row by row; {OF_A_ROW}" if is_table else None


def is_content(value: object) -> bool:
    """True for a text, or bytes, that holds what a file would, where the path of one belongs."""
    if not isinstance(value, str | bytes | os.PathLike):
        return False
    text = os.fsdecode(value)
    return bool("\n" in text or _BEGINS.match(text)) and not _is_there(text)


def is_named_as_file(value: str | Path) -> bool:
    """True for what can be nothing but a path, so that a hint may repeat it."""
    return (isinstance(value, Path) or _NAME_OF_A_FILE.search(value) is not None) and not is_content(value)


def way_of_content(value: object) -> str:
    """How the content of a file becomes data, or an interview, where one of many is given."""
    text = os.fsdecode(value) if isinstance(value, str | bytes) else ""
    return (
        "json.loads(row) makes data of it"
        if text.lstrip()[:1] in ("{", "[")
        else "load_text(row) makes an interview of it"
    )


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # as for a name that is too long, or with a NUL in it
        return False

"""What a person did, where tomllib only says what it did not expect."""

from __future__ import annotations

import re

from followup_letters.errors import Fault
from followup_letters.loading.reading.nodes import Source, fault_at

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_REPETITION = re.compile(r"(?:Cannot (?:overwrite|declare|mutate|redefine)|Duplicate)")

_QUOTE = 'put a text between " and "'

# By what tomllib says: the rule, and the hint. The first pattern that is found is taken.
_KNOWN = (
    (r"Cannot mutate|Cannot declare|Cannot overwrite|Duplicate", "each table and each key once", None),
    (r"Unterminated|Illegal character '\\n'|Expected \"'\"", "a text that is closed with its quote", None),
    (r"escape|hex", r"a backslash between double quotes is written \\", "or put the text between ' and '"),
    (r"Unclosed array", "a bracket [ that is closed with ], and commas between the entries", None),
    (r"[Ii]nline table", "a table in braces on one line, with commas between the entries", None),
    (r"Expected '=' after", "a key, an equals sign and a value", "TOML takes key = value, not key: value"),
    (r"Expected '\]", "a heading that is closed with ]", None),
    (
        r"Invalid initial character for a key",
        "a key of letters, digits, _ and -",
        "take other characters out",
    ),
    (r"Expected newline or end", "nothing more on the line after a value", _QUOTE),
    (r"Invalid statement", "a line such as key = value, or a heading such as [company]", None),
    (r"Invalid value", "a value: text in quotes, a number, a date, true, false", _QUOTE),
)


def is_repetition(message: str) -> bool:
    """Whether tomllib complains of something that stands twice."""
    return _REPETITION.match(message) is not None


def explain_syntax(source: Source, lost_at: int, message: str) -> Fault:
    """The fault, with its excerpt, of a text that is not TOML."""
    place = _PLACE.search(message)
    if place and place[1]:
        offset = source.start(int(place[1]) - 1) + int(place[2]) - 1
    else:
        offset = len(source.text.rstrip()) if place else lost_at
    problem = _PLACE.sub("", message)
    known = next(((rule, hint) for pattern, rule, hint in _KNOWN if re.search(pattern, problem)), None)
    rule, hint = known or (f"TOML that can be read ({problem})" if problem else "TOML that can be read", None)
    return fault_at(source.at(offset), rule, hint=hint, excerpt=True)

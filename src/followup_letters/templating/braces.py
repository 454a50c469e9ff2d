"""Tags that Jinja does not see, since a space parts their braces: `{ % or % }`. A letter would print them.

No letter has such braces in its words. In a style sheet they are its own, and within `{% raw %}` they are meant.
"""

from __future__ import annotations

from jinja2 import TemplateSyntaxError

from followup_letters.patterns import pattern
from followup_letters.templates_folder import is_ours

_PARTED_END = pattern(r"[%}#][ \t]++\}")
_PARTED = pattern(rf"\{{[ \t]++[%{{#]|{_PARTED_END.pattern}")
_STRAY = pattern(r"[%}#]\}")
_OPENS = {"%}": "{%", "}}": "{{", "#}": "{#"}
_NO_WORDS = (".css", ".xml")  # in the name of a template: how it looks


def refuse_parted(text: str, line: int, name: str | None, filename: str | None) -> None:
    """Raise TemplateSyntaxError if `text`, which begins in `line` of one's own, has what was meant as a tag."""
    if is_ours(filename) or any(looks in (name or "") for looks in _NO_WORDS):
        return
    if found := _PARTED.search(text):
        told = f"'{found[0]}' is no tag, and would be printed; {_whole(found[0])}"
    elif found := _STRAY.search(text):
        told = f"'{found[0]}' ends no tag, and would be printed; a tag begins with {_OPENS[found[0]]}"
    else:
        return
    raise TemplateSyntaxError(told, line + text.count("\n", 0, found.start()), name, filename)


def parted_end(line: str) -> str | None:
    """What is said of a `line` in which a tag is not closed, as a space parts the braces of its end; else None."""
    found = _PARTED_END.search(line)
    return f"'{found[0]}' ends no tag; {_whole(found[0])}" if found else None


def _whole(parted: str) -> str:
    return f"write {''.join(parted.split())}, without the space"

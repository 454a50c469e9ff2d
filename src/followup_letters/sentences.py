"""The sentences of a letter's body, and from which fields of the input and which line of a template each is.

Nothing is read aloud here but the tree: who says what is decided in composing/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from followup_letters.arguments import shown
from followup_letters.errors import harmless_line
from followup_letters.markup import Element
from followup_letters.shown import Hinting, ShownList, as_printed
from followup_letters.tables import html_table

ENDED = ""
"""The text of a template that ended a sentence with a full stop, which the user's words before it bring themselves."""
_BEGINS = re.compile(r"\s+(?!I\b)[A-Z]")  # of a sentence; "I" has its capital anywhere
_NO_SENTENCE = "no sentence"
_ENDS = re.compile(r"(?<=[.?!])(?=\s)")


@dataclass(frozen=True, repr=False)
class Source(metaclass=Hinting):
    """One sentence of a letter, and the fields of the input it was made from, in the order of their use.

    `template` is where it stands in a folder of templates of one's own, or in ours that it uses, such as
    "pursue/panel.html.j2:42"; None without such a folder.
    """

    sentence: str
    fields: tuple[str, ...]
    template: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The source as data, for programs."""
        return asdict(self)

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        place = f" ({harmless_line(self.template)})" if self.template else ""
        return f"{self.sentence} ← {', '.join(self.fields) or 'no field'}{place}"

    def __repr__(self) -> str:
        return f"<Source of “{shown(self.sentence)}”: {', '.join(self.fields) or 'no field'}>"


class Sources(ShownList[Source]):
    """Where the sentences of a letter came from: a table in a notebook, a line for each elsewhere."""

    def __str__(self) -> str:
        return "\n".join(map(str, self)) or _NO_SENTENCE

    def _repr_html_(self) -> str:
        rows = [(each.sentence, ", ".join(each.fields) or "no field", each.template or "") for each in self]
        head, is_placed = ("Sentence", "From", "Template"), any(each.template for each in self)
        shown = (head, rows) if is_placed else (head[:2], [row[:2] for row in rows])
        return html_table(*shown, caption="" if self else _NO_SENTENCE)


def sentences(block: Element) -> list[Source]:
    """The sentences of one paragraph or list item, each with the fields of the user's words in it.

    A sentence ends where the template ends it: a full stop inside the user's words is the user's, unless the template
    has one there as well, or goes on after it with a capital.
    """
    return [Source(sentence, tuple(fields)) for sentence, fields in spoken(block)]


def spoken(block: Element) -> Iterator[tuple[str, Iterable[str]]]:
    """The sentences of one block as `sentences` gives them, as they are."""
    return spoken_in(leaves(block, None))


def spoken_in(texts: Iterable[tuple[str, str | None]]) -> Iterator[tuple[str, Iterable[str]]]:
    """The sentences of what `leaves` gives."""
    words = ""
    fields: dict[str, None] = {}
    for text, path in texts:
        if path is not None:
            words += text
            fields[path] = None
            continue
        if words.strip() and (text == ENDED or (words.endswith((".", "?", "!", "\u2026")) and _BEGINS.match(text))):
            yield words.strip(), fields
            words, fields = "", {}
        *ended, rest = _ENDS.split(text)
        for piece in ended:
            yield (words + piece).strip(), fields
            words, fields = "", {}
        words += rest
    if words.strip():
        yield words.strip(), fields


def leaves(element: Element, field: str | None) -> Iterator[tuple[str, str | None]]:
    """The texts below `element` in order, each with the field it came from; None for the template's own.

    The end of a line is such a text, too.
    """
    field = element.attributes.get("data-from", field)
    for child in element.children:
        if isinstance(child, str):
            yield child, field
        elif child.tag == "br":
            yield "\n", None
        elif (words := child.words) is not None:
            yield words, child.attributes.get("data-from", field)
        else:
            yield from leaves(child, field)

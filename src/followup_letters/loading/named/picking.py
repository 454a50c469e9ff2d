"""Finding the one that is meant among several: a strength by its words, a card or a posting by its name.

Nothing is guessed: two that fit, or none, is a fault that names them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from followup_letters.errors import Fault
from followup_letters.loading.reading.nodes import Node, Scalar, Table, fault_at, found, shown
from followup_letters.loading.reading.nodes import Sequence as Listed
from followup_letters.spelling import nearest

PICK = "from"  # the key that says which strength of the file is meant
_MOST_NAMED = 4  # choices that a fault names


def alike(text: str) -> str:
    """A text with case, accents, punctuation and white space evened out, to find it among others."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.sub(r"[^\w\s]|_", " ", "".join(c for c in letters if not unicodedata.combining(c))).split())


@dataclass(frozen=True)
class Choice:
    """A strength of the file: its text, and the table that it is in the interview."""

    text: str
    table: Table


def picked(typed: Node, choices: Sequence[Choice], field: str) -> tuple[Listed, list[int | None], list[Fault]]:
    """The strengths that the list beside a file asks for, in its order.

    A text picks the strength of the file that has these words; a table with `from` picks it likewise, and its other
    keys win; a table without is a strength in words of its own. Returns the list, the position of each of its entries
    among `choices` or None, and the faults.
    """
    listed = Listed([], typed.place)
    origins: list[int | None] = []
    faults: list[Fault] = []
    items = typed.items if isinstance(typed, Listed) else [typed]
    for number, item in enumerate(items):
        words = item.entries.get(PICK) if isinstance(item, Table) else item
        if not isinstance(words, Scalar):
            listed.items.append(item)
            origins.append(None)
            continue
        place = _only(str(words.value or ""), [choice.text for choice in choices])
        if isinstance(place, int):
            origins.append(place)
            listed.items.append(_reworded(choices[place].table, item))
        else:
            told = f"{field}[{number}]"
            faults.append(fault_at(words.place, _RULE, field=told, found=found(words, ()), hint=place))
    return listed, origins, faults


_RULE = "words that stand in one strength of the file"


def _reworded(table: Table, item: Node) -> Table:
    if not isinstance(item, Table):
        return table
    beside = {key: value for key, value in item.entries.items() if key != PICK}
    return Table(table.entries | beside, table.keys | item.keys, item.place)


def _only(words: str, texts: Sequence[str]) -> int | str:
    """The position of the text that is meant, or what may be meant instead."""
    wanted, forms = alike(words.strip(" .…")), [alike(text) for text in texts]
    for fits in _FITS if wanted else ():
        hits = [place for place, form in enumerate(forms) if fits(form, wanted)]
        if len({forms[place] for place in hits}) == 1:
            return hits[0]
        if hits:
            return f"it stands in {len(hits)}: {named([texts[place] for place in hits])}"
    if close := nearest(words, texts):
        return f"did you mean “{close}”? In words of your own: {{text: …}}"
    return f"for a strength in words of your own, write {{text: …}}; the file has: {named(texts)}"


_FITS: tuple[Callable[[str, str], bool], ...] = (
    lambda form, wanted: form == wanted,
    lambda form, wanted: form.startswith(wanted),
    lambda form, wanted: f" {wanted} " in f" {form} ",
    lambda form, wanted: wanted in form,
)


def named(texts: Sequence[str]) -> str:
    """Some of the texts, in short."""
    more = len(texts) - _MOST_NAMED
    told = "; ".join(shown(text) for text in texts[:_MOST_NAMED]) or "nothing"
    return f"{told}; and {more} more" if more > 0 else told

"""Where in templates of one's own each sentence of a body stands, by the marks in what they made."""

from __future__ import annotations

from collections.abc import Iterator

from followup_letters.markup import Element
from followup_letters.sentences import ENDED, leaves, spoken_in
from followup_letters.templating.marks import MARK


def origins(body: Element) -> tuple[tuple[str, str], ...]:
    """The sentences of a `body` with marks, each without them, and with template and line of its beginning."""
    blocks = (element for element in body.walk() if element.tag in {"p", "li"})
    return tuple(told for block in blocks for told in _told_in(block))


def _told_in(block: Element) -> Iterator[tuple[str, str]]:
    texts: list[tuple[str, str | None]] = []
    places: list[tuple[int, str]] = []
    whole = ""
    for marked, field in leaves(block, None):
        before = len(whole)
        for number, piece in enumerate(marked.split(MARK)):
            if number % 2:
                places.append((len(whole), piece))
            else:
                whole += piece
        if whole[before:] or marked == ENDED:  # of a text with nothing in it but marks there is nothing to tell
            texts.append((whole[before:], field))
    at = 0
    for sentence, _ in spoken_in(texts):
        at = whole.index(sentence, at)
        nearest = max((offset for offset, _ in places if offset <= at), default=0)
        place = next((place for offset, place in places if offset == nearest), None)
        if place:
            yield sentence, place
        at += len(sentence)

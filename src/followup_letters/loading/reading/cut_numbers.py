"""Numbers that YAML cut in two at their comma, as in `[Raised £310,000 from trusts]`: found, and put together again.

Between brackets a comma parts two entries even where no space follows it, and YAML says nothing of it; the letter would
tell of £310. A list without spaces after its commas is as good as any other, unless a number would be whole without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from followup_letters.loading.reading.nodes import Node, Place, Scalar, goes_on_in_a_secret
from followup_letters.loading.reading.secret_lines import without_secret
from followup_letters.patterns import pattern

RULE = "between brackets, a text with a comma in it stands in quotes"
_THOUSANDS = pattern(r"(?<!\d)\d{1,3},\d{3}(?!\d)")
_NUMBER = pattern(r"(?<!\d)\d{1,3}(?:,\d{2,3}(?!\d))+")  # by two as well: 1,00,000
_MOST_DIGITS = 4  # beside a comma, that tell whether it parts thousands
_LONGEST_QUOTED = 200  # characters; a longer text is not repeated in a hint


class CutText(NamedTuple):
    """A text that was typed without quotes: where it begins, and which entry of the list it was meant to be.

    `told` is what has become of it, None where it goes on in lines that may be private; `otherwise` how to write what
    was cut, if that was meant.
    """

    text: str
    place: Place
    entry: int
    told: str | None
    otherwise: str

    @property
    def mend(self) -> str:
        """How to write it; without the text where that is very long, or private."""
        quote = "'" if '"' in self.text or "\\" in self.text else '"'
        cannot_show = self.told is None or len(self.text) > _LONGEST_QUOTED or without_secret(self.text) != self.text
        text = "" if quote in self.text or cannot_show else f": {quote}{self.text}{quote}"
        return f"put the whole text in quotes{text}; {self.otherwise}"


def cut_numbers(items: Sequence[Node]) -> Iterator[CutText]:
    """The texts of a list that were cut at the comma of a number, put together again."""
    meant = -1  # the entries that were meant, so far
    for pieces in _runs(items):
        meant += 1
        place = pieces[0].place
        if len(pieces) > 1 and place and any(_parts_thousands(piece.place) for piece in pieces[1:]):
            text = ",".join(str(piece.value) for piece in pieces if isinstance(piece, Scalar))
            told = None if any(map(goes_on_in_a_secret, pieces)) else _told(text)
            yield CutText(text, place, meant, told, "if two entries are meant, write a space after the comma")


def _told(text: str) -> str:
    """What has become of the number in `text`."""
    number = _NUMBER.search(text)
    whole = number[0] if number else text
    return f"the number {whole}, cut {'in pieces at its commas' if whole.count(',') > 1 else 'in two at its comma'}"


def _runs(items: Sequence[Node]) -> Iterator[list[Node]]:
    """The entries, those together that have nothing but a comma between a digit and a digit."""
    run: list[Node] = []
    for item in items:
        if run and not (isinstance(item, Scalar) and isinstance(run[-1], Scalar) and _stands_in_digits(item.place)):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _stands_in_digits(place: Place | None) -> bool:
    """True for a comma right before `place`, with a digit on either side."""
    if place is None or place.source.text[place.offset - 1 : place.offset] != ",":  # as nearly always
        return False
    text = place.source.text
    return text[place.offset - 2 : place.offset - 1].isdecimal() and text[place.offset : place.offset + 1].isdecimal()


def _parts_thousands(place: Place | None) -> bool:
    """True for a comma right before `place` that stands in a number, as these are written."""
    if place is None:
        return False
    around = place.source.text[max(0, place.offset - 1 - _MOST_DIGITS) : place.offset + _MOST_DIGITS]
    return _THOUSANDS.search(around) is not None

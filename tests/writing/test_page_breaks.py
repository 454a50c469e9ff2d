"""Where a long letter is broken: no line alone, the close with words of the body, in PDF and in Word alike."""

from __future__ import annotations

from itertools import groupby, pairwise

import pytest

from followup_letters.writing import render

from .conftest import lengthened, sample
from .placing import Line, lines, needs_office, through_office

_BREAKING = range(8, 34)  # sentences that bring the foot of the first page to every line of the rest
_LINE_MM = 15.5 / 72 * 25.4


@pytest.fixture(scope="module")
def pdf() -> dict[int, list[Line]]:
    """The lines of letters that are broken at every place."""
    found = {count: lines(render(lengthened(sample("us-full"), count), "pdf")) for count in _BREAKING}
    return {count: page for count, page in found.items() if page[-1].page == 1}


def _paragraphs(found: list[Line], page: int) -> list[list[Line]]:
    """The lines of a page in groups that stand together, without the head of the page."""
    here = [line for line in found if line.page == page and "Page" not in line.words]
    groups = [[line] for line in here[:1]]
    for before, line in pairwise(here):
        if line.baseline_mm - before.baseline_mm < _LINE_MM + 0.5:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def test_no_line_of_a_paragraph_is_left_alone_and_the_close_has_company(pdf: dict[int, list[Line]]) -> None:
    assert len(pdf) > 20
    for count, found in pdf.items():
        first, second = _paragraphs(found, 0), _paragraphs(found, 1)
        assert len(first[-1]) > 1, count
        assert len(second[0]) > 1 or second[0][0].words.endswith(":"), count  # a paragraph of one line
        closing = next(place for place, group in enumerate(second) if group[0].words == "Sincerely,")
        assert closing > 0
        assert len(second[closing - 1]) > 1


@needs_office
def test_word_breaks_where_the_pdf_does(pdf: dict[int, list[Line]], tmp_path_factory: pytest.TempPathFactory) -> None:
    files = {str(count): render(lengthened(sample("us-full"), count), "docx") for count in pdf}
    words = through_office(files, tmp_path_factory.mktemp("office"))

    def sizes(found: list[Line]) -> list[int]:
        return [len(list(page)) for _, page in groupby(line.page for line in found)]

    assert {count: sizes(found) for count, found in pdf.items()} == {
        count: sizes(lines(words[str(count)])) for count in pdf
    }

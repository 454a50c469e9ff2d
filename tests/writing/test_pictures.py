"""Pages as pictures beside pictures that were looked at and kept: every page, in PDF and in Word.

`pytest --update-pictures` redraws those in pictures/; each is to be looked at before it is committed. What is compared
is the grey of small squares, so that another version of a renderer may smooth a letter differently, but a line may not
move, nor a rule be lost.
"""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from followup_letters.markup import Page
from followup_letters.writing import render

from .conftest import lengthened, sample
from .placing import needs_office, needs_poppler, through_office

_PICTURES = Path(__file__).parent / "pictures"
_DOTS_PER_INCH = 50
_SQUARE = 7  # dots, 3.5 mm
_MOST_APART = 14  # of 255 greys: a line of text gives its square about 40

_PAGES: dict[str, Page] = {
    "us-block": sample("us-full"),
    "us-block-short": sample("us-short"),
    "us-block-hard": sample("us-hard"),
    "us-block-signed": sample("us-signed"),
    "us-block-two-pages": lengthened(sample("us-full"), 30),
    "us-block-loosest": sample("us-short", step=-4),
    "uk-looser": sample("us-signed", layout="uk", paper="a4", step=-2),
    "us-block-tightest": lengthened(sample("us-full", step=5), 8),
    "us-modified-block": sample("us-full", layout="us-modified-block"),
    "us-modified-block-signed": sample("us-signed", layout="us-modified-block", step=5),
    "uk": sample("uk-full"),
    "uk-signed": sample("us-signed", layout="uk", paper="a4"),
    "din5008-b": sample("us-full", layout="din5008-b", paper="a4"),
    "din5008-b-letter": sample("us-short", layout="din5008-b"),
    "plain": sample("us-full", layout="plain"),
    "eb-garamond": sample("us-full", face="EB Garamond", paper="a4"),
    "lato": sample("us-full", face="Lato", paper="a4"),
}


def _drawn(content: bytes) -> list[Image.Image]:
    """The pages of a PDF in grey, from the first."""
    command = ["pdftoppm", "-gray", "-r", str(_DOTS_PER_INCH), "-"]
    ran = subprocess.run(command, input=content, capture_output=True, check=True)
    rest, pages = ran.stdout, []
    while rest:
        pages.append(Image.open(BytesIO(rest)).convert("L"))
        rest = rest[_length(pages[-1]) :]
    return pages


def _length(page: Image.Image) -> int:
    """The bytes of a page in pdftoppm's format: a head of three lines, and one for each dot."""
    return len(f"P5\n{page.width} {page.height}\n255\n") + page.width * page.height


def _apart(one: Image.Image, other: Image.Image) -> int:
    """The difference of the two squares that differ most, in greys."""
    squares = (one.width // _SQUARE, one.height // _SQUARE)
    small = [page.resize(squares, Image.Resampling.BOX) for page in (one, other)]
    return int(ImageChops.difference(*small).getextrema()[1])


def _check(name: str, content: bytes, folder: Path, update: bool) -> None:
    pages = _drawn(content)
    kept = sorted(_PICTURES.glob(f"{name}.*.png"))
    if update:
        for picture in kept:
            picture.unlink()
        for number, page in enumerate(pages, start=1):
            page.save(_PICTURES / f"{name}.{number}.png", optimize=True)
        return
    assert len(pages) == len(kept) > 0, f"{name} has {len(pages)} pages, and {len(kept)} pictures are kept"
    for picture, page in zip(kept, pages, strict=True):
        with Image.open(picture) as before:
            assert page.size == before.size, picture.name
            apart = _apart(page, before)
            difference = folder / picture.name
            if apart > _MOST_APART:
                Image.merge("RGB", (page, before, before)).save(difference)
        assert apart <= _MOST_APART, f"{picture.name} looks different by {apart} greys: see {difference}"


@needs_poppler
@pytest.mark.parametrize("name", _PAGES)
def test_the_pdf_looks_as_it_did(name: str, tmp_path: Path, update_pictures: bool) -> None:
    _check(f"{name}.pdf", render(_PAGES[name], "pdf"), tmp_path, update_pictures)


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every page as Word would set it, by LibreOffice."""
    files = {name: render(page, "docx") for name, page in _PAGES.items()}
    return through_office(files, tmp_path_factory.mktemp("office"))


@needs_poppler
@needs_office
@pytest.mark.parametrize("name", _PAGES)
def test_the_word_file_looks_as_it_did(
    name: str, words: dict[str, bytes], tmp_path: Path, update_pictures: bool
) -> None:
    _check(f"{name}.docx", words[name], tmp_path, update_pictures)


def test_every_picture_is_of_a_page_that_is_drawn() -> None:
    drawn = {f"{name}.{format}" for name in _PAGES for format in ("pdf", "docx")}
    kept = [picture.name.rsplit(".", 2)[0] for picture in _PICTURES.glob("*.png")]
    assert len(kept) > 20
    assert set(kept) == drawn


@needs_poppler
def test_a_line_that_moved_by_two_millimetres_would_be_seen() -> None:
    [page] = _drawn(render(_PAGES["us-block-short"], "pdf"))
    below = page.crop((0, page.height // 3, page.width, page.height))
    moved = page.copy()
    moved.paste(below, (0, page.height // 3 + 4))
    assert _apart(page, moved) > _MOST_APART


@needs_poppler
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_fold_marks_of_din_5008_b_are_where_it_folds(paper: str) -> None:
    page = _drawn(render(sample("us-short", layout="din5008-b", paper=paper), "pdf"))[0]
    edge = page.crop((round(5.5 / 25.4 * _DOTS_PER_INCH), 0, round(8.5 / 25.4 * _DOTS_PER_INCH), page.height))
    rows = [row for row in range(edge.height) if edge.getpixel((1, row)) < 250]
    places = sorted({round(row / _DOTS_PER_INCH * 25.4) for row in rows})
    for mark in (105.0, 148.5, 210.0):
        assert min(abs(place - mark) for place in places) <= 1
    assert all(min(abs(place - mark) for mark in (105.0, 148.5, 210.0)) <= 1 for place in places)

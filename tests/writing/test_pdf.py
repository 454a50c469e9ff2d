"""A PDF that can be read by everyone: tagged, its fonts inside, nothing fetched, nothing lost, nothing off the page."""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import threading
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from followup_letters.errors import MachineError
from followup_letters.markup import Page
from followup_letters.writing import engine, render
from followup_letters.writing.fonts import families
from forking import assert_forks_end

from .conftest import PAGES, READERS, letter_saying, page_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "operations-manager.yaml"


def _pdf(page: Page) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(render(page, "pdf")))


def test_it_is_tagged_and_names_language_title_and_author(page: Page) -> None:
    reader = _pdf(page)
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in reader.root_object
    assert reader.root_object["/Lang"] == page.language
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert (reader.metadata.title, reader.metadata.author) == (page.title, page.author)
    assert b"pdfuaid" in reader.root_object["/Metadata"].get_data()


def test_it_bears_no_date(page: Page) -> None:
    metadata = _pdf(page).metadata
    assert not {"/CreationDate", "/ModDate"} & metadata.keys()


def test_every_font_is_embedded(page: Page) -> None:
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()
        for sheet in _pdf(page).pages
        for font in sheet["/Resources"]["/Font"].values()
    ]
    assert fonts
    for font in fonts:
        assert {"/FontFile2", "/FontFile3"} & font["/FontDescriptor"].keys()
        assert "XCharter" in font["/BaseFont"]


@pytest.mark.parametrize("name", ["us-full", "us-short", "uk-full"])
def test_a_letter_of_ordinary_length_is_one_page(name: str) -> None:
    path = next(path for path in PAGES if path.stem == name)
    assert len(_pdf(page_of(path.read_text("utf-8"), name)).pages) == 1


def test_a_long_letter_keeps_closing_and_signature_with_words_of_its_body() -> None:
    path = next(path for path in PAGES if path.stem == "us-long")
    first, second = (sheet.extract_text() for sheet in _pdf(page_of(path.read_text("utf-8"))).pages)
    assert "Sincerely," not in first
    before = second.partition("Sincerely,")[0].strip().splitlines()
    assert len(before) >= 2


def test_a_character_without_a_font_is_refused_by_name_and_field() -> None:
    with pytest.raises(MachineError, match=r"U\+F0000\) in people\[0\]\.talked_about") as caught:
        render(letter_saying("before \U000f0000 after"), "pdf")
    for error in (caught.value, pickle.loads(pickle.dumps(caught.value))):
        assert error.as_dict()["field"] == "people[0].talked_about"


def test_after_a_refusal_the_next_letter_is_written() -> None:
    with pytest.raises(MachineError):
        render(letter_saying("\U000f0000"), "pdf")
    assert "We spoke of snow." in READERS["pdf"](render(letter_saying("snow"), "pdf"))


def test_the_engine_says_nothing_on_its_own(capfd: pytest.CaptureFixture[str]) -> None:
    heard: list[logging.LogRecord] = []
    handler, root = logging.Handler(), logging.getLogger()
    handler.emit = heard.append  # type: ignore[method-assign]  # a listener at the root, as a program has
    root.addHandler(handler)
    try:
        render(letter_saying("a word without a meaning"), "pdf")
    finally:
        root.removeHandler(handler)
    assert heard == []
    assert capfd.readouterr() == ("", "")


def test_what_the_engine_logs_for_the_program_around_us_goes_where_it_did(caplog: pytest.LogCaptureFixture) -> None:
    from followup_letters.writing.engine import told_in_words

    render(letter_saying("x"), "pdf")
    names = ("weasyprint", "weasyprint.progress", "fontTools.subset", "fontTools.subset.timer")
    with told_in_words():  # as while a letter is rendered in this thread
        other = threading.Thread(target=lambda: [logging.getLogger(name).error("elsewhere") for name in names])
        other.start()
        other.join()
        logging.getLogger(names[0]).error("here")
    for name in names:
        assert logging.getLogger(name).propagate
        logging.getLogger(name).error("later")
    assert [(each.name, each.msg) for each in caplog.records] == [
        *((name, "elsewhere") for name in names),
        *((name, "later") for name in names),
    ]


@pytest.mark.parametrize("how", ["level", "disabled", "all"])
def test_a_character_without_a_font_is_refused_whatever_the_program_logs(
    how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = logging.getLogger("weasyprint")
    monkeypatch.setattr(log, "disabled", how == "disabled")  # as logging.config does with loggers that are there
    monkeypatch.setattr(log.manager, "disable", logging.CRITICAL if how == "all" else 0)
    before = log.level
    log.setLevel(logging.CRITICAL if how == "level" else before)
    try:
        with pytest.raises(MachineError, match=r"U\+F0000"):
            render(letter_saying("before \U000f0000 after"), "pdf")
    finally:
        log.setLevel(before)


@pytest.mark.parametrize("length", [30, 250, 20_000])
def test_a_word_without_end_stays_on_the_page_and_whole(length: int) -> None:
    word = ("Donaudampfschifffahrt" * (length // 21 + 1))[:length]
    text = READERS["pdf"](render(letter_saying(word), "pdf"))
    assert word in "".join(text.split())
    assert max(map(len, text.splitlines())) < 100


def test_faces_are_asked_only_for_what_the_layouts_face_lacks() -> None:
    assert families("XCharter", "Zoë Nuñez — “R&D”") == ("XCharter",)
    assert families("XCharter", "Ģirts Ħal") == ("XCharter", "Gentium Book Plus")
    assert families("Lato", "Ελένη", "sans-serif") == ("Lato", "Noto Sans")
    assert families("Lato", "山田", "sans-serif") == ("Lato", "Noto Sans JP")
    assert families("XCharter", "山田") == ("XCharter", "Noto Sans JP")
    assert families("XCharter", "习近平国") == ("XCharter", "Noto Sans SC")
    assert families("XCharter", "김민준") == ("XCharter", "Noto Sans KR")


def test_without_pango_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    from followup_letters.writing.engine import engine

    real = builtins.__import__

    def refuse(name: str, *rest: object, **more: object) -> object:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest, **more)  # type: ignore[arg-type]  # passed through as it came

    engine.cache_clear()
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MachineError, match="apt-get install libpango"):
        render(letter_saying("x"), "pdf")


def test_what_the_engine_rarely_needs_is_loaded_once_it_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with engine._loading_later("colorsys"):
        from colorsys import rgb_to_hls
    assert "colorsys" not in sys.modules
    assert rgb_to_hls(1.0, 1.0, 1.0) == (0.0, 1.0, 0.0)
    import colorsys

    assert colorsys.ONE_THIRD == 1 / 3


def test_the_engine_says_nothing_in_the_log_of_a_program() -> None:
    program = (
        "import logging; logging.basicConfig(level=logging.INFO)\n"
        "import followup_letters as fl\n"
        f"fl.compose(fl.load({str(EXAMPLE)!r}))[0].render('pdf')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == ""


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # from Python 3.12 on, of any fork beside a thread
@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked")
def test_a_worker_that_begins_while_a_letter_is_set_sets_its_own() -> None:
    page = letter_saying("the night shift")
    render(page, "pdf")  # what is loaded once is loaded
    assert_forks_end(lambda: render(page, "pdf"), lambda: render(page, "pdf"), forks=5, seconds=60)

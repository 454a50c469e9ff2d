"""The structure of the PDF, walked by a program of its own: what a screen reader is told, and what it is spared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject

from followup_letters.markup import Page
from followup_letters.writing import render

from .conftest import lengthened, sample

_BLOCKS = {"/P", "/H1", "/H2", "/L", "/LI", "/Lbl", "/LBody", "/Div", "/Sect", "/Document", "/Table", "/TR", "/TH"}
_ROLES = _BLOCKS | {"/TD", "/THead", "/TBody", "/Span", "/Link", "/Figure", "/Header", "/Footer", "/NonStruct", "/Part"}
_SHOWING = {b"Tj", b"TJ", b"'", b'"'}


def _reader(page: Page) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(render(page, "pdf")))


def _children(node: DictionaryObject) -> list[Any]:
    kids = node.get("/K", [])
    kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
    return list(kids) if isinstance(kids, ArrayObject) else [kids]


def _elements(node: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every structure element below `node`, in reading order."""
    for child in _children(node):
        found = child.get_object() if isinstance(child, IndirectObject) else child
        if isinstance(found, DictionaryObject) and "/S" in found:
            yield found
            yield from _elements(found)


def _marked(node: DictionaryObject) -> Iterator[tuple[int, int]]:
    """The marked pieces of content in the tree: the page they are on, by its object number, and their number."""
    for element in _elements(node):
        for child in _children(element):
            found = child.get_object() if isinstance(child, IndirectObject) else child
            if isinstance(found, DictionaryObject) and found.get("/Type") == "/MCR":
                yield found.raw_get("/Pg").idnum, found["/MCID"]
            elif isinstance(found, int):
                yield element.raw_get("/Pg").idnum, found


def _shown(reader: pypdf.PdfReader) -> Iterator[tuple[int, int | None]]:
    """For each text that is shown: its page, and the number of its mark; None inside an artifact, -1 if unmarked."""
    for sheet in reader.pages:
        assert sheet.indirect_reference is not None
        marks: list[int | None] = []
        for operands, operator in ContentStream(sheet.get_contents(), reader).operations:
            if operator in (b"BDC", b"BMC"):
                told = operands[1] if len(operands) > 1 else {}
                marks.append(None if operands[0] == "/Artifact" else told.get("/MCID", -1))
            elif operator == b"EMC":
                marks.pop()
            elif operator in _SHOWING:
                inside = None if None in marks else next((mark for mark in reversed(marks) if mark != -1), -1)
                yield sheet.indirect_reference.idnum, inside


_SAMPLES = ("us-full", "us-signed", "uk-full", "call-sheet")


@pytest.fixture(params=[*_SAMPLES, "long", "din5008-b", "us-modified-block", "plain"])
def told(request: pytest.FixtureRequest) -> Page:
    """Pages of every kind."""
    if request.param in _SAMPLES:
        return sample(request.param)
    if request.param == "long":
        return lengthened(sample("us-full"), 40)
    return sample("us-full", layout=request.param)


def test_all_that_is_shown_is_in_the_tree_or_an_artifact_and_nothing_twice(told: Page) -> None:
    reader = _reader(told)
    in_tree = Counter(_marked(reader.root_object["/StructTreeRoot"]))
    shown = list(_shown(reader))
    assert len(shown) > 10
    assert -1 not in {mark for _, mark in shown}
    assert max(in_tree.values()) == 1
    assert {(sheet, mark) for sheet, mark in shown if mark is not None} <= set(in_tree)


def test_every_element_has_a_role_that_readers_know(told: Page) -> None:
    root = _reader(told).root_object["/StructTreeRoot"]
    roles = {element["/S"] for element in _elements(root)} - set(root.get("/RoleMap", {}))
    assert {"/P", "/Document"} <= roles
    assert roles <= _ROLES


def test_a_list_is_a_list_of_items_with_a_mark_and_a_body() -> None:
    root = _reader(sample("us-full")).root_object["/StructTreeRoot"]
    lists = [element for element in _elements(root) if element["/S"] == "/L"]
    assert len(lists) == 1
    items = [child for child in _elements(lists[0]) if child["/S"] == "/LI"]
    assert len(items) == 2
    assert all({"/Lbl", "/LBody"} <= {child["/S"] for child in _elements(item)} for item in items)


def test_the_head_of_the_second_page_is_an_artifact_and_the_first_has_none() -> None:
    first, second = _reader(lengthened(sample("us-full"), 40)).pages
    assert "Page 2" not in first.extract_text().replace("\u00a0", " ")
    assert "Dr. Priya Raman · November 20, 2026 · Page 2" in second.extract_text().replace("\u00a0", " ")
    assert any(mark is None for sheet, mark in _shown(second.pdf) if sheet == second.indirect_reference.idnum)


def test_return_address_and_fold_marks_are_spared_the_listener() -> None:
    reader = _reader(sample("us-full", layout="din5008-b", paper="a4"))
    plain = _reader(sample("us-full", layout="us-block", paper="a4"))
    assert reader.pages[0].extract_text().count("Maya Okafor, 1200 W Lake St") == 1
    assert sum(mark is None for _, mark in _shown(reader)) > sum(mark is None for _, mark in _shown(plain))
    assert len(set(_marked(reader.root_object["/StructTreeRoot"]))) == len(
        set(_marked(plain.root_object["/StructTreeRoot"]))
    )


def test_every_font_can_be_read_back_as_text(told: Page) -> None:
    fonts = [font.get_object() for sheet in _reader(told).pages for font in sheet["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/ToUnicode" in font for font in fonts)


def test_pages_are_walked_in_the_order_of_the_structure(told: Page) -> None:
    assert {sheet["/Tabs"] for sheet in _reader(told).pages} == {"/S"}

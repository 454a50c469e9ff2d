"""A signature in each format, by readers that share no code with the writers; and those who get a copy."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html import escape
from io import BytesIO
from typing import Any

import docx
import fast_mail_parser
import lxml.html
import pypdf
import pytest
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf.generic import DictionaryObject

from followup_letters.errors import InputError
from followup_letters.markup import Element, Envelope, Mailbox, Page, parse
from followup_letters.pictures import checked
from followup_letters.writing import render
from followup_letters.writing.fitting import pages
from pictures.drawing import png, svg

from .conftest import lengthened, page_of, sample
from .test_tags import _elements

LAYOUTS = ("us-block", "us-modified-block", "uk", "din5008-b", "plain")
_MM = 72 / 25.4


def signed(content: bytes, alt: str = "Signature of Maya Okafor", **settings: Any) -> Page:
    """The signed sample with another picture."""
    img = parse(f'<section><img src="{checked(content).source}" alt="{escape(alt)}"></section>', "test").children[0]
    page = sample("us-signed", **settings)
    return replace(page, root=_with(page.root, img))


def _with(element: Element, img: Element | str) -> Element:
    if "signature-image" in element.classes:
        return Element(element.tag, element.attributes, (img,))
    children = tuple(child if isinstance(child, str) else _with(child, img) for child in element.children)
    return Element(element.tag, element.attributes, children)


# --------------------------------------------------------------------------------------------------- PDF


def _figures(reader: pypdf.PdfReader) -> list[DictionaryObject]:
    root = reader.root_object["/StructTreeRoot"]
    return [element for element in _elements(root) if element["/S"] == "/Figure"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("content", [png(), svg()], ids=["png", "svg"])
def test_the_pdf_has_one_figure_with_its_alternative_text_between_close_and_name(layout: str, content: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(render(signed(content, "Signature of “M & O”", layout=layout), "pdf")))
    (figure,) = _figures(reader)
    assert figure["/Alt"] == "Signature of “M & O”"
    roles = [element["/S"] for element in _elements(reader.root_object["/StructTreeRoot"])]
    roles = [role for role in roles if role in {"/P", "/Figure"}]
    assert roles[roles.index("/Figure") :][:2] == ["/Figure", "/P"]
    left, foot, right, head = (float(side) for side in figure["/A"]["/BBox"])
    assert head - foot == pytest.approx(13 * _MM, abs=0.1)
    assert 10 * _MM < right - left <= 60 * _MM
    close, name = (_base_pt(reader, words) for words in ("Sincerely,", "Maya Okafor"))
    assert name < foot < head < close


def _base_pt(reader: pypdf.PdfReader, words: str) -> float:
    """The height above the foot of the page at which a line of these words stands, the lowest of them."""
    found: list[float] = []

    def visit(text: str, matrix: list[float], place: list[float], *_: Any) -> None:
        if text.strip() == words:
            found.append(matrix[3] * place[5] + matrix[5])

    reader.pages[0].extract_text(visitor_text=visit)
    return min(found)


def test_the_pdf_draws_an_svg_as_lines_and_a_png_as_a_picture() -> None:
    dots, lines = (pypdf.PdfReader(BytesIO(render(signed(each), "pdf"))).pages[0] for each in (png(), svg()))
    assert len(dots.images) == 1
    assert (dots.images[0].image.width, dots.images[0].image.height) == (300, 80)  # type: ignore[union-attr]
    assert len(lines.images) == 0


# -------------------------------------------------------------------------------------------------- Word


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("width", "height", "shown"), [(300, 80, (48.75, 13)), (900, 100, (60, 60 / 9)), (50, 80, (8.125, 13))]
)
def test_word_has_it_in_the_line_as_large_as_a_signature_and_undistorted(
    layout: str, width: int, height: int, shown: tuple[float, float]
) -> None:
    document = docx.Document(BytesIO(render(signed(png(width, height), 'M "& <O>', layout=layout), "docx")))
    (shape,) = document.inline_shapes
    assert (shape.width, shape.height) == pytest.approx((Mm(shown[0]), Mm(shown[1])), abs=9)
    names = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    at = [name for name, _ in names].index("Signature Image")
    assert names[at - 1 : at + 2] == [
        ("Closing", "Sincerely,"),
        ("Signature Image", ""),
        ("Signed Name", "Maya Okafor"),
    ]
    assert [name for name, _ in names[at + 2 :]] == ["Enclosures", "Copies"]
    styles = document.styles
    assert all(styles[name].paragraph_format.keep_with_next for name in ("Closing", "Signature Image", "Enclosures"))
    assert shape._inline.docPr.get("descr") == 'M "& <O>'
    (part,) = document.part.package.image_parts
    assert part.blob == checked(png(width, height)).content
    assert (part.content_type, part.image.px_width, part.image.px_height) == ("image/png", width, height)


def _shown(content: bytes) -> Image.Image:
    """The one picture of a Word file, on white."""
    (part,) = docx.Document(BytesIO(content)).part.package.image_parts
    image = Image.open(BytesIO(part.blob))
    assert (part.content_type, image.format, image.mode) == ("image/png", "PNG", "RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_word_shows_an_svg_as_dots_fine_enough_to_print(layout: str) -> None:
    content = render(signed(svg(), layout=layout), "docx")
    (shape,) = docx.Document(BytesIO(content)).inline_shapes
    assert (shape.width, shape.height) == pytest.approx((Mm(52), Mm(13)), abs=9)
    assert shape._inline.docPr.get("descr") == "Signature of Maya Okafor"
    assert _shown(content).width == pytest.approx(52 / 25.4 * 600, abs=2)
    assert render(signed(svg(), layout=layout), "docx") == content


def test_the_dots_are_those_of_the_drawing_and_nothing_is_behind_them() -> None:
    quarters = (
        '<rect width="50" height="12.5" fill="#f00"/><rect x="50" y="12.5" width="50" height="12.5" fill="#00f"/>'
    )
    content = render(signed(svg(quarters)), "docx")
    image = _shown(content)
    width, height = image.size
    at = [image.getpixel((width * x // 4, height * y // 4)) for x, y in ((1, 1), (3, 1), (1, 3), (3, 3))]
    assert at == [(255, 0, 0), (255, 255, 255), (255, 255, 255), (0, 0, 255)]
    (part,) = docx.Document(BytesIO(content)).part.package.image_parts
    assert Image.open(BytesIO(part.blob)).getpixel((width * 3 // 4, height // 4)) == (255, 255, 255, 0)


# ---------------------------------------------------------------------------------- HTML, text and e-mail


@pytest.mark.parametrize("content", [png(), svg()], ids=["png", "svg"])
def test_html_holds_the_picture_itself_with_its_alternative_text(content: bytes) -> None:
    html = lxml.html.document_fromstring(render(signed(content, 'M "& <O>'), "html").decode())
    (image,) = html.xpath("//p[@class='signature-image']/img")
    assert image.get("alt") == 'M "& <O>'
    assert image.get("src") == checked(content).source


def test_the_text_says_nothing_of_it() -> None:
    text = render(signed(png()), "txt").decode()
    assert text.endswith(
        "\n\nSincerely,\n\nMaya Okafor\n\nEnclosure: list of references\n\ncc: Ana Ruiz, Bo Lindqvist\n"
    )


def _draft(copies: tuple[Mailbox, ...] = (), *, content: bytes | None = None, attachment: str | None = None) -> Page:
    page = signed(content) if content else sample("us-short")
    sender, reader = Mailbox("Maya Okafor", "maya@example.com", "candidate"), Mailbox("Tom", "tom@b.co", "people[0]")
    running = page_of('<section><p class="mail-link">Open it</p></section>').root
    return replace(page, layout="plain", running=running, mail=Envelope(sender, reader, attachment, copies))


def _message(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=default)  # type: ignore[return-value]


@pytest.mark.parametrize("attachment", [None, "letter.pdf"])
@pytest.mark.parametrize(("content", "kind"), [(png(), "image/png"), (svg(), "image/svg+xml")], ids=["png", "svg"])
def test_the_draft_carries_the_picture_beside_the_html_that_names_it(
    content: bytes, kind: str, attachment: str | None
) -> None:
    page = _draft(content=content, attachment=attachment)
    written = render(page, "eml")
    assert written == render(page, "eml")
    message = _message(written)
    html = message.get_body(("html",))
    assert html is not None
    (image,) = lxml.html.document_fromstring(html.get_content()).xpath("//img")
    (picture,) = [part for part in message.walk() if part.get_content_maintype() == "image"]
    assert picture.get_content_type() == kind
    assert image.get("src") == f"cid:{picture['Content-ID'].strip('<>')}"
    assert picture.get_payload(decode=True) == checked(content).content
    assert (image.get("alt"), image.get("height")) == ("Signature of Maya Okafor", "49")
    boundaries = re.findall(rb'boundary="([^"]+)"', written)
    assert len(boundaries) == len(set(boundaries)) == (3 if attachment else 2)
    other = fast_mail_parser.parse_email(written)
    assert not other.warnings
    assert len(other.text_html) == len(other.text_plain) == 1


def test_a_draft_is_copied_to_those_whose_address_is_given() -> None:
    copies = (Mailbox("Ana Ruiz", "ana@example.com", "letter.cc[0]"), Mailbox("Bo", None, "letter.cc[1]"))
    message = _message(render(_draft(copies), "eml"))
    assert [(box.display_name, box.addr_spec) for box in message["Cc"].addresses] == [("Ana Ruiz", "ana@example.com")]
    assert "Cc" not in _message(render(_draft(copies[1:]), "eml"))
    html = lxml.html.document_fromstring(render(_draft(copies), "html").decode())
    (link,) = html.xpath("//p[@class='mail-link']/a/@href")
    assert link.startswith("mailto:tom@b.co?cc=ana@example.com&subject=")


_TRICKS = st.lists(st.sampled_from([*'",;:<>@()[]\\ =?_é.', "Bcc:", "=0A", "\r\n", "\x0b", "山", "\u2028"]), min_size=1)


@settings(max_examples=200, deadline=None)
@given(st.lists(_TRICKS.map("".join).filter(str.strip), min_size=1, max_size=3))
def test_no_name_of_a_copy_becomes_a_header_or_another_address(names: list[str]) -> None:
    copies = tuple(Mailbox(name.strip(), f"a{n}@example.com", f"letter.cc[{n}]") for n, name in enumerate(names))
    try:
        content = render(_draft(copies), "eml")
    except InputError as error:
        assert str(error.faults[0].field).startswith("letter.cc[")  # noqa: PT017  # either is right
        return
    head = content.partition(b"\r\n\r\n")[0]
    found = [line.partition(b":")[0] for line in head.split(b"\r\n") if not line.startswith(b" ")]
    assert found == [b"X-Unsent", b"Subject", b"From", b"To", b"Cc", b"MIME-Version", b"Content-Type"]
    assert [box.addr_spec for box in _message(content)["Cc"].addresses] == [box.address for box in copies]


# ------------------------------------------------------------------------------------------------- the fit


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("content", [png(900, 100), png(60, 200), svg()], ids=["wide", "high", "drawn"])
def test_any_picture_takes_no_more_room_than_was_measured(layout: str, content: bytes) -> None:
    page = signed(content, layout=layout)
    longest = next(count for count in range(60) if pages(lengthened(page, count + 1)) > 1)
    assert len(pypdf.PdfReader(BytesIO(render(lengthened(page, longest), "pdf"))).pages) == 1


def test_close_picture_and_name_stay_on_one_page() -> None:
    seen = set()
    for count in range(6, 22):
        reader = pypdf.PdfReader(BytesIO(render(lengthened(signed(png()), count), "pdf")))
        (figure,) = _figures(reader)
        on = [sheet for sheet in reader.pages if re.search(r"Sincerely,\s+Maya Okafor", sheet.extract_text())]
        assert [sheet.indirect_reference for sheet in on] == [figure.raw_get("/Pg")]
        seen.add(len(reader.pages))
    assert seen == {1, 2}

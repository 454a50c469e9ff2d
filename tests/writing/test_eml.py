"""E-mail drafts, read by two mail parsers that share no code: exactly the headers that were meant, and all words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.policy import default
from html import escape
from io import BytesIO
from urllib.parse import parse_qs, unquote, urlsplit

import fast_mail_parser
import lxml.html
import pypdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from followup_letters.errors import FollowupError, InputError
from followup_letters.markup import Envelope, Mailbox, Page
from followup_letters.writing import render

from .conftest import page_of

MEANT = {"X-Unsent", "Subject", "From", "To", "MIME-Version", "Content-Type"}


def draft(
    subject: str = "Operations Manager: our conversation on Tuesday",
    name: str = "Dr. Priya Raman",
    sender: str = "Maya Okafor",
    *,
    address: str | None = "raman@example.com",
    words: str = "We spoke of the mis-sorts.",
    attachment: str | None = None,
) -> Page:
    page = page_of(
        f'<section class="letter"><p class="subject"><span data-from="position.title">{escape(subject)}</span></p>'
        f'<p class="salutation">Dear Priya,</p><section class="body"><p><span data-from="x">{escape(words)}</span></p>'
        f'</section><p class="closing">Best regards,</p><p class="signature">{escape(sender)}</p></section>'
    )
    mail = Envelope(Mailbox(sender, "maya@example.com", "candidate"), Mailbox(name, address, "people[0]"), attachment)
    running = page_of('<section><p class="mail-link">Open it</p></section>').root
    return replace(page, mail=mail, running=running)


@dataclass(frozen=True)
class Read:
    """What a mail program sees of a message."""

    headers: dict[str, str]
    to: list[tuple[str, str]]
    sender: list[tuple[str, str]]
    text: str
    html: str


def read_by_python(content: bytes) -> Read:
    """By the standard library, header by header, as every old program does."""
    message = message_from_bytes(content)
    assert len(message.keys()) == len(set(message.keys()))
    headers = {name: str(make_header(decode_header(value))) for name, value in message.items()}
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    text, html = (_decoded(part) for part in parts)
    return Read(headers, _mailboxes(message, "To"), _mailboxes(message, "From"), text, html)


def _decoded(part: Message) -> str:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content.decode().replace("\r\n", "\n")


def _mailboxes(message: Message, header: str) -> list[tuple[str, str]]:
    """Each name and address, the name decoded only after the address was parted from it, as the standard says."""
    value = re.sub(r"\r\n(?=[ \t])", "", str(message[header] or ""))
    found = re.fullmatch(r'(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>.*?)) <(?P<address>[^<> ]+)>', value, re.DOTALL)
    if not value:
        return []
    assert found, value
    if found["quoted"] is not None:
        return [(re.sub(r"\\(.)", r"\1", found["quoted"]), found["address"])]
    return [(str(make_header(decode_header(found["bare"]))), found["address"])]


def read_by_another(content: bytes) -> Read:
    """By a parser written in another language."""
    mail = fast_mail_parser.parse_email(content)
    assert all(len(values) == 1 for values in mail.headers.values())
    assert not mail.warnings
    headers = {name: values[0] for name, values in mail.headers.items()}
    to, sender = ([(box.display_name, box.address) for box in boxes] for boxes in (mail.to, [mail.from_]))
    (text,), (html,) = mail.text_plain, mail.text_html
    return Read(headers, to, sender, text.replace("\r\n", "\n"), html.replace("\r\n", "\n"))


READERS = [read_by_python, read_by_another]


def is_as_meant(page: Page) -> None:
    assert page.mail
    content = render(page, "eml")
    subject = page.root.part("subject")
    assert subject
    lines = content.split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 998
    content.decode("ascii")
    for reader in READERS:
        mail = reader(content)
        assert mail.headers.keys() == MEANT - ({"To"} if page.mail.reader.address is None else set())
        assert mail.headers["X-Unsent"] == "1"
        assert mail.headers["Subject"] == subject.text
        reader_box = page.mail.reader
        assert mail.to == ([] if reader_box.address is None else [(reader_box.name, reader_box.address)])
        assert mail.sender == [(page.mail.sender.name, page.mail.sender.address)]


def test_it_opens_as_a_draft_with_the_headers_meant_and_no_other() -> None:
    is_as_meant(draft())
    is_as_meant(draft(address=None))


def test_neither_date_nor_identity_is_in_it_and_the_same_letter_is_the_same_bytes() -> None:
    first, second = render(draft(), "eml"), render(draft(), "eml")
    assert first == second
    assert not re.search(rb"(?im)^(date|message-id|sender|user-agent|x-mailer):", first)


@pytest.mark.parametrize("read", READERS)
def test_text_and_html_say_the_same_words_and_the_subject_is_a_header_alone(read) -> None:
    page = draft(words="R&D <Director>, Zoë Núñez, 山田太郎; a  b\u00a0c, =3D, .\nFrom here\n.")
    mail = read(render(page, "eml"))
    assert "Dear Priya,\n\nR&D <Director>, Zoë Núñez, 山田太郎; a  b\u00a0c, =3D, .\nFrom here\n.\n\nBest" in mail.text
    shown = lxml.html.document_fromstring(mail.html)
    assert "R&D <Director>, Zoë Núñez, 山田太郎; a  b\u00a0c, =3D, .\nFrom here\n." in shown.text_content()
    assert "our conversation" not in mail.text + mail.html
    assert "mailto:" not in mail.html


def test_its_words_are_those_of_the_letter_line_by_line() -> None:
    page = draft()
    text = render(page, "txt").decode()
    assert text == f"{page.root.part('subject').text}\n\n{read_by_another(render(page, 'eml')).text}"  # type: ignore[union-attr]


NAMES = [
    *("Priya", "Dr. Priya Raman", 'O\'Brien "Bob"', "Raman, Priya", "R&D <Director>", "a@b.c", "(Bob) Smith;", "\\"),
    *("Zoë Núñez", "山田太郎", "محمد الفارسي", "Zoë, Núñez <x@y.z>", "a  b", "é" * 290, "x" * 290, "word " * 55 + "x"),
    *(
        "undisclosed-recipients:;",
        "Bcc: x@y.z",
        "=",
        "?=",
        "utf-8?q?x?=",
        "é =",
        "🚚🚚🚚",
        "a\u0301\u200d",
        "_",
        "a_b é",
    ),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_or_subject_stays_what_it_is(name: str) -> None:
    is_as_meant(draft(name=name))
    is_as_meant(draft(sender=name))
    is_as_meant(draft(subject=name))


def names_a_field(error: FollowupError) -> None:
    if isinstance(error, InputError):
        assert error.faults[0].field in {"position.title", "people[0].name", "candidate.name"}
    else:
        assert "cannot stand in a document" in str(error)


_LINE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")), min_size=1, max_size=80)
_TRICKS = st.lists(st.sampled_from([*'",;:<>@()[]\\ =?_é.', "Bcc:", "utf-8", "?q?", "=0A", "山", "\u00a0"]), min_size=1)
lines = st.one_of(_LINE, _TRICKS.map("".join)).map(str.strip).filter(lambda line: line and "=?" not in line)


@settings(max_examples=300, deadline=None)
@given(lines, lines, lines)
def test_any_name_and_subject_stay_what_they_are(subject: str, name: str, sender: str) -> None:
    is_as_meant(draft(subject, name, sender))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["subject", "name", "sender"]))
@example("=?utf-8?q?=0ABcc:_x=40y.z?=", "subject")
@example("=?utf-8?q?=0ABcc:_x=40y.z?=", "name")
@example("a\r\nBcc: x@y.z", "name")
@example("a\u2028Bcc: x@y.z", "sender")
@example("a\x85Bcc: x@y.z", "subject")
@example("a\x0bb", "subject")
def test_whatever_is_typed_is_in_the_header_as_typed_or_refused_with_its_field(typed: str, where: str) -> None:
    page = draft(**{where: typed.strip() or "x"})
    try:
        render(page, "eml")
    except FollowupError as error:
        names_a_field(error)
    else:
        is_as_meant(page)


@pytest.mark.parametrize("typed", ["=?utf-8?q?=0ABcc:_x?=", "a\nBcc: x", "a\rb", "a\u2029b", "a =?x"])
@pytest.mark.parametrize(
    ("where", "field"), [("subject", "position.title"), ("name", "people[0].name"), ("sender", "candidate.name")]
)
def test_what_could_become_a_header_is_refused_and_its_field_named(typed: str, where: str, field: str) -> None:
    with pytest.raises(InputError) as caught:
        render(draft(**{where: typed}), "eml")
    assert caught.value.faults[0].field == field


@pytest.mark.parametrize("address", ["é@example.com", "a b@example.com", "a@exämple.com", "a\n@b.c", "=?x@b.c"])
def test_an_address_that_a_server_may_not_take_is_refused(address: str) -> None:
    with pytest.raises(InputError) as caught:
        render(draft(address=address), "eml")
    assert caught.value.faults[0].field == "people[0].email"


@pytest.mark.parametrize("name", ["Maya-Okafor_Northwind.pdf", "Łukasz-Żak_" + "é" * 30 + ".pdf", "山田太郎_北風.pdf"])
def test_the_pdf_is_attached_when_asked_for(name: str) -> None:
    page = draft(attachment=name)
    content = render(page, "eml")
    assert content == render(page, "eml")
    (part,) = message_from_bytes(content, policy=default).iter_attachments()  # type: ignore[attr-defined]
    assert (part.get_filename(), part.get_content_type()) == (name, "application/pdf")
    (attached,) = fast_mail_parser.parse_email(content).attachments
    assert attached.filename == name
    assert bytes(attached.content) == part.get_content() == render(page, "pdf")
    assert len(pypdf.PdfReader(BytesIO(bytes(attached.content))).pages) == 1
    assert read_by_another(content).headers.keys() == MEANT


def test_a_page_that_goes_by_post_has_no_draft() -> None:
    with pytest.raises(InputError, match=r"no e-mail form.*medium: email") as caught:
        render(replace(draft(), mail=None), "eml")
    assert caught.value.faults[0].field == "letter.medium"


# ----------------------------------------------------------------------------------------------------- the link


def link_in(page: Page) -> str | None:
    found = lxml.html.document_fromstring(render(page, "html").decode()).xpath("//p[@class='mail-link']/a/@href")
    return str(found[0]) if found else None


def test_the_html_view_has_a_link_that_opens_it_in_a_mail_program() -> None:
    page = draft(subject="R&D: a?b=c", words="a&b=c\n100 %, Zoë")
    link = link_in(page)
    assert link
    url, query = urlsplit(link), parse_qs(urlsplit(link).query)
    assert (url.scheme, unquote(url.path)) == ("mailto", "raman@example.com")
    assert query["subject"] == ["R&D: a?b=c"]
    assert query["body"][0].replace("\r\n", "\n") == read_by_another(render(page, "eml")).text
    assert query.keys() == {"subject", "body"}


@pytest.mark.parametrize(
    "page", [draft(address=None), draft(words="word " * 500), draft(subject="=?x"), replace(draft(), mail=None)]
)
def test_where_no_mail_program_would_take_it_there_is_no_link(page: Page) -> None:
    assert link_in(page) is None


def test_the_link_stands_in_no_other_format() -> None:
    assert "Open it" not in render(draft(), "txt").decode()
    assert "Open it" not in pypdf.PdfReader(BytesIO(render(draft(), "pdf"))).pages[0].extract_text()

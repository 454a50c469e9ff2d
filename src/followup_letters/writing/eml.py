"""E-mail: the letter as a draft that a mail program opens ready to send, its words both as text and as HTML.

It bears no date and no identity of its own, so that the same letter is the same bytes; the mail program gives both on
sending.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import quote

from followup_letters.errors import Fault, InputError
from followup_letters.markup import Element, Envelope, Mailbox, Page
from followup_letters.pictures import Picture, picture_of
from followup_letters.writing import html, text
from followup_letters.writing.layouts import Layout, layout_of, picture_mm
from followup_letters.writing.mail import body, checked_address, refuse_unsafe, subject

_ATOMS = re.compile(r"[\w!#$%&'*+/^`{|}~-]+( [\w!#$%&'*+/^`{|}~-]+)*", re.ASCII)
_PLAIN = re.compile(r"[!-~]+( [!-~]+)*")
_LONGEST_LINE = 76  # characters of a header that is not folded; mail servers advise 78
_LONGEST_BARE = 60  # characters; longer words are encoded, and so can be folded anywhere
_FOLD = "\r\n "
_NO_MAIL = (
    "this has no e-mail form (eml); a letter has one where the interview file says letter: {medium: email}, "
    'or the command --medium email; in Python: interview.with_(letter=interview.letter.with_(medium="email"))'
)
_DOT_MM = 25.4 / 96  # of a screen, as mail programs count
_STYLE = ".typed { white-space: pre-wrap; }\n"


def write(page: Page) -> bytes:
    """`page` as the bytes of an `.eml` file, its lines ended as mail servers want them.

    Raises InputError, naming the field, for a letter that goes by post, and for a name, an address or a subject that
    a header cannot hold as it was typed; MachineError for an attached PDF, as `pdf` does.
    """
    if page.mail is None:
        rule = "a letter by e-mail, where a draft of one is asked for"
        raise InputError([Fault(rule, field="letter.medium", found="a page for paper", hint=_NO_MAIL)])
    return "".join(_headers(page, page.mail)).encode("ascii") + _message(page, page.mail)


def _headers(page: Page, mail: Envelope) -> list[str]:
    """The lines above the message. From, To and Cc are left out where no address is known."""
    lines = ["X-Unsent: 1\r\n", f"Subject: {_subject(subject(page))}\r\n"]
    for name, mailboxes in (("From", (mail.sender,)), ("To", (mail.reader,)), ("Cc", mail.copies)):
        if shown := [_shown(mailbox, address) for mailbox in mailboxes if (address := checked_address(mailbox))]:
            lines.append(f"{name}: {f',{_FOLD}'.join(shown)}\r\n")
    return lines


def _shown(mailbox: Mailbox, address: str) -> str:
    """One mailbox as it stands in a header."""
    name = _display_name(mailbox)
    fits = len(f"From: {name} <{address}>,") <= _LONGEST_LINE and "\n" not in name
    return f"{name}{' ' if fits else _FOLD}<{address}>"


def _subject(words: str) -> str:
    is_bare = _PLAIN.fullmatch(words) and len(words) <= _LONGEST_BARE
    return words if is_bare else _encoded(words)


def _display_name(mailbox: Mailbox) -> str:
    name = mailbox.name
    refuse_unsafe(name, f"{mailbox.field}.name")
    if len(name) > _LONGEST_BARE or not _PLAIN.fullmatch(name):
        return _encoded(name)
    return name if _ATOMS.fullmatch(name) else f'"{quote(name)}"'


def _encoded(words: str) -> str:
    """`words` as encoded-words, all of them, so that a reader gets back every character and every space."""
    return Header(words, "utf-8", header_name="Subject").encode(linesep="\r\n")


def _message(page: Page, mail: Envelope) -> bytes:
    """The message below those headers: text, HTML, the PDF if asked for; its boundaries are made of its content."""
    shown = body(page)
    pictures = _pictures(shown.root)
    linked = replace(shown, root=_linked(shown.root, layout_of(shown))) if pictures else shown
    parts = text.write(shown).decode(), html.standalone(linked, _STYLE)
    attached = _pdf(page) if mail.attachment else b""
    contents = (*map(str.encode, parts), attached, *(picture.content for picture in pictures.values()))
    digest = hashlib.sha256(b"\0".join(contents)).hexdigest()
    message = EmailMessage(policy=SMTP)
    message.set_content(parts[0], cte="quoted-printable")
    message.add_alternative(parts[1], subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_{digest[:32]}")
    _add_pictures(message, pictures, f"=_{digest[16:48]}")
    if mail.attachment:
        message.add_attachment(attached, maintype="application", subtype="pdf", filename=mail.attachment)
        message.set_boundary(f"=_{digest[32:]}")
    for part in message.walk():
        if part is not message:
            del part["MIME-Version"]  # which belongs to the whole alone
    return message.as_bytes()


# ------------------------------------------------------------------------------------------------ pictures
# Beside the HTML, which names them: most mail programs do not show those that stand in it.


def _pictures(root: Element) -> dict[str, Picture]:
    sources = (element.attributes.get("src", "") for element in root.walk() if element.tag == "img")
    return {_content_id(source): picture_of(source) for source in sources}


def _content_id(source: str) -> str:
    """A name that depends on the picture alone."""
    return f"{hashlib.sha256(source.encode()).hexdigest()[:32]}@signature"


def _linked(element: Element, layout: Layout) -> Element:
    """`element` with each picture named by where it lies in the message, and its size told in dots."""
    attributes = dict(element.attributes)
    if element.tag == "img":
        source = attributes.get("src", "")
        picture = picture_of(source)
        width, height = (round(side / _DOT_MM) for side in picture_mm(layout, picture.width / picture.height))
        attributes |= {"src": f"cid:{_content_id(source)}", "width": str(width), "height": str(height)}
    children = tuple(child if isinstance(child, str) else _linked(child, layout) for child in element.children)
    return Element(element.tag, attributes, children)


def _add_pictures(message: EmailMessage, pictures: dict[str, Picture], boundary: str) -> None:
    shown = message.get_body(("html",))
    if not pictures or not isinstance(shown, EmailMessage):
        return
    for name, picture in pictures.items():
        kind, subtype = picture.media_type.split("/")
        shown.add_related(picture.content, kind, subtype, cid=f"<{name}>", disposition="inline")
    shown.set_boundary(boundary)


def _pdf(page: Page) -> bytes:
    from followup_letters.writing import pdf

    return pdf.write(page)

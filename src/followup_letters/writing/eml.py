"""E-mail: the letter as a draft that a mail program opens ready to send, its words both as text and as HTML.

It bears no date and no identity of its own, so that the same letter is the same bytes; the mail program gives both on
sending.
"""

from __future__ import annotations

import hashlib
import re
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import quote

from followup_letters.errors import FollowupError
from followup_letters.markup import Envelope, Mailbox, Page
from followup_letters.writing import html, text
from followup_letters.writing.mail import body, checked_address, refuse_unsafe, subject

_ATOMS = re.compile(r"[\w!#$%&'*+/^`{|}~-]+( [\w!#$%&'*+/^`{|}~-]+)*", re.ASCII)
_PLAIN = re.compile(r"[!-~]+( [!-~]+)*")
_LONGEST_LINE = 76  # characters of a header that is not folded; mail servers advise 78
_LONGEST_BARE = 60  # characters; longer words are encoded, and so can be folded anywhere
_FOLD = "\r\n "
_NO_MAIL = "has no e-mail form (eml); a letter has one where the interview file says letter: {medium: email}"
_STYLE = ".typed { white-space: pre-wrap; }\n"


def write(page: Page) -> bytes:
    """`page` as the bytes of an `.eml` file, its lines ended as mail servers want them.

    Raises FollowupError for a letter that goes by post; InputError, naming the field, for a name, an address or a
    subject that a header cannot hold as it was typed; MachineError for an attached PDF, as `pdf` does.
    """
    if page.mail is None:
        raise FollowupError(f"{page.title}\n  {_NO_MAIL}")
    return "".join(_headers(page, page.mail)).encode("ascii") + _message(page, page.mail)


def _headers(page: Page, mail: Envelope) -> list[str]:
    """The lines above the message. From and To are left out where no address is known, for the sender to fill in."""
    lines = ["X-Unsent: 1\r\n", f"Subject: {_subject(subject(page))}\r\n"]
    for name, mailbox in (("From", mail.sender), ("To", mail.reader)):
        if address := checked_address(mailbox):
            shown = _display_name(mailbox)
            fits = len(f"From: {shown} <{address}>") <= _LONGEST_LINE and "\n" not in shown
            lines.append(f"{name}: {shown}{' ' if fits else _FOLD}<{address}>\r\n")
    return lines


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
    parts = text.write(shown).decode(), html.standalone(shown, _STYLE)
    attached = _pdf(page) if mail.attachment else b""
    digest = hashlib.sha256(b"\0".join((*map(str.encode, parts), attached))).hexdigest()
    message = EmailMessage(policy=SMTP)
    message.set_content(parts[0], cte="quoted-printable")
    message.add_alternative(parts[1], subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_{digest[:32]}")
    if mail.attachment:
        message.add_attachment(attached, maintype="application", subtype="pdf", filename=mail.attachment)
        message.set_boundary(f"=_{digest[32:]}")
    for part in message.iter_parts():
        del part["MIME-Version"]  # which belongs to the whole alone
    return message.as_bytes()


def _pdf(page: Page) -> bytes:
    from followup_letters.writing import pdf

    return pdf.write(page)

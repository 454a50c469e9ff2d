"""What the e-mail form of a letter says: its subject, its body without it, and the link that opens both for sending.

What a header cannot hold as it was typed is refused here: nothing a user types can become a header.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from urllib.parse import quote

from followup_letters.errors import Fault, InputError, TemplateError
from followup_letters.markup import Element, Mailbox, Page
from followup_letters.writing import text

LINK = "mail-link"
"""The class of the words that the link stands under, in the running words of a page."""

_ADDRESS = re.compile(r"[!-~]+@[!-~]+")
_LONGEST_LINK = 2000  # characters; Windows hands a mail program no more
_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}


def subject(page: Page) -> str:
    """The subject: the letter's own, or the title of a page that has none.

    Raises InputError, naming its field, and TemplateError for what a template has put around the fields.
    """
    found = page.root.part("subject")
    for element in found.walk() if found else ():
        if "data-from" in element.attributes:
            refuse_unsafe(element.text, element.attributes["data-from"])
    words = found.text if found else page.title
    if found and (slip := _unsafe(words)):
        raise TemplateError(f"here belongs {slip[0]}", "subject.html.j2")
    refuse_unsafe(words, "subject")
    return words


def body(page: Page) -> Page:
    """The page without its subject, which has a header of its own."""
    return replace(page, root=_without(page.root, "subject"))


def checked_address(mailbox: Mailbox) -> str | None:
    """The address of `mailbox`, if it has one. Raises InputError for one that not every mail server takes."""
    address = mailbox.address
    if address is not None and (not _ADDRESS.fullmatch(address) or "=?" in address):
        rule = "an e-mail address without accents or signs of other alphabets, which not every mail server takes"
        raise InputError([Fault(rule, field=f"{mailbox.field}.email", found=address)])
    return address


def refuse_unsafe(words: str, field: str) -> None:
    """Raise InputError for what a header cannot hold, or what a mail program could take for code."""
    if slip := _unsafe(words):
        raise InputError([Fault(slip[0], field=field, found=slip[1])])


def _unsafe(words: str) -> tuple[str, str | None] | None:
    """The rule that `words` break as a header, and what of them may be shown; None where there is none."""
    if "=?" in words:
        rule = "text without =? where it becomes a header of an e-mail, because mail programs take that for code"
        return rule, words[:60]
    found = next((each for each in words if unicodedata.category(each) in _UNPRINTABLE), None)
    if found is None:
        return None
    return f"text in one line, without the character U+{ord(found):04X}, for a header of an e-mail", None


def link(page: Page) -> str | None:
    """The `mailto:` link that opens the letter in a mail program, ready to send.

    None for what goes by post, where the reader's address is not known, and where no mail program would take it.
    """
    if page.mail is None:
        return None
    try:
        address, words = checked_address(page.mail.reader), subject(page)
        copies = [copy for mailbox in page.mail.copies if (copy := checked_address(mailbox))]
    except (InputError, TemplateError):
        return None
    if address is None:
        return None
    lines = text.write(body(page)).decode().replace("\n", "\r\n")
    also = f"cc={','.join(quote(copy, safe='@') for copy in copies)}&" if copies else ""
    found = f"mailto:{quote(address, safe='@')}?{also}subject={quote(words, safe='')}&body={quote(lines, safe='')}"
    return found if len(found) <= _LONGEST_LINK else None


def _without(element: Element, name: str) -> Element:
    kept = tuple(
        _without(child, name) if isinstance(child, Element) else child
        for child in element.children
        if not (isinstance(child, Element) and name in child.classes)
    )
    return Element(element.tag, element.attributes, kept)

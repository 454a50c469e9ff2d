"""How the letters are set and sent: language, paper, layout, letterhead, copies."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator, model_validator

from followup_letters import letterheads
from followup_letters.arguments import Slip, Slips
from followup_letters.choices import ALWAYS_TOLD, Face, FindingId, Language, Layout, Medium, Paper
from followup_letters.fields import (
    MOST_ENCLOSURES,
    Email,
    Entries,
    Entry,
    Flag,
    OptionalDate,
    OptionalLine,
    empty_is_none,
    empty_is_true,
    to_list,
)
from followup_letters.noun import Noun
from followup_letters.patterns import pattern
from followup_letters.printable import trimmed

_WITH_ADDRESS = pattern(r"(.*[^ ]) *<([^<>]*)>", re.DOTALL)


def _to_base64(value: object) -> object:
    """The content of a letterhead in base64, from the content itself or from such a text."""
    if value is None:
        return None
    if isinstance(value, str):
        try:
            value = b64decode(value, validate=True)
        except ValueError:
            raise ValueError("the content of a Word file, as bytes or in base64") from None
    if not isinstance(value, bytes | bytearray):
        raise ValueError("a Word file: its bytes, or those in base64")
    return b64encode(letterheads.checked(bytes(value))).decode("ascii")


class Letterhead(Noun):
    """A Word file of your own, which the letters are set on as Word files."""

    file: OptionalLine = None
    """The name of the file, DOCX or DOTX, in the folder of the interview file or below. None: its content was given."""
    content: Annotated[str | None, BeforeValidator(_to_base64), Field(repr=False)] = None
    """The file itself, in base64: read from the file, or given by a program."""

    @model_validator(mode="after")
    def _was_read(self) -> Letterhead:
        if self.content is None:
            raise ValueError("the name of a Word file, read with the interview file; a program may give its `content`")
        return self

    @property
    def as_bytes(self) -> bytes:
        """The file itself."""
        return b64decode(self.content or "")


def _to_letterhead(value: object) -> object:
    if isinstance(value, bytes):
        return {"content": value}
    if isinstance(value, str):
        return {"file": value} if value.strip() else None
    return value


class Copy(Noun):
    """Somebody who gets a copy of the letters."""

    name: Entry
    """As the letter names the person."""
    email: Email = None
    """The address that an e-mail is copied to. None: the letter names the person, and the e-mail goes to the reader."""

    @model_validator(mode="before")
    @classmethod
    def _bare_name(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = _WITH_ADDRESS.fullmatch(trimmed(value))
        return {"name": found[1], "email": found[2]} if found else {"name": value}


class LetterSettings(Noun):
    """How the letters are set and sent."""

    language: Language = Language.EN_US
    """The English they are written in: dates, punctuation, closes and paper. Left out: en-US."""
    paper: Annotated[Paper | None, BeforeValidator(empty_is_none)] = None
    """None: the paper of the language's country; a4 for din5008-b, which is drawn for it."""
    layout: Annotated[Layout | None, BeforeValidator(empty_is_none)] = None
    """None: that of the language's country; plain for e-mail."""
    face: Annotated[Face | None, BeforeValidator(empty_is_none)] = None
    """What they are set in. None: XCharter."""
    medium: Medium = Medium.POST
    """How they travel. Left out: by post."""
    mail_on: OptionalDate = None
    """The day the letters go out, and their date. None: by the rules (R7–R10). Give it for letters that are late."""
    announce_call: Annotated[bool, BeforeValidator(empty_is_true)] = True
    """False: the letter does not say that you will call (R31); nor does one that says what you `promised`."""
    enclosures: Entries = ()
    """What goes into the envelope with the letter."""
    letterhead: Annotated[Letterhead | None, BeforeValidator(_to_letterhead)] = None
    """The file name of a Word document of your own that Word files are set on. None: our own page."""
    cc: Annotated[tuple[Copy, ...], BeforeValidator(to_list)] = Field(default=(), max_length=MOST_ENCLOSURES)
    """Who gets a copy: names, or "Ana Ruiz <ana@example.com>". Never another of the people you met."""
    attach_pdf: Flag = False
    """True: an e-mail draft (.eml) carries the letter as a PDF as well."""
    ignore: Annotated[tuple[FindingId, ...], BeforeValidator(to_list)] = ()
    """The ids of findings not to be told: `[title-missing]`. How many were left out is told all the same, and
    `private-leak` and `idea-leak` always are."""

    @field_validator("ignore")
    @classmethod
    def _promises_hold(cls, ignore: tuple[FindingId, ...]) -> tuple[FindingId, ...]:
        kept = [index for index, id in enumerate(ignore) if id in ALWAYS_TOLD]
        if kept:
            rule = f"the id of a finding, but not {' or '.join(ALWAYS_TOLD)}, which hold a promise"
            hint = "word the sentence without what you keep private; --force writes in spite of it"
            raise Slips([Slip((index,), rule, ignore[index].value, hint) for index in kept])
        return ignore

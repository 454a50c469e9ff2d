"""You: name, address, signature, and the strengths that letters tell of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from followup_letters.fields import (
    MOST_TO_MATCH,
    Address,
    Answers,
    Bullet,
    Email,
    Flag,
    Line,
    OptionalLine,
    Phone,
    empty_is_none,
    to_list,
)
from followup_letters.noun import Noun, TextOrTable
from followup_letters.pictures import checked, picture_of


class Strength(TextOrTable):
    """One strength or accomplishment, as it stands in a résumé (R25)."""

    text: Bullet
    """The bullet as typed, in any form: "Cut close from ten days to four"."""
    clause: OptionalLine = None
    """The whole clause by hand, beginning with "I": "I led the migration". None: worked out, if the form is proved."""
    answers: Answers = None
    """The responsibilities that this strength answers: their text, or a part of it. Of two with one, the first
    counts. Empty, `[]`: it answers none of them. None: matched by the library."""
    current: Flag = False
    """True if it still goes on, so that "Manages 60 clients" may be said in the present tense."""
    employer: OptionalLine = None
    """Where you did it, as a résumé has it; our letters do not print it. None: not told."""


def _to_picture(value: object) -> object:
    """The `data:` URI of a picture, from such a URI or from the content of a file."""
    if isinstance(value, bytes):
        return checked(value).source
    return picture_of(value.strip()).source if isinstance(value, str) and value.strip() else None


class Signature(Noun):
    """A picture of your signature, in the space to sign."""

    file: OptionalLine = None
    """The name of the picture, beside the file that names it: PNG or SVG. None: its content was given."""
    image: Annotated[str | None, BeforeValidator(_to_picture), Field(repr=False)] = None
    """The picture itself, as data:image/png;base64,…: read from the file, or given by a program."""
    alt: OptionalLine = None
    """What is read aloud to those who do not see it. None: that it is the signature of whoever signs."""

    @model_validator(mode="after")
    def _has_a_picture(self) -> Signature:
        if self.image is None and self.file is not None:
            raise ValueError("the picture itself, as `image`; load() reads the file of one that is named")
        if self.image is None:
            raise ValueError("a signature with the name of a picture: {file: signature.png}")
        return self


def _to_signature(value: object) -> object:
    """A signature from the content of its picture, or from a `data:` URI; a file name is for loading to read."""
    if isinstance(value, bytes) or (isinstance(value, str) and value.strip()):
        return {"image": value}
    return empty_is_none(value)


class Candidate(Noun):
    """The writer of the letters."""

    name: Line
    """As you sign."""
    email: Email = None
    """None: no e-mail address on the letter."""
    phone: Phone = None
    """As it should be printed. None: no telephone number on the letter."""
    address: Address = ()
    """Your postal address, a line each. Empty: none on the letter."""
    signature: Annotated[Signature | None, BeforeValidator(_to_signature)] = None
    """The file name of a picture of your signature, PNG or SVG. None: space to sign by hand."""
    strengths: Annotated[tuple[Strength, ...], BeforeValidator(to_list)] = Field(default=(), max_length=MOST_TO_MATCH)
    """Your strengths and accomplishments (R25), strongest first. Empty: the letter makes no claim."""

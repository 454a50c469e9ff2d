"""How people and companies are named in running text and in a salutation (R5, R65).

Nothing is guessed: no gender, no split of a name. Nothing is worded here: "Dear" and its like live in templates/.
"""

from __future__ import annotations

import re
from typing import Protocol

from followup_letters.patterns import pattern

# A title that is an abbreviation: American English sets a full stop after it, British English none.
_ABBREVIATED_TITLE = pattern(r"(Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Capt|Lt|Col|Sgt|Fr|St)\.?", re.IGNORECASE)

# ", PhD", ", RN, MSN": at least two capitals each, so that "Jr." and a family name after a comma stay.
_POST_NOMINALS = pattern(r"(?:,\s*[A-Z][A-Za-z]*\.?[A-Z][A-Za-z.-]*)+$")

_LEGAL_SUFFIX = pattern(
    r"""(?<!\band)(?<!&)\s*[,]?\s+
        (?: Inc | Incorporated | L\.?L\.?C | L\.?L\.?P | L\.?P | Ltd | Limited | Corp | Corporation | Co | P\.?L\.?C
          | P\.?L\.?L\.?C | P\.?C | P\.?A | GmbH(?:\s*&\s*Co\.?\s*KG)? | AG | SE | KG | KGaA | e\.?\ ?V | S\.?A\.?S?
          | S\.?r\.?l | S\.?p\.?A | B\.?V | N\.?V | A/S | AB | ASA? | Oyj?
          | Pty\.?\ Ltd | Pvt\.?\ Ltd | C\.?I\.?C | K\.?K
        )\.?$""",
    re.VERBOSE | re.IGNORECASE,
)


class Addressed(Protocol):
    """What an addressee must tell; None is what was not told."""

    @property
    def name(self) -> str: ...
    @property
    def salutation(self) -> str | None: ...
    @property
    def courtesy_title(self) -> str | None: ...
    @property
    def family(self) -> str | None: ...
    @property
    def given(self) -> str | None: ...
    @property
    def first_name_basis(self) -> bool: ...


def running_name(company: str) -> str:
    """The company's name in running text: without its legal suffix, if anything is left without it."""
    shorter = _LEGAL_SUFFIX.sub("", company)
    while shorter != company and shorter:
        company, shorter = shorter, _LEGAL_SUFFIX.sub("", shorter)
    return company


_DEAR = pattern(r"^dear\s+|[,:]$", re.IGNORECASE)  # which the template says


def addressee(person: Addressed, *, british: bool) -> tuple[str, ...]:
    """The words that follow "Dear", in pieces that must not be broken apart, by the ladder of LETTERS.md.

    The salutation given, else the given name on first-name basis, else courtesy title and family name, else the
    full name as on the card without post-nominals.
    """
    if person.salutation:
        return (_DEAR.sub("", person.salutation),)
    if person.first_name_basis and person.given:
        return (person.given,)
    if person.courtesy_title and person.family:
        return (_punctuated(person.courtesy_title, british=british), person.family)
    return (_POST_NOMINALS.sub("", person.name) or person.name,)


def is_unnamed(person: Addressed) -> bool:
    """True if the salutation given names nobody, as in "Dear Sir or Madam"."""
    names = [name for name in (person.name, person.family, person.given) if name]
    said = person.salutation
    return said is not None and not any(word in said for name in names for word in name.split())


def _punctuated(title: str, *, british: bool) -> str:
    """A courtesy title as it is written after "Dear": "Professor" in full, other abbreviations by the locale."""
    if re.fullmatch(r"prof\.?", title, re.IGNORECASE):
        return "Professor"
    if _ABBREVIATED_TITLE.fullmatch(title):
        return title.rstrip(".") if british else title.rstrip(".") + "."
    return title

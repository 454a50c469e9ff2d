"""A vCard to what a business card says: name, title, organisation, department, address, e-mail, telephone (R5, R6).

Of several values the one for work comes before the one for home, and the preferred before others; the rest of the
card is left out, and recorded. How the file is written is vcard_reading.py's business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from followup_letters.errors import counted
from followup_letters.loading.foreign.postal import address_lines, is_country_code
from followup_letters.loading.foreign.taking import Taking
from followup_letters.loading.foreign.vcard_reading import Property, ReadCard
from followup_letters.printable import one_line

# What says something about the file and nothing about the person.
_ABOUT_THE_FILE = frozenset("VERSION PRODID REV UID SOURCE PROFILE MAILER X-ABUID X-EVOLUTION-FILE-AS".split())
_NOT_TO_CALL = ("FAX", "PAGER", "MODEM", "BBS")
_NAME_ORDER = (3, 1, 2, 0)  # prefixes, given, additional, family; suffixes follow a comma


def full_name(card: ReadCard) -> str:
    """The name as the card writes it; put together of its parts only where it has no other."""
    formatted = _best([each for each in card.properties if each.name == "FN" and each.text])
    return one_line(formatted.text) if formatted else _put_together(_parts(card))


def name_parts(card: ReadCard) -> dict[str, str]:
    """The family name, the given name and the title before them, where the card tells them apart."""
    family, given, _, prefix, _ = _parts(card)
    return {"family": family, "given": given, "courtesy_title": prefix}


def take_card(card: ReadCard, taking: Taking) -> None:
    """Take from `card` whatever a Card of the interview holds, and record the rest."""
    is_formatted = any(each.name == "FN" and each.text for each in card.properties)
    taking.take("name", full_name(card), "FN" if is_formatted else "N")
    left = [each for each in card.properties if each.name not in ("FN", "N") and each.name not in _ABOUT_THE_FILE]
    for name, take in _TAKERS.items():
        named = [each for each in left if each.name == name and each.text.strip("; \n")]
        chosen = _best([each for each in named if not each.has(*_NOT_TO_CALL)])
        if chosen is not None:
            take(chosen, taking)
            left.remove(chosen)
    for each in left:
        if each.text.strip("; \n") or each.parameters.get("ENCODING"):
            taking.leave(each.name, each.text or "data", _why(each, taking))
    if card.unreadable:
        lines = ", ".join(map(str, card.unreadable[:5])) + ("…" if len(card.unreadable) > 5 else "")
        taking.leave(f"line {lines}", counted(len(card.unreadable), "line"), "not written as a vCard is")
    if card.nested:
        taking.leave("AGENT", counted(card.nested, "card"), "another person's card inside this one")


def _why(left: Property, taking: Taking) -> str:
    if left.name not in _TAKERS:
        return "no field of the interview takes it"
    return "no telephone to call" if left.has(*_NOT_TO_CALL) else "another one was taken"


def _best(properties: Sequence[Property]) -> Property | None:
    """The one for work, in English if it comes in several languages, that its owner prefers; the first of equals."""
    return min(properties, key=_order, default=None)


def _order(each: Property) -> tuple[bool, bool, int]:
    language = each.parameters.get("LANGUAGE", ["en"])[0].lower()
    return each.has("HOME") and not each.has("WORK"), not language.startswith("en"), each.rank


def _parts(card: ReadCard) -> list[str]:
    named = _best([each for each in card.properties if each.name == "N"])
    parts = [one_line(part.replace(",", " ")) for part in named.components] if named else []
    return [*parts, "", "", "", "", ""][:5]


def _put_together(parts: Sequence[str]) -> str:
    name = " ".join(parts[place] for place in _NAME_ORDER if parts[place])
    return ", ".join(part for part in (name, parts[4]) if part)


# ---------------------------------------------------------------------------------------- one property


def _take_title(title: Property, taking: Taking) -> None:
    taking.take("title", one_line(title.text), "TITLE")


def _take_organisation(organisation: Property, taking: Taking) -> None:
    name, *units = [one_line(part) for part in organisation.components]
    taking.take("organisation", name, "ORG")
    taking.take("department", ", ".join(unit for unit in units if unit), "ORG")


def _take_email(email: Property, taking: Taking) -> None:
    taking.take("email", re.sub("^mailto:", "", one_line(email.text), flags=re.IGNORECASE), "EMAIL")


def _take_phone(phone: Property, taking: Taking) -> None:
    number = one_line(phone.text)
    if uri := re.fullmatch(r"tel:([^;]*)(?:.*?;ext=([\d-]+))?.*", number, re.IGNORECASE):
        number = f"{uri[1]} x{uri[2]}" if uri[2] else uri[1]
    taking.take("phone", number, "TEL")


def _take_address(address: Property, taking: Taking) -> None:
    if address.has("HOME") and not address.has("WORK"):
        taking.leave("ADR", address.text, "a private address")
        return
    box, extended, street, city, region, code, country = [*address.components, *[""] * 7][:7]
    streets = [part for part in (street, extended, box) if part]
    lines = address_lines(streets, city=city, region=region, code=code, country=country)
    if taking.take("address", lines, "ADR") and is_country_code(country):
        taking.leave("ADR", country, "a country's code is no line of an address")


_TAKERS: dict[str, Callable[[Property, Taking], None]] = {
    "TITLE": _take_title,
    "ORG": _take_organisation,
    "EMAIL": _take_email,
    "TEL": _take_phone,
    "ADR": _take_address,
}

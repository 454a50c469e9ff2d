"""The parts of a postal address, as other programs keep them, to the lines of one.

How a country orders them is told by its code; what is no part of an address block is left to whoever calls.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.printable import lines_of

_REGION_THEN_CODE = frozenset("US USA CA CAN AU AUS".split())  # Chicago, IL 60654
_CODE_LAST = frozenset("GB GBR UK IE IRL IN NZ SG".split())  # Leeds / LS1 4AP
_NAMES = {
    "united states": "US",
    "united states of america": "US",
    "canada": "CA",
    "australia": "AU",
    "united kingdom": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "ireland": "IE",
}


def address_lines(
    streets: Sequence[str], *, city: str = "", region: str = "", code: str = "", country: str = ""
) -> list[str]:
    """The lines of an address: the streets as they are, then city, region and code in the country's order.

    `country` is a code, which orders the lines and is not printed, or a name, which is the last line.
    """
    key = _NAMES.get(country.casefold(), country.upper())
    if key in _CODE_LAST:
        places = [", ".join(part for part in (city, region) if part), code]
    elif key in _REGION_THEN_CODE or not country:
        places = [", ".join(part for part in (city, " ".join(part for part in (region, code) if part)) if part)]
    else:
        town = " ".join(part for part in (code, city) if part)
        places = [", ".join(part for part in (town, region if region != city else "") if part)]
    lines = [*(line for street in streets for line in lines_of(street)), *places]
    if not is_country_code(country):
        lines.append(country)
    return [line for line in lines if line]


def is_country_code(country: str) -> bool:
    """True for "US" or "DEU", which no postman reads."""
    return len(country) in (2, 3) and country.isascii() and country.isupper()

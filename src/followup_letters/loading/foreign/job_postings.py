"""A job posting to a position and to a company: the job schema of JSON Resume, and schema.org's JobPosting.

A JobPosting stands in a file of its own or in the scripts of a saved page; of several, the one that is meant must be
clear. What the posting says and the interview does not use is left out, and recorded; `responsibilities` reads its
lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Any

from followup_letters.bounds import DEEPEST
from followup_letters.choices import Level
from followup_letters.fields import MOST_TO_MATCH
from followup_letters.loading.foreign.html_pages import shown_lines
from followup_letters.loading.foreign.postal import address_lines, is_country_code
from followup_letters.loading.foreign.responsibilities import entries_of, responsibilities_in
from followup_letters.loading.foreign.taking import Taking, given, unfit
from followup_letters.models import Responsibility

JOB, POSTING = "JSON Resume job", "schema.org JobPosting"
# Keys of a job that no position and no company of ours has, by which the two are told apart.
_JOB_KEYS = frozenset("company type date description location remote salary experience qualifications skills".split())
_UNUSED = "no field of the interview takes it"
_LONGEST_REFERENCE = 20  # characters; longer ones are keys of a database, which nobody quotes


def is_job(data: Any) -> bool:
    """Whether a file's data is a job of JSON Resume, and not a position or company with the fields of our own."""
    return isinstance(data, Mapping) and not _JOB_KEYS.isdisjoint(data)


def is_linked_data(data: Any) -> bool:
    """Whether a file's data is JSON-LD, such as schema.org's."""
    if isinstance(data, list):
        return any(map(is_linked_data, data))
    return isinstance(data, Mapping) and not {"@type", "@graph", "@context"}.isdisjoint(data)


def postings_in(data: Any) -> list[dict[str, Any]]:
    """Every JobPosting of some JSON-LD, with references to other parts of it resolved; the same one only once.

    One without a title is given only where none has a title.
    """
    tables = list(_tables(data))
    named = {str(table["@id"]): table for table in tables if "@id" in table and len(table) > 1}
    postings: list[dict[str, Any]] = []
    for table in tables:
        posting = {_local(key): _resolved(value, named) for key, value in table.items()}
        if "JobPosting" in _types(table) and posting not in postings:
            postings.append(posting)
    return [posting for posting in postings if title_of(posting)] or postings


def _tables(data: Any) -> Iterator[dict[str, Any]]:
    """Every table of some JSON, outermost first, no deeper than any reader goes."""
    level = [data]
    for _ in range(DEEPEST):
        below: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                yield value
                below += value.values()
            elif isinstance(value, list):
                below += value
        level = below


def _types(table: Mapping[str, Any]) -> list[str]:
    return [_local(str(kind)) for kind in _listed(table.get("@type"))]


def _local(name: str) -> str:
    """`schema:JobPosting` and `https://schema.org/JobPosting` without what comes before the name."""
    return re.split(r"[:/#]", name)[-1] if not name.startswith("@") else name


def _resolved(value: Any, named: Mapping[str, Any]) -> Any:
    if isinstance(value, dict) and len(value) == 1 and "@id" in value:
        return named.get(str(value["@id"]), value)
    return value


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def text_of(value: Any) -> str:
    """A value of JSON-LD or JSON as one text in one line, without HTML; empty for what is none."""
    value = _alone(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float) or is_no_number(value):
        return ""
    return " ".join(shown_lines(str(value)))


def _alone(value: Any) -> Any:
    """The one value of a list of one, and of a table what it is called."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value.get("@value", value.get("name")) if isinstance(value, dict) else value


def is_no_number(value: Any) -> bool:
    """True for what JSON reads as endless (1e999), or as NaN: as a text it would be the word "inf"."""
    value = _alone(value)
    return isinstance(value, float) and not isfinite(value)


def title_of(posting: Mapping[str, Any]) -> str:
    """What the job is called."""
    return text_of(posting.get("title")) or text_of(posting.get("name"))


def titles_in(posting: Mapping[str, Any]) -> list[Any]:
    """What stands where a posting says what the job is called, whatever it is."""
    return [posting.get("title"), posting.get("name")]


def companies_in(posting: Mapping[str, Any]) -> list[Any]:
    """What stands where a posting says what the company is called, whatever it is."""
    organization = _organization(posting)
    return (
        [organization.get("legalName"), organization.get("name")] if isinstance(organization, dict) else [organization]
    )


def company_of(posting: Mapping[str, Any]) -> str:
    """What the company is called."""
    return _company_name(_organization(posting))


# ------------------------------------------------------------------------------------------- a position


def take_position(posting: Mapping[str, Any], taking: Taking, *, with_company: bool = False) -> None:
    """Take title, reference, level and responsibilities of a posting in either form, and record the rest.

    `with_company` says that the company is taken from this posting too, so that its fields are not left out.
    """
    name = "title" if text_of(posting.get("title")) else "name"
    taking.take("title", title_of(posting), name)
    _take_reference(posting.get("identifier"), taking)
    level = _level(text_of(posting.get("experience")))
    if level:
        taking.take("level", level, "experience")
    listings = _take_responsibilities(posting, taking)
    for heading, items in listings:
        taking.leave(
            f"description: {heading}", list(items), "the line above does not say that these are responsibilities"
        )
    used = {name, "identifier", "responsibilities", *(["experience"] if level else [])}
    for field, value in posting.items():
        is_of_company = field in ("hiringOrganization", "company", "jobLocation", "location")
        if not (field.startswith(("@", "$")) or field in used or (is_of_company and with_company)):
            _leave(field, value, "for company, which may name this file as well" if is_of_company else _UNUSED, taking)


def _leave(source: str, value: Any, why: str, taking: Taking) -> None:
    if value not in (None, "", [], {}):
        taking.leave(source, _readable(value), why)


def _readable(value: Any) -> Any:
    return " ".join(shown_lines(value)) if isinstance(value, str) else value


def _take_reference(identifier: Any, taking: Taking) -> None:
    value = identifier.get("value") if isinstance(identifier, dict) else identifier
    if is_no_number(value):
        taking.leave("identifier", value, "no number")
    reference = text_of(value)
    if not reference:
        return
    if len(reference) > _LONGEST_REFERENCE or "/" in reference or re.fullmatch("[0-9a-fA-F-]{20,}", reference):
        taking.leave("identifier", reference, "too long for a number that anybody quotes")
    else:
        taking.take("reference", reference, "identifier")


def _level(experience: str) -> str | None:
    word = re.sub(r"[\s-]*level$", "", experience.casefold())
    return word if word in {str(level) for level in Level} else None


def _take_responsibilities(posting: Mapping[str, Any], taking: Taking) -> list[tuple[str, tuple[str, ...]]]:
    """Take them from their own field, or else from the description; return the lists of the description left."""
    own = [text for value in _listed(posting.get("responsibilities")) for text in _entries(value, posting)]
    found = [(text, "responsibilities") for text in own]
    left: list[tuple[str, tuple[str, ...]]] = []
    if not found and isinstance(posting.get("description"), str):
        listed, listings = responsibilities_in(posting["description"])
        found = [(text, f"description: {heading}") for text, heading in listed]
        left = [(listing.heading or "a list", listing.items) for listing in listings]
    if found and given(taking.typed, "responsibilities") is not None:
        taking.leave("responsibilities", [text for text, _ in found], "responsibilities is typed beside the file")
        return left
    _take_each(found, taking)
    return left


def _entries(value: Any, posting: Mapping[str, Any]) -> list[str]:
    if not isinstance(value, str):
        return [text] if (text := text_of(value)) else []
    return entries_of(value) if isinstance(posting.get("responsibilities"), str) or "<" in value else [value.strip()]


def _take_each(found: Sequence[tuple[str, str]], taking: Taking) -> None:
    texts: list[str] = []
    for text, source in found:
        reason = unfit(Responsibility, "text", text) if len(texts) < MOST_TO_MATCH else f"more than {MOST_TO_MATCH}"
        if text in texts:
            continue
        if reason:
            taking.leave(source, text, reason)
        else:
            taking.note(f"position.responsibilities[{len(texts)}]", text, source)
            texts.append(text)
    if texts:
        taking.data["responsibilities"] = texts


# -------------------------------------------------------------------------------------------- a company


def take_company(posting: Mapping[str, Any], taking: Taking) -> None:
    """Take the company's name and address, and record what else the posting says of it."""
    organization = _organization(posting)
    source = "company" if "company" in posting else "hiringOrganization"
    taking.take("name", _company_name(organization), source)
    if isinstance(organization, dict):
        for field, value in organization.items():
            if field not in ("name", "legalName", "address") and not field.startswith("@"):
                _leave(f"{source}.{field}", value, _UNUSED, taking)
        _take_address(organization.get("address"), f"{source}.address", taking)
    places = _listed(posting.get("jobLocation")) or _listed(posting.get("location"))
    for place in places:
        where = "jobLocation" if "jobLocation" in posting else "location"
        if len(places) > 1:
            taking.leave(where, _in_words(place), "one of several places; type the address")
        else:
            is_place = where == "jobLocation" and isinstance(place, dict)
            _take_address(place.get("address", place) if is_place else place, where, taking)


def _organization(posting: Mapping[str, Any]) -> Any:
    organization = posting.get("hiringOrganization") or posting.get("company")
    return organization[0] if isinstance(organization, list) and organization else organization


def _company_name(organization: Any) -> str:
    if isinstance(organization, dict):
        return text_of(organization.get("legalName")) or text_of(organization.get("name"))
    return text_of(organization)


def _take_address(address: Any, source: str, taking: Taking) -> None:
    """Take an address that a letter reaches: one with a street."""
    if isinstance(address, list) and len(address) == 1:
        address = address[0]
    if not isinstance(address, dict):
        if address not in (None, "", []):
            taking.leave(source, _readable(address), "not told apart into street and place; type the address")
        return
    streets = [line for field in ("streetAddress", "address") for line in _lines(address.get(field))]
    if not streets:
        taking.leave(source, _in_words(address), "no street in it")
        return
    country = _first(address, "addressCountry", "countryCode")
    lines = address_lines(
        streets,
        city=_first(address, "addressLocality", "city"),
        region=_first(address, "addressRegion", "region"),
        code=_first(address, "postalCode"),
        country=country,
    )
    if taking.take("address", lines, source) and is_country_code(country):
        taking.leave(source, country, "a country's code is no line of an address")


def _lines(value: Any) -> list[str]:
    """The lines of one text, or of several."""
    return [line for text in _listed(value) if isinstance(text, str) for line in shown_lines(text)]


def _first(table: Mapping[str, Any], *fields: str) -> str:
    return next((text for field in fields if (text := text_of(table.get(field)))), "")


def _in_words(place: Any) -> str:
    """The texts of a place, whatever tables they stand in."""
    if isinstance(place, dict):
        parts = [_in_words(value) for key, value in place.items() if not key.startswith("@")]
        return ", ".join(part for part in parts if part)
    return text_of(place)

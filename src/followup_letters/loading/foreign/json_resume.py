"""A résumé in the form of JSON Resume (schema 1.x) to a candidate: name, addresses, and strengths with their employer.

Highlights of work, projects and volunteering are strengths, and so are awards, certificates and languages, in the
order of the file. Every other field of it is left out, and recorded; a field of the wrong kind as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from followup_letters.loading.foreign.postal import address_lines, is_country_code
from followup_letters.loading.foreign.taking import Taking, unfit
from followup_letters.models import Strength
from followup_letters.printable import trimmed

FORM = "JSON Resume"
_SECTIONS = frozenset("work volunteer education awards certificates publications skills languages projects".split())
_LEADS = re.compile(r"^(?:[•·▪◦‣●*–—-]\s+)+")
_ONGOING = frozenset(["", "present", "current", "now", "today"])
_UNUSED = "no field of the interview takes it"
_WRONG_KIND = "not of the kind that JSON Resume has there"
# Sections with highlights: the fields that may name the employer, the new one first.
_WITH_HIGHLIGHTS = {"work": ("name", "company"), "projects": ("entity",), "volunteer": ("organization",)}
# Sections whose entries are a strength each: the fields that make its text.
_AS_ONE_TEXT = {"awards": ("title", "awarder"), "certificates": ("name", "issuer")}


@dataclass(frozen=True)
class Found:
    """One strength as the résumé has it, and where it stands there."""

    data: dict[str, Any]
    source: str


def is_resume(data: Any) -> bool:
    """Whether a file's data is a JSON Resume and not our own candidate: it has `basics`, or sections and no `name`."""
    return isinstance(data, Mapping) and ("basics" in data or ("name" not in data and not _SECTIONS.isdisjoint(data)))


def take_resume(data: Mapping[str, Any], taking: Taking) -> list[Found]:
    """Take name and addresses, record what has no place, and return the strengths, which may still be picked from."""
    _basics(data.get("basics"), taking)
    strengths: list[Found] = []
    for section, entries in data.items():
        if section in ("basics", "meta", "$schema"):
            continue
        if section not in {*_WITH_HIGHLIGHTS, *_AS_ONE_TEXT, "languages"}:
            _leave(section, entries, _UNUSED, taking)
        elif not isinstance(entries, list):
            _leave(section, entries, _WRONG_KIND, taking)
        else:
            for number, entry in enumerate(entries):
                strengths += _strengths(section, f"{section}[{number}]", entry, taking)
    return strengths


def _leave(source: str, value: Any, why: str, taking: Taking) -> None:
    if value not in (None, "", [], {}):
        taking.leave(source, value, why)


# -------------------------------------------------------------------------------------------- the person


def _basics(basics: Any, taking: Taking) -> None:
    if not isinstance(basics, Mapping):
        _leave("basics", basics, _WRONG_KIND, taking)
        return
    for field, value in basics.items():
        source = f"basics.{field}"
        if field == "location" and isinstance(value, Mapping):
            _location(value, taking)
        elif field not in ("name", "email", "phone"):
            _leave(source, value, _UNUSED, taking)
        elif isinstance(value, str | None):
            taking.take(field, value, source)
        else:
            _leave(source, value, _WRONG_KIND, taking)


def _location(location: Mapping[str, Any], taking: Taking) -> None:
    known = {"address": "", "city": "", "region": "", "postalCode": "", "countryCode": ""}
    for field, value in location.items():
        if field in known and isinstance(value, str):
            known[field] = trimmed(value)
        else:
            _leave(f"basics.location.{field}", value, _UNUSED if field not in known else _WRONG_KIND, taking)
    country = known["countryCode"]
    lines = address_lines(
        [known["address"]], city=known["city"], region=known["region"], code=known["postalCode"], country=country
    )
    if taking.take("address", lines, "basics.location") and is_country_code(country):
        taking.leave("basics.location.countryCode", country, "a country's code is no line of an address")


# ----------------------------------------------------------------------------------------- the strengths


def _strengths(section: str, place: str, entry: Any, taking: Taking) -> Iterator[Found]:
    if isinstance(entry, str) and section not in _WITH_HIGHLIGHTS:
        yield from _strength({"text": entry}, place, taking)
    elif not isinstance(entry, Mapping):
        _leave(place, entry, _WRONG_KIND, taking)
    elif section in _WITH_HIGHLIGHTS:
        yield from _highlights(_WITH_HIGHLIGHTS[section], place, entry, taking)
    elif section == "languages":
        yield from _language(place, entry, taking)
    else:
        fields = _AS_ONE_TEXT[section]
        text = ", ".join(trimmed(entry[field]) for field in fields if isinstance(entry.get(field), str))
        yield from _strength({"text": text}, place, taking)
        _leave_others(place, entry, fields, taking)


def _language(place: str, entry: Mapping[str, Any], taking: Taking) -> Iterator[Found]:
    language, fluency = _text(entry, "language", "name"), _text(entry, "fluency", "level")
    text = f"{language} ({fluency})" if language and fluency else language
    yield from _strength({"text": text}, place, taking)
    _leave_others(place, entry, ("language", "name", "fluency", "level") if language else (), taking)


def _highlights(names: tuple[str, ...], place: str, entry: Mapping[str, Any], taking: Taking) -> Iterator[Found]:
    highlights = entry.get("highlights")
    texts = [highlights] if isinstance(highlights, str) else highlights
    named = next((name for name in names if _text(entry, name)), "")
    more: dict[str, Any] = {}
    if named and unfit(Strength, "employer", _text(entry, named)) is None:
        more["employer"] = _text(entry, named)
    if names != ("entity",) and _text(entry, "startDate") and _text(entry, "endDate").casefold() in _ONGOING:
        more["current"] = True
    used: tuple[str, ...] = ()
    if isinstance(texts, list) and texts:
        for number, text in enumerate(texts):
            source = f"{place}.highlights[{number}]"
            if isinstance(text, str):
                yield from _strength({"text": text, **more}, source, taking)
            else:
                _leave(source, text, _WRONG_KIND, taking)
        used = ("highlights", named if "employer" in more else "", "startDate", "endDate")
    _leave_others(place, entry, used, taking)


def _strength(data: dict[str, Any], source: str, taking: Taking) -> Iterator[Found]:
    text = _LEADS.sub("", trimmed(data["text"]))
    if not text:
        return
    if reason := unfit(Strength, "text", text):
        taking.leave(source, text, reason)
    else:
        yield Found(data | {"text": text}, source)


def _leave_others(place: str, entry: Mapping[str, Any], used: tuple[str, ...], taking: Taking) -> None:
    for field, value in entry.items():
        is_read = isinstance(value, str | None) or (field == "highlights" and isinstance(value, list))
        if field not in used or not is_read:
            _leave(f"{place}.{field}", value, _UNUSED, taking)


def _text(entry: Mapping[str, Any], *fields: str) -> str:
    """The first of some fields that holds a text."""
    return next(
        (text for field in fields if isinstance(value := entry.get(field), str) and (text := trimmed(value))), ""
    )

"""What a letter prints as it was typed, where something else was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, is_file
from followup_letters.checking.spotting import quoted
from followup_letters.checking.table import Notes, Remark, Scope, rule
from followup_letters.choices import FindingId as Id
from followup_letters.choices import Language
from followup_letters.patterns import pattern

_ENTITY = pattern(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_BARE_NUMBER = pattern(r"\+?\d{10,}")
_AMERICAN = pattern(r"(\d{3})(\d{3})(\d{4})")


@rule(
    Id.ENTITY_LEFT,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Notes("company: {name: Barlow &amp; Sons, address: [400 W Superior St, 'Chicago, IL 60654']}"),
    good=Notes("company: {name: Barlow & Sons, address: [400 W Superior St, 'Chicago, IL 60654']}"),
)
def entity_left(case: Case) -> Iterator[Remark]:
    """Nothing is written as web pages are: the letter prints “&amp;” as it stands."""
    for field, text in case.told:
        for entity in dict.fromkeys(_ENTITY.findall(text)) if "&" in text and not is_file(field) else ():
            meant = unescape(entity)
            if meant != entity:
                instead = f"“{meant}”" if meant.strip() else "a space"
                message = f"{quoted(text)} has “{entity}” of a web page, which is printed as it stands; write {instead}"
                yield Remark(message, field=field)


@rule(
    Id.PHONE_BARE,
    Severity.INFO,
    None,
    Scope.NOTES,
    bad=Notes("candidate: {phone: '3125550142'}"),
    good=Notes("candidate: {phone: (312) 555-0142}"),
)
def phone_bare(case: Case) -> Iterator[Remark]:
    """A telephone number has the spaces or marks by which it is read: it is printed as typed."""
    number = case.interview.candidate.phone or ""
    if case.letters and _BARE_NUMBER.fullmatch(number):
        american = _AMERICAN.fullmatch(number) if case.interview.letter.language is Language.EN_US else None
        such_as = ", such as ({}) {}-{}".format(*american.groups()) if american else ""
        message = f"“{number}” is printed as it stands; write it with the spaces or marks by which it is read{such_as}"
        yield Remark(message, field="candidate.phone")

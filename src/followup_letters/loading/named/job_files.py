"""`position: posting.html` and `company: posting.json`: a saved page, a posting in data, or a file with our own fields.

Of several postings in one file the one is meant whose title stands beside its name; the company of two that name the
same one is clear as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from followup_letters.errors import Fault, InputError
from followup_letters.fields import NoNumberError
from followup_letters.loading.foreign.html_pages import json_ld
from followup_letters.loading.foreign.job_postings import (
    JOB,
    POSTING,
    companies_in,
    company_of,
    is_job,
    is_linked_data,
    is_no_number,
    postings_in,
    take_company,
    take_position,
    title_of,
    titles_in,
)
from followup_letters.loading.foreign.taking import given
from followup_letters.loading.named.picking import alike, named
from followup_letters.loading.named.references import Filling, Reference, is_ours, read_content, read_nodes
from followup_letters.loading.reading.files import SUFFIXES
from followup_letters.loading.reading.nodes import Scalar, Table, fault_at, found, plain
from followup_letters.models import Company, Position

PAGES = (".html", ".htm", ".xhtml")
JOB_SUFFIXES = (*SUFFIXES, *PAGES)

Posting = Mapping[str, Any]


class JobFiles:
    """The postings of one interview: the company is that of the posting which the position was taken from."""

    def __init__(self, *, is_shared: bool) -> None:
        """`is_shared` says whether position and company name the same file."""
        self._is_shared = is_shared
        self._chosen: dict[str, Posting] = {}

    def position_from(self, reference: Reference) -> Filling:
        """The position of the file that `reference` names. Raises InputError."""
        take = partial(take_position, with_company=self._is_shared)
        return self._from(reference, take, title_of, "title")

    def company_from(self, reference: Reference) -> Filling:
        """The company of the file that `reference` names. Raises InputError."""
        return self._from(reference, take_company, company_of, "name")

    def _from(self, reference: Reference, take: Callable[..., None], name_of: Callable[..., str], key: str) -> Filling:
        own, postings, broken, form, faults = _read(reference)
        if own is not None:
            return Filling(own if not reference.typed.entries else reference.merged(own), None, faults)
        posting = self._chosen.get(reference.name) or _meant(reference, postings, name_of, key)
        self._chosen[reference.name] = posting
        _refuse_no_number(key, reference, titles_in(posting) if key == "title" else companies_in(posting))
        taking = reference.taking(Position if key == "title" else Company, form)
        take(posting, taking)
        for line, what in broken:
            taking.leave(f"script in line {line}", what, "not JSON")
        for other in postings:
            if other is not posting and key == "title":
                taking.leave("JobPosting", title_of(other), "another posting in the same file")
        _refuse_without(key, reference, taking.data)
        return Filling(reference.filled(taking.data), taking.record(), faults)


def _refuse_no_number(key: str, reference: Reference, told: Sequence[Any]) -> None:
    wrong = next((each for each in told if is_no_number(each)), None)
    if wrong is not None and given(reference.typed, key) is None:
        hint = f"write it beside: {reference.under}: {{file: {reference.name}, {key}: …}}"
        rule, field = NoNumberError.rule, f"{reference.under}.{key}"
        raise InputError([fault_at(reference.place, rule, field=field, found=str(wrong), hint=hint)])


def _refuse_without(key: str, reference: Reference, data: Mapping[str, Any]) -> None:
    if key not in data and given(reference.typed, key) is None:
        hint = f"write it beside: {reference.under}: {{file: {reference.name}, {key}: …}}"
        raise reference.fault(f"a posting that tells the {key} of the {reference.under}", hint=hint)


_Read = tuple[Table | None, Sequence[Posting], list[tuple[int, str]], str, list[Fault]]


def _read(reference: Reference) -> _Read:
    """Our own table if the file is one; or its postings, its broken scripts, its form, and the faults of reading."""
    if not is_ours(reference):
        scripts = json_ld(read_content(reference, PAGES))
        postings = postings_in(scripts.data)
        if not postings:
            raise reference.fault(_RULE, what=_what(scripts.data, scripts.broken), hint=_HINT)
        return None, postings, scripts.broken, POSTING, []
    node, faults = read_nodes(reference)
    data: Any = plain(node)
    if is_linked_data(data):
        postings = postings_in(data)
        if not postings:
            raise reference.fault("a JobPosting of schema.org", what="other data of schema.org")
        return None, postings, [], POSTING, faults
    if is_job(data):
        return None, [data], [], JOB, faults
    if not isinstance(node, Table):
        raise InputError([*faults, fault_at(node.place, "a table of fields, or a job posting", found=found(node, ()))])
    return node, [], [], "", faults


_RULE = "a page that carries its job posting as data (schema.org JobPosting, JSON-LD)"
_HINT = "save the page of this one job, complete; or type title and responsibilities by hand"


def _what(data: Sequence[Any], broken: Sequence[tuple[int, str]]) -> str:
    if broken:
        return f"a script in line {broken[0][0]} that is not JSON: {broken[0][1]}"
    return "a page with other data" if data else "a page without such data"


def _meant(reference: Reference, postings: Sequence[Posting], name_of: Callable[..., str], key: str) -> Posting:
    """The one posting, or the one with the title or name beside the file. Raises InputError if that is not clear.

    Of several with one title, such as the same job in two places, the first.
    """
    names = list(dict.fromkeys(name_of(posting) for posting in postings))
    if len(names) == 1:
        return postings[0]
    typed = given(reference.typed, key)
    wanted = alike(str(typed.value)) if isinstance(typed, Scalar) else ""
    fits = [posting for posting in postings if alike(name_of(posting)) == wanted]
    if fits:
        return fits[0]
    rule = f"a file with one posting, or the {key} of the one that is meant"
    hint = f"write {reference.under}: {{file: {reference.name}, {key}: {names[0]}}}"
    raise reference.fault(rule, what=f"{len(postings)} postings: {named(names)}", hint=hint)

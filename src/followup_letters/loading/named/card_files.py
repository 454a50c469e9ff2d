"""`card: raman.vcf` of a person: what the card says, and what of it fills the fields that were not typed (R5, R6).

What was typed is never changed: where the card says something else, both stand in the interview for checking to see.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from followup_letters.loading.foreign.taking import built, given, in_short, is_same, unfit
from followup_letters.loading.foreign.vcard_reading import (
    LARGEST,
    MOST_CARDS,
    MOST_LINES,
    MOST_PROPERTIES,
    ReadCard,
    has_too_many_lines,
    read_cards,
)
from followup_letters.loading.foreign.vcards import full_name, name_parts, take_card
from followup_letters.loading.named.picking import alike, named
from followup_letters.loading.named.references import Filling, Reference, read_content
from followup_letters.loading.reading.nodes import Node, Scalar, Table, plain, shown
from followup_letters.models import Card, Person
from followup_letters.taken import LeftOut, Taken, TakenValue

FORM = "vCard"
_ALONE = "save that card by itself"
CARD_SUFFIXES = (".vcf", ".vcard")
_SAME_FIELDS = ("name", "title", "department", "email", "phone")


class CardFile:
    """The cards of one file: an address book may hold those of everybody, and is read once."""

    def __init__(self, cards: Sequence[ReadCard]) -> None:
        self.cards = cards

    @cached_property
    def names(self) -> list[str]:
        """The name on each card."""
        return list(map(full_name, self.cards))

    @cached_property
    def by_name(self) -> dict[str, ReadCard]:
        """The cards by their names, as `alike` has them; of two with one name, the first."""
        return {alike(name): card for name, card in zip(reversed(self.names), reversed(self.cards), strict=True)}


def card_from(reference: Reference, person: Table, company: Table, files: dict[Path, CardFile]) -> Filling:
    """The card of the file that `reference` names; `person` gets from it what was not typed. Raises InputError.

    `files` holds those that were read before, for other people of the interview.
    """
    if reference.path not in files:
        content = read_content(reference, CARD_SUFFIXES, LARGEST)
        if has_too_many_lines(content):
            raise reference.fault(f"a file of at most {MOST_LINES:,} lines", what="more", hint=_ALONE)
        files[reference.path] = CardFile(read_cards(content))
    card = _meant(reference, files[reference.path], person)
    if len(card.properties) > MOST_PROPERTIES:
        raise reference.fault(f"a card of at most {MOST_PROPERTIES:,} properties", what="more")
    taking = reference.taking(Card, FORM)
    take_card(card, taking)
    if "name" not in taking.data and given(person, "name") is None and given(reference.typed, "name") is None:
        what = full_name(card) or "no name"
        raise reference.fault(
            "a card with a name that a letter can print", what=shown(what), hint="type name: … beside it"
        )
    if not card.is_closed:
        taking.leave("END:VCARD", None, "the card is cut off")
    table = reference.filled(taking.data | {"file": reference.name})
    typed = Table(dict(person.entries), {})
    parts = _fill(person, table, card, company)
    return Filling(table, _record(taking.record(), typed, person, company, parts))


def _meant(reference: Reference, file: CardFile, person: Table) -> ReadCard:
    """The one card of the file, or the one with the name that was typed. Raises InputError if that is not clear."""
    cards = file.cards
    if not cards:
        raise reference.fault("a vCard: BEGIN:VCARD, its lines, END:VCARD", what="a file without one")
    if len(cards) == 1:
        return cards[0]
    if len(cards) > MOST_CARDS:
        raise reference.fault(f"a file of at most {MOST_CARDS:,} cards", what="more", hint=_ALONE)
    typed = given(reference.typed, "name") or given(person, "name")
    wanted = alike(str(typed.value)) if isinstance(typed, Scalar) else ""
    if wanted and wanted in file.by_name:
        return file.by_name[wanted]
    rule = "a file with one card, or the name as on the one that is meant"
    names = list(filter(None, file.names)) or ["…"]
    hint = f"write card: {{file: {reference.name}, name: {names[0]}}}"
    raise reference.fault(rule, what=f"{len(cards)} cards: {named(names)}", hint=hint)


def _fill(person: Table, table: Table, card: ReadCard, company: Table) -> dict[str, str]:
    """Give `person` what the card says and nobody typed; return the parts of the name among it."""
    for field in _SAME_FIELDS:
        _give(person, field, table.entries.get(field))
    is_recruiter = _text(person, "role").casefold() == "recruiter"
    if is_recruiter:
        _give(person, "company", table.entries.get("organisation"))
    if is_recruiter or given(company, "address") is None:
        _give(person, "address", table.entries.get("address"))
    parts, name = name_parts(card), f" {alike(_text(person, 'name'))} "
    if not all(parts[part] and f" {alike(parts[part])} " in name for part in ("family", "given")):
        return {}
    usable = {field: value for field, value in parts.items() if value and unfit(Person, field, value) is None}
    return {field: value for field, value in usable.items() if _give(person, field, built(value, table.place))}


def _give(person: Table, field: str, node: Node | None) -> bool:
    if node is None or given(person, field) is not None:
        return False
    person.entries[field] = node
    return True


def _text(table: Table, field: str) -> str:
    node = table.entries.get(field)
    return str(node.value or "") if isinstance(node, Scalar) else ""


def _record(card: Taken, typed: Table, person: Table, company: Table, parts: dict[str, str]) -> Taken:
    """What of the card went into fields of the person, what it confirms, and where it says something else."""
    under = card.under.removesuffix(".card")
    values, confirmed, left_out = [], [], list(card.left_out)
    for each in card.values:
        field = _FIELDS.get(field := each.field.rpartition(".")[2], field)
        before = given(typed, field) or (None if given(person, field) else given(company, _OF_COMPANY.get(field, "")))
        told = replace(each, field=f"{under}.{field}")
        if before is None:
            values.append(told)
        elif is_same(before, each.value):
            confirmed.append(told)
        else:
            left_out.append(LeftOut(each.source, each.value, f"the interview says: {in_short(plain(before))}"))
    values += [TakenValue(f"{under}.{field}", value, "N") for field, value in parts.items()]
    return replace(card, values=tuple(values), confirmed=tuple(confirmed), left_out=tuple(left_out))


_FIELDS = {"organisation": "company"}
_OF_COMPANY = {"company": "name", "address": "address"}  # what a person has of the company

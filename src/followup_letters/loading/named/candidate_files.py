"""`candidate: me.yaml` and `candidate: resume.json`: a file with our own fields, or a résumé of JSON Resume.

A table with `basics` in it is a résumé, and so is one without a name that has sections of one. `strengths:` beside the
name of either picks, rewords and orders.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from followup_letters.errors import Fault, InputError
from followup_letters.fields import MOST_TO_MATCH
from followup_letters.loading.foreign.json_resume import FORM, Found, is_resume, take_resume
from followup_letters.loading.foreign.taking import Taking, built, given, in_short
from followup_letters.loading.named.picking import Choice, picked
from followup_letters.loading.named.references import Filling, Reference, read_nodes
from followup_letters.loading.named.signature_files import KEY as SIGNATURE
from followup_letters.loading.named.signature_files import take_signature
from followup_letters.loading.reading.nodes import Node, Place, Scalar, Table, fault_at, found, plain
from followup_letters.loading.reading.nodes import Sequence as Listed
from followup_letters.models import Candidate

_OF_AN_INTERVIEW = frozenset({"candidate", "company", "position", "interview", "people", "outlook"})
_NOT_NESTED = "the fields of candidate by themselves, as the file begins: name: …"
_TO_THE_LEFT = "take candidate: out, and move what stands below it to the left, so that the file begins with name:"
_FIELDS = "a table of fields: name, email, phone, address, strengths"


def candidate_from(reference: Reference) -> Filling:
    """The candidate of the file that `reference` names. Raises InputError."""
    node, faults = read_nodes(reference)
    data: Any = plain(node)
    if not isinstance(node, Table):
        raise InputError([*faults, fault_at(node.place, _FIELDS, found=found(node, ()))])
    if not is_resume(data) and len(_OF_AN_INTERVIEW & node.entries.keys()) > 1:
        hint = "move what stands below candidate: there to a file of its own, and name that one in both"
        raise reference.fault("a file that holds only the fields of candidate, and no interview", hint=hint)
    if "candidate" in node.entries and not is_resume(data) and "name" not in node.entries:
        raise InputError([*faults, fault_at(node.keys["candidate"], _NOT_NESTED, found="candidate", hint=_TO_THE_LEFT)])
    if not is_resume(data) and given(reference.typed, SIGNATURE) is None:
        faults = [*faults, *take_signature(node, reference.path.parent, SIGNATURE)]
    filling = _resume(reference, data) if is_resume(data) else _own(reference, node)
    return Filling(filling.node, filling.taken, [*faults, *filling.faults])


def _resume(reference: Reference, data: dict[str, Any]) -> Filling:
    taking = reference.taking(Candidate, FORM)
    strengths = take_resume(data, taking)
    if "name" not in taking.data and given(reference.typed, "name") is None:
        name = data["basics"].get("name") if isinstance(data.get("basics"), dict) else None
        hint = f"write it beside: candidate: {{file: {reference.name}, name: …}}"
        raise reference.fault(
            "a résumé with a name that a letter can print (basics.name)", what=in_short(name), hint=hint
        )
    listed, origins, faults = _strengths(reference, [_choice(each, reference.place) for each in strengths])
    for number, origin in enumerate(origins):
        if origin is not None:
            taking.note(f"candidate.strengths[{number}]", strengths[origin].data["text"], strengths[origin].source)
    _leave_unused(strengths, origins, taking)
    table = reference.filled(taking.data)
    table.entries["strengths"] = listed
    return Filling(table, taking.record(), faults)


def _leave_unused(strengths: Sequence[Found], origins: Sequence[int | None], taking: Taking) -> None:
    why = "not picked" if given(taking.typed, "strengths") is not None else f"more than {MOST_TO_MATCH} strengths"
    for number, strength in enumerate(strengths):
        if number not in origins:
            taking.leave(strength.source, strength.data["text"], why)


def _choice(strength: Found, place: Place | None) -> Choice:
    entries = {key: built(value, place) for key, value in strength.data.items()}
    return Choice(strength.data["text"], Table(entries, {}, place))


def _own(reference: Reference, node: Table) -> Filling:
    if given(reference.typed, "strengths") is None:
        is_alone = not reference.typed.entries
        return Filling(node if is_alone else reference.merged(node))
    strengths = node.entries.get("strengths")
    items = strengths.items if isinstance(strengths, Listed) else [] if strengths is None else [strengths]
    listed, _, faults = _strengths(reference, [choice for item in items for choice in _own_choice(item)])
    table = reference.merged(node)
    table.entries["strengths"] = listed
    return Filling(table, None, faults)


def _own_choice(item: Node) -> list[Choice]:
    text = item.entries.get("text") if isinstance(item, Table) else item
    if not isinstance(text, Scalar) or not isinstance(text.value, str):
        return []
    return [Choice(text.value, item if isinstance(item, Table) else Table({"text": item}, {}, item.place))]


def _strengths(reference: Reference, choices: Sequence[Choice]) -> tuple[Listed, list[int | None], list[Fault]]:
    """All strengths of the file, or those that are picked beside its name; and where each is from."""
    typed = given(reference.typed, "strengths")
    if typed is not None:
        return picked(typed, choices, f"{reference.under}.strengths")
    count = min(len(choices), MOST_TO_MATCH)
    return Listed([choice.table for choice in choices[:count]], reference.place), list(range(count)), []

"""pydantic's errors found again in the nodes: where each lies, and which of them only repeat another.

A union's second branch repeats, a list that is too short because its entries failed, and a missing field beside the
misspelt one. What a person is told of the rest is made in `explaining`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from followup_letters.loading import hints
from followup_letters.loading.reading.nodes import (
    Node,
    Scalar,
    Sequence,
    Table,
    str_of,
)
from followup_letters.loading.reading.secret_paths import Path
from followup_letters.loading.unquoted import cut_by_colon
from followup_letters.models import Person
from followup_letters.noun import Noun

MOST_HINTS = 200  # a hint costs a look at every field; nobody reads so many


@dataclass(frozen=True)
class Complaint:
    """One error of pydantic's, found again in the nodes.

    `path` is where it lies in the data, `parts` what of it the user sees (a candidate's own file begins
    anew), `node` the deepest node on the way there, `parent` the table around it, and `key` the field, if the
    node lacks it or the parent must not have it.
    """

    kind: str
    context: Mapping[str, Any]
    path: Path
    parts: Path
    node: Node
    parent: Table | None
    key: str | None

    @cached_property
    def model(self) -> type[Noun] | None:
        """The model of the table that `key` belongs to; of the node itself where there is no key."""
        names = self.path[:-1] if self.key is not None else self.path
        return hints.model_at(name for name in names if isinstance(name, str))

    @property
    def order(self) -> tuple[bool, int]:
        """For sorting: a candidate's own file comes after the interview's."""
        return len(self.parts) < len(self.path), self.node.place.offset if self.node.place else 0

    @property
    def text(self) -> str:
        """What was typed, if it is one value."""
        value = self.node.value if isinstance(self.node, Scalar) else None
        return "" if value is None else str_of(value)

    @property
    def suffix(self) -> str:
        return self.node.place.source.suffix if self.node.place else ".yaml"


def located(detail: Mapping[str, Any], root: Node) -> Complaint:
    """The error of pydantic's that `detail` tells, as it lies below `root`."""
    kind, location = detail["type"], detail["loc"]
    node: Node = root
    parent: Table | None = None
    path: Path = ()
    parts: Path = ()
    on_the_way = location[:-1] if kind == "missing" else location
    for part in on_the_way:
        below = _child(node, part)
        if below is None:  # not in the data: pydantic's own step, such as the branch of a union
            continue
        path, parts = (*path, part), (*parts, part)
        if _other_file(node, below):
            parts = path[1:]  # a file is named by a key at the top level
        node, parent = below, node if isinstance(node, Table) else parent
    key = str(location[-1]) if kind in ("missing", "extra_forbidden") and location else None
    if kind == "missing" and key is not None:
        path, parts = (*path, key), (*parts, key)
    return Complaint(kind, detail.get("ctx", {}), path, parts, node, parent, key)


def _child(node: Node, part: str | int) -> Node | None:
    if isinstance(node, Table) and isinstance(part, str):
        return node.entries.get(part)
    if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
        return node.items[part]
    return None


def _other_file(node: Node, below: Node) -> bool:
    return below.place is not None and (node.place is None or below.place.source is not node.place.source)


def without_echoes(complaints: list[Complaint]) -> list[Complaint]:
    """`complaints` without those that only repeat another one."""
    parents = {complaint.path[:length] for complaint in complaints for length in range(len(complaint.path))}
    unknown = [complaint for complaint in complaints if complaint.kind == "extra_forbidden"][:MOST_HINTS]
    spelt_wrong = {(*complaint.path[:-1], _claimed(complaint)) for complaint in unknown}
    begins = next(filter(None, map(person_begun, unknown)), None)
    kept: dict[Path, Complaint] = {}
    for complaint in complaints:
        echo = complaint.path in parents if complaint.path else len(complaints) > 1
        is_of_one = complaint.path == ("people",) or _is_of_a_person(complaint)
        echo = echo or (begins is not None and complaint.path != (begins,) and is_of_one)
        if not echo and not (complaint.kind == "missing" and complaint.path in spelt_wrong):
            kept.setdefault(complaint.path, complaint)
    return list(kept.values())


def person_begun(complaint: Complaint) -> str | None:
    """The key by which a person begins who lost the dash and the place under `people`; None for any other complaint."""
    if complaint.kind != "extra_forbidden" or not _is_of_a_person(complaint) or complaint.parent is None:
        return None
    keys = list(complaint.parent.entries)
    place = keys.index(complaint.path[0]) if complaint.path[0] in keys else 0
    others = [key for key in keys[place:] if key in Person.model_fields]
    return str(complaint.path[0]) if place and keys[place - 1] == "people" and "name" in others else None


def _is_of_a_person(complaint: Complaint) -> bool:
    """True for a key at the top level that only a person has a field for."""
    is_at_the_top = complaint.kind == "extra_forbidden" and len(complaint.path) == 1
    return is_at_the_top and complaint.key in Person.model_fields


def _claimed(complaint: Complaint) -> str | None:
    """The field that an unknown key takes the place of."""
    if complaint.model is None or complaint.key is None:
        return None
    if unquoted_colon(complaint):
        return "text"
    return hints.field_meant(complaint.key, complaint.model)


def unquoted_colon(complaint: Complaint) -> str | None:
    """The text that YAML took for a table because of a colon in it: `- Costs cut: 30%`."""
    table = complaint.parent if complaint.kind == "extra_forbidden" else complaint.node
    if complaint.suffix not in (".yaml", ".yml") or not isinstance(table, Table) or len(table.entries) != 1:
        return None
    if complaint.kind == "extra_forbidden" and "text" not in getattr(complaint.model, "model_fields", ()):
        return None
    return cut_by_colon(table)

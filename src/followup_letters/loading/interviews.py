"""The whole way from a file, a text or a mapping to an Interview.

Reading belongs to the readers, meaning to the models, words to explaining.py; here they are put in order, a
candidate's own file is fetched, and every fault of both files is gathered before anything is raised.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from followup_letters.errors import Fault, InputError
from followup_letters.loading.explaining import explain
from followup_letters.loading.files import SUFFIXES, checked_suffix, decoded, read
from followup_letters.loading.nodes import Node, Scalar, Source, Table, fault_at, found, plain, shown
from followup_letters.models import Interview

MOST_FAULTS = 20  # more than a person mends in one go


def load(source: str | os.PathLike[str] | Mapping[str, Any]) -> Interview:
    """Read one interview.

    Args:
        source: the path of a .yaml, .yml, .toml or .json file (a text is always a path, never content), or
            the data itself. A file name under `candidate` is relative to the interview file; in a mapping, to
            the current folder.

    Returns:
        The interview, checked against every model.

    Raises:
        InputError: for whatever is wrong with the file, the candidate's file or the data, all faults at once.
    """
    if isinstance(source, Mapping):
        from followup_letters.loading.mapping_reading import read_mapping

        return _interview(*read_mapping(source), folder=Path())
    path = Path(os.fsdecode(source))
    return _interview(*_parsed(read(path)), folder=path.parent)


def load_text(
    text: str | bytes, *, name: str = "<stdin>", folder: Path | None = None, suffix: str = ".yaml"
) -> Interview:
    """Read one interview from the content of a file, such as standard input.

    Args:
        text: the content; bytes must be UTF-8.
        name: what errors call it.
        folder: what a file name under `candidate` is relative to. None: the current folder.
        suffix: the format, as the suffix of a file would tell it.

    Returns:
        The interview, checked against every model.

    Raises:
        InputError: as `load` does.
    """
    source = decoded(text, name, checked_suffix(suffix, name))
    return _interview(*_parsed(source), folder=folder or Path())


def _parsed(source: Source) -> tuple[Node, list[Fault]]:
    """The nodes of a source, by the reader of its format; each is imported when first needed."""
    if source.suffix == ".toml":
        from followup_letters.loading.toml_reading import read_toml as read_nodes
    elif source.suffix == ".json":
        from followup_letters.loading.json_reading import read_json as read_nodes
    else:
        from followup_letters.loading.yaml_reading import read_yaml as read_nodes
    return read_nodes(source)


def _interview(root: Node, faults: list[Fault], *, folder: Path) -> Interview:
    if not isinstance(root, Table):
        raise InputError([_not_a_table(root), *faults])
    file = root.place.source.name if root.place else None
    candidate = root.entries.get("candidate")
    usable = True
    if isinstance(candidate, Scalar) and isinstance(candidate.value, str) and candidate.value.strip():
        try:
            table, more = _candidate(candidate, folder)
            root.entries["candidate"], faults = table, [*faults, *more]
        except InputError as error:
            faults, usable = [*faults, *error.faults], False
    return _checked(root, faults, file=file, candidate_is_usable=usable)


def _checked(root: Table, faults: list[Fault], *, file: str | None, candidate_is_usable: bool) -> Interview:
    interview = None
    try:
        interview = Interview.model_validate(plain(root))
    except ValidationError as error:
        told = explain(error, root)
        faults = [
            *faults,
            *(fault for fault in told if candidate_is_usable or not _about_candidate(fault)),
        ]
    if faults or interview is None:
        raise InputError(_in_order(faults, file))
    return interview


def _about_candidate(fault: Fault) -> bool:
    return fault.field == "candidate"


def _not_a_table(root: Node) -> Fault:
    if isinstance(root, Scalar) and root.value is None:
        return fault_at(
            root.place,
            "an interview file that holds something",
            found="an empty file",
            hint="`render-letter new` writes one to begin with",
        )
    return fault_at(
        root.place,
        "a table of fields at the top level: candidate, company, position, interview, people",
        found=found(root, ()),
    )


def _candidate(node: Scalar, folder: Path) -> tuple[Node, list[Fault]]:
    """The candidate from the file that `node` names. Raises InputError."""
    name = str(node.value).strip()
    if not name.lower().endswith(SUFFIXES):
        raise InputError(
            [
                fault_at(
                    node.place,
                    f"a table of fields, or the name of a file ({', '.join(SUFFIXES)})",
                    field="candidate",
                    found=shown(name),
                    hint="for a name, write a table: {name: …, email: …}",
                )
            ]
        )
    table, faults = _parsed(_candidate_source(node, folder / name))
    if not isinstance(table, Table):
        rule = "a table of fields: name, email, phone, address, strengths"
        raise InputError([*faults, fault_at(table.place, rule, found=found(table, ()))])
    return table, faults


def _candidate_source(node: Scalar, path: Path) -> Source:
    """The candidate's file. What is wrong with the file as a whole is told at the place that names it."""
    try:
        return read(path)
    except InputError as error:
        faults = error.faults
    if any(fault.line is not None for fault in faults):
        raise InputError(faults)
    rule = f"{faults[0].rule}: {faults[0].file}"
    told = fault_at(node.place, rule, field="candidate", found=shown(node.value))
    raise InputError([replace(told, hint=faults[0].hint)])


def _in_order(faults: list[Fault], file: str | None) -> list[Fault]:
    """The interview file's faults, then the candidate's, top to bottom; beyond MOST_FAULTS their number."""
    ordered = sorted(faults, key=lambda fault: (fault.file != file, fault.line or 0, fault.column or 0))
    left = len(ordered) - MOST_FAULTS
    if left <= 1:
        return ordered
    return [*ordered[:MOST_FAULTS], Fault(rule=f"and {left} more; mend these first", file=file)]

"""What the parts of a Word file are, which leads to which, and so which of them a letter takes along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from followup_letters.letterheads.opening import tree

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# The relations that a letter has use for, by their last word; the parts of all others stay behind. Among them are the
# properties of one's own, which can name a program to start (_AssemblyLocation), and what is noted for other programs.
KEPT = frozenset(
    {"officeDocument", "styles", "numbering", "settings", "fontTable", "font", "theme"}
    | {"header", "footer", "image", "hdphoto", "hyperlink"}
)
NO_XML = frozenset({"font", "image", "hdphoto"})
_NO_RELATIONS = b"<none/>"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def is_on(switch: Any) -> bool:
    """True for a switch of Word's that is there and not set to off."""
    return switch is not None and switch.get(f"{_WORD}val", "1") not in ("0", "false", "off")


def taken_along(found: dict[str, bytes]) -> dict[str, tuple[str, str]]:
    """The parts that go out with a letter, by name: of what kind each is, and which part first leads to it."""
    taken: dict[str, tuple[str, str]] = {}
    to_see = [""]
    while to_see:
        source = to_see.pop()
        for name, kind in _kept(source, relations_of(found, source)):
            if name not in taken:
                taken[name] = kind, source
                to_see.append(name)
    return taken


def _kept(name: str, relations: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """The parts of the file that the letter takes along with the part `name`, each with its kind."""
    for each in relations:
        kind, target = each.get("Type", "").rpartition("/")[2], each.get("Target", "")
        if kind in KEPT and each.get("TargetMode") != "External" and not target.startswith("#"):
            yield resolved(name, target), kind


def types_of(found: dict[str, bytes]) -> dict[str, str]:
    """The types of the parts by their names, and by what follows the last dot of a name: ".xml"."""
    listed = tree(found["[Content_Types].xml"])
    types = {f".{each.get('Extension')}".casefold(): each.get("ContentType", "") for each in listed}
    return types | {
        each.get("PartName", "").casefold().removeprefix("/"): each.get("ContentType", "") for each in listed
    }


def type_of(name: str, types: dict[str, str]) -> str:
    """What the file says that the part `name` is: the type of that part, or else of those whose names end so."""
    return types.get(name.casefold()) or types.get(f".{name.rpartition('.')[2]}".casefold(), "")


def document_name(found: dict[str, bytes]) -> str:
    """The name of the part that holds the document; empty if there is none."""
    for relation in tree(found["_rels/.rels"]):
        if relation.get("Type") == f"{OFFICE}/officeDocument":
            return str(relation.get("Target", "")).removeprefix("/")
    return ""


def relations_of(found: dict[str, bytes], name: str) -> Any:
    """Where the part `name` leads; the top of the file where that is empty."""
    return tree(found.get(relations_name(name), _NO_RELATIONS))


def relations_name(name: str) -> str:
    """The name of the part that says where the part `name` leads."""
    folder, slash, file = name.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"


def resolved(name: str, target: str) -> str:
    """The part that `target` means in the part `name`: from the top, or from the folder of that part."""
    steps: list[str] = []
    for step in (target if target.startswith("/") else f"{name.rpartition('/')[0]}/{target}").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)

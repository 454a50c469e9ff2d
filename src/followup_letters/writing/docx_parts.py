"""The parts of a Word file on the way to another: what leads where, what is added, and what is packed in the end.

What the parts mean, and which go in, is for docx_letterhead.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZipFile

from followup_letters.letterheads import OFFICE, document_name, relations_name, resolved, tree
from followup_letters.writing.docx_package import add_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = f"{{{OFFICE}}}"

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LED_TO = frozenset({"header", "footer", "image", "hdphoto", "hyperlink"})  # from a place in the text, or from none
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


@dataclass
class Parts:
    """The parts of a Word file by name; `document` is the tree of the one that holds the text."""

    found: dict[str, bytes]
    name: str = ""
    document: Any = None
    added: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.name = document_name(self.found)
        self.document = tree(self.found[self.name])
        self._relations = tree(self.found.get(relations_name(self.name), _NO_RELATIONS))
        self._types = tree(self.found["[Content_Types].xml"])

    def part_of(self, identity: str | None) -> str:
        """The name of the part that a relation of the document leads to."""
        return next(resolved(self.name, each.get("Target")) for each in self._relations if each.get("Id") == identity)

    def part_of_kind(self, kind: str) -> str | None:
        """The name of the part of that kind, such as "styles"; None if there is none."""
        target = next((each.get("Target") for each in self._relations if each.get("Type") == f"{OFFICE}/{kind}"), None)
        name = resolved(self.name, target) if target else None
        return name if name in self.found else None

    def keep_only(self, kinds: frozenset[str]) -> None:
        """Let go of every part that no relation of these kinds leads to."""
        for name in [name for name in self.found if name.endswith(".rels")]:
            relations = self._relations if name == relations_name(self.name) else tree(self.found[name])
            for each in list(relations):
                if each.get("Type", "").rpartition("/")[2] not in kinds:
                    relations.remove(each)
            self.found[name] = written(relations)

    def keep_shown(self) -> None:
        """Let go of what no place in the document leads to, such as the pictures and links of a text that is gone."""
        shown = {value for each in self.document.iter() for key, value in each.items() if key.startswith(R)}
        for each in list(self._relations):
            if each.get("Type", "").rpartition("/")[2] in _LED_TO and each.get("Id") not in shown:
                self._relations.remove(each)

    def add(self, wanted: str, content: bytes, kind: str) -> str:
        """Add a part, called as `wanted` if that is free; return the identifier of the relation that leads to it."""
        free = (re.sub(r"(\.\w+)$", rf"{number or ''}\1", wanted) for number in count())
        name = next(name for name in free if name not in self.found and name not in self.added)
        self.added[name] = content
        taken = {each.get("Id") for each in self._relations}
        identity = next(each for each in (f"letter{number}" for number in count(1)) if each not in taken)
        self._lead(self._relations, identity, f"{OFFICE}/{kind}", f"/{name}")  # from the top: no matter where we are
        if name.endswith(".xml"):
            self._declare(name, f"{_WORDML}.{kind}+xml")
        elif not any(each.get("Extension", "").casefold() == "png" for each in self._types):
            self._types.insert(0, self._types.makeelement(f"{_TYPES}Default", Extension="png", ContentType="image/png"))
        return identity

    def set_properties(self, content: bytes) -> None:
        """Take `content` for title, author and language."""
        root = tree(self.found["_rels/.rels"])
        self._lead(root, "letter-properties", _CORE, "docProps/core.xml")
        self.found |= {"_rels/.rels": written(root), "docProps/core.xml": content}
        self._declare("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")

    def packed(self) -> bytes:
        """The bytes of the file, with the parts alone that something leads to."""
        self._declare(self.name, f"{_WORDML}.document.main+xml")  # a template becomes a document
        self.found |= self.added
        self.found |= {self.name: written(self.document), relations_name(self.name): written(self._relations)}
        needed = self._needed()
        for each in self._types.findall(f"{_TYPES}Override"):
            if each.get("PartName", "").removeprefix("/") not in needed:
                self._types.remove(each)
        self.found["[Content_Types].xml"] = written(self._types)
        file = BytesIO()
        with ZipFile(file, "w") as package:
            for name in ["[Content_Types].xml", *(name for name in self.found if name in needed)]:
                add_file(package, name, self.found[name])
        return file.getvalue()

    @staticmethod
    def _lead(relations: Any, identity: str, kind: str, target: str) -> None:
        relations.append(relations.makeelement(_RELATION, Id=identity, Type=kind, Target=target))

    def _declare(self, name: str, content_type: str) -> None:
        for each in self._types.findall(f"{_TYPES}Override"):
            if each.get("PartName", "").casefold() == f"/{name}".casefold():
                self._types.remove(each)
        self._types.append(self._types.makeelement(f"{_TYPES}Override", PartName=f"/{name}", ContentType=content_type))

    def _needed(self) -> set[str]:
        """The names of the parts that are led to from the top, with those that lead on."""
        needed: set[str] = set()
        to_see = [""]
        while to_see:
            name = to_see.pop()
            leads = relations_name(name)
            if leads in self.found and leads not in needed:
                needed.add(leads)
                inside = [each for each in tree(self.found[leads]) if each.get("TargetMode") != "External"]
                to_see += [resolved(name, each.get("Target", "")) for each in inside]
            needed.add(name)
        return needed - {"[Content_Types].xml"}


def written(root: Any) -> bytes:
    """A tree as the bytes of a part."""
    from lxml import etree

    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))

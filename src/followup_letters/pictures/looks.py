"""The style sheet of a drawing: the rules that reach something, by names that say nothing, of looks alone.

Names of classes and rules without use are what a drawing program noted, and may tell of more than the drawing.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from followup_letters.pictures.svg_values import kept_style

_MOST_RULES, _LONGEST_SHEET = 100, 10_000  # drawing programs write one for each look
_SELECTOR = r"[\w.*#-]+"
_RULES = re.compile(rf"\s*(?:{_SELECTOR}\s*(?:,\s*{_SELECTOR}\s*)*\{{[^{{}}]*\}}\s*)*")
_RULE = re.compile(r"\s*([^{}]+?)\s*\{([^{}]*)\}")
_PARTS = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][\w-]+)*)")
_NAME = re.compile(r"[.#][\w-]+")


class _Selector(NamedTuple):
    """What a rule is for: elements of that tag ("" for any) that have all of these names, ".class" or "#id"."""

    tag: str
    names: frozenset[str]

    def reaches(self, tag: str, names: frozenset[str]) -> bool:
        return self.tag in ("", "*", tag) and self.names <= names


class Looks:
    """The rules of one drawing, and the names that its elements have."""

    def __init__(self) -> None:
        self._rules: list[tuple[list[_Selector], str]] = []
        self._met: dict[str, tuple[str, frozenset[str]]] = {}  # elements of one tag and the same names are one

    def meet(self, tag: str, identity: str, classes: str) -> str:
        """Note an element, and return what it is known by."""
        names = frozenset([f"#{identity}"] if identity else []) | {f".{name}" for name in classes.split()}
        key = f"{tag} {' '.join(sorted(names))}"
        self._met[key] = tag, names
        return key

    def add(self, sheet: str) -> None:
        """Take the rules of a sheet without comments, for tags and names alone. Raises ValueError.

        To look where each element stands among others can take hours.
        """
        is_short = len(sheet) <= _LONGEST_SHEET and sheet.count("{") + sheet.count(",") <= _MOST_RULES
        if not is_short or not _RULES.fullmatch(sheet):
            rule = f"an SVG whose <style> has at most {_MOST_RULES} rules, for names and classes alone"
            raise ValueError(f"{rule}; save it as plain SVG, or as PNG")
        for selectors, looks in _RULE.findall(sheet):
            parts = [_PARTS.fullmatch(each.strip()) for each in selectors.split(",")]
            if all(parts):  # a browser passes over the whole of a rule that it cannot read
                read = [_Selector(each[1] or "", frozenset(_NAME.findall(each[2]))) for each in parts if each]
                self._rules.append((read, kept_style(looks)))

    def sheet(self) -> str:
        """The rules that reach an element, with our names; asked for once all is met."""
        written = []
        for selectors, looks in self._used:
            told = (each.tag + "".join(self._ours(each.names)) or "*" for each in selectors)
            written.append(f"{','.join(told)}{{{looks}}}")
        return "".join(written)

    def names(self, met: str) -> dict[str, str]:
        """The attributes by which a rule knows an element."""
        ours = self._ours(self._met[met][1])
        found = {"id": "".join(name[1:] for name in ours if name[0] == "#")}
        found["class"] = " ".join(name[1:] for name in ours if name[0] == ".")
        return {key: value for key, value in found.items() if value}

    def _ours(self, names: frozenset[str]) -> list[str]:
        """Names that say nothing, for those of `names` that a rule asks for."""
        return sorted(f"{name[0]}n{self._numbers[name]:03}" for name in names if name in self._numbers)

    @cached_property
    def _used(self) -> list[tuple[list[_Selector], str]]:
        rules = (([each for each in some if self._reaches(each)], looks) for some, looks in self._rules if looks)
        return [(some, looks) for some, looks in rules if some]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The names that rules ask for, in the order of the rules."""
        names = dict.fromkeys(name for some, _ in self._used for each in some for name in sorted(each.names))
        return {name: number for number, name in enumerate(names)}

    def _reaches(self, selector: _Selector) -> bool:
        return any(selector.reaches(*met) for met in self._met.values())

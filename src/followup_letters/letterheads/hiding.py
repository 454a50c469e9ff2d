"""What a letterhead hides: by a run's own looks, by its styles and those they are based on, or from the start.

Text that nobody sees is nothing that its writer means to send.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from followup_letters.letterheads.leading import is_on
from followup_letters.letterheads.opening import tree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SWITCHES = (f"{_WORD}vanish", f"{_WORD}specVanish")
IN_ONE_VIEW = f"{_WORD}webHidden"
"""What hides on a web page what is printed all the same: the words stay, and the switch goes."""
_KINDS = {"character": "rStyle", "paragraph": "pStyle", "table": "tblStyle"}


@dataclass(frozen=True)
class Hiding:
    """The styles whose text is hidden, and the elements that would name a style, for where there is none."""

    styles: frozenset[str]
    unnamed: frozenset[str]
    from_the_start: bool

    def hides(self, run: Any) -> bool:
        """What a run says of itself goes before what its styles say."""
        own = _switch(run.find(f"{_WORD}rPr"))
        return self._by_style(run.find(f"{_WORD}rPr"), _around(run, "p")) if own is None else own

    def hides_end(self, paragraph: Any) -> bool:
        """Whether the mark at the end of a paragraph is hidden, by which it takes a line."""
        looks = paragraph.find(f"{_WORD}pPr/{_WORD}rPr")
        own = _switch(looks)
        return self._by_style(looks, paragraph) if own is None else own

    def _by_style(self, looks: Any, paragraph: Any) -> bool:
        table = None if paragraph is None else _around(paragraph, "tbl")
        naming = [(looks, "rStyle"), (None if paragraph is None else paragraph.find(f"{_WORD}pPr"), "pStyle")]
        naming += [] if table is None else [(table.find(f"{_WORD}tblPr"), "tblStyle")]
        return self.from_the_start or any(self._hides_as_named(within, kind) for within, kind in naming)

    def _hides_as_named(self, within: Any, kind: str) -> bool:
        named = None if within is None else within.find(f"{_WORD}{kind}")
        return kind in self.unnamed if named is None else named.get(f"{_WORD}val") in self.styles


def hiding_of(found: dict[str, bytes], taken: dict[str, tuple[str, str]]) -> Hiding:
    """What the styles of a letterhead hide; one that says nothing of it does as the one it is based on."""
    roots = [tree(found[name]) for name, (kind, _) in taken.items() if kind == "styles"]
    styles = {each.get(f"{_WORD}styleId", ""): each for root in roots for each in root.iter(f"{_WORD}style")}
    hidden = frozenset(name for name in styles if _is_hiding(name, styles))
    unnamed = {_KINDS.get(styles[name].get(f"{_WORD}type", "")) for name in hidden if _is_default(styles[name])}
    starts = [_switch(looks) for root in roots for looks in root.findall(f"{_WORD}docDefaults//{_WORD}rPr")]
    return Hiding(hidden, frozenset(kind for kind in unnamed if kind), any(starts))


def show_what_comes(root: Any) -> None:
    """Take out of the tree of styles what would hide the letter, which says nothing of itself."""
    looks = root.findall(f"{_WORD}docDefaults//{_WORD}rPr")
    looks += [each.find(f"{_WORD}rPr") for each in root.iter(f"{_WORD}style") if _is_default(each)]
    for each in [switch for own in looks if own is not None for switch in own.iterchildren(*_SWITCHES)]:
        each.getparent().remove(each)


def _around(element: Any, kind: str) -> Any:
    return next(element.iterancestors(f"{_WORD}{kind}"), None)


def _switch(looks: Any) -> bool | None:
    """Whether looks hide what they are of; None if they say nothing of it."""
    said = [] if looks is None else [is_on(each) for each in looks.iterchildren(*_SWITCHES)]
    return any(said) if said else None


def _is_hiding(name: str, styles: dict[str, Any]) -> bool:
    """The nearest style that says something of it decides; a chain that comes back to itself says nothing."""
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        said = _switch(styles[name].find(f"{_WORD}rPr"))
        if said is not None:
            return said
        base = styles[name].find(f"{_WORD}basedOn")
        name = "" if base is None else base.get(f"{_WORD}val", "")
    return False


def _is_default(style: Any) -> bool:
    return style.get(f"{_WORD}default", "0") not in ("0", "false", "off")

"""Our styles put beside those of a letterhead: its own win, and ours are set in its face, size and leading."""

from __future__ import annotations

from itertools import count
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def add_styles(ours: Any, theirs: Any) -> dict[str, str]:
    """Add to `theirs` what it lacks of `ours`; return the identifier there of each of ours that is called otherwise.

    Styles are the same by kind and name, as Word has them: identifiers differ from language to language.
    """
    known = {_key(style): style.get(f"{_W}styleId", "") for style in theirs.iter(f"{_W}style")}
    taken = set(known.values())
    names = {name for _, name in known}
    renamed: dict[str, str] = {}
    missing = []
    for style in ours.iter(f"{_W}style"):
        identity = style.get(f"{_W}styleId")
        there = known.get(_key(style))
        if there is None:
            missing.append(style)
            there = next(each for each in _names(identity) if each not in taken)
            taken.add(there)
        if there != identity:
            renamed[identity] = there
    size = ours.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}sz").get(f"{_W}val")
    for style in missing:
        _keep_distance(style, ours, theirs, known)
        theirs.append(_adapted(style, renamed, names, size))
    return renamed


def _keep_distance(style: Any, ours: Any, theirs: Any, known: dict[tuple[str, str], str]) -> None:
    """Where a style of the letterhead follows that has no space above, `style` has below what ours would have had."""
    follows = style.find(f"{_W}next")
    ours_next = next(
        (each for each in ours if follows is not None and _identity(each) == follows.get(f"{_W}val")), None
    )
    there = None if ours_next is None else known.get(_key(ours_next))
    theirs_next = next((each for each in theirs if there and _identity(each) == there), None)
    if theirs_next is None or ours_next is None or _above(theirs_next) not in (None, "0"):
        return
    style.find(f"{_W}pPr/{_W}spacing").set(f"{_W}after", _above(ours_next) or "0")


def _identity(style: Any) -> str | None:
    found: str | None = style.get(f"{_W}styleId")
    return found


def _above(style: Any) -> str | None:
    spacing = style.find(f"{_W}pPr/{_W}spacing")
    found: str | None = None if spacing is None else spacing.get(f"{_W}before")
    return found


def _key(style: Any) -> tuple[str, str]:
    name = style.find(f"{_W}name")
    return style.get(f"{_W}type", ""), "" if name is None else name.get(f"{_W}val", "").casefold()


def _names(first: str) -> Any:
    """`first`, and other names like it."""
    return (f"{first}{number or ''}" for number in count())


def _adapted(style: Any, renamed: dict[str, str], names: set[str], size: str) -> Any:
    """A style of ours that leans on the letterhead's: its text is as large, and as widely set, as theirs."""
    style.set(f"{_W}styleId", renamed.get(style.get(f"{_W}styleId"), style.get(f"{_W}styleId")))
    style.attrib.pop(f"{_W}default", None)  # there is one already
    name = style.find(f"{_W}name")
    if name.get(f"{_W}val").casefold() in names:  # of another kind
        name.set(f"{_W}val", f"{name.get(f'{_W}val')} (letter)")
    for each in style.iter(f"{_W}basedOn", f"{_W}next", f"{_W}link"):
        each.set(f"{_W}val", renamed.get(each.get(f"{_W}val"), each.get(f"{_W}val")))
    own = style.find(f"{_W}rPr/{_W}sz")
    if own is not None and own.get(f"{_W}val") == size:
        for each in style.findall(f"{_W}rPr/{_W}sz") + style.findall(f"{_W}rPr/{_W}szCs"):
            each.getparent().remove(each)
        for each in style.iter(f"{_W}spacing"):
            if each.get(f"{_W}lineRule") == "atLeast":
                each.attrib.pop(f"{_W}line", None)
                each.attrib.pop(f"{_W}lineRule", None)
    return style


def speak(theirs: Any, ours: Any) -> None:
    """Let the text of `theirs` be in the language of `ours`: what reads it aloud and checks its spelling goes by it."""
    language = ours.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang").get(f"{_W}val")
    defaults = _child(_child(_child(theirs, "docDefaults", 0), "rPrDefault", 0), "rPr")
    if defaults.find(f"{_W}lang") is None:
        _child(defaults, "lang")
    for each in theirs.iter(f"{_W}lang"):
        each.set(f"{_W}val", language)


def _child(parent: Any, name: str, place: int | None = None) -> Any:
    """The child of that name, made if there is none, at `place` or at the end."""
    found = parent.find(f"{_W}{name}")
    if found is None:
        found = parent.makeelement(f"{_W}{name}")
        parent.insert(len(parent) if place is None else place, found)
    return found

"""A body with its ways side by side: rendered once and read once, then drawn as a tree as often as wanted.

A letter is drawn up to sixteen times before one drawing is taken. What is the same in all of them, the text around the
ways and every way by itself, is read a single time here; a drawing only puts pieces together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from followup_letters.composing.variants import Chooser, Tiers, said_by
from followup_letters.markup import Element, element_of, parse_inside
from followup_letters.templating.finishing import finished, finished_among

_MARK = "\0"  # which no input may hold
PLACE = Markup(_MARK)
"""What a frame prints in place of a body that was read already."""


class _Around(NamedTuple):
    """An element with slots inside of it; what has none is drawn as it is."""

    tag: str
    attributes: dict[str, str]
    nodes: Sequence[_Node]


_Node = Element | str | int | _Around  # a number is that of a slot


@dataclass(frozen=True)
class _Slot:
    """A place where one of several ways is to stand, with what each that can be said says."""

    name: str
    tiers: Tiers
    said: dict[int, str]
    read: dict[int, Sequence[_Node]] = field(default_factory=dict)  # those that were drawn once


class Draft:
    """A text from which drawings are made without rendering it again.

    It stands in for `chooser` while a template is rendered, which then must print its ways and do nothing else with
    them, and each way must close the tags that it opens. Ours do; what those of others do with theirs, nobody knows.
    It is drawn by reseeded choosers.
    """

    def __init__(self, chooser: Chooser, template: str) -> None:
        self._chooser, self._template = chooser, template
        self._slots: list[_Slot] = []
        self._elements: dict[tuple[int, ...], Element] = {}

    def say(self, slot: str, tiers: Tiers, caller: Callable[[int], str]) -> Markup:
        """A mark for `slot`, in place of which a way of saying it is drawn; nothing if there is none."""
        said: dict[int, str] = {}
        is_again = any(other.name == slot for other in self._slots)
        for alike in self._chooser.alike(slot, tiers):
            for way in alike:
                words = said_by(caller, way)
                if words is not None:
                    said[way] = str(words)
            if said and not is_again:
                break  # what comes after them is never drawn; but where a slot is said again, they may be used up
        if not said:
            return Markup()
        self._slots.append(_Slot(slot, [[way for way in ways if way in said] for ways in tiers], said))
        return Markup(f"{_MARK}{len(self._slots) - 1}{_MARK}")

    def drawings(self, rendered: Element) -> Callable[[Chooser], Element]:
        """What draws what was `rendered` with this draft, finished, with one way at each mark as a chooser has them."""
        tag, attributes, nodes = rendered.tag, rendered.attributes, _nodes(rendered.children)
        return lambda chooser: _finished(tag, attributes, self._drawn(nodes, chooser))

    def _drawn(self, nodes: Sequence[_Node], chooser: Chooser) -> list[Element | str]:
        found: list[Element | str] = []
        for node in nodes:
            if isinstance(node, int):
                found += self._one(self._slots[node], chooser)
            elif isinstance(node, _Around):
                found.append(self._made(node, self._drawn(node.nodes, chooser)))
            else:
                found.append(node)
        return found

    def _made(self, around: _Around, children: Sequence[Element | str]) -> Element:
        """The element `around` these `children`, one and the same for all drawings that have it."""
        pieces = (id(around), *map(id, children))  # every piece lives as long as this draft
        if pieces not in self._elements:
            self._elements[pieces] = _finished(around.tag, around.attributes, children)
        return self._elements[pieces]

    def _one(self, slot: _Slot, chooser: Chooser) -> list[Element | str]:
        way = chooser.first(slot.name, slot.tiers)
        drawn = self._drawn(self._read(slot, way), chooser)
        chooser.use(slot.name, way)
        return drawn

    def _read(self, slot: _Slot, way: int) -> Sequence[_Node]:
        if way not in slot.read:
            said = slot.said[way]
            nodes = parse_inside(said, self._template)
            slot.read[way] = _nodes(nodes) if _MARK in said else nodes
        return slot.read[way]


def _nodes(children: Sequence[Element | str]) -> Sequence[_Node]:
    """The `children` of an element, finished, with the marks in them as numbers of slots."""
    found: list[_Node] = []
    for child in children:
        if isinstance(child, Element):
            nodes = _nodes(child.children)
            has_slots = any(isinstance(node, int | _Around) for node in nodes)
            found.append(_Around(child.tag, child.attributes, nodes) if has_slots else finished(child))
        else:
            pieces = child.split(_MARK)
            found += [int(piece) if at % 2 else piece for at, piece in enumerate(pieces) if piece]
    return found


def _finished(tag: str, attributes: dict[str, str], children: Sequence[Element | str]) -> Element:
    """An element around `children` that are finished, as it is itself then."""
    element = element_of(tag, attributes, children)
    return Element(tag, attributes, tuple(finished_among(element.children)))


def with_body(frame: Element, body: Element) -> Element:
    """`frame` with `body` where it prints PLACE."""
    children = tuple(body if child == _MARK else child for child in frame.children)
    return Element(frame.tag, frame.attributes, children)

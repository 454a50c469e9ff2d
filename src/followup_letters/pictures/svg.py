"""SVG: a drawing made of shapes, written anew with the shapes alone; whatever could do more than draw is refused.

What drawing programs note for themselves (comments, metadata, names of layers, of classes and of elements, elements of
their own) goes.
"""

from __future__ import annotations

import math
import re
from html import escape
from typing import NamedTuple
from xml.parsers import expat

from followup_letters.pictures.looks import Looks
from followup_letters.pictures.svg_values import NUMBER, OF_SHAPES, is_look, kept_style, without_comments

_LARGEST = 300_000  # bytes, of which most may be what drawing programs note for themselves
_LARGEST_DRAWN, _MOST_SHAPES = 60_000, 1_000  # bytes of the shapes; more would take seconds to draw
_SPACE = "http://www.w3.org/2000/svg"
_SHAPES = frozenset("path rect circle ellipse line polyline polygon".split())
_DRAWN = _SHAPES | {"svg", "g", "defs", "style"}
_DROPPED = frozenset({"title", "desc", "metadata"})
_LOOKS = frozenset("style fill fill-rule stroke stroke-linecap stroke-linejoin color display visibility".split())
_OF_THE_PAGE = frozenset({"x", "y", "width", "height"})  # of the whole drawing: the letter says how large it is
# In a style: what fetches, what refers, and what could hide either from this look.
_UNSAFE = re.compile(r"@|\\|<|url\s*\(|expression|javascript:|(image|image-set|cross-fade|src)\s*\(", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_LENGTH = re.compile(rf"\s*({NUMBER})\s*(?:(px|pt|pc|mm|cm|in)\s*)?", re.ASCII)
# A number that no drawing needs, and that becomes infinite where it is multiplied.
_TOO_LARGE = re.compile(r"(?<![\d.])\d{10,}|[eE]\+?\d{2,}")
_TOO_LARGE_IN_A_STYLE = re.compile(  # "#1e1000" is a colour; Python takes 9_9 and "inf" for numbers
    r"(?<![\w.#])(?:\d{10,}|[\d.]++e\+?\d{2,}|inf|nan)|\d_|scale|matrix|skew", re.IGNORECASE
)
_IN_TRANSFORM = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_FARTHEST = 1e9  # what the transforms around a shape may make of one step
_MOST_ELEMENTS, _DEEPEST = 5_000, 30
_SHEET = "\0"  # where the one sheet of the drawing stands
_PX = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def cleaned(content: bytes) -> tuple[bytes, float, float]:
    """The drawing with its shapes alone, and its width and height. Raises ValueError."""
    if len(content) > _LARGEST:
        raise ValueError(f"an SVG of at most {_LARGEST:,} bytes; simplify its paths, or save it as PNG")
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    reading = _Reading()
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = _doctype
    parser.EntityDeclHandler = _entity
    parser.ProcessingInstructionHandler = _instruction
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError) as fault:
        raise ValueError(f"an SVG that can be read ({fault})") from None
    if not reading.shapes:
        raise ValueError("an SVG that draws something")
    drawn = reading.drawn().encode()
    if len(drawn) > _LARGEST_DRAWN or reading.shapes > _MOST_SHAPES:
        rule = f"an SVG of at most {_MOST_SHAPES:,} shapes, in {_LARGEST_DRAWN:,} bytes"
        raise ValueError(f"{rule}; simplify its paths, or save it as PNG")
    return drawn, reading.size.width, reading.size.height


class _Size(NamedTuple):
    box: str
    width: float
    height: float


class _Reading:
    """One drawing, read from its first element to its last, and written as far as it is drawn."""

    def __init__(self) -> None:
        self._written: list[tuple[str, dict[str, str], str] | str] = []  # tags, those that begin one not written yet
        self._looks = Looks()
        self.size = _Size("", 0.0, 0.0)
        self.shapes = 0
        self._open: list[str] = []
        self._reach = [1.0]  # of the open elements, what their transforms may make of one step
        self._style: list[str] = []
        self._skipped = 0  # how many open elements are not written
        self._count = 0

    def start(self, qualified: str, attributes: dict[str, str]) -> None:
        space, _, name = qualified.rpartition(" ")
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) + self._skipped >= _DEEPEST:
            raise ValueError(f"an SVG of at most {_MOST_ELEMENTS:,} shapes, {_DEEPEST} groups deep")
        if self._count == 1 and (space, name) != (_SPACE, "svg"):
            raise ValueError("an SVG by its content; this is other XML")
        _refuse_code(name, attributes)
        if self._skipped or space != _SPACE or name in _DROPPED or _draws_nothing(name, attributes):
            self._skipped += 1
            return
        if name not in _DRAWN or (name == "svg" and self._open):
            raise ValueError(f"an SVG of shapes alone, without <{name}>; save it as plain SVG with paths, or as PNG")
        self.shapes += name in _SHAPES
        self._open.append(name)
        self._reach.append(self._reach[-1] * _reach(attributes.get("transform", "")))
        if self._reach[-1] > _FARTHEST:
            raise ValueError("an SVG that can be drawn; its transforms lead too far")
        if name != "style":
            kept = self._attributes(name, attributes)
            named = attributes.get("id", ""), attributes.get("class", "")
            self._written.append((name, kept, self._looks.meet(name, *named)))

    def drawn(self) -> str:
        """The drawing as it is written: one sheet of the rules that reach something, and the names that they need."""
        written = []
        for tag in self._written:
            if isinstance(tag, str):
                written.append(f"<style>{escape(self._looks.sheet(), quote=False)}</style>" if tag == _SHEET else tag)
                continue
            name, kept, met = tag
            attributes = "".join(
                f' {key}="{escape(value)}"' for key, value in {**kept, **self._looks.names(met)}.items()
            )
            written.append(f"<{name}{attributes}>")
        return "".join(written)

    def _attributes(self, name: str, attributes: dict[str, str]) -> dict[str, str]:
        kept = {key: _as_written(key, value) for key, value in attributes.items() if key in _LOOKS or key in OF_SHAPES}
        if name == "svg":
            self.size = _size(attributes)
            shown = {"xmlns": _SPACE, "viewBox": self.size.box}
            kept = shown | {key: value for key, value in kept.items() if key not in _OF_THE_PAGE}
        return {key: value for key, value in kept.items() if value or key not in _LOOKS}

    def end(self, _: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        name = self._open.pop()
        self._reach.pop()
        if name == "style":  # whole, because a comment in it parts no words
            sheet = _COMMENT.sub("", "".join(self._style))
            _refuse_unsafe("".join(self._style), name)
            if _is_too_large(name, sheet):
                raise ValueError("an SVG that can be drawn; this one has a number or a scale too large in <style>")
            self._looks.add(sheet)
            self._written += [_SHEET] if _SHEET not in self._written else []
            self._style = []
        else:
            self._written.append(f"</{name}>")

    def text(self, words: str) -> None:
        """The text of a style sheet; other text draws nothing."""
        if not self._skipped and self._open[-1:] == ["style"]:
            self._style.append(words)


def _as_written(key: str, value: str) -> str:
    """The value of an attribute; of looks, "" for what is none. Raises ValueError for what nobody could draw."""
    said = without_comments(value) if key in _LOOKS else value
    _refuse_unsafe(said, key)
    if (key in OF_SHAPES and not OF_SHAPES[key].fullmatch(said)) or _is_too_large(key, said):
        raise ValueError(f"an SVG that can be drawn; this one says {value[:40]!r} for {key}")
    if key == "style":
        return kept_style(said)
    return said.strip() if is_look(key, said) else "" if key in _LOOKS else said


def _is_too_large(key: str, value: str) -> bool:
    """Whether a number of `value` may become infinite, or could be made so where nobody looks at it."""
    if key == "style":
        return _TOO_LARGE_IN_A_STYLE.search(value) is not None
    return key in OF_SHAPES and _TOO_LARGE.search(value) is not None


def _draws_nothing(name: str, attributes: dict[str, str]) -> bool:
    """Whether a shape has not one point, as an editor may leave it; a PDF may not close what was not begun."""
    points = {"polygon": "points", "polyline": "points", "path": "d"}.get(name)
    return points is not None and re.fullmatch(r"[MmZz\s,.+-]*", attributes.get(points, "")) is not None


def _reach(transform: str) -> float:
    """What the functions of a transform may make of one step, at most; one that only moves or turns makes no more."""
    reach = 1.0
    for function in transform.split(")"):
        numbers = [float(number) for number in _IN_TRANSFORM.findall(function)]
        if "skew" in function:
            numbers = [math.tan(math.radians(number)) for number in numbers]
        elif "scale" not in function and "matrix" not in function:
            continue
        reach *= max([1.0, *map(abs, numbers[:4])])  # of a matrix, the last two only move
        if reach > _FARTHEST:
            break
    return reach


def _size(attributes: dict[str, str]) -> _Size:
    """What is seen of the plane, and how large that is: by the view box, or else by width and height."""
    box = attributes.get("viewBox", "")
    numbers = [float(number) for number in re.findall(r"[+-]?\d*\.?\d+(?:[eE][+-]?\d+)?", box)]
    if not numbers:
        lengths = [_LENGTH.fullmatch(attributes.get(side, "")) for side in ("width", "height")]
        numbers = [0.0, 0.0, *(float(length[1]) * _PX[length[2] or ""] for length in lengths if length)]
    if len(numbers) != 4 or max(map(abs, numbers)) > _FARTHEST or min(numbers[2:]) < 1 / _FARTHEST:
        raise ValueError("an SVG with a viewBox, or with a width and a height")
    return _Size(" ".join(f"{number:.12g}" for number in numbers), numbers[2], numbers[3])


def _refuse_code(name: str, attributes: dict[str, str]) -> None:
    if name.lower() in ("script", "handler", "listener", "foreignobject"):
        raise ValueError(f"an SVG that only draws, without <{name}>")
    for key in attributes:
        bare = key.rpartition(" ")[2].lower()
        if bare.startswith("on"):
            raise ValueError(f"an SVG that only draws, without {bare}=")


def _refuse_unsafe(value: str, key: str) -> None:
    if found := _UNSAFE.search(value):
        raise ValueError(
            f"an SVG that refers to nothing, without {found[0]!r} in {key}; save it as plain SVG, or as PNG"
        )


def _doctype(_name: str, _system: str | None, _public: str | None, has_internal_subset: int) -> None:
    if has_internal_subset:
        raise ValueError("an SVG without entities; save it as plain SVG, or as PNG")


def _entity(*_: object) -> None:
    raise ValueError("an SVG without entities; save it as plain SVG, or as PNG")


def _instruction(target: str, _: str) -> None:
    raise ValueError(f"an SVG that only draws, without <?{target} ?>")

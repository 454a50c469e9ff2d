"""What an attribute of a drawing, or a look in its style, may say: numbers, colours, and the words that SVG has for it.

Whatever else stands there is a note, which a browser passes over, and which does not go out.
"""

from __future__ import annotations

import re
from functools import lru_cache

MEASURES = frozenset(
    "x y x1 y1 x2 y2 cx cy r rx ry width height opacity fill-opacity stroke-opacity stroke-width stroke-miterlimit "
    "stroke-dashoffset".split()
)
NUMBER = r"[+-]?(?:\d{1,9}(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d)?"
_PLAIN = r"[+-]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][+-]?\d++)?"  # of one that is too large, others tell
_UNIT = r"(?:px|pt|pc|mm|cm|in|%)"
_BETWEEN = r"[ \t\r\n,]*+"
_NUMBERS = rf"(?>(?:{_PLAIN}{_BETWEEN})+)"
_LENGTH = rf"{_PLAIN}(?:{_UNIT}|q|em|ex|ch|rem|v[wh]|vmin|vmax)?"
_LENGTHS = rf"(?>(?:{_LENGTH}{_BETWEEN})+)"
# What only places a shape; one that says anything else is refused.
OF_SHAPES = dict.fromkeys(MEASURES, re.compile(rf"\s*{NUMBER}\s*(?:{_UNIT}\s*)?", re.ASCII)) | {
    # It begins with a move, and nothing but a letter follows a Z: WeasyPrint would look at a number there for ever.
    "d": re.compile(rf"\s*(?:(?=[Mm])(?>(?:[MmLlHhVvCcSsQqTtAa]{_BETWEEN}{_NUMBERS}|[Zz]\s*+)*))?", re.ASCII),
    "points": re.compile(rf"{_BETWEEN}(?:{_NUMBERS})?", re.ASCII),
    "stroke-dasharray": re.compile(rf"none|{_BETWEEN}(?:{_LENGTHS})?", re.ASCII),
    "transform": re.compile(
        rf"\s*(?>(?:(?:matrix|translate|scale|rotate|skew[XY])\s*\({_BETWEEN}{_NUMBERS}\){_BETWEEN})*)", re.ASCII
    ),
}
_OF_ALL = frozenset("inherit initial unset revert".split())
_WORDS = {
    "fill-rule": "nonzero evenodd",
    "stroke-linecap": "butt round square",
    "stroke-linejoin": "miter miter-clip round bevel arcs",
    "display": "none inline block contents inline-block flex inline-flex grid inline-grid flow-root table list-item",
    "visibility": "visible hidden collapse",
    "shape-rendering": "auto optimizespeed crispedges geometricprecision",
    "color-interpolation": "auto srgb linearrgb",
    "vector-effect": "none non-scaling-stroke non-scaling-size non-rotation fixed-position",
    "mix-blend-mode": "normal multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light "
    "difference exclusion hue saturation color luminosity plus-lighter",
    "isolation": "auto isolate",
    "overflow": "visible hidden scroll auto clip",
    "transform-box": "content-box border-box fill-box stroke-box view-box",
}
_AMOUNT = r"(?:[+-]?(?:\d{1,9}(?:\.\d*)?|\.\d+)(?:%|deg|rad|grad|turn)?|none)"
_COLOUR = re.compile(  # but for the names, which tinycss2 knows
    r"none|context-(?:fill|stroke)|#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})"
    rf"|(?:rgba?|hsla?|hwb|(?:ok)?lab|(?:ok)?lch)\(\s*{_AMOUNT}(?:[\s,/]+{_AMOUNT}){{2,3}}\s*\)",
    re.ASCII,
)
_COLOURED = frozenset({"fill", "stroke", "color"})
_SETS = {
    "paint-order": re.compile(r"normal|(?:(?:fill|stroke|markers)\s*){1,3}"),
    "transform": re.compile(
        rf"none|(?>(?:(?:translate[xy]?|rotate)\(\s*(?>(?:{_PLAIN}(?:{_UNIT}|deg|rad|grad|turn)?{_BETWEEN})+)\)\s*)+)",
        re.ASCII,
    ),
    "transform-origin": re.compile(rf"(?:(?:left|right|center|top|bottom|{_PLAIN}{_UNIT}?)\s*){{1,3}}", re.ASCII),
    "stroke-dasharray": OF_SHAPES["stroke-dasharray"],
}
_MEASURED = frozenset(name for name in MEASURES if "opacity" in name or "-" in name)
_ONE = re.compile(_LENGTH, re.ASCII)
_IMPORTANT = re.compile(r"\s*!\s*important\Z", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def without_comments(css: str) -> str:
    """The looks of an attribute without what a program noted among them."""
    return _COMMENT.sub(" ", css)


def kept_style(style: str) -> str:
    """The looks of a style, without what programs add of their own."""
    pairs = (each.partition(":") for each in without_comments(style).split(";"))
    kept = ((key.strip().lower(), value.strip()) for key, _, value in pairs)
    return ";".join(f"{key}:{value}" for key, value in kept if is_look(key, _IMPORTANT.sub("", value)))


@lru_cache(maxsize=1024)
def is_look(key: str, value: str) -> bool:
    """True if SVG has such a value for that look."""
    said = value.strip().lower()
    if not value.isascii():
        return False
    if key in _COLOURED:
        return said in _OF_ALL or _COLOUR.fullmatch(said) is not None or _is_named_colour(said)
    if key in _WORDS:
        return said in _OF_ALL or said in _WORDS[key].split()
    among = _SETS.get(key) or (_ONE if key in _MEASURED else None)
    return among is not None and (said in _OF_ALL or (bool(said) and among.fullmatch(said) is not None))


def _is_named_colour(word: str) -> bool:
    from tinycss2.color4 import parse_color

    return word.isalpha() and parse_color(word) is not None

"""The drawings (SVG) of a letterhead: each as its shapes alone, or the letterhead is refused, as with a signature."""

from __future__ import annotations

from followup_letters.letterheads.leading import taken_along, type_of, types_of
from followup_letters.letterheads.opening import Refused
from followup_letters.pictures import svg

_TYPE = "image/svg+xml"
_BEFORE_A_TAG = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"  # marks of encodings, and white space


def with_plain_drawings(found: dict[str, bytes]) -> dict[str, bytes]:
    """The parts, with each drawing written anew. Raises Refused for one that does more than draw."""
    types = types_of(found)
    pictures = {name for name, (kind, _) in taken_along(found).items() if kind == "image"}
    plain = dict(found)
    for name, content in found.items():
        is_called_so = name.lower().endswith(".svg") or type_of(name, types) == _TYPE
        if is_called_so or (name in pictures and content.lstrip(_BEFORE_A_TAG).startswith(b"<")):
            plain[name] = _plain(name, content)
    return plain


def _plain(name: str, content: bytes) -> bytes:
    try:
        return svg.cleaned(content)[0]
    except ValueError as fault:
        raise Refused(f"{fault} ({ascii(name)[1:-1][:60]})", "or put it there as PNG") from None

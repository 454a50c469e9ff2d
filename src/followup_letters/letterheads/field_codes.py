"""The fields of a Word file, such as the number of a page: those that do no harm, and all others refused by name.

A field is an instruction that Word follows when the letter is opened or printed. It is judged by its own name, once it
is read whole; what is nested in it is judged by itself, and may not stand where the name would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from followup_letters.letterheads.opening import Refused

# Numbers of pages and lines, what stands elsewhere in the letter, signs, and who wrote it. Not DATE and its kin, for
# another day would be on the letter whenever it is opened; nor what shows the reader's own name, or the file's path;
# nor QUOTE, whose words, and what stands in them, are those of no part of the letter.
_HARMLESS = frozenset(
    "PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF REF NOTEREF STYLEREF SEQ LISTNUM TITLE AUTHOR SUBJECT KEYWORDS "
    "SYMBOL EQ ADVANCE SHAPE IF COMPARE =".split()
)
_NAME = re.compile(r"\s*(=|[^\W\d_]+)(?![\w.\0])|\s*=")
_LINK = re.compile(
    r'\s*HYPERLINK(?:\s+"(?:https?://|mailto:|tel:)[^"\\\s\0]*")?'
    r'(?:\s+\\[a-z](?:\s+"[^"\\\0]*")?|\s+\\\*\s+[a-z]+)*\s*',
    re.IGNORECASE,
)
_BRACED = re.compile(r"(?<!\\)\{\s*([^\W\d_]+)")  # a field as a person types it: { DATE }
_DAYS = frozenset("dayShort dayLong monthShort monthLong yearShort yearLong".split())  # older Word's, without a code
_NESTED = "\0"  # where another field stands in an instruction
_LONGEST_SHOWN = 40
_AS_TEXT = "put the words there as text (in Word, click the field, and press Ctrl+Shift+F9)"


@dataclass
class _Field:
    """One field on the way through a part: its instruction so far, and whether that has ended."""

    instruction: str = ""
    is_result: bool = False


def refuse_fields(name: str, root: Any) -> None:
    """Refuse the part `name` if one of its fields does anything but show a number or words. Raises Refused."""
    _walk(name, root, [_Field()])


def _walk(name: str, element: Any, open_fields: list[_Field]) -> None:
    """Go on through `element`; `open_fields` ends with the innermost, and begins with what is in no field at all."""
    for each in element:
        kind = _local(each)
        if kind == "fldChar":
            _turn(name, str(next(_values(each, "fldCharType"), "")), open_fields)
        elif kind in ("instrText", "delInstrText"):
            field = open_fields[-1] if not open_fields[-1].is_result else open_fields[0]
            field.instruction += "".join(each.itertext())
        elif kind in ("t", "delText") and _is_instructed(open_fields):
            open_fields[-1].instruction += "".join(each.itertext())  # Word takes any text there for the instruction
        elif kind == "fldSimple":
            _judge(name, next(_values(each, "instr"), ""))
            open_fields[-1].instruction += _NESTED if _is_instructed(open_fields) else ""
        elif kind in _DAYS:
            raise _refused(name, kind)
        if kind in ("Choice", "Fallback"):  # of which a reader takes one: neither may begin what the other ends
            apart = [_Field()]
            _walk(name, each, apart)
            _end(name, apart)
        else:
            _walk(name, each, open_fields)
    if element.getparent() is None:
        _end(name, open_fields)


def _turn(name: str, what: str, open_fields: list[_Field]) -> None:
    if what == "begin":
        open_fields[-1].instruction += _NESTED if _is_instructed(open_fields) else ""
        open_fields.append(_Field())
    elif what == "separate" and len(open_fields) > 1:
        open_fields[-1].is_result = True
    elif what == "end" and len(open_fields) > 1:
        _judge(name, open_fields.pop().instruction)
    else:
        raise _refused(name, "one that ends and never begins")


def _is_instructed(open_fields: list[_Field]) -> bool:
    """Whether a field is open whose instruction goes on."""
    return len(open_fields) > 1 and not open_fields[-1].is_result


def _end(name: str, open_fields: list[_Field]) -> None:
    """What is in no field is no instruction; and what is begun must have ended."""
    outside, *unended = open_fields
    for field in (outside, *unended):
        _judge(name, field.instruction)
    if outside.instruction.strip() or unended:
        raise _refused(name, "one that is not whole")


def _judge(name: str, instruction: str) -> None:
    if not instruction.strip():
        return
    found = _NAME.match(instruction)
    code = found[0].strip().upper() if found else ""
    if code != "HYPERLINK" and code not in _HARMLESS:
        raise _refused(name, code or instruction.strip().replace(_NESTED, "{}"))
    if code == "HYPERLINK" and not _LINK.fullmatch(instruction):
        raise _refused(name, " ".join(instruction.replace(_NESTED, "{}").split()))
    for braced in _BRACED.findall(instruction):
        _judge(name, braced)


def _refused(name: str, what: str) -> Refused:
    shown = ascii(what)[1:-1][:_LONGEST_SHOWN]
    return Refused(f"no fields but numbers, words and links; {name} has {shown}", _AS_TEXT)


def _local(element: Any) -> str:
    """The name of an element, in whatever dialect of Word's."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _values(element: Any, key: str) -> Iterator[str]:
    return (value for name, value in element.attrib.items() if name.rpartition("}")[2] == key)

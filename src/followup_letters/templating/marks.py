"""Marks in what a template makes: in which template, and in which line of it, the words and tags after them stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from followup_letters.templating.slips import shown

MARK = "\0"
"""What stands before and after a place; no input may hold it."""

_PIECES = re.compile(r"([<>\n])")
_GOES_ON = tuple(".,;:?!\u2026")  # what begins so belongs to the words before it


class Marks(Extension):
    """Writes such a mark before what begins a line, what follows a tag, and each expression, outside of tags."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, with the marks."""
        place = shown(stream.name or "", stream.filename)
        is_in_tag = False
        for token in stream:
            if token.type == "data":
                marked, is_in_tag = _marked(token, place, is_in_tag=is_in_tag)
                yield Token(token.lineno, "data", marked)
                continue
            if token.type == "variable_begin" and not is_in_tag:
                yield Token(token.lineno, "data", _mark(place, token.lineno))
            yield token


def _mark(place: str, line: int) -> str:
    return f"{MARK}{place}:{line}{MARK}"


def _marked(token: Token, place: str, *, is_in_tag: bool) -> tuple[str, bool]:
    """The text of `token` with the marks, and whether it ends within a tag."""
    line, marked, is_new = token.lineno, "", True
    for piece in _PIECES.split(token.value):
        words = piece.lstrip()
        if words and is_new and not is_in_tag:
            piece = piece.removesuffix(words) + ("" if words.startswith(_GOES_ON) else _mark(place, line)) + words
            is_new = False
        marked += piece
        if piece == "\n":
            line, is_new = line + 1, True
        elif words in ("<", ">"):
            is_in_tag, is_new = words == "<", words == ">"
    return marked, is_in_tag

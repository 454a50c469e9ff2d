"""Where the lines of a template end: a line of tags alone is none, and any other ends as it is written.

Jinja by itself takes away the line break after every tag or after none. The first would glue a sentence to the one
before it, if that ends with an `{% endif %}`; the second would make a macro that says nothing say a line break.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import TemplateSyntaxError
from jinja2.lexer import Lexer

from followup_letters.templating.braces import parted_end, refuse_parted

_ENDS, _MARKED = ("%}", "#}"), ("+%}", "+#}")  # who writes a plus wants the line break


class ByLine(Lexer):
    """Jinja's reader of templates, which leaves out the line breaks of lines that have nothing but tags."""

    def tokeniter(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> Iterator[tuple[int, str, str]]:
        """The tokens of `source`: line, kind and text."""
        says = is_first = is_after_tag = False  # whether the line has more than tags; the next word is that of a tag
        is_raw = False
        ended = 1  # the line in which the last token ended
        for line, kind, text in self._tokens(source, name, filename, state):
            if line > ended:  # a minus took line breaks away
                says = False
            ended = line + text.count("\n")
            is_raw = kind == "raw_begin" or (is_raw and kind != "raw_end")
            if kind == "data":
                if not is_raw:
                    refuse_parted(text, line, name, filename)
                if is_after_tag and not says and text.startswith("\n"):
                    line, text = line + 1, text[1:]
                says = bool(text.rpartition("\n")[2].strip()) or (says and "\n" not in text)
            elif kind == "variable_begin" or (is_first and text == "include"):  # which print something in their place
                says = True
            elif kind.endswith("_end") and "\n" in text:
                says = False
            if text or kind != "data":
                yield line, kind, text
            is_first = kind == "block_begin" or (is_first and kind == "whitespace")
            is_after_tag = kind.endswith("_end") and text.endswith(_ENDS) and not text.endswith(_MARKED)

    def _tokens(
        self, source: str, name: str | None, filename: str | None, state: str | None
    ) -> Iterator[tuple[int, str, str]]:
        """Jinja's own tokens of `source`. Raises TemplateSyntaxError as it does, in our words for a space in an end."""
        try:
            yield from super().tokeniter(source, name, filename, state)
        except TemplateSyntaxError as fault:
            told = parted_end(source.split("\n")[fault.lineno - 1])
            if told is None:
                raise
            raise TemplateSyntaxError(told, fault.lineno, name, filename) from None

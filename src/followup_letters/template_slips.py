"""What Jinja and Python say of a slip in a template, in our words; what is not known here is told as they say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from followup_letters.patterns import pattern

if TYPE_CHECKING:
    from jinja2 import TemplateSyntaxError
    from jinja2.lexer import Lexer

SLIPS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, AssertionError)
"""What Python raises where a template takes a value for what it is not; AssertionError is from filters of Jinja."""

_STRANGE = "is a {{{{ or {{% not closed, or a quotation mark curled?"
_CLOSED = "if|for|vary|say|macro|set|call|filter|block|with|raw|autoescape"  # which have an end tag
_ELSE_IN_VARY = pattern(r"Encountered unknown tag '(else|elif)'.*'otherwise'.*", re.DOTALL)
_SAID = tuple(
    (pattern(theirs, re.DOTALL), ours)
    for theirs, ours in (
        (r"'([^']+)' is undefined", "there is no '{0}'"),
        (r"No (filter|test) named '([^']+)'\.?.*", "there is no {0} '{1}'"),
        (
            rf"Encountered unknown tag 'end(?:{_CLOSED})'.* needs to be closed is '(\w+)'\.",
            "{{% {0} %}} is to be closed first",
        ),
        (
            r"Encountered unknown tag '(?:else|elif)'.*'otherwise'.*",
            "another way is {{% or %}}, or {{% or if … %}}; the last resort is {{% otherwise %}}",
        ),
        (
            r"Encountered unknown tag '(or|otherwise)'.*",
            "{{% {0} %}} stands outside of {{% vary %}}, or within a tag that is not closed",
        ),
        (r"Encountered unknown tag '([^']+)'.*", "there is no tag '{0}'"),
        (r"Unexpected end of template.* needs to be closed is '(\w+)'\.", "{{% {0} %}} is never closed"),
        (r"tag name expected", "after {{% comes the name of a tag, such as or; is there a % too many?"),
        (r"Missing end of raw directive", "{{% raw %}} is never closed"),
        (r"Expected an expression, got (.+)", "a value is missing before {0}"),
        (r"Missing end of comment tag", "{{# is never closed with #}}"),
        (r"expected token 'end of print statement', got '([^']+)'", "'{0}' stands where }}}} should; " + _STRANGE),
        (r"expected token 'end of statement block', got 'if'", "after else, 'if' is written {{% elif … %}}"),
        (r"expected token 'end of statement block', got '([^']+)'", "'{0}' stands where %}} should"),
        (r"expected token '([^']+)', got '([^']+)'", "'{1}' stands where {0} should"),
        (r"unexpected char (.+) at \d+", "{0} stands where it cannot; " + _STRANGE),
        (r"unexpected (.+)", "{0} stands where it cannot; " + _STRANGE),
        (r"access to attribute '([^']+)' of .* is unsafe\.", "'{0}' is nothing that a template may use"),
        (r"macro '(\w+)' takes not more than (\d+) .*", "{0}() takes no more than {1} values"),
        (r"macro '(\w+)' takes no keyword argument '(\w+)'", "{0}() takes nothing called '{1}'"),
        (r"parameter '(\w+)' was not provided", "a macro is called without its value '{0}'"),
        (r"the template '([^']+)' \(.*\) does not export the requested name '(\w+)'", "{0} has nothing called '{1}'"),
        (r"'(\S+)' not supported between instances of .*", "{0} compares no such values"),
        (
            r"(?:not enough|too many) values to unpack.*",
            "has more names, or fewer, than each entry of its list has parts",
        ),
        (r"(?:sync_)?(?:do_)?(\w+)\(\) takes .* given", "{0} takes fewer values in its brackets"),
        (r"(?:sync_)?(?:do_)?(\w+)\(\) missing .* '(\w+)'", "{0} lacks a value in its brackets: {1}"),
        (r".* object has no element (.+)", "there is no element {0} in it"),
        (r"expected (?:length|leeway) >= (\d+), got (-?\d+)", "truncate takes a number of {0} or more, and not {1}"),
        (r"Range too big.*", "counts further than a template may"),
        (r".* object is not callable", "a value is called with (), as only a macro is"),
        (r".* is not iterable", "goes through a value that is no list"),
        (r"(?:division|modulo) by zero|.* by zero", "divides by zero"),
        (r"unsupported operand type\(s\) for ([^:]+):.*", "{0} takes no such values"),
        (
            r"can't multiply sequence by non-int.*|type str doesn't define __round__ .*|must be real number, not str",
            "a length is a number, as 20, and no text, as '20pt'",
        ),
        (r"can(?:not| only) .*concatenate.*", "+ takes no such values; ~ joins texts"),
    )
)


def in_our_words(message: str) -> str:
    """`message` as we say it."""
    for theirs, ours in _SAID:
        if found := theirs.fullmatch(message):
            message = ours.format(*found.groups())
            break
    return message.removesuffix(".").replace("'end of print statement'", "}}").replace("'end of statement block'", "%}")


def syntax_slip(fault: TemplateSyntaxError, lexer: Lexer) -> tuple[str, int | None]:
    """What `fault` is in our words, and the line to look at: of a tag that is never closed, where it was opened.

    `lexer` is what the template was read with.
    """
    message = fault.message or "syntax"
    words, opened = in_our_words(message), _opened(message, _read(fault, lexer))
    other_way = _ELSE_IN_VARY.match(message)
    if other_way and (line := _vary_within_if(_read(fault, lexer), fault.lineno)):
        tag = f"{{% {other_way[1]} %}}"
        return (
            f"{{% vary %}} of line {line} is not closed before {tag}; or for another way, write {{% or %}}",
            fault.lineno,
        )
    if opened is None:
        return words, fault.lineno
    if message.startswith("Unexpected end"):
        return words, opened
    return words.replace("%} is to be", f"%}} of line {opened} is to be"), fault.lineno


def _read(fault: TemplateSyntaxError, lexer: Lexer) -> Iterator[tuple[int, str, str]]:
    """The tokens of the template up to the line of `fault`, as far as they can be read."""
    from jinja2 import TemplateSyntaxError

    with suppress(TemplateSyntaxError):
        for token in lexer.tokeniter(fault.source or "", fault.name):
            if token[0] > fault.lineno:
                return
            yield token


def _vary_within_if(tokens: Iterable[tuple[int, str, str]], at: int) -> int | None:
    """The line of the {% vary %} that an else or elif of line `at` meets open, if an {% if %} is open around it."""
    opened: list[tuple[str, int]] = []
    before = ""
    for line, kind, text in tokens:
        if before == "block_begin" and text in {"if", "vary"}:
            opened.append((text, line))
        elif before == "block_begin" and text in {"endif", "endvary"}:
            opened = opened[:-1]
        elif before == "block_begin" and text in {"else", "elif"} and line == at and opened and opened[-1][0] == "vary":
            return opened[-1][1] if any(tag == "if" for tag, _ in opened) else None
        before = before if kind == "whitespace" else kind
    return None


def _opened(message: str, tokens: Iterable[tuple[int, str, str]]) -> int | None:
    """The line of the tag that `message` says is open; None if it says so of none, or of `set`, which needs no end."""
    found = re.search(r"needs to be closed is '(?!set)(\w+)'", message)
    if found is None:
        return None
    lines: list[int] = []
    before = ""
    for line, kind, text in tokens:
        if before == "block_begin" and text == found[1]:
            lines.append(line)
        elif before == "block_begin" and text == f"end{found[1]}":
            lines = lines[:-1]
        before = before if kind == "whitespace" else kind
    return lines[-1] if lines else None

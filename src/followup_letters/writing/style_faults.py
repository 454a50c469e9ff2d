"""What of a style sheet of one's own would be passed over without a word: rules that break off, slips in a name.
And what it must not leave out, for a page that is not broken.

Broken rules are found here, in every format. Names and values are known to the engine of PDF alone, which is asked
where it is installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, NamedTuple

from followup_letters.errors import MachineError, TemplateError
from followup_letters.patterns import pattern
from followup_letters.templates_folder import Styles, place_of

_NAME = "styles/letter.css.j2"
_OF_RULES = frozenset({"media", "supports", "layer", "container"})  # hold rules, and no declarations
# Names that stand for several properties, and so are in no list of the engine's.
_SHORTHANDS = """
    background border border-bottom border-color border-left border-radius border-right border-style border-top
    border-width columns flex font font-variant gap list-style margin outline padding text-align text-decoration
""".split()
_NEEDED = {  # by the name for which there must be a rule
    "@page": "@page, which sets the paper and its margins",
    ".continuation": ".continuation, without which the head of later pages is printed at the top of the first",
    ".return-address": ".return-address, without which the line above the window is printed at the top of the text",
}
_MARGIN_BOXES = (
    *(f"{edge}-{place}" for edge in ("top", "bottom") for place in ("left-corner", "left", "center", "right")),
    *("top-right-corner", "bottom-right-corner"),
    *(f"{edge}-{place}" for edge in ("left", "right") for place in ("top", "middle", "bottom")),
)
_COMMENT = pattern(r"/\*.*?\*/", re.DOTALL)
_ALIKE = 0.8  # how like a property that there is a name must be to be a slip in it


class _Slip(NamedTuple):
    """What is wrong, in the style sheet's own line, and the word by which that is found in a template."""

    told: str
    line: int | None
    word: str = ""


def refuse_passed_over(css: str, styles: Styles) -> None:
    """Raise TemplateError, with template and line, for the first thing in `css` that would be passed over.

    `styles` are the templates of one's own that it was made from.
    """
    slip = _first_slip(css)
    if slip is not None:
        raise TemplateError(slip.told, *place_in(css, styles, slip.line, slip.word))


def refuse_incomplete(css: str, styles: Styles, *, has_window: bool) -> None:
    """Raise TemplateError if `css` has no rule for what no page can do without, as where it does not include ours."""
    said = _COMMENT.sub("", css)
    wanted = [name for name in _NEEDED if has_window or name != ".return-address"]
    missing = [_NEEDED[name] for name in wanted if not re.search(rf"{re.escape(name)}(?![\w-])", said)]
    if missing:
        told = f"has no rule for {'; nor for '.join(missing)}"
        mend = '{% include "ours/letter.css.j2" %} above your own rules takes all of ours'
        raise TemplateError(f"{told}; {mend}", place_of(_NAME, styles))


@lru_cache(maxsize=16)
def _first_slip(css: str) -> _Slip | None:
    return next(_slips(css), None)


def _slips(css: str) -> Iterator[_Slip]:
    import tinycss2

    tokens = tinycss2.parse_component_value_list(css)
    if len(tinycss2.serialize(tokens)) > len(css):  # it closes what is open
        yield _Slip("a rule is never closed; a } is missing", tokens[-1].source_line)
    yield from _broken(tinycss2.parse_stylesheet(css))
    yield from _ignored(css)


def _broken(rules: Iterable[Any]) -> Iterator[_Slip]:
    """The rules and declarations that are none."""
    import tinycss2

    for rule in rules:
        if rule.type == "error" or any(token.type == "error" for token in getattr(rule, "prelude", ())):
            yield _Slip("is no rule; a { or a } is missing, or one too many", rule.source_line)
        elif rule.type == "at-rule" and rule.content and rule.lower_at_keyword in _OF_RULES:
            yield from _broken(tinycss2.parse_rule_list(rule.content))
        elif rule.type in ("at-rule", "qualified-rule") and rule.content:
            for inner in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                if inner.type == "error":
                    yield _Slip("is no declaration; write it as name: value;", inner.source_line)
                elif inner.type != "declaration":
                    yield from _misspelt_boxes(rule, inner)
                    yield from _broken([inner])


def _misspelt_boxes(rule: Any, inner: Any) -> Iterator[_Slip]:
    """A box in the margin of a page that there is not: the engine passes it over without a word."""
    if rule.type == inner.type == "at-rule" and rule.lower_at_keyword == "page":
        name = inner.lower_at_keyword
        if name not in (*_MARGIN_BOXES, "footnote"):
            near = get_close_matches(name, _MARGIN_BOXES, n=1)
            hint = f"did you mean @{near[0]}?" if near else "a footer is in @bottom-center, for example"
            yield _Slip(f"a page has no box @{name}; {hint}", inner.source_line)


# ----------------------------------------------------------------------------------- what the engine knows


def _ignored(css: str) -> Iterator[_Slip]:
    """What the engine of PDF says that it passes over; nothing where there is none."""
    from followup_letters.writing.engine import passed_over  # which no letter in our own style waits for

    try:
        messages = passed_over(css)
    except MachineError:
        return
    for message, arguments in messages:
        yield from _of_the_engine(message, arguments)


def _of_the_engine(message: str, arguments: tuple[Any, ...]) -> Iterator[_Slip]:
    line = next((each for each in arguments if isinstance(each, int)), None)
    if message.startswith("Ignored `%s:%s`"):
        name, value, why = arguments[0], str(arguments[1]).strip(), str(arguments[-1])
        if "unknown" in why:
            near = _near(name)  # where nothing is near it is a property that browsers alone know, and no slip
            if near:
                yield _Slip(f"a PDF knows no property {name}; did you mean {near}?", line, name)
        elif "(" not in value:  # a function that is too new for a PDF is no slip either
            yield _Slip(f"{name} takes no such value: {value}", line, name)
    elif "selector" in message:
        chosen = str(arguments[0]).strip("'\" ")
        yield _Slip(f"{chosen} chooses no part of a page", None, chosen)
    elif message.startswith("Unknown rule"):
        yield _Slip(f"there is no rule @{arguments[0].at_keyword}", line)


def _near(name: str) -> str | None:
    from weasyprint.css.properties import KNOWN_PROPERTIES  # the engine is there, for it has complained

    known = [*_SHORTHANDS, *(each.replace("_", "-") for each in KNOWN_PROPERTIES)]
    return next(iter(get_close_matches(name, sorted(known), n=1, cutoff=_ALIKE)), None)


# ----------------------------------------------------------------------------------- where it stands


def place_in(css: str, styles: Styles, at: int | None, word: str) -> tuple[str, int | None]:
    """The template and the line in it from which the line `at` of `css` is: one that reads the same, else one that has
    the word, else the file alone."""
    written = css.splitlines()[at - 1] if at else ""
    lines = [
        (name, number, text)
        for name, content in styles
        if ".css" in name
        for number, text in enumerate(content.splitlines(), 1)
    ]
    same = [(name, number) for name, number, text in lines if text.strip(" }") and text.strip() in written]
    holding = [(name, number) for name, number, text in lines if word and re.search(_whole(word), text)]
    name, line = next(iter([*same, *holding]), (_NAME, None))
    return place_of(name, styles), line


def _whole(word: str) -> str:
    return rf"(?<![\w-]){re.escape(word)}(?![\w-])" if word[0].isalnum() else re.escape(word)

"""What a template has made, as a tree; and where in the template a fault in it was written."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from followup_letters.errors import TemplateError
from followup_letters.html_subset import CLASSES
from followup_letters.markup import Element, NestedParagraph, OutsideSubset, parse
from followup_letters.patterns import pattern
from followup_letters.templates_folder import LANGUAGE
from followup_letters.templating.marks import MARK
from followup_letters.templating.pictures import embedded

_CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")  # in a style sheet
_COMMENT = pattern(r"\{#.*?#\}", re.DOTALL)
_PARAGRAPH = pattern(r"<(/?)p[\s>]", re.IGNORECASE)


def parsed(html: str, template: str, marked: Callable[[], str], folder: Path | None = None) -> Element:
    """`html`, which `template` and what it includes have made, as a tree.

    `marked` makes it once more, with `Marks`; `folder` holds templates of one's own, which may name a class that means
    nothing, or a picture that lies there. Raises TemplateError for what is outside the subset, with template and line.
    """
    try:
        if folder is None:
            return parse(html, template)
        return parse(html, template, CLASSES | _styled(folder), partial(embedded, folder))
    except NestedParagraph as fault:
        made, frame = marked(), own_path(template, folder)
        raise _nested(_written_at(fault.since, made, frame), _written_at(fault.at, made, frame)) from None
    except OutsideSubset as fault:
        raise TemplateError(fault.rule, *_written_at(fault.at, marked(), own_path(template, folder))) from None


def _written_at(at: int, marked: str, template: str) -> tuple[str, int | None]:
    """The template, and the line in it, where the character `at` was written; `template` where no mark is before it."""
    left, name, line = at, template, None
    pieces = marked.split(MARK)
    for words, place in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        left -= len(words)
        if left < 0 or not place:
            break
        name, number = place.rsplit(":", 1)
        line = int(number)
    return name, line


def _nested(outer: tuple[str, int | None], inner: tuple[str, int | None]) -> TemplateError:
    """The error of a paragraph within another: which of the two is wrong, by how the outer file is written."""
    if outer[0] != inner[0] and _closes_what_it_opens(outer[0]):
        told = "this file is a part of a paragraph that another begins, so leave its own <p> out"
        return TemplateError(f"<p> stands inside a <p>; {told}", *inner)
    place = f"in line {inner[1]}" if outer[0] == inner[0] else f"of {inner[0]}:{inner[1]}"
    return TemplateError(f"<p> is not closed before the <p> {place}; write </p> before that one", *outer)


def _closes_what_it_opens(template: str) -> bool:
    """Whether a template has an end for each of its paragraphs; ours, which are told by their names, have."""
    file = Path(template)
    if not file.is_file():
        return True
    closing = _PARAGRAPH.findall(_COMMENT.sub("", file.read_text("utf-8-sig")))
    return len(closing) <= 2 * closing.count("/")


def own_path(template: str, folder: Path | None) -> str:
    """The path of `template` in a folder of one's own; its name where it is ours."""
    paths = [folder / LANGUAGE / template, folder / template] if folder else []
    return next((str(path) for path in paths if path.is_file()), template)


def _styled(folder: Path) -> frozenset[str]:
    """The classes that the style sheets of `folder` have a rule for."""
    sheets = [path for path in (folder / "styles").glob("**/*.css*") if path.is_file()]
    texts = (path.read_text("utf-8", errors="replace") for path in sheets)  # one that is no text is told elsewhere
    return frozenset(name for text in texts for name in _CLASS.findall(text))

"""Rules of a style sheet of one's own that can reach no page: their selector names what no page has.

A page that happens to lack a part, such as enclosures, says nothing: what counts is what any page may have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from followup_letters.html_subset import BLOCKS, CLASSES, INLINES
from followup_letters.markup import Page
from followup_letters.patterns import pattern
from followup_letters.templates_folder import Styles, folder_of, place_of, read
from followup_letters.writing.layouts import layout_of, style_sheet

_NAME = "styles/letter.css.j2"
_TAGS = frozenset({*BLOCKS, *INLINES, "html", "head", "body", "main"})
_GIVEN = pattern(r"""class\s*=\s*(?:"([^"]*)"|'([^']*)')""")  # in a template's HTML
_ALIKE = 0.8  # how like a name that there is another must be to be a slip in it; "logo" is none in "long"
_RULES_INSIDE = frozenset({"media", "supports", "layer", "container"})


class Unreached(NamedTuple):
    """A name in a selector that no page has: the template and line where it stands, and the nearest that there is."""

    name: str
    place: str
    near: str | None


def unreached(page: Page) -> list[Unreached]:
    """The names in the style sheet of `page` by which it can choose nothing, each once; none where it is ours.

    Raises TemplateError for a style sheet that cannot be used.
    """
    if not any(".css" in name for name, _ in page.styles):
        return []
    import tinycss2

    layout = layout_of(page)
    css = style_sheet(layout, (layout.face.family, *layout.face.fallback))
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    classes = {f".{name}" for name in _classes(page.styles)}
    named = dict.fromkeys(name for rule in rules for name in _named_in(rule))
    return [
        Unreached(name, _place(name, page.styles), _near(name, classes))
        for name in named
        if name not in (classes if name.startswith(".") else _TAGS)
    ]


def _classes(styles: Styles) -> set[str]:
    """Every class that a page may have: ours, and those that templates of one's own give."""
    folder = folder_of(styles)
    files = [path for path in folder.rglob("*.j2") if ".css" not in path.name] if folder else []
    given = (match[0] or match[1] for path in files for match in _GIVEN.findall(path.read_text("utf-8", "replace")))
    ours = re.findall(r"\.([a-zA-Z][\w-]*)", read(_NAME))
    return {*CLASSES, *ours, *(word for words in given for word in words.split())}


def _named_in(rule: Any) -> Iterator[str]:
    """The tags, the classes (`.name`) and the ids (`#name`) that the selectors of a rule name."""
    if rule.type == "at-rule" and rule.content and rule.lower_at_keyword in _RULES_INSIDE:
        import tinycss2

        for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
            yield from _named_in(inner)
    elif rule.type == "qualified-rule":
        before = ""
        for token in rule.prelude:
            if token.type == "hash":
                yield f"#{token.value}"
            elif token.type == "ident" and before == ".":
                yield f".{token.value}"
            elif token.type == "ident" and before != ":":
                yield token.lower_value
            before = token.value if token.type == "literal" else ""


def _place(name: str, styles: Styles) -> str:
    """The template, and the line in it, where `name` stands first; the style sheet where that is worked out."""
    whole = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    for template, content in styles:
        for number, line in enumerate(content.splitlines() if ".css" in template else (), 1):
            if whole.search(line):
                return f"{place_of(template, styles)}:{number}"
    return place_of(_NAME, styles)


def _near(name: str, classes: set[str]) -> str | None:
    """What `name` is a slip of: a class without its dot, or one that is nearly the same word."""
    known, bare = (classes if name.startswith(".") else _TAGS), name.lstrip(".#")
    if f".{bare}" in classes:
        return f".{bare}"
    by_word = {each.lstrip("."): each for each in sorted(known)}
    return next((by_word[each] for each in get_close_matches(bare, by_word, n=1, cutoff=_ALIKE)), None)

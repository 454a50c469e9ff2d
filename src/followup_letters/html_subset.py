"""The HTML that a document may be written in, and what is said of a tag that is not of it. The tree is in markup.py."""

from __future__ import annotations

import re
from collections.abc import Collection

_SECTIONS = ("section", "header", "footer")
_TEXTS = ("address", "p", "h1", "h2")
_LISTS = ("ul", "ol", "li", "table", "tr", "th", "td", "hr")
BLOCKS = frozenset({*_SECTIONS, *_TEXTS, *_LISTS})
INLINES = frozenset(["strong", "em", "a", "br", "span", "bdi", "img"])
VOID = frozenset({"br", "hr", "img"})
_INSTEAD = {"b": "strong", "i": "em", "u": "em", "div": "section", "main": "section", "article": "section", "h3": "h2"}
_WRITTEN = frozenset(["class", "lang", "dir", "href", "src", "alt"])
_ATTRIBUTES = _WRITTEN | {"data-from", "data-sentence"}  # which say where words are from, and nobody writes
_LANGUAGE = re.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*")
_LINK = re.compile(r"#|https?://|mailto:|tel:", re.IGNORECASE)  # no code, and no file of whoever opens the letter
CLASSES = frozenset(
    # of a letter, and of what stands outside its text
    """sender name contact date inside-address reference subject salutation body matches closing signature-image signed
    signature enclosures cc letter return-address continuation page-number mail-link"""
    # of a call sheet
    """ call-sheet private who whom stop card card-head goal prompts prompt next note aside label blank
    fill-1 fill-2 fill-3"""
    # of any text
    """ typed long whole""".split()
)
"""The classes that mean something here: parts with a place, a rule of the style sheet or a style in Word."""

_STYLE_SHEET = "styles/letter.css.j2"
_ALIKE = 0.8  # how like one of ours a class must be to be a slip in it


def tag_fault(name: str, attributes: dict[str, str]) -> str | None:
    """Why a tag that opens is outside the subset; None if it is not."""
    if name not in BLOCKS | INLINES:
        hint = f"write <{_INSTEAD[name]}>" if name in _INSTEAD else f"allowed: {', '.join(sorted(BLOCKS | INLINES))}"
        return f"<{name}> is not part of the letter's HTML; {hint}"
    if unknown := sorted(attributes.keys() - _ATTRIBUTES):
        return f"<{name}> has the attribute {unknown[0]!r}; {_in_place_of(unknown[0])}"
    if not _LANGUAGE.fullmatch(attributes.get("lang", "en")):
        return f"the lang {attributes['lang']!r} of <{name}> is no code of a language, such as de or fr-CA"
    if not _LINK.match(attributes.get("href", "#")):
        return f"the href of <{name}> is no address; begin it with https://, mailto: or tel:"
    return None


def _in_place_of(attribute: str) -> str:
    if attribute == "style":
        return f'looks go by class: write class="mine", and .sheet .mine {{ … }} in {_STYLE_SHEET}'
    return f"allowed: {', '.join(sorted(_WRITTEN))}"


def class_fault(name: str, tag: str, known: Collection[str]) -> str:
    """What is said of a class of a tag that is not `known`."""
    from difflib import get_close_matches  # for slips alone

    near = get_close_matches(name, sorted(known), n=1, cutoff=_ALIKE)
    hint = f"did you mean {near[0]}?" if near else f"add .sheet .{name} {{ … }} to {_STYLE_SHEET}"
    rule = "is the name of no part of a letter, and your style sheet has no rule for it"
    return f"the class {name!r} of <{tag}> {rule}; {hint}"

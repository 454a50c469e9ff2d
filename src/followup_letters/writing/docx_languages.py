"""Words in another language than the document's: Word has no parts inside one another, so each run says its own."""

from __future__ import annotations

from html import escape

from followup_letters.html_subset import BLOCKS
from followup_letters.markup import Element

_LANGUAGE = "<w:lang "


def handed_down(root: Element) -> Element:
    """`root` with the language of each part said by the paragraphs in it; that of the whole is the document's."""
    if not any("lang" in element.attributes for element in root.walk() if element is not root):
        return root
    return Element(root.tag, root.attributes, tuple(_handed(child, {}) for child in root.children))


def _handed(child: Element | str, said: dict[str, str]) -> Element | str:
    if isinstance(child, str) or child.tag not in BLOCKS:
        return child
    if "lang" in child.attributes:
        said = {"lang": child.attributes["lang"]}
    children = tuple(_handed(each, said) for each in child.children)
    return Element(child.tag, said | child.attributes, children)


def spoken(element: Element, properties: str) -> str:
    """The `properties` of a run, in the language that `element` says, if it says one."""
    language = element.attributes.get("lang")
    if language is None:
        return properties
    return f'{properties.partition(_LANGUAGE)[0]}{_LANGUAGE}w:val="{escape(language)}"/>'


def added(properties: str, more: str) -> str:
    """The `properties` of a run with `more`: the language comes last, or Word calls the file damaged."""
    others, language, its_value = properties.partition(_LANGUAGE)
    return others + more + language + its_value

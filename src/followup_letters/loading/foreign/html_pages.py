"""HTML that somebody saved: the data that its scripts carry (JSON-LD), and the lines that a piece of it shows.

Nothing is fetched, no script is run, and no file but the page is looked at.
"""

from __future__ import annotations

import codecs
import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from followup_letters.bounds import DEEPEST

LONGEST_SCRIPT = 500_000  # characters of the data of one script; a posting has ten thousand
_WITHIN = 10_000  # bytes at whose end a page has told its encoding
BULLET = "• "  # what a line of a list begins with
_BLOCKS = frozenset(
    "address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav"
    " ol p pre section table tbody td th thead tr ul br".split()
)
_UNSEEN = frozenset("script style template noscript head title".split())
_TAG = re.compile(r"</?(?:p|br|ul|ol|li|div|h[1-6]|strong|b|em|i|u|span|table|section|a)\b[^<>]*>", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|br|ul|ol|li|div|h[1-6]|strong|b|em|span)\b", re.IGNORECASE)
# What pages put around the data, and into it, for browsers that never were.
_BEFORE = re.compile(r"(?://|/\*)?\s{0,9}(?:<!--|<!\[CDATA\[)\s{0,9}(?:\*/)?")
_AFTER = re.compile(r"(?://|/\*)?\s{0,9}(?:-->|\]\]>)\s{0,9}(?:\*/)?;?$")
# The reader of HTML looks at each attribute of a tag once for every other; so it is given tags that have none, and of a
# page nothing but the scripts that count. A quote that is never closed is no quote.
_OPENED = re.compile(r"""<(/?[a-z][\w:-]*+)((?>(?:[^<>"']++|"[^"]*+"|'[^']*+')*))(>?)""", re.IGNORECASE)
_KEPT = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(?P<meta>meta)\b[^<>]{0,500}>"
    rb"|<script\b(?P<about>[^<>]{0,2000})>(?P<text>.*?)(?:</script\b[^<>]{0,99}>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_IS_DATA = re.compile(rb"""(?:^|[\s"'/])type\s*=\s*["']?\s*application/ld\+json\s*(?:["';\s]|$)""", re.IGNORECASE)
_STRING = r'"(?>(?:[^"\\]++|\\.)*)"?'  # what is never closed runs to the end, so that no text is gone through twice
_COMMENTS = re.compile(rf"{_STRING}|//[^\n]*|/\*(?>(?:[^*]++|\*(?!/))*)(?:\*/)?", re.DOTALL)
_COMMAS = re.compile(rf"{_STRING}|,(?=\s*[}}\]])|;$", re.DOTALL)


@dataclass
class Scripts:
    """The data of a page's JSON-LD scripts, and where a script could not be read: its line and what is wrong."""

    data: list[Any] = field(default_factory=list)
    broken: list[tuple[int, str]] = field(default_factory=list)


def json_ld(page: bytes) -> Scripts:
    """What the JSON-LD scripts of a page hold, in order. A page without any, and no page at all, gives none."""
    scripts = Scripts()
    for element in _root(page, _scripts_alone).iter("script"):
        if not (element.text or "").strip():
            continue
        try:
            if len(element.text) > LONGEST_SCRIPT:
                raise ValueError(f"more than {LONGEST_SCRIPT:,} characters")
            data = _data(element.text.strip())
            if _is_too_deep(data):
                raise ValueError(f"more than {DEEPEST} lists and tables inside one another")
            scripts.data.append(data)
        except (ValueError, RecursionError) as error:
            scripts.broken.append((element.sourceline or 0, str(error)))
    return scripts


def _data(text: str) -> Any:
    """The data of a script as pages have it: with bare line breaks in its texts, comments, a comma too many."""
    before = _BEFORE.match(text)
    text = _AFTER.sub("", text[before.end() :] if before else text)
    try:
        return json.loads(text, strict=False)
    except ValueError:
        tidy = text
        for pattern in (_COMMENTS, _COMMAS):
            tidy = pattern.sub(lambda match: match[0] if match[0].startswith('"') else "", tidy.strip())
        if tidy == text:
            raise
        return json.loads(tidy, strict=False)


def _is_too_deep(data: Any) -> bool:
    level = [data]
    for _ in range(DEEPEST):
        level = [below for value in level if isinstance(value, dict | list) for below in _inside(value)]
    return any(isinstance(value, dict | list) for value in level)


def _inside(value: dict[str, Any] | list[Any]) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value


def shown_lines(text: str) -> list[str]:
    """The lines that a text shows, whether it is HTML or plain; an entry of a list begins with BULLET."""
    if _ESCAPED_TAG.search(text) and not _TAG.search(text):
        text = html.unescape(text)
    lines = _lines_of_html(text) if _TAG.search(text) else html.unescape(text).splitlines()
    shown = (" ".join(line.split()) for line in lines)
    return [line for line in shown if line.strip(BULLET)]


def _scripts_alone(page: bytes) -> bytes:
    """The JSON-LD scripts of a page, each on its line, and what it says of its encoding."""
    kept, at = [], 0
    for found in _KEPT.finditer(page):
        kept.append(b"\n" * page.count(b"\n", at, found.start()))
        if found["text"] is not None and _IS_DATA.search(found["about"]):
            begin = b"\n" * found["about"].count(b"\n") + b'<script type="application/ld+json">'
            kept += [begin, found["text"], b"</script>"]
        elif found["meta"] and at < _WITHIN:
            kept.append(found[0])
        else:
            kept.append(b"\n" * found[0].count(b"\n"))
        at = found.end()
    return b"".join(kept)


def _root(page: bytes, prepared: Callable[[bytes], bytes] = bytes) -> Any:
    """The tree of a page, once it is `prepared` for the reader of HTML."""
    from lxml import etree

    try:
        page.decode()
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None  # told by the page itself
    if page.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        page, encoding = page.decode("utf-16", "replace").encode(), "utf-8"
    parser = etree.HTMLParser(encoding=encoding, no_network=True, recover=True)
    try:
        root = etree.fromstring(prepared(page.removeprefix(codecs.BOM_UTF8).replace(b"\0", b"")), parser)
    except (etree.LxmlError, ValueError):
        root = None
    return etree.Element("html") if root is None else root


def _lines_of_html(text: str) -> Iterator[str]:
    from lxml import etree

    line, unseen, bullet = "", 0, ""
    bare = _OPENED.sub(lambda tag: f"<{tag[1]}>" if tag[3] else f"&lt;{tag[1]}{tag[2]}", text)
    for event, element in etree.iterwalk(_root(bare.encode("utf-8", "replace")), events=("start", "end", "comment")):
        tag = element.tag if isinstance(element.tag, str) else None
        if tag in _BLOCKS:
            if line.strip():
                yield bullet + line
                bullet = ""
            line = ""
        if tag == "li":
            bullet = BULLET if event == "start" else ""
        if tag in _UNSEEN:
            unseen += 1 if event == "start" else -1
        if not unseen:
            line += (element.text if event == "start" else element.tail) or ""
    yield bullet + line if line.strip() else ""

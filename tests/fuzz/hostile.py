"""Hostile words by category, and hostile files by format: what a letter must hold as typed, or refuse by its field.

`cases` draws some of each category; at length, all of them in every field. Nothing is judged here.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

LINES: dict[str, list[str]] = {
    "controls": [f"a{chr(code)}b" for code in (*range(1, 9), *range(14, 32), *range(127, 160))],
    "controls at an end": [f"word{mark}" for mark in "\x00\x0b\x0c\x1c\x1f\x85"] + ["\x1eword"],
    "surrogates": ["\ud800", "a\udfff", "\udc00\ud800"],
    "no characters": ["\ufffe", "\ufdd0", "\ue000", "\U0010ffff", "\u0378"],
    "line breaks": ["a\nb", "a\rb", "a\u2028b", "a\u2029b", "a\x0bb"],
    "reordering marks": [f"a{mark}b" for mark in "\u202a\u202d\u202e\u2066\u2068\u2069"],
    "direction marks": ["a\u200eb", "\u200fא", "م\u061c"],
    "not seen": [f"a{mark}b" for mark in "\u00ad\u034f\u17b4\u180e\u200b\u2060\u2064\u206f\ufeff\U000e0001\ufffc"],
    "nothing to see": ["\u200b", "\u00ad", "\u3164", "\u2800", "\u0301", "\ufe0f", "\u115f \u1160", " \u200e "],
    "hidden texts": [
        "a" + "".join(chr(0xE0000 + ord(letter)) for letter in "hire"),
        "山\ufe00\ufe01\ufe02",
        "👍\U000e0100\U000e0101",
        "a\u3164b",
        "a\u115f\u1160b",
        "ab\u180b",
    ],
    "joiners": ["a\u200db", "x\ufe0f", "x\U000e0100", "\u200cx", "می\u200cخواهم", "क्\u200dष", "👩\u200d🔧"],
    "marks on letters": [
        "e\u0301",
        "o\u0308\u0323",
        "a" + "\u0300" * 60,
        "\u212b",
        "\u1e9b\u0323",
        "ﬁ",
        "1\ufe0f\u20e3",
    ],
    "case": ["ß", "İstanbul", "ıI", "ǅ", "ΑΣ"],
    "East Asia": ["山田太郎", "かな", "한글", "\U00020000", "ｆｕｌｌ", "㈱"],
    "right to left": ["محمد", "נועה", "abc עברית def", "نص 123 abc"],
    "other scripts": ["க்ஷ", "ไทยกำ", "አማርኛ", "ქართული", "𐍈"],
    "emoji": ["🚚", "🇩🇪", "👍🏽", "❤️", "🏴\U000e0067\U000e0062\U000e007f"],
    "quotes": ["'", '"', "“x”", "«x»", "\\'", "`", "'\"'"],
    "ends": [".", "...", "…", "!", ",", "-", "(", "I", "a.", "Inc.", "Mr."],
    "spaces": ["a\u00a0b", "a  b", "a\u2009b", "a\u3000b", " \u00a0x\u3000", "\t"],
    "markup": ["</w:t>", "</w:t></w:r><w:r>", "]]>", "<!--", "&amp;", "&#0;", "<b>x</b>", "<script>alert(1)</script>"],
    "pages": ['"><svg onload=x>', "</style>", "</p></body></html>", "javascript:x", "url(http://x.invalid/a)"],
    "Jinja": ["{{ 7*7 }}", "{% raw %}", "{# c #}", "{{", "{{ ''.__class__ }}", "{{ outlook.private }}", "{% vary %}"],
    "other templates": ["${7*7}", "<%= 7 %>", "%(name)s", "{0.__class__}", "%s%n", "$name"],
    "Markdown": ["**x**", "[a](javascript:x)", "# x", "- item", "```", "1. x"],
    "TeX and PDF": ["\\input{/etc/passwd}", "%PDF-1.4", "endstream endobj", "(unbalanced", "<</S/URI>>"],
    "sheets": ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)"],
    "shells": ["$(rm -rf ~)", "`id`", "; rm -rf /", "' OR 1=1 --", "../../x", "%00"],
    "Word's escapes": ["_x0041_", "_x000D_", "_x0000_", "_x005F_x0041_"],
    "headers": ["x\r\nBcc: eve@x.invalid", "=?utf-8?q?x=0ABcc:_e?=", 'x" <eve@x.invalid>, "y', "x, e@x.co", "%0ABcc:e"],
    "calendars": ["x\nBEGIN:VEVENT", "END:VCALENDAR", "a,b;c:d", "\\n\\N\\,", "^n^'", "a\\"],
    "length": ["W" * 300, "w" * 301, "i" * 20_000, "山" * 300, "a-" * 150, "🚚" * 300, "a\u0301" * 150, "é" * 299],
}

_HEAD = "candidate: {name: A}\ncompany: {name: B}\nposition: {title: C}\n"
_HEAD += "interview: {date: 2026-11-18}\npeople: [{name: D}]\n"
_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
FILES: dict[str, list[tuple[str, str | bytes]]] = {
    "YAML, broken": [
        (".yaml", text) for text in ("[" * 5000, "a: " * 300, "'", "a: b: c", "? ", "!", "&a a: *a", "\t")
    ],
    "YAML, anchors": [(".yaml", text) for text in (_BOMB, "a: &a [*a]", "*a", "<<: *x", "a: &x", "&a *a")],
    "YAML, tags": [
        (".yaml", f"a: {tag} x") for tag in ("!!python/object/apply:os.system", "!!binary", "!<x>", "!!int")
    ],
    "YAML, twice": [(".yaml", f"{_HEAD}candidate: {{name: E}}\n"), (".yaml", f"{_HEAD}---\n{_HEAD}")],
    "YAML, huge": [
        (".yaml", "x" * 100_000 + ": y"),
        (".yaml", "a: [" + "x," * 30_000 + "]"),
        (".yaml", "y" * 1_000_001),
    ],
    "TOML": [
        (".toml", text) for text in ("a=1\na=2", "[[a]]\n[a]", "a=" + "[" * 2000, "a=" + "9" * 5000, '"\\uD800"=1')
    ],
    "JSON": [
        (".json", text) for text in ('{"a":1,"a":2}', "[" * 9999, '{"a":NaN}', '{"a":' + "9" * 5000 + "}", '"', "1")
    ],
    "encodings": [(".yaml", _HEAD.encode(name)) for name in ("utf-16", "utf-16-le", "utf-32")]
    + [(".yaml", b"a: \xff")],
    "no text": [
        (".json", bytes(range(256))),
        (".yaml", b"PK\x03\x04"),
        (".toml", b"\0" * 99),
        (".yaml", b"\xed\xa0\x80"),
    ],
    "secrets": [
        (".yaml", f"{_HEAD}outlook:\n  {text}\n")
        for text in (
            "private: &a SECRET\nletter: {paper: *a}",
            '"priv\\u0061te": "SECRET" x',
            "private: 'SECRET it's",
            "problem: {what: x, idea: [SECRET]}",
        )
    ],
}


def lines(number: int | None) -> Iterator[tuple[str, str]]:
    """Category and words: `number` of each category, drawn the same each time; None: all."""
    for category, words in LINES.items():
        few = len(words) if number is None else min(number, len(words))
        yield from ((category, each) for each in random.Random(category).sample(words, few))

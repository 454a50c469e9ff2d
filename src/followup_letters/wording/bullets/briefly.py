"""A strength in brief, for one more reader of a set in which another letter tells the whole of it."""

from __future__ import annotations

from followup_letters.patterns import pattern

_LONGEST = 10  # words: more in a row would make two letters of a set alike (R3)
_SHORTEST = 3
_ADDED = pattern(r"[;,](?=\s)|\s\(|\s[-–—]\s")
# What goes on so takes back, or explains, what was said before it; or names another of the same.
_TAKES_BACK = pattern(
    r"\W*(?:but|though|although|until|except|only|if|unless|not|never|no|it|that|which|who|was|were|and|or|as|than)\b"
)


def in_brief(text: str) -> str | None:
    """The first part of a bullet: "Repowered nine boats, 30 to 44 feet" → "Repowered nine boats".

    The whole where nothing is added to it; None if it is long, or if what comes after might take it back.
    """
    first, after = text, ""
    found = _ADDED.search(text)
    if found:
        first, after = text[: found.start()].rstrip(), text[found.end() - 1 :]
    if found and found[0] == "," and _TAKES_BACK.match(after[1:].lower()):
        return None
    return first if _SHORTEST <= len(first.split()) <= _LONGEST else None

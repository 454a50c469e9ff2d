"""What stands before a known verb and makes another of it: "co-" in "co-manages", "re" in "rebuilt"."""

from __future__ import annotations

from collections.abc import Mapping

_PREFIXES = ("co-", "re-", "pre-", "cross-", "out-", "self-", "hand-", "over-", "re", "over", "out", "un")


def parted(core: str, forms: Mapping[str, str]) -> tuple[str, str] | None:
    """A form as its prefix and what `forms` knows of it: "co-manages" → "co-", "manages"; None if it is no such form.

    What is known as it stands has no prefix: "reads" → "", "reads".
    """
    if core in forms:
        return "", core
    prefix = next((prefix for prefix in _PREFIXES if core.startswith(prefix)), "")
    stem = core.removeprefix(prefix)
    return (prefix, stem) if prefix and stem in forms else None


def base_of(core: str, forms: Mapping[str, str]) -> str:
    """The base form of one of `forms`, with its prefix: "co-manages" → "co-manage"; "" if it is none of them."""
    found = parted(core, forms)
    return f"{found[0]}{forms[found[1]]}" if found else ""

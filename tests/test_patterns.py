"""A pattern is compiled when it is first asked something, and is then what `re.compile` gives."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import followup_letters
from followup_letters.patterns import Pattern, pattern

_AFTER_IMPORT = """\
import sys
import followup_letters.composing, followup_letters.checking
from followup_letters.patterns import Pattern
modules = [module for name, module in sys.modules.items() if name.startswith("followup_letters.")]
there = [each for module in modules for each in vars(module).values() if isinstance(each, Pattern)]
print(len(there), *{each.pattern for each in there if each._compiled})
"""


def test_no_pattern_is_compiled_before_it_is_needed() -> None:
    shown = subprocess.run([sys.executable, "-c", _AFTER_IMPORT], capture_output=True, text=True, check=True).stdout
    count, *compiled = shown.split()
    assert int(count) > 200
    assert not compiled


def test_every_pattern_can_be_compiled() -> None:
    modules = (import_module(each.name) for each in walk_packages(followup_letters.__path__, "followup_letters."))
    there = [each for module in modules for each in vars(module).values() if isinstance(each, Pattern)]
    assert len(there) > 200
    for each in there:
        assert each.flags & (re.UNICODE | re.ASCII)  # which only a compiled one knows


def test_it_is_what_re_compiles() -> None:
    words = pattern(r"(?P<first>[a-z]+) (\w+)", re.IGNORECASE)
    assert words.pattern == r"(?P<first>[a-z]+) (\w+)"
    assert words.flags == re.compile("", re.IGNORECASE).flags
    assert words.groupindex == {"first": 1}
    assert words.sub(r"\2 \1", "Two words") == "words Two"
    found = words.fullmatch("Two words")
    assert found is not None
    assert found["first"] == "Two"


HOSTILE = [
    *(each * 300 for each in "Wa1- ,;'’()\".·李"),
    *(each * 100 for each in ("Ab ", "ab ", "A b", "1, ", "a, ", "W. ", "a-b", "a'b", "no ", "of ", "to 1 ")),
    *("from " + each * 60 for each in ("1 to ", "a to ", "1 a ", "to 1, ")),
    *("Two " + each * 70 for each in ("Led ", "led ", "of A ", "and ", "s, ")),
    *(begins + "W" * 90 for begins in ("Two ", "Led two ", "no ", "from 1 to ")),
    ("Led the Department of " * 14)[:300],
    ("that who which where " * 15)[:300],
]


def test_no_pattern_goes_on_for_ever_over_a_text_of_the_longest_bullet() -> None:
    """One that did would end this run by the limit on tests that hang."""
    modules = (import_module(each.name) for each in walk_packages(followup_letters.__path__, "followup_letters."))
    there = {each for module in modules for each in vars(module).values() if isinstance(each, Pattern)}
    for each in there:
        for text in HOSTILE:
            for part in (text, f"{text}!", text.lower()):
                each.fullmatch(part)
                each.search(part)


def test_no_group_is_repeated_possessively() -> None:
    """Before 3.11.5, Python takes what such a pattern refuses (cpython#106052); `(?>(?:…)*)` is right in all."""
    written = {path: path.read_text() for path in Path(followup_letters.__file__).parent.rglob("*.py")}
    assert not [path for path, text in written.items() if re.search(r"[^\\]\)(?:[*+?]|\{+[\w,{}]+\}+)\+", text)]

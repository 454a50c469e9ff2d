"""The page of promises: eleven, each with tests, and every test that it names is there and is run."""

from __future__ import annotations

import ast
import re

from .stage import ROOT

PAGE = (ROOT / "docs" / "promises.md").read_text("utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)


def test_every_test_that_is_named_exists() -> None:
    assert len(NAMED) >= 45
    for file, name in NAMED:
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, (file, name)


def test_there_are_eleven_promises_each_with_a_test_of_its_own() -> None:
    sections = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
    assert [section.partition(".")[0] for section in sections] == [str(number) for number in range(1, 12)]
    for number, section in enumerate(sections, start=1):
        assert f"tests/promises/test_{number:02}_" in section
        assert "\nHeld by " in section


def test_every_module_of_the_promises_is_named_on_the_page() -> None:
    modules = {path.name for path in (ROOT / "tests" / "promises").glob("test_[01]*.py")}
    assert modules == {file.rpartition("/")[2] for file, _ in NAMED if file.startswith("tests/promises/")}

"""CONTRIBUTING draws the layers of imports as the contract in pyproject.toml holds them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def drawn() -> list[str]:
    """The layers of the drawing, from above; what is said of one stands two spaces behind it or further in."""
    block = re.search(r"pyproject\.toml:\n\n((?:    .*\n)+)", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert block
    lines = re.findall(r"^ {4}(\S.*)$", block[1], re.MULTILINE)
    return "\n".join(re.split(r" {2,}", line)[0] for line in lines).replace("|\n", "| ").splitlines()


def test_the_drawing_has_the_layers_of_the_contract_in_their_order() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (whole,) = (each for each in contracts if each.get("containers") == ["followup_letters"])
    assert drawn() == whole["layers"]
    assert len(drawn()) > 10
    assert whole["exhaustive"]

"""The notebook among the examples runs from top to bottom, and shows letters, tables and the plan."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.mark.filterwarnings("default")  # of the kernel's own libraries
def test_every_cell_runs_and_shows_what_it_says() -> None:
    notebook = nbformat.read(EXAMPLES / "follow-up.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "kept without outputs: they would go stale"
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(EXAMPLES)}}).execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    pages = [output["data"]["text/html"] for output in shown if "text/html" in output.get("data", {})]
    assert len(pages) >= 7
    for words in ("Dr. Priya Raman", "R22", "Led the SAP EWM migration", "name-unconfirmed", "Nov"):
        assert any(words in page for page in pages), words
    (changed,) = (page for page in pages if "Before" in page)
    assert "ran nights for two years" in changed

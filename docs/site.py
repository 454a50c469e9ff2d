"""Builds the reference as web pages from the docstrings: `make site` writes it to build/site."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import pdoc

import followup_letters
from followup_letters.noun import Noun


def build(folder: Path) -> None:
    """Write the pages into `folder`."""
    for name in followup_letters.__all__:  # imported when first used: have them all at hand
        shown = getattr(followup_letters, name)
        setattr(followup_letters, name, shown)
    type(Noun).__doc__ = property(lambda model: vars(model)["__doc__"])  # a page lists the fields by itself
    # A dataclass that inherits its fields from another module keeps their types as text.
    warnings.filterwarnings("ignore", message="Error parsing type annotation")
    pdoc.render.configure(docformat="markdown", show_source=False)
    pdoc.pdoc("followup_letters", output_directory=folder)


if __name__ == "__main__":
    build(Path(sys.argv[1]))

"""Where the words and style sheets are: in the installed package, else at the top of the repository."""

from __future__ import annotations

from pathlib import Path


def templates_folder() -> Path:
    """The folder that holds en/ and styles/."""
    packaged = Path(__file__).parent / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "templates"

"""Where the words and style sheets are: in the installed package, else at the top of the repository."""

from __future__ import annotations

from pathlib import Path

from followup_letters.errors import MachineError


def templates_folder() -> Path:
    """The folder that holds en/ and styles/."""
    packaged = Path(__file__).parent / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "templates"


def read(name: str) -> str:
    """The text of one file of ours, such as "styles/letter.css.j2". Raises MachineError if it cannot be read."""
    try:
        return (templates_folder() / name).read_text("utf-8")
    except OSError as fault:
        raise MachineError(f"{fault.filename}: {fault.strerror}; install followup-letters anew") from None

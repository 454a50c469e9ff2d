"""`python -m followup_letters …` is `render-letter …`, where the shell does not find that, as in many a notebook."""

from __future__ import annotations

import sys

from followup_letters.cli import program

if __name__ == "__main__":
    sys.exit(program())

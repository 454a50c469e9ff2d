"""docs/fields.md is what the models say of every field; `--update-golden` writes it anew."""

from __future__ import annotations

import runpy
from pathlib import Path

from followup_letters.models import Interview
from followup_letters.noun import nouns_in

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "fields.md"


def test_the_page_of_fields_is_what_the_models_say(update_golden: bool) -> None:
    made = runpy.run_path(str(ROOT / "docs" / "fields.py"))["page"]()
    if update_golden:
        PAGE.write_text(made, "utf-8")
    assert PAGE.read_text("utf-8") == made


def test_every_field_of_every_table_says_something_and_is_told_from_those_that_must_be_there() -> None:
    page, seen = PAGE.read_text("utf-8"), 0
    open_models = [Interview]
    while open_models:
        model = open_models.pop()
        for name, field in model.model_fields.items():
            row = f"| **{name}** | " if field.is_required() else f"| {name} | "
            assert row in page, (model, name)
            assert row + " |" not in page, (model, name)
            open_models += nouns_in(field.annotation)  # type: ignore[arg-type]
            seen += 1
    assert seen > 80


def test_the_readme_leads_to_it() -> None:
    assert "(docs/fields.md)" in (ROOT / "README.md").read_text("utf-8")

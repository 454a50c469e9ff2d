"""docs/findings.md is what the rules say; `--update-golden` writes it anew."""

from __future__ import annotations

from pathlib import Path

from followup_letters.checking.reference import reference
from followup_letters.checking.table import RULES

PAGE = Path(__file__).parents[2] / "docs" / "findings.md"


def test_the_page_of_findings_is_what_the_rules_say(update_golden: bool) -> None:
    if update_golden:
        PAGE.write_text(reference(), "utf-8")
    assert PAGE.read_text("utf-8") == reference()


def test_the_page_has_every_rule_with_a_bad_and_a_good_example() -> None:
    page = reference()
    assert RULES
    for rule in RULES.values():
        entry = page.partition(f"\n## {rule.id}\n")[2].partition("\n## ")[0]
        assert "**Found:**" in entry, rule.id
        assert "**Not found:**" in entry, rule.id
        assert rule.says.endswith("."), rule.id

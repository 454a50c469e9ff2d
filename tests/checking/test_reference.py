"""docs/findings.md is what the rules say; `--update-golden` writes it anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checking.staging import everything_in
from followup_letters.checking import Severity
from followup_letters.checking.reference import reference, stops
from followup_letters.checking.table import RULES, Notes, Scope, Sheet
from followup_letters.cli import check, render

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


def test_what_the_page_says_to_stop_rendering_is_an_error_where_no_day_is_known_and_no_file_made() -> None:
    seen: dict[str, int] = {"yes": 0, "no": 0}
    for rule in RULES.values():
        if rule.scope is Scope.FILE or isinstance(rule.bad, Sheet) or stops(rule) not in seen:
            continue
        example = replace(rule.bad, today=None) if isinstance(rule.bad, Notes) else rule.bad
        found = [finding.severity for finding in everything_in(example) if finding.id is rule.id]
        assert (Severity.ERROR in found) is (stops(rule) == "yes"), rule.id
        seen[stops(rule)] += 1
    assert min(seen.values()) > 15


LATE = """\
candidate: {name: Maya Okafor}
company: {name: Northwind, address: [400 W Superior St]}
position: {title: Planner}
interview: {date: 2026-11-18}
people: [{name: Priya Raman, talked_about: the mis-sorts at Joliet}]
"""
UNFINISHED = LATE + "outlook: {reasons: [the pay]}\n"
ANOTHERS = LATE.replace("talked_about", "courtesy_title: Mrs, family: Ashby, talked_about")
TAIL = "and the stock list of the second floor " * 7
TWO_PAGES = (
    LATE.replace(
        "Maya Okafor",
        f"Maya Okafor, strengths: [Merged two systems {TAIL}, Trained 40 pickers {TAIL}, Ran the yard {TAIL}]",
    )
    .replace(
        "title: Planner",
        f"title: Planner, responsibilities: [Merge the systems {TAIL}, Train the pickers {TAIL}, Run the yard {TAIL}]",
    )
    .replace("[400 W Superior St]", str([f"Floor {number} of the house" for number in range(8)]))
    + f"outlook: {{interested: true, omitted: [ran the yard {TAIL[:250]}]}}\n"
    + f"letter: {{enclosures: {[f'{number} {TAIL[:90]}' for number in range(12)]}}}\n"
)


@pytest.mark.parametrize(
    ("text", "finding", "options", "code"),
    [
        (LATE, "late", [], 0),
        (UNFINISHED, "whole-sentence", [], 2),
        (UNFINISHED, "whole-sentence", ["--force"], 0),
        (ANOTHERS, "name-mismatch", [], 2),
        (TWO_PAGES, "over-a-page", ["-f", "pdf"], 0),
    ],
)
def test_rendering_stops_where_the_page_says_so(
    text: str, finding: str, options: list[str], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "interview.yaml", tmp_path / "letters"
    file.write_text(text, "utf-8")
    assert check.run([str(file), "--pdf", "--today", "2026-12-28"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if "error:" in line and f"[{finding}" in line]
    try:
        given = render.run([str(file), "-o", str(out), *options])
    except SystemExit as ended:
        given = int(str(ended.code))
    assert (given, out.is_dir()) == (code, code == 0)


def test_what_is_switched_off_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "interview.yaml"
    file.write_text(UNFINISHED + "letter: {ignore: [whole-sentence]}\n", "utf-8")
    assert render.run([str(file), "-o", str(tmp_path)]) == 0

"""A field path leads to the file and line where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_letters.loading.marks import Marks

YAML = """\
candidate: me.yaml
company: {name: Northwind}
position:
  title: Operations Manager
  responsibilities:
    - Merge two warehouse systems
interview: {date: 2026-11-18}
people:
  - name: Priya Raman
    role: hiring manager
  - name: Tom Baker
outlook:
  reasons: [one, two]
"""


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    (tmp_path / "me.yaml").write_text("name: Maya Okafor\nstrengths:\n  - Fluent in Spanish\n", "utf-8")
    (tmp_path / "interview.yaml").write_text(YAML, "utf-8")
    return Marks(tmp_path / "interview.yaml")


@pytest.mark.parametrize(
    ("field", "file", "line"),
    [
        ("people[0].role", "interview.yaml", 10),
        ("people[1].name", "interview.yaml", 11),
        ("people[1].title", "interview.yaml", 11),
        ("position.responsibilities[0].text", "interview.yaml", 6),
        ("outlook.reasons[1]", "interview.yaml", 13),
        ("outlook.other_offer.received", "interview.yaml", 12),
        ("candidate.strengths[0]", "me.yaml", 3),
        ("candidate.phone", "me.yaml", 1),
    ],
)
def test_a_field_has_its_line_and_a_missing_one_that_of_its_table(
    marks: Marks, field: str, file: str, line: int
) -> None:
    found = marks.place(field)
    assert found is not None
    assert (Path(found[0]).name, found[1]) == (file, line)


def test_fields_of_toml_and_json_have_lines_too(tmp_path: Path) -> None:
    toml = tmp_path / "interview.toml"
    toml.write_text('[company]\nname = "Northwind"\n\n[[people]]\nname = "Priya"\n', "utf-8")
    json = tmp_path / "interview.json"
    json.write_text('{"people": [\n {"name": "Priya"}\n]}', "utf-8")
    assert Marks(toml).place("people[0].name") == (str(toml), 5)
    assert Marks(json).place("people[0].name") == (str(json), 2)

"""The page of a call sheet: one, in every format, with the same words and the same bytes, from templates."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pypdf
import pytest
from planned import ROOT, bare, example, the_sheet

from followup_letters.errors import FollowupError, TemplateError
from followup_letters.loading import load
from followup_letters.planning.call_sheets import CallSheet, call_sheet
from writing.conftest import READERS, words


def one_page(sheet: CallSheet) -> bool:
    return len(pypdf.PdfReader(BytesIO(sheet.render("pdf"))).pages) == 1


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize(
    "name",
    [
        "examples/operations-manager.yaml",
        "examples/finance-director.yaml",
        "examples/ward-sister.yaml",
        "tests/golden/executive-with-problem/interview.yaml",
        "tests/golden/everything-optional-missing/interview.yaml",
        "tests/golden/vigorous-with-history/interview.yaml",
    ],
)
def test_a_sheet_is_one_page(name: str, paper: str) -> None:
    interview = load(ROOT / name)
    assert one_page(the_sheet(interview.with_(letter=interview.letter.with_(paper=paper))))


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("length", [40, 120, 295])
def test_a_sheet_of_long_material_is_one_page(length: int, paper: str) -> None:
    text = ("what everybody on the floor has long said about it " * 8)[:length].strip()
    interview = example(
        problem={"what": text, "tried": [text, text]},
        news=[{"what": text, "date": "2026-11-02", "source": text}],
        questions=[text, text, text],
        research=[text],
        other_offer={"received": "2026-11-16", "decide_by": "2026-12-04", "company": text, "may_name": True},
    )
    person = interview.people[0].with_(name=text, title=text, phone=f"1{text[1:]}", best_time=text)
    doubts = [{"concern": text, "answer": f"met {text}"}, {"concern": text, "by": text}]
    outlook, letter = interview.outlook.with_(reservations=doubts), interview.letter.with_(paper=paper)
    assert one_page(the_sheet(interview.with_(people=[person], outlook=outlook, letter=letter)))


def test_a_long_telephone_number_or_time_stands_on_the_sheet_and_is_no_blank() -> None:
    phone = "312-555-0142, or the front desk, 312-555-0100, and ask for Dr. Raman in Operations, on the third floor"
    interview = example()
    person = interview.people[0].with_(phone=phone, best_time=f"not {phone}")
    sheet = the_sheet(interview.with_(people=[person]))
    assert f"{phone} · best time: not {phone}" in " ".join(sheet.text.split())
    assert not {"people[0].phone", "people[0].best_time"} & {*sheet.missing}


@pytest.mark.parametrize("format", ["docx", "pdf", "html", "txt"])
def test_every_format_holds_the_same_words(format: str) -> None:
    sheet = call_sheet(example(), "Dr. Priya Raman")
    expected = [word for word in words(sheet.page.root.text) if set(word) != {"_"}]
    found = [word for word in words(READERS[format](sheet.render(format))) if set(word) != {"_"}]
    assert len(expected) > 200
    assert found == expected


@pytest.mark.parametrize("format", ["docx", "pdf", "html", "txt"])
def test_the_same_sheet_gives_the_same_bytes(format: str) -> None:
    first, second = (call_sheet(example(), "Dr. Priya Raman").render(format) for _ in range(2))
    assert first == second


def test_a_sheet_has_no_form_in_which_it_could_be_mailed() -> None:
    with pytest.raises(FollowupError, match="has no e-mail form"):
        call_sheet(example(), "Dr. Priya Raman").render("eml")


def test_the_word_file_has_heads_to_go_by_and_lines_to_write_on() -> None:
    file = docx.Document(BytesIO(call_sheet(example(), "Dr. Priya Raman").render("docx")))
    styles = [paragraph.style.name for paragraph in file.paragraphs if paragraph.style]
    assert styles.count("Card Head") == 6
    assert {"Private Line", "Heading 1", "Side Note", "Next Step", "Fill One", "Fill Two", "Fill Three"} <= set(styles)
    leads = [paragraph.text for paragraph in file.paragraphs if paragraph.text.startswith("Name:")]
    assert leads == ["Name: \t Title, company: \t Phone: \t"] * 2
    assert file.tables == []


# -------------------------------------------------------------------------------------------------------- whole sheets

WHOLE = Path(__file__).parent / "sheets"
READ_IN_FULL = [
    "examples/operations-manager.yaml",
    "examples/finance-director.yaml",
    "examples/ward-sister.yaml",
    "tests/golden/everything-optional-missing/interview.yaml",
    "tests/golden/executive-with-problem/interview.yaml",
    "tests/golden/vigorous-with-history/interview.yaml",
]


@pytest.mark.parametrize("name", READ_IN_FULL)
def test_the_sheets_are_those_that_were_read(name: str, update_golden: bool) -> None:
    path = ROOT / name
    kept = WHOLE / f"{path.parent.name if path.stem == 'interview' else path.stem}.txt"
    interview = load(path)
    manager = next((person for person in interview.people if person.role == "hiring manager"), interview.people[0])
    sheet = call_sheet(interview, manager)
    if update_golden:
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(sheet.text, "utf-8")
    assert sheet.text == kept.read_text("utf-8")


# ---------------------------------------------------------------------------------------------------------- templates


def test_a_prompt_takes_the_first_wording_that_can_be_said(tmp_path: Path) -> None:
    wordings = (
        "{% say %}You told me about {{ problem }}.{% or %}" + "word " * 26 + "{% or %}This one.{% or %}No.{% endsay %}"
    )
    (tmp_path / "call-sheet.html.j2").write_text(f'<section class="call-sheet"><ul>{wordings}</ul></section>', "utf-8")
    sheet = call_sheet(bare(), "Edmund Thorne", templates=tmp_path)
    assert sheet.text == "- This one.\n"


def test_an_unknown_name_in_a_template_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "call-sheet.html.j2").write_text("<section>\n{{ idea }}</section>", "utf-8")
    with pytest.raises(TemplateError, match=r"call-sheet\.html\.j2:2"):
        call_sheet(bare(), "Edmund Thorne", templates=tmp_path)

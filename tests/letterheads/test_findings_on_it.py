"""What checking says of a letterhead: no room for the letter on it, a picture in it that nothing is said of."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest
from docx import Document

import followup_letters as fl
from followup_letters.checking import FindingId, Severity, check

from .making import HEADER, changed, first_paragraph, letterhead, pictured

SCRIPT = Path(sys.executable).parent / "render-letter"
EXAMPLES = Path(__file__).parents[2] / "examples"
PHARMACIST = EXAMPLES / "hospital-pharmacist.yaml"
OURS = {FindingId.LETTERHEAD_OVER_A_PAGE, FindingId.PICTURE_UNTOLD}
MARKED = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
OLD = (
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:20mm;height:9mm"{alt}>'
    "<v:imagedata/></v:shape></w:pict></w:r>"
)


def _found(sheet: bytes, folder: Path, **letter: str) -> list[fl.Finding]:
    (folder / "mine.docx").write_bytes(sheet)
    interview = fl.load(PHARMACIST)
    interview = interview.with_(letter=interview.letter.with_(**letter))
    found = check(fl.compose(interview, letterhead=folder / "mine.docx"))
    return [finding for finding in found if finding.id in OURS]


def _in_header(xml: str) -> bytes:
    return changed(letterhead(), header=lambda part: re.sub("</w:p>", f"{xml}</w:p>", part, count=1))


def test_a_letterhead_with_room_and_no_picture_has_nothing_wrong_with_it(tmp_path: Path) -> None:
    assert not _found(letterhead(), tmp_path)


def test_no_room_is_said_of_each_letter_and_an_untold_picture_once(tmp_path: Path) -> None:
    (tmp_path / "mine.docx").write_bytes(pictured(top_mm=150, side_mm=70))
    letters = fl.compose(fl.load(EXAMPLES / "operations-manager.yaml"), letterhead=tmp_path / "mine.docx")
    found = [finding for finding in check(letters) if finding.id in OURS]
    readers = [finding.where.recipient for finding in found if finding.id is FindingId.LETTERHEAD_OVER_A_PAGE]
    assert readers == [letter.recipient.name for letter in letters]
    assert len(readers) > 1
    (untold,) = [finding for finding in found if finding.id is FindingId.PICTURE_UNTOLD]
    assert "the picture “Picture 1” in the header" in untold.message


def test_a_draft_of_an_email_is_not_measured_on_paper(tmp_path: Path) -> None:
    assert not _found(pictured(150, 70, "us"), tmp_path, medium="email")


@pytest.mark.parametrize(
    "sheet",
    [
        pictured(shows="Okafor & Daughters"),
        changed(pictured(), header=lambda part: part.replace('descr=""', 'title="Okafor"')),
        changed(pictured(), header=lambda part: re.sub(r"(<wp:docPr[^>]*?)/>", rf"\1>{MARKED}</wp:docPr>", part)),
        _in_header(OLD.format(alt=' alt="Okafor"')),
    ],
    ids=["text", "title", "decorative", "old"],
)
def test_a_picture_that_is_told_or_decorates_is_no_finding(sheet: bytes, tmp_path: Path) -> None:
    assert not _found(sheet, tmp_path)


@pytest.mark.parametrize(
    "sheet",
    [pictured(), pictured(shows="  "), _in_header(OLD.format(alt="")), _in_header(OLD.format(alt=' alt=" "'))],
    ids=["none", "blank", "old", "old and blank"],
)
def test_a_picture_that_nothing_is_said_of_is_found(sheet: bytes, tmp_path: Path) -> None:
    (finding,) = _found(sheet, tmp_path)
    assert finding.id is FindingId.PICTURE_UNTOLD
    assert "View Alt Text" in finding.message


def test_a_picture_in_a_header_that_no_letter_has_is_not_asked(tmp_path: Path) -> None:
    unused = changed(pictured(), document=lambda part: re.sub(r"<w:headerReference[^>]*/>", "", part))
    assert HEADER
    assert not _found(unused, tmp_path)


WORDS = "<w:p><w:r><w:t>since </w:t><w:t>1931</w:t></w:r></w:p>"
BOX = f"<w:r><w:pict><w:txbxContent>{WORDS}</w:txbxContent></w:pict></w:r>"
PICTURE = '<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r>'
TO_FILL_IN = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{WORDS}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("sheet", "lost"),
    [
        (letterhead(), "“Sample text, to be written over” in its text"),
        (changed(letterhead(), document=first_paragraph(BOX)), "written over since 1931” in its text"),
        (pictured(text="word " * 90), "word…” in its text"),
        (changed(pictured(), document=first_paragraph(PICTURE)), "has a picture in its text"),
    ],
    ids=["text", "box", "long", "picture"],
)
def test_what_the_letter_takes_the_place_of_is_told_with_the_way_to_keep_it(
    sheet: bytes, lost: str, tmp_path: Path
) -> None:
    (tmp_path / "mine.docx").write_bytes(sheet)
    letters = fl.compose(fl.load(EXAMPLES / "operations-manager.yaml"), letterhead=tmp_path / "mine.docx")
    (finding,) = [each for each in check(letters) if each.id is FindingId.LETTERHEAD_TEXT]
    assert finding.severity is Severity.WARNING
    assert lost in finding.message
    assert "move it into the header or the footer" in finding.message
    assert finding.message.count("“") == finding.message.count("Sample") + finding.message.count("word…")


@pytest.mark.parametrize(
    "sheet",
    [pictured(text=" "), changed(pictured(), document=lambda part: re.sub("</w:p>", f"</w:p>{TO_FILL_IN}", part))],
    ids=["blank", "to fill in"],
)
def test_a_letterhead_without_text_loses_nothing(sheet: bytes, tmp_path: Path) -> None:
    (tmp_path / "mine.docx").write_bytes(sheet)
    letters = fl.compose(fl.load(PHARMACIST), letterhead=tmp_path / "mine.docx")
    assert FindingId.LETTERHEAD_TEXT not in {finding.id for finding in check(letters)}


@pytest.mark.parametrize(
    ("header", "footer", "twice"),
    [
        ("Maya A. Okafor", "", "Maya A. Okafor"),
        ("M. OKAFOR · Chicago", "", "M. OKAFOR · Chicago"),
        ("Máya Okafor", "", "Máya Okafor"),
        ("Okafor, Maya", "", "Okafor, Maya"),
        ("Okafor Operations", "T 312.555.0142", "(312) 555-0142"),
        ("Okafor Operations", "Maya.Okafor@example.com", "Maya.Okafor@example.com"),
        ("Maya Okafor", "(312) 555-0142", None),  # then the letter goes without its sender
        ("Okafor & Daughters", "Chicago", None),
        ("Okafor Operations", "1200 W Lake St, Apt 5 · Chicago", "1200 W Lake St, Apt 5"),
        ("A logo", "", None),
    ],
)
def test_a_sender_who_is_printed_twice_is_told(header: str, footer: str, twice: str | None, tmp_path: Path) -> None:
    (tmp_path / "mine.docx").write_bytes(letterhead(header=header, footer=footer))
    letters = fl.compose(fl.load(EXAMPLES / "operations-manager.yaml"), letterhead=tmp_path / "mine.docx")
    found = [each for each in check(letters) if each.id is FindingId.SENDER_TWICE]
    assert [f"“{twice}”" in each.message for each in found] == ([] if twice is None else [True])


@pytest.mark.parametrize(
    ("shows", "is_twice"), [("Maya Okafor", False), ("The logo of Maya Okafor", True), ("Okafor & Daughters", False)]
)
def test_a_name_that_is_a_picture_counts_as_a_name(shows: str, is_twice: bool, tmp_path: Path) -> None:
    (tmp_path / "mine.docx").write_bytes(pictured(shows=shows))
    letters = fl.compose(fl.load(EXAMPLES / "operations-manager.yaml"), letterhead=tmp_path / "mine.docx")
    assert (FindingId.SENDER_TWICE in {finding.id for finding in check(letters)}) == is_twice
    words = [each.text for each in Document(BytesIO(letters[0].render("docx"))).paragraphs]
    assert (words[0] == "Maya Okafor") == (shows != "Maya Okafor")


def test_what_is_found_of_a_letterhead_that_was_named_to_the_command_stands_in_it(tmp_path: Path) -> None:
    (tmp_path / "mine.docx").write_bytes(pictured())
    command = [SCRIPT, "check", PHARMACIST, "--letterhead", "mine.docx"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "[picture-untold]  (mine.docx, letter.letterhead)" in done.stdout


def test_the_command_says_it_beside_the_letters(tmp_path: Path) -> None:
    (tmp_path / "mine.docx").write_bytes(letterhead())
    command = [SCRIPT, PHARMACIST, "--letterhead", "mine.docx"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "warning: the letterhead has “Sample text, to be written over” in its text" in done.stderr


def test_it_can_be_switched_off_and_stands_where_the_letterhead_is_named(tmp_path: Path) -> None:
    copytree(EXAMPLES, tmp_path / "examples")
    file = tmp_path / "examples" / PHARMACIST.name
    (file.parent / "mine.docx").write_bytes(pictured())
    head = "letter: {letterhead: mine.docx"
    text = re.sub(r"(?ms)^letter:.*?(?=^\S|\Z)", "", PHARMACIST.read_text("utf-8"))
    file.write_text(f"{text}{head}}}\n", "utf-8")
    done = subprocess.run([SCRIPT, "check", file], capture_output=True, text=True, check=False)
    line = text.count("\n") + 1
    assert re.search(rf"\[picture-untold\]  \(.*{PHARMACIST.name}:{line}, letter\.letterhead\)", done.stdout)
    file.write_text(f"{text}{head}, ignore: [picture-untold]}}\n", "utf-8")
    done = subprocess.run([SCRIPT, "check", file], capture_output=True, text=True, check=False)
    assert "switched off by you: picture-untold" in done.stdout

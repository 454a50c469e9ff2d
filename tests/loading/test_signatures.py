"""`signature:` of the candidate: which file is read, and what is told of one that cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_letters as fl
from followup_letters.errors import Fault, InputError
from followup_letters.pictures import LARGEST, checked
from pictures.drawing import png, svg

SMALLEST = """\
candidate: {name: Maya Okafor}
company: {name: Northwind}
position: {title: Manager}
interview: {date: 2026-11-18}
people: [{name: Priya Raman}]
"""


def notes(folder: Path, signature: str, name: str = "interview.yaml") -> Path:
    path = folder / name
    path.write_text(SMALLEST.replace("{name: Maya Okafor}", f"{{name: Maya Okafor, signature: {signature}}}"), "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a picture in it, one in a folder below, and one beside it."""
    inside = tmp_path / "notes"
    (inside / "pictures").mkdir(parents=True)
    (inside / "signature.png").write_bytes(png())
    (inside / "pictures" / "mine.svg").write_bytes(svg())
    (tmp_path / "outside.png").write_bytes(png())
    return inside


@pytest.mark.parametrize(
    ("named", "kind"),
    [
        ("signature.png", "image/png"),
        ("{file: signature.png}", "image/png"),
        ("./signature.png", "image/png"),
        ("pictures/mine.svg", "image/svg+xml"),
        ("pictures/../signature.png", "image/png"),
    ],
)
def test_a_picture_in_the_folder_or_below_becomes_a_value(folder: Path, named: str, kind: str) -> None:
    signature = fl.load(notes(folder, named)).candidate.signature
    assert signature is not None
    assert signature.image is not None
    assert signature.image.startswith(f"data:{kind};base64,")
    assert signature.file in named
    assert signature.alt is None


def test_it_may_have_words_for_those_who_do_not_see_it(folder: Path) -> None:
    signature = fl.load(notes(folder, "{file: signature.png, alt: Maya, written large}".replace(", w", " w"))).candidate
    assert signature.signature is not None
    assert signature.signature.alt == "Maya written large"


def test_a_shared_file_names_a_picture_beside_itself_and_the_interview_may_name_another(folder: Path) -> None:
    (folder / "shared").mkdir()
    (folder / "shared" / "me.yaml").write_text("name: Maya Okafor\nsignature: mine.png\n")
    (folder / "shared" / "mine.png").write_bytes(png(50, 50))
    path = folder / "interview.yaml"
    path.write_text(SMALLEST.replace("{name: Maya Okafor}", "shared/me.yaml"))
    assert fl.load(path).candidate.signature.image == checked(png(50, 50)).source  # type: ignore[union-attr]
    path.write_text(SMALLEST.replace("{name: Maya Okafor}", "{file: shared/me.yaml, signature: signature.png}"))
    assert fl.load(path).candidate.signature.image == checked(png()).source  # type: ignore[union-attr]
    (folder / "shared" / "me.yaml").write_text("name: Maya Okafor\nsignature: ../signature.png\n")
    path.write_text(SMALLEST.replace("{name: Maya Okafor}", "shared/me.yaml"))
    fault = _fault(path, field="signature")
    assert fault.file == str(folder / "shared" / "me.yaml")
    assert (fault.line, fault.column) == (2, 12)


def _fault(path: Path, field: str = "candidate.signature") -> Fault:
    with pytest.raises(InputError) as caught:
        fl.load(path)
    (fault,) = caught.value.faults
    assert fault.field == field
    return fault


@pytest.mark.parametrize(
    ("named", "rule", "hint"),
    [
        ("signture.png", "exists", "did you mean signature.png?"),
        ("../outside.png", "in the folder", "copy the picture there"),
        ("../notes2/x.png", "in the folder", "copy"),
        ("/etc/passwd.png", "in the folder", "copy"),
        ("http://example.com/a.png", "nothing is fetched", "save"),
        ("signature.jpg", r"\.png, \.svg", "as PNG or SVG"),
        ("pictures", r"\.png, \.svg", "as PNG or SVG"),
        ("{alt: Maya}", "name of a picture", None),
        ("[signature.png]", "a table of fields", "file"),
        ("{file: signature.png, alternative: x}", "known here", None),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(folder: Path, named: str, rule: str, hint: str | None) -> None:
    with pytest.raises(InputError, match=rule) as caught:
        fl.load(notes(folder, named))
    (fault,) = caught.value.faults
    assert fault.line == 1
    assert str(fault.field).startswith("candidate.signature")
    assert hint is None or hint in str(fault.hint)


def test_a_link_is_followed_inside_the_folder_and_refused_where_it_leads_out(folder: Path) -> None:
    (folder / "in.png").symlink_to(folder / "signature.png")
    assert fl.load(notes(folder, "in.png")).candidate.signature is not None
    (folder / "out.png").symlink_to(folder.parent / "outside.png")
    assert "no link that leads out" in _fault(notes(folder, "out.png")).rule
    (folder / "away").symlink_to(folder.parent)
    assert "no link that leads out" in _fault(notes(folder, "away/outside.png")).rule
    (folder / "round.png").symlink_to(folder / "round.png")
    _fault(notes(folder, "round.png"))


def test_what_is_no_picture_is_told_where_it_is_named(folder: Path) -> None:
    (folder / "photo.png").write_bytes(b"\xff\xd8\xff\xe0 and so on")
    assert "this is a JPEG, which a new name does not change: save it as PNG" in _fault(notes(folder, "photo.png")).rule
    (folder / "script.svg").write_bytes(svg("<script/>"))
    assert "without <script>" in _fault(notes(folder, "script.svg")).rule
    (folder / "large.png").write_bytes(png() + b"\0" * LARGEST)
    told = _fault(notes(folder, "large.png")).rule
    assert f"{LARGEST:,} bytes" in told
    assert "shrink it, as a signature to 600 dots across" in told
    (folder / "folder.png").mkdir()
    assert "a file" in _fault(notes(folder, "folder.png")).rule
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.png")
        assert "ordinary file" in _fault(notes(folder, "pipe.png")).rule


def test_a_fault_of_the_picture_hides_no_other_fault(folder: Path) -> None:
    path = notes(folder, "nothing.png")
    path.write_text(path.read_text().replace("title: Manager", "tilte: Manager"))
    with pytest.raises(InputError) as caught:
        fl.load(path)
    assert [fault.field for fault in caught.value.faults] == ["candidate.signature", "position.tilte"]


_NAMES = st.lists(
    st.sampled_from(["..", ".", "notes", "pictures", "mine.svg", "signature.png", "outside.png", "", "é", "\0", "a:"]),
    min_size=1,
    max_size=5,
).map("/".join)


@settings(max_examples=200, deadline=None)
@given(name=_NAMES)
def test_no_name_leads_out_of_the_folder(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    base = tmp_path_factory.getbasetemp() / "names"
    inside = base / "notes"
    if not base.exists():
        (inside / "pictures").mkdir(parents=True)
        (inside / "signature.png").write_bytes(png(20, 5))
        (inside / "pictures" / "mine.svg").write_bytes(svg())
        (base / "outside.png").write_bytes(png(99, 99))
    taken = {checked(png(20, 5)).source, checked(svg()).source}
    before = Path.cwd()
    os.chdir(inside)
    try:
        interview = fl.load(_data(name))
    except InputError as error:
        fields = {str(fault.field) for fault in error.faults}
    else:
        fields = {"candidate.signature"}
        assert interview.candidate.signature is None or interview.candidate.signature.image in taken
    finally:
        os.chdir(before)
    assert fields == {"candidate.signature"}


def _data(signature: object) -> dict[str, object]:
    return {
        "candidate": {"name": "Maya Okafor", "signature": signature},
        "company": {"name": "Northwind"},
        "position": {"title": "Manager"},
        "interview": {"date": "2026-11-18"},
        "people": [{"name": "Priya Raman"}],
    }


def test_a_program_gives_bytes_a_path_or_a_data_uri(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    source = checked(png()).source
    ways = (png(), Path("signature.png"), "signature.png", source, {"image": png(), "alt": "x"}, {"image": source})
    for given_as in ways:
        signature = fl.load(_data(given_as)).candidate.signature
        assert signature is not None
        assert signature.image == source
    made = fl.load(_data(None)).candidate.with_(signature=png())
    assert made.signature is not None
    assert made.signature.image == source


@pytest.mark.parametrize("wrong", [b"", b"no picture", b"\xff\xd8\xff", "data:text/html;base64,AAAA", 7, True])
def test_a_program_that_gives_no_picture_is_told_so(wrong: object) -> None:
    with pytest.raises(InputError) as caught:
        fl.load(_data(wrong))
    assert all(str(fault.field).startswith("candidate.signature") for fault in caught.value.faults)

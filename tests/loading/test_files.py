"""Files that are missing, no files, no text, too large, or somebody's bomb; and the candidate's own file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import followup_letters as fl
from followup_letters.errors import InputError
from followup_letters.loading import load, load_text

ME = "name: Maya Okafor\nemail: maya@example.com\nstrengths: [Cut costs]\n"


def _rest(smallest: str, candidate: str) -> str:
    return smallest.replace("{name: Maya Okafor}", candidate)


def test_a_path_may_be_a_text_or_a_path_and_is_never_content(tmp_path: Path, smallest: str) -> None:
    file = tmp_path / "Interview.YML"
    file.write_text(smallest)
    assert load(file) == load(str(file)) == load_text(smallest)
    with pytest.raises(InputError, match="rule"):
        load(smallest)


def test_a_missing_file_is_told_with_the_nearest_name_beside_it(tmp_path: Path, faults_of) -> None:
    (tmp_path / "interview.yaml").write_text("x")
    (fault,) = faults_of(tmp_path / "interveiw.yaml")
    assert (fault.rule, fault.hint) == ("a file that exists", "did you mean interview.yaml?")
    assert fault.file == str(tmp_path / "interveiw.yaml")
    (fault,) = faults_of(tmp_path / "nowhere" / "mine.yaml")
    assert fault.hint == f"there is no folder {tmp_path / 'nowhere'}"


def test_the_name_of_a_file_does_not_break_the_lines_of_an_error(tmp_path: Path) -> None:
    file = tmp_path / "mine\nis.yaml"
    file.write_text("[", "utf-8")
    with pytest.raises(InputError) as caught:
        load(file)
    assert "/mine\\nis.yaml:" in str(caught.value)


def test_a_path_from_another_folder_or_the_home_of_a_shell_is_told_as_it_is_here(
    tmp_path: Path, faults_of, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/maya")
    (tmp_path / "interview.yaml").write_text("x")
    (fault,) = faults_of(Path("examples/interview.yaml"))  # as of a notebook that runs in examples/
    assert fault.hint == f"there is no folder {tmp_path / 'examples'}; did you mean interview.yaml?"
    (fault,) = faults_of(Path("~/interview.yaml"))
    assert fault.hint == "~ is your home folder to a shell only; write /home/maya/interview.yaml"


def test_what_is_no_file_is_not_read(tmp_path: Path, faults_of) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "notes.txt").write_text("x")
    assert faults_of(tmp_path)[0].found == "a folder"
    assert faults_of(tmp_path / "pipe.yaml")[0].rule == "an ordinary file"
    assert ".yaml, .yml, .toml, .json" in faults_of(tmp_path / "notes.txt")[0].rule
    assert faults_of(Path("nul\0.yaml"))
    assert faults_of(tmp_path / ("x" * 300 + ".yaml"))


@pytest.mark.parametrize(
    ("content", "found", "place"),
    [
        ("company: {}".encode("utf-16"), "a file in UTF-16", (None, None)),
        ("company: {}".encode("utf-16-le"), "a file in UTF-16", (None, None)),
        (b"{\\rtf1\\ansi company: x}", "a file in RTF", (None, None)),
        (b"company:\r\n  name: Z\xfcrich", "the byte 0xFC, which is not UTF-8 there", (2, 10)),
        (b"company: x\n  a\0b", "the character U+0000", (2, 4)),
        ("a: Wait\u2028here".encode(), "the character U+2028", (1, 8)),
        ("a: Wait\x85".encode(), "the character U+0085", (1, 8)),
    ],
)
@pytest.mark.parametrize("suffix", [".yaml", ".toml", ".json"])
def test_what_is_no_text_is_told_so(content, found, place, suffix, faults_of) -> None:
    (fault,) = faults_of(content, suffix)
    assert fault.found == found
    assert (fault.line, fault.column) == place


@pytest.mark.parametrize("asked", ["interview.yaml.txt", "interview.yaml"])
def test_a_name_to_which_an_editor_added_its_own_ending_is_told_with_the_right_one(asked, tmp_path, faults_of) -> None:
    (tmp_path / "interview.yaml.txt").write_text("company: {}")
    (tmp_path / "other.yaml").write_text("company: {}")
    (fault,) = faults_of(tmp_path / asked)
    assert fault.hint.endswith("rename it to interview.yaml")


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 10)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
BOMBS = [
    (".yaml", LAUGHS, "at most 20,000 values"),
    (".yaml", "a: " + "[" * 10_000, "inside one another"),
    (".yaml", "\n".join(" " * depth + "a:" for depth in range(800)), "inside one another"),
    (".yaml", "- " * 10_000, "inside one another"),
    (".yaml", "a0: &a0 [x]\n" + "".join(f"a{n + 1}: &a{n + 1} [*a{n}]\n" for n in range(100)), "inside one another"),
    (".json", "[" * 100_000, "inside one another"),
    (".json", '{"a":' * 100_000, "inside one another"),
    (".toml", "a = " + "[" * 100_000, "inside one another"),
    (".toml", "a = " + "{a = " * 100_000, "inside one another"),
    (".toml", "[" + "a." * 100_000 + "a]", "inside one another"),
    (".yaml", "- a\n" * 100_000, "at most 20,000 values"),
    (".json", "[" + "1," * 100_000 + "1]", "at most 20,000 values"),
    (".toml", "a = [" + "1," * 100_000 + "1]", "at most 20,000 values"),
    (".yaml", "x" * 5_000_000, "at most 1,000,000 bytes"),
]


@pytest.mark.parametrize("character", "\x7f\x80\x85\x9f\u2028\u2029\ufeff")
@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("company: {{name: N}}\npeople:\n- {{name: Priya, title: a{}b}}\n", ".yaml"),
        ('{{"people": [{{"name": "Priya", "title": "a{}b"}}]}}', ".json"),
        ('[[people]]\nname = "Priya"\ntitle = "a{}b"\n', ".toml"),
    ],
)
def test_a_character_that_nobody_sees_is_told_with_its_field(text: str, suffix: str, character: str) -> None:
    with pytest.raises(InputError) as caught:
        load_text(text.format(character), suffix=suffix)
    (fault,) = caught.value.faults
    assert (fault.field, fault.found) == ("people[0].title", f"the character U+{ord(character):04X}")
    assert fault.line


def test_a_character_that_nobody_sees_in_a_comment_is_of_no_field() -> None:
    with pytest.raises(InputError) as caught:
        load_text("company: {name: N} # \x7f\n", suffix=".yaml")
    assert caught.value.faults[0].field is None


@pytest.mark.parametrize(("suffix", "text", "rule"), BOMBS)
def test_a_bomb_is_refused_before_anything_is_built(suffix, text, rule, faults_of) -> None:
    (fault,) = faults_of(text, suffix)
    assert rule in fault.rule


def test_a_mapping_without_an_end_is_refused() -> None:
    endless: dict[str, object] = {}
    endless["outlook"] = {"private": endless}
    with pytest.raises(InputError, match="inside one another"):
        load(endless)


@pytest.mark.parametrize("value", [{"a", "b"}, b"bytes", object(), iter([])])
def test_a_mapping_may_not_hold_what_no_file_could(value: object) -> None:
    with pytest.raises(InputError, match=f"a value of the type {type(value).__name__}"):
        load({"company": {"name": value}})


# ------------------------------------------------------------------------------- the candidate's own file


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("me.yaml", ME),
        ("me.toml", 'name = "Maya Okafor"\nemail = "maya@example.com"\nstrengths = ["Cut costs"]'),
        ("me.json", '{"name": "Maya Okafor", "email": "maya@example.com", "strengths": "Cut costs"}'),
    ],
)
def test_the_candidate_may_live_in_a_file_beside_or_above(name, content, tmp_path: Path, smallest: str) -> None:
    (tmp_path / name).write_text(content)
    (tmp_path / "north").mkdir()
    beside, below = tmp_path / "interview.yaml", tmp_path / "north" / "interview.yaml"
    beside.write_text(_rest(smallest, name))
    below.write_text(_rest(smallest, f"../{name}"))
    assert load(beside).candidate.email == "maya@example.com"
    assert load(beside) == load(below) == load_text(_rest(smallest, str(tmp_path / name)))


@pytest.mark.parametrize("as_path", [Path, lambda name: {"file": Path(name)}], ids=["Path", "file"])
def test_each_field_that_is_the_name_of_a_file_takes_a_path_as_well(as_path) -> None:
    files = Path(__file__).parents[2] / "examples" / "from-files"
    company, day = {"name": "Northwind"}, {"date": "2026-11-18"}
    named = {
        "candidate": as_path(files / "resume.json"),
        "position": as_path(files / "posting.html"),
        "company": as_path(files / "posting.html"),
        "people": [{"card": as_path(files / "ostrowski.vcf")}],
        "interview": day,
    }
    interview = load(named)
    assert {taken.under for taken in interview.taken} == {"candidate", "position", "company", "people[0].card"}
    data = {"candidate": {"name": "A"}, "company": company, "position": {"title": "P"}, "interview": day}
    letterhead = {"letterhead": as_path(files.parent / "house-style" / "letterhead.docx")}
    assert load({**data, "people": [{"name": "Q"}], "letter": letterhead}).letter.letterhead
    with pytest.raises(InputError) as caught:
        load(named, files=False)
    assert {fault.field for fault in caught.value.faults} >= {"candidate", "position", "company", "people[0].card"}
    assert all(fault.kind == "file" for fault in caught.value.faults)


def test_a_path_by_hand_is_told_that_load_reads_it() -> None:
    for model, field in ((fl.Person, "card"), (fl.LetterSettings, "letterhead")):
        with pytest.raises(InputError, match=r"load\(\) takes the same mapping, and reads the files that it names"):
            model(**{"name": "Q"} if model is fl.Person else {}, **{field: Path("x.vcf")})


def test_a_mapping_names_the_file_from_the_current_folder(tmp_path: Path, monkeypatch, smallest: str) -> None:
    (tmp_path / "me.yaml").write_text(ME)
    monkeypatch.chdir(tmp_path)
    load_text(_rest(smallest, "me.yaml"))
    with pytest.raises(InputError) as caught:
        load({"candidate": "me.yaml"})
    assert [fault.field for fault in caught.value.faults] == ["company", "position", "interview", "people"]


def test_the_faults_of_both_files_come_together_and_name_their_file(tmp_path: Path, smallest: str, faults_of) -> None:
    (tmp_path / "me.yaml").write_text(ME.replace("@", " at ").replace("strengths", "strenghts"))
    file = tmp_path / "interview.yaml"
    file.write_text(_rest(smallest, "me.yaml") + "letter: {paper: a5}\n")
    told = [(Path(fault.file or "").name, fault.line, fault.field) for fault in faults_of(file)]
    assert told == [
        ("interview.yaml", 6, "letter.paper"),
        ("me.yaml", 2, "email"),
        ("me.yaml", 3, "strenghts"),
    ]


def test_a_field_in_the_wrong_one_of_two_files_is_sent_to_the_other(tmp_path: Path, smallest: str, faults_of) -> None:
    (tmp_path / "me.yaml").write_text(ME + "interested: yes\nclause: x\n")
    file = tmp_path / "interview.yaml"
    file.write_text(_rest(smallest, "me.yaml"))
    assert [fault.hint for fault in faults_of(file)] == [
        "interested belongs under outlook of the interview file",
        "clause belongs under strengths",
    ]


def test_a_candidate_below_its_own_key_is_told_to_move_left(tmp_path: Path, smallest: str, faults_of) -> None:
    (tmp_path / "me.yaml").write_text("candidate:\n" + "".join(f"  {line}\n" for line in ME.splitlines()))
    file = tmp_path / "interview.yaml"
    file.write_text(_rest(smallest, "me.yaml"))
    (fault,) = faults_of(file)
    assert (Path(fault.file or "").name, fault.line, fault.found) == ("me.yaml", 1, "candidate")
    assert fault.hint.endswith("move what stands below it to the left, so that the file begins with name:")


@pytest.mark.parametrize(
    ("candidate", "rule"),
    [
        ("Maya Okafor", "a table of fields, or the name of a file"),
        ("em.yaml", "a file that exists"),
        (".yaml", "a file that exists"),
        ("folder.yaml", "a file"),
        ("utf16.yaml", "a file in UTF-8"),
        ("", "candidate must be given: a table of fields"),
        ("[a, b]", "a table of fields"),
    ],
)
def test_a_candidate_that_is_no_file_is_told_at_its_place(candidate, rule, tmp_path: Path, smallest, faults_of) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "me.yaml").write_text(ME)
    (tmp_path / "utf16.yaml").write_bytes(ME.encode("utf-16"))
    file = tmp_path / "interview.yaml"
    file.write_text(_rest(smallest, candidate) + "letter: {paper: a5}\n")
    fault, other = faults_of(file)
    assert (fault.file, fault.line, fault.field) == (str(file), 1, "candidate")
    assert fault.rule.startswith(rule)
    assert other.field == "letter.paper"
    assert candidate != "em.yaml" or fault.hint == "did you mean me.yaml?"


@pytest.mark.parametrize("content", ["name: [", "- Maya", ""])
def test_a_candidate_file_that_cannot_be_read_hides_no_other_fault(content, tmp_path, smallest, faults_of) -> None:
    (tmp_path / "me.yaml").write_text(content)
    file = tmp_path / "interview.yaml"
    file.write_text(_rest(smallest, "me.yaml") + "letter: {paper: a5}\n")
    assert [(fault.file, fault.line) for fault in faults_of(file)] == [
        (str(file), 6),
        (str(tmp_path / "me.yaml"), 1),
    ]

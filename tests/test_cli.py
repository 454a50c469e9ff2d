"""The command, through the installed script: what it writes, what it says, and that a fault leaves nothing behind."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import followup_letters as fl
from followup_letters.cli.telling import tell

ROOT = Path(__file__).parents[1]
SCRIPT = Path(sys.executable).parent / "render-letter"

THREE_MISTAKES = """\
candidate:
  name: Maya Okafor
  email: maya.okafor.example.com
company: {name: Northwind}
position: {title: Planner}
interview:
  date: 2026-02-30
people:
  - name: Priya Raman
    tilte: Director
"""


def run(*arguments: str | Path, cwd: Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [SCRIPT, *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=os.environ | environment,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_the_starter_renders_as_it_is_and_names_its_schema(tmp_path: Path) -> None:
    made = run("new", cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    starter = (tmp_path / "interview.yaml").read_text("utf-8")
    first, *_ = starter.splitlines()
    assert "$schema=interview.schema.json" in first
    assert len(starter.splitlines()) < 60
    assert (tmp_path / "interview.schema.json").exists()
    done = run("interview.yaml", cwd=tmp_path)
    assert done.returncode == 0
    found = set(re.findall(r"\[([\w-]+)\]", done.stderr))
    of_the_day = {
        "public-holiday",
        "starts-with-i",
    }  # a holiday that is near, and the words that are drawn for that day
    assert found - of_the_day == {"name-unconfirmed"}  # nobody has compared the cards yet
    assert len(list(tmp_path.glob("*.docx"))) == 2
    assert "no-questions" not in run("check", "interview.yaml", cwd=tmp_path).stdout


def test_one_line_is_said_for_each_letter_file_kind_reader_and_day(tmp_path: Path) -> None:
    done = run(ROOT / "examples" / "ward-sister.yaml", "-f", "docx,txt", "-o", "letters", cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert len(lines) == 4
    for line, path in zip(lines, ["Helen-Marsh.docx", "Helen-Marsh.txt"], strict=False):
        assert line.startswith(f"letters/2026-11-18_Aire-Valley-Hospitals-NHS-Trust_{path}")
        assert "pursue letter to Helen Marsh (hiring manager), mail it on 2026-11-18" in line
    assert len(list((tmp_path / "letters").iterdir())) == 4


def test_three_mistakes_are_told_at_once_with_their_lines_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "interview.yaml").write_text(THREE_MISTAKES, "utf-8")
    done = run("interview.yaml", "-o", "letters", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    blocks = done.stderr.strip().split("\n\n")
    assert [block.split(": ")[0] for block in blocks] == [
        "interview.yaml:3:10",
        "interview.yaml:7:9",
        "interview.yaml:10:5",
    ]
    assert "one @" in blocks[0]
    assert "calendar" in blocks[1]
    assert "title" in blocks[2].split("hint:")[1]
    assert [path.name for path in tmp_path.iterdir()] == ["interview.yaml"]


def test_letters_for_a_job_that_is_gone_are_not_written_and_what_still_makes_sense_is_said(tmp_path: Path) -> None:
    example = (ROOT / "examples" / "apprentice-electrician.yaml").read_text("utf-8")
    (tmp_path / "one.yaml").write_text(example, "utf-8")
    logged = run("log", "one.yaml", "--response", "hired someone else", "--on", "2026-11-27", cwd=tmp_path)
    assert logged.returncode == 0, logged.stderr
    refused = run("one.yaml", "-f", "txt", "-o", "out", cwd=tmp_path)
    assert refused.returncode == 2
    assert "they hired someone else, says your log of 2026-11-27" in refused.stderr
    assert "`--kind courtesy`" in refused.stderr
    assert not (tmp_path / "out").exists()
    assert run("one.yaml", "-f", "txt", "-o", "out", "--kind", "courtesy", cwd=tmp_path).returncode == 0


def test_an_entry_that_lies_ahead_is_told_when_it_is_logged(tmp_path: Path) -> None:
    ahead = dt.date.today() + dt.timedelta(days=2)
    notes = (ROOT / "examples" / "apprentice-electrician.yaml").read_text("utf-8")
    (tmp_path / "one.yaml").write_text(re.sub(r"\bdate: [\d-]+", f"date: {dt.date.today()}", notes, count=1), "utf-8")
    logged = run("log", "one.yaml", "--called", "--on", str(ahead), cwd=tmp_path)
    assert logged.returncode == 0, logged.stderr
    assert f"“called” is noted on {ahead}" in logged.stderr
    assert "(one.yaml, history[0].on)" in logged.stderr


@pytest.mark.parametrize("option", ["--replace", "--force"])
def test_a_file_that_is_there_is_kept_unless_it_is_to_be_replaced(tmp_path: Path, option: str) -> None:
    example = ROOT / "examples" / "account-director.yaml"
    assert run(example, "-f", "txt", cwd=tmp_path).returncode == 0
    (letter,) = tmp_path.glob("*.txt")
    letter.write_text("mine", "utf-8")
    refused = run(example, "-f", "txt", cwd=tmp_path)
    assert refused.returncode == 2
    assert "--replace" in refused.stderr
    assert letter.read_text("utf-8") == "mine"
    assert run(example, "-f", "txt", option, cwd=tmp_path).returncode == 0
    assert letter.read_text("utf-8") != "mine"


@pytest.mark.parametrize("option", ["--replace", "--force"])
def test_a_starter_that_is_there_is_kept_unless_it_is_to_be_replaced(tmp_path: Path, option: str) -> None:
    (tmp_path / "interview.yaml").write_text("mine", "utf-8")
    refused = run("new", cwd=tmp_path)
    assert refused.returncode == 2
    assert "--replace" in refused.stderr
    assert run("new", option, cwd=tmp_path).returncode == 0
    assert (tmp_path / "interview.yaml").read_text("utf-8") != "mine"


@pytest.mark.parametrize("many", [False, True])
def test_to_replace_a_file_overrules_no_error(tmp_path: Path, many: bool) -> None:
    broken = """
candidate: {name: Maya Okafor}
company: {name: Northwind}
position: {title: Manager}
interview: {date: 2026-11-18}
people: [{name: Priya Raman, role: hiring manager}]
outlook: {interested: true, reasons: [the pay]}
"""
    for name in ("one.yaml", "two.yaml")[: 1 + many]:
        (tmp_path / name).write_text(broken, "utf-8")
    names = [path.name for path in tmp_path.glob("*.yaml")]
    refused = run(*names, "-f", "txt", "-o", "out", "--replace", cwd=tmp_path)
    assert refused.returncode == 2
    assert "does not finish" in refused.stderr
    assert not list(tmp_path.rglob("*.txt"))
    assert run(*names, "-f", "txt", "-o", "out", "--force", cwd=tmp_path).returncode == 0
    assert list(tmp_path.rglob("*.txt"))


def test_one_letter_goes_to_the_file_that_is_named_in_the_format_of_its_name(tmp_path: Path) -> None:
    example = ROOT / "examples" / "operations-manager.yaml"
    assert run(example, "--to", "Raman", "-o", "out/raman.txt", cwd=tmp_path).returncode == 0
    assert "Dear Dr. Raman:" in (tmp_path / "out" / "raman.txt").read_text("utf-8")
    assert stat.S_IMODE((tmp_path / "out" / "raman.txt").stat().st_mode) & 0o111 == 0
    again = run(example, "--to", "Raman", "-o", "out/raman.txt", cwd=tmp_path)
    assert (again.returncode, "raman.txt" in again.stdout) == (0, True)  # the very same is as good as written
    edited = (tmp_path / "out" / "raman.txt").read_text("utf-8") + "P.S. mine\n"
    (tmp_path / "out" / "raman.txt").write_text(edited, "utf-8")
    again = run(example, "--to", "Raman", "-o", "out/raman.txt", cwd=tmp_path)
    assert (again.returncode, "is there already, with other content" in again.stderr) == (2, True)
    assert (tmp_path / "out" / "raman.txt").read_text("utf-8") == edited
    assert "--replace replaces it" in again.stderr
    with pytest.raises(fl.OutputError, match="overwrite=True replaces it") as caught:
        fl.compose(fl.load(example))[1].save(tmp_path / "out" / "raman.txt")
    assert "--" not in str(caught.value)
    for more in ([example], [example, "--to", "Raman", "-f", "docx"], [example, example]):
        done = run(*more, "-o", "other.pdf", cwd=tmp_path)
        assert (done.returncode, "names one file" in done.stderr) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_one_letter_goes_to_standard_output_and_several_are_refused(tmp_path: Path) -> None:
    example = ROOT / "examples" / "ward-sister.yaml"
    one = run(example, "--to", "Marsh", "-f", "txt", "-o", "-", cwd=tmp_path)
    assert "Dear Mrs Marsh" in one.stdout
    assert "[name-unconfirmed]" in one.stderr
    assert run(example, "--to", "Marsh", "-f", "txt", "-o", "-", "-q", cwd=tmp_path).stderr == ""
    several = run(example, "-f", "txt", "-o", "-", cwd=tmp_path)
    assert several.returncode == 2
    assert "--to" in several.stderr
    assert several.stdout == ""


def test_a_command_tells_its_own_option_where_a_file_is_there_already(tmp_path: Path) -> None:
    example = ROOT / "examples" / "ward-sister.yaml"
    lines = tmp_path / "two.jsonl"
    interview = fl.load(example).model_dump_json(exclude_defaults=True)
    lines.write_text(f"{interview}\n{interview}\n", "utf-8")
    for made in (
        ["new"],
        ["plan", example, "--ics", "plan.ics", "--today", "2026-11-20"],
        ["plan", example, "--call-sheets", "sheets", "-f", "txt", "--today", "2026-11-20"],
        [lines, "-f", "txt", "-o", "many"],
    ):
        assert run(*made, cwd=tmp_path).returncode == 0
        for path in (*tmp_path.glob("*/**/*.txt"), *tmp_path.glob("*.ics")):
            path.write_text("mine")
        for journal in tmp_path.glob("many/.finished.jsonl"):
            journal.unlink()
        again = run(*made, cwd=tmp_path)
        assert (again.returncode, "--replace replaces it" in again.stderr, "=True" in again.stderr) == (2, True, False)


def test_standard_input_is_read_for_a_dash(tmp_path: Path) -> None:
    example = (ROOT / "examples" / "ward-sister.yaml").read_bytes()
    done = run("-", "--to", "Marsh", "-f", "txt", "-o", "-", cwd=tmp_path, stdin=example)
    assert "Dear Mrs Marsh" in done.stdout


INTERVIEW_LINE = json.dumps(
    {
        "candidate": {"name": "Maya Okafor"},
        "company": {"name": "Northwind"},
        "position": {"title": "Planner"},
        "interview": {"date": "2026-11-18"},
        "people": [{"name": "\U00020bb7\u7530 Ken", "talked_about": "the leeks"}],
        "outlook": {"research": ["y" * 280] * 16},
    }
)


@pytest.mark.parametrize(
    "begins",
    ["", "\n \n", "\ufeff", "\ufeff\n"],
    ids=["nothing", "blank lines", "a mark", "a mark on a line"],
)
def test_json_lines_on_standard_input_are_told_by_what_they_say_alone(tmp_path: Path, begins: str) -> None:
    lines = begins + f"{INTERVIEW_LINE.replace('{', '{ ', 1)}\n\n{INTERVIEW_LINE}"
    done = run("-", "-f", "txt", "-o", "out", cwd=tmp_path, stdin=lines.encode())
    assert (done.returncode, len([*tmp_path.glob("out/stdin-*/*.txt")])) == (0, 2), done.stderr


def test_json_lines_that_come_slowly_are_waited_for(tmp_path: Path) -> None:
    process = subprocess.Popen([SCRIPT, "-", "-q", "-f", "txt", "-o", "out"], cwd=tmp_path, stdin=subprocess.PIPE)
    assert process.stdin
    for part in (INTERVIEW_LINE[:40], f"{INTERVIEW_LINE[40:]}\n", INTERVIEW_LINE):
        process.stdin.write(part.encode())
        process.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.3)
    process.stdin.close()
    assert process.wait(60) == 0
    assert len([*tmp_path.glob("out/stdin-*/*.txt")]) == 2


@pytest.mark.parametrize("indent", [None, 0, 2])
def test_one_interview_as_json_on_standard_input_is_one_however_it_is_written(
    tmp_path: Path, indent: int | None
) -> None:
    text = json.dumps(json.loads(INTERVIEW_LINE), indent=indent)  # with an escape of two halves
    done = run("-", "-f", "txt", "-o", "out", cwd=tmp_path, stdin=text.encode())
    assert (done.returncode, len([*tmp_path.glob("out/*.txt")])) == (0, 1), done.stderr


def test_json_says_what_was_written_and_why(tmp_path: Path) -> None:
    done = run(ROOT / "examples" / "account-director.yaml", "--json", cwd=tmp_path)
    data = json.loads(done.stdout)
    (letter,) = data["letters"]
    assert data["version"] == 1
    assert letter["kind"] == "courtesy"
    assert letter["to"] == "Harriet Cole"
    assert (tmp_path / letter["file"]).exists()
    assert {"R12"} <= {reason["rule"] for reason in letter["reasons"]}


def test_json_tells_faults_as_data(tmp_path: Path) -> None:
    (tmp_path / "interview.yaml").write_text(THREE_MISTAKES, "utf-8")
    done = run("interview.yaml", "--json", cwd=tmp_path)
    (error,) = json.loads(done.stdout)["errors"]
    assert done.returncode == 2
    assert [fault["line"] for fault in error["faults"]] == [3, 7, 10]


def test_quiet_says_nothing(tmp_path: Path) -> None:
    done = run(ROOT / "examples" / "account-director.yaml", "-q", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_kind_that_is_asked_for_is_given(tmp_path: Path) -> None:
    done = run(ROOT / "examples" / "account-director.yaml", "--kind", "pursue", cwd=tmp_path)
    assert "pursue letter to Harriet Cole" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["shema"], "did you mean 'schema'?"),
        (["init"], "did you mean 'new'?"),
        (["help"], "did you mean '--help'?"),
        (["x.yaml", "-f", "dox"], "did you mean docx?"),
        (["x.yaml", "-f", "word"], "did you mean docx?"),
        (["x.yaml", "--kind", "pursu"], "did you mean pursue?"),
        (["x.yaml", "-f", "docx,pdf", "-o", "-"], "one format"),
        (["missing.yaml"], "missing.yaml"),
    ],
)
def test_a_slip_is_told_in_a_few_lines(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_the_schema_is_one_that_every_example_keeps(tmp_path: Path) -> None:
    schema = json.loads(run("schema", cwd=tmp_path).stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    files = sorted((ROOT / "examples").glob("*.yaml")) + sorted((ROOT / "tests" / "golden").glob("*/interview.yaml"))
    assert len(files) > 20
    for path in files:
        assert [error.message for error in validator.iter_errors(_typed(path))] == [], path


def _typed(path: Path) -> object:
    """The file as an editor's YAML 1.2 sees it: dates are text, and only true and false are yes and no."""
    import yaml

    class Loader(yaml.CSafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [
            (tag, regexp) for tag, regexp in resolvers if not tag.endswith(("timestamp", "bool")) or first in "tTfF"
        ]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(path.read_bytes(), Loader)


def test_every_key_of_the_schema_is_explained() -> None:
    from followup_letters.schema import interview_schema

    schema = interview_schema()
    tables = [table for table in schema["$defs"].values() if "properties" in table]
    assert len(tables) > 8
    for table in [schema, *tables]:
        for name, field in table["properties"].items():
            assert field.get("description") or "$ref" in field or "const" in field, name


def test_the_output_is_the_same_whatever_the_zone_the_locale_and_the_hash_seed(tmp_path: Path) -> None:
    example = ROOT / "examples" / "operations-manager.yaml"
    settings = [{"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "77"}]
    files = []
    for number, environment in enumerate(settings):
        folder = tmp_path / str(number)
        done = run(example, "-f", "docx,pdf,html,txt", "-o", folder, cwd=tmp_path, **environment)
        assert done.returncode == 0, done.stderr
        files.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert len(files[0]) == 12
    assert files[0] == files[1]


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    example = ROOT / "examples" / "account-director.yaml"
    done = run(example, "-f", "docx,pdf", "-o", tmp_path / "letters", cwd=tmp_path, TMPDIR=str(scratch))
    assert done.returncode == 0, done.stderr
    assert list(scratch.iterdir()) == []


def test_an_output_that_is_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "letters").write_text("mine", "utf-8")
    done = run(ROOT / "examples" / "account-director.yaml", "-o", "letters", cwd=tmp_path)
    assert done.returncode == 2
    assert "is a file" in done.stderr
    assert (tmp_path / "letters").read_text("utf-8") == "mine"


def test_without_pango_word_files_are_written_and_pdf_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')\n", "utf-8")
    example = ROOT / "examples" / "account-director.yaml"
    word = run(example, "-f", "docx", cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert word.returncode == 0, word.stderr
    pdf = run(example, "-f", "pdf", cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert pdf.returncode == 3
    assert "apt-get install libpango-1.0-0" in pdf.stderr
    assert "Traceback" not in pdf.stderr
    assert not list(tmp_path.glob("*.pdf"))


def test_a_file_in_which_nobody_gets_a_letter_says_so(tmp_path: Path) -> None:
    text = (
        THREE_MISTAKES.replace("maya.okafor.", "maya@").replace("02-30", "02-27").replace("tilte: Director", "met: no")
    )
    (tmp_path / "interview.yaml").write_text(text, "utf-8")
    done = run("interview.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert "nobody in it gets a letter" in done.stderr


@pytest.mark.parametrize("many", [False, True])
def test_a_draft_of_a_letter_by_post_is_refused_by_file_and_field(tmp_path: Path, many: bool) -> None:
    names = ["one.yaml", "two.yaml"] if many else ["one.yaml"]
    for name in names:
        run("new", name, cwd=tmp_path)
    done = run(*names, "-f", "eml", "-o", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert [f"{name}: letter.medium" in done.stderr.splitlines() for name in names] == [True] * len(names)
    assert "letter: {medium: email}" in done.stderr
    assert done.stderr.count("found: a page for paper\n") == len(names)
    assert run(*names, "-f", "eml", "-o", "out", "--medium", "email", cwd=tmp_path).returncode == 0
    assert len(list((tmp_path / "out").rglob("*.eml"))) == 2 * len(names)


def test_one_letter_of_a_set_by_post_goes_by_email(tmp_path: Path) -> None:
    run("new", cwd=tmp_path)
    assert run("interview.yaml", "-f", "txt", cwd=tmp_path).returncode == 0
    by_email = ("--to", "Raman", "--medium", "email", "-f", "eml")
    assert run("interview.yaml", *by_email, cwd=tmp_path).returncode == 0
    (draft,) = tmp_path.glob("*.eml")
    assert "Raman" in draft.name
    assert "400 W Superior St" not in draft.read_text("utf-8")
    assert run("log", "interview.yaml", "--emailed", "--person", "Raman", cwd=tmp_path).returncode == 0
    slip = run("interview.yaml", "--medium", "e-mail", cwd=tmp_path)
    assert "there is no medium 'e-mail' (post, email); did you mean email?" in slip.stderr


def test_the_exit_codes_stand_in_the_help_and_in_the_readme(tmp_path: Path) -> None:
    shown = run("--help", cwd=tmp_path).stdout
    assert "exit code: 0 done, 1 findings under check --strict, 2 your mistake, 3 the machine's" in shown
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert "`check --strict` with 1 at an error or a warning" in readme
    assert "letters that an error stops, end with 2; what the machine lacks" in readme


def test_what_a_library_lacks_is_told_without_a_name_where_it_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell(ImportError("failed to map segment"), is_for_programs=False) == 3
    assert capsys.readouterr().err.startswith("a package is missing or broken (failed to map segment);")
    assert tell(ImportError("no such thing", name="jinja2"), is_for_programs=False) == 3
    assert capsys.readouterr().err.startswith("the package jinja2 is missing or broken")

"""What a batch promises on every kind of executor: each interview has a result, and its letters have their names."""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import sys
from collections import namedtuple
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import followup_letters as fl
from followup_letters import filing
from followup_letters.batching import Text, interviews_in, render_many
from followup_letters.batching.journal import Journal
from followup_letters.batching.running import AHEAD, CHUNK, _jobs
from followup_letters.errors import FollowupError, InputError, OutputError
from followup_letters.filing import key, write_file
from followup_letters.loading import load

from .conftest import FAULTY, an_interview, contents

EXECUTORS: dict[str, Callable[[], AbstractContextManager[Executor | None]]] = {
    "in this process": lambda: nullcontext(None),
    "threads": lambda: ThreadPoolExecutor(2),
    "processes": lambda: ProcessPoolExecutor(2),
}


@pytest.mark.parametrize("kind", EXECUTORS)
def test_one_interviews_fault_stops_no_other(kind: str, tmp_path: Path) -> None:
    interviews = [an_interview(1), FAULTY, tmp_path / "missing.yaml", load(an_interview(2)), {"people": object()}]
    with EXECUTORS[kind]() as executor:
        results = {result.source: result for result in render_many(interviews, tmp_path, ["txt"], executor)}
    assert len(results) == 5
    assert {source for source, result in results.items() if result.fault is None} == {"interview 1", "interview 4"}
    missing = results[str(tmp_path / "missing.yaml")].fault
    assert missing is not None
    assert missing["error"] == "InputError"
    assert "missing.yaml" in missing["message"]
    assert len(contents(tmp_path)) == 4


def test_the_files_are_the_same_wherever_they_are_rendered(tmp_path: Path) -> None:
    made = []
    for number, executor in enumerate(EXECUTORS.values()):
        with executor() as chosen:
            results = list(render_many(map(an_interview, range(12)), tmp_path / str(number), ["docx", "txt"], chosen))
        assert {path for result in results for path in result.files} == {
            tmp_path / str(number) / name for name in contents(tmp_path / str(number))
        }
        made.append(contents(tmp_path / str(number)))
    assert len(made[0]) == 12 * 2 * 2
    assert made[0] == made[1] == made[2]


_ON_DASK = """\
import sys
from distributed import Client, LocalCluster
from batching.conftest import an_interview
from followup_letters.batching import render_many

if __name__ == "__main__":
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)
    with cluster, Client(cluster) as client:
        results = list(render_many(map(an_interview, range(12)), sys.argv[1], ["txt"], client.get_executor()))
    print([result.fault for result in results])
"""


def test_a_real_distributed_engine_renders_the_same_files(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    program = tmp_path / "program.py"  # a process of its own, for the engine has threads and warnings of its own
    program.write_text(_ON_DASK, "utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, program, tmp_path / "dask"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.stdout == f"{[None] * 12}\n", done.stderr
    list(render_many(map(an_interview, range(12)), tmp_path / "here", ["txt"]))
    assert contents(tmp_path / "dask") == contents(tmp_path / "here")


def test_results_are_data_that_can_be_sent(tmp_path: Path) -> None:
    for result in render_many([an_interview(1), FAULTY], tmp_path):
        assert pickle.loads(pickle.dumps(result)) == result
        assert json.dumps(result.fault)


def test_interviews_are_read_as_the_batch_goes_on(tmp_path: Path) -> None:
    taken = 0

    def interviews() -> Iterator[dict[str, Any]]:
        nonlocal taken
        for number in range(3 * AHEAD * CHUNK):
            taken += 1
            yield FAULTY | {"candidate": {"name": f"No. {number}"}}

    results = render_many(interviews(), tmp_path)
    next(results)
    assert taken == 1
    with ThreadPoolExecutor(1) as pool:
        spread = render_many(interviews(), tmp_path, executor=pool)
        next(spread)
        assert taken <= 1 + AHEAD * CHUNK
        spread.close()  # type: ignore[attr-defined]  # it is a generator


def test_files_of_one_name_in_several_folders_get_folders_of_their_own(tmp_path: Path) -> None:
    paths = []
    for client in ("Ada", "Bob", "Cy/notes", "Di/notes"):
        (tmp_path / client).mkdir(parents=True)
        paths.append(tmp_path / client / "interview.json")
        paths[-1].write_text(json.dumps(an_interview(len(client))), "utf-8")
    results = list(render_many(paths, tmp_path / "out", ["txt"]))
    assert [result.folder for result in results] == [
        "interview",
        "Bob_interview",
        "notes_interview",
        "Di_notes_interview",
    ]


_names = st.text(st.sampled_from("aAé-2.İß/"), min_size=1, max_size=4)


@given(names=st.lists(_names, max_size=30))
def test_no_two_interviews_share_a_folder_on_any_system(names: list[str]) -> None:
    folders = [job.folder for job in _jobs([f"{name}.yaml" for name in names], Journal(Path()))]
    assert len({key(folder) for folder in folders}) == len(names)
    assert not any("/" in folder for folder in folders)


def test_what_is_wrong_with_the_batch_itself_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(FollowupError, match="did you mean docx"):
        render_many([], tmp_path, ["dox"])
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="is a file"):
        render_many([], tmp_path / "file")
    assert list(render_many([], tmp_path / "none")) == []


# --------------------------------------------------------------------------------- resuming, and overwriting


def test_a_second_run_does_nothing_again(tmp_path: Path) -> None:
    interviews = [an_interview(number) for number in range(5)]
    list(render_many(interviews, tmp_path, ["txt"]))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.txt")}
    again = list(render_many(interviews, tmp_path, ["txt"]))
    assert [result.was_done for result in again] == [True] * 5
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.txt")} == before
    assert sorted(path for result in again for path in result.files) == sorted(before)


def test_an_interview_that_has_changed_or_lost_a_file_is_done_again(tmp_path: Path) -> None:
    interviews = [an_interview(number) for number in range(4)]
    first = list(render_many(interviews, tmp_path, ["txt"]))
    first[1].files[0].unlink()
    interviews[2]["people"][0]["name"] = "Priya Ramanujan"
    again = list(render_many(interviews, tmp_path, ["txt"]))
    assert [result.was_done for result in again] == [True, False, False, True]
    assert [result.fault for result in again][:2] == [None, None]
    assert first[1].files[0].exists()


def test_a_letter_that_was_edited_is_kept_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    (first,) = render_many([an_interview(1)], tmp_path, ["txt"])
    first.files[0].write_text("edited", "utf-8")
    (kept,) = render_many([an_interview(1)], tmp_path, ["txt"])
    assert kept.was_done
    assert first.files[0].read_text("utf-8") == "edited"
    changed = an_interview(1) | {"company": {"name": "Northwind Freight"}}
    (refused,) = render_many([changed], tmp_path, ["txt"])
    assert refused.fault is not None
    assert "is there already; it is kept as it is (replace=True replaces it)" in refused.fault["message"]
    beside = first.files[0].with_name("2026-11-18_Northwind_Priya-Raman.txt")
    beside.write_text("of an earlier day", "utf-8")
    for asked in ({"replace": True}, {"force": True}):
        first.files[0].write_text("edited", "utf-8")
        (replaced,) = render_many([an_interview(1)], tmp_path, ["txt"], **asked)
        assert replaced.fault is None
        assert first.files[0].read_text("utf-8") != "edited"
        assert beside.read_text("utf-8") == "of an earlier day"


def test_each_format_is_done_by_itself_and_a_letter_edited_in_one_is_left_in_every_later_run(tmp_path: Path) -> None:
    def run(*formats: str, more: str = "Planner") -> fl.Result:
        data = an_interview(1) | {"position": {"title": more}}
        (result,) = render_many([("a", data)], tmp_path, formats)
        assert result.fault is None
        assert [path.suffix[1:] for path in result.files] == [*formats] * 2
        assert [letter["to"] for letter in result.letters] == ["Priya Raman", "Tom Barker"]
        return result

    first = run("docx")
    first.files[0].write_text("edited", "utf-8")
    assert not run("txt").was_done
    assert run("docx").was_done
    assert run("txt", "docx").was_done
    both = run("docx", "html")  # of which one is done
    assert not both.was_done
    assert run("html").was_done
    assert [path.name for path in run("docx", "html").files] == [path.name for path in both.files]
    assert first.files[0].read_text("utf-8") == "edited"
    list(render_many([("a", an_interview(1) | {"position": {"title": "Buyer"}})], tmp_path, ["txt"], replace=True))
    assert run("docx").was_done
    assert run("txt", more="Buyer").was_done
    (changed,) = render_many([("a", an_interview(1) | {"position": {"title": "Planner"}})], tmp_path, ["txt"])
    assert changed.fault
    assert "is there already" in changed.fault["message"]


def test_a_journal_that_was_cut_off_costs_time_and_nothing_else(tmp_path: Path) -> None:
    interviews = [an_interview(number) for number in range(3)]
    list(render_many(interviews, tmp_path, ["txt"]))
    journal = tmp_path / ".finished.jsonl"
    journal.write_bytes(journal.read_bytes()[:-40])
    assert [result.was_done for result in render_many(interviews, tmp_path, ["txt"])] == [True, True, False]
    assert [result.was_done for result in render_many(interviews, tmp_path, ["txt"])] == [True, True, True]


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 100_000,
        b'{"folder": [], "made_from": 1}',
        b'{"folder": "a", "made_from": "b", "files": {"../x": "c"}}',
        b"[]",
        b"5",
        b'{"folder": "a", "made_from": "b", "files": {"x": "c"}, "letters": [{}]}',
        b'{"folder": "a", "made_from": "b", "files": {}}',
        b'{"folder": "a", "made_from": "b", "files": {"%s": "c"}}' % (b"x" * 300),
    ],
    ids=["deep", "other", "elsewhere", "list", "number", "no letter", "no file", "long"],
)
def test_a_line_of_the_journal_that_is_not_ours_is_passed_over(line: bytes, tmp_path: Path) -> None:
    list(render_many([an_interview(1)], tmp_path, ["txt"]))
    journal = tmp_path / ".finished.jsonl"
    journal.write_bytes(line + b"\n" + journal.read_bytes())
    with Journal(tmp_path) as read:
        assert list(read.entries) == ["000001"]
    assert [result.was_done for result in render_many([an_interview(1)], tmp_path, ["txt"])] == [True]


# ------------------------------------------------------------------------------------- where interviews are


@pytest.mark.parametrize("options", [(), ("-j", "2")], ids=["alone", "spread"])
def test_what_is_no_file_is_the_fault_of_its_entry_alone(
    options: tuple[str, ...], folder_of: Callable[[int], Path], tmp_path: Path
) -> None:
    folder = folder_of(2)
    (folder / "a folder.yaml").mkdir()
    (folder / "gone.toml").symlink_to(folder / "nowhere")
    (folder / "lines.jsonl").mkdir()
    wrong = 3
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.json")
        wrong += 1
    assert len(list(interviews_in(folder))) == 2 + wrong
    script = Path(sys.executable).parent / "render-letter"
    given = [script, folder, "-f", "txt", "-o", tmp_path / "out", *options]
    done = subprocess.run(given, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 2
    assert f"{wrong} have faults" in done.stderr
    assert {Path(name).parts[0] for name in contents(tmp_path / "out")} == {"candidate-001", "candidate-002"}


def test_a_folder_gives_its_interviews_and_not_what_lies_beside_them(folder_of: Callable[[int], Path]) -> None:
    folder = folder_of(2)
    (folder / "me.yaml").write_text("name: Maya Okafor\nstrengths: [Led people: yes]\n", "utf-8")
    (folder / "interview.schema.json").write_text('{"properties": {"company": {}}}', "utf-8")
    (folder / "readme.txt").touch()
    (folder / ".hidden.yaml").write_text("company: x", "utf-8")
    (folder / "b.toml").write_text("[company]\nname = 'x'\n", "utf-8")
    (folder / "lines.jsonl").write_text(f"{json.dumps(an_interview(1))}\n\n{json.dumps(FAULTY)}\n", "utf-8")
    found = list(interviews_in(folder))
    names = [source.name if isinstance(source, Text) else Path(source).name for source in found]  # type: ignore[arg-type]
    lines = folder / "lines.jsonl"
    assert names == ["b.toml", "candidate-001.json", "candidate-002.json", f"{lines}:1", f"{lines}:3"]


def test_every_example_is_an_interview(examples: Path) -> None:
    found = list(interviews_in(examples))
    assert found == sorted(path for path in examples.iterdir() if path.suffix in {".yaml", ".toml", ".json"})
    assert len(found) > 5


def test_a_fault_in_json_lines_names_its_line(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text(f"{json.dumps(an_interview(1))}\n{{nonsense\n{json.dumps(an_interview(3))}\n", "utf-8")
    results = list(render_many(interviews_in(lines), tmp_path / "out", ["txt"]))
    assert [result.folder for result in results] == ["lines-000001", "lines-000002", "lines-000003"]
    assert [result.exit_code for result in results] == [0, 2, 0]
    assert results[1].fault is not None
    assert f"{lines}:2" in results[1].fault["message"]


def test_a_folder_without_interviews_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a folder with interview files in it"):
        list(interviews_in(tmp_path))


def test_a_kind_that_is_asked_for_is_given(tmp_path: Path) -> None:
    (result,) = render_many([an_interview(1)], tmp_path, ["txt"], kind=fl.LetterKind.COURTESY)
    assert result.fault is None
    assert b"Cut the close" not in result.files[0].read_bytes()


def test_a_folder_below_a_file_is_refused_by_the_name_of_that_file(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    for out in (tmp_path / "taken", tmp_path / "taken" / "out", tmp_path / "taken" / "out" / "more"):
        with pytest.raises(OutputError, match="is a file") as caught:
            list(render_many([an_interview(1)], out))
        assert caught.value.path == tmp_path / "taken"


def test_rows_of_strangers_open_no_file(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text("name: Somebody Else\n")
    row = an_interview(1)
    mine = row | {"candidate": str(tmp_path / "me.yaml")}
    lines = tmp_path / "rows.jsonl"
    lines.write_text(json.dumps(mine) + "\n" + json.dumps(row) + "\n")
    assert [r.fault for r in render_many([mine], tmp_path / "mine", ["txt"])] == [None]
    given = [mine, str(lines), row, *interviews_in(lines)]
    done = list(render_many(given, tmp_path / "theirs", ["txt"], files=False))
    told = [result.fault["faults"][0]["rule"] if result.fault else None for result in done]
    assert told == [
        "what would stand in the file, in its place: no file is read here",
        "a table of fields at the top level: candidate, company, position, interview, people; no file is read here",
        None,
        "what would stand in the file, in its place: no file is read here",
        None,
    ]


def test_a_line_of_json_lines_can_be_loaded_by_itself(tmp_path: Path) -> None:
    lines = tmp_path / "rows.jsonl"
    lines.write_text(json.dumps(an_interview(1)))
    (line,) = interviews_in(lines)
    assert fl.load(line) == fl.load(line, files=False) == fl.load(an_interview(1))


@pytest.mark.parametrize("kind", EXECUTORS)
def test_an_iterator_that_fails_ends_the_batch_after_the_results_of_what_it_gave(kind: str, tmp_path: Path) -> None:
    rows = [an_interview(1), an_interview(2), an_interview(3), {"people": 1}, an_interview(4)]
    done = []
    with EXECUTORS[kind]() as executor:
        results = render_many((fl.Interview.model_validate(row) for row in rows), tmp_path, ["txt"], executor)
        with pytest.raises(InputError, match="candidate must be given"):
            done.extend(result.source for result in results)
    assert sorted(done) == ["interview 1", "interview 2", "interview 3"]


# ---------------------------------------------------------------------------------------- rows with names


def test_a_row_keeps_its_folder_by_its_name_wherever_it_stands(tmp_path: Path) -> None:
    rows = {"okafor": an_interview(1), "lindqvist": load(an_interview(2)), "7/b": FAULTY}
    first = {result.source: result for result in render_many(rows.items(), tmp_path, ["txt"])}
    assert {name: result.folder for name, result in first.items()} == {
        "okafor": "okafor",
        "lindqvist": "lindqvist",
        "7/b": "7-b",
    }
    assert first["7/b"].fault
    assert first["7/b"].fault["message"].startswith("7/b: ")
    more = [("new", an_interview(3)), *reversed(rows.items())]
    again = {result.source: result for result in render_many(more, tmp_path, ["txt"])}
    assert [again[name].was_done for name in ("new", "okafor", "lindqvist")] == [False, True, True]


@pytest.mark.parametrize("pair", [(7, an_interview(1)), ("a", an_interview(1), 3), (), ("", an_interview(1))], ids=str)
def test_what_is_no_pair_of_a_name_and_data_is_the_fault_of_its_row(pair: Any, tmp_path: Path) -> None:
    wrong, right = render_many([pair, an_interview(1)], tmp_path, ["txt"])
    assert wrong.fault
    assert (
        "a pair of a name, which is a text and not empty, and data: an Interview or a mapping" in wrong.fault["message"]
    )
    assert ("hint:  write str(7)" in wrong.fault["message"]) == (pair[:1] == (7,))
    assert right.fault is None


@pytest.mark.parametrize(
    ("data", "found", "hint"),
    [
        (json.dumps(an_interview(1)), "the content of a file", "json.loads(row) makes data of it"),
        ("b.yaml", "'b.yaml', a text", "a path stands alone; of a file with a name of your own: load(path)"),
        (namedtuple("Row", "candidate company")(1, 2), "a Row", "give its ._asdict()"),
        (None, "nothing", None),
    ],
    ids=str,
)
def test_a_pair_whose_second_half_is_no_data_is_told_by_that_half_and_under_its_name(
    data: Any, found: str, hint: str | None, tmp_path: Path
) -> None:
    (result,) = render_many([("7/b", data)], tmp_path, ["txt"])
    assert result.fault
    (fault,) = result.fault["faults"]
    assert (result.source, result.folder) == ("7/b", "7-b")
    assert fault["rule"] == "in a pair, after the name, an Interview or a mapping"
    assert (fault["found"], fault["hint"]) == (found, hint)


def test_a_row_of_a_table_that_is_a_named_tuple_is_no_pair(tmp_path: Path) -> None:
    (result,) = render_many([namedtuple("Row", "name company")("A B", "C")], tmp_path, ["txt"])  # type: ignore[list-item]
    assert result.source == "interview 1"
    assert result.fault
    assert "hint:  give its ._asdict()" in result.fault["message"]


def test_a_fault_in_json_lines_stands_in_its_line_of_the_file(tmp_path: Path) -> None:
    lines = tmp_path / "rows.jsonl"
    lines.write_text("\n".join([json.dumps(an_interview(1)), "", '{"candidate": {"nme": "A"}}', '{"a": tru}']))
    _, unknown, broken = render_many(interviews_in(lines), tmp_path / "out", ["txt"])
    assert (unknown.source, broken.source) == (f"{lines}:3", f"{lines}:4")
    assert unknown.fault is not None
    assert broken.fault is not None
    assert {(fault["file"], fault["line"]) for fault in unknown.fault["faults"]} == {(str(lines), 3)}
    (fault,) = broken.fault["faults"]
    assert (fault["file"], fault["line"], fault["column"]) == (str(lines), 4, 7)


def test_each_fault_begins_with_the_interview_it_is_of(tmp_path: Path) -> None:
    rows: list[Any] = [FAULTY, 7, an_interview(1) | {"holidays": "ZZ"}, load(an_interview(2) | {"holidays": "ZZ"})]
    rows.append(an_interview(3) | {"outlook": {"reasons": ["the pay"]}})
    told = {result.source: result for result in render_many(rows, tmp_path, ["txt"])}
    assert len(told) == 5
    for name, result in told.items():
        assert result.fault
        assert re.match(rf"{name}(: |\n)", result.fault["message"])
    assert "whole-sentence" in "".join(told["interview 5"].findings)


def test_a_letterhead_that_is_missing_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a letterhead that exists"):
        render_many([], tmp_path / "out", letterhead=tmp_path / "none.docx")
    assert not (tmp_path / "out").exists()


def test_a_file_that_another_batch_writes_meanwhile_with_the_same_words_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raced(path: Path, content: bytes, **options: Any) -> Path:
        path.write_bytes(content)
        return write_file(path, content, **options)

    monkeypatch.setattr(filing, "write_file", raced)
    (result,) = render_many([an_interview(1)], tmp_path, ["txt"])
    assert result.fault is None
    assert len(result.files) == 2


_UNGUARDED = """\
import multiprocessing, sys
from concurrent.futures import ProcessPoolExecutor
from batching.conftest import an_interview
from followup_letters import render_many
multiprocessing.set_start_method("spawn", force=True)
for result in render_many(map(an_interview, range(20)), sys.argv[1], ["txt"], ProcessPoolExecutor(2)):
    print(result)
"""


def test_a_program_without_a_guard_is_told_of_it_once_for_all_interviews(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(_UNGUARDED, "utf-8")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])}
    command = [sys.executable, "program.py", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert 'put what begins it below `if __name__ == "__main__":`' in done.stderr
    assert "its processes died before they rendered anything" in done.stderr
    assert "interview 1" not in done.stderr

"""Promise 6: every input has a published limit, and the worst letter within the limits has bounds as well."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count, cycle, product, repeat
from pathlib import Path
from typing import Any, get_origin

import pytest

import followup_letters as fl
from followup_letters import bounds, fields, letterheads, markup, sandbox
from followup_letters.batching import interviews_in
from followup_letters.checking import secret_texts
from followup_letters.cli import terminal
from followup_letters.composing import lengths
from followup_letters.documents import Document
from followup_letters.errors import InputError
from followup_letters.loading import load_text
from followup_letters.loading.foreign import html_pages, vcard_reading
from followup_letters.loading.foreign.html_pages import json_ld, shown_lines
from followup_letters.loading.named import references
from followup_letters.matching.terms import stems_of
from followup_letters.noun import Noun, nouns_in
from letterheads.making import changed as edited
from letterheads.making import letterhead
from writing.conftest import letter_saying

from .stage import EVERYTHING, READERS, ROOT, SOURCES, changed, command, letters

PUBLISHED = {
    "an interview file": bounds.LARGEST_FILE,
    "another program's file": references.LARGEST_FOREIGN,
    "the data in one script of a saved page": html_pages.LONGEST_SCRIPT,
    "a vCard file": vcard_reading.LARGEST,
    "lines in one vCard file": vcard_reading.MOST_LINES,
    "cards in one vCard file": vcard_reading.MOST_CARDS,
    "properties of one card": vcard_reading.MOST_PROPERTIES,
    "a letterhead": letterheads.LARGEST,
    "elements in one part of a letterhead": letterheads.MOST_ELEMENTS,
    "attributes of one element of a letterhead": letterheads.MOST_ATTRIBUTES,
    "what a template makes": sandbox.MOST_MADE,
    "elements of a template inside one another": markup.DEEPEST,
    "processes of `-j`": terminal.MOST_JOBS,
    "the texts in the data of a program, without pictures and a letterhead": bounds.LARGEST_FILE,
    "values in one file, or in such data": bounds.MOST_VALUES,
    "lists and tables inside one another": bounds.DEEPEST,
    "a name, a title, a phrase": fields.LONGEST_LINE,
    "a line of an address, an enclosure, a name for a copy": fields.LONGEST_ENTRY,
    "a strength, a responsibility": fields.LONGEST_BULLET,
    "an idea, a note": fields.LONGEST_NOTE,
    "all that is private": fields.LONGEST_PRIVATE,
    "values in what is private": fields.MOST_PRIVATE,
    "an e-mail address": fields.LONGEST_EMAIL,
    "people, events": fields.MOST_ENTRIES,
    "reasons, news, questions": fields.MOST_LINES,
    "strengths, responsibilities": fields.MOST_TO_MATCH,
    "needs that one strength answers": fields.MOST_ANSWERS,
    "enclosures": fields.MOST_ENCLOSURES,
    "names for copies": fields.MOST_ENCLOSURES,
    "a number": bounds.LONGEST_NUMBER,
    "lines of an address": fields.MOST_ADDRESS_LINES,
    "one letter": lengths.LONGEST_LETTER,
}


def test_the_limits_are_those_that_are_published() -> None:
    page = (ROOT / "docs" / "promises.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| ([^|]+?) \| ([\d,]+) [a-z]*", page, re.MULTILINE))
    assert {what: int(rows[what].replace(",", "")) for what in PUBLISHED} == PUBLISHED


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("people[0].name", "x" * (fields.LONGEST_LINE + 1)),
        ("candidate.strengths[0]", "x" * (fields.LONGEST_BULLET + 1)),
        ("candidate.address[0]", "x" * (fields.LONGEST_ENTRY + 1)),
        ("letter.enclosures", ["x" * (fields.LONGEST_ENTRY + 1)]),
        ("letter.cc", ["x" * (fields.LONGEST_ENTRY + 1)]),
        ("candidate.email", "a@" + "b" * fields.LONGEST_EMAIL + ".com"),
        ("people[0].talked_about", "x" * 20_000),
        ("candidate.strengths[0]", "x" * 20_000),
        ("candidate.address", ["x"] * (fields.MOST_ADDRESS_LINES + 1)),
        ("candidate.strengths", ["x"] * (fields.MOST_TO_MATCH + 1)),
        ("people", [{"name": f"Name {n}"} for n in range(fields.MOST_ENTRIES + 1)]),
        ("outlook.reasons", [f"it is {n}" for n in range(fields.MOST_LINES + 1)]),
        ("outlook.private", ["x"] * bounds.MOST_VALUES),
        ("outlook.private", ["x"] * fields.MOST_PRIVATE),
        ("outlook.private", "x" * (fields.LONGEST_PRIVATE + 1)),
        ("outlook.news", [{"what": f"x {n}"} for n in range(fields.MOST_LINES + 1)]),
        ("outlook.reservations", [{"concern": f"x {n}"} for n in range(fields.MOST_LINES + 1)]),
        ("candidate.strengths", [{"text": "x", "answers": [f"x {n}" for n in range(fields.MOST_ANSWERS + 1)]}]),
        ("letter.enclosures", ["x"] * (fields.MOST_ENCLOSURES + 1)),
        ("letter.cc", [f"x {n}" for n in range(fields.MOST_ENCLOSURES + 1)]),
        ("holidays", ["2026-11-26"] * (bounds.MOST_VALUES + 1)),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)
def test_one_more_than_the_limit_is_refused(path: str, value: object) -> None:
    with pytest.raises(InputError) as caught:
        fl.load(changed((path, value)))
    assert re.search(r"at most [\d,]+|an e-mail address", str(caught.value))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("people[0].name", "x" * fields.LONGEST_LINE),
        ("candidate.strengths[0]", "x" * fields.LONGEST_BULLET),
        ("candidate.address[0]", "x" * fields.LONGEST_ENTRY),
        ("candidate.address", ["x"] * fields.MOST_ADDRESS_LINES),
        ("candidate.strengths", [f"x {n}" for n in range(fields.MOST_TO_MATCH)]),
        ("position.responsibilities", [f"x {n}" for n in range(fields.MOST_TO_MATCH)]),
        ("people", [{"name": f"Name {n}"} for n in range(fields.MOST_ENTRIES)]),
        ("outlook.reasons", [f"it is {n}" for n in range(fields.MOST_LINES)]),
        ("outlook.private", "x" * fields.LONGEST_PRIVATE),
        ("letter.enclosures", [f"x {n}" for n in range(fields.MOST_ENCLOSURES)]),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)
def test_what_is_just_at_the_limit_is_accepted(path: str, value: object) -> None:
    assert fl.load(changed((path, value)))


def _long_letter(more: int) -> dict[str, Any]:
    """An interview whose only letter holds much, and a line of `more` characters."""
    full = [f"{number:02} {'x' * (fields.LONGEST_ENTRY - 3)}" for number in range(fields.MOST_ENCLOSURES)]
    return changed(
        ("people", [{**EVERYTHING["people"][0]}]),
        ("letter.cc", full),
        ("letter.enclosures", full),
        ("people[0].address", full[: fields.MOST_ADDRESS_LINES]),
        ("people[0].talked_about", f"the {'x' * 240}"),
        ("candidate.address", [*full[:7], "x" * more]),
    )


def test_a_letter_just_at_the_limit_is_written_and_one_more_is_refused_by_its_fields(tmp_path: Path) -> None:
    (letter,) = letters(_long_letter(1))
    room = 1 + lengths.LONGEST_LETTER - len(letter.page.root.text)
    assert 1 <= room < fields.LONGEST_ENTRY
    (letter,) = letters(_long_letter(room))
    assert len(letter.page.root.text) == lengths.LONGEST_LETTER
    with pytest.raises(InputError, match=r"at most 5,000 characters in one letter") as caught:
        fl.compose(fl.load(_long_letter(room + 1)))
    (fault,) = caught.value.faults
    assert fault.field in ("letter.cc", "letter.enclosures")
    for named in ("5,001 in the letter to Dr. Priya Raman", "letter.cc", "letter.enclosures", "people[0].address"):
        assert named in str(fault)
    (tmp_path / "mine.json").write_text(json.dumps(_long_letter(room + 1)), "utf-8")
    for arguments in (["check"], ["-f", "txt"]):
        done = command(*arguments, "mine.json", cwd=tmp_path)
        assert done.returncode == 2
        assert done.stderr.splitlines()[0].startswith("mine.json: letter.")
        assert "at most 5,000 characters in one letter" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.json"]


def test_nobody_with_a_long_interview_is_refused() -> None:
    def lines(count: int, length: int) -> list[str]:
        return [f"Lead work {number} {'with the teams of all depots ' * 4}"[:length].strip() for number in range(count)]

    (letter,) = letters(
        changed(
            ("people", [{**EVERYTHING["people"][0]}]),
            ("people[0].talked_about", lines(1, 150)[0]),
            ("position.responsibilities", lines(30, 80)),
            (
                "candidate.strengths",
                [f"Led {number} teams {'at all of the depots ' * 9}"[:150] for number in range(30)],
            ),
            (
                "outlook.reasons",
                [f"your crew {number} repairs {'the oldest bridges of the county ' * 5}"[:140] for number in range(3)],
            ),
            ("letter.enclosures", lines(12, 80)),
            ("letter.cc", lines(10, 60)),
            ("company.address", lines(5, 40)),
        )
    )
    assert 2_500 < len(letter.page.root.text) < lengths.LONGEST_LETTER - 500


def test_a_letter_that_its_templates_make_too_long_is_refused(tmp_path: Path) -> None:
    (tmp_path / "courtesy.html.j2").write_text(f"<p>{'word ' * 1_200}</p>", "utf-8")
    with pytest.raises(fl.TemplateError, match=r"at most 5,000 .*6,\d\d\d from the templates"):
        fl.compose(fl.load(changed(("outlook.interested", False))), templates=tmp_path)


class _Endless(Mapping[str, Any]):
    """A mapping of a program that gives keys for ever."""

    def __init__(self, *keys: str) -> None:
        self._keys = keys

    def __iter__(self) -> Iterator[str]:
        return cycle(self._keys) if self._keys else map(str, count())

    def __len__(self) -> int:
        return 1

    def __getitem__(self, key: str) -> str:
        return "x"


class _EndlessList(list[str]):
    def __iter__(self) -> Iterator[str]:
        return repeat("x")


@pytest.mark.parametrize("read", [fl.load, fl.Interview.model_validate])
@pytest.mark.parametrize(
    "data",
    [
        _Endless(),
        _Endless("people"),
        _Endless("content"),
        changed(("outlook", _Endless())),
        changed(("outlook.private", _Endless())),
        changed(("people", _EndlessList())),
    ],
    ids=["any keys", "one key", "the key of a file's content", "in a table", "in what is private", "a list"],
)
def test_what_never_ends_its_iteration_is_refused(data: Any, read: Callable[[Any], object]) -> None:
    with pytest.raises(InputError, match="at most 20,000 values"):
        read(data)


class _EndlessByNumber:
    def __getitem__(self, number: int) -> str:
        return "x"


class _EndlessTable(dict[str, str]):
    def items(self) -> Any:
        return ((f"field {number}", "x") for number in count())


NEVER_ENDING: dict[str, Callable[[], Any]] = {
    "a text": lambda: repeat("x"),
    "a date": lambda: repeat("2026-11-18"),
    "a finding": lambda: repeat("title-missing"),
    "tables": lambda: ({"name": f"N {number}", "text": f"t {number}", "what": "x"} for number in count()),
    "lists that never end": lambda: iter([repeat("x"), repeat("x")]),
    "tables that never end": lambda: iter([_Endless(), _EndlessTable()]),
    "tables of what never ends": lambda: repeat({name: repeat("x") for name in ("name", "address", "text", "answers")}),
    "by number": _EndlessByNumber,
}


def test_what_gives_its_entries_one_by_one_and_never_ends_is_refused_in_every_field() -> None:
    paths = list[str]()
    waiting: list[tuple[str, type[Noun]]] = [("", fl.Interview)]
    while waiting:
        above, model = waiting.pop()
        for name, field in model.model_fields.items():
            paths.append(f"{above}.{name}".lstrip("."))
            listed = "[0]" if get_origin(field.annotation) is tuple else ""
            waiting += [(paths[-1] + listed, each) for each in dict.fromkeys(nouns_in(field.annotation))]
    assert len(paths) > 90
    lists = ("candidate.strengths", "position.responsibilities", "outlook.news", "history")
    base = changed(*((path, [{"text": "x"}]) for path in lists))
    readers = cycle([fl.load, fl.Interview.model_validate, fl.Interview.model_validate])  # else they take a minute
    for (path, make), read in zip(product(paths, NEVER_ENDING.values()), readers, strict=False):
        with pytest.raises(InputError, match=re.split(r"\W", path)[0]):
            read(changed((path, make()), base=base))


def test_what_gives_its_entries_one_by_one_and_ends_is_a_list() -> None:
    data = changed(("holidays", (f"2026-12-{day}" for day in range(10, 30))), ("people", iter(EVERYTHING["people"])))
    interview = fl.Interview.model_validate(data)
    assert (len(interview.holidays), len(interview.people)) == (20, 2)


@pytest.mark.parametrize("path", ["candidate.signature", "candidate.phone", "outlook.private", "company.name"])
def test_a_number_that_python_does_not_write_out_is_refused_wherever_it_stands(path: str) -> None:
    with pytest.raises(InputError, match="a number of at most 300 digits"):
        fl.load(changed((path, 10**5000)))


@pytest.mark.parametrize("begins", ["", "a: 1\n", "outlook:\n  private", "- "])
def test_a_line_of_spaces_is_refused_before_anybody_gives_up_waiting(begins: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(begins + " " * 400_000 + ": [x", "utf-8")  # for every space once: once more for each takes an hour
    with pytest.raises(InputError):
        fl.load(path)


@pytest.mark.parametrize("suffix", [".yaml", ".toml", ".json"])
@pytest.mark.parametrize("piece", ["x", "a.", "- ", "private.", '\\\\"', "private ", "x: ", "\n- ", "_"])
def test_a_file_of_one_word_that_never_ends_is_refused_before_anybody_gives_up_waiting(piece: str, suffix: str) -> None:
    for before in ("a: b\n", "outlook:\n  private: ", "[outlook]\nprivate = [", '{"outlook": {"private": ['):
        with pytest.raises(InputError):
            load_text(f"{before}{piece * (200_000 // len(piece))}\n  c: [", suffix=suffix)


@pytest.mark.parametrize("count", ["0", "129", "2147483647", "9" * 400])
def test_a_number_of_processes_that_nobody_has_is_refused(count: str) -> None:
    found = command("examples/ward-sister.yaml", "-j", count, cwd=ROOT)
    assert found.returncode == 2
    assert "from 1 to 128" in found.stderr


@pytest.mark.parametrize("format", ["docx", "html", "txt", "pdf"])
def test_a_word_of_20_kilobytes_hangs_no_writer_and_loses_nothing(format: str) -> None:
    word = "Donaudampfschiff" * 1250
    text = READERS[format](Document(letter_saying(word)).render(format))
    assert word in "".join(text.split())


WORST = """
import json, pathlib, re, sys
import followup_letters as fl
data = json.load(open(sys.argv[1]))
letters = fl.compose(fl.load(data))
for format in ("docx", "html", "txt", "pdf"):
    letters[0].render(format)
# not ru_maxrss, which counts the process that started this one as well
status = pathlib.Path("/proc/self/status")
peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", status.read_text())[1]) if status.exists() else 0
print(json.dumps([[len(letter.page.root.text) for letter in letters], peak]))
sys.exit()
"""


def test_the_worst_letter_within_the_limits_ends_and_takes_less_than_300_megabytes(tmp_path: Path) -> None:
    line, note = ("word " * 60)[: fields.LONGEST_LINE - 1], ("Led teams of nine " * 112)[: fields.LONGEST_NOTE]
    data = changed(
        (
            "candidate.strengths",
            [
                {
                    "text": f"{number} {note}"[: fields.LONGEST_BULLET],
                    "answers": [f"{number} Led teams {n} of nine" for n in range(fields.MOST_ANSWERS)],
                }
                for number in range(fields.MOST_TO_MATCH)
            ],
        ),
        (
            "position.responsibilities",
            [f"{number} {note}"[: fields.LONGEST_BULLET] for number in range(fields.MOST_TO_MATCH)],
        ),
        ("candidate.address", [line[: fields.LONGEST_ENTRY - 1]] * fields.MOST_ADDRESS_LINES),
        ("company.address", [line[: fields.LONGEST_ENTRY - 1]] * fields.MOST_ADDRESS_LINES),
        *(
            (f"people[0].{name}", line)
            for name in ("name", "title", "department", "talked_about", "own_words", "clarify")
        ),
        ("outlook.reasons", [f"{number} {line}"[:299] for number in range(fields.MOST_LINES)]),
        ("outlook.omitted", [f"{number} {line}"[:299] for number in range(fields.MOST_LINES)]),
        ("letter.enclosures", [line[: fields.LONGEST_ENTRY - 1]] * fields.MOST_ENCLOSURES),
        # With one name more the letter would be longer than any is.
        ("letter.cc", [f"{number} {line}"[: fields.LONGEST_ENTRY] for number in range(fields.MOST_ENCLOSURES - 2)]),
        ("people", [EVERYTHING["people"][0]]),
    )
    (tmp_path / "worst.json").write_text(json.dumps(data), "utf-8")
    done = command(tmp_path / "worst.json", cwd=tmp_path, code=WORST)
    assert done.stderr == ""
    (length,), kilobytes = json.loads(done.stdout)
    assert lengths.LONGEST_LETTER - 1_000 < length <= lengths.LONGEST_LETTER
    assert kilobytes < 300_000


def test_a_saved_page_with_a_million_entries_is_refused(tmp_path: Path) -> None:
    posting = {"@type": "JobPosting", "title": "Ops", "description": "<li>x y z" * 1_000_000}
    page = tmp_path / "page.html"
    page.write_text(f'<script type="application/ld+json">{json.dumps(posting)}</script>', "utf-8")
    with pytest.raises(InputError, match="more than 500,000 characters"):
        fl.load(changed(("position", str(page))))


@pytest.mark.parametrize("attribute", ["a{}=b", "a{}", 'a{}=">"', 'a{}="<"', "a{}='"], ids=str)
def test_a_tag_of_very_many_attributes_hangs_nothing(attribute: str) -> None:
    tag = " ".join(["<div", *map(attribute.format, range(300_000)), ">"])  # each beside each other would take minutes
    posting = json.dumps({"@type": "JobPosting", "title": "Ops"})
    script = f'<script class="x" type="application/ld+json">{posting}</script>'
    assert json_ld(f"{tag}<p>x</p>{script}".encode()).data == [json.loads(posting)]
    assert "after" in " ".join(shown_lines(f"<p>before</p>{tag}<p>after</p>"))


@pytest.mark.parametrize(
    "crowd",
    ["<w:p/>" * 200_000, "<w:p " + " ".join(f'a{n}="1"' for n in range(60_000)) + "/>"],
    ids=["elements", "attributes"],
)
def test_a_letterhead_of_very_many_tags_or_attributes_hangs_nothing(crowd: str) -> None:
    sheet = edited(letterhead(), header=lambda xml: xml.replace("</w:hdr>", f"{crowd}</w:hdr>"))
    with pytest.raises(letterheads.Refused, match="at most 20,000 elements, each of at most 200 attributes"):
        letterheads.checked(sheet)


def test_a_letterhead_of_very_many_parts_hangs_nothing() -> None:
    part = f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{"<w:p/>" * 19_000}</w:hdr>'
    with pytest.raises(letterheads.Refused, match="at most 60,000 elements in all its parts"):
        letterheads.checked(edited(letterhead(), **{f"word/other{number}.xml": part for number in range(60)}))


DOUBLED = (
    "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{% set ns = namespace(x='a') %}"
    "{% for i in range(26) %}{% set ns.x = HERE %}{% endfor %}"
)


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ 'x' * 10**8 }}", "1,000,000 characters"),
        ("{{ ('a' * 99999) * 99999 }}", "1,000,000 characters"),
        ("{{ 10 ** 1000000 }}", "power"),
        ("{{ '%999999999d' % 1 }}", "wider than a line"),
        ("{{ '%*d' | format(999999999, 1) }}", "wider than a line"),
        ("{{ '{:>999999999}'.format(1) }}", "wider than a line"),
        ("{{ '{:>{}}'.format(1, 999999999) }}", "wider than a line"),
        ("{{ 'x'.ljust(999999999) }}", "1,000,000 characters"),
        ("{{ 'x' | center(999999999) }}", "1,000,000 characters"),
        ("{{ ('a' * 99999) | replace('a', 'b' * 99999) }}", "1,000,000 characters"),
        ("{{ ('a' * 99999).replace('a', 'b' * 99999) }}", "1,000,000 characters"),
        ("{% for each in range(99999) %}{{ 'x' * 99 }}{% endfor %}", "1,000,000 characters"),
        (DOUBLED.replace("HERE", "ns.x ~ ns.x"), "1,000,000 characters"),
        (DOUBLED.replace("HERE", "ns.x + ns.x"), "1,000,000 characters"),
        (DOUBLED.replace("HERE", "'%s%s' % (ns.x, ns.x)"), "1,000,000 characters"),
        (DOUBLED.replace("HERE", "'{0}{0}'.format(ns.x)"), "1,000,000 characters"),
        (DOUBLED.replace("HERE", "(ns.x, ns.x) | join"), "1,000,000 characters"),
        (DOUBLED.replace("HERE", "''.join([ns.x, ns.x])"), "1,000,000 characters"),
        (DOUBLED.replace("HERE", "[ns.x, ns.x] | string"), "1,000,000 characters"),
        (DOUBLED.replace("HERE", "twice(ns.x)"), "1,000,000 characters"),
        (
            DOUBLED.replace("= HERE", "").replace("{% endfor", "{{ ns.x ~ 1 }}{{ ns.x }}{% endset %}{% endfor"),
            "1,000,000",
        ),
        ("{% set x = [['a' * 99999]] * 99999 %}", "1,000,000 characters"),
        ("{% set x = range(99999) | map('center', 9999) | list %}", "1,000,000 characters"),
        ("{{ 'a' | slice(10**8) | list }}", "1,000,000 characters"),
        ("{{ 'a' | batch(10**8, 'x') | list }}", "1,000,000 characters"),
        ("{{ ('\\n' * 999999) | indent(9999) }}", "1,000,000 characters"),
        ("{{ ('\\t' * 999999).expandtabs(9999) }}", "1,000,000 characters"),
        ("{{ ('%9999d' * 9999) % 1 }}", "1,000,000 characters"),
        ("{% set ns = namespace(x=9) %}{% for i in range(40) %}{% set ns.x = ns.x * ns.x %}{% endfor %}", "too high"),
        ("{{ (10 ** 64) ** 64 }}", "power"),
        ("{{ lipsum(9999) }}", "there is no 'lipsum'"),
        ("{{ ('a' * 999999) | wordwrap(1) }}", "there is no filter 'wordwrap'"),
        ("{{ ('a.b ' * 99999) | urlize }}", "there is no filter 'urlize'"),
        ("{{ (5).to_bytes(9999999999, 'big') | length }}", "to_bytes"),
        ("<em>" * 1_000 + "x" + "</em>" * 1_000, "more than 50 elements deep"),
        ("{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}", "too deep"),
    ],
    ids=lambda value: value[:40],
)
def test_a_template_makes_no_more_than_the_limit(template: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "courtesy.html.j2").write_text(f"<p>{template}</p>", "utf-8")
    with pytest.raises(fl.TemplateError, match=told) as caught:
        fl.compose(fl.load(changed(("outlook.interested", False))), templates=tmp_path)
    assert caught.value.template.endswith(".html.j2")


def test_what_takes_more_memory_than_there_is_is_told_with_template_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(name: str, _: object) -> None:
        if name == "center":
            raise MemoryError

    (tmp_path / "courtesy.html.j2").write_text("<p>\n{{ person.name | center }}</p>", "utf-8")
    monkeypatch.setattr(sandbox, "_refuse_stretching", full)
    with pytest.raises(fl.TemplateError, match="more memory") as caught:
        fl.compose(fl.load(changed(("outlook.interested", False))), templates=tmp_path)
    assert caught.value.line == 2


def test_what_never_ends_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    whole = json.dumps(EVERYTHING)
    lines.write_text(f"{whole}\n{'x' * (3 * bounds.LARGEST_FILE)}\n{whole}", "utf-8")
    done = list(fl.render_many(interviews_in(lines), tmp_path / "out", ["txt"]))
    assert [result.source.rpartition(":")[2] for result in done] == ["1", "2", "3"]
    assert [result.fault is None for result in done] == [True, False, True]
    script = "yes x | $0 -c 'import sys; from followup_letters.cli import main; sys.exit(main())' check -"
    world = os.environ | {"PYTHONPATH": str(SOURCES)}
    told = subprocess.run(
        ["/bin/sh", "-c", script, sys.executable], env=world, capture_output=True, text=True, timeout=60, check=False
    )
    assert told.returncode == 2
    assert "at most 1,000,000 bytes" in told.stderr


def test_what_everybody_knows_is_taken_apart_once_however_many_notes_are_private(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wish = "I would merge the two late sites"
    data = changed(
        ("candidate.strengths", [f"Led team {n}, and said {wish} {'so ' * 60}".strip() for n in range(30)]),
        ("outlook.reasons", [f"your van {n} is what {wish} for" for n in range(20)]),
        ("outlook.private", [f"n{n} {wish}" for n in range(90)]),
    )
    made, read = fl.compose(fl.load(data)), list[int]()

    def counted(text: str) -> Sequence[str]:
        read.append(len(text))
        return stems_of(text)

    monkeypatch.setattr(secret_texts, "stems_of", counted)
    fl.check(made)
    assert read
    assert sum(length > 2_000 for length in read) <= 1

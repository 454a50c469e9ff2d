"""A text that is no YAML, TOML or JSON is told where, what a person did, and how to mend it."""

from __future__ import annotations

import pytest
import yaml

from followup_letters.loading.reading import yaml_reading


@pytest.fixture(params=["libyaml", "pure Python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(yaml_reading, "_LOADER", yaml.BaseLoader)


YAML = [
    ("lasted: “Calm: or so”\n", (1, 14), "colon and a space", 'write "Calm: or so"; curled quotation marks are none'),
    (f"lasted: “Calm: {'x' * 90}”\n", (1, 14), "colon and a space", "straight ones are: \" at both ends"),
    ("interview:\n  lasted: an hour: or so\n", (2, 18), "colon and a space", 'write "an hour: or so"'),
    ("clarify: the \"WMS\": nine\n", (1, 19), "colon and a space", "write 'the \"WMS\": nine'"),
    ("company\n  name: x\n", (1, 8), "a colon after the key", "write company:"),
    ("name Maya\nemail: x\n", (1, 5), "a colon after the key and a space", "write name: Maya"),
    ("people:\n  - name: A\n    title\n", (3, 10), "a colon after the key", "write title:"),
    ("name:Maya\nemail: x\n", (1, 6), "a space after the colon", "write name: Maya"),
    ("company:\n\tname: x\n", (2, 1), "spaces", "with 2 spaces, and no tab"),
    ("people:\n  - name: A\n\ttitle: B\n\trole: C\n", (3, 1), "spaces", "with 4 spaces, and no tab; 1 more line"),
    ("people:\n\n  - card:\n\t\tname: B\n", (4, 1), "spaces", "with 6 spaces, and no tab"),
    ("a:\n  needs:\n    - b\n\t- c\n", (4, 1), "spaces", "with 4 spaces, and no tab"),
    ("people:\n  - name: A\n    title: B\n\t- name: C\n", (4, 1), "spaces", "with 2 spaces, and no tab"),
    ("people:\n\t- name: A\n", (2, 1), "spaces", "with 2 spaces, and no tab"),
    ("a: b\n  \tc: d\n", (2, 3), "spaces", "with no space, and no tab"),
    ('company:\n  name: "x\n  short_name: y\n', (2, 9), 'quotation mark " that is closed', None),
    ('a: "x\nb: "y"\n', (1, 4), 'quotation mark " that is closed', None),
    ('a:\n  "' + "b\n  " * 60, (2, 3), 'quotation mark " that is closed', None),
    ("- it's\n- 'tis\n- c\n", (2, 3), "quotation mark ' that is closed", None),
    ('a: ["b, c", "d, e]\n', (1, 13), 'quotation mark " that is closed', 'at the end of the text, before the ]'),
    ("a: {b: [c, 'd, e]}\nf: g\n", (1, 12), "quotation mark ' that is closed", "before the ]"),
    ('a: ["b, c]\nd: "e"\n', (1, 5), 'quotation mark " that is closed', "before the ]"),
    ('a: {b: ["c, d]}\ne:\n  - the "f" g\n', (1, 9), 'quotation mark " that is closed', "before the ]"),
    ('a: ["b, c, "d, e"]\n', (1, 5), 'quotation mark " that is closed', None),
    ('a: [\n  "b, c,\n  "d, e",\n]\n', (2, 3), 'quotation mark " that is closed', "of the text as well"),
    ('a: ["Head of "Ops"", b]\n', (1, 15), "nothing after the closing", "between ' and '"),
    ('a: ["b" "c"]\n', (1, 9), "a comma between", 'a comma before "c"'),
    ('a: ["b, c", \'d\'\n  "e"]\n', (2, 3), "a comma between", 'a comma before "e"'),
    ("a: {\n  b: c\n  d: e\n}\n", (3, 3), "a comma between", "a comma before it"),
    ('a: {b: "c" d: e}\n', (1, 12), "a comma between", "a comma before it"),
    ("a: [{b: c} {d: e}]\n", (1, 12), "a comma between", None),
    ('title: "Head of "Ops""\n', (1, 18), "nothing after the closing", "between ' and '"),
    ("place: 'Bob's diner'\n", (1, 13), "nothing after the closing", 'between " and "'),
    ("name: @x\n", (1, 7), "begins with @", 'write "@x"'),
    ("lasted: `x`\n", (1, 9), "begins with `", 'write "`x`"'),
    ("share: %50\n", (1, 8), "begins with %", None),
    ("what: *really* good\n", (1, 7), "begins with *", 'write "*really* good"'),
    ("name: & Sons\n", (1, 7), "begins with &", 'write "& Sons"'),
    ("name: > x\n", (1, 7), "begins with >", None),
    ("a: [1, 2\nb: 3\n", (1, 4), "bracket [", None),
    ("a: {b: c\n", (1, 4), "bracket {", "end of the line; if the { belongs to a text"),
    ('b:\n  a: ["c", "d, e"\nf: g\n', (2, 6), "bracket [ that is closed with ]", "write ] at the end of the line"),
    ('a: ["c",\n  "d, e"\n\n# f\nf: [g]\n', (1, 4), "bracket [", "write ] at the end of line 2"),
    ('a:\n  - ["c", "d"\n  - e\n', (2, 5), "bracket [", "write ] at the end of the line"),
    ('a: {b: ["c", "d"}\n', (1, 8), "bracket [", "write ] before the }"),
    ("a: [b, c\nd:\n  - e\n", (1, 4), "bracket [", "write ] at the end of the line"),
    ('a: ["b c, "d, e f"]\n', (1, 5), 'quotation mark " that is closed', 'well, before the comma: "b c",'),
    ('a: ["b c, "d, e f""]\n', (1, 5), 'quotation mark " that is closed', 'well, before the comma: "b c",'),
    ('path: "C:\\Users"\n', None, "backslash", None),
    ("a: - b\n", (1, 4), "line of its own", None),
    ("people:\n  -name: A\n    role: x\n", (2, 4), "a space after the dash", "write - name: A"),
    ("people:\n  - name: A\n  -name: B\n", (3, 4), "a space after the dash", "write - name: B"),
    ("a:\n  - b\n  -Good with c\n  - d\ne: f\n", (3, 4), "a space after the dash", "write - Good with c"),
    ("a:\n- b\n-Good\n\nc: d\n", (3, 2), "a space after the dash", "write - Good"),
    ("a:\n  - b\n  nobody hides c\n  - d\n", (3, 3), "begin with a dash", "with a dash: - nobody hides c"),
    ("a:\n  - b\n    c\n  # d\n  'it is' e\n", (5, 3), "begin with a dash", "with a dash: - 'it is' e"),
    ("a:\n- b\nnobody hides c\nd: e\n", (3, 1), "begin with a dash", "with a dash: - nobody hides c"),
    ("a:\n- b\noutlook\n", (3, 8), "a colon after the key", "write outlook:"),
    ("people:\n  - name: A\n  role: x\n", (3, 3), "dash", "below the first letter"),
    ("people:\n  - name: A\n  name: B\n", (3, 3), "dash", "another entry has its own dash"),
    ("a: 1\n b: 2\n", (2, 2), "same indentation", None),
    ("a:\n  b: 1\n c: 2\n", (3, 2), "same indentation", "begin this line with no space or 2 spaces"),
    ("a:\n  needs:\n    - b\n    - c\n   - d\n", (5, 4), "the other entries", "begin this line with 4 spaces, as"),
    ("a:\n  needs:\n   - b\n    - text: c\n", (3, 1), "the other entries", "begin this line with 4 spaces"),
    ("a:\n  needs:\n   - b\n   - c\n    - text: d\n", (5, 1), "the other entries", "begin this line with 3 spaces"),
    ("# notes\n\n  name: A\n  email: B\n\ncompany:\n  name: C\n", (3, 3), "not indented", "such as candidate:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "rule", "hint"), YAML)
@pytest.mark.usefixtures("loader")
def test_what_people_do_to_yaml_is_called_by_its_name(text, place, rule, hint, faults_of) -> None:
    (fault,) = faults_of(text)
    assert place is None or (fault.line, fault.column) == place
    assert rule in fault.rule
    assert hint is None or hint in (fault.hint or "")
    assert fault.excerpt


@pytest.mark.parametrize(
    ("suffix", "text", "place", "rule"),
    [
        (".toml", "[company]\nname: x\n", (2, 5), "an equals sign"),
        (".toml", "[company\nname = 'x'\n", (1, 9), "closed with ]"),
        (".toml", "name = \n", (1, 8), "text in quotes"),
        (".toml", 'name = "Maya\nb = 1\n', (1, 13), "closed with its quote"),
        (".toml", 'name = "Ma" ya\n', (1, 13), "nothing more on the line"),
        (".toml", 'name = "C:\\Users"\n', None, "backslash"),
        (".toml", "a = [1, 2\nb = 3\n", None, "[ that is closed"),
        (".json", '{"a": 1,}', (1, 8), "no comma before the closing }"),
        (".json", '{"a": [1 2]}', (1, 10), "a comma between two entries"),
        (".json", "{'a': 1}", (1, 2), "a key in double quotes"),
        (".json", '{"a": x}', (1, 7), "a value"),
        (".json", '{"a": NaN}', (1, 7), "a value"),
        (".json", '{"a": 1', (1, 1), "a bracket that is closed with }"),
        (".json", '{"a": "x\n"}', (1, 7), 'closed with "'),
        (".json", '{"a" 1}', (1, 6), "a colon after the key"),
        (".json", '{} {}', (1, 4), "nothing after the end"),
        (".json", '{"a": "\\x"}', None, "a backslash"),
    ],
)  # fmt: skip
def test_what_people_do_to_toml_and_json_is_called_by_its_name(suffix, text, place, rule, faults_of) -> None:
    (fault,) = faults_of(text, suffix)
    assert rule in fault.rule
    assert place is None or (fault.line, fault.column) == place
    assert fault.excerpt


def test_texts_without_quotes_in_toml_are_all_told_at_once(faults_of) -> None:
    text = "position.title = Head of Ops # or so\nposition.reference = 01234\ncompany = {name = A B, article = yes}\n"
    told = [(fault.line, fault.column, fault.field, fault.hint) for fault in faults_of(text, ".toml")]
    assert told[:1] == [(1, 1, "candidate", 'for example: candidate = {name = "Maya Okafor"}')]
    assert told[-4:] == [
        (1, 18, "position.title", 'write "Head of Ops"'),
        (2, 22, "position.reference", 'write "01234"'),
        (3, 19, "company.name", 'write "A B"'),
        (3, 34, "company.article", 'write "yes"'),
    ]


def test_the_caret_stands_below_the_place_whatever_the_width_of_the_characters(faults_of) -> None:
    (fault,) = faults_of('company: "山田 é" y\n')
    assert fault.excerpt == 'company: "山田 é" y\n' + " " * 17 + "^"
    (fault,) = faults_of(f"company: {'x ' * 500}: y")
    assert fault.excerpt is not None
    shown, caret = fault.excerpt.split("\n")
    assert len(shown) <= 100
    assert shown[len(caret) - 1] == ":"


@pytest.mark.parametrize(
    ("lines", "rule"),
    [
        ("---\nb: c\n", "one document in a file"),
        ("letter: !!python/object:os.system {paper: a4}\n", "without YAML tags"),
        ("letter: {medium: !important post}\n", "without YAML tags"),
        ("letter:\n  <<: {paper: a4}\n", "no merge keys"),
        ("letter: {? [a] : b}\n", "a key of one word"),
        ("letter: &sons {paper: a4}\n", "no anchor that nothing refers to"),
        ("letter: {paper: *size}\n", "an alias of something that is named, and complete, before it"),
        ("letter: &me {paper: *me}\n", "an alias of something that is named, and complete, before it"),
        ("holidays: #US\n", "no text that YAML would drop"),
        ("outlook: {problem: {what: Unit\n      #4}}\n", None),
        ("outlook:\n  problem:\n    what: Unit #4, Reno\n", "no text that YAML would drop"),
    ],
)
@pytest.mark.usefixtures("loader")
def test_yaml_that_no_note_needs_is_refused(lines, rule, smallest, faults_of) -> None:
    faults = faults_of(smallest + lines)
    assert rule is None or any(rule in fault.rule for fault in faults)
    assert all(fault.line and fault.line > 5 for fault in faults)


@pytest.mark.parametrize(
    ("lines", "column", "rule", "hint"),
    [
        ("-Good with b\n  - c\n", 4, "a space after the dash", "write - Good with b"),
        ("-Good with b\n  -Bad with c\n", 4, "a space after the dash", "write - Good with b"),
        ("nobody hides b\n  - c\n", 3, "begin with a dash", "- nobody hides b; if all of it is one text,"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("loader")
def test_entries_that_yaml_would_make_one_text_of_are_told(lines, column, rule, hint, smallest, faults_of) -> None:
    (fault,) = faults_of(f"{smallest}outlook:\n reasons:\n  {lines}")
    assert (fault.field, fault.line, fault.column) == ("outlook.reasons", 8, column)
    assert rule in fault.rule
    assert hint in fault.hint


@pytest.mark.usefixtures("loader")
def test_a_text_with_a_list_below_it_is_told(smallest, faults_of) -> None:
    (fault,) = faults_of(f"{smallest}outlook:\n reasons: nobody hides b\n  - c\n  - d\n")
    assert (fault.field, fault.line, fault.rule) == ("outlook.reasons", 7, "a text or a list, not both")
    assert "as an entry of its own: - nobody hides b; if all of it is one text" in fault.hint


@pytest.mark.parametrize(("lines", "line"), [("\n\n  # two\n  -Good with b\n", 10), (" # two\n  -Good with b\n", 8)])
@pytest.mark.usefixtures("loader")
def test_a_comment_and_an_empty_line_hide_no_dash_without_its_space(lines, line, smallest, faults_of) -> None:
    (fault,) = faults_of(f"{smallest}outlook:\n reasons:{lines}")
    assert (fault.line, fault.column) == (line, 4)
    assert (fault.rule, fault.hint) == ("a space after the dash", "write - Good with b")


@pytest.mark.parametrize("text", ["'-Good with b'", "nobody hides b,\n  c - d\n   - e", "-5 to -9"])
@pytest.mark.usefixtures("loader")
def test_a_dash_within_a_text_is_its_own(text, smallest, faults_of) -> None:
    assert faults_of(f"{smallest}outlook:\n reasons:\n  {text}\n private:\n  -no word\n  - of it\n") == ()


@pytest.mark.parametrize("comment", ["letter: {paper: a4} #narrow\n", "letter: # paper\n  paper: a4 #or letter\n"])
def test_a_comment_is_a_comment(comment, smallest, faults_of) -> None:
    assert faults_of(smallest + comment) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "an empty file"),
        ("# x\n", "an empty file"),
        ("~", "an empty file"),
        ("Dear Sir", "Dear Sir"),
        ("- a\n- b", "a list of 2 entries"),
    ],
)
@pytest.mark.usefixtures("loader")
def test_a_file_that_is_no_table_is_told_so(text, found, faults_of) -> None:
    (fault,) = faults_of(text)
    assert fault.found == found

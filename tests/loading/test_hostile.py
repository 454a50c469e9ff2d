"""Whatever stands in a file, the answer is an Interview or an InputError; and TOML is what tomllib says it is."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from followup_letters.errors import InputError
from followup_letters.loading import load_text
from followup_letters.loading.reading import yaml_reading
from followup_letters.loading.reading.json_reading import read_json
from followup_letters.loading.reading.nodes import Source, plain
from followup_letters.loading.reading.toml_reading import read_toml
from followup_letters.loading.reading.yaml_reading import read_yaml

SUFFIXES = [".yaml", ".toml", ".json"]
# Pieces that meet in real files, and where readers stumble.
PIECES = [
    *("a", "b", "name", "people", "outlook", "private", ":", ": ", "- ", "\n", "\n  ", "\t", "[", "]", "{", "}"),
    *(",", "=", '"', "'", '"""', "'''", "\\", "\\u0041", "\\uD800", "\\UFFFFFFFF", "&x ", "*x", "!t ", "%", "@"),
    *("`", "|\n", ">", "#", "?", "1", "-1.5e3", "2026-02-30", "0x1F", "true", "null", "~", "<<", "---\n", "...\n"),
    *("[[", "]]", ".", "é", "🚚", "\r"),
]
scraps = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def _is_answered(content: str | bytes, suffix: str) -> None:
    try:
        load_text(content, suffix=suffix)
    except InputError as error:
        caught = error
    else:
        return
    assert caught.faults
    str(caught).encode()
    json.dumps(caught.as_dict())


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=150, deadline=None)
@given(content=st.one_of(st.binary(max_size=200), scraps, st.text(max_size=60)))
def test_any_bytes_are_an_interview_or_an_input_error(suffix: str, content: str | bytes) -> None:
    _is_answered(content, suffix)


@settings(max_examples=150, deadline=None)
@given(scraps)
@example('a: "\\UFFFFFFFF"')
@example('a: "\\uD800"')
def test_any_text_is_answered_without_libyaml_too(text: str) -> None:
    kept, yaml_reading._LOADER = yaml_reading._LOADER, yaml.BaseLoader
    try:
        _is_answered(text, ".yaml")
    finally:
        yaml_reading._LOADER = kept


keys = st.sampled_from(
    ["candidate", "name", "people", "outlook", "private", "address", "strengths", "text", "holidays", "x"]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["candidate", "company", "people", "outlook", "holidays", "letter"]), values))
def test_any_data_is_answered_with_faults_that_can_be_printed(data: dict[str, Any]) -> None:
    from followup_letters.loading import load

    with pytest.raises(InputError) as caught:
        load(data)
    str(caught.value).encode()


# ------------------------------------------------------------------------------------- against the others


def _typed(value: Any) -> Any:
    """tomllib's values as plain texts, where both can be compared."""
    if isinstance(value, dict):
        return {key: _typed(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_typed(part) for part in value]
    return value if isinstance(value, str) else ...


def _alike(ours: Any, theirs: Any) -> bool:
    if isinstance(theirs, dict):
        return (
            isinstance(ours, dict)
            and ours.keys() == theirs.keys()
            and all(_alike(ours[key], theirs[key]) for key in ours)
        )
    if isinstance(theirs, list):
        return isinstance(ours, list) and len(ours) == len(theirs) and all(map(_alike, ours, theirs))
    return isinstance(ours, str) if theirs is ... else ours == theirs


TOML_LINES = [
    *("a = 1\n", "[a]\n", "[[a]]\n", "[a.b]\n", "[[a.b]]\n", "[a.b.c]\n", "b.c = 'x'\n", "a.b.c = 2\n", "b = []\n"),
    *("b = {c = 1, d.e = 'y'}\n", "c = [\n 'x', # y\n [1.10, {z = \"\\u0041\"}],\n]\n", "[ b . 'c d' ]\n", "[b]\n"),
    *('s = """\n  q"" \\\n  r"""""\n', "t = '''x\ny'''\n", '"q k" = "x\\ty"\n', "d = 1979-05-27 07:32:00Z\n"),
    *("\n# c\n", "e = {}\n", "b = {}\n", "= 1\n", "f = 01\n", "[a\n"),
]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(TOML_LINES), max_size=6).map("".join))
@example("[[a]]\n[a.b]\n[[a]]\n[a.b]\n")
@example("[a.b]\n[a]\n")
def test_toml_is_read_as_tomllib_reads_it(text: str) -> None:
    try:
        theirs = _typed(tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        theirs = None
    try:
        root, faults = read_toml(Source("x.toml", ".toml", text))
    except InputError:
        assert theirs is None
    else:
        assert (theirs is None) == bool(faults)
        assert theirs is None or _alike(plain(root), theirs)


json_values = st.recursive(
    st.text(max_size=6) | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=10,
)


@settings(max_examples=100, deadline=None)
@given(json_values, st.sampled_from([None, 2]), st.booleans())
def test_json_is_read_as_the_standard_library_reads_it(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    root, faults = read_json(Source("x.json", ".json", text))
    assert (plain(root), faults) == (value, [])


printable = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=8)
yaml_values = st.recursive(
    printable,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(printable.filter(bool), inner, max_size=3),
    max_leaves=10,
)


@settings(max_examples=100, deadline=None)
@given(yaml_values)
def test_quoted_yaml_is_read_as_pyyaml_reads_it(value: Any) -> None:
    text = yaml.safe_dump(value, default_style='"', allow_unicode=True)
    root, faults = read_yaml(Source("x.yaml", ".yaml", text))
    assert (plain(root), faults) == (value, [])


def test_loading_imports_no_reader_before_it_reads() -> None:
    script = (
        "import sys, followup_letters.loading; print([m for m in ('yaml', 'tomllib', 'difflib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

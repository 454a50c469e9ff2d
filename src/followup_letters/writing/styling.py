"""The files under styles/ as templates: ours, or those of a folder of one's own, which may build on ours.

A template called "ours/letter.css.j2" is ours, whatever the folder holds: one of one's own includes or extends it, so
that it says only what is different.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from math import inf
from typing import Any, NamedTuple

from followup_letters.errors import MachineError, TemplateError
from followup_letters.patterns import pattern
from followup_letters.template_slips import SLIPS, in_our_words, syntax_slip
from followup_letters.templates_folder import ENDLESS, Styles, place_of, read

FOLDER = "styles/"
_OURS = "ours/"
_PLACE = pattern(r" \(at line (\d+), column \d+\)$")  # as tomllib ends a message
_SAID_BY = {"margin_right_mm": "it is what margin_left_mm and text_width_mm leave of the paper"}
_MOST_TOLD = 40  # names to choose from
_BOUNDS = {  # of sizes that can be read, and of margins that leave room for a letter
    "sizes_pt": (8, 14),
    "size_pt": (8, 14),
    "contact_size_pt": (6, 14),
    "name_size_pt": (8, 40),
    "leading": (1, 2),
    "margin_top_mm": (0, 100),
    "margin_bottom_mm": (0, 100),
    "head_top_mm": (0, 100),
}


def text_of(name: str, styles: Styles) -> str:
    """The text of the file of that name under styles/."""
    return dict(styles).get(f"{FOLDER}{name}") or read(f"{FOLDER}{name}")


def filled(
    name: str, styles: Styles, values: Mapping[str, Any], filters: tuple[tuple[str, Callable[..., Any]], ...] = ()
) -> str:
    """The template of that name under styles/, filled with `values`. Raises TemplateError, with name and line."""
    import jinja2

    environment = _environment(styles, filters, escapes=name.endswith((".xml", ".rels")))
    try:
        _refuse_unknown_blocks(name, styles, environment)
        return str(environment.get_template(name).render(values))
    except jinja2.TemplateSyntaxError as fault:
        told, line = syntax_slip(fault, environment.lexer)
        raise TemplateError(told, place_of(f"{FOLDER}{fault.name or name}", styles), line) from None
    except jinja2.TemplateNotFound as fault:
        told = f"takes in '{fault.name}', and there is no such template"
        place, line = _place(fault, name)
        raise TemplateError(told, place_of(FOLDER + place, styles), line) from None
    except RecursionError as fault:
        place, line = _place(fault, name)
        raise TemplateError(ENDLESS, place_of(FOLDER + place, styles), line) from None
    except MemoryError as fault:
        place, line = _place(fault, name)
        raise TemplateError("takes more memory than there is", place_of(FOLDER + place, styles), line) from None
    except (jinja2.TemplateError, *SLIPS) as fault:
        place, line = _place(fault, name)
        raise TemplateError(in_our_words(str(fault)), place_of(FOLDER + place, styles), line) from None


@lru_cache(maxsize=16)
def _refuse_unknown_blocks(name: str, styles: Styles, environment: Any) -> None:
    """Raise TemplateError for a block of one's own that ours, which it extends, does not have and so would not use.

    And for blocks of ours that do not extend it, and so lack what they call.
    """
    from jinja2 import nodes

    theirs = dict(styles).get(FOLDER + name)
    tree = environment.parse(theirs, name) if theirs else nodes.Template([])
    parent = tree.find(nodes.Extends)
    ours = {block.name for block in environment.parse(read(FOLDER + name)).find_all(nodes.Block)} if theirs else set()
    if parent is None and tree.find(nodes.Macro) is None:  # no copy of ours either
        _refuse_blocks_of_ours(tree, ours, name, styles)
    if parent is None or not isinstance(parent.template, nodes.Const) or parent.template.value != f"{_OURS}{name}":
        return
    known = sorted(ours)
    for block in tree.body:
        if isinstance(block, nodes.Block) and block.name not in known:
            close = get_close_matches(block.name, known, n=1)
            hint = f"did you mean {close[0]}?" if close else f"there are: {', '.join(known)}"
            place = place_of(FOLDER + name, styles)
            raise TemplateError(f"there is no block {block.name!r} in ours; {hint}", place, block.lineno)


def _refuse_blocks_of_ours(tree: Any, ours: set[str], name: str, styles: Styles) -> None:
    from jinja2 import nodes

    if any(block.name in ours for block in tree.find_all(nodes.Block)):
        mend = f'{{% extends "{_OURS}{name}" %}} in its first line takes all of ours but the blocks below'
        raise TemplateError(f"has blocks of ours, and does not build on it; {mend}", place_of(FOLDER + name, styles), 1)


def _place(fault: BaseException, name: str) -> tuple[str, int | None]:
    """The template and line in which `fault` arose, by the frames of its traceback that Jinja made one of.

    It is the last of one's own, which called ours with what cannot be; the last of ours, if there is none.
    """
    places: list[tuple[str, int | None]] = [(name, None)]
    trace = fault.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(FOLDER):
            places.append((file.removeprefix(FOLDER), trace.tb_lineno))
        trace = trace.tb_next
    own = [each for each in places[1:] if not each[0].startswith(_OURS)]
    return (own or places)[-1]


@lru_cache(maxsize=16)
def _environment(styles: Styles, filters: tuple[tuple[str, Callable[..., Any]], ...], *, escapes: bool) -> Any:
    import jinja2

    from followup_letters.sandbox import Bounded
    from followup_letters.writing.compiled import Compiled

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        inside = "/".join(jinja2.loaders.split_template_path(name))  # raises for a way out of the folder
        try:
            text = read(FOLDER + inside.removeprefix(_OURS)) if inside.startswith(_OURS) else text_of(inside, styles)
        except MachineError:
            return None  # such as a name that an include has misspelt
        return text, FOLDER + name, lambda: True

    environment = Bounded(
        loader=jinja2.FunctionLoader(load),
        undefined=jinja2.StrictUndefined,
        autoescape=escapes,
        trim_blocks=True,
        lstrip_blocks=escapes,
        auto_reload=False,
        bytecode_cache=None if styles else Compiled.beside_this_module(Bounded),
    )
    environment.filters |= dict(filters)
    return environment


@lru_cache(maxsize=32)
def settings(name: str, styles: Styles) -> dict[str, Any]:
    """The tables of a .toml file under styles/: ours, with what a file of one's own says otherwise.

    Raises TemplateError for a file that is no TOML, and for a name that ours does not have.
    """
    ours = _read(read(FOLDER + name), FOLDER + name)
    text = dict(styles).get(FOLDER + name)
    place = place_of(FOLDER + name, styles)
    return ours if text is None else _laid_over(ours, _read(text, place), place, text)


def _read(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        place = _PLACE.search(str(fault))
        told = f"is no TOML, whose lines are [a-table] and name = 1.5: {_PLACE.sub('', str(fault))}"
        raise TemplateError(told, name, int(place[1]) if place else None) from None
    except RecursionError:
        raise TemplateError("has lists or tables too deep inside one another", name) from None


def _laid_over(ours: dict[str, Any], theirs: dict[str, Any], name: str, text: str) -> dict[str, Any]:
    """Ours, table by table, with the entries of theirs. A table or an entry that ours has nowhere is a slip."""
    merged = dict(ours)
    tables = [table for table in ours.values() if isinstance(table, dict)]
    known = {key: value for table in reversed(tables) for key, value in table.items()}
    for key, value in theirs.items():
        _refuse_unknown(key, sorted(ours), _Place(name, line_of(text, key)))
        if isinstance(value, dict) and isinstance(ours[key], dict):
            for entry, number in value.items():
                place = _Place(name, line_of(text, key, entry))
                if entry in ours:
                    raise TemplateError(f"{entry} belongs above the first table, and not under [{key}]", *place)
                _refuse_unknown(entry, sorted(known), place)
                _refuse_unlike(entry, number, known[entry], place)
                _refuse_boundless(entry, number, place)
            merged[key] = ours[key] | value
        else:
            _refuse_unlike(key, value, ours[key], _Place(name, line_of(text, key)))
            merged[key] = value
    return merged


class _Place(NamedTuple):
    """Where an entry stands: its file and, if it is known, the line."""

    name: str
    line: int | None


_TABLE = pattern(r"""\s*\[+\s*["']?(.*?)["']?\s*\]+\s*(?:#.*)?""")  # its name in a line of its own


def line_of(text: str, table: str, entry: str | None = None) -> int | None:
    """The line in which a table begins or has that entry; None if it is written in another way than usual."""
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.fullmatch(line):
            inside = found[1]
            if entry is None and inside == table:
                return number
        name = line.partition("=")[0].strip().strip("\"'")
        if "=" in line and ((name == entry and inside == table) or (entry is None and name == table and not inside)):
            return number
    return None


def _refuse_unlike(word: str, value: Any, ours: Any, place: _Place) -> None:
    """Raise TemplateError for a value that is written in another way than ours, or has such a one in it."""
    kinds = (int, float) if type(ours) in (int, float) else (type(ours),)
    if type(value) not in kinds:
        raise TemplateError(f"{word} is written like {ours!r} with us, not like {value!r}", *place)
    if isinstance(value, int | float) and not 0 <= value < inf:
        raise TemplateError(f"{word} is a length or a number of lines, not {value!r}", *place)
    if isinstance(ours, list):
        for item in value:
            _refuse_unlike(f"an item of {word.removeprefix('an item of ')}", item, ours[0], place)
    if isinstance(ours, dict):
        for key, item in value.items():
            _refuse_unknown(key, sorted(ours), place)
            _refuse_unlike(f"{key} of {word}", item, ours[key], place)
        if lacking := sorted(ours.keys() - value):
            raise TemplateError(f"{word} lacks {', '.join(lacking)}", *place)


def _refuse_boundless(word: str, value: Any, place: _Place) -> None:
    """Raise TemplateError for a number, or one of a list, with which a letter could not be read or has no room."""
    least, most = _BOUNDS.get(word, (0, inf))
    for number in value if isinstance(value, list) else [value]:
        if isinstance(number, int | float) and not least <= number <= most:
            raise TemplateError(f"{word} is between {least} and {most}, not {number:g}", *place)


def _refuse_unknown(word: str, known: list[str], place: _Place) -> None:
    if word not in known:
        parted = [each for each in known if word in each.split("_")]  # "left" of margin_left_mm
        close = " or ".join(parted or get_close_matches(word, known, n=1))
        if word in _SAID_BY:
            raise TemplateError(f"there is no {word!r}: {_SAID_BY[word]}", *place)
        there_are = f"; there are: {', '.join(known)}" if len(known) <= _MOST_TOLD else ""
        raise TemplateError(f"there is no {word!r}" + (f"; did you mean {close}?" if close else there_are), *place)

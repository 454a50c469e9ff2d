"""Where the words and style sheets are: ours, in the installed package or at the top of the repository, and the user's.

A folder of one's own may hold files of ours, changed, and files that those include. Any other file in it would be
ignored without a word, so it is refused: it is misspelt, or lies in the wrong place.
"""

from __future__ import annotations

import os
import re
from difflib import get_close_matches
from functools import lru_cache
from operator import itemgetter
from pathlib import Path

from followup_letters.errors import MachineError, TemplateError
from followup_letters.patterns import pattern

LANGUAGE = "en"

ENDLESS = "includes or calls itself without end, or is too deep; ours of that name is included as ours/…"
"""What a template is told that Python has no room for."""

Styles = tuple[tuple[str, str], ...]
"""The files under styles/ that a folder of one's own has: name and text, such as ("styles/layouts.toml", "…")."""


class _OwnStyles(tuple[tuple[str, str], ...]):
    """Styles that know their folder, for messages."""

    folder: Path


_MEANT = pattern(r"\.(?:(?:j2|toml|css|xml|rels|html?)|(?:j2|toml)\.txt)$", re.IGNORECASE)  # Notepad's ending, too
_NAMED = pattern(r"""\{%[-+]?\s*(?:include|import|from|extends)\s+(?:\[[^\]]*\]|[^%]*?)\s*[-+]?%\}""")
_LANGUAGE = pattern(r"(?!en/)[a-z]{2}(-[A-Za-z]+)?/")  # the folder of another
_COMMENT = pattern(r"\{#.*?#\}", re.DOTALL)
_QUOTED = pattern(r"""["']([^"']+)["']""")
# What people look for a file of, and stands in the one that frames the letter.
_CALLED_OTHERWISE = dict.fromkeys("close closing signature salutation greeting sender header footer".split(), "letter")
_OURS_ALONE = frozenset(  # what a plan is told in, and what holds a Word file together
    {"en/plan.toml", "en/calendar.toml", "en/plan.html.j2"}
    | {"styles/word/[Content_Types].xml", "styles/word/word/_rels/document.xml.rels", "styles/word/docProps/app.xml"}
)


def templates_folder() -> Path:
    """The folder that holds en/ and styles/."""
    packaged = Path(__file__).parent / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "templates"


def is_ours(filename: str | None) -> bool:
    """True for a template of ours by its file, and for one that has none."""
    return filename is None or Path(filename).is_relative_to(templates_folder())


def read(name: str) -> str:
    """The text of one file of ours, such as "styles/letter.css.j2". Raises MachineError if it cannot be read."""
    try:
        return (templates_folder() / name).read_text("utf-8")
    except OSError as fault:
        raise MachineError(f"{fault.filename}: {fault.strerror}; install followup-letters anew") from None


@lru_cache(maxsize=1)
def changeable() -> tuple[str, ...]:
    """The names of all files of ours that a folder of one's own may hold instead, sorted."""
    names = _names_in(templates_folder())
    return tuple(name for name in names if name not in _OURS_ALONE)


def named(file: str) -> str:
    """The name of the file of ours that is called `file`, with or without en/ before it.

    Raises TemplateError if there is none.
    """
    found = next((name for name in (file, f"{LANGUAGE}/{file}") if name in changeable()), None)
    if found is None:
        near = _nearest(file)
        raise TemplateError(f"is no template of ours; {_meant(near)}", file)
    return found


def own_folder(named: str | os.PathLike[str] | None) -> Path | None:
    """The folder of templates that is `named`; None for None and "", as where a shell knows no such variable.

    Raises TemplateError for one that is not there or empty, and for a file in it that nothing would use or that lies
    elsewhere.
    """
    if named is None or not os.fspath(named):
        return None
    try:
        return _checked(Path(named))
    except OSError as fault:  # such as a name that is too long, or a folder that may not be looked into
        place = os.fsdecode(fault.filename or named)
        raise TemplateError(f"cannot be read ({fault.strerror or fault})", place) from None


def _checked(folder: Path) -> Path:
    """`folder`, if it is a folder of templates. Raises OSError where it cannot be read."""
    if not folder.is_dir():
        raise TemplateError(_no_folder(folder), str(folder))
    if folder.name == LANGUAGE and (folder.parent / "styles").is_dir():
        raise TemplateError(f"has the words alone; name the folder that has styles/ too: {folder.parent}", str(folder))
    _refuse_folders(folder)
    names = _names_in(folder)
    if not names:
        raise TemplateError("has no template in it; render-letter eject copies ours into a folder", str(folder))
    known = {*changeable(), *(name.removeprefix(f"{LANGUAGE}/") for name in changeable())}
    for name in (LANGUAGE, "styles", *names):
        refuse_leading_out(folder, folder / name)
    strange = [name for name in names if name not in known]
    if strange:
        included, is_open = _included(folder, names)
        for name in strange:
            _refuse_unused(folder, name, included, is_open=is_open)
    return folder


def _refuse_folders(folder: Path) -> None:
    """Raise TemplateError for a folder with the name of a template, which nothing would look into."""
    named = next((path for path in folder.rglob("*") if _MEANT.search(path.name) and path.is_dir()), None)
    if named is not None:
        raise TemplateError("is a folder, where a file of that name would be a template", str(named))


def refuse_leading_out(folder: Path, file: Path) -> None:
    """Raise TemplateError for a `file` of `folder` that lies elsewhere; the folder may itself be a link."""
    if not file.resolve().is_relative_to(folder.resolve()):
        raise TemplateError("is a link that leads out of your folder of templates; copy the file there", str(file))


def _no_folder(named: Path) -> str:
    """Why `named` is no folder of templates, and which was probably meant."""
    if named.is_file():
        return f"is a file; name the folder that it lies in: {named.parent}"
    beside = [path.name for path in named.parent.iterdir() if path.is_dir()] if named.parent.is_dir() else []
    close = get_close_matches(named.name, beside, n=1)
    hint = f"; did you mean {named.parent / close[0]}?" if close else ""
    return f"there is no such folder of templates{hint}"


def own_words(folder: Path) -> list[str]:
    """The names of the templates in `folder` that stand for ours, such as "pursue/panel.html.j2"."""
    names = [name.removeprefix(f"{LANGUAGE}/") for name in _names_in(folder)]
    return [name for name in names if name.endswith(".j2") and f"{LANGUAGE}/{name}" in changeable()]


def own_styles(folder: Path | None) -> Styles:
    """What `folder` has under styles/. Raises TemplateError for a file that is not text."""
    if folder is None:
        return ()
    names = [name for name in _names_in(folder) if name.startswith("styles/")]
    styles = _OwnStyles((name, _text(folder / name)) for name in names)
    styles.folder = folder
    return styles


def folder_of(styles: Styles) -> Path | None:
    """The folder of templates of one's own that has `styles`; None where all is ours."""
    return getattr(styles, "folder", None)


def place_of(name: str, styles: Styles) -> str:
    """What a message calls the file `name` under styles/: one's own by its path, in the folder that was given."""
    folder = folder_of(styles)
    return str(folder / name) if folder and name in dict(styles) else name


def emptied(styles: Styles) -> list[str]:
    """The files of words in the folder of `styles` that have none, and so drop what ours would say."""
    folder = folder_of(styles)
    if folder is None or not folder.is_dir():
        return []
    return [str(folder / name) for name in _names_in(folder) if not _COMMENT.sub("", _text(folder / name)).strip()]


def still_ours(styles: Styles, names: tuple[str, ...]) -> list[str]:
    """Those of the files of words `names` that the folder of `styles` does not have, or has as they are here."""
    folder = folder_of(styles)
    if folder is None:
        return []
    return [name for name in names if not any(_is_changed(folder, f"{up}{name}") for up in (f"{LANGUAGE}/", ""))]


def _is_changed(folder: Path, name: str) -> bool:
    """True for a file of `folder` that is not word for word ours of that name."""
    ours = next((each for each in (name, f"{LANGUAGE}/{name}") if each in changeable()), None)
    return (folder / name).is_file() and (ours is None or _text(folder / name) != read(ours))


def place_with(styles: Styles, words: str, sentence: str) -> str | None:
    """File and line in the folder of `styles` that have `words`; of several those likest to the printed `sentence`."""
    folder = folder_of(styles)
    if folder is None or not folder.is_dir():
        return None
    wanted, printed = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)"), set(sentence.split())
    lines = (
        (len(printed & set(line.split())), f"{folder / name}:{number}")
        for name in _names_in(folder)
        if not name.startswith("styles/")
        for number, line in enumerate(_COMMENT.sub(_emptied, _text(folder / name)).splitlines(), 1)
        if wanted.search(line)
    )
    return max(lines, key=itemgetter(0), default=(0, None))[1]


def _emptied(comment: re.Match[str]) -> str:
    """The line breaks of a comment, so that the lines after it keep their numbers."""
    return "\n" * comment[0].count("\n")


def check_texts(folder: Path) -> None:
    """Raise TemplateError for the first file of `folder` that is not text in UTF-8."""
    for name in _names_in(folder):
        _text(folder / name)


def _names_in(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if _MEANT.search(path.name) and path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files)


def _included(folder: Path, names: list[str]) -> tuple[set[str], bool]:
    """The names that templates of `folder` include, and whether one of them works out at run time what it includes.

    What is put together of pieces, as kind ~ ".html.j2", is no name.
    """
    tags = {name: _NAMED.findall(_text(folder / name)) for name in names}
    quoted = {name for found in tags.values() for tag in found if "~" not in tag for name in _QUOTED.findall(tag)}
    theirs = [tag for name, found in tags.items() if _is_changed(folder, name) for tag in found]
    return quoted, any("~" in tag or not _QUOTED.search(tag) for tag in theirs)


def _refuse_unused(folder: Path, name: str, included: set[str], *, is_open: bool) -> None:
    near = _nearest(name) or _unmet(name, included)
    if name in included or name.removeprefix(f"{LANGUAGE}/") in included or (is_open and near is None):
        return
    place = str(folder / name)
    if name in _OURS_ALONE or f"{LANGUAGE}/{name}" in _OURS_ALONE:
        raise TemplateError("cannot be changed by a folder of templates; delete it there", place)
    aside = f" (words in any language go into {LANGUAGE}/)" if _LANGUAGE.match(name) else ""
    raise TemplateError(f"is no template of ours, and none of yours includes it{aside}; {_meant(near)}", place)


def _meant(near: str | None) -> str:
    return f"did you mean {near}?" if near else "`render-letter eject ours` copies all there are to the folder ours"


def _unmet(name: str, included: set[str]) -> str | None:
    """The name that a template includes, and that `name` was probably meant for."""
    file = name.removeprefix(f"{LANGUAGE}/")
    close = get_close_matches(file, [other for other in included if f"{LANGUAGE}/{other}" not in changeable()], n=1)
    return f"{close[0]}, which one of yours includes" if close else None


def _nearest(name: str) -> str | None:
    """The file of ours that `name` was probably meant for: of the same name elsewhere, or of one like it.

    Folder and suffix are those of many, and make no name like another.
    """
    file, stem = name.rpartition("/")[2], _CALLED_OTHERWISE.get(_stem(name), _stem(name))
    same = [other for other in changeable() if other.rpartition("/")[2] == file]
    near = get_close_matches(stem, map(_stem, changeable()), n=1, cutoff=0.8)
    alike = [other for other in changeable() if _stem(other) in near or stem in _stem(other).split("-")]
    return next(iter([*same, *get_close_matches(name, alike, n=1, cutoff=0)]), None)


def _stem(name: str) -> str:
    return name.rpartition("/")[2].partition(".")[0]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")  # Notepad begins its files with a mark
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        raise TemplateError("is no text in UTF-8; save it in that encoding", str(path), line) from None
    except OSError as fault:
        raise TemplateError(f"cannot be read ({fault.strerror})", str(path)) from None

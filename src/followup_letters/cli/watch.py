"""`render-letter --watch`: the letters are rendered again whenever the file, or one that they are made of, is saved.

What they are made of, the loading tells: candidate, postings, cards, the picture of the signature, the letterhead, in
whichever folder each lies. Letters are not of it, or each would call for the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from followup_letters.cli.ending import exit_code, is_by_hand, is_over
from followup_letters.cli.terminal import say
from followup_letters.errors import FollowupError

_WAIT_MS = 60  # for an editor that saves in several strokes


def watch(name: str, render: Callable[[], object], *, letterhead: str | None, templates: str | None) -> int:
    """Call `render` now and after every change of what the letters of the file `name` are made of, until ^C.

    `letterhead` and `templates` are the file and the folder that the command names beside it. What `render` could not
    do leaves the last good letters as they are, so that the next change can mend it. Returns the exit code.
    """
    made_of = _MadeOf(name, letterhead, templates)
    what = f"{name} and {templates}" if templates else name
    try:
        watched = made_of.folders()
        while True:
            with closing(_changes(watched, made_of)) as changes:
                next(changes)  # only now is anybody watching, and no change is missed from here on
                while watched >= (wanted := made_of.folders()):
                    render()
                    say(f"watching {what}; ^C stops", aside=True)
                    next(filter(None, changes))
            watched = watched | wanted  # another folder has come, and nobody watches it yet
    except KeyboardInterrupt:  # ^C is the way in which watching ends
        if not is_by_hand():
            return exit_code()
        is_over()
        return 0


def _changes(folders: frozenset[Path], made_of: _MadeOf) -> Any:
    from watchfiles import watch as changes

    return changes(
        *sorted(folders),
        watch_filter=made_of.has,
        debounce=_WAIT_MS,
        step=_WAIT_MS // 3,
        rust_timeout=_WAIT_MS * 2,
        yield_on_timeout=True,
        recursive=False,
    )


class _MadeOf:
    """The files that letters are made of, as far as they have been named since watching began."""

    def __init__(self, name: str, letterhead: str | None, templates: str | None) -> None:
        self._name = name
        self._templates = Path(templates).resolve() if templates else None
        self._files = {Path(each).resolve() for each in (name, letterhead) if each}

    def folders(self) -> frozenset[Path]:
        """The folders to watch, by what the file says now."""
        from followup_letters.loading import load
        from followup_letters.loading.reading.files import noting

        with noting() as read, suppress(FollowupError):  # which rendering tells
            load(self._name)
        self._files.update(path.resolve() for path in read)
        return frozenset(folder for folder in {*self._of_files(), *self._of_templates()} if folder.is_dir())

    def _of_files(self) -> Iterator[Path]:
        return (path.parent for path in self._files)

    def _of_templates(self) -> Iterator[Path]:
        if self._templates:
            yield self._templates
            yield from self._templates.rglob("*/")

    def has(self, _change: object, path: str) -> bool:
        """Whether `path` is one of them."""
        changed = Path(path).resolve()
        return changed in self._files or (self._templates is not None and self._templates in changed.parents)

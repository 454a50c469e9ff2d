"""`render-letter --watch`: the letters are rendered again whenever the file, or what lies beside it, is saved."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from followup_letters.cli.ending import Ended, exit_code

# What an interview is made of. Letters are not in it, or each would call for the next.
_SOURCES = frozenset((".yaml", ".yml", ".toml", ".json", ".vcf", ".j2", ".css", ".png", ".svg"))
_WAIT_MS = 60  # for an editor that saves in several strokes


def watch(names: Sequence[str], render: Callable[[], object]) -> int:
    """Call `render` now and after every change beside the files `names`, until ^C; return the exit code.

    What `render` could not do leaves the last good letters as they are, so that the next change can mend it.
    """
    from watchfiles import watch as changes

    folders = sorted({str(Path(name).parent) for name in names})
    filtered = changes(
        *folders,
        watch_filter=_counts,
        debounce=_WAIT_MS,
        step=_WAIT_MS // 3,
        rust_timeout=_WAIT_MS * 2,
        yield_on_timeout=True,
        recursive=False,
    )
    try:
        next(filtered)  # only now is anybody watching, and no change is missed from here on
        render()
        print(f"watching {', '.join(names)}; ^C stops", file=sys.stderr)
        for changed in filtered:
            if changed:
                render()
    except KeyboardInterrupt as stop:  # ^C is the way in which watching ends
        return exit_code(stop) if isinstance(stop, Ended) else 0
    return 0


def _counts(_change: object, path: str) -> bool:
    return Path(path).suffix.lower() in _SOURCES

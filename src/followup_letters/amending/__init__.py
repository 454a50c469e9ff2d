"""Additions to an interview file that leave every other character of it as it was: comments, order, layout.

`record_answers` writes down which strength answers which responsibility, and `record_unanswered` which none answers;
`record_event` what has happened since, and `take_back_event` takes the last of that out again.
yaml_text.py and toml_text.py make the new text; here it is read again, and written only if it says exactly what it
said before and the addition.
"""

from __future__ import annotations

import codecs
import copy
import datetime as dt
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from followup_letters.amending.line_ends import with_ends_of, without_ends
from followup_letters.arguments import check_path, refused
from followup_letters.errors import Fault, FollowupError, InputError
from followup_letters.filing import alone_in, write_file
from followup_letters.loading import load
from followup_letters.loading.data import data_of, place_of_table
from followup_letters.loading.reading.files import SUFFIXES
from followup_letters.loading.reading.nodes import fault_at
from followup_letters.models import Event, Interview
from followup_letters.ways_to_data import is_content

_Text = Callable[[str, Any], str]


def record_answers(path: str | os.PathLike[str], interview: Interview, answers: Mapping[int, Sequence[str]]) -> Path:
    """Write `answers`, the responsibilities that each strength answers, into the file that holds the strengths.

    `interview` is what `load(path)` gave; the keys of `answers` are positions in its `candidate.strengths`. Returns
    the file that was changed: `path`, or the candidate's own. Raises InputError if the file cannot be changed so
    (R25); then it is as it was.
    """
    file, keys = _home_of("candidate", "strengths", Path(path))
    listed = _at(data_of(file), keys)
    for index in answers:
        text = interview.candidate.strengths[index].text
        _refuse_another(file, listed, index, text, ".".join(keys), f"answers beside the strength {text!r}")
    return _rewritten(
        file,
        ".".join(keys),
        lambda text, tool: tool.with_answers(text, keys, answers),
        lambda data: _answered(data, keys, answers),
        [f"strength {index + 1}: answers: {list(texts)}" for index, texts in answers.items()],
    )


def record_unanswered(path: str | os.PathLike[str], interview: Interview, needs: Collection[int]) -> Path:
    """Write `answered: false` beside the responsibilities `needs` in the file that holds them, so that none is asked
    about again (R25).

    `interview` is what `load(path)` gave; `needs` are positions in its `position.responsibilities`. Returns the file
    that was changed: `path`, or one with the position alone. Raises InputError if the file cannot be changed so, such
    as a saved posting; then it is as it was.
    """
    file, keys = _home_of("position", "responsibilities", Path(path))
    by_hand = [f"answered: false beside {interview.position.responsibilities[index].text!r}" for index in needs]
    if file.suffix.lower() not in SUFFIXES:
        raise InputError([_by_hand(file, ".".join(keys), "; ".join(by_hand))])
    listed = _at(data_of(file), keys)
    for index, told in zip(needs, by_hand, strict=True):
        _refuse_another(file, listed, index, interview.position.responsibilities[index].text, ".".join(keys), told)
    return _rewritten(
        file,
        ".".join(keys),
        lambda text, tool: tool.with_unanswered(text, keys, needs),
        lambda data: _unanswered(data, keys, needs),
        by_hand,
    )


def record_event(path: str | os.PathLike[str], event: Event) -> Path:
    """Append `event` to the `history` of the interview file `path`, and return the path (R39–R57).

    What stands there already is not written twice, as by the command: letters that went out, also on another day, a
    promise that was kept, a call or an answer of that day. Raises InputError if the file cannot be changed so; then it
    is as it was.
    """
    if isinstance(path, Interview):
        hint = "of what is in no file: interview.with_(history=(*interview.history, event))"
        raise refused("record_event(path)", path, "the path of an interview file", hint)
    _check_file(path, "record_event(path)")
    if not isinstance(event, Event):
        hint = "for example followup_letters.Event(on=…, what=…)"
        raise refused("record_event(event)", event, "an Event", hint)
    file = Path(path)
    _refuse_one_table(file)
    entry = {name: value for name, value in event.model_dump(mode="json").items() if value is not None}
    with alone_in(file.resolve().parent):  # or another program could log the same between the look and the writing
        if _is_known(file, event):
            return file
        return _rewritten_alone(
            file,
            "history",
            lambda text, tool: tool.with_event(text, entry),
            lambda data: _with_event(data, entry),
            [f"history: {entry}"],
        )


def _is_known(file: Path, event: Event) -> bool:
    """Whether the history in `file` has what `event` says; of a file that is no whole interview yet nobody can say."""
    from followup_letters.amending.known import known_already  # plans, which is much to load

    try:
        interview = load(file)
        named = interview.with_(history=(*interview.history, event)).history[-1]  # by the whole name
        return known_already(named, interview) is not None
    except FollowupError:
        return False


def take_back_event(path: str | os.PathLike[str]) -> Path:
    """Take the last event of `history` out of the interview file `path`, and return the path.

    Raises InputError if there is none, or if the file cannot be changed so; then it is as it was.
    """
    _check_file(path, "take_back_event(path)")
    file = Path(path)
    _refuse_one_table(file)
    return _rewritten(
        file,
        "history",
        lambda text, tool: tool.without_event(text),
        lambda data: _without_event(data, file),
        ["the history without its last entry"],
    )


def _check_file(path: object, field: str) -> None:
    """Raise InputError unless `path` can be that of a file, which content, with its private notes, is not."""
    check_path(path, field)
    if is_content(path):
        raise refused(field, path, "the path of an interview file", "write it into a file first")


def _rewritten(file: Path, field: str, change: _Text, expect: Callable[[Any], None], by_hand: Sequence[str]) -> Path:
    """`file` with the change to `field`, if what it then says is what it said with the expected addition.

    Of several programs of ours that change it at the same time each waits for the others; where another one has changed
    it meanwhile, it is left as that one wrote it.
    """
    with alone_in(file.resolve().parent):
        return _rewritten_alone(file, field, change, expect, by_hand)


def _rewritten_alone(
    file: Path, field: str, change: _Text, expect: Callable[[Any], None], by_hand: Sequence[str]
) -> Path:
    wanted = copy.deepcopy(data_of(file))
    typed = file.read_bytes()
    expect(wanted)
    mark = codecs.BOM_UTF8 if typed.startswith(codecs.BOM_UTF8) else b""
    try:
        text = typed.removeprefix(mark).decode()
        changed = change(without_ends(text), _tool(file))
        is_right = _alike(_with_history(data_of(file, changed)), _with_history(wanted))
    except (InputError, ValueError, LookupError, TypeError, AttributeError):
        is_right = False
    if not is_right:
        raise InputError([_by_hand(file, field, "; ".join(by_hand))])
    if file.read_bytes() != typed:
        rule = "a file that no other program changes at the same time"
        raise InputError([Fault(rule, file=str(file), hint="nothing was written; do it again", kind="file")])
    write_file(file.resolve(), mark + with_ends_of(text, changed).encode(), overwrite=True)
    return file


def _tool(file: Path) -> Any:
    if file.suffix.lower() == ".toml":
        from followup_letters.amending import toml_text

        return toml_text
    from followup_letters.amending import yaml_text

    return yaml_text.JSON if file.suffix.lower() == ".json" else yaml_text.YAML


def _home_of(section: str, entry: str, file: Path) -> tuple[Path, tuple[str, ...]]:
    """The file that holds the list `entry` of a section of the interview file, and the way to it there."""
    named = data_of(file).get(section)
    return (file.parent / named.strip(), (entry,)) if isinstance(named, str) else (file, (section, entry))


def _refuse_another(file: Path, listed: Any, index: int, text: str, field: str, by_hand: str) -> None:
    """Refuse a file whose list is not the one that was loaded, such as a résumé in another form."""
    found = listed[index] if isinstance(listed, list) and index < len(listed) else None
    if text not in (found, found.get("text") if isinstance(found, dict) else None):
        raise InputError([_by_hand(file, field, by_hand)])


def _by_hand(file: Path, field: str, what: str) -> Fault:
    rule = "a file that can be added to without changing the rest"
    return Fault(rule, field=field, file=str(file), hint=f"write by hand: {what}", kind="file")


def _at(data: Any, keys: Sequence[str]) -> Any:
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _answered(data: Any, keys: Sequence[str], answers: Mapping[int, Sequence[str]]) -> None:
    listed = _at(data, keys)
    for index, texts in answers.items():
        strength = listed[index] if isinstance(listed[index], dict) else {"text": listed[index]}
        before = strength.get("answers") or []
        strength["answers"] = [*([before] if isinstance(before, str) else before), *texts]
        listed[index] = strength


def _unanswered(data: Any, keys: Sequence[str], needs: Collection[int]) -> None:
    listed = _at(data, keys)
    for index in needs:
        need = listed[index] if isinstance(listed[index], dict) else {"text": listed[index]}
        listed[index] = need | {"answered": False}


_AS_LIST = {
    ".toml": "write [[history]] in place of [history]",
    ".json": "put [ before it and ] behind it",
}


def _refuse_one_table(file: Path) -> None:
    """Refuse a history that is one entry and no list, as loading takes it: nothing stands beside it."""
    if place := place_of_table(file, "history"):
        hint = _AS_LIST.get(file.suffix.lower(), "write it in a line below history: as - {on: …, what: …}")
        raise InputError([fault_at(place, "a list of entries", field="history", found="one entry", hint=hint)])


def _with_event(data: Any, entry: Mapping[str, str]) -> None:
    data["history"] = [*(data.get("history") or []), dict(entry)]


def _without_event(data: Any, file: Path) -> None:
    if not data.get("history"):
        rule = "a history with an entry to take back"
        raise InputError([Fault(rule, field="history", found="none", file=str(file), hint="nothing was logged yet")])
    data["history"] = data["history"][:-1]


def _with_history(data: Any) -> Any:
    """`data` as it says that nothing has happened: with a history that is empty, whether that is left out or not."""
    return {**data, "history": data.get("history") or []} if isinstance(data, dict) else data


def _alike(one: Any, other: Any) -> bool:
    """True if both say the same; a date of TOML, and a yes or no, say what their text says, and so does a text with
    other line breaks at its end: the last of a file may have none, and what follows it there gives it one."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    return bool(_said(one) == _said(other))


def _said(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()  # as a reader that keeps what was typed gives it
    if isinstance(value, str):
        return value.rstrip("\n")
    return value.isoformat() if isinstance(value, dt.date) else value

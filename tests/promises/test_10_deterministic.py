"""Promise 10: the same interview gives the same bytes, whatever zone, locale, hash seed, clock and process."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import followup_letters as fl

from .stage import EVERYTHING, by_email, command

HASHES = """
import datetime, hashlib, json, sys
import followup_letters as fl
told = {}
for name in ("post", "mail"):
    for letter in fl.compose(fl.load(f"{name}.json")):
        for format in ("docx", "html", "txt", "pdf" if name == "post" else "eml"):
            told[f"{letter.recipient.name} {name} {format}"] = hashlib.sha256(letter.render(format)).hexdigest()
    plan = fl.plan(fl.load(f"{name}.json"), today=datetime.date(2026, 11, 19))
    told[name + " calendar"] = hashlib.sha256(plan.ics()).hexdigest()
print(json.dumps(told))
sys.exit()
"""

# A clock that stands in another century, for what asks Python; and one that differs from call to call.
CLOCK = """
import datetime, itertools, time
ticks = itertools.count(4_000_000_000, 86_399)
time.time = lambda: next(ticks) / 1
time.time_ns = lambda: next(ticks) * 10**9
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(next(ticks), tz)
    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(next(ticks))
datetime.datetime = Later
"""

WORLDS = {
    "plain": {},
    "east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1", "HOME": "/nonexistent"},
    "west": {"TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4294967295", "COLUMNS": "20"},
}


def test_the_same_letters_in_every_world(tmp_path: Path) -> None:
    (tmp_path / "post.json").write_text(json.dumps(EVERYTHING), "utf-8")
    (tmp_path / "mail.json").write_text(json.dumps(by_email(EVERYTHING)), "utf-8")
    told = {}
    for name, world in WORLDS.items():
        done = command(cwd=tmp_path, code=(CLOCK if name == "west" else "") + HASHES, **world)
        assert done.returncode == 0, done.stderr
        told[name] = json.loads(done.stdout)
    assert len(told["plain"]) == 18
    assert told["east"] == told["plain"]
    assert told["west"] == told["plain"]


def test_the_order_of_the_keys_of_a_file_changes_nothing() -> None:
    def turned(value: object) -> object:
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(value)}
        return [turned(item) for item in value] if isinstance(value, list) else value

    first, second = (
        [hashlib.sha256(letter.render("docx")).hexdigest() for letter in fl.compose(fl.load(data))]
        for data in (EVERYTHING, turned(EVERYTHING))
    )
    assert first == second

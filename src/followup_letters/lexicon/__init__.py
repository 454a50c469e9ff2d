"""The word tables: readable text files beside this module, read once each and never changed.

A line starting with # is a comment. Nothing is decided here; `wording` says what a word's presence proves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from followup_letters.once import once


@dataclass(frozen=True, slots=True)
class Verbs:
    """Every form of every verb in verbs.txt, each mapped to its base form."""

    base: Mapping[str, str]
    past: Mapping[str, str]
    third: Mapping[str, str]
    gerund: Mapping[str, str]


@cache
def words(*tables: str) -> frozenset[str]:
    """All words of the `tables`.txt, however they stand in lines."""
    return frozenset(word for table in tables for line in _lines(table) for word in line.split())


@cache
def lines(table: str) -> tuple[str, ...]:
    """The lines of `table`.txt, each a phrase."""
    return tuple(_lines(table))


@cache
def phrases(table: str) -> Mapping[str, frozenset[str]]:
    """The lines of `table`.txt as first word → the words that may follow it; lines with one first word add up."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines(table):
        first, *rest = line.split()
        found[first] = found.get(first, frozenset()) | frozenset(rest)
    return found


@cache
def names(table: str) -> Mapping[str, frozenset[str]]:
    """The lines of `table`.txt, "name: other, other", as name → what it is called otherwise."""
    split = (line.partition(":") for line in _lines(table))
    return {name: frozenset(other.strip() for other in others.split(",")) for name, _, others in split}


@once
def verbs() -> Verbs:
    """The verb table with its regular forms spelled out."""
    base, past, third, gerund = (dict[str, str]() for _ in range(4))
    for line in _lines("verbs"):
        verb, *given = line.split()
        base[verb] = verb
        third[third_person(verb)] = verb
        if not given:  # most are regular, and this is read before a first letter is written
            past[_regular_past(verb)] = verb
            gerund[_gerund(verb)] = verb
            continue
        pasts = [form for form in given if not form.endswith("ing")] or [_regular_past(verb)]
        past.update((form, verb) for form in pasts)
        spelled = [form for form in given if form.endswith("ing")]
        gerund.update((form, verb) for form in spelled or _gerunds(verb, pasts))
    return Verbs(base, past, third, gerund)


def third_person(verb: str) -> str:
    """The form after "she": manage → manages, carry → carries, reach → reaches."""
    if verb == "be":
        return "is"
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _regular_past(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def _gerunds(verb: str, pasts: list[str]) -> set[str]:
    """Both spellings if the past has both (labelled, labeled); else the one the past shows."""
    doubled = verb + verb[-1]
    found = {doubled + "ing" for form in pasts if form == doubled + "ed"}
    if not found or verb + "ed" in pasts:
        found.add(_gerund(verb))
    return found


def _gerund(verb: str) -> str:
    """The form in -ing that doubles no letter: manage → managing, see → seeing."""
    drops_e = verb.endswith("e") and not verb.endswith(("ee", "oe", "ye"))
    return (verb[:-1] if drops_e else verb) + "ing"


def _lines(table: str) -> list[str]:
    text = files(__package__).joinpath(f"{table}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]

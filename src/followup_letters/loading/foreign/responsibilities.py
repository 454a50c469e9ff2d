"""The responsibilities in the text of a job posting: which lists it has, and which of them say what the job is for.

A list belongs to the line above it; the words of that line decide. Nothing is reworded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from followup_letters.loading.foreign.html_pages import shown_lines
from followup_letters.wording.needs.whole_list import infinitives

_LONGEST_HEADING = 120  # characters; of a longer line the end, and of several sentences the last
_BULLET = re.compile(r"^(?:[•·▪◦‣●○■*–—-]+\s+|\(?\d{1,2}[.)]\s+|[•·▪●])")
_SENTENCE = re.compile(r"(?<=[^\W_]{2}[.!?;])\s+(?=[^\W\d_a-z])")  # not after "e.g." and "J."
_OF_THE_WORK = re.compile(
    r"responsib|\bdut(?:y|ies)\b|accountab|\btasks?\b|day[- ]to[- ]day|\bjob description\b"
    r"|what (?:you|we|they)\W{0,3}(?:ll| will| would)?\s*(?:be )?(?:do|doing|own|work)|\byou(?:\W?ll| will)\b"
    r"|\byour (?:role|work|mission|job|day)\b|\b(?:the|about the|key|main) (?:role|job|work|activities|functions)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"requir|qualif|benefit|offer|perk|\bskills?\b|\bexperience\b|\bneed\b|\bmust\b|\bbring\b|\babout (?:you|us)\b"
    r"|who you are|nice to have|bonus|looking for|\bhave\b|\bprofile\b|\bget\b|why |salary|apply",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Listing:
    """A list in a text, and the line above it."""

    heading: str
    items: tuple[str, ...]

    @property
    def is_about_the_work(self) -> bool:
        """Whether the line above says that these are the responsibilities."""
        return bool(_OF_THE_WORK.search(self.heading)) and not _OF_OTHERS.search(self.heading)

    @property
    def is_about_others(self) -> bool:
        """Whether the line above says that these are something else: what they ask for, what they offer."""
        return bool(_OF_OTHERS.search(self.heading))


def listings_in(text: str) -> list[Listing]:
    """The lists of a text, plain or HTML, in order."""
    listings: list[Listing] = []
    heading, items = "", []
    for line in [*shown_lines(text), ""]:
        bullet = _BULLET.match(line)
        if bullet:
            items.append(_trimmed(line[bullet.end() :]))
            continue
        if told := tuple(filter(None, items)):
            listings.append(Listing(heading, told))
        heading, items = re.split(r"[.:]\s", line.rstrip(" :"))[-1][-_LONGEST_HEADING:], []
    return listings


def entries_of(text: str) -> list[str]:
    """What a text of responsibilities lists: its bullets, or else its lines, or else its sentences."""
    lines = shown_lines(text)
    if listings := listings_in(text):
        return [item for listing in listings for item in listing.items]
    lines = [line for line in lines if not line.endswith(":")]
    parts = lines if len(lines) > 1 else [part for line in lines for part in _SENTENCE.split(line)]
    return [part for part in map(_trimmed, parts) if part]


def responsibilities_in(text: str) -> tuple[list[tuple[str, str]], list[Listing]]:
    """The responsibilities among the lists of a text, each with the line above, and the lists that are left.

    A text with one list only, whose heading says nothing else, means that one if every entry of it is something to do.
    """
    listings = listings_in(text)
    chosen = [listing for listing in listings if listing.is_about_the_work]
    if not chosen and len(listings) == 1 and not listings[0].is_about_others and all(infinitives(listings[0].items)):
        chosen = listings
    found = [(item, listing.heading) for listing in chosen for item in listing.items]
    return found, [listing for listing in listings if listing not in chosen]


def _trimmed(item: str) -> str:
    return _BULLET.sub("", item.strip()).rstrip(" ;,").removesuffix(" and").rstrip(" ;,")

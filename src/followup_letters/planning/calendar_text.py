"""A text as a calendar file holds it (RFC 5545, section 3.3.11); loaded only by who writes one."""

from __future__ import annotations

from icalendar import vText

_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


class CalendarText(vText):
    r"""A text that every reader gets as typed; icalendar takes the `\N` of "C:\Network" for the end of a line."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        """The text escaped, each sign of it once."""
        return str(self).translate(_ESCAPED).encode()

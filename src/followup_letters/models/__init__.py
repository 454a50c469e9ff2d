"""The nouns: what the user tells us, exactly as the interview file says it.

Every model is frozen and refuses unknown keys. A text is kept as it was typed, character for character; only
white space around it is dropped. Where a text ends up inside a sentence of a letter, its description gives the
sentence that it finishes. Nothing is decided here: see deciding.py. Each module holds a section of the file.
"""

from followup_letters.models.candidate import Candidate, Signature, Strength
from followup_letters.models.interview import Event, Interview, Meeting
from followup_letters.models.job import Company, Position, Responsibility
from followup_letters.models.outlook import News, OtherOffer, Outlook, Problem, Reservation
from followup_letters.models.people import Card, Person
from followup_letters.models.settings import Copy, Letterhead, LetterSettings

__all__ = [
    "Candidate",
    "Card",
    "Company",
    "Copy",
    "Event",
    "Interview",
    "LetterSettings",
    "Letterhead",
    "Meeting",
    "News",
    "OtherOffer",
    "Outlook",
    "Person",
    "Position",
    "Problem",
    "Reservation",
    "Responsibility",
    "Signature",
    "Strength",
]

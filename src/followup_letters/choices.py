"""The choices from a few words that an interview file can make."""

from __future__ import annotations

import re
from enum import StrEnum


class Choice(StrEnum):
    """A choice from a few words, read without regard to case, hyphens or underscores."""

    @classmethod
    def _missing_(cls, value: object) -> Choice | None:
        wanted = re.sub(r"[\s_-]+", " ", str(value)).strip().casefold()
        return next((member for member in cls if re.sub(r"[\s_-]+", " ", member.value).casefold() == wanted), None)


class LetterKind(Choice):
    """The two kinds of letter (R11)."""

    COURTESY = "courtesy"
    PURSUE = "pursue"


class Role(Choice):
    """What a person was to you on the day; decides who gets which letter (R1–R4, X4)."""

    HIRING_MANAGER = "hiring manager"
    PERSONNEL = "personnel"
    RECRUITER = "recruiter"
    PANEL = "panel"
    EXECUTIVE = "executive"
    OTHER = "other"


class Level(Choice):
    """The level of the job; decides when the letter goes out (R8–R10)."""

    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    EXECUTIVE = "executive"


class How(Choice):
    """How you met."""

    ON_SITE = "on site"
    VIDEO = "video"
    PHONE = "phone"


class Language(Choice):
    """The English of the letter: dates, punctuation, closes and the spelling of our own words."""

    EN_US = "en-US"
    EN_GB = "en-GB"


class Paper(Choice):
    """The sheet."""

    LETTER = "letter"
    A4 = "a4"


class Medium(Choice):
    """How the letter travels."""

    POST = "post"
    EMAIL = "email"


class Action(Choice):
    """What has happened since the interview."""

    WROTE = "wrote"
    CALLED = "called"
    EMAILED = "emailed"
    RESEARCHED = "researched"
    MET = "met"
    HEARD = "heard from them"


class Response(Choice):
    """What the other side answered (R35–R57, X1–X3)."""

    HIRED_SOMEONE_ELSE = "hired someone else"
    RESERVATION = "reservation"
    RESERVATION_SETTLED = "reservation settled"
    RESERVATION_STANDS = "reservation stands"
    STRONG_CANDIDATE = "strong candidate"
    NO_DECISION_YET = "no decision yet"
    NOT_RECEIVED = "not received"
    VOICEMAIL = "voicemail"
    ASSISTANT = "assistant"
    MEETING_SET = "meeting set"
    OFFER_RECEIVED = "offer received"
    ASKED_NOT_TO_CALL = "asked not to call"
    MAY_CALL = "may call"
    MAY_NOT_CALL = "may not call"

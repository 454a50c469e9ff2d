"""The choices from a few words that an interview file can make."""

from __future__ import annotations

import re
from enum import EnumType, StrEnum
from typing import TYPE_CHECKING, Any, get_args

_BETWEEN = re.compile("[ \t\n\r\u00a0_-]+")  # and no control character, which is to be refused


_MOST_TOLD = 20  # words of a choice


class _Listed(EnumType):
    """Lists of a choice what can be chosen, so that `help` is about that and not about texts."""

    def __dir__(cls) -> list[str]:
        return list(cls._member_names_)

    if not TYPE_CHECKING:  # or type checkers would not know what it makes

        def __getattr__(cls, name):
            """Severity.NOTE has the word of INFO; what is no choice at all is told with those there are."""
            members = cls.__dict__.get("_member_map_", {})  # Python asks for them by this way, too
            if name in members:
                return members[name]
            if name.startswith("_"):
                raise AttributeError(name)
            meant = cls._missing_(name)
            hint = f"did you mean {meant.name}?" if meant else f"there are: {', '.join(members)}"
            raise AttributeError(f"{cls.__name__} has no {name}; {hint}")

        def __call__(cls, *given, **named):
            """What cannot say what it is names no choice: Enum asks it for its error."""
            try:
                return super().__call__(*given, **named)
            except (ValueError, TypeError):
                raise
            except Exception:
                raise ValueError(f"no {cls.__name__}") from None


class Choice(StrEnum, metaclass=_Listed):
    """A choice from a few words, read without regard to case, hyphens or underscores."""

    def __init_subclass__(cls) -> None:
        """Add the words to choose from to what is said of the choice, for `help` and for the schema."""
        super().__init_subclass__()
        cls.__doc__ = " ".join(filter(None, [cls.__doc__, words_of(cls)]))

    @classmethod
    def _missing_(cls, value: object) -> Choice | None:
        wanted = _BETWEEN.sub(" ", str(value)).strip(" ").casefold()
        return next((member for member in cls if _BETWEEN.sub(" ", member.value).casefold() == wanted), None)


def words_of(choice: type[Choice]) -> str:
    """The words of `choice` in a sentence; empty where they are more than anybody reads."""
    return f"One of: {', '.join(choice)}." if len(choice) <= _MOST_TOLD else ""


def choice_in(annotation: Any) -> type[Choice] | None:
    """The choice that a field with this annotation holds, if it holds one alone."""
    kinds = (annotation, *get_args(annotation))
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Choice)), None)


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


class Layout(Choice):
    """How the parts of the letter stand on the sheet."""

    US_BLOCK = "us-block"
    US_MODIFIED_BLOCK = "us-modified-block"
    UK = "uk"
    DIN5008_B = "din5008-b"
    PLAIN = "plain"


class Face(Choice):
    """What the letter is set in."""

    XCHARTER = "XCharter"
    EB_GARAMOND = "EB Garamond"
    LATO = "Lato"


class Medium(Choice):
    """How the letter travels."""

    POST = "post"
    EMAIL = "email"


class Action(Choice):
    """What has happened since the interview."""

    WROTE = "wrote"
    CALLED = "called"
    EMAILED = "emailed"
    KEPT = "kept a promise"
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
    LEADS_GIVEN = "leads given"
    NO_LEADS = "no leads"


class FindingId(Choice):
    """What checking may find; these ids never change. docs/findings.md says what each means."""

    THANKS = "thanks"
    SUBORDINATE = "subordinate"
    SELLS_IN_COURTESY = "sells-in-courtesy"
    NO_MEMORY = "no-memory"
    GENERIC = "generic"
    SHARED_SENTENCE = "shared-sentence"
    SIMILAR = "similar"
    DETAIL_TWICE = "detail-twice"
    PART_ORDER = "part-order"
    INTEREST_MISSING = "interest-missing"
    INTEREST_UNKNOWN = "interest-unknown"
    OWN_GAIN = "own-gain"
    NO_MATCH = "no-match"
    ANSWER_UNRESOLVED = "answer-unresolved"
    ANSWER_DOUBLED = "answer-doubled"
    ANSWER_UNSURE = "answer-unsure"
    UNTRACED_CLAIM = "untraced-claim"
    IDEA_LEAK = "idea-leak"
    PRIVATE_LEAK = "private-leak"
    TOO_MANY_DUTIES = "too-many-duties"
    EMPTY_CLAIM = "empty-claim"
    CLICHE = "cliche"
    STARTS_WITH_I = "starts-with-i"
    REPEATED_OPENING = "repeated-opening"
    EXCLAMATION = "exclamation"
    OVER_A_PAGE = "over-a-page"
    TIGHTENED = "tightened"
    LETTERHEAD_OVER_A_PAGE = "letterhead-over-a-page"
    LETTERHEAD_TEXT = "letterhead-text"
    SENDER_TWICE = "sender-twice"
    PICTURE_UNTOLD = "picture-untold"
    OFF_THE_PAGE = "off-the-page"
    MISSING_GLYPH = "missing-glyph"
    STYLE_UNUSED = "style-unused"
    NOTHING_SAID = "nothing-said"
    STILL_OURS = "still-ours"
    LENGTH = "length"
    LONG_SENTENCE = "long-sentence"
    UNPROVED_FORM = "unproved-form"
    UNTOLD = "untold"
    SHOUTING = "shouting"
    DOUBLE_PUNCTUATION = "double-punctuation"
    SENTENCE_SMALL = "sentence-small"
    PLACEHOLDER = "placeholder"
    STARTER_LEFT = "starter-left"
    NAME_UNCONFIRMED = "name-unconfirmed"
    NAME_MISMATCH = "name-mismatch"
    NAME_SMALL = "name-small"
    NAME_ASIDE = "name-aside"
    PLACE_BARE = "place-bare"
    LENGTH_SHORT = "length-short"
    TITLE_MISSING = "title-missing"
    TITLE_MISMATCH = "title-mismatch"
    GENDER_GUESS = "gender-guess"
    GENERIC_SALUTATION = "generic-salutation"
    NAME_UNUSED = "name-unused"
    COURTESY_IN_NAME = "courtesy-in-name"
    CLOSE_PAIR = "close-pair"
    ADDRESS_MISSING = "address-missing"
    ADDRESS_JOINED = "address-joined"
    QUOTE_UNPAIRED = "quote-unpaired"
    QUOTE_CURLED = "quote-curled"
    ENTITY_LEFT = "entity-left"
    PHONE_BARE = "phone-bare"
    LANGUAGE_UNSET = "language-unset"
    LATE = "late"
    JOB_FILLED = "job-filled"
    EARLY_FOR_SENIOR = "early-for-senior"
    CALL_DATE = "call-date"
    PUBLIC_HOLIDAY = "public-holiday"
    PROMISE_PAST = "promise-past"
    PROMISE_WEEKDAY = "promise-weekday"
    PROMISE_ENCLOSED = "promise-enclosed"
    OFFER_EXPIRED = "offer-expired"
    OFFER_THREAT = "offer-threat"
    BLUFF = "bluff"
    NEGATIVE_ECHO = "negative-echo"
    OMITTED_TOO_LONG = "omitted-too-long"
    RECIPIENT_OMITTED = "recipient-omitted"
    COPY_TO_INTERVIEWER = "copy-to-interviewer"
    RECIPIENT_UNMET = "recipient-unmet"
    KIND_CONFLICT = "kind-conflict"
    VIGOROUS_UNSURE = "vigorous-unsure"
    PLAN_BELOW_MINIMUM = "plan-below-minimum"
    FIGURES_DISAGREE = "figures-disagree"
    NO_QUESTIONS = "no-questions"
    NO_RESEARCH = "no-research"
    OLD_NEWS = "old-news"
    ODD_DATE = "odd-date"
    WHOLE_SENTENCE = "whole-sentence"
    THIRD_PERSON = "third-person"


ALWAYS_TOLD = (FindingId.PRIVATE_LEAK, FindingId.IDEA_LEAK)
"""Findings that hold a promise, which nobody switches off."""

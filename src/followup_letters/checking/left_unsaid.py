"""What stands in no letter, and why: strengths, doubts without an answer, points to make clear, what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.spotting import quoted
from followup_letters.checking.table import Remark
from followup_letters.choices import Role
from followup_letters.matching import match
from followup_letters.matching.items import by_importance
from followup_letters.models.outlook import Reservation
from followup_letters.wording.concerns import echoed, points_back
from followup_letters.wording.made_clear import point_as_said_to, spoken_of_in

_QUOTED = 50  # characters


def strengths_unsaid(case: Case, left: Mapping[int, str]) -> Iterator[Remark]:
    """The strengths `left`, by their places and as quoted: those whose need is told in no letter, each with that need,
    and those that answer none.
    """
    responsibilities, strengths = case.interview.position.responsibilities, case.interview.candidate.strengths
    pairs = match(responsibilities, strengths, limit=len(responsibilities)) if responsibilities else ()
    said = {pair.strength_index: pair for pair in pairs if strengths[pair.strength_index].answers}
    for index in sorted(left.keys() & said.keys()):
        message = f"in no letter: {left[index]}; it answers {quoted(said[index].responsibility, _QUOTED)}, and"
        is_first = said[index].responsibility_index == by_importance(responsibilities)[0]
        way = "a letter tells of three needs at most; move that one up, or give it `importance: 1`"
        way = "these letters have no place for that need" if is_first else way
        yield Remark(f"{message} {way}", field=f"candidate.strengths[{index}]")
    others = [text for index, text in left.items() if index not in said]
    if others:
        way = "to have one told, say which need it `answers`, one that no other strength answers"
        yield Remark(f"in no letter: {', '.join(others)}; {way}", field="candidate.strengths")


def doubts_unanswered(case: Case) -> Iterator[Remark]:
    """Each reservation to which no letter says anything: most often for want of an answer."""
    for index, doubt in enumerate(case.interview.outlook.reservations):
        field, concern = f"outlook.reservations[{index}]", quoted(doubt.concern, _QUOTED)
        if doubt.answer is None:
            message = f"no letter answers the doubt {concern}, and the call sheet has no answer to it either"
            yield Remark(f"{message}; give its `answer`, as it follows “I”", field=field)
        elif f"{field}.answer" not in case.printed:
            message = f"in no letter: the answer to {concern}; {_why_not_answered(case, doubt)}"
            yield Remark(f"{message}; it is on the call sheet", field=f"{field}.answer")


def _why_not_answered(case: Case, doubt: Reservation) -> str:
    """Why no letter answers `doubt`."""
    by, pointing = doubt.by, points_back(doubt.answer or "")
    if pointing and echoed(doubt.concern) is None:
        return f"its “{pointing}” points back to the doubt, which a letter does not repeat; name what it means"
    theirs = next((reading for reading in case.letters if reading.letter.recipient.name == by), None)
    if theirs is None and by in {person.name for person in case.interview.people}:
        return f"no letter goes to {by}, who voiced it"
    if theirs and not any(used.startswith("outlook.reservations") for used in theirs.used):
        return f"the letter to {by} answers no doubts"
    return "a letter answers one doubt at most, its reader's"


def points_unsaid(case: Case) -> Iterator[Remark]:
    """Each point to make clear that the letter to its person does not make, with the reason."""
    for reading in case.letters:
        field, point = f"{reading.person_field}.clarify", reading.letter.recipient.clarify
        if point and field not in reading.used:
            yield Remark(f"in no letter: {quoted(point, _QUOTED)}; {_why_not_made_clear(reading)}", field=field)


def own_words_unsaid(case: Case) -> Iterator[Remark]:
    """What was written for one reader alone and that reader's letter does not print, as templates of one's own may."""
    for reading in case.letters:
        field, words = f"{reading.person_field}.own_words", reading.letter.recipient.own_words
        if words and field not in reading.used:
            yield Remark(f"in no letter: {quoted(words, _QUOTED)}; your templates have no place for it", field=field)


def _why_not_made_clear(reading: Reading) -> str:
    reader = reading.letter.recipient
    letter = f"the letter to {reader.name}"
    if reader.clarify and point_as_said_to(reader.clarify, reader.courtesy_title) is None:
        return f"it speaks of “{spoken_of_in(reader.clarify)}”, who may be somebody else, and not to its reader"
    if any(field.startswith("outlook.reservations") for field in reading.used):
        return f"{letter} answers a doubt instead, and has room for one such thing"
    return f"{letter} has no place for it"


def omitted_unsaid(case: Case) -> Iterator[Remark]:
    """The omitted items that no letter says, each with the reason."""
    by_reason: dict[str, list[str]] = {}
    for index, text in enumerate(case.interview.outlook.omitted):
        if f"outlook.omitted[{index}]" not in case.printed:
            reason = "a set says one thing that was left out" if index else _why_not_the_first(case)
            by_reason.setdefault(reason, []).append(quoted(text, _QUOTED))
    for reason, items in by_reason.items():
        yield Remark(f"in no letter: {', '.join(items)}; {reason}", field="outlook.omitted")


def _why_not_the_first(case: Case) -> str:
    """What the first omitted item gives way to: a letter says one thing more, an answer before a point to clear up."""
    managers = [reading for reading in case.letters if reading.role is Role.HIRING_MANAGER]
    managers = managers or [reading for reading in case.letters if reading.role is Role.EXECUTIVE]
    if not managers:
        return "only a letter to a hiring manager, or to an executive, says what was left out"
    letter, used = f"the letter to {managers[0].letter.recipient.name}", managers[0].used
    if any(field.startswith("outlook.reservations") for field in used):
        return f"{letter} answers a doubt instead, and has room for one such thing"
    if f"{managers[0].person_field}.clarify" in used:
        return f"{letter} makes a point clear instead, and has room for one such thing"
    return "a set says one thing that was left out"

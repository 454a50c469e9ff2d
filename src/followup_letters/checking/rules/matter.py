"""What a letter says: a memory, and the interest where there is one; and nothing that contradicts the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from followup_letters import lexicon
from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.spotting import quoted, runs, spots, words_of
from followup_letters.checking.table import Notes, Remark, Scope, Words, rule
from followup_letters.choices import FindingId as Id
from followup_letters.choices import LetterKind, Role
from followup_letters.deciding import decide
from followup_letters.documents import PHRASE_WORDS
from followup_letters.matching.terms import stems_of
from followup_letters.models import Outlook
from followup_letters.patterns import pattern
from followup_letters.templates_folder import emptied, folder_of, place_with
from followup_letters.templating.values import article_apart
from followup_letters.wording.grammar.own_clauses import has_its_own_clause
from followup_letters.wording.grammar.phrases import spoken_of
from followup_letters.wording.grammar.to_the_reader import as_said_to
from followup_letters.wording.lead_ins import without_lead_in
from followup_letters.wording.names import running_name

_CALLS = frozenset("facetime skype teams webex whatsapp zoom".split())  # which nobody writes with a capital in haste
_SAYS_INTEREST = {Role.HIRING_MANAGER, Role.PERSONNEL, Role.EXECUTIVE, Role.RECRUITER}

_SHORT = pattern(r"\b(?:hrs?|mins?)\b|\d\s?(?:h|m|hrs?|mins?)(?![a-z])", re.IGNORECASE)
_HOURS_AND_MINUTES = pattern(
    r"(?:(\d+(?:[.,]\d+)?)\s?h(?:rs?|ours?)?\.?(?:,? and |, | )?)?(?:(\d+)(?:\s?m(?:ins?|inutes?)?\.?)?)?",
    re.IGNORECASE,
)
_TIME = r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight)"
_FROM_TO = pattern(rf"(?:from )?{_TIME} ?(?:-|–|—|to|till|until) ?{_TIME}", re.IGNORECASE)


@rule(
    Id.SELLS_IN_COURTESY,
    Severity.ERROR,
    "R21",
    Scope.LETTER,
    bad=Words("I led the SAP migration for 140 users with no lost shift.", kind="courtesy"),
    good=Words("I enjoyed talking about the mis-sorts at Joliet.", kind="courtesy"),
)
def sells_in_courtesy(reading: Reading, case: Case) -> Iterator[Remark]:
    """A courtesy letter does not sell: no strength of yours stands in it."""
    if not reading.is_courtesy:
        return
    for index, strength in enumerate(case.interview.candidate.strengths):
        field = f"candidate.strengths[{index}]"
        told = runs(strength.text, PHRASE_WORDS)
        for part in reading.body:
            ours = field in {piece.field for piece in part.pieces} or told & runs(part.own, PHRASE_WORDS)
            if ours or told & runs(part.text, PHRASE_WORDS):
                message = f"{quoted(part.text)} sells: it tells of {quoted(strength.text)}; leave that out"
                yield Remark(message, "body", part.text, field, None if ours else Severity.WARNING)


@rule(
    Id.NO_MEMORY,
    Severity.WARNING,
    "R20",
    Scope.LETTER,
    bad=Notes("people: [{name: Priya Raman, card: {name: Priya Raman}, title: Director}]", kind="courtesy"),
    good=Notes(
        "people: [{name: Priya Raman, card: {name: Priya Raman}, title: Director, talked_about: the mis-sorts}]",
        kind="courtesy",
    ),
)
def no_memory(reading: Reading, case: Case) -> Iterator[Remark]:
    """A courtesy letter holds one concrete memory, so that its writer is remembered."""
    if reading.is_courtesy and not _has_detail(reading, case):
        name = reading.letter.recipient.name
        message = f"nothing in the letter reminds {name} of your talk; {_give_a_topic(reading, case)}"
        yield Remark(message, "body", field=f"{reading.person_field}.talked_about")


@rule(
    Id.PLACE_BARE,
    Severity.WARNING,
    "R15",
    Scope.LETTER,
    bad=Notes("interview: {date: 2026-11-18, place: Springfield}"),
    good=Notes("interview: {date: 2026-11-18, place: at your Joliet depot}"),
)
def place_bare(reading: Reading, case: Case) -> Iterator[Remark]:
    """Where you met is noted as it follows "We met": a name alone may be a town, in which, or a house, at which.

    Nothing is told of the place, because the sentence goes on after it.
    """
    told = case.interview.interview.place or ""
    if reading is case.letters[0] and has_its_own_clause(told):
        message = f"{quoted(told)} tells something of the place, and is in no letter; write where it is alone"
        yield Remark(f"{message}, such as “at your Joliet depot”", "body", field="interview.place")
    for before, place in (pair for part in reading.parts for pair in pairwise(part.pieces)):
        if place.field == "interview.place" and before.text.endswith("at ") and _is_bare(place.text):
            message = f"{quoted(place.text)} stands alone, and is said with “at” before it"
            message = f"{message}; write it as it follows “We met”, such as “in Joliet” or “on Zoom”"
            yield Remark(message, "body", field=place.field)


def _is_bare(place: str) -> bool:
    """True for a name, for what carries a call, and for how one meets: "Joliet", "zoom", "virtually"."""
    first = place.split(" ")[0]
    return first.istitle() or first.lower() in _CALLS or first.endswith("ly")


@rule(
    Id.LENGTH_SHORT,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Notes("interview: {date: 2026-11-18, lasted: 2 hrs}"),
    good=Notes("interview: {date: 2026-11-18, lasted: two hours}"),
)
def length_short(case: Case) -> Iterator[Remark]:
    """How long it lasted is noted as it follows "You gave me": without shorthand, and not as two times of the day."""
    lasted = case.interview.interview.lasted or ""
    if has_its_own_clause(without_lead_in(lasted, "interview.lasted")):
        message = f"{quoted(lasted)} tells something of the time, and is in no letter; write how long it was alone"
        yield Remark(f"{message}, such as “an hour and a half”", field="interview.lasted")
        return
    if _SHORT.search(lasted):
        message = f"{quoted(lasted)} is shorthand, which a letter would print as it is, or leave out"
    elif _FROM_TO.fullmatch(lasted):
        message = f"{quoted(lasted)} says when it was, and a letter says how long"
    else:
        return
    written = _written_out(lasted)
    way = f"“{written}”" if written else "such as “an hour and a half”"
    yield Remark(f"{message}; write it as it follows “You gave me”, {way}", field="interview.lasted")


def _written_out(lasted: str) -> str:
    """`lasted` in whole words, where it is hours and minutes and nothing more; empty where it is not."""
    said = _HOURS_AND_MINUTES.fullmatch(lasted)
    hours, minutes = said.groups() if said else (None, None)
    told = [_so_many(hours, "an hour", "hours"), _so_many(minutes, "a minute", "minutes")]
    return " and ".join(part for part in told if part)


def _so_many(number: str | None, one: str, many: str) -> str:
    """So many of something; empty for none."""
    return "" if not number else one if number == "1" else f"{number} {many}"


@rule(
    Id.GENERIC,
    Severity.WARNING,
    "R23",
    Scope.LETTER,
    bad=Notes("people: [{name: Priya Raman, card: {name: Priya Raman}, title: Director}]"),
    good=Notes(
        "people: [{name: Priya Raman, card: {name: Priya Raman}, title: Director, talked_about: the mis-sorts}]"
    ),
)
def generic(reading: Reading, case: Case) -> Iterator[Remark]:
    """A letter holds a detail of the talk with its reader, so that it could have gone to nobody else."""
    if not reading.is_courtesy and not _has_detail(reading, case):
        name = reading.letter.recipient.name
        message = f"the letter to {name} could have gone to anybody; {_give_a_topic(reading, case)}"
        yield Remark(message, "body", field=f"{reading.person_field}.talked_about")


@rule(
    Id.INTEREST_MISSING,
    Severity.ERROR,
    "R26",
    Scope.LETTER,
    bad=Words("I enjoyed meeting you on Wednesday.\n\nI led the SAP migration for 140 users with no lost shift."),
    good=Words("I enjoyed meeting you on Wednesday.\n\nI would like this job, and I would like to do it at Northwind."),
)
def interest_missing(reading: Reading, case: Case) -> Iterator[Remark]:
    """A pursue letter concludes with the interest in the job and in the company."""
    reasons = any(field.startswith("outlook.reasons") for field in reading.used)
    if reading.is_courtesy or reading.role not in _SAYS_INTEREST or reasons:
        return
    company = article_apart(case.interview.company)
    names = {company.name, company.short_name or company.name, running_name(company.name)}
    title = case.interview.position.title
    said = "\n".join(each.sentence for block in reading.blocks[1:] or reading.blocks for each in block)
    wanted = {
        "the job": bool(spots(said, "job_words")) or title in said,
        "the company": any(name in said for name in names),
    }
    missing = [what for what, is_said in wanted.items() if not (is_said and spots(said, "interest"))]
    if missing:
        message = f"the letter does not conclude with your interest in {' and '.join(missing)}; let it"
        yield Remark(message + _where_it_was(reading), "body")


def _where_it_was(reading: Reading) -> str:
    """Which templates of one's own may have said it before they were emptied, and how to do without it."""
    files = emptied(reading.letter.page.styles)
    named = (
        f", with other words in {' or '.join(files)}, which {'is' if len(files) == 1 else 'are'} empty" if files else ""
    )
    meant = ", or, if it is left out on purpose, `letter: {ignore: [interest-missing]}`"
    return named + meant if folder_of(reading.letter.page.styles) else ""


@rule(
    Id.INTEREST_UNKNOWN,
    Severity.INFO,
    "R11",
    Scope.NOTES,
    bad=Notes("outlook: {interested: }"),
    good=Notes("outlook: {interested: true}"),
)
def interest_unknown(case: Case) -> Iterator[Remark]:
    """The file says whether you want the job; where it does not, the letters take it that you do."""
    if case.interview.outlook.interested is None and case.decision.kind is LetterKind.PURSUE:
        message = "the file does not say whether you want the job, and the letters say that you do; set `interested`"
        yield Remark(message, field="outlook.interested")


@rule(
    Id.OWN_GAIN,
    Severity.WARNING,
    "R26",
    Scope.NOTES,
    bad=Notes("outlook: {reasons: [the pay is good]}"),
    good=Notes("outlook: {reasons: [you train your own shift leads]}"),
)
def own_gain(case: Case) -> Iterator[Remark]:
    """A reason speaks of the reader's work, and not of pay, of your way to it, or of your present employer."""
    for index, reason in enumerate(case.interview.outlook.reasons):
        field = f"outlook.reasons[{index}]"
        for phrase in spots(reason, "own_gains") if field in case.printed else ():
            message = f"“{phrase}” in {quoted(reason)} is your own gain, or your trouble elsewhere"
            yield Remark(f"{message}; give a reason that lies in their work", field=field)


@rule(
    Id.KIND_CONFLICT,
    Severity.WARNING,
    "R11",
    Scope.NOTES,
    bad=Notes("outlook: {interested: false}", kind="pursue"),
    good=Notes("outlook: {interested: false}"),
)
def kind_conflict(case: Case) -> Iterator[Remark]:
    """The kind of letter and what the file says of the interview do not contradict each other."""
    kind, by_rule = case.decision.kind, decide(case.interview)
    outlook = case.interview.outlook
    if by_rule.kind is not kind and not (kind is LetterKind.COURTESY and case.filled):
        yield Remark(f"you ask for {kind} letters; by the rules it is {by_rule.reasons[0]}", field="outlook")
    if kind is LetterKind.COURTESY and outlook.pursue_vigorously:
        message = "`pursue_vigorously` is set, and the letters are courtesy letters; drop one of the two"
        yield Remark(message, field="outlook.pursue_vigorously")
    if kind is LetterKind.PURSUE and outlook.withdraw:
        yield _with_a_withdrawal(outlook)
    told = {person.told_not_strong for person in case.interview.people} | {outlook.told_not_strong}
    if {True, False} <= told:
        message = f"you were told that you are a strong candidate and that you are not; {by_rule.reasons[0]}"
        yield Remark(message, field="outlook.told_not_strong")
    elif True in told and outlook.went_well:
        message = "`went_well` is set, and somebody said that you were not a strong candidate; look at both again"
        yield Remark(message, field="outlook.went_well")


def _with_a_withdrawal(outlook: Outlook) -> Remark:
    """What is said of letters that pursue a job from which one withdraws, as the file or the caller asks."""
    message = "`withdraw` is set, and you ask for letters that pursue the job; drop one of the two"
    if outlook.interested:
        message = (
            "`interested: true` and `withdraw: true` contradict each other, and the letters pursue the job; drop one"
        )
    return Remark(message, field="outlook.withdraw")


def _give_a_topic(reading: Reading, case: Case) -> str:
    """What to do about a letter without a detail; a topic that does not speak to its reader is left out of it."""
    reader = reading.letter.recipient
    topic = reader.talked_about or ""
    somebody = spoken_of(topic)
    if somebody and as_said_to(topic, reader.courtesy_title) is None:
        return f"`talked_about` speaks of “{somebody}” and not to its reader, and is left out"
    if topic and f"{reading.person_field}.talked_about" not in reading.used:
        return f"`talked_about` is given, and {_not_printed(reading)}"
    if topic and _is_vague(topic, case):
        of_any = f"`talked_about` says {quoted(topic)}, which any talk may be about"
        return f"{of_any}; say what of it there is at {running_name(case.interview.company.name)} and nowhere else"
    return "give one thing you spoke of as `talked_about`"


def _not_printed(reading: Reading) -> str:
    """Why a letter does not print what was talked about."""
    for place in reading.letter.unsaid:
        return f"this letter does not print it; no way of the list in {place} can be said"
    styles = reading.letter.page.styles
    printing = (place_with(styles, f"{{{{ {name}", "") for name in ("talked_about", "person.talked_about"))
    may = next(filter(None, printing), None)
    return f"this letter does not print it, though {may} may" if may else "the template prints it nowhere"


def _has_detail(reading: Reading, case: Case) -> bool:
    """True if the letter holds something that was said to its reader or by that reader, or that another letter has."""
    own = {f"{reading.person_field}.{name}" for name in ("own_words", "clarify", "promised")}
    person, doubts = reading.letter.recipient, case.interview.outlook.reservations
    own |= {f"outlook.reservations[{n}].answer" for n, doubt in enumerate(doubts) if doubt.by == person.name}
    if person.talked_about is not None and not _is_vague(person.talked_about, case):
        own.add(f"{reading.person_field}.talked_about")
        if case.topics[tuple(words_of(person.talked_about))] > 1:
            return True
    return bool(own & reading.used)


def _is_vague(topic: str, case: Case) -> bool:
    """True for "the position and the company", which one could have talked about with anybody."""
    named = words_of(f"{case.interview.position.title} {case.interview.company.name}")
    known = lexicon.words("vague_topics") | set(named)
    telling = [word for word in words_of(topic) if word not in known]
    return all(map(_says_nothing, telling)) and not _is_counted(telling)


def _says_nothing(word: str) -> bool:
    """Grammar, an amount or a time."""
    return word.isascii() and not stems_of(word)


def _is_counted(words: list[str]) -> bool:
    """Whether a number tells a thing of theirs from others: "the four-day week", "the first 90 days"."""
    numbers = lexicon.words("numbers") - {"one", "half"}  # "one thing", "half of the time"
    counted = [word for word in words if word[0].isdigit() or word.partition("-")[0] in numbers]
    things = [word for word in words if word not in lexicon.words("determiners")]
    return bool(counted) and len(things) > 1 and "my" not in words

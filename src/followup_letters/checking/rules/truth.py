"""Where a letter's words come from: from the interview file, and not from what it keeps private (R50, R57)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from functools import lru_cache
from typing import Any

from followup_letters import lexicon
from followup_letters.checking.comparing import has_all_of, signs_in
from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import HIDDEN, Case, Part, Reading, texts
from followup_letters.checking.secret_texts import Secret
from followup_letters.checking.spotting import figures, quoted, words_of
from followup_letters.checking.table import Notes, Remark, Scope, Words, rule
from followup_letters.choices import FindingId as Id
from followup_letters.choices import Medium
from followup_letters.patterns import pattern
from followup_letters.sentences import Source
from followup_letters.templates_folder import place_with

_CAPITALISED = pattern(r"(?<![\w'’.-])[A-Z][\w'’-]*")
_BEFORE_SENTENCE = frozenset('.?!:;…—–("“‘')
_LARGE = pattern(
    r"\b(?:eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)\b",
    re.IGNORECASE,
)
_KEY_OF_A_NOTE = 4  # words of a key that is more than the name of one, or
_KEY_WITHOUT_SPACES = 6  # signs of a script without spaces
_AROUND = pattern(  # what letters print, too, and drafts
    r"^letter\.(?:enclosures|cc\[\d+\]\.email)|^people\[\d+\]\.(?:salutation|address|courtesy_title)"
    r"|^outlook\.reservations\[\d+\]\.concern"
)
_BRACKETED = pattern(r"\[[^\[\]]{1,60}\]|<[^<>]{1,60}>|\{{1,2}[^{}]{1,60}\}{1,2}")
_NAMES = ("company.name", "company.short_name")
_SAYS_IT = "says what you keep under outlook.private; word it without that"
_ARTICLES = frozenset("a an the this of".split())
_BLANK = pattern(
    r"_{4,}|\blorem ipsum\b|\bTBD\b|\b(?:TODO|FIXME):|\bX{4,}\b|(?<!\w)N/A(?!\w)|\byour (?:name|company) here\b|\?\?\?+"
    r"|^\s*(?:TODO|TBC|TBA|NA|none|null|unknown|\?+|-+|x+)\s*$",
    re.IGNORECASE,
)
_MIXED = ("title", HIDDEN)  # which do not tell the user's words from the template's
_OWN_BLANK = pattern(
    r"[\[\]{}]|_{4,}|(?<=\w )None\b|\bundefined\b|\byour company\b|\bN/A\b|\b(?:TBD|TODO|FIXME|XXX+)\b"
)


@rule(
    Id.UNTRACED_CLAIM,
    Severity.ERROR,
    "R25",
    Scope.LETTER,
    bad=Words("I saved Globex 40 percent of its freight."),
    good=Words("I have kept the cost of freight in hand."),
)
def untraced_claim(reading: Reading, case: Case) -> Iterator[Remark]:
    """Every number and every proper name in a letter stands in the interview file."""
    told: set[str] = set()
    for part in reading.said:
        for word in _claims(part) if part.name != HIDDEN else ():
            if word not in told and not _is_known(word, case.known):
                told.add(word)
                sentence = next((each.sentence for each in part.sentences if word in each.sentence), part.text)
                spot = f"{_at(reading, word, sentence)}“{word}” in {quoted(sentence)}"
                message = f"{spot} stands nowhere in the interview file; take it out of the template, or note it"
                # Around the body it may be a telephone number or a motto of a letterhead, which no field has.
                severity = None if part.name == "body" else Severity.WARNING
                yield Remark(message, part.name, sentence, severity=severity)


@rule(
    Id.IDEA_LEAK,
    Severity.ERROR,
    "R50",
    Scope.LETTER,
    bad=Notes(
        """\
outlook: {problem: {what: the mis-sorts at Joliet, idea: keep look-alike ZIP codes in lanes far apart}}
people: [{name: Priya Raman, title: Director, card: {name: Priya Raman},
  talked_about: how to keep look-alike ZIP codes in lanes far apart}]"""
    ),
    good=Notes(
        "outlook: {problem: {what: the mis-sorts at Joliet, idea: keep look-alike ZIP codes in lanes far apart}}"
    ),
)
def idea_leak(reading: Reading, case: Case) -> Iterator[Remark]:
    """The idea for the manager's problem is kept for the talk, so that it is not adopted without you."""
    problem = case.interview.outlook.problem
    idea = problem.idea if problem else None
    if idea is None:
        return
    secret, typed = _idea(idea, case.openly, _printed(case))
    told = secret.is_told_by
    for part, field in _given_away(reading, case, told, typed):
        yield _unquoted(part, field, "gives your idea away; name the problem, and keep the idea for the call")


@rule(
    Id.PRIVATE_LEAK,
    Severity.ERROR,
    None,
    Scope.LETTER,
    bad=Notes(
        """\
outlook: {private: would take it for 82000, reasons: [it would pay 82000]}"""
    ),
    good=Notes("outlook: {private: would take it for 82000}"),
)
def private_leak(reading: Reading, case: Case) -> Iterator[Remark]:
    """What the file keeps private, and the name of an employer that may not be named, stand in no letter."""
    secrets, typed = _private(case)

    def told(text: str) -> bool:
        return any(secret.is_given_away_by(text) for secret in secrets)

    for part, field in _given_away(reading, case, told, typed) if secrets else ():
        yield _unquoted(part, field, _SAYS_IT)
    for field in _copied_to(case):
        if field in typed:
            yield Remark(f"`{field}` {_SAYS_IT}", field=field)
    offer = case.interview.outlook.other_offer
    if offer and offer.company and not offer.may_name:
        for part in reading.said:
            if has_all_of(part.text, offer.company):
                spot = reading.spot(part, offer.company)
                yield _unquoted(part, spot.field, "names who made the other offer; take it out, or set `may_name`")


def _copied_to(case: Case) -> Iterator[str]:
    """The fields with the addresses that all readers see in the drafts."""
    if case.decision.medium is Medium.EMAIL:
        yield from (f"letter.cc[{number}].email" for number, _ in enumerate(case.interview.letter.cc))


def fields_of_secrets(case: Case) -> Set[str]:
    """The fields that tell what the file keeps private, or your idea: what they say is quoted in no finding."""
    problem = case.interview.outlook.problem
    idea = problem.idea if problem else None
    return _private(case)[1] | (_idea(idea, case.openly, _printed(case))[1] if idea else frozenset())


def _private(case: Case) -> tuple[tuple[Secret, ...], frozenset[str]]:
    """The private texts, and the fields that give one of them away."""
    private = tuple(_private_texts(case.interview.outlook.private))
    return _secrets(private, case.openly, _printed(case))


def _printed(case: Case) -> Written:
    """What a letter or a draft of the set may print of the user's words: in the body and around it."""
    return (*case.written, *(each for each in case.told if _AROUND.search(each[0])))


def _private_texts(value: Any) -> Iterator[str]:
    """The texts of what is private, and the keys that are more than the name of one: a line taken for a key."""
    yield from (text for _, text in texts(value))
    waiting = [value]
    while waiting:
        each = waiting.pop()
        keys = [str(key) for key in each] if isinstance(each, dict) else []
        yield from filter(_is_a_note, keys)
        waiting += each.values() if isinstance(each, dict) else each if isinstance(each, list | tuple) else ()


def _is_a_note(key: str) -> bool:
    return len(words_of(key)) >= _KEY_OF_A_NOTE or signs_in(key) >= _KEY_WITHOUT_SPACES or any(map(str.isdigit, key))


def _unquoted(part: Part, field: str | None, advice: str) -> Remark:
    """What tells of a private text without its words, which may be logged: by its field, or else its part."""
    return Remark(f"{f'`{field}`' if field else f'the {part.name} of the letter'} {advice}", part.name, field=field)


@rule(
    Id.PLACEHOLDER,
    Severity.ERROR,
    None,
    Scope.LETTER,
    bad=Words("I enjoyed talking about [topic], and I would like to work at your company."),
    good=Words("I enjoyed talking about the mis-sorts, and I would like to work at Northwind."),
)
def placeholder(reading: Reading, case: Case) -> Iterator[Remark]:
    """Nothing in a letter waits to be filled in."""
    for part in reading.said:
        for piece in part.pieces:
            is_ours = piece.field is None and part.name not in _MIXED
            text = _whole_name(piece.text, case.interview.company.name) if piece.field in _NAMES else piece.text
            found = _to_fill_in(text, is_ours=is_ours)
            if found:
                mend = "write what belongs there, or leave the field out" if piece.field else "mend the template"
                place = "" if piece.field else _at(reading, found, part.text)
                message = f"{place}“{found}” in {quoted(part.text)} is a place to fill in; {mend}"
                yield Remark(message, part.name, part.text, piece.field)


def _whole_name(text: str, company: str) -> str:
    """The name that `text` is a short form of: the X of "X Co" is nothing to fill in."""
    return company if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", company) else text


def _at(reading: Reading, words: str, sentence: str) -> str:
    """Where a template of one's own has `words`, with a colon; empty if none has them as they are printed."""
    place = place_with(reading.letter.page.styles, words, sentence)
    return f"{place}: " if place else ""


@lru_cache(maxsize=2048)  # the words of a template stand in letter after letter
def _to_fill_in(text: str, *, is_ours: bool) -> str | None:
    """The first place to fill in; of a template's own words, every bracket is one."""
    for bracketed in _BRACKETED.findall(text):
        words = set(words_of(bracketed.replace("_", " "))) - _ARTICLES
        if is_ours or (words and words <= lexicon.words("placeholders")):
            return str(bracketed)
    blank = (_OWN_BLANK if is_ours else _BLANK).search(text)
    return blank[0].strip() if blank else None


def _is_known(word: str, known: frozenset[str]) -> bool:
    plain = word.casefold().replace("’", "'")
    bare = plain.removesuffix("'s").removesuffix("'")
    return plain in known or bare in known or all(piece in known for piece in re.split(r"[-']", bare))


def _claims(part: Part) -> Iterator[str]:
    """The figures, large numbers and proper names of one block, as they stand."""
    text = part.text
    yield from figures(text)
    own = part.own
    yield from _LARGE.findall(own)
    for found in _CAPITALISED.finditer(text):
        before = text[: found.start()].rstrip()
        if found.start() and before[-1:] not in _BEFORE_SENTENCE:
            yield found[0]


# ---------------------------------------------------------------------------------------- what gives away


def _given_away(
    reading: Reading, case: Case, is_told: Callable[[str], bool], typed: Set[str]
) -> Iterator[tuple[Part, str | None]]:
    """The part of each sentence that tells a secret, and the field to mend.

    One made from a field of `typed` does: what is typed there may stand in it in other words, such as "your".
    """
    for part in reading.said:
        for sentence in part.sentences:
            field = next((field for field in sentence.fields if field in typed), None)
            if field or is_told(sentence.sentence):
                yield part, field or _field_where(case, sentence, is_told)


def _field_where(case: Case, sentence: Source, is_told: Callable[[str], bool]) -> str | None:
    """The field of `sentence` whose own text tells it; None if only the whole does."""
    said = dict(case.told)
    return next((field for field in sentence.fields if is_told(said.get(field, ""))), None)


Written = tuple[tuple[str, str], ...]
"""Fields with their texts."""


@lru_cache(maxsize=1)  # for all letters of an interview
def _idea(idea: str, openly: str, written: Written) -> tuple[Secret, frozenset[str]]:
    """The idea that no letter may tell, and the fields that tell it."""
    secret = Secret(idea, openly)
    typed = (field for field, text in written if secret.is_told_by(text) or secret.is_whole_in(text))
    return secret, frozenset(typed)


@lru_cache(maxsize=1)
def _secrets(private: tuple[str, ...], openly: str, written: Written) -> tuple[tuple[Secret, ...], frozenset[str]]:
    """The texts that no letter may tell, and the fields that give one of them away."""
    secrets = tuple(Secret(text, openly) for text in private)
    return secrets, frozenset(field for field, text in written if any(each.is_typed_in(text) for each in secrets))

"""Where a letter's words come from: from the interview file, and not from what it keeps private (R50, R57)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import lru_cache
from typing import Any

from followup_letters import lexicon
from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import HIDDEN, Case, Part, Reading, texts
from followup_letters.checking.spotting import figures, quoted, runs, words_of
from followup_letters.checking.table import Notes, Remark, Scope, Words, rule
from followup_letters.choices import FindingId as Id
from followup_letters.matching.terms import stems_of
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
_TELLING_RUN = 4  # words in a row by which a text is known again
_TELLING_STEMS = 4  # or so many words that carry meaning, nearly all of them in one sentence
_NEARLY_ALL = 0.75
_LONG_WORD = 4  # letters of a word by which a text is known again that is nothing else
_FEWEST_STEMS = 2  # that carry meaning in a run, so that "in the first week" tells nothing
_COMMON = frozenset(  # words that tell nothing, though they may be all that a private note says
    """maybe perhaps probably unknown unsure unclear sure certain true false none nothing later soon early late high low
    poor fine okay great open done pending possible unlikely likely normal usual money email phone call calls called
    letter letters interview meeting company manager team office today tomorrow morning afternoon evening monday tuesday
    wednesday thursday friday saturday sunday january february march april june july august september october november
    december""".split()
)
_AROUND_THE_BODY = pattern(r"^letter\.enclosures|^people\[\d+\]\.(?:salutation|address)")  # which letters print, too
_YEAR = 4  # digits; a sum has more
_AMOUNT = pattern(r"(?<![\w.,])(\d+(?:[.,]\d+)*)(\s?k(?!\w))?", re.IGNORECASE)  # "90,000", or "90k"
_BRACKETED = pattern(r"\[[^\[\]]{1,60}\]|<[^<>]{1,60}>|\{{1,2}[^{}]{1,60}\}{1,2}")
_NAMES = ("company.name", "company.short_name")
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
    secret, typed = _idea(idea, case.openly, case.written)
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
        yield _unquoted(part, field, "says what you keep under outlook.private; word it without that")
    offer = case.interview.outlook.other_offer
    if offer and offer.company and not offer.may_name:
        for part in reading.said:
            if re.search(rf"(?<!\w){re.escape(offer.company)}(?!\w)", part.text, re.IGNORECASE):
                spot = reading.spot(part, offer.company)
                yield _unquoted(part, spot.field, "names who made the other offer; take it out, or set `may_name`")


def fields_of_secrets(case: Case) -> Set[str]:
    """The fields that tell what the file keeps private, or your idea: what they say is quoted in no finding."""
    problem = case.interview.outlook.problem
    idea = problem.idea if problem else None
    return _private(case)[1] | (_idea(idea, case.openly, case.written)[1] if idea else frozenset())


def _private(case: Case) -> tuple[tuple[_Secret, ...], frozenset[str]]:
    """The private texts, and the fields that give one of them away."""
    private = tuple(_private_texts(case.interview.outlook.private))
    around = tuple(each for each in case.told if _AROUND_THE_BODY.search(each[0]))
    return _secrets(private, case.openly, (*case.written, *around))


def _private_texts(value: Any) -> Iterator[str]:
    """The texts of what is private, and the keys that are more than the name of one: a line taken for a key."""
    yield from (text for _, text in texts(value))
    waiting = [value]
    while waiting:
        each = waiting.pop()
        keys = [str(key) for key in each] if isinstance(each, dict) else []
        yield from (key for key in keys if len(words_of(key)) >= _TELLING_RUN or re.search(r"\d", key))
        waiting += each.values() if isinstance(each, dict) else each if isinstance(each, list | tuple) else ()


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
def _idea(idea: str, openly: str, written: Written) -> tuple[_Secret, frozenset[str]]:
    """The idea that no letter may tell, and the fields that tell it."""
    secret = _Secret(idea, openly)
    typed = (field for field, text in written if secret.is_told_by(text) or secret.is_whole_in(text))
    return secret, frozenset(typed)


@lru_cache(maxsize=1)
def _secrets(private: tuple[str, ...], openly: str, written: Written) -> tuple[tuple[_Secret, ...], frozenset[str]]:
    """The texts that no letter may tell, and the fields that give one of them away."""
    secrets = tuple(_Secret(text, openly) for text in private)
    return secrets, frozenset(field for field, text in written if any(each.is_typed_in(text) for each in secrets))


class _Secret:
    """A text that no letter may tell, beside what everybody knows: taken apart once, and not for every sentence."""

    def __init__(self, text: str, openly: str) -> None:
        self._text, self._openly = text, openly
        self._length = min(_TELLING_RUN, max(len(words_of(text)), 1))
        self._runs, self._stems = runs(text, self._length), frozenset(stems_of(text))
        self._marks = _marks(text)

    def is_told_by(self, sentence: str) -> bool:
        """True if `sentence` says it: a run of its words, or nearly all that carries meaning in it."""
        return self._is_nearly_all_in(sentence) or self._is_said_by(sentence)

    def is_given_away_by(self, sentence: str) -> bool:
        """True if `sentence` says it, or has a word or a sum from it that can be nothing else."""
        marks = self._marks & _marks(sentence) if self._marks else set()
        return bool(marks and marks - _marks(self._openly)) or self._is_said_by(sentence)

    def is_typed_in(self, text: str) -> bool:
        """True if `text`, as it is typed in a field, gives it away or has the whole of it."""
        return self.is_whole_in(text) if self._stands_in(text) else self.is_given_away_by(text)

    def is_whole_in(self, text: str) -> bool:
        """True if `text`, as it is typed in a field, has the whole of it, which is not said openly.

        A text of few words that says something of its own is known again in a longer one, and any where it is alone.
        """
        words = words_of(self._text)
        if not self._stands_in(text):
            return False
        return len(words) >= _TELLING_RUN or _bare(text) == _bare(self._text) or self._says_something(words)

    def _stands_in(self, text: str) -> bool:
        """True if `text` has all its words, one after the other, and what is said openly has not."""
        words = words_of(self._text)
        return bool(words) and _has_run(words_of(text), words) and not _has_run(words_of(self._openly), words)

    def _says_something(self, words: Sequence[str]) -> bool:
        """True if one of its `words` is not common, nor said openly: of a single one, if it is long and no figure."""
        shortest = _LONG_WORD if len(words) == 1 else 1
        rare = [word for word in words if len(word) >= shortest and word not in _COMMON]
        known, said = set(stems_of(self._openly)), set(words_of(self._openly))
        has_figure = len(words) > 1 and any(word[0].isdigit() and word not in said for word in rare)
        return has_figure or any(not known.issuperset(stems_of(word)) for word in rare)

    def _is_said_by(self, sentence: str) -> bool:
        """True if `sentence` has a run of its words that is not said openly anyway."""
        shared = runs(sentence, self._length) & self._runs
        if not shared:  # as nearly always, and what everybody knows may be long
            return False
        shared -= runs(self._openly, self._length)
        known = set(stems_of(self._openly))
        return any(len(set(stems_of(" ".join(run))) - known) >= _FEWEST_STEMS for run in shared)

    def _is_nearly_all_in(self, sentence: str) -> bool:
        """True if `sentence` has nearly all that carries meaning in it and is not said openly anyway."""
        shared = self._stems.intersection(stems_of(sentence))
        if len(shared) < _NEARLY_ALL * _TELLING_STEMS:  # as nearly always, and what everybody knows may be long
            return False
        stems = self._stems - set(stems_of(self._openly))
        return len(stems) >= _TELLING_STEMS and len(shared & stems) >= _NEARLY_ALL * len(stems)


def _marks(text: str) -> set[str]:
    """What can be nothing else where it stands: sums, as their digits, and words with a hyphen and a figure."""
    sums = {_in_full(*found.groups()) for found in _AMOUNT.finditer(text)}
    marked = {word for word in words_of(text) if "-" in word and re.search(r"\d", word)}
    return {digits for digits in sums if len(digits) > _YEAR} | marked


def _in_full(number: str, thousands: str | None) -> str:
    """The digits of a sum: "90,000" and "90k" are one."""
    if thousands and re.fullmatch(r"\d+[.,]\d\d?", number):
        whole, part = re.split("[.,]", number)
        return whole + part.ljust(3, "0")
    return re.sub(r"\D", "", number) + ("000" if thousands else "")


def _has_run(words: Sequence[str], run: Sequence[str]) -> bool:
    """True if `words` has all of `run`, one after the other."""
    return f" {' '.join(run)} " in f" {' '.join(words)} "


def _bare(text: str) -> list[str]:
    """The words of `text` without an article before them."""
    words = words_of(text)
    return words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words

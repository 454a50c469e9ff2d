"""How a letter's sentences run: how long, how many, how they begin, and how they are stopped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Part, Piece, Reading
from followup_letters.checking.spotting import quoted
from followup_letters.checking.table import Notes, Remark, Scope, Words, rule
from followup_letters.choices import FindingId as Id
from followup_letters.choices import LetterKind, Medium, Role
from followup_letters.documents import COURTESY_LENGTH, LENGTHS, MOST_FIRST_PERSON
from followup_letters.errors import counted
from followup_letters.lexicon import words
from followup_letters.matching.items import may_answer
from followup_letters.patterns import pattern
from followup_letters.sentences import Source
from followup_letters.templates_folder import folder_of
from followup_letters.wording.grammar.nouns import is_common
from followup_letters.wording.grammar.phrases import without_stop

_LONGEST_SENTENCE = 45  # words; a need and its proof in one thought have some thirty
_LONGEST_FACT = 28  # words of the user's, in one line of a résumé
_LONGEST_OMITTED = 45  # words (R29)
_SHORT = 0.75  # of the words that a letter should have at least
_WITH_STRENGTHS = {Role.HIRING_MANAGER, Role.EXECUTIVE, Role.PANEL}
_LONGEST_EMAIL = 180  # words
_FEWEST_SENTENCES = 3  # of which a share can be told
_OF_SNOW = """\
candidate: {{strengths: []}}
outlook: {{reasons: []}}
people: [{{name: Priya Raman, card: {{name: Priya Raman}}, title: Director, role: personnel, talked_about: the dock,
  own_words: {}}}]"""
_SMALL = pattern(r"[a-zß-öø-ÿ]+(?![\w@.]|['’-]\w*[A-Z])")  # not iRobot, nor x.example
_DOUBLE = pattern(r"(?<!\.)\.\.(?!\.)|,,|;;|[,;]\.(?![\w.])|(?<!:):\.(?!\w)|[?!]\.(?!\w)|[ \u00a0][,.;](?=\s|$)")


@rule(
    Id.LENGTH,
    Severity.WARNING,
    "R14",
    Scope.LETTER,
    bad=Words("I appreciated your time.", kind="courtesy"),
    good=Words(
        "I appreciated the hour and a half you gave me on Wednesday, and I keep coming back to what we said about the "
        "mis-sorts at Joliet. If another position opens at Northwind, or if what you look for in this one should "
        "change, I would be glad to talk with you again, and to hear how the lanes were put in order. Until then, my "
        "good wishes to you and to your colleagues.",
        kind="courtesy",
    ),
)
def length(reading: Reading, case: Case) -> Iterator[Remark]:
    """A letter is as long as its reader needs: 55 to 110 words for courtesy, 140 to 230 to the hiring manager.

    One that is shorter by less than a quarter says what there is to say.
    """
    courtesy = reading.letter.kind is LetterKind.COURTESY
    least, most = COURTESY_LENGTH if courtesy else LENGTHS[reading.role]
    if reading.letter.decision.medium is Medium.EMAIL:
        most = min(most, _LONGEST_EMAIL)
    count = len(reading.text.split())
    of_what = "a courtesy letter" if courtesy else f"a letter to this reader ({reading.role})"
    usual = f"the letter has {counted(count, 'word')}, and {of_what} should have"
    if count < _SHORT * least:
        severity = Severity.INFO if count > least / 2 else None
        empty = ", ".join(f"`{name}`" for name in _empty_fields(reading))
        more = f"; it would also tell of {empty}, if you noted any" if empty else ""
        more += _waiting(reading, case)
        yield Remark(f"{usual} {least} to {most}{more}", "body", severity=severity)
    if count > most:
        yield Remark(f"{usual} {least} to {most}: leave out what matters least", "body")


@rule(
    Id.LONG_SENTENCE,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Notes(
        """\
candidate:
  strengths:
    - text: Led the migration of the warehouse system for 140 users at three sites over nine weeks with two vendors and
        one steering committee while the old system was still running and no shift was ever lost
      answers: Merge two"""
    ),
    good=Notes(
        """\
candidate:
  strengths: [{text: Led the migration of the warehouse system for 140 users with no lost shift, answers: Merge two}]"""
    ),
)
def long_sentence(case: Case) -> Iterator[Remark]:
    """A sentence can be said in one breath: at most 45 words, and 28 of them from one line of yours."""
    told = set()
    for field, text in case.written:
        count = len(text.split())
        if count > _LONGEST_FACT and not field.startswith("outlook.omitted"):
            told.add(field.removesuffix(".text").removesuffix(".clause"))
            message = f"{quoted(text)} has {count} words; say it in {_LONGEST_FACT} at most, or in two lines"
            yield Remark(message, field=field)
    for reading in case.letters:
        for sentence in reading.sentences:
            count = len(sentence.sentence.split())
            if count > _LONGEST_SENTENCE and told.isdisjoint(sentence.fields):
                message = f"{quoted(sentence.sentence)} has {count} words, and at most {_LONGEST_SENTENCE}; shorten it"
                yield Remark(message, "body", sentence.sentence, recipient=reading.letter.recipient.name)


@rule(
    Id.OMITTED_TOO_LONG,
    Severity.WARNING,
    "R29",
    Scope.NOTES,
    bad=Notes(
        """\
outlook: {omitted: [ran nights for two years at the first of the three sites and then days at the second and in both
  of them was the one who closed the books of the shift and counted the dock and wrote the plan for the morning so that
  nobody had to ask]}"""
    ),
    good=Notes("outlook: {omitted: [ran nights for two years]}"),
)
def omitted_too_long(case: Case) -> Iterator[Remark]:
    """What was left out of the talk is added in 45 words at most."""
    for index, item in enumerate(case.interview.outlook.omitted):
        count = len(item.split())
        if count > _LONGEST_OMITTED and case.decision.kind is LetterKind.PURSUE:
            message = f"{quoted(item)} has {count} words; {_LONGEST_OMITTED} at most: keep the fact, drop its story"
            yield Remark(message, field=f"outlook.omitted[{index}]")


@rule(
    Id.STARTS_WITH_I,
    Severity.WARNING,
    None,
    Scope.LETTER,
    bad=Notes(_OF_SNOW.format("I ran one in snow.")),
    good=Notes(_OF_SNOW.format("Snow is no stranger to me.")),
)
def starts_with_i(reading: Reading, _: Case) -> Iterator[Remark]:
    """At most two sentences of five begin with “I” or “My”, and never three in a row.

    It is told where your notes, or templates of your own, can change it.
    """
    mine = [_first_word(each.sentence) in {"i", "my"} for each in reading.sentences]
    share = sum(mine) / len(mine) if mine else 0.0
    in_a_row = any(all(three) for three in zip(mine, mine[1:], mine[2:], strict=False))
    ways = _ways_to_begin(reading, [each for each, is_mine in zip(reading.sentences, mine, strict=True) if is_mine])
    if ways and len(mine) >= _FEWEST_SENTENCES and (share > MOST_FIRST_PERSON or in_a_row):
        message = f"of its {len(mine)} sentences {sum(mine)} begin with “I” or “My”"
        message += ", three of them in a row" if in_a_row else ""
        yield Remark(f"{message}; {', and '.join(ways)}", "body")


def _ways_to_begin(reading: Reading, mine: Sequence[Source]) -> list[str]:
    """How sentences that begin with the writer could begin otherwise, by what they are made of; none if by no way."""
    if folder_of(reading.letter.page.styles):
        return ["begin some with the reader, the job or the day"]
    fields = [field for each in mine for field in each.fields]
    ways = {
        "candidate.strengths": "a strength with a `clause` such as “Our crew …” begins otherwise",
        f"{reading.person_field}.own_words": "your `own_words` may begin with the reader, the job or the day",
    }
    return [way for begins, way in ways.items() if any(field.startswith(begins) for field in fields)]


@rule(
    Id.REPEATED_OPENING,
    Severity.WARNING,
    None,
    Scope.LETTER,
    bad=Words("You need someone to lead the night shift.\n\nYou need someone who knows the lanes."),
    good=Words("You need someone to lead the night shift.\n\nKnowing the lanes is the other half of it."),
)
def repeated_opening(reading: Reading, _: Case) -> Iterator[Remark]:
    """No two paragraphs begin alike."""
    first = [paragraph[0] for paragraph in reading.paragraphs if paragraph]
    told = set()
    for one, other in pairwise(first):
        if _first_word(one.sentence) == _first_word(other.sentence):
            told.add(other)
            yield _alike(one, other)
    for at, one in enumerate(first):
        for other in first[at + 1 :]:
            if other not in told and one.sentence.split()[:2] == other.sentence.split()[:2]:
                told.add(other)
                yield _alike(one, other)


@rule(
    Id.DOUBLE_PUNCTUATION,
    Severity.ERROR,
    None,
    Scope.LETTER,
    bad=Words("I enjoyed my visit to Acme Inc.. It was a good day ."),
    good=Words("I enjoyed my visit to Acme Inc. It was a good day."),
)
def double_punctuation(reading: Reading, case: Case) -> Iterator[Remark]:
    """One stop ends a sentence, and no space stands before it."""
    typed = dict(case.told)
    for part in reading.parts:
        for found in _DOUBLE.finditer(part.text):
            spot = " ".join(part.text[: found.start()].split()[-3:]) + found[0]
            field = _piece_at(part, found.start()).field
            is_typed = field is not None and (
                found[0] in typed.get(field, "") or typed.get(field, "").endswith(found[0][0])
            )
            field = field if is_typed else None  # a part of it that we cut may end in a stop which the whole has not
            fault = "a space before its stop" if found[0][0].isspace() else "one stop too many"
            mend = "take it out in the interview file" if field else "take it out"
            yield Remark(f"“{spot}” has {fault}; {mend}", part.name, field=field)


@rule(
    Id.SENTENCE_SMALL,
    Severity.WARNING,
    None,
    Scope.LETTER,
    bad=Words("the University of Leeds is where I would like to work."),
    good=Words("I would like to work at the University of Leeds."),
)
def sentence_small(reading: Reading, _: Case) -> Iterator[Remark]:
    """A sentence begins with a capital, unless with a quotation or a name that has none, such as “iRobot”."""
    ended = True
    for block in reading.blocks:
        for each in block:
            if ended and block in reading.paragraphs and _SMALL.match(each.sentence):
                field = next((field for field, text in _begins_with(reading, each)), None)
                if _wants_a_capital(each.sentence, field):
                    message = f"{quoted(each.sentence)} begins with a small letter; {_way_to_a_capital(field)}"
                    yield Remark(message, "body", each.sentence, field)
            ended = each.sentence.endswith(".") and without_stop(each.sentence) != each.sentence


def _begins_with(reading: Reading, said: Source) -> Iterator[tuple[str, str]]:
    """The field, with its text, of the user's words with which the sentence begins."""
    for piece in (piece for part in reading.body for piece in part.pieces):
        if piece.field in said.fields and said.sentence.startswith(piece.text.strip()):
            yield piece.field, piece.text


def _wants_a_capital(sentence: str, field: str | None) -> bool:
    """True if the first word has its small letter only from within a sentence, and not from a name: “de Vries”."""
    core = _first_word(sentence)
    if core in words("determiners", "prepositions"):
        return True
    is_name = Piece(sentence, field).is_name or sentence.partition(" ")[2][:1].isupper()
    return not is_name and (field is None or is_common(core))


def _way_to_a_capital(field: str | None) -> str:
    if field is None:
        return "give it a capital in the template, or begin with another word"
    if field.startswith("company."):
        return "leave the article out of the name, write `article: true`, and let the template begin with another word"
    return "in the template, `| opening` gives what is of your notes its capital"


def _first_word(sentence: str) -> str:
    return re.sub(r"[^\w'’-]", "", sentence.split()[0]).casefold() if sentence.split() else ""


def _alike(one: Source, other: Source) -> Remark:
    message = (
        f"two paragraphs begin alike, {quoted(one.sentence, 40)} and {quoted(other.sentence, 40)}; turn one around"
    )
    return Remark(message, "body", other.sentence)


def _piece_at(part: Part, at: int) -> Piece:
    """The piece of `part` in which its character number `at` stands."""
    end = 0
    for piece in part.pieces:
        end += len(piece.text)
        if at < end:
            return piece
    return part.pieces[-1]


def _waiting(reading: Reading, case: Case) -> str:
    """What brings strengths into a letter that lie there and stand in none; empty where there is no such."""
    strengths = case.interview.candidate.strengths
    fields = [f"candidate.strengths[{n}]" for n, each in enumerate(strengths) if may_answer(each)]
    untold = [field for field in fields if field not in case.printed]
    made = {each.letter.recipient.name for each in case.letters}
    are_all = all(person.name in made for person in case.decision.recipients)  # the others may tell them
    if not (untold and are_all) or reading.letter.kind is LetterKind.COURTESY or reading.role not in _WITH_STRENGTHS:
        return ""
    stand = "strength stands" if len(untold) == 1 else "strengths stand"
    return f"; {len(untold)} {stand} in no letter: `answers`, with the need, or a talk that is near to one brings it in"


def _empty_fields(reading: Reading) -> list[str]:
    """The fields with nothing in them that the letter would print, those of its reader first."""
    interview, person = reading.letter.interview, reading.letter.recipient
    fields: dict[str, object] = {"talked_about": person.talked_about, "own_words": person.own_words}
    if reading.letter.kind is LetterKind.COURTESY:
        fields["lasted"] = interview.interview.lasted
    else:
        fields |= {"clarify": person.clarify, "promised": person.promised, "reasons": interview.outlook.reasons}
    if reading.letter.kind is LetterKind.PURSUE and reading.role is Role.HIRING_MANAGER:
        fields |= {"responsibilities": interview.position.responsibilities, "strengths": interview.candidate.strengths}
        fields["omitted"] = interview.outlook.omitted
    return [name for name, value in fields.items() if not value]

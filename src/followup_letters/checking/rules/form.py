"""The frame of a letter: its parts and their order, the salutation and the close, the address on the envelope."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Part, Reading
from followup_letters.checking.spotting import quoted, spots, words_of
from followup_letters.checking.table import Frame, Notes, Remark, Scope, Words, rule
from followup_letters.choices import FindingId as Id
from followup_letters.choices import Medium, Role
from followup_letters.lexicon import lines
from followup_letters.patterns import pattern
from followup_letters.wording.names import is_unnamed

_ORDER = (
    ("sender",),
    ("date",),
    ("inside-address",),
    ("reference", "subject"),
    ("salutation",),
    ("body",),
    ("closing",),
    ("signature-image",),
    ("signature",),
    ("enclosures",),
    ("cc",),
)
_BY_EMAIL = (("subject",), *_ORDER[4:])
_NEEDED = ("salutation", "body", "closing", "signature")
_PLACE = {name: place for place, names in enumerate(_ORDER) for name in names}
_BOTH = pattern(r"\b(?:sir|madam)\b.*\b(?:sir|madam)\b", re.IGNORECASE)
_TITLES = pattern(r"\b(?:Mr|Mrs|Ms|Miss)\b")
_DOUBLE_QUOTES = pattern(r'["“”„‟«»]')
_CURLED, _CURLED_OPEN = pattern(r"“[^“”]+”|‘[^‘’]+’"), pattern("^“|”$")
_FIGURE = pattern(r"\d")
_SECONDS = pattern(r"""['′’] ?\d{1,2}(?:[.,]\d+)? ?["”]""")  # of a place on the map: 45° 31' 12"
_RUN_TOGETHER = pattern(r"\d+\w? [^\s,]+ [^\s,]+.*, [A-Z]{2},? \d{5}(?:-\d{4})?")
_ONE = pattern(r"(?:dear )?(?:sirs?|madame?|gentlemen|ladies)", re.IGNORECASE)


@rule(
    Id.PART_ORDER,
    Severity.ERROR,
    None,
    Scope.LETTER,
    bad=Frame('<p class="closing">Sincerely,</p><p class="salutation">Dear Priya Raman:</p>'),
    good=Frame('<p class="salutation">Dear Priya Raman:</p>'),
)
def part_order(reading: Reading, _: Case) -> Iterator[Remark]:
    """The parts stand in the order of a letter, and none is missing that all have; a need stands before its proof."""
    seen = [name for element in reading.root.walk() for name in element.classes if name in _PLACE]
    for name in _NEEDED:
        if name not in seen:
            yield Remark(f"the letter has no {name}; give its template one", name)
    if seen.count("body") > 1:
        yield Remark(f"the letter has {seen.count('body')} bodies; let its template print {{{{ body }}}} once", "body")
    if reading.letter.decision.medium is Medium.EMAIL and "subject" not in seen:
        message = "the letter has no subject, and as an e-mail takes the title of the page; give its template one"
        yield Remark(message, "subject", severity=Severity.WARNING)
    for one, other in pairwise(seen):
        if one != "subject" and _PLACE[one] > _PLACE[other]:
            message = f"the {other} stands below the {one}; put it above, in the order of a letter"
            yield Remark(message, other)
    yield from _proofs_before_needs(reading)


def _proofs_before_needs(reading: Reading) -> Iterator[Remark]:
    """The need comes before the proof (R28)."""
    fields = [piece.field for part in reading.body for piece in part.pieces if piece.field]
    for match in reading.letter.matches:
        need = f"position.responsibilities[{match.responsibility_index}]"
        proof = f"candidate.strengths[{match.strength_index}]"
        if need in fields and proof in fields and fields.index(proof) < fields.index(need):
            message = f"the proof {quoted(match.strength)} comes before the need that it answers; name the need first"
            yield Remark(message, "body", reading.sentence_with(match.responsibility), need)


@rule(
    Id.CLOSE_PAIR,
    Severity.ERROR,
    None,
    Scope.LETTER,
    bad=Frame('<p class="closing">Yours faithfully,</p>'),
    good=Frame('<p class="closing">Sincerely,</p>'),
)
def close_pair(reading: Reading, _: Case) -> Iterator[Remark]:
    """The close goes with the salutation: “Yours faithfully” to nobody by name, “Yours sincerely” to a name."""
    salutation, closing = reading.part("salutation"), reading.part("closing")
    if salutation is None or closing is None:
        return
    hail, close = salutation.text.strip(), closing.text.strip()
    unnamed = _names_nobody(reading, hail)
    pair = f"“{hail}” and “{close}” do not pair"
    if close.casefold().startswith("yours faithfully") and not unnamed:
        yield Remark(f"{pair}; to somebody by name it is “Yours sincerely”, or “Sincerely,”", "closing")
    if close.casefold().startswith("yours sincerely") and unnamed:
        yield Remark(f"{pair}; to nobody by name it is “Yours faithfully”", "closing")
    if _is_stopped(closing) is not _is_stopped(salutation):
        yield Remark(f"{pair}: one ends with a stop and the other does not; let both, or neither", "closing")


@rule(
    Id.GENERIC_SALUTATION,
    Severity.WARNING,
    None,
    Scope.LETTER,
    bad=Frame('<p class="salutation">Dear Hiring Manager:</p>'),
    good=Frame('<p class="salutation">Dear Dr. Raman:</p>'),
)
def generic_salutation(reading: Reading, _: Case) -> Iterator[Remark]:
    """A letter to somebody you met greets that person by name."""
    salutation = reading.part("salutation")
    if salutation and _is_generic(salutation.text):
        name = reading.letter.recipient.name
        message = (
            f"“{salutation.text.strip()}” names nobody, and you met {name}; leave `salutation` out to greet by name"
        )
        yield Remark(message, "salutation", field=f"{reading.person_field}.salutation")


@rule(
    Id.GENDER_GUESS,
    Severity.ERROR,
    "R65",
    Scope.LETTER,
    bad=Words("I enjoyed meeting him and his team."),
    good=Words("I enjoyed meeting your team."),
)
def gender_guess(reading: Reading, _: Case) -> Iterator[Remark]:
    """No letter assumes what gender anybody is: only titles that you gave are printed, and no “he” or “she” of ours."""
    person = reading.letter.recipient
    given = (person.courtesy_title or "").rstrip(".")
    for part in reading.parts:
        titles = (word for word in _TITLES.findall(part.own) if word != given)
        for word in [*spots(part.own, "gendered"), *titles]:
            if not _BOTH.search(part.own):
                message = f"“{word}” in {quoted(part.text)} assumes a gender; name the person, or say “they”"
                yield Remark(message, part.name, part.text)
    if person.salutation and not person.courtesy_title and _ONE.fullmatch(person.salutation):
        message = f"“Dear {person.salutation}” assumes a gender; leave `salutation` out to greet {person.name} by name"
        yield Remark(message, "salutation", field=f"{reading.person_field}.salutation")


@rule(
    Id.ADDRESS_MISSING,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Notes("company: {name: Northwind, address: []}"),
    good=Notes("company: {name: Northwind, address: [400 W Superior St, 'Chicago, IL 60654']}"),
)
def address_missing(case: Case) -> Iterator[Remark]:
    """A letter says where it goes: by post its envelope, by e-mail the draft."""
    if case.decision.medium is Medium.EMAIL:
        yield from _not_mailed(case)
        return
    company, to_company = case.interview.company, False
    for reading in case.letters:
        person = reading.letter.recipient
        own_firm = person.company is not None or person.role is Role.RECRUITER
        to_company |= not (person.address or own_firm)
        if own_firm and not person.address:
            message = f"{person.name} has no address to mail it to; give `address`, or `medium: email`"
            yield Remark(message, "inside-address", field=f"{reading.person_field}.address", recipient=person.name)
    if to_company and not company.address:
        message = f"there is no address of {company.name} to mail it to; give `address`, or `medium: email`"
        yield Remark(message, field="company.address")


def _not_mailed(case: Case) -> Iterator[Remark]:
    """What a draft (eml) would be without. From is a note, for the mail program knows it."""
    for reading in case.letters:
        person = reading.letter.recipient
        if person.email is None:
            message = f"{person.name} has no e-mail address, and a draft (eml) has no To; give `email`"
            yield Remark(message, field=f"{reading.person_field}.email", recipient=person.name)
    if case.letters and case.interview.candidate.email is None:
        message = "you have no e-mail address, and a draft (eml) has no From; give `email`, or let your mail program"
        yield Remark(message, field="candidate.email", severity=Severity.INFO)


@rule(
    Id.QUOTE_UNPAIRED,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Notes("""company: {name: Northwind, address: [400 W Superior St, 'Chicago, IL 60654"']}"""),
    good=Notes("company: {name: Northwind, address: [400 W Superior St, 'Chicago, IL 60654']}"),
)
def quote_unpaired(case: Case) -> Iterator[Remark]:
    """A line of an address has both of its quotation marks and brackets, or none."""
    for field, line in _address_lines(case):
        if len(_DOUBLE_QUOTES.findall(_SECONDS.sub("", line))) % 2:
            message = f"the letter prints {line} as it stands, with one quotation mark; write the other, or neither"
            message += ", or straight ones, if a text editor curled it" * bool(_CURLED_OPEN.search(line))
            yield Remark(message, field=field)
        elif line.count("[") != line.count("]") or (line.startswith("[") and line.endswith("]")):
            message = f"the letter prints {line} as it stands, with its bracket; write each line as an entry of its own"
            yield Remark(f"{message}, `address: [LINE, LINE]`", field=field)


@rule(
    Id.QUOTE_CURLED,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Notes("company: {name: “Northwind”, address: [400 W Superior St, 'Chicago, IL 60654']}"),
    good=Notes("company: {name: Northwind, address: [400 W Superior St, 'Chicago, IL 60654']}"),
)
def quote_curled(case: Case) -> Iterator[Remark]:
    """A name, a title or a line of an address stands between no curled quotation marks, as a text editor makes them.

    Straight ones are signs of the file, and these are printed. One line of an address that is so may be a house's name.
    """
    of, recipients = case.interview, [(reading.person_field, reading.letter.recipient) for reading in case.letters]
    named = {"candidate.name": of.candidate.name, "company.name": of.company.name, "position.title": of.position.title}
    named |= {f"{whose}.name": person.name for whose, person in recipients}
    named |= {f"{whose}.title": person.title or "" for whose, person in recipients}
    curled = [field for field, text in named.items() if _CURLED.fullmatch(text)]
    lines = [(field, line) for field, line in _address_lines(case) if _CURLED.fullmatch(line)]
    curled += [field for field, line in lines if len(lines) + len(curled) > 1 or _FIGURE.search(line)]
    texts = named | dict(lines)
    for field in curled:
        message = f"the letter prints {texts[field]} with its quotation marks, which a text editor has curled"
        yield Remark(f"{message}; write them straight, or leave them out", field=field)


@rule(
    Id.ADDRESS_JOINED,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Notes("company: {name: Northwind, address: '400 W Superior St, Chicago, IL 60654'}"),
    good=Notes("company: {name: Northwind, address: [400 W Superior St, 'Chicago, IL 60654']}"),
)
def address_joined(case: Case) -> Iterator[Remark]:
    """The street and the town with its ZIP code stand on lines of their own, as on an envelope."""
    for field, line in _address_lines(case):
        if _RUN_TOGETHER.fullmatch(line):
            message = f"the letter prints {line} on one line; give each line as an entry, `address: [STREET, TOWN]`"
            yield Remark(f"{message}, or write `address: |` before lines of their own", field=field)


def _address_lines(case: Case) -> Iterator[tuple[str, str]]:
    """The lines of the addresses that letters by post print, each with its field."""
    if case.decision.medium is Medium.EMAIL:
        return
    of, recipients = case.interview, {reading.person_field: reading.letter.recipient for reading in case.letters}
    addresses = {"candidate": of.candidate.address, "company": of.company.address}
    addresses |= {field: person.address for field, person in recipients.items()}
    for whose, address in addresses.items():
        yield from ((f"{whose}.address[{index}]", line) for index, line in enumerate(address))


def _is_stopped(part: Part) -> bool:
    """True if the template sets a stop at the end, whatever ends the user's words."""
    return part.own.rstrip(" ").endswith((":", ",", "!", ".", ";"))


def _names_nobody(reading: Reading, hail: str) -> bool:
    return is_unnamed(reading.letter.recipient) or _is_generic(hail)


def _is_generic(hail: str) -> bool:
    return " ".join(words_of(hail)).removeprefix("dear ") in _generic_salutations()


@cache
def _generic_salutations() -> frozenset[str]:
    return frozenset(" ".join(words_of(line)) for line in lines("generic_salutations"))

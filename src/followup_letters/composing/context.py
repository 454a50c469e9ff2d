"""LetterContext: everything a letter template may use, documented field by field.

The nouns bear the names of the interview file. What the file does not have is Missing: false in a test, and a
sentence that would print it is left out. The private parts of the file are not here, and so cannot be printed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from followup_letters.choices import Language, LetterKind, Medium, Role
from followup_letters.composing.as_told_to import as_it_can_be_told, concern_for, is_kept, is_of_its_reader, reason_for
from followup_letters.composing.details import Detail, arranges, detail_of, kindness_in
from followup_letters.composing.needs import Need, needs_of
from followup_letters.composing.pairs import Pair, Proof, Touching, work_of
from followup_letters.composing.sharing import Share
from followup_letters.deciding import Decision, declines
from followup_letters.listed import Listed
from followup_letters.models import Interview, Person
from followup_letters.templating.told import Missing, Several, Told, View, becoming, told
from followup_letters.templating.values import (
    Value,
    article_apart,
    company_name,
    my_clause,
    names_a_job,
    phrase,
    promise,
)
from followup_letters.wording.bullets.standing import names_its_holder, presides
from followup_letters.wording.grammar.heads import head_of
from followup_letters.wording.grammar.own_clauses import has_its_own_clause
from followup_letters.wording.grammar.phrases import after_the, asks_twice, begun, is_grave, question
from followup_letters.wording.grammar.splices import sentences_of
from followup_letters.wording.grammar.to_the_reader import as_said_to
from followup_letters.wording.lead_ins import fits, without_lead_in
from followup_letters.wording.made_clear import point_as_said_to, sentence_of
from followup_letters.wording.names import addressee, is_unnamed
from followup_letters.wording.of_the_company import of_the_company, tells_where_to
from followup_letters.wording.promised_to import promise_as_told
from followup_letters.wording.talks.kindnesses import kindness_and_matter
from followup_letters.wording.talks.matters import TopicInParts, topic_in_parts, two_matters
from followup_letters.wording.talks.topics import as_a_topic


@dataclass(frozen=True)
class SignaturePicture:
    """A picture of your signature as a letter may use it."""

    source: str
    """The picture itself, as the `src` of an `img`."""
    alt: str | None
    """What is read aloud to those who do not see it, in your own words; None if you gave none."""
    name: str
    """Whose signature it is."""


@dataclass(frozen=True)
class LetterContext(metaclass=Listed):
    """What a letter template may use. Texts of the input print as they were typed."""

    candidate: View
    """You, as in the file: a Candidate, below."""
    company: View
    """The company, as in the file: a Company, below."""
    position: View
    """The job, as in the file: a Position, below."""
    interview: View
    """The interview, as in the file: a Meeting, below; `interview.lasted` is Missing if another letter says it."""
    person: View
    """The reader, as in the file: a Person, below."""
    role: Role
    """The reader's role."""
    kind: LetterKind
    """Which of the two letters it is."""
    british: bool
    """True for en-GB."""
    email: bool
    """True if the letter goes by e-mail."""
    date: dt.date
    """The day the letter goes out; print it with `words.full_date(date)`, for no date prints by itself."""
    call_on: dt.date | None
    """The day of the call, if this letter may announce one (R31); None otherwise."""
    decides_on: dt.date | None
    """The day on which the employer decides, for those who arrange things; None if it is not known, or not ahead."""
    addressee: tuple[Value, ...]
    """The words after "Dear", in pieces kept on one line."""
    first_names: bool
    """True if the salutation uses the given name."""
    unnamed: bool
    """True if the salutation given names nobody ("Sir or Madam")."""
    above: bool
    """True if the reader's title is of a board or at the head of the place, so that nobody works beside them."""
    inside_address: tuple[Value, ...]
    """Name, title, department, company, and the lines of the address; what is not known is not in it."""
    signature: SignaturePicture | None
    """The picture of your signature, for `src` and `alt` of an `img`; None if there is none."""
    enclosures: tuple[Value, ...]
    """What is enclosed; empty by e-mail."""
    copies: tuple[Value, ...]
    """Who gets a copy, by name."""
    company_name: Value
    """The company in running text: the short name, or the name without its legal suffix."""
    names_job: bool
    """True if this letter gives the job its title; the others of the set say "the job"."""
    is_named_job: bool
    """True if the title already ends in "position", "role", "job" or "post"."""
    holder: Value
    """The job as whoever has it is called, as it follows "your": "Branch Librarian"; Missing if it is no such name, or
    this letter has no need to say it."""
    talked_about: Value
    """The detail of the talk with this reader; Missing if another letter of the set has it (R20, R23)."""
    detail: Detail
    """The same in the forms in which a sentence may begin with it: a Detail, below."""
    topic_head: Value
    """What that names, in a few words: "the turntable"; Missing if it asks or tells something."""
    also_talked_about: Value
    """A matter of your own that the talk came to as well, for personnel and recruiters: "my four weeks' notice"."""
    kindness: Value
    """The detail where it is what the reader did: "the map you mailed ahead"; Missing in pursue letters to those who
    neither arrange things nor had another part in the day."""
    also_heard: Value
    """What was talked about besides, finishing "I liked hearing …": "how half of them have booked again"."""
    also_kind: Value
    """What the reader did besides, finishing "I appreciated …": "the form you stayed past five to find for me"."""
    also_added: Value
    """A sentence that the note of the talk goes on with: "I was allowed to hold one", with its capital."""
    own_words: Value
    """What you wrote for this reader yourself, as a sentence or more without the last full stop."""
    also_did: Value
    """What the reader did besides, as a sentence: "You showed me where the laminator is"."""
    grave: bool
    """True if nobody enjoys talking about it: an accident, a loss."""
    asked: Value
    """The same as it begins a sentence: "Why so few girls stay on"; Missing unless it is such a question."""
    question: Value
    """The same as it follows "about": "why so few girls stay on"; Missing unless it is such a question."""
    clarify: Value
    """What this reader should have clear, finishing "I would like to make clear …" (R30)."""
    clear: Value
    """The same as a sentence, without the "that" it begins with; Missing if it is none, or another letter has it."""
    promised: Value
    """What you promised this reader, finishing "I promised you …"; Missing if that was kept before the letter."""
    place: Value
    """Where you met, finishing "We met …"; Missing if another letter of the set says it (R15)."""
    lasted_after_the: Value
    """How long it lasted, as it follows "the": "hour and a half"; Missing if it does not fit, or if another
    letter of the set says it."""
    pairs: tuple[Pair, ...]
    """Needs with their proofs, those that can be named first, then the most important (R24, R25)."""
    touching: Touching | None
    """A strength near to what was talked about with this reader; None if there is none."""
    beside: tuple[Proof, ...]
    """Strengths that have something in common with the job, to be told without the claim that they answer a need."""
    on_topic: bool
    """True if what is told of your work has to do with what was talked about with this reader."""
    needs: Sequence[Need]
    """Needs to name where none is answered, such as can stand in a sentence: two, the most important first; for one of
    the panel that which the talk was about."""
    reasons: Sequence[Value]
    """Why you want to work there, for this reader (R26)."""
    which: Value
    """The first reason as it follows the company's name: "which lets a caller finish"; Missing if it is not proved."""
    where_to: Value
    """The first reason if it says where the company is going: "you are moving to yearly contracts"; else Missing."""
    omitted: Value
    """What you did not mention, for this reader, as a clause: "I ran nights for two years" (R29)."""
    concern: Value
    """The reservation this reader voiced, without a "no" before it: "no hospital work" → "hospital work"; Missing if it
    is put negatively even so, and so not to be echoed."""
    answer: Value
    """Your answer to that reservation, as a clause: "I led 41 beds for five months" (R42)."""
    declined: bool
    """True if you do not want this job, so that only another one would open the door again (R13)."""
    withdraw: bool
    """True if a courtesy letter is to say that you withdraw (X6)."""


def context_for(interview: Interview, decision: Decision, person: Person, share: Share) -> LetterContext:
    """Everything the letter to `person` may use, by `decision` and by that reader's `share`."""
    if not (share.tells_length and _can_be_gone_on_from(interview.interview.lasted, "interview.lasted")):
        interview = interview.with_(interview=interview.interview.with_(lasted=None))
    view, person = told(interview, ""), as_it_can_be_told(person)
    at = next(index for index, other in enumerate(interview.people) if other.name == person.name)
    reader = View(person, f"people[{at}]")
    outlook, british = interview.outlook, interview.letter.language is Language.EN_GB
    reservation = None if share.reservation is None else outlook.reservations[share.reservation]
    proofs = share.proofs
    answered = f"outlook.reservations[{share.reservation}]"
    noted = as_a_topic(without_lead_in(person.talked_about, "talked_about")) if person.talked_about else None
    talk = as_said_to(noted, person.courtesy_title) if noted and share.tells_topic else None
    if noted and talk and not fits(noted, "talked_about"):  # an error stands, and who forces it gets the words as noted
        talk = noted
    said = phrase(talk, f"people[{at}].talked_about", lead="about")
    parts = topic_in_parts(str(said)) if said else TopicInParts(None)
    topic, of_mine = _matters(person, becoming(said, parts.topic))
    work = work_of(interview, proofs, person, topic)
    if work.touching and work.touching.surely and (parts.heard or parts.more):  # told with the whole of the talk
        parts = TopicInParts(str(said))
        topic, of_mine = _matters(person, said)
    kindness = kindness_in(topic, decision.kind, person)
    # What was noted with "that" is told with "how", and nobody asked it.
    asked = question(str(topic)) if topic and not (person.talked_about or "").startswith("that ") else None
    point = person.clarify and _parted(person.clarify)
    clarify = phrase(point and point_as_said_to(point, person.courtesy_title), f"people[{at}].clarify")
    reasons = [reason_for(interview, person, index) for index in share.reasons]
    is_of_them = bool(reasons) and not is_of_its_reader(interview, person, share.reasons[0])
    of_them = reasons[0] if is_of_them else Missing("outlook.reasons")
    company = article_apart(interview.company)
    return LetterContext(
        candidate=View(interview.candidate, "candidate"),
        company=View(company, "company"),
        position=View(interview.position, "position"),
        interview=View(interview.interview, "interview"),
        person=reader,
        role=person.role or Role.PANEL,
        kind=decision.kind,
        british=british,
        email=decision.medium is Medium.EMAIL,
        date=decision.mail_on,
        call_on=_announced(interview, decision, person),
        decides_on=_decision_ahead(interview, decision) if arranges(person) else None,
        addressee=_addressee(person, at, british=british),
        first_names=bool(person.first_name_basis and person.given and not person.salutation),
        unnamed=is_unnamed(person),
        above=presides(person.title),
        inside_address=_inside_address(interview, person, at),
        signature=_signature(interview),
        enclosures=() if decision.medium is Medium.EMAIL else view.letter.enclosures,
        copies=tuple(told(copy.name, f"letter.cc[{n}].name") for n, copy in enumerate(interview.letter.cc)),
        company_name=company_name(company),
        names_job=share.names_job,
        is_named_job=names_a_job(interview.position.title),
        holder=becoming(view.position.title, _holder(interview, person, share)),
        talked_about=topic,
        detail=detail_of(topic, kindness),
        topic_head=becoming(topic, head_of(str(topic)) if topic else None),
        also_talked_about=of_mine or becoming(said, parts.more),
        kindness=kindness,
        also_heard=becoming(said, parts.heard),
        also_kind=becoming(said, parts.kindness),
        also_added=becoming(said, parts.added),
        own_words=_in_own_words(person, f"people[{at}].own_words"),
        also_did=becoming(said, parts.deed),
        grave=bool(topic) and is_grave(str(topic)),
        asked=becoming(topic, asked if asked and not asks_twice(str(topic)) else None),
        question=becoming(topic, str(topic) if asked else None),
        clarify=clarify,
        clear=becoming(
            clarify, sentence_of(str(clarify)) if clarify and not _is_told_twice(interview, person) else None
        ),
        promised=promise(None if is_kept(interview, person) else promise_as_told(person), f"people[{at}].promised"),
        place=_place(interview, share),
        lasted_after_the=_lasted(interview),
        pairs=work.pairs,
        touching=work.touching,
        beside=work.beside,
        on_topic=work.on_topic,
        needs=needs_of(interview, proofs.needs, person),
        reasons=Several(reasons, "outlook.reasons"),
        which=becoming(of_them, of_the_company(str(of_them)) if of_them else None),
        where_to=becoming(of_them, str(of_them) if of_them and tells_where_to(str(of_them)) else None),
        omitted=my_clause(
            None if share.omitted is None else _parted(outlook.omitted[share.omitted]),
            f"outlook.omitted[{share.omitted}]",
        ),
        concern=phrase(concern_for(interview, person, reservation), f"{answered}.concern"),
        answer=my_clause(None if reservation is None else _parted(reservation.answer), f"{answered}.answer"),
        declined=declines(outlook),
        withdraw=outlook.withdraw,
    )


def _in_own_words(person: Person, path: str) -> Value:
    """Sentences of the user's own with their capital; the template ends the last."""
    said = person.own_words
    return Told(begun(said) or said, path) if said else Missing(path)


def _parted(noted: str | None) -> str | None:
    """A note with semicolons between the sentences that it joins by commas alone."""
    return noted and "; ".join(sentences_of(noted))


def _is_told_twice(interview: Interview, person: Person) -> bool:
    """True if another hears of the same point: a sentence by itself would stand in two letters."""
    return sum(other.clarify == person.clarify for other in interview.people) > 1


def _matters(person: Person, topic: Value) -> tuple[Value, Value]:
    """What was talked about with `person`, and a matter of your own in it, told apart to those who arrange things."""
    parts = (two_matters(str(topic)) or kindness_and_matter(str(topic))) if topic and arranges(person) else None
    first, mine = parts or (str(topic) if topic else None, None)
    return becoming(topic, first), becoming(topic, mine)


def _holder(interview: Interview, person: Person, share: Share) -> str | None:
    """The title of the job for the letter of whoever the writer would work for, unless it names the job elsewhere."""
    title = interview.position.title
    is_wanted = person.role is Role.HIRING_MANAGER and not share.names_job
    return re.sub("^[Tt]he ", "", title) if is_wanted and names_its_holder(title) else None


def _signature(interview: Interview) -> SignaturePicture | None:
    candidate = interview.candidate
    if candidate.signature is None or candidate.signature.image is None:
        return None
    return SignaturePicture(candidate.signature.image, candidate.signature.alt, candidate.name)


def _announced(interview: Interview, decision: Decision, person: Person) -> dt.date | None:
    """The call of R32 is announced to the manager it goes to, or the only reader, unless you are reluctant to call."""
    to_manager = person.role is Role.HIRING_MANAGER or len(decision.recipients) == 1
    announced = interview.letter.announce_call and not interview.outlook.reluctant_to_call
    return decision.call_on if announced and to_manager else None


def _decision_ahead(interview: Interview, decision: Decision) -> dt.date | None:
    decides_on = interview.outlook.employer_decides_on
    return decides_on if decides_on and decides_on > decision.mail_on else None


def _addressee(person: Person, at: int, *, british: bool) -> tuple[Value, ...]:
    pieces = addressee(person, british=british)
    fields = {1: ("name",), 2: ("courtesy_title", "family")}[len(pieces)]
    if len(pieces) == 1:
        fields = (next((f for f in ("salutation", "given") if getattr(person, f) == pieces[0]), "name"),)
    return tuple(Told(piece, f"people[{at}].{name}") for piece, name in zip(pieces, fields, strict=True))


def _inside_address(interview: Interview, person: Person, at: int) -> tuple[Value, ...]:
    """The lines of the inside address; a recruiter without a firm of their own has no company line (X4)."""
    reader = View(person, f"people[{at}]")
    own_firm = person.company is not None or person.role is Role.RECRUITER
    company = reader.company if own_firm else told(interview.company.name, "company.name")
    address = reader.address or (() if own_firm else told(interview.company.address, "company.address"))
    return tuple(line for line in (reader.name, reader.title, reader.department, company, *address) if line)


def _place(interview: Interview, share: Share) -> Value:
    place, path = interview.interview.place, "interview.place"
    is_told = place and share.names_place and not has_its_own_clause(without_lead_in(place, path))
    return phrase(place if is_told else None, path)


def _can_be_gone_on_from(lasted: str | None, path: str) -> bool:
    """False for a length in two parts, "the afternoon, through the end of …", and one of which something is told."""
    return lasted is None or not ("," in lasted or has_its_own_clause(without_lead_in(lasted, path)))


def _lasted(interview: Interview) -> Value:
    lasted = interview.interview.lasted
    path = "interview.lasted"
    return phrase(None if lasted is None else after_the(without_lead_in(lasted, path)), path)

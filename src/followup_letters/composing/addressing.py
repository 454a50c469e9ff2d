"""Whom an e-mail is from and to, for the one writer that needs it. What its headers may hold, that writer knows."""

from __future__ import annotations

from followup_letters.choices import Medium
from followup_letters.deciding import Decision
from followup_letters.filing import file_stem
from followup_letters.markup import Envelope, Mailbox
from followup_letters.models import Interview, Person
from followup_letters.wording.names import running_name


def envelope(interview: Interview, decision: Decision, person: Person) -> Envelope | None:
    """What the e-mail to `person` says beside its words (X5); None for a letter that goes by post.

    An address on the person's card counts if none was typed, as loading has it. The attached PDF is named after the
    writer and the company.
    """
    if decision.medium is not Medium.EMAIL:
        return None
    candidate, company, letter = interview.candidate, interview.company, interview.letter
    at = next(index for index, other in enumerate(interview.people) if other.name == person.name)
    return Envelope(
        sender=Mailbox(candidate.name, candidate.email, "candidate"),
        reader=Mailbox(person.name, person.email, f"people[{at}]"),
        attachment=f"{file_stem(candidate.name, running_name(company.name))}.pdf" if letter.attach_pdf else None,
        copies=tuple(Mailbox(copy.name, copy.email, f"letter.cc[{n}]") for n, copy in enumerate(letter.cc)),
    )

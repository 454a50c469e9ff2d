"""What is left of the starter in notes that have become somebody's own: another's life, in a letter that you sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, texts
from followup_letters.checking.spotting import quoted
from followup_letters.checking.table import Notes, Remark, Scope, rule
from followup_letters.choices import FindingId as Id
from followup_letters.loading import load_text
from followup_letters.models import Interview
from followup_letters.patterns import pattern
from followup_letters.templates_folder import read

# What anybody's notes may have as well: titles, a family name, a city, how long it took, how the letters are set. The
# need that a strength answers is told where it stands.
_ANYBODYS = pattern(
    r"^(?:(?:position|people\[\d+\])\.(?:title|level|role|courtesy_title|family)|(?:interview|letter)\..*"
    r"|.*\.address\[[1-9]\d*\]|.*\.answers.*)$"
)
_PLACES = pattern(r"\[\d+\]")
_NAME = pattern(r"people\[(\d+)\]\.name")


@rule(
    Id.STARTER_LEFT,
    Severity.WARNING,  # not an error: whoever tries things out may change the examples as they like
    None,
    Scope.NOTES,
    bad=Notes("candidate: {name: Ruth Ames}"),
    good=Notes(
        """\
candidate:
  name: Ruth Ames
  address: ["7 Mill Lane", "Dayton, OH 45402"]
  strengths: [{text: Cut the waiting list from nine weeks to two, answers: [Bring the waiting list down]}]
company: {name: Hillside Clinic, short_name: Hillside, address: ["90 Fifth St", "Dayton, OH 45402"]}
position: {title: Practice Manager, responsibilities: [Bring the waiting list down]}
people: [{name: Jo Marsh, card: {name: Jo Marsh}, title: Director, role: hiring manager, talked_about: the two ledgers}]
outlook: {reasons: [your nurses set the rota themselves], questions: [who keeps the list today]}"""
    ),
)
def starter_left(case: Case) -> Iterator[Remark]:
    """Once you or the company is another than in the starter of `render-letter new`, nothing else in it is told as
    yours.
    """
    interview, starter = case.interview, _starter()
    is_theirs = interview.candidate.name == starter.candidate.name
    if is_theirs and starter.company.name.startswith(interview.company.name):
        return  # it is the starter itself, or a demonstration with its people, where a company may lack its "Inc."
    kept = "candidate." if is_theirs and interview.candidate != starter.candidate else None  # who goes on to others
    for field, text in _telling(case.noted):
        is_kept = (kept and field.startswith(kept)) or _is_a_namesake(interview, field)
        if (_field(field), text) in _theirs() and not is_kept:
            yield Remark(f"{quoted(text)} is still that of the starter; write what is yours, or delete it", field=field)


@lru_cache(maxsize=1)
def _starter() -> Interview:
    """The starter as it is today, so that its texts are listed nowhere else."""
    return load_text(read("en/starter.yaml"), name="starter.yaml")


@lru_cache(maxsize=1)
def _theirs() -> frozenset[tuple[str, str]]:
    """The texts of the starter, each with the field in which it stands: elsewhere, it is somebody's own."""
    return frozenset((_field(field), text) for field, text in _telling(texts(_starter())))


def _field(path: str) -> str:
    """The field at `path`, of whichever person or entry of a list."""
    return _PLACES.sub("[]", path)


def _is_a_namesake(interview: Interview, field: str) -> bool:
    """True for the name of a person of whom nothing else is as in the starter: there are many Tom Bakers."""
    at = _NAME.fullmatch(field)
    if at is None:
        return False
    person = interview.people[int(at[1])]
    theirs = [each for each in _starter().people if each.name == person.name]
    return all(person.title != each.title and person.talked_about != each.talked_about for each in theirs)


def _telling(noted: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each of the texts that is one person's or one company's alone, with its field."""
    return ((field, text) for field, text in noted if not _ANYBODYS.fullmatch(field))

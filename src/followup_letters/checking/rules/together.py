"""Letters to one company beside each other, as the people see them who compare notes."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.spotting import as_they_stand, quoted, words_of
from followup_letters.checking.table import Notes, Remark, Scope, Words, rule
from followup_letters.choices import FindingId as Id
from followup_letters.matching.terms import stems_of
from followup_letters.sentences import Source
from followup_letters.templates_folder import folder_of

_SIMILAR = 0.05  # the share of runs of five words that two letters may have in common
_NEARLY_THE_SAME = 0.20


@rule(
    Id.SHARED_SENTENCE,
    Severity.ERROR,
    "R3",
    Scope.SET,
    bad=Words(
        "I enjoyed our talk on Wednesday. The lanes are next.", also="I enjoyed our talk on Wednesday. So it goes."
    ),
    good=Words("I enjoyed our talk on Wednesday. The lanes are next.", also="It was good to see the floor with you."),
)
def shared_sentence(case: Case) -> Iterator[Remark]:
    """No sentence stands in two letters to one company."""
    first: dict[tuple[str, ...], Reading] = {}
    for reading in case.letters:
        for source in dict.fromkeys(reading.letter.sources):
            key = tuple(words_of(source.sentence))
            other = first.setdefault(key, reading)
            if other is not reading and key:
                yield Remark(_shared(source, other), "body", source.sentence, recipient=reading.letter.recipient.name)


@rule(
    Id.SIMILAR,
    Severity.WARNING,
    "R3",
    Scope.SET,
    bad=Words(
        "It was good to see how the lanes are run at Joliet on a Wednesday morning.",
        also="I was glad to see how the lanes are run at Joliet on such a morning.",
    ),
    good=Words(
        "It was good to see how the lanes are run at Joliet on a Wednesday morning.",
        also="The three meetings of the day fitted together well.",
    ),
)
def similar(case: Case) -> Iterator[Remark]:
    """Letters to one company have hardly five words in a row in common; over a fifth of them alike is an error."""
    said: set[tuple[str, ...]] = set()  # so that not every two are laid side by side
    for place, other in enumerate(case.letters):
        again = other.runs & said
        said |= other.runs
        likely = [one for one in case.letters[:place] if not again.isdisjoint(one.runs)] if again else []
        share, one = max(((_alike(one, other), one) for one in likely), key=itemgetter(0), default=(0.0, other))
        if share > _SIMILAR:
            name, reader = one.letter.recipient.name, other.letter.recipient.name
            longest = _common(one, other)
            message = f"{share:.0%} of the letters to {name} and to {reader} is alike, such as {longest}; reword one"
            severity = Severity.ERROR if share > _NEARLY_THE_SAME else None
            yield Remark(message, "body", severity=severity, recipient=reader)


@rule(
    Id.DETAIL_TWICE,
    Severity.WARNING,
    "R20",
    Scope.NOTES,
    bad=Notes(
        "people: [{name: Priya Raman, talked_about: the mis-sorts}, {name: Tom Baker, talked_about: the mis-sorts}]"
    ),
    good=Notes(
        "people: [{name: Priya Raman, talked_about: the mis-sorts}, {name: Tom Baker, talked_about: the new dock}]"
    ),
)
def detail_twice(case: Case) -> Iterator[Remark]:
    """A personal detail is used in one letter only."""
    recipients = {person.name for person in case.decision.recipients}
    first: dict[tuple[str, ...], str] = {}
    for index, person in enumerate(case.interview.people):
        topic = tuple(sorted(stems_of(person.talked_about or ""))) or tuple(words_of(person.talked_about or ""))
        other = first.setdefault(topic, person.name) if person.name in recipients and topic else person.name
        if other != person.name:
            message = f"{quoted(person.talked_about or '')} is given for {other} too; note what else you spoke of"
            yield Remark(message, field=f"people[{index}].talked_about")


def _shared(source: Source, other: Reading) -> str:
    told = f"{quoted(source.sentence)} stands in the letter to {other.letter.recipient.name} too"
    if not folder_of(other.letter.page.styles):
        return f"{told}; note something else for one of them"
    count = len(other.letter.decision.recipients)
    ways = f"say it in {{% vary %}} in as many ways as there are readers, {count}, each sayable to any of them"
    return f"{f'{source.template}: ' if source.template else ''}{told}; {ways}"


def _alike(one: Reading, other: Reading) -> float:
    """The share of the runs of both that both have."""
    alike = len(one.runs & other.runs)
    return alike / (len(one.runs) + len(other.runs) - alike) if alike else 0.0


def _common(one: Reading, other: Reading) -> str:
    """The longest run of words that stands in both, as it stands in the first."""
    from difflib import SequenceMatcher  # rarely needed, and slow to load

    words, theirs = words_of(one.text), words_of(other.text)
    found = SequenceMatcher(None, words, theirs, autojunk=False).find_longest_match()
    return quoted(as_they_stand(one.text, found.a, found.size))

"""Listening to a letter: how often its sentences stumble over their own rhythm (LETTERS.md, "Rhythm")."""

from __future__ import annotations

from itertools import pairwise

from followup_letters.documents import sentences
from followup_letters.markup import Element
from followup_letters.models import LetterKind, Role

LENGTHS = {
    Role.HIRING_MANAGER: (140, 230),
    Role.PERSONNEL: (70, 120),
    Role.PANEL: (80, 130),
    Role.EXECUTIVE: (80, 140),
    Role.RECRUITER: (70, 110),
    Role.OTHER: (30, 80),
}
"""Words of a pursue letter's body, at least and at most, by reader."""
COURTESY_LENGTH = (55, 110)
"""Words of a courtesy letter's body, at least and at most (R14)."""

MOST_FIRST_PERSON = 0.4  # the share of sentences that may begin with "I" or "My"


def stumbles(letter: Element, kind: LetterKind, role: Role) -> int:
    """How many faults of rhythm and length the body of `letter` has; 0 is a letter that reads well."""
    body = letter.part("body")
    words = len(body.text.split()) if body else 0
    least, most = COURTESY_LENGTH if kind is LetterKind.COURTESY else LENGTHS[role]
    blocks = [element for element in body.walk() if element.tag == "p"] if body else []
    paragraphs = [[source.sentence for source in sentences(block)] for block in blocks]
    spoken = [sentence for paragraph in paragraphs for sentence in paragraph]
    mine = [sentence.split()[0] in {"I", "My", "I’ll", "I’d", "I’m"} for sentence in spoken]
    too_many = sum(mine) > MOST_FIRST_PERSON * len(mine)
    in_a_row = sum(a and b and c for a, b, c in zip(mine, mine[1:], mine[2:], strict=False))
    openings = [" ".join(sentence.split()[:2]).casefold() for sentence in spoken]
    alike = len(openings) - len(set(openings))
    first_words = [paragraph[0].split()[0] for paragraph in paragraphs if paragraph]
    paragraphs_alike = sum(a == b for a, b in pairwise(first_words))
    return (not least <= words <= most) + too_many + in_a_row + alike + paragraphs_alike

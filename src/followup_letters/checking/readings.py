"""What the rules read: a letter taken apart into its words, each known to be the template's or the user's.

Nothing is judged here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from pydantic import BaseModel

from followup_letters.checking.spotting import figures, runs, spots, words_of
from followup_letters.choices import LetterKind, Response, Role
from followup_letters.deciding import Decision
from followup_letters.documents import PHRASE_WORDS, Letter
from followup_letters.html_subset import BLOCKS
from followup_letters.markup import Element
from followup_letters.models import Event, Interview
from followup_letters.sentences import Source, leaves, sentences, spoken_in

_NAMES = re.compile(
    r"candidate\.name|company\.(?:name|short_name|address.*)|people\[\d+\]\.(?:name|family|given|company|address.*)"
)


# Where words stand that are the user's own to choose.
_FILES = ("letter.letterhead", "candidate.signature")  # of whose content, in letters and figures, no text is made
_PHRASE = re.compile(
    r"^(?:candidate\.strengths\[\d+\]\.(?:text|clause)|position\.responsibilities\[\d+\]\.text"
    r"|people\[\d+\]\.(?:talked_about|own_words|clarify|promised)|outlook\.(?:reasons|omitted)\[\d+\]"
    r"|outlook\.reservations\[\d+\]\.answer|interview\.(?:lasted|place))$"
)


_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
_OURS = frozenset({"hr", "ok", "tv", "i", "i'm", "i'd", "i'll", "i've", "cv", "dear", "page", "pdf", "ps", "english"})


class Piece(NamedTuple):
    """Words that stand together; `field` is where the user wrote them, None for the template's own."""

    text: str
    field: str | None

    @property
    def is_name(self) -> bool:
        """True for what nobody may reword: the names of people and companies, and addresses."""
        return self.field is not None and _holds_a_name(self.field)


@lru_cache(maxsize=1024)
def _holds_a_name(field: str) -> bool:
    return _NAMES.fullmatch(field) is not None


@dataclass(frozen=True)
class Part:
    """One block of a letter with the name of the part it belongs to, such as "body" or "closing"."""

    name: str
    pieces: tuple[Piece, ...]

    @cached_property
    def text(self) -> str:
        """Its words."""
        return "".join([piece.text for piece in self.pieces])

    @cached_property
    def sentences(self) -> tuple[Source, ...]:
        """Its sentences, with their fields."""
        return tuple(Source(sentence, tuple(fields)) for sentence, fields in spoken_in(self.pieces))

    @cached_property
    def own(self) -> str:
        """Its words with a space for each text of the user's."""
        return "".join([" " if piece.field else piece.text for piece in self.pieces])

    @cached_property
    def without_names(self) -> str:
        """Its words with a space for each name."""
        return "".join([" " if piece.is_name else piece.text for piece in self.pieces])


class Spot(NamedTuple):
    """A phrase in a letter: as it stands there, its part and sentence, and the field it was written in, if in one."""

    phrase: str
    part: str
    sentence: str
    field: str | None


HIDDEN = "hidden text"
"""The part of what is not printed: the text in place of a picture, the address of a link."""
FACTS = ("candidate.strengths", "outlook.omitted", "outlook.reservations", "position.")
"""The fields that tell what was done and what the job is: a phrase in them means what it says."""


@dataclass(frozen=True)
class Reading:
    """One letter, read."""

    letter: Letter

    @property
    def root(self) -> Element:
        """The whole letter."""
        return self.letter.page.root

    @property
    def is_courtesy(self) -> bool:
        return self.letter.kind is LetterKind.COURTESY

    @property
    def role(self) -> Role:
        """What its reader was to the writer."""
        return self.letter.recipient.role or Role.PANEL

    @cached_property
    def person_field(self) -> str:
        """Where its reader stands in the interview file: `people[1]`."""
        names = [person.name for person in self.letter.interview.people]
        name = self.letter.recipient.name
        return f"people[{names.index(name)}]" if name in names else "people"

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every block that holds words, in order."""
        return tuple(_parts(self.root, "letter"))

    @cached_property
    def said(self) -> tuple[Part, ...]:
        """All that goes out: the blocks, the head of later pages, the title, and the texts of pictures and links."""
        page = self.letter.page
        unseen = [element.attributes.get(name) for element in page.root.walk() for name in ("alt", "href")]
        hidden = [Part(HIDDEN, (Piece(text, None),)) for text in unseen if text]
        head = _parts(page.running, "later pages") if page.running else ()
        return (*self.parts, *head, Part("title", (Piece(page.title, None),)), *hidden)

    @cached_property
    def _blocks(self) -> list[tuple[str, tuple[Source, ...]]]:
        """The paragraphs and list items of the body, each as its tag and its sentences."""
        body = self.root.part("body")
        found = [element for element in body.walk() if element.tag in {"p", "li"}] if body else []
        return [(block.tag, tuple(sentences(block))) for block in found]

    @cached_property
    def blocks(self) -> tuple[tuple[Source, ...], ...]:
        """The paragraphs and list items of the body, each as its sentences."""
        return tuple(said for _, said in self._blocks)

    @cached_property
    def paragraphs(self) -> tuple[tuple[Source, ...], ...]:
        """The paragraphs of the body, without the items of a list."""
        return tuple(said for tag, said in self._blocks if tag == "p")

    @cached_property
    def listed(self) -> frozenset[str]:
        """The fields of the input that stand in the items of a list."""
        items = (said for tag, said in self._blocks if tag == "li")
        return frozenset(field for said in items for sentence in said for field in sentence.fields)

    @cached_property
    def sentences(self) -> tuple[Source, ...]:
        """The sentences of the body."""
        return tuple(sentence for block in self.blocks for sentence in block)

    @cached_property
    def body(self) -> tuple[Part, ...]:
        """The blocks of the body."""
        return tuple(part for part in self.parts if part.name == "body")

    @cached_property
    def text(self) -> str:
        """The words of the body."""
        return "\n".join(part.text for part in self.body)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of five words in the body."""
        return frozenset(runs(self.text, PHRASE_WORDS))

    @cached_property
    def used(self) -> frozenset[str]:
        """The fields of the input that stand in the body."""
        return frozenset(field for sentence in self.sentences for field in sentence.fields)

    def spots(self, table: str, without: tuple[str, ...] = ()) -> Iterator[Spot]:
        """Where phrases of the lexicon's `table` stand; names, and the fields that begin so, are passed over."""
        if without not in self._texts:  # several tables are looked for in the same
            self._texts[without] = [_text_without(part, without) for part in self.parts]
        for part, text in zip(self.parts, self._texts[without], strict=True):
            for phrase in spots(text, table):
                yield self.spot(part, phrase)

    @cached_property
    def _texts(self) -> dict[tuple[str, ...], list[str]]:
        return {}

    def spot(self, part: Part, phrase: str) -> Spot:
        """Where `phrase` stands in `part`: in which sentence, and in which field of the interview file, if in one."""
        wanted = _plain(phrase)
        fields = (piece.field for piece in part.pieces if piece.field and wanted in _plain(piece.text))
        said = (each.sentence for each in self.sentences if wanted in _plain(each.sentence))
        sentence = next(said, part.text) if part.name == "body" else part.text
        return Spot(phrase, part.name, sentence, next(fields, None))

    def part(self, name: str) -> Part | None:
        """The first block of that part."""
        return next((part for part in self.parts if part.name == name), None)

    def sentence_with(self, words: str) -> str | None:
        """The sentence of the body in which `words` stand."""
        return next((each.sentence for each in self.sentences if words in each.sentence), None)


@dataclass(frozen=True)
class Case:
    """Everything there is to check at once: an interview, what was decided, and its letters, read.

    `whole` is True if the letters are all that were decided on; `today` is None where nobody told.
    """

    interview: Interview
    decision: Decision
    letters: tuple[Reading, ...]
    whole: bool
    today: dt.date | None = None

    @cached_property
    def written(self) -> tuple[tuple[str, str], ...]:
        """The words of the user's that the letters of this kind may use, with their fields: names and notes apart."""
        facts = ("candidate.strengths", "position.responsibilities")
        untold = facts if self.decision.kind is LetterKind.COURTESY else ()
        return tuple(
            (field, text) for field, text in self.told if _PHRASE.search(field) and not field.startswith(untold)
        )

    @cached_property
    def told(self) -> tuple[tuple[str, str], ...]:
        """Every text of the interview that a letter may use, with its field: without the private ones."""
        return tuple((field, text) for field, text in self.noted if not is_private(field))

    @cached_property
    def noted(self) -> tuple[tuple[str, str], ...]:
        """Every text and date of the interview, with its field."""
        return tuple(texts(self.interview))

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word and figure of the interview, with the days that its dates give."""
        told = "\n".join(text for field, text in self.told if not is_file(field))
        found = {*words_of(told), *figures(told)}
        pieces = set(re.split(r"[-'\n]", "\n".join(found)))
        decides_on = self.interview.outlook.employer_decides_on
        days = (self.interview.interview.date, self.decision.mail_on, self.decision.call_on, decides_on, self.today)
        numbers = {str(number) for day in days if day for number in (day.day, day.year)}
        return frozenset(found | pieces | numbers | _CALENDAR | _OURS)

    @cached_property
    def openly(self) -> str:
        """What everybody knows: names, the job and its responsibilities, your own record, and the problem itself."""
        begin = ("candidate.", "company.", "position.", "outlook.problem.")
        end = (".name", ".title", ".department", ".family", ".given", ".company")
        return "\n".join(text for field, text in self.told if field.startswith(begin) or field.endswith(end))

    @cached_property
    def filled(self) -> Event | None:
        """What says that they have hired someone else, so that a letter would ask for a job that is gone (R22)."""
        met_on = self.interview.interview.date
        known = (event for event in self.interview.history if met_on <= event.on <= (self.today or event.on))
        return next((event for event in known if event.response is Response.HIRED_SOMEONE_ELSE), None)

    @cached_property
    def printed(self) -> frozenset[str]:
        """The fields that one of the letters prints."""
        return frozenset(field for reading in self.letters for field in reading.used)

    @cached_property
    def topics(self) -> Counter[tuple[str, ...]]:
        """How often each thing was talked about, by its words."""
        return Counter(tuple(words_of(person.talked_about or "")) for person in self.interview.people)


def _text_without(part: Part, without: tuple[str, ...]) -> str:
    """The words of `part` with an end of line for what is passed over."""
    return "".join(["\n" if _passed_over(piece, without) else piece.text for piece in part.pieces])


def _passed_over(piece: Piece, without: tuple[str, ...]) -> bool:
    return piece.is_name or (bool(without) and (piece.field or "").startswith(without))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def is_file(field: str) -> bool:
    """True for the content of a file, in letters and figures of which no text is made."""
    return field.startswith(_FILES)


def is_private(field: str) -> bool:
    """True for what must stand in no letter (R50)."""
    return field.startswith(("outlook.private", "outlook.problem.idea", "history", "outlook.other_offer"))


def texts(value: Any, path: str = "") -> list[tuple[str, str]]:
    """Every text and date below `value`, with its path."""
    if isinstance(value, str):
        return [(path, str(value))]
    if value is None or isinstance(value, bool):
        return []
    if isinstance(value, BaseModel):
        below = [(f"{path}.{name}".removeprefix("."), getattr(value, name)) for name in type(value).model_fields]
    elif isinstance(value, dict):
        below = [(f"{path}.{key}", item) for key, item in value.items()]
    elif isinstance(value, list | tuple):
        below = [(f"{path}[{index}]", item) for index, item in enumerate(value)]
    else:
        return [(path, str(value))]
    return [text for inner, item in below for text in texts(item, inner)]


def _parts(element: Element, name: str) -> Iterator[Part]:
    name = next(iter(element.classes), name) if name != "body" else name
    for is_block, children in groupby(element.children, key=_is_block):
        if is_block:
            for child in children:
                if isinstance(child, Element):
                    yield from _parts(child, name)
            continue
        words = Element(element.tag, element.attributes, tuple(children))  # of a block, or between the blocks in it
        if words.text.strip():
            yield Part(name, tuple([Piece(text, field) for text, field in leaves(words, None)]))


def _is_block(node: Element | str) -> bool:
    return isinstance(node, Element) and node.tag in BLOCKS

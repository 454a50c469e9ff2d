"""The `vary` tag: several ways to say one thing, written as plainly as a list.

    {% vary %}        We talked about {{ person.talked_about }}.
    {% or %}          What we said about {{ person.talked_about }} has stayed with me.
    {% or if british %} …
    {% otherwise %}   I enjoyed meeting you.
    {% endvary %}

One way is chosen among those that can be said: a way that prints a value the input does not have, or whose `if` is
false, cannot. The ways after `otherwise` count only if none before it can be said; if none at all can, nothing is
printed, which is noted of a list of one's own that has no condition and so is meant to say something. Within one set of
letters no way is used twice while another before the same `otherwise` is left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple, Protocol

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup

from followup_letters.html_subset import VOID
from followup_letters.patterns import pattern
from followup_letters.templates_folder import is_ours
from followup_letters.templating.slips import shown
from followup_letters.templating.told import Unsayable

CHOOSER = "_chooser"  # the name under which a Chooser, or a Draft, stands in the template context

Tiers = Sequence[Sequence[int]]
_TAG = pattern("<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_REFUSAL = "\0"  # what a way says if its condition is false; no input may hold it


class _OpenTag(NamedTuple):
    """A tag that one way of saying it leaves open, or closes for another, and its line."""

    name: str
    closes: bool
    line: int

    @property
    def written(self) -> str:
        return f"<{'/' * self.closes}{self.name}>"


_OpenTags = list[_OpenTag]  # of one way


class Speaker(Protocol):
    """What the tag asks for the words: a Chooser, or a Draft in place of it."""

    def say(self, slot: str, tiers: Tiers, caller: Callable[[int], str]) -> Markup:
        """What to print for `slot`, each way of which `caller` renders."""
        ...


class Chooser:
    """Draws without replacement over one set of letters, the same on every run: it knows no clock and no chance."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._used: dict[str, dict[int, int]] = {}  # how often each way of each slot stands in a letter
        self._uses: list[tuple[str, int]] = []  # in their order, to be taken back
        self.unsaid: list[str] = []  # where a list said nothing that was meant to

    def order(self, slot: str, tiers: Tiers) -> Iterator[int]:
        """The ways of `slot`: by tier, then the least used first, then in the seed's own order."""
        for alike in self.alike(slot, tiers):  # most slots need the first few alone
            yield from sorted(alike, key=self._by_seed(slot))

    def first(self, slot: str, tiers: Tiers) -> int:
        """The first way of `slot` in that order."""
        alike = next(iter(self.alike(slot, tiers)))
        return alike[0] if len(alike) == 1 else min(alike, key=self._by_seed(slot))

    def _by_seed(self, slot: str) -> Callable[[int], bytes]:
        seed = f"{self._seed}|{slot}|"
        return lambda way: sha256(f"{seed}{way}".encode()).digest()

    def alike(self, slot: str, tiers: Tiers) -> Iterable[Sequence[int]]:
        """The ways of `slot` among which the seed alone decides, those that come first before the others."""
        used = self._used.get(slot)
        if not used:  # as in a first letter
            return filter(None, tiers)
        ranks: dict[tuple[int, int], list[int]] = {}
        for tier, ways in enumerate(tiers):
            for way in ways:
                ranks.setdefault((tier, used.get(way, 0)), []).append(way)
        return (ranks[rank] for rank in sorted(ranks))

    def use(self, slot: str, way: int) -> None:
        """Remember that `way` of `slot` stands in a letter of this set."""
        self._count(slot, way, 1)
        self._uses.append((slot, way))

    def _count(self, slot: str, way: int, more: int) -> None:
        used = self._used.get(slot, {})
        self._used[slot] = {**used, way: used.get(way, 0) + more}  # a new one, for others may look at the old

    def reseeded(self, salt: int) -> Chooser:
        """A chooser that remembers what this one does and draws in another order."""
        other = Chooser(f"{self._seed}#{salt}" if salt else self._seed)
        other._used = self._used.copy()
        return other

    def say(self, slot: str, tiers: Tiers, caller: Callable[[int], str]) -> Markup:
        """The first way of `slot`, in its order, that can be said; nothing if none can."""
        for way in self.order(slot, tiers):
            uses, unsaid = len(self._uses), len(self.unsaid)
            said = said_by(caller, way)
            if said is not None:
                self.use(slot, way)
                return Markup(said)
            self._take_back(uses, unsaid)
        return Markup()

    def _take_back(self, uses: int, unsaid: int) -> None:
        """Forget what came after so many: what was inside of a way that could not be said after all."""
        for slot, way in self._uses[uses:]:
            self._count(slot, way, -1)
        del self._uses[uses:], self.unsaid[unsaid:]


class Vary(Extension):
    """Jinja's side of the tag: each way becomes a branch of one call block, rendered only to see if it can be said."""

    tags = {"vary"}  # noqa: RUF012  # Jinja declares it so

    def parse(self, parser: Parser) -> nodes.Node:
        """Parse from `vary` to `endvary`."""
        line = next(parser.stream).lineno
        tiers: list[list[int]] = [[]]
        body: list[nodes.Node] = []
        open_tags: list[_OpenTags] = []
        word, has_condition = "vary", False
        while word != "endvary":
            way = sum(map(len, tiers))
            tiers[-1].append(way)
            has_condition |= parser.stream.current.test("name:if")
            body.append(self._way(parser, way, line, open_tags))
            word = next(parser.stream).value
            if word == "otherwise":
                tiers.append([])
        _refuse_uneven(parser, open_tags)
        slot, is_optional = f"{parser.name}:{line}", has_condition or is_ours(parser.filename)
        place = None if is_optional else f"{shown(parser.name or '', parser.filename)}:{line}"
        facts = [nodes.Const(slot), nodes.Const(tuple(map(tuple, tiers))), nodes.Const(place)]
        arguments = [nodes.ContextReference(), *facts]
        call = self.call_method("_say", arguments, lineno=line)
        return nodes.CallBlock(call, [nodes.Name("way", "param")], [], body, lineno=line)

    def _way(self, parser: Parser, way: int, line: int, open_tags: list[_OpenTags]) -> nodes.Node:
        begins = parser.stream.current.lineno
        condition = parser.parse_expression() if parser.stream.skip_if("name:if") else None
        said = parser.parse_statements(("name:or", "name:otherwise", "name:endvary"))
        if all(_is_blank(each) for each in said):
            parser.fail("a way of {% vary %} says nothing; write a sentence there, or take it out", begins)
        if not is_ours(parser.filename) and (left := _left_open(said)) is not None:
            open_tags.append(left)
        if condition is not None:
            refusal = nodes.Output([nodes.TemplateData(_REFUSAL)], lineno=line)
            said = [nodes.If(condition, said, [], [refusal], lineno=line)]
        chosen = nodes.Compare(nodes.Name("way", "load"), [nodes.Operand("eq", nodes.Const(way))], lineno=line)
        return nodes.If(chosen, said, [], [], lineno=line)

    def _say(
        self, context: Context, slot: str, tiers: Tiers, place: str | None, caller: Callable[[int], str]
    ) -> Markup:
        speaker: Speaker = context[CHOOSER]
        said = speaker.say(slot, tiers, caller)
        if place and not said and isinstance(speaker, Chooser):
            speaker.unsaid.append(place)
        return said


def _is_blank(node: nodes.Node) -> bool:
    """True for white space between tags."""
    texts = node.nodes if isinstance(node, nodes.Output) else [node]
    return all(isinstance(text, nodes.TemplateData) and not text.data.strip() for text in texts)


def _left_open(said: Sequence[nodes.Node]) -> _OpenTags | None:
    """The tags of HTML that a way opens and does not close, or closes and did not open; None of one with branches."""
    if not all(isinstance(each, nodes.Output) for each in said):
        return None
    left: dict[str, list[_OpenTag]] = {}
    pieces = (piece for each in said if isinstance(each, nodes.Output) for piece in each.nodes)
    for text in (piece for piece in pieces if isinstance(piece, nodes.TemplateData)):
        for found in _TAG.finditer(text.data):
            tag, line = found[2].lower(), text.lineno + text.data.count("\n", 0, found.start())
            opened = left.setdefault(tag, [])
            if found[1] and opened and not opened[-1].closes:
                opened.pop()
            elif tag not in VOID:
                opened.append(_OpenTag(tag, bool(found[1]), line))
    return [each for of_tag in left.values() for each in of_tag]


def _refuse_uneven(parser: Parser, ways: Sequence[_OpenTags]) -> None:
    """A slip for a way that leaves other tags open than the first that leaves fewest: it may not be the one chosen."""
    fewest = Counter(each.written for each in min(ways, key=len, default=[]))
    for left in ways:
        more = Counter(each.written for each in left) - fewest
        for each in (each for each in left if each.written in more):
            told = "closes nothing" if each.closes else "is not closed"
            other = "opens it" if each.closes else "leaves it open"
            parser.fail(f"{each.written} {told} in this way of {{% vary %}}, and not every way {other}", each.line)


def said_by(caller: Callable[[int], str], way: int) -> str | None:
    """What `way` says as `caller` renders it; None if it cannot be said."""
    try:
        said = caller(way)
    except Unsayable:
        return None
    return None if said == _REFUSAL else said

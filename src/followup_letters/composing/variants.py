"""The `vary` tag: several ways to say one thing, written as plainly as a list.

    {% vary %}        We talked about {{ person.talked_about }}.
    {% or %}          What we said about {{ person.talked_about }} has stayed with me.
    {% or if british %} …
    {% otherwise %}   I enjoyed meeting you.
    {% endvary %}

One way is chosen among those that can be said: a way that prints a value the input does not have, or whose `if` is
false, cannot. The ways after `otherwise` count only if none before it can be said; if none at all can, nothing is
printed. Within one set of letters no way is used twice while another, of whatever tier, is left.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup

from followup_letters.templating.told import Unsayable

CHOOSER = "_chooser"  # the name under which a render's Chooser stands in the template context


class Chooser:
    """Draws without replacement over one set of letters, the same on every run: it knows no clock and no chance."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._used: Counter[tuple[str, int]] = Counter()

    def order(self, slot: str, tiers: Sequence[Sequence[int]]) -> list[int]:
        """The ways of `slot`: least used first, then by tier, then in the seed's own order."""
        ways = [(tier, way) for tier, members in enumerate(tiers) for way in members]
        ways.sort(key=lambda at: (self._used[slot, at[1]], at[0], _rank(self._seed, slot, at[1])))
        return [way for _, way in ways]

    def use(self, slot: str, way: int) -> None:
        """Remember that `way` of `slot` stands in a letter of this set."""
        self._used[slot, way] += 1

    def reseeded(self, salt: int) -> Chooser:
        """A chooser that remembers what this one does and draws in another order."""
        other = Chooser(f"{self._seed}#{salt}" if salt else self._seed)
        other._used = self._used.copy()
        return other

    def restore(self, used: Counter[tuple[str, int]]) -> None:
        """Forget everything that was used since `used` was taken by `snapshot`."""
        self._used = used

    def snapshot(self) -> Counter[tuple[str, int]]:
        """What has been used so far, to come back to."""
        return self._used.copy()


@lru_cache(maxsize=4096)  # several letters of one set; the next set draws by another seed
def _rank(seed: str, slot: str, way: int) -> bytes:
    return hashlib.sha256(f"{seed}|{slot}|{way}".encode()).digest()


class Vary(Extension):
    """Jinja's side of the tag: each way becomes a branch of one call block, rendered only to see if it can be said."""

    tags = {"vary"}  # noqa: RUF012  # Jinja declares it so

    def parse(self, parser: Parser) -> nodes.Node:
        """Parse from `vary` to `endvary`."""
        line = next(parser.stream).lineno
        tiers: list[list[int]] = [[]]
        body: list[nodes.Node] = []
        word = "vary"
        while word != "endvary":
            way = sum(map(len, tiers))
            tiers[-1].append(way)
            body.append(self._way(parser, way, line))
            word = next(parser.stream).value
            if word == "otherwise":
                tiers.append([])
        slot = nodes.Const(f"{parser.name}:{line}")
        arguments = [nodes.ContextReference(), slot, nodes.Const(tuple(map(tuple, tiers)))]
        call = self.call_method("_say", arguments, lineno=line)
        return nodes.CallBlock(call, [nodes.Name("way", "param")], [], body, lineno=line)

    def _way(self, parser: Parser, way: int, line: int) -> nodes.Node:
        condition = parser.parse_expression() if parser.stream.skip_if("name:if") else None
        said = parser.parse_statements(("name:or", "name:otherwise", "name:endvary"))
        if condition is not None:
            refuse = nodes.Output([self.call_method("_refuse", lineno=line)], lineno=line)
            said = [nodes.If(nodes.Not(condition), [refuse], [], [], lineno=line), *said]
        chosen = nodes.Compare(nodes.Name("way", "load"), [nodes.Operand("eq", nodes.Const(way))], lineno=line)
        return nodes.If(chosen, said, [], [], lineno=line)

    def _refuse(self) -> Markup:
        raise Unsayable("a condition of the template")

    def _say(
        self, context: Context, slot: str, tiers: tuple[tuple[int, ...], ...], caller: Callable[[int], str]
    ) -> Markup:
        chooser: Chooser = context[CHOOSER]
        for way in chooser.order(slot, tiers):
            before = chooser.snapshot()
            try:
                said = Markup(caller(way))
            except Unsayable:
                chooser.restore(before)
                continue
            chooser.use(slot, way)
            return said
        return Markup()

"""The `say` tag of a call sheet: one prompt, in the first wording that can be said and is short enough to read aloud.

    {% say %}  Besides {{ tried | joined("and") }}, what have you tried for {{ problem.what }}?
    {% or %}   What have you tried for {{ problem.what }} so far?
    {% or %}   What have you tried so far?
    {% endsay %}

A wording that prints a value the input does not have cannot be said; one of more than 25 words is not read at a
glance. If none is left, the prompt is left out with its list item.
"""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup

from followup_letters.templating.told import Unsayable

MOST_WORDS = 25
"""Words that a prompt may have (LETTERS.md, "The call sheet")."""
_MOST_CHARACTERS = 170


class Say(Extension):
    """Jinja's side of the tag: each wording becomes a branch of one call block."""

    tags = {"say"}  # noqa: RUF012  # Jinja declares it so

    def parse(self, parser: Parser) -> nodes.Node:
        """Parse from `say` to `endsay`."""
        line = next(parser.stream).lineno
        body: list[nodes.Node] = []
        word = "say"
        while word != "endsay":
            said = parser.parse_statements(("name:or", "name:endsay"))
            wanted = nodes.Compare(nodes.Name("way", "load"), [nodes.Operand("eq", nodes.Const(len(body)))])
            body.append(nodes.If(wanted, said, [], [], lineno=line))
            word = next(parser.stream).value
        call = self.call_method("_first", [nodes.Const(len(body))], lineno=line)
        return nodes.CallBlock(call, [nodes.Name("way", "param")], [], body, lineno=line)

    def _first(self, ways: int, caller: Callable[[int], str]) -> Markup:
        for way in range(ways):
            try:
                said = Markup(caller(way))
            except Unsayable:
                continue
            words = said.striptags()
            if words and len(words.split()) <= MOST_WORDS and len(words) <= _MOST_CHARACTERS:
                return Markup('<li class="prompt">{}</li>').format(said)
        return Markup()

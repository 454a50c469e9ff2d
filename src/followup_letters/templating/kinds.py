"""What the values of a template are made of, whether this letter has them or not, and the slips in their parts.

A value that is absent says nothing of its parts, so these are read off the annotations of the context: of what is None,
of the items of a list that is empty, and of the names that a template gives to either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from jinja2 import nodes

from followup_letters.templating.told import Missing, Told

_Kind: TypeAlias = Any  # an annotation; None where a value may be anything
_Known: TypeAlias = dict[str, _Kind]


def unknown_parts(tree: nodes.Template, context: type) -> Iterator[tuple[nodes.Getattr, list[str]]]:
    """The parts that `tree` reads of values of `context` and that none of these has, each with those it has.

    A macro is left out, for it may be called with anything.
    """
    yield from _in_all(tree.body, dict(parts_of(context) or {}))


def _in_all(several: Sequence[nodes.Node], known: _Known) -> Iterator[tuple[nodes.Getattr, list[str]]]:
    for node in several:
        yield from _in(node, known)


def _in(node: nodes.Node, known: _Known) -> Iterator[tuple[nodes.Getattr, list[str]]]:
    if isinstance(node, nodes.Macro):
        return
    if isinstance(node, nodes.Getattr):
        parts = parts_of(kind_of(node.node, known))
        if parts is not None and node.attr not in parts:
            yield node, [name for name in parts if not name.startswith("_")]
    if isinstance(node, nodes.For):
        yield from _in(node.iter, known)
        inner = {**known, **_named(node.target, _item(kind_of(node.iter, known)))}
        yield from _in_all([*([node.test] if node.test else []), *node.body, *node.else_], inner)
        return
    if isinstance(node, nodes.CallBlock | nodes.With):  # whose names may be anything
        names = node.args if isinstance(node, nodes.CallBlock) else node.targets
        known = {**known, **{name: None for each in names for name in _named(each, None)}}
    yield from _in_all(list(node.iter_child_nodes()), known)
    if isinstance(node, nodes.Assign):
        known |= _named(node.target, kind_of(node.node, known))


def _named(target: nodes.Node, kind: _Kind) -> _Known:
    """What the names of a loop or of a `set` stand for; of several at once nothing is known."""
    if isinstance(target, nodes.Name):
        return {target.name: kind}
    return dict.fromkeys((name.name for name in target.find_all(nodes.Name)), None)


def kind_of(node: nodes.Node, known: Mapping[str, _Kind]) -> _Kind:
    """The annotation of what `node` gives; None where it may be anything."""
    if isinstance(node, nodes.Name):
        return known.get(node.name)
    if isinstance(node, nodes.Getattr):
        return (parts_of(kind_of(node.node, known)) or {}).get(node.attr)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int):
        return _item(kind_of(node.node, known))
    if isinstance(node, nodes.Filter) and node.node is not None and node.name in ("first", "last"):
        return _item(kind_of(node.node, known))
    return None


def _item(kind: _Kind) -> _Kind:
    """What the items of a list are."""
    origin: Any = get_origin(kind)
    return get_args(kind)[0] if origin in (tuple, Sequence) else None


@lru_cache(maxsize=64)
def parts_of(kind: _Kind) -> Mapping[str, _Kind] | None:
    """The parts of a value, with what they are; None where it may have any, as what the interview file says has."""
    choices = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    there = [each for each in choices if each not in (NoneType, Missing)]
    (only,) = there if len(there) == 1 else (None,)
    if only is Told:
        return dict.fromkeys(dir(Told))
    if not (isinstance(only, type) and is_dataclass(only)):
        return None
    properties = {
        name: get_type_hints(each.fget).get("return")
        for base in reversed(only.__mro__)
        for name, each in vars(base).items()
        if isinstance(each, property)
    }
    return {**get_type_hints(only), **properties}

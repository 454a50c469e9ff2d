"""What a text means, as a point among other texts: a small sentence encoder, learnt from a large one.

The pieces of a text look at one another in a few layers, and their weighed mean is the meaning. All its numbers are
learnt beforehand (benchmarks/matching/make_encoder.py) and lie beside this module. A text is read by itself, so that
no bit of its meaning depends on what else is read.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files
from threading import Lock
from typing import Any, NamedTuple

from followup_letters.matching.pieces import pieces_of
from followup_letters.once import free_at_forks, once

Vector = Any  # an array of numpy's, which takes long to load and so is only asked for where a text is read
LONGEST = 32  # pieces of a text that are read
_SMALLEST = 1e-5
_HEAD = 32  # numbers that one head of a layer looks at
# The limit on threads holds for the process, and is lifted when a text is read.
_ONE_AT_A_TIME = free_at_forks(Lock())


class _Step(NamedTuple):
    """What turns one vector into another: weights and a shift."""

    weights: Vector
    shift: Vector

    def __call__(self, seen: Vector) -> Vector:
        return seen @ self.weights + self.shift


class _Evenly(NamedTuple):
    """What brings a vector's numbers to one mean and one spread."""

    scale: Vector
    shift: Vector

    def __call__(self, seen: Vector) -> Vector:
        width = seen.shape[-1]
        seen = seen - seen.sum(axis=-1, keepdims=True) / width  # the same as its mean(), which takes twice as long
        spread = ((seen * seen).sum(axis=-1, keepdims=True) / width + _SMALLEST) ** 0.5
        return seen / spread * self.scale + self.shift


class _Layer(NamedTuple):
    """One layer: every piece looks at all others, and thinks it over."""

    look: _Step
    gather: _Step
    after_looking: _Evenly
    widen: _Step
    narrow: _Step
    after_thinking: _Evenly

    def __call__(self, seen: Vector) -> Vector:
        seen = self.after_looking(seen + self.gather(_looked_at(self.look(seen))))
        return self.after_thinking(seen + self.narrow(self.widen(seen).clip(min=0)))


class _Encoder(NamedTuple):
    pieces: Vector  # small whole numbers, a row a piece
    sizes: Vector  # what a row's numbers are multiplied with
    places: Vector
    begin: _Evenly
    layers: tuple[_Layer, ...]
    weigh: _Step
    turn: Vector

    def __call__(self, places: list[int]) -> Vector:
        seen = self.begin(self.pieces[places] * self.sizes[places, None] + self.places[: len(places)])
        for layer in self.layers:
            seen = layer(seen)
        mean = _shares(self.weigh(seen)[:, 0]) @ seen @ self.turn
        return mean / (mean @ mean) ** 0.5


@lru_cache(maxsize=2048)
def meaning(text: str) -> Vector | None:
    """The meaning of `text`, a vector of length 1; None if there is nothing in it to read."""
    places = tuple(pieces_of(text, LONGEST))
    if not places:
        return None
    with _ONE_AT_A_TIME:
        return _read(places)


@lru_cache(maxsize=64)  # what several threads ask for at once is read by the first of them
def _read(places: tuple[int, ...]) -> Vector:
    encoder = _encoder()  # first, for it loads numpy: until then there are no threads that could be limited
    with _threads().limit(limits=1):
        return encoder([*places])


def likeness(one: Vector | None, other: Vector | None) -> float:
    """The cosine of two meanings, from -1 to 1; 0 if one of them is None."""
    return 0.0 if one is None or other is None else round(float(one @ other), 4)


def _looked_at(asked: Vector) -> Vector:
    """What each piece sees of the others, by what it asks and what they answer."""
    heads = asked.shape[1] // (3 * _HEAD)
    asking, answering, telling = asked.reshape(len(asked), 3, heads, _HEAD).transpose(1, 2, 0, 3)
    seen = _shares(asking @ answering.transpose(0, 2, 1) / _HEAD**0.5) @ telling
    return seen.transpose(1, 0, 2).reshape(len(asked), heads * _HEAD)


def _shares(numbers: Vector) -> Vector:
    """Numbers as shares of one, the greatest with the largest share."""
    import numpy

    powers = numpy.exp(numbers - numbers.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


@once
def _threads() -> Any:
    """What numpy reckons with, and how many threads that may take: for so little, one is many times as fast as two."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController().select(user_api="blas")


@once
def _encoder() -> _Encoder:
    import numpy

    with as_file(files(__package__).joinpath("encoder.npz")) as path, numpy.load(path) as kept:
        numbers = {name: kept[name] for name in kept.files}
    with as_file(files(__package__).joinpath("pieces.npy")) as path:
        pieces = numpy.load(path, mmap_mode="r")  # of which few are ever needed

    def read(name: str) -> Vector:
        return numbers[name].astype(numpy.float32)

    def step(name: str) -> _Step:
        return _Step(read(f"{name}.weights"), read(f"{name}.shift"))

    def evenly(name: str) -> _Evenly:
        return _Evenly(read(f"{name}.scale"), read(f"{name}.shift"))

    def layer(name: str) -> _Layer:
        steps = (step(f"{name}.look"), step(f"{name}.gather"), evenly(f"{name}.after_looking"))
        return _Layer(*steps, step(f"{name}.widen"), step(f"{name}.narrow"), evenly(f"{name}.after_thinking"))

    layers = tuple(layer(str(number)) for number in range(int(numbers["layers"])))
    return _Encoder(pieces, read("sizes"), read("places"), evenly("begin"), layers, step("weigh"), read("turn"))

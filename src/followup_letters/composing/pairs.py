"""Needs and proofs as the sentences of a letter may use them, each in the forms that are proved for it.

Which need goes with which proof is settled in `proving`; how a sentence puts them, in the templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import NamedTuple

from followup_letters.choices import Role
from followup_letters.composing.answering import Answer, was_said_so
from followup_letters.composing.echoes import (
    are_akin,
    begins_alike,
    is_done_by,
    is_made_by,
    is_named_by,
    is_said_by,
    names_head,
    says_again,
    share_a_word,
)
from followup_letters.composing.needs import Need, need_at, speaks_of
from followup_letters.composing.proofs import Proofs
from followup_letters.composing.talks import hears_of_one
from followup_letters.composing.telling_again import told_briefly
from followup_letters.models import Interview, Person, Strength
from followup_letters.patterns import pattern
from followup_letters.templating.told import Missing, Told, becoming
from followup_letters.templating.values import Value
from followup_letters.wording.bullets.fronting import fronted
from followup_letters.wording.bullets.joining import after_having, after_someone_who, as_experience
from followup_letters.wording.bullets.saying import as_told, length_of_time, said_at_some_time, said_of, tells_a_deed
from followup_letters.wording.bullets.shorthand import written_out
from followup_letters.wording.grammar.nouns import figures
from followup_letters.wording.grammar.phrases import (
    begun,
    continuing,
    is_painful,
    without_stop,
)

_CLAIMED = 0.75  # from which it may be said to be close to it, as no word in common makes it
_OF_ANYTHING = frozenset(
    "raised raise brought cut led ran built kept took made got reduced increased held moved set".split()
)
_RELATED = 0.45  # the nearness of a strength to a talk from which the one may be said to have to do with the other
_IN_ONE_BREATH = 0.6  # from which a manager hears of it with the talk, and not after the needs
_OF_THE_TALK = 0.6  # of the need's words stand in what was talked about
_CHANGED = pattern(r"\bfrom \S+(?: \S+){0,3} to \S")  # "from nine a night to two", which was done and is over


@dataclass(frozen=True)
class Proof:
    """A strength as a letter may use it."""

    text: Value
    """The bullet as typed, without a full stop at its end."""
    sentence: Value
    """The clause as it stands by itself, mostly with "I" for its subject; Missing if its form is not proved."""
    clause: Value
    """The same as it stands inside another sentence; Missing if a semicolon or a colon in it would break that."""
    also: Value
    """The same sentence with "also": "I also led …"; Missing if the clause is in your own words."""
    having: Value
    """The clause as it follows "having": "led two crews"; Missing if it cannot."""
    did: Value
    """The clause as it follows "someone who": "led two crews"; Missing if it tells no deed, or speaks of "me"."""
    perfect: Value
    """The clause as experience: "I have led two crews"; Missing if it cannot be, or tells when it was."""
    fronted: Value
    """The clause with its time, place or means before "I": "in two years I cut …"; Missing if it may not, or if the
    proof told before begins so."""
    years: Value
    """The bullet as a length of time: "nine years of banquets"; Missing if it is none."""

    @property
    def says_i(self) -> bool:
        """True if the clause begins with "I", as all do but some of your own, and "my work has included …"."""
        return bool(self.clause) and str(self.clause).startswith("I ")

    @property
    def is_deed(self) -> bool:
        """True if the clause tells what you did ("I led …"), and not what you are or have ("I am fluent …")."""
        return tells_a_deed(str(self.sentence)) if self.sentence else False

    @property
    def has_figure(self) -> bool:
        """True if it tells how much, or how many."""
        return bool(figures(str(self.text)))

    @property
    def told(self) -> Value:
        """The sentence with its capital, its time, place or means first; Missing if it can begin none."""
        if isinstance(self.fronted, Told):
            return becoming(self.fronted, self.fronted[0].upper() + self.fronted[1:])
        return becoming(self.sentence, begun(self.sentence) if isinstance(self.sentence, Told) else None)


@dataclass(frozen=True)
class Pair:
    """A need and the proof told after it (R24, R25)."""

    need: Need
    proof: Proof
    certain: bool
    """True if the proof answers the need for certain; False if it is only near to it, and nothing may be claimed."""
    of_the_talk: bool
    """True if the need is what was talked about with this reader, and so need not be said again."""
    can_be_named: bool
    """True if the need can stand inside a sentence, and the talk has not said it already."""
    needs_naming: bool
    """True if it can, and is worth a sentence: its proof does not say it over again, or nothing else in the letter
    tells what the job is about."""
    same: bool
    """True if the proof answers the need in its own words, so that a sentence need only say that it does."""
    one_verb: bool
    """True if both begin with one verb, which a sentence should not say twice: "As for training …, I trained"."""

    @property
    def told(self) -> Value:
        """The proof as a sentence that follows its need, with its capital; Missing if it can begin none."""
        return self.proof.told

    @property
    def after(self) -> Value:
        """The proof as a clause that goes on from its need."""
        return self.proof.fronted or self.proof.clause


@dataclass(frozen=True)
class Touching(Proof):
    """A strength told beside the talk with a reader."""

    related: bool
    """True if it is near enough to the talk for a sentence to say that the one has to do with the other."""
    surely: bool
    """True if it is so near that a sentence may say that the one is like the other."""


class Work(NamedTuple):
    """What one letter tells of the writer's work: after needs, beside the talk, and by itself.

    `on_topic` is true if some of it has to do with what was talked about.
    """

    pairs: tuple[Pair, ...]
    touching: Touching | None
    beside: tuple[Proof, ...]
    on_topic: bool


def work_of(interview: Interview, proofs: Proofs, reader: Person, topic: Value) -> Work:
    """`proofs` for the letter to `reader`, who talked about `topic`; Missing if the letter does not say so.

    What touches the talk is told with it, unless it goes with a need that can be named, and no word leads to it from
    the talk, or touches it but lightly and a manager hears of more. Needs that can be named come before the others.
    """
    if proofs.in_brief and proofs.touching is not None:
        interview = told_briefly(interview, proofs.touching)
    is_near = bool(topic) and proofs.touching is not None and proofs.near >= _RELATED
    on_topic = is_near and (_are_akin(interview, proofs, topic) or _names_head(interview, proofs, topic))
    names_needs = reader.role is not Role.EXECUTIVE
    pairs = {answer.strength: _pair(interview, answer, reader, topic) for answer in proofs.answers}
    answering = None if proofs.touching is None else pairs.get(proofs.touching)
    is_answer = names_needs and answering is not None and answering.needs_naming
    if hears_of_one(reader) and not any(map(was_said_so, proofs.answers)):
        is_answer = is_answer and not _speaks_of_the_same(interview, proofs, topic)
    hears_of_more = reader.role is Role.HIRING_MANAGER and pairs.keys() != {proofs.touching}
    is_of_the_talk = answering is not None and answering.of_the_talk
    is_close = proofs.near >= _IN_ONE_BREATH and _are_akin(interview, proofs, topic)
    is_far = hears_of_more and not (is_of_the_talk or is_close)
    touching = None if is_answer or is_far else _touching(interview, proofs, reader, topic, answering)
    beside = proofs.beside
    if proofs.touching is not None and touching is None and answering is None:
        beside = (proofs.touching, *beside)
    in_turn = [pair for pair in pairs.values() if pair is not answering or touching is None]
    in_turn.sort(key=lambda pair: not (pair.needs_naming or pair.of_the_talk or pair.same))
    if reader.role is Role.HIRING_MANAGER:
        in_turn = _naming_one(in_turn)
    return Work(tuple(_by_turns(in_turn)), touching, tuple(_proof(interview, index) for index in beside), on_topic)


def _naming_one(pairs: Sequence[Pair]) -> list[Pair]:
    """`pairs`, the first of which names its need where otherwise none would: "part of this job" says nothing of it."""
    first = next((p for p in pairs if p.needs_naming or p.same or p.of_the_talk or p.can_be_named), None)
    if first is None or first.same:
        return list(pairs)
    return [replace(pair, needs_naming=pair.can_be_named) if pair is first else pair for pair in pairs]


def _by_turns(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """`pairs` so that no two of their proofs in a row begin with a time, place or means, or with "I have".

    None begins as its need ends.
    """
    before_is_fronted = before_is_perfect = False
    in_turn = list(pairs)
    for pair, after in zip_longest(in_turn, in_turn[1:]):
        fronted = pair.proof.fronted
        if isinstance(fronted, Told) and (before_is_fronted or _says_so_already(pair.need, fronted)):
            pair = replace(pair, proof=replace(pair.proof, fronted=Missing(fronted.path)))
        before_is_fronted = bool(pair.proof.fronted)
        perfect = pair.proof.perfect
        is_between = before_is_fronted or before_is_perfect or (after and _says_i_have(after.proof))
        if isinstance(perfect, Told) and not (is_between or _CHANGED.search(perfect)):  # done, then what lies behind
            pair = replace(pair, proof=replace(pair.proof, sentence=perfect, clause=perfect))
        before_is_perfect = _says_i_have(pair.proof)
        yield pair


def _says_i_have(proof: Proof) -> bool:
    return bool(proof.sentence) and str(proof.sentence).startswith("I have ")


def _says_so_already(need: Need, fronted: str) -> bool:
    """True for "at three sites I cut …" after a need "across three sites"."""
    return share_a_word(fronted.partition(" I ")[0], str(need.text))


def _touching(
    interview: Interview, proofs: Proofs, reader: Person, topic: Value, answering: Pair | None
) -> Touching | None:
    """The strength beside the talk; None if that was of people's harm."""
    if proofs.touching is None or not topic or is_painful(str(topic)):
        return None
    proof = answering.proof if answering else _proof(interview, proofs.touching)
    problem = interview.outlook.problem
    is_theirs = (
        reader.role is Role.EXECUTIVE and problem is not None and are_akin(problem.what, _matter(str(proof.text)))
    )
    akin = is_theirs or _are_akin(interview, proofs, topic) or _names_head(interview, proofs, topic)
    return Touching(**vars(proof), related=akin and proofs.near >= _RELATED, surely=akin and proofs.near >= _CLAIMED)


def _speaks_of_the_same(interview: Interview, proofs: Proofs, topic: Value) -> bool:
    """True if the strength beside the talk speaks of something that the talk was about too."""
    if proofs.touching is None or not topic:
        return False
    return share_a_word(str(topic), interview.candidate.strengths[proofs.touching].text)


def _names_head(interview: Interview, proofs: Proofs, topic: Value) -> bool:
    """True if the strength beside the talk speaks of what the talk was about."""
    return (
        bool(topic)
        and proofs.touching is not None
        and names_head(str(topic), interview.candidate.strengths[proofs.touching].text)
    )


def _are_akin(interview: Interview, proofs: Proofs, topic: Value) -> bool:
    """True if the strength beside the talk has more to do with it than by one word."""
    if proofs.touching is None or not topic:
        return False
    return are_akin(str(topic), _matter(interview.candidate.strengths[proofs.touching].text))


def _matter(strength: str) -> str:
    """`strength` without a verb that is said of anything: what was raised has nothing to do with a "raising line"."""
    first, _, rest = strength.partition(" ")
    return rest if first.casefold() in _OF_ANYTHING else strength


def _pair(interview: Interview, answer: Answer, reader: Person, topic: Value) -> Pair:
    need = need_at(interview, answer.need)
    of_the_talk = bool(topic) and says_again(str(topic), str(need.text), _OF_THE_TALK)
    of_the_talk = of_the_talk and not figures(str(need.text)) - figures(str(topic))  # a target is worth saying
    proof = _proof(interview, answer.strength)
    asked, said = str(need.text), str(proof.text)
    is_told = of_the_talk or speaks_of(reader, asked)
    is_named = bool(need.named) and not (need.framed or need.wanted) and is_named_by(str(need.named), said)
    is_target = bool(figures(asked) - figures(said))  # "get 26 trams to 40,000 km between failures"
    echoes = not (need.wanted or need.foremost or is_target) and (is_named or is_said_by(asked, said))
    is_for_them = reader.role is not Role.EXECUTIVE or need.is_large
    can_be_named = is_for_them and bool(need.framed or need.named or need.wanted or need.stated) and not is_told
    is_done = is_done_by(str(need.to), said) if need.to else is_named and is_made_by(str(need.named), said)
    same = proof.is_deed and bool(proof.clause) and is_done and not (is_target and can_be_named)
    needs_naming = can_be_named and not (echoes or same)
    one_verb = bool(need.to) and begins_alike(str(need.to), said)
    return Pair(need, proof, answer.is_firm, of_the_talk, can_be_named, needs_naming, same, one_verb)


def _proof(interview: Interview, index: int) -> Proof:
    """The strength at `index` as a letter may use it."""
    strength: Strength = interview.candidate.strengths[index]
    text = Told(strength.text, f"candidate.strengths[{index}]")
    spelt = written_out(strength.text)
    clause = strength.clause or as_told(strength.text, current=strength.current)
    sentence = clause and without_stop(clause)
    said = None if strength.clause else said_of(spelt, current=strength.current) or said_at_some_time(spelt)
    inside = None if sentence and re.search(r"[;:]\s", sentence) else sentence and continuing(sentence)
    joins = said if inside and not strength.current else None  # today's work is no past
    return Proof(
        text=becoming(text, without_stop(text)),
        sentence=becoming(text, sentence),
        clause=becoming(text, inside),
        also=becoming(text, said and said.with_also),
        having=becoming(text, joins and after_having(joins)),
        did=becoming(text, joins and after_someone_who(joins)),
        perfect=becoming(text, joins and as_experience(joins)),
        fronted=becoming(text, joins and fronted(joins)),
        years=becoming(text, None if strength.clause else length_of_time(spelt)),
    )

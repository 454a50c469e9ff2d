"""Needs and proofs as the sentences of a letter may use them, each in the forms that are proved for it.

Which need goes with which proof is settled in `proving`; how a sentence puts them, in the templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from followup_letters.choices import Role
from followup_letters.composing.answering import Answer
from followup_letters.composing.echoes import (
    are_akin,
    begins_alike,
    is_done_by,
    is_made_by,
    is_named_by,
    is_said_by,
    says_again,
)
from followup_letters.composing.proving import Proofs
from followup_letters.composing.talks import SURELY
from followup_letters.matching.items import by_importance, is_unranked
from followup_letters.matching.terms import stems_of
from followup_letters.models import Interview, Person, Strength
from followup_letters.templating.told import Later, Missing, Told, becoming
from followup_letters.templating.values import Value
from followup_letters.wording.fronting import fronted
from followup_letters.wording.joining import after_having, after_someone_who
from followup_letters.wording.needs import infinitives, noun_phrases
from followup_letters.wording.phrases import (
    as_yours,
    begun,
    continuing,
    is_painful,
    is_tactless,
    speaks_to_a_candidate,
    without_stop,
)
from followup_letters.wording.saying import (
    as_told,
    gerund_phrase,
    in_ing,
    length_of_time,
    said_at_some_time,
    said_of,
    tells_a_deed,
)
from followup_letters.wording.shorthand import written_out
from followup_letters.wording.stated import as_it_goes_on, awaiting, stated
from followup_letters.wording.wants import as_wanted, asks_for_more, brings_about, is_activity, somebody_wanted

_MOST_NEEDS = 2  # named in a letter that answers none
_RELATED = 0.45  # the nearness of a strength to a talk from which the one may be said to have to do with the other
_IN_ONE_BREATH = 0.6  # from which a manager hears of it with the talk, and not after the needs
_LEFT_OPEN = frozenset({"is", "are", "was", "were", "has", "have"})  # at its end: "with the crew there is"
_OF_THE_TALK = 0.6  # of the need's words stand in what was talked about


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
    def told(self) -> Value:
        """The sentence with its capital, its time, place or means first; Missing if it can begin none."""
        if isinstance(self.fronted, Told):
            return becoming(self.fronted, self.fronted[0].upper() + self.fronted[1:])
        return becoming(self.sentence, begun(self.sentence) if isinstance(self.sentence, Told) else None)


@dataclass(frozen=True)
class Need:
    """A responsibility as a letter may use it."""

    text: Value
    """The responsibility as typed, without a full stop at its end."""
    to: Value
    """The need as it follows "to": "bring order-to-ship time under two days"; Missing if its form is not proved."""
    doing: Value
    """The need as a gerund phrase: "lifting people safely"; Missing if its form is not proved."""
    named: Value
    """The need as the name of a thing: "weekend cover for the databases"; Missing if its form is not proved."""
    wanted: Value
    """The need as it follows "You want": "fewer falls"; Missing if it is not proved to fit there."""
    stated: Value
    """The need as a sentence of its own: "Turnover is 38 percent, and you want it halved"; Missing if it is none."""
    stated_on: Value
    """The same as it follows "that": "turnover is …"; Missing if its first word may be a name."""
    awaiting: Value
    """The need as it follows "there are": "two juniors to bring on"; Missing if it does not fit there."""
    is_aim: bool
    """True if it is what the employer wants to bring about, as "reduce falls", and no duty of every day."""
    foremost: bool
    """True if it is the most important responsibility of the file."""

    @property
    def framed(self) -> bool:
        """True if the responsibility says in a sentence what is to be done."""
        return bool(self.to or self.doing)

    @property
    def flows(self) -> bool:
        """True if a sentence can go on after the responsibility without a pause."""
        said = str(self.to or self.named or self.text)
        return ", " not in said and said.rpartition(" ")[2] not in _LEFT_OPEN


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

    What touches the talk is told with it, unless it goes with a need that can be named, or touches it but lightly and a
    manager hears of more. Needs that can be named come before the others.
    """
    on_topic = bool(topic) and proofs.touching is not None and proofs.near >= _RELATED
    names_needs = reader.role is not Role.EXECUTIVE
    pairs = {answer.strength: _pair(interview, answer, reader, topic) for answer in proofs.answers}
    answering = None if proofs.touching is None else pairs.get(proofs.touching)
    is_answer = names_needs and answering is not None and answering.needs_naming
    hears_of_more = reader.role is Role.HIRING_MANAGER and pairs.keys() != {proofs.touching}
    is_of_the_talk = answering is not None and answering.of_the_talk
    is_close = proofs.near >= _IN_ONE_BREATH and _are_akin(interview, proofs, topic)
    is_far = hears_of_more and not (is_of_the_talk or is_close)
    touching = None if is_answer or is_far else _touching(interview, proofs, topic, answering)
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
    """`pairs` so that no two of their proofs in a row begin with a time, place or means, and none as its need ends."""
    before_is_fronted = False
    for pair in pairs:
        fronted = pair.proof.fronted
        if isinstance(fronted, Told) and (before_is_fronted or _says_so_already(pair.need, fronted)):
            pair = replace(pair, proof=replace(pair.proof, fronted=Missing(fronted.path)))
        before_is_fronted = bool(pair.proof.fronted)
        yield pair


def _says_so_already(need: Need, fronted: str) -> bool:
    """True for "at three sites I cut …" after a need "across three sites"."""
    return not set(stems_of(fronted.partition(" I ")[0])).isdisjoint(stems_of(str(need.text)))


def _touching(interview: Interview, proofs: Proofs, topic: Value, answering: Pair | None) -> Touching | None:
    """The strength beside the talk; None if that was of people's harm."""
    if proofs.touching is None or not topic or is_painful(str(topic)):
        return None
    proof = answering.proof if answering else _proof(interview, proofs.touching)
    akin = _are_akin(interview, proofs, topic)
    return Touching(**vars(proof), related=akin and proofs.near >= _RELATED, surely=akin and proofs.near >= SURELY)


def _are_akin(interview: Interview, proofs: Proofs, topic: Value) -> bool:
    """True if the strength beside the talk has more to do with it than by one word."""
    return proofs.touching is not None and are_akin(str(topic), interview.candidate.strengths[proofs.touching].text)


def _pair(interview: Interview, answer: Answer, reader: Person, topic: Value) -> Pair:
    need = _need(interview, answer.need)
    of_the_talk = bool(topic) and says_again(str(topic), str(need.text), _OF_THE_TALK)
    proof = _proof(interview, answer.strength)
    asked, said = str(need.text), str(proof.text)
    is_told = of_the_talk or _speaks_of(reader, asked)
    is_named = bool(need.named) and not (need.framed or need.wanted) and is_named_by(str(need.named), said)
    echoes = is_named or (not (need.wanted or need.foremost) and is_said_by(asked, said))
    is_for_them = reader.role is not Role.EXECUTIVE or need.is_aim or bool(need.wanted)  # who hear of no duties
    can_be_named = is_for_them and bool(need.framed or need.named or need.wanted or need.stated) and not is_told
    is_done = is_done_by(str(need.to), said) if need.to else is_named and is_made_by(str(need.named), said)
    same = proof.is_deed and bool(proof.clause) and is_done
    needs_naming = can_be_named and not (echoes or same)
    one_verb = bool(need.to) and begins_alike(str(need.to), said)
    return Pair(need, proof, answer.is_firm, of_the_talk, can_be_named, needs_naming, same, one_verb)


def _speaks_of(reader: Person, need: str) -> bool:
    """True for a need that names its reader, who is not told of "the head chef's days off"."""
    names = (reader.title, reader.family, reader.name)
    return any(name and re.search(rf"\b{re.escape(name)}\b", need, re.IGNORECASE) for name in names)


# The responsibilities are read together, and once for all the letters of a set.
_infinitives = lru_cache(maxsize=8)(infinitives)
_noun_phrases = lru_cache(maxsize=8)(noun_phrases)


def _need(interview: Interview, index: int) -> Need:
    responsibilities = tuple(written_out(responsibility.text) for responsibility in interview.position.responsibilities)
    text = Told(interview.position.responsibilities[index].text, f"position.responsibilities[{index}]")
    if speaks_to_a_candidate(text) or is_tactless(text):
        unsaid = becoming(text, None)
        return Need(becoming(text, without_stop(text)), *(unsaid,) * 7, is_aim=False, foremost=False)
    to, thing = _infinitives(responsibilities)[index], _noun_phrases(responsibilities)[index]
    spelt = responsibilities[index]
    doing = gerund_phrase(spelt) or (thing if thing and is_activity(thing) else to and in_ing(to))
    task = to or doing
    wanted = (task and as_wanted(task)) or (thing if thing and asks_for_more(thing) else somebody_wanted(spelt))
    sentence = None if to or thing else stated(spelt)

    def said(form: str | None) -> Value:
        return becoming(text, form and as_yours(form))

    return Need(
        text=becoming(text, without_stop(text)),
        to=said(to),
        doing=said(doing),
        named=said(thing),
        wanted=said(wanted),
        stated=becoming(text, sentence),
        stated_on=becoming(text, sentence and as_it_goes_on(sentence)),
        awaiting=said(None if to else awaiting(spelt)),
        is_aim=bool(to) and (bool(wanted) or brings_about(str(to))),
        foremost=index == by_importance(interview.position.responsibilities)[0]
        and not is_unranked(interview.position.responsibilities),
    )


def needs_of(interview: Interview, ranked: Sequence[int], reader: Person) -> Sequence[Need]:
    """The first of the responsibilities `ranked` that can stand in a sentence to `reader`.

    To others than managers one that is only named may.
    """
    is_manager = reader.role is Role.HIRING_MANAGER
    needs = (_need(interview, index) for index in ranked)
    said = (need for need in needs if need.framed or (not is_manager and (need.wanted or need.named)))
    framed = (need for need in said if not _speaks_of(reader, str(need.text)))
    return Later(lambda: islice(framed, _MOST_NEEDS), "position.responsibilities")


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
        fronted=becoming(text, joins and fronted(joins)),
        years=becoming(text, None if strength.clause else length_of_time(spelt)),
    )

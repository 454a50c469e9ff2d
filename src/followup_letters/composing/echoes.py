"""Whether a proof says in the words of its need what that asks for, so that a letter need not say both."""

from __future__ import annotations

import re

from followup_letters.lexicon import verbs
from followup_letters.matching.encoder import likeness, meaning
from followup_letters.matching.similarity import Rarity, joints_of
from followup_letters.matching.terms import read, stems_of
from followup_letters.matching.vocabulary import stem_of
from followup_letters.wording.grammar.heads import head_of
from followup_letters.wording.grammar.nouns import figures
from followup_letters.wording.grammar.objects import words_of

_ECHO = 0.5  # of the need's words stand in its proof as well
_MOSTLY = 0.75  # of the words after its verb
_MAKING = frozenset("wrote rewrote ran led managed built kept completed prepared planned".split())
_ALIKE = 0.45  # in meaning; read off eleven talks, each with the strength that comes nearest to it
_ABOUT = 0.4  # in meaning, from which a strength has to do with a talk that it comes near to; read off thirty talks
_NEAR = 0.4  # and the nearness from which it has to do with a talk about a thing that it names
_FEW = 3
_MEASURED_BY = frozenset(stem_of(word) for word in "time rate cost costs level number figures".split())
_DECIDING = frozenset("without no not into from second third".split())  # of which none may be left to be met


def says_again(text: str, need: str, part: float) -> bool:
    """True if so large a part of the words of `need` that carry meaning, and two at least, stand in `text` as well."""
    wanted, said = stems_of(need), set(stems_of(text))
    return len(wanted) > 1 and sum(stem in said for stem in wanted) >= max(2.0, part * len(wanted))


def are_akin(text: str, other: str) -> bool:
    """True if more joins the two texts than one word, which may have two senses: a bank holiday, and one in Wales."""
    one, another = read(text), read(other)
    joints = joints_of(one, another, Rarity([one, another]))
    return len(joints) > 1 or likeness(meaning(text), meaning(other)) >= _ALIKE


def is_about(topic: str, other: str, near: float, enough: float) -> bool:
    """True if `other`, which comes so `near` to a topic, has to do with it: one word in common is soon found.

    `enough` is what nearness and likeness in meaning must come to together.
    """
    alike = likeness(meaning(topic), meaning(other))
    shared = set(stems_of(topic)) & set(stems_of(other))
    names_it = near >= _NEAR and names_head(topic, other)
    return len(shared) > 1 or alike >= _ABOUT or near + alike >= enough or names_it


def share_a_word(text: str, other: str) -> bool:
    """True if a word that carries meaning stands in both: "a new mechanic", "seven mechanics"."""
    return not set(stems_of(text)).isdisjoint(stems_of(other))


def names_head(topic: str, other: str) -> bool:
    """True if `other` speaks of what a topic is about: "the volunteers" of "the volunteers who index the registers"."""
    head = stems_of(head_of(topic) or "")
    return bool(head) and head[-1] in stems_of(other)


def is_said_by(need: str, proof: str) -> bool:
    """True if the proof says so large a part of the need again, and the need has no figure of its own to meet."""
    if _names_one_thing(need) and set(stems_of(need)) - _MEASURED_BY <= set(stems_of(proof)):
        return True  # "makeready time", after "cut makeready from 52 minutes to 19"
    return (says_again(proof, need, _ECHO) and not figures(need) - figures(proof)) or _names_the_same(proof, need)


def _names_one_thing(need: str) -> bool:
    """True for a need of two words or three, of which one says something: "makeready time", "PUE down"."""
    stems = set(stems_of(need))
    return 1 < len(need.split()) <= _FEW and len(stems - _MEASURED_BY) == 1


def is_done_by(task: str, proof: str) -> bool:
    """True if the proof says by the verb of the need ("reduce falls") and by most of its words that it was done."""
    return begins_alike(task, proof) and _is_met(task, proof) and says_again(proof, task, _MOSTLY)


def begins_alike(task: str, proof: str) -> bool:
    """True if the proof's verb is that of the task: "train six supervisors" and "trained eleven shift leads"."""
    return verbs().past.get(_verb_of(proof)) == task.partition(" ")[0]


def is_made_by(thing: str, proof: str) -> bool:
    """True if the proof tells that the thing of the need was made or run: "the emergency plan" and "wrote the …"."""
    return _verb_of(proof) in _MAKING and _is_met(thing, proof)


def is_named_by(thing: str, proof: str) -> bool:
    """True if the thing that the need names, two words at least, stands in the proof: "the month-end close for us"."""
    name = re.split(r" (?:for|of|in|at|on|to|with|from|by)\b|,", thing)[0].removeprefix("the ")
    return " " in name and name.casefold() in proof.casefold()


def _verb_of(proof: str) -> str:
    return next((word.core for word in words_of(proof) if word.core != "i"), "")


def _is_met(asked: str, proof: str) -> bool:
    """True unless a figure, a name, or a word such as "without" of what is `asked` does not stand in the proof."""
    left = {word.typed for word in words_of(asked)} - {word.typed for word in words_of(proof)}
    return not figures(asked) - figures(proof) and not any(word[:1].isupper() or word in _DECIDING for word in left)


def _names_the_same(said: str, asked: str) -> bool:
    """True if the names in `asked` that are no common words, two at least ("ISO/IEC 17025"), stand in `said`."""
    names = {word.typed for word in words_of(asked) if re.search(r"\d|[A-Z]\S*[A-Z]", word.typed)}
    return len(names) > 1 and names <= {word.typed for word in words_of(said)}

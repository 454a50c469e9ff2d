"""What was noted about a reader as "he" or "she", as it is said to that reader: "his leeks" → "your leeks".

Only what surely becomes a sentence is said anew; the rest of the phrase keeps its words.
"""

from __future__ import annotations

import re

from followup_letters.lexicon import verbs, words
from followup_letters.wording.phrases import spoken_of

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_MEN, _WOMEN = frozenset({"mr"}), frozenset({"ms", "mrs", "miss"})
_YOU = {"he": "you", "she": "you", "him": "you", "his": "your", "hers": "yours", "himself": "yourself"} | {
    "herself": "yourself"
}
_WITH_YOU = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "doesn't": "don't"}
_AS_HE_DOES = frozenset("can could will would must might may should had did".split())
_BETWEEN = frozenset("always never still only often once also just first now".split())
_JOINTS = frozenset({"and", "or", "but", "then"})
_TOKEN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|[^A-Za-z]+")


def as_said_to(topic: str, courtesy_title: str | None) -> str | None:
    """`topic` as it is said to the reader with whom it was talked about; None if it speaks of somebody and may not be.

    A "she" in a letter to a man is somebody else, and so is who is called "they".
    """
    if spoken_of(topic) is None:
        return topic
    tokens = _TOKEN.findall(topic)
    cores = [token.casefold().replace("’", "'") for token in tokens]
    meant = (_HE | _SHE) & {*cores}
    title = (courtesy_title or "").casefold().rstrip(".")
    is_another = (title in _MEN and bool(meant & _SHE)) or (title in _WOMEN and bool(meant & _HE))
    if is_another or not meant or (meant & _HE and meant & _SHE):
        return None
    said = _said_anew(tokens, cores)
    return None if said is None or spoken_of(said) else said


def _said_anew(tokens: list[str], cores: list[str]) -> str | None:
    """The tokens with "you" for every "he"; None where a verb after one of them is not known to fit."""
    said, is_clause = list(tokens), False
    for at, core in enumerate(cores):
        if core in {"he", "she"}:
            place, verb = _verb_after(cores, at)
            if verb is None:
                return None
            said[at], said[place], is_clause = "you", verb, True
        elif core == "her":
            said[at] = "your" if _begins_a_noun(cores[at + 2 : at + 3]) else "you"
        elif core in _YOU:
            said[at] = _YOU[core]
        elif is_clause and core in verbs().third and cores[at - 2 : at - 1] and cores[at - 2] in _JOINTS:
            return None  # "how he digs and plants": a second verb, or a thing
    if tokens[0][:1].isupper():
        said[0] = said[0][0].upper() + said[0][1:]
    return "".join(said)


def _verb_after(cores: list[str], at: int) -> tuple[int, str | None]:
    """Where the verb of "he" at `at` stands, and the form of it that follows "you"; None if it is not known."""
    place = at + 2  # a space stands between
    while place < len(cores) and cores[place] in words("adverbs") | _BETWEEN:
        place += 2
    verb = cores[place] if place < len(cores) else ""
    if verb in _WITH_YOU:
        return place, _WITH_YOU[verb]
    if verb in _AS_HE_DOES or verb in verbs().past or verb in words("finite_pasts"):
        return place, verb
    return place, verbs().third.get(verb)


def _begins_a_noun(following: list[str]) -> bool:
    """True if the word after "her" is no preposition and the like: "her plan", not "what drew her to it"."""
    closed = words("prepositions") | words("particles") | _JOINTS
    return bool(following) and following[0].isalpha() and following[0] not in closed

"""A topic noted as an indirect question, as a letter may ask it outright, or say what it takes for granted."""

from __future__ import annotations

from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import Word, words_of
from followup_letters.wording.grammar.sentences import FINITE, place_of_verb

_ASKED = pattern(
    r"(?P<asks>how (?:long|often|soon|early|late|far)|how|why|what|where|when|whether)"
    r" (?P<rest>(?!(?:to|not|or|if|so|such|a lot|about|much|many|few|little|more)\b).+)"
)
_TO_DO = pattern(r"(?P<asks>how|what) to (?P<rest>[a-z].+)")
_OF_WHOM = pattern(
    r"who (?:(?:is|are|was|will|would|can|could|should|may|might|must) (?!(?:I|you|we|they|he|she|it)\b)|has |have ).+"
)
# Of the two who talked, of what only they can point to, and of two questions at once, none is asked outright.
_OURS = pattern(r"\b(?:I|me|my|mine|we|us|our|ours|you|your|yours|he|she|his|her|him|they|there)\b(?!['’-]t)")
_POINTING = pattern(r"\b(?:so|such|that badly|this|these|those)\b")
_SECOND = pattern(
    r",? (?:and|or|but) (?:how|why|what|whether|where|when|who|which)\b|, and (?:the|an?|their|its)\b|[;:?!()–—]"
)
_HELPS = frozenset("is are was were has have can could will would may might must shall should does do did".split())
_RELATIVES = frozenset({"that", "which", "who", "where", "when", "whose"})
_OPENS_MORE = frozenset("when while before after until since because if as than unless where".split())
_LONGEST = 26  # words of a question that one still hears as one


def direct_question(topic: str) -> str | None:
    """`topic` as the question that it is: "what a guide should say first" → "What should a guide say first?".

    None where a word of it is not proved to be the verb, where it is about the writer or the reader, or asks twice.
    """
    if _SECOND.search(topic) or _POINTING.search(topic) or len(topic.split()) > _LONGEST:
        return None
    to_do = _TO_DO.fullmatch(topic)
    if _OURS.search(topic.replace(" your ", " ") if to_do else topic):  # "without hurting your back" is said of anybody
        return None
    if to_do and to_do["rest"].partition(" ")[0] in verbs().base:
        return f"{to_do['asks'].capitalize()} do you {to_do['rest']}?"
    if _OF_WHOM.fullmatch(topic):
        return f"{topic[0].upper()}{topic[1:]}?"
    asked = _ASKED.fullmatch(topic)
    turned = asked and _turned(asked["rest"])
    if not asked or not turned:
        return None
    if asked["asks"] == "whether":
        return f"{turned[0].upper()}{turned[1:]}?"
    return f"{asked['asks'].capitalize()} {turned}?"


def taken_for_granted(topic: str) -> str | None:
    """What "why …" takes for granted: "why a mainsail takes three weeks" → "a mainsail takes three weeks".

    None for what is no sentence by itself, points to something unsaid ("so few"), or is about the two who talked.
    """
    said = topic.removeprefix("why ")
    if said == topic or _SECOND.search(topic) or _OURS.search(topic) or _POINTING.search(topic):
        return None
    read = words_of(said)
    is_sentence = place_of_verb(read) is not None or _is_told_of_a_thing(read)
    return said if is_sentence and len(read) <= _LONGEST else None


def _is_told_of_a_thing(read: list[Word]) -> bool:
    """True for "a cylinder that breaks low on a Friday is not known about": its "is" comes after that of no "that"."""
    if not read or read[0].core not in words("determiners"):
        return False
    relatives = [place for place, word in enumerate(read) if word.core in _RELATIVES]
    if len(relatives) != 1:
        return False
    verbs_after = [place for place in range(relatives[0] + 2, len(read)) if read[place].core in FINITE]
    return len(verbs_after) == 1 and verbs_after[0] > relatives[0] + 2


def _turned(clause: str) -> str | None:
    """A clause with its subject after its helping verb: "a storm day is paid" → "is a storm day paid"."""
    if clause.startswith("it takes "):
        return f"does it take {clause[9:]}"
    typed, read = clause.split(), words_of(clause)
    place = _verb_in(read)
    if place is None or [word.typed for word in read[: place + 1]] != typed[: place + 1]:
        return None
    subject, verb, rest = typed[:place], typed[place], typed[place + 1 :]
    if not rest:  # "how busy August is"
        return None
    if verb in _HELPS and (verb not in {"does", "do", "did", "has", "have"} or _helps(rest)):
        return " ".join([verb, *subject, *rest])
    helping, base = _taken_apart(verb)
    return " ".join([helping, *subject, base, *rest]) if base and _is_the_verb(read, place) else None


def _verb_in(read: list[Word]) -> int | None:
    """Where the verb of the clause stands: a helping one right after a short subject, or one that is proved."""
    for place, word in enumerate(read[:6]):
        if place and word.core in _HELPS:
            return place
        if word.core in _RELATIVES or word.core in {",", "and", "or"}:
            return None
    return place_of_verb(read)


def _is_the_verb(read: list[Word], place: int) -> bool:
    """False for "sets" in "the sets come back", "seals" in "the seals on the tubes are made": nouns that look like one.

    False as well where a second verb is joined to it, which would stand in the wrong form.
    """
    head = [word.core for word in read[:place]]
    if any(core in _OPENS_MORE or core in words("prepositions") - words("determiners") for core in head):
        return False
    follow = [word.core for word in read[place + 1 :]]
    if follow and (follow[0] in verbs().base or follow[0] in _HELPS) and follow[0] not in words("noun_verbs"):
        return False
    clause = follow[: next((at for at, core in enumerate(follow) if core in _OPENS_MORE | _RELATIVES), len(follow))]
    joined = [other for core, other in pairwise(clause) if core == "and"]
    return not any(core in _HELPS or core == "cannot" for core in clause) and not any(
        other in verbs().third for other in joined
    )


def _helps(rest: list[str]) -> bool:
    """True if a participle or a base form follows soon, so that "has" and "does" are no verbs of their own."""
    following = next((core for core in rest[:2] if core not in words("adverbs") and core not in {"never", "not"}), "")
    return following in verbs().past or following.endswith("ed") or following in {"been", "had", "gone", "done", "not"}


def _taken_apart(verb: str) -> tuple[str, str | None]:
    """A verb of the present as its helping verb and its base form: "smells" → "does", "smell"."""
    if verb in {"does", "has"}:
        return "does", "do" if verb == "does" else "have"
    if verb in {"do", "have"}:
        return "do", verb
    if verb in verbs().base:  # "fell", "set" and "read" may be of the past
        return "do", None if verb in verbs().past else verb
    return "does", verbs().third.get(verb)

"""Whether a text can finish a sentence of ours: as a clause ("you train your people"), or after "I" ("ran nights").

Only what surely cannot is refused: no table knows every verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.bare_subjects import has_no_verb_of_its_own
from followup_letters.wording.grammar.objects import Word, is_number, words_of
from followup_letters.wording.grammar.sentences import has_its_verb

_SHORT = 3  # words; in a longer text there may be a verb that no table knows
_SUBJECTS = frozenset(
    """i you we they it he she there who everybody everyone nobody nothing somebody someone anyone people all most many
    some both each none""".split()
)
_HELPING = frozenset(
    """am is are was were be been has have had do does did can could will would may might must shall should let lets
    it's that's there's you're they're we're i'm you've they've we've you'll they'll don't doesn't didn't isn't aren't
    can't won't wouldn't haven't hasn't""".split()
)
_BEFORE_A_NOUN = frozenset("a an the my your our their his her its that this these those no".split())
_PRAISING = frozenset(
    """good great nice short interesting modern friendly decent better best flexible strong fair excellent lovely
    generous challenging pleasant""".split()
)  # after which no verb comes: "good pay"
_ASKING = frozenset("how why where what".split())
_WHOSE = frozenset("i you we they he she it".split())
_AT_A_TIME = pattern(
    r"(?:in|since|during|until|after|before|at|on|for) (?:[\w-]+ ){0,3}?(?:\d{4}|\w+day|years?|months|winter|summer)"
    r",? ",
    re.IGNORECASE,
)
_TIME_FIRST = pattern(
    r"(?:for|since|in|during|until|over|at|on|after|before|through|twice|once|every|each|most|last|this) "
    r"(?:[\w'’-]+ ){1,7}?"
    r"(?<!that )(?<!which )(?<!who )(?<!whom )(?<!where )(?<!when )(?<!and )(?:I|we) [a-z]",
    re.IGNORECASE,
)
_PLACE_FIRST = pattern(  # "at my last company product development was me and a sewing machine"
    r"(?:at|in|on|with|under) (?:my|the|our|an?|[A-Z]\w+) (?:[\w'’-]+ ){1,6}?(?:was|were|is|are|had|has) ",
    re.IGNORECASE,
)
_JOINED = pattern(r",? (?:and|&) |, ")
_LATER_I = pattern(r"(?<=\S )I \w+")
_A_VOWEL = pattern("[aeiouy]")
_SUBORDINATORS = frozenset("when while since if because until once although though whenever after before as".split())
_RELATIVES = frozenset("who whom whose that which where when".split())
_OF_MINE = frozenset("me my us our".split())
_OTHERS = frozenset("we we're we've we’re we’ve he she they you it nobody everybody everyone".split())
_WRITERS = frozenset({"i", "i'm", "i've", "i'd", "i’m", "i’ve", "i’d"})
_WITHOUT = frozenset("without with instead rather despite".split())
_NEARNESS = frozenset("close near next".split())


def is_no_clause(text: str) -> bool:
    """True for what is surely no clause: "the pay", "close to home", "working outdoors", "loved the workshop".

    Things that are joined are none if each of them is none: "great team and close to home".
    """
    joined = _JOINED.split(text)
    return _is_no_clause(text) or (len(joined) > 1 and all(map(_is_no_clause, joined)))


def _is_no_clause(text: str) -> bool:
    read = words_of(text.replace("’", "'"))
    if not read or (read[0].core in _SUBJECTS and len(read) > 1) or any(word.core in _HELPING for word in read):
        return False
    is_aside = read[0].core in _WITHOUT and all(word.core not in _SUBJECTS for word in read[1:])
    if is_aside and not has_its_verb(read[1:]):  # "without asking anybody", after a comma between brackets
        return True
    if not all(map(_is_known, read)):
        return False
    first, rest = read[0].core, read[1:]
    if first.endswith("ing") or (first in _NEARNESS and rest[:1] and rest[0].core == "to"):
        return not _holds_a_verb(read)
    if first.endswith("ed") and rest and rest[0].core in words("determiners"):
        return True
    if first in _PRAISING:
        return not _holds_a_verb(read)
    return len(read) <= _SHORT and not _holds_a_verb(read)


def may_be_no_clause(text: str) -> bool:
    """True for a text in which no verb was found: "the chance of a flat by the sea", "clean trucks", "how you work"."""
    read = words_of(text.replace("’", "'"))
    if _is_part_of_one(read) or _only_counts(read):
        return True
    if len(read) > 1 and read[0].core in words("verb_adjectives"):  # of "clean trucks" neither is a verb
        return not _holds_a_verb(read[1:]) and not any(word.core in _HELPING for word in read)
    opens = read[0].core.partition("'")[0] if read else ""  # "you" of "you'd"
    is_told = not read or opens in _SUBJECTS or any(word.core in _HELPING for word in read)
    return not is_told and (not _holds_a_verb(read) or has_no_verb_of_its_own(read))


def _only_counts(read: Sequence[Word]) -> bool:
    """True for "11 locations, small enough to know every manager": so many of something, and what they are like."""
    comma = next((place for place, word in enumerate(read) if word.core == ","), 0)
    if not comma or not is_number(read[0].core) or comma + 1 == len(read):
        return False
    goes_on = read[comma + 1].core in _SUBJECTS | _BEFORE_A_NOUN | _HELPING | {"and", "but", "or", ","}
    has_no_verb = comma == 2 or not _holds_a_verb(read[:comma])
    return has_no_verb and not goes_on and not any(word.core in _HELPING for word in read)


def _is_part_of_one(read: Sequence[Word]) -> bool:
    """True for who does a thing, or how it is done, and no more of the sentence: "people who stay", "how you work"."""
    cores = [word.core for word in read]
    opens = 2 if cores[:2] == ["the", "way"] else 1 if cores[:1] and cores[0] in _ASKING else 0
    if not opens and "who" in cores[1:4] and not any(core in _HELPING or core in _WHOSE for core in cores[:3]):
        opens = cores.index("who", 1) + 1
    if cores[0:1] == ["how"] and len(cores) > 2 and cores[2] in _BEFORE_A_NOUN:
        opens = 2  # behind what it asks of: "how clean the trucks are"
    return 0 < opens < len(read) and _deeds(read[opens - 1 :]) < 2


def _deeds(read: Sequence[Word]) -> int:
    """How many verbs there may be after the first word; what follows a helping verb is one with it: "are treated"."""
    return sum(
        (_may_be_a_verb(word.core) or word.core in _HELPING)
        and before.core not in {"to"} | _BEFORE_A_NOUN | _PRAISING | _HELPING
        for before, word in pairwise(read)
    )


def cannot_follow_i(text: str) -> bool:
    """True for what surely does not follow "I": "my own truck", "two years abroad", "finishing a diploma", "yoga"."""
    read = words_of(text)
    if read and read[0].is_name and read[0].core in words("languages") - verbs().base.keys():
        return True
    if read and _is_surely_no_verb(read[0], is_alone=len(read) == 1):
        return True
    if len(read) < 2 or not _is_a_word(read[1]):
        return False
    first = read[0].core
    is_third = first in verbs().third and first not in verbs().base and first not in verbs().past
    is_participle = first in words("odd_participles") and first not in verbs().base  # but "run marathons"
    if first in verbs().gerund or is_participle or is_third:
        return True
    return is_number(first) or first in _BEFORE_A_NOUN or first in words("determiners", "prepositions")


def may_not_follow_i(text: str) -> bool:
    """True for what has no verb that is known where one must be: "first aid certified", "Transfinder"."""
    read = words_of(text)
    while read and read[0].core in words("adverbs"):
        read = read[1:]
    if not read or read[0].core in _WRITERS:
        return False
    first, last = read[0].core, read[-1].core
    may_be_done = _may_be_a_verb(first) or first in verbs().base or first.endswith("ed") or _is_finite(first)
    is_what_one_is = first in phrases("adjectives") or first in words("job_titles", "creatures", "offices", "roles")
    if first == "not" or (is_what_one_is and not may_be_done):  # "able seaman", "treasurer of the club"
        return True
    is_verb = _may_follow_i(first) or _may_be_a_verb(first)
    if last in words("certified") and (len(read) == 1 or not is_verb or first in words("noun_verbs")):
        return True
    return not is_verb and (read[0].is_name or first in words("mass_nouns", "common_nouns"))


def _is_surely_no_verb(word: Word, *, is_alone: bool) -> bool:
    """True for "beekeeping", "yoga", and "CPR" where it `is_alone`; not for "bring", nor for "swim"."""
    if _may_be_a_verb(word.core):
        return False
    is_in_ing = word.core.endswith("ing") and _A_VOWEL.search(word.core.removesuffix("ing")) is not None
    return is_in_ing or word.core in words("no_verbs") or (is_alone and len(word.typed) > 1 and word.typed.isupper())


def tells_of_another(text: str) -> bool:
    """True for a sentence whose subject is not the writer, or comes later: "the rebuild ran on", "at Ford I ran …"."""
    if _TIME_FIRST.match(text):
        return True
    if _PLACE_FIRST.match(text):
        return True
    read = words_of(_AT_A_TIME.sub("", text, count=1))
    if not read or read[0].core in _WRITERS or read[0].core == "that":
        return False
    if read[0].core in _OTHERS and len(read) > 1:  # "we keep bees"
        return True
    if read[0].core == "mine" and len(read) > 1 and read[1].core in {"is", "was", "are", "were", "has", "had"}:
        return True
    if read[0].core in _SUBORDINATORS:
        return _LATER_I.search(text) is not None
    if (
        read[0].is_name and len(read) > 2 and read[1].core in {"is", "was", "are", "were"}
    ):  # "March is my busiest month"
        return True
    is_listed = len(read) > 1 and read[0].is_name and read[1].core == ","  # "Wire, drill and derrick are the same"
    if _is_surely_no_verb(read[0], is_alone=False) and _has_a_verb_of_its_own(read):
        return True
    if _may_follow_i(read[0].core) and not (is_listed and any(word.core in _HELPING for word in read[2:8])):
        return False
    if is_listed:
        return True
    if _LATER_I.search(text):
        return True
    is_opened = read[0].core in words("determiners") | _SUBJECTS or is_number(read[0].core)
    after = 2 if read[0].core in {"a", "an"} else 1  # "a trained swimmer", which tells of nobody else
    return (is_opened and any(_is_finite(word.core) for word in read[after:])) or (not is_opened and has_its_verb(read))


def _has_a_verb_of_its_own(read: Sequence[Word]) -> bool:
    """True for "beekeeping taught me patience", of the words after the first; not for "evening shifts"."""
    for word, after in pairwise([*read[1:], read[-1]]):
        if word.core in _RELATIVES:
            return False
        if word.core in _HELPING or word.core in words("finite_pasts"):
            return True
        if _may_be_a_verb(word.core) and after.core in _OF_MINE:
            return True
    return False


def _may_follow_i(core: str) -> bool:
    """True for what may be the writer's verb, or stand before it: "led", "also", "fluent"."""
    is_adverb = core in words("adverbs") or core in phrases("adjectives")
    return core in verbs().base or core.endswith("ed") or is_adverb or _is_finite(core) or core in verbs().gerund


def _is_finite(core: str) -> bool:
    return core in verbs().past or core in words("finite_pasts") or core in _HELPING


def _is_a_word(word: Word) -> bool:
    """False for signs and single letters: of "100 %" and "a b" nobody can say what they are."""
    return word.core.isalpha() and (len(word.core) > 1 or word.core in {"a", "i"})


def _is_known(word: Word) -> bool:
    """True for an English word that some table has: of another, nobody can say that it is no verb."""
    if len(word.core) == 1 and not _is_a_word(word):
        return False
    core, table = word.core.partition("-")[0], verbs()
    common = ("small_letters", "determiners", "prepositions", "adverbs")
    known = (*map(words, common), _BEFORE_A_NOUN, _PRAISING)
    forms = (table.base, table.past, table.third, table.gerund, words("particles"), _NEARNESS)
    singular = core.removesuffix("s")
    return any(core in each or singular in each for each in (*known, *forms))


def _holds_a_verb(text: Sequence[Word]) -> bool:
    """True if a word after the first may be a verb: not after "to", and not where a noun must stand ("the pay")."""
    return any(
        _may_be_a_verb(word.core) and before.core != "to" and before.core not in _BEFORE_A_NOUN | _PRAISING
        for before, word in pairwise(text)
    )


def _may_be_a_verb(core: str) -> bool:
    table, everyday = verbs(), words("everyday_verbs")
    stems = {core, core.removesuffix("s"), core.removesuffix("es"), core.removesuffix("d"), core.removesuffix("ed")}
    if core in table.past or core in table.third or core in table.base or core in words("finite_pasts"):
        return True
    return not everyday.isdisjoint(stems)

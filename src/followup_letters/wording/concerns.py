"""Reservations as a letter may echo them: never in negative words (R42)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.experience import participles
from followup_letters.wording.grammar.articles import article_of, with_article
from followup_letters.wording.grammar.gerunds import in_ing
from followup_letters.wording.grammar.nouns import end_of_noun, is_common
from followup_letters.wording.grammar.objects import Word, needs_no_article, words_of
from followup_letters.wording.grammar.phrases import is_negative, names_a_thing
from followup_letters.wording.grammar.sentences import has_its_verb

_WANTING = pattern(
    r"(?:no|little|too little|not much|not enough|limited|(?:a )?lack of|(?:a (?:bit|little) )?(?:thin|light|weak) on)"
    r"\s+(?=\S)",
    re.IGNORECASE,
)
# What wants no article after it, as nothing that is counted follows.
_LITTLE = pattern(r"(?:too )?little|not much|(?:a (?:bit|little) )?(?:thin|light|weak) on\b", re.IGNORECASE)
_NEVER_DONE = pattern(r"(?:my )?never (?:having )?(?P<done>[a-z]+) (?P<what>.+)", re.IGNORECASE)
_NOT_DONE = pattern(  # "that I had not managed a budget", "has never run a hatchery", "whether I had led a large team"
    r"(?:(?:that )?(?:(?:I|he|she|they) )?(?:have|has|had|'ve|’ve|I've|I’ve)(?: not| never|n['’]t)"
    r"|(?:you (?:asked|wondered) )?whether I (?:have|had)(?: ever)?) (?:yet )?(?P<done>[a-z]+) (?P<what>.+)",
    re.IGNORECASE,
)
# "I have raised trout and never leeches", "I know the sensors but have not worked on a whole dummy"
_ONE_NOT_THE_OTHER = pattern(
    r"\S.*?(?P<after>,| but| and)(?: have| has| do| does)? (?:never|not) (?:know )?(?P<other>\S.+)", re.IGNORECASE
)
_DO_NOT = pattern(
    r"(?:that )?(?:(?:I|he|she) )?(?:do|does|can)(?: ?not|n['’]t) (?:yet )?(?P<verb>[a-z]+) (?P<what>\S.+)",
    re.IGNORECASE,
)
_READY_FOR = pattern(
    r"(?:you (?:asked|wondered) )?whether I (?:am|was|would be) (?:ready|prepared) for (?P<thing>\S.+)", re.IGNORECASE
)
_WOULD_DO = pattern(
    r"(?:you (?:asked|wondered) )?whether I (?:would|could|can) (?P<verb>[a-z]+) (?P<what>\S.+)", re.IGNORECASE
)
_WORRIED = pattern(  # "you were worried that I had never …", "a concern that I have only …"
    r"(?:(?:(?:you|they|she|he) (?:were|was|are|is) )?(?:worried|concerned|afraid)|(?:an?|the|some) "
    r"(?:concern|worry|doubt|question))(?: about)? (?=(?:that|whether|I)\b)",
    re.IGNORECASE,
)
_NOT_SO_MUCH = pattern(r" (?:much|before|yet|so far|at all|often|a lot|very long|for long|until now)$")
_ONLY_OTHERS = pattern(r", (?:only|just|but) .+")  # "under glass, only with field flowers"
_UNWILLING = frozenset("miss leave lose mind tire cope stay be get go last fit settle have need find feel".split())
_THAT_I_HAVE = pattern(r"(?:that )?I(?: have| had|'ve|’ve) (?=(?:no|little|too little|limited)\b)", re.IGNORECASE)
_A_SENTENCE = pattern(  # "my largest crew so far is six mechanics"
    r"\b(?:is|are|was|were|has|isn't|isn’t|means|involves|requires) "
)
_PRODUCT = pattern(r"[A-Z][a-z]{3,}(?:[A-Z][a-z]+)?")  # "CargoWise", "Spanish"; of a "PhD" or a "CDL" there is one
_NEVER_BEFORE_A_NOUN = frozenset("it them they theirs its".split())
_OF_SEVERAL_OR_ONE = _NEVER_BEFORE_A_NOUN | frozenset("both either neither that this those these each".split())
# What points back whatever is named before it, in a first clause: "passed my exams instead of it", "sold valves before
# that"; after "and" or a comma it may be of that clause.
_POINTING = pattern(
    r"(?P<before>(?:(?!\b(?:and|(?<!all )but|or)\b)[^,;:])*?)(?:\b(?:instead of (?P<instead>it|that|them|one)"
    r"|without (?P<without>one|it|that|them|any)|before (?P<then>that|then))(?=$|,| (?:and|but|for|in|since|until)\b)"
    r"|\bone of (?P<them>them|those|these)$)"
)
_ONE_OF_IT = frozenset({"none", "one"})
_AFTER_ONE = frozenset({"", ",", "and", "but", "since", "now", "yet"})  # not "one on one"
_AFTER_A_PRONOUN = frozenset("when while because and but or , is was are were has had will would ended came".split())
_NAMING_NOTHING = frozenset(
    """i i've i'd i’ve i’d have had was am been did do done can could will would not never only also since when ,
    and""".split()
)
_OF_OTHERS = frozenset({"with", "for", "of", "to"})  # as work with children is


def echoed(concern: str) -> str | None:
    """The thing that `concern` is about: "no hospital work" → "hospital work"; None if it cannot be named.

    What was never done is named by doing it: "my never having run a show" → "running a show". What is nobody's
    business, such as age or health, is not named.

    A thing that would want an article, as in "no degree", is not named.
    """
    concern = _WORRIED.sub("", concern)
    if _is_personal(concern):
        return None
    concern = _THAT_I_HAVE.sub("", concern)
    for form, named in _CLAUSES:
        if clause := form.fullmatch(concern):
            return named(clause)
    if _A_SENTENCE.search(concern):
        return None
    wanting = _WANTING.match(concern)
    thing = concern[wanting.end() :] if wanting else concern
    is_little = _LITTLE.match(concern) is not None
    names = is_little or (names_a_thing(thing) and not has_its_verb(words_of(thing)))
    if not names or is_negative(thing):
        return None
    if wanting:
        by_itself = _PRODUCT.fullmatch(thing) or _stands_by_itself(thing, is_little=is_little)
        return thing if by_itself else _with_its_article(thing)
    return _as_noted(thing)


def points_back(answer: str) -> str | None:
    """The "both" or "it" of an `answer` that is of the doubt, for nothing is named before it: "left both when they
    closed"; None where there is none.
    """
    if pointing := _points_in_its_first_clause(answer):
        return pointing
    read = words_of(answer)
    for place, word in enumerate(read):
        following = read[place + 1].core if place + 1 < len(read) else ""
        goes_on = not following or following in words("prepositions", "adverbs") | _AFTER_A_PRONOUN
        is_one = following in _AFTER_ONE or (word.core == "none" and goes_on and following != "of")
        if word.core in _ONE_OF_IT and is_one:
            return word.typed
        if word.core in _OF_SEVERAL_OR_ONE and (word.core in _NEVER_BEFORE_A_NOUN or goes_on):
            return word.typed
        is_verb = any(word.core in forms for forms in (verbs().base, verbs().past, _undone_as(), words("finite_pasts")))
        is_empty = is_verb or word.core in words("prepositions", "adverbs", "particles") | _NAMING_NOTHING
        if not is_empty or word.core in {"a", "an", "the", "my", "our", "your", "every"}:
            return None
    return None


def _points_in_its_first_clause(answer: str) -> str | None:
    """The "it" of "passed my exams instead of it", the "them" of "was agency for all but one of them"."""
    found = _POINTING.match(answer)
    if found is None or re.search(r"\d{4}", found["before"]):  # "left in 2019 to run what I had run before then"
        return None
    if found["them"] and any(word.core[3:].endswith("s") for word in words_of(found["before"])):
        return None
    return found["instead"] or found["without"] or found["then"] or found["them"]


def _done_then(clause: re.Match[str]) -> str | None:
    """What the writer would do: "keeping night hours"; None for what nobody offers to do."""
    verb = clause["verb"].lower()
    return None if verb in _UNWILLING else in_ing(f"{verb} {clause['what']}")


def _the_other(clause: re.Match[str]) -> str | None:
    """What was not done or known, of "trout and never leeches": "leeches", "supervising employees"."""
    noted, is_clause = clause["other"], clause["after"] != ","
    read = words_of(noted)
    if read[-1].core in {"one", "ones", "any", "it", "them"} or read[0].core in words("prepositions"):
        return None
    if is_clause and len(read) > 1 and (done := _by_doing(read[0].core, noted.partition(" ")[2])):
        return done
    return noted if len(read) < 3 and end_of_noun(read, 0) == len(read) and needs_no_article(read[-1].core) else None


def _undone(clause: re.Match[str]) -> str | None:
    return _by_doing(clause["done"].lower(), clause["what"])


def _by_doing(done: str, what: str) -> str | None:
    """ "run a show" that was never done, as an activity: "running a show"; None if its form is not proved."""
    what = _NOT_SO_MUCH.sub("", _ONLY_OTHERS.sub("", what))
    if re.match(r"(?:any\w*|ever|a single|one)\b", what):
        return None
    if done == "been":
        return f"being {what}" if what.partition(" ")[0] in verbs().past else None
    base = done if done in verbs().base else verbs().past.get(done) or _undone_as().get(done)
    if base == "do":  # "I've not done zinc"
        return what if _stands_by_itself(what, is_little=False) else None
    return in_ing(f"{base} {what}") if base else None


def _not_doing(clause: re.Match[str]) -> str | None:
    """What the writer does not do yet, "I do not yet drive the hearse": "driving the hearse"; "bicycles" not known."""
    verb, what = clause["verb"].lower(), clause["what"]
    if verb == "know":
        return what if _stands_by_itself(what, is_little=False) else None
    return _by_doing(verb, what) if verb in verbs().base and verb not in _UNWILLING else None


_CLAUSES: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]] = (
    (_READY_FOR, lambda clause: clause["thing"]),
    (_WOULD_DO, _done_then),
    (_ONE_NOT_THE_OTHER, _the_other),
    (_NEVER_DONE, _undone),
    (_NOT_DONE, _undone),
    (_DO_NOT, _not_doing),
)


@cache
def _undone_as() -> Mapping[str, str]:
    """The verbs by the forms that follow "have" and are nothing else: "grown"."""
    return {form: base for base, forms in participles().items() for form in forms}


def _is_personal(concern: str) -> bool:
    """True for "my age", "two kids"; not for work "with children"."""
    read = [Word("", ""), *words_of(concern)]
    return any(word.core in words("personal") and before.core not in _OF_OTHERS for before, word in pairwise(read))


def _as_noted(thing: str) -> str | None:
    """`thing` as it follows "as for": "size of the team" → "the size of the team"; None if no noun is proved."""
    read = words_of(thing)
    first = read[0].core
    if (
        first in verbs().third
        or first in words("finite_pasts")
        or re.match(r"\S+n['’]t\b|a (?:bit|little) |whether |if |how |why ", thing)
    ):
        return None
    is_named = len(read) > 1 and read[1].core == "of" and first in words("small_letters")
    is_bare = thing.islower() and is_common(read[-1].core) and end_of_noun(read, 0) == len(read)
    is_doing = first.endswith("ing") and len(read) > 1 and read[1].core not in words("common_nouns")  # "working alone"
    return f"the {thing}" if is_named or (is_bare and not is_doing and article_of(read)) else thing


def _with_its_article(thing: str) -> str | None:
    """ "no healthcare background" → "a healthcare background": two or three plain words; None for anything else."""
    is_plain = re.fullmatch(r"[a-z-]+(?: [a-z-]+){1,2}", thing) is not None
    read = words_of(thing)
    is_thing = is_common(read[-1].core) and not any(word.core in words("prepositions", "adverbs") for word in read)
    return with_article(thing) if is_plain and is_thing else None


def _stands_by_itself(thing: str, *, is_little: bool) -> bool:
    read = words_of(thing)
    end = end_of_noun(read, 0)
    if read[-1].core in words("prepositions") | words("adverbs"):
        return False
    if is_little and re.fullmatch(r"[a-z -]+", thing):
        return True
    if end is None:  # "experience yet"
        return False
    return read[end - 1].core == "experience" or needs_no_article(read[end - 1].core)

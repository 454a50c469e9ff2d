"""A need as the name of a thing: "Weekend cover for the databases" → "weekend cover for the databases".

Only what is proved to be one is named; a word that may be a verb, or what somebody is to be, is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.adjectives_of_work import is_adjective_of_work
from followup_letters.wording.grammar.asides import label_and_told, names_no_work, without_aside
from followup_letters.wording.grammar.nouns import is_common, is_participle
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.grammar.phrases import without_stop
from followup_letters.wording.grammar.sentences import FINITE, HELPING, has_its_verb
from followup_letters.wording.grammar.tasks import WITH_AN_ACTIVITY
from followup_letters.wording.needs.infinitives import (
    are_two_orders,
    is_compound_verb,
    is_taught,
    is_to_a_figure,
    names_funds,
)
from followup_letters.wording.needs.named import as_named
from followup_letters.wording.needs.traits import is_a_quality, is_trait
from followup_letters.wording.needs.wants import (
    ALL_OR_NONE,
    asks_for_none,
    is_a_share_done,
    is_measured,
    is_needless,
    turns_at,
)

_PLAIN = pattern(r"[A-Za-z][a-z]+(?:-[a-z]+)*(?=\s)")
_LABELLED = pattern(r"(?:year|grade|class|round|band|level|key stage|line|phase|unit) \d", re.IGNORECASE)  # "Year 4"
_COUNTED_AFTER = pattern(r"re-[a-z]+ (?:\d|the |all |every |our )")  # "re-key 6,000 index cards"
_OF_A_CODE = pattern(r"[a-z]+(?: [a-z]+)? (?:in|for|to|at|across|and) .+")
_CODE = pattern(r"[A-Z]{2,5}")
_NAMES_NOTHING = pattern(  # an order after a comma, a motto, and whatever else there is to do
    r".*, (?:and )?(?:keep|get|make|do|hold|fix|bring|improve|raise) (?:it|them|that|this)\b.*"
    r"|(?!.*\b(?:a|an|the) )(?:[\w'’-]+ ){1,3}first"
    r"|(?:other|additional|further|various) (?:duties|tasks|work|responsibilities|jobs|projects|assignments)"
    r"(?: (?:as|that|when|if|required|assigned|given|may|from time)\b.*)?",
    re.IGNORECASE,
)
_JOINTS = frozenset({"and", "or", "but", "&"})
_LOST = frozenset("loss losses waste wastage shrinkage sickness absence absenteeism turnover churn".split())
_PLURALS = pattern(r"[A-Za-z][a-z]+s and [a-z]+s")
_COUNTED = pattern(r"(?:\d[\d,.]*|[a-z]+)(?: [a-z]+){0,2} [a-z]+s\b")
_DONE_IN_TIME = pattern(r"\w+s (?P<done>\w+) (?:in|within|inside|under|by|before|without) ")
KEPT_TO = pattern(
    r"\b(?:under|below|above|over) (?:\S*\d|(?:two|three|four|five|six|eight|ten|twelve) )"
)  # the figure that something is to keep to
_HELD_TO = pattern(
    r"[A-Za-z]?[a-z]+(?: [a-z]+){0,2} (?:under|below|above|over) [$£€]?\d[\d.,]*\s?(?:%|per ?cent|percent)?"
    r"(?: of [a-z]+(?: [a-z]+)?)?"
)
SEVERAL_PARTS = pattern(r"[;:?!]|\.\s")
_HOW_MANY = frozenset({"fewer", "less", "more", "many", "several"})  # before which no article stands
_ARTICLES = frozenset({"a", "an", "one", "the"})
RELATIVES = frozenset("that which who whom whose where when how what why if whether because so".split())
_DEMANDING = frozenset(
    """able always anybody anyone anything can cannot could ever everybody everyone everything just like may must need
    needs never nobody not nothing often only quite really should somebody someone something very want wants will
    would""".split()
)
_SUBJECTS = frozenset("i we you they he she it there someone somebody everyone everybody nobody who what".split())
_ALSO_FINITE = frozenset(
    """have had never always does do did gets get goes go went comes come came keeps takes took stays fell rose loses
    lacks""".split()
)


def noun_phrase(need: str) -> str | None:
    """A need that names a thing: "Weekend cover for the databases" → "weekend cover for the databases".

    A form in -ing passes, whether it is a noun or not: "Welding to a coded standard". None if the first word may be
    another form of a verb, or a name that keeps its capital. Of a need under a heading, the heading is the thing.
    """
    headed = label_and_told(need)
    if headed:
        return noun_phrase(headed[0]) if " " in headed[0] and not names_no_work(headed[0]) else None
    text = without_stop(without_aside(need))
    if text.casefold().rpartition(" ")[2] in _JOINTS or _NAMES_NOTHING.fullmatch(text):  # or something was to follow
        return None
    code, _, of_it = text.partition(" ")
    if _CODE.fullmatch(code) and " " in of_it and is_common(of_it.split()[0]):
        return _of_a_code(code, of_it)
    if is_to_a_figure(text) or _LABELLED.match(text) or _COUNTED_AFTER.match(text.casefold()):
        return None
    if names_funds(text):
        has_article = text.split(maxsplit=1)[0].casefold() in _ARTICLES
        return f"{'' if has_article else 'the '}{text[0].lower()}{text[1:]}"
    if asks_for_none(text) or is_taught(words_of(text)):
        return text[0].lower() + text[1:]
    opening = text.split(" ", maxsplit=1)[0].casefold()
    if is_number(opening) and opening != "one":
        return _counted(text)
    if _HELD_TO.fullmatch(text) and opening not in verbs().base:  # "rewash under 2 per cent"
        return text[0].lower() + text[1:]
    if " " not in text:
        return _single(text)
    first = _PLAIN.match(text)
    article = text.split(maxsplit=1)[0].casefold()
    if SEVERAL_PARTS.search(text) or is_needless(text) or not (first or article in _ARTICLES):
        return None
    word = first[0].casefold() if first else article
    if words_of(text)[-1].core in _LOST:  # "linen loss" is no part of a job: somebody wants it lower
        return None
    if _is_clause(text) or _is_no_thing(words_of(text)) or is_trait(text) or is_a_quality(text) or _is_a_demand(text):
        return None
    if word in _ARTICLES | ALL_OR_NONE or _is_all_by_then(text):
        return text[0].lower() + text[1:]
    if word in _HOW_MANY:
        return text[0].lower() + text[1:] if _is_named(text, word) else None
    return as_named(text) if _is_named(text, word) else None


def _is_no_thing(read: Sequence[Word]) -> bool:
    """True for what is surely an order: "cross-train the staff", "tumble and sort two million oysters".

    So are two words of a trade before so many: "last and bottom six pairs a week", though no table has them as verbs.
    """
    before_so_many = len(read) > 4 and read[1].core in {"and", "&"} and is_number(read[3].core)
    return is_compound_verb(read) or are_two_orders(read) or (before_so_many and not is_number(read[0].core))


def _is_all_by_then(text: str) -> bool:
    """True for "all files on the new system by Easter"."""
    return re.match(r"all \w+s (?:on|in|at|under) .* by \w", text, re.IGNORECASE) is not None


def read_as_thing(need: str) -> str | None:
    """`need` as a thing, if a plural stands early in it: "Stock counts that agree with the shelf"."""
    text = without_stop(without_aside(need))
    first = _PLAIN.match(text)
    if (
        not first
        or first[0].casefold() in words("aims")
        or SEVERAL_PARTS.search(text)
        or _is_a_verb_form(first[0].casefold())
        or _is_clause(text)
    ):
        return None
    following = text.split(maxsplit=2)[1].strip(",.")
    is_order = first[0].casefold() in verbs().base and not (_says_which(text) or is_measured(text))
    if is_order:  # "Schedule trucks and plant tickets", but "Stock counts that agree with the shelf"
        return None
    return text[0].lower() + text[1:] if needs_no_article(following) and following.islower() else None


def _says_which(text: str) -> bool:
    return any(core in RELATIVES for core in text.casefold().split())


def _is_a_verb_form(core: str) -> bool:
    return core in verbs().past or core in words("plain_bases")


def _is_a_demand(need: str) -> bool:
    """True for what asks something of whoever has the job, and names nothing: "can drive", "firm but fair"."""
    first, following, *_ = *need.casefold().split(), ""
    return first in _DEMANDING or (first in phrases("traits") and following in {"but", "and", "up"})


def is_described(text: str, word: str) -> bool:
    """True for "seed that nobody has grown", "carriers who bill twice"; not for "ensure that …"."""
    return text.split(maxsplit=2)[1] in {"who", "that", "which", "whose"} and word not in words("that_verbs")


def _of_a_code(code: str, of_it: str) -> str | None:
    """A thing whose name begins with an acronym: "BSA policy in plain English" → "the BSA policy in plain English"."""
    named = noun_phrase(of_it) if _OF_A_CODE.fullmatch(of_it) else None
    cores = of_it.split()
    people = words("job_titles") | words("roles") | words("collectives") | words("offices")
    if named is None or any(is_participle(core) or core in people or core in words("troubles") for core in cores[:2]):
        return None
    return f"the {code} {named[4:]}" if named.startswith("the ") else f"{code} {named}"


def _single(word: str) -> str | None:
    """A need of one word: "Payroll", "complaints"; None for what may be a verb, or keeps its capital."""
    lowered = word.lower()
    known = words("small_letters", "mass_nouns", "rarer_nouns")
    is_noun = lowered in known or lowered.removesuffix("s") in known
    is_verb = lowered in verbs().base or lowered in words("languages")
    is_plain = word[1:].islower() and word.isalpha() and is_noun and not is_verb
    return lowered if is_plain and (needs_no_article(lowered) or lowered in verbs().gerund) else None


def _counted(text: str) -> str | None:
    """Things or people of whom the need says how many: "14 loan officers in five branches"."""
    lowered = text[0].lower() + text[1:]
    is_share = re.match(r"\S+(?:%| per ?cent)", lowered) is not None
    is_known = is_a_share_done(lowered) if is_share else _COUNTED.match(lowered)
    is_plain = is_known and not SEVERAL_PARTS.search(text) and not _is_clause(text)
    return lowered if is_plain else None


def _is_named(text: str, word: str) -> bool:
    """True for a text, beginning with `word`, that is proved to name a thing or an activity."""
    is_noun = word in verbs().gerund or (is_common(word) and word not in verbs().base and word not in verbs().third)
    is_several = _PLURALS.fullmatch(text) is not None or (is_noun and is_measured(text))
    return (
        is_several
        or _is_done_in_time(text, word)
        or _is_as_measured(text, word)
        or _is_kept_to(text, word)
        or (word in words("mass_nouns") and text.split(maxsplit=2)[1] in words("prepositions") and is_measured(text))
        or is_described(text, word)
        or _is_activity(text, word)
        or is_adjective_of_work(words_of(text))
        or _is_done_to(text, word)
        or _is_a_thing(word, text)
    )


def _is_as_measured(text: str, word: str) -> bool:
    """True for "filtered turbidity under 0.1 NTU": a thing after a participle, with the measure it is to keep to."""
    following = text.split(maxsplit=2)[1]
    is_noun = following not in words("prepositions", "determiners", "particles") and not is_number(following)
    is_kept_to = KEPT_TO.search(text) is not None and not following.endswith("s")
    return is_participle(word) and word not in verbs().base and is_noun and is_kept_to


def _is_kept_to(text: str, word: str) -> bool:
    """True for "fuel cost per drop below 70p": a noun that may be a verb too, before another and a figure for both."""
    following = text.split(maxsplit=2)[1]
    is_noun = word in words("noun_verbs") - words("aims") and is_common(following) and following.islower()
    return is_noun and KEPT_TO.search(text) is not None


def _is_done_in_time(text: str, word: str) -> bool:
    """True for "Farm and business loans closed in 20 days": several things, and what is to become of them."""
    found = _DONE_IN_TIME.search(text)
    is_a_deed = word in verbs().base and text.split(maxsplit=2)[1] != "and"
    is_done = found is not None and is_participle(found["done"])
    return (is_done or turns_at(text)) and not is_a_deed


def _is_clause(text: str) -> bool:
    """True for "dishes never pile up", "the phones get answered": a verb of its own, before any "that" or "who"."""
    cores = text.casefold().split()
    if cores[0] in _SUBJECTS:
        return True
    if any(
        joint in {"and", "&"} and order in verbs().base and after in {"a", "an", "the", "our", "your"}
        for joint, order, after in zip(cores, cores[1:], cores[2:], strict=False)
    ):
        return True  # "payroll and run the office", which names one thing and orders another
    head = cores[: next((place for place, core in enumerate(cores) if core in RELATIVES), len(cores))]
    if any(core in FINITE | HELPING | _ALSO_FINITE for core in head[1:]) or (
        len(head) > 2 and has_its_verb(words_of(text))
    ):
        return True
    is_plural = len(head) > 2 and head[0].endswith("s") and not head[0].endswith("ss")
    return is_plural and head[1] in words("plain_bases")


def _is_activity(text: str, word: str) -> bool:
    """True for a form in -ing that is no name, and no part of one: not "Reading Council", "Training plan"."""
    following = text.split(maxsplit=2)[1].strip(",.")
    is_verb = (
        following in words("prepositions", "determiners", "particles", "adverbs")
        or following in {"there", "here", "able", "open", "ready"}
        or following.endswith(("s", "ly"))
        or following.isdigit()
    )
    return word in verbs().gerund and is_verb and (text[0].islower() or not following[0].isupper())


def _is_done_to(text: str, word: str) -> bool:
    """True for "budget tracking": a thing, and what is done with it; not for "stop leaking"."""
    following = text.split()[1:]
    is_whole = len(following) == 1 or following[1] in words("prepositions")
    is_noun = word in words("noun_verbs") and word not in WITH_AN_ACTIVITY | words("verb_adjectives")
    return is_whole and is_noun and following[0] in verbs().gerund


def _is_of_two_deeds(text: str) -> bool:
    """True for "audition and book extra chorus": two orders, and what they are for."""
    first, _, *following = text.casefold().split()
    if len(following) < 2 or following[1] in words("prepositions"):
        return False
    return first in verbs().base and following[0] in verbs().base


def _is_a_thing(word: str, text: str) -> bool:
    """True for a word with a small letter that begins no verb, and opens no phrase that is no noun ("ready to")."""
    table, last = verbs(), word.rpartition("-")[2]
    following = text.split(maxsplit=2)[1].rstrip(",.")
    is_name = following[:1].isupper() and text[0].isupper()  # "Gift Aid"
    is_moved = re.match(r"\S+ (?:up|down) (?:from|to|by|under|below|above|over) \S*\d", text) is not None
    if is_name or (following in {"up", "out", "down", "off"} and not is_moved):
        return False
    if following == "and" and _is_of_two_deeds(text):
        return False
    if following in _ARTICLES:  # before which no noun stands: "Steady the baby room"
        return False
    if word in words("comparatives") and following in words("determiners"):  # "Better the service"
        return False
    if any(word in forms for forms in (table.base, table.past, table.third, table.gerund)):
        return word in words("comparatives")
    if word in phrases("adjectives") and (following in words("prepositions") or not needs_no_article(following)):
        return False  # "fluent in Spanish", but "bilingual programs"
    if word in words("prepositions") or word in words("adverbs"):
        return False
    known = words("small_letters", "comparatives")
    is_known = word in known or last in known or (last.endswith("s") and last[:-1] in known)
    is_known = is_known or word in words("rarer_nouns")
    return is_known or (text[0].islower() and needs_no_article(word))

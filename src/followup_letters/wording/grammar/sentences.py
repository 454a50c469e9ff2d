"""Where the verb of a sentence stands, and where one sentence ends: a need that is one is no thing and no task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from followup_letters.lexicon import third_person, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article

FINITE = frozenset(
    """is are was were has must should needs wants isn't aren't wasn't weren't hasn't haven't doesn't don't can't won't
    cannot needn't shouldn't mustn't""".split()
)
_OF_SEVERAL = frozenset("have need want do get go come keep take stay lack expect hope".split())
HELPING = frozenset("can will would could may might shall".split())
EMPLOYERS = frozenset({"they", "we"})
ANYBODY = frozenset("nobody nothing everybody everyone everything somebody it there this that".split())
_OF_ONE = frozenset("a an one each every another".split())
_SHARES = frozenset("couple dozen fifth few half handful lot majority minority number quarter tenth third".split())
_AFTER_A_SHARE = 4  # the place of "leaves" in "one in five pupils leaves"
_BEFORE_ITS_VERB = frozenset("never always still also only just often now really".split())
_OPENS_ANOTHER = frozenset(
    """that which who whom whose where when how what why if whether because so until unless while than as though since
    to before after once""".split()
)
_COUNTING = frozenset("the a an every each most half all both some many one two three".split())
_INITIALS = pattern(r"(?:[a-z]{1,2}\.)*[a-z]")  # "J.", "M.S."
_QUOTES = "\"'”’)"
_AFTER_A_VERB = frozenset(
    """too so long late early less more most it them him her us you up down out over off back it's they're all here
    there hot cold slow fast short high low empty full open shut wrong away everything something nothing""".split()
)
_AGAIN = frozenset({"still", "never", "always", "rarely", "often"})  # after a subject, before its verb
_ENDS_A_VERB = frozenset("and when if because so that until at".split())

_ARTICLES = frozenset("a an the our their your its".split())


def has_its_verb(read: Sequence[Word]) -> bool:
    """True for a text with a subject and its verb, before any "that" or "who": "forty new students need …"."""
    return place_of_verb(read) is not None


def place_of_verb(read: Sequence[Word]) -> int | None:
    """Where the verb of a sentence stands in it; None for what is no sentence."""
    if not read:
        return None
    first = read[0].core
    if len(first) > 1 and read[0].typed.isupper():  # "IT help desk"
        first = ""
    if first in EMPLOYERS | ANYBODY:
        verb = 2 if len(read) > 2 and read[1].core in _BEFORE_ITS_VERB else 1
        core = read[verb].core if verb < len(read) else ""
        is_verb = core in verbs().base or core in verbs().third or core in FINITE | HELPING | _OF_SEVERAL
        return verb if is_verb else None
    if first in _OPENS_ANOTHER or first in words("prepositions") - words("determiners"):
        return None
    are_several = is_number(first) and first not in {"1", "one"}
    for place in range(1, len(read)):
        if read[place].core in _OPENS_ANOTHER or _begins_another(read, place):
            return None
        if are_several and read[place].core in verbs().third:  # "two new shops in 2027": of several no verb ends in -s
            continue
        if _is_its_verb(read, place):
            if _is_measured(read, place) or (first in words("comparatives") and _is_counted_less(read, place)):
                return None
            return place if place == 1 or first not in verbs().base or needs_no_article(first) else None
    return None


def _is_measured(read: Sequence[Word], verb: int) -> bool:
    """True for "zinc use under 6 percent", where what was taken for a verb is what is measured."""
    following, after = [*(word.core for word in read[verb + 1 : verb + 3]), "", ""][:2]
    is_kept_to = following in {"under", "below", "above", "within", "inside"} and is_number(after)
    return is_kept_to and read[verb].core in verbs().base and not read[verb - 1].core.endswith("s")


def _is_counted_less(read: Sequence[Word], verb: int) -> bool:
    """True for "fewer patient falls at night", where what was taken for a verb is what there should be fewer of."""
    is_after_one = read[0].core in {"fewer", "more"} and not needs_no_article(read[verb - 1].core)
    return verb == len(read) - 1 or is_after_one


def has_a_helping_verb(read: Sequence[Word]) -> bool:
    """True for "shrink is 3.1%", "cover for nights is thin": "is", "was" or the like before any "that" or "who"."""
    for word in read[1:]:
        if word.core in _OPENS_ANOTHER - {"to"} or word.core in words("determiners"):
            return False
        if word.core in FINITE - {"needs", "wants"}:
            return True
    return False


def has_several_sentences(read: Sequence[Word]) -> bool:
    """True for "Managed the shop. Trained the staff": a full stop that no abbreviation has, before a new sentence."""
    for word, following in pairwise(read):
        if not word.typed.rstrip(_QUOTES).endswith("."):
            continue
        begins_anew = following.is_name and (following.core in verbs().past or following.core in verbs().third)
        is_initial = _INITIALS.fullmatch(word.core) is not None
        if begins_anew or (word.core not in words("abbreviations") and not is_initial):
            return True
    return False


def _is_its_verb(read: Sequence[Word], place: int) -> bool:
    core, before = read[place].core, read[place - 1].core
    if before in _ARTICLES:  # "the finds of 31 stations"
        return False
    after = read[place + 1].core if place + 1 < len(read) else ""
    if core in FINITE:
        return bool(after)
    if core in HELPING and read[place].typed.islower():  # not "the May release"
        return after in verbs().base or after in {"be", "have"}
    is_several = needs_no_article(before) or before in {"people", "staff", "all", "both", "most", "many"}
    if core in _OF_SEVERAL and is_several:
        return bool(after)
    return _is_full_verb(read, place, after, is_several=is_several)


def _is_full_verb(read: Sequence[Word], place: int, after: str, *, is_several: bool) -> bool:
    """True for "the roof leaks in four places", "most jobs run late": a verb of its own right after its subject."""
    core, first = read[place].core, read[0].core
    bases, thirds = _of_anything()
    before = read[place - 1].core
    if before in _AGAIN and place > 1 and (core in thirds or core in bases) and core not in words("adverbs"):
        return True  # "handwriting still matters here"
    goes_on = (
        not after
        or after in words("determiners") | words("prepositions") | words("particles") | words("adverbs")
        or after in _AFTER_A_VERB
        or is_number(after)
    )
    if not goes_on:
        return False
    is_subject = first in _COUNTING or first in words("determiners")
    if (
        place == _AFTER_A_SHARE
        and core in thirds
        and read[1].core == "in"
        and is_number(first)
        and is_number(read[2].core)
    ):
        return True  # "one in five pupils leaves"
    if core in thirds and not is_several:
        is_plain = thirds[core] not in words("noun_verbs")
        is_done = (
            first in verbs().gerund and core in verbs().third and place > 1 and bool(after)
        )  # "getting paid takes 90 days"
        return is_done or (place > 1 and is_subject and (is_plain or bool(after)))
    is_plain = core in bases and core not in words("noun_verbs")
    later = read[place + 2].core if place + 2 < len(read) else ""
    goes_off = after in words("particles") and later in _ENDS_A_VERB  # "farmers ring up and argue"
    is_sure = is_plain or (is_subject and after != "for") or is_number(after) or goes_off or after in {"so", "too"}
    # "a booking service at the clinic" is no "a … serves", but "a third of the boats leak"
    is_of_one = first in _OF_ONE and read[1].core not in _SHARES
    return is_several and not is_of_one and core in bases and is_sure and place < 6


@cache
def _of_anything() -> tuple[frozenset[str], Mapping[str, str]]:
    """The base forms of all verbs that are known, of work or of anything else, and their third persons."""
    others = words("everyday_verbs", "happening_verbs")
    return others | verbs().base.keys(), {third_person(base): base for base in others} | dict(verbs().third)


def _begins_another(read: Sequence[Word], place: int) -> bool:
    """True for "the" in "seven sites the board has opened": what is told of a noun, and no verb of its own."""
    core, before = read[place].core, read[place - 1].core
    joins = words("prepositions") | {"and", "or", "but", ",", "of", "all", "both", "half", "not", "only"}
    is_subject = core in words("determiners") or core in {"we", "they", "you", "i", "people", "nobody"}
    return is_subject and not is_number(core) and before not in joins

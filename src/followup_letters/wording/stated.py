"""A need that was noted as a sentence: "They need upholstery back under one roof", "Turnover is 38 percent".

It stands in the letter as the sentence that it is; the "they" of the employer is said to its reader as "you".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.wording.articles import article_of
from followup_letters.wording.nouns import is_common
from followup_letters.wording.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.phrases import as_yours, may_be_several, without_aside, without_stop

_UNSAFE = re.compile(r"[?!:()\x00-\x1f\x7f-\x9f\u2028\u2029]|\.\s")
_LEADERS = frozenset("head boss chief owner dean principal chair board".split())
_FURTHER = re.compile(  # "…; one failed over Easter", "…, and the head wants it back"
    rf"[;:] .*$|,? (?:and|but|so|because) the (?:{'|'.join(sorted(_LEADERS))})\b.*$", re.DOTALL
)
_TO_BE_DONE = re.compile(r"[\w,.-]+(?: [\w-]+){1,4}? to (?P<do>[a-z-]+)(?:,? .+)?")
_FINITE = frozenset(
    """is are was were has must should needs wants isn't aren't wasn't weren't hasn't haven't doesn't don't can't won't
    cannot needn't shouldn't mustn't""".split()
)
_FINITE_OF_SEVERAL = frozenset("have need want do get go come keep take stay lack expect hope".split())
_HELPING = frozenset("can will would could may might shall".split())
_EMPLOYERS = frozenset({"they", "we"})
_ANYBODY = frozenset("nobody nothing everybody everyone everything somebody it there this that".split())
_ONE_VERB_ON = frozenset("never always still also only just often now really".split())
_OPENS_ANOTHER = frozenset(
    """that which who whom whose where when how what why if whether because so until unless while than as though since
    to""".split()
)
_WISHING = frozenset("want need hope expect plan intend prefer would will are have mean wish like".split())
_BLAMING = frozenset(
    """mess messy chaos chaotic terrible awful bad badly worst hopeless hate hates useless disaster shambles dreadful
    nightmare wrong nobody's stupid silly""".split()
)
_THEY = re.compile(r"\b(?:they|them|their|theirs|themselves)\b", re.IGNORECASE)
_YOURS = {"they": "you", "them": "you", "their": "your", "theirs": "yours", "themselves": "yourselves"}


def stated(need: str) -> str | None:
    """`need` as a sentence to the employer, without its full stop; None if no verb is proved in it."""
    text = without_stop(_FURTHER.sub("", without_aside(need)))
    read = words_of(text)
    if len(read) < 3 or _UNSAFE.search(text) or any(map(_is_unsaid, read)) or _names_whoever_leads(read):
        return None
    verb = place_of_verb(read)
    return None if verb is None else _to_the_employer(_article(read[:verb]) + text, read)


def _article(subject: Sequence[Word]) -> str:
    """The article of "booking service must stay up", which was noted without one."""
    if subject[0].core in _ANYBODY | _EMPLOYERS or (len(subject) == 1 and subject[0].core in verbs().gerund):
        return ""
    is_of_two = len(subject) == 2 and subject[0].typed.islower() and not subject[1].core.endswith("s")
    return "the " if is_of_two and subject[0].core not in words("determiners") else article_of(subject)


def awaiting(need: str) -> str | None:
    """What is there to be done, as it follows "there are": "two juniors to bring on"; None if it is not counted."""
    text = without_stop(without_aside(need))
    found = _TO_BE_DONE.fullmatch(text)
    if not found or not is_number(words_of(text)[0].core) or any(map(_is_unsaid, words_of(text))):
        return None
    is_plain = found["do"] in verbs().base and not _UNSAFE.search(text)
    return text[0].lower() + text[1:] if is_plain else None


def as_it_goes_on(sentence: str) -> str | None:
    """A stated need as it follows "that": "turnover is 38 percent"; None if its first word may be a name or a noun."""
    first = words_of(sentence)[0]
    is_small = first.core in words("determiners") | _ANYBODY | _EMPLOYERS | {"you"} or is_number(first.core)
    is_small = is_small or is_common(first.core) or first.core in verbs().gerund
    return sentence[0].lower() + sentence[1:] if is_small and first.typed[1:].islower() else None


def has_its_verb(read: Sequence[Word]) -> bool:
    """True for a text with a subject and its verb, before any "that" or "who": "forty new students need …"."""
    return place_of_verb(read) is not None


def place_of_verb(read: Sequence[Word]) -> int | None:
    """Where the verb of a sentence stands in it; None for what is no sentence."""
    first = read[0].core
    if len(first) > 1 and read[0].typed.isupper():  # "IT help desk"
        first = ""
    if first in _EMPLOYERS | _ANYBODY:
        verb = 2 if read[1].core in _ONE_VERB_ON and len(read) > 2 else 1
        core = read[verb].core
        is_verb = core in verbs().base or core in verbs().third or core in _FINITE | _HELPING | _FINITE_OF_SEVERAL
        return verb if is_verb else None
    if first in _OPENS_ANOTHER or first in words("prepositions") - words("determiners"):
        return None
    for place in range(1, len(read) - 1):
        if read[place].core in _OPENS_ANOTHER or _begins_another(read, place):
            return None
        if _is_its_verb(read, place):
            return place if place == 1 or first not in verbs().base or needs_no_article(first) else None
    return None


def _is_its_verb(read: Sequence[Word], place: int) -> bool:
    core, before, after = read[place].core, read[place - 1].core, read[place + 1].core
    if core in _FINITE:
        return True
    if core in _HELPING:
        return after in verbs().base or after in {"be", "have"}
    is_several = needs_no_article(before) or before in {"people", "all", "both", "most", "many"}
    if core in _FINITE_OF_SEVERAL and is_several:
        return True
    is_plain = core in verbs().third and verbs().third[core] not in words("noun_verbs") and not is_several
    opens_an_object = after in words("determiners") | words("prepositions") | words("particles")
    return is_plain and read[0].core in {"the", "a", "every", "each"} and opens_an_object


def _begins_another(read: Sequence[Word], place: int) -> bool:
    """True for "the" in "seven sites the board has opened": what is told of a noun, and no verb of its own."""
    core, before = read[place].core, read[place - 1].core
    joins = words("prepositions") | {"and", "or", "but", ",", "of", "all", "both", "half", "not", "only"}
    is_subject = core in words("determiners") or core in {"we", "they", "you", "i", "people", "nobody"}
    return is_subject and not is_number(core) and before not in joins


def _names_whoever_leads(read: Sequence[Word]) -> bool:
    """True for "the head wants fieldwork back", which may be said to the head."""
    return any(word.core in words("job_titles") or word.core in _LEADERS for word in read)


def _is_unsaid(word: Word) -> bool:
    """True for what speaks to somebody else, and for what nobody writes to the one who answers for it."""
    return word.core in {"i", "me", "my", "you", "your", "yours", "us"} or word.core in _BLAMING


def _to_the_employer(text: str, read: Sequence[Word]) -> str | None:
    """`text` with "you" for the employer's "we" and "they"; None where "they" may be others."""
    several = False
    for place, word in enumerate(read):
        if word.core in _YOURS:
            wishes = place + 1 < len(read) and read[place + 1].core in _WISHING
            if several and not (word.core == "they" and wishes):
                return None
        else:
            several = several or may_be_several(word.core)
    said = as_yours(text)
    said = _THEY.sub(lambda found: _YOURS[found[0].casefold()], said)
    return said[0].upper() + said[1:]

"""Bullets that begin in -ing before an object: "Barcoding every tube …", "Rearing calves to weaning …".

"My work has included …" takes a noun as well as a verb, so that nothing need be decided where both are true. "I have
barcoded …" is said only of what is proved to be a verb, and only where it is true whether or not it still goes on.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.experience import done_before, is_no_work, perfect_of
from followup_letters.wording.bullets.said import Said, i, my_work
from followup_letters.wording.bullets.verbs_used import has_its_own_verb
from followup_letters.wording.grammar.nouns import end_of_noun, has_a_verb, is_participle, is_year, without_contact
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article

_SHORTEST = 6  # letters of a word in -ing that may be a verb though no table has it
_NO_VERBS = frozenset(
    """during evening morning nothing something anything everything sibling ceiling sterling shilling herring pending
    concerning regarding including excluding following considering barring notwithstanding according depending
    clothing bedding""".split()
)
_ALWAYS_WORK = frozenset(  # which is work in a noun as well: "writing notices", "reviewing code"
    """mixing covering dressing mending fitting carving dyeing forging casting grafting brewing baking
    writing reading reviewing holding splicing demonstrating explaining arranging checking answering feeding
    interpreting mentoring moderating negotiating organising organizing presenting proofreading repairing restoring
    supervising tutoring weeding welding""".split()
)
_SELDOM_A_NAME = frozenset(  # of a thing with what follows, as "working groups" and "playing fields" are
    "chairing handling maintaining managing mentoring overseeing running supervising".split()
)
_SURE = frozenset("a an the every each all both my our their its these those several many any another".split())
_FOR_WHOM = frozenset("for with across".split())
_OF_THE_OBJECT = frozenset(  # an adjective that stands within no compound: "standing orders", "precepting new nurses"
    "new young old sick live difficult complex small large little late lost older younger reluctant nervous".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())  # "Saturday clinics"
_AFTER_THE_OBJECT = frozenset("alone forward round back together apart twice single-handed single-handedly".split())
_SO_MANY = pattern(r", (?:\w+) (?:so far|of them)\b")
_RESULT = pattern(r", which (?:saved|took|cut|halved|brought|freed|raised|reduced|doubled|ended|kept) ")


def begun_in_ing(body: str, read: Sequence[Word]) -> Said | None:
    """What was done, of a bullet that begins in -ing and that `forms` knows for no verb; None if it may be no work."""
    main = without_contact(read)
    if (
        len(read) < 3
        or not _may_be_done(read[0])
        or has_a_verb(main)
        or has_its_own_verb(main)
        or any(word.core == ":" for word in read)
    ):
        return None
    doing = f"{body[0].lower()}{body[1:]}"
    if _takes_its_object(read) or _is_a_verb_before_several(body, main):
        done = done_before(doing) if read[0].core in verbs().gerund else perfect_of(doing)
        return i(done, "have") if done else my_work(doing)
    is_of_many = read[1].core in _FOR_WHOM and (is_number(read[2].core) or read[2].core in _SURE)
    if is_of_many:  # "declaring for 120 importers", be it a noun or a verb
        return my_work(doing)
    is_work = read[0].core in _ALWAYS_WORK and _is_no_name(read)
    return told_or_named(doing, read) if is_work or _are_several_done(main) or _are_two_joined(main) else None


def told_or_named(doing: str, read: Sequence[Word]) -> Said:
    """Work in -ing before its object: "I have run trial grounds …" where that is surely done; else only named."""
    has_object = read[1].core not in words("prepositions") and _may_be_an_object(read[0].core, read[1:2])
    done = done_before(doing) if has_object and read[0].core in _SELDOM_A_NAME else None
    return i(done, "have") if done else my_work(doing)


def _is_no_name(read: Sequence[Word]) -> bool:
    """True for "writing notices", "demonstrating at the mill"; not for "writing desk", "reading, 14 books"."""
    if read[1].core in words("prepositions", "determiners"):
        return read[1].core not in {",", "and", "up", "down", "in", "of"}
    return any(needs_no_article(word.core) for word in read[1:4])


def _may_be_done(first: Word) -> bool:
    core = first.core
    if not core.endswith("ing") or core in _NO_VERBS or not first.typed[1:].islower():
        return False
    base = verbs().gerund.get(core)
    return not is_no_work(base) if base else len(core) >= _SHORTEST and core not in words("countable_ing")


def _takes_its_object(read: Sequence[Word]) -> bool:
    """True for "barcoding every tube", "answering readers' letters": what only a verb can stand before."""
    following = read[1]
    if following.core in _SURE and read[2].core not in words("prepositions"):
        return True
    if following.typed.endswith(("s'", "s’")) and following.typed.islower():
        return len(read) > 3 and needs_no_article(read[2].core)
    if (
        is_number(following.core) and [word.core for word in read[2:3]] == ["to"] and len(read) > 4
    ):  # "30 to 40 samples"
        return is_number(read[3].core) and needs_no_article(read[4].core)
    is_counted = is_number(following.core) and not is_year(following.core) and "-" not in following.typed
    return is_counted and needs_no_article(read[2].core)


def _is_a_verb_before_several(body: str, read: Sequence[Word]) -> bool:
    """True for "precepting new nurses", "standing watches alone", "buying tin, which saved £140,000"."""
    end = _end_of_several(read)
    if end is None:
        return False
    is_told_how = read[end - 1].core in _AFTER_THE_OBJECT or (end < len(read) and read[end].core in _AFTER_THE_OBJECT)
    is_of_new = read[1].core in _OF_THE_OBJECT and end > 2
    are_so_many = (
        _is_somebody(read[end - 1].core) and _SO_MANY.search(body) is not None
    )  # but "training videos, 40 so far"
    return is_of_new or is_told_how or are_so_many or _RESULT.search(body) is not None


def _are_several_done(read: Sequence[Word]) -> bool:
    """True for "rearing calves to weaning": several or a substance, and what goes on after them."""
    end = _end_of_several(read)
    if end is None or end == len(read) or read[end].core in {",", ":", "("}:
        return False
    is_paper = read[end - 1].core in words("papers") and read[end].core in {"that", "which"}  # "cleaning logs that …"
    return read[end].core in words("prepositions") and not is_paper


def _end_of_several(read: Sequence[Word]) -> int | None:
    """Where the bare noun after a known form in -ing ends; None if the two may name a thing, or somebody."""
    first = read[0].core
    if verbs().gerund.get(first, "fall") in words("done_by_things") or first in words("countable_ing"):
        return None
    if len(read) < 2 or read[1].core in words("prepositions") - {"of"}:  # "working towards a licence"
        return None
    is_pair = len(read) > 3 and read[2].core == "and"  # "tin and copper"
    end = end_of_noun(read, 2 if is_pair else 1)
    if end is None:
        return None
    last = end - 1
    while last > 1 and read[last].core in _AFTER_THE_OBJECT:
        last -= 1
    head, is_one_word = read[last].core, end == 2
    is_told = _may_be_an_object(first, read[1 : last + 1]) and not (is_one_word and _is_somebody(head))
    return end if is_told and needs_no_article(head) and not (head.endswith("ing") or is_participle(head)) else None


def _may_be_an_object(first: str, named: Sequence[Word]) -> bool:
    """False for what the word in -ing makes a name of: "opening hours", "nursing homes", "driving licences"."""
    head = named[-1].core
    is_plain = all(
        word.core.replace("-", "").isalpha() and (word.typed[0].islower() or word.core in _DAYS) for word in named
    )
    is_compound = {head, named[0].core} & phrases("compounds").get(first, frozenset())
    is_a_thing = head in words("named_in_ing", "honours", "gauges") or head.removesuffix("s") in words("certificates")
    return is_plain and not (is_compound or is_a_thing)


def _is_somebody(core: str) -> bool:
    return core.removesuffix("s") in words("job_titles", "roles")


def _are_two_joined(read: Sequence[Word]) -> bool:
    """True for "installing and running frost fans on 95 acres", "gilding and lettering on curved surfaces"."""
    if len(read) < 5 or read[1].core not in {"and", "&"} or not _may_be_done(read[2]) or read[2].is_name:
        return False
    known = [word.core in verbs().gerund for word in (read[0], read[2])]
    if not any(known) or {read[0].core, read[2].core} & words("countable_ing"):
        return False
    if read[3].core in words("prepositions") - words("determiners") - {",", "and", "or", "(", ":"}:
        return True
    end = end_of_noun(read, 3)
    if not all(known) or end is None or end == len(read):
        return False
    head = read[end - 1].core
    return needs_no_article(head) and _may_be_an_object(read[2].core, read[3:end]) and not _is_somebody(head)

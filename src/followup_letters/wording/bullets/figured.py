"""Bullets that name a thing and how many, how much or how well: "Monthly valuations, 31 in a row and never late".

Each stands after a verb of ours, "I can point to monthly valuations, 31 in a row and never late", with the article that
it was noted without. Only a thing is pointed to: no person, no certificate, no trouble.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.said import Said, i
from followup_letters.wording.grammar.articles import with_article
from followup_letters.wording.grammar.nouns import has_a_verb, is_common, is_participle, is_year
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article

_SHARE_DONE = pattern(
    r", (?=\d[\d.]*(?:%| per ?cent) of [a-z]+ [a-z]+(?:ed|en|t) )"
)  # "94% of women seen in three weeks"
_NOUNS = 4  # words of a name, at most
_SO_WELL = frozenset("never none no without".split())
_SPANS = frozenset("year month week day term season".split())
_HEDGES = frozenset("about around over nearly almost roughly some".split())
_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ation", "ition")  # a person, or what there is no "a" of
_JOINTS = frozenset({"and", "or", "&"})
_OPENING_A_TIME = frozenset("before after until till since when while once during".split())
_MAKING = frozenset("bake brew carve dig draw hang knit lay mend pour sell sew teach weld".split())  # "lay brick"
_MADE_FOR = frozenset("for in across".split())
_LESS = frozenset("under below within of at".split())
_NO_THING = frozenset(
    """driver team crew staff level grade part runner member fluent native able first second third best top level member
    winner shift night day week month year years months weeks days nights hours""".split()
)


def figured(body: str, read: Sequence[Word]) -> Said | None:
    """What the writer can point to, of a thing that is told with a figure; None if it is not proved."""
    end = _end_of_name(read)
    if end is None or not _is_thing(read[:end]):
        return None
    if read[end].core in _JOINTS and not needs_no_article(read[end - 1].core):  # "spillway and valve works"
        end = _end_of_name(read, end + 1)
        if end is None or not needs_no_article(read[end - 1].core):
            return None
    if not _tells_how_much(read, end):
        return None
    if has_a_verb(read) or any(word.core in {":", "you", "your", "we", "me"} for word in read):
        return None
    is_lowered = read[0].typed == "A" or (read[0].typed[:1].isupper() and read[0].typed[1:].islower())
    lowered = body[0].lower() + body[1:] if is_lowered else body
    lowered = _SHARE_DONE.sub(", with ", lowered, count=1)
    is_bare = needs_no_article(read[end - 1].core) or read[0].core in words("determiners")
    return i(f"point to {lowered if is_bare else with_article(lowered)}", "can")


def _end_of_name(read: Sequence[Word], start: int = 0) -> int | None:
    """Where the words for a thing end: before a comma, a preposition or "under"; None if that is too far."""
    stops = words("prepositions") | _LESS | _JOINTS | {",", "("}
    places = range(start + 1, min(len(read), start + _NOUNS + 1))
    return next((place for place in places if read[place].core in stops), None)


def _is_thing(named: Sequence[Word]) -> bool:
    """True for common nouns, with what describes them: not for a verb, a person, a certificate or a trouble."""
    first, head = named[0].core, named[-1].core
    one = head if head.endswith("ss") else head.removesuffix("s")
    is_plain = all(word.core.replace("-", "").isalpha() and not word.is_name for word in named[1:])
    no_thing = words(
        "qualities", "job_titles", "roles", "offices", "collectives", "certificates", "honours", "languages"
    )
    is_third = first in verbs().third and len(named) > 1  # but "estimates within 4 %"
    is_verb = first in verbs().past or first in verbs().gerund or is_third or first in words("adverbs")
    may_be_verb = first in verbs().base and (len(named) == 1 or first in words("plain_bases"))
    is_verb = (
        is_verb or first in _MAKING or first in words("prepositions") - words("determiners") or first in _OPENING_A_TIME
    )
    is_deed = any(is_participle(word.core) for word in named[1:])
    is_somebody = one.endswith(_ENDINGS) and one not in words("things_in_er") and head == one
    is_no_thing = is_somebody or {one, head} & (no_thing | _NO_THING | words("grave"))
    if not is_plain or is_verb or may_be_verb or is_deed or is_no_thing:
        return False
    is_best = first == "the" and named[1].core.endswith("est") if len(named) > 2 else False  # "the largest gift"
    is_lower = is_best or first in {"a", "an"} or (is_common(first) and named[0].typed[1:].replace("-", "").islower())
    return is_lower and is_common(head) and head not in words("determiners")


def _tells_how_much(read: Sequence[Word], end: int) -> bool:
    """True for a count, a share or "never" after the name; a year, or the number of a thing, is none."""
    rest = [word.core for word in read[end:]]
    if rest[0] == "(":
        return False
    if _are_made(read[:end]) and rest[0] in _MADE_FOR and any(map(_is_count, rest[1:4])):
        return True
    if rest[0] in _LESS and len(rest) > 1 and is_number(rest[1]) and not is_year(rest[1]):
        return rest[0] not in {"of", "at"} or rest[1].endswith("%") or rest[2:3] == ["percent"] or rest[2:3] == ["per"]
    return any(mark == "," and _is_so_much(rest[n + 1 :]) for n, mark in enumerate(rest))


def _are_made(named: Sequence[Word]) -> bool:
    """True for "recipe cards", "tech packs": several, of what kind is told by a noun that is no verb."""
    first, head = named[0].core, named[-1].core
    is_verb = first in verbs().base or first in verbs().third or first.endswith("ing")
    return len(named) > 1 and needs_no_article(head) and head not in words("mass_nouns") and not is_verb


def _is_count(core: str) -> bool:
    return is_number(core) and not (is_year(core) or core == "one")


def _is_so_much(told: Sequence[str]) -> bool:
    """True for "31 in a row", "nearly 400 a day", "never late"."""
    first, after = [*told, "", ""][:2]
    number = after if first in _HEDGES else first
    is_span = any(core.removesuffix("s") in _SPANS for core in told[:2])
    return first in _SO_WELL or (is_number(number) and number not in {"one", "a"} and not (is_year(number) or is_span))

"""Bullets that count what was done: "Four designers mentored to licensure", "Eleven papers since 2019".

With a participle they tell a deed: "I have mentored four designers to licensure". Without one they stand after a verb
of ours: "I can point to eleven papers since 2019", "I have a net promoter score of 71". Only what is proved is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.experience import is_at_a_rate
from followup_letters.wording.bullets.figured import figured
from followup_letters.wording.bullets.of_the_living import do_something, is_done_by_its_subject
from followup_letters.wording.bullets.said import Said, i, my_record
from followup_letters.wording.bullets.to_show import to_show
from followup_letters.wording.grammar.articles import with_article
from followup_letters.wording.grammar.nouns import end_of_noun, has_a_verb, is_common, is_participle, is_year
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of

CURRENCIES = ("$", "£", "€", "¥")
_MILLIONS = frozenset({"thousand", "million", "billion"})
_NO = frozenset({"no", "zero"})
_BY_INSPECTORS = frozenset(  # "No points raised at our inspection", which were others' to raise
    "raised found noted identified upheld recorded reported issued given made imposed observed cited flagged".split()
)
_RAISED = frozenset("raised saved won recovered secured collected".split())
_PERCENT = frozenset({"percent", "per", "%"})
_SPANS = frozenset(
    """second seconds minute minutes hour hours day days night nights week weeks month months year years yr yrs decade
    decades season seasons summer summers winter winters term terms semester semesters shift shifts times""".split()
)
_UNDER_A_HEADING = pattern(
    r"(?P<what>[A-Za-z]+(?: [a-z]+){0,2})(?:: | [-–—] )"
    r"(?P<number>(?:(?:about|over|nearly|around) )?\d[\d,]*) (?P<rest>[a-z].*)"
)
_NOW_TOO = frozenset("come run become".split())  # "parents come to my conferences"
_OF_AN_OBJECT = frozenset("my our me us the their a an".split())
_LOGGED = frozenset("logged flown sailed driven worked".split())
_HEDGES = frozenset({"some", "over", "about", "nearly", "almost", "around", "roughly", "a"})  # "a dozen"
_WITHOUT = pattern(r"\S+ (?:{0})(?: and \S+ (?:{0}))? without ".format("|".join(sorted(_SPANS))), re.IGNORECASE)
_MISHAPS = frozenset(
    """accident accidents incident incidents injury injuries complaint complaints defect defects finding findings
    recordable recordables outage outages stockout stockouts error errors breach breaches fatality fatalities
    spill spills recall recalls rejection rejections claim claims fault faults reject rejects discrepancy
    discrepancies infection infections loss losses escape escapes violation violations overrun overruns""".split()
)
_SO_LONG = pattern(r" (?:in|on|over|since|for|at|across|through) (?:(?:the|my) (?:last|past|first) )?(\S+)")
_AMISS = frozenset(
    "broken damaged failed late lost lost-time missed missing overdue rejected spoiled spoilt unplanned".split()
)
_NEVER_DID = pattern(r", (?:never|nobody) \w+(?:ed|id|ent|ost|ot)\b")  # "two landlords, never paid a late fee"
_NO_NAME = frozenset(  # "the wheel his grandfather cut a date into"
    "that which who what when where while until after before be cannot to not his her their your they he she it".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_SINCE_THEN = pattern(r" since (?:(?:early|late|spring|summer|autumn|fall|winter|[A-Z][a-z]+) )?(?:19|20)\d\d$")
_IN_ANY = pattern(r" (?:in|at|on|across) (?:any|either|all|the (?:19|20)\d\d and (?:19|20)\d\d) ")
_EVERY_TIME = pattern(  # "Every calendar in the stores by Labor Day, four years running"
    r"(?:Every|All|Each) [a-z][a-z -]* (?:in|on|at|out|back|open|ready|shipped|delivered|closed|paid|filed) [^,;:]+, "
    r"(?:[a-z]+|\d+) (?:years|seasons|terms|months|quarters|summers|winters|times) (?:running|in a row)"
    r"|Every [a-z][a-z -]* (?:in|out|back|filed|closed|paid|answered) [^,;:]*\b(?:within|inside of|by|before) [^,;:]+",
    re.IGNORECASE,
)
_AUDITS = pattern(  # "Two Department of Labor audits with no back wages owed"
    r"(?P<number>[A-Za-z]+|\d+) (?:[A-Z][\w&]* (?:(?:of|and|for) )?){1,8}[a-z]+s,? (?:with no|without) [a-z].*"
)
_RATE = pattern(
    r"(?<!in )(?<!within )(?<!for )(?<!over )\b(?:an?|each|every|per) "
    r"(?:minute|hour|day|night|shift|week|month|season|year)\b"
)
_WENT_FROM = pattern(r"\b(?:went|rose|fell|dropped|grew|climbed|came)\b|\bfrom (?:ages? )?\S*\d\S*(?: \w+)? to \S*\d")
_IS_OVER = pattern(r".*\b(?:(?:in|until|to|and|of) (?:19|20)\d\d|(?:19|20)\d\d[-–]|last (?:year|season|month)|ago)\b.*")


def done(body: str, read: Sequence[Word]) -> Said | None:
    """What was done, of a bullet that names first to how many: "I have mentored four designers to licensure"."""
    if _brings_in(read):
        return None
    if read[0].core in _NO:
        found = any(word.core in _BY_INSPECTORS for word in read[2:4])
        return my_record(body) if found and not has_a_verb(read) else None
    end = _end_of_measure(read) or _end_of_count(read) or _end_of_share(read) or _end_of_sum(read)
    if end is None or end == len(read) or not is_participle(read[end].core) or not _is_done(read, end):
        return _brought_about(body, read)
    if _WENT_FROM.search(body):  # how far it went, and not that it was done
        return None
    participle, following = read[end].core, read[end + 1 : end + 3]
    if participle in words("received", "done_by_others") or any(word.core == "by" for word in following):
        return None
    if is_done_by_its_subject(read, end):  # "customers asked for me", "pupils read for pleasure"
        return None
    if following and following[0].core in _OF_AN_OBJECT:  # "governors read my reports"
        return None
    if len(following) == 2 and following[0].core in {",", "and"} and is_participle(following[1].core):
        return None
    if _does_more(read[end + 1 :]):
        return None
    what, _, rest = body.partition(f" {read[end].typed}")
    deed = f"{participle} {what[0].lower()}{what[1:]}{rest}"
    return _told(deed, body)


def _brings_in(read: Sequence[Word]) -> bool:
    """True for "watch repairs brought in a third of the takings": a verb, its particle and its object."""
    return any(
        verb.core in words("finite_pasts") and particle.core in {"in", "out", "up", "on"} and after.core in {"a", "the"}
        for verb, particle, after in zip(read, read[1:], read[2:], strict=False)
    )


def _brought_about(body: str, read: Sequence[Word]) -> Said | None:
    """What became of a single thing: "Rota rewritten in a week" → "I have rewritten the rota in a week"."""
    end = next((place for place, word in enumerate(read[:7]) if word.core in words("brought_about")), 0)
    if not end or not _is_a_thing(read[:end]) or has_a_verb(read) or any(word.core == ":" for word in read):
        return None
    if read[end].core == "trained" or is_done_by_its_subject(read, end):  # "injection trained", which is the writer
        return None
    following = [word.core for word in read[end + 1 : end + 3]]
    goes_on = words("prepositions") | words("particles") | words("adverbs") | words("afterwards") | {","}
    is_by_somebody = following[:1] == ["by"] and not is_number(following[-1]) and following[-1] != "a"
    if (following and following[0] not in goes_on) or is_by_somebody or _does_more(read[end + 1 :]):
        return None
    thing, _, rest = body.partition(f" {read[end].typed}")
    lowered = thing[0].lower() + thing[1:]
    of = next((place for place, word in enumerate(read[:end]) if word.core == "of"), end)  # "average age of members"
    is_plain = read[0].core in words("determiners") or needs_no_article(read[of - 1].core)
    return _told(f"{read[end].core} {lowered if is_plain else f'the {lowered}'}{rest}", body)


def _does_more(rest: Sequence[Word]) -> bool:
    """True for "(costs cut) and service improved": another thing, and what became of it; not of them all."""
    joint = next((place for place, word in enumerate(rest[:4]) if word.core == "and"), None)
    is_of_all = joint is not None and rest[joint + 1 : joint + 2] and rest[joint + 1].core in {"all", "both"}
    return joint is not None and not is_of_all and any(is_participle(word.core) for word in rest[joint + 2 : joint + 5])


def _told(deed: str, body: str) -> Said | None:
    """The deed in the tense that the times of `body` call for; None if its participle has no such tense."""
    if not (_IS_OVER.match(body) or is_at_a_rate(body)):
        return i(deed, "have")
    return i(deed) if deed.split(maxsplit=1)[0] in verbs().past else None


def _is_a_thing(what: Sequence[Word]) -> bool:
    """True for the name of a thing, without a verb, a person or a proper name in it."""
    first, last = what[0], what[-1]
    people = words("job_titles") | words("roles") | words("offices")
    no_noun = words("prepositions") | words("adverbs") | words("determiners") | {",", "and", "or"}
    is_known = is_common(first.core) or first.core in words("determiners") or first.core.endswith("ing")
    is_named = (
        any(word.typed[:1].isupper() and word.core.rstrip("s") not in _DAYS for word in what[1:])
        or not first.typed[1:].replace("-", "").islower()
    )
    has_a_deed = any(word.core in verbs().past or is_number(word.core) or word.core in _NO_NAME for word in what)
    return is_known and not is_named and not has_a_deed and last.core not in people | no_noun


def count_first(body: str) -> str | None:
    """A bullet under a heading that is counted: "Wedding cakes: 38 last season" → "38 wedding cakes last season"."""
    found = _UNDER_A_HEADING.fullmatch(body)
    what = words_of(found["what"]) if found else []
    is_plain = what and all(word.core.isalpha() for word in what) and not any(word.is_name for word in what[1:])
    if found is None or not is_plain or not is_common(what[0].core) or not needs_no_article(what[-1].core):
        return None
    after = words_of(found["rest"])[0].core
    goes_on = is_participle(after) or after in {"last", "this", "so"}
    is_count = not is_year(found["number"]) and what[-1].core.endswith("s") and what[0].core not in verbs().gerund
    return f"{found['number']} {found['what'].lower()} {found['rest']}" if goes_on and is_count else None


def counted(body: str, read: Sequence[Word]) -> Said | None:
    """What there is to show, of a bullet that counts, rates or names it: "I can point to two patents granted"."""
    if (read[0].core in {"no", "zero"} and read[-1].core == "ever" and not has_a_verb(read)) and len(read) > 3:
        return my_record(body)
    if is_number(read[0].core) and len(read) > 4 and _WITHOUT.match(body):
        return i(f"point to {body[0].lower()}{body[1:]}", "can")
    lowered = body[0].lower() + body[1:]
    if _EVERY_TIME.fullmatch(body):
        return i(f"had {lowered}", "have")
    audits = _AUDITS.fullmatch(body)
    if audits and is_number(audits["number"].casefold()) and not has_a_verb(read):
        return i(f"point to {lowered}", "can")
    return _none_in(body, read) or _counted_or_rated(body, read) or to_show(body, read) or figured(body, read)


def _counted_or_rated(body: str, read: Sequence[Word]) -> Said | None:
    troubles = words("troubles", "grave") | {"trouble"}
    if any(word.core in troubles for word in read) or _RATE.search(body) or do_something(read):
        return None  # nothing that one has behind one
    end = _end_of_count(read)
    lowered = body[0].lower() + body[1:]
    if end is not None and is_number(read[_start(read)].core):
        is_kept = any(word.core in words("kept") for word in read[:end]) and not _goes_on(read, end)
        is_of_others = end < len(read) and is_participle(read[end].core) and is_done_by_its_subject(read, end)
        if is_kept or is_of_others or read[0].core == "half" or _are_only_people(read, end) or _NEVER_DID.search(body):
            return None
        return i(f"point to {lowered}", "can") if _is_done(read, end) else None
    rated = _share(lowered, read) or _rated(lowered, read) or _rated_without_of(lowered, read)
    if rated is None:
        return None
    return i(f"had {rated}" if _IS_OVER.match(body) else f"have {rated}")


def _are_only_people(read: Sequence[Word], end: int) -> bool:
    """True for "240 drivers, four controllers": people of whom nothing is told, and at whom nobody points."""
    one = read[end - 1].core.removesuffix("s")
    return one in words("job_titles", "roles", "offices") and (end == len(read) or read[end].core == ",")


def _none_in(body: str, read: Sequence[Word]) -> Said | None:
    """What has not happened in so long: "No lost-time accident in 212,000 hours", "Zero recordables since 2019"."""
    end = next((n for n, word in enumerate(read) if n > 1 and word.core in words("prepositions")), None)
    if read[0].core not in {"no", "zero"} or end is None or has_a_verb(_before_mine(read)):
        return None
    goes_wrong = read[end - 1].core in _MISHAPS or read[1].core in _AMISS
    is_plain = all(word.core.replace("-", "").isalpha() and not word.is_name for word in read[1:end])
    is_so = is_plain and goes_wrong and _SO_LONG.search(body) is not None and ":" not in body
    is_ever = _is_of_many(body) or _SINCE_THEN.search(body) or _IN_ANY.search(body)
    return my_record(body) if is_so and is_ever else None


def _before_mine(read: Sequence[Word]) -> Sequence[Word]:
    """`read` before the "I ran" of "on any roof I ran", which tells whose that was."""
    return read[:-2] if len(read) > 5 and read[-2].core == "i" and read[-1].core in verbs().past else read


def _is_of_many(body: str) -> bool:
    """True if "in", "at" or the like stands before a number: "in the last five inspections", "at four audits"."""
    return any(is_number(found[1].casefold().rstrip(",.")) for found in _SO_LONG.finditer(body))


def _goes_on(read: Sequence[Word], end: int) -> bool:
    """True for "sixteen apprentices through their time"; not for "two trained dogs", "four vans and a lorry"."""
    return end < len(read) and read[end].core in words("prepositions")


def _start(read: Sequence[Word]) -> int:
    return 1 if read[0].core in _HEDGES and len(read) > 1 else 0


def _end_of_count(read: Sequence[Word]) -> int | None:
    """Where the plural noun ends that is counted, or of which several are told; None if there is none."""
    start = _start(read)
    if len(read) < start + 3 or read[1].core == "to" or has_a_verb(read) or any(word.core == ":" for word in read):
        return None
    is_count = read[start].core == "dozen" if read[0].core == "a" else is_number(read[start].core)
    if not is_count and (start or not _may_be_several(read)):
        return None
    end = end_of_noun(read, start + 1 if is_count else 0)
    if end is None or is_year(read[start].core) or _is_share(read, start):
        return None
    is_logged = end < len(read) and read[end].core in _LOGGED  # "8,200 hours logged"
    if (read[start + 1].core in _SPANS or read[end - 1].core in _SPANS) and not is_logged:
        return None
    head = read[end - 1].core
    is_plural = needs_no_article(head) and head not in words("mass_nouns")
    return end if is_plural and (is_count or (end < len(read) and is_participle(read[end].core))) else None


def _end_of_share(read: Sequence[Word]) -> int | None:
    """Where the noun ends of "96 percent of my results released …"; None if a participle does not follow it."""
    of = next((place for place, word in enumerate(read[:4]) if word.core == "of"), 0)
    if not of or not is_number(read[0].core) or not _is_share(read, 0) or has_a_verb(read):
        return None
    end = end_of_noun(read, of + 1)
    return end if end is not None and needs_no_article(read[end - 1].core) else None


def _end_of_measure(read: Sequence[Word]) -> int | None:
    """Where the noun ends of "nine miles of trail rebuilt …"; None if a participle does not follow it."""
    if len(read) < 6 or not is_number(read[0].core) or read[2].core != "of" or has_a_verb(read):
        return None
    is_thing = is_common(read[3].core) and needs_no_article(read[1].core) and read[1].core not in _SPANS
    is_measure = is_thing and not _is_share(read, 0) and is_participle(read[4].core)
    return 4 if is_measure else None


def _end_of_sum(read: Sequence[Word]) -> int | None:
    """Where the noun ends of "£310,000 of arrears recovered …", "$12,000 raised …"; None if no participle follows."""
    of = 2 if read[1].core in _MILLIONS else 1
    if not read[0].core.startswith(CURRENCIES) or len(read) < of + 3:
        return None
    if read[of].core in _RAISED and not has_a_verb(read):
        return of
    if read[of].core not in {"of", "in"}:
        return None
    end = end_of_noun(read, of + 1)
    is_sum = end is not None and end < len(read) and needs_no_article(read[end - 1].core) and not has_a_verb(read)
    return end if is_sum else None


def _may_be_several(read: Sequence[Word]) -> bool:
    """True for a noun phrase without a number, as "weekly bulletins": not for one that begins with a verb or a name."""
    first = read[0].core
    return is_common(first) and first not in verbs().past and first not in verbs().gerund and not read[1].is_name


def _is_share(read: Sequence[Word], start: int) -> bool:
    return read[start].core.endswith("%") or read[start + 1].core in _PERCENT


def _is_done(read: Sequence[Word], end: int) -> bool:
    """True unless a participle after the noun may be its verb: "five schools completed on time", not "won medals"."""
    if end == len(read):
        return end > 2
    core = read[end].core
    if not is_participle(core):
        return True
    if core in words("finite_pasts", "unlike_participles", "intransitives") - {"brought", "taught"} or core in _NOW_TOO:
        return False
    following = read[end + 1].core if end + 1 < len(read) else None
    return following is None or following in words("prepositions", "adverbs", "afterwards") | {"straight"}


def _share(lowered: str, read: Sequence[Word]) -> str | None:
    """A rate in percent after its article: "a 98 percent pass rate on 1,400 welds"."""
    if len(read) < 3 or not is_number(read[0].core) or not _is_share(read, 0) or has_a_verb(read):
        return None
    end = end_of_noun(read, 1)
    if is_participle(read[1].core) or any(word.core == "of" for word in read[1:3]):  # "92% sold", "112% of quota"
        return None
    if end is None or read[end - 1].core in _PERCENT | {"cent", "survival"} or needs_no_article(read[end - 1].core):
        return None
    return with_article(lowered)


def _rated_without_of(lowered: str, read: Sequence[Word]) -> str | None:
    """The same of "x-ray pass rate 98.7 over 1,100 welds", with the "of" that it was noted without."""
    pairs = pairwise(read[:7])
    place = next(
        (n for n, (one, number) in enumerate(pairs) if one.core in words("measures") and is_number(number.core)), 0
    )
    if not place:
        return None
    of = Word("of", "of")
    typed = lowered.replace(f"{read[place].typed} ", f"{read[place].typed} of ", 1)
    return _rated(typed, [*read[: place + 1], of, *read[place + 1 :]])


def _rated(lowered: str, read: Sequence[Word]) -> str | None:
    """A measure with its figure, after its article: "a net promoter score of 71, best in the region"."""
    end = next((n for n, word in enumerate(read[:7]) if word.core in {"of", "at"}), 0)
    if not end or end + 1 >= len(read) or not is_number(read[end + 1].core) or is_year(read[end + 1].core):
        return None
    if has_a_verb(read) or not all(word.core in words("small_letters") for word in read[:end]):
        return None
    return with_article(lowered) if read[end - 1].core in words("measures") else None

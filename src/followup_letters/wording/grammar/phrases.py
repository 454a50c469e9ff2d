"""Fitting the user's phrases into a sentence without rewriting them: a phrase that does not provably fit is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import Word, words_of
from followup_letters.wording.grammar.quotations import keeping_quotations

_ARTICLE = pattern(r"(?:an?|the)\s+(?=\S)", re.IGNORECASE)
_HALF = pattern(r"half an? (hour|day)", re.IGNORECASE)
_COUNT = pattern(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|sixty|ninety)\b[\w\s-]*",
    re.IGNORECASE,
)
_WEAK = (
    r"no|not|never|none|lack\w*|missing|without|little|less|few|fewer|too|only|weak\w*|limited|insufficient|poor"
    r"|inexperienced?|in(?:adequate|sufficient)\w*|short\w*|gaps?|job[- ]hopping|quiet|shy|nervous|slow|thin"
)
_HARDLY = r"(?:(?:a bit|a little|rather|quite|somewhat|very|so|rather a) )?"
_BARELY = r"under\w*|over\w*|un(?!i(?:on|t|vers|form|que))\w+|old|young|late|light"
_NEGATIVE = pattern(
    rf"{_HARDLY}(?:{_WEAK}|{_BARELY})\b"
    rf"|(?:being|seeming|looking|feeling|sounding|coming across as) {_HARDLY}(?:{_WEAK}|{_BARELY}|hard|soft|bad)\b"
    rf"|(?:an?|the|my|some|your|his|her) {_HARDLY}(?:{_WEAK}|bad|sharp|criminal|nasty|failed|temper|nerves|dismissal)\b"
    r"|.*\b(?:not|never|n't|lack\w*|without|no|too)\b",
    re.IGNORECASE,
)
_ABBREVIATION_END = pattern(
    r"(?:\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|Dr|Mr|Mrs|Ms|St|vs|No|Dept|Ph\.D|M\.D)|(?:\b\w\.)+\w)\.$", re.IGNORECASE
)


_HARDLY_SO_LONG = pattern(r"(?:little|bit|shade|touch) (?:over|under|more|less)\b")


def after_the(length: str) -> str | None:
    """A length of time as it follows "the": "an hour and a half" → "hour and a half"; None if it may not fit."""
    half = _HALF.fullmatch(length)
    if half:
        return f"half {half[1]}"
    bare = _ARTICLE.sub("", length, count=1) if _ARTICLE.match(length) else length
    if _HARDLY_SO_LONG.match(bare):  # "a little over four hours"
        return None
    if bare != length:
        return bare
    return length if _COUNT.fullmatch(length) else None


def is_negative(concern: str) -> bool:
    """True if echoing `concern` would repeat a reservation in its own negative words."""
    return _NEGATIVE.match(concern) is not None


def names_a_thing(concern: str) -> bool:
    """False for what is no name of a thing, such as "has only worked in one trade" or "you might leave"."""
    return _BEGINS_A_CLAUSE.match(concern) is None


# Words that begin with a capital only because somebody began a line with them.
_COMMON = frozenset(
    """a an the this that these those your you our we my its it their they there his her he she people nobody everybody
    all both each every some many most much more how why what whether when where who which if being having to am was
    were have had hold held know about because on in at with from one two three four five six seven eight nine
    ten""".split()
)
_HE_OR_SHE = frozenset("he she his her him hers himself herself he's she's he'd she'd he'll she'll".split())
_THEY = frozenset("they them their theirs themselves they're they've they'd they'll".split())
_SPOKEN_OF = _HE_OR_SHE | _THEY
_SEVERAL = frozenset("people men women children everyone anyone who those these both all many some most others".split())
_BEGINS_A_CLAUSE = pattern(
    r"(?:that|if|because|i|you|he|she|it|we|they|there|has|have|had|is|are|was|were|be|been|does|do|did|can|could|will"
    r"|would|may|might|must|should|seems?|looks?|needs?|wants?|knows?|came|comes?|worked|works?)\b",
    re.IGNORECASE,
)
_AFTER_HOW = frozenset("to you we they i it he she much many often soon long people somebody one".split())
_HELPING = frozenset("is was has had does did can could will would may might must should himself herself that".split())
_ASKING = frozenset("how why what whether when where which who".split())
_PROGRAMME = pattern(r"(?!I\b)[A-Z][a-z]+ (?:[A-Z][a-z]+ [A-Z]\w+|[A-Z][a-z]+$)")
_TO_THE_READER = {"we": "you", "us": "you", "our": "your", "ours": "yours", "my": "your", "me": "you"}
_WE = pattern(r"\b(?:we|us|our|ours|my|me)\b(?!['’-])|^(?:We|Our|My)\b(?!['’-])")
_YOU_OR_OURSELVES = pattern(r"\b(?:you|your|yours|yourself|ourselves|mine|I)\b|\b(?:we|us|our)['’]", re.IGNORECASE)


def continuing(text: str, lead: str = "") -> str:
    """`text` as it goes on inside a sentence: without its full stop, without a `lead` the sentence has already.

    The first letter is lowered only if the first word is a common one, so that names and acronyms stay as typed.
    """
    text = without_stop(text)
    if lead and text.casefold().startswith(f"{lead.casefold()} "):
        text = text[len(lead) + 1 :].lstrip()
    first = re.match(r"[A-Z][a-z]*\b", text)
    is_name = _PROGRAMME.match(text) is not None  # "Every Child Ready to Read"
    return text[0].lower() + text[1:] if first and first[0].lower() in _COMMON and not is_name else text


def question(topic: str) -> str | None:
    """What was talked about as it begins a sentence ("Why so few stay on"); None unless it asks something."""
    first, _, rest = topic.partition(" ")
    following = rest.partition(" ")[0]
    is_asked = first in _ASKING and rest and " both " not in topic
    if following == "I" or (following == "you" and first in {"when", "where", "why", "whether"}):
        return None  # of what only the two can know nobody goes on asking
    if first == "how":  # "how you run it", "how many stay"; but "how busy August is" is no question
        is_many = following.endswith("s") and not following.endswith(("ss", "ous", "less"))
        is_who = following in _AFTER_HOW or following in words("determiners") or following.istitle()
        is_told = following in words("determiners") and any(map(_is_a_past, rest.split()))
        is_told = is_told or _tells_what_was_done(rest)
        is_asked = is_asked and (is_many or is_who) and not is_told  # "how the tour lost two rest days" is a story
    elif first == "what":
        is_asked = is_asked and following not in {"a", "an", "fun", "good", "luck", "trouble"}
        is_asked = is_asked and not (following == "you" and _tells_what_was_done(rest))
    return topic[0].upper() + topic[1:] if is_asked else None


def _tells_what_was_done(rest: str) -> bool:
    """True for what follows "how" if somebody did it, once: "you carried the books upstairs"."""
    subject, *said = rest.split()
    while said and (said[0] in words("adverbs") or said[0] in {"all", "both", "once", "never"}):
        said = said[1:]
    is_somebody = subject in {"you", "they", "we", "he", "she", "it"} or subject.istitle()
    return is_somebody and bool(said) and (_is_a_past(said[0]) or said[0] in {"did", "had", "was", "were"})


def _is_a_past(word: str) -> bool:
    return word in verbs().past and word not in verbs().base


def asks_twice(topic: str) -> bool:
    """True for "how much of it is luck and how much is work", which is no subject for a sentence to begin with."""
    return re.search(rf" and (?:{'|'.join(_ASKING)}) ", topic) is not None


def begun(phrase: str) -> str | None:
    """`phrase` as it begins a sentence; None after a figure, a sign, a preposition or a name with a small letter.

    None as well for what begins with "its" or "they": in the middle of a sentence one knows of whom it speaks.
    """
    first = re.match(r"(?:[A-Z]+|[A-Z]?[a-z]+)(?:['’-][a-z]+)*(?=\s)", phrase)
    if not first or first[0].casefold() in words("prepositions") - words("determiners"):
        return None
    if first[0].casefold() in {"its", "it", "their", "they", "his", "her", "he", "she"}:
        return None
    return phrase[0].upper() + phrase[1:]


def is_grave(topic: str) -> bool:
    """True if `topic` is nothing that anybody enjoys talking about: an accident, a death, a loss."""
    return any(word.core in words("grave", "troubles") for word in words_of(topic)) or is_sore(topic)


_DEED_OF_YOURS = pattern(
    r"(?:the|an?|those|these|your) (?P<thing>[^,;]*?)(?:,? (?:that|which|who|whom))? you (?:(?:had|have|once|just) )*"
    r"(?P<deed>[a-z]+(?: (?:down|up|off|go|away|to (?:prison|jail|sleep)))?)\b"
)
_SORE_DEEDS = frozenset(
    "left lost buried sacked fired dismissed shot killed dropped evicted deserted divorced".split()
) | {
    *("laid off", "put down", "put to sleep", "gave up", "given up", "let go", "sent away", "sent to prison"),
    *("sent to jail", "walked out"),
}
_BLUNDERS = frozenset("blunder blunders error errors lump lumps mistake mistakes".split())


def is_sore(topic: str) -> bool:
    """True for what somebody tells in confidence of themselves: "the wife you left", "the mistake you made"."""
    found = _DEED_OF_YOURS.match(topic)
    if found is None:
        return False
    things = [word.core for word in words_of(found["thing"])]
    known = words("creatures", "collectives") | _SEVERAL
    of_somebody = any(core in known or core.removesuffix("s") in known for core in things)
    is_hard = found["deed"] in {"lost", "buried"} or (of_somebody and found["deed"] in _SORE_DEEDS)
    return is_hard or not _BLUNDERS.isdisjoint(things)


def is_painful(topic: str) -> bool:
    """True if people have come to harm in it, so that it is no occasion to tell of one's own work."""
    return any(word.core in words("grave") for word in words_of(topic))


def is_tactless(need: str) -> bool:
    """True for a need that nobody writes to the employer: "sort out the mess", "manage out two underperformers"."""
    is_of_leaving = re.search(r"\b(?:let go|get rid of|manage out|no longer wanted)\b", need, re.IGNORECASE)
    return is_of_leaving is not None or any(word.core in words("tactless") for word in words_of(need))


def speaks_to_you(text: str) -> bool:
    """True if `text` calls whoever reads it "you"."""
    return any(word.core in {"you", "your", "yours"} for word in words_of(text))


_IN_THE_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march july
    september october november december christmas easter thanksgiving""".split()
)


def pronoun_of(read: Sequence[Word], place: int) -> str:
    """The word there as a pronoun is known by: "he's"; "" for a name, with a capital inside a sentence ("the film Her")
    or in capitals ("HERS").
    """
    word = read[place]
    begins = place == 0 or read[place - 1].typed.endswith((".", "?", "!", ":"))
    is_named = (word.is_name and not begins) or (len(word.core) > 1 and word.typed.isupper())
    return "" if is_named else word.core.replace("’", "'")


@keeping_quotations
def spoken_of(text: str) -> str | None:
    """The "he", "her", "they" of somebody whom `text` has not named: in a letter to one person, that is the reader.

    Not after "you" or "your", by which the reader is spoken to.
    """
    one_is_named = several_are = False
    read, before = words_of(text), ""
    if not any(word.core.replace("’", "'") in _SPOKEN_OF for word in read):  # as in most texts
        return None
    for place, word in enumerate(read):
        if word.core in {"you", "your", "yours"}:
            return None
        if word.core == "which" and before == ",":  # "what Mr. Kerr would ask, which he got right"
            one_is_named = False
        core = pronoun_of(read, place)
        begins_a_clause = place == 0 and core == "they"  # a sentence of its own is told as such
        if (core in _HE_OR_SHE and not one_is_named) or (core in _THEY and not several_are and not begins_a_clause):
            return word.typed
        is_place = [each.core for each in read[place + 1 : place + 3]] in ([",", "where"], [",", "which"])
        is_numbered = place + 1 < len(read) and read[place + 1].core.isdigit()  # "Line 3", "Building 2"
        is_which = (
            word.is_name and before == "the" and _is_a_noun(read[place + 1 : place + 2])
        )  # "the Hutchins verdict"
        is_name = word.is_name and not (is_place or is_numbered or is_which) and not _is_no_person(place, before, word)
        one_is_named = one_is_named or is_name or word.core in words("creatures", "vessels", "job_titles")
        before = word.core
        is_joined = place > 0 and word.core in {",", "and"}  # "sleep, heat and what they do to judgment"
        several_are = several_are or one_is_named or is_joined or may_be_several(word.core)
    return None


def _is_a_noun(following: Sequence[Word]) -> bool:
    """True if a noun follows, and nothing that joins or tells: not for "the Mayor and how he lost it", "… lost it"."""
    return any(word.typed.islower() and word.core not in _no_nouns() for word in following)


@cache
def _no_nouns() -> frozenset[str]:
    joining = words("prepositions", "adverbs", "finite_pasts") | _ASKING | _HELPING
    return frozenset(joining | verbs().past.keys() | verbs().third.keys())


def _is_no_person(place: int, before: str, word: Word) -> bool:
    """True for a capital that names nobody: "How he …", "I", "US visas", "the years in Leeds"."""
    if word.core.removesuffix("s") in _IN_THE_CALENDAR:  # "football on Fridays"
        return True
    is_common = place == 0 and (word.core in _COMMON or word.core in _ASKING)
    is_coded = word.typed.isupper() and len(word.typed) > 1
    is_the_writer = re.split("['’]", word.core, maxsplit=1)[0] == "i"  # "I'll send her the list"
    return is_common or is_the_writer or is_coded or before in {"in", "at", "near", "from"} or before.isdigit()


def may_be_several(core: str) -> bool:
    """True for a word after which "they" may be those it names."""
    return core in _SEVERAL or core in words("collectives", "firms") or _may_be_plural(core)


def _may_be_plural(core: str) -> bool:
    is_regular = len(core) > 3 and core.endswith("s") and not core.endswith("ss")
    return is_regular or core.endswith("men") or core in words("plurals")


def speaks_to_a_candidate(need: str) -> bool:
    """True for a need that says "you" of whoever will have the job, and so cannot be said to its reader."""
    return _YOU_OR_OURSELVES.search(need) is not None


@keeping_quotations
def as_yours(need: str) -> str:
    """A need in the employer's own voice as it is said to the employer: "lead our team" → "lead your team"."""
    return _WE.sub(lambda found: _TO_THE_READER[found[0].lower()], need)


def without_stop(text: str) -> str:
    """`text` without a single full stop at its end, unless the stop belongs to an abbreviation."""
    if text.endswith(".") and not text.endswith("..") and not _ABBREVIATION_END.search(text):
        return text[:-1].rstrip()
    return text


BRIEF = 9  # words after which a sentence can go on without losing its reader


def is_brief(phrase: str, most: int = BRIEF) -> bool:
    """True if a sentence can go on after `phrase`: it has no more words than `most`, and no stop in it."""
    return len(phrase.split()) <= most and not re.search(r"[,;:()–—?!]", phrase)


def separator(items: Sequence[str]) -> str:
    """What parts the items of a list: a semicolon if one of them holds a comma or "and", else a comma."""
    return ";" if any("," in item or re.search(r"\band\b", item) for item in items) else ","

"""What was noted about a reader as "he" or "she", as it is said to that reader: "his leeks" → "your leeks".

Only what surely becomes a sentence is said anew; the rest of the phrase keeps its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.nouns import is_common
from followup_letters.wording.grammar.objects import is_number, words_of
from followup_letters.wording.grammar.phrases import is_painful, may_be_several, pronoun_of, spoken_of
from followup_letters.wording.grammar.quotations import hidden, keeping_quotations

_HE = frozenset("he him his himself he'd he'll he's".split())
_SHE = frozenset("she her hers herself she'd she'll she's".split())
_MEN, _WOMEN = frozenset({"mr"}), frozenset({"ms", "mrs", "miss"})
_YOU = {"he": "you", "she": "you", "him": "you", "hers": "yours", "himself": "yourself", "herself": "yourself"}
_YOU |= {"he'd": "you'd", "she'd": "you'd", "he'll": "you'll", "she'll": "you'll"}
WITH_YOU = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "doesn't": "don't"} | {
    "wasn't": "weren't",
    "hasn't": "haven't",
}
_YOURS = {"they": "you", "them": "you", "their": "your", "theirs": "yours", "themselves": "yourselves"}
THEY = pattern(  # not "the merger of Them Ltd", nor "the THEIRS scheme"
    r"\b(?:they|them|their|theirs|themselves)\b|^(?:They|Them|Their|Theirs|Themselves)\b"
)
_THEM = frozenset([*_YOURS, "they're", "they've", "they'd", "they'll"])
_AS_HE_DOES = frozenset("can could will would must might may should had did slept".split())
_BETWEEN = frozenset("always never still only often once also just first now not rarely hardly".split())
_JOINTS = frozenset({"and", "or", "but", "then"})
_ELSEWHERE = frozenset("here there home abroad back again away up down out off in on over through".split())
# After these "her" may be who does something, and no owner: "what made her laugh".
_MAKING = frozenset(
    """make makes made making let lets help helps helped have has had see saw seen hear heard watch watched keep keeps
    kept get gets got bring brings brought lead leads led send sent drive drives drove call calls called hire hired
    teach taught leave left""".split()
)
# After these "her" may be who is told something: "what I told her Dentrix can do"; before those it surely is.
_TELLING = frozenset("ask asked promise promised remind reminded show showed teach taught tell tells told".split())
_MAY_BE_ADVERBS = frozenset(  # "it hit her hard", "her early start"
    "first most last everything hard early late fast best better worst more less enough".split()
)
_TAKING = frozenset("took takes take taking cost costs gave".split())
_SO_LONG = frozenset("all most half about nearly almost over only years weeks months days".split())
_NO_OWNED = frozenset("i he she we they you what why where whether who which".split())
_THEM_OF_BEFORE = pattern(r"^(?:the )?[a-z]+s\b[^,]*, who [a-z]+ them\b")  # "deductibles, who pays them"
_ONE_AND_ANOTHER = pattern(r"\bthey\b.*\bthem\b")  # "they turn them out every day", who are two
_AND_HIS = pattern(  # "the miller and his wife", but "the plum and his garden"
    r"\b(?:the|an?|another) (?:[a-z-]+ )?[a-z]{2,}(?:er|or|man|woman|smith|wright|herd|ist) and (?:his|her)\b"
)
_MADE_BY = pattern(
    r"the (?:letter|leaflet|form|guide|manual|policy|notice|protocol|procedure|script|handbook|checklist|card)\b[^,]*,"
    r" which (?:he|she) (?:(?:has|had) )?(?:wrote|written|rewrote|rewritten|drafted|redrafted|designed|redesigned)"
    r"(?: \w+){0,3}"
)
_MOURNED = pattern(r"\blate (?:wife|husband|partner|father|mother|son|daughter|brother|sister)\b")
_BY_THE_WORK = pattern(r"\b(?:the|an?|another|one|whose) (?:[a-z-]+ ){0,2}?([a-z]+)(?= (?:who|has|had|is|was|and)\b)")
_ANOTHER = frozenset(
    """referee colleague boss client customer patient pupil student visitor neighbour neighbor friend man woman lad girl
    boy guy vet porter foreman usher""".split()
)
_PERSON = pattern(r"\b(?:(?P<title>(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )[A-Z]\w+|[A-Z][a-z]+ [A-Z][a-z'’-]+)")
_TOKEN = pattern(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|[^A-Za-z]+")


@keeping_quotations
def as_said_to(topic: str, courtesy_title: str | None) -> str | None:
    """`topic` as it is said to the reader with whom it was talked about; None if it speaks of somebody and may not be.

    A "she" in a letter to a man is somebody else; "they" are the reader's company, if nobody else is named before.
    """
    if spoken_of(topic) is None:
        return topic
    somebody = _names_a_person(topic) or _tells_of_somebody(topic)
    if somebody:  # who is meant by "he" after that is told by the title of the reader, or by nothing
        return None if _fits_the_title(topic, courtesy_title or "") else topic
    of_them = topic if _THEM_OF_BEFORE.search(topic) else _of_you_alone(topic)
    if of_them != topic and _ONE_AND_ANOTHER.search(topic):
        return None
    if spoken_of(of_them) is None:
        return of_them
    tokens = _TOKEN.findall(topic)
    cores = _cores(tokens)
    # Of what has hurt somebody a letter says nothing.
    is_private = (is_painful(topic) and not _MADE_BY.fullmatch(topic)) or _MOURNED.search(topic)
    if is_private or cores[0] in {"he", "she"} or not _may_be_the_reader({*cores}, courtesy_title or ""):
        return None
    said = _said_anew(tokens, cores)
    return None if said is None or spoken_of(said) else said


@keeping_quotations
def naming_the_reader(text: str, names: Iterable[str]) -> str | None:
    """`text` with "you" where it names its reader: "Mrs Cole still takes a turn herself" → "you still take a turn
    yourself"; as it is where it does not, None where it does and what would fit is not known.
    """
    naming = next((each for each in map(_naming, names) if each.search(text)), None)
    if naming is None:
        return text
    cores = _spoken(text)
    pronoun = "she" if cores & _SHE else "he"
    if cores & (_HE if pronoun == "she" else _SHE) or cores & _THEM:  # "answers their own phone", if it is the reader's
        return None
    text = re.sub(rf"(?<=, ){naming.pattern}(?= included\b)", "you", text, flags=naming.flags)
    spoken = naming.sub(pronoun, text)
    tokens = _TOKEN.findall(spoken)
    return _said_anew(tokens, _cores(tokens))


@lru_cache(maxsize=256)
def _naming(name: str) -> re.Pattern[str]:
    """Where a text names somebody by `name`; a post with a small letter too, but not "the director of sales"."""
    is_post = name.startswith("the ")
    return re.compile(rf"\b{re.escape(name)}(?![\w'’]{'| of' if is_post else ''})", re.IGNORECASE if is_post else 0)


def instead_of(spoken: str, text: str) -> str:
    """What to write for `spoken` ("her"), as `text` speaks of its reader: "your plan", "what I told you I know"."""
    tokens = _TOKEN.findall(hidden(text)[0])
    cores = _cores(tokens)
    core = spoken.casefold()
    if core in {"her", "his"} and core in cores:
        return _of_yours(tokens, cores, cores.index(core)) or "you” or “your"
    return _YOU.get(core) or _YOURS.get(core) or "you"


@keeping_quotations
def of_you(text: str) -> str:
    """`text` with "you" for every "they": "they want it" → "you want it"."""
    return THEY.sub(lambda found: _YOURS[found[0].lower()], text)


def _of_you_alone(text: str) -> str:
    """The same, but for a "they" who may be others named before: "your plan for the drivers and how they take it"."""

    def said(found: re.Match[str]) -> str:
        before = words_of(text[: found.start()])
        may_be_others = any(may_be_several(word.core) for word in before if word.core not in _THEM)
        return found[0] if may_be_others else _YOURS[found[0].lower()]

    return THEY.sub(said, text)


def _names_a_person(topic: str) -> bool:
    """True for a full name, or one with a courtesy title: "Ann Pryce", "Mr. Kerr"; not for "the North Wales office"."""
    before = re.split(r"\b(?:he|she|him|her|his)\b", topic, maxsplit=1)[0]
    for found in _PERSON.finditer(before):
        following = re.match(r" ([a-z]+)", before[found.end() :])
        table = verbs()
        is_verb = following and any(following[1] in forms for forms in (table.base, table.past, table.third))
        if found["title"] or not following or is_verb or not is_common(following[1]):
            return True
    return False


def _tells_of_somebody(topic: str) -> bool:
    """True for "the second referee has moved and her number …": one person by the work, whom "her" then means."""
    before = re.split(r"\b(?:he|she|him|her|his|hers)\b", topic, maxsplit=1)[0]
    found = _BY_THE_WORK.findall(before)
    return _AND_HIS.search(topic) is not None or any(last in words("job_titles") or last in _ANOTHER for last in found)


def _fits_the_title(topic: str, courtesy_title: str) -> bool:
    """True if a "he" or "she" in `topic` fits the courtesy title of the reader, and so may be nobody named before."""
    title, cores = courtesy_title.casefold().rstrip("."), _spoken(topic)
    return (title in _MEN and bool(_HE & cores)) or (title in _WOMEN and bool(_SHE & cores))


def speaks_of_them(text: str) -> bool:
    """True if "they" or "their" stands in `text`, whoever that is."""
    return bool(_spoken(hidden(text)[0]) & _THEM)


def may_be_said_of(text: str, courtesy_title: str | None) -> bool:
    """True if `text` names nobody, and its "he" or "she", if any, may be the reader with that title."""
    cores = _spoken(hidden(text)[0])
    is_known = not cores & (_HE | _SHE) or _may_be_the_reader(cores, courtesy_title or "")
    return is_known and not _names_a_person(text)


def _may_be_the_reader(cores: set[str], courtesy_title: str) -> bool:
    """True if only "he" is spoken of, or only "she", and the courtesy title does not say that it is somebody else."""
    he, she, title = _HE & cores, _SHE & cores, courtesy_title.casefold().rstrip(".")
    return bool(he) != bool(she) and not (title in _MEN and she) and not (title in _WOMEN and he)


def _spoken(text: str) -> set[str]:
    """The words of `text` as pronouns are known, without names."""
    read = words_of(text)
    return {pronoun_of(read, place) for place in range(len(read))}


def _cores(tokens: Sequence[str]) -> list[str]:
    """What each token is known by; a "Her" or "HERS" inside of a text is a name, and stays as typed."""
    first = next((at for at, token in enumerate(tokens) if token[0].isalpha()), 0)
    return [
        token if _is_a_name(token, begins=at == first) else token.casefold().replace("’", "'")
        for at, token in enumerate(tokens)
    ]


def _is_a_name(token: str, *, begins: bool) -> bool:
    """True for a pronoun that is none, by its capital or its capitals; "I" has one of its own."""
    has_capital = token[:1].isupper() and not begins
    is_pronoun = token.casefold().replace("’", "'") in _HE | _SHE | _THEM
    return is_pronoun and (has_capital or (len(token) > 1 and token.isupper()))


def _said_anew(tokens: Sequence[str], cores: Sequence[str]) -> str | None:
    """The tokens with "you" for every "he"; None where it is not known what fits."""
    said = list(tokens)
    for at, core in enumerate(cores):
        if core in {"he", "she"}:
            place, verb = _verb_after(cores, at)
            later = _later_verbs(cores, place)
            if verb is None or later is None or not all(tokens[other].islower() for other in (place, *later)):
                return None
            said[at], said[place] = "you", verb
            for other, form in later.items():
                said[other] = form
        elif core in {"her", "his"}:
            found = _of_yours(tokens, cores, at)
            if found is None or (found == "your" and _may_be_of_another(cores, at)):
                return None
            said[at] = found
        elif core in {"he's", "she's"}:
            return None  # "is", or "has"
        elif core in _YOU:
            said[at] = _YOU[core]
    first = min((at for at, core in enumerate(cores) if core in {"he", "she"}), default=len(cores))
    if any(said[at] == "you" and core in {"him", "her"} for at, core in enumerate(cores[first:], first)):
        return None  # "what she told her" is of two; "how to ask him so that he answers" of one
    if tokens[0][:1].isupper():
        said[0] = said[0][0].upper() + said[0][1:]
    return "".join(said)


def _may_be_of_another(cores: Sequence[str], at: int) -> bool:
    """True after a "who" that tells of somebody: "his predecessor, who lost his nerve", whoever's that was."""
    told = [core for core in cores[:at] if core[:1].isalpha()]
    places = (n for n, core in enumerate(told) if n and core in {"who", "whose"})
    return any(told[n - 1] in words("creatures", "vessels", "job_titles") for n in places)


def _verb_after(cores: Sequence[str], at: int) -> tuple[int, str | None]:
    """Where the verb of "he" at `at` stands, and the form of it that follows "you"; None if it is not known."""
    place = _past_adverbs(cores, at + 2)  # a space stands between
    verb = cores[place] if place < len(cores) else ""
    if verb in WITH_YOU:
        return place, WITH_YOU[verb]
    if verb in _AS_HE_DOES or verb in verbs().past or verb in words("finite_pasts"):
        return place, verb
    return place, verbs().third.get(verb)


def _later_verbs(cores: Sequence[str], place: int) -> dict[int, str] | None:
    """The verbs that go on from that at `place`, with "you": "buys two or keeps it"; None where one may be none."""
    found: dict[int, str] = {}
    while _goes_on(cores, place):
        joint = next((n for n in range(place + 1, len(cores) - 4) if cores[n] in _JOINTS), None)
        if joint is None:
            return None
        verb, after = cores[joint + 2], cores[joint + 4]
        is_object = after in words("determiners") or after in {"it", "them"}
        if verb not in verbs().third or not is_object:
            return None
        found[joint + 2], place = verbs().third[verb], joint + 2
    return found


def _goes_on(cores: Sequence[str], place: int) -> bool:
    """True if a second verb may follow the one at `place`: "how he digs and plants", "…, and rarely sleeps"."""
    for at in range(place + 1, len(cores) - 1):
        is_joint = cores[at] in _JOINTS or "," in cores[at] or "&" in cores[at]
        following = _past_adverbs(cores, at + (2 if cores[at] in _JOINTS else 1))
        if not is_joint or following >= len(cores):
            continue
        core = cores[following]
        ends_as_verb = core.endswith("s") and not core.endswith("ss") and not is_common(core) and core.isalpha()
        if core in verbs().third or core in WITH_YOU or ends_as_verb:
            return True
    return False


def _past_adverbs(cores: Sequence[str], place: int) -> int:
    while place < len(cores) and (cores[place] in _BETWEEN or cores[place] in words("adverbs")):
        place += 2
    return place


def _of_yours(tokens: Sequence[str], cores: Sequence[str], at: int) -> str | None:
    """What "her" or "his" becomes: "your" before a noun, else "you" or "yours"; None where a verb may follow."""
    alone = "you" if cores[at] == "her" else "yours"
    space = cores[at + 1] if at + 1 < len(cores) else ""
    if re.match(r"\s[\d\"'“‘$£€#@]", space):
        return "your"  # "her 40 hives", "his “no meetings” rule", "her $5 rule"
    typed = tokens[at + 2] if at + 2 < len(cores) and space == " " else ""
    following = cores[at + 2] if typed else ""
    before = cores[at - 2] if at > 1 else ""
    if following in _JOINTS and following:
        return None if cores[at] == "his" or following == "then" else alone
    if cores[at] == "her" and following in _NO_OWNED:
        return alone
    if typed[:1].isupper() and typed.casefold() not in _NO_OWNED:  # "her IT team", "her A.M. shift"
        return None if cores[at] == "her" and before in _TELLING else "your"
    if cores[at] == "her" and before in _TAKING and (is_number(following) or following in _SO_LONG):
        return alone  # "it took her three weeks"
    if not following or following in words("prepositions") or following in words("determiners") | _ELSEWHERE:
        return alone
    if cores[at] == "his" or not following.isalpha():
        return "your"  # "her husband's", "her first-year students"
    is_doubtful = following in words("adverbs") or following in _MAY_BE_ADVERBS
    return None if before in _MAKING or is_doubtful or following in verbs().gerund else "your"

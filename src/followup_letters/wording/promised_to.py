"""What was promised to a reader, as it is said to that reader: "let her have the names" → "let you have the names".

A promise was made to its reader, so that "her" is nobody else, unless the courtesy title says so, somebody is named, or
what was promised makes sense of somebody else alone: "her number", "to bring her along".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from followup_letters.lexicon import verbs
from followup_letters.models import Person
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.phrases import spoken_of
from followup_letters.wording.grammar.quotations import keeping_quotations
from followup_letters.wording.grammar.to_the_reader import WITH_YOU, as_said_to, may_be_said_of, speaks_of_them

_DOING = pattern(r"\b(?P<verb>(?i:let|help|make|have|get|see|watch|keep)) (?P<whom>her|him|them) (?P<do>[a-z]+)\b")
_OBJECT_FIRST = pattern(
    r"(?:her|him|them|you) (?=(?:an?|the|my|our|both|all|some|two|three|four|five|six|copies|details)\b|\d)",
    re.IGNORECASE,
)
_GIVING = (
    r"\b(?:let|send|e-?mail|mail|text|post|forward|bring|show|give|get|hand|lend|tell|call|phone|ring|write|drop|fax"
    r"|ask|remind|update|help|keep|notify|meet|see|visit|sending|giving|letting|bringing|showing|emailing|calling)"
)
_NEAR = r"\b(?:to|for|with|by|from|at|of|and)"
_BEFORE = pattern(rf"(?:{_GIVING}|{_NEAR}) \Z")
_LONGEST_BEFORE = 20  # characters of it, and more
_GOES_ON = pattern(r"[\w'’-]| [A-Z]")
_OWNER, _WITHIN = pattern(r"['’]s(?= \w)"), pattern(r"\w")
_FIRST_OBJECT = pattern(r"(?:an?|the|my|our|both|two|three)\b|\d")
_SHE = pattern(r"\b(?:she|he) (?P<verb>[a-z]+)\b")
_HER = pattern(r"\b(?P<whom>her|him|his|hers)\b(?: (?P<next>[a-z]+))?")
_SURELY = frozenset("know have see posted informed updated advised supplied company".split())
_WHOM, _WHOSE = "(?-i:her|him|them)", "(?-i:her|his|their)"  # not the film "Her"
_OBJECT = r"(?:an?|the|my|our|both|all|some|two|three|four|five|six|copies|details|\d+)\b"
# What nobody promises to the reader of whom it speaks: it may be somebody else's, or done to somebody else.
_OF_ANOTHER = pattern(
    # the reader's own number, which that reader has
    r"(?:to |(?:that )?I(?:['’](?:ll|d)| will| would) )?"
    rf"(?:(?:send|e-?mail|mail|text|post|forward|give|bring|get|hand|let)(?: {_WHOM}| you)?(?: have)? )?"
    rf"(?:her|his|their) (?!{_OBJECT}|\w+(?: \w+)? {_OBJECT}|(?:{'|'.join(sorted(_SURELY))})\b)"
    r"(?!.*\b(?:back|return\w*|signed|filled|completed|corrected|marked|read|stamped)\b)"
    # "a letter from her", "a copy of his form"
    rf"|(?:(?!(?:when|once|until|till|after|before|if)\b)\S+ )*(?:from|of) (?:{_WHOM}|{_WHOSE})\b"
    rf"|(?!to |call ).* (?:with|about|by) {_WHOM}\b"
    # "to bring her along", but "to bring her the list"
    rf"|.*\b(?:bring|take|fetch|collect|introduce|invite|hire|find|pick up|greet|thank|warn|drive|lead|leave) {_WHOM}"
    rf"(?! {_OBJECT})"
    # "to tell him I called", but "to tell him how it went"
    rf"|.*\b(?:tell|ask|remind) {_WHOM}(?! (?:{_OBJECT}|(?:how|whether|what|when|where|which|who|why|if|by|on|in|at"
    r"|before|after|about|more|as|once|soon|today|tomorrow|that I (?:can|will|would|may|am|have))\b))"
    rf"|.*\b(?:say (?:hello|hi|goodbye)|pass\b.* (?:on|along)|introduce \w+|remember me) to {_WHOM}\b",
    re.IGNORECASE,
)
_I_PROMISED = pattern(r"I promised (?:you )?", re.IGNORECASE)
_BESIDE_YOU = pattern(
    r"\b(?:you (?:and|or) (?P<second>her|him|them)|(?P<first>her|him|them) (?:and|or) you)\b", re.IGNORECASE
)
_OF_YOU = pattern(r"\b(?:you|your|yours)\b", re.IGNORECASE)


def promise_as_told(person: Person) -> str | None:
    """What was promised to `person`, said to that reader; None if nothing was, or nothing that can be said so."""
    names = names_in_a_promise(person.name, person.courtesy_title, person.family, person.given, person.title)
    return promised_to(person.promised, person.courtesy_title, names) if person.promised else None


@keeping_quotations
def promised_to(promise: str, courtesy_title: str | None, names: Iterable[str]) -> str | None:
    """`promise` with "you" for the reader who is told of it, whether by a name or as "her"; as it is where it speaks of
    neither; None where "her" may be somebody else.
    """
    promise = _I_PROMISED.sub("", promise, count=1) if _I_PROMISED.match(promise) else promise
    text = _by_name(promise, names)
    if beside_you(text) is not None:
        return None
    if spoken_of(text) is not None and _may_be_of_another(text, text == promise, courtesy_title):
        return None
    told = _DOING.sub(_you_who_do, text) if may_be_said_of(text, courtesy_title) else text
    said = as_said_to(told, courtesy_title) or _anyhow(told, courtesy_title)
    begun = _OBJECT_FIRST.match(said)
    return said[begun.end() :] if begun else said


def beside_you(promise: str) -> str | None:
    """The "her" of "to send you and her the plans", whom the reader would not know."""
    found = _BESIDE_YOU.search(promise)
    return found["second"] or found["first"] if found else None


def _may_be_of_another(promise: str, is_as_noted: bool, courtesy_title: str | None) -> bool:
    """True if the "her" of `promise` may be somebody else: by the courtesy title, beside a "you" that was noted so, by
    what is promised, or as one of two; "they" may always be others, whom the reader has spoken of.
    """
    is_beside_you = is_as_noted and _OF_YOU.search(promise) is not None
    is_other = _OF_ANOTHER.match(promise) is not None or not may_be_said_of(promise, courtesy_title)
    return is_beside_you or speaks_of_them(promise) or is_other


def names_in_a_promise(
    name: str, courtesy_title: str | None, family: str | None, given: str | None, title: str | None = None
) -> list[str]:
    """How a promise may name its reader, the longest first: "Ms Karen Cole", "Ms. Cole", "Karen", "the Principal"."""
    first = given or (name.split()[0] if " " in name else name)
    titles = [courtesy_title.rstrip(".")] if courtesy_title else []
    last = family or ""
    titled = [f"{title}{dot} {of}" for title in titles for dot in ("", ".") for of in (name, last) if of]
    named = [each for each in (*titled, name, last, first) if len(each) > 1 and each[0].isupper()]
    return [*named, f"the {title}"] if title else named


def _by_name(promise: str, names: Iterable[str]) -> str:
    """ "send Karen the list" → "send you the list", "Karen's questions" → "your questions"."""
    text = promise
    for name in names:
        text = _with_each(name, text, _owning)
        text = _with_each(name, text, _given)
        if text.startswith(f"{name} ") and _FIRST_OBJECT.match(text, len(name) + 1):
            text = "you" + text[len(name) :]
    return text


def _with_each(name: str, text: str, said: Callable[[str, int, int], tuple[str, int] | None]) -> str:
    """`text` with what is `said` for each place of `name`, given its start and end, up to the end that is said.

    The name is looked for, and not compiled: of 200 people each has a few.
    """
    parts, told, place = [], 0, text.find(name)
    while place >= 0:
        after = said(text, place, place + len(name))
        if after is not None:
            parts += [text[told:place], after[0]]
            told = after[1]
        place = text.find(name, max(told, place + 1))
    return "".join([*parts, text[told:]])


def _owning(text: str, start: int, end: int) -> tuple[str, int] | None:
    owner = _OWNER.match(text, end)
    return ("your", owner.end()) if owner and not (start and _WITHIN.match(text, start - 1)) else None


def _given(text: str, start: int, end: int) -> tuple[str, int] | None:
    is_given = _BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start) and not _GOES_ON.match(text, end)
    return ("you", end) if is_given else None


def _you_who_do(found: re.Match[str]) -> str:
    is_sure = found["do"] in _SURELY
    is_owned = found["whom"].lower() == "her" and found["verb"].lower() in {"have", "get", "see", "make"}
    whom = "you" if is_sure or (found["do"] in verbs().base and not is_owned) else found["whom"]
    return f"{found['verb']} {whom} {found['do']}"


def _anyhow(promise: str, courtesy_title: str | None) -> str:
    """`promise` with "you" and "your" where a sentence was not sure: no promise is told to its reader of "her"."""
    if spoken_of(promise) is None or not may_be_said_of(promise, courtesy_title):
        return promise
    return _SHE.sub(_you_who_are, _HER.sub(_of_the_reader, promise))


def _you_who_are(found: re.Match[str]) -> str:
    """ "when she is back" → "when you are back", "once she returns" → "once you return"."""
    verb = found["verb"]
    said = WITH_YOU.get(verb) or verbs().third.get(verb)
    return f"you {said or verb}"


def _of_the_reader(found: re.Match[str]) -> str:
    whom, following = found["whom"], found["next"] or ""
    is_owner = whom in {"his", "her"} and bool(following) and following not in {"on", "by", "in", "with", "at", "to"}
    said = "your" if is_owner else "yours" if whom in {"his", "hers"} else "you"
    return f"{said} {following}".strip()

"""What the writer is, noted without its "I am": "happy to learn" → "I am happy to learn"; "born in Leeds"."""

from __future__ import annotations

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.articles import with_article
from followup_letters.wording.grammar.objects import words_of

_BORN = pattern(
    r"(?:born|raised|brought up)(?: and (?:born|raised|bred|brought up))? (?:in|on|at|near|into|to|by|with)\b"
)
_ONE_OF = pattern(r"(?:fellow|governor|graduate|member|native|patron|supporter|trustee|volunteer) (?:of|at|for|with)\b")
_OFFICE = pattern(r"(?:captain|chair(?:man|woman)?|clerk|head|president|secretary|treasurer) (?:of|at|to) ")
_BETWEEN = frozenset("not never also still always now very quite fully".split())
_USED = pattern(
    r"used to (?:(?:the|a|an|my|long|early|late|hard|working|being)\b|[a-z]+ing\b|nights?\b|shifts?\b|heights?\b)"
)
_GOES_ON = frozenset("to of at with in on about for from since by and but or , ; enough when that as".split())
_AS_ADJECTIVES = ("ic", "ous", "ful", "less", "ible", "able")  # "diabetic", "careless"


def what_i_am(text: str) -> str | None:
    """`text` as a clause with "I am" or "I was"; None unless it surely says what the writer is."""
    said = text[:1].lower() + text[1:] if text[1:2].islower() else text
    if _BORN.match(said):
        return f"I was {said}"
    if _ONE_OF.match(said):
        return f"I am {with_article(said)}"
    if _OFFICE.match(said):
        return f"I am {said}"
    if said.startswith("used to "):  # but "used to run nights"
        return f"I am {said}" if _USED.match(said) else None
    read = words_of(said)
    if 1 < len(read) < _SHORT and read[0].core in {"a", "an"} and read[-1].core in words("job_titles", "creatures"):
        return f"I am {said}"  # "a trained nurse"
    place = next((at for at, word in enumerate(read) if word.core not in _BETWEEN), len(read))
    if place == len(read):
        return None
    core, after = read[place].core, read[place + 1].core if place + 1 < len(read) else ""
    is_nobody = place > 0 and read[place - 1].core == "not" and core in {"a", "an"}  # "not a smoker"
    is_what = (core in words("being") or _is_an_adjective(core)) and (not after or after in _GOES_ON)
    return f"I am {said}" if is_what or is_nobody else None


def _is_an_adjective(core: str) -> bool:
    """True for a word by its ending, where no table has it as a verb or a thing: "diabetic", but not "panic"."""
    known = words("mass_nouns", "common_nouns", "rarer_nouns", "everyday_verbs", "no_verbs")
    is_known = core in known or any(core in forms for forms in (verbs().base, verbs().past))
    return core.endswith(_AS_ADJECTIVES) and len(core) > 5 and not is_known and core not in _VERBS


_SHORT = 5  # words
_VERBS = frozenset(
    "mimic panic picnic frolic traffic bless enable disable cable magic comic critic logic public".split()
)

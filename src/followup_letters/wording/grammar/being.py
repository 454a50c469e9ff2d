"""What the writer is, noted without its "I am": "happy to learn" → "I am happy to learn"; "born in Leeds"."""

from __future__ import annotations

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.articles import with_article
from followup_letters.wording.grammar.objects import words_of

_BORN = pattern(
    r"(?:born|raised|brought up)(?: and (?:born|raised|bred|brought up))? (?:in|on|at|near|into|to|by|with)\b"
)
_BORN_SOMEHOW = pattern(r"born (?P<how>[a-z]+)\b")  # which nobody does: "born above a bakery"
# What may be a verb as well: "free from January", but "free trapped animals"; "shy of cameras", but "shy away".
_ALSO_VERBS = pattern(
    r"(?:(?:not|very|quite|rather|also|still|now|a bit|a little) )*(?:free (?:from|on|until|after|at|to|by|between)\b"
    r"|shy(?:$|,| (?:of|with|in|at|by|about|until|but|and)\b))"
)
_ONE_OF = pattern(r"(?:fellow|governor|graduate|member|native|patron|supporter|trustee|volunteer) (?:of|at|for|with)\b")
_OFFICE = pattern(r"(?:captain|chair(?:man|woman)?|clerk|head|president|secretary|treasurer) (?:of|at|to) ")
_OF_NOW = frozenset("currently presently now still".split())
_AFTER_NOW = frozenset("a an on in at between".split())
_BETWEEN = _OF_NOW | frozenset("not never also still always now very quite fully".split())
_USED = pattern(
    r"used to (?:(?:the|a|an|my|long|early|late|hard|working|being)\b|[a-z]+ing\b|nights?\b|shifts?\b|heights?\b)"
)
_GOES_ON = frozenset("to of at with in on about for from since by and but or , ; enough when that as".split())
_AS_ADJECTIVES = ("ic", "ous", "ful", "less", "ible", "able")  # "diabetic", "careless"


def what_i_am(text: str) -> str | None:
    """`text` as a clause with "I am" or "I was"; None unless it surely says what the writer is."""
    said = text[:1].lower() + text[1:] if text[1:2].islower() else text
    born = _BORN_SOMEHOW.match(said)
    if _BORN.match(said) or (born and born["how"] in words("prepositions") - {"and"}):
        return f"I was {said}"
    if _ONE_OF.match(said):
        return f"I am {with_article(said)}"
    if _OFFICE.match(said):
        return f"I am {said}"
    if _ALSO_VERBS.match(said) or _is_what_i_do_now(said):
        return f"I am {said}"
    if said.startswith("used to "):  # but "used to run nights"
        return f"I am {said}" if _USED.match(said) else None
    read = words_of(said)
    is_one = read[-1].core in _ON_THE_SPOT or read[-1].core in words("job_titles", "creatures") if read else False
    if 1 < len(read) < _SHORT and read[0].core in {"a", "an"} and is_one:
        return f"I am {said}"  # "a trained nurse"
    place = next((at for at, word in enumerate(read) if word.core not in _BETWEEN), len(read))
    if place == len(read):
        return None
    core, after = read[place].core, read[place + 1].core if place + 1 < len(read) else ""
    is_nobody = place > 0 and read[place - 1].core == "not" and core in {"a", "an"}  # "not a smoker"
    is_what = (core in words("being") or _is_an_adjective(core)) and (not after or after in _GOES_ON)
    return f"I am {said}" if is_what or is_nobody else None


def _is_what_i_do_now(said: str) -> bool:
    """True for "currently retraining as a welder", "now on the board of a school"; not for "now in London I run …"."""
    cores = [word.core for word in words_of(said)]
    if len(cores) < 2 or cores[0] not in _OF_NOW or "i" in cores:
        return False
    is_doing = any(core in verbs().gerund for core in (cores[1], cores[1].removeprefix("re")))
    return is_doing or (cores[1] in _AFTER_NOW and len(cores) > 2)


def _is_an_adjective(core: str) -> bool:
    """True for a word by its ending, where no table has it as a verb or a thing: "diabetic", but not "panic"."""
    known = words("mass_nouns", "common_nouns", "rarer_nouns", "everyday_verbs", "no_verbs")
    is_known = core in known or any(core in forms for forms in (verbs().base, verbs().past))
    return core.endswith(_AS_ADJECTIVES) and len(core) > 5 and not is_known and core not in _VERBS


_ON_THE_SPOT = frozenset({"aider", "responder"})
_SHORT = 5  # words
_VERBS = frozenset(
    "mimic panic picnic frolic traffic bless enable disable cable magic comic critic logic public".split()
)

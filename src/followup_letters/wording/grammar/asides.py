"""What stands beside a need proper: a heading ("Safety: report to the board"), an aside ("(Go, Postgres)")."""

from __future__ import annotations

import re
from functools import lru_cache

from followup_letters.lexicon import verbs
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import words_of
from followup_letters.wording.grammar.sentences import has_its_verb
from followup_letters.wording.grammar.splices import sentences_of

_ASIDE = pattern(
    r"(?<=\S)\s+\([^()]+\)|, (?:no(?! (?:later|earlier|fewer|less|more|one|redundanc))|when|don['’]t|do not"
    r"|if(?! (?:possible|needed) \w)) [^,.;]+$"
    r"|, (?:first of all|above all|most of all|to (?:begin|start) with)$"
    r"|, (?:(?:it|they|he|she|there)\b|(?:this|that) (?:is|was|has|will)\b).*"
    r"|, (?:half|some|most|all|many|none)\b(?! (?:of )?which\b)(?=.* (?:a[rm]e?|is|was|were|ha[sd]|have|do|did|can"
    r"|need|want|go|come|get|hate|leave|never|do?n['’]t)\b).*"
    r"|, (?:one|nobody|everybody|everyone|two|three|four)\b(?=.* (?:is|are|was|were|ha[sd]|have|do|does|did)\b)"
    r"(?!.* which\b).*"
    r"|, the (?:old|last|present|current|previous|other) ones? (?:is|are|was|were|ha[sd]|have)\b.*"
    r"|, (?:the last|last|we|I)\b(?:[ ][\w'’-]+){0,3}? "
    r"(?:is|are|was|were|ha[sd]|have|took|takes?|lost|loses|get|got|see|saw)\b.*"
    r"| [-–—] (?=(?:[\w'’-]+ ){1,4}(?:should|must|will|can|need|is|are|was|were|ha[sd]|have|takes?|took|loses?|lost"
    r"|comes?|came|goes|went)\b).*"
    r"|, (?:(?:about|around|under|over|now|still) )?[$£€]?\d[\d.,]*\s?(?:%|per ?cent|[a-z]+)? "
    r"(?:at present|at the moment|now|today|as it is)$"
    r"|, (?:now|currently|at present|presently) (?:at |about |under |over )?[$£€]?\d[^,;:]*$"
    r"|, (?:people|folk|folks) (?:who|that) .* (?:do|does|don['’]t|are|have|will|won['’]t|can|leave|stop|never)\b.*"
    r"|, (?:people|folk|folks) (?!who\b|that\b|with\b|in\b|from\b)[\w’'-]+ .*"
    r"|, the [\w-]+['’]s (?:only|not|never|always|just|still|already|too|so|for|in|on|at)\b.*"
    r"|, so (?:live|bring|be|don['’]t|come|wear) .*"
    r"|, [\w-]+(?: [\w-]+)? first$"
    r"|(?<=[a-z0-9)])\. (?:It|This|That|They|There|Most|Some|Half|Nobody|The|Our|We|You) .*$",
    re.IGNORECASE,
)
_MOST_ASIDES = 2
_SPLICED = pattern(  # ", the quiet phase starts in March"
    r"(?P<need>\S+ .+), (?:(?:at|by|in|on|after|since) [\w'’:-]+ )?(?:the|your|our|an? [\w-]+ of (?:the|your|our)) "
    r"(?:(?!that\b|which\b|who\b)[\w'’-]+ ){1,3}?"
    r"(?:is|are|was|were|has|have|starts?|begins?|ends?|opens?|closes?)\b[^,]*",
    re.DOTALL,
)
_BARE_SPLICED = pattern(  # ", lunch is the problem"
    r"(?P<need>\S+ .+), (?!which|who|that|what|where|when|how|and|or|but|if|not)[\w'’-]+(?: [\w'’-]+)? "
    r"(?:is|are|was|were|isn['’]t|aren['’]t)\b[^,]*"
)
_JOINED = pattern(
    r"([^,;:.]+), ((?:(?:I|you|they|we|he|she|it)\b|(?:Mr|Mrs|Ms|Dr)\.? "
    r"|the (?=(?:[a-z]+ ){1,5}(?:was|were|is|are)\b))[^,;:]+)"
)
_PRONOUNS = frozenset("i you they we he she it".split())
_LABEL = pattern(r"(?P<label>[A-Za-z][\w'’-]*(?: [\w'’&-]+){0,3})(?:: | [-–—] )(?P<told>\S.*)", re.DOTALL)
_OF_A_LIST = frozenset(
    """priority priorities year years day days week weeks month months thing things one task tasks term hours main key
    first second third essential start location reporting duties points note team people sales quality goal
    goals""".split()
)


@lru_cache(maxsize=1024)
def without_aside(need: str) -> str:
    """`need` without what was added to it: "(Go, Postgres)", ", no surprises", ", it has been a bad year for them"."""
    text = need.strip()
    for _ in range(_MOST_ASIDES):  # "…, 82 % at present, they want 95"
        text = _ASIDE.sub("", text).rstrip() or text
    spliced = _SPLICED.fullmatch(text)
    text = spliced["need"] if spliced else sentences_of(text)[0]
    bare = _BARE_SPLICED.fullmatch(text)
    return bare["need"] if bare else text


def without_splice(text: str) -> str:
    """Two sentences joined by a comma alone, with a semicolon: "teachers stay, I saw it" → "teachers stay; …"."""
    found = _JOINED.fullmatch(text)
    if found is None:
        return "; ".join(sentences_of(text))
    first, second = words_of(found[1]), words_of(found[2])
    is_brief = len(first) == 2 and first[1].core in verbs().base and first[0].core.endswith("s")
    is_second = second[0].core in _PRONOUNS or has_its_verb(second)
    is_joined = (is_brief or has_its_verb(first)) and is_second
    return f"{found[1]}; {found[2]}" if is_joined else "; ".join(sentences_of(text))


def label_and_told(need: str) -> tuple[str, str] | None:
    """The parts of a need under a heading: "Safety: report to the board" → "Safety", "report to the board"."""
    found = _LABEL.fullmatch(need.strip())
    return (found["label"], found["told"]) if found else None


def names_no_work(heading: str) -> bool:
    """True for a heading such as "Priority 1", "Main thing", "First 90 days", which says how a list is ordered."""
    return any(word.core in _OF_A_LIST for word in words_of(heading))

"""Templates of one's own: whether each rule of the style sheet can reach something, and each list say something; and
whether one language is spoken throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.table import Remark, Scope, Styled, Ways, rule
from followup_letters.choices import FindingId as Id
from followup_letters.errors import TemplateError
from followup_letters.templates_folder import LANGUAGE, changeable, place_with, read, still_ours

_FRAME = "letter.html.j2"
_ALWAYS_PRINTED = ("title.j2", "running.html.j2")
_BY_MAIL = "subject.html.j2"
_WITH_MONTHS = "words.html.j2"
_WORDED_PARTS = frozenset({"reference", "subject", "salutation", "closing", "enclosures"})
_GERMAN = """\
<section class="letter" lang="{language}">
<p class="subject">{{{{ position.title }}}}</p>
<p class="salutation">{greeting} {{{{ person.name }}}},</p>
{{{{ body }}}}
<p class="closing">{close},</p>
<p class="signature">{{{{ candidate.name }}}}</p>
</section>"""


@rule(
    Id.STYLE_UNUSED,
    Severity.NOTE,
    None,
    Scope.NOTES,
    bad=Styled(".sheet .sendr { color: #2f4a4a; }"),
    good=Styled(".sheet .sender { color: #2f4a4a; }"),
)
def style_unused(case: Case) -> Iterator[Remark]:
    """Every rule of a style sheet of your own chooses something that a page may have."""
    from followup_letters.writing.style_reach import unreached  # which few letters need

    for reading in case.letters[:1]:  # all of a set have one style sheet
        with suppress(TemplateError):  # which is told where a page is made
            for found in unreached(reading.letter.page):
                near = f"; did you mean {found.near}?" if found.near else ""
                yield Remark(f"{found.place}: no page has {found.name}, so that its rule changes nothing{near}")


@rule(
    Id.NOTHING_SAID,
    Severity.NOTE,
    None,
    Scope.LETTER,
    bad=Ways("<p>I enjoyed our talk.\n{% vary %}\nYou will have {{ promised }}.\n{% endvary %}</p>"),
    good=Ways("<p>I enjoyed our talk.\n{% vary if promised %}\nYou will have {{ promised }}.\n{% endvary %}</p>"),
)
def nothing_said(reading: Reading, case: Case) -> Iterator[Remark]:
    """Every list of ways in your own templates says something, unless a condition says when it does."""
    for place in reading.letter.unsaid:
        mend = "add {% otherwise %} and a sentence, or, if it is meant to, an `if`"
        yield Remark(f"{place}: no way of this list can be said, and it prints nothing; {mend}", "body")


@rule(
    Id.STILL_OURS,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Ways(_GERMAN.format(language="de", greeting="Guten Tag", close="Sincerely"), _FRAME),
    good=Ways(_GERMAN.format(language="en", greeting="Good morning", close="Sincerely"), _FRAME),
)
def still_in_our_words(case: Case) -> Iterator[Remark]:
    """A letter that your templates say is in another language than English has no words of ours left in it."""
    foreign = [reading for reading in case.letters if not _is_english(reading)]
    left = dict.fromkeys(each for reading in foreign for each in _of_ours(reading))
    if left:
        language = foreign[0].root.attributes["lang"]
        message = f'the letter says lang="{language}", and these are still ours, in English: {", ".join(left)}'
        yield Remark(f"{message}; word them anew")


def _is_english(reading: Reading) -> bool:
    return reading.root.attributes.get("lang", LANGUAGE).casefold().split("-")[0] == LANGUAGE


def _of_ours(reading: Reading) -> Iterator[str]:
    """What of a letter is ours: parts of its frame, and the templates that it is printed from."""
    frame = set(_words(read(f"{LANGUAGE}/{_FRAME}")))
    for part in reading.parts:
        said = _words(part.own)
        if part.name in _WORDED_PARTS and said and frame.issuperset(said):
            yield f"the {part.name} “{' '.join(part.own.split())}”"
    styles = reading.letter.page.styles
    yield from still_ours(styles, (*_ALWAYS_PRINTED, _BY_MAIL) if reading.letter.page.mail else _ALWAYS_PRINTED)
    if place_with(styles, _WITH_MONTHS, ""):
        yield from still_ours(styles, (_WITH_MONTHS,))
    yield from _in_the_body(place for _, place in reading.letter.origins)


def _in_the_body(places: Iterable[str]) -> Iterator[str]:
    """The templates of ours that a sentence of the body comes from; one's own are told by their paths."""
    for place in places:
        file = place.rpartition(":")[0]
        if f"{LANGUAGE}/{file}" in changeable():
            yield file


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{3,}", text)

"""From an Interview to its letters: what each reader is told, in which words (R14–R31).

`sharing` divides what there is to say among the readers; `context` shows it to the templates; `rendering` is Jinja;
`rhythm` listens to the result. No word of a letter stands here.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from followup_letters.choices import Language, LetterKind, Paper
from followup_letters.composing.context import LetterContext, context_for
from followup_letters.composing.rendering import render
from followup_letters.composing.rhythm import Listener
from followup_letters.composing.sharing import Share, share_out
from followup_letters.composing.variants import Chooser
from followup_letters.deciding import Decision, decide
from followup_letters.documents import Letter
from followup_letters.errors import Fault, InputError
from followup_letters.markup import Element, Page, parse
from followup_letters.models import Interview, Person

__all__ = ["LetterContext", "compose"]

_DRAWS = 8  # drawings of the variants to listen to before the best one is taken
_FRAME = "letter.html.j2"
_TITLE = "title.j2"
_MAY_BE_EMPTY = frozenset({"p", "ul", "ol", "li", "section", "header", "address"})


def compose(
    interview: Interview,
    *,
    to: str | None = None,
    kind: LetterKind | str | None = None,
    templates: str | os.PathLike[str] | None = None,
) -> list[Letter]:
    """The letters of one interview, one for each person to write to (R1–R4), in the order they are listed.

    `to` is the name of one person, as in the file, and gives that letter alone, in the same words as in the set.
    `kind` overrides the rules (R11). `templates` is a folder searched before ours. Raises InputError for a name that
    is nobody's, TemplateError for a fault of a template.
    """
    decision = decide(interview, kind=kind)
    wanted = decision.recipients if to is None else (_named(to, decision.recipients),)
    folder = None if templates is None else Path(templates)
    shares = share_out(interview, decision.recipients, decision.kind)
    chooser = Chooser(f"{interview.candidate.name}|{interview.company.name}|{interview.interview.date}")
    listener = Listener()
    letters = []
    for person, share in zip(decision.recipients, shares, strict=True):
        context = context_for(interview, decision, person, share)
        root, chooser = _drawn(context, chooser, listener, folder)
        listener.remember(root)
        letters.append(_letter(interview, decision, person, share, context, root, folder))
    return [letter for letter in letters if letter.recipient in wanted]


def _named(name: str, recipients: Sequence[Person]) -> Person:
    """The one of `recipients` called `name`: exactly, or else the only one whose name holds it."""
    exact = [person for person in recipients if person.name == name]
    found = exact or [person for person in recipients if name.casefold() in person.name.casefold()]
    if len(found) == 1 and name:
        return found[0]
    names = "; ".join(person.name for person in recipients) or "nobody"
    raise InputError([Fault("the name of one person who gets a letter", found=name, hint=f"letters go to: {names}")])


def _drawn(
    context: LetterContext, chooser: Chooser, listener: Listener, folder: Path | None
) -> tuple[Element, Chooser]:
    """The letter drawn so that it reads best, and the chooser that remembers which ways it used."""
    best: tuple[int, Element, Chooser] | None = None
    for draw in range(_DRAWS):
        trial = chooser.reseeded(draw)
        root = _finished(parse(render(_FRAME, context, trial, folder), _FRAME))
        count = listener.faults(root, context.kind, context.role)
        if best is None or count < best[0]:
            best = (count, root, trial)
        if not count:
            break
    assert best is not None
    return best[1], best[2]


def _finished(element: Element) -> Element:
    """The tree without blocks in which nothing could be said, and with one full stop where two would meet."""
    kept: list[Element | str] = []
    for child in element.children:
        if isinstance(child, Element):
            child = _finished(child)
            if child.tag in _MAY_BE_EMPTY and not child.text.strip():
                continue
        elif child.startswith(".") and kept and _ends(kept[-1]):
            child = child[1:]
        kept.append(child)
    return Element(element.tag, element.attributes, tuple(kept))


def _ends(node: Element | str) -> bool:
    """True if the user's words before a full stop of ours bring their own, as "Acme Inc." does."""
    return isinstance(node, Element) and node.text.endswith((".", "?", "!", "\u2026"))


def _letter(
    interview: Interview,
    decision: Decision,
    person: Person,
    share: Share,
    context: LetterContext,
    root: Element,
    folder: Path | None,
) -> Letter:
    british = interview.letter.language is Language.EN_GB
    paper = interview.letter.paper or (Paper.A4 if british else Paper.LETTER)
    title = parse(f"<section>{render(_TITLE, context, Chooser(''), folder)}</section>", _TITLE).text.strip()
    page = Page(
        root=root,
        title=title,
        author=interview.candidate.name,
        language=interview.letter.language.value,
        paper=paper.value,
        layout="uk" if british else "us-block",
    )
    return Letter(
        page=page,
        kind=decision.kind,
        recipient=person,
        company=interview.company.name,
        mail_on=decision.mail_on,
        matches=share.matches,
        decision=decision,
    )

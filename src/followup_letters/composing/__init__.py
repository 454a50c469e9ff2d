"""From an Interview to its letters: what each reader is told, in which words (R14–R31).

`sharing` divides what there is to say among the readers, and `proving` the proofs; `context` shows it to the templates;
`variants` is the tag in which they say it in several ways; `drafts` draws from them; `rhythm` listens to the result.
No word of a letter stands here.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from jinja2.ext import Extension
from markupsafe import Markup

from followup_letters import letterheads
from followup_letters.arguments import check_interview, check_path, choice, refused, shown
from followup_letters.choices import Face, Language, Layout, LetterKind, Paper
from followup_letters.composing.addressing import envelope
from followup_letters.composing.context import LetterContext, context_for
from followup_letters.composing.drafts import PLACE, Draft, with_body
from followup_letters.composing.lengths import too_long
from followup_letters.composing.origins import origins
from followup_letters.composing.rhythm import Listener
from followup_letters.composing.sharing import Share, share_out
from followup_letters.composing.variants import CHOOSER, Chooser, Speaker, Vary
from followup_letters.deciding import Decision, decide
from followup_letters.documents import Letter, Letters
from followup_letters.errors import Fault, InputError, TemplateError, first_few
from followup_letters.markup import Element, Page, parse_inside
from followup_letters.models import Interview, Person
from followup_letters.namesakes import called, suggested
from followup_letters.noun import way_to_field
from followup_letters.shown import called_as
from followup_letters.templates_folder import own_folder, own_styles, own_words
from followup_letters.templating.finishing import finished
from followup_letters.templating.marks import Marks
from followup_letters.templating.parsing import own_path, parsed
from followup_letters.templating.rendering import check_syntax, render
from followup_letters.templating.slips import KINDS
from followup_letters.writing.fitting import fit

__all__ = ["LetterContext", "check_templates", "compose"]

_DRAWS = 16  # drawings of the variants to listen to before the best one is taken
_FRAME = "letter.html.j2"
_BODY = "body.html.j2"
_TITLE = "title.j2"
_RUNNING = "running.html.j2"


@called_as('as in compose(interview, to="Raman")', partial(way_to_field, Interview))
def compose(
    interview: Interview,
    *,
    to: Person | str | None = None,
    kind: LetterKind | Literal["courtesy", "pursue"] | None = None,
    templates: str | os.PathLike[str] | None = None,
    letterhead: str | os.PathLike[str] | None = None,
) -> Letters:
    """The letters of one interview, one for each person to write to (R1–R4), in the order they are listed.

    Args:
        interview: what `load` made of an interview file.
        to: one person, or a name as in the file or a part of it: that letter alone, in the same words as in the set.
        kind: "courtesy" or "pursue", whatever the rules say (R11). None: by the rules.
        templates: a folder of your own, searched before ours; "" is none.
        letterhead: a Word file to set Word files on, in place of the interview's; "" is none.

    Returns:
        The letters; a notebook shows them all. `print(letter)` shows one; `letter.save("raman.docx")` writes it.
        Empty if nobody gets one.

    Raises:
        InputError: for a name that is nobody's, a kind that there is not, what is no Interview, a file that is no
            letterhead, and fields that make a letter of more than 5,000 characters.
        TemplateError: for a fault of a template.
    """
    check_interview(interview, Interview, "compose(interview)")
    decision = decide(interview, kind=None if kind is None else choice(kind, LetterKind, "compose(kind)"))
    wanted = decision.recipients if to is None else (_named(to, decision.recipients, interview.people),)
    if templates is not None:
        check_path(templates, "compose(templates)", "of a folder, as `render-letter eject my-words` makes one")
    if letterhead is not None:
        check_path(letterhead, "compose(letterhead)")
    folder = own_folder(templates)
    shares = share_out(interview, decision.recipients, decision.kind)
    chooser = Chooser(f"{interview.candidate.name}|{interview.company.name}|{interview.interview.date}")
    listener = Listener()
    letters = []
    for person, share in zip(decision.recipients, shares, strict=True):
        context = context_for(interview, decision, person, share)
        body, chooser = _drawn(context, chooser, listener, folder)
        frame = finished(_tree(_FRAME, context, chooser, folder, body=body.html))
        root = with_body(frame, body.tree) if folder is None else frame
        letter = _letter(interview, decision, person, share, context, root, folder)
        letters.append(replace(letter, unsaid=tuple(dict.fromkeys(chooser.unsaid)), origins=body.origins()))
    if faults := [fault for letter in letters if (fault := too_long(letter, folder))]:
        raise InputError(first_few(faults))
    sheet = _letterhead(interview, letterhead)
    pages = [replace(letter.page, letterhead=sheet) for letter in letters]
    step = fit(pages)  # of the whole set, so that its letters look alike
    fitted = [replace(letter, page=replace(page, step=step)) for letter, page in zip(letters, pages, strict=True)]
    return Letters((letter for letter in fitted if to is None or letter.recipient in wanted), interview)


def check_templates(folder: Path) -> None:
    """Raise TemplateError for a slip of syntax in a template of letters in `folder` that stands for one of ours."""
    for name in own_words(folder):
        if not name.startswith("call-sheet"):
            check_syntax(name, LetterContext.__dataclass_fields__, folder, (Vary,))


def _letterhead(interview: Interview, chosen: str | os.PathLike[str] | None) -> bytes | None:
    """The Word file to set Word files on: the one chosen, else the interview's."""
    if chosen is not None:
        return letterheads.read(Path(chosen)) if os.fspath(chosen) else None
    given = interview.letter.letterhead
    return given.as_bytes if given else None


def _named(to: Person | str, recipients: Sequence[Person], people: Sequence[Person]) -> Person:
    """The one of `recipients` called so: exactly, or else the only one whose name holds it."""
    if not isinstance(to, Person | str):
        raise refused("compose(to)", to, "a person of the interview, or a name")
    name = to.name if isinstance(to, Person) else to
    found = called(name, (person.name for person in recipients))
    if len(found) == 1:
        return next(person for person in recipients if person.name == found[0])
    names = "; ".join(person.name for person in recipients) or "nobody"
    rule, hint = "the name of one person who gets a letter", f"letters go to: {names}"
    if found:
        rule = f"{rule}; this is a part of {len(found)}"
    elif called(name, (person.name for person in people)):
        hint = f"that person gets none, and decide(interview).reasons says why; {hint}"
    else:
        hint = f"{suggested(name, [person.name for person in recipients])}{hint}"
    raise InputError([Fault(rule, field="compose(to)", found=shown(name), hint=hint, kind="argument")])


class _Body(NamedTuple):
    """A body as it was drawn, finished, and what the frame prints for it: its HTML, or PLACE; `marked` makes it with
    marks.
    """

    tree: Element
    html: str
    marked: Callable[[], str] | None = None

    def origins(self) -> tuple[tuple[str, str], ...]:
        """Where its sentences stand in templates of one's own."""
        nodes = parse_inside(self.marked(), _BODY) if self.marked else []
        return tuple(each for node in nodes if isinstance(node, Element) for each in origins(finished(node)))


def _drawn(context: LetterContext, chooser: Chooser, listener: Listener, folder: Path | None) -> tuple[_Body, Chooser]:
    """The body drawn so that it reads best, and the chooser that remembers which ways it used.

    The listener remembers it too.
    """
    best: tuple[float, _Body, Chooser] | None = None
    body_by = _bodies(context, chooser, folder)
    for draw in range(_DRAWS):
        trial = chooser.reseeded(draw)
        body = body_by(trial)
        enough = math.inf if best is None else best[0]
        count = listener.faults(body.tree, context.kind, context.role, enough)
        if best is None or count < enough:
            best = (count, body, trial)
        if not best[0]:
            break
    assert best is not None
    _, body, trial = best
    listener.remember(body.tree)
    return body, trial


def _bodies(context: LetterContext, chooser: Chooser, folder: Path | None) -> Callable[[Chooser], _Body]:
    """What gives the body as a chooser has it: of our own templates, rendered once for all draws."""
    if folder is not None:
        return partial(_rendered, context, folder)
    draft = Draft(chooser, _BODY)
    again = partial(_said, _BODY, context, Draft(chooser, _BODY), None, (Vary, Marks))
    tree_by = draft.drawings(parsed(_said(_BODY, context, draft, None), _BODY, again))
    return lambda trial: _Body(tree_by(trial), PLACE)


def _rendered(context: LetterContext, folder: Path, chooser: Chooser) -> _Body:
    before = chooser.reseeded(0)
    html = _said(_BODY, context, chooser, folder)
    again = partial(_said, _BODY, context, before, folder, (Vary, Marks))
    return _Body(finished(parsed(html, _BODY, again, folder)), html, again)


def _tree(
    template: str, context: LetterContext, chooser: Chooser, folder: Path | None, *, within: str = "{}", body: str = ""
) -> Element:
    """What `template` says, inside of `within`, as a tree."""
    before, more = chooser.reseeded(0), {"body": Markup(body)} if body else {}
    html = within.format(_said(template, context, chooser, folder, more=more))
    again = partial(_said, template, context, before, folder, (Vary, Marks), more)
    return parsed(html, template, lambda: within.format(again()), folder)


def _said(
    template: str,
    context: LetterContext,
    speaker: Speaker,
    folder: Path | None,
    extensions: tuple[type[Extension], ...] = (Vary,),
    more: Mapping[str, Markup] | None = None,
) -> str:
    values = {**vars(context), **(more or {}), CHOOSER: speaker, KINDS: LetterContext}
    return render(template, values, folder, extensions)


def _letter(
    interview: Interview,
    decision: Decision,
    person: Person,
    share: Share,
    context: LetterContext,
    root: Element,
    folder: Path | None,
) -> Letter:
    settings = interview.letter
    british = settings.language is Language.EN_GB
    usual = Layout.PLAIN if context.email else Layout.UK if british else Layout.US_BLOCK
    layout = settings.layout or usual
    paper = settings.paper or (Paper.A4 if british or layout is Layout.DIN5008_B else Paper.LETTER)
    running = _tree(_RUNNING, context, Chooser(""), folder)
    title = _tree(_TITLE, context, Chooser(""), folder, within="<section>{}</section>").text.strip()
    if not title:
        raise TemplateError("says nothing, and every file needs a title", own_path(_TITLE, folder))
    page = Page(
        root=root,
        title=title,
        author=interview.candidate.name,
        language=root.attributes.get("lang", settings.language.value),
        paper=paper.value,
        layout=layout.value,
        face=(settings.face or Face.XCHARTER).value,
        running=running,
        mail=envelope(interview, decision, person),
        styles=own_styles(folder),
    )
    return Letter(
        page=page,
        kind=decision.kind,
        recipient=person,
        company=interview.company.name,
        mail_on=decision.mail_on,
        matches=share.proofs.matches,
        answers=tuple((answer.need, answer.strength) for answer in share.proofs.answers),
        decision=decision,
        interview=interview,
    )

"""Jinja, set up once: sandboxed, strict, autoescaping. Data is rendered once and is never code."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property, lru_cache, partial
from itertools import takewhile
from pathlib import Path
from typing import Any

import jinja2
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from followup_letters.errors import TemplateError
from followup_letters.once import ALONE
from followup_letters.sandbox import MOST_MADE, Bounded, whole
from followup_letters.template_slips import SLIPS, in_our_words, syntax_slip
from followup_letters.templates_folder import (
    ENDLESS,
    LANGUAGE,
    check_texts,
    is_ours,
    read,
    refuse_leading_out,
    templates_folder,
)
from followup_letters.templating.filters import FITTING
from followup_letters.templating.lines import ByLine
from followup_letters.templating.slips import Template, Unknown, near, raw_day, shown
from followup_letters.templating.told import Later, Missing, Told, Unsayable
from followup_letters.wording.grammar.phrases import separator
from followup_letters.writing.compiled import Compiled


def render(
    template: str, values: Mapping[str, Any], folder: Path | None, extensions: tuple[type[Extension], ...] = ()
) -> str:
    """Render `template` of the language's folder with `values`, searched in `folder` first, then in ours.

    `extensions` are the tags of our own that it may use. Raises TemplateError, naming template and line, for an
    unknown name or tag, and for a value that a sentence of the template cannot do without.
    """
    with ALONE:  # or each thread would set up an environment of its own, and compile all templates for it
        environment = _environment(LANGUAGE, folder, extensions, folder and folder.absolute())
    try:
        return environment.get_template(template).render(values)
    except Unsayable as fault:
        told = f"prints {fault.field}, which the interview does not have; say it within {{% if … %}} or {{% vary %}}"
        raise _error(told, fault, template) from None
    except jinja2.TemplateSyntaxError as fault:
        raise _slip(fault, environment, template, values) from None
    except jinja2.TemplateNotFound as fault:
        name = str(fault.name)
        told = f"names '{name}', and there is no such template" + near(name, environment.list_templates())
        raise _error(told, fault, template) from None
    except UnicodeDecodeError as fault:
        if folder is not None:
            check_texts(folder)
        raise TemplateError(str(fault), template) from None
    except RecursionError as fault:
        raise _error(ENDLESS, fault, template) from None
    except MemoryError as fault:
        raise _error("takes more memory than there is", fault, template) from None
    except (jinja2.TemplateError, *SLIPS) as fault:
        raise _error(_hinted(str(fault), [*values, *environment.filters]), fault, template) from None


def check_syntax(
    template: str, names: Iterable[str], folder: Path, extensions: tuple[type[Extension], ...] = ()
) -> None:
    """Raise TemplateError if `template` has a slip of syntax, as `render` with values of these `names` does."""
    with ALONE:
        environment = _environment(LANGUAGE, folder, extensions, folder.absolute())
    try:
        environment.get_template(template)
    except jinja2.TemplateSyntaxError as fault:
        raise _slip(fault, environment, template, names) from None
    except UnicodeDecodeError:
        check_texts(folder)


def _slip(
    fault: jinja2.TemplateSyntaxError, environment: jinja2.Environment, template: str, names: Iterable[str]
) -> TemplateError:
    """The error of a slip of syntax, in our words."""
    told, line = syntax_slip(fault, environment.lexer)
    known = [*environment.filters, *environment.tests, *_TAGS]
    message = _as_value(told, {*names, *_set_names(environment)}) or _hinted(told, known)
    return TemplateError(message, shown(fault.name or template, fault.filename), line)


_TAGS = (
    *("vary", "or", "otherwise", "endvary", "if", "elif", "else", "endif", "for", "endfor", "set", "endset", "filter"),
    *("include", "import", "from", "extends", "macro", "endmacro", "call", "endcall", "block", "endblock", "endfilter"),
)


def _as_value(message: str, names: set[str]) -> str | None:
    """What is said of a tag that has the name of a value; None of any other."""
    tag = re.fullmatch(r"there is no tag '(\w+)'", message)
    return f"{tag[1]} is a value, and is printed with {{{{ {tag[1]} }}}}" if tag and tag[1] in names else None


def _set_names(environment: jinja2.Environment) -> set[str]:
    """What our body sets for the templates in it: `day` and the like."""
    tree = environment.parse(read(f"{LANGUAGE}/body.html.j2"))
    return {name.name for name in tree.find_all(jinja2.nodes.Name) if name.ctx == "store"}


def _hinted(message: str, known: Sequence[str]) -> str:
    """Jinja's message in our words, with the nearest known name to the one it quotes."""
    if "did you mean" in message:
        return message
    message = in_our_words(message)
    quoted = re.search(r"'(\w+)'", message)
    word = quoted[1] if quoted else ""
    turned = [each for each in known if sorted(each) == sorted(word.lower())]  # "ro", which is as like "from"
    close = [each for each in known if each == word.lower()] or turned or get_close_matches(word, known, n=1)
    is_unknown = message.startswith("there is no ") and close and close[0] != word
    return f"{message}; did you mean {close[0]}?" if is_unknown else message


_AROUND = 100_000  # characters that ours may make around one's own, which is told first where it makes too much


class _Sandbox(Bounded):
    """Jinja's sandbox, which asks of every attribute that is read whether that is safe; here once for all of a type."""

    template_class = Template
    concat = staticmethod(partial(whole, most=MOST_MADE + _AROUND))

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._safe: dict[tuple[type, str], bool] = {}

    def get_template(self, *named: Any, **more: Any) -> jinja2.Template:
        """The template of that name, which one thread compiles while the others wait for it."""
        with ALONE:
            return super().get_template(*named, **more)

    @cached_property
    def lexer(self) -> ByLine:
        """What reads the templates."""
        return ByLine(self)

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *more: Any, **how: Any) -> Any:
        """What Jinja makes of a template. Raises TemplateError for one too deep, of which it knows no line."""
        try:
            return super().compile(source, name, filename, *more, **how)
        except RecursionError:
            raise TemplateError(ENDLESS, shown(name or "", filename)) from None

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """What Jinja says of it, by the type of `obj` and the name."""
        asked = type(obj), attr
        if asked not in self._safe:
            self._safe[asked] = super().is_safe_attribute(obj, attr, value)
        return self._safe[asked]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What Jinja gives for `obj.attribute`; of values that were read before, and are no methods, without asking."""
        if self._safe.get((type(obj), attribute)):
            value = getattr(obj, attribute, missing)
            if value is not missing and not callable(value):
                return value
        return super().getattr(obj, attribute)

    def call(self, context: Context, called: Any, /, *values: Any, **named: Any) -> Any:
        """What Jinja gives for a call; most are of macros, of which it asks a good deal that is known beforehand."""
        if type(called) is Macro and not named:  # which may be for Jinja alone, in a loop
            return called(context.eval_ctx, *values)
        return super().call(context, called, *values, **named)


class _OwnFirst(jinja2.FileSystemLoader):
    """Reads a template where it lies first, and anew once one lies in a folder before that: its author added it.

    `own` is the folder of templates of one's own; ours may be links, as some installers make them.
    """

    def __init__(self, folders: Sequence[Path], own: Path | None) -> None:
        super().__init__(folders, encoding="utf-8-sig")  # Notepad begins its files with a mark
        self._own = own

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of `template`, its file, and what tells whether that is still what it was.

        Raises TemplateError for a link of one's own that leads elsewhere.
        """
        text, file, is_as_it_was = super().get_source(environment, template)
        if self._own is not None and Path(file).is_relative_to(self._own):
            refuse_leading_out(self._own, Path(file))
        places = (Path(folder, template) for folder in self.searchpath)
        before = [*takewhile(lambda place: place != Path(file), places)]
        return text, file, lambda: is_as_it_was() and not any(place.is_file() for place in before)


@lru_cache(maxsize=16)
def _environment(
    language: str, folder: Path | None, extensions: tuple[type[Extension], ...], _which: Path | None
) -> jinja2.Environment:
    """`folder` is told as it was given; `_which` it is, where the process has gone elsewhere, keeps two apart."""
    ours = templates_folder() / language
    folders = [ours] if folder is None else [folder / language, folder, ours]
    environment = _Sandbox(
        loader=jinja2.ChoiceLoader(
            [_OwnFirst(folders, folder), jinja2.PrefixLoader({"ours": jinja2.FileSystemLoader(ours)})]
        ),
        autoescape=True,
        undefined=Unknown,
        finalize=_finalize,
        extensions=extensions,
        lstrip_blocks=True,
        auto_reload=folder is not None,  # one of their own changes under the hands of its author
        bytecode_cache=None if folder else Compiled.beside_this_module(*extensions, ByLine, Bounded),
    )
    environment.filters |= {each.__name__: each for each in (joined, *FITTING, from_field)}
    return environment


def _finalize(value: Any) -> Any:
    """A text of the input is marked with its field; one that is missing makes its sentence unsayable."""
    if isinstance(value, Told):
        return from_field(value, value.path)
    if value is None:
        raise Unsayable("a value")
    if isinstance(value, Missing):
        raise Unsayable(value.path)
    if isinstance(value, dt.date):
        raise TypeError(raw_day(value))
    if not isinstance(value, _SAYABLE):
        raise TypeError(_unsaid(value))
    return value


_SAYABLE = (str, int, float, jinja2.Undefined)


def _unsaid(value: Any) -> str:
    """What a template is told that prints something which is no text: its items, or its fields, may be."""
    if callable(value):
        return f"prints {getattr(value, 'name', 'a macro')} without calling it; write () behind it"
    if isinstance(value, tuple | list | dict | Later):
        return "prints a whole list; say one item, [0], or all, {% for each in … %}"
    fields = ", ".join(name for name in dir(value) if not name.startswith("_"))
    return f"prints a whole table of fields; say one of them: {fields}"


# ----------------------------------------------------------------------------- the filters of a template


@lru_cache(maxsize=1024, typed=True)  # many ways of saying it print one text; what is Markup is escaped already
def from_field(text: str, path: str) -> Markup:
    """`text` marked as made from the input's field `path`, for text that a template words from it: a date."""
    return Markup(f'<span data-from="{escape(path)}">{escape(text)}</span>')


def joined(items: tuple[Told, ...], conjunction: str) -> Markup | Missing:
    """The items as a list, with the serial comma, or with semicolons where an item holds a comma or "and"; Missing if
    there are none.
    """
    if not items:
        return Missing(getattr(items, "path", ""))
    marked = [_finalize(item) for item in items]
    stop = separator(items)
    if len(marked) < 3:
        return Markup(f"{stop if stop == ';' else ''} {escape(conjunction)} ").join(marked)
    return Markup(f"{stop} ").join([*marked[:-1], Markup(f"{escape(conjunction)} ") + marked[-1]])


def _as_named(path: str) -> str:
    """A template's file as other templates name it: "pursue/panel.html.j2", in whatever folder it lies."""
    _, folder, name = Path(path).as_posix().rpartition(f"/{LANGUAGE}/")
    return name if folder else Path(path).name


def _error(told: str, fault: BaseException, template: str) -> TemplateError:
    """The error of `fault`, at the last place in a template of one's own that led to it; at ours if none did."""
    places = [*_places(fault)] or [(template, None, True)]
    name, line, is_our_own = places[-1]
    theirs = next(((place, at) for place, at, is_of_ours in reversed(places) if not is_of_ours), None)
    if is_our_own and theirs:
        return TemplateError(f"{told} (in {name}:{line} of ours)", *theirs)
    return TemplateError(told, name, line)


def _places(fault: BaseException) -> Iterator[tuple[str, int | None, bool]]:
    """The templates and lines that led to `fault`, by the frames of its traceback, and whether each is ours."""
    trace = fault.__traceback__
    while trace is not None:
        found = trace.tb_frame.f_globals.get("__jinja_template__")
        file = trace.tb_frame.f_code.co_filename
        if found is not None:
            line = found.get_corresponding_lineno(trace.tb_lineno)
            yield shown(found.name or "", found.filename), line, is_ours(found.filename)
        elif file.endswith(".j2"):
            yield shown(_as_named(file), file), trace.tb_lineno, is_ours(file)
        trace = trace.tb_next

"""Noun, the base of every model: what all of them do alike, in checking their fields and in showing themselves.

Which nouns there are, and what they hold, is told in models/.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from inspect import Parameter, Signature, cleandoc, getsource
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Never, Self, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, ValidationError, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import from_json

from followup_letters.arguments import Place, Slip, Slips, faults_in, refused, told
from followup_letters.bounds import check_bounds
from followup_letters.called_otherwise import field_meant
from followup_letters.choices import Choice, words_of
from followup_letters.empty_cells import LEAVE_OUT, NO_EMPTY_CELL, is_empty_cell
from followup_letters.errors import Fault, InputError, harmless, shortened
from followup_letters.shown import Absent, Misused, as_printed, in_a_notebook
from followup_letters.tables import html_table
from followup_letters.ways_to_data import is_content

if TYPE_CHECKING:  # what type(BaseModel) is, for who cannot run it
    from pydantic._internal._model_construction import ModelMetaclass
else:
    ModelMetaclass = type(BaseModel)

_AS_DATA = '; as data it is model_dump(mode="json"), which load() takes back'
_DATA = frozenset({"as_dict", "to_dict", "to_json", "as_json", "to_yaml", "as_yaml", "dump"})
_FROM_DATA = frozenset(
    {"from_dict", "from_json", "from_yaml", "from_toml", "from_file", "load", "loads", "parse", "read"}
)
"""What other libraries call the making of a value of data."""
_AS_FILE = '; Path("interview.json").write_text(interview.model_dump_json(indent=2), "utf-8") keeps an interview'
_CHANGING = frozenset({"replace", "_replace", "evolve", "set", "update"})
"""What other libraries call a copy with something changed."""
_LONGEST_SHOWN = 500  # bytes of a value; a picture may be in one
_Self = TypeVar("_Self", bound="Noun")


class _Listed(ModelMetaclass):
    """Lists of a model what an interview file has, so that `help` is about that and not about pydantic.

    What only `help` and the schema ask for is made when they ask: it takes as long as to read an interview.
    """

    if TYPE_CHECKING:
        model_fields: dict[str, FieldInfo]  # of each model

    def __dir__(cls) -> list[str]:
        return [*cls.model_fields, "with_"]

    if not TYPE_CHECKING:  # or type checkers would take every name for one of the model

        def __getattr__(cls, name):
            try:
                return super().__getattr__(name)
            except AttributeError:
                if name.startswith("_"):
                    raise
                way = f"; {cls._way_from_data()}" if name in _FROM_DATA else ""
                raise Absent(f"{cls.__name__} has no {name}{way}") from None

    @property
    def __doc__(cls) -> str:  # type: ignore[override]  # each model's own, with its fields
        told = described(cls)
        own = cls.__dict__.get("__doc__") or ""
        fields = (
            f"{name}: {' '.join([*told.get(name, '').split(), *_words_of(field)])}"
            for name, field in cls.model_fields.items()
        )
        return "\n\n".join([own, "\n".join(fields)])


def _words_of(field: FieldInfo) -> Iterator[str]:
    """The words that may be chosen from for `field`, if there are such."""
    for part in (field.annotation, *get_args(field.annotation)):
        if isinstance(part, type) and issubclass(part, Choice):
            yield from words_of(part).split()


class _ReadableSignature:
    """What `help` says a model is made of."""

    def __get__(self, _: object, model: type[Noun]) -> Signature:
        fields = model.model_fields.items()
        return Signature([Parameter(name, Parameter.KEYWORD_ONLY, default=_default(field)) for name, field in fields])


@cache
def described(model: type) -> dict[str, str]:
    """What is said below each field of `model` in its source; nothing where the source is not there."""
    told: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if isinstance(each, _Listed):
            told.update(_described_in(each))
    return told


def _described_in(model: type) -> Iterator[tuple[str, str]]:
    try:
        (tree,) = ast.parse(getsource(model)).body
    except OSError:  # as in a program that was packed into one file
        return
    for field, text in pairwise(tree.body if isinstance(tree, ast.ClassDef) else ()):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                yield name, cleandoc(said)


class Noun(BaseModel, metaclass=_Listed):
    """The base of every model: frozen, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __init__(self, /, *given: Never, **values: Any) -> None:
        """Raises InputError for whatever is wrong with `values`, all faults at once."""
        if given:
            raise refused(f"{type(self).__name__}(…)", given[0], "its fields by their names", self._by_name(given[0]))
        check_bounds(values)
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise self._refused(error, values) from None

    # pydantic's mark of an __init__ that validation need not go through: nested models are checked as before
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]  # a function has attributes of its own

    @model_validator(mode="before")
    @classmethod
    def _is_sure(cls, value: Any) -> Any:
        """Every check of a field may ask whether anything was given; of an empty cell of a table nobody can say."""
        unsure = [key for key, each in value.items() if is_empty_cell(each)] if isinstance(value, dict) else []
        if unsure:
            raise Slips([Slip((str(key),), NO_EMPTY_CELL, told(value[key]), LEAVE_OUT) for key in unsure])
        cls._refuse_one_of_a_list(value)
        return value

    @classmethod
    def _refuse_one_of_a_list(cls, value: Any) -> None:
        """A model goes for a list of its fields with pydantic, which would tell of each that it is none of the list."""
        given = [name for name, each in value.items() if isinstance(each, Noun)] if isinstance(value, dict) else []
        fields = ((name, cls.model_fields.get(name)) for name in given)
        if one := [name for name, field in fields if field and get_origin(field.annotation) is tuple]:
            raise Slips([Slip((name,), "a list", told(value[name]), _way_to_list(cls, name)) for name in one])

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """Raises InputError for whatever is wrong with `obj`, all faults at once."""
        check_bounds(obj)
        try:
            return super().model_validate(obj, **options)
        except ValidationError as error:
            raise cls._refused(error, obj) from None

    @classmethod
    def model_validate_strings(cls, obj: Any, **options: Any) -> Self:
        """Raises InputError for whatever is wrong with `obj`, all faults at once."""
        check_bounds(obj)
        try:
            return super().model_validate_strings(obj, **options)
        except ValidationError as error:
            raise cls._refused(error, obj) from None

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Raises InputError for whatever is wrong with `json_data`, all faults at once."""
        data = None
        with suppress(ValueError, TypeError):  # what is no JSON is told below
            data = from_json(json_data)
            check_bounds(data)
        try:
            return super().model_validate_json(json_data, **options)
        except ValidationError as error:
            raise cls._refused(error, data) from None

    @classmethod
    def _by_name(cls, given: object) -> str:
        """How what was `given` without a name is given with one."""
        name, field = next(iter(cls.model_fields.items()))
        is_meant = field.is_required() and isinstance(given, str) and not is_content(given)
        return f"{cls.__name__}({name}={given!r})" if is_meant else f"of a mapping: {cls.__name__}(**data)"

    @classmethod
    def _refused(cls, error: ValidationError, given: object) -> InputError:
        return InputError(faults_in(error, cls._told_as(), partial(fields_at, cls), partial(_keys_at, given)))

    @classmethod
    def _told_as(cls) -> str:
        """What its fields are told with: `Person.title`."""
        return cls.__name__

    @classmethod
    def _way_from_data(cls) -> str:
        """How one is made of a dict."""
        return f"{cls.__name__}(**data) makes one of a dict"

    @classmethod
    def __pydantic_init_subclass__(cls, **options: Any) -> None:
        super().__pydantic_init_subclass__(**options)
        cls.__signature__ = _ReadableSignature()  # type: ignore[assignment]  # it gives one

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The schema with what is said of each field."""
        schema = handler(core_schema)
        fields = handler.resolve_ref_schema(schema).get("properties", {})
        for name, said in described(cls).items():
            fields[name]["description"] = said
        return schema

    def __dir__(self) -> list[str]:
        """What there is to ask of it: its fields and what we made, and nothing of pydantic's."""
        ours = (name for each in type(self).__mro__ if isinstance(each, _Listed) for name in vars(each))
        return [*type(self).model_fields, *(name for name in ours if not name.startswith(("_", "model_")))]

    if not TYPE_CHECKING:  # or type checkers would take every name for one of a field

        def __getattr__(self, name):
            raise Absent(f"{type(self).__name__} has no {name}{_about_absent(type(self), name)}")

        def __getitem__(self, name):
            """A field is asked for by a full stop, and not as in a dict."""
            model = type(self)
            near = field_meant(name, list(model.model_fields)) if isinstance(name, str) else None
            field = name if name in model.model_fields else near
            way = f"; {_named(model)}.{field} is that field" if field else ""
            raise Misused(f"{model.__name__} is no dict{way}")

    def __setattr__(self, name: str, value: Any) -> None:
        """Raises InputError: a model never changes."""
        hint = _way_to_change(type(self), name) if name in type(self).model_fields else None
        field = f"{type(self).__name__}.{name}"
        raise InputError([Fault("no field is changed in place", field, hint=hint, kind="argument")])

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """What is shown of it: what was given, without what is private, and not all that might have been."""
        fields = type(self).model_fields.items()
        shown = {name: field for name, field in fields if field.repr and name in self.__dict__}  # may be half built
        return [(name, getattr(self, name)) for name, field in shown.items() if getattr(self, name) != _default(field)]

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return "\n".join(f"{path}: {value}" for path, value in _shown(self))

    def _repr_html_(self) -> str:
        return html_table((type(self).__name__, ""), _shown(self))

    def with_(self: _Self, **changes: Any) -> _Self:
        """A copy, checked, with fields replaced as a whole; within one: `with_(outlook=interview.outlook.with_(…))`."""
        try:
            return type(self)(**{name: getattr(self, name) for name in type(self).model_fields} | changes)
        except InputError as error:
            raise InputError([_with_way(type(self), fault) for fault in error.faults]) from None


def validated(model: type[_Self], data: Any) -> _Self:
    """`data` as `model`. Raises pydantic's own error, for those who know where it lies in a file."""
    return super(Noun, model).model_validate(data)


def nouns_in(annotation: Any) -> Iterator[type[Noun]]:
    """The models that an annotation names, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        yield annotation
    for part in get_args(annotation):
        yield from nouns_in(part)


def model_at(model: type[Noun], names: Iterable[str]) -> type[Noun] | None:
    """The model of the table at a path of field names in `model`, list positions left out; None if there is none."""
    found: type[Noun] | None = model
    for name in names:
        field = found.model_fields.get(name) if found else None
        found = next(nouns_in(field.annotation), None) if field else None
    return found


def _about_absent(model: type[Noun], name: str) -> str:
    """What is meant by a name that a value of `model` does not have, or another way to it."""
    if name in _CHANGING:
        return f"; {_way_to_change(model, next(iter(model.model_fields)))}"
    if way := in_a_notebook(name):
        return way
    near = None if name.startswith("_") else field_meant(name, list(model.model_fields))
    return f"; did you mean {near}?" if near else _AS_FILE if name == "save" else _AS_DATA if name in _DATA else ""


def _way_to_change(model: type[Noun], name: str) -> str:
    """How field `name` of `model` is changed, and how that comes into what holds the model."""
    way = f"with_({name}=…) makes another, with that changed"
    fields = ((each, *field) for each in Noun.__subclasses__() for field in each.model_fields.items())
    held = next(((each, key, field) for each, key, field in fields if model in nouns_in(field.annotation)), None)
    if held is None:
        return way
    whole, key = _named(held[0]), held[1]
    if get_origin(held[2].annotation) is tuple:
        return f"{way}; {whole}.with_({key}=[changed, *{whole}.{key}[1:]]) has it in place of the first"
    return f"{whole}.with_({key}={whole}.{key}.with_({name}=…)) makes another {whole}, with that changed"


def way_to_field(model: type[Noun], name: str) -> str | None:
    """Of which table of `model` a `name` is a field, and how it is given there; None if it is of none."""
    for key, field in model.model_fields.items():
        table = next(nouns_in(field.annotation), None)
        if table and name in table.model_fields:
            return f"{name} is a field of {key}: {_way_to_change(table, name)}"
    return f"{name} is a field: {_way_to_change(model, name)}" if name in model.model_fields else None


def _with_way(model: type[Noun], fault: Fault) -> Fault:
    """`fault`; if it is of a name that a table of `model` has, and `model` has not, with how that is changed there."""
    key = fault.found if fault.kind == "unknown" else None
    is_its_own = fault.field in (key, f"{model._told_as()}.{key}")
    way = way_to_field(model, key) if key and is_its_own else None
    return replace(fault, hint=way) if way else fault


def _way_to_list(model: type[Noun], name: str) -> str:
    """How one thing comes into the list that field `name` of `model` is: alone, or with those that are there."""
    return f"{name}=[it], or in place of the first of several {name}=[it, *{_named(model)}.{name}[1:]]"


def _named(model: type[Noun]) -> str:
    """What a value of `model` is called in examples."""
    return str(re.findall("[A-Z][a-z]+", model.__name__)[-1].lower())


def _shown(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The path of each field that was given, in `value` and what it holds, and what stands there."""
    if isinstance(value, Noun):
        for name, each in value.__repr_args__():
            yield from _shown(each, f"{path}.{name}".removeprefix("."))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _shown(each, f"{path}[{number}]")
    else:
        yield path, shortened(harmless(str(value)), _LONGEST_SHOWN)


def fields_at(model: type[Noun], place: Place) -> list[str]:
    """The fields of the table at `place` in `model`; none if there is no such table."""
    found = model_at(model, (part for part in place if isinstance(part, str)))
    return list(found.model_fields) if found else []


def _keys_at(given: object, place: Place) -> list[str]:
    """The keys that the table at `place` in what was `given` has, in their order; none if there is no such table."""
    for part in place:
        if isinstance(given, Mapping) and isinstance(part, str):
            given = given.get(part)
        elif isinstance(given, list | tuple) and isinstance(part, int) and part < len(given):
            given = given[part]
    return [key for key in given if isinstance(key, str)] if isinstance(given, Mapping) else []


class TextOrTable(Noun):
    """Something that may be written as a bare text or as a table with a `text` key."""

    @model_validator(mode="before")
    @classmethod
    def _bare_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str | int | float) else value


def _default(field: FieldInfo) -> Any:
    """What a field is if it is not given, as a signature shows it."""
    return Parameter.empty if field.is_required() else field.get_default(call_default_factory=True, validated_data={})

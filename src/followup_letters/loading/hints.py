"""What was probably meant: the nearest word, the section where a key belongs, the nearest day, an example.

Hints only; nothing here decides whether something is wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable
from functools import cache
from typing import Any

from followup_letters import called_otherwise, noun
from followup_letters.empty_cells import OF_A_ROW
from followup_letters.loading.reading.nodes import whole
from followup_letters.models import Interview
from followup_letters.models.outlook import Reservation
from followup_letters.noun import Noun, nouns_in
from followup_letters.spelling import form, nearest
from followup_letters.wording.grammar.phrases import names_a_thing

# What people begin with who say yes or no in more words.
_YES_OR_NO = {
    **dict.fromkeys(("very", "extremely", "definitely", "absolutely", "certainly", "yes", "of"), "true"),
    **dict.fromkeys(("no", "never"), "false"),
}

# What people write who can say neither.
_NOT_KNOWN = frozenset("maybe perhaps possibly unsure not_sure unknown don't_know don’t_know dunno ? ??".split())

# How like a field of another section a key must be: there are so many that some is always a little like it.
_MISSPELT = 0.8

# What is said to the command, or in templates, and not in the file.
_TEMPLATES = "a folder of templates is named to the command: render-letter FILE --templates DIR"
_CLOSE = "the close stands in a template: render-letter eject my-words en/letter.html.j2; then --templates my-words"
_SAID_ELSEWHERE = {
    "templates": _TEMPLATES,
    **dict.fromkeys(("closing", "close", "complimentary_close", "sign_off", "valediction", "greeting"), _CLOSE),
}

# What a field that must be there looks like when it is. Keys: the model's name and the field.
EXAMPLES: dict[tuple[str, str], Any] = {
    ("Interview", "candidate"): {"name": "Maya Okafor"},
    ("Interview", "company"): {"name": "Northwind Logistics, Inc."},
    ("Interview", "position"): {"title": "Regional Operations Manager"},
    ("Interview", "interview"): {"date": "2026-11-18"},
    ("Interview", "people"): [{"name": "Dr. Priya Raman", "role": "hiring manager"}],
    ("Candidate", "name"): "Maya Okafor",
    ("Company", "name"): "Northwind Logistics, Inc.",
    ("Position", "title"): "Regional Operations Manager",
    ("Copy", "name"): "Ana Ruiz",
    ("Meeting", "date"): "2026-11-18",
    ("Person", "name"): "Dr. Priya Raman",
    ("Strength", "text"): "Cut order-to-ship time from five days to 36 hours",
    ("Responsibility", "text"): "Bring order-to-ship time under two days",
    ("Reservation", "concern"): "no union experience",
    ("OtherOffer", "received"): "2026-11-20",
    ("OtherOffer", "decide_by"): "2026-12-04",
    ("Problem", "what"): "the scrap rate in Leipzig",
    ("News", "what"): "the Memphis expansion",
    ("Event", "on"): "2026-11-27",
    ("Event", "what"): "called",
}


# ----------------------------------------------------------------------------------------------- models


def model_at(names: Iterable[str]) -> type[Noun] | None:
    """The model of the table at a path of field names of an interview; None if there is none."""
    return noun.model_at(Interview, names)


@cache
def _homes() -> dict[str, tuple[str, ...]]:
    """For each field of any section, the sections that have it, as dotted paths."""
    homes: dict[str, list[str]] = {}
    open_sections: list[tuple[str, type[Noun]]] = [("", Interview)]
    while open_sections:
        path, model = open_sections.pop(0)
        for name, field in model.model_fields.items():
            around = homes.setdefault(name, [])
            if path.rpartition(".")[0] not in around:  # what a person has, a card has only as a copy
                around.append(path)
            below = f"{path}.{name}".removeprefix(".")
            open_sections += [(below, each) for each in nouns_in(field.annotation)]
    return {name: tuple(paths) for name, paths in homes.items()}


def field_meant(key: str, model: type[Noun]) -> str | None:
    """The field of `model` that an unknown key most likely stands for."""
    fields = list(model.model_fields)
    return called_otherwise.same_field(key, fields) if key in _homes() else called_otherwise.field_meant(key, fields)


def about_unknown(
    key: str, model: type[Noun], beside: Container[str] = (), *, in_candidate_file: bool, in_data: bool
) -> str:
    """Where a key belongs that `model` does not have, or which keys it does have; `in_data` it may be of a table.

    `beside` are the keys of its table: a field that lacks there, and has a word of the key, is meant sooner than one
    elsewhere that is only like it.
    """
    if said := _SAID_ELSEWHERE.get(form(key)):
        return said
    if inside := called_otherwise.within(key, lambda tables: noun.fields_at(model, tuple(tables))):
        return f"{inside}; {OF_A_ROW}" if in_data else inside
    if meant := field_meant(key, model):
        return f"did you mean {meant}?"
    if key in _homes():
        return f"{key} belongs {_home(key, in_candidate_file)}"
    elsewhere = called_otherwise.same_field(key, _homes())
    if not elsewhere and (elsewhere := nearest(key, _homes(), cutoff=_MISSPELT)):
        required = (name for name, field in model.model_fields.items() if field.is_required())
        words = set(form(key).split("_"))
        if lacking := next((name for name in required if name not in beside and words & set(name.split("_"))), None):
            return f"did you mean {lacking}?"
    if elsewhere:
        return f"did you mean {elsewhere}? It belongs {_home(elsewhere, in_candidate_file)}"
    return f"the fields here are: {', '.join(model.model_fields)}"


def _home(key: str, in_candidate_file: bool) -> str:
    homes = _homes()[key]
    inside = [path.removeprefix("candidate.") for path in homes if path.startswith("candidate.")]
    if in_candidate_file and inside:
        return _places(inside)
    return _places(homes) + (" of the interview file" if in_candidate_file else "")


def _places(paths: Iterable[str]) -> str:
    return " or ".join(f"under {path}" if path else "at the top level" for path in paths)


# ----------------------------------------------------------------------------------------------- values


def about_yes_or_no(text: str) -> str | None:
    """What was probably meant where only yes or no can be said."""
    if form(text) in _NOT_KNOWN:
        return "leave it out if you do not know"
    first = re.match(r"[a-z]*", form(text))
    near = _YES_OR_NO.get(first[0] if first else "") or nearest(text, ("yes", "no", "true", "false"))
    return f"did you mean {near}?" if near else None


def about_email(text: str) -> str | None:
    """What an e-mail address lacks."""
    if "@" not in text:
        return "there is no @ in it"
    if text.count("@") > 1:
        return "there is more than one @ in it"
    if re.search(r"\s", text.strip()):
        return "there is a space in it"
    if sign := re.search(r"[\[\]\\]", text):
        return f"there is a {sign.group()} in it"
    domain = text.partition("@")[2]
    if "," in domain:
        return "there is a comma after the @; did you mean a dot?"
    if "." not in domain:
        return "there is no dot after the @"
    return "there is a dot too many in it" if re.search(r"^\.|\.\.|\.@|@\.|\.$", text.strip()) else None


def as_table(model: type[Noun], text: str, suffix: str) -> str | None:
    """How `text` stands in a table of `model`, if that needs one field and no more; a doubt, with an answer."""
    key, _, rest = text.partition(" ")
    if key in model.model_fields and rest and suffix not in {".json", ".toml"}:  # a line that lacks its colon
        return f"write {key}: {whole(rest)}"
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    if len(required) != 1 or not re.fullmatch(r"[\w .'-]{1,60}", text):
        return None
    if model is not Reservation:
        return f"write {_written({required[0]: text}, suffix)}"
    concern = text if names_a_thing(text) else EXAMPLES["Reservation", "concern"]
    table = _written({"concern": concern, "answer": "…"}, suffix)
    return f"write {table}: the doubt as a noun phrase, and what you say to it as it follows “I”"


def example(model: type[Noun], name: str, suffix: str) -> str | None:
    """A line that gives the required field `name`, in the format of `suffix`."""
    value = EXAMPLES.get((model.__name__, name))
    if value is None:
        return None
    if suffix == ".json":
        return f'for example: "{name}": {json.dumps(value)}'
    if suffix == ".toml":
        return f"for example: {name} = {_toml(value)}"
    return f"for example: {name}: {_yaml(value)}"


def _written(value: Any, suffix: str) -> str:
    if suffix == ".json":
        return json.dumps(value, ensure_ascii=False)
    return _toml(value) if suffix == ".toml" else _yaml(value)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(part) for part in value) + "]"
    return json.dumps(value)


def _yaml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_yaml(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_yaml(part) for part in value) + "]"
    return json.dumps(value) if "," in value else str(value)

"""The JSON Schema of the interview file, for editors that complete and explain each key as one types."""

from __future__ import annotations

import copy
from typing import Any

from followup_letters.models import Interview

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


def interview_schema() -> dict[str, Any]:
    """The schema of the interview file as this version reads it.

    It is the models' own, widened where a file may say a thing more simply: a text for a table with a `text` key, one
    entry for a list of one, text for any value, and the name of a file for what files hold.
    """
    schema: dict[str, Any] = Interview.model_json_schema()
    for table in (schema, *schema["$defs"].values()):  # what follows it is for `help`: the fields, each told below
        if "description" in table:
            table["description"] = table["description"].partition("\n\n")[0]
    for name in ("Strength", "Responsibility"):
        table = schema["$defs"][name]
        schema["$defs"][name] = {"anyOf": [{"type": "string"}, table], "description": table["description"]}
    _widen(schema)
    _add_files(schema)
    return {"$schema": SCHEMA_ID, "title": "Interview file", **schema}


def _add_files(schema: dict[str, Any]) -> None:
    """Let candidate, position, company and a person's card be files, with fields beside the name."""
    tables = schema["$defs"]
    for key, (model, kinds) in _FILES.items():
        tables[f"{model}File"] = _beside_a_file(tables[model], kinds)
        field = schema["properties"][key]
        field["anyOf"] = [{"$ref": field.pop("$ref")}, {"$ref": f"#/$defs/{model}File"}, {"type": "string"}]
    strength = tables["Strength"]["anyOf"][1]
    picked = {"from": {"type": "string", "description": _FROM}, **strength["properties"]}
    tables["PickedStrength"] = {
        "anyOf": [{"type": "string", "description": _FROM}, {**strength, "required": [], "properties": picked}],
        "description": "One strength of the file, or one in words of your own.",
    }
    strengths = tables["CandidateFile"]["properties"]["strengths"]
    strengths["anyOf"] = [{"type": "array", "items": _PICKED}, _PICKED, {"type": "null"}]
    strengths["description"] = "Which strengths of the file, in this order. Left out: all of them."
    letterhead = tables["LetterSettings"]["properties"]["letterhead"]
    letterhead["anyOf"] = [{"type": "string"}, *letterhead["anyOf"]]
    for model in ("Candidate", "CandidateFile"):
        signature = tables[model]["properties"]["signature"]
        signature["anyOf"] = [{"type": "string"}, *signature["anyOf"]]
    tables["Copy"] = {"anyOf": [{"type": "string"}, tables["Copy"]], "description": tables["Copy"]["description"]}
    person = tables["Person"]
    person["anyOf"] = [{"required": person.pop("required")}, {"required": ["card"]}]
    card = person["properties"]["card"]
    card["anyOf"] = [{"type": "string"}, *card["anyOf"]]


def _beside_a_file(table: dict[str, Any], kinds: str) -> dict[str, Any]:
    """The table of a model with the name of a file in it, from which the fields are taken that it does not give."""
    file = {"type": "string", "description": f"The name of the file: {kinds}."}
    return {
        **copy.deepcopy(table),
        "description": f"{kinds[0].upper()}{kinds[1:]}, and what you would rather say yourself.",
        "properties": {"file": file, **copy.deepcopy(table["properties"])},
        "required": ["file"],
    }


_FILES = {
    "candidate": ("Candidate", "a file with the same fields, or a JSON Resume"),
    "position": ("Position", "a saved page with a job posting, a posting as JSON, or a file with the same fields"),
    "company": ("Company", "a saved page with a job posting, a posting as JSON, or a file with the same fields"),
}
_FROM = "Words that stand in the strength of the file that is meant."
_PICKED = {"$ref": "#/$defs/PickedStrength"}


def _widen(node: Any) -> None:
    """Let a list be one entry or empty, and a choice, date or yes-no be given as nothing."""
    if isinstance(node, list):
        for item in node:
            _widen(item)
    if not isinstance(node, dict):
        return
    for value in list(node.values()):
        _widen(value)
    for name, field in node.get("properties", {}).items():
        node["properties"][name] = _widened(field)


def _widened(field: dict[str, Any]) -> dict[str, Any]:
    if field.get("type") != "array":
        return field
    told = {key: field.pop(key) for key in ("description", "default", "title") if key in field}
    return told | {"anyOf": [field, field["items"], {"type": "null"}]}

"""The JSON Schema of the interview file, for editors that complete and explain each key as one types."""

from __future__ import annotations

from typing import Any

from followup_letters.models import Interview

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


def interview_schema() -> dict[str, Any]:
    """The schema of the interview file as this version reads it.

    It is the models' own, widened where a file may say a thing more simply: a text for a table with a `text` key, one
    entry for a list of one, text for any value, and a file name for the candidate.
    """
    schema: dict[str, Any] = Interview.model_json_schema()
    for name in ("Strength", "Responsibility"):
        table = schema["$defs"][name]
        schema["$defs"][name] = {"anyOf": [{"type": "string"}, table], "description": table["description"]}
    _widen(schema)
    candidate = schema["properties"]["candidate"]
    candidate["anyOf"] = [{"$ref": candidate.pop("$ref")}, {"type": "string"}]
    return {"$schema": SCHEMA_ID, "title": "Interview file", **schema}


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

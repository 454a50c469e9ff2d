"""`render-letter schema`: the JSON Schema of the interview file."""

from __future__ import annotations

import json

from followup_letters.cli.terminal import Parser, for_a_document


def run(arguments: list[str]) -> int:
    """Print the schema."""
    parser = Parser(prog="render-letter schema", description="Print the JSON Schema of the interview file.")
    parser.parse_args(arguments)
    for_a_document().write(schema_bytes())
    return 0


def schema_bytes() -> bytes:
    """The schema of the installed version as a JSON file."""
    from followup_letters.schema import interview_schema

    return (json.dumps(interview_schema(), ensure_ascii=False, indent=2) + "\n").encode()

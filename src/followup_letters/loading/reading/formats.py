"""Which reader takes which format: from the text of a file to nodes. Nothing is converted, nothing is checked."""

from __future__ import annotations

from followup_letters.errors import Fault
from followup_letters.loading.reading.nodes import Node, Source


def parsed(source: Source) -> tuple[Node, list[Fault]]:
    """The nodes of a source and the faults that leave it readable, by the reader of its format.

    Each reader is imported when first needed. Raises InputError for a source that cannot be read.
    """
    if source.suffix == ".toml":
        from followup_letters.loading.reading.toml_reading import read_toml as read_nodes
    elif source.suffix == ".json":
        from followup_letters.loading.reading.json_reading import read_json as read_nodes
    else:
        from followup_letters.loading.reading.yaml_reading import read_yaml as read_nodes
    return read_nodes(source)

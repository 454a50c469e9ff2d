"""Loading: an interview file becomes an Interview, or every fault in it is told at once.

- interviews.py: the way from one end to the other
- files.py: the disk, bytes to text
- yaml_reading.py, toml_reading.py, json_reading.py, mapping_reading.py: text to nodes, nothing converted
- yaml_mistakes.py, toml_mistakes.py: what a person did where the reader stumbled
- nodes.py: texts, lists and tables with their places; the limits
- explaining.py: the models' errors in plain words, at their places
- hints.py: what was probably meant
"""

from followup_letters.loading.interviews import load, load_text

__all__ = ["load", "load_text"]

"""From the disk to nodes: texts, lists and tables with their places, in whatever format; nothing is converted.

- files.py: the disk, bytes to text
- formats.py: which reader takes which format
- yaml_reading.py, toml_reading.py, json_reading.py, mapping_reading.py: text to nodes
- yaml_mistakes.py, toml_mistakes.py: what a person did where the reader stumbled
- nodes.py: the nodes, and their limits; secret_lines.py, secret_paths.py: what of them must never be shown
"""

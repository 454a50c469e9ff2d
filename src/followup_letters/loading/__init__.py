"""Loading: an interview file becomes an Interview, or every fault in it is told at once.

- interviews.py: the way from one end to the other
- files.py: the disk, bytes to text
- filling.py: the files that an interview names; references.py: which file is meant; picking.py: which of several
- candidate_files.py, job_files.py, card_files.py, signature_files.py: what each gives
- letterhead_files.py: the Word file to write letters on
- taking.py: the record of what was taken
- json_resume.py; job_postings.py, responsibilities.py, html_pages.py; vcards.py, vcard_reading.py: what others write
- reading.py: which reader takes which format
- yaml_reading.py, toml_reading.py, json_reading.py, mapping_reading.py: text to nodes, nothing converted
- yaml_mistakes.py, toml_mistakes.py: what a person did where the reader stumbled
- nodes.py: texts, lists and tables with their places; the limits
- explaining.py: the models' errors in plain words, at their places
- hints.py: what was probably meant
"""

from followup_letters.loading.interviews import load, load_text

__all__ = ["load", "load_text"]

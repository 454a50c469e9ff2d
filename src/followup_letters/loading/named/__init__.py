"""The files that an interview file names, put in place of their names.

- filling.py: all of them; references.py: which file is meant; picking.py: which of several things in it
- candidate_files.py, job_files.py, card_files.py: what each gives
- signature_files.py, letterhead_files.py: a picture, and a Word file to write on
"""

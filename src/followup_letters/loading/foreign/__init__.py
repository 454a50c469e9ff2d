"""What other programs write: a résumé, a job posting, a business card, each to the tables of an interview file.

- json_resume.py; job_postings.py, responsibilities.py, html_pages.py; vcards.py, vcard_reading.py
- postal.py: the parts of an address to its lines
- taking.py: the record of what was taken
"""

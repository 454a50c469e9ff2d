"""Loading: an interview file becomes an Interview, or every fault in it is told at once.

- interviews.py: the way from one end to the other; data.py: without the question whether it is an interview
- reading: from the disk to nodes, which know their places
- named: the files that an interview file names; foreign: what other programs write
- explaining.py: the models' errors in plain words, at their places; hints.py: what was probably meant
- marks.py: where a field stands, for those who have something to say of it later
"""

from followup_letters.loading.interviews import Text, load, load_text

__all__ = ["Text", "load", "load_text"]

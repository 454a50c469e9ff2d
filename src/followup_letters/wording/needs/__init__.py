"""Responsibilities: as something to do or a thing (`whole_list`: a list vouches for its parts), a wish, a sentence."""

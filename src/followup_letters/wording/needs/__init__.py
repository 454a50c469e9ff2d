"""Responsibilities: as something to do or a thing (`together`, of a whole list), as a wish, an outcome, a sentence."""

"""Responsibilities: after "to" or in -ing (infinitives), as a thing (whole_list), a wish, a sentence (stated)."""

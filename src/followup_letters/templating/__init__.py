"""Jinja for every document we word: what letters and call sheets share. No word that could be printed stands here.

`told` holds the user's values as templates see them, `values` fits them for a sentence; `rendering` is Jinja, set up
once; `lines` says what a line of a template is, `parsing` makes a tree of what was rendered, `pictures` embeds what one
names; `finishing` sees to it that nothing empty is left.
"""

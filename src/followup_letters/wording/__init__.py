"""The grammar that templates call: it never adds a word, it only says how the user's words may be used.

`forms` proves the grammatical form of a bullet; `names` knows how people and companies are addressed; `phrases`
joins and fits the user's phrases. All are pure functions of texts; the words around them live in templates/.
"""

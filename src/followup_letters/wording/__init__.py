"""The grammar that templates call: it never adds a word, it only says how the user's words may be used.

`grammar` reads words and phrases, whatever they are for; `bullets` proves the form of a strength and tells it, `needs`
that of a responsibility, `talks` that of what was talked about. What is said to one reader stands beside them: names,
promises, doubts, points to make clear. All are pure functions of texts; the words around them live in templates/.
"""

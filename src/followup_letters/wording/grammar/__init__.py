"""Words and phrases of any text: what is a noun, where a verb stands, what can go on inside a sentence."""

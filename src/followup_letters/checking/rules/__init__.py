"""The rules themselves, a room for each thing they look at; importing a room enters its rules into the table.

`manner` how a letter speaks · `shape` how its sentences run · `truth` where its words come from · `form` its frame ·
`language` its English · `people` who is written to, and their names · `matter` what it says · `needs` needs and their
proofs · `answers` which answers which · `together` letters beside each other · `days` when they go out and what
follows · `offers` another offer · `starter` what is left of the starter · `printed` the PDF.
"""

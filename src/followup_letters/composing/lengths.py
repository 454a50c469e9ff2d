"""How long one letter may be, whatever the fields that it tells may hold by themselves: longer ones are refused."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from followup_letters.documents import Letter
from followup_letters.errors import Fault, TemplateError
from followup_letters.sentences import leaves

LONGEST_LETTER = 5_000  # characters; a page has three thousand, and a letter has one page
_TOLD = 4  # fields that are named
_ENTRY = re.compile(r"(?<!^people)\[\d+\].*")  # of a list, which is named as a whole


def too_long(letter: Letter, folder: Path | None) -> Fault | None:
    """What is wrong with a letter of too many characters, its address and enclosures among them; else None.

    Raises TemplateError where most of them are of the templates in `folder`, and so are nobody's fields to shorten.
    """
    length = len(letter.page.root.text)
    if length <= LONGEST_LETTER:
        return None
    fields = Counter[str]()
    for text, field in leaves(letter.page.root, None):
        if field is not None:
            fields[_ENTRY.sub("", field)] += len(text)
    longest = fields.most_common(_TOLD)
    of_which = [f"{count:,} from {field}" for field, count in longest]
    of_which.append(f"{length - fields.total():,} from the templates")
    rule = f"at most {LONGEST_LETTER:,} characters in one letter, which is more than two pages; a letter has one"
    found = f"{length:,} in the letter to {letter.recipient.name}: {', '.join(of_which)}"
    if folder and fields.total() < length / 2:
        raise TemplateError(f"{rule}; there are {found}", str(folder))
    return Fault(
        rule,
        longest[0][0] if longest else None,
        found=found,
        hint="shorten these fields, or take entries out of them",
    )

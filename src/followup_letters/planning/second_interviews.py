"""A second interview is a new file (R55): what of the first one carries over to it, and what does not.

The company, the job, the people and what you know of them stay; the day, what was talked about and what has happened
since are the second interview's own. What is private, and your idea, stay in the first file unless they are asked for.
"""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from followup_letters.arguments import check_interview
from followup_letters.choices import Response
from followup_letters.errors import Fault, InputError
from followup_letters.models import Interview
from followup_letters.planning.wordings import screen

_NOT_IN_A_FILE = re.compile("[\x85\u2028\u2029\ufeff]")  # line breaks to YAML alone, and its mark of an encoding
_NO_DAY = re.compile(r"^(interview:\n  date:) null$", re.MULTILINE)  # whatever is typed stands further to the right
_OF_A_PERSON: dict[str, Any] = {
    **dict.fromkeys(["talked_about", "own_words", "clarify", "promised", "told_not_strong", "write"], True),
    "card": {"file": True},  # what the card says is kept; where its file lies need not be true of another folder
}
_PRIVATE: dict[str, Any] = {"private": True, "problem": {"idea": True}}  # of the outlook
_OF_THE_FIRST: dict[str, Any] = {
    "interview": True,  # its day and length
    "history": True,
    "people": {"__all__": _OF_A_PERSON},
    "outlook": dict.fromkeys(["told_not_strong", "went_well", "omitted", "employer_decides_on", "withdraw"], True),
    "letter": dict.fromkeys(["enclosures", "cc", "mail_on"], True),
}


def second_interview(interview: Interview, *, private: bool = False) -> dict[str, Any]:
    """What carries over to a second interview at the same company, as the mapping of a new interview file (R55).

    The values are plain texts, numbers, lists and mappings. The day of the new interview is left empty: fill in
    `["interview"]["date"]` before it is loaded. If they asked for no calls, that carries over, too (X3). With
    `private`, so do `outlook.private` and `outlook.problem.idea`.
    """
    check_interview(interview, Interview, "second_interview(interview)")
    left = _OF_THE_FIRST if private else {**_OF_THE_FIRST, "outlook": _OF_THE_FIRST["outlook"] | _PRIVATE}
    kept: dict[str, Any] = interview.model_dump(mode="json", exclude=left, exclude_defaults=True)
    if any(event.response is Response.ASKED_NOT_TO_CALL for event in interview.history):
        kept["outlook"] = {**kept.get("outlook", {}), "asked_not_to_call": True}
    of_the_letter = {*_OF_THE_FIRST["letter"]}
    settings = interview.letter.model_dump(mode="json", exclude=of_the_letter, exclude_unset=True, exclude_none=True)
    kept["letter"] = settings  # what the file says, even where it says what is usual
    kept["interview"] = {"date": None}
    return {name: kept[name] for name in type(interview).model_fields if kept.get(name)}


def as_yaml(values: dict[str, Any]) -> bytes:
    """The mapping as an interview file; where a private note holds what no file may, all but ASCII is escaped.

    Raises InputError for half of a character (a lone surrogate) in it, which YAML cannot say at all.
    """
    try:
        json.dumps(values, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        rule = "whole characters: half of one, a lone surrogate, stands in no YAML file"
        raise InputError(
            [Fault(rule, field="outlook.private", hint="mend it in the first file, or leave --private out")]
        ) from None
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=100)
    if _NOT_IN_A_FILE.search(text):
        text = yaml.safe_dump(values, sort_keys=False, width=100)
    return _NO_DAY.sub(lambda day: f"{day[1]}  # {screen('second_date')}", text).encode()

"""What kind of strength one is: a deed, a result, a name, a length of time; and whether a sentence can say it."""

from __future__ import annotations

import re

from followup_letters.lexicon import verbs, words
from followup_letters.models import Strength
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.forms import Form, form_of
from followup_letters.wording.bullets.saying import as_told, said_of
from followup_letters.wording.bullets.shorthand import written_out
from followup_letters.wording.grammar.nouns import is_year
from followup_letters.wording.grammar.objects import is_number, words_of

ANSWERS_FOR = pattern(r"(?:responsible for|in charge of|accountable for)\b", re.IGNORECASE)  # work all the same
_GETTING = pattern(r"(?:I )?(?:passed|earned|gained|got|held|hold|obtained|completed|renewed|took)\b", re.IGNORECASE)
_WENT_WELL = pattern(r"\bfrom \S+.* to \S|\b(?:without|no|never|none|zero|in a row|on time)\b", re.IGNORECASE)
_WORKING = frozenset({Form.PAST, Form.GERUND, Form.BASE, Form.THIRD_PERSON, Form.CLAUSE})


def can_be_said(strength: Strength) -> bool:
    """True if the strength makes a clause: a bullet that can only be quoted is for the manager, who gets a list."""
    return bool(strength.clause or as_told(strength.text, current=strength.current))


def is_work(strength: Strength) -> bool:
    """True for what the writer did or does; false for "I am certified …", "I was named …"."""
    if strength.clause or ANSWERS_FOR.match(strength.text):
        return True
    is_name = _form_of(strength) in {Form.ADJECTIVE, Form.STANDING, Form.PASSIVE}
    return not is_name and not (as_told(strength.text) or "").startswith("I am ")


def is_deed(strength: Strength) -> bool:
    """True for work that is more than a length of time: not for "eleven years of small-animal practice"."""
    return is_work(strength) and not only_lasted(strength)


def is_measured(strength: Strength) -> bool:
    """True for work that has been counted or measured; a year is no measure."""
    counted = (word.core for word in words_of(strength.text))
    return is_work(strength) and any(is_number(core) and core != "one" and not is_year(core) for core in counted)


def is_result(strength: Strength) -> bool:
    """True for measured work that came to something; "eighteen winters" only lasted, and a charge is none."""
    return is_measured(strength) and not (only_lasted(strength) or ANSWERS_FOR.match(strength.text))


def tells_a_result(strength: Strength) -> bool:
    """True for a result that says what changed or went well: not for "chaired the group for two years"."""
    verb = next((word.core for word in words_of(strength.text) if word.core != "i"), "")
    changed = verbs().past.get(verb) in words("changes", "multiples")
    told = as_told(strength.text, current=strength.current) or ""  # "Backlog: 600 down to 50" came from 600 to 50
    went_well = _WENT_WELL.search(strength.text) or _WENT_WELL.search(told)
    return is_result(strength) and (changed or went_well is not None)


def only_lasted(strength: Strength) -> bool:
    """True for a length of time: "eleven years of small-animal practice"."""
    return not strength.clause and _form_of(strength) is Form.YEARS


def never_happened(strength: Strength) -> bool:
    """True for "no lost-time injury on any roof I ran", which has to do with whatever is done there."""
    said = said_of(written_out(strength.text))
    return said is not None and said.never_happened


def is_certificate(strength: Strength) -> bool:
    """True for what tells of a certificate of the writer's, and not of work with those of others."""
    form = _form_of(strength)
    named = words("certificates", "certified") if form is Form.POST else words("certificates")
    if form in _WORKING and not _GETTING.match(strength.text):
        return False
    is_charge = ANSWERS_FOR.match(strength.text) is not None
    return not is_charge and any(word.core in named for word in words_of(strength.text))


def was_taught(strength: Strength) -> bool:
    """True for "Trained under a master binder", which answers no need to train anybody."""
    return (
        re.match(r"(?:trained|taught|coached|mentored) (?:under|by|with)\b", strength.text, re.IGNORECASE) is not None
    )


def _form_of(strength: Strength) -> Form:
    return form_of(written_out(strength.text))

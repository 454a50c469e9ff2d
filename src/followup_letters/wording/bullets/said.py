"""Said: a strength as a clause, in the parts between which a word of ours may stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from followup_letters.lexicon import verbs
from followup_letters.wording.grammar.prefixes import base_of

_MY_RECORD = "my record"


class Said(NamedTuple):
    """A clause: its subject, the verb that helps it, if any, and the rest."""

    subject: str
    helper: str
    rest: str

    @property
    def clause(self) -> str:
        """The whole: "I have led two crews"."""
        return " ".join(filter(None, self))

    @property
    def with_also(self) -> str:
        """The whole with one word more: "I have also led two crews"."""
        return " ".join(filter(None, (self.subject, self.helper, "also", self.rest)))

    @property
    def never_happened(self) -> bool:
        """True for what did not go wrong: "my record shows no dropped loads ever"."""
        return self.subject == _MY_RECORD


def i(rest: str, helper: str = "") -> Said:
    """What "I" do or did, with the verb that helps: `i("led two crews", "have")`."""
    return Said("I", helper, rest)


def my_work(doing: str) -> Said:
    """What is only named by what is done: "my work has included leading night shifts"."""
    article = "the " if re.match(r"(?:[\w-]+ing and )?\w+ing of ", doing) else ""
    return Said("my work", "has", f"included {article}{doing}")


def my_record(body: str) -> Said:
    """What has not happened: "my record shows no dropped loads ever"."""
    return Said(_MY_RECORD, "", f"shows {lowered(body)}")


def lowered(body: str) -> str:
    """`body` with a small letter first, as it stands behind other words."""
    return body[0].lower() + body[1:]


def without_third_person(body: str, core: str) -> str:
    """`body` with the base form in place of its verb `core`: "runs the rota" → "run the rota"."""
    return body.replace(core, base_of(core, verbs().third), 1)


def of_me(body: str, core: str) -> str:
    """`body` as it follows "I", with its verb `core`: "runs the rota" → "run the rota", "is on call" → "am on call"."""
    said = without_third_person(lowered(body), core)
    return f"am{said[2:]}" if core == "is" else said

"""The needs of the job as a letter may use them: each responsibility in every form that its wording proves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from followup_letters.choices import Role
from followup_letters.matching.items import by_importance, is_unranked
from followup_letters.models import Interview, Person
from followup_letters.patterns import pattern
from followup_letters.templating.told import Later, Told, becoming
from followup_letters.templating.values import Value
from followup_letters.wording.bullets.shorthand import written_out
from followup_letters.wording.grammar.gerunds import in_ing
from followup_letters.wording.grammar.phrases import as_yours, is_tactless, speaks_to_a_candidate, without_stop
from followup_letters.wording.grammar.tasks import as_one_list
from followup_letters.wording.needs.complaints import asks_for_something, is_a_complaint
from followup_letters.wording.needs.infinitives import gerund_phrase
from followup_letters.wording.needs.orders import order_done
from followup_letters.wording.needs.outcomes import as_awaited, outcome
from followup_letters.wording.needs.stated import as_it_goes_on, awaiting, stated
from followup_letters.wording.needs.wants import as_wanted, asks_for_more, brings_about, is_activity, somebody_wanted
from followup_letters.wording.needs.whole_list import infinitives, noun_phrases

_MOST_NEEDS = 2  # named in a letter that answers none
_RANK = re.compile(r"(?:Senior|Junior|Lead|Head|Chief|Principal|Deputy|Assistant) ")
_GIVES_A_REASON = pattern(r" (?:because|although|whoever|so that) ")
_OF_THE_WRITER = pattern(r"\b(?:I|me|my|mine|myself)\b")  # "one designer, two back-end people and me"
_LEFT_OPEN = frozenset({"is", "are", "was", "were", "has", "have"})  # at its end: "with the crew there is"


@dataclass(frozen=True)
class Need:
    """A responsibility as a letter may use it."""

    text: Value
    """The responsibility as typed, without a full stop at its end."""
    to: Value
    """The need as it follows "to": "bring order-to-ship time under two days"; Missing if its form is not proved."""
    doing: Value
    """The need as a gerund phrase: "lifting people safely"; Missing if its form is not proved."""
    named: Value
    """The need as the name of a thing: "weekend cover for the databases"; Missing if its form is not proved."""
    wanted: Value
    """The need as it follows "You want": "fewer falls"; Missing if it is not proved to fit there."""
    done: Value
    """What is to be done with a thing, as it follows "You want": "the records taken off paper"; Missing if it is not
    proved to be done once."""
    stated: Value
    """The need as a sentence of its own: "Turnover is 38 percent, and you want it halved"; Missing if it is none."""
    stated_on: Value
    """The same as it follows "that": "turnover is …"; Missing if its first word may be a name."""
    awaiting: Value
    """The need as it follows "there are": "two juniors to bring on"; Missing if it does not fit there."""
    is_aim: bool
    """True if it is what the employer wants to bring about, as "reduce falls", and no duty of every day."""
    foremost: bool
    """True if it is the most important responsibility of the file."""

    @property
    def outcome(self) -> Value:
        """What the need comes to, as it follows "You want"; Missing if neither form of that is proved."""
        return self.wanted or self.done

    @property
    def is_large(self) -> bool:
        """True if an executive may hear of it: what the company wants to bring about, or more or less of, no duty."""
        return self.is_aim or (not self.to and bool(self.wanted))

    @property
    def framed(self) -> bool:
        """True if the responsibility says in a sentence what is to be done."""
        return bool(self.to or self.doing)

    @property
    def flows(self) -> bool:
        """True if a sentence can go on after the responsibility without a pause."""
        said = str(self.to or self.named or self.text)
        return ", " not in said and said.rpartition(" ")[2] not in _LEFT_OPEN and not _GIVES_A_REASON.search(said)


def speaks_of(reader: Person, need: str) -> bool:
    """True for a need that names its reader, who is not told of "the head chef's days off"."""
    names = (reader.title, reader.title and _RANK.sub("", reader.title), reader.family, reader.name)
    return any(name and re.search(rf"\b{re.escape(name)}s?\b", need, re.IGNORECASE) for name in names)


# The responsibilities are read together, and once for all the letters of a set.
_infinitives = lru_cache(maxsize=8)(infinitives)
_noun_phrases = lru_cache(maxsize=8)(noun_phrases)


def need_at(interview: Interview, index: int) -> Need:
    """The responsibility at `index` in the forms that are proved for it; one that is for no letter in none."""
    responsibilities = tuple(written_out(responsibility.text) for responsibility in interview.position.responsibilities)
    text = Told(interview.position.responsibilities[index].text, f"position.responsibilities[{index}]")
    is_no_work = is_tactless(text) or is_a_complaint(text)
    if speaks_to_a_candidate(text) or is_no_work or _OF_THE_WRITER.search(text):
        unsaid = becoming(text, None)
        return Need(becoming(text, without_stop(text)), *(unsaid,) * 8, is_aim=False, foremost=False)
    spelt = responsibilities[index]
    listed = _infinitives(responsibilities)[index]
    to = listed or order_done(spelt, (strength.text for strength in interview.candidate.strengths))
    to = to and as_one_list(to)
    thing = _noun_phrases(responsibilities)[index] if listed or not to else None
    doing = gerund_phrase(spelt) or (thing if thing and is_activity(thing) else to and in_ing(to))
    task = to or doing
    wanted = (task and as_wanted(task)) or (thing if thing and asks_for_more(thing) else somebody_wanted(spelt))
    done = outcome(to) if to and not wanted else None
    sentence = None if to or thing else stated(spelt)
    sentence = sentence if sentence and asks_for_something(sentence) else None

    def said(form: str | None) -> Value:
        return becoming(text, form and as_yours(form))

    return Need(
        text=becoming(text, without_stop(text)),
        to=said(to),
        doing=said(doing),
        named=said(thing),
        wanted=said(wanted),
        done=said(done),
        stated=becoming(text, sentence),
        stated_on=becoming(text, sentence and as_it_goes_on(sentence)),
        awaiting=said(as_awaited(to) if to else awaiting(spelt)),
        is_aim=bool(to) and (bool(wanted or done) or brings_about(str(to))),
        foremost=index == by_importance(interview.position.responsibilities)[0]
        and not is_unranked(interview.position.responsibilities),
    )


def needs_of(interview: Interview, ranked: Sequence[int], reader: Person) -> Sequence[Need]:
    """The first of the responsibilities `ranked` that can stand in a sentence to `reader`.

    To others than managers one that is only named may.
    """
    is_manager = reader.role is Role.HIRING_MANAGER
    needs = (need_at(interview, index) for index in ranked)
    said = (need for need in needs if need.framed or (not is_manager and (need.wanted or need.named)))
    framed = (need for need in said if not speaks_of(reader, str(need.text)))
    return Later(lambda: islice(framed, _MOST_NEEDS), "position.responsibilities")

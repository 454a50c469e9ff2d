"""Whether a participle after a noun tells what was done with that, or what those did whom it names.

"Four apprentices coached" says what the writer did; "Customers asked for me by name" what the customers did.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.wording.grammar.objects import Word, needs_no_article
from followup_letters.wording.grammar.the_living import are_a_body, are_alive

_DONE_TO_A_BODY = frozenset(
    """assembled created established formed founded led merged opened organised
    organized reorganised reorganized run set""".split()
)
_LEFT_BEHIND = frozenset("about after at for into of to upon with".split())  # "complaints dealt with"
_VEHICLES = frozenset(
    "aircraft buses cars ferries flights helicopters lorries planes taxis trains trams trucks vans".split()
)
_GOING = frozenset(
    "anchored berthed called crossed docked landed moored parked raced stopped turned".split()
)  # as they do
_OF_MINE = frozenset({"me", "us"})
_BETWEEN = frozenset("all always now still".split())


def is_done_by_its_subject(read: Sequence[Word], at: int) -> bool:
    """True if the participle `at` may tell what its noun did, or belongs to a preposition that has lost its object."""
    done, head = read[at].core, read[at - 1].core
    after = [word.core for word in read[at + 1 :]]
    is_left_behind = after[:1] != [] and after[0] in _LEFT_BEHIND and after[1:2] in ([], [","], ["and"])
    is_to_me = any(word in _OF_MINE and before != "by" for before, word in pairwise(after))  # but "done by me"
    if done in words("no_objects") or is_left_behind or is_to_me:
        return True
    if head in _VEHICLES or head.removesuffix("s") in words("vessels"):
        return done in _GOING
    if are_a_body(head):
        return done not in words("done_to_the_living") | _DONE_TO_A_BODY
    return are_alive(head) and done not in words("done_to_the_living")


def do_something(read: Sequence[Word]) -> bool:
    """True for "two thirds of my customers come back", "four agents now send us everything": what so many do, and not
    that there are so many.
    """
    read = [word for word in read if word.core not in _BETWEEN]
    after = words("particles") | {"to", "for"}
    verbs_of_people = words("everyday_verbs", "happening_verbs")
    return any(
        (are_alive(one.core) and verb.core in verbs_of_people and following.core in after)
        or (needs_no_article(one.core) and verb.core in verbs().base and following.core in _OF_MINE)
        for one, verb, following in zip(read, read[1:], read[2:], strict=False)
    )

"""What follows "have" is a participle, of every verb that a table has: "I have drawn", never "I have drew"."""

from __future__ import annotations

import pytest

from followup_letters.lexicon import verbs
from followup_letters.wording.bullets.experience import participles
from followup_letters.wording.bullets.joining import after_having, as_experience
from followup_letters.wording.bullets.saying import first_person, said_of
from followup_letters.wording.grammar.tenses import follows_have

# The verbs of English whose past is no participle: base, past, participle.
STRONG = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; be was been
beget begat begotten; begin began begun; bite bit bitten; blow blew blown; break broke broken; choose chose chosen
come came come; do did done; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen
fly flew flown; forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen
give gave given; go went gone; grow grew grown; hide hid hidden; know knew known; lie lay lain; ride rode ridden
ring rang rung; rise rose risen; run ran run; see saw seen; shake shook shaken; shrink shrank shrunk; sing sang sung
sink sank sunk; slay slew slain; speak spoke spoken; spring sprang sprung; steal stole stolen; stink stank stunk
stride strode stridden; strive strove striven; swear swore sworn; swim swam swum; take took taken; tear tore torn
throw threw thrown; tread trod trodden; wake woke woken; wear wore worn; weave wove woven; write wrote written
"""


def strong() -> list[tuple[str, str, str]]:
    rows = [row.split() for row in STRONG.replace("\n", ";").split(";") if row.strip()]
    return [(base, past, done) for base, past, done in rows]


def strong_of(past: str, base: str) -> tuple[str, str, str] | None:
    """The strong verb of which a past is, with what stands before it: "redrew", "redraw" → draw, drew, drawn."""
    return next(
        (row for row in strong() if base.endswith(row[0]) and past == f"{base.removesuffix(row[0])}{row[1]}"), None
    )


def test_no_past_of_the_table_follows_have_that_is_no_participle() -> None:
    unlike = {past: row for past, base in verbs().past.items() if (row := strong_of(past, base))}
    assert len(unlike) > 30
    assert [past for past in unlike if follows_have(past)] == []


def test_the_participle_of_every_strong_verb_is_its_own_or_none() -> None:
    seen = 0
    for past, base in verbs().past.items():
        row, known = strong_of(past, base), participles().get(base, ())
        if row and known:
            seen += 1
            assert list(known) == [f"{base.removesuffix(row[0])}{row[2]}"]
    assert seen > 25


@pytest.mark.parametrize(
    "bullet",
    [
        "Drew the plans for 12 extensions",
        "Redrew the delivery rounds",
        "Beat the sales target nine quarters running",
        "Foresaw the closure of the line",
        "Co-wrote the safety manual",
        "Led two crews and re-drew the rota",
        "Led two crews and was promoted to foreman",
    ],
)
def test_a_past_that_is_no_participle_is_told_as_a_past(bullet: str) -> None:
    said = said_of(bullet)
    assert said is not None
    assert said.clause == f"I {bullet[0].lower()}{bullet[1:]}"
    assert after_having(said) is None
    assert as_experience(said) is None


def test_what_was_drawn_since_is_no_have_drew() -> None:
    told = first_person("Drew the plans for 12 extensions since 2019")
    assert told is None or "have drew" not in told

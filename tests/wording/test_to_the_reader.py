"""What was noted of a reader as "he" or "she" is said to that reader as "you", or is not said at all."""

from __future__ import annotations

import pytest

from followup_letters.wording.grammar.to_the_company import as_said_to_the_company, others_in
from followup_letters.wording.grammar.to_the_reader import as_said_to
from followup_letters.wording.talks.kindnesses import is_a_kindness, kindness_and_matter


@pytest.mark.parametrize(
    ("topic", "title", "said"),
    [
        ("the detector on Line 3, and how long he waits", "Mr", "the detector on Line 3, and how long you wait"),
        ("his leeks, and how he keeps the rust off them", "Dr", "your leeks, and how you keep the rust off them"),
        ("the wheel his grandfather cut a date into", None, "the wheel your grandfather cut a date into"),
        ("her plan for the lanes", "Ms", "your plan for the lanes"),
        ("what drew her to it", None, "what drew you to it"),
        ("how she was hired, and what she has changed", "Mrs", "how you were hired, and what you have changed"),
        ("what he always tells new hires", "Mr.", "what you always tell new hires"),
        ("the spring he lost the herd", None, "the spring you lost the herd"),
        ("How he keeps the rust off his tools", None, "How you keep the rust off your tools"),
        ("Leeds, where he grew up", None, "Leeds, where you grew up"),
        ("what I could do for her team", "Ms", "what I could do for your team"),
        ("her husband's allotment", None, "your husband's allotment"),
        ("the rota, and what I told her I know", "Ms", "the rota, and what I told you I know"),
        ("what I asked her when we met", "Ms", "what I asked you when we met"),
        ("what brought her here", None, "what brought you here"),
        ("that orchard of his", None, "that orchard of yours"),
        ("the wedding they lost to the storm", None, "the wedding you lost to the storm"),
        ("the shed", None, "the shed"),
        ("what Ann Kerr asks, which she says twice", None, "what Ann Kerr asks, which she says twice"),
        ("what Ann Kerr asks, which she says twice", "Mr", "what Ann Kerr asks, which she says twice"),
        ("the Northwind account, which she won", None, "the Northwind account, which you won"),
        ("how long a mare is left down before anyone asks her to stand", "Dr", None),
        ("the second cook who missed the boat, and what it took to get her aboard", "Capt.", None),
        ("the old sow, and where she farrows", "Mr", None),
        ("how a rival stole their idea", None, None),
        ("how anyone keeps his head there", "Mr", None),
        ("the king himself", None, None),
        ("the miller and his wife", None, None),
        ("the miller and his wife", "Ms", None),
        ("the shed and his garden", "Mr", "the shed and your garden"),
        ("whoever finds himself alone there", None, None),
        ("what a monitor looks at on her first morning", "Ms", None),
        ("their plan for the drivers and how they take it", None, "your plan for the drivers and how they take it"),
        ("how her IT team won", None, "how your IT team won"),
        ("how her A.M. shift went", None, "how your A.M. shift went"),
        ("her $5 rule", None, "your $5 rule"),
        ("his 'no meetings' rule", None, "your 'no meetings' rule"),
        ("what it did to her (and me)", None, "what it did to you (and me)"),
        ("the North Wales office, which she opened", "Dr", "the North Wales office, which you opened"),
        (
            "the letter after a funeral, which he has rewritten",
            "Mr",
            "the letter after a funeral, which you have rewritten",
        ),
    ],
)
def test_a_reader_is_spoken_to(topic: str, title: str | None, said: str | None) -> None:
    assert as_said_to(topic, title) == (said or topic)


@pytest.mark.parametrize(
    ("topic", "title"),
    [
        ("his plan for the lanes", "Ms"),
        ("her plan for the lanes", "Mr"),
        ("why he's leaving", None),
        ("that it hit her hard", None),
        ("his predecessor, who lost his nerve", None),
        ("how he digs and plants", None),
        ("how he zzyxes the lanes", None),
        ("how he left it to her", None),
        ("what she told her", None),
        ("what made her laugh", None),
        ("why I told her Dentrix is slow", "Ms"),
        ("his and my years", None),
        ("how she runs three sites and still teaches", None),
        ("How his wife died", None),
        ("he keeps bees", None),
        ("what Ann Kerr asks, which she told me", "Ms"),
        ("the shop that Tom Baker opened, which he sold last year", "Mr"),
        ("the Northwind account, which she won", "Mr"),
        ("the fatal fall, which she planned for", "Ms"),
        ("how they turn them out every day", None),
    ],
)
def test_who_is_somebody_else_or_does_what_is_not_known_is_not_said(topic: str, title: str | None) -> None:
    assert as_said_to(topic, title) is None


@pytest.mark.parametrize("title", [None, "Ms", "Mr"])
@pytest.mark.parametrize(
    "topic",
    [
        *("the HERS scheme", "the film Her", "the merger of Them Ltd with Acme", "the play Himself", "the THEY survey"),
        *("the word “her”", "the sign 'they stay' in the yard", 'what "his and hers" means', "the ‘them and us’ of it"),
    ],
)
def test_a_name_and_a_quotation_are_nobody(topic: str, title: str | None) -> None:
    assert as_said_to(topic, title) == topic


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("her talk on the film Her", "your talk on the film Her"),
        ("the HERS scheme, and how she won it", "the HERS scheme, and how you won it"),
        ("what she calls “her patch”", "what you call “her patch”"),
        ("her note “she’s away”, and what she meant", "your note “she’s away”, and what you meant"),
        ("Her leeks, and her “no dig” rule", "Your leeks, and your “no dig” rule"),
        ("the lambs' feed, and how she keeps the ewes' hay", "the lambs' feed, and how you keep the ewes' hay"),
        ("the lost years. Her roses", None),
    ],
)
def test_what_stands_beside_a_name_or_a_quotation_is_still_said(topic: str, said: str | None) -> None:
    assert as_said_to(topic, "Ms") == said


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("they have their own Their Story app", "you have your own Their Story app"),
        ("they say “they stay” and mean it", "you say “they stay” and mean it"),
        ("they train their own people", "you train your own people"),
        ("every manager is asked for their numbers by them", "every manager is asked for their numbers by them"),
        ("the analysts sign their own reports", "the analysts sign their own reports"),
        ("their vans are electric", "your vans are electric"),
    ],
)
def test_a_company_is_spoken_to(reason: str, said: str) -> None:
    assert as_said_to_the_company(reason) == said


@pytest.mark.parametrize(
    ("reason", "others"),
    [
        ("they go out in March", "they"),
        ("They are fed before the staff", "They"),
        ("they see the same midwife every time", "they"),
        ("they left happy", "they"),
        ("they lie in straw and not on slats", "they"),
        ("they told me at Rowe's how you treat drivers", "they"),
        ("they’re milked twice a day", "they’re"),
        ("they are kept warm all winter", "they"),
        ("they pay me too little", "they"),
        ("I have wintered them for ten years", "them"),
        ("they never sold the farm", None),
        ("they pay for the course", None),
        ("they will train me on the job", None),
        ("they don't sell by the pound", None),
        ("they are building a second hall", None),
        ("they've always hired from the town", None),
        ("they are a family firm", None),
        ("they let people finish a sentence", None),
        ("I have bought from them for years", None),
        ("I like how they treat their drivers", None),
        ("the cows know when they go out", None),
        ("you say “they go out in March” and mean it", None),
        ("their vans are electric", None),
    ],
)
def test_a_reason_is_of_the_company_only_where_they_do_what_an_employer_does(reason: str, others: str | None) -> None:
    assert others_in(reason) == others


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("the county map you mailed ahead so that I could see the territory", True),
        ("your briefing the day before", True),
        ("the plant walk you put ahead of the interview, and the shoe covers waiting for me", True),
        ("the questions you had sent ahead, and a start date in May", False),
        ("the parking ticket you mentioned", False),
        ("the schedule for the day", False),
        ("your first claim, a barn roof", False),
        ("the walk through the back of house before the interview", True),
        ("the unit, which you had fitted in a walk round before the interview", False),
        ("the lunch trade after the bypass opened", False),
        ("the tour of duty in Iraq", False),
        ("the tour of the gym, and that you are short of staff", False),
        ("the torch you lent me", True),
        ("the sandwiches you made", True),
        ("the mistake you made in your first week", False),
        ("the list of the men you laid off", False),
        ("the contract you lost", False),
        ("the horse you put down the day before", False),
        ("the dog you had put down", False),
        ("the job you gave my brother", False),
    ],
)
def test_what_the_reader_did_is_told_from_what_was_talked_about(topic: str, expected: bool) -> None:
    assert is_a_kindness(topic) is expected


def test_what_was_talked_about_besides_a_kindness_is_told_apart() -> None:
    topic = "the parking map you sent me the night before, and the relocation allowance, which runs through March"
    assert kindness_and_matter(topic) == (
        "the parking map you sent me the night before",
        "the relocation allowance, which runs through March",
    )
    assert kindness_and_matter("the parking map you sent me, and the tour you gave me") is None
    assert kindness_and_matter("the relocation allowance, and the move") is None

"""A letter comes back to what was talked about by a few of its words, or not at all."""

from __future__ import annotations

import pytest

from followup_letters.wording.grammar.heads import head_of


@pytest.mark.parametrize(
    ("topic", "head"),
    [
        ("the turntable that has to be taken out by hand", "the turntable"),
        ("the microscopes in the storeroom and who mends them", "the microscopes"),
        ("the ice calls in March, when the caller cannot say which lake it is", "the ice calls in March"),
        ("your fume hoods, built from scrap", "your fume hoods"),
        ("the freezer samples labeled with nothing but a first name", "the freezer samples"),
        ("the year the tide came into the front stalls", None),
        ("how a repair gets from a phone call to a van", None),
        ("buying the two older sites next door", None),
        ("the accident at the quay", None),
        ("the man who passed on his fifth try", None),
        ("the Monday meeting", "the Monday meeting"),
        ("the Leyland gearbox on the bench", None),
        ("the fresh flats drying at the far end of the shop", "the fresh flats"),
        ("the old gentleman who only wanted smaller frames", None),
        ("the sales meeting in May", "the sales meeting in May"),
        ("the difference between wool and felt", None),
        ("the gap between what's said and what's done", None),
        ("the choice between pine and oak", None),
        ("the path between the two sheds", "the path"),
        ("the last of the hand-made bricks", None),
        ("the smell of what's left in the vats", None),
        ("the history of the mill", None),
        ("the list of hand-made bricks", "the list of hand-made bricks"),
        ("the rota: who gets Sundays", "the rota"),
        ("the rota; and who gets Sundays", "the rota"),
        ("the rota (who gets Sundays)", "the rota"),
        ("the rota - who gets Sundays", "the rota"),
        ("the rota, what's left of it", "the rota"),
        ("the roof somebody fell through in 1988", "the roof"),
        ("the ceiling no one has cleaned since 1950", "the ceiling"),
        ("the fuse board somebody had buried behind a wardrobe", "the fuse board"),
        ("the roof everyone said would leak", "the roof"),
        ("the soup everyone asks about", "the soup"),
        ("the well your grandmother drew from", "the well"),
        ("the moment a patient gives up", None),
        ("the letter Mrs Hale wrote", None),
        ("the letter Hale wrote to the council", None),
        ("the drain rats come up", None),
        ("the shift people swap for", None),
        ("the smell of a barn", "the smell of a barn"),
        ("the crates of apples kept in straw", "the crates of apples"),
        ("the new Toyota forklifts, which nobody drives", "the new Toyota forklifts"),
    ],
)
def test_a_topic_is_named_by_its_head(topic: str, head: str | None) -> None:
    assert head_of(topic) == head

"""What joins two texts: words of one stem, words of one idea, and not a word that is shared by accident."""

import subprocess
import sys

import pytest

from followup_letters.lexicon.ideas import families, ideas
from followup_letters.matching import WordSimilarity, match
from followup_letters.matching.terms import read
from followup_letters.matching.vocabulary import stem_of

BUILT_IN = WordSimilarity()

# Own pairs of several trades without a common stem, each beside a strength that shares a word by accident.
FAR_APART = [
    ("Washing and dressing clients", "Bathed and groomed nine residents a day", "Washed wool by hand for a blog"),
    ("Staff who don't quit", "Attrition fell from 30 to 12 percent", "Carved a walking staff for a cousin"),
    ("Saying good morning and meaning it", "Greeted 200 visitors a day", "Said lines in an amateur play"),
    ("Cheaper servers", "Lowered the AWS bill by 40 percent", "Umpired as the cheapest referee of the club"),
]


@pytest.mark.parametrize(("need", "proof", "trap"), FAR_APART)
def test_an_idea_in_other_words_counts_more_than_a_word_shared_by_accident(need: str, proof: str, trap: str) -> None:
    ((right, wrong),) = BUILT_IN([need], [proof, trap])
    assert right > wrong


def test_the_reason_names_the_idea_and_the_words_that_speak_of_it() -> None:
    why = BUILT_IN.explain("Helping clients wash and dress", "Assisted nine residents with bathing and grooming")
    assert "both are about washing and dressing (“wash”, “dress” – “bathing”, “grooming”)" in why


def test_the_reason_names_the_words_that_both_say() -> None:
    assert "both say “installed”, “irrigation”" in BUILT_IN.explain("Install irrigation", "Installed irrigation twice")


def test_where_nothing_joins_two_texts_the_reason_says_so() -> None:
    assert BUILT_IN.explain("Drawing blood", "Polished brass") == "no word or idea in common"


@pytest.mark.parametrize(
    ("need", "proof"),
    [
        ("Teach apprentices", "Taught apprentices"),
        ("Site safety", "Kept sites safe"),
        ("Advise clients", "Client advice"),
    ],
)
def test_irregular_forms_and_word_families_count_as_one_word(need: str, proof: str) -> None:
    words = [word for word in BUILT_IN.explain(need, proof).split("both say ")[-1].split(", ") if word]
    assert len(words) == 2


def test_one_word_of_many_meanings_is_not_enough_for_a_pair() -> None:
    assert match(["Write for the board"], ["Lived as a boarder in York"]) == []
    assert match(["Lead the crew"], ["Recast lead soldiers"]) == []


def test_what_is_done_beside_the_job_counts_less() -> None:
    ((job, hobby),) = BUILT_IN(["Photograph products"], ["Photographed 400 shoes", "Photographed 400 ducks, a hobby"])
    assert job > hobby


def test_scores_lie_between_nought_and_one() -> None:
    ((score,),) = BUILT_IN(["gas boilers " * 200], ["gas boilers pipes taps " * 200])
    assert 0 < score <= 1


def test_the_table_of_ideas_is_well_formed() -> None:
    table = ideas()
    assert len(table) >= 300
    assert len({idea.name for idea in table}) == len(table)
    assert all(len(idea.entries) >= 2 and idea.name for idea in table)
    assert sum(idea.is_aside for idea in table) >= 1
    assert all(len(family) >= 2 for family in families())


def test_importing_the_room_reads_no_table_and_loads_no_model() -> None:
    script = (
        "import sys, followup_letters.matching\n"
        "print([name for name in ('numpy', 'model2vec') if name in sys.modules])\n"
        "from followup_letters.lexicon import ideas\nprint(ideas.ideas.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "0"]


def test_every_entry_of_the_table_speaks_of_its_idea_when_read() -> None:
    read_back = [(number, entry) for number, idea in enumerate(ideas()) if not idea.is_aside for entry in idea.entries]
    assert len(read_back) > 3000
    assert [entry for number, entry in read_back if number not in read(entry).ideas] == []
    asides = [entry for idea in ideas() if idea.is_aside for entry in idea.entries]
    assert asides
    assert [entry for entry in asides if not read(entry).aside] == []


def test_every_form_of_a_family_has_the_same_stem() -> None:
    assert [family for family in families() if len({stem_of(word) for word in family}) > 1] == []


def test_a_text_that_repeats_itself_proves_no_more() -> None:
    proofs = ["Managed crews and costs", "Cut hedges"]
    ((once, _),) = BUILT_IN(["Lead teams and budgets"], proofs)
    ((often, _),) = BUILT_IN(["Lead teams and budgets. " * 300], proofs)
    assert often == once


def test_an_idea_of_words_with_many_meanings_is_no_reason_and_the_words_are_called_that() -> None:
    why = WordSimilarity().explain("Book acts for the season", "Doubled attendance at the summer fair")
    assert why == "only words of many meanings join them"


def test_words_that_both_say_are_no_idea_in_other_words() -> None:
    why = BUILT_IN.explain("Repair dry-stone walls", "Repaired 300 metres of dry-stone wall with volunteers")
    assert why == "both say “wall”, “stone”, “dry”, “repaired”"

"""What people meet shows itself alike wherever they ask: by print(), in IPython's terminal, in a notebook, in parts."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from IPython.lib.pretty import pretty

import followup_letters as fl
from followup_letters.differences import changes
from followup_letters.planning.steps import Steps

ROOT = Path(__file__).parents[1]
DAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def interview() -> fl.Interview:
    return fl.load(ROOT / "examples" / "operations-manager.yaml")


@pytest.fixture(scope="module")
def values(interview: fl.Interview, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """A value of each kind that has a look of its own in a notebook."""
    letters, plan = fl.compose(interview), fl.plan(interview, today=DAY)
    needs, proofs = interview.position.responsibilities, interview.candidate.strengths
    lists = [letters, fl.check(letters), fl.match(needs, proofs), fl.suggest(needs, [proof.text for proof in proofs])]
    lists += [letters[0].sources, plan.steps]
    decision = fl.decide(interview)
    (result,) = fl.render_many([interview], tmp_path_factory.mktemp("out"), ["txt"])
    parts = [plan.steps[0], letters[0].matches[0], letters[0].sources[0], decision.reasons[0], lists[3][0], result]
    return [*lists, *parts, letters[0], plan, plan.call_sheet(), decision, fl.check(letters)[0]]


def test_a_terminal_of_ipython_shows_what_print_shows_and_a_line_of_what_is_a_part(values: list[Any]) -> None:
    for value in values:
        assert pretty(value) == str(value)
        assert pretty({"part": value}) == f"{{'part': {value!r}}}"


def test_what_is_a_part_is_told_in_one_short_line_with_its_words(interview: fl.Interview, tmp_path: Path) -> None:
    letter, plan = fl.compose(interview)[0], fl.plan(interview, today=DAY)
    (done,) = fl.render_many([interview], tmp_path, ["txt"])
    (failed,) = fl.render_many([{}], tmp_path, ["txt"])
    tuples: list[tuple[Any, ...]] = [
        letter.sources,
        letter.matches,
        plan.steps,
        letter.decision.reasons,
        (done, failed),
    ]
    assert all(tuples)
    for part in (part for each in tuples for part in each):
        assert re.fullmatch(rf"<{type(part).__name__} [^\n]{{1,250}}>", repr(part))
    (first, *_), (pair, *_) = letter.sources, letter.matches
    assert str(pair).startswith(f"{pair.responsibility}: {pair.strength}")
    assert str(first).startswith(f"{first.sentence} ← ")
    assert all(reason.text in plan.steps[0]._repr_html_() for reason in plan.steps[0].reasons)


def test_a_result_tells_its_files_its_fault_and_each_finding_once(interview: fl.Interview, tmp_path: Path) -> None:
    (done,) = fl.render_many([interview], tmp_path, ["txt"])
    (failed,) = fl.render_many([{}], tmp_path, ["txt"])
    assert str(done).count("name-unconfirmed") == done._repr_html_().count("name-unconfirmed") == 1
    assert all(str(file) in str(done) for file in done.files)
    assert "sha256" not in str(done) + repr(done)
    assert repr(done) == f"<Result of interview 1: 3 files, {len(done.found)} findings>"
    way = "rule: candidate must be given; hint: for example: candidate: {name: Maya Okafor}"
    assert repr(failed) == f"<Result of interview 1: InputError: candidate: {way}, 0 findings>"
    assert "candidate must be given" in str(failed)
    (unwritten,) = fl.render_many([interview.with_(company=fl.Company(name="[company]"))], tmp_path, ["txt"])
    assert repr(unwritten).startswith("<Result of interview 1: error: “[company]” in ")


@pytest.mark.parametrize("part", [slice(1, None), slice(0, 0), slice(None, None, -1)])
def test_a_part_a_copy_and_a_sum_of_a_list_show_themselves_as_the_list_does(values: list[Any], part: slice) -> None:
    lists = [value for value in values if isinstance(value, list)]
    assert len(lists) == 5
    for value in lists:
        assert type(value) is not list
        assert {type(each) for each in (value[part], value.copy(), copy.copy(value), value + value)} == {type(value)}
        assert value[part] == list(value)[part]
        assert sorted(map(id, value + value)) == sorted(map(id, [*value, *value]))
        assert type(value + [None]) is list  # noqa: RUF005  # the sum is what is tested


def test_the_steps_of_a_plan_are_a_tuple_that_a_notebook_shows_as_a_table(interview: fl.Interview) -> None:
    steps = fl.plan(interview, today=DAY).steps
    assert isinstance(steps, Steps)
    assert steps == (*steps,)
    assert str(steps).splitlines() == [f"{step.state.value:8}  {step}" for step in steps]
    assert all(step.what in steps._repr_html_() for step in steps)
    assert (str(steps[len(steps) :]), steps[:0]._repr_html_()) == ("no steps here", "<p>no steps here</p>")
    assert pickle.loads(pickle.dumps(steps)) == steps


def test_a_part_and_a_sum_of_findings_keep_what_was_switched_off(interview: fl.Interview) -> None:
    quiet = interview.with_(letter=interview.letter.with_(ignore=["name-unconfirmed", "title-missing"]))
    found = fl.check(fl.compose(quiet))
    assert found.switched_off == {"name-unconfirmed": 1}
    assert found[:1].switched_off == found.copy().switched_off == found.switched_off
    assert (found + found).switched_off == {"name-unconfirmed": 2}


def test_a_printed_plan_lists_its_steps_and_a_printed_decision_its_reasons_and_days(interview: fl.Interview) -> None:
    plan, decision = fl.plan(interview, today=DAY), fl.decide(interview)
    said = " ".join(str(plan).split())
    assert plan.steps
    for step in plan.steps:
        assert step.what in said
    lines = str(decision).splitlines()
    assert lines[: len(decision.reasons)] == [str(reason) for reason in decision.reasons]
    assert any("mail_on" in line for line in lines)


def test_a_sentence_that_is_gone_stands_beside_nothing() -> None:
    said = ["One thing I left out: I ran nights.", "I would like this job.", "I will call next week to see."]
    now = ["I want this job very much.", "Next week I will call."]
    gone, job, call = changes({"Ann Pell": ["Hello.", *said]}, {"Ann Pell": ["Hello.", *now]})
    assert [(each.before, each.after) for each in (gone, job, call)] == [
        (said[0], ""),
        (said[1], now[0]),
        (said[2], now[1]),
    ]
    (new, *_) = changes({"Ann Pell": now}, {"Ann Pell": said})
    assert (new.before, new.after) == ("", said[0])


def test_what_a_change_changes_is_shown_by_sentences_in_a_terminal_and_as_a_table(interview: fl.Interview) -> None:
    letters = fl.compose(interview)
    director, *others = interview.people
    changes = letters.changes(fl.compose(interview.with_(people=[director.with_(title="Director"), *others])))
    assert str(changes) == "Dr. Priya Raman\n- Director of Operations\n+ Director"
    assert pretty(changes) == str(changes)
    assert "<td" in changes._repr_html_()
    assert "Director of Operations" in changes._repr_html_()
    assert type(changes[0]) is fl.Change
    assert str(letters.changes(letters)) == "nothing changes"
    assert letters.changes(letters)._repr_html_() == "<p>nothing changes</p>"
    assert [(each.recipient, each.before, each.after) for each in letters.changes(letters[1:])] == [
        ("Dr. Priya Raman", "a letter", "no letter")
    ]
    with pytest.raises(fl.InputError, match="compose\\(interview\\) makes them"):
        letters.changes(interview)  # type: ignore[arg-type]


def test_an_interview_shows_what_was_given_a_field_a_line_and_nothing_private(interview: fl.Interview) -> None:
    secret = interview.with_(outlook=interview.outlook.with_(private="SECRET"))
    lines = str(secret).splitlines()
    assert "people[0].name: Dr. Priya Raman" in lines
    assert "interview.date: 2026-11-18" in lines
    assert pretty(secret) == str(secret)
    html = secret._repr_html_()
    assert all(line.partition(": ")[0] in html for line in lines)
    assert "SECRET" not in str(secret) + html


def test_a_finding_and_a_decision_are_told_in_a_short_line_where_they_are_a_part(interview: fl.Interview) -> None:
    found = fl.check(fl.compose(interview))
    assert found
    assert all(re.fullmatch(rf"<Finding {each.severity} {each.id}: .{{1,80}}>", repr(each)) for each in found)
    assert repr(fl.decide(interview)) == "<Decision pursue: 3 letters, 2026-11-20>"


def test_what_completes_a_name_after_an_item_offers_what_the_item_has(interview: fl.Interview) -> None:
    jedi = pytest.importorskip("jedi")  # which IPython brings
    offered = jedi.Interpreter("letters[0].", [{"letters": fl.compose(interview)}]).complete()
    names = {each.name for each in offered}
    assert {"render", "save", "recipient"} <= names
    assert "append" not in names


def test_nothing_near_is_shown_of_a_suggestion_that_shares_nothing() -> None:
    (asked,) = fl.suggest(["Keep the greenhouse warm"], ["Paid every invoice within nine days"])
    assert not asked.near
    assert str(asked).startswith("Keep the greenhouse warm; nothing has a word or idea in common with it; prepare it")
    assert str(asked).endswith("what a letter tells of it even so, letter.unsure has")


def test_what_a_letter_tells_beside_a_need_without_being_certain_is_shown_and_can_be_confirmed_or_refused() -> None:
    notes: dict[str, Any] = {
        "candidate": {"name": "A B", "strengths": ["Taught AP Chemistry for six years", "Coached the robotics team"]},
        "company": {"name": "School"},
        "position": {"title": "Teacher", "responsibilities": ["Raising AP results", "Coaching new teachers"]},
        "interview": {"date": "2026-11-18"},
        "people": [{"name": "Q R"}],
    }
    interview = fl.load(notes)
    (letter,) = fl.compose(interview)
    needs, strengths = interview.position.responsibilities, interview.candidate.strengths
    assert "letter.unsure has" in fl.match(needs, strengths)._repr_html_()
    pair = letter.unsure[0]
    assert (pair.responsibility, pair.strength) == (needs[0].text, strengths[0].text)
    assert all(each.text in letter.unsure._repr_html_() for each in (needs[0], strengths[0]))
    assert "told, not certain" in letter.unsure._repr_html_()
    assert str(letter.unsure).startswith(str(pair))
    for answers, matched in ([needs[0].text], 1), ([], 0):
        said = [strengths[0].with_(answers=answers), strengths[1].with_(answers=[])]
        (again,) = fl.compose(interview.with_(candidate=interview.candidate.with_(strengths=said)))
        assert not again.unsure
        assert len(again.matches) == matched
        assert str(again.unsure) == "whatever is told is certain"


def test_matches_say_where_the_pairs_are_that_a_letter_tells_of_the_other_needs() -> None:
    needs, strengths = ["Cut the lead times", "Coach new teachers"], ["Cut lead times by half", "Ran the robotics team"]
    some = fl.match(needs, strengths)
    assert [pair.responsibility for pair in some] == needs[:1]
    for shown in (str(some), some._repr_html_(), some[:]._repr_html_()):
        assert shown.count("letter.unsure") == 1
    for whole in (fl.match(needs[:1], strengths), fl.match(needs, strengths[:1])):
        assert len(whole) == 1
        assert "letter.unsure" not in str(whole) + whole._repr_html_()


def test_an_empty_part_of_letters_does_not_say_that_nobody_gets_one(interview: fl.Interview) -> None:
    letters = fl.compose(interview)
    for none in (letters[5:], letters[0:0], fl.Letters()):
        assert (str(none), none._repr_html_()) == ("no letters here", "<p>no letters here</p>")
    nobody = interview.with_(people=[person.with_(write=False) for person in interview.people])
    assert str(fl.compose(nobody)) == "nobody gets a letter"


def test_what_is_no_letter_among_letters_shows_itself_all_the_same(interview: fl.Interview) -> None:
    letters: list[Any] = fl.compose(interview)
    letters.append("<a note>")
    assert str(letters).endswith("\n'<a note>'")
    assert letters._repr_html_().endswith("<p>&#x27;&lt;a note&gt;&#x27;</p>")  # type: ignore[attr-defined]


def test_a_change_is_data_too(interview: fl.Interview) -> None:
    (change, *_) = fl.compose(interview).changes(fl.compose(interview, to="Raman"))
    assert change.as_dict() == {"recipient": "Luis Ortega", "before": "a letter", "after": "no letter"}


def test_the_sources_of_a_letter_are_shown_whole_and_with_their_templates(
    interview: fl.Interview, tmp_path: Path
) -> None:
    plain = tmp_path / "en" / "pursue" / "the-same.html.j2"
    plain.parent.mkdir(parents=True)
    plain.write_text("{{ told }}.", "utf-8")
    ours = fl.compose(interview)[0].sources
    theirs = fl.compose(interview, templates=tmp_path)[0].sources
    assert all(each.sentence in str(ours) and each.sentence in str(theirs) for each in ours)
    assert ("Template" in ours._repr_html_(), "Template" in theirs._repr_html_()) == (False, True)
    assert all(each.template and each.template in theirs._repr_html_() for each in theirs)

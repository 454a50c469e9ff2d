"""The words themselves: enough ways for every slot, no way like another, and no letter of a set like another."""

from __future__ import annotations

import copy
import re
import shutil
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

import followup_letters as fl
from followup_letters.choices import Role
from followup_letters.templates_folder import changeable

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted((ROOT / "templates" / "en").rglob("*.html.j2"))
SLOT = re.compile(r"{% vary.*?{% endvary %}", re.DOTALL)
# Slots of the letter to the hiring manager alone, which a panel does not repeat, may be shorter.
ONLY_THE_MANAGER = {"needs-and-proofs.html.j2", "hiring-manager.html.j2", "one-more-thing.html.j2", "in-turn.html.j2"}


def slots() -> list[tuple[str, list[str]]]:
    """Every slot as the file it stands in and its ways, all tiers together."""
    found = []
    for path in TEMPLATES:
        for slot in SLOT.findall(path.read_text("utf-8")):
            inner = slot.removesuffix("{% endvary %}").split("%}", 1)[1]
            found.append((path.name, [way.strip() for way in re.split(r"{% (?:or|otherwise).*?%}", inner)]))
    return found


def test_every_slot_that_a_panel_can_repeat_has_six_ways() -> None:
    assert len(slots()) > 25
    for name, ways in slots():
        assert len(ways) >= (3 if name in ONLY_THE_MANAGER else 6), (name, ways)


def test_no_way_is_written_twice() -> None:
    ways = [way for _, slot in slots() for way in slot if re.search("[a-z]", re.sub(r"{[{%].*?[}%]}", "", way))]
    assert len(ways) > 250
    assert sorted(ways) == sorted(set(ways))


def test_no_way_of_a_courtesy_letter_thanks_or_begs() -> None:
    text = (ROOT / "templates" / "en" / "courtesy.html.j2").read_text("utf-8")
    assert not re.search(
        r"thank|grateful|honou?red|opportunity|please consider|hope to hear|convenience|sorry", text, re.I
    )


def test_no_way_of_any_letter_uses_an_exclamation_mark_or_a_cliche() -> None:
    for path in TEMPLATES:
        words = re.sub(r"{[{%#].*?[}%#]}", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert "!" not in words, path
        assert not re.search(r"passion|team player|results-driven|synerg|fast-paced|perfect fit|reach out", words), path


# ----------------------------------------------------------------------------------------- within one set


def shingles(letter: fl.Letter) -> set[tuple[str, ...]]:
    body = letter.page.root.part("body")
    assert body is not None
    words = re.findall(r"[\w'’]+", body.text.casefold())
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def likeness(one: fl.Letter, other: fl.Letter) -> float:
    """The runs of five words that both have, of all that either has: as `check` reckons it."""
    first, second = shingles(one), shingles(other)
    return len(first & second) / max(1, len(first | second))


SETS = sorted(path.parent.name for path in (ROOT / "tests" / "golden").glob("*/interview.yaml"))


def test_letters_to_one_company_are_not_alike() -> None:
    pairs = 0
    for case in SETS:
        letters = fl.compose(fl.load(ROOT / "tests" / "golden" / case / "interview.yaml"))
        for one, other in combinations(letters, 2):
            pairs += 1
            assert likeness(one, other) <= 0.05, (case, shingles(one) & shingles(other))
    assert pairs > 60


# -------------------------------------------------------------------------------------- one field missing


def rich() -> dict[str, Any]:
    """An interview with nearly every field that a letter uses."""
    data = yaml.load((ROOT / "examples" / "finance-director.yaml").read_text("utf-8"), yaml.BaseLoader)
    data["interview"]["place"] = "at your works in Hexham"
    data["people"][1]["promised"] = "the name of the auditor"
    data["outlook"]["omitted"] = ["chaired the pension trustees for six years"]
    data["outlook"]["reservations"] = [{"concern": "the size of the group", "answer": "ran finance for 14 companies"}]
    return dict(data)


def paths(node: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The place of every value below `node`."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    below = [path for key, child in items for path in paths(child, (*at, key))]
    return [at, *below] if at else below


REQUIRED = {
    ("candidate",), ("candidate", "name"), ("company",), ("company", "name"), ("position",), ("position", "title"),
    ("interview",), ("interview", "date"), ("people",), ("people", 0, "name"), ("people", 1, "name"),
    ("people", 2, "name"),
}  # fmt: skip
OPTIONAL = [
    path
    for path in paths(rich())
    if path not in REQUIRED and path[-1] not in {"text", "concern", "received", "decide_by", "what"}
]


@pytest.mark.parametrize("kind", ["pursue", "courtesy"])
def test_any_one_field_may_be_missing_and_every_letter_is_still_whole(kind: str) -> None:
    assert len(OPTIONAL) > 40
    for path in OPTIONAL:
        data = copy.deepcopy(rich())
        *parents, last = path
        node: Any = data
        for key in parents:
            node = node[key]
        del node[last]
        for letter in fl.compose(fl.load(data), kind=kind):
            body = letter.page.root.part("body")
            assert body is not None
            assert len(body.text.split()) >= 30, path
            assert not re.search(r"None| [.,;:]|\.\.|\(\)", letter.text), path


# ------------------------------------------------------------------------------------------ drawn from a draft


def test_drawing_from_a_draft_says_what_rendering_for_each_draw_says(tmp_path: Path) -> None:
    for name in changeable():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "templates" / name, tmp_path / name)
    letters = 0
    for case in SETS:
        interview = fl.load(ROOT / "tests" / "golden" / case / "interview.yaml")
        for kind in (None, "courtesy", "pursue"):
            drawn = fl.compose(interview, kind=kind)
            rendered = fl.compose(interview, kind=kind, templates=tmp_path)
            assert [letter.text for letter in drawn] == [letter.text for letter in rendered], (case, kind)
            assert [letter.page.root for letter in drawn] == [letter.page.root for letter in rendered], (case, kind)
            letters += len(drawn)
    assert letters > 200


@pytest.mark.parametrize(
    "promised", ["two references by Friday", "</w:t>", "the list of last year's prices: all of it"]
)
def test_what_was_promised_alike_to_several_readers_is_told_to_each_in_a_sentence_of_its_own(promised: str) -> None:
    people = [{"name": f"Person {n}", "role": "recruiter", "promised": promised} for n in range(4)]
    interview = {
        "candidate": {"name": "Ann Lee"},
        "company": {"name": "Northwind"},
        "position": {"title": "Clerk"},
        "interview": {"date": "2026-11-18"},
        "people": people,
        "outlook": {"interested": True},
    }
    letters = fl.compose(fl.load(interview))
    said = [source.sentence for each in letters for source in each.sources if promised.split()[0] in source.sentence]
    assert len(set(said)) >= 4


@pytest.mark.parametrize("promised", ["that I would call", "to call you"])
def test_what_the_writer_promised_to_do_is_not_sent_or_had(promised: str) -> None:
    interview = {
        "candidate": {"name": "Ann Lee"},
        "company": {"name": "Northwind"},
        "position": {"title": "Clerk"},
        "interview": {"date": "2026-11-18"},
        "people": [{"name": f"Person {n}", "role": "recruiter", "promised": promised} for n in range(3)],
        "outlook": {"interested": True},
    }
    letters = fl.compose(fl.load(interview))
    for letter in letters:
        assert re.search(rf"promised (?:you )?{promised}[.,]", letter.text)
    assert not fl.check(letters).errors


ONLY_MET: dict[str, Any] = {
    "candidate": {"name": "Maya Okafor"},
    "company": {"name": "Northwind Freight"},
    "position": {"title": "Planner"},
    "interview": {"date": "2026-11-18"},
    "outlook": {"interested": True},
}


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OTHER])
@pytest.mark.parametrize("is_noted", [True, False])
def test_six_readers_of_one_role_share_no_sentence_whether_their_talks_were_noted_or_not(
    role: Role, is_noted: bool
) -> None:
    people = [
        {"name": f"Reader {name}", "role": role.value}
        | ({"talked_about": f"the pumps of plant {name}"} if is_noted else {})
        for name in ("Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel")
    ]
    letters = fl.compose(fl.load(ONLY_MET | {"people": people}))
    told = [source.sentence for letter in letters for source in letter.sources]
    assert len(letters) == 6
    assert sorted(told) == sorted(set(told))

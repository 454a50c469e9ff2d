"""A résumé of JSON Resume as the candidate: what is taken, what is left out and told, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_letters.errors import InputError
from followup_letters.fields import MOST_TO_MATCH
from followup_letters.loading import load
from followup_letters.loading.foreign.json_resume import is_resume
from followup_letters.models import Interview

REST: dict[str, Any] = {
    "company": {"name": "Northwind"},
    "position": {"title": "Manager"},
    "interview": {"date": "2026-11-18"},
    "people": [{"name": "Priya Raman"}],
}
FULL = {
    "$schema": "https://example.org/schema.json",
    "basics": {
        "name": "Joris van Dijk",
        "label": "Ship's cook",
        "image": "",
        "email": "joris@example.org",
        "phone": "+31 10 555 0133",
        "url": "https://example.org/joris",
        "summary": "Cooks for crews of forty.",
        "location": {"address": "Maashaven 12", "postalCode": "3081 AE", "city": "Rotterdam", "countryCode": "NL"},
        "profiles": [{"network": "LinkedIn", "username": "joris"}],
    },
    "work": [
        {
            "name": "Noordlijn Shipping",
            "position": "Head cook",
            "startDate": "2022-04-01",
            "summary": "The galley of a container ship.",
            "highlights": ["Cut food waste by a third in one year", "• Feed a crew of 24 three times a day"],
        },
        {"company": "Hotel Haven", "startDate": "2018", "endDate": "2022", "highlights": ["Ran a kitchen of nine"]},
        {"name": "Brasserie Zes", "position": "Apprentice"},
    ],
    "volunteer": [{"organization": "Voedselbank", "highlights": ["Planned menus for 300 families"]}],
    "education": [{"institution": "ROC", "area": "Cookery"}],
    "awards": [{"title": "Galley of the Year", "awarder": "Seafarers' Union", "date": "2023-01-01", "summary": "Gold"}],
    "certificates": [{"name": "HACCP level 3", "issuer": "SVH", "url": "https://example.org"}],
    "publications": [],
    "skills": [{"name": "Baking", "keywords": ["bread"]}],
    "languages": [{"language": "Dutch", "fluency": "Native speaker"}, {"language": "English"}],
    "interests": [{"name": "Sailing"}],
    "references": [],
    "projects": [
        {"name": "Menu book", "entity": "Noordlijn Shipping", "highlights": ["Wrote 120 recipes for rough seas"]}
    ],
    "meta": {"version": "v1.0.0"},
}
STRENGTHS = [
    "Cut food waste by a third in one year",
    "Feed a crew of 24 three times a day",
    "Ran a kitchen of nine",
    "Planned menus for 300 families",
    "Galley of the Year, Seafarers' Union",
    "HACCP level 3, SVH",
    "Dutch (Native speaker)",
    "English",
    "Wrote 120 recipes for rough seas",
]


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Load an interview whose candidate is the résumé `data`, with `beside` typed beside its name."""
    monkeypatch.chdir(tmp_path)

    def ask(data: Any, **beside: Any) -> Interview:
        content = data if isinstance(data, bytes) else json.dumps(data).encode()
        (tmp_path / "resume.json").write_bytes(content)
        return load(REST | {"candidate": {"file": "resume.json", **beside} if beside else "resume.json"})

    return ask


def _texts(interview: Interview) -> list[str]:
    return [strength.text for strength in interview.candidate.strengths]


def _left(interview: Interview) -> dict[str, str]:
    return {each.source: each.why for each in interview.taken[0].left_out}


def test_a_full_resume_gives_name_addresses_and_every_strength(loaded) -> None:
    candidate = loaded(FULL).candidate
    assert (candidate.name, candidate.email, candidate.phone) == (
        "Joris van Dijk",
        "joris@example.org",
        "+31 10 555 0133",
    )
    assert candidate.address == ("Maashaven 12", "3081 AE Rotterdam")
    assert [strength.text for strength in candidate.strengths] == STRENGTHS


def test_the_employer_is_remembered_and_what_goes_on_is_current(loaded) -> None:
    first, _, third, fourth, *_, last = loaded(FULL).candidate.strengths
    assert (first.employer, first.current) == ("Noordlijn Shipping", True)
    assert (third.employer, third.current) == ("Hotel Haven", False)
    assert (fourth.employer, last.employer) == ("Voedselbank", "Noordlijn Shipping")


def test_nothing_of_a_resume_vanishes_without_being_told(loaded) -> None:
    interview = loaded(FULL)
    (taken,) = interview.taken
    told = json.dumps(taken.as_dict(), ensure_ascii=False)
    for source in (
        "basics.label",
        "basics.url",
        "basics.summary",
        "basics.profiles",
        "basics.location.countryCode",
        "work[0].position",
        "work[0].summary",
        "work[2].name",
        "work[2].position",
        "education",
        "awards[0].date",
        "awards[0].summary",
        "certificates[0].url",
        "skills",
        "interests",
        "projects[0].name",
    ):
        assert f'"{source}"' in told
    assert [each.value for each in taken.values if "strengths" in each.field] == STRENGTHS
    assert {each.field for each in taken.values} >= {"candidate.name", "candidate.email", "candidate.phone"}
    assert str(taken).startswith(
        "candidate: took name, email, phone, address, strengths (9) from resume.json; left out:"
    )


def test_a_name_is_enough(loaded) -> None:
    interview = loaded({"basics": {"name": "Ann"}})
    assert interview.candidate.name == "Ann"
    assert interview.candidate.strengths == ()
    assert interview.taken[0].left_out == ()


def test_unknown_fields_are_reported_and_not_fatal(loaded) -> None:
    data = {
        "basics": {"name": "Ann", "pronouns": "she"},
        "hobbies": ["chess"],
        "work": [{"x-team": 4, "highlights": ["Led"]}],
    }
    assert set(_left(loaded(data))) == {"basics.pronouns", "hobbies", "work[0].x-team"}


def test_nulls_are_nothing(loaded) -> None:
    data = {
        "basics": {"name": "Ann", "email": None, "location": None},
        "work": None,
        "awards": [None],
        "languages": [{"language": None, "fluency": None}],
        "volunteer": [{"organization": None, "highlights": None}, {"highlights": [None, "Ran a shop"]}],
    }
    interview = loaded(data)
    assert _texts(interview) == ["Ran a shop"]
    assert interview.taken[0].left_out == ()


def test_values_of_the_wrong_kind_are_left_out_with_the_reason(loaded) -> None:
    data = {
        "basics": {"name": "Ann", "email": "ann at example", "phone": ["1"], "location": "Leeds"},
        "work": {"name": "x"},
        "volunteer": ["a day"],
        "projects": [{"highlights": [{"text": "x"}, "Built a shed"]}],
        "awards": "Best baker",
        "languages": ["Welsh"],
    }
    interview = loaded(data)
    assert _texts(interview) == ["Built a shed", "Welsh"]
    left = _left(interview)
    assert set(left) == {
        "basics.email",
        "basics.phone",
        "basics.location",
        "work",
        "volunteer[0]",
        "projects[0].highlights[0]",
        "awards",
    }
    assert left["basics.email"].startswith("not an e-mail address")


def test_other_scripts_are_kept_as_they_are(loaded) -> None:
    data = {
        "basics": {"name": "山田 太郎", "location": {"city": "東京", "countryCode": "JP", "postalCode": "100-0001"}},
        "work": [{"name": "株式会社テスト", "highlights": ["売上を三割伸ばした"]}],
    }
    candidate = loaded(data).candidate
    assert (candidate.name, candidate.address) == ("山田 太郎", ("100-0001 東京",))
    assert (candidate.strengths[0].text, candidate.strengths[0].employer) == ("売上を三割伸ばした", "株式会社テスト")


@pytest.mark.parametrize(
    ("location", "lines"),
    [
        (
            {"address": "1 A St\nApt 2", "city": "Salem", "region": "OR", "postalCode": "97301", "countryCode": "US"},
            ("1 A St", "Apt 2", "Salem, OR 97301"),
        ),
        ({"city": "San Francisco", "region": "California"}, ("San Francisco, California",)),
        (
            {"address": "1 High St", "city": "Leeds", "postalCode": "LS1 4AP", "countryCode": "GB"},
            ("1 High St", "Leeds", "LS1 4AP"),
        ),
        (
            {"address": "Hauptstr. 3", "city": "Jena", "postalCode": "07743", "countryCode": "DE"},
            ("Hauptstr. 3", "07743 Jena"),
        ),
        ({"countryCode": "FR"}, ()),
    ],
)
def test_an_address_has_the_order_of_its_country(loaded, location, lines) -> None:
    assert loaded({"basics": {"name": "Ann", "location": location}}).candidate.address == lines


def test_more_strengths_than_an_interview_holds_are_told(loaded) -> None:
    highlights = [f"Sold {number} boats" for number in range(250)]
    interview = loaded({"basics": {"name": "Ann"}, "work": [{"highlights": highlights}]})
    assert len(interview.candidate.strengths) == MOST_TO_MATCH
    assert len(interview.taken[0].left_out) == 250 - MOST_TO_MATCH


# -------------------------------------------------------------------------- beside the name of the file


def test_what_is_typed_beside_the_file_wins(loaded) -> None:
    interview = loaded(FULL, phone="+1 312 555 0142", address=["1 Dock Rd"])
    assert (interview.candidate.phone, interview.candidate.address) == ("+1 312 555 0142", ("1 Dock Rd",))
    assert interview.candidate.email == "joris@example.org"
    assert _left(interview)["basics.phone"] == "phone is typed beside the file"


def test_strengths_beside_it_pick_order_and_reword(loaded) -> None:
    interview = loaded(
        FULL,
        strengths=[
            "planned menus",
            {"from": "kitchen of nine", "text": "Ran a kitchen of nine cooks", "answers": ["Lead the kitchen"]},
            {"text": "Speak some Norwegian"},
            {"from": "Feed a crew …"},
        ],
    )
    assert _texts(interview) == [
        "Planned menus for 300 families",
        "Ran a kitchen of nine cooks",
        "Speak some Norwegian",
        "Feed a crew of 24 three times a day",
    ]
    second = interview.candidate.strengths[1]
    assert (second.employer, second.answers) == ("Hotel Haven", ("Lead the kitchen",))
    assert list(_left(interview).values()).count("not picked") == 6


@pytest.mark.parametrize(
    ("pick", "hint"),
    [
        ("food wastes", "for a strength in words of your own"),
        ("Cut food waste by a thrid in one year", "did you mean “Cut food waste by a third in one year”"),
        ("a", "it stands in 3: "),
        ("…", "for a strength in words of your own"),
    ],
)
def test_a_pick_that_is_not_clear_is_a_fault_at_its_place(loaded, pick, hint) -> None:
    with pytest.raises(InputError) as caught:
        loaded(FULL, strengths=["Ran a kitchen", pick])
    (fault,) = caught.value.faults
    assert (fault.field, fault.found) == ("candidate.strengths[1]", pick)
    assert hint in (fault.hint or "")


def test_picks_work_on_a_candidate_file_of_our_own_too(tmp_path: Path, smallest: str) -> None:
    (tmp_path / "me.yaml").write_text(
        "name: Ann\nphone: '1'\nstrengths: [Sold boats, {text: Built sheds, answers: x}]\n"
    )
    file = tmp_path / "interview.yaml"
    file.write_text(smallest.replace("{name: Maya Okafor}", "{file: me.yaml, phone: '2', strengths: [built]}"))
    interview = load(file)
    assert (interview.candidate.name, interview.candidate.phone) == ("Ann", "2")
    assert [(each.text, each.answers) for each in interview.candidate.strengths] == [("Built sheds", ("x",))]
    assert interview.taken == ()


def test_faults_of_a_file_and_beside_it_are_told_where_each_stands(tmp_path: Path, smallest: str, faults_of) -> None:
    (tmp_path / "me.yaml").write_text("name: Ann\nemail: nowhere\n")
    file = tmp_path / "interview.yaml"
    file.write_text(smallest.replace("{name: Maya Okafor}", "{file: me.yaml, phone: [1, 2], nmae: x}"))
    told = {(Path(fault.file or "").name, fault.field) for fault in faults_of(file)}
    assert told == {("interview.yaml", "candidate.phone"), ("interview.yaml", "candidate.nmae"), ("me.yaml", "email")}


# ------------------------------------------------------------------------------------------- what it is


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        ({"basics": {}}, True),
        ({"basics": None, "name": "Ann"}, True),
        ({"work": []}, True),
        ({"name": "Ann", "strengths": []}, False),
        ({"name": "Ann", "skills": []}, False),
        ({}, False),
        ([], False),
        ("basics", False),
    ],
)
def test_a_resume_is_told_from_a_candidate_by_its_shape(data, answer) -> None:
    assert is_resume(data) is answer


def test_a_resume_may_be_yaml(tmp_path: Path, smallest: str) -> None:
    (tmp_path / "resume.yaml").write_text("basics: {name: Ann}\nwork: [{name: Acme, highlights: [Sold boats]}]\n")
    (tmp_path / "interview.yaml").write_text(smallest.replace("{name: Maya Okafor}", "resume.yaml"))
    assert load(tmp_path / "interview.yaml").candidate.strengths[0].employer == "Acme"


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        ({"basics": {}}, "a résumé with a name"),
        ({"basics": {"name": None}}, "a résumé with a name"),
        ({"basics": "Ann"}, "a résumé with a name"),
        ({"basics": {"name": "x" * 301}}, "a résumé with a name"),
        ({"work": []}, "a résumé with a name"),
        ([{"basics": {}}], "a table of fields"),
        (b'{"basics": {"name": "Ann"}, "basics": {}}', "each key once"),
        (b'{"basics": {"name": "Ann",}}', "no comma before the closing }"),
        (b"\x00\xff", "a file in UTF-8"),
        (b"[" * 5000, "at most 32"),
        (b"", "a table of fields"),
    ],
)
def test_what_cannot_be_a_candidate_is_refused_with_a_reason(loaded, data, rule) -> None:
    with pytest.raises(InputError) as caught:
        loaded(data)
    assert caught.value.faults[0].rule.startswith(rule)


def test_a_url_is_refused_and_nothing_is_fetched(smallest: str, faults_of) -> None:
    (fault,) = faults_of(smallest.replace("{name: Maya Okafor}", "https://example.org/resume.json"))
    assert (fault.field, fault.line) == ("candidate", 1)
    assert "nothing is fetched" in fault.rule


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
fields = st.sampled_from(
    "name email phone location address city highlights language fluency title awarder entity startDate company".split()
)
entries = st.one_of(anything, st.lists(st.dictionaries(fields, anything, max_size=4), max_size=3))
sections = st.sampled_from(
    "basics work volunteer education awards certificates languages projects skills meta x".split()
)


@settings(max_examples=120, deadline=None)
@given(st.dictionaries(sections, entries | st.dictionaries(fields, anything, max_size=4), max_size=6))
def test_any_resume_loads_or_is_refused(tmp_path_factory, data: dict[str, Any]) -> None:
    path = tmp_path_factory.getbasetemp() / "any-resume.json"
    path.write_text(json.dumps({"basics": {"name": "Ann"}} | data))
    try:
        interview = load(REST | {"candidate": str(path)})
    except InputError as error:
        json.dumps(error.as_dict())
    else:
        json.dumps([taken.as_dict() for taken in interview.taken])
        assert all(map(str, interview.taken))

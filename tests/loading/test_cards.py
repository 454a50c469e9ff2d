"""A vCard as a person's card: every version and writer, what it fills, confirms and contradicts (R5, R6)."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import example, given, settings
from hypothesis import strategies as st

from followup_letters.errors import InputError
from followup_letters.loading import load
from followup_letters.loading.foreign.vcard_reading import LARGEST, MOST_LINES, MOST_PROPERTIES, read_cards
from followup_letters.loading.named import card_files
from followup_letters.models import Card, Interview, Person

REST: dict[str, Any] = {
    "candidate": {"name": "Maya Okafor"},
    "company": {"name": "Northwind Logistics, Inc."},
    "position": {"title": "Manager"},
    "interview": {"date": "2026-11-18"},
}
PHONE_21 = """\
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Br=C3=BCckner;J=C3=B6rg;;Dr.;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Dr. J=C3=B6rg =
Br=C3=BCckner
ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Fr=C3=A4skopf =26 S=C3=B6hne;=
Einkauf
TITLE:Head of Purchasing
TEL;CELL:+49 170 5550199
TEL;WORK;FAX:+49 30 5550111
TEL;WORK;VOICE;PREF:+49 30 5550110
ADR;WORK;ENCODING=QUOTED-PRINTABLE:;;Gartenstr. 4=0D=0AHinterhaus;Berlin;;10115;Germany
EMAIL;INTERNET:joerg@example.org
PHOTO;ENCODING=BASE64;TYPE=GIF:
 R0lGODdhfgA4AOYAAAAAAK+vr62trVIxa6WlpZ+fnzEpCEpzlAha/0Kc74+PjyGM
 SuecKRhrtX+Ff9Hk

END:VCARD
"""
LATIN_21 = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=ISO-8859-1:Zo\xe9 Petit\r\nTITLE:Directrice\r\nEND:VCARD\r\n".encode(
        "latin-1"
    )
)
APPLE_30 = """\
BEGIN:VCARD
VERSION:3.0
PRODID:-//Example//Contacts 10//EN
N:Lee;Ann;;;
FN:Ann Lee
ORG:Acme\\, Inc.;Finance;Treasury
TITLE:Treasurer
item1.EMAIL;type=INTERNET;type=HOME;type=pref:ann@home.example.org
item2.EMAIL;type=INTERNET;type=WORK:ann@example.org
item2.X-ABLabel:_$!<Work>!$_
item3.ADR;type=WORK;type=pref:;;1 Dock Rd\\nFloor 2;Salem;OR;97301;United States
X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS=\\"Pier\\" 4;X-TITLE=Pier:geo:40.5,22.9
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wCEAAkGBxQSEhQUExQV
 FRUVFRUWFhUVFRUVFRUVFRUWFhUVFRUYHCg
NOTE:Met in a lift.\\nLikes boats.
END:VCARD
"""
MODERN_40 = """\
BEGIN:VCARD
VERSION:4.0
KIND:individual
FN;PREF=2:Bob Ode
FN;PREF=1;ALTID=1;LANGUAGE=en:Robert Ode
N:Ode;Robert;;;
TITLE;ALTID=2;LANGUAGE=fr:Directeur
TITLE;ALTID=2;LANGUAGE=en:Plant Director
ORG;SORT-AS="Zeta":Zeta Works
TEL;VALUE=uri;PREF=1;TYPE="voice,work":tel:+1-555-555-0110;ext=42
TEL;VALUE=uri;TYPE=home:tel:+1-555-555-0120
EMAIL;TYPE=work:mailto:bob@example.org
ADR;TYPE=home;LABEL="a:b;c":;;9 Elm St;Salem;OR;97301;US
END:VCARD
"""
TWO = "BEGIN:VCARD\nFN:Ann Lee\nTITLE:CFO\nEND:VCARD\nBEGIN:VCARD\nFN:Bo Ek\nTITLE:COO\nEND:VCARD\n"


def _card(body: str, version: str = "3.0") -> str:
    return f"BEGIN:VCARD\nVERSION:{version}\n{body}\nEND:VCARD\n"


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Load an interview with one person, whose card is `content`; `person` is typed beside it."""
    monkeypatch.chdir(tmp_path)

    def ask(content: str | bytes, *, company: Any = None, **person: Any) -> Interview:
        (tmp_path / "card.vcf").write_bytes(content if isinstance(content, bytes) else content.encode())
        rest = REST | ({"company": company} if company else {})
        return load(rest | {"people": [{"card": "card.vcf"} | person]})

    return ask


def _left(interview: Interview) -> list[tuple[str, str]]:
    return [(each.source, each.why) for each in interview.taken[0].left_out]


def test_a_phone_writes_quoted_printable(loaded) -> None:
    person = loaded(PHONE_21).people[0]
    assert (person.name, person.title, person.department) == ("Dr. Jörg Brückner", "Head of Purchasing", "Einkauf")
    assert person.card.organisation == "Fräskopf & Söhne"
    assert person.address == ("Gartenstr. 4", "Hinterhaus", "10115 Berlin", "Germany")
    assert (person.phone, person.email) == ("+49 30 5550110", "joerg@example.org")
    assert (person.courtesy_title, person.given, person.family) == ("Dr.", "Jörg", "Brückner")


@pytest.mark.parametrize("content", [PHONE_21.replace(" SuecKRhrtX+Ff9Hk", " SuecKRhrtX+Ff9Hk="), MODERN_40, TWO])
def test_a_second_reader_sees_the_same_names_and_titles(content: str) -> None:
    theirs = [(card.fn.value, card.title.value) for card in vobject.readComponents(content, allowQP=True)]
    ours = [{each.name: each.text for each in reversed(card.properties)} for card in read_cards(content.encode())]
    assert [(card["FN"], card["TITLE"]) for card in ours] == theirs


def test_a_card_names_its_own_charset(loaded) -> None:
    assert loaded(LATIN_21).people[0].name == "Zoé Petit"


def test_apple_s_card_is_read_whole(loaded) -> None:
    person = loaded(APPLE_30).people[0]
    assert (person.name, person.title, person.department) == ("Ann Lee", "Treasurer", "Finance, Treasury")
    assert person.card.organisation == "Acme, Inc."
    assert person.email == "ann@example.org"
    assert person.address == ("1 Dock Rd", "Floor 2", "Salem, OR 97301", "United States")


def test_version_4_has_preferences_languages_and_addresses_as_uris(loaded) -> None:
    interview = loaded(MODERN_40)
    person = interview.people[0]
    assert (person.name, person.title, person.card.organisation) == ("Robert Ode", "Plant Director", "Zeta Works")
    assert (person.phone, person.email) == ("+1-555-555-0110 x42", "bob@example.org")
    assert person.address == ()
    assert ("ADR", "a private address") in _left(interview)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("begin:vcard\nversion:3.0\nfn:Ann Lee\nend:vcard", "Ann Lee"),
        ("BEGIN:VCARD\r\nFN:Ann\r\n  Lee\r\nEND:VCARD", "Ann Lee"),
        ("BEGIN:VCARD\nFN:Ann L\n\tee\nEND:VCARD", "Ann Lee"),
        ("\ufeffBEGIN:VCARD\rFN:Ann Lee\rEND:VCARD", "Ann Lee"),
        ("BEGIN:VCARD\nVERSION:4.0\nFN:Ann Lee\nEND:VCARD\n".encode("utf-16"), "Ann Lee"),
        (_card("FN:\nN:Lee;Ann;Mary,Jo;Dr.;Jr."), "Dr. Ann Mary Jo Lee, Jr."),
        (_card("FN:O\\, Kim\\; Lee\\n"), "O, Kim; Lee"),
        (_card("FN;X=\"a:b;c\":Ann Lee"), "Ann Lee"),
        (_card("FN;QUOTED-PRINTABLE:J=C3=B6rg=20=\n", "2.1"), "Jörg"),
        (_card("FN;CHARSET=klingon;ENCODING=QUOTED-PRINTABLE:Zo=E9"), "Zoé"),
        (_card("AGENT:\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\nFN:Ann Lee", "2.1"), "Ann Lee"),
        (_card("garbage\n=ABC\nFN:Ann Lee\n:::;;\n;"), "Ann Lee"),
        ("BEGIN:VCARD\nFN:Ann Lee\n", "Ann Lee"),
        ("BEGIN:VCARD\nFN:Zo\u00e9 Lee\n".encode("cp1252") + b"END:VCARD", "Zoé Lee"),
        (_card("FN:Михаил Ёлкин"), "Михаил Ёлкин"),
    ],
)  # fmt: skip
def test_a_name_is_read_however_the_card_is_written(loaded, content, name) -> None:
    assert loaded(content).people[0].name == name


def test_what_was_typed_is_never_changed_and_the_card_stands_beside_it(loaded) -> None:
    interview = loaded(_card("FN:Priya Ramen\nTITLE:Director of Operations"), name="Priya Raman", title="COO")
    (person,) = interview.people
    assert (person.name, person.title) == ("Priya Raman", "COO")
    assert person.card == Card(file="card.vcf", name="Priya Ramen", title="Director of Operations")
    assert _left(interview) == [
        ("FN", "the interview says: Priya Raman"),
        ("TITLE", "the interview says: COO"),
    ]
    assert (person.given, person.family) == (None, None)


def test_what_the_card_says_as_well_is_confirmed(loaded) -> None:
    interview = loaded(APPLE_30, name="Ann Lee", company={"name": "Acme, Inc.", "address": ["1 Dock Rd"]})
    (taken,) = interview.taken
    assert [each.field for each in taken.confirmed] == ["people[0].name", "people[0].company"]
    assert ("ADR", "the interview says: 1 entry") not in _left(interview)
    assert [why for source, why in _left(interview) if source == "ADR"] == ["the interview says: 1 Dock Rd"]
    assert str(taken) == (
        "people[0].card: took title, department, email, family, given from card.vcf; it confirms name, company; "
        "left out: EMAIL, X-ABLABEL, X-APPLE-STRUCTURED-LOCATION, PHOTO, NOTE, ADR"
    )


def test_the_firm_on_a_recruiter_s_card_is_the_recruiter_s(loaded) -> None:
    address = {"name": "Northwind", "address": ["400 W Superior St"]}
    recruiter = loaded(APPLE_30, role="recruiter", company=address).people[0]
    assert (recruiter.company, recruiter.address[0]) == ("Acme, Inc.", "1 Dock Rd")
    manager = loaded(APPLE_30, role="hiring manager", company=address).people[0]
    assert (manager.company, manager.address) == (None, ())


def test_of_several_cards_the_one_with_the_typed_name_is_taken(loaded) -> None:
    assert loaded(TWO, name="bo ek").people[0].title == "COO"
    assert loaded(TWO, name="B. Ek", card={"file": "card.vcf", "name": "Bo Ek"}).people[0].title == "COO"
    with pytest.raises(InputError) as caught:
        loaded(TWO, name="Cy Ng")
    (fault,) = caught.value.faults
    assert (fault.field, fault.found) == ("people[0].card", "2 cards: Ann Lee; Bo Ek")
    assert fault.hint == "write card: {file: card.vcf, name: Ann Lee}"


def test_a_card_in_the_hand_may_be_typed(loaded) -> None:
    card = {"name": "Priya Raman", "title": "Director"}
    person = load(REST | {"people": [{"name": "Priya Raman", "card": card}]}).people[0]
    assert person.card == Card(name="Priya Raman", title="Director")
    assert person.title is None


def test_a_card_that_nobody_reads_is_refused_where_no_file_is_opened() -> None:
    with pytest.raises(InputError) as caught:
        Person(name="Ann", card="ann.vcf")
    (fault,) = caught.value.faults
    assert fault.field == "Person.card"
    assert fault.hint == "load() takes the same mapping, and reads the files that it names"
    assert Person(name="Ann", card=" ").card is None
    assert Person(name="Ann", card={"name": "Ann"}).card == Card(name="Ann")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("", "a vCard"),
        ("hello", "a vCard"),
        ("END:VCARD", "a vCard"),
        (b"\xff\xfe\x00\xd8", "a vCard"),
        (b"\0" * 40, "a vCard"),
        (_card("TITLE:Boss"), "a card with a name"),
        (_card("FN:Ann\x00Lee"), "a card with a name"),
        (_card("FN:" + "x" * 400), "a card with a name"),
        (_card("FN:\u202eeeL nnA"), "a card with a name"),
    ],
)
def test_what_confirms_nobody_is_refused_with_a_reason(loaded, content, rule) -> None:
    with pytest.raises(InputError) as caught:
        loaded(content)
    assert [fault.rule.startswith(rule) for fault in caught.value.faults] == [True]


def test_an_unprintable_title_is_left_out_and_told(loaded) -> None:
    interview = loaded(_card("FN:Ann\nTITLE:\u202eBoss\nTEL:" + "1" * 400 + "\nEMAIL:nowhere"))
    assert interview.people[0].title is None
    assert [source for source, _ in _left(interview)] == ["TITLE", "EMAIL", "TEL"]


@pytest.mark.parametrize(
    ("card", "rule"),
    [
        ("none.vcf", "a file that exists"),
        ("card.txt", "a table of fields, or the name of a file (.vcf, .vcard)"),
        ("https://example.org/a.vcf", "the name of a file on this machine; nothing is fetched"),
        ("{file: }", "the name of a file (.vcf, .vcard)"),
        ("{file: [a]}", "the name of a file (.vcf, .vcard)"),
    ],
)
def test_a_card_that_cannot_be_read_is_told_where_it_is_named(tmp_path: Path, smallest, faults_of, card, rule) -> None:
    (tmp_path / "nine.vcf").write_text(TWO)
    file = tmp_path / "interview.yaml"
    file.write_text(smallest.replace("{name: Priya Raman}", f"{{card: {card}}}"))
    (fault,) = faults_of(file)
    assert (fault.file, fault.line) == (str(file), 5)
    assert (fault.field or "").startswith("people[0].card")
    assert fault.rule.startswith(rule)
    assert card != "none.vcf" or fault.hint == "did you mean nine.vcf?"


def test_a_card_that_cannot_be_read_hides_no_other_fault(loaded) -> None:
    with pytest.raises(InputError) as caught:
        loaded("hello", name="Ann", title="x" * 301)
    assert [fault.field for fault in caught.value.faults] == ["people[0].card", "people[0].title"]


pieces = st.sampled_from(
    [
        *("BEGIN:VCARD\n", "END:VCARD\n", "FN:", "N:", "TITLE", "ADR;", "TEL", "\n ", "\n", "=\n", ";", ":", '"', "\\"),
        *("=C3", "ENCODING=QUOTED-PRINTABLE", "CHARSET=", "utf-7", "hex", "TYPE=HOME", "PREF=1", "ÿ", "x", ","),
        "VERSION:2.1\n",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=120) | st.lists(pieces, max_size=25).map(lambda parts: "".join(parts).encode()))
@example(b"BEGIN:VCARD\nFN;CHARSET=undefined:\xff\nEND:VCARD")
@example(b"BEGIN:VCARD\nFN;CHARSET=idna;QUOTED-PRINTABLE:=FF\nEND:VCARD")
def test_any_bytes_are_a_card_or_refused(tmp_path_factory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.vcf"
    path.write_bytes(content)
    try:
        interview = load(REST | {"people": [{"card": str(path), "name": "Ann"}]})
    except InputError as error:
        json.dumps(error.as_dict())
    else:
        json.dumps([taken.as_dict() for taken in interview.taken])
        assert interview.people[0].name == "Ann"


@pytest.mark.parametrize(
    "line", ["FN" + ';"' * 50_000, "FN" + ";a=\\" * 50_000, "FN;X=" + '"a' * 99_999, ";" * 200_000]
)
def test_a_line_made_to_be_slow_is_only_unreadable(line: str) -> None:
    (card,) = read_cards(_card(line).encode())
    assert card.unreadable == [3]


CROWDS = {
    "properties": "FN:P R\n" + "TITLE:x\n" * 100_000 + "END:VCARD\n",
    "no end": "FN:P R\n" + "TITLE:x\n" * 200_000,
    "parameters": "FN:P R\nTEL" + ";X=1" * 200_000 + ":1\nEND:VCARD\n",
    "bare parameters": "FN:P R\nTEL" + ";" * 1_900_000 + ":1\nEND:VCARD\n",
    "components": "FN:P R\nADR:" + ";" * 1_900_000 + "\nEND:VCARD\n",
    "folds": "FN:P R\nNOTE:x\n" + " \n" * 300_000 + "END:VCARD\n",
    "soft breaks": "FN:P R\nNOTE;ENCODING=QUOTED-PRINTABLE:x\n" + "=\n" * 300_000 + "END:VCARD\n",
    "escapes": "N:" + "\\;" * 300_000 + "\nEND:VCARD\n",
}


@pytest.mark.parametrize("crowd", CROWDS.values(), ids=CROWDS)
def test_a_card_of_very_much_hangs_nothing(crowd: str, loaded) -> None:
    with suppress(InputError):  # the last would take a minute, were each piece joined to all before it
        loaded("BEGIN:VCARD\n" + crowd)


def test_a_card_of_more_than_a_thousand_properties_is_refused(loaded) -> None:
    card = "BEGIN:VCARD\nFN:P R\n{}END:VCARD\n"
    assert loaded(card.format("TITLE:x\n" * (MOST_PROPERTIES - 1))).people[0].title == "x"
    with pytest.raises(InputError, match="a card of at most 1,000 properties"):
        loaded(card.format("TITLE:x\n" * MOST_PROPERTIES))


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_file_of_more_than_150000_lines_is_refused(end: str, loaded) -> None:
    head = end.join(["BEGIN:VCARD", "FN:P R", "NOTE;ENCODING=QUOTED-PRINTABLE:x="])
    assert loaded(f"{head}{end}{f'={end}' * (MOST_LINES - 4)}END:VCARD{end}").people[0].name == "P R"
    with pytest.raises(InputError, match="a file of at most 150,000 lines"):
        loaded(f"{head}{end}{f'={end}' * (MOST_LINES - 3)}END:VCARD{end}")


def test_a_card_of_more_than_two_million_bytes_is_refused(loaded) -> None:
    with pytest.raises(InputError, match="at most 2,000,000 bytes"):
        loaded("BEGIN:VCARD\nFN:P R\nPHOTO;ENCODING=B:" + "x" * LARGEST + "\nEND:VCARD\n")


def test_an_address_book_that_many_people_stand_in_is_read_once(tmp_path: Path, monkeypatch) -> None:
    reading = []
    monkeypatch.setattr(card_files, "read_cards", lambda content: reading.append(content) or read_cards(content))
    monkeypatch.chdir(tmp_path)
    names = [f"Person {number}" for number in range(20)]
    Path("book.vcf").write_text("".join(_card(f"FN:{name}") for name in names), "utf-8")
    people = [{"name": name, "role": "panel", "card": "book.vcf"} for name in names]
    assert [person.card.name for person in load(REST | {"people": people}).people if person.card] == names
    assert len(reading) == 1

"""A job posting as position and company: saved pages, data in both forms, lists of duties; nothing is fetched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from followup_letters.errors import InputError
from followup_letters.fields import MOST_TO_MATCH
from followup_letters.loading import load
from followup_letters.loading.foreign.html_pages import json_ld, shown_lines
from followup_letters.loading.foreign.responsibilities import entries_of, listings_in, responsibilities_in
from followup_letters.models import Interview

REST: dict[str, Any] = {
    "candidate": {"name": "Maya Okafor"},
    "company": {"name": "Northwind"},
    "interview": {"date": "2026-11-18"},
    "people": [{"name": "Priya Raman"}],
}
ADDRESS = {
    "@type": "PostalAddress",
    "streetAddress": "12 Quay St",
    "addressLocality": "Galway",
    "postalCode": "H91 X2Y4",
    "addressCountry": "IE",
}
POSTING: dict[str, Any] = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Harbour Master",
    "identifier": {"@type": "PropertyValue", "name": "Port", "value": "HM-7"},
    "datePosted": "2026-10-01",
    "hiringOrganization": {"@type": "Organization", "name": "Port of Galway", "logo": "x.png"},
    "jobLocation": {"@type": "Place", "address": ADDRESS},
    "description": "<p>The port is old &amp; busy.</p><p><strong>Your responsibilities:</strong></p>"
    "<ul><li>Bring ships in <b>safely</b>;</li><li><p>Lead a crew of nine</p></li></ul>"
    "<h3>Requirements</h3><ul><li>A master&rsquo;s licence</li></ul>",
}
DUTIES = ("Bring ships in safely", "Lead a crew of nine")
PAGE = "a page that carries its job posting"
JOB = {
    "title": "Harbour Master",
    "company": "Port of Galway",
    "type": "Full-time",
    "date": "2026-10-01",
    "location": {"address": "12 Quay St", "city": "Galway", "postalCode": "H91 X2Y4", "countryCode": "IE"},
    "remote": "None",
    "experience": "Senior",
    "responsibilities": ["Bring ships in safely", "Lead a crew of nine"],
    "qualifications": ["A licence"],
    "skills": [{"name": "Radio"}],
    "meta": {"version": "v1"},
}


def _page(*scripts: Any, head: str = "") -> str:
    parts = [script if isinstance(script, str) else json.dumps(script) for script in scripts]
    body = "".join(f'<script type="application/ld+json">{part}</script>\n' for part in parts)
    return f"<!DOCTYPE html><html><head>{head}{body}</head><body><h1>Jobs</h1></body></html>"


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Load an interview whose position is in the file `name`; `beside` is typed beside its name."""
    monkeypatch.chdir(tmp_path)

    def ask(content: Any, name: str = "posting.html", *, company: Any = None, **beside: Any) -> Interview:
        if not isinstance(content, str | bytes):
            content = json.dumps(content)
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        rest = REST | ({"company": company} if company is not None else {})
        return load(rest | {"position": {"file": name, **beside} if beside else name})

    return ask


def _responsibilities(interview: Interview) -> tuple[str, ...]:
    return tuple(each.text for each in interview.position.responsibilities)


def _left(interview: Interview) -> dict[str, str]:
    return {each.source: each.why for taken in interview.taken for each in taken.left_out}


def test_a_saved_page_gives_position_and_company(loaded) -> None:
    interview = loaded(_page(POSTING), company="posting.html")
    assert (interview.position.title, interview.position.reference) == ("Harbour Master", "HM-7")
    assert _responsibilities(interview) == DUTIES
    assert interview.company.name == "Port of Galway"
    assert interview.company.address == ("12 Quay St", "Galway", "H91 X2Y4")
    assert [taken.under for taken in interview.taken] == ["position", "company"]


def test_what_is_left_of_a_posting_is_told(loaded) -> None:
    interview = loaded(_page(POSTING))
    left = _left(interview)
    assert set(left) == {"datePosted", "hiringOrganization", "jobLocation", "description", "description: Requirements"}
    assert left["hiringOrganization"] == "for company, which may name this file as well"
    values = {each.value: each.source for each in interview.taken[0].values}
    assert values["Lead a crew of nine"] == "description: Your responsibilities"


def test_the_same_data_in_a_file_of_its_own_says_the_same(loaded) -> None:
    page, data = loaded(_page(POSTING)), loaded(POSTING, "posting.json")
    assert page == data
    assert page.taken != data.taken


def test_a_job_of_json_resume_gives_both_too(loaded) -> None:
    interview = loaded(JOB, "job.json", company="job.json")
    assert (interview.position.title, interview.position.level) == ("Harbour Master", "senior")
    assert _responsibilities(interview) == DUTIES
    assert (interview.company.name, interview.company.address[0]) == ("Port of Galway", "12 Quay St")
    assert {"type", "date", "remote", "qualifications", "skills"} <= set(_left(interview))


def test_fields_beside_the_file_win(loaded) -> None:
    interview = loaded(_page(POSTING), title="Deputy Harbour Master", level="junior", responsibilities=["Keep the log"])
    assert (interview.position.title, interview.position.level) == ("Deputy Harbour Master", "junior")
    assert (interview.position.reference, _responsibilities(interview)) == ("HM-7", ("Keep the log",))
    assert _left(interview)["title"] == "title is typed beside the file"
    assert _left(interview)["responsibilities"] == "responsibilities is typed beside the file"


def test_a_company_may_have_a_short_name_beside_the_file(loaded) -> None:
    company = loaded(_page(POSTING), company={"file": "posting.html", "short_name": "the Port", "name": "Galway Port"})
    assert (company.company.name, company.company.short_name) == ("Galway Port", "the Port")


@pytest.mark.parametrize(
    "script",
    [
        {"@graph": [{"@type": "WebSite"}, POSTING]},
        [{"@type": "Organization", "name": "x"}, [POSTING]],
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": POSTING}]},
        POSTING | {"@type": ["Thing", "JobPosting"]},
        POSTING | {"@type": "https://schema.org/JobPosting"},
        {"@type": "schema:JobPosting"} | {f"schema:{key}": value for key, value in POSTING.items() if key[0] != "@"},
        "\n//<![CDATA[\n" + json.dumps(POSTING) + "\n//]]>\n",
        "<!-- " + json.dumps(POSTING) + " -->",
        "/*<![CDATA[*/" + json.dumps(POSTING) + "/*]]>*/",
        json.dumps(POSTING).replace("The port", "The\n\tport"),
        json.dumps(POSTING)[:-1] + ", // the end, see https://example.org\n /* , */ };",
        json.dumps(POSTING | {"description": POSTING["description"].replace("<", "&lt;").replace(">", "&gt;")}),
    ],
)
def test_a_posting_is_found_however_the_page_wraps_it(loaded, script) -> None:
    interview = loaded(_page({"@type": "BreadcrumbList"}, script))
    assert (interview.position.title, _responsibilities(interview)) == ("Harbour Master", DUTIES)


def test_references_within_a_graph_are_followed(loaded) -> None:
    organization = {"@id": "#port", "@type": "Organization", "legalName": "Port of Galway DAC", "address": ADDRESS}
    graph = {
        "@graph": [POSTING | {"hiringOrganization": {"@id": "#port"}}, organization, {"@id": "#x", "y": {"@id": "#x"}}]
    }
    interview = loaded(_page(graph), company="posting.html")
    assert (interview.company.name, interview.company.address[0]) == ("Port of Galway DAC", "12 Quay St")


def test_a_broken_script_hides_no_good_one_and_is_told(loaded) -> None:
    interview = loaded(_page('{"@type": "JobPosting" "x"}', POSTING, "[" * 3000, "", head="<meta charset=utf-8>\n\n"))
    assert interview.position.title == "Harbour Master"
    assert {source for source, why in _left(interview).items() if why == "not JSON"} == {
        "script in line 3",
        "script in line 5",
    }


@pytest.mark.parametrize(("charset", "encoding"), [("windows-1252", "cp1252"), ("utf-8", "utf-8"), ("", "utf-16")])
def test_a_page_says_its_own_encoding(loaded, charset, encoding) -> None:
    script = json.dumps(POSTING | {"title": "Chef de café"}, ensure_ascii=False)
    assert loaded(_page(script, head=f"<meta charset={charset}>").encode(encoding)).position.title == "Chef de café"


def test_of_several_postings_the_one_with_the_typed_title_is_meant(loaded) -> None:
    page = _page([POSTING, POSTING | {"title": "Pilot"}])
    interview = loaded(page, title="pilot")
    assert interview.position.title == "pilot"
    assert _left(interview)["JobPosting"] == "another posting in the same file"
    with pytest.raises(InputError) as caught:
        loaded(page)
    (fault,) = caught.value.faults
    assert (fault.field, fault.found) == ("position", "2 postings: Harbour Master; Pilot")
    assert fault.hint == "write position: {file: posting.html, title: Harbour Master}"


def test_the_same_job_in_two_places_is_one(loaded) -> None:
    interview = loaded(_page([POSTING, POSTING | {"identifier": "HM-8"}]))
    assert interview.position.reference == "HM-7"
    assert _left(interview)["JobPosting"] == "another posting in the same file"


def test_the_company_is_that_of_the_posting_that_was_meant(loaded) -> None:
    other = POSTING | {"title": "Pilot", "hiringOrganization": "Pilots Ltd"}
    assert loaded(_page([POSTING, other]), title="Pilot", company="posting.html").company.name == "Pilots Ltd"
    with pytest.raises(InputError, match="2 postings: Port of Galway; Pilots Ltd"):
        load(REST | {"position": {"title": "x"}, "company": "posting.html"})


@pytest.mark.parametrize(
    ("more", "duties"),
    [
        ({"responsibilities": "<ul><li>Sail</li><li>Row and</li></ul>"}, ("Sail", "Row")),
        ({"responsibilities": ["Sail. Far.", "Row"]}, ("Sail. Far.", "Row")),
        (
            {"responsibilities": "Sail the boat. Row the boat, e.g. A to B."},
            ("Sail the boat.", "Row the boat, e.g. A to B."),
        ),
        ({"responsibilities": "Duties:\n• Sail\n• Row"}, ("Sail", "Row")),
        ({"responsibilities": "Sail the boat\nRow the boat"}, ("Sail the boat", "Row the boat")),
        ({"responsibilities": None}, DUTIES),
        ({"responsibilities": 7}, ("7",)),
        ({"description": "What you'll do:\n- Sail\n- Row\n\nWhat you'll need:\n- A boat"}, ("Sail", "Row")),
        ({"description": "The role\n1. Sail\n2) Row"}, ("Sail", "Row")),
        ({"description": "<p>We sail.</p><ul><li>Bring ships in safely</li><li>Lead a crew of nine</li></ul>"}, DUTIES),
        ({"description": "<p>We sail.</p><ul><li>A master's licence</li><li>Ten years at sea</li></ul>"}, ()),
        ({"description": "<p>Responsibilities: steer the ship.</p><ul><li>A licence</li><li>A degree</li></ul>"}, ()),
        ({"description": "Port of Galway. The role:\n- Bring ships in safely\n- Lead a crew of nine"}, DUTIES),
        ({"description": "<b>Benefits</b><ul><li>Rum</li></ul>"}, ()),
        ({"description": "<h2>A</h2><ul><li>x</li></ul><h2>B</h2><ul><li>y</li></ul>"}, ()),
        ({"description": "Prose only."}, ()),
        ({"description": None}, ()),
        ({"description": {"@value": "x"}}, ()),
        ({"description": "Your tasks<br>- Sail<br>- Row<br>- Sail"}, ("Sail", "Row")),
    ],
)
def test_lists_of_responsibilities_are_split_sensibly(loaded, more, duties) -> None:
    assert _responsibilities(loaded(_page(POSTING | more))) == duties


@pytest.mark.parametrize(
    ("more", "name", "address"),
    [
        ({"hiringOrganization": "Port"}, "Port", ("12 Quay St", "Galway", "H91 X2Y4")),
        ({"hiringOrganization": [{"name": "R&amp;D Port"}]}, "R&D Port", ("12 Quay St", "Galway", "H91 X2Y4")),
        ({"jobLocation": [{"address": ADDRESS}, {"address": {"addressLocality": "Cork"}}]}, "Port of Galway", ()),
        ({"jobLocation": {"address": {"addressLocality": "Galway"}}}, "Port of Galway", ()),
        ({"jobLocation": "Galway"}, "Port of Galway", ()),
        ({"jobLocation": {"address": {"streetAddress": "1 A St", "addressLocality": "Salem", "addressRegion": "OR",
         "postalCode": 97301, "addressCountry": {"@type": "Country", "name": "US"}}}},
         "Port of Galway", ("1 A St", "Salem, OR 97301")),
    ],
)  # fmt: skip
def test_a_company_s_address_is_taken_if_a_letter_reaches_it(loaded, more, name, address) -> None:
    interview = loaded(_page(POSTING | more), company="posting.html")
    assert (interview.company.name, interview.company.address) == (name, address)
    assert address or any(source.startswith("jobLocation") for source in _left(interview))


@pytest.mark.parametrize(
    ("identifier", "reference"),
    [
        ("HM-7", "HM-7"),
        (7, "7"),
        ("61e9e00e-b00f-471d-aa86-a6be98957d1a", None),
        ("https://example.org/7", None),
        ({"value": None}, None),
        ([], None),
    ],
)
def test_a_reference_is_one_that_people_quote(loaded, identifier, reference) -> None:
    assert loaded(_page(POSTING | {"identifier": identifier})).position.reference == reference


def test_an_endless_posting_is_cut_where_an_interview_ends_and_says_so(loaded) -> None:
    many = "".join(f"<li>Count ship {number}</li>" for number in range(5000))
    interview = loaded(
        _page(POSTING | {"responsibilities": f"<ul>{many}</ul>"}, head="<!-- " + "x" * 2_000_000 + " -->")
    )
    assert len(interview.position.responsibilities) == MOST_TO_MATCH
    assert len(interview.taken[0].left_out) > 4800


def test_a_position_may_be_a_file_of_our_own(tmp_path: Path, smallest: str) -> None:
    (tmp_path / "job.yaml").write_text("title: Manager\nlevel: senior\n")
    (tmp_path / "firm.toml").write_text('name = "Northwind, Inc."\n')
    file = tmp_path / "interview.yaml"
    file.write_text(smallest.replace("{title: Manager}", "job.yaml").replace("{name: Northwind}", "firm.toml"))
    interview = load(file)
    assert (interview.position.level, interview.company.name, interview.taken) == ("senior", "Northwind, Inc.", ())


def test_a_misspelt_field_in_a_file_of_our_own_is_told_there(tmp_path: Path, smallest: str, faults_of) -> None:
    (tmp_path / "job.yaml").write_text("title: Manager\nresponsibilites: [x]\n")
    file = tmp_path / "interview.yaml"
    file.write_text(smallest.replace("{title: Manager}", "job.yaml"))
    (fault,) = faults_of(file)
    assert (Path(fault.file or "").name, fault.line, fault.field) == ("job.yaml", 2, "responsibilites")
    assert fault.hint == "did you mean responsibilities?"


@pytest.mark.parametrize(
    ("content", "name", "rule", "found"),
    [
        (b"", "p.html", PAGE, "a page without such data"),
        (b"<html><body>Job</body></html>", "p.html", PAGE, "a page without such data"),
        (_page({"@type": "WebSite"}).encode(), "p.html", PAGE, "a page with other data"),
        (_page("{oops").encode(), "p.htm", PAGE, "a script in line 1 that is not JSON"),
        (b"\x89PNG\r\n\x1a\n\0\0", "p.html", PAGE, "a page without such data"),
        (_page({"@type": "JobPosting"}).encode(), "p.html", "a posting that tells the title", "p.html"),
        (b'{"company": "Port", "type": "x"}', "p.json", "a posting that tells the title", "p.json"),
        (b'{"@type": "WebSite"}', "p.json", "a JobPosting of schema.org", "other data of schema.org"),
        (b"[1, 2]", "p.json", "a table of fields, or a job posting", "a list of 2 entries"),
        (b"7", "p.json", "a table of fields", "7"),
        (b"{", "p.json", "a key in double quotes", None),
        (b"x" * 10_000_001, "p.html", "a file of at most 10,000,000 bytes", "p.html"),
        (b"", "p.pdf", "a table of fields, or the name of a file", "p.pdf"),
    ],
)  # fmt: skip
def test_what_is_no_posting_is_refused_with_a_reason(loaded, content, name, rule, found) -> None:
    with pytest.raises(InputError) as caught:
        loaded(content, name)
    (fault,) = caught.value.faults
    assert fault.rule.startswith(rule)
    assert (fault.found or "").startswith(found or "")


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "[1e999]"])
def test_a_number_that_is_none_is_no_title_and_no_company(loaded, number: str) -> None:
    page = _page(json.dumps(POSTING).replace('"Harbour Master"', number).replace('"HM-7"', number))
    with pytest.raises(InputError) as caught:
        loaded(page)
    (fault,) = caught.value.faults
    assert (fault.field, fault.rule) == ("position.title", "a text, or a number that is one")
    beside = loaded(page, title="Harbour Master").position
    assert (beside.title, beside.reference) == ("Harbour Master", None)
    page = _page(json.dumps(POSTING).replace('"Port of Galway"', number))
    with pytest.raises(InputError, match=r"company\.name"):
        loaded(page, company="posting.html")


def test_faults_of_every_file_come_together(tmp_path: Path, smallest: str, faults_of) -> None:
    file = tmp_path / "interview.yaml"
    named = {
        "{name: Maya Okafor}": "me.json",
        "{name: Northwind}": "page.html",
        "{title: Manager}": "https://x.org/a.html",
    }
    text = smallest.replace("{name: Priya Raman}", "{name: Ann, card: ann.vcf}")
    for typed, name in named.items():
        text = text.replace(typed, name)
    file.write_text(text + "letter: {paper: a5}\n")
    told = [(fault.line, fault.field) for fault in faults_of(file)]
    assert told == [(1, "candidate"), (2, "company"), (3, "position"), (5, "people[0].card"), (6, "letter.paper")]


# --------------------------------------------------------------------------------------------- the pieces


def test_lines_are_what_a_reader_sees() -> None:
    text = "<style>x{}</style><p>A&nbsp;b<br>c</p><!-- no --><ul><li>d<ul><li>e</ul><li> </ul>f<script>g</script>"
    assert shown_lines(text) == ["A b", "c", "• d", "• e", "f"]
    assert shown_lines("R&D < 5 & more\n\n • x") == ["R&D < 5 & more", "• x"]


def test_a_list_belongs_to_the_line_above_it() -> None:
    (listing,) = listings_in("Intro.\n\nKey responsibilities:\n\n– Sail\n– Row\n\nEnd.")
    assert (listing.heading, listing.items) == ("Key responsibilities", ("Sail", "Row"))
    duties, left = responsibilities_in("Requirements for the role\n- A\nYour day\n- B")
    assert (duties, [each.heading for each in left]) == ([("B", "Your day")], ["Requirements for the role"])


words = st.lists(
    st.sampled_from(
        ["<ul>", "<li>", "</li>", "</ul>", "<p>", "<br>", "&lt;li&gt;", "&", "- ", "\n", "a", "Duties:", "<!--", "•"]
    )
).map("".join)


@settings(max_examples=150, deadline=None)
@example("- •<ul>&lt;li&gt;<li>&lt;li&gt;")  # a bullet, and nothing behind it
@given(words | st.text(max_size=80))
def test_any_text_has_lines_and_lists(text: str) -> None:
    assert all(line.strip() for line in shown_lines(text))
    assert all(isinstance(item, str) for item in entries_of(text))
    for listing in responsibilities_in(text)[1]:
        assert listing.items


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from([*POSTING, *JOB, "@id", "@graph"])


@settings(max_examples=120, deadline=None)
@given(st.dictionaries(keys, anything, max_size=5), st.sampled_from([POSTING, JOB, {"@type": "JobPosting"}, {}]))
def test_any_posting_loads_or_is_refused(tmp_path_factory, more: dict[str, Any], base: dict[str, Any]) -> None:
    for name, content in (("any.json", json.dumps(base | more)), ("any.html", _page(json.dumps(base | more)))):
        path = tmp_path_factory.getbasetemp() / name
        path.write_text(content)
        try:
            interview = load(REST | {"position": str(path), "company": str(path)})
        except InputError as error:
            json.dumps(error.as_dict())
        else:
            json.dumps([taken.as_dict() for taken in interview.taken])


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=150))
def test_any_bytes_are_a_page_with_or_without_data(content: bytes) -> None:
    json_ld(content)
    json_ld(b'<script type="application/ld+json">' + content)

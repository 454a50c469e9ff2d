"""What a fault says, and what it suggests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
import yaml

from followup_letters import lexicon
from followup_letters.choices import Choice, choice_in
from followup_letters.errors import Fault, InputError
from followup_letters.loading import load
from followup_letters.loading.hints import EXAMPLES, nouns_in
from followup_letters.models import Interview, LetterSettings
from followup_letters.noun import Noun
from followup_letters.spelling import form


def _fault(faults, field):
    (fault,) = [fault for fault in faults if fault.field == field]
    return fault


OTHER_LANGUAGES = "letters in another language have templates of your own: docs/templates.md#another-language"
OTHER_FACES = "a style sheet of your own may embed another face: docs/templates.md#looks"


@pytest.mark.parametrize(
    ("line", "field", "hint"),
    [
        ("responsibilities: [x]", "responsibilities", "responsibilities belongs under position"),
        ("title: x", "title", "title belongs under position or under people"),
        ("responsibilites: [x]", "responsibilites", "did you mean responsibilities? It belongs under position"),
        ("Holi-Days: US", "Holi-Days", None),
        ("persons: [{name: B}]", "persons", "did you mean people?"),
        ("letters: {paper: a4}", "letters", "did you mean letter?"),
        ("outlook: {Went-Well: yes}", "outlook.Went-Well", "did you mean went_well?"),
        ("outlook: {people: []}", "outlook.people", "people belongs at the top level"),
        ("outlook: {doubts: []}", "outlook.doubts", "did you mean reservations?"),
        ("outlook: {concerns: []}", "outlook.concerns", "did you mean reservations?"),
        (
            "letter: {templates: mine}",
            "letter.templates",
            "a folder of templates is named to the command: render-letter FILE --templates DIR",
        ),
        (
            "letter: {closing: Best}",
            "letter.closing",
            "the close stands in a template: render-letter eject my-words en/letter.html.j2; then --templates my-words",
        ),
        ("doubt: x", "doubt", "did you mean reservations? It belongs under outlook"),
        ("outlook: {decision_by: 2026-12-01}", "outlook.decision_by", "did you mean employer_decides_on?"),
        ("outlook: {notes: x}", "outlook.notes", "did you mean private?"),
        ("notes: x", "notes", "did you mean private? It belongs under outlook"),
        ("history: [{on: 2026-11-19, what: called, notes: x}]", "history[0].notes", "did you mean note?"),
        ("letter: {zzz: 1}", "letter.zzz", f"the fields here are: {', '.join(LetterSettings.model_fields)}"),
    ],
)  # fmt: skip
def test_an_unknown_key_is_told_where_it_belongs(line, field, hint, smallest, faults_of) -> None:
    fault = _fault(faults_of(f"{smallest}{line}"), field)
    assert fault.rule == "a field that is known here"
    assert hint is None or fault.hint == hint


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("date: 2026-11-18", "date: 2026-11-18, duration: an hour", "did you mean lasted?"),
        ("date: 2026-11-18", "date: 2026-11-18, length: an hour", "did you mean lasted?"),
        ("name: Northwind", "name: Northwind, website: x", "the fields here are: name, short_name, article, address"),
        ("name: Priya Raman", "name: Priya Raman, notes: x", "did you mean private? It belongs under outlook"),
        ("name: Priya Raman", "name: Priya Raman, discussed: x", "did you mean talked_about?"),
        ("name: Priya Raman", "name: Priya Raman, topic: x", "did you mean talked_about?"),
        ("title: Manager", "title: Manager, duties: [x]", "did you mean responsibilities?"),
        ("title: Manager", "title: Manager, seniority: mid", "did you mean level?"),
        ("people:", "outlook: {reservations: [{what: the commute, answer: x}]}\npeople:", "did you mean concern?"),
        (
            "people:",
            "outlook: {other_offer: {received: 2026-11-20, answer_by: 2026-12-04}}\npeople:",
            "did you mean decide_by?",
        ),
    ],
)
def test_a_field_that_people_call_otherwise_is_told_and_none_that_is_a_little_like_it(
    old, new, hint, smallest, faults_of
) -> None:
    (fault,) = faults_of(smallest.replace(old, new))
    assert fault.hint == hint


def test_what_is_called_otherwise_in_the_tables_is_a_field_or_a_choice_and_the_other_names_are_none() -> None:
    fields = {name for model in _models(Interview) for name in model.model_fields}
    choices = {str(each) for _, choices in _choices() for each in choices}
    for table, known in (("fields_otherwise", fields), ("choices_otherwise", choices)):
        assert lexicon.names(table).keys() <= known
    others = {form(other) for names in lexicon.names("fields_otherwise").values() for other in names}
    assert len(others) > 30
    assert others & fields == {"employer", "what"}  # of a post, and of an event; elsewhere the company, and a doubt


@pytest.mark.parametrize("day", ["0001-01-01", "3001-02-28"])
def test_a_day_of_a_year_that_is_not_taken_is_not_told_to_be_none_of_its_month(day, smallest, faults_of) -> None:
    (fault,) = faults_of(smallest.replace("2026-11-18", day))
    assert (fault.rule, fault.hint) == ("a date of the years 1900 to 2199", None)


def test_a_choice_that_is_called_otherwise_has_one_hint_by_load_and_by_hand(smallest, faults_of) -> None:
    told = 0
    for (model, field), choices in _choices():
        near = [name for each in choices for name in lexicon.names("choices_otherwise").get(each, ())]
        for typed in [*near, "zzz", f"{next(iter(choices))}x"]:
            (by_hand,) = _fault_of(lambda m=model, f=field, t=typed: m(**{f: t}), field)
            (loaded,) = _fault_of(lambda m=model, f=field, t=typed: load(_around(m, f, t)), field)
            assert by_hand.hint == loaded.hint, (field, typed)
            told += by_hand.hint is not None
    assert told > 60


def _around(model: type[Noun], field: str, value: str) -> dict[str, object]:
    """An interview with `value` in a field of `model`."""
    table: dict[str, object] = {field: value}
    places = {"Meeting": "interview", "Position": "position", "LetterSettings": "letter"}
    key = places.get(model.__name__) or ("people" if model.__name__ == "Person" else "history")
    return {key: table if model.__name__ in places else [table]}


def _fault_of(make: Callable[[], object], field: str) -> list[Fault]:
    with pytest.raises(InputError) as caught:
        make()
    return [fault for fault in caught.value.faults if re.search(rf"\b{field}\b", fault.field or "")]


def _models(model: type[Noun]) -> set[type[Noun]]:
    seen: set[type[Noun]] = {model}
    for field in model.model_fields.values():
        for below in nouns_in(field.annotation):
            seen |= _models(below)
    return seen


def _choices() -> list[tuple[tuple[type[Noun], str], type[Choice]]]:
    """Each field of an interview that holds one choice, with what may be chosen."""
    fields = ((model, *field) for model in _models(Interview) for field in model.model_fields.items())
    return [((model, name), chosen) for model, name, field in fields if (chosen := choice_in(field.annotation))]


@pytest.mark.parametrize(
    ("line", "rule", "hint"),
    [
        ("letter: {medium: e-post}", "one of: post, email", "did you mean post?"),
        ("letter: {medium: Letter}", "one of: post, email", "did you mean post?"),
        ("letter:\n  medium post", "a table of fields", "write medium: post"),
        ("letter: {face: Georgia}", "one of: XCharter, EB Garamond, Lato", OTHER_FACES),
        ("letter: {language: en-UK}", "one of: en-US, en-GB", "did you mean en-GB?"),
        ("letter: {medium: mail}", "one of: post, email", "did you mean post or email?"),
        ("letter: {language: English}", "one of: en-US, en-GB", "did you mean en-US or en-GB?"),
        ("letter: {language: British}", "one of: en-US, en-GB", "did you mean en-GB?"),
        ("letter: {language: de-DE}", None, OTHER_LANGUAGES),
        ("letter: {language: German}", None, OTHER_LANGUAGES),
        ("outlook: {interested: very much}", "true or false", "did you mean true?"),
        ("outlook: {interested: 'no, thanks'}", "true or false", "did you mean false?"),
        ("letter: {paper: x}", "one of: letter, a4", None),
        ("outlook: {interested: perhaps}", "true or false", "leave it out if you do not know"),
        ("outlook: {interested: Not sure}", "true or false", "leave it out if you do not know"),
        ("history: [{on: 2026-13-01, what: called}]", None, "the month is the number in the middle, from 1 to 12"),
        ("history: [{on: 0000-01-40, what: called}]", "a day that the calendar has", "the year comes first"),
        ("history: [{on: 18.11.2026, what: called}]", None, "write 2026-11-18"),
        ("history: [{on: 'Nov. 18th, 2026', what: called}]", None, "write 2026-11-18"),
        ("history: [{on: 18 November 2026, what: called}]", None, "write 2026-11-18"),
        ("history: [{on: 'Sept 3, 2026', what: called}]", None, "write 2026-09-03"),
        ("history: [{on: 05/06/2026, what: called}]", None, "write 2026-05-06 or 2026-06-05"),
        ("history: [{on: '2026-11-18 09:00:00', what: called}]", None, "write 2026-11-18, without the time"),
        ("history: [{on: 2026-11-18T09:00, what: called}]", None, "write 2026-11-18, without the time"),
        ("history: [{on: yesterday, what: called}]", None, "for example: 2026-11-18"),
        ("outlook: {reasons: [[a, b]]}", "one text", None),
        ("outlook: {news: [x]}", "a table of fields", "write {what: x}"),
        ("outlook: {news: ['[x']}", "a table of fields", "the fields are: what, date, source"),
        ("outlook: x", "a table of fields", None),
        ("holidays: {a: b}", "a list", None),
        ("holidays: [2026-11-26, 2026-11-31]", "a day that the calendar has", "November 2026 has 30 days"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_the_rule_and_the_nearest_right_one(line, rule, hint, smallest, faults_of) -> None:
    (fault,) = faults_of(smallest + line)
    assert rule is None or fault.rule == rule
    assert hint is None or fault.hint == hint


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("[{name: Priya Raman}]", "[{name: B, role: HR}]", "did you mean personnel?"),
        ("date: 2026-11-18", "date: 2026-11-18, how: in person", "did you mean on site?"),
        ("[{name: Priya Raman}]", "[{name: B, role: collegue}]", "did you mean panel?"),
        ("[{name: Priya Raman}]", "[{name: B, role: the hr person}]", None),
        ("[{name: Priya Raman}]", "[{name: B, role: manager}]", "did you mean hiring manager?"),
        ("{title: Manager}", "{title: Manager, level: manager}", "did you mean senior?"),
        ("{name: Northwind}", "\n  name Northwind Ltd", "write name: Northwind Ltd"),
        ("{title: Manager}", "{title: Manager, level: mid-level}", "did you mean mid?"),
        ("{title: Manager}", "{title: Manager, level: Senior level}", "did you mean senior?"),
        ("{title: Manager}", "{title: Manager, level: midle}", "did you mean mid?"),
        ("{title: Manager}", "{title: Manager, level: entry}", "did you mean junior?"),
        ("{title: Manager}", "{title: Manager, level: junior to mid}", None),
        ("[{name: Priya Raman}]", "Priya Raman", "write {name: Priya Raman}"),
        ("[{name: Priya Raman}]", "[Priya Raman]", "write {name: Priya Raman}"),
        ("people:", "interviewers:", "did you mean people?"),
        ("company:", "history: [{on: 2026-11-19, what: mailed}]\ncompany:", "did you mean wrote?"),
        ("company:", "history: [{on: 2026-11-19, what: sent}]\ncompany:", "did you mean wrote?"),
        ("company:", "history: [{on: 2026-11-19, what: emailled}]\ncompany:", "did you mean emailed?"),
        ("company:", "history: [{on: 2026-11-19, what: phoned}]\ncompany:", "did you mean called?"),
    ],
)
def test_what_people_write_otherwise_is_understood_in_the_hint(old, new, hint, smallest, faults_of) -> None:
    assert old in smallest
    (fault,) = faults_of(smallest.replace(old, new))
    assert fault.hint == hint


@pytest.mark.parametrize(
    ("text", "suffix", "hint"),
    [
        ('people = ["Jörg Müller"]', ".toml", 'write {name = "J'),
        ('{"people": ["Jörg Müller"]}', ".json", 'write {"name": "Jörg Müller"}'),
    ],
)
def test_a_name_alone_is_told_to_be_a_table_of_the_format(text, suffix, hint, faults_of) -> None:
    assert _fault(faults_of(text, suffix), "people[0]").hint.startswith(hint)


@pytest.mark.parametrize(
    ("typed", "concern"),
    [("no X-ray rules", "no X-ray rules"), ("they worried that I never ran one", "no union experience")],
)
def test_a_doubt_alone_is_told_to_be_a_noun_phrase_with_an_answer(typed, concern, smallest, faults_of) -> None:
    (fault,) = faults_of(f"{smallest}outlook: {{reservations: [{typed}]}}\n")
    assert fault.hint.startswith(f"write {{concern: {concern}, answer: …}}: the doubt as a noun phrase")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("maya", "there is no @ in it"),
        ("m@a@b.c", "there is more than one @ in it"),
        ("maya @example.com", "there is a space in it"),
        ("maya@example", "there is no dot after the @"),
        ("'maya@example,com'", "there is a comma after the @; did you mean a dot?"),
        (".maya@example.com", "there is a dot too many in it"),
        ("maya@example..com", "there is a dot too many in it"),
        ("maya\\o@example.com", "there is a \\ in it"),
    ],
)
def test_an_email_address_is_told_what_it_lacks(typed, hint, smallest, faults_of) -> None:
    (fault,) = faults_of(smallest.replace("name: Maya Okafor", f"name: Maya Okafor, email: {typed}"))
    assert fault.hint == hint


@pytest.mark.parametrize(
    ("suffix", "text", "hint"),
    [
        (".yaml", "company: {}", 'for example: company: {name: "Northwind Logistics, Inc."}'),
        (".toml", "", 'for example: company = {name = "Northwind Logistics, Inc."}'),
        (".json", "{}", 'for example: "company": {"name": "Northwind Logistics, Inc."}'),
    ],
)
def test_a_missing_field_is_shown_as_a_line_of_the_format(suffix, text, hint, faults_of) -> None:
    faults = faults_of(text.replace("company", "position") or "# nothing yet", suffix)
    fault = _fault(faults, "company")
    assert (fault.rule, fault.hint) == ("company must be given", hint)


def test_every_required_field_has_an_example() -> None:
    required = {(model.__name__, name) for model, name in _required(Interview, set())}
    assert len(required) > 10
    assert required == EXAMPLES.keys()


def _required(model: type[Noun], seen: set[type[Noun]]) -> Iterator[tuple[type[Noun], str]]:
    seen.add(model)
    for name, field in model.model_fields.items():
        if field.is_required():
            yield model, name
        for below in nouns_in(field.annotation):
            if below not in seen:
                yield from _required(below, seen)


@pytest.mark.parametrize("typed", ["none", "n/a", "-", "no phone", "unknown", "ask Susan"])
@pytest.mark.parametrize("field", ["people[0].phone", "people[0].card.phone", "candidate.phone"])
def test_what_nobody_can_dial_is_no_telephone_number(typed, field, smallest, faults_of) -> None:
    given = f"card: {{phone: '{typed}'}}" if "card" in field else f"phone: '{typed}'"
    name = "Maya Okafor" if "candidate" in field else "Priya Raman"
    (fault,) = faults_of(smallest.replace(name, f"{name}, {given}"))
    assert (fault.field, fault.rule, fault.found) == (field, "a telephone number, with its digits", typed)
    assert fault.hint == "leave it out if there is none"


@pytest.mark.parametrize("typed", ["(503) 555-0100 x12", "1-800-FLOWERS", "٠١٢٣", "+44 20 7946 0018", "extension 4"])
def test_a_telephone_number_is_written_as_anybody_likes(typed, smallest, faults_of) -> None:
    assert faults_of(smallest.replace("name: Priya Raman", f"name: Priya Raman, phone: '{typed}'")) == ()


@pytest.mark.parametrize("typed", ["90", "1.5", "1:30", "~90", "60+", "2,5"])
def test_a_length_that_is_a_number_alone_is_told_as_it_is_to_be_written(typed, smallest, faults_of) -> None:
    (fault,) = faults_of(smallest.replace("date: 2026-11-18", f"date: 2026-11-18, lasted: '{typed}'"))
    assert (fault.field, fault.rule) == ("interview.lasted", "a length of time, and not a number alone")
    assert fault.hint == "write it as it follows “You gave me”: an hour and a half, or 45 minutes"


def test_a_misspelt_required_key_is_one_fault_and_not_two(smallest, faults_of) -> None:
    (fault,) = faults_of(smallest.replace("title: Manager", "titel: Manager"))
    assert fault.hint == "did you mean title?"


def test_entries_that_fail_do_not_make_their_list_too_short(smallest, faults_of) -> None:
    (fault,) = faults_of(smallest.replace("{name: Priya Raman}", "{name: Priya Raman, met: maybe}"))
    assert fault.field == "people[0].met"


def test_a_list_without_people_is_told_so(smallest, faults_of) -> None:
    (fault,) = faults_of(smallest.replace("[{name: Priya Raman}]", "[]"))
    assert (fault.field, fault.rule) == ("people", "at least one person")


@pytest.mark.parametrize(
    ("line", "field", "what"),
    [
        ("candidate: {name: M, strengths: [a, null]}", "strengths[1]", "a text"),
        ("position: {title: M, responsibilities: [null]}", "responsibilities[0]", "a text"),
        ("outlook: {reasons: [your people, ~]}", "reasons[1]", "a text"),
        ("people: [{name: Priya Raman}, null]", "people[1]", "a table of fields"),
    ],
)
def test_an_entry_that_is_nothing_is_told_by_load_and_by_hand(line, field, what, smallest, faults_of) -> None:
    key = line.partition(":")[0]
    kept = [each for each in smallest.splitlines() if not each.startswith(f"{key}:")]
    (fault,) = faults_of("\n".join([*kept, line]))
    assert (fault.field or "").endswith(field)
    told = (f"no empty entry: {what}", "fill it in, or leave the entry out", "missing")
    assert (fault.rule, fault.hint, fault.kind) == told
    data = yaml.safe_load("\n".join([*kept, line]))
    with pytest.raises(InputError) as caught:
        Interview(**data)
    (fault,) = caught.value.faults
    assert (fault.field or "").endswith(field)
    assert (fault.rule.startswith(told[0].split(":")[0]), *told[1:]) == (True, fault.hint, fault.kind)


def test_a_field_that_lacks_and_has_a_word_of_the_key_is_meant_sooner_than_one_elsewhere_that_is_like_it(
    smallest, faults_of
) -> None:
    offer = "outlook: {other_offer: {received: 2026-11-20, answered_by: 2026-12-04}}"
    assert _fault(faults_of(smallest + offer), "outlook.other_offer.answered_by").hint == "did you mean decide_by?"
    title = "position: {title: M, answred: no}"
    elsewhere = "did you mean answered? It belongs under position.responsibilities"
    faults = faults_of(smallest.replace("position: {title: Manager}", title))
    assert _fault(faults, "position.answred").hint == elsewhere


@pytest.mark.parametrize("where", ["position: {title: Manager, responsibilities: [%s]}", "outlook: {reasons: [%s]}"])
def test_a_text_that_yaml_took_for_a_table_is_told_to_stand_in_quotes(where, smallest, faults_of) -> None:
    lines = smallest.replace("position: {title: Manager}\n", "") if "position" in where else smallest
    (fault,) = faults_of(lines + where % "Costs cut: by 30%")
    assert fault.rule == "a text with a colon and a space in it stands in quotes"
    assert fault.hint == 'write "Costs cut: by 30%"'


def test_a_text_that_a_comma_cut_between_braces_is_told_to_stand_in_quotes(smallest, faults_of) -> None:
    (fault,) = faults_of(smallest.replace("{name: Priya Raman}", "{name: Priya Raman, PhD}"))
    assert fault.rule == "between braces, a text with a comma in it stands in quotes"
    assert (fault.found, fault.hint) == ("Priya Raman, PhD", 'write "Priya Raman, PhD"')


def test_what_is_private_is_never_shown(smallest, faults_of) -> None:
    secret = "swordfish"
    lines = [
        f'outlook: {{problem: {{what: x, idea: "{secret} \\u202e"}}}}',
        f"outlook: {{problem: {{what: x, idea: {{{secret}: {secret}}}}}}}",
        f"outlook: {{problem: {{what: x, idea: [{secret}]}}}}",
        f"outlook: {{private: {{{secret}: {secret}, {secret}: x}}}}",
        f"outlook: {{private: {secret}, {secret} too}}",
        f"outlook: {{private: [*{secret}, !{secret} x, &{secret} y]}}",
        f"outlook: {{problem: {{what: x, idea: {secret * 300}}}}}",
    ]
    asked = [faults_of(smallest + line) for line in lines]
    assert all(asked)
    assert secret not in "".join(str(fault) for faults in asked for fault in faults)


def test_no_fault_speaks_of_pydantic_or_the_web(smallest, faults_of) -> None:
    wrong = "[], {}, [[]], {a: {}}, x, -5, 2026, ~, ''"
    said = []
    for value in re.split(", ", wrong):
        for field in Interview.model_fields:
            kept = "".join(line for line in smallest.splitlines(True) if not line.startswith(field))
            said += [str(fault) for fault in faults_of(f"{kept}{field}: {value}\n")]
            said += [str(fault) for fault in faults_of(f"{kept}{field}: [{{name: {value}}}]\n")]
    assert len(said) > 60
    assert not re.search("pydantic|http|Input should|validat|NoneType|another kind", "".join(said))


def test_what_was_typed_is_shown_shortened_and_without_control_characters(smallest, faults_of) -> None:
    (fault,) = faults_of(smallest + f'letter: {{paper: "\\e[31m{"x" * 500}"}}')
    assert fault.found is not None
    assert fault.found.startswith("\\x1b[31mxxx")
    assert len(fault.found) <= 70


def test_a_line_that_lacks_its_colon_is_shown_whole_so_that_copying_it_loses_nothing(faults_of, smallest) -> None:
    line = "a reference from my last partner by Wednesday, and her number"
    person = f"people:\n  - name: Priya Raman\n    promised {line}\n"
    (fault,) = faults_of(re.sub(r"people:.*\n", person, smallest))
    assert fault.hint == f"write promised: {line}"


def test_a_dash_that_stands_too_far_right_is_told_its_column(faults_of, smallest) -> None:
    people = "people:\n  - {name: Priya Raman}\n   - {name: Tom Baker}\n"
    (fault,) = faults_of(re.sub(r"people:.*\n", people, smallest))
    assert fault.hint == "bring the dash to column 3, below those above it"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("position: Salon Manager", "for a title, write a table: {title: Salon Manager}"),
        ("company: Smith & Sons", "for a name, write a table: {name: Smith & Sons}"),
        ("interview: {date: }", "for example: date: 2026-11-18"),
    ],
)
def test_a_hint_has_what_was_typed_or_an_example(line: str, hint: str, faults_of, smallest) -> None:
    (fault,) = faults_of(re.sub(rf"(?m)^{line.partition(':')[0]}:.*$", line, smallest))
    assert fault.hint == hint


def test_an_interview_that_is_named_as_the_candidate_is_one_fault(faults_of, smallest, tmp_path) -> None:
    file = tmp_path / "interview.yaml"
    file.write_text(re.sub(r"candidate:.*", "candidate: interview.yaml", smallest))
    (fault,) = faults_of(file)
    assert (fault.field, fault.line) == ("candidate", 1)
    assert "only the fields of candidate" in fault.rule


def test_a_private_line_without_its_colon_is_not_shown_in_the_hint(faults_of, smallest) -> None:
    (fault,) = faults_of(f"{smallest}outlook: private they pay badly there\n")
    assert fault.hint == "write private: …"
    assert "pay badly" not in str(fault)

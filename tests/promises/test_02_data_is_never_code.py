"""Promise 2: data is never code, neither for Jinja nor for HTML, Word or mail; nor in a template of one's own."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import lxml.etree
import lxml.html
import pytest

import followup_letters as fl
from followup_letters.errors import TemplateError

from .stage import READERS, by_email, changed, letters

CODE = [
    "{{ 7*7 }}",
    "{% raw %}",
    "{% include 'starter.yaml' %}",
    "{{ ''.__class__.__mro__ }}",
    "{{ candidate._model.outlook.private }}",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>",
    "${7*7}",
    "%(name)s {0} {name}",
    "</w:t></w:r><w:r><w:fldSimple w:instr='DDEAUTO'/>",
    "javascript:alert(1)",
    "=cmd|' /C calc'!A0",
]
FIELDS = ["candidate.name", "company.name", "position.title", "people[0].name", "people[0].talked_about"]
SAID_BY_EMAIL = ["candidate.name", "position.title", "people[0].talked_about"]


@pytest.mark.parametrize("code", CODE)
def test_code_in_any_field_is_shown_as_it_was_typed(code: str) -> None:
    typed = {field: f"{code} {number}" for number, field in enumerate(FIELDS)}
    data = changed(*typed.items(), ("people[0].courtesy_title", None), ("people[0].company", None))
    by_post, mailed = letters(data)[0], letters(by_email(data))[0]
    for format in ("docx", "html", "txt", "eml"):
        content = (mailed if format == "eml" else by_post).render(format)
        text = READERS[format](content)
        assert "49" not in text
        assert "SECRET" not in text
        assert all(value in text for field, value in typed.items() if format != "eml" or field in SAID_BY_EMAIL)
        if format == "html":
            page = lxml.html.document_fromstring(content.decode())
            assert not page.xpath("//script | //img | //iframe | //object | //*[@onerror]")
            assert len(page.xpath("//style")) == 1
        if format == "docx":
            document = zipfile.ZipFile(BytesIO(content)).read("word/document.xml")
            assert not lxml.etree.fromstring(document).xpath("//*[local-name()='fldSimple']")


@pytest.mark.parametrize("code", CODE)
def test_in_a_template_of_ones_own_data_is_still_data(code: str, tmp_path: Path) -> None:
    (tmp_path / "courtesy.html.j2").write_text(
        "<p>{% if talked_about %}We spoke of {{ talked_about }} and {{ person.name }}.{% endif %}</p>", "utf-8"
    )
    interview = fl.load(changed(("people[0].talked_about", f"a {code}"), ("outlook.interested", False)))
    (first, *_) = fl.compose(interview, templates=tmp_path)
    assert f"We spoke of a {code} and Dr. Priya Raman." in first.text
    page = lxml.html.document_fromstring(first.html)
    assert not page.xpath("//script | //img")


@pytest.mark.parametrize(
    "template",
    [
        "{{ person }}",
        "{{ person|string }}",
        "{{ person ~ '' }}",
        "{{ '%s' | format(person) }}",
        "{{ [person]|string }}",
    ],
)
def test_what_is_no_text_is_not_printed_whole(template: str, tmp_path: Path) -> None:
    (tmp_path / "courtesy.html.j2").write_text(f"<p>\n{template}</p>", "utf-8")
    with pytest.raises(TemplateError, match="prints a whole table of fields; say one of them: address, ") as caught:
        fl.compose(fl.load(changed(("outlook.interested", False))), templates=tmp_path)
    assert caught.value.line == 2


@pytest.mark.parametrize(
    "template",
    [
        "{{ candidate.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ candidate._model }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{% include '../../../../etc/passwd' %}",
        "{{ outlook }}",
        "{{ person.name.format.__globals__ }}",
    ],
)
def test_a_template_reaches_no_further_than_its_context(template: str, tmp_path: Path) -> None:
    (tmp_path / "courtesy.html.j2").write_text(f"<p>{template}</p>", "utf-8")
    interview = fl.load(changed(("outlook.interested", False)))
    try:
        text = "".join(letter.text for letter in fl.compose(interview, templates=tmp_path))
    except TemplateError as error:
        text = str(error)
    assert "SECRET" not in text
    assert "root:" not in text
    assert "<class" not in text
    assert "Interview(" not in text

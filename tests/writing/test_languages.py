"""A letter in another language says so in each format, and so does a paragraph of one, as far as the format can."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest

import followup_letters as fl
from checking.staging import interview

FRAME = """\
<section class="letter" lang="de">
<p class="salutation">Sehr geehrte Frau Raman,</p>
<section class="body">
<p>Bis bald!</p>
<p lang="fr">À <em>bientôt</em> !</p>
<ul lang="en-US"><li>See you.</li></ul>
</section>
<p class="signature">{{ candidate.name }}</p>
</section>
"""


@pytest.fixture
def letter(tmp_path: Path) -> fl.Letter:
    (tmp_path / "letter.html.j2").write_text(FRAME, "utf-8")
    return fl.compose(interview(), templates=tmp_path)[0]


def test_the_language_of_the_outer_section_is_that_of_every_file(letter: fl.Letter) -> None:
    word = ZipFile(BytesIO(letter.render("docx")))
    assert '<w:lang w:val="de"/>' in word.read("word/styles.xml").decode()
    assert "<dc:language>de</dc:language>" in word.read("docProps/core.xml").decode()
    assert pypdf.PdfReader(BytesIO(letter.render("pdf"))).trailer["/Root"]["/Lang"] == "de"
    assert '<html lang="de">' in letter.html


def test_each_run_of_a_paragraph_in_another_language_says_its_own_in_word(letter: fl.Letter) -> None:
    words = ZipFile(BytesIO(letter.render("docx"))).read("word/document.xml").decode()
    found = re.findall(r'<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t xml:space="preserve">(.*?)</w:t>', words)
    said = {text.replace("\u00a0", " ").strip(): properties for properties, text in found}
    assert said["Bis bald!"] == ""
    assert said["À"] == '<w:lang w:val="fr"/>'
    assert said["bientôt"] == '<w:i/><w:iCs/><w:lang w:val="fr"/>'  # in the order in which Word wants them
    assert said["See you."] == '<w:lang w:val="en-US"/>'


def test_words_from_right_to_left_in_another_language_keep_their_direction(tmp_path: Path) -> None:
    (tmp_path / "letter.html.j2").write_text(FRAME.replace("bientôt", "שלום"), "utf-8")
    word = ZipFile(BytesIO(fl.compose(interview(), templates=tmp_path)[0].render("docx")))
    assert '<w:i/><w:iCs/><w:rtl/><w:lang w:val="fr"/>' in word.read("word/document.xml").decode()

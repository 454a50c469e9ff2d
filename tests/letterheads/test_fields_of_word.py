"""Promise 3 on a letterhead: its fields show numbers and words; one that could do more is refused by its own name."""

from __future__ import annotations

import pytest

from followup_letters.letterheads import Refused, checked

from .making import changed, first_paragraph, letterhead

GOOD = letterhead()


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def text(words: str, element: str = "instrText") -> str:
    return f"<w:r><w:{element}>{words}</w:{element}></w:r>"


def field(*inside: str, shows: str = "1") -> str:
    return f"{char('begin')}{''.join(inside)}{char('separate')}<w:r><w:t>{shows}</w:t></w:r>{char('end')}"


def with_header(xml: str) -> bytes:
    return changed(GOOD, header=first_paragraph(xml))


INCLUDE = 'INCLUDETEXT "http://tracker.example/x"'
EITHER = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="w14">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>'
)

REFUSED = {
    "after another field": (field(text("PAGE")) + field(text(INCLUDE)), "INCLUDETEXT"),
    "after half a name": (field(text(" PAGE "), shows="x") + field(text("DDE"), text('AUTO c "x"')), "DDEAUTO"),
    "in the result of another": (
        f"{char('begin')}{text('PAGE')}{char('separate')}{field(text(INCLUDE))}{char('end')}",
        "INCLUDETEXT",
    ),
    "nested in another": (field(text("IF 1 = "), field(text(INCLUDE))), "INCLUDETEXT"),
    "whose name another makes": (field(field(text("SYMBOL 73")), text(' PAGE "x"')), "{}"),
    "whose name another ends": (field(text("PAGE"), field(text("SYMBOL 73"))), "{}"),
    "whose name another makes, in one element": (
        field('<w:fldSimple w:instr="SYMBOL 73"/>', text(' PAGE "x"')),
        "{}",
    ),
    "in words that are shown": (field(text(INCLUDE, "t")), "INCLUDETEXT"),
    "begun in words that are shown": (field(text("INCLUDE", "t"), text("TEXT x")), "INCLUDETEXT"),
    "after the instruction has ended": (
        f"{char('begin')}{text('PAGE')}{char('separate')}{text(INCLUDE)}{char('end')}",
        "INCLUDETEXT",
    ),
    "that is taken out": (field(text(INCLUDE, "delInstrText")), "INCLUDETEXT"),
    "in one element": ('<w:fldSimple w:instr="INCLUDE x"/>', "INCLUDE"),
    "in one element, after another": ('<w:fldSimple w:instr="PAGE"/><w:fldSimple w:instr="RD x"/>', "RD"),
    "of which one half is a choice": (
        char("begin") + EITHER.format(text("PAGE "), text(INCLUDE)) + char("end"),
        "INCLUDETEXT|PAGE|whole",
    ),
    "that never ends": (char("begin") + text("PAGE"), "not whole"),
    "that never begins": (text("PAGE") + char("end"), "never begins"),
    "that asks": (field(text('FILLIN "Your password?"')), "FILLIN"),
    "that shows the day on which it is opened": (field(text('DATE \\@ "d MMMM"')), "DATE"),
    "that shows where the file lies": (field(text("FILENAME \\p")), "FILENAME"),
    "that shows who reads it": (field(text("USERNAME")), "USERNAME"),
    "that shows a property, which does not go out": (field(text("DOCPROPERTY Client")), "DOCPROPERTY"),
    **{
        f"that shows a part of that day, as {block}": (f"<w:r><w:{block}/></w:r>", block)
        for block in ("dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong")
    },
    "that quotes": (field(text('QUOTE "x"')), "QUOTE"),
    "that quotes, in one element": ("<w:fldSimple w:instr=' QUOTE \"x\" '/>", "QUOTE"),
    "that quotes another": ("<w:fldSimple w:instr=' QUOTE { DATE } '/>", "QUOTE"),
    "typed within another": ("<w:fldSimple w:instr=' IF 1 = 1 { DATE } '/>", "DATE"),
    "a link to a file": (field(text('HYPERLINK "file:///c:/x.exe"')), "HYPERLINK"),
    "a link that runs": (field(text('HYPERLINK "javascript:alert(1)"')), "HYPERLINK"),
    "a link to what another field says": (field(text("HYPERLINK "), field(text("SYMBOL 73"))), "HYPERLINK"),
    "in another dialect": (
        f'<x:r xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:instrText>{INCLUDE}</x:instrText></x:r>',
        "INCLUDETEXT",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_field_is_judged_by_itself_and_refused_by_name(what: str) -> None:
    xml, name = REFUSED[what]
    with pytest.raises(Refused, match=name) as caught:
        checked(with_header(xml))
    assert "word/header1.xml" in str(caught.value)


@pytest.mark.parametrize(
    "xml",
    [
        field(text(" PAGE \\* MERGEFORMAT ")) + text("") + field(text("NUM"), text("PAGES")),
        field(text("IF "), field(text("PAGE")), text(' > 1 "on page 2" ""')),
        field(text("= "), field(text("PAGE")), text(" - 1")),
        field(text('STYLEREF "Heading 1"')) + field(text("page")),
        field(text("EQ \\b \\bc\\{ x")),
        field(text('HYPERLINK "https://okafor.example/" \\o "our page"')) + field(text('HYPERLINK \\l "top"')),
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
        EITHER.format(field(text("PAGE")), field(text("PAGE"))),
    ],
    ids=range(8),
)
def test_numbers_of_pages_and_links_are_taken(xml: str) -> None:
    assert checked(with_header(xml))


def test_what_stands_in_the_text_stays_behind_whatever_it_is() -> None:
    assert checked(changed(GOOD, document=first_paragraph(field(text("MACROBUTTON NoMacro [Click here]")))))

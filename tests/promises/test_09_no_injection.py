"""Promise 9: nothing that is typed becomes a header of an e-mail, a part of it, or a property of a calendar.

The writer's own tests (tests/writing/test_eml.py, tests/planning/test_calendar.py) hold it for any text; here
it is held for a whole interview, from the file to the draft.
"""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from email.utils import getaddresses
from pathlib import Path

import fast_mail_parser
import pytest
import yaml

from followup_letters.errors import InputError

from .stage import READERS, by_email, changed, command, letters

ATTACKS = [
    "x\r\nBcc: eve@example.com",
    "x\nBcc: eve@example.com",
    "x\rBcc: eve@example.com",
    "x\u2028Bcc: eve@example.com",
    "x\x85Bcc: eve@example.com",
    "x\x0bBcc: eve@example.com",
    "=?utf-8?q?x=0ABcc:_eve=40example.com?=",
    "=?utf-8?b?eApCY2M6IGV2ZUBleGFtcGxlLmNvbQ==?=",
    "x =?utf-8?q?=0D=0A=0D=0Abody?= y",
    'x" <eve@example.com>, "y',
    "x, eve@example.com",
    "x <eve@example.com>",
    "x;eve@example.com",
    "x%0ABcc:eve@example.com",
    "x&bcc=eve@example.com",
    "--=_boundary",
    "x\\r\\nBcc: eve@example.com",
]
FIELDS = ["candidate.name", "position.title", "people[0].name", "people[0].talked_about", "company.name"]
FIELDS += ["letter.cc[0].name"]
HEADERS = ["X-Unsent", "Subject", "From", "To", "Cc", "MIME-Version", "Content-Type"]


def names(error: InputError, field: str) -> None:
    assert error.faults[0].field == field


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
@pytest.mark.parametrize("field", FIELDS)
def test_a_draft_has_the_headers_meant_or_the_field_is_named(field: str, attack: str) -> None:
    try:
        letter = letters(by_email(changed((field, attack))))[0]
        content = letter.render("eml")
    except InputError as error:
        names(error, field)
        return
    assert message_from_bytes(content).keys() == HEADERS
    mail = fast_mail_parser.parse_email(content)
    assert list(mail.headers) == HEADERS or mail.headers.keys() == set(HEADERS)
    assert [box.address for box in mail.to] == ["raman@example.com"]
    assert mail.from_.address == "maya@example.com"
    assert [box.address for box in mail.cc] == ["ana@example.com"]
    assert not mail.bcc
    assert len(mail.text_plain) == len(mail.text_html) == 1
    assert not mail.attachments
    assert "eve@example.com" not in letter.html.partition("<main")[0].partition("mailto:")[2].partition("?")[0]


@pytest.mark.parametrize(
    "address",
    [
        *("a@b.co\r\nBcc:e@x.y", "a@b.co,e@x.y", "a@b.co e@x.y", "<a@b.co>", "a@b.co;e@x.y"),
        *("a]e@x.y", "a[e@x.y", "a\\e@x.y", "a@[x.y", "a@x].y", "a@x.y\\", "a@[127.0.0.1]"),
    ],
)
@pytest.mark.parametrize("field", ["people[0].email", "candidate.email", "letter.cc[0].email"])
def test_an_address_is_one_address(field: str, address: str) -> None:
    with pytest.raises(InputError) as caught:
        letters(by_email(changed((field, address))))
    assert caught.value.faults[0].field == field


@pytest.mark.parametrize("sign", [*map(chr, range(33, 127))])
def test_no_sign_in_an_address_makes_another_of_it(sign: str) -> None:
    for address in (f"a{sign}e@x.yz", f"{sign}@x.yz", f"a@x{sign}e.yz", f"a@x.yz{sign}"):
        try:
            letter = letters(by_email(changed(("people[0].email", address))))[0]
            content = letter.render("eml")
        except InputError as error:
            names(error, "people[0].email")
            continue
        assert [each for _, each in getaddresses([message_from_bytes(content)["To"]])] == [address]
        addresses = message_from_bytes(content, policy=default)["To"].addresses
        assert [each.addr_spec for each in addresses] == [address]


def test_an_email_has_no_postal_blocks_and_says_the_words_of_the_letter() -> None:
    text = READERS["eml"](letters(by_email(changed()))[0].render("eml"))
    for postal in ("1200 W Lake St", "402 W Superior St", "Director of Operations", "Re:", "Enclosure", "2026"):
        assert postal not in text
    assert "Dear Dr. Raman," in text
    assert "the mis-sorts at Joliet" in text


def test_the_command_writes_drafts_and_says_why_a_letter_by_post_has_none(tmp_path: Path) -> None:
    (tmp_path / "mail.yaml").write_text(yaml.safe_dump(by_email(changed())), "utf-8")
    (tmp_path / "post.yaml").write_text(yaml.safe_dump(changed()), "utf-8")
    assert command("mail.yaml", "-f", "eml", "-o", "out", cwd=tmp_path).returncode == 0
    assert len(list((tmp_path / "out").glob("*.eml"))) == 2
    refused = command("post.yaml", "-f", "eml", "-o", "never", cwd=tmp_path)
    assert refused.returncode == 2
    assert "medium: email" in refused.stderr
    assert not (tmp_path / "never").exists()

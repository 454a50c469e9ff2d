"""Every rule's own examples: the bad one is found, the good one is not."""

from __future__ import annotations

import pytest

from checking.staging import everything_in, found_in
from followup_letters.checking import Severity
from followup_letters.checking.table import RULES, Notes, Rule
from followup_letters.choices import FindingId

ALL = list(RULES.values())


def _id(rule: Rule) -> str:
    return rule.id.value


def test_every_id_that_a_file_may_ignore_is_a_rule_and_the_other_way_round() -> None:
    assert set(RULES) == set(FindingId)
    assert len(ALL) >= 50


@pytest.mark.parametrize("rule", ALL, ids=_id)
def test_the_bad_example_is_found(rule: Rule) -> None:
    found = found_in(rule, rule.bad)
    assert found
    assert all(str(finding).startswith(str(finding.severity)) for finding in found)


@pytest.mark.parametrize("rule", ALL, ids=_id)
def test_the_good_example_is_not_found(rule: Rule) -> None:
    assert not [finding for finding in found_in(rule, rule.good) if finding.severity is rule.severity]


@pytest.mark.parametrize("rule", [rule for rule in ALL if isinstance(rule.good, Notes)], ids=_id)
def test_the_good_example_of_an_interview_has_no_error_of_any_rule(rule: Rule) -> None:
    assert not [finding for finding in everything_in(rule.good) if finding.severity is Severity.ERROR]

"""The page that lists every rule with a bad and a good example, made from the rules themselves (docs/findings.md)."""

from __future__ import annotations

from followup_letters.checking.findings import Severity
from followup_letters.checking.table import Rule, Scope, ordered
from followup_letters.choices import FindingId

_HEAD = """\
# What `render-letter check` finds

This page is made from the rules themselves; `pytest tests/checking --update-golden` makes it anew.

`render-letter check` writes nothing and stops nothing. It exits with 0 whatever it finds; with `--strict`, with 1 if
there is an **error** or a **warning**. A **note** counts for neither.

`render-letter FILE` looks for the same before it writes, and an **error** stops it: of that interview nothing is
written (exit 2), unless you say `--force` or switch the finding off. Warnings and notes stop nothing. Nor do two sorts
of errors, for which it does not look:

- what depends on the day. Rendering does not ask what day it is: that letters are `late`, or that the day of an offer
  has passed, only `check` says.
- what is measured on the finished PDF, for which there is `render-letter check --pdf`. A PDF with a character that no
  font has is not made at all (exit 3).

A finding may weigh less than the table says, or more, where its entry or its message says so. The R-number is the rule
of following up that asks for it; where there is none, it is craft. To switch a finding off, name it in the interview
file, and the output will say that you did:

```yaml
letter: {ignore: [title-missing]}
```

`private-leak` and `idea-leak` hold a promise ([promises.md](promises.md#11-private-stays-private)), and are never
switched off.
"""
_BY_THE_FILE = "by the dates of the file"
_STOPS_AT_TIMES = {
    FindingId.SIMILAR: "where it is an error",
    FindingId.CALL_DATE: "where it is an error",
    FindingId.OFFER_EXPIRED: _BY_THE_FILE,
    FindingId.BLUFF: _BY_THE_FILE,
}


def reference() -> str:
    """The page, as Markdown."""
    rows = "\n".join(
        f"| [{each.id}](#{each.id}) | {each.severity} | {stops(each)} | {each.number or ''} |" for each in ordered()
    )
    table = f"| finding | severity | stops rendering | rule |\n|---|---|---|---|\n{rows}\n"
    return "\n".join([_HEAD, table, *(_entry(each) for each in ordered())])


def stops(rule: Rule) -> str:
    """Whether what `rule` finds keeps `render-letter` from writing the letters, in few words."""
    if rule.scope is Scope.FILE:
        return "no; `check --pdf` finds it"
    return _STOPS_AT_TIMES.get(rule.id, "yes" if rule.severity is Severity.ERROR else "no")


def _entry(rule: Rule) -> str:
    name = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}[rule.severity]
    number = f", {rule.number}" if rule.number else ""
    return (
        f"## {rule.id}\n\n{name}{number}; looks at {rule.scope}. {rule.says}\n\n"
        f"**Found:**{_lead(rule.bad.shown)}\n\n**Not found:**{_lead(rule.good.shown)}\n"
    )


def _lead(shown: str) -> str:
    """A block begins on a line of its own."""
    return f"\n\n{shown}" if shown.startswith((">", "`")) else f" {shown}"

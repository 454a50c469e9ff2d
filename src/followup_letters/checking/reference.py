"""The page that lists every rule with a bad and a good example, made from the rules themselves (docs/findings.md)."""

from __future__ import annotations

from followup_letters.checking.findings import Severity
from followup_letters.checking.table import Rule, ordered

_HEAD = """\
# What `render-letter check` finds

This page is made from the rules themselves; `pytest tests/checking --update-golden` makes it anew.

An **error** stops a letter from being written unless you say `--force`; a **warning** makes `render-letter check
--strict` exit with 1; a **note** does neither. The R-number is the rule of following up that asks for it; where there
is none, it is craft. To switch a finding off, name it in the interview file, and the output will say that you did:

```yaml
letter: {ignore: [title-missing]}
```
"""


def reference() -> str:
    """The page, as Markdown."""
    rows = "\n".join(f"| [{each.id}](#{each.id}) | {each.severity} | {each.number or ''} |" for each in ordered())
    table = f"| finding | severity | rule |\n|---|---|---|\n{rows}\n"
    return "\n".join([_HEAD, table, *(_entry(each) for each in ordered())])


def _entry(rule: Rule) -> str:
    name = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"}[rule.severity]
    number = f", {rule.number}" if rule.number else ""
    return (
        f"## {rule.id}\n\n{name}{number}; looks at {rule.scope}. {rule.says}\n\n"
        f"**Found:**{_lead(rule.bad.shown)}\n\n**Not found:**{_lead(rule.good.shown)}\n"
    )


def _lead(shown: str) -> str:
    """A block begins on a line of its own."""
    return f"\n\n{shown}" if shown.startswith((">", "`")) else f" {shown}"

"""Cold: a process from its start to its end, as a person at a terminal waits for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from letters import ROOT
from measuring import Subject
from peers import SCRATCH

EXAMPLE = ROOT / "examples" / "account-director.yaml"
SCRIPT = Path(sys.executable).parent / "render-letter"
# An installer compiles what it installs; here the first call of each does, which is not measured.
AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

_WEASYPRINT = """\
import sys, weasyprint
weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2])
"""
_DOCXTPL = """\
import sys
sys.path += sys.argv[3:]
from docxtpl import DocxTemplate
document = DocxTemplate(sys.argv[1])
document.render({"texts": ["One paragraph.", "Another paragraph."]})
document.save(sys.argv[2])
"""


def subjects(peers: list[str]) -> list[Subject]:
    """Everything that is started from a shell; `peers` is where packages of others lie, beside the installed ones."""
    page = SCRATCH / "cold.html"
    subprocess.run([SCRIPT, EXAMPLE, "-f", "html", "-o", "-"], stdout=page.open("wb"), check=True, env=AS_INSTALLED)
    python = sys.executable
    ours = [SCRIPT, EXAMPLE, "--force", "-q", "-o", str(SCRATCH), "-f"]
    return [
        _process("python -c pass", [python, "-c", "pass"]),
        _process("import followup_letters", [python, "-c", "import followup_letters"]),
        _process("render-letter --help", [SCRIPT, "--help"]),
        _process("render-letter, one letter, docx", [*ours, "docx"]),
        _process("render-letter, one letter, pdf", [*ours, "pdf"]),
        _process("a plain WeasyPrint script", [python, "-c", _WEASYPRINT, page, SCRATCH / "cold.pdf"]),
        _docxtpl(python, peers),
        _rendercv(peers),
    ]


def _process(name: str, command: list[str | Path]) -> Subject:
    def call(_: int) -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=SCRATCH, env=AS_INSTALLED)

    return Subject(name, call, 1)


def _docxtpl(python: str, peers: list[str]) -> Subject:
    template = SCRATCH / "docxtpl.docx"
    if not template.exists():
        return Subject("a plain docxtpl script", None, lacks="absent (docxtpl)")
    command: list[str | Path] = [python, "-c", _DOCXTPL, template, SCRATCH / "cold.docx", *peers]
    return _process("a plain docxtpl script", command)


def _rendercv(peers: list[str]) -> Subject:
    """Its own example CV to PDF, which is a page or two and no letter."""
    name = "rendercv render, its example CV"
    beside = [parent / "bin" / "rendercv" for folder in peers for parent in Path(folder).resolve().parents]
    program = next((str(path) for path in beside if path.exists()), shutil.which("rendercv"))
    if program is None:
        return Subject(name, None, lacks="absent (rendercv)")
    if subprocess.run([program, "new", "A Person"], cwd=SCRATCH, check=False, capture_output=True).returncode:
        return Subject(name, None, lacks="installed, but does not start")
    return _process(name, [program, "render", "A_Person_CV.yaml", "-nomd", "-nohtml", "-nopng"])

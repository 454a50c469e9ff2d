"""`render-letter completion bash`: a real bash completes commands, options and files with it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(sys.executable).parent / "render-letter"


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("typed", "at", "completed"),
    [
        ("pl", 1, {"plan", "play.yaml"}),
        ("plan --call", 2, {"--call-sheets"}),
        ("match pl", 2, {"play.yaml"}),
        ("--wa", 1, {"--watch"}),
        ("log --resp", 2, {"--response"}),
    ],
)
def test_bash_completes(tmp_path: Path, typed: str, at: int, completed: set[str]) -> None:
    (tmp_path / "play.yaml").touch()
    asked = f'COMP_WORDS=(render-letter {typed}); COMP_CWORD={at}; _render_letter; printf "%s\\n" "${{COMPREPLY[@]}}"'
    command = f"source <({SCRIPT} completion bash); {asked}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == completed


def test_zsh_gets_the_same_after_loading_what_it_needs() -> None:
    bash, zsh = (
        subprocess.run([SCRIPT, "completion", shell], capture_output=True, text=True, check=True).stdout
        for shell in ("bash", "zsh")
    )
    assert zsh.endswith(bash)
    assert zsh.startswith("autoload -U +X bashcompinit")

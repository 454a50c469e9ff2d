"""The package as others get it: its public names, what importing it costs, and the wheel without a network."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import followup_letters as fl

ROOT = Path(__file__).parents[1]

NO_NETWORK = """\
import sys

def refuse(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}:
        raise RuntimeError(f"the network is cut off: {event} {arguments}")

sys.addaudithook(refuse)
from followup_letters.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_every_public_name_can_be_had_and_no_other_is_shown() -> None:
    assert {name for name in dir(fl) if not name.startswith("_")} == set(fl.__all__)
    for name in fl.__all__:
        assert getattr(fl, name).__doc__, name
    with pytest.raises(AttributeError, match="no attribute 'leter'"):
        fl.leter  # noqa: B018


def test_importing_the_package_loads_no_engine() -> None:
    script = "import sys, followup_letters as fl; fl.load, fl.compose; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "followup_letters.composing" in loaded
    assert not {"weasyprint", "docx", "lxml", "fontTools"} & set(loaded)


def test_help_loads_neither_models_nor_templates() -> None:
    script = "import sys\nfrom followup_letters.cli import main\n"
    script += "try: main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "followup_letters.cli" in loaded
    assert not {"pydantic", "jinja2", "weasyprint", "docx", "yaml"} & set(loaded)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what a checkout holds."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("src", "templates"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", built, source], check=True, capture_output=True
    )
    (path,) = built.glob("*.whl")
    return path


def test_the_wheel_holds_code_and_templates_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "followup_letters/py.typed" in names
    assert "followup_letters/templates/en/letter.html.j2" in names
    assert "followup_letters/lexicon/verbs.txt" in names
    assert not [name for name in names if "test" in name or name.startswith("examples")]


def test_the_wheel_renders_a_letter_in_an_empty_environment_with_the_network_cut_off(
    wheel: Path, tmp_path: Path
) -> None:
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", wheel], check=True, capture_output=True)
    script = tmp_path / "offline.py"
    script.write_text(NO_NETWORK, "utf-8")
    example = ROOT / "examples" / "account-director.yaml"
    done = subprocess.run(
        [python, "-I", script, example, "-o", tmp_path / "letters", "-f", "docx,pdf,html,txt"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 4
    assert (tmp_path / "letters").is_dir()

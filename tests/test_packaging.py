"""The package as others get it: its public names, what importing it costs, and every way to install it, offline."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import followup_letters as fl

ROOT = Path(__file__).parents[1]
PARTS = ("src", "templates", "pyproject.toml", "README.md", "LICENSE")

NO_NETWORK = """\
import sys

def refuse(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}:
        raise RuntimeError(f"the network is cut off: {event} {arguments}")

sys.addaudithook(refuse)
import followup_letters
print(followup_letters.__file__, file=sys.stderr)
from followup_letters.cli import main
sys.exit(main(sys.argv[1:]))
"""


def modules_after(script: str) -> set[str]:
    """What Python has loaded once `script` ran in a process of its own."""
    script = f"import sys\n{script}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_every_public_name_can_be_had_and_no_other_is_shown() -> None:
    assert {name for name in dir(fl) if not name.startswith("_")} == set(fl.__all__)
    assert {"InputError", "MachineError", "OutputError", "TemplateError"} <= set(fl.__all__)
    for name in fl.__all__:
        assert getattr(fl, name).__doc__, name
    with pytest.raises(AttributeError, match="no attribute 'leter'"):
        fl.leter  # noqa: B018


def test_no_message_sends_anybody_to_an_index_that_does_not_have_us() -> None:
    told = [line for path in (ROOT / "src").rglob("*.py") for line in path.read_text("utf-8").splitlines()]
    ways = [line.partition("pip install ")[2] for line in told if "pip install " in line]
    assert len(ways) >= 2
    others = ("--force-reinstall rendercv-fonts", "holidays")  # packages that the index has
    assert all(way.startswith(("'.[", *others)) for way in ways), ways


def test_importing_the_package_loads_no_engine() -> None:
    loaded = modules_after("import followup_letters as fl; fl.load, fl.compose")
    assert "followup_letters.composing" in loaded
    assert not {"weasyprint", "docx", "lxml", "fontTools"} & loaded


def test_help_loads_neither_models_nor_templates() -> None:
    loaded = modules_after(
        "from contextlib import redirect_stdout, suppress\nfrom io import StringIO\n"
        "from followup_letters.cli import main\n"
        "with suppress(SystemExit), redirect_stdout(StringIO()): main(['--help'])"
    )
    assert "followup_letters.cli" in loaded
    assert not {"pydantic", "jinja2", "weasyprint", "docx", "yaml"} & loaded


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a checkout holds, elsewhere, so that nothing is found by chance."""
    folder = tmp_path_factory.mktemp("clone")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture(scope="module")
def built(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel that is built from it alone."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run([sys.executable, "-m", "build", "--outdir", folder, clone], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def environment(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a new environment that holds the wheel, what the wheel asks for, and nothing else."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=True)
    (wheel,) = built.glob("*.whl")
    pip(home / "bin" / "python", "install", wheel)
    return home / "bin" / "python"


def pip(python: Path, *arguments: str | Path) -> None:
    done = subprocess.run([python, "-m", "pip", "--quiet", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_wheel_holds_code_words_and_templates_and_no_tests(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    kept = {f"followup_letters/templates/{path.relative_to(ROOT / 'templates')}" for path in files(ROOT / "templates")}
    kept |= {str(path.relative_to(ROOT / "src")) for path in files(ROOT / "src")}
    assert {"followup_letters/py.typed", "followup_letters/templates/en/letter.html.j2"} < kept <= names
    assert all(name.startswith("followup_letters-") for name in names - kept)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_the_source_distribution_holds_all_that_the_wheel_is_built_from(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        names = {name.partition("/")[2] for name in source.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "templates/en/letter.html.j2"} < names


@pytest.mark.parametrize("way", ["the wheel", "an editable install", "a plain clone"])
def test_a_letter_is_rendered_in_an_empty_environment_with_the_network_cut_off(
    way: str, environment: Path, built: Path, clone: Path, tmp_path: Path
) -> None:
    world = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    pip(environment, "uninstall", "--yes", "followup-letters")
    if way == "the wheel":
        pip(environment, "install", "--no-deps", *built.glob("*.whl"))
    elif way == "an editable install":
        pip(environment, "install", "--no-deps", "--editable", clone)
    else:
        world["PYTHONPATH"] = str(clone / "src")
    (tmp_path / "offline.py").write_text(NO_NETWORK, "utf-8")
    example = ROOT / "examples" / "account-director.yaml"
    done = subprocess.run(
        [environment, "offline.py", example, "-o", "letters", "-f", "docx,pdf,html,txt"],
        cwd=tmp_path,
        env=world,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    package = Path(done.stderr.splitlines()[0])
    assert package.is_relative_to(environment.parents[1] if way == "the wheel" else clone)
    assert len(done.stdout.splitlines()) == 4
    assert sorted(path.suffix for path in (tmp_path / "letters").iterdir()) == [".docx", ".html", ".pdf", ".txt"]

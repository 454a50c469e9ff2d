"""Promise 3: nothing is fetched, no program is started, and no file is read or written but those that must be."""

from __future__ import annotations

import json
import mimetypes
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import followup_letters
from followup_letters.errors import TemplateError
from followup_letters.markup import Element
from pictures.drawing import png

from .stage import ROOT, by_email, changed, command

WATCHER = """
import atexit, json, os, sys
seen = []
def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if isinstance(path, (str, bytes)):
            writes = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)) if isinstance(flags, int) else False
            seen.append([event, os.path.abspath(os.fsdecode(path)), writes])
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "urllib.",
                           "http.", "ftplib.", "smtplib.", "webbrowser.", "ctypes.dlopen", "os.startfile")):
        seen.append([event, str(arguments), False])
def tell():
    with open(os.environ["SEEN"], "w") as file:
        json.dump(seen, file)
atexit.register(tell)
sys.addaudithook(watch)
"""

URLS = [
    "http://127.0.0.1:9/x",
    "https://example.com/x.png",
    "file:///etc/passwd",
    "//example.com/x",
    "url(http://127.0.0.1:9/y)",
    "@import 'http://127.0.0.1:9/z'",
    '<img src="http://127.0.0.1:9/i.png">',
    "<link rel=stylesheet href=http://127.0.0.1:9/s.css>",
    "\\\\127.0.0.1\\share",
]


def _seen(tmp_path: Path, *arguments: str, code: str = "") -> tuple[list[list], str]:
    log = tmp_path / "seen.json"
    done = command(*arguments, cwd=tmp_path, code=WATCHER + code, SEEN=str(log))
    assert "Traceback" not in done.stderr
    return json.loads(log.read_text()), done.stderr


OWN_LIBRARIES = Path(
    "/proc/self/maps"
)  # what this process itself has loaded: how many threads numpy takes is set there


def _allowed(tmp_path: Path) -> tuple[Path, ...]:
    """Where files may be read: Python, what is installed, ourselves, the interview's folder; and nowhere else."""
    python = {Path(path).resolve() for path in (sys.prefix, sys.base_prefix, *sys.path) if path}
    system = (Path("/dev/null"), Path("/usr/share/zoneinfo"), *map(Path, mimetypes.knownfiles))
    return (*python, ROOT / "src", ROOT / "templates", tmp_path, *system)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """An interview that names every kind of address in every field that is printed."""
    data = changed(
        *((f"people[0].{field}", url) for field, url in zip(("talked_about", "title", "clarify"), URLS, strict=False)),
        ("outlook.reasons", URLS),
        ("candidate.strengths", URLS),
        ("candidate.address", URLS),
        ("position.title", URLS[0]),
    )
    (tmp_path / "notes.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    (tmp_path / "mail.yaml").write_text(yaml.safe_dump(by_email(data), allow_unicode=True), "utf-8")
    return tmp_path / "notes.yaml"


@pytest.mark.parametrize(
    "arguments",
    [
        ("notes.yaml", "-f", "docx,pdf,html,txt", "-o", "out"),
        ("mail.yaml", "-f", "eml,html,pdf", "-o", "out"),
        ("schema",),
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_socket_no_program_and_no_file_elsewhere(arguments: tuple[str, ...], notes: Path, tmp_path: Path) -> None:
    seen, _ = _seen(tmp_path, *arguments)
    outward = [event for event in seen if event[0] not in {"open", "ctypes.dlopen"}]
    assert not [event for event in outward if not (event[0] == "urllib.Request" and event[1].startswith("('file:///"))]
    opened = [(Path(path), writes) for event, path, writes in seen if event == "open"]
    assert len(opened) > 10
    scratch = Path(tempfile.gettempdir())
    for path, writes in opened:
        if writes and path != Path("/dev/null"):
            assert path.is_relative_to(tmp_path / "out") or path.is_relative_to(scratch), path
        elif path != OWN_LIBRARIES and not path.is_relative_to(scratch):
            assert any(path.resolve().is_relative_to(folder) for folder in _allowed(tmp_path)), path


def test_the_watcher_sees_what_it_watches_for(tmp_path: Path) -> None:
    """So that the tests above cannot pass by seeing nothing."""
    code = (
        "\nimport socket, subprocess\nsocket.socket().close()\nsubprocess.run([sys.executable, '-V'])\nopen('x', 'w')\n"
    )
    seen, _ = _seen(tmp_path, "schema", code=code)
    assert {"socket.__new__", "subprocess.Popen"} <= {event[0] for event in seen}
    assert ["open", str(tmp_path / "x"), True] in seen


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/x.png", "file:///etc/passwd", "../../x.png", "x.png", "ftp://x/y"])
def test_an_image_of_a_template_is_never_fetched(url: str, tmp_path: Path) -> None:
    (tmp_path / "courtesy.html.j2").write_text(f'<p>Words.<img src="{url}" alt="x"></p>', "utf-8")
    interview = followup_letters.load(changed(("outlook.interested", False)))
    with pytest.raises(TemplateError, match="is a file in your folder of templates, or embedded"):
        followup_letters.compose(interview, templates=tmp_path)
    (letter, *_) = followup_letters.compose(interview)
    root = replace(letter.page.root, children=(Element("img", {"src": url, "alt": "x"}),))
    for format in ("pdf", "html", "docx", "txt"):
        with pytest.raises(TemplateError, match="must be embedded"):
            replace(letter, page=replace(letter.page, root=root)).render(format)


@pytest.mark.parametrize("url", ["../secret.png", "link.png", "folder/secret.png", "/SECRET"])
def test_an_image_outside_of_the_folder_of_templates_is_not_read(url: str, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (tmp_path / "mine" / "link.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "mine" / "folder").symlink_to(tmp_path)
    named = url.replace("/SECRET", str(tmp_path / "secret.png"))
    (tmp_path / "mine" / "courtesy.html.j2").write_text(f'<p>Words.<img src="{named}" alt="x"></p>', "utf-8")
    interview = followup_letters.load(changed(("outlook.interested", False)))
    with pytest.raises(TemplateError, match="is a file in your folder of templates"):
        followup_letters.compose(interview, templates=tmp_path / "mine")


def _styled(css: str, folder: Path) -> followup_letters.Letter:
    """A letter with a style sheet of one's own."""
    (folder / "styles").mkdir()
    (folder / "styles" / "letter.css.j2").write_text(css, "utf-8")
    return followup_letters.compose(followup_letters.load(changed()), templates=folder)[0]


OURS = "{% include 'ours/letter.css.j2' %}\n"
FETCHING = [
    "@import 'http://127.0.0.1:9/x.css';",
    "@IMPORT url(file:///etc/passwd);",
    "@\\69mport '../x.css';",
    "p { background: url(http://127.0.0.1:9/x.png) }",
    "p { background: URL( 'x.png' ) }",
    "p { background: u\\72l(//127.0.0.1/x) }",
    "p { background: image-set('http://127.0.0.1:9/x.png' 1x) }",
    "p { background: -webkit-image-set(url(x.png) 1x) }",
    "p { background: cross-fade(url(data:,x), 'x.png') }",
    "p::before { content: url(file:///etc/passwd) }",
    "@font-face { font-family: X; src: local(X), url(x.woff) }",
    "@page { background: url(x.png) }",
    "@media print { p { --x: [(url(x.png))] } }",
    "p { color: red }</STYLE ><script>alert(1)</script>",
]


@pytest.mark.parametrize("css", FETCHING)
def test_a_style_sheet_of_ones_own_fetches_nothing(css: str, tmp_path: Path) -> None:
    letter = _styled(OURS + css, tmp_path)
    for format in ("html", "pdf"):
        with pytest.raises(TemplateError, match=r"styles/letter.css.j2(:\d+)?\n.*(would fetch|</style)"):
            letter.render(format)


def test_a_style_sheet_of_ones_own_may_embed_what_it_shows(tmp_path: Path) -> None:
    dot = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'></svg>"
    letter = _styled(f'{OURS}p {{ background: url("{dot}") }} /* @import url(x.css) */', tmp_path)
    assert dot in letter.render("html").decode()
    assert letter.render("pdf").startswith(b"%PDF")


def test_no_template_leads_out_of_its_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.css"
    outside.write_text("/* SECRET */", "utf-8")
    home = ROOT / "templates" / "styles"
    for number, start in enumerate(("", "ours/", "ours/word/", "./")):
        name = start + os.path.relpath(outside, home / start.removeprefix("ours/"))
        folder = tmp_path / str(number)
        folder.mkdir()
        letter = _styled(f"{OURS}{{% include {name!r} %}}", folder)
        with pytest.raises(TemplateError, match="there is no such template"):
            letter.render("html")


def test_the_engine_of_pdf_refuses_every_file_but_our_fonts(tmp_path: Path) -> None:
    from followup_letters.writing.engine import fetcher

    shutil.copy(ROOT / "README.md", tmp_path)
    for url in ("file:///etc/passwd", f"file://{tmp_path}/README.md", "http://127.0.0.1:9/", "https://example.com"):
        with pytest.raises(ValueError, match=r".+"):
            fetcher().fetch(url)

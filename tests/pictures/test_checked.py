"""A picture is what its content says, does nothing but draw, and is no larger than a letter can use."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import lxml.etree
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from followup_letters.pictures import LARGEST, checked, picture_of

from .drawing import STROKE, png, svg


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize(("width", "height"), [(300, 80), (1, 1), (7, 3), (61, 200)])
def test_a_png_of_every_kind_is_taken_with_every_dot(mode: str, width: int, height: int) -> None:
    source = BytesIO()
    Image.effect_noise((width, height), 90).convert("L").convert(mode).save(source, "png")
    found = checked(source.getvalue())
    assert (found.kind, found.width, found.height) == ("png", width, height)
    with Image.open(BytesIO(found.content)) as ours, Image.open(source) as theirs:
        assert ours.convert("RGBA").tobytes() == theirs.convert("RGBA").tobytes()


def _interlaced(width: int, height: int) -> bytes:
    """A grey PNG in seven passes, by the book, as Pillow reads and does not write."""
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    rows = b""
    for left, top, across, down in passes:
        columns = len(range(left, width, across))
        rows += b"".join(b"\0" + b"\x40" * columns for _ in range(top, height, down) if columns)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 1)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    written = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 9), (8, 8), (17, 5), (100, 33)])
def test_an_interlaced_png_is_taken_too(width: int, height: int) -> None:
    found = checked(_interlaced(width, height))
    with Image.open(BytesIO(found.content)) as image:
        assert image.tobytes() == b"\x40" * (width * height)


_LINE = '<path d="M0 0L9 9"/>'


@pytest.mark.parametrize(
    "drawing",
    [
        '<path d="M0 0L1e999 9"/>',
        f'<path d="M0 0L{"9" * 400} 9"/>',
        '<polyline points="0,0 9e99,9"/>',
        f'<path transform="{"scale(9)" * 400}" d="M0 0L9 9"/>',
        f'<path transform="{"skewX(89.9999)" * 90}" d="M0 0L9 9"/>',
        '<g transform="matrix(900 0 0 900 0 0)">' * 20 + _LINE + "</g>" * 20,
        _LINE * 1001,
        f'<path d="M0 0{"L9 9" * 20_000}"/>',
        f'<path stroke-dasharray="{"1," * 40_000}" d="M0 0L9 9"/>',
    ],
    ids=lambda drawing: drawing[:40],
)
def test_a_drawing_that_leads_too_far_or_takes_too_long_is_refused(drawing: str) -> None:
    with pytest.raises(ValueError, match="an SVG"):
        checked(svg(drawing))


def test_a_drawing_as_programs_export_it_is_taken() -> None:
    moved = '<g transform="translate(-123.45678901234567,-1052.3622)">' * 6
    scaled = '<g transform="matrix(1.25,0,0,-1.25,0,1052.36) rotate(-45 300 400)">' * 4
    line = '<path d="M0 0L1e-05 0.12345678901234567c-1.5e-3,2 3,4 5,6"/>'
    assert checked(svg(moved + scaled + line + "</g>" * 10)).kind == "svg"


def test_what_draws_nothing_does_not_go_out_with_the_letter() -> None:
    assert b"taken at home" in png()
    assert b"taken at home" not in checked(png()).content
    secret = '<metadata>at home</metadata><title>at home</title><!-- at home --><x:y xmlns:x="urn:x" a="at home"/>'
    named = '<g id="at-home" xmlns:i="urn:i" i:label="at home"><desc>at home</desc>' + STROKE + "</g>"
    content = checked(svg(secret + named)).content
    assert b"home" not in content
    assert b"stroke-width" in content


def test_names_and_rules_that_reach_nothing_do_not_go_out_and_the_others_keep_their_looks() -> None:
    sheet = (
        ".at-home, .shown.at-home{fill:#123456;-inkscape-label:at home} .nowhere-at-home{fill:red}"
        "path.thin{stroke:red}"
        "#home{stroke-width:3} .unlike-home{--note:home} text.home{fill:red} .shown{font-family:'at home'; opacity:.5}"
    )
    drawn = (
        f"<style>{sheet}</style>"
        f'<g class="at-home shown" id="home-of-mine"><path class="thin layer-home" id="home" d="M0 0L9 9"/></g>'
        f'<path style="fill:none;-inkscape-font:home" class="home" d="M0 0L9 9"/>'
    )
    content = checked(svg(drawn)).content.decode()
    assert "home" not in content
    assert (
        "<style>.n000,.n000.n001{fill:#123456}path.n002{stroke:red}#n003{stroke-width:3}.n001{opacity:.5}</style>"
        in content
    )
    assert '<g class="n000 n001">' in content
    assert '<path d="M0 0L9 9" id="n003" class="n002">' in content
    assert '<path style="fill:none" d="M0 0L9 9">' in content
    assert checked(content.encode()).content.decode() == content


_OF_ATTRIBUTES = (
    "fill stroke color visibility display fill-rule clip-rule stroke-linecap stroke-linejoin shape-rendering"
)
_OF_STYLES = (
    "stroke-width opacity stroke-miterlimit stroke-dasharray paint-order mix-blend-mode transform-origin overflow"
)
_NOTES = ("zorbium", "zorbium red", "red zorbium", "/* zorbium, call 555-0199 */ red", "inherit zorbium", "1 zorbium")


@pytest.mark.parametrize("note", _NOTES)
def test_what_is_no_value_of_a_look_does_not_go_out(note: str) -> None:
    names = _OF_ATTRIBUTES.split()
    said = "".join(f' {name}="{note}"' for name in names)
    styled = ";".join(f"{name}:{note}" for name in [*names, *_OF_STYLES.split()])
    drawn = f'<g style="{styled}" {said} viewBox="0 0 1 1 zorbium"><path class="a" d="M0 0L9 9" {said}/></g>'
    content = checked(svg(f"<style>.a{{{styled}}}</style>{drawn}", head='viewBox="0 0 100 25 "')).content
    assert b"zorbium" not in content
    assert b"555" not in content
    assert content.count(b'fill="red"') == (2 if "/*" in note else 0)


@pytest.mark.parametrize(
    "shape",
    [
        *('<path d="M at ease: call Stella"/>', '<path d="M0 0 L"/>', '<polyline points="0,0 ee"/>'),
        *('<path d="M0 0L9 9" transform="rotate(e)"/>', '<path d="M0 0L9 9" stroke-dasharray="..,"/>'),
    ],
)
def test_letters_that_place_no_shape_are_refused(shape: str) -> None:
    with pytest.raises(ValueError, match="can be drawn"):
        checked(svg(shape + STROKE))


KEPT_LOOKS = (
    *("fill:none", "fill:#1a2b3c", "fill:#ABC", "fill:currentColor", "fill:RebeccaPurple", "fill:transparent"),
    *("fill:rgb(10,20,30)", "stroke:rgba(10, 20, 30, .5)", "stroke:rgb(10 20 30 / 50%)", "color:hsl(120deg 50% 5%)"),
    *("stroke-width:1px", "stroke-width:.26458332", "opacity:50%", "fill-opacity:1", "stroke-miterlimit:4"),
    *("stroke-linecap:round", "stroke-linejoin:miter", "stroke-dasharray:none", "stroke-dasharray:4,2.5 1px"),
    *("stroke-dashoffset:0", "display:inline", "visibility:visible", "overflow:visible", "fill-rule:evenodd"),
    *("paint-order:stroke fill markers", "shape-rendering:crispEdges", "color-interpolation:linearRGB"),
    *("mix-blend-mode:normal", "isolation:auto", "transform:rotate(-45deg)", "transform:translate(3px, -4px)"),
    *(
        "transform-origin:50% center",
        "transform-box:fill-box",
        "vector-effect:none",
        "fill:inherit",
        "fill:red !important",
    ),
)


def test_every_look_that_svg_has_stays_as_it_was() -> None:
    for look in KEPT_LOOKS:
        styled = checked(svg(f'<style>.a{{{look}}}</style><path class="a" style="{look}" d="M0 0L9 9"/>')).content
        assert styled.count(look.encode()) == 2, look
    for name, value in (look.split(":", 1) for look in KEPT_LOOKS if "important" not in look):
        if name in {"fill", "stroke", "color", "fill-rule", "stroke-linecap", "stroke-linejoin", "display"}:
            assert f'{name}="{value}"'.encode() in checked(svg(f'<path {name}="{value}" d="M0 0L9 9"/>')).content


@pytest.mark.parametrize(
    "path",
    [
        *(
            "M0 0L9 9",
            "m1,2 3,4z",
            "M.5.5-1-1",
            "M0,0 A5 5 0 01.5.5",
            "M0 0h1v2H3V4c1 2 3 4 5 6s1 2 3 4q1 2 3 4t1 2z m1 1",
        ),
        *("M10-20c-1.5e-3,2 3,4 5,6Z\nM1 1L2 2\n", " M 0 , 0 L 9 , 9 Z", "M1.L2.", "M0 0a1 1 0 1 0 1-1 1 1 0 1 0-1 1"),
    ],
)
def test_a_path_in_every_hand_is_taken_as_it_is(path: str) -> None:
    assert f'd="{path}"'.replace("\n", " ").encode() in checked(svg(f'<path d="{path}"/>')).content


def test_the_same_picture_is_the_same_bytes_and_comes_back_from_its_data_uri() -> None:
    for content in (png(), svg()):
        found = checked(content)
        assert checked(found.content) == found == picture_of(found.source)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_png_that_is_cut_off_or_changed_is_never_taken_for_another_picture(data: st.DataObject) -> None:
    whole = png(40, 12)
    if data.draw(st.booleans()):
        broken = whole[: data.draw(st.integers(0, len(whole) - 13))]
    else:
        at = data.draw(st.integers(0, len(whole) - 1))
        broken = whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    with pytest.raises(ValueError, match=r"PNG|picture|SVG"):
        checked(broken)


def _chunked(*parts: tuple[bytes, bytes]) -> bytes:
    """A PNG of these chunks, and one that ends it."""
    chunks = (*parts, (b"IEND", b""))
    made = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


def _head(
    width: int = 4, height: int = 4, *, colours: int = 0, methods: tuple[int, int] = (0, 0)
) -> tuple[bytes, bytes]:
    return b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colours, *methods, 0)


ROWS = (b"IDAT", zlib.compress(b"\0" * 20))


def test_a_png_that_unpacks_to_more_or_less_than_it_says_is_refused() -> None:
    for rows in (b"\0" * 50_000_000, b"\0" * 10):
        with pytest.raises(ValueError, match="broken"):
            checked(_chunked(_head(), (b"IDAT", zlib.compress(rows))))


BROKEN = {
    "a second head, of a bomb": (_head(), _head(60_000, 60_000), ROWS),
    "a second head behind": (_head(), ROWS, _head()),
    "packed in another way": (_head(methods=(7, 0)), ROWS),
    "filtered in another way": (_head(methods=(0, 9)), ROWS),
    "a row filtered in another way": (_head(), (b"IDAT", zlib.compress(b"\0" * 15 + b"\x09" + b"\0" * 4))),
    "no sum at the end": (_head(), (b"IDAT", ROWS[1][:-4])),
    "too many colours": (_head(colours=3), (b"PLTE", b"\0" * 771), ROWS),
    "half a colour": (_head(colours=3), (b"PLTE", b"\0" * 4), ROWS),
    "no colour": (_head(colours=3), (b"PLTE", b""), ROWS),
    "a part that is needed, and that nobody knows": (_head(), (b"NEED", b"x"), ROWS),
    "more that is clear than colours": (_head(colours=3), (b"PLTE", b"\0" * 3), (b"tRNS", b"\0" * 9), ROWS),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_png_that_another_program_would_not_open_is_refused(what: str) -> None:
    with pytest.raises(ValueError, match="broken"):
        checked(_chunked(*BROKEN[what]))


@pytest.mark.parametrize("number", [0, 1, 2, 255])
def test_every_dot_of_a_png_with_a_palette_has_a_colour_of_it(number: int) -> None:
    rows = zlib.compress(b"".join(b"\0" + bytes([0, 1, 0, number]) for _ in range(4)))
    palette = b"\xff\xff\xff\x10\x20\x30"
    found = checked(_chunked(_head(colours=3), (b"PLTE", palette), (b"IDAT", rows))).content
    with Image.open(BytesIO(found)) as image:
        colours = image.getpalette("RGB")
        assert colours is not None
        assert len(colours) > 3 * max(image.tobytes())
        shown = image.convert("RGB").tobytes()[:12]
    beyond = b"\0\0\0"
    assert shown == palette + palette[:3] + (palette + beyond)[3 * min(number, 2) :][:3]


NOTE = b" made at home, zorbium " * 40
_PALETTE = b"\x10\x20\x30\xf0\xe0\xd0"
_CODED = b"zorbium made at home and what more!!"  # twelve colours
BESIDE_THE_DOTS = {
    "behind the rows": (_head(), ROWS, (b"IDAT", NOTE)),
    "in the same part": (_head(), (b"IDAT", ROWS[1] + NOTE)),
    "in the part that ends it": (_head(), ROWS, (b"IEND", NOTE)),
    "behind the end": (_head(), ROWS, (b"IEND", b""), (b"tEXt", NOTE)),
    "as colours of what needs none": (
        (b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)),
        (b"PLTE", _CODED),
        (b"IDAT", zlib.compress(b"\0" * 52)),
    ),
    "as colours of no dot": (
        _head(colours=3),
        (b"PLTE", _PALETTE + _CODED),
        (b"tRNS", b"\xff\xff" + _CODED[:12]),
        (b"IDAT", zlib.compress(b"\0\0\1\0\1" * 4)),
    ),
}


@pytest.mark.parametrize("where", BESIDE_THE_DOTS)
def test_what_a_png_says_beside_its_dots_does_not_go_out(where: str) -> None:
    found = checked(_chunked(*BESIDE_THE_DOTS[where])).content
    assert b"zorbium" not in found
    assert b"zorbium" not in b"".join(zlib.decompress(data) for name, data in _parts(found) if name == b"IDAT")
    assert {name for name, _ in _parts(found)} <= {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
    assert all(not data for name, data in _parts(found) if name == b"IEND")
    with Image.open(BytesIO(found)) as image:
        assert image.size == (4, 4)
        shown = image.convert("RGBA").tobytes()
    assert {shown[at : at + 3] for at in range(0, len(shown), 4)} <= {bytes(3), _PALETTE[:3], _PALETTE[3:]}


def _parts(content: bytes) -> list[tuple[bytes, bytes]]:
    """The chunks of a PNG, to the last of its bytes."""
    found, at = [], 8
    while at < len(content):
        length = int.from_bytes(content[at : at + 4])
        found.append((content[at + 4 : at + 8], content[at + 8 : at + 8 + length]))
        at += 12 + length
    return found


_KINDS = [(0, 1), (0, 2), (0, 4), (3, 1), (3, 2), (3, 4), (3, 8)]


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from(_KINDS), st.integers(1, 19), st.integers(1, 9))
def test_a_png_of_few_colours_keeps_its_dots_and_nothing_between_them(
    data: st.DataObject, kind: tuple[int, int], width: int, height: int
) -> None:
    colours, depth = kind
    size = -(-width * depth // 8)
    rows = b"".join(
        bytes([data.draw(st.integers(0, 4))]) + data.draw(st.binary(min_size=size, max_size=size))
        for _ in range(height)
    )
    palette = ((b"PLTE", bytes(range(256)) * 3), (b"tRNS", b"\x01\x80")) if colours == 3 else ()
    head = (b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0))
    typed = _chunked(head, *((name, said[: 3 << depth]) for name, said in palette), (b"IDAT", zlib.compress(rows)))
    found = checked(typed).content
    assert checked(found).content == found
    with Image.open(BytesIO(found)) as ours, Image.open(BytesIO(typed)) as theirs:
        assert ours.convert("RGBA").tobytes() == theirs.convert("RGBA").tobytes()
    unpacked = b"".join(zlib.decompress(packed) for name, packed in _parts(found) if name == b"IDAT")
    filling = 8 * size - width * depth
    for at in range(0, len(unpacked), size + 1):
        assert unpacked[at] == 0
        assert unpacked[at + size] & (1 << filling) - 1 == 0


def test_chunks_in_another_order_are_put_in_order() -> None:
    palette = (b"PLTE", b"\0" * 3)
    in_order = checked(_chunked(_head(colours=3), palette, ROWS)).content
    assert checked(_chunked(_head(colours=3), ROWS, palette)).content == in_order


@pytest.mark.parametrize(("width", "height"), [(0, 9), (100_000, 1), (4000, 4000), (2**31 - 1, 2**31 - 1)])
def test_a_png_of_no_size_or_too_large_a_size_is_refused(width: int, height: int) -> None:
    data = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + data + struct.pack(">I", zlib.crc32(b"IHDR" + data))
    with pytest.raises(ValueError, match="dots"):
        checked(head + b"\0\0\0\0IEND\xaeB`\x82")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "neither"),
        (b"hello", "neither"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"%PDF-1.7", "PDF"),
        (b"<html><body/></html>", "other XML"),
        (b"<svg/>", "other XML"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'", "can be read"),
        (b" " * LARGEST + b"<", "bytes"),
    ],
)
def test_what_is_no_picture_is_told_by_its_content(content: bytes, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        checked(content)


_ENTITIES = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

REFUSED = {
    "script": "<script>alert(1)</script>",
    "a handler": '<path d="M0 0" onload="x()"/>',
    "a handler in a group that is dropped": '<metadata><path onclick="x()"/></metadata>',
    "a script in other markup": '<x:a xmlns:x="urn:x"><script xmlns="http://www.w3.org/2000/svg"/></x:a>',
    "foreign markup": "<foreignObject/>",
    "a picture": '<image xlink:href="http://127.0.0.1:9/x.png"/>',
    "a picture inside": '<image href="data:image/png;base64,AA=="/>',
    "a copy": '<use href="#a"/>',
    "a link": '<a href="http://example.com"><path d="M0 0"/></a>',
    "words": "<text>Maya</text>",
    "a picture in a picture": "<svg/>",
    "movement": '<path d="M0 0"><animate attributeName="d"/></path>',
    "a pattern": "<pattern/>",
    "an address in a style": '<path d="M0 0" style="fill: url(http://127.0.0.1:9/x)"/>',
    "an address in an attribute": '<path d="M0 0" fill="url(#a)"/>',
    "an import": "<style>@import 'http://127.0.0.1:9/x.css';</style>",
    "an escaped import": r"<style>\40 import 'x';</style>",
    "an address parted by a comment": "<style>path { fill: u<!-- -->rl(x) }</style>",
    "an address in a section": "<style><![CDATA[path { fill: URL ('x') }]]></style>",
    "an address in a set of pictures": "<style>svg { background: image-set('http://127.0.0.1:9/x.png' 1x) }</style>",
    "an address in a blend": "<style>svg { background: -webkit-cross-fade( 'x.png' ) }</style>",
    "a rule for what stands in something": "<style>" + "g g g g g g path { fill: red }" * 3000 + "</style>",
    "more rules than looks": "<style>" + "path { fill: red }" * 101 + "</style>",
    "more names than looks": "<style>" + "path, " * 100 + "path { fill: red }</style>",
    "more looks than can be seen": "<style>path { " + "fill: red; " * 1000 + "}</style>",
    "an instruction": "<?xml-stylesheet href='x.css'?>",
}


@pytest.mark.parametrize("what", REFUSED)
def test_an_svg_that_does_more_than_draw_is_refused(what: str) -> None:
    with pytest.raises(ValueError, match=r"^an SVG "):
        checked(svg(REFUSED[what] + STROKE))


@pytest.mark.parametrize(
    "broken",
    [
        *('<path d="garbage M"/>', '<path d="M0 0" opacity="x"/>', '<circle r="NaN"/>', '<rect width="1e999"/>'),
        *('<path d="L1 1z"/>', '<path d="M0 0L9 9Z 1"/>', '<path d="M0 0z,L1 1"/>'),
        *(f'<path style="stroke-width:{number}" d="M0 0L9 9"/>' for number in ("1e400", "2E+99", "inf", "9_9")),
        "<style>path{stroke-width:1e400}</style>",
        '<g style="transform:scale(99)"/>',
        *('<g transform="foo(1)"/>', '<g transform="rotate()"/>', '<polyline points="1,b"/>', '<rect width=""/>'),
    ],
)
def test_an_svg_that_nobody_could_draw_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="can be drawn"):
        checked(svg(broken + STROKE))


@pytest.mark.parametrize("content", [png(2100, 100), png(1, 21), svg(head='viewBox="0 0 1e9 1e-9"')])
def test_a_picture_too_slim_to_be_seen_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="as wide as high"):
        checked(content)


@pytest.mark.parametrize("before", [_ENTITIES, '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'])
def test_an_svg_with_entities_is_refused(before: str) -> None:
    with pytest.raises(ValueError, match="without entities"):
        checked(svg(STROKE + "<desc>&a;</desc>", before=before))


def test_an_svg_too_deep_too_full_or_without_a_stroke_is_refused() -> None:
    for inside in (f'<path d="M0 0{" L1 2" * 60_000}"/>', "<g>" * 40 + STROKE + "</g>" * 40, STROKE * 5_001, "<g/>"):
        with pytest.raises(ValueError, match=r"^an SVG "):
            checked(svg(inside))


def test_what_drawing_programs_write_is_taken() -> None:
    before = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- Made with a drawing program -->\n'
    before += '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    inside = '<defs id="a"><style type="text/css">.st0{fill:#114;}</style></defs><g transform="scale(2)">'
    found = checked(svg(f'{inside}<rect class="st0" width="9" height="2"/></g>', 'width="60mm" height="15mm"', before))
    assert found.width / found.height == pytest.approx(4)
    root = lxml.etree.fromstring(found.content)
    assert [lxml.etree.QName(element).localname for element in root.iter()] == ["svg", "defs", "style", "g", "rect"]
    assert root.get("viewBox", "").split()[:2] == ["0", "0"]


@pytest.mark.parametrize("box", ["1e308 1e308 10 10", "0 0 1e-300 1e-300", f"0 0 .{'0' * 300}1 .{'0' * 300}1"])
def test_an_svg_of_a_size_that_no_number_holds_is_refused(box: str) -> None:
    with pytest.raises(ValueError, match="an SVG"):
        checked(svg(head=f'viewBox="{box}"'))


def test_a_shape_without_a_point_is_left_out_and_a_colour_is_no_number() -> None:
    empty = '<polygon/><polygon points=""/><polyline points=" , "/><path/><path d="Z"/>'
    coloured = f'<g style="stroke:#1e1000">{STROKE}</g>'
    content = checked(svg(empty + coloured)).content
    assert b"#1e1000" in content
    assert b"<poly" not in content
    assert content.count(b"<path") == 1
    with pytest.raises(ValueError, match="draws something"):
        checked(svg(empty))


@pytest.mark.parametrize("head", ["", 'width="10"', 'viewBox="0 0 0 9"', 'viewBox="0 0 9"', 'width="50%" height="9"'])
def test_an_svg_of_which_nobody_knows_how_large_it_is_is_refused(head: str) -> None:
    with pytest.raises(ValueError, match="viewBox"):
        checked(svg(head=head))


_HEX = st.text("0123456789abcdef#", min_size=1, max_size=7)
_PIECES = [*"<>&\"'/= ", "path", "url(", "script", "on", "x", "\u00e9", "]]>"]
_MARKUP = st.lists(st.sampled_from(_PIECES), max_size=8).map("".join)


@settings(max_examples=300, deadline=None)
@given(_MARKUP, _MARKUP, _HEX)
def test_what_is_taken_is_an_svg_of_the_shapes_we_know_whatever_was_written(one: str, other: str, colour: str) -> None:
    try:
        found = checked(svg(f'<g class="{one}">{other}{STROKE}</g><path d="M0 0" fill="{colour}"/>'))
    except ValueError:
        return
    for element in lxml.etree.fromstring(found.content).iter():
        assert lxml.etree.QName(element).localname in {"svg", "g", "path"}
        assert not any("href" in key or key.startswith("on") for key in element.attrib)
    assert b"url(" not in found.content

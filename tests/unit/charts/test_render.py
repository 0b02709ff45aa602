from xml.etree import ElementTree

import pytest

from benchside.charts.bars import Bar, bars
from benchside.charts.base import Drawing
from benchside.charts.render import png, svg

SPEC = bars(
    [Bar("A & B", {"EU": 3.0, "Industry": 1.0}, "4 · 80\u202f%"), Bar("C", {"EU": 1.0}, "1 · 20\u202f%")],
    colours={"EU": "#0b6a8f", "Industry": "#d9820f"},
)
DRAWING = Drawing("made", "More than <half>", "A & B together.", "Made.", SPEC, ("x",), (("1",),), ("assets",))


def test_the_same_drawing_gives_the_same_bytes():
    assert svg(DRAWING) == svg(DRAWING)
    assert png(DRAWING) == png(DRAWING)


def test_title_and_description_are_escaped():
    root = ElementTree.fromstring(svg(DRAWING))
    assert [child.text for child in list(root)[:2]] == ["More than <half>", "A & B together."]


@pytest.mark.parametrize("width", [720, 360])
def test_the_picture_is_as_wide_as_asked_with_all_its_text_inside(width):
    root = ElementTree.fromstring(svg(DRAWING, width))
    assert float(root.get("width")) == width
    texts = [e.text for e in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"A & B", "C", "4 · 80\u202f%", "EU", "Industry"} <= set(texts)


def test_there_is_no_background():
    picture = svg(DRAWING)
    assert 'fill="white"' not in picture
    assert 'class="background"' in picture


def test_png_is_scaled():
    small, large = png(DRAWING, scale=1), png(DRAWING, scale=2)
    # The width stands in bytes 16 to 20 of a PNG.
    assert [int.from_bytes(made[16:20], "big") for made in (small, large)] == [720, 1440]

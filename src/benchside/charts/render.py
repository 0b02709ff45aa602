"""A drawing as SVG or PNG. The same drawing gives the same bytes; nothing is read from the network."""

import re
from typing import Any
from xml.sax.saxutils import escape

import vl_convert

from benchside.charts.base import Drawing
from benchside.charts.layout import at_width
from benchside.charts.theme import LOCALE, WIDE

VEGA_LITE = "6.4"
"""The version specifications are drawn with, so that an update of the library changes no picture unseen."""

_OPENING = re.compile(r"<svg\b[^>]*>")
_NARRATION = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


def svg(drawing: Drawing, width: int = WIDE) -> str:
    """The picture as SVG text without a background, with its finding as title and its definition as description."""
    made = vl_convert.vegalite_to_svg(at_width(drawing.spec, width), **_settings())
    opening = _OPENING.search(made)
    assert opening is not None, "the renderer gives an svg element"
    head = opening[0].replace("<svg", '<svg role="img"', 1)
    said = f"<title>{escape(drawing.title)}</title><desc>{escape(drawing.definition)}</desc>"
    # The marks' own narration would be read out beside the title; the table beside the picture says more than it does.
    return head + said + _NARRATION.sub("", made[opening.end() :])


def png(drawing: Drawing, scale: float = 2, width: int = WIDE) -> bytes:
    """The picture as PNG without a background, `scale` times as many pixels as the SVG has."""
    return vl_convert.vegalite_to_png(at_width(drawing.spec, width), scale=scale, **_settings())


def _settings() -> dict[str, Any]:
    return {"vl_version": VEGA_LITE, "allowed_base_urls": [], "format_locale": LOCALE}

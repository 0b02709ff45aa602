"""How every picture looks: one palette, one type, few lines.

The colours keep apart for readers who see red and green alike, and in grey. The accent marks the one thing the title speaks of.
"""

INK, SOFT, LINE = "#1c2430", "#566071", "#dde2e8"
BLUE, ORANGE, GREEN, PURPLE, SKY, GREY = "#0b6a8f", "#d9820f", "#2c9a80", "#a8608c", "#5aa2cb", "#9aa5b1"
ACCENT = "#c4511b"

FONT = "'Source Sans 3', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

SERIES = (BLUE, SKY, ORANGE, GREEN, PURPLE, GREY)
"""The colours of things that have no colour of their own, in their order."""

PAYERS = {"eu": BLUE, "industry": ORANGE, "associated_partner": PURPLE, "beneficiary": SKY, "other": GREY}
"""payer → its colour, the same in every picture."""

WIDE, NARROW = 720, 360
"""The two widths a picture is made for, in pixels: a page and a phone."""

LOCALE = {"decimal": ".", "thousands": "\u202f", "grouping": [3], "currency": ["€", ""], "percent": "\u202f%"}
"""Numbers on axes as the texts print them: thousands set apart by a narrow no-break space."""

_AXIS = {
    "labelColor": INK, "labelFontSize": 12.5, "labelFontWeight": "normal", "titleColor": SOFT, "titleFontSize": 12,
    "titleFontWeight": "normal", "grid": False, "domainColor": LINE, "tickColor": LINE,
}  # fmt: skip

CONFIG = {
    "font": FONT,
    "background": None,
    "padding": {"left": 2, "right": 2, "top": 4, "bottom": 4},
    "view": {"stroke": None},
    "axis": _AXIS,
    "text": {"color": INK, "fontSize": 12.5},
    "legend": {
        "orient": "top", "direction": "horizontal", "title": None, "labelColor": INK, "labelFontSize": 12.5, "labelLimit": 300,
        "symbolType": "square", "symbolStrokeWidth": 0, "symbolSize": 120, "columnPadding": 18, "offset": 10,
    },
}  # fmt: skip
"""The settings every specification bears."""

MARGIN_LETTERS = 7.4
"""Pixels to keep free for one letter of a label; the widest of the fonts above needs a little less."""


def colours(names) -> dict[str, str]:
    """name → colour, in the order given; beyond the palette all are grey."""
    return {name: SERIES[number] if number < len(SERIES) else GREY for number, name in enumerate(names)}

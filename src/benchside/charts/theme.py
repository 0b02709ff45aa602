"""How every picture looks: one palette, one type, few lines.

The colours keep apart for readers who see red and green alike, and in grey. The accent marks the one thing the title speaks of.
"""

INK, SOFT, LINE = "#1c2430", "#566071", "#dde2e8"
BLUE, ORANGE, GREEN, PURPLE, SKY, GREY = "#0b6a8f", "#d9820f", "#2c9a80", "#a8608c", "#5aa2cb", "#9aa5b1"
ACCENT = "#c4511b"

FONT = "'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
"""Fonts that readers have and of one width, so that what was measured is what is seen. No name bears a digit: the renderer
cannot read one, and then keeps a third more room for every text."""

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
    "background": "transparent",
    "padding": {"left": 6, "right": 4, "top": 4, "bottom": 4},
    "view": {"stroke": None},
    "axis": _AXIS,
    "text": {"color": INK, "fontSize": 12.5},
    "legend": {
        "orient": "top", "direction": "horizontal", "title": None, "labelColor": INK, "labelFontSize": 12.5, "labelLimit": 300,
        "symbolType": "square", "symbolStrokeWidth": 0, "symbolSize": 120, "columnPadding": 18, "offset": 10,
    },
}  # fmt: skip
"""The settings every specification bears."""

ON_COLOUR = {BLUE: "#ffffff", PURPLE: "#ffffff"}
"""bar colour → colour of text on it; ink on all others, so that it can be read."""

SLENDER = set(" .,·-()|ijl\u202f")


def pixels(text: str) -> float:
    """The room a text may need at the size of labels, with a little to spare for wide fonts: it is never cut off."""
    return sum(3.8 if letter in SLENDER else 7.2 for letter in text)


def colours(names) -> dict[str, str]:
    """name → colour, in the order given; beyond the palette all are grey."""
    return {name: SERIES[number] if number < len(SERIES) else GREY for number, name in enumerate(names)}

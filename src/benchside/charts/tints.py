"""Tints of a colour on white, and the ink that can be read on them.

They are mixed here and not left to transparency, which looks different on every ground.
"""

from benchside.charts.theme import INK


def tint(colour: str, depth: float) -> str:
    """The colour mixed with white: white at depth 0, the colour itself at 1.

    >>> tint("#000000", 0.5)
    '#808080'
    """
    return "#" + "".join(f"{round(255 + (part - 255) * depth):02x}" for part in _parts(colour))


def ink_on(colour: str) -> str:
    """White on dark colours, the ink of texts on all others.

    >>> ink_on("#0b6a8f"), ink_on("#ffffff") == INK
    ('#ffffff', True)
    """
    red, green, blue = (((part / 255 + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#ffffff" if luminance < DARK else INK


DARK = 0.25
"""Relative luminance (WCAG 2) below which text is white: it then has a contrast of at least 3.5."""


def _parts(colour: str) -> list[int]:
    return [int(colour[n : n + 2], 16) for n in (1, 3, 5)]

"""Places of tiles, and tints that can be read."""

from benchside.charts.theme import BLUE, GREEN, GREY, INK, ORANGE
from benchside.charts.tile_places import COLUMNS, PLACES, ROWS
from benchside.charts.tints import ink_on, tint
from benchside.indicators.dimensions.country_group import ASSOCIATED, EU_13, EU_15
from benchside.model.codes import CODES


def test_no_two_countries_share_a_place():
    assert len(set(PLACES.values())) == len(PLACES)
    assert all(column < COLUMNS and row < ROWS for column, row in PLACES.values())
    assert set(PLACES) <= set(CODES["country"])


def test_members_and_associated_countries_are_on_the_map():
    assert {*EU_15, *EU_13, *ASSOCIATED} <= set(PLACES)


def test_a_tint_lies_between_white_and_the_colour():
    # Half way from 255 to 0x0b = 11 is 133 = 0x85, to 0x6a = 106 180.5, which rounds to the even 180 = 0xb4, to 0x8f = 143 199 = 0xc7.
    assert tint(BLUE, 0) == "#ffffff"
    assert tint(BLUE, 0.5) == "#85b4c7"
    assert tint(BLUE, 1) == BLUE


def test_text_on_any_tint_has_a_contrast_of_at_least_three():
    for colour in (BLUE, ORANGE, GREEN, GREY):
        for step in range(11):
            ground = tint(colour, step / 10)
            light, dark = sorted((_luminance(ground), _luminance(ink_on(ground))), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 3, ground
    assert ink_on("#ffffff") == INK


def _luminance(colour):
    """Relative luminance by WCAG 2, written out a second time, with its straight part near black."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

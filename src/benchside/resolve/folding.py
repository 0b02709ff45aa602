"""Letters: a text as small Latin letters, the same for every way of writing an accent or an umlaut."""

import re
import unicodedata

_LETTERS = str.maketrans({
    "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "’": "'", "ʼ": "'",
})  # fmt: skip
_DIGRAPHS = re.compile("oe|ue|ae|aa")


def plain(text: str) -> str:
    """Small letters without accents: Göteborg and GÖTEBORG are goteborg, Goeteborg stays goeteborg."""
    if text.isascii():
        return text.casefold()
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(c for c in letters if not unicodedata.combining(c)).translate(_LETTERS)


def fold(text: str) -> str:
    """As `plain`, and oe, ue, ae, aa lose their second letter, so that Göteborg, Goeteborg and Gøteborg are one.

    Other words lose it too (Michael becomes michal), on both sides of every comparison.
    """
    return shorten(plain(text))


def shorten(letters: str) -> str:
    """Plain letters with oe, ue, ae, aa as one letter."""
    return _DIGRAPHS.sub(lambda found: found.group()[0], letters)

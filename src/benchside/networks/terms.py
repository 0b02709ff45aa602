"""The terms of an English text: words without accents and case, without the commonest ones, cut to a common stem.

The stem is light, so that a reader can follow it: the ending of the plural by Harman's three rules (1991), then one ending of a derived
word where at least `LEAST_STEM` letters remain. It joins *vaccines*, *vaccine* and *vaccination*; it does not join *child* and
*children*, nor words that only mean the same. Texts in other languages are cut by the same rules, which fit them badly.
"""

import re
import unicodedata
from functools import lru_cache

STOP_WORDS = frozenset(
    """a about above across after against all along also among an and any are as at based be because been before being between both but
    by can could do does during each either for from further had has have having how however if in including into is it its itself like
    made may might more most much must nor not of off on once one only onto or other our out over own per same should since so some such
    than that the their them then there these they this those through thus to toward towards two under until up upon use used using
    versus very via was we were what when where whether which while who whom whose why will with within without would you your""".split()
)
"""Words that say nothing of a subject: articles, pronouns, prepositions, auxiliaries."""

FUNDER_WORDS = frozenset(
    """action actions advance aim aims call consortium european europe eu horizon initiative new novel programme project projects
    proposal research support topic""".split()
)
"""Words that stand in so many titles of funded projects that they say nothing of one."""

LEAST_STEM = 5
ENDINGS = ("isations", "izations", "isation", "ization", "ations", "ation", "ically", "ments", "ment", "ingly", "ical", "ings", "ing", "edly",
           "ated", "ates", "ate", "ions", "ion", "ised", "ized", "ise", "ize", "ives", "ive", "ally", "ers", "er", "ic", "al", "ed", "ly", "e")  # fmt: skip
"""Endings that are cut, the first that fits; the longer stand before the shorter."""

_WORD = re.compile(r"[a-z0-9]*[a-z][a-z0-9]*")


def terms(text: str) -> list[str]:
    """The stems of a text in their order, repeated as often as they stand there; single letters and bare numbers are left out.

    >>> terms("The vaccines of 2015, and vaccination against Ebola")
    ['vaccin', 'vaccin', 'ebola']
    """
    folded = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    words = (word for word in _WORD.findall(folded) if len(word) > 1)
    return [stem(word) for word in words if word not in STOP_WORDS and word not in FUNDER_WORDS]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without its ending; words of up to three letters stay as they are."""
    if len(word) <= 3:
        return word
    word = _singular(word)
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            return word.removesuffix(ending)
    return word


def _singular(word: str) -> str:
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss", "is")):
        return word[:-1]
    return word

"""Titles as they are compared: whether two records that share an identifier speak of one thing."""

import html
import re

from benchside.resolve.folding import plain

NONE = "no title"
LEAST_WORDS = 3
"""A title of fewer words may stand in many others without being one with them."""


def words_of(title: str) -> frozenset[str]:
    """The words of a title without mark-up, case and accents; empty where it is missing or says that there is none.

    >>> sorted(words_of("CO<sub>2</sub> in the Salish&nbsp;Sea"))
    ['co2', 'in', 'salish', 'sea', 'the']
    """
    read = re.sub(r"</?[A-Za-z][^<>]*>", "", html.unescape(html.unescape(title)))
    words = re.sub(r"[\W_]+", " ", plain(read)).split()
    return frozenset() if " ".join(words) == NONE else frozenset(words)


def share_half(one: frozenset[str], other: frozenset[str]) -> bool:
    """Are at least half of all words of two titles in both?"""
    return bool(one and other) and 2 * len(one & other) >= len(one | other)


def holds(one: frozenset[str], other: frozenset[str]) -> bool:
    """Are all words of the shorter title, three at least, in the longer one (which has a subtitle)?"""
    short, long = sorted((one, other), key=len)
    return len(short) >= LEAST_WORDS and short <= long

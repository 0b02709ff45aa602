"""Titles of works, grants and studies, as registers and publishers write them."""

import html
import re


def plain_title(text: str) -> str:
    """The words of a title: mark-up and its encoded signs read, not shown; runs of blanks made one.

    >>> plain_title("Ducks (&lt;i&gt;Histrionicus&lt;/i&gt;) and CO <sub>2</sub>")
    'Ducks (Histrionicus) and CO 2'
    """
    # Encoded once or twice, as publishers send it. A bare `<` before a number is no mark-up.
    read = html.unescape(html.unescape(text))
    bare = re.sub(r"</?[A-Za-z][A-Za-z0-9:]*(\s[^<>]*)?/?>", "", read)
    return re.sub(r"([(\[])\s+|\s+([)\],.;:])", r"\1\2", " ".join(bare.split()))

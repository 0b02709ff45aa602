"""Text and files of XML: what XML 1.0 cannot hold is replaced, and a tree is written the same way each time."""

import re
from pathlib import Path
from xml.etree import ElementTree as xml

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """The text with U+FFFD in place of each letter that XML 1.0 does not allow, such as a bell."""
    return _FORBIDDEN.sub("\ufffd", text)


def save(root: xml.Element, path: Path) -> None:
    """Write the tree as UTF-8, indented, with its declaration and a line end."""
    xml.indent(root)
    content = xml.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{content}\n', encoding="utf-8")

"""The report itself: the template filled, its Markdown rendered, what it asked for put in."""

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markupsafe import Markup

from benchside.reports.filling import MARK, Filled, fill
from benchside.reports.template import Template
from benchside.reports.writers.directives import Directives
from benchside.reports.writers.site import Site

_BLOCK = re.compile(rf"<p>((?:{MARK.pattern}\s*)+)</p>")
_BLOCKS = ("<div", "<figure", "<ul", "<dl", "<ol", "<p")


def write(site: Site, template: Template) -> None:
    """Write the site's first page."""
    directives = Directives(site)
    filled = fill(template, site.edition, directives.write, directives.explain)
    body, contents = rendered(filled)
    site.page("index.html", "report.html", body=body, contents=contents)


def rendered(filled: Filled) -> tuple[Markup, list[tuple[str, str]]]:
    """The HTML of a filled template, and its second-level headings with their ids."""
    markdown = MarkdownIt("commonmark", {"html": False, "typographer": False})
    tokens = markdown.parse(filled.markdown)
    contents = _headings(tokens)
    html = markdown.renderer.render(tokens, markdown.options, {})
    html = _BLOCK.sub(lambda m: _unwrapped(m, filled), html)
    return Markup(MARK.sub(lambda m: filled.pieces[int(m[1])], html)), contents


def _headings(tokens) -> list[tuple[str, str]]:
    contents = []
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            text = MARK.sub("", inline.content).strip()
            slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "part"
            opening.attrSet("id", slug)
            if opening.tag == "h2":
                contents.append((slug, text))
    return contents


def _unwrapped(match: re.Match, filled: Filled) -> str:
    """A paragraph of nothing but blocks is no paragraph; tiles that stand together form one grid."""
    pieces = [filled.pieces[int(i)] for i in re.findall(r"\d+", match[1])]
    if not all(p.lstrip().startswith(_BLOCKS) for p in pieces):
        return match[0]
    joined = "\n".join(pieces)
    return f'<div class="tiles">\n{joined}\n</div>' if 'class="tile"' in pieces[0] else joined

"""Reading a written site as a browser would: its pages, their ids, links and resources."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

VOID = {"meta", "link", "br", "img", "input", "hr", "rect", "path"}


@dataclass
class Page(HTMLParser):
    """What one page holds."""

    path: Path
    tags: list[tuple[str, dict]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self):
        super().__init__(convert_charrefs=True)
        self.feed(self.path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        self.resources += [found[k] for k in ("src", "srcset", "data") if k in found]
        if tag == "link":
            self.resources.append(found["href"])

    def handle_data(self, data):
        self.text += data

    def count(self, tag: str) -> int:
        return sum(t == tag for t, _ in self.tags)


def pages(site: Path) -> list[Page]:
    """Every page of a site."""
    return [Page(p) for p in sorted(site.rglob("*.html"))]


def dead_links(site: Path, found: list[Page]) -> list[str]:
    """Links inside the site that lead to no file, or to no id in it."""
    ids = {page.path.resolve(): set(page.ids) for page in found}
    dead = []
    for page in found:
        for link in {*page.links, *page.resources}:
            if link.startswith(("http://", "https://", "mailto:")):
                continue
            target, fragment = urldefrag(link)
            file = (page.path.parent / unquote(target)).resolve() if target else page.path.resolve()
            if not file.is_file() or (fragment and fragment not in ids.get(file, {fragment})):
                dead.append(f"{page.path.relative_to(site)} -> {link}")
    return dead

"""Writes the pages of the reference that follow from declarations: `make docs`. A test says whether they are up to date."""

import inspect
from pathlib import Path

from benchside.corpus.catalogue import all_measures
from benchside.corpus.params import CHOICES, SCOPE, WINDOW
from benchside.figures.membership import possible
from benchside.indicators.base import Indicator
from benchside.indicators.catalogue import all_dimensions, all_indicators
from benchside.model.dictionary import dictionary_markdown
from benchside.networks.organisations import WEIGHTS, describe
from benchside.settings import SETTINGS

HERE = Path(__file__).parent / "reference"
NOTE = "<!-- Written by docs/generate.py from the declarations; change those. -->\n\n"


def indicators() -> str:
    """The catalogue of indicators, family by family."""
    lines = [
        "# Indicators",
        "",
        f"{len(all_indicators())} indicators. Each is asked with `benchside figures DIR ID` and opened with `benchside explain DIR ID`.",
        "",
    ]
    families: dict[str, list[Indicator]] = {}
    for i in all_indicators().values():
        families.setdefault(i.family, []).append(i)
    for family, members in families.items():
        lines += [f"## {family.capitalize()}", ""]
        for i in members:
            lines += _indicator(i)
    return "\n".join(lines)


def _indicator(i: Indicator) -> list[str]:
    return [
        f"### {i.id}", "", f"**{i.title}** ({i.unit}). {i.question} {i.why}", "",
        f"- Definition: {i.definition}", f"- Source of the definition: {i.definition_source}", f"- Limits: {i.limits}",
        f"- Value: {i.reducer} over rows of {', '.join(f'`{t}`' for t in i.tables)}; counting {i.counting}",
        *([f"- Shown with: {', '.join(f'`{c}`' for c in i.companions)}"] if i.companions else []),
        *([f"- Below {i.few} papers it is shown as few and not ranked"] if i.few else []),
        f"- Cut by: {', '.join(possible(i)) or 'nothing'}", f"- Reviewed {i.reviewed_on}, to be read again by {i.review_due}", "",
    ]  # fmt: skip


def dimensions() -> str:
    """The dimensions by which figures are scoped and cut."""
    lines = ["# Dimensions", "", "| dimension | what | kind | scope key |", "|---|---|---|---|"]
    lines += [f"| {d.id} | {d.title} | {d.kind} | {'yes' if d.is_scope else 'no'} |" for d in all_dimensions().values()]
    return "\n".join(
        [
            *lines,
            "",
            "Cuts by dimensions of kind one and shared add up to the whole where the indicator is a sum; by overlapping ones they do not.",
            "",
        ]
    )


def settings() -> str:
    """The settings of `programme.toml`."""
    lines = ["# Settings", "", "A programme's folder has one file, `programme.toml`.", ""]
    for name, (kind, default, words) in SETTINGS.items():
        lines += [f"## {name}", "", f"{words} ({kind.__name__}, default `{default!r}`)", ""]
    lines += [
        "## [[source]]",
        "",
        "One block for each source: `id` (which source), `path` (the file or folder it reads, relative to the programme's folder), and the source's own options.",
        "",
        "`[source.fetch]` says what `benchside fetch` asks for; see [the how-to](../how-to/fetch.md). `BENCHSIDE_OPENALEX_KEY` in the environment is the key of OpenAlex.",
        "",
    ]
    return "\n".join(lines)


def citation_indicators() -> str:
    """The citation indicators of the Python API."""
    lines = [
        "# Citation indicators",
        "",
        "Asked from Python: `benchside.corpus.measure(corpus, name, **params)`, over tables read by `benchside.corpus.open_corpus`.",
        "What is measured on the network of organisations stands at the end; `benchside.main.measure` answers both.",
        "",
    ]
    lines += [
        "Parameters that all share (the default first): "
        + "; ".join(f"`{name}` {', '.join(values)}" for name, values in CHOICES.items())
        + f"; `window` {', '.join(WINDOW)}; `scope` {', '.join(SCOPE)}; `types`; `cell_keys`.",
        "",
    ]
    for m in all_measures().values():
        own = f" Own parameters: {', '.join(m.params)}." if m.params else ""
        lines += [
            f"## {m.id}",
            "",
            f"**{m.title}** ({m.unit}).{own}",
            "",
            f"- Formula: {m.formula}",
            f"- Missing values: {m.nulls}",
            f"- Ties: {m.ties}",
            f"- Source: {m.source}",
            "",
        ]
    lines += ["## network", "", inspect.cleandoc(describe.__doc__ or ""), ""]
    lines += [
        f"Own parameters: weight ({', '.join(WEIGHTS)}, the default first). The papers are those of `joint_papers`.",
        "",
    ]
    return "\n".join(lines)


PAGES = {
    "citation-indicators.md": citation_indicators,
    "indicators.md": indicators,
    "dimensions.md": dimensions,
    "settings.md": settings,
    "model.md": dictionary_markdown,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (HERE / name).write_text(NOTE + page(), encoding="utf-8")

"""The command that describes who works with whom: network."""

import dataclasses
from typing import Annotated

import typer

from benchside import main
from benchside.cli.ask import AsOf, BuildName, Folder, Plain
from benchside.cli.screen import OUT, progress, show_table, write_json
from benchside.networks.arrivals import Arrivals
from benchside.networks.overview import Overview


def network(
    folder: Folder,
    weight: Annotated[str, typer.Option("--weight", metavar="full|newman", help="What a joint project adds.")] = "full",
    as_of: AsOf = None,
    build: BuildName = None,
    form: Annotated[Plain, typer.Option("--format", help="table or json.")] = Plain.table,
) -> None:
    """Describe who works with whom: density, brokers, communities, newcomers, repeats, sectors."""
    with progress("Walking the network"):
        found, names = main.network(folder, weight=weight, as_of=as_of, build=build)
    if form is Plain.json:
        write_json(dataclasses.asdict(found))
        return
    _show_size(found)
    _show_brokers(found, names)
    _show_sectors(found)
    _show_arrivals("year", found.by_year)
    _show_arrivals("call", found.by_call)


def _show_size(found: Overview) -> None:
    sizes = found.communities.sizes()
    rows = [
        ("organisations, projects, participations", f"{found.organisations}, {found.projects}, {found.participations}"),
        ("pairs that share a project", str(len(found.edges))),
        ("of them, that share several", _percent(found.repeats.share)),
        ("density", _percent(found.density)),
        ("connected parts, organisations of the largest", f"{found.components}, {found.largest}"),
        ("communities, their largest", f"{len(sizes)}, {', '.join(map(str, sizes[:5]))}"),
        ("their stability", "" if found.communities.stability is None else f"{found.communities.stability:.2f}"),
        (
            "communities that hold (0.75 or more over other searches)",
            f"{len(found.communities.holding())} of {len(sizes)}",
        ),
        ("modularity", "" if found.communities.modularity is None else f"{found.communities.modularity:.3f}"),
    ]
    show_table(("network", ""), rows, right=(1,))


def _show_brokers(found: Overview, names: dict[str, str]) -> None:
    rows = [
        (names.get(b.organisation, b.organisation), f"{b.betweenness:.4f}", f"± {b.error:.4f}" if b.error else "")
        for b in found.brokers.ranked[:10]
        if b.betweenness
    ]
    show_table(("broker", "betweenness", ""), rows, right=(1,))
    OUT.print(f"By {found.brokers.method}.", markup=False, soft_wrap=True, style="dim")


def _show_sectors(found: Overview) -> None:
    rows = [(m.a, m.b, str(m.projects), str(m.pairs)) for m in sorted(found.sectors, key=lambda m: -m.pairs)]
    show_table(("sector", "sector", "projects", "pairs"), rows, right=(2, 3))


def _show_arrivals(period: str, found: list[Arrivals]) -> None:
    rows = [
        (a.period, str(a.projects), str(a.organisations), str(a.newcomers), _percent(a.newcomer_share), str(a.pairs), _percent(a.repeat_share))
        for a in found
    ]  # fmt: skip
    columns = (period, "projects", "organisations", "newcomers", "share", "pairs", "met before")
    show_table(columns, rows, right=(1, 2, 3, 4, 5, 6))


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.1%}"

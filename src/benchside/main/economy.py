"""Economic models over files of others: comparison with those without, and multipliers."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from benchside.economy.comparison import Comparison
from benchside.economy.comparison import compare as compare_groups
from benchside.economy.multipliers import Multipliers, all_multipliers
from benchside.economy.panel import read_panel
from benchside.errors import UsageError
from benchside.sources.inputoutput.reading import read_table


def compare(
    panel: Path,
    *,
    unit: str,
    time: str,
    outcome: str,
    treated: str,
    match: Iterable[str] = (),
    random: str = "",
    picture: Path | None = None,
) -> Comparison:
    """Units of a panel file that were treated beside those that were not; the event study is drawn at `picture`, where one is named."""
    read = read_panel(panel, unit=unit, time=time, outcome=outcome, treated=treated, match=tuple(match))
    found = compare_groups(read, random=random)
    if picture is not None:
        from benchside.charts.event_study import event_study  # charts take long to import
        from benchside.charts.render import svg

        drawing = event_study(found, outcome, f"From {panel.name}.")
        if drawing is None:
            raise UsageError(f"There is no event study to draw. {' '.join(found.missing)}")
        picture.write_text(svg(drawing), encoding="utf-8")
    return found


def multipliers(
    table: Path,
    *,
    only: Mapping[str, str] = MappingProxyType({}),
    kind: int = 1,
    rows: Iterable[str] = (),
    **households: Any,
) -> Multipliers:
    """The multipliers of all products of an input–output table's file; `households` as in `all_multipliers`."""
    return all_multipliers(read_table(table, only=only), type=kind, rows=tuple(rows), **households)

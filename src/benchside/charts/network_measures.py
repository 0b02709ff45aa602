"""The measures of a network that pictures set beside each other, and how their numbers are printed."""

from dataclasses import dataclass

from benchside.charts.words import THIN, decimals, exact, missing
from benchside.model.figure import Figure


@dataclass(frozen=True)
class Measure:
    """An indicator, its name in a picture, a shorter one for the head of a column, and whether it is a share."""

    indicator: str
    name: str
    head: str
    is_share: bool = True

    def short(self, figure: Figure) -> str:
        """The number over a bar, without its unit."""
        return decimals(exact(figure) * 100) if self.is_share else decimals(exact(figure), 1)

    def full(self, figure: Figure | None) -> str:
        """The number in a table; why there is none otherwise."""
        if figure is None or figure.value is None:
            return "no value" if figure is None else missing(figure)
        return f"{decimals(exact(figure) * 100, 1)}{THIN}%" if self.is_share else self.short(figure)


MEASURES = (
    Measure("newcomers_share", "Newcomers among organisations, %", "Newcomers %"),
    Measure("met_before_share", "Pairs that had met in a project before, %", "Met before %"),
    Measure("cross_sector_pairs_share", "Pairs of two different sectors, %", "Across sectors %"),
    Measure("countries_per_project", "Countries per project", "Countries", is_share=False),
)

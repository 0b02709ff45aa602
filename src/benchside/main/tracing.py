"""What led to what, by whose account, and how an effect is shared."""

from fractions import Fraction
from pathlib import Path

from benchside.indicators.catalogue import all_indicators
from benchside.main.opening import day_of, open_build, open_desk
from benchside.pathways import shares as dividing
from benchside.pathways.intended import Laid, lay_over
from benchside.pathways.logic import read_logic
from benchside.pathways.pathways import Pathways

LOGIC = "logic.yaml"
"""The file of a programme's folder that says what the programme intended."""

MONEY = "public_funding"
"""The measure by which effects are shared where they are shared by money."""


def pathways(
    folder: Path, *, logic: Path | None = None, as_of: str | None = None, build: str | None = None
) -> tuple[Pathways, Laid | None]:
    """What led to what in a programme, and that laid over the logic it intended, where a file of it is named or kept in the folder."""
    with open_build(folder, build) as opened:
        found = Pathways.read(opened, day_of(as_of))
    return found, intended(folder, found, logic)


def intended(folder: Path, found: Pathways, logic: Path | None = None) -> Laid | None:
    """What happened over what was intended; None where the folder keeps no logic and none is named."""
    kept = logic or folder / LOGIC
    if logic is None and not kept.exists():
        return None
    return lay_over(found, read_logic(kept, list(all_indicators()), found.documents))


def pathway_shares(
    folder: Path, found: Pathways, record: str | None, way: str, *, as_of: str | None = None, build: str | None = None
) -> tuple[list[dividing.Share], list[str], list[dividing.ProgrammeTotal]]:
    """The shares of the projects behind an effect, or behind all of them; why some cannot be divided; and the totals of programmes."""
    money: dict[str, int] = {}
    if way == "money":
        desk = open_desk(folder, build)
        with desk.build:
            cuts = desk.ask(MONEY, {}, by="project", as_of=day_of(as_of))
        money = {f.cut: int(Fraction(f.exact) * 100) for f in cuts if f.cut and f.exact}
    if record is None:
        divided, refused = dividing.all_shares(found, way, money)
    else:
        divided, refused = dividing.shares(found, record, way, money), []
    return divided, refused, dividing.by_programme(divided, dividing.programmes_of(found))

"""The command that says what led to what: pathways."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from benchside import main
from benchside.cli.ask import AsOf, BuildName, Folder, Plain
from benchside.cli.screen import OUT, progress, show_table, write_json
from benchside.model.codes import CODES
from benchside.pathways.arrows import Arrow
from benchside.pathways.defects import find_defects
from benchside.pathways.gaps import Gaps, find_gaps
from benchside.pathways.grades import GradeShare
from benchside.pathways.intended import Laid
from benchside.pathways.opened import (
    open_arrows,
    open_chain,
    open_gaps,
    open_laid,
    open_overview,
    open_place,
    open_share,
    open_story,
)
from benchside.pathways.overview import Overview, overview
from benchside.pathways.paths import Chain, chain_behind
from benchside.pathways.pathways import Pathways
from benchside.pathways.records import Place
from benchside.pathways.stages import STAGES
from benchside.pathways.stories import Story, story

MARKS = {"registry": "━━▶", "independent": "══▶", "documented": "──▶", "claimed": "┄┄▶", None: "··▶"}
"""grade → the arrow that stands for it on the screen."""

MOST = 15
"""Records or arrows of one sort shown on the screen; JSON has all."""


def pathways(
    folder: Folder,
    record: Annotated[
        str | None, typer.Argument(metavar="[RECORD]", help="A record as type:key or key, or a story's key.")
    ] = None,
    behind: Annotated[bool, typer.Option("--behind", help="Only what led to the record.")] = False,
    reach: Annotated[bool, typer.Option("--reach", help="Only what follows from it.")] = False,
    gaps: Annotated[bool, typer.Option("--gaps", help="What the chains leave open, in full.")] = False,
    share: Annotated[
        str | None, typer.Option("--share", metavar="equal|money|stated", help="Divide effects among projects.")
    ] = None,
    logic: Annotated[
        Path | None, typer.Option("--logic", metavar="FILE", help="The intended logic; by default DIR/logic.yaml.")
    ] = None,
    as_of: AsOf = None,
    build: BuildName = None,
    form: Annotated[Plain, typer.Option("--format", help="table or json.")] = Plain.table,
) -> None:
    """Trace what led to what: stories as chains, what is behind a record or follows from it, gaps, shares, intended logic."""
    is_json = form is Plain.json
    with progress("Following the arrows"):
        found, laid = main.pathways(folder, logic=logic, as_of=as_of, build=build)
    if share is not None:
        _shares(main.pathway_shares(folder, found, record, share, as_of=as_of, build=build), is_json)
    elif gaps:
        _gaps(found, is_json)
    elif record is None:
        _whole(found, laid, is_json)
    else:
        _record(found, record, behind or not reach, reach or not behind, is_json)


def _whole(found: Pathways, laid: Laid | None, is_json: bool) -> None:
    told = overview(found)
    if is_json:
        write_json(open_overview(found, told) | {"intended": open_laid(found, laid) if laid else None})
        return
    show_table(("stage", "records", "on an arrow"), [(STAGES[s.stage], str(s.records), str(s.joined)) for s in told.stages], right=(1, 2))  # fmt: skip
    _show_grades(told.grades)
    claims = [(CODES["contribution_claim"].get(c, c), str(n)) for c, n in told.claims.items()]
    show_table(("what is said of the contribution", "arrows"), claims, right=(1,))
    for each in told.stories:
        _show_story(found, each)
    _show_counts(told)
    if laid:
        _show_laid(laid)


def _show_grades(grades: list[GradeShare]) -> None:
    rows = [
        (MARKS.get(g.grade, MARKS[None]), g.grade, str(g.told), _percent(g.told_share), str(g.read_off), _percent(g.read_off_share))
        for g in grades
    ]  # fmt: skip
    show_table(("", "grade", "told arrows", "share", "read off records", "share"), rows, right=(2, 3, 4, 5))


def _show_counts(told: Overview) -> None:
    gaps = told.gaps
    rows = [
        ("results without a use on record", str(len(gaps.unused))),
        ("outcomes and impacts without a chain", str(len(gaps.unexplained))),
        ("arrows that rest on a claim alone", str(len(gaps.claims))),
        ("arrows without a document", str(len(gaps.unsourced))),
    ]
    show_table(("gaps (list them with --gaps)", ""), rows, right=(1,))
    _show_defects(told)


def _show_defects(told: Overview) -> None:
    OUT.print("Defects" if told.defects else "No defect was found in the arrows.", style="bold" if told.defects else "")
    for defect in told.defects:
        OUT.print(f"{defect.kind.replace('_', ' ')}: {defect.says}", markup=False, soft_wrap=True)


def _show_story(found: Pathways, told: Story) -> None:
    OUT.print(f"\n{told.title} [{told.story_id}]", markup=False, soft_wrap=True, style="bold")
    _show_trail(found, told.arrows, {p.id: p for p in told.places})


def _show_trail(found: Pathways, arrows: Iterable[Arrow], places: dict[str, Place]) -> None:
    """Arrows one below the other; one that does not start where the last ended begins with its start."""
    last = None
    for arrow in arrows:
        if arrow.start != last:
            _show_place(places[arrow.start])
        OUT.print(f"     {MARKS[arrow.grade]} {_says(found, arrow)}", markup=False, soft_wrap=True, style="dim")
        _show_place(places[arrow.end])
        last = arrow.end


def _show_place(place: Place) -> None:
    stage = STAGES.get(place.stage or "", "No stage")
    missing = "" if place.is_known else " (no such record)"
    OUT.print(f"  {stage:<9}{place.label} [{place.id}]{missing}", markup=False, soft_wrap=True)


def _says(found: Pathways, arrow: Arrow) -> str:
    """Relation, claim, grade, who says so, document and place in it."""
    by = CODES["stated_by"].get(arrow.stated_by or "", "") if arrow.is_told else f"read off {arrow.basis}"
    claim = arrow.claim if arrow.claim not in (None, "not_stated") else None
    document = found.document(arrow)
    source = f"{arrow.document_id} {document['title']}" if document else arrow.document_id or "no document"
    words = [
        CODES["link_relation"][arrow.relation], CODES["contribution_claim"][claim] if claim else None, arrow.grade or "not graded",
        by, arrow.happened_on.isoformat() if arrow.happened_on else None, source, arrow.locator,
    ]  # fmt: skip
    return "; ".join(w for w in words if w)


def _record(found: Pathways, name: str, behind: bool, reach: bool, is_json: bool) -> None:
    told = story(found, name)
    if told is not None:
        if is_json:
            write_json({"story": open_story(found, told)})
        else:
            OUT.print(told.summary, markup=False, soft_wrap=True)
            _show_story(found, told)
        return
    chain = chain_behind(found, name) if behind else None
    follows = found.reach(name) if reach else None
    if is_json:
        write_json(_record_as_json(found, name, chain, follows))
        return
    if chain is not None:
        _show_chain(found, chain)
    if follows is not None:
        _show_reach(found, name, follows)


def _record_as_json(found: Pathways, name: str, chain: Chain | None, follows: list[Place] | None) -> dict[str, Any]:
    record = found.places_at(found.number_array(name))[0]
    answer: dict[str, Any] = {"record": open_place(record)}
    if chain is not None:
        answer["behind"] = open_chain(found, chain)
    if follows is not None:
        arrows = found.arrows_among([record.id, *(p.id for p in follows)])
        answer["reach"] = {"places": [open_place(p) for p in follows], "arrows": open_arrows(found, arrows)}
    return answer


def _show_chain(found: Pathways, chain: Chain) -> None:
    begins = "from its inputs" if chain.has_input else "and no input among what led to it"
    ways = "more than can be counted, because arrows go in a circle" if chain.ways is None else str(chain.ways)
    OUT.print(f"Behind {chain.target.label}: ways {begins}: {ways}", markup=False, soft_wrap=True, style="bold")
    places = {p.id: p for p in chain.places}
    for way in chain.paths:
        _show_trail(found, way, places)
        OUT.print()
    if chain.ways is not None and chain.ways > len(chain.paths):
        OUT.print(f"{chain.ways - len(chain.paths)} more ways; all their arrows stand in --format json.")


def _show_reach(found: Pathways, name: str, follows: list[Place]) -> None:
    record = found.places_at(found.number_array(name))[0]
    OUT.print(f"What follows from {record.label}: {len(follows)}", markup=False, soft_wrap=True, style="bold")
    places = {p.id: p for p in [record, *follows]}
    _show_trail(found, found.arrows_among(places), places)


def _gaps(found: Pathways, is_json: bool) -> None:
    gaps = find_gaps(found)
    if is_json:
        write_json(open_gaps(found, gaps) | {"defects": [vars(d) for d in find_defects(found)]})
        return
    for title, places in (("Results without a use on record", gaps.unused), ("Outcomes and impacts without a chain", gaps.unexplained)):  # fmt: skip
        OUT.print(f"{title}: {len(places)}", style="bold")
        for place in places:
            _show_place(place)
    _show_arrow_gaps(found, gaps)


def _show_arrow_gaps(found: Pathways, gaps: Gaps) -> None:
    for title, arrows in (("Arrows that rest on a claim alone", gaps.claims), ("Arrows without a document", gaps.unsourced)):  # fmt: skip
        OUT.print(f"{title}: {len(arrows)}", style="bold")
        for arrow in arrows:
            OUT.print(f"  {arrow.start} → {arrow.end}: {_says(found, arrow)}", markup=False, soft_wrap=True)


def _shares(answer: tuple, is_json: bool) -> None:
    divided, refused, totals = answer
    if is_json:
        programmes = [{"programme": t.programme, "effects": t.effects, "share": float(t.share), "exact": str(t.share)} for t in totals]  # fmt: skip
        write_json({"shares": [open_share(s) for s in divided], "programmes": programmes, "refused": refused})
        return
    rows = [(s.effect, s.project, f"{s.share} ({_percent(s.share)})", s.way) for s in divided]
    show_table(("effect", "project", "share", "by"), rows, right=(2,))
    sums = [(t.programme, str(t.effects), f"{float(t.share):.2f}") for t in totals]
    show_table(("programme", "effects it stands behind", "sum of shares"), sums, right=(1, 2))
    if divided and divided[0].way == "money":
        OUT.print(f"By {main.MONEY.replace('_', ' ')}.", style="dim")
    for reason in refused:
        OUT.print(reason, markup=False, soft_wrap=True)


def _show_laid(laid: Laid) -> None:
    OUT.print(f"\nIntended: {laid.logic.title}", markup=False, soft_wrap=True, style="bold")
    rows = [
        (f"{laid.logic.node(e.edge.start).title} → {laid.logic.node(e.edge.end).title}", str(len(e.arrows)), e.best or "no evidence")
        for e in laid.edges
    ]  # fmt: skip
    show_table(("intended edge", "arrows", "best grade"), rows, right=(1,), dim=[n for n, e in enumerate(laid.edges) if not e.arrows])  # fmt: skip
    OUT.print(f"Arrows that nobody intended: {len(laid.unintended)}", style="bold")
    for start, end, count in laid.unintended_kinds[:MOST]:
        OUT.print(f"  {count:>4}  {start} → {end}", markup=False)


def _percent(share: Any) -> str:
    return "" if share is None else f"{float(share):.1%}"

"""The command that reports by frameworks of others: frameworks."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, Any

import typer

from benchside import main
from benchside.cli.ask import AsOf, BuildName, Folder, Form
from benchside.cli.screen import OUT, progress, show_table, write_csv, write_json
from benchside.figures.answers import Answer
from benchside.frameworks.catalogue import UNVERIFIED, Framework
from benchside.frameworks.counting import Listed, Reported, Tagging
from benchside.model.figure import Figure
from benchside.model.rounding import printed

MOST = 20
"""Records of one type shown on the screen; JSON and CSV have all."""

ENTRY_FIELDS = (
    "framework", "code", "group", "title", "definition", "wording", "records", "demonstrated", "potential", "documents", "without_document",
    "grades", "types", "standing", "indicator", "value", "unit", "figure_status", "scope", "baseline", "target", "target_wording", "status", "expected", "needs",
)  # fmt: skip
"""The fields of an entry in JSON and CSV, in their order."""


def frameworks(
    folder: Folder,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A framework; all where none is named.")] = None,
    records: Annotated[
        bool, typer.Option("--records", help="The records, and where each stands in the frameworks.")
    ] = False,
    as_of: AsOf = None,
    build: BuildName = None,
    form: Annotated[Form, typer.Option("--format", help="table, json or csv.")] = Form.table,
) -> None:
    """Report by the frameworks of others: their entries with what records and figures give, or the records by framework."""
    if records:
        with progress("Reading the records"):
            chosen, tagging = main.records_by_framework(folder, name, as_of=as_of, build=build)
        with tagging.build:
            _records(chosen, tagging, form)
        return
    with progress("Asking"):
        found = main.frameworks(folder, name, as_of=as_of, build=build)
    if form is not Form.table:
        entries = [_entry_as_json(reported.framework, answer) for reported, given in found for answer in given]
        write_json(entries) if form is Form.json else write_csv([_flat(e) for e in entries], ENTRY_FIELDS)
    elif name:
        _show_framework(*found[0])
    else:
        _show_list(found)


def _entry_as_json(framework: Framework, answer: Answer) -> dict[str, Any]:
    count, entry, figure, held = answer.count, answer.count.entry, answer.figure, answer.held
    return {
        "framework": framework.id, "code": entry.code, "group": list(entry.group), "title": entry.title, "definition": entry.definition,
        "wording": entry.wording, "records": count.records,
        "demonstrated": count.demonstrated if framework.asks_status else None, "potential": count.potential if framework.asks_status else None,
        "documents": len(count.documents), "without_document": count.without_document, "grades": dict(sorted(count.grades.items())),
        "types": dict(count.by_type), "standing": count.standing, "indicator": entry.indicator or None,
        "value": figure.value if figure else None, "unit": figure.unit if figure else None, "figure_status": figure.status if figure else None,
        "scope": held.scope if held else None, "baseline": _baseline(answer), "target": _target(answer),
        "target_wording": _target_wording(answer), "status": held.status if held else None,
        "expected": float(held.expected) if held and held.expected is not None else None, "needs": answer.needs or None,
    }  # fmt: skip


def _baseline(answer: Answer) -> float | None:
    """The programme's own baseline where it has a target, otherwise what the framework prints."""
    if answer.held:
        return None if answer.held.aim.baseline is None else float(answer.held.aim.baseline)
    return float(answer.count.entry.baseline) if answer.count.entry.baseline else None


def _target(answer: Answer) -> float | None:
    if answer.held:
        return None if answer.held.aim.target is None else float(answer.held.aim.target)
    return float(answer.count.entry.target) if answer.count.entry.target else None


def _target_wording(answer: Answer) -> str | None:
    return answer.count.entry.target_wording or (UNVERIFIED if answer.held and answer.held.to_be_verified else None)


def _flat(entry: dict[str, Any]) -> dict[str, Any]:
    return entry | {"group": " / ".join(entry["group"])}


def _show_list(found: list[tuple[Reported, list[Answer]]]) -> None:
    rows = [
        (r.framework.id, r.framework.title, str(len(given)), str(r.answered), str(sum(a.is_given for a in given)), str(r.framework.unverified))
        for r, given in found
    ]  # fmt: skip
    columns = ("id", "framework", "entries", "fed by records", "with records or a figure", "wordings to be verified")
    show_table(columns, rows, right=(2, 3, 4, 5))


def _show_framework(reported: Reported, given: list[Answer]) -> None:
    framework = reported.framework
    for words in (
        f"{framework.title}. {framework.about}",
        f"Source. {framework.source}",
        f"Mapping. {framework.mapping}",
    ):
        OUT.print(words, markup=False, soft_wrap=True)
    asks_target = any(a.held or a.count.entry.target for a in given)
    columns = (
        "code", "entry", *(("demonstrated", "potential") if framework.asks_status else ("records",)), "figure", "unit",
        *(("baseline", "target", "status") if asks_target else ()), "what is needed",
    )  # fmt: skip
    rows = [_row(framework, answer, asks_target) for answer in given]
    right = [
        n for n, column in enumerate(columns) if column not in ("code", "entry", "unit", "status", "what is needed")
    ]
    show_table(columns, rows, right=right, dim=[n for n, a in enumerate(given) if not a.is_given])
    if framework.unverified:
        OUT.print(f"* wording to be verified: {framework.unverified} of {len(given)} entries", markup=False)
    OUT.print(
        "Records are all that are recorded, each once. A figure counts things by its own definition.",
        markup=False,
        soft_wrap=True,
    )
    for scope in dict.fromkeys(a.held.scope for a in given if a.held):
        OUT.print(
            f"Figures with a target and a status are those of the target's scope: {scope}.",
            markup=False,
            soft_wrap=True,
        )


def _row(framework: Framework, answer: Answer, asks_target: bool) -> tuple[str, ...]:
    count, entry, figure = answer.count, answer.count.entry, answer.figure
    numbers = (str(count.demonstrated), str(count.potential)) if framework.asks_status else (str(count.records),)
    mark = "*" if entry.wording == UNVERIFIED else ""
    targets = (
        (
            _number(_baseline(answer), figure),
            _number(_target(answer), figure),
            answer.held.status if answer.held else "",
        )
        if asks_target
        else ()
    )
    return (
        entry.code,
        f"{entry.title}{mark}",
        *numbers,
        main.shown(figure) if figure else "",
        _unit(figure),
        *targets,
        answer.needs,
    )


def _unit(figure: Figure | None) -> str:
    return figure.unit if figure and figure.unit != "share" else ""


def _number(value: float | None, figure: Figure | None) -> str:
    if value is None:
        return ""
    style = figure.printed if figure and figure.unit != "EUR" else "exact"
    return printed(Fraction(str(value)), style)


def _records(chosen: Sequence[Framework], tagging: Tagging, form: Form) -> None:
    if form is Form.table:
        _show_records(chosen, tagging)
        return
    rows = [_listed_as_json(each) for kind in tagging.types for each in tagging.listed(kind)]
    if form is Form.json:
        write_json(rows)
        return
    fixed = ("record", "record_type", "label", "document", "grade", "tags")
    flat = [row | {f.id: ";".join(_codes(row["entries"].get(f.id, {}))) for f in chosen} for row in rows]
    write_csv(flat, (*fixed, *(f.id for f in chosen)))


def _listed_as_json(listed: Listed) -> dict[str, Any]:
    return {
        "record": listed.id, "record_type": listed.record_type, "label": listed.label, "document": listed.document, "grade": listed.grade,
        "tags": list(listed.tags), "entries": listed.entries,
    }  # fmt: skip


def _codes(entries: dict[str, str]) -> list[str]:
    """The codes of entries; what may come is said to."""
    return [f"{code} ({status})" if status == "potential" else code for code, status in entries.items()]


def _show_records(chosen: Sequence[Framework], tagging: Tagging) -> None:
    kinds = tagging.by_type()
    rows = [(k, str(every), str(fed), *(str(by[f.id] or "") for f in chosen)) for k, every, fed, by in kinds]
    show_table(("record type", "records", "in any", *(f.id for f in chosen)), rows, right=range(1, 3 + len(chosen)))
    for kind, _, fed, _ in kinds:
        shown = tagging.listed(kind, MOST)
        lines = [
            (each.id, each.label, *(", ".join(_codes(each.entries.get(f.id, {}))) for f in chosen)) for each in shown
        ]
        OUT.print(f"\n{kind}", style="bold", markup=False)
        show_table(("record", "", *(f.id for f in chosen)), lines)
        if fed > len(shown):
            OUT.print(
                f"{fed - len(shown)} more, among them any that are confidential; --format json or csv lists all that may be listed.",
                soft_wrap=True,
            )

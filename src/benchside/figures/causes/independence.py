"""When an agreement proves nothing: the record was chosen because it agrees, or comes from the document itself."""

from benchside.figures.causes.case import Case
from benchside.indicators.catalogue import dimension


def matched_by_sum(case: Case) -> list[str]:
    """Projects that stand in an area because the sum of their amounts matched the printed figure."""
    found = []
    for name in sorted(case.scope):
        members = dimension(name).members
        if members is None:
            continue
        table = members(case.desk.build.tables(dimension(name).tables, case.figure.as_of))
        if "basis" not in table.columns:
            continue
        inside = [r for r in case.desk.build.fetch(table) if r["value"] in case.scope[name]]
        labels = case.desk.labels("project")
        matched = sorted(str(labels.get(r["key"], r["key"])) for r in inside if r["basis"] == "sum_matched")
        other = sorted({r["basis"] for r in inside} - {"sum_matched"})
        if matched:
            found.append(
                f"{', '.join(matched)} {'stands' if len(matched) == 1 else 'stand'} in this {name} because the sum matched the printed figure: "
                "the agreement is no independent proof"
            )
        elif other:
            found.append(f"the projects stand in this {name} by {', '.join(other)}, not because of the sum")
    return found


def same_document(case: Case) -> list[str]:
    """All records come from the document that prints the figure."""
    if case.published.document_id and case.figure.origins == [case.published.document_id]:
        return ["all records come from the same document: the agreement is no independent proof"]
    return []

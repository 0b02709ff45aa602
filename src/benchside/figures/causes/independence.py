"""When an agreement proves nothing: the record was chosen because it agrees, or comes from the document itself."""

from benchside.figures.basis import SUM_MATCHED, bases
from benchside.figures.causes.case import Case


def matched_by_sum(case: Case) -> list[str]:
    """Projects that stand in an area because the sum of their amounts matched the printed figure."""
    found = bases(case.desk, case.scope, case.figure.as_of)
    matched = [b.project for b in found if b.basis == SUM_MATCHED]
    if matched:
        stand = "stands" if len(matched) == 1 else "stand"
        return [
            f"{', '.join(matched)} {stand} in this {found[0].dimension} because the sum matched the printed figure: "
            "the agreement is no independent proof"
        ]
    others = ", ".join(sorted({b.basis for b in found}))
    return [f"the projects stand in this {found[0].dimension} by {others}, not because of the sum"] if found else []


def same_document(case: Case) -> list[str]:
    """All records come from the document that prints the figure."""
    if case.published.document_id and case.figure.origins == [case.published.document_id]:
        return ["all records come from the same document: the agreement is no independent proof"]
    return []

"""The money of grants: what each sort of payer gives to a project in one form and currency, as one contribution.

The ledger takes several contributions of one sort, form and currency for readings of the same amount. Amounts of several funders
of one sort are therefore summed here, and the parts are said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from benchside.model.codes import CODES
from benchside.sources.crossref.register import Reading, funder_names
from benchside.sources.crossref.words import FUNDING_FORMS, LOAN
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.grant_numbers import GrantNumbers
from benchside.sources.tables.json_record import Record


@dataclass(frozen=True)
class Part:
    """An amount of a grant, and what the grant calls it."""

    amount: Decimal
    label: str
    record: Record


@dataclass(frozen=True)
class Sort:
    """Amounts that are one: of a project, by one sort of payer in one form (both empty for a total), in one currency."""

    project: str
    payer: str
    form: str
    currency: str


@dataclass(frozen=True)
class Grants(Reading):
    """A reading of grants: the programme, the projects that stand in other sources, what sort of payer each funder is, the amounts."""

    programme: str
    standing: GrantNumbers
    payer: str = ""
    payers: Mapping[str, str] = field(default_factory=dict)
    parts: dict[Sort, list[Part]] = field(default_factory=dict)


@dataclass(frozen=True)
class Project:
    """One project of a grant: its key, its object, and the grant's number and DOI."""

    key: str
    said: Mapping[str, Any]
    award: str
    doi: str


def gather_money(reading: Grants, record: Record, project: Project) -> None:
    """The amount of each funder; the project's own amount is a total beside them, or that of its one funder."""
    funding = record.listed("funding", project.said.get("funding"))
    with_amount = [one for one in funding if one.get("award-amount") is not None]
    total = project.said.get("award-amount")
    for one in with_amount:
        _gather_part(reading, record, project, one, one["award-amount"])
    if total is None and not with_amount:
        record.apply("award-amount", "a missing amount is not nought: there is no record", "missing", "missing")
    elif total is not None and len(funding) == 1 and not with_amount:
        _gather_part(reading, record, project, funding[0], total)
    elif total is not None and (amount := _amount(record, total)):
        if not with_amount:
            record.apply(
                "award-amount",
                "an amount that several funders share, or none, is a total and nobody's",
                _shown(total),
                "a stated total",
            )
        _keep(reading, Sort(project.key, "", "", amount[1]), amount[0], "award-amount", record)


def _gather_part(reading: Grants, record: Record, project: Project, funding: Mapping[str, Any], said: Any) -> None:
    amount, payer, form = _amount(record, said), _payer(reading, record, funding), _form(record, funding)
    if amount and payer and form:
        label = record.tidied("scheme", funding.get("scheme")) or record.tidied("type", funding.get("type"))
        _keep(reading, Sort(project.key, payer, form, amount[1]), amount[0], label, record)


def _keep(reading: Grants, sort: Sort, amount: str, label: str, record: Record) -> None:
    reading.parts.setdefault(sort, []).append(Part(Decimal(amount), label, record))


def write_money(reading: Grants) -> None:
    """Writes a contribution, or a stated total, for each sort of amount."""
    for sort, parts in reading.parts.items():
        table = "contribution" if sort.payer else "stated_total"
        key = ":".join(filter(None, (sort.project, sort.payer, sort.form, sort.currency)))
        amount, first = str(sum(part.amount for part in parts)), parts[0].record
        labels = "; ".join(dict.fromkeys(part.label for part in parts))
        if len(parts) > 1:
            told = " + ".join(f"{part.amount} ({part.record.place})" for part in parts)
            reason = "amounts of one sort of payer, form and currency are one contribution of the project, which is their sum"
            reading.book.settle(table, key, "amount", told, amount, reason)
        how = {"payer": sort.payer, "form": sort.form, "region": "unspecified"} if sort.payer else {}
        reading.book.add(table, key, first.place, {
            f"{table}_id": key, "project_id": sort.project, **how, "amount": amount, "currency": sort.currency, "state": "registry",
            "precision": "exact", "valid_on": reading.as_of, "label": labels, **first.proof,
        })  # fmt: skip


def _amount(record: Record, said: Any) -> tuple[str, str] | None:
    """Amount and currency; refused where it is none, or in a currency that the model does not have."""
    value = said.get("amount") if isinstance(said, Mapping) else said
    currency = record.tidied("currency", said.get("currency")).upper() if isinstance(said, Mapping) else ""
    if currency not in CODES["currency"]:
        rule = f"unknown currency; known: {', '.join(CODES['currency'])}"
        record.refuse(
            "award-amount",
            _shown(said),
            rule,
            "The rest of the record was taken; state the amount in one of them in a workbook.",
        )
        return None
    try:
        # A number such as 1.5E+6 is written out; the cell's own rule reads texts.
        is_plain = isinstance(value, Decimal) and value.is_finite() and abs(value) < 10**15
        text = f"{value:f}" if is_plain else record.tidied("amount", value)
        amount = table_cells.amount(text)
    except (ValueError, ArithmeticError):
        record.refuse("award-amount", _shown(said), f"expected {table_cells.AMOUNT_RULE}")
        return None
    if table_cells.is_rounded(text):
        record.apply("award-amount", "more than two decimals are rounded to the cent, half to even", text, amount)
    return amount, currency


def _shown(said: Any) -> str:
    return f"{said.get('amount')} {said.get('currency')}" if isinstance(said, Mapping) else str(said)


def _payer(reading: Grants, record: Record, funding: Mapping[str, Any]) -> str:
    """What sort of payer the funder is: as the options say, because the record does not."""
    funder = next(iter(record.listed("funder", funding.get("funder"))), {})
    found = next(
        (reading.payers[name] for name in sorted(funder_names(record, funder)) if name in reading.payers), reading.payer
    )
    if not found:
        do = "Name it in the option payers, or give all funders one sort with the option payer; the rest of the record was taken."
        rule = f"nothing says what sort of payer this is; sorts: {', '.join(CODES['payer'])}"
        record.refuse("funder", record.tidied("funder", funder.get("name")), rule, do)
    return found


def _form(record: Record, funding: Mapping[str, Any]) -> str:
    said = record.tidied("type", funding.get("type"))
    if said == LOAN:
        record.apply("type", "a loan is paid back, and so is no contribution", said, "not taken")
        return ""
    if said not in FUNDING_FORMS:
        record.refuse("funding.type", said, f"unknown type of funding; known: {', '.join((*FUNDING_FORMS, LOAN))}")
        return ""
    return FUNDING_FORMS[said]

"""The ledger: who pays what, in which form and state, and who receives the public money.

A contribution says who pays into a project. An allocation says which participation receives public money: it divides the
grant and is no second contribution. A stated total is a printed sum: it is checked against its parts and never added to them.
"""

from benchside.model.columns import Amount, Code, Column, Date, Decimal, Key, Reference, Text
from benchside.model.history import Event, Version
from benchside.model.record import RecordType

_AMOUNT = (
    Column("amount", Amount(), "The amount, in units of the currency; kept in cents.", True, "18170217"),
    Column("currency", Code(codes="currency"), "The currency.", True, "EUR"),
    Column("state", Code(codes="money_state"), "How far the amount has come.", True, "as_published"),
    Column("precision", Code(codes="precision"), "Exact or rounded by the source.", True, "exact"),
    Column(
        "valid_on",
        Date(),
        "The date of this version of the amount; empty where the source shows none.",
        example="2019-11-01",
    ),
)

FAMILY = (
    RecordType(
        "contribution",
        "Contribution",
        "money",
        "One version of an amount that one kind of payer gives to a project.",
        (
            Column("contribution_id", Key(), "The record's key.", True, "C0001"),
            Column("project_id", Reference(to="project"), "The project.", True, "abirisk"),
            Column(
                "participation_id", Reference(to="participation"), "The participation that gives, where it is named."
            ),
            Column("payer", Code(codes="payer"), "Who pays.", True, "eu"),
            Column("form", Code(codes="money_form"), "In which form.", True, "grant"),
            Column("region", Code(codes="money_region"), "Where it is spent.", True, "unspecified"),
            *_AMOUNT,
            Column("label", Text(), "The word the source uses.", example="IMI funding"),
        ),
        Version(
            ("project_id", "participation_id", "payer", "form", "region", "state", "precision", "currency"), "valid_on"
        ),
        told_once=("payer", "state", "currency"),
    ),
    RecordType(
        "allocation",
        "Allocation of public money",
        "money",
        "The public money that one participation receives.",
        (
            Column("allocation_id", Key(), "The record's key.", True, "G00001"),
            Column("project_id", Reference(to="project"), "The project.", True, "abirisk"),
            Column(
                "participation_id", Reference(to="participation"), "The participation that receives.", True, "Q00012"
            ),
            *_AMOUNT,
        ),
        Version(("participation_id", "state", "precision", "currency"), "valid_on"),
    ),
    RecordType(
        "participation_amount",
        "Other amount of a participation",
        "money",
        "An amount of a participation that is no allocation and never added to one: its net contribution, its total cost.",
        (
            Column(
                "participation_amount_id",
                Key(),
                "The record's key.",
                True,
                "814244:pic-999997930:total_cost:2023-03-10",
            ),
            Column(
                "participation_id", Reference(to="participation"), "The participation.", True, "814244:pic-999997930"
            ),
            Column("measure", Code(codes="participation_measure"), "What the amount is.", True, "total_cost"),
            *_AMOUNT,
        ),
        Version(("participation_id", "measure", "state", "precision", "currency"), "valid_on"),
    ),
    RecordType(
        "stated_total",
        "Stated total",
        "money",
        "A total as a source prints it, to be checked against its parts.",
        (
            Column("stated_total_id", Key(), "The record's key.", True, "T0001"),
            Column("project_id", Reference(to="project"), "The project.", True, "abirisk"),
            *_AMOUNT,
            Column("label", Text(), "The word the source uses.", example="Total cost"),
        ),
        Version(("project_id", "state", "precision", "currency"), "valid_on"),
        told_once=("state", "currency"),
    ),
    RecordType(
        "commitment",
        "Commitment to a programme or call",
        "money",
        "What a payer commits to a programme or a call as a whole.",
        (
            Column("commitment_id", Key(), "The record's key.", True, "M01"),
            Column("programme_id", Reference(to="programme"), "The programme.", True, "IMI2"),
            Column("call_id", Reference(to="call"), "The call, where the commitment is for one."),
            Column("payer", Code(codes="payer"), "Who pays.", True, "eu"),
            Column("form", Code(codes="money_form"), "In which form.", True, "grant"),
            *_AMOUNT,
        ),
        Event("valid_on", inherit="programme_id"),
    ),
    RecordType(
        "further_funding",
        "Further funding",
        "money",
        "Money that others gave afterwards because of a project, as the project reports it; no part of the project's own ledger.",
        (
            Column("outcome_id", Reference(to="outcome"), "The outcome it is reported as.", True),
            Column("funder", Text(), "Who gives it.", True, "Wellcome Trust"),
            Column("sector", Code(codes="outcome_sector"), "The funder's sector.", example="charity"),
            Column(
                "amount",
                Amount(),
                "The amount as reported; empty where none is, which is not nought.",
                example="150000",
            ),
            Column("currency", Text(), "The code of the currency that the report names.", True, "GBP"),
            Column("start_on", Date(), "From when.", example="2013-10-01"),
            Column("end_on", Date(), "Until when.", example="2016-09-30"),
        ),
        Event("start_on", inherit="outcome_id"),
        key=("outcome_id",),
    ),
    RecordType(
        "exchange_rate",
        "Exchange rate",
        "money",
        "Euro for one unit of a currency, at a date, from a source.",
        (
            Column("currency", Code(codes="currency"), "The currency.", True, "USD"),
            Column("rate", Decimal(), "Euro for one unit.", True, "0.75"),
            Column("rate_on", Date(), "The date of the rate.", True, "2012-04-02"),
        ),
        Version(("currency",), "rate_on"),
        key=("currency", "rate_on"),
    ),
)

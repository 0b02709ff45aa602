"""How works were found, judged, merged and scored: what the citation figures of a programme rest on."""

from benchside.model.columns import Code, Column, Date, Decimal, Integer, Key, Reference, Share, Text
from benchside.model.history import Event, Version
from benchside.model.record import RecordType

_SCORES = (
    Column("ncs", Decimal(), "Normalised citation score: citations over those expected in the same cells.", example="2.19"),
    Column("top10", Share(), "How much of it lies in the top 10 % of its cells; ties at the limit are shared.", example="1"),
    Column("top1", Share(), "How much of it lies in the top 1 % of its cells; ties at the limit are shared.", example="0"),
    Column("citations", Integer(), "Its citations, as the score counts them.", example="12"),
)  # fmt: skip
"""What a score says of one work; a value that is missing is undefined, not nought."""

FAMILY = (
    RecordType(
        "work_candidate",
        "Candidate publication",
        "science",
        "A work that one way of searching found for a project; each way leaves a record of its own.",
        (
            Column("project_id", Reference(to="project"), "The project.", True, "hakai"),
            Column("work_id", Reference(to="work"), "The work.", True, "W0001"),
            Column("found_by", Code(codes="found_by"), "The way it was found.", True, "funder"),
            Column("strategy", Text(), "The search, by name, where one way was tried in several forms.", True, "funder_hakai"),
        ),
        Event(inherit="work_id"),
        key=("project_id", "work_id", "strategy"),
    ),
    RecordType(
        "work_label",
        "Label of a candidate",
        "science",
        "A check of whether a candidate belongs to a project, and who made it.",
        (
            Column("project_id", Reference(to="project"), "The project.", True, "hakai"),
            Column("work_id", Reference(to="work"), "The work.", True, "W0001"),
            Column("label", Code(codes="work_label"), "The verdict.", True, "include"),
            Column("labeller", Text(), "Who judged: a role or the name of a program, never a person's name.", True, "language model"),
            Column("confidence", Code(codes="label_confidence"), "How sure the labeller was.", example="high"),
            Column("scope", Text(), "What part of the programme the work belongs to.", example="coastal"),
            Column("reason", Text(), "Why, in a few words."),
            Column("labelled_on", Date(), "When."),
        ),
        Event(inherit="work_id"),
        key=("project_id", "work_id", "labeller"),
    ),
    RecordType(
        "work_merge",
        "Works that are one",
        "science",
        "A verdict that two records of works are one and which is kept; a later verdict `apart` undoes it. It holds at every date: what is one was never two.",
        (
            Column("work_id", Reference(to="work"), "The work that is no longer counted by itself.", True, "W0002"),
            Column("kept_id", Reference(to="work"), "The work that stands for both.", True, "W0001"),
            Column("verdict", Code(codes="merge_verdict"), "One work or two.", True, "same"),
            Column("rule", Code(codes="merge_rule"), "The rule that found it.", True, "same_doi"),
            Column("decided_on", Date(), "When it was decided.", True, "2026-11-22"),
        ),
        Event(),
        key=("work_id", "kept_id", "decided_on"),
    ),
    RecordType(
        "work_field",
        "Field of a publication",
        "science",
        "A field that a work belongs to; the shares of a work within one scheme sum to one.",
        (
            Column("work_id", Reference(to="work"), "The work.", True, "W0001"),
            Column("scheme", Text(), "The list of fields.", True, "OpenAlex fields"),
            Column("field", Text(), "The field.", True, "Medicine"),
            Column("share", Share(), "How much of the work belongs to it.", True, "0.5"),
        ),
        Event(inherit="work_id"),
        key=("work_id", "scheme", "field"),
    ),
    RecordType(
        "work_score",
        "Score of a publication",
        "science",
        "A work compared with all works of its field, year and type, by one method, in one database, at one date.",
        (
            Column("work_id", Reference(to="work"), "The work.", True, "W0001"),
            Column("method", Text(), "Whose method and settings.", True, "Benchside, subfields, citations to date"),
            Column("database", Text(), "The database and its snapshot.", True, "OpenAlex 2026-06"),
            Column("scored_on", Date(), "The date up to which citations were counted.", True, "2026-06-30"),
            *_SCORES,
        ),
        Version(("work_id", "method"), "scored_on"),
        key=("work_id", "method", "scored_on"),
    ),
    RecordType(
        "benchmark_group",
        "Comparison group",
        "science",
        "Works that a programme is compared with: of a group of countries, or of another funder by the same rule of attribution.",
        (
            Column("benchmark_group_id", Key(), "The group's key.", True, "eu28"),
            Column("title", Text(), "Its name as printed.", True, "EU-28"),
            Column("rule", Text(), "Which works belong to it.", True, "at least one address in a member state of the year"),
            Column("works", Integer(), "How many works it holds, where those scored are a sample.", example="4100000"),
        ),
    ),
    RecordType(
        "benchmark_score",
        "Score of a comparison work",
        "science",
        "One work of a comparison group, scored as the programme's own are.",
        (
            Column("benchmark_group_id", Reference(to="benchmark_group"), "The group.", True, "eu28"),
            Column("item", Key(), "The work's id in the database; it need be no work of the programme.", True, "W2741809807"),
            Column("method", Text(), "Whose method and settings.", True, "Benchside, subfields, citations to date"),
            Column("database", Text(), "The database and its snapshot.", True, "OpenAlex 2026-06"),
            Column("scored_on", Date(), "The date up to which citations were counted.", True, "2026-06-30"),
            Column("year", Integer(least=1400), "The year it appeared.", True, "2014"),
            Column("work_type", Code(codes="work_type"), "Its type.", example="article"),
            Column("field", Text(), "Its main field.", example="Medicine"),
            *_SCORES,
        ),
        Version(("benchmark_group_id", "item", "method"), "scored_on"),
        key=("benchmark_group_id", "item", "method", "scored_on"),
    ),
)  # fmt: skip

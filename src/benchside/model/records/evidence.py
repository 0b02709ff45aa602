"""What supports what: documents, links, stories, published figures, assumptions, targets, coverage."""

from benchside.model.columns import Code, Column, Date, Decimal, Integer, Key, Reference, Text
from benchside.model.history import Event
from benchside.model.record import AnyPointer, RecordType

FAMILY = (
    RecordType(
        "document", "Document", "evidence", "Something that can be cited: a page, a report, a file.",
        (
            Column("document_key", Key(), "The document's key.", True, "S010"),
            Column("title", Text(), "Its title.", True),
            Column("publisher", Text(), "Who published it."),
            Column("url", Text(), "Its address."),
            Column("printed_on", Date(), "The date it bears.", example="2016-06"),
            Column("seen_on", Date(), "The day it was read.", example="2026-11-22"),
            Column("licence", Text(), "Under what terms its facts may be used."),
        ),
        Event("printed_on"),
        key=("document_key",),
    ),
    RecordType(
        "link", "Link", "evidence", "One record led to another: the arrows of which pathways and stories are made.",
        (
            Column("link_id", Key(), "The link's key.", True, "L001"),
            Column("from_type", Text(), "The record type it starts from.", True, "asset"),
            Column("from_id", Text(), "The key it starts from.", True, "O0039"),
            Column("to_type", Text(), "The record type it leads to.", True, "asset_use"),
            Column("to_id", Text(), "The key it leads to.", True, "L006-use"),
            Column("relation", Code(codes="link_relation"), "How.", True, "led_to"),
            Column("claim", Code(codes="contribution_claim"), "What is said of the contribution.", True, "not_stated"),
            Column("stated_by", Code(codes="stated_by"), "Who says so.", True, "funder"),
            Column("happened_on", Date(), "When.", example="2015"),
        ),
        Event("happened_on"),
        rules=(AnyPointer("from_type", "from_id"), AnyPointer("to_type", "to_id")),
    ),
    RecordType(
        "story", "Story", "evidence", "A named result told as a chain from money to use and effect.",
        (
            Column("story_id", Key(), "The story's key.", True, "endocells"),
            Column("title", Text(), "Its title, in our own words.", True),
            Column("project_id", Reference(to="project"), "The project.", example="imidia"),
            Column("organisation_id", Reference(to="organisation"), "The partner it is about."),
            Column("tile", Code(codes="outcome_tile"), "Which measure of success it illustrates.", True, "industry_use"),
            Column("summary", Text(), "One or two sentences, in our own words.", True),
            Column("told_on", Date(), "The date of the account.", example="2015"),
        ),
        Event("told_on"),
    ),
    RecordType(
        "story_link", "Arrow of a story", "evidence", "A link that belongs to a story, at its place in the chain.",
        (
            Column("story_id", Reference(to="story"), "The story.", True, "endocells"),
            Column("position", Integer(least=1), "Its place, from 1.", True, "1"),
            Column("link_id", Reference(to="link"), "The link.", True, "L006"),
        ),
        Event(inherit="story_id"),
        key=("story_id", "position"),
    ),
    RecordType(
        "published_figure", "Published figure", "evidence", "A sentence in a document with a number in it.",
        (
            Column("published_figure_id", Key(), "The figure's key.", True, "B01"),
            Column("quotation", Text(), "At most a dozen words that hold the number.", True),
            Column("indicator", Text(), "The indicator that would compute it; empty where there is none."),
            Column("scope", Text(), "Its scope, as programme=IMI1;call=IMI1-C1|IMI1-C2.", example="programme=IMI1"),
            Column("cut", Text(), "The dimension and value, where it is one row of a table.", example="area=lung-diseases"),
            Column("comparator", Code(codes="comparator"), "What the sentence says of the number.", True, "ge"),
            Column("value", Decimal(), "The number, in the indicator's unit (shares from 0 to 1).", True, "0.158"),
            Column("value_high", Decimal(), "The upper end of a range."),
            Column("unit", Text(), "The unit as printed.", True, "SMEs"),
            Column("printed", Text(), "The number as printed.", True, "15.8%"),
            Column("as_of", Date(), "The date the number speaks of.", example="2015"),
            Column("date_basis", Text(), "How the date is known, where it is not printed."),
            Column("needs", Text(), "The records that would be needed, where no indicator computes it."),
        ),
        Event("as_of"),
    ),
    RecordType(
        "external_value", "External constant", "evidence", "A number from outside the programme that the argument rests on.",
        (
            Column("external_value_id", Key(), "The constant's key.", True, "research-to-practice"),
            Column("name", Text(), "What it is.", True, "years from research to practice"),
            Column("value", Decimal(), "The number.", True, "17"),
            Column("unit", Text(), "Its unit.", True, "years"),
            Column("valid_on", Date(), "The date it speaks of.", example="2011"),
        ),
        Event("valid_on"),
    ),
    RecordType(
        "assumption", "Assumption", "evidence", "A number an estimate rests on, as a range.",
        (
            Column("assumption_id", Key(), "The assumption's key.", True, "jobs_multiplier"),
            Column("name", Text(), "What is assumed.", True),
            Column("low", Decimal(), "The lower end.", True, "3"),
            Column("central", Decimal(), "The central value, where one is argued for."),
            Column("high", Decimal(), "The upper end.", True, "5.7"),
            Column("unit", Text(), "Its unit.", True, "jobs in the economy for one job"),
            Column("distribution", Code(codes="distribution"), "Its shape.", True, "uniform"),
            Column("valid_on", Date(), "The date it speaks of."),
        ),
        Event("valid_on"),
    ),
    RecordType(
        "target", "Target", "evidence", "A baseline and a target for an indicator.",
        (
            Column("target_id", Key(), "The target's key.", True, "imi2-kpi-2"),
            Column("framework", Text(), "The framework that sets it.", True, "IMI2 KPIs"),
            Column("indicator", Text(), "The indicator.", True, "kpi2_assets_with_milestone"),
            Column("scope", Text(), "Its scope.", True, "programme=IMI2"),
            Column("wording", Text(), "The framework's definition, shortened.", True),
            Column("wording_state", Text(), "seen, or to be verified.", True, "to be verified"),
            Column("baseline", Decimal(), "The baseline.", example="0"),
            Column("target", Decimal(), "The target, in the indicator's unit.", example="50"),
            Column("due_on", Date(), "When it is to be met.", example="2024"),
        ),
        Event(),
    ),
    RecordType(
        "coverage", "Coverage", "evidence", "How complete the records of a type are, for everything or a part of it.",
        (
            Column("record_type", Text(), "The record type.", True, "participation"),
            Column("scope_key", Code(codes="scope_key"), "What part is meant.", True, "programme"),
            Column("scope_value", Text(), "Its key; `*` for everything.", True, "IMI1"),
            Column("level", Code(codes="coverage_level"), "How complete.", True, "partial"),
            Column("reason", Text(), "Why, and what is missing.", True),
        ),
        Event(),
        key=("record_type", "scope_key", "scope_value"),
    ),
)


"""Publications and those who wrote them, as far as records give them."""

from benchside.model.columns import Code, Column, Date, Identifier, Integer, Key, Reference, Text
from benchside.model.history import Event, Version
from benchside.model.record import RecordType

FAMILY = (
    RecordType(
        "work",
        "Publication",
        "science",
        "A publication; one of two projects counts once in the programme.",
        (
            Column("work_id", Key(), "The work's key.", True, "W0001"),
            Column("doi", Identifier(scheme="doi", expected="a DOI"), "Its DOI.", example="10.1000/182"),
            Column("pmid", Identifier(scheme="pmid", expected="a PubMed number"), "Its PubMed number."),
            Column(
                "openalex_id",
                Identifier(scheme="openalex", expected="an OpenAlex work id"),
                "Its id in OpenAlex.",
                example="W2741809807",
            ),
            Column("title", Text(), "Its title.", True),
            Column("work_type", Code(codes="work_type"), "Its type.", True, "article"),
            Column("journal", Text(), "Journal or series."),
            Column("issn", Identifier(scheme="issn", expected="an ISSN"), "The journal's ISSN."),
            Column("open_access", Code(codes="open_access"), "How it can be read.", example="gold"),
            Column("published_on", Date(), "When it appeared; a year is enough.", example="2014"),
        ),
        Event("published_on"),
    ),
    RecordType(
        "project_work",
        "Publication of a project",
        "science",
        "A work belongs to a project, and how that is known.",
        (
            Column("project_id", Reference(to="project"), "The project.", True, "btcure"),
            Column("work_id", Reference(to="work"), "The work.", True, "W0001"),
            Column("found_by", Code(codes="found_by"), "How it was attributed.", True, "grant_number"),
        ),
        Event(inherit="work_id"),
        key=("project_id", "work_id"),
    ),
    RecordType(
        "authorship",
        "Authorship",
        "science",
        "One author's affiliation on a work; no names are kept.",
        (
            Column("authorship_id", Key(), "The record's key.", True, "W0001-1"),
            Column("work_id", Reference(to="work"), "The work.", True, "W0001"),
            Column("position", Integer(), "The author's place in the list.", example="1"),
            Column("organisation_id", Reference(to="organisation"), "The organisation, where it is known."),
            Column("sector", Code(codes="partner_group"), "The sector at the time of the paper.", example="academic"),
            Column("country", Code(codes="country"), "The country of the address.", example="NL"),
        ),
        Event(inherit="work_id"),
    ),
    RecordType(
        "citation_count",
        "Citations of a publication",
        "science",
        "How often a work was cited by a census date, in one database.",
        (
            Column("work_id", Reference(to="work"), "The work.", True, "W0001"),
            Column("database", Text(), "The database that counted.", True, "OpenAlex"),
            Column("citations", Integer(), "Citations.", True, "12"),
            Column("census_on", Date(), "The date of the count.", True, "2015-06-30"),
        ),
        Version(("work_id", "database"), "census_on"),
        key=("work_id", "database", "census_on"),
    ),
    RecordType(
        "journal_rank",
        "Rank of a journal",
        "science",
        "A journal's rank in one category and year, from a list the user may use.",
        (
            Column("issn", Identifier(scheme="issn", expected="an ISSN"), "The journal.", True, "0028-0836"),
            Column("category", Text(), "The category.", True, "Multidisciplinary"),
            Column("year", Integer(least=1900), "The year.", True, "2014"),
            Column("rank", Integer(least=1), "Its rank, 1 is best.", True, "1"),
            Column("journals", Integer(least=1), "Journals in the category.", True, "57"),
            Column("list_name", Text(), "Whose list.", True),
        ),
        Event(),
        key=("issn", "category", "year"),
    ),
)

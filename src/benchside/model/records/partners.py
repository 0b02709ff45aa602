"""Who takes part: organisations, their dated status, and their participations in projects."""

from benchside.model.columns import Code, Column, Date, Decimal, Flag, Identifier, Integer, Key, Reference, Text
from benchside.model.history import Event, Span, Version
from benchside.model.record import RecordType

FAMILY = (
    RecordType(
        "organisation",
        "Organisation",
        "partners",
        "A legal entity as a source names it.",
        (
            Column("organisation_id", Key(), "The organisation's key.", True, "org-firalis"),
            Column("name", Text(), "Its name.", True, "Firalis SAS"),
            Column("city", Text(), "Its city.", example="Huningue"),
            Column("country", Code(codes="country"), "Its country, ISO code.", example="FR"),
            Column("ror", Identifier(scheme="ror", expected="a ROR id"), "Its ROR id.", example="05dxps055"),
            Column("pic", Identifier(scheme="pic", expected="a PIC"), "Its participant code.", example="999997930"),
        ),
    ),
    RecordType(
        "organisation_status",
        "Sector and SME status",
        "partners",
        "What an organisation was at a date; both sector and SME status change over the years.",
        (
            Column("organisation_status_id", Key(), "The record's key.", True, "OS001"),
            Column("organisation_id", Reference(to="organisation"), "The organisation.", True, "org-firalis"),
            Column("sector", Code(codes="partner_group"), "Its sector.", True, "sme"),
            Column("is_sme", Flag(), "Was it an SME by EC 2003/361?", True, "yes"),
            Column("declared_on", Date(), "The date of the declaration.", example="2015"),
        ),
        Version(("organisation_id",), "declared_on"),
    ),
    RecordType(
        "participation",
        "Participation",
        "partners",
        "One organisation in one project: what the field calls a team.",
        (
            Column("participation_id", Key(), "The participation's key.", True, "Q00001"),
            Column("project_id", Reference(to="project"), "The project.", True, "abirisk"),
            Column("organisation_id", Reference(to="organisation"), "The organisation.", True, "org-firalis"),
            Column("partner_group", Code(codes="partner_group"), "The group it takes part in.", True, "sme"),
            Column("group_basis", Text(), "How the group is known.", example="source group"),
            Column("role", Code(codes="partner_role"), "Its role.", True, "participant"),
            Column("joined_on", Date(), "When it joined, where later than the project's start."),
            Column("left_on", Date(), "When it left, where it did."),
            Column("has_left", Flag(), "Does the source say that it left, without a date?", example="no"),
            Column("head_count", Integer(), "People of the organisation who work in the project.", example="4"),
            Column("fte", Decimal(), "Full-time equivalents.", example="2.5"),
        ),
        Span("joined_on", "left_on", inherit="project_id"),
    ),
    RecordType(
        "patient_involvement",
        "Involvement of patients",
        "partners",
        "How patients or their organisations take part in a project or the programme.",
        (
            Column("patient_involvement_id", Key(), "The record's key.", True, "PI01"),
            Column("project_id", Reference(to="project"), "The project; empty for the programme as a whole."),
            Column("programme_id", Reference(to="programme"), "The programme, where no project is meant."),
            Column("organisation_id", Reference(to="organisation"), "The organisation, where one is named."),
            Column("kind", Code(codes="involvement_kind"), "How.", True, "advisory"),
            Column("since_on", Date(), "Since when."),
        ),
        Event("since_on", inherit="project_id"),
    ),
)

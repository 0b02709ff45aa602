"""What became of it: regulatory steps, policy, exploitation, jobs, learning, awards, effects."""

from benchside.model.columns import Code, Column, Date, Decimal, Flag, Integer, Key, Reference, Text
from benchside.model.history import Event, Span
from benchside.model.record import OrderRule, RecordType

_PROJECT = Column(
    "project_id",
    Reference(to="project"),
    "The project; empty where the source speaks of the programme.",
    example="safe-t",
)
_COUNT = (
    Column(
        "count",
        Integer(),
        "How many the record stands for; empty means one, 0 that it was counted elsewhere.",
        example="1",
    ),
    Column("count_bound", Code(codes="bound"), "Whether the count is exact or a bound.", example="exact"),
)

FAMILY = (
    RecordType(
        "regulatory_procedure",
        "Regulatory procedure",
        "effects",
        "A step with an authority. A confidential one counts, but is not listed.",
        (
            Column("regulatory_procedure_id", Key(), "The procedure's key.", True, "RP01"),
            _PROJECT,
            Column("asset_id", Reference(to="asset"), "The asset concerned."),
            Column("authority", Code(codes="authority"), "The authority.", True, "ema"),
            Column("kind", Code(codes="procedure_kind"), "What sort of step.", True, "letter_of_support"),
            Column("outcome", Code(codes="procedure_outcome"), "What came of it.", True, "given"),
            Column("is_confidential", Flag(), "Must the step stay unlisted?", True, "no"),
            Column("title", Text(), "What it was about.", True, "autism biomarkers"),
            Column("decided_on", Date(), "When it was decided or took place.", example="2015"),
        ),
        Event("decided_on"),
    ),
    RecordType(
        "policy_citation",
        "Mention in a policy document",
        "effects",
        "A guideline, law or other policy document draws on a project's result.",
        (
            Column("policy_citation_id", Key(), "The record's key.", True, "PC01"),
            _PROJECT,
            Column("asset_id", Reference(to="asset"), "The asset drawn on."),
            Column("kind", Code(codes="policy_citation_kind"), "What sort of document.", True, "concept_paper"),
            Column("issued_by", Text(), "Who issued it.", True, "EMA"),
            Column("title", Text(), "Which document.", True),
            Column("cited_on", Date(), "When.", example="2015"),
        ),
        Event("cited_on"),
    ),
    RecordType(
        "exploitation_event",
        "Exploitation event",
        "effects",
        "A spin-off, licence, patent application or commercialisation, for instance.",
        (
            Column("exploitation_event_id", Key(), "The event's key.", True, "EE01"),
            _PROJECT,
            Column("asset_id", Reference(to="asset"), "The asset concerned."),
            Column(
                "organisation_id", Reference(to="organisation"), "The organisation that does it, where it is a partner."
            ),
            Column("kind", Code(codes="exploitation_kind"), "What sort of event.", True, "spin_off"),
            Column("name", Text(), "What, in a few words.", True, "Cellular Phenomics & Oncology"),
            Column("family", Text(), "The patent family, so that one invention counts once."),
            *_COUNT,
            Column("happened_on", Date(), "When.", example="2015"),
        ),
        Event("happened_on"),
    ),
    RecordType(
        "employment",
        "Employment",
        "effects",
        "Posts that a project pays or creates, as full-time equivalents and heads.",
        (
            Column("employment_id", Key(), "The record's key.", True, "EM01"),
            _PROJECT,
            Column("organisation_id", Reference(to="organisation"), "The employer."),
            Column("post_type", Code(codes="post_type"), "What sort of posts.", True, "research"),
            Column("fte", Decimal(), "Full-time equivalents.", True, "12.5"),
            Column("head_count", Integer(), "People.", example="14"),
            Column("start_on", Date(), "From when."),
            Column("end_on", Date(), "Until when."),
        ),
        Span("start_on", "end_on", inherit="project_id"),
        rules=(OrderRule("start_on", "end_on"),),
    ),
    RecordType(
        "course",
        "Course",
        "effects",
        "A course or training programme.",
        (
            Column("course_id", Key(), "The course's key.", True, "CO01"),
            _PROJECT,
            Column("title", Text(), "Its title.", True, "Drug safety sciences"),
            *_COUNT,
            Column("opened_on", Date(), "Since when."),
        ),
        Event("opened_on"),
    ),
    RecordType(
        "cohort",
        "Cohort of learners",
        "effects",
        "Learners of a course who began together, by sector. Learners of `carried_from` are among them and are not counted again.",
        (
            Column("cohort_id", Key(), "The cohort's key.", True, "CH01"),
            Column("course_id", Reference(to="course"), "The course.", True, "CO01"),
            Column("sector", Code(codes="learner_sector"), "Their sector.", True, "all"),
            Column("learners", Integer(), "How many were enrolled.", True, "58"),
            Column("continuing", Integer(), "How many of them were already enrolled before.", example="20"),
            Column("count_bound", Code(codes="bound"), "Whether the number is exact or a bound.", example="exact"),
            Column("began_on", Date(), "When it began.", example="2014"),
        ),
        Event("began_on", inherit="course_id"),
    ),
    RecordType(
        "award",
        "Award",
        "effects",
        "A prize or distinction.",
        (
            Column("award_id", Key(), "The award's key.", True, "AW01"),
            _PROJECT,
            Column("programme_id", Reference(to="programme"), "The programme, where no project is named."),
            Column("name", Text(), "Its name.", True, "Lewis Sheiner Award"),
            Column("awarded_on", Date(), "When.", example="2014"),
        ),
        Event("awarded_on"),
    ),
    RecordType(
        "effect",
        "Outcome or impact",
        "effects",
        "What changed for somebody: in industry, regulation, medical practice, society.",
        (
            Column("effect_id", Key(), "The effect's key.", True, "EF01"),
            _PROJECT,
            Column(
                "tile", Code(codes="outcome_tile"), "Which measure of success it belongs to.", True, "medical_practice"
            ),
            Column(
                "stage",
                Code(codes="effect_stage"),
                "Whether it is an outcome or an impact; empty means an outcome.",
                example="impact",
            ),
            Column("description", Text(), "What changed, in our own words.", True),
            Column("country", Code(codes="country"), "Where, if in one country."),
            Column("happened_on", Date(), "When.", example="2020-07-01"),
        ),
        Event("happened_on"),
    ),
)

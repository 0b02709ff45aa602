"""What came out: assets with their stages and uses, trials, networks, observations of size."""

from benchside.model.columns import Code, Column, Date, Flag, Identifier, Integer, Key, Reference, Text
from benchside.model.history import Event, Version
from benchside.model.record import AnyPointer, RecordType

_COUNT = (
    Column(
        "count",
        Integer(),
        "How many things the record stands for; empty means one, 0 that it was counted elsewhere.",
        example="1",
    ),
    Column("count_bound", Code(codes="bound"), "Whether the count is exact or a bound.", example="exact"),
)

FAMILY = (
    RecordType(
        "asset",
        "Asset",
        "outputs",
        "A result that others can use: a biomarker, model, tool, data set or standard, for instance.",
        (
            Column("asset_id", Key(), "The asset's key.", True, "O0039"),
            Column(
                "project_id",
                Reference(to="project"),
                "The project it comes from; empty for a programme's.",
                example="imidia",
            ),
            Column("name", Text(), "What it is, in a few words.", True, "human beta cell line"),
            Column("kind", Code(codes="asset_kind"), "What sort of asset.", True, "in_vitro_model"),
            *_COUNT,
            Column("access", Code(codes="access"), "Who can use it.", example="fee"),
            Column("created_on", Date(), "When it existed.", example="2013"),
        ),
        Event("created_on"),
    ),
    RecordType(
        "stage_event",
        "Stage reached by an asset",
        "outputs",
        "An asset reaches a stage; its history is the list of these.",
        (
            Column("stage_event_id", Key(), "The event's key.", True, "SE001"),
            Column("asset_id", Reference(to="asset"), "The asset.", True, "O0039"),
            Column("stage", Code(codes="asset_stage"), "The stage reached.", True, "in_use"),
            Column("reached_on", Date(), "When.", example="2015"),
        ),
        Event("reached_on", inherit="asset_id"),
    ),
    RecordType(
        "asset_use",
        "Use of an asset",
        "outputs",
        "Somebody uses an asset, inside the consortium or outside it.",
        (
            Column("asset_use_id", Key(), "The use's key.", True, "L006-use"),
            Column("asset_id", Reference(to="asset"), "The asset used.", True, "O0039"),
            Column("user_name", Text(), "Who uses it.", True, "Endocells"),
            Column("user_group", Code(codes="partner_group"), "The user's group.", True, "sme"),
            Column("is_outside", Flag(), "Is the user outside the consortium? Empty where not known.", example="yes"),
            Column("use", Text(), "What for, in a few words.", True, "sold to researchers"),
            Column("used_on", Date(), "Since when, or when.", example="2015"),
        ),
        Event("used_on"),
    ),
    RecordType(
        "trial",
        "Clinical trial or study",
        "outputs",
        "A clinical study; its identity is its registry number where it has one.",
        (
            Column("trial_id", Key(), "The trial's key.", True, "T01"),
            Column("project_id", Reference(to="project"), "The project.", example="ebovac1"),
            Column(
                "registry_number",
                Identifier(scheme="trial", expected="a registry number"),
                "Registry number.",
                example="NCT02313077",
            ),
            Column("title", Text(), "What is studied.", True),
            *_COUNT,
            Column("planned_enrolment", Integer(), "People to be enrolled.", example="72"),
            Column("actual_enrolment", Integer(), "People enrolled.", example="87"),
            Column(
                "enrolment_bound", Code(codes="bound"), "Whether the enrolment is exact or a bound.", example="lower"
            ),
            Column("started_on", Date(), "When it started."),
        ),
        Event("started_on"),
    ),
    RecordType(
        "trial_status",
        "Status of a trial",
        "outputs",
        "What a trial's status was at a date.",
        (
            Column("trial_id", Reference(to="trial"), "The trial.", True, "T01"),
            Column("status", Code(codes="trial_status"), "The status.", True, "completed"),
            Column("status_on", Date(), "Since when.", True, "2016-03-01"),
        ),
        Version(("trial_id",), "status_on"),
        key=("trial_id", "status_on"),
    ),
    RecordType(
        "trial_site",
        "Site of a trial",
        "outputs",
        "A place where a trial enrols.",
        (
            Column("trial_site_id", Key(), "The site's key.", True, "TS01"),
            Column("trial_id", Reference(to="trial"), "The trial.", True, "T01"),
            Column("name", Text(), "The site.", True, "Kambia"),
            Column("country", Code(codes="country"), "Its country.", True, "SL"),
        ),
        Event(inherit="trial_id"),
    ),
    RecordType(
        "network",
        "Network",
        "outputs",
        "A lasting network of sites, laboratories or members.",
        (
            Column("network_id", Key(), "The network's key.", True, "clin-net"),
            Column("project_id", Reference(to="project"), "The project.", example="combacte-net"),
            Column("name", Text(), "Its name.", True, "CLIN-Net"),
            Column("founded_on", Date(), "Since when."),
        ),
        Event("founded_on"),
    ),
    RecordType(
        "site",
        "Site of a network",
        "outputs",
        "A site that belongs to a network.",
        (
            Column("site_id", Key(), "The site's key.", True, "S01"),
            Column("network_id", Reference(to="network"), "The network.", True, "clin-net"),
            Column("name", Text(), "The site.", True),
            Column("country", Code(codes="country"), "Its country.", True, "ES"),
        ),
        Event(inherit="network_id"),
    ),
    RecordType(
        "observation",
        "Observation of a size",
        "outputs",
        "A number somebody observed of a thing at a date: employees of a firm, entries of a data set, sites of a network.",
        (
            Column("observation_id", Key(), "The observation's key.", True, "OB001"),
            Column("project_id", Reference(to="project"), "The project it belongs to."),
            Column("subject_type", Text(), "The record type of the thing observed.", example="network"),
            Column("subject_id", Text(), "The key of the thing observed.", example="clin-net"),
            Column("subject", Text(), "The thing observed, in words.", True, "CLIN-Net clinical sites"),
            Column("measure", Code(codes="measure"), "What was observed.", True, "sites"),
            Column("value", Integer(), "The number.", True, "300"),
            Column("bound", Code(codes="bound"), "Whether it is exact or a bound.", True, "lower"),
            Column("observed_on", Date(), "When it was true.", example="2015"),
        ),
        Version(("project_id", "subject", "measure"), "observed_on"),
        rules=(AnyPointer("subject_type", "subject_id"),),
    ),
)

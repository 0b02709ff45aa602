"""Who funds, what was asked for, what was funded, and in which area it lies."""

from benchside.model.columns import Code, Column, Date, Flag, Identifier, Key, Reference, Share, Text
from benchside.model.history import Event, Span, Version
from benchside.model.record import OrderRule, RecordType, SumRule

FAMILY = (
    RecordType(
        "programme",
        "Programme",
        "programme",
        "A funding programme, such as IMI1.",
        (
            Column("programme_id", Key(), "The programme's key.", True, "IMI1"),
            Column("name", Text(), "Its full name.", True, "Innovative Medicines Initiative 1"),
            Column("start_on", Date(), "When it began.", example="2008"),
            Column("end_on", Date(), "When its calls ended.", example="2013"),
        ),
        Span("start_on", "end_on"),
        rules=(OrderRule("start_on", "end_on"),),
    ),
    RecordType(
        "call",
        "Call for proposals",
        "programme",
        "What the programme asked for, and when.",
        (
            Column("call_id", Key(), "The call's key.", True, "IMI1-C3"),
            Column("programme_id", Reference(to="programme"), "The programme it belongs to.", True, "IMI1"),
            Column("name", Text(), "Its name.", True, "IMI1 Call 3"),
            Column("opened_on", Date(), "When it opened.", example="2010"),
        ),
        Event("opened_on", inherit="programme_id"),
    ),
    RecordType(
        "topic",
        "Topic of a call",
        "programme",
        "One subject of a call.",
        (
            Column("topic_id", Key(), "The topic's key.", True, "IMI2-2015-06-01"),
            Column("call_id", Reference(to="call"), "The call it belongs to.", example="IMI2-C6"),
            Column("title", Text(), "Its title.", True, "Development of vaccines"),
        ),
        Event(inherit="call_id"),
    ),
    RecordType(
        "project",
        "Project",
        "programme",
        "A funded project, at its latest known state.",
        (
            Column("project_id", Key(), "The project's key.", True, "abirisk"),
            Column("acronym", Text(), "Its acronym.", True, "ABIRISK"),
            Column("title", Text(), "Its full title."),
            Column("programme_id", Reference(to="programme"), "The programme that funds it.", True, "IMI1"),
            Column("call_id", Reference(to="call"), "The call it answered.", example="IMI1-C3"),
            Column("topic_id", Reference(to="topic"), "The topic it answered."),
            Column(
                "grant_number",
                Identifier(scheme="grant_number", expected="a grant agreement number"),
                "Its grant agreement.",
                example="115303",
            ),
            Column("action_type", Code(codes="action_type"), "Type of action.", example="ria"),
            Column("start_on", Date(), "First day.", example="2012-03-01"),
            Column("end_on", Date(), "Last day.", example="2018-02-28"),
            Column("website", Text(), "Its public address."),
        ),
        Span("start_on", "end_on"),
        rules=(OrderRule("start_on", "end_on"),),
    ),
    RecordType(
        "project_alias",
        "Other spelling of a project",
        "programme",
        "A name under which sources know a project.",
        (
            Column("project_id", Reference(to="project"), "The project.", True, "proactive"),
            Column("alias", Text(), "The other spelling.", True, "PRO-active"),
        ),
        Event(inherit="project_id"),
        key=("project_id", "alias"),
    ),
    RecordType(
        "project_identifier",
        "Identifier of a project",
        "programme",
        "A number under which a register knows a project; the grade says whether it is stated or inferred.",
        (
            Column("project_id", Reference(to="project"), "The project.", True, "rcn-216980"),
            Column("scheme", Code(codes="project_scheme"), "Which number.", True, "grant_number"),
            Column("value", Key(), "The number.", True, "800176"),
        ),
        Event(inherit="project_id"),
        key=("project_id", "scheme", "value"),
    ),
    RecordType(
        "project_cluster",
        "Projects that are one",
        "programme",
        "Which project stands for one that several sources speak of. Each build works it out from shared grant numbers and judgements; a project that is not here stands for itself.",
        (
            Column("project_id", Reference(to="project"), "The project.", True, "rcn-216980"),
            Column("cluster_id", Reference(to="project"), "The one that stands for it.", True, "ebovac3"),
            Column("basis", Code(codes="cluster_basis"), "How that is known.", True, "identifier"),
            Column(
                "reason", Text(), "Why, in words.", True, "both bear grant number 800176, and one first day (ebovac3)"
            ),
            Column("judged_by", Text(), "Which role or program judged it.", example="benchside: identifiers"),
            Column("judged_on", Date(), "When it was judged.", example="2026-11-22"),
        ),
        key=("project_id",),
    ),
    RecordType(
        "project_class",
        "Class of a project",
        "programme",
        "A class of a published scheme that a project stands in: a topic, a part of the programme, a field of science.",
        (
            Column("project_id", Reference(to="project"), "The project.", True, "814244"),
            Column("scheme", Text(), "The scheme.", True, "euroSciVoc"),
            Column("code", Key(), "The class.", True, "/23/43/269"),
            Column("name", Text(), "Its name.", example="classical mechanics"),
            Column(
                "path",
                Text(),
                "The names of the classes above it and its own.",
                example="/natural sciences/physical sciences",
            ),
            Column(
                "is_main", Flag(), "Is it the one class of the scheme in which the project is counted?", example="no"
            ),
        ),
        Event(inherit="project_id"),
        key=("project_id", "scheme", "code"),
        told_once=("scheme",),
    ),
    RecordType(
        "amendment",
        "Reading of a project's date",
        "programme",
        "One source's reading of a project's start or end; a project keeps all of them.",
        (
            Column("amendment_id", Key(), "The reading's key.", True, "K049a"),
            Column("project_id", Reference(to="project"), "The project.", True, "abirisk"),
            Column("field", Code(codes="amended_field"), "Which date.", True, "end_on"),
            Column("value_on", Date(), "The date read.", True, "2018-02-28"),
            Column("amended_on", Date(), "The date of this reading.", example="2019-11-01"),
        ),
        Version(("project_id", "field"), "amended_on"),
        told_once=("field",),
    ),
    RecordType(
        "area",
        "Scientific area",
        "programme",
        "An area to which projects are assigned.",
        (
            Column("area_id", Key(), "The area's key.", True, "lung-diseases"),
            Column("name", Text(), "Its name.", True, "Lung diseases"),
        ),
    ),
    RecordType(
        "project_area",
        "Area of a project",
        "programme",
        "The share of a project that counts in an area; the shares of a project add up to one.",
        (
            Column("project_id", Reference(to="project"), "The project.", True, "emif"),
            Column("area_id", Reference(to="area"), "The area.", True, "brain-disorders"),
            Column("weight", Share(), "The share of the project that counts here.", True, "0.5"),
            Column("basis", Code(codes="area_basis"), "Why the project stands here.", True, "subject"),
        ),
        Event(),
        key=("project_id", "area_id"),
        rules=(SumRule("weight", ("project_id",), 1_000_000, "the weights of a project's areas must add up to 1"),),
        told_once=(),
    ),
    RecordType(
        "project_priority",
        "Priority addressed by a project",
        "programme",
        "A priority of a published scheme that a project addresses.",
        (
            Column("project_id", Reference(to="project"), "The project.", True, "combacte-net"),
            Column("scheme", Code(codes="priority_scheme"), "The scheme.", True, "who_2013"),
            Column("priority", Text(), "The priority's code or name in the scheme.", True, "antibacterial resistance"),
        ),
        Event(inherit="project_id"),
        key=("project_id", "scheme", "priority"),
        told_once=("scheme",),
    ),
)

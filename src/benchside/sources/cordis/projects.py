"""Projects and what they are classed under: calls, topics, programme parts, fields of science.

The project's maximum EU contribution is a contribution of the European Union; its total cost is a stated total, which is
checked against parts and never added to them.
"""

from benchside.sources.cordis import cells
from benchside.sources.cordis.register import Register, classify
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import twin
from benchside.sources.tables.named_projects import GRANT_RULE, grant_number
from benchside.sources.tables.rows import Row

_STATUS_NOTE = "ended before its time (TERMINATED)"


def take_project(register: Register, row: Row) -> None:
    """A row of the table of projects, in any layout."""
    grant = row.need("id", grant_number, GRANT_RULE)
    project = register.named.key_of(grant)
    if row["status"] and row["status"] not in cells.STATUSES:
        register.book.refuse_cell(
            row.sheet.layout.id,
            row.place,
            "status",
            row["status"],
            f"unknown status; known: {', '.join(cells.STATUSES)}",
        )
    programme = row.coded("frameworkProgramme", {c: c for c in cells.FRAMEWORKS}, "framework programme")
    dated = register.dated(row)
    if _is_superseded(register, row, project, dated):
        return
    if row["rcn"]:
        register.rcns[row["rcn"]] = project
    topics = [table_cells.key(t) for t in row["topics"].split(";") if t.strip()]
    call = _add_call(register, row, programme)
    topic = _add_topics(register, row, project, topics, call)
    start, end = _dates(register, row)
    register.book.replace("project", project, row.place, {
        "project_id": project, "acronym": table_cells.words(row["acronym"]) or grant, "title": table_cells.words(row["title"]),
        "programme_id": register.programme(programme), "call_id": call, "topic_id": topic, "grant_number": grant,
        "action_type": row.read("fundingScheme", cells.action_type, "a funding scheme of FP7, Horizon 2020 or Horizon Europe"),
        "start_on": start, "end_on": end, "website": row["website"],
        "note": _STATUS_NOTE if row["status"] == "TERMINATED" else "", **row.proof,
    })  # fmt: skip
    if not row["acronym"]:
        row.apply("acronym", "a project without an acronym is called by its grant number", "missing", grant)
    _add_parts(register, row, project)
    _add_identifiers(register, row, project, grant)
    add_money(register, row, project, row.amount("ecMaxContribution"), row.amount("totalCost"), dated)


def _is_superseded(register: Register, row: Row, project: str, dated: str) -> bool:
    """A project stands once in a file; of the readings of several files the latest counts, the amounts of all are kept."""
    file, place, before = register.described.get(project, ("", "", ""))
    if file == row.sheet.name:
        raise twin("id", row["id"], "the project stands in this file", place)
    if file and before > dated:
        row.apply(
            "id", "another file has a later reading of the project; of this one the amounts are kept", dated, before
        )
        add_money(register, row, project, row.amount("ecMaxContribution"), row.amount("totalCost"), dated)
        return True
    register.described[project] = (row.sheet.name, row.place, dated)
    return False


def _dates(register: Register, row: Row) -> tuple[str, str]:
    start, end = row.day("startDate"), row.day("endDate")
    if start and end and end < start:
        register.book.refuse_cell(row.sheet.layout.id, row.place, "endDate", end, f"lies before the start {start}")
        end = ""
    return start, end


def _add_call(register: Register, row: Row, programme: str) -> str:
    name = row["masterCall"] or row["subCall"]
    call = table_cells.key(name)
    if call:
        register.book.add("call", call, row.place, {
            "call_id": call, "programme_id": register.programme(programme), "name": table_cells.words(name), **row.proof,
        })  # fmt: skip
    return call


def _add_topics(register: Register, row: Row, project: str, topics: list[str], call: str) -> str:
    for topic in topics:
        register.topics.setdefault(topic, "")
        register.topic_calls.setdefault(topic, call)
        classify(register, row, project, "topic", topic, register.topics[topic])
    return topics[0] if topics else register.first_topic.get(project, ("", ""))[0]


def _add_parts(register: Register, row: Row, project: str) -> None:
    """The programme parts that the project's own row names, unless the table of programme parts has said more already."""
    for part in filter(None, (p.strip() for p in row["legalBasis"].split(";"))):
        if not register.book.has("project_class", f"{project}|programme part|{table_cells.key(part)}"):
            classify(register, row, project, "programme part", table_cells.key(part), "")


def _add_identifiers(register: Register, row: Row, project: str, grant: str) -> None:
    for scheme, value in (("grant_number", grant), ("rcn", row["rcn"]), ("doi", row["grantDoi"])):
        if value:
            register.book.add("project_identifier", f"{project}|{scheme}|{value}", row.place, {
                "project_id": project, "scheme": scheme, "value": value, **row.proof,
            })  # fmt: skip


def add_money(register: Register, row: Row, project: str, granted: str, cost: str, dated: str) -> None:
    """The maximum EU contribution and the total cost, in euro; what is missing stays missing."""
    if not granted:
        row.apply("ecMaxContribution", "a missing amount is not nought: there is no record", "missing", "missing")
    state = register.options.state
    for table, amount, own in (
        (
            "contribution",
            granted,
            {"payer": "eu", "form": "grant", "region": "unspecified", "label": "ecMaxContribution"},
        ),
        ("stated_total", cost, {"label": "totalCost"}),
    ):
        key = f"{project}:{table}:{dated or 'undated'}"
        values = {
            f"{table}_id": key, "project_id": project, "amount": amount, "currency": "EUR", "state": state, "precision": "exact",
            "valid_on": dated, **own, **row.proof,
        }  # fmt: skip
        if amount and not register.book.add(table, key, row.place, values):
            refuse_other_amount(register, row, table, key, amount)


def refuse_other_amount(register: Register, row: Row, table: str, key: str, amount: str) -> None:
    """Of two amounts of one day the first counts; the same amount twice says nothing new."""
    there, at = register.book.records[table][key]
    if there["amount"] != amount:
        rule = f"{at} gives {there['amount']} for the same day"
        register.book.refuse_cell(
            row.sheet.layout.id, row.place, table, amount, rule, "See which of the two is right; the first is kept."
        )


def take_topic(register: Register, row: Row) -> None:
    """A row of the table of topics: the topic's title, and the project that answered it."""
    code = row.need("topic", table_cells.key, "the code of a topic")
    title = table_cells.words(row["title"])
    framework = cells.framework(code)
    project = register.named.project(row, framework)
    if register.topics.get(code) and title and register.topics[code] != title:
        row.apply("title", "of several titles of a topic the first is kept", title, register.topics[code])
    register.topics[code] = register.topics.get(code) or title
    if project not in register.first_topic:
        register.first_topic[project] = (code, framework)
    elif register.first_topic[project][0] != code:
        row.apply(
            "topic",
            "of several topics of a project the first is its topic; all are its classes",
            code,
            register.first_topic[project][0],
        )
    classify(register, row, project, "topic", code, title)


def take_legal_basis(register: Register, row: Row) -> None:
    """A row of the table of legal bases: a programme part of a project; one of them is marked as the part it is counted in."""
    code = row.need("legalBasis", table_cells.key, "the code of a programme part")
    main = row.read(
        "uniqueProgrammePart", lambda text: "yes" if table_cells.flag(text) else "no", "true, false or nothing"
    )
    project = register.named.project(row, cells.framework(code))
    classify(register, row, project, "programme part", code, table_cells.words(row["title"]), is_main=main or "no")


def take_field(register: Register, row: Row) -> None:
    """A row of the table of fields of science (European Science Vocabulary)."""
    code = row.need("euroSciVocCode", table_cells.key, "the code of a field such as /23/43/269")
    project = register.named.project(row)
    classify(
        register,
        row,
        project,
        "euroSciVoc",
        code,
        table_cells.words(row["euroSciVocTitle"]),
        path=table_cells.words(row["euroSciVocPath"]),
    )


def take_counted(register: Register, row: Row) -> None:
    """A row of the compiled table of projects: the project, its money, and how many partners and outputs were counted."""
    take_project(register, row)
    project = register.named.key_of(row["id"])
    for column, measure, subject in (
        ("consorc_size", "partners", "partners"),
        ("NPub_total", "publications", "publications"),
        ("NEntreg_total", "deliverables", "deliverables"),
        ("num_patentes", "other", "patents"),
    ):
        count = row.read(column, _whole, "a whole number such as 12 or 12.0")
        if count:
            key = f"{project}:{subject}"
            register.book.add("observation", key, row.place, {
                "observation_id": key, "project_id": project, "subject": subject, "measure": measure, "value": count, "bound": "exact",
                "observed_on": register.options.as_of, **row.proof, "grade": "documented",
                "note": f"column {column}, counted in CORDIS by the people who compiled the table",
            })  # fmt: skip


def _whole(text: str) -> str:
    number = float(text)
    if number < 0 or not number.is_integer():
        raise ValueError(text)
    return str(int(number))

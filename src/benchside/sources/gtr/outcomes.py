"""Outcomes of Gateway to Research by their types, and what each becomes in the model besides an outcome.

A further record (an asset, a spin-off, a mention) stands once, under the first project that reports the outcome, and bears the outcome's
key: by it the indicators find all projects that report it. Texts are not taken, because they may name persons.
"""

from collections.abc import Mapping
from decimal import Decimal

from benchside.sources.gtr import cells, words
from benchside.sources.gtr.register import Amount, Register, add_outcome, coded
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables import places
from benchside.sources.tables.book import RefusedRow
from benchside.sources.tables.rows import Row


def _claimed(row: Row) -> dict[str, str]:
    """What an outcome proves is what the project says."""
    return {**row.proof, "grade": "claimed"}


def _year(row: Row, column: str) -> str:
    return row.read(column, cells.year, cells.YEAR_RULE)


def _sector(row: Row) -> str:
    return words.SECTORS.get(coded(row, "sector", words.SECTORS, "sector"), "")


def _country(row: Row) -> str:
    return row.read("country", places.country, places.COUNTRY_RULE)


def _title(row: Row, column: str, otherwise: str) -> str:
    return table_cells.words(row[column]) or otherwise


def take_collaboration(register: Register, row: Row) -> None:
    """A collaboration with one organisation; the same organisation in the table of the project's organisations is that one."""
    partner = table_cells.words(row["collaboratingOrganisation"])
    project = register.project(row)
    start = row.read("start", cells.day, cells.DAY_RULE)
    if start.endswith("-01-01"):
        row.apply("start", "a day that is always 1 January stands for its year", start, start[:4])
        start = start[:4]
    add_outcome(register, row, "collaboration", {
        "title": partner or "partner not named", "party": partner, "organisation_id": register.partners.get((project, partner.casefold()), ""),
        "sector": _sector(row), "country": _country(row), "happened_on": start,
    })  # fmt: skip


def take_further_funding(register: Register, row: Row) -> None:
    """Money that others gave afterwards; an empty amount is missing, not nought."""
    funder, sector = table_cells.words(row["fundingOrg"]) or "not stated", _sector(row)
    start, end = (row.read(column, cells.day, cells.DAY_RULE) for column in ("start", "end"))
    amount = row.amount("amountPounds")
    key, _, new = add_outcome(register, row, "further_funding", {
        "title": funder, "party": funder, "sector": sector, "country": _country(row), "happened_on": start,
    })  # fmt: skip
    if start and end and end < start:
        row.apply("end", "an end before the start is not taken", end, "missing")
        end = ""
    values = {
        "outcome_id": key, "funder": funder, "sector": sector, "amount": amount, "currency": row["currCode"] or "not stated",
        "start_on": start, "end_on": end,
    }  # fmt: skip
    if new:
        _add_funding(register, row, key, values)
        return
    before = register.book.get("further_funding", key)
    for column in ("amount", "currency", "end_on"):
        if values[column] != before[column]:
            rule = "of reports of one outcome that differ the first counts"
            row.apply(column, rule, values[column] or "missing", before[column] or "missing")


def _add_funding(register: Register, row: Row, key: str, values: dict[str, str]) -> None:
    register.book.add("further_funding", key, row.place, {**values, **_claimed(row)})
    if values["amount"]:
        register.funding.append(Amount(key, Decimal(values["amount"]), values["currency"], values["funder"]))
    else:
        row.apply("amountPounds", "a missing amount is not nought: it is in no sum", "missing", "missing")


def take_policy_influence(register: Register, row: Row) -> None:
    """An influence on policy. One that is a mention in a document becomes one; sitting on a committee does not."""
    sort = coded(row, "type", words.POLICY, "type of influence on policy")
    title = _title(row, "guidelineTitle", sort or "type not stated")
    key, project, new = add_outcome(register, row, "policy_influence", {"type": sort, "title": title})
    if new and words.POLICY.get(sort):
        register.book.add("policy_citation", key, row.place, {
            "policy_citation_id": key, "project_id": project, "kind": words.POLICY[sort], "issued_by": "not stated", "title": title,
            **_claimed(row),
        })  # fmt: skip


def take_product(register: Register, row: Row) -> None:
    """A medical product or intervention: an asset with the stage it has reached, and a trial where the project says it is one."""
    sort = coded(row, "type", words.PRODUCTS, "type of product")
    coded(row, "status", words.STATUSES, "state of development")
    stage = words.STAGES.get(coded(row, "stage", words.STAGES, "stage of development"), "")
    title, on = _title(row, "title", sort or "product"), _year(row, "yearDevCompleted")
    key, project, new = add_outcome(register, row, "product", {
        "type": sort, "title": title, "stage": stage, "happened_on": on,
    })  # fmt: skip
    if not new:
        return
    _add_asset(register, row, key, project, title, words.PRODUCTS.get(sort, "other"), on)
    if stage:
        register.book.add("stage_event", key, row.place, {
            "stage_event_id": key, "asset_id": key, "stage": words.STAGES_OF_ASSET[stage], "reached_on": on, **_claimed(row),
        })  # fmt: skip
    if _flag(row, "clinicalTrial"):
        register.book.add("trial", key, row.place, {
            "trial_id": key, "project_id": project, "title": title, "registry_number": cells.registry_number(row["ukcrnIsctnId"]),
            **_claimed(row),
        })  # fmt: skip


def take_intellectual_property(register: Register, row: Row) -> None:
    """A patent, trade mark or other right; a licence is an event of its own."""
    sort = coded(row, "protection", words.PROTECTION, "protection")
    licensed = words.LICENSED.get(coded(row, "licensed", words.LICENSED, "answer"))
    title, on = _title(row, "title", sort or "intellectual property"), _year(row, "yearProtectionGranted")
    key, project, new = add_outcome(register, row, "intellectual_property", {
        "type": sort, "title": title, "happened_on": on,
    })  # fmt: skip
    kind, number = words.PROTECTION.get(sort, ""), cells.publication_number(row["patentId"])
    if kind == "patent_application":
        # The model counts applications of one family once, in each project and in the whole: here each project has its own.
        _add_event(register, row, f"{key}:{project}", project, kind, title, on, number or key)
    elif new and kind:
        _add_event(register, row, key, project, kind, title, on, number)
    if new and licensed:
        _add_event(register, row, f"{key}#licence", project, "licence", title, "", "")
    if number and kind in ("patent_application", "patent_granted"):
        _add_patent(register, row, project, number, kind, title, on)


def _add_patent(register: Register, row: Row, project: str, number: str, kind: str, title: str, on: str) -> None:
    key = f"{project}:{number}"
    register.book.add("patent", key, row.place, {
        "patent_id": key, "project_id": project, "title": title, "ground": "foreground", "publication": number, "published_on": on,
        "stage": "application" if kind == "patent_application" else "granted", **_claimed(row),
    })  # fmt: skip


def _add_event(
    register: Register, row: Row, key: str, project: str, kind: str, name: str, on: str, family: str
) -> None:
    register.book.add("exploitation_event", key, row.place, {
        "exploitation_event_id": key, "project_id": project, "kind": kind, "name": name, "family": family, "happened_on": on,
        **_claimed(row),
    })  # fmt: skip


def take_spin_out(register: Register, row: Row) -> None:
    """A company that carries a result on."""
    name, on = _title(row, "companyName", "company not named"), _year(row, "yearCompanyFormed")
    key, project, new = add_outcome(register, row, "spin_out", {"title": name, "party": name, "happened_on": on})
    if new:
        _add_event(register, row, key, project, "spin_off", name, on, "")


def take_research_material(register: Register, row: Row) -> None:
    """A research tool, method or material."""
    _take_made(register, row, "research_material", words.MATERIALS)


def take_database(register: Register, row: Row) -> None:
    """A database or model."""
    _take_made(register, row, "database", words.DATABASES)


def take_software(register: Register, row: Row) -> None:
    """A software or technical product."""
    _take_made(register, row, "software", words.SOFTWARE)


def take_made_product(register: Register, row: Row) -> None:
    """A row of the table of software or that of artistic products, which bear the same columns: the type tells them apart."""
    sort = cells.spelt(row["type"])
    kind = row["outcome_kind"] or (
        "software" if sort in words.SOFTWARE else "artistic" if sort in words.ARTISTIC else ""
    )
    if kind == "software":
        take_software(register, row)
    elif kind == "artistic":
        sort = coded(row, "type", words.ARTISTIC, "type of artistic product")
        on, title = _year(row, "yearFirstProvided"), _title(row, "title", sort or "artistic product")
        add_outcome(register, row, "artistic", {"type": sort, "title": title, "happened_on": on})
    else:
        rule = "neither a type of software nor of artistic products"
        raise RefusedRow("type", row["type"], rule, "Correct it, or say in the source what it means.")


def _take_made(register: Register, row: Row, kind: str, kinds: Mapping[str, str]) -> None:
    sort = coded(row, "type", kinds, f"type of {kind.replace('_', ' ')}")
    title, on = _title(row, "title", sort or kind.replace("_", " ")), _year(row, "yearFirstProvided")
    key, project, new = add_outcome(register, row, kind, {"type": sort, "title": title, "happened_on": on})
    if not new:
        return
    access = "open" if _flag(row, "softwareOpenSourced") else ""
    if not sort and not row["type"]:
        row.apply("type", "an asset whose type is not stated is of the kind `other`", "missing", "other")
    _add_asset(register, row, key, project, title, kinds.get(sort, "other"), on, access)
    if _flag(row, "providedToOthers"):
        register.book.add("asset_use", key, row.place, {
            "asset_use_id": key, "asset_id": key, "user_name": "others, not named", "user_group": "unknown",
            "use": "provided to others", "used_on": on, **_claimed(row),
        })  # fmt: skip


def _add_asset(
    register: Register, row: Row, key: str, project: str, name: str, kind: str, on: str, access: str = ""
) -> None:
    register.book.add("asset", key, row.place, {
        "asset_id": key, "project_id": project, "name": name, "kind": kind, "access": access, "created_on": on, **_claimed(row),
    })  # fmt: skip


def _flag(row: Row, column: str) -> bool:
    return bool(row.read(column, lambda text: "yes" if table_cells.flag(text) else "", "true, false or nothing"))


def take_engagement(register: Register, row: Row) -> None:
    """A talk, visit, broadcast or the like, by its form; of several years the first."""
    sort = coded(row, "form", words.FORMS, "form of engagement")
    on = row.read("year", cells.first_year, cells.YEAR_RULE)
    add_outcome(register, row, "engagement", {"type": sort, "title": sort or "form not stated", "happened_on": on})


def take_key_finding(register: Register, row: Row) -> None:
    """That a project reported key findings; their text is not taken."""
    add_outcome(register, row, "key_finding", {"title": "key findings"})


def take_impact_summary(register: Register, row: Row) -> None:
    """That a project told its impact; the text is not taken, the types of impact are."""
    sort = table_cells.words(row["impactTypes"])
    on = _year(row, "firstYearOfImpact")
    add_outcome(register, row, "impact_summary", {"type": sort, "title": "narrative of impact", "happened_on": on})

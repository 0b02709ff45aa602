"""The source CORDIS on made tables in the shapes and with the defects of the real ones."""

import csv
import gzip
import io
import zipfile

import pytest
import xlsxwriter

from benchside.errors import InputError, UsageError
from benchside.sources.cordis.cordis import SOURCE
from benchside.sources.cordis.layouts import LAYOUTS, ORDER
from benchside.sources.cordis.register import Register

PROJECT = next(x for x in LAYOUTS if x.id == "project")
ORGANISATION = (
    "projectID", "projectAcronym", "organisationID", "vatNumber", "name", "shortName", "SME", "activityType", "city", "country",
    "geolocation", "contentUpdateDate", "order", "role", "ecContribution", "netEcContribution", "totalCost", "endOfParticipation",
)  # fmt: skip


def text(header, *rows, delimiter=","):
    out = io.StringIO()
    writer = csv.DictWriter(out, header, delimiter=delimiter, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def project(**cells):
    return {
        "id": "814244", "acronym": "BONE", "status": "SIGNED", "title": "Bone", "startDate": "2019-01-01", "endDate": "2022-12-31",
        "totalCost": "100", "ecMaxContribution": "80", "frameworkProgramme": "H2020", "fundingScheme": "RIA", "rcn": "219000",
        "contentUpdateDate": "2022-07-01 10:00:00", **cells,
    }  # fmt: skip


def partner(**cells):
    return {
        "projectID": "814244", "organisationID": "999997930", "name": "CNRS", "SME": "False", "activityType": "REC", "country": "FR",
        "contentUpdateDate": "2022-07-01 10:00:00", "order": "1", "role": "participant", "ecContribution": "50.5", "netEcContribution": "40",
        "totalCost": "60,25", "endOfParticipation": "False", **cells,
    }  # fmt: skip


@pytest.fixture
def read(tmp_path):
    """`read({name: text or bytes}, **options)` gives the extract of files with that content."""

    def run(files, **options):
        paths = {}
        for name, content in files.items():
            paths[name] = tmp_path / name
            paths[name].parent.mkdir(parents=True, exist_ok=True)
            paths[name].write_bytes(content if isinstance(content, bytes) else content.encode())
        return SOURCE.read(paths, options)

    return run


@pytest.fixture
def whole(read, monkeypatch):
    """The same, with all tables that were gathered, also those that the model may not have: table → key → values."""
    registers = []
    finish = Register.finish
    monkeypatch.setattr(Register, "finish", lambda self, sheets: (registers.append(self), finish(self, sheets))[1])

    def run(files, **options):
        read(files, **options)
        return {table: {k: v for k, (v, _) in of.items()} for table, of in registers[-1].book.records.items()}

    return run


def records(extract, name):
    return [dict(zip(p.columns, row, strict=True)) for p in extract.tables.get(name, []) for row in p.rows]


def counted(extract):
    """File → rows, accepted, refused, as the extract says it."""
    found = {}
    for d in extract.decisions:
        if d.table == "(file)" and d.column == "rows" and "accepted" in d.kept:
            accepted, refused = (int(part.split()[0]) for part in d.kept.split(", "))
            found[d.record] = (int(d.found.split()[0]), accepted, refused)
    return found


def test_every_layout_has_a_reader_and_every_reader_an_order():
    assert {layout.reads for layout in LAYOUTS} == set(ORDER)


def test_no_column_is_taken_and_ignored_at_once():
    for layout in LAYOUTS:
        assert not set(layout.ignored) & {*layout.needed, *layout.taken}, layout.id


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_known_by_its_columns_whatever_its_name_and_delimiter(read, delimiter):
    extract = read({"anything.csv": text(PROJECT.columns, project(title="A, b; c\td"), delimiter=delimiter)})
    (found,) = records(extract, "project")
    assert (found["project_id"], found["acronym"], found["title"], found["action_type"]) == (
        "814244",
        "BONE",
        "A, b; c d",
        "ria",
    )
    assert counted(extract) == {"anything.csv": (1, 1, 0)}


def test_the_grant_is_a_contribution_and_the_cost_a_stated_total(read):
    extract = read({"p.csv": text(PROJECT.columns, project(totalCost="1234,5", ecMaxContribution="80.10"))})
    (grant,), (cost,) = records(extract, "contribution"), records(extract, "stated_total")
    assert (grant["payer"], grant["amount"], grant["state"], grant["valid_on"]) == (
        "eu",
        "80.10",
        "registry",
        "2022-07-01",
    )
    assert (cost["amount"], cost["label"]) == ("1234.50", "totalCost")
    assert any(d.column == "totalCost" and "decimal comma" in d.reason for d in extract.decisions)


def test_missing_amounts_stay_missing_and_nought_stays_nought(read):
    rows = [partner(ecContribution=""), partner(organisationID="999981634", ecContribution="0.0", order="2")]
    extract = read({"p.csv": text(PROJECT.columns, project(ecMaxContribution="")), "o.csv": text(ORGANISATION, *rows)})
    assert records(extract, "contribution") == []
    assert [(a["participation_id"], a["amount"]) for a in records(extract, "allocation")] == [
        ("814244:pic-999981634", "0")
    ]
    assert sum("not nought" in d.reason for d in extract.decisions) == 2


def test_codes_of_the_union_become_iso_codes_and_unknown_ones_are_refused(read):
    rows = [partner(organisationID=f"99999793{n}", order=str(n), country=c) for n, c in enumerate(("EL", "UK", "QQ"))]
    extract = read({"o.csv": text(ORGANISATION, *rows)})
    assert [o["country"] for o in records(extract, "organisation")] == ["GR", "GB", ""]
    (refusal,) = extract.refusals
    assert (refusal.row, refusal.column, refusal.value) == ("o.csv row 4", "country", "QQ")
    assert counted(extract) == {"o.csv": (3, 3, 0)}


@pytest.mark.parametrize(
    ("activity", "sme", "group", "basis"),
    [
        ("HES", "False", "academic", "activity type HES"),
        ("REC", "", "academic", "activity type REC"),
        ("PUB", "False", "academic", "activity type PUB"),
        ("OTH", "False", "other", "activity type OTH"),
        ("PRC", "True", "sme", "activity type PRC, SME"),
        ("PRC", "False", "industry", "activity type PRC, not SME"),
        ("PRC", "", "unknown", "activity type PRC, size not stated"),
        ("", "", "unknown", "activity type not stated"),
    ],
)
def test_partner_groups_follow_the_written_mapping(read, activity, sme, group, basis):
    extract = read({"o.csv": text(ORGANISATION, partner(activityType=activity, SME=sme))})
    (found,) = records(extract, "participation")
    assert (found["partner_group"], found["group_basis"]) == (group, basis)
    assert len(records(extract, "organisation_status")) == bool(sme)


def test_roles_have_codes_and_an_unknown_role_refuses_its_row(read):
    roles = ("coordinator", "participant", "thirdParty", "partner", "internationalPartner", "associatedPartner", "boss")
    rows = [partner(organisationID=f"99999793{n}", order=str(n), role=r) for n, r in enumerate(roles)]
    extract = read({"o.csv": text(ORGANISATION, *rows)})
    assert [p["role"] for p in records(extract, "participation")] == [
        "coordinator", "participant", "third_party", "associated_partner", "associated_partner", "associated_partner",
    ]  # fmt: skip
    assert counted(extract) == {"o.csv": (7, 6, 1)}
    assert extract.refusals[0].value == "boss"
    assert "known: coordinator" in extract.refusals[0].rule


def test_two_rows_of_one_pair_are_one_participation_with_amounts_added(whole):
    first = partner(
        role="thirdParty",
        order="5",
        ecContribution="0.0",
        netEcContribution="79642.72",
        totalCost="113775,32",
        endOfParticipation="True",
    )
    second = partner(
        role="participant", order="33", ecContribution="86432.02", netEcContribution="25357.28", totalCost="36224,68"
    )
    found = whole({"o.csv": text(ORGANISATION, first, second)})
    ((key, pair),) = found["participation"].items()
    assert (key, pair["role"], pair["has_left"], pair["note"]) == (
        "814244:pic-999997930",
        "participant",
        "no",
        "2 rows",
    )
    # 0.00 + 86432.02; 79642.72 + 25357.28 = 105000; 113775.32 + 36224.68 = 150000
    assert [a["amount"] for a in found["allocation"].values()] == ["86432.02"]
    assert {a["measure"]: a["amount"] for a in found["participation_amount"].values()} == {
        "net_eu_contribution": "105000",
        "total_cost": "150000",
    }


def test_the_same_place_of_the_order_twice_is_refused(read):
    extract = read({"o.csv": text(ORGANISATION, partner(), partner(ecContribution="9"))})
    assert counted(extract) == {"o.csv": (2, 1, 1)}
    assert extract.refusals[0].do == "See o.csv row 2; remove one of the two rows."


def test_two_coordinators_are_both_kept_and_said(read):
    rows = [partner(role="coordinator"), partner(role="coordinator", organisationID="999981634", order="2")]
    extract = read({"o.csv": text(ORGANISATION, *rows)})
    assert [p["role"] for p in records(extract, "participation")] == ["coordinator", "coordinator"]
    (said,) = [d for d in extract.decisions if d.kept == "2 coordinators"]
    assert said.found == "pic-999981634, pic-999997930"


def test_two_snapshots_give_two_versions_of_an_amount_and_the_later_name(read):
    older = partner(name="OLD NAME", ecContribution="50")
    newer = partner(name="NEW NAME", ecContribution="70", contentUpdateDate="2023-01-05 08:00:00")
    extract = read({"b.csv": text(ORGANISATION, older), "a.csv": text(ORGANISATION, newer)})
    assert [(a["amount"], a["valid_on"]) for a in records(extract, "allocation")] == [
        ("70", "2023-01-05"),
        ("50", "2022-07-01"),
    ]
    assert [o["name"] for o in records(extract, "organisation")] == ["NEW NAME"]
    assert len(records(extract, "participation")) == 1


def test_another_amount_of_the_same_day_is_refused(read):
    extract = read({"a.csv": text(ORGANISATION, partner()), "b.csv": text(ORGANISATION, partner(ecContribution="51"))})
    assert [a["amount"] for a in records(extract, "allocation")] == ["50.50"]
    assert [(r.row, r.value, r.rule) for r in extract.refusals] == [
        ("b.csv row 2", "51", "a.csv row 2 gives 50.50 for the same day")
    ]


def test_a_place_is_two_numbers_in_one_cell(whole):
    rows = [
        partner(geolocation="-12.0621065,-77.0365256"),
        partner(organisationID="999981634", order="2", geolocation="91,0"),
    ]
    found = whole({"o.csv": text(ORGANISATION, *rows)})
    (place,) = found["organisation_place"].values()
    assert (place["latitude"], place["longitude"]) == ("-12.062106", "-77.036526")


def test_double_escaped_signs_are_read_and_formulas_lose_their_sign(read):
    rows = [partner(name="A &amp;amp; B"), partner(organisationID="999981634", order="2", name="=cmd|' /C calc'!A0")]
    extract = read({"o.csv": text(ORGANISATION, *rows)})
    assert [o["name"] for o in records(extract, "organisation")] == ["A & B", "cmd|' /C calc'!A0"]
    assert any("spreadsheet would run" in d.reason and d.found.startswith("=cmd") for d in extract.decisions)


def test_rows_one_field_short_are_refused_whole(read):
    lines = text(ORGANISATION, partner(), partner(organisationID="999981634", order="2")).splitlines()
    extract = read({"o.csv": "\n".join([*lines[:2], lines[2].rpartition(",")[0]]) + "\n"})
    assert counted(extract) == {"o.csv": (2, 1, 1)}
    assert extract.refusals[0].rule == "the row must have 18 cells, one for each column; it has 17"
    assert extract.refusals[0].row == "o.csv row 3"


def test_lines_of_another_encoding_are_read_as_windows_1252(read):
    utf8 = text(
        ORGANISATION, partner(name="Universität"), partner(organisationID="999981634", order="2", name="ZZ")
    ).encode()
    extract = read({"o.csv": utf8.replace(b"ZZ", "Faculté – Œuvre".encode("cp1252"))})
    assert [o["name"] for o in records(extract, "organisation")] == ["Universität", "Faculté – Œuvre"]
    (said,) = [d for d in extract.decisions if d.column == "encoding"]
    assert (said.found, said.kept) == ("1 lines that are not UTF-8, the first line 3", "read as Windows-1252")


def test_a_quotation_mark_left_open_loses_its_row_alone(read):
    lines = text(PROJECT.columns, project(), project(id="814245"), project(id="814246")).splitlines()
    lines[2] = lines[2].replace("BONE", '"BONE" x')
    extract = read({"p.csv": "\n".join(lines) + "\n"})
    assert [p["project_id"] for p in records(extract, "project")] == ["814244", "814246"]
    assert counted(extract) == {"p.csv": (3, 2, 1)}


def test_a_table_without_headings_is_known_by_its_first_row(read):
    body = text(PROJECT.columns, project(title="two\nlines"), project(id="814245", acronym="TWO")).partition("\n")[2]
    extract = read({"p.csv": body})
    assert [(p["project_id"], p["title"]) for p in records(extract, "project")] == [
        ("814244", "two lines"),
        ("814245", "Bone"),
    ]
    assert counted(extract) == {"p.csv": (2, 2, 0)}
    assert any(d.column == "header" and d.found == "none" for d in extract.decisions)


def test_an_unknown_column_raises_a_signal_with_the_nearest_name(read):
    extract = read({"p.csv": text((*PROJECT.columns, "acronim"), project())})
    (refusal,) = extract.refusals
    assert (refusal.row, refusal.value) == ("p.csv row 1", "acronim")
    assert "did you mean 'acronym'?" in refusal.rule
    assert counted(extract) == {"p.csv": (1, 1, 0)}


def test_a_table_that_is_not_known_is_refused_with_all_its_rows(read):
    extract = read({"x.csv": "name,age\na,1\nb,2\n"})
    assert counted(extract) == {"x.csv": (2, 0, 2)}
    assert "no known table has these columns" in extract.refusals[0].rule


def test_unknown_codes_and_dates_that_do_not_exist_are_refused(read):
    rows = [
        project(startDate="2019-02-30", fundingScheme="XYZ-1", status="DREAMT"),
        project(id="814245", frameworkProgramme="FP99"),
        project(id="814246", startDate="2020-01-01", endDate="2019-01-01"),
        project(id="814246"),
        project(id="12"),
    ]
    extract = read({"p.csv": text(PROJECT.columns, *rows)})
    assert [(p["project_id"], p["start_on"], p["end_on"]) for p in records(extract, "project")] == [
        ("814244", "", "2022-12-31"), ("814246", "2020-01-01", ""),
    ]  # fmt: skip
    assert {(r.column, r.value) for r in extract.refusals} == {
        ("startDate", "2019-02-30"), ("fundingScheme", "XYZ-1"), ("status", "DREAMT"), ("frameworkProgramme", "FP99"),
        ("endDate", "2019-01-01"), ("id", "814246"), ("id", "12"),
    }  # fmt: skip
    assert counted(extract) == {"p.csv": (5, 2, 3)}


OLD_PROJECT = (
    "rcn", "reference", "acronym", "status", "programme", "topics", "frameworkProgramme", "title", "startDate", "endDate", "projectUrl",
    "objective", "totalCost", "ecMaxContribution", "call", "fundingScheme", "coordinator", "coordinatorCountry", "participants",
    "participantCountries", "subjects",
)  # fmt: skip
OLD_ORGANISATION = (
    "projectRcn", "projectReference", "projectAcronym", "role", "id", "name", "shortName", "activityType", "endOfParticipation",
    "ecContribution", "country", "street", "city", "postCode", "organizationUrl", "contactType", "contactTitle", "contactFirstNames",
    "contactLastNames", "contactFunction", "contactTelephoneNumber", "contactFaxNumber", "contactEmail",
)  # fmt: skip


def test_the_older_layouts_give_the_same_records(read):
    old = {
        "rcn": "94000", "reference": "225522", "acronym": "OLD", "status": "CLO", "programme": "FP7-SSH", "topics": "SSH-2007-5.1-01",
        "frameworkProgramme": "FP7", "title": "Old", "startDate": "01/02/2008", "endDate": "2011-01-31", "totalCost": "1872000,5",
        "ecMaxContribution": "1400000", "call": "FP7-SSH-2007-1", "fundingScheme": "CP-FP", "projectUrl": "http://old.eu",
    }  # fmt: skip
    member = {
        "projectRcn": "94000", "projectReference": "225522", "projectAcronym": "OLD", "role": "coordinator", "id": "1234567", "name": "Old lab",
        "activityType": "HES", "endOfParticipation": "false", "ecContribution": "700000,25", "country": "UK", "contactLastNames": "SOMEBODY",
    }  # fmt: skip
    files = {"a.csv": text(OLD_PROJECT, old, delimiter=";"), "b.csv": text(OLD_ORGANISATION, member, delimiter=";")}
    extract = read(files, as_of="2015-06-01")
    (found,) = records(extract, "project")
    assert (found["project_id"], found["start_on"], found["website"], found["action_type"]) == (
        "225522",
        "2008-02-01",
        "http://old.eu",
        "other",
    )
    assert [t["topic_id"] for t in records(extract, "topic")] == ["SSH-2007-5.1-01"]
    assert [(a["amount"], a["valid_on"]) for a in records(extract, "allocation")] == [("700000.25", "2015-06-01")]
    assert [o["organisation_id"] for o in records(extract, "organisation")] == ["cordis-1234567"]
    assert not any(
        "SOMEBODY" in cell for piece in extract.tables.values() for p in piece for row in p.rows for cell in row
    )


def test_a_project_that_no_table_describes_is_kept_with_what_is_said_of_it(read):
    topics = "projectID,topic,title\n814244,HORIZON-EIE-2022-01,Women TechEU\n814244,HORIZON-EIE-2022-02,Other\n814244,HORIZON-EIE-2022-02,Other\n"
    extract = read({"t.csv": topics})
    (found,) = records(extract, "project")
    assert (found["acronym"], found["programme_id"], found["topic_id"]) == ("814244", "HORIZON", "HORIZON-EIE-2022-01")
    assert counted(extract) == {"t.csv": (3, 2, 1)}


H2020 = (
    "rcn",
    "role",
    "pic",
    "type",
    "contribution",
    "country",
    "start_date",
    "end_date",
    "max_contribution",
    "total_cost",
    "group",
)


def test_participations_by_rcn_keep_what_is_missing_missing(whole, read):
    base = {
        "rcn": "216980", "role": "coordinator", "pic": "999997930", "type": "HES", "contribution": "10.5", "country": "EL", "start_date": "2016-01-01",
        "end_date": "NA", "max_contribution": "20", "total_cost": "NA",
    }  # fmt: skip
    other = {**base, "role": "partner", "pic": "999981634", "contribution": "NA", "country": "NA", "type": "PRC"}
    files = {"h.csv.gz": gzip.compress(text(H2020, base, other).encode())}
    extract = read(files, as_of="2021-10")
    (found,) = records(extract, "project")
    assert (found["project_id"], found["acronym"], found["programme_id"], found["end_on"]) == (
        "rcn-216980",
        "rcn 216980",
        "H2020",
        "",
    )
    assert [(o["name"], o["country"]) for o in records(extract, "organisation")] == [
        ("PIC 999997930", "GR"),
        ("PIC 999981634", ""),
    ]
    assert [(p["role"], p["partner_group"]) for p in records(extract, "participation")] == [
        ("coordinator", "academic"),
        ("associated_partner", "unknown"),
    ]
    assert [a["amount"] for a in records(extract, "allocation")] == ["10.50"]
    assert records(extract, "stated_total") == []
    (said,) = [d for d in extract.decisions if d.table == "allocation"]
    assert said.found == "1 of 2 missing: HES 0 of 1, PRC 1 of 1"
    assert any("Namibia" in d.reason for d in extract.decisions)
    inferred = "id,acronym,topic,rcn,candidates\n800176,EBOVAC3,IMI2-2015-08-01,216980,2\n"
    tables = whole({**files, "i.csv": inferred}, as_of="2021-10")
    assert tables["project"]["rcn-216980"]["acronym"] == "rcn 216980"
    (number,) = [i for i in tables["project_identifier"].values() if i["scheme"] == "grant_number"]
    assert (number["value"], number["grade"]) == ("800176", "claimed")
    assert "inferred" in number["note"]
    assert "2 projects came into question" in number["note"]
    assert [(a["area_id"], a["grade"]) for a in tables["project_area"].values()] == [("imi2-inferred", "claimed")]


def test_a_table_of_projects_says_which_grant_an_rcn_is(read):
    row = dict.fromkeys(H2020, "NA") | {
        "rcn": "219000",
        "role": "participant",
        "pic": "999997930",
        "type": "HES",
        "country": "FR",
        "contribution": "1",
    }
    extract = read({"h.csv": text(H2020, row), "p.csv": text(PROJECT.columns, project())})
    assert [p["project_id"] for p in records(extract, "project")] == ["814244"]
    assert [p["participation_id"] for p in records(extract, "participation")] == ["814244:pic-999997930"]


def test_a_work_of_two_projects_is_one_work_and_names_of_authors_stay_out(read):
    header = (
        "id",
        "title",
        "isPublishedAs",
        "authors",
        "journalTitle",
        "publishedYear",
        "issn",
        "doi",
        "projectID",
        "projectAcronym",
    )
    base = {
        "id": "1_PUBLIHORIZON", "title": "On &lt;bones&gt;", "isPublishedAs": "Peer reviewed articles", "authors": "A. Body", "journalTitle": "Bone",
        "publishedYear": "2024", "issn": "0000-0000", "doi": "https://doi.org/10.1000/AB.1", "projectID": "101113151",
    }  # fmt: skip
    rows = [
        base,
        {**base, "id": "2_PUBLIHORIZON", "projectID": "101113088"},
        {**base, "id": "3"},
        {**base, "id": "4", "isPublishedAs": "Song"},
    ]
    extract = read({"w.csv": text(header, *rows)})
    (work,) = records(extract, "work")
    assert (work["work_id"], work["doi"], work["title"], work["issn"], work["work_type"]) == (
        "doi:10.1000/ab.1", "10.1000/ab.1", "On <bones>", "", "article",
    )  # fmt: skip
    assert [t["project_id"] for t in records(extract, "project_work")] == ["101113151", "101113088"]
    assert {p["programme_id"] for p in records(extract, "project")} == {"HORIZON"}
    assert counted(extract) == {"w.csv": (4, 2, 2)}
    assert not any(
        "A. Body" in cell for piece in extract.tables.values() for p in piece for row in p.rows for cell in row
    )


IRPS = (
    "projectID", "type", "title", "organisationID", "applicantName", "applicationDate", "applicationPrefix", "applicationIdentifier",
    "applicationKind", "priorityDate", "patentType", "awardDate", "awardPrefix", "awardIdentifier", "awardKind", "patentFamilyIdentifier",
)  # fmt: skip


def test_patents_owned_before_are_no_results_and_days_out_of_range_are_refused(whole, read):
    base = {
        "projectID": "814244", "type": "PATENT", "title": " A\tbone", "organisationID": "999997930", "applicantName": "CNRS",
        "applicationDate": "2020-02-03", "applicationPrefix": "EP", "applicationIdentifier": "2020001", "applicationKind": "A",
        "patentType": "FOREGROUND", "awardDate": "2021-05-06", "awardPrefix": "EP", "awardIdentifier": "EP300", "awardKind": "B1",
        "patentFamilyIdentifier": "77",
    }  # fmt: skip
    rows = [
        base,
        {**base, "organisationID": "999981634", "applicantName": "WU"},
        base,
        # The project began on 2019-01-01; a patent lives twenty years: 1998 is too early, 1999-01-01 is not.
        {
            **base,
            "patentType": "BACKGROUND",
            "awardIdentifier": "400",
            "applicationDate": "1998-12-31",
            "priorityDate": "1999-01-01",
        },
        {**base, "patentType": "", "awardIdentifier": "500", "organisationID": ""},
    ]
    files = {"i.csv": text(IRPS, *rows), "p.csv": text(PROJECT.columns, project())}
    extract = read(files)
    (event,) = records(extract, "exploitation_event")
    assert (event["kind"], event["name"], event["family"], event["happened_on"]) == (
        "patent_granted",
        "A bone",
        "77",
        "2021-05-06",
    )
    assert counted(extract)["i.csv"] == (5, 4, 1)
    assert [(r.row, r.column, r.value) for r in extract.refusals if r.column == "applicationDate"] == [
        ("i.csv row 5", "applicationDate", "1998-12-31")
    ]
    found = whole(files)
    assert {k: p["ground"] for k, p in found["patent"].items()} == {
        "814244:EP300B1": "foreground", "814244:EP400B1": "background", "814244:EP500B1": "unknown",
    }  # fmt: skip
    assert [o["name"] for o in found["patent_owner"].values()] == ["CNRS", "WU", "CNRS", "CNRS"]


def test_what_is_attached_to_a_summary_stands_in_one_cell(whole):
    summaries = "id,title,projectID,projectAcronym,attachment,contentUpdateDate,rcn\n9_PSH2020,Report 1,814244,BONE,/docs/a.png;/docs/b.png,2020-01-02,1\n"
    found = whole({"s.csv": summaries})["project_document"]
    assert [(d["kind"], d["title"]) for d in found.values()] == [
        ("report_summary", "Report 1"),
        ("attachment", "a.png"),
        ("attachment", "b.png"),
    ]


def test_lists_of_codes_are_kept_and_held_against_ours(whole, read):
    countries = "euCode,isoCode,name,language\nEL,GR,Greece,en\nEL,GR,Grèce,fr\nXK,NULL,Kosovo,en\nFR,XX,France,en\nFR,FR,France!,en\n"
    extract = read({"c.csv": countries})
    assert counted(extract) == {"c.csv": (5, 4, 1)}
    assert ("isoCode", "XX") in {(r.column, r.value) for r in extract.refusals}
    assert [c["label"] for c in whole({"c.csv": countries})["code_entry"].values()] == [
        "Greece",
        "Grèce",
        "Kosovo",
        "France",
    ]


def test_tables_come_from_a_zip_of_csv_and_of_workbooks(read, tmp_path):
    book = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(book) as workbook:
        sheet = workbook.add_worksheet("DATA")
        for column, name in enumerate(PROJECT.columns):
            sheet.write(0, column, name)
            sheet.write(1, column, int(project()["id"]) if name == "id" else project().get(name, ""))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("csv/organization.csv", text(ORGANISATION, partner(), delimiter=";"))
        file.writestr("xlsx/project.xlsx", book.read_bytes())
        file.writestr("information.txt", "notes")
    extract = read({"cordis.zip": packed.getvalue()})
    assert [p["acronym"] for p in records(extract, "project")] == ["BONE"]
    assert counted(extract) == {"cordis.zip/csv/organization.csv": (1, 1, 0), "cordis.zip/xlsx/project.xlsx": (1, 1, 0)}


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"as_off": "2021"}, "Did you mean 'as_of'?"),
        ({"as_of": "last year"}, "expected the day of the extract"),
        ({"programme": "H2021"}, "Known: FP1"),
        ({"state": "sure"}, "Unknown state of amounts"),
        ({"project_ids": "x"}, "expected grant number = key"),
    ],
)
def test_options_that_are_wrong_are_told(read, options, says):
    with pytest.raises(UsageError, match=says.replace("?", r"\?")):
        read({"p.csv": text(PROJECT.columns, project())}, **options)


def test_options_give_keys_programme_and_state(read):
    extract = read(
        {"o.csv": text(ORGANISATION, partner())},
        project_ids={"814244": "bone"},
        programme="H2020",
        state="as_published",
    )
    assert [(p["project_id"], p["programme_id"], p["grant_number"]) for p in records(extract, "project")] == [
        ("bone", "H2020", "814244")
    ]
    assert [a["state"] for a in records(extract, "allocation")] == ["as_published"]


def test_files_without_any_table_are_told(read):
    with pytest.raises(InputError, match=r"No table of CORDIS found among notes\.txt"):
        read({"notes.txt": "hello"})

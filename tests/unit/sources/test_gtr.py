"""The source Gateway to Research on made tables in the register's own columns."""

import csv
import doctest
import io

import pytest

from benchside.errors import InputError, UsageError
from benchside.sources.gtr import cells as gtr_cells
from benchside.sources.gtr.gtr import SOURCE

PROJECTS = (
    "project_id,grant_reference,title,status,grant_category,funder,value_pounds,fund_type,start,end,lead_org_id,lead_org_name,"
    "lead_org_region,health_categories,research_activities,research_subjects,abstract"
)
COLLABORATIONS = (
    "project_id,grant_reference,id,outcomeId,collaboratingOrganisation,country,description,impact,partnerContribution,"
    "piContribution,sector,start,department"
)
ORGANISATIONS = "project_id,grant_reference,org_id,org_name,role,region,country,postcode"
FUNDING = (
    "project_id,grant_reference,id,outcomeId,amountPounds,country,currCode,currCountryCode,currLang,description,end,fundingOrg,"
    "sector,start,fundingRef,department"
)
POLICY = "project_id,grant_reference,id,outcomeId,areas,description,geographicReach,impact,type,url,guidelineTitle"
PRODUCTS = (
    "project_id,grant_reference,id,outcomeId,description,impact,stage,status,title,type,url,yearDevCompleted,clinicalTrial,"
    "ukcrnIsctnId"
)
RIGHTS = "project_id,grant_reference,id,outcomeId,description,grantRef,impact,licensed,patentId,protection,title,yearProtectionGranted"
SPIN_OUTS = "project_id,grant_reference,id,outcomeId,companyName,description,impact,url,yearCompanyFormed"
SOFTWARE = "project_id,grant_reference,id,outcomeId,description,impact,title,type,url,yearFirstProvided"
ARTISTIC = "project_id,grant_reference,id,outcomeId,description,impact,title,type,yearFirstProvided,url"
DATABASES = (
    "project_id,grant_reference,id,outcomeId,description,impact,providedToOthers,title,type,url,yearFirstProvided"
)
MATERIALS = f"{DATABASES},softwareDeveloped"
ENGAGEMENT = (
    "project_id,grant_reference,id,outcomeId,description,form,geographicReach,impact,partOfOfficialScheme,presentationType,"
    "primaryAudience,year,url"
)
PUBLICATIONS = "project_id,grant_reference,outcome_id,pub_id,title,journal,date,issn,isbn,doi,pubmed_id"
EXPORT = (
    "Funding OrgName,Project Reference,ProjectCategory,Outcome Type,LeadRO Name,Department,PI Surname,PI First Name,PI Orcid iD,"
    "Company Name,Description,Year Established,Impact,Url,GTR Outcome URL,GTRProjectUrl,ProjectId,FundingOrgId,LeadROId,PIId"
)


def table(header, *rows):
    """A table with the named cells of each row; all others are empty."""
    columns = header.split(",")
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def read(tmp_path, options=None, **tables):
    files = {}
    for name, content in tables.items():
        path = tmp_path / f"{name}.csv"
        path.write_text(content, encoding="utf-8")
        files[path.name] = path
    return SOURCE.read(files, {"as_of": "2018-04-06"} if options is None else options)


def records(extract, name):
    if name not in extract.tables:
        return []
    (piece,) = extract.tables[name]
    return [dict(zip(piece.columns, row, strict=True)) for row in piece.rows]


def of_file(extract, name):
    (said,) = [d.kept for d in extract.decisions if d.table == "(file)" and d.record == name and d.column == "rows"]
    return said


PROJECT = {
    "project_id": "P1", "grant_reference": "MR/K1/1", "title": "Sleep &amp;amp; pain", "status": "Closed", "grant_category": "Research Grant",
    "funder": "MRC", "value_pounds": "250000", "fund_type": "INCOME_ACTUAL", "start": "2010-10-01", "end": "2013-09-30", "lead_org_id": "O1",
    "lead_org_name": "University of X", "health_categories": "Infection:60|Cancer:40", "research_activities": "2.1  Biological factors:100",
}  # fmt: skip


def test_the_examples_of_the_docstrings_hold():
    assert doctest.testmod(gtr_cells).failed == 0


def test_a_grant_gives_project_money_areas_and_the_organisation_that_leads_it(tmp_path):
    extract = read(tmp_path, projects=table(PROJECTS, PROJECT))
    (project,) = records(extract, "project")
    assert (project["project_id"], project["acronym"], project["title"]) == ("P1", "MR/K1/1", "Sleep & pain")
    assert (project["start_on"], project["end_on"], project["programme_id"]) == ("2010-10-01", "2013-09-30", "MRC")
    (money,) = records(extract, "contribution")
    assert (money["payer"], money["amount"], money["currency"], money["valid_on"]) == (
        "national",
        "250000",
        "GBP",
        "2018-04-06",
    )
    assert {a["area_id"]: float(a["weight"]) for a in records(extract, "project_area")} == {
        "infection": 0.6,
        "cancer": 0.4,
    }
    assert ("HRCS research activity", "2.1") in {(c["scheme"], c["code"]) for c in records(extract, "project_class")}
    (member,) = records(extract, "participation")
    assert (member["organisation_id"], member["role"], member["partner_group"]) == ("gtr-O1", "coordinator", "unknown")


def test_a_grant_of_nought_is_nought_and_a_missing_value_is_missing(tmp_path):
    nought = PROJECT | {"project_id": "P2", "grant_reference": "G2", "value_pounds": "0"}
    missing = PROJECT | {"project_id": "P3", "grant_reference": "G3", "value_pounds": ""}
    extract = read(tmp_path, projects=table(PROJECTS, nought, missing))
    assert [(c["project_id"], c["amount"]) for c in records(extract, "contribution")] == [("P2", "0")]
    reasons = [d.reason for d in extract.decisions]
    assert "a grant of nought pounds is kept as the register gives it" in reasons
    assert "a missing amount is not nought: there is no record" in reasons


def test_percentages_that_make_no_whole_give_classes_and_no_area(tmp_path):
    partial = PROJECT | {"health_categories": "Infection:60|Cancer:20"}
    extract = read(tmp_path, projects=table(PROJECTS, partial))
    assert records(extract, "project_area") == []
    assert sum(c["scheme"] == "HRCS health category" for c in records(extract, "project_class")) == 2
    assert any("do not sum to 100" in d.reason and d.kept == "80 %" for d in extract.decisions)


def test_an_outcome_of_two_grants_is_one_record_with_two_projects(tmp_path):
    company = {"outcomeId": "5a.1", "companyName": "Newco", "yearCompanyFormed": "2012"}
    rows = [company | {"project_id": p, "grant_reference": g} for p, g in (("P1", "MR/K1/1"), ("P2", "G2"))]
    extract = read(tmp_path, spin_outs=table(SPIN_OUTS, *rows))
    assert [o["outcome_id"] for o in records(extract, "outcome")] == ["spin_out:5a.1"]
    assert [t["project_id"] for t in records(extract, "project_outcome")] == ["P1", "P2"]
    (event,) = records(extract, "exploitation_event")
    assert (event["kind"], event["name"], event["project_id"], event["grade"]) == ("spin_off", "Newco", "P1", "claimed")
    assert of_file(extract, "spin_outs.csv") == "2 accepted, 0 refused"


def test_the_same_outcome_twice_by_one_project_is_refused_and_a_difference_is_said(tmp_path):
    first = {"project_id": "P1", "outcomeId": "5a.1", "companyName": "Newco", "yearCompanyFormed": "2012"}
    other = first | {"project_id": "P2", "yearCompanyFormed": "2013"}
    extract = read(tmp_path, spin_outs=table(SPIN_OUTS, first, first, other))
    assert of_file(extract, "spin_outs.csv") == "2 accepted, 1 refused"
    (refused,) = extract.refusals
    assert refused.row == "spin_outs.csv row 3"
    assert "row 2" in refused.do
    differs = [d for d in extract.decisions if "differ" in d.reason]
    assert [(d.column, d.found, d.kept) for d in differs] == [("happened_on", "2013", "2012")]


def test_further_funding_keeps_currency_and_missing_amounts_and_says_what_the_largest_weighs(tmp_path):
    row = {"project_id": "P1", "fundingOrg": "Wellcome Trust", "currCode": "GBP", "sector": "Charity/Non Profit", "start": "2013-10-01"}  # fmt: skip
    extract = read(tmp_path, funding=table(
        FUNDING, row | {"outcomeId": "a", "amountPounds": "100"}, row | {"outcomeId": "b", "amountPounds": ""},
        row | {"outcomeId": "c", "amountPounds": "300", "currCode": "COP", "fundingOrg": "A ministry"},
    ))  # fmt: skip
    amounts = {f["outcome_id"]: (f["amount"], f["currency"]) for f in records(extract, "further_funding")}
    assert amounts == {
        "further_funding:a": ("100", "GBP"),
        "further_funding:b": ("", "GBP"),
        "further_funding:c": ("300", "COP"),
    }
    largest = next(d for d in extract.decisions if d.found.startswith("the largest amount"))
    assert largest.record == "further_funding:c"
    assert largest.reason.startswith("75.0 % of the sum 400 of all 2 amounts")  # 300 of 400
    foreign = next(d for d in extract.decisions if d.kept == "kept, in no sum of pounds")
    assert foreign.found == "300 printed as pounds"


def test_a_collaboration_has_a_sector_a_country_and_the_organisation_of_the_same_name(tmp_path):
    org = {
        "project_id": "P1",
        "org_id": "O9",
        "org_name": "Firm &amp; Sons",
        "role": "COLLABORATOR",
        "country": "Germany",
    }
    row = {
        "project_id": "P1", "outcomeId": "a", "collaboratingOrganisation": "firm &amp;amp; sons", "country": "Germany, Federal Republic of",
        "sector": "Private", "start": "2013-01-01",
    }  # fmt: skip
    extract = read(tmp_path, organisations=table(ORGANISATIONS, org), collaborations=table(COLLABORATIONS, row))
    (outcome,) = records(extract, "outcome")
    assert (outcome["sector"], outcome["country"], outcome["happened_on"]) == ("private", "DE", "2013")
    assert (outcome["party"], outcome["organisation_id"]) == ("firm & sons", "gtr-O9")
    assert records(extract, "participation") == []  # a reported collaborator takes no part in the grant
    assert [(o["name"], o["country"]) for o in records(extract, "organisation")] == [("Firm & Sons", "DE")]


@pytest.mark.parametrize(
    ("sort", "kind"),
    [
        ("Citation in clinical guidelines", "guideline"),
        ("Citation in systematic reviews", "review"),
        ("Citation in other policy documents", "other"),
        ("Implementation circular/rapid advice/letter to e.g. Ministry of Health", "recommendation"),
        ("Participation in a advisory committee", None),
        ("Influenced training of practitioners or researchers", None),
    ],
)
def test_only_mentions_in_documents_are_mentions(tmp_path, sort, kind):
    extract = read(tmp_path, policy=table(POLICY, {"project_id": "P1", "outcomeId": "a", "type": sort}))
    assert [c["kind"] for c in records(extract, "policy_citation")] == ([kind] if kind else [])
    (outcome,) = records(extract, "outcome")
    assert outcome["type"] == sort.replace("in a advisory", "in advisory")


def test_a_product_is_an_asset_with_a_stage_and_may_be_a_trial(tmp_path):
    row = {
        "project_id": "P1", "outcomeId": "a", "title": "A drug", "type": "Therapeutic Intervention - Drug", "stage": "Refinement.  Clinical",
        "status": "On hold", "yearDevCompleted": "2012", "clinicalTrial": "true", "ukcrnIsctnId": "ISRCTN 55651027",
    }  # fmt: skip
    extract = read(tmp_path, products=table(PRODUCTS, row))
    (asset,) = records(extract, "asset")
    assert (asset["asset_id"], asset["kind"], asset["created_on"]) == ("product:a", "medicine", "2012")
    (event,) = records(extract, "stage_event")
    assert (event["stage"], event["reached_on"]) == ("under_validation", "2012")
    (trial,) = records(extract, "trial")
    assert trial["registry_number"] == "ISRCTN55651027"
    assert records(extract, "outcome")[0]["stage"] == "refinement_clinical"


def test_rights_become_events_and_patents_of_one_family(tmp_path):
    row = {
        "outcomeId": "a",
        "title": "A thing",
        "patentId": "WO 2011/027175",
        "yearProtectionGranted": "2011",
        "licensed": "Yes",
    }
    applied = row | {"protection": "Patent application published"}
    extract = read(tmp_path, rights=table(
        RIGHTS, applied | {"project_id": "P1"}, applied | {"project_id": "P2"},
        {"project_id": "P1", "outcomeId": "b", "title": "B", "protection": "Trade Mark", "licensed": "Commercial In Confidence"},
        {"project_id": "P1", "outcomeId": "c", "title": "C", "protection": "Protection not required", "licensed": "No"},
    ))  # fmt: skip
    events = [(e["kind"], e["project_id"], e["family"]) for e in records(extract, "exploitation_event")]
    assert events == [
        ("patent_application", "P1", "WO2011027175"),
        ("licence", "P1", ""),
        ("patent_application", "P2", "WO2011027175"),
        ("trademark", "P1", ""),
    ]
    licence = records(extract, "exploitation_event")[1]
    # by the key before the sign the projects that report it are found
    assert licence["exploitation_event_id"] == "intellectual_property:a#licence"
    assert [p["patent_id"] for p in records(extract, "patent")] == ["P1:WO2011027175", "P2:WO2011027175"]
    assert len(records(extract, "outcome")) == 3


def test_software_and_artistic_products_are_told_apart_by_their_type(tmp_path):
    row = {"project_id": "P1", "title": "T", "yearFirstProvided": "2014"}
    extract = read(
        tmp_path,
        software=table(SOFTWARE, row | {"outcomeId": "a", "type": "software"}, row | {"outcomeId": "x", "type": "?"}),
        artistic=table(ARTISTIC, row | {"outcomeId": "b", "type": "Creative Writing"}),
    )
    assert {o["outcome_id"]: o["kind"] for o in records(extract, "outcome")} == {
        "software:a": "software",
        "artistic:b": "artistic",
    }
    assert [(a["asset_id"], a["kind"]) for a in records(extract, "asset")] == [("software:a", "software")]
    assert of_file(extract, "software.csv") == "1 accepted, 1 refused"


def test_databases_and_materials_are_assets_and_what_others_got_is_a_use(tmp_path):
    row = {"project_id": "P1", "title": "T", "yearFirstProvided": "2014"}
    extract = read(
        tmp_path,
        databases=table(DATABASES, row | {"outcomeId": "a", "type": "Computer model/algorithm", "providedToOthers": "true"}),
        materials=table(MATERIALS, row | {"outcomeId": "b", "type": "Cell line", "providedToOthers": "false"}, row | {"outcomeId": "c", "type": "Odd"}),
    )  # fmt: skip
    assert {a["asset_id"]: a["kind"] for a in records(extract, "asset")} == {
        "database:a": "in_silico_model",
        "research_material:b": "in_vitro_model",
        "research_material:c": "other",
    }
    assert [u["asset_id"] for u in records(extract, "asset_use")] == ["database:a"]
    (refused,) = extract.refusals  # the cell; its row is taken
    assert (refused.column, refused.value) == ("type", "Odd")
    assert of_file(extract, "materials.csv") == "2 accepted, 0 refused"


def test_engagement_is_counted_by_its_form_and_its_text_is_not_taken(tmp_path):
    row = {
        "project_id": "P1",
        "outcomeId": "a",
        "form": "A talk or presentation",
        "description": "Talk by A. Person",
        "year": "2008,2009",
    }
    extract = read(tmp_path, engagement=table(ENGAGEMENT, row))
    (outcome,) = records(extract, "outcome")
    assert (outcome["title"], outcome["happened_on"]) == ("A talk or presentation", "2008")
    assert "Person" not in str(extract.tables)


def test_publications_of_two_projects_are_one_work_with_its_year(tmp_path):
    row = {"outcome_id": "pm_1", "title": "Of mice", "journal": "PloS one", "date": "2016-01-01", "issn": "19326203"}
    extract = read(
        tmp_path, papers=table(PUBLICATIONS, row | {"project_id": "P1"}, row | {"project_id": "P2"}, row | {"project_id": "P2"})
    )  # fmt: skip
    (work,) = records(extract, "work")
    assert (work["work_id"], work["published_on"], work["issn"], work["work_type"]) == (
        "gtr:pm_1",
        "2016",
        "1932-6203",
        "article",
    )
    assert [w["project_id"] for w in records(extract, "project_work")] == ["P1", "P2"]
    assert of_file(extract, "papers.csv") == "2 accepted, 1 refused"


def test_an_export_of_the_search_gives_projects_without_names_of_persons(tmp_path):
    row = {
        "Funding OrgName": "MRC", "Project Reference": "MC_1", "LeadRO Name": "University of X", "PI Surname": "Surname", "Company Name": "Newco",
        "Year Established": "2014", "ProjectId": "P1", "LeadROId": "O1", "PIId": "PERSON-1",
        "GTR Outcome URL": "http://gtr.rcuk.ac.uk:80/resources/outcome.html#?type=spinout&outcomeId=56ca.07&grantRef=MC_1",
    }  # fmt: skip
    extract = read(tmp_path, export=table(EXPORT, row))
    assert [o["outcome_id"] for o in records(extract, "outcome")] == ["spin_out:56ca.07"]
    (project,) = records(extract, "project")
    assert (project["project_id"], project["acronym"], project["programme_id"]) == ("P1", "MC_1", "MRC")
    assert "no table of projects describes it" in project["note"]
    assert [p["role"] for p in records(extract, "participation")] == ["coordinator"]
    assert "Surname" not in str(extract.tables)
    assert "PERSON" not in str(extract.tables)


def test_a_row_without_its_project_and_an_unknown_table_are_refused(tmp_path):
    extract = read(
        tmp_path, spin_outs=table(SPIN_OUTS, {"outcomeId": "a", "companyName": "N"}), odd="colour,shape\nred,round\n"
    )
    assert of_file(extract, "spin_outs.csv") == "0 accepted, 1 refused"
    assert of_file(extract, "odd.csv") == "0 accepted, 1 refused"
    assert any("no known table has these columns" in r.rule for r in extract.refusals)


def test_options_and_folders_without_tables_are_told(tmp_path):
    with pytest.raises(UsageError, match="option of the source gtr"):
        read(tmp_path, {"asof": "2018"}, projects=table(PROJECTS, PROJECT))
    with pytest.raises(UsageError, match="expected the day of the extract"):
        read(tmp_path, {"as_of": "April"}, projects=table(PROJECTS, PROJECT))
    with pytest.raises(InputError, match="No table of Gateway to Research found among none"):
        SOURCE.read({}, {})

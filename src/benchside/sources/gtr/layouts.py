"""The tables of Gateway to Research by their columns: those of its search, the flattened ones, and those made of its interface.

The flattened tables and the pages of the interface bear one set of names; the exports of the search get the same by renaming.
"""

from benchside.sources.tables.layouts import Layout
from benchside.sources.tables.rows import Known

_TEXT = "text under its authors' rights, which may name persons"
_PERSON = "names or leads to a person"
_OURS = "no meaning outside the register"
_SAME = "stands in another column"
_PLACE = "the country and the postcode say enough"
_ADDRESS = "an address that is made of the ids beside it"
_TERMS = "not needed to count the outcome"

_OF_OUTCOME = ("project_id", "outcomeId")
_TEXTS = {"description": _TEXT, "impact": _TEXT, "id": _OURS, "url": _TERMS}
_PRODUCT = ("title", "type", "yearFirstProvided")


def _outcome(name: str, reads: str, own: tuple[str, ...], taken: tuple[str, ...] = (), **ignored: str) -> Layout:
    return Layout(name, reads, (*_OF_OUTCOME, *own), ("grant_reference", *taken), _TEXTS | ignored)


TABLES = (
    Layout(
        "projects", "project",
        ("project_id", "grant_reference", "title", "status", "grant_category", "funder", "start", "end"),
        ("value_pounds", "fund_type", "lead_org_id", "lead_org_name", "health_categories", "research_activities", "research_subjects"),
        {"abstract": _TEXT, "lead_org_region": _PLACE, "file": _OURS},
    ),
    Layout("funds", "fund", ("project_id", "fund_id", "value_pounds", "fund_type")),
    Layout(
        "organisations of projects", "member",
        ("project_id", "org_id", "org_name", "role"), ("grant_reference", "country", "postcode"), {"region": _PLACE},
    ),
    Layout("organisations", "organisation", ("org_id", "org_name", "country", "postcode")),
    _outcome(
        "collaborations", "collaboration", ("collaboratingOrganisation", "sector", "start"), ("country",),
        partnerContribution=_TEXT, piContribution=_TEXT, department="the organisation says enough",
    ),
    _outcome(
        "further funding", "further_funding", ("amountPounds", "fundingOrg", "currCode", "sector", "start", "end"), ("country",),
        currCountryCode="made of the currency by the register: Austria for the euro, Ecuador for the US dollar",
        currLang="made of the currency by the register", department=_TERMS, fundingRef="free text, empty in three of four rows",
    ),
    _outcome("policy influence", "policy_influence", ("type", "guidelineTitle", "geographicReach"), areas="empty in every extract that was seen"),
    _outcome(
        "products and interventions", "product", ("title", "type", "stage", "yearDevCompleted"), ("status", "clinicalTrial", "ukcrnIsctnId"),
    ),
    _outcome(
        "intellectual property", "intellectual_property", ("title", "protection", "licensed", "yearProtectionGranted"), ("patentId",),
        grantRef=_SAME,
    ),
    _outcome("spin-outs", "spin_out", ("companyName", "yearCompanyFormed")),
    _outcome("databases and models", "database", (*_PRODUCT, "providedToOthers")),
    _outcome("research tools and materials", "research_material", (*_PRODUCT, "providedToOthers", "softwareDeveloped")),
    _outcome("software, or artistic products", "made_product", _PRODUCT, ("outcome_kind", "softwareOpenSourced")),
    _outcome(
        "engagement", "engagement", ("form", "year", "primaryAudience"), (),
        geographicReach=_TERMS, partOfOfficialScheme=_TERMS, presentationType=_TERMS,
    ),
    _outcome("key findings", "key_finding", ("exploitationPathways", "sectors")),
    _outcome("narratives of impact", "impact_summary", ("impactTypes", "firstYearOfImpact"), (), sector="that of the effect, not of a partner"),
    Layout(
        "publications", "publication",
        ("project_id", "outcome_id", "title", "journal", "date", "issn"), ("grant_reference", "doi", "pubmed_id", "type"),
        {"pub_id": _OURS, "isbn": "the model has no place for it", "other": _OURS},
    ),
)  # fmt: skip
"""The flattened tables of 2018, one for each type of outcome; pages of the interface are read into the same columns."""

_RENAMED = {
    "ProjectId": "project_id", "Project Reference": "grant_reference", "Funding OrgName": "funder", "LeadROId": "lead_org_id",
    "LeadRO Name": "lead_org_name", "GTR Outcome URL": "outcomeId", "Outcome Title": "title",
}  # fmt: skip
_NOT_TAKEN = {
    **dict.fromkeys(("PI Surname", "PI First Name", "PI Orcid iD", "PIId"), _PERSON), "Description": _TEXT, "Impact": _TEXT,
    "Department": "the organisation says enough", "Url": _TERMS, "GTRProjectUrl": _ADDRESS, "FundingOrgId": _OURS,
    "Outcome Type": "the columns say so", "ProjectCategory": "no type of action of the model",
}  # fmt: skip


def _export(name: str, reads: str, **columns: str) -> Layout:
    renamed = {written: ours for ours, written in columns.items()} | _RENAMED
    given = ("ProjectId", "Project Reference", "Funding OrgName", "GTR Outcome URL", *columns.values())
    return Layout(
        f"{name}, export of the search", reads, given, ("LeadROId", "LeadRO Name", "Outcome Title"), _NOT_TAKEN, renamed
    )


EXPORTS = (
    _export("spin-outs", "spin_out", companyName="Company Name", yearCompanyFormed="Year Established"),
    _export(
        "intellectual property", "intellectual_property",
        protection="Protection", patentId="IP Reference", yearProtectionGranted="Year Protection Granted", licensed="Licensed?",
    ),
    _export(
        "products and interventions", "product",
        type="Type", stage="Current Stage of Development", clinicalTrial="Clinical Trial?", ukcrnIsctnId="UKCRN/ISCTN ID",
        yearDevCompleted="Year Development Stage Completed", status="Development Status",
    ),
    _export(
        "software", "software",
        type="Type of Technology", softwareOpenSourced="Software Open Sourced?", yearFirstProvided="Year Produced",
    ),
)  # fmt: skip
"""The exports of the register's search, 2017."""

KNOWN = Known("gtr", (*TABLES, *EXPORTS))

ORDER = ("organisation", "project", "fund", "member")
"""Readers that come first, in this order; the outcomes after them in any."""

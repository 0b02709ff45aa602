"""The tables of CORDIS by their columns: which are needed to know a table, which are taken, which are left out and why.

Older layouts bring their own names for the same columns.
"""

from benchside.sources.cordis.cells import FRAMEWORKS, STATUSES
from benchside.sources.tables.layouts import Layout
from benchside.sources.tables.listed_rights import IRPS
from benchside.sources.tables.rows import Known

_TEXT = "text under its authors' rights, not needed"
_SAME = "stands in another table of the extract"
_CONTACT = "a way to reach persons"
_PORTAL = "an address that is made of the two ids beside it"
_OURS = "no meaning outside the register"
_EMPTY = "empty in every extract that was seen"
_ANALYST = "made by the people who compiled the table, not part of CORDIS"


_OF_ROW = {"collection": _OURS}
_ID = ("projectID",)

CURRENT = (
    Layout(
        "project", "project",
        ("id", "acronym", "status", "title", "startDate", "endDate", "totalCost", "ecMaxContribution", "frameworkProgramme", "fundingScheme", "rcn"),
        ("legalBasis", "topics", "ecSignatureDate", "masterCall", "subCall", "contentUpdateDate", "grantDoi"),
        {"objective": _TEXT, "nature": _EMPTY, "keywords": "free words without a scheme"},
        columns=(
            "id", "acronym", "status", "title", "startDate", "endDate", "totalCost", "ecMaxContribution", "legalBasis", "topics",
            "ecSignatureDate", "frameworkProgramme", "masterCall", "subCall", "fundingScheme", "nature", "objective",
            "contentUpdateDate", "rcn", "grantDoi",
        ),
    ),
    Layout(
        "organization", "organization",
        (*_ID, "organisationID", "name", "role", "activityType", "country", "ecContribution"),
        (
            "projectAcronym", "vatNumber", "shortName", "SME", "city", "postCode", "nutsCode", "geolocation", "contentUpdateDate",
            "order", "netEcContribution", "totalCost", "endOfParticipation",
        ),
        {
            "street": "the city says enough", "organizationURL": "not needed to know the organisation", "contactForm": _PORTAL,
            "rcn": "the register's number of the participant, beside its PIC", "active": "not said of nearly every row",
        },
    ),
    Layout("topics", "topics", (*_ID, "topic", "title"), ("rcn",)),
    Layout("legalBasis", "legal_basis", (*_ID, "legalBasis", "title", "uniqueProgrammePart"), ("rcn",)),
    Layout(
        "euroSciVoc", "euro_sci_voc",
        (*_ID, "euroSciVocCode", "euroSciVocPath", "euroSciVocTitle"), (), {"euroSciVocDescription": _EMPTY},
    ),
    Layout(
        "webLink", "web_link",
        (*_ID, "physUrl", "id", "type", "source"), ("represents",),
        {"availableLanguages": _OURS, "status": _OURS, "archivedDate": _OURS},
    ),
    Layout(
        "webItem", "web_item", ("language", "availableLanguages", "uri", "title", "type", "source", "represents"),
    ),
    Layout(
        "projectDeliverables", "deliverables",
        ("id", "title", "deliverableType", *_ID, "url"), ("projectAcronym", "contentUpdateDate"),
        {"description": _TEXT, "rcn": _OURS, **_OF_ROW},
    ),
    Layout(
        "projectPublications", "publications",
        ("id", "title", "isPublishedAs", "journalTitle", "publishedYear", "doi", *_ID), ("projectAcronym", "issn", "contentUpdateDate"),
        {
            "authors": "names of persons", "journalNumber": "not needed to know the work", "publishedPages": "not needed to know the work",
            "isbn": "the model has no place for it", "rcn": _OURS, **_OF_ROW,
        },
    ),
    IRPS,
    Layout(
        "reportSummaries", "summaries",
        ("id", "title", *_ID, "attachment"), ("projectAcronym", "contentUpdateDate"),
        {"rcn": _OURS, "summary": _TEXT, "workPerformed": _TEXT, "finalResults": _TEXT, "language": _OURS, **_OF_ROW},
    ),
)  # fmt: skip
"""The tables as CORDIS publishes them today, for FP7, Horizon 2020 and Horizon Europe alike."""

COMPILED = (
    Layout(
        "participations by rcn", "participations",
        ("rcn", "role", "pic", "type", "contribution", "country", "start_date", "end_date", "max_contribution", "total_cost"), (),
        dict.fromkeys(("group", "nunique", "duration", "start_year", "end_year"), _ANALYST),
        blanks=frozenset({"", "NA"}),
    ),
    Layout("programme parts by rcn", "programme_parts", ("rcn", "programme_part"), blanks=frozenset({"", "NA"})),
    Layout(
        "grant numbers inferred from rcn", "inferred",
        ("id", "acronym", "topic", "rcn", "candidates"), ("n_part_2021", "consortium_size_2022", "total_cost_2021", "total_cost_2022"),
        {"programme_part": _SAME}, blanks=frozenset({"", "NA"}),
    ),
    Layout(
        "projects with counts of outputs", "counted",
        (
            "id", "acronym", "status", "title", "startDate", "endDate", "totalCost", "ecMaxContribution", "frameworkProgramme",
            "fundingScheme", "consorc_size", "NPub_total", "NEntreg_total", "num_patentes",
        ), (),
        dict.fromkeys((
            "numPartnPRC", "numPartnREC", "numPartnHES", "share_unis", "share_resCen", "share_compan", "NumPartners_EU13", "NumPartners_EU15",
            "NumPartners_NonEU", "share_EU13", "share_EU15", "share_nonEU", "acquaintance", "NPub_peerArticle", "NPub_ConfProceed", "NPub_Other",
            "NPub_non-peerArticle", "NPub_ThesisDiss", "NPub_Books", "NPub_BookChapt", "NEntreg_Docs_reports", "NEntreg_Other",
            "NEntreg_OpenResData", "NEntreg_Websites_videos", "NEntreg_Demos_Prototyp", "ln_totalCost", "ln_ecMaxContribution", "EC_cost_share",
            "coord_exper_FP7", "coord_country_cat", "coord_ranking_p1", "coord_top50_rank", "coord_top50_EU", "coord_evid_patentes",
            "particip_consorc_FP7", "coordin_consorc_FP7", "netw_degree", "netw_closeness", "netw_betweenness", "netw_eigenvector",
            "ranking_top50_consorc", "rank_EU_top50_consorc", "evid_patent_consorc", "indice_integrado", "NPub_resto", "fundingScheme_name",
            "fS_type", "consorcUnit",
        ), _ANALYST),
    ),
)  # fmt: skip
"""Tables that others compiled from CORDIS and published."""

REFERENCES = (
    Layout("countries", "codes", ("euCode", "isoCode", "name", "language")),
    Layout("programmes", "codes", ("Code", "Title", "Language", "RCN"), (), {"ShortTitle": "the title says more"}),
    Layout("activity types", "codes", ("Code", "Title", "language"), (), {"descriptions": _EMPTY}),
    Layout("funding schemes", "codes", ("code", "title", "language"), (), {"description": _EMPTY}),
    Layout("funding schemes by type", "codes", ("fundingScheme", "fundingScheme_name", "fS_type")),
    Layout("topic keywords", "codes", ("CAT_CODE", "TITLE")),
)
"""Lists of codes with their words, which CORDIS publishes beside the tables."""

OLDER = (
    *(
        Layout(
            f"project, {says}", "project",
            ("rcn", grant, "acronym", "status", "programme", "topics", "frameworkProgramme", "title", "startDate", "endDate", "totalCost", "ecMaxContribution"),
            ("projectUrl", "call", "fundingScheme", "contentUpdateDate"),
            {
                "objective": _TEXT, "subjects": "free words without a scheme", "coordinator": _SAME, "coordinatorCountry": _SAME,
                "participants": _SAME, "participantCountries": _SAME,
            },
            {grant: "id", "programme": "legalBasis", "call": "subCall", "projectUrl": "website"},
        )
        for grant, says in (("id", "layout of 2014 to 2021"), ("reference", "layout of FP7 and before"))
    ),
    *(
        Layout(
            f"organization, {says}", "organization",
            ("projectRcn", grant, "role", "id", "name", "activityType", "ecContribution", "country"),
            ("projectAcronym", "shortName", "endOfParticipation", "city", "postCode", "vatNumber", "contentUpdateDate"),
            {
                "street": "the city says enough", "organizationUrl": "not needed to know the organisation", "contactForm": _PORTAL,
                **dict.fromkeys((
                    "contactType", "contactTitle", "contactFirstNames", "contactLastNames", "contactFunction",
                    "contactTelephoneNumber", "contactFaxNumber", "contactEmail",
                ), _CONTACT),
            },
            {grant: "projectID", "id": "organisationID"},
        )
        for grant, says in (("projectID", "layout of 2014 to 2021"), ("projectReference", "layout of FP7 and before"))
    ),
)  # fmt: skip
"""The layouts of one file for projects and one for organisations, FP7 and Horizon 2020 until 2021."""

LAYOUTS = (*CURRENT, *OLDER, *COMPILED, *REFERENCES)

ORDER = (
    "codes", "topics", "legal_basis", "project", "counted", "participations", "programme_parts", "inferred", "organization",
    "euro_sci_voc", "deliverables", "publications", "irps", "summaries", "web_link", "web_item",
)  # fmt: skip
"""The readers in the order in which they need each other's records."""

_WITHOUT_HEADER = next(layout for layout in LAYOUTS if layout.id == "project")


def _without_header(first: list[str]) -> Layout | None:
    """The one table that is known to exist without a line of headings, where the first row is one of its rows."""
    is_row = (
        len(first) == len(_WITHOUT_HEADER.columns)
        and first[0].isdecimal()
        and first[2] in STATUSES
        and first[11] in FRAMEWORKS
    )
    return _WITHOUT_HEADER if is_row else None


KNOWN = Known("cordis", LAYOUTS, _without_header)

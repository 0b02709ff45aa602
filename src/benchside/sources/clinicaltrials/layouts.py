"""The registry's two forms: fields of its records (JSON), and columns of its downloads (CSV), which become the same fields."""

import re
from collections.abc import Mapping
from typing import Any

from benchside.sources.tables.layouts import Layout
from benchside.sources.tables.rows import Known, Row

_OTHER = "no figure asks for it"
_PLACELESS = "the model has no place for it"
_REGISTER = "says when and how the record was made, nothing of the study"

SECTIONS = ("protocolSection",)
MODULES = ("identificationModule", "statusModule", "designModule", "contactsLocationsModule")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "identificationModule": ("nctId", "nctIdAliases", "briefTitle", "officialTitle", "orgStudyIdInfo", "secondaryIdInfos"),
    "statusModule": (
        "overallStatus", "lastKnownStatus", "whyStopped", "statusVerifiedDate", "startDateStruct", "completionDateStruct",
        "studyFirstPostDateStruct", "lastUpdatePostDateStruct",
    ),
    "designModule": ("studyType", "phases", "enrollmentInfo"),
    "contactsLocationsModule": ("locations",),
}  # fmt: skip
"""Module → the fields of it that are taken."""

IGNORED = {
    "resultsSection": "results are read in publications",
    "annotationSection": _REGISTER,
    "documentSection": _OTHER,
    "derivedSection": "worked out from the other sections",
    "locations_nested": "says the locations once more",
    "hasResults": _OTHER,
    "sponsorCollaboratorsModule": f"{_PLACELESS}: who sponsors a study",
    "conditionsModule": f"{_PLACELESS}: what is studied, beyond the title",
    "armsInterventionsModule": f"{_PLACELESS}: with what it is studied, beyond the title",
    **dict.fromkeys(("oversightModule", "descriptionModule", "outcomesModule", "eligibilityModule", "referencesModule", "ipdSharingStatementModule"), _OTHER),
    **dict.fromkeys(("acronym", "organization", "primaryCompletionDateStruct", "designInfo", "bioSpec", "patientRegistry", "targetDuration", "expandedAccessInfo", "expandedAccessTypes", "nPtrsToThisExpAccNctId"), _OTHER),
    **dict.fromkeys((
        "delayedPosting", "studyFirstSubmitDate", "studyFirstSubmitQcDate", "resultsWaived", "resultsFirstSubmitDate", "resultsFirstSubmitQcDate",
        "resultsFirstPostDateStruct", "dispFirstSubmitDate", "dispFirstSubmitQcDate", "dispFirstPostDateStruct", "lastUpdateSubmitDate",
    ), _REGISTER),
    **dict.fromkeys(("centralContacts", "overallOfficials"), "would name persons"),
}  # fmt: skip

KNOWN_FIELDS = frozenset((*SECTIONS, *MODULES, *IGNORED, *(field for fields in FIELDS.values() for field in fields)))

CSV = Layout(
    id="trial",
    reads="trial",
    needed=("NCT Number", "Study Status"),
    taken=(
        "Study Title", "Phases", "Enrollment", "Study Type", "Other IDs", "Start Date", "Completion Date", "First Posted", "Last Update Posted", "Locations",
    ),
    ignored={
        **dict.fromkeys(("Study URL", "Acronym", "Brief Summary", "Study Results", "Sex", "Age", "Study Design", "Study Documents"), _OTHER),
        **dict.fromkeys(("Primary Outcome Measures", "Secondary Outcome Measures", "Other Outcome Measures", "Primary Completion Date"), _OTHER),
        **dict.fromkeys(("Sponsor", "Collaborators", "Funder Type"), f"{_PLACELESS}: who sponsors a study"),
        **dict.fromkeys(("Conditions", "Interventions"), f"{_PLACELESS}: what is studied, beyond the title"),
        "Results First Posted": _REGISTER,
    },
)  # fmt: skip
KNOWN = Known("clinicaltrials", (CSV,))


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_IN_WORDS = re.compile(rf"({'|'.join(MONTHS)})(?: (\d{{1,2}}),)? (\d{{4}})", re.ASCII)


def in_figures(text: str) -> str:
    """A date that some downloads give in words; any other text as it is.

    >>> in_figures("September 20, 2018"), in_figures("May 2022"), in_figures("2015-02"), in_figures("soon")
    ('2018-09-20', '2022-05', '2015-02', 'soon')
    """
    if not (found := _IN_WORDS.fullmatch(text)):
        return text
    month, day, year = found.groups()
    return f"{year}-{MONTHS.index(month) + 1:02}" + (f"-{int(day):02}" if day else "")


def as_study(row: Row) -> dict[str, Any]:
    """A row of a download in the form of a record; what the download does not say (planned or actual) is not there."""

    def listed(column: str) -> list[str]:
        return [part.strip() for part in row[column].split("|") if part.strip()]

    def dated(column: str) -> dict[str, str] | None:
        return {"date": in_figures(row[column])} if row[column] else None

    ids = listed("Other IDs")
    return {"protocolSection": {
        "identificationModule": {
            "nctId": row["NCT Number"], "briefTitle": row["Study Title"], "secondaryIdInfos": [{"id": one} for one in ids],
        },
        "statusModule": {
            "overallStatus": row["Study Status"], "startDateStruct": dated("Start Date"), "completionDateStruct": dated("Completion Date"),
            "studyFirstPostDateStruct": dated("First Posted"), "lastUpdatePostDateStruct": dated("Last Update Posted"),
        },
        "designModule": {
            "studyType": row["Study Type"], "phases": listed("Phases"), "enrollmentInfo": {"count": row["Enrollment"]} if row["Enrollment"] else None,
        },
        "contactsLocationsModule": {"locations": [{"whole": one} for one in listed("Locations")]},
    }}  # fmt: skip

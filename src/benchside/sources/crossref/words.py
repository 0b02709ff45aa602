"""Crossref's own words and what they become; a word that is not here is refused, never taken for another."""

ARTICLE = "journal-article"
POSTED = "posted-content"
GRANT = "grant"

WORK_TYPES = {
    ARTICLE: "article",
    "proceedings-article": "conference_paper",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-chapter": "book_chapter",
    "book-section": "book_chapter",
    "book-part": "book_chapter",
    "book-track": "book_chapter",
    "report": "report",
    "dataset": "dataset",
    "database": "dataset",
    "dissertation": "other",
    "reference-entry": "other",
    "report-component": "other",
    "peer-review": "other",
    "standard": "other",
    "component": "other",
    "other": "other",
}
"""Type → type of the model. Reviews are registered as journal articles, so that none can be told from an article."""

POSTED_TYPES = {
    "preprint": "preprint",
    "working_paper": "report",
    "report": "report",
    "letter": "other",
    "dissertation": "other",
    "stub": "other",
    "other": "other",
}
"""Subtype of posted content → type of the model."""

CONTAINERS = (
    "journal",
    "journal-volume",
    "journal-issue",
    "proceedings",
    "proceedings-series",
    "book-series",
    "book-set",
    "report-series",
    "standard-series",
)
"""Types of what holds works and is none itself."""

NOTICES = {
    "retraction": "retracted",
    "withdrawal": "withdrawn",
    "removal": "removed",
    "partial_retraction": "retracted in part",
    "expression_of_concern": "under an expression of concern",
    "correction": "corrected",
    "corrigendum": "corrected",
    "erratum": "corrected",
    "addendum": "added to",
    "clarification": "clarified",
}
"""Type of an update whose record is a notice and no work of its own → what it makes of the work it updates."""

EDITIONS = ("new_version", "new_edition")
"""Types of updates that are works themselves."""

FUNDING_FORMS = {
    "award": "grant",
    "grant": "grant",
    "fellowship": "grant",
    "training-grant": "grant",
    "salary-award": "grant",
    "infrastructure": "grant",
    "contract": "cash",
    "prize": "cash",
    "crowdfunding": "cash",
    "endowment": "cash",
    "seed-funding": "cash",
    "APC": "cash",
    "BPC": "cash",
    "equipment": "in_kind",
    "facilities": "in_kind",
    "secondment": "in_kind",
    "other": "unspecified",
}
"""Type of funding → form of a contribution."""
LOAN = "loan"
"""A type of funding that is paid back, and so is no contribution."""

"""The tables of patents by their columns: a list of Espacenet, in English or French, and rows in the columns of PATSTAT."""

from benchside.sources.tables.layouts import Layout
from benchside.sources.tables.listed_rights import IRPS
from benchside.sources.tables.rows import Known

_CLASS = "the class of the invention; no figure asks for it"
_OURS = "no meaning outside the database"
_NOT_ASKED = "no figure asks for it"
_STATUS = ("Status", "status")

_ENGLISH = ("Title", "Inventors", "Applicants", "Publication number", "Earliest priority", "IPC", "CPC", "Publication date", "Earliest publication", "Family number")  # fmt: skip
_FRENCH = ("Titre", "Inventeurs", "Demandeurs", "Numéro de publication", "Priorité la plus ancienne", "CIB", "CPC", "Date de publication", "Publication la plus ancienne", "Numéro de famille")  # fmt: skip
_LIST_IGNORED = {"No": _OURS, "N°": _OURS, "IPC": _CLASS, "CIB": _CLASS, "CPC": _CLASS}


def _list(name: str, names: tuple[str, ...]) -> Layout:
    renamed = {theirs: ours for theirs, ours in zip(names, _ENGLISH, strict=True) if theirs != ours and ours != "IPC"}
    needed = tuple(
        n for n, ours in zip(names, _ENGLISH, strict=True) if ours in ("Title", "Publication number", "Family number")
    )
    taken = tuple(n for n in names if n not in needed and n not in _LIST_IGNORED)
    return Layout(name, "list", needed, (*taken, "Status"), _LIST_IGNORED, {**renamed, "Status": "status"})


LISTS = (_list("list of Espacenet", _ENGLISH), _list("list of Espacenet in French", _FRENCH))

_PUBLICATION = ("publn_auth", "publn_nr", "publn_kind", "publn_date")
_DATABASE = {
    **dict.fromkeys(
        (
            "pat_publn_id", "publn_nr_original", "publn_lg", "publn_claims", "appln_nr_epodoc", "appln_nr_original", "internat_appln_id",
            "int_phase", "reg_phase", "nat_phase", "earliest_filing_year", "appln_filing_year", "earliest_publn_year", "earliest_filing_id",
            "earliest_pat_publn_id", "inpadoc_family_id", "docdb_family_size", "nb_citing_docdb_fam", "nb_applicants", "receiving_office",
            "ipr_type", "appln_title_lg", "earliest_publn_date", "person_id", "doc_std_name", "doc_std_name_id", "psn_id", "psn_level",
            "psn_sector", "han_id", "han_name", "han_harmonized", "nuts", "nuts_level", "reg_code",
        ),
        _NOT_ASKED,
    ),
    "person_address": "an address of a person or a firm",
    "person_ctry_code": _NOT_ASKED,
}  # fmt: skip

APPLICATIONS = Layout(
    "applications", "application",
    ("appln_id", "appln_auth", "appln_nr", "appln_filing_date", "docdb_family_id"),
    ("appln_kind", "granted", "nb_inventors", "appln_title", "earliest_filing_date", "publn_first_grant", "status", *_PUBLICATION),
    _DATABASE,
)  # fmt: skip
PUBLICATIONS = Layout("publications", "publication", ("appln_id", *_PUBLICATION), ("publn_first_grant",), _DATABASE)
PARTIES = Layout(
    "applicants", "party", ("appln_id", "person_name", "applt_seq_nr", "invt_seq_nr"), ("psn_name",), _DATABASE
)
TITLES = Layout("titles", "title", ("appln_id", "appln_title"), (), _DATABASE)

LAYOUTS = (*LISTS, APPLICATIONS, PUBLICATIONS, PARTIES, TITLES, IRPS)
KNOWN = Known("patents", LAYOUTS)
ORDER = ("application", "publication", "title", "party", "list", "irps")
"""Applications before what hangs on them."""

NEVER = "9999-12-31"
"""What the database writes for a date that is not known."""

STATUS = {
    "pending": "", "examination": "", "granted": "", "active": "", "in force": "", "opposed": "",
    "withdrawn": "withdrawn", "deemed to be withdrawn": "withdrawn", "deemed withdrawn": "withdrawn",
    "refused": "refused", "revoked": "revoked", "lapsed": "lapsed", "expired": "expired", "ceased": "lapsed",
}  # fmt: skip
"""Word for the state of a right → what is noted of it; a word that is not here is refused."""

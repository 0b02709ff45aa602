"""Names of organisations as they are compared: Unicode NFC, blanks made one, none outside.

Two spellings that differ only so are one organisation. A name that is empty after that is missing. Nothing else is
levelled: neither case nor a legal form.
"""

import unicodedata
from collections.abc import Iterable

import ibis
import ibis.expr.types as ir

from benchside.corpus.tables import Corpus

SUSPECT = r"[^ -~]|^ | $|  "
"""Only a name with a character outside plain ASCII, or blanks outside or side by side, can change."""


def cleaned(name: str) -> str:
    """The name in the form in which names are compared.

    >>> cleaned("  Universite\\u0301   de Nantes ") == "Université de Nantes"
    True
    """
    return " ".join(unicodedata.normalize("NFC", name).split())


def cleaned_names(names: str | Iterable[str]) -> list[str]:
    """One name, or several, in the form in which names are compared."""
    return [cleaned(name) for name in ([names] if isinstance(names, str) else names)]


def addresses(corpus: Corpus) -> ir.Table:
    """The authorships, with organisation ids as they are compared.

    No engine levels Unicode in the same way, so the few names that may change are read, levelled here and joined back.
    """
    rows = corpus.authorships
    names = rows.filter(rows.organisation_id.re_search(SUSPECT)).select("organisation_id").distinct()
    found = [row["organisation_id"] for row in corpus.fetch(names)]
    changed = {name: cleaned(name) for name in found if cleaned(name) != name}
    if not changed:
        return rows
    pairs = {"raw_name": list(changed), "levelled_name": list(changed.values())}
    levelled = ibis.memtable(pairs, schema=dict.fromkeys(pairs, "string"))
    joined = rows.left_join(levelled, rows.organisation_id == levelled.raw_name)
    named = joined.mutate(organisation_id=joined.levelled_name.fill_null(joined.organisation_id))
    return named.mutate(organisation_id=named.organisation_id.nullif("")).drop("raw_name", "levelled_name")

"""Identifiers in one spelling; what is none of its scheme is no evidence."""

import pytest

from benchside.errors import UsageError
from benchside.resolve.identifiers import normalise, normalise_all


@pytest.mark.parametrize(
    ("scheme", "written", "kept"),
    [
        ("ror", "https://ror.org/05dxps055", "05dxps055"),
        ("ror", "https://ror.org/05dxps056", ""),  # the check digits of 05dxps0 are 55
        ("pic", "999997930.0", "999997930"),
        ("pic", "1234", ""),
        ("grid", "grid.471421.5", "grid.471421.5"),
        ("isni", "0000 0004 1758 6597", "0000000417586597"),
        ("isni", "0000 0004 1758 6598", ""),
        ("vat", "BE 0242.142.846", "BE0242142846"),
        ("vat", "NOT APPLICABLE", ""),
        ("vat", "DE000000000", ""),
        ("doi", "https://doi.org/10.1000/ABC", "10.1000/abc"),
        ("grant_number", "115004", "115004"),
    ],
)
def test_an_identifier_has_one_spelling(scheme, written, kept):
    assert normalise(scheme, written) == kept


def test_an_unknown_scheme_is_named_with_those_that_are_known():
    with pytest.raises(
        UsageError, match=r"Unknown identifier 'duns'.*Known: doi, grant_number, grid, isni, pic, ror, vat"
    ):
        normalise("duns", "1")


def test_all_valid_identifiers_are_kept_once_the_best_first():
    given = {"vat": "BE0242142846", "ror": ["05dxps055", "https://ror.org/05dxps055"], "pic": "x"}
    assert normalise_all(given) == (("ror", "05dxps055"), ("vat", "BE0242142846"))

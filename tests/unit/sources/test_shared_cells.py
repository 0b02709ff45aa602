"""What sources share of the reading of cells: titles, identifiers, countries by their names."""

import doctest

import pytest

from benchside.sources.tables import identifiers, patent_kinds, places, titles
from benchside.sources.tables.places import country


@pytest.mark.parametrize("module", [identifiers, patent_kinds, places, titles], ids=lambda m: m.__name__)
def test_the_examples_of_the_docstrings_hold(module):
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Congo", "CG"), ("Congo, Republic of the", "CG"), ("Congo, The Democratic Republic of the", "CD"),
        ("Congo, Democratic Republic of the", "CD"), ("Korea, Republic of", "KR"), ("Korea, Democratic People's Republic of", "KP"),
        ("Iran, Islamic Republic of", "IR"), ("Germany, Federal Republic of", "DE"), ("European Union (EU)", ""),
    ],
)  # fmt: skip
def test_a_country_is_known_by_the_names_that_registers_write(name, code):
    assert country(name) == code


@pytest.mark.parametrize("name", ["Congo, Dem. Rep.", "Korea, of the sea", "Atlantis", "Atlantis, Republic of"])
def test_a_name_that_could_be_either_of_two_countries_or_none_is_not_read(name):
    with pytest.raises(ValueError, match=name):
        country(name)

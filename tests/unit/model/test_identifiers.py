"""Identifiers: known ones are taken, and one wrong character is found wherever check digits can find it.

The check digits are worked out here in another way than in the code: by trying every check digit against the rule of
ISO 7064 (mod 97-10: the whole number leaves 1 over 97; mod 11-2: the weighted sum of all characters leaves 1 over 11).
"""

import gzip
import json
import os
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from benchside.model.identifiers import SCHEMES, is_orcid, is_ror

BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz"
DIGITS = "0123456789"


def ror_of(body: str) -> str:
    """`0` and six characters, with the two digits (02 to 98) that make the number leave 1 over 97."""
    number = sum(BASE_32.index(letter) * 32**place for place, letter in enumerate(reversed(body)))
    (check,) = (c for c in range(2, 99) if (number * 100 + c) % 97 == 1)
    return f"{body}{check:02d}"


def orcid_of(body: str) -> str:
    """Fifteen digits, with the character (X is ten) that makes the sum, weighted by powers of two, leave 1 over 11."""
    weighted = sum(int(digit) * 2 ** (15 - place) for place, digit in enumerate(body))
    (check,) = (c for c in range(11) if (weighted + c) % 11 == 1)
    whole = body + ("X" if check == 10 else str(check))
    return "-".join(whole[i : i + 4] for i in range(0, 16, 4))


rors = st.text(BASE_32, min_size=6, max_size=6).map(lambda body: ror_of("0" + body))
orcids = st.text(DIGITS, min_size=15, max_size=15).map(orcid_of)


def test_known_identifiers_agree_with_the_check_digits_worked_out_here():
    assert ror_of("05dxps0") == "05dxps055"
    assert orcid_of("000000021825009") == "0000-0002-1825-0097"


@given(rors)
def test_a_ror_with_its_check_digits_is_taken(value):
    assert is_ror(value)


@given(orcids)
def test_an_orcid_with_its_check_character_is_taken(value):
    assert is_orcid(value)


@given(rors, st.integers(0, 8), st.sampled_from(BASE_32))
def test_a_ror_with_one_wrong_character_is_refused(value, place, other):
    assume(other != value[place])
    assert not is_ror(value[:place] + other + value[place + 1 :])


@given(orcids, st.integers(0, 18), st.sampled_from(DIGITS + "X"))
def test_an_orcid_with_one_wrong_character_is_refused(value, place, other):
    assume(other != value[place])
    assert not is_orcid(value[:place] + other + value[place + 1 :])


@given(orcids, st.integers(0, 17))
def test_an_orcid_with_two_neighbours_swapped_is_refused(value, place):
    first, second = value[place], value[place + 1]
    assume(first != second)
    assert not is_orcid(value[:place] + second + first + value[place + 2 :])


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("ror", "05dxps055"),
        ("orcid", "0000-0002-1825-0097"),
        ("orcid", "0000-0002-1694-233X"),
        ("pic", "999997930"),
        ("doi", "10.1000/182"),
        ("doi", "10.1016/S0140-6736(15)00128-2"),
        ("pmid", "23193287"),
        ("issn", "0028-0836"),
        ("issn", "2434-561X"),
        ("grant_number", "115004"),
        ("grant_number", "101034344"),
        ("trial", "NCT02313077"),
        ("trial", "ISRCTN12345678"),
        ("trial", "2012-000001-10"),
        ("trial", "2022-500001-10-00"),
    ],
)
def test_each_scheme_takes_what_it_names(scheme, value):
    assert SCHEMES[scheme].is_valid(value)


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("ror", "https://ror.org/05dxps055"),
        ("ror", "05DXPS055"),
        ("ror", "05dxps055\n"),
        ("ror", ""),
        ("orcid", "0000000218250097"),
        ("orcid", "0000-0002-1694-233x"),
        ("orcid", "٠000-0002-1825-0097"),
        ("pic", "99999793"),
        ("pic", "٩٩٩٩٩٧٩٣٠"),
        ("doi", "https://doi.org/10.1000/182"),
        ("doi", "10.1000/18 2"),
        ("pmid", "0123"),
        ("pmid", "PMC123"),
        ("issn", "00280836"),
        ("grant_number", "11500"),
        ("grant_number", "1150O4"),
        ("trial", "NCT0231307"),
        ("trial", "nct02313077"),
        ("trial", "2012-000001-1"),
    ],
)
def test_each_scheme_refuses_what_it_does_not_name(scheme, value):
    assert not SCHEMES[scheme].is_valid(value)


def shared_rors() -> Path:
    """The registry's own records, beside the project where they are at hand."""
    around = [Path(os.environ["BENCHSIDE_SHARED"])] if "BENCHSIDE_SHARED" in os.environ else []
    around += [parent / "shared" for parent in Path(__file__).resolve().parents]
    found = [f for shared in around for f in sorted((shared / "data" / "ror").glob("ror_v2_*.jsonl.gz"))]
    return found[0] if found else pytest.skip("no folder shared/data/ror beside the project, nor in BENCHSIDE_SHARED")


def test_every_identifier_of_the_registry_is_taken():
    with gzip.open(shared_rors(), "rt", encoding="utf-8") as file:
        values = [json.loads(line)["id"].removeprefix("https://ror.org/") for line in file]
    assert values
    assert [v for v in values if not is_ror(v)] == []

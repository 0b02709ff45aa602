"""Keys of works: worked by hand, and the same in Python and in the engine for any text."""

import hashlib

import duckdb
import pyarrow as pa
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchside.corpus.keys import key_of, key_sql

NEAR = st.from_regex(r"[WwA][ +-]?[0-9_.e]{1,21}", fullmatch=True)


def test_the_key_of_an_openalex_id_is_its_number():
    assert key_of("W2586975866") == 2586975866
    assert key_of("A5", "A") == 5


def test_the_key_of_any_other_id_is_below_zero():
    # The MD5 of the empty text begins d41d8cd98f00b20, as RFC 1321 prints it.
    assert key_of("") == -0xD41D8CD98F00B20 - 1
    for text in ("W0", "W007", "w7", "W 7", "W+7", "W1e3", "7", "https://openalex.org/W7", f"W{2**63}"):
        assert key_of(text) == -int(hashlib.md5(text.encode()).hexdigest()[:15], 16) - 1
    assert key_of(f"W{2**63 - 1}") == 2**63 - 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(NEAR, st.text(st.characters(codec="utf-8"), max_size=12)), min_size=1, max_size=50))
@example(["W1", "W01", "W1_0", "W1.0", "W 1", "W1 ", f"W{2**63 - 1}", f"W{2**63}", "W", "", "W\u0661", "W1\0"])
def test_the_engine_gives_the_same_keys(texts):
    with duckdb.connect() as con:
        con.register("ids", pa.table({"n": range(len(texts)), "id": pa.array(texts, pa.string())}))
        for letter in "WA":
            found = con.execute(f"SELECT {key_sql('id', letter)} FROM ids ORDER BY n").fetchall()
            assert [key for (key,) in found] == [key_of(text, letter) for text in texts]


def test_a_missing_id_has_no_key():
    assert duckdb.sql(f"SELECT {key_sql('CAST(NULL AS VARCHAR)')}").fetchall() == [(None,)]

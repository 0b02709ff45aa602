"""A table looks the same with rows and without."""

import duckdb
import pytest

from benchside.model.columns import Reference
from benchside.model.tables import RECORD_TYPES
from benchside.store.accepting import accept, prepare
from benchside.store.building import REFUSED
from benchside.store.checks import name
from benchside.store.staging import open_stage


@pytest.mark.parametrize("table", RECORD_TYPES)
def test_an_empty_table_has_the_columns_of_a_filled_one(table):
    of = RECORD_TYPES[table]
    described = []
    for filled in (False, True):
        con = duckdb.connect()
        con.execute(f"CREATE TABLE refused ({', '.join(name(c) + ' VARCHAR' for c in REFUSED)})")
        prepare(con)
        for to in {c.kind.to for c in of.columns if isinstance(c.kind, Reference)} - {table}:
            open_stage(con, RECORD_TYPES[to])
            accept(con, RECORD_TYPES[to])
        open_stage(con, of)
        if filled:
            # One row that lacks everything goes the whole way and is refused.
            con.execute("INSERT INTO staged (seq, source_record_id) VALUES (1, 'row 2')")
        accept(con, of)
        described.append(con.execute(f"DESCRIBE {name(table)}").fetchall())
        assert (con.execute("SELECT count(*) FROM refused").fetchone() != (0,)) == filled
    assert described[0] == described[1]

"""Judgements are kept for ever; a wrong one is closed and another written beside it."""

import csv
import re

import pytest

from benchside.errors import DataError, InputError
from benchside.resolve.judgements import COLUMNS, Judgement, Ledger, read_ledger, write_ledger


def judged(verdict="same", at="2026-01-01", left="a:1", right="b:1", score=None):
    return Judgement(left, right, verdict, "seen on its site", "analyst", at, score)


def test_a_second_judgement_closes_the_first_and_both_stay():
    ledger = Ledger([judged("same", "2026-01-01")])
    ledger.judge(judged("different", "2026-03-01", left="b:1", right="a:1"))
    assert [(j.verdict, j.closed_at) for j in ledger] == [("same", "2026-03-01"), ("different", "")]
    assert ledger.of("b:1", "a:1").verdict == "different"
    # On 1 February the first was in force, on 1 March the second already.
    assert [j.verdict for j in ledger.standing("2026-02-01")] == ["same"]
    assert [j.verdict for j in ledger.standing("2026-03-01")] == ["different"]


def test_an_undone_judgement_leaves_nothing_in_force_but_is_not_lost():
    ledger = Ledger([judged()])
    ledger.undo("b:1", "a:1", "2026-02-01")
    assert ledger.of("a:1", "b:1") is None
    assert ledger.standing() == []
    assert len(ledger) == 1
    with pytest.raises(DataError, match="Nothing stands of 'a:1' and 'b:1'"):
        ledger.undo("a:1", "b:1", "2026-02-02")


def test_a_ledger_is_read_as_it_was_written(tmp_path):
    ledger = Ledger([judged("unsure", score=3.2), judged("same", left="c:1")])
    ledger.undo("c:1", "b:1", "2026-05-05")
    write_ledger(tmp_path / "judgements.csv", ledger)
    assert list(read_ledger(tmp_path / "judgements.csv")) == list(ledger)


HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\u00a0=1",
    "\u00a0\u00a0x",
    '="a","b"',
    "-5",
    "a\r\nb",
)


def test_no_cell_of_a_ledger_begins_a_formula_and_every_text_is_read_as_it_was(tmp_path):
    ledger = Ledger(Judgement(text, f"{text}:2", "unsure", text, text, "2026-01-01", -3.5) for text in HOSTILE)
    write_ledger(tmp_path / "judgements.csv", ledger)
    with (tmp_path / "judgements.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    cells = [cell for row in rows for cell in row if not re.fullmatch(r"-\d+(\.\d+)?", cell)]
    assert len(rows) == len(HOSTILE)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []
    assert {row[COLUMNS.index("score")] for row in rows} == {"-3.5"}  # a number is none
    assert list(read_ledger(tmp_path / "judgements.csv")) == list(ledger)


def test_a_ledger_written_by_hand_is_read_as_it_stands(tmp_path):
    text = "left,right,verdict,reason,by,at,score,closed_at\na:1,b:1,same,=seen,analyst,2026-01-01,,\n"
    (tmp_path / "j.csv").write_text(text, encoding="utf-8")
    (found,) = read_ledger(tmp_path / "j.csv")
    assert found.reason == "=seen"


def test_two_standing_judgements_of_one_pair_are_refused():
    with pytest.raises(DataError, match="Two judgements stand of 'a:1' and 'b:1'"):
        Ledger([judged(), judged("different", "2026-02-01")])


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"verdict": "maybe"}, "says 'maybe', expected one of same, different, unsure"),
        ({"right": "a:1"}, "names 'a:1' twice"),
        ({"at": "1.2.2026"}, "bears the date '1.2.2026'"),
    ],
)
def test_a_judgement_that_means_nothing_is_refused(change, says):
    with pytest.raises(DataError, match=says):
        judged(**change)


def test_a_judgement_cannot_be_closed_before_it_was_made():
    ledger = Ledger([judged(at="2026-03-01")])
    with pytest.raises(DataError, match=r"is of 2026-03-01 and cannot be closed on 2026-01-01"):
        ledger.undo("a:1", "b:1", "2026-01-01")


def test_a_file_without_its_columns_is_no_ledger(tmp_path):
    (tmp_path / "j.csv").write_text("left,right\na,b\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"j.csv lacks the column verdict, reason"):
        read_ledger(tmp_path / "j.csv")


def test_a_score_that_is_no_number_is_told_with_its_row(tmp_path):
    write_ledger(tmp_path / "j.csv", Ledger([judged(score=1.0)]))
    text = (tmp_path / "j.csv").read_text(encoding="utf-8").replace("1.0", "high")
    (tmp_path / "j.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="row 2: score 'high', expected a number"):
        read_ledger(tmp_path / "j.csv")

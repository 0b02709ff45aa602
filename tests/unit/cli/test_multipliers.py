"""The command multipliers, on the worked example of Miller and Blair (2009), table 2.3, with pay and employment made up."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from benchside.cli import app
from benchside.errors import UsageError

TABLE = """\
prod_na,a,b,final_consumption_households,exports,total_use
a,150,500,50,300,1000
b,200,100,400,1300,2000
compensation_employees,300,500,,,
gva_bp,650,1400,,,
employment_total,100,50,,,
output_bp,1000,2000,,,
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "two_sectors.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


def said(*arguments):
    result = CliRunner().invoke(app, ["multipliers", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_json_holds_every_product_with_output_employment_and_value_added(table):
    found = json.loads(said(table, "--format", "json"))
    assert (found["type"], found["rows"]) == (1, ["persons employed", "value added"])
    assert found["remaining_error"] < 1e-12
    a, b = found["products"]
    # (I − A)⁻¹ is [[0.95, 0.25], [0.20, 0.85]] / 0.7575.
    assert [a["output_multiplier"], b["output_multiplier"]] == pytest.approx([1.15 / 0.7575, 1.10 / 0.7575])
    # Jobs for a unit of a: 0.1 direct; 0.1 · 0.95 + 0.025 · 0.20 = 0.1, over 0.7575, in all.
    jobs = a["effects"][0]
    assert (jobs["row"], jobs["direct"]) == ("persons employed", 0.1)
    assert (jobs["effect"], jobs["multiplier"]) == pytest.approx((0.1 / 0.7575, 1 / 0.7575))
    # Where nothing is imported, a unit of final use is a unit of value added in all.
    assert a["effects"][1]["effect"] == pytest.approx((0.65 * 0.95 + 0.7 * 0.20) / 0.7575)


def test_the_second_type_spends_pay_as_well(table):
    first, second = (json.loads(said(table, "--type", kind, "--format", "json", "--income", "1000")) for kind in "12")
    pairs = list(zip(first["products"], second["products"], strict=True))
    assert all(one["output_multiplier"] < two["output_multiplier"] for one, two in pairs)
    # With households as a third product the inverse of [[.85, −.25, −.05], [−.2, .95, −.4], [−.3, −.25, 1]]: determinant 0.85 · 0.85 − 0.25 · 0.32 − 0.05 · 0.335 = 0.62575,
    # first column of cofactors 0.85, 0.32 and 0.335. Output for a unit of a: (0.85 + 0.32) / 0.62575.
    assert second["products"][0]["output_multiplier"] == pytest.approx(1.17 / 0.62575)


def test_csv_has_one_line_for_each_product(table):
    rows = list(csv.DictReader(io.StringIO(said(table, "--row", "pay", "--format", "csv"))))
    assert [r["product"] for r in rows] == ["a", "b"]
    # Pay for a unit of a: 0.3 · 0.95 + 0.25 · 0.20 = 0.335, over 0.7575.
    assert float(rows[0]["pay effect"]) == pytest.approx(0.335 / 0.7575)
    assert float(rows[0]["pay multiplier"]) == pytest.approx(0.335 / 0.7575 / 0.3)


def test_the_screen_names_the_table_and_how_exact_it_is(table):
    told = said(table)
    assert told.startswith("two_sectors.csv: multipliers of type I\n")
    assert "2 products; output made anew from final use is off by" in told
    assert "1.5182" in told  # 1.15 / 0.7575


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--row", "robots"), r"Unknown row 'robots'.*Known: .*pay, persons employed"),
        (("--only", "geo"), r"--only 'geo' names no column and value\. Expected COLUMN=VALUE"),
        (("--only", "geo=DE"), r"holds one table: nothing is to be chosen by geo"),
        (("--type", "3"), r"Multipliers of type 3; expected 1 \(suppliers\) or 2"),
        (("--type", "2", "--pay", "wage"), r"Unknown primary input 'wage'"),
        (("--type", "2", "--income", "0"), r"income of households is 0; expected a number above nought"),
    ],
)
def test_wrong_words_are_answered(table, options, words):
    found = CliRunner().invoke(app, ["multipliers", table, *options])
    assert isinstance(found.exception, UsageError)
    with pytest.raises(UsageError, match=words):
        raise found.exception


def test_the_real_table_of_the_united_kingdom(shared):
    path = shared / "data/io/uk_2010_io_and_use_tables_only.csv.gz"
    if not path.is_file():
        pytest.skip(f"{path} is missing")
    found = json.loads(said(str(path), "--format", "json"))
    assert len(found["products"]) == 127
    assert found["remaining_error"] < 1e-9
    assert all(1 <= p["output_multiplier"] < 4 for p in found["products"])

"""Input–output files of each layout, small and made, become one and the same table; and the real ones where they are there."""

import gzip

import numpy as np
import pytest

from benchside.economy.leontief import model_of, output_multipliers, remaining_error
from benchside.errors import InputError, UsageError
from benchside.sources.inputoutput.reading import UK_TABLE, read_table

FLOWS = {("a", "a"): 150, ("a", "b"): 500, ("b", "a"): 200, ("b", "b"): 100}
FINAL = {"a": 350, "b": 1700}
OUTPUT = {"a": 1000, "b": 2000}


def uk(path, **odd):
    lines = ["uk_row,uk_row_lab,uk_col_lab,values,uk_col,indicator,unit,geo,year,unit_lab,geo_lab"]
    cells = (
        FLOWS
        | {(p, "Households\x1a"): v for p, v in FINAL.items()}
        | {("Total output", p): v for p, v in OUTPUT.items()}
    )
    cells |= {(p, "Total demand"): v for p, v in OUTPUT.items()} | {("Compensation of employees", p): 300 for p in "ab"}
    for (row, column), value in (cells | odd.get("cells", {})).items():
        lines.append(f'{row},"label of {row}",,{value},{column},"{UK_TABLE}",MIO,UK,2010.0,Million,United Kingdom')
    lines.append('a,,,999,a,"Another table",MIO,UK,2010.0,Million,United Kingdom')
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def eurostat(path):
    lines = ["prd_ava,prd_use,stk_flow,unit,geo,TIME_PERIOD,OBS_VALUE"]
    for year in ("2015", "2020"):
        cells = FLOWS | {(p, "P3_S14"): v for p, v in FINAL.items()} | {("P1", p): v for p, v in OUTPUT.items()}
        cells |= {("CPA_TOTAL", "a"): 350, ("D1", "a"): 300, ("EMP_DC", "a"): 100}
        for (row, column), value in cells.items():
            lines += [f"{row},{column},DOM,MIO_EUR,DE,{year},{value}p", f"{row},{column},IMP,MIO_EUR,DE,{year},7"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def matrix(path):
    path.write_text(
        "rowLabels,AT_a,AT_b,AT_P3_S14\nAT_a,150,500,350\nAT_b,200,100,1700\nW2_D1,300,500,\nW2_B2A3G,350,900,\n",
        encoding="utf-8",
    )
    return path


def flat(path):
    rows = [("AT", *k, v) for k, v in FLOWS.items()] + [("AT", p, "P3_S14", v) for p, v in FINAL.items()]
    rows += [("W2", "D1", "a", 300), ("W2", "D1", "b", 500), ("W2", "B2A3G", "a", 350), ("W2", "B2A3G", "b", 900)]
    lines = [
        "refArea,rowPi,counterpartArea,colPi,obsValue",
        *(f"{area},{row},AT,{column},{v}" for area, row, column, v in rows),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def wide(path):
    path.write_text(
        "prod_na,a,b,final_consumption_private,final_consumption_households,total_use\n"
        "a,150,500,350,340,1000\nb,200,100,1700,1600,2000\ncompensation_employees,300,500,,,\noutput_bp,1000,2000,,,\n",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize(
    ("write", "only"),
    [(uk, {}), (eurostat, {"TIME_PERIOD": "2020"}), (matrix, {}), (flat, {}), (wide, {})],
    ids=["uk", "eurostat", "figaro matrix", "figaro list", "wide"],
)
def test_every_layout_gives_the_same_table(tmp_path, write, only):
    found = read_table(write(tmp_path / "io_2020.csv"), only=only)
    assert len(found.products) == 2
    assert found.flows.tolist() == [[150, 500], [200, 100]]
    assert found.final.tolist() == [350, 1700]
    assert found.output.tolist() == [1000, 2000]
    assert found.primary["pay"][0] == 300
    assert found.final_uses["households"].tolist() == [350, 1700]
    # Column sums of Miller and Blair's inverse, [[0.95, 0.25], [0.20, 0.85]] / 0.7575.
    np.testing.assert_allclose(output_multipliers(model_of(found)), [1.15 / 0.7575, 1.10 / 0.7575])


def test_what_the_file_tells_of_itself(tmp_path):
    british, german = (
        read_table(uk(tmp_path / "u.csv")),
        read_table(eurostat(tmp_path / "e.csv"), only={"TIME_PERIOD": "2015"}),
    )
    assert (british.country, british.year, british.unit) == ("United Kingdom", "2010", "Million")
    assert british.labels == ("label of a", "label of b")
    assert (german.country, german.year, german.employment["persons employed"].tolist()) == ("DE", "2015", [100, 0])


def test_several_tables_in_one_list_are_told_apart(tmp_path):
    with pytest.raises(UsageError, match=r"2 tables by TIME_PERIOD: 2015, 2020\. Choose one"):
        read_table(eurostat(tmp_path / "e.csv"))


def test_a_file_with_one_table_gives_no_choice(tmp_path):
    with pytest.raises(UsageError, match="nothing is to be chosen by geo"):
        read_table(wide(tmp_path / "w.csv"), only={"geo": "DE"})


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({("a", "b"): "much"}, "'much' is no number"),
        ({("c", "a"): 5}, "c stands on one side alone"),
        ({("a", "Sundries"): 5}, "Sundries stands on one side alone"),
    ],
)
def test_odd_cells_are_named(tmp_path, cells, told):
    with pytest.raises(InputError, match=told):
        read_table(uk(tmp_path / "u.csv", cells=cells))


def test_one_cell_with_two_values_is_named(tmp_path):
    path = uk(tmp_path / "u.csv")
    path.write_text(
        path.read_text(encoding="utf-8") + f'\na,,,151,a,"{UK_TABLE}",MIO,UK,2010.0,Million,United Kingdom',
        encoding="utf-8",
    )
    with pytest.raises(InputError, match="a by a is 151 and was 150 before"):
        read_table(path)


def test_a_line_that_is_cut_off_is_named(tmp_path):
    path = uk(tmp_path / "u.csv")
    path.write_text(path.read_text(encoding="utf-8") + "\na,b", encoding="utf-8")
    with pytest.raises(InputError, match=r"line \d+: 2 fields, expected 11"):
        read_table(path)


def test_a_file_of_another_kind_names_the_layouts(tmp_path):
    (tmp_path / "x.csv").write_text("one,two\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"has the columns one, two\. Expected the United Kingdom's list"):
        read_table(tmp_path / "x.csv")
    with pytest.raises(InputError, match="is no file"):
        read_table(tmp_path / "none.csv")


def test_a_compressed_file_that_unfolds_too_far_is_stopped(tmp_path):
    with gzip.open(tmp_path / "bomb.csv.gz", "wb") as file:
        file.write(b"rowLabels,a\n" + (b"a," + b"1" * 400 + b"\n") * 100_000)
    with pytest.raises(InputError, match="unfolds from"):
        read_table(tmp_path / "bomb.csv.gz")


def test_the_real_table_of_the_united_kingdom(shared):
    folder = shared / "data/io"
    model = model_of(read_table(folder / "uk_2010_io_and_use_tables_only.csv.gz"))
    assert len(model.table.products) == 127
    assert remaining_error(model) < 1e-9
    found = output_multipliers(model)
    assert np.isfinite(found).all()
    assert (found >= 1).all()


def test_the_table_of_germany_is_the_same_from_two_files(shared):
    folder = shared / "data/io"
    listed, printed = (model_of(read_table(folder / name)) for name in ("germany_1995.csv.gz", "Beutel_15_4.csv"))
    np.testing.assert_allclose(output_multipliers(listed), output_multipliers(printed))
    # As Eurostat's manual (2008), chapter 15, prints the sums of the columns of the inverse.
    np.testing.assert_allclose(output_multipliers(listed), [1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782], atol=5e-5)

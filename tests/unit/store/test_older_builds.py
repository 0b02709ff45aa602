"""A build made when the model had less is named as such, and a report passes it by."""

import duckdb
import pytest

from benchside import main
from benchside.store.builds import choose
from benchside.store.reading import Build, OlderBuild


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("DROP TABLE award", "`award_id` of the table `award`"),
        ("ALTER TABLE award DROP COLUMN name", "`name` of the table `award`"),
    ],
)
def test_what_the_build_lacks_is_named_with_what_to_do(world, tmp_path, change, told):
    desk = world("award\nname\na prize")
    folder = desk.build.folder
    desk.build.close()
    with duckdb.connect(str(folder / "build.duckdb")) as con:
        con.execute(change)
    with pytest.raises(OlderBuild, match=f"before Benchside kept {told}. Run `benchside build` again"):
        Build(folder)


def test_a_report_passes_by_an_older_build(tmp_path):
    main.new(tmp_path / "p", as_csv=True)
    programme = tmp_path / "p" / "records" / "programme.csv"
    programme.write_text("programme_id,name\nP,A programme\n", encoding="utf-8")
    main.build(tmp_path / "p")
    store = tmp_path / "p" / ".benchside"
    with duckdb.connect(str(store / "builds" / choose(store, None) / "build.duckdb")) as con:
        con.execute("DROP TABLE award")
    programme.write_text("programme_id,name\nP,A programme\nQ,Another\n", encoding="utf-8")
    main.build(tmp_path / "p")
    assert main.report(tmp_path / "p", tmp_path / "out").is_file()

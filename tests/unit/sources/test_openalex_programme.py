"""Flat works of OpenAlex become records: every defect by a written rule, with a decision or a refusal."""

import csv
import json

import pyarrow
import pyarrow.parquet
import pytest

from benchside.errors import BenchsideError, InputError, UsageError
from benchside.sources.openalex.measures import shares
from benchside.sources.openalex.openalex_programme import IGNORED, NEEDED, SOURCE
from benchside.sources.tables.cells import millionths, whole
from benchside.sources.tables.identifiers import bare_doi
from benchside.sources.tables.titles import plain_title

OPTIONS = {"project": "sea", "programme": "ocean", "counted_on": "2026-06", "labeller": "language model"}
TOPICS = json.dumps([{"id": "T1", "name": "Kelp", "field": "Biology"}, {"id": "T2", "name": "Tides", "field": "Earth"}])
GOOD = {
    "work_id": "W1", "doi": "10.1000/one", "title": "Kelp forests of the northern coast", "year": "2018.0", "date": "2018-03-28", "type": "article",
    "venue": "Sea", "venue_type": "journal", "oa_status": "gold", "cited_by_count": "12", "fwci": "2.5", "cnp_value": "0.95",
    "is_top_1pct": "False", "is_top_10pct": "True", "topics_json": TOPICS, "institution_ids": "I1|I2", "institution_names": "A|B",
    "countries": "CA|NA", "prov_funder_a": "True", "prov_ft_a": "False",
}  # fmt: skip


def write(folder, name, rows):
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return folder / name


@pytest.fixture
def read(tmp_path):
    """`read(*works, …)` reads works that differ from a good one as named; every work has its own id unless it is given."""

    def run(*works, candidates=(), labels=(), **options):
        rows = [
            GOOD | {"work_id": f"W{n}", "doi": "", "title": f"Kelp forests of the coast {n}"} | w
            for n, w in enumerate(works, 1)
        ]
        files = {"works.csv": write(tmp_path, "works.csv", rows)}
        for name, more in (("candidates.csv", candidates), ("verification.csv", labels)):
            if more:
                files[name] = write(tmp_path, name, list(more))
        return SOURCE.read(files, OPTIONS | options)

    return run


def records(extract, name):
    return [dict(zip(p.columns, row, strict=True)) for p in extract.tables.get(name, []) for row in p.rows]


def one(extract, name):
    (found,) = records(extract, name)
    return found


def reasons(extract, column):
    return [d.reason for d in extract.decisions if d.column == column]


def test_a_good_row_becomes_a_work_with_all_that_hangs_on_it(read):
    found = read({"doi": "https://doi.org/10.1000/ONE"})
    work = one(found, "work")
    assert (work["work_id"], work["doi"], work["work_type"], work["journal"]) == ("W1", "10.1000/one", "article", "Sea")
    assert (work["published_on"], work["open_access"]) == ("2018-03-28", "gold")
    score = one(found, "work_score")
    assert (score["ncs"], score["top10"], score["top1"]) == ("2.500000", "1", "0")
    assert (score["method"], score["database"], score["scored_on"]) == ("OpenAlex FWCI", "OpenAlex 2026-06", "2026-06")
    assert one(found, "citation_count")["citations"] == "12"
    assert [(f["field"], f["share"]) for f in records(found, "work_field")] == [
        ("Biology", "0.500000"),
        ("Earth", "0.500000"),
    ]
    # Namibia is no missing value.
    assert [a["country"] for a in records(found, "authorship") if a.get("country")] == ["CA", "NA"]
    assert [a["organisation_id"] for a in records(found, "authorship") if a.get("organisation_id")] == ["oa-a", "oa-b"]
    assert found.refusals == []


def test_no_person_is_named(read):
    found = read({"author_names": "Ada Lovelace", "author_ids": "A77", "abstract": "Text"})
    assert "Lovelace" not in str(found.tables) + str(found.decisions)
    assert {"author_names", "author_ids"} <= set(IGNORED)


def test_parquet_and_csv_give_the_same_records(tmp_path, read):
    row = GOOD | {"work_id": "W1", "doi": "", "title": "Kelp forests of the coast 1"}
    typed = row | {
        "year": 2018.0,
        "cited_by_count": 12,
        "fwci": 2.5,
        "cnp_value": 0.95,
        "is_top_1pct": False,
        "is_top_10pct": True,
    }
    typed |= {"prov_funder_a": True, "prov_ft_a": False, "abstract": None}
    path = tmp_path / "works.parquet"
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([typed]), path)
    by_parquet = SOURCE.read({"works.parquet": path}, OPTIONS)
    by_csv = read({})
    tables = set(by_csv.tables) - {"document", "programme", "project"}
    strip = {"locator"}
    for name in tables:
        assert [{k: v for k, v in r.items() if k not in strip} for r in records(by_parquet, name)] == [
            {k: v for k, v in r.items() if k not in strip} for r in records(by_csv, name)
        ]


def test_types_are_mapped_by_the_table_and_an_unknown_one_is_refused(read):
    found = read({"type": "book-chapter"}, {"type": "peer-review"}, {"type": "poem"})
    assert [w["work_type"] for w in records(found, "work")] == ["book_chapter", "other"]
    assert [(d.record, d.found) for d in found.decisions if d.column == "work_type"] == [("W2", "peer-review")]
    (refusal,) = [r for r in found.refusals if r.table == "work"]
    assert (refusal.column, refusal.value) == ("type", "poem")
    assert [r.table for r in found.refusals] == ["work", "work_candidate"]


@pytest.mark.parametrize(
    ("day", "year", "kept"),
    [
        ("2018-03-28", "2018.0", "2018-03-28"),
        ("", "2018", "2018"),
        ("2018-01-01", "2018", "2018"),
        ("2026-01-01", "2026", "2026-06"),
        ("2027-02-01", "2027", "2026-06"),
        ("2017-12-31", "2018", "2017-12-31"),
        ("", "", ""),
        ("2018-02-30", "2018", ""),
        ("2018-03-28", "MMXVIII", ""),
    ],
)
def test_days_are_taken_as_far_as_they_are_known(read, day, year, kept):
    found = read({"date": day, "year": year})
    assert one(found, "work")["published_on"] == kept
    told = reasons(found, "published_on") + [r.rule for r in found.refusals]
    assert len(told) == (0 if (day, kept) in (("2018-03-28", "2018-03-28"), ("", "2018")) else 1)


def test_a_work_without_percentile_has_no_top_share_whatever_its_flags_say(read):
    found = read(
        {"cnp_value": "", "is_top_10pct": "False"}, {"fwci": "", "cnp_value": ""}, {"fwci": "-1"}, {"fwci": "0"}
    )
    scores = {s["work_id"]: (s["ncs"], s["top10"]) for s in records(found, "work_score")}
    assert scores == {"W1": ("2.500000", ""), "W4": ("0.000000", "1")}
    assert [r.column for r in found.refusals] == ["fwci"]
    assert reasons(found, "fwci") == ["the database compares it with no other works"]


def test_a_count_that_is_missing_or_negative_is_not_nought(read):
    found = read({"cited_by_count": ""}, {"cited_by_count": "-3"}, {"cited_by_count": "0"})
    assert [(c["work_id"], c["citations"]) for c in records(found, "citation_count")] == [("W3", "0")]
    assert [r.value for r in found.refusals] == ["-3"]
    assert reasons(found, "cited_by_count") == ["a missing count is not nought"]


def test_wrong_values_are_refused_one_by_one_and_the_work_is_kept(read):
    found = read({"doi": "doi pending", "oa_status": "platinum", "topics_json": "{", "prov_ft_a": "maybe"})
    assert {r.column for r in found.refusals} == {"doi", "oa_status", "topics_json", "prov_ft_a"}
    assert (one(found, "work")["doi"], one(found, "work")["open_access"]) == ("", "")
    assert records(found, "work_field") == []


def test_an_id_comes_in_once_and_only_if_it_is_one(read):
    found = read({}, {"work_id": "W1"}, {"work_id": "https://openalex.org/W7"}, {"work_id": "A5"})
    assert [w["work_id"] for w in records(found, "work")] == ["W1", "W7"]
    assert [r.value for r in found.refusals if r.table == "work"] == ["W1", "A5"]


def test_titles_lose_mark_up_and_a_missing_one_is_marked(read):
    found = read({"title": "On &lt;i&gt;Nereocystis&lt;/i&gt; &amp;#8211; p < 0.05"}, {"title": "  "})
    assert [w["title"] for w in records(found, "work")] == ["On Nereocystis – p < 0.05", "[no title]"]


def test_mark_up_is_read_and_signs_of_mathematics_are_kept():
    assert plain_title("CO <sub>2</sub> ( <i>Sebastes</i> spp.) &amp; more") == "CO 2 (Sebastes spp.) & more"
    assert plain_title("a < b and c > d") == "a < b and c > d"
    assert plain_title("&amp;amp;") == "&"


def test_cells_are_read_strictly():
    assert (bare_doi("HTTPS://DX.DOI.ORG/10.1/A."), whole("12.0"), millionths("0.33333349")) == (
        "10.1/a.",
        "12",
        "0.333333",
    )
    assert bare_doi("doi:10.1000/a.") == "10.1000/a"
    for text in ("12.5", "-1", "1e3"):
        with pytest.raises(ValueError, match=text):
            whole(text)
    for text in ("nan", "inf", "-0.1", "x"):
        with pytest.raises(ValueError, match=text):
            millionths(text)


@pytest.mark.parametrize("fields", [["a"], ["a", "b", "c"], ["a", "a", "b"], list("abcdefg"), []])
def test_shares_of_fields_sum_to_one_to_the_millionth(fields):
    total = sum(round(float(s) * 1_000_000) for s in shares(fields).values())
    assert total == (1_000_000 if fields else 0)


def test_each_strategy_leaves_a_candidate_and_the_strongest_names_the_work(read):
    found = read(
        {"prov_funder_a": "True", "prov_ft_a": "True"},
        {"prov_funder_a": "False", "prov_ft_a": "True"},
        {"prov_funder_a": "False"},
    )
    hits = [(c["work_id"], c["strategy"], c["found_by"]) for c in records(found, "work_candidate")]
    assert hits == [("W1", "funder_a", "funder"), ("W1", "ft_a", "full_text"), ("W2", "ft_a", "full_text")]
    assert {w["work_id"]: w["found_by"] for w in records(found, "project_work")} == {"W1": "funder", "W2": "full_text"}


RULES = {"any": {"W1", "W2", "W3"}, "strong": {"W1", "W3"}, "two_strategies": {"W1"}, "labelled_include": {"W2"}}


@pytest.mark.parametrize("rule", [*RULES, ["ft_a"]], ids=str)
def test_the_rule_of_attribution_is_a_setting_and_is_written_down(read, rule):
    works = ({"prov_ft_a": "True"}, {"prov_funder_a": "False", "prov_ft_a": "True"}, {})
    labels = [
        {"work_id": "W1", "label": "exclude"},
        {"work_id": "W2", "label": "include"},
        {"work_id": "W3", "label": "unsure"},
    ]
    found = read(*works, labels=labels, accept=rule)
    expected = RULES[rule] if isinstance(rule, str) else {"W1", "W2"}
    assert {w["work_id"] for w in records(found, "project_work")} == expected
    (decision,) = [d for d in found.decisions if d.column == "accept"]
    assert (decision.found, decision.kept) == ("3 candidates", f"{len(expected)} works")


def test_candidates_beside_the_works_are_the_authority(read):
    candidates = [
        {"work_id": "W1", "prov_funder_a": "False", "prov_ft_a": "True"},
        {"work_id": "W9", "prov_funder_a": "True", "prov_ft_a": "False"},
    ]
    found = read({}, candidates=candidates)
    assert [c["strategy"] for c in records(found, "work_candidate")] == ["ft_a"]
    assert [r.value for r in found.refusals] == ["W9"]


def test_a_column_that_marks_data_sets_is_no_strategy(read):
    found = read({"prov_dataset": "True"})
    assert [c["strategy"] for c in records(found, "work_candidate")] == ["funder_a"]
    assert [d.kept for d in found.decisions if d.column == "prov_dataset"] == ["no strategy"]


def test_labels_are_taken_with_their_labeller_and_unknown_ones_refused(read):
    labels = [
        {"work_id": "W1", "label": "include", "scope": "na", "confidence": "low", "reason": "Affiliation"},
        {"work_id": "W2", "label": "perhaps", "scope": "", "confidence": "", "reason": ""},
        {"work_id": "W3", "label": "exclude", "scope": "x", "confidence": "very", "reason": ""},
        {"work_id": "W1", "label": "exclude", "scope": "", "confidence": "", "reason": ""},
        {"work_id": "W8", "label": "include", "scope": "", "confidence": "", "reason": ""},
    ]
    found = read({}, {}, {}, labels=labels)
    label = one(found, "work_label")
    assert (label["labeller"], label["label"], label["scope"]) == ("language model", "include", "")
    assert [(r.column, r.value) for r in found.refusals] == [
        ("label", "perhaps"), ("confidence", "very"), ("work_id", "W1"), ("work_id", "W8")
    ]  # fmt: skip


def wrong(options):
    return {k: v for k, v in (OPTIONS | options).items() if v is not None}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"counted_on": None}, "needs the options counted_on"),
        ({"accept": "best"}, "accept = 'best', expected one of any, strong"),
        ({"accept": ["funder_z"]}, "accept names funder_z; the strategies are funder_a, ft_a"),
        ({"strategies": {"x": "guess"}}, "with a code of found_by"),
        ({"projekt": "x"}, "Unknown option of the source openalex_programme 'projekt'. Did you mean 'project'?"),
        ({"acronym": 5}, "acronym = 5, expected a text"),
    ],
)
def test_wrong_options_are_said(tmp_path, options, words):
    path = write(tmp_path, "works.csv", [GOOD])
    with pytest.raises(UsageError) as error:
        SOURCE.read({"works.csv": path}, wrong(options))
    assert words in str(error.value)


def test_labels_without_a_labeller_stop_the_run(tmp_path):
    files = {"works.csv": write(tmp_path, "works.csv", [GOOD])}
    files["verification.csv"] = write(tmp_path, "verification.csv", [{"work_id": "W1", "label": "include"}])
    with pytest.raises(UsageError, match="nobody says who made them"):
        SOURCE.read(files, wrong({"labeller": None}))


def test_an_unknown_strategy_stops_the_run_until_somebody_says_what_it_is(tmp_path):
    files = {"works.csv": write(tmp_path, "works.csv", [GOOD | {"prov_rumour": "True"}])}
    with pytest.raises(InputError, match="unknown strategies rumour"):
        SOURCE.read(files, OPTIONS)
    found = SOURCE.read(files, OPTIONS | {"strategies": {"rumour": "full_text"}})
    assert {c["strategy"] for c in records(found, "work_candidate")} == {"funder_a", "rumour"}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("works.csv", b"", "is empty"),
        ("works.csv", b"work_id,doi\nW1,x\n", "missing columns: title"),
        ("works.csv", (",".join(NEEDED) + ",mood\n").encode(), "unknown columns: mood"),
        ("works.csv", b"\xff\xfe", "not UTF-8"),
        ("works.csv", (",".join(NEEDED) + "\nW1,x\n").encode(), "row 2 has 2 cells"),
        ("works.csv", (",".join(NEEDED) + "\n" + "x," * (len(NEEDED) - 1) + "x\n").encode(), "no column prov_"),
        ("works.parquet", b"PAR0", "no Parquet file"),
        ("SOURCE.txt", b"x", "no works.csv or works.parquet"),
    ],
)
def test_files_that_cannot_be_read_are_said(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BenchsideError) as error:
        SOURCE.read({name: tmp_path / name}, OPTIONS)
    assert words in str(error.value)


@pytest.mark.parametrize("name", ["papers.csv", "works.json", "in/papers.csv"])
def test_a_file_of_another_name_is_bad_input(tmp_path, name):
    with pytest.raises(InputError) as error:
        SOURCE.read({name: tmp_path / "kept"}, OPTIONS)
    assert str(error.value) == (
        f"{name}: not a file of openalex_programme. Expected works.csv or works.parquet, candidates.csv or candidates.parquet, "
        "verification.csv or verification.parquet. Rename or remove it."
    )

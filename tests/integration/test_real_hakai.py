"""The real works of a foundation's institute, asked whole: every number was worked out from the files by other means.

The queries in the comments run over `works.parquet` as `w`, beside `candidates.csv` and `verification.csv`, in DuckDB alone.
"""

import csv
from collections import Counter
from fractions import Fraction

import pytest

from benchside import main
from benchside.figures import corpus_quality

FOLDER = "data/openalex/hakai_2026"
PLACE = {"project": ["hakai"]}


@pytest.fixture(scope="module")
def files(shared):
    folder = shared / FOLDER
    if not folder.is_dir():
        pytest.skip(f"the folder of real data has no {FOLDER}")
    return folder


@pytest.fixture(scope="module")
def build(files, tmp_path_factory):
    """`build(accept)` is the desk of a programme under a rule of attribution; each is built once."""
    desks = {}

    def make(accept, extra=""):
        if (accept, extra) not in desks:
            folder = tmp_path_factory.mktemp("hakai")
            if extra:
                (folder / "records").mkdir()
                (folder / "records" / "work_merge.csv").write_text(extra, encoding="utf-8")
            write(folder, files, accept, bool(extra))
            result = main.build(folder)
            assert result.refused == 0
            desks[accept, extra] = main.open_desk(folder), result
        return desks[accept, extra]

    yield make
    for desk, _ in desks.values():
        desk.build.close()


def write(folder, files, accept, with_records):
    lines = [
        'as_of = "2026-12-31"' if with_records else "",
        '[[source]]\nid = "openalex_programme"',
        f'path = "{files.as_posix()}"',
        'project = "hakai"\nacronym = "Hakai"\nprogramme = "tula"\nprogramme_name = "Tula Foundation"',
        'counted_on = "2026-06"\nlabeller = "language model"',
        f"accept = {accept}",
        '[[source]]\nid = "workbook"\npath = "records"' if with_records else "",
    ]
    (folder / "programme.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


ANY, STRONG, TWO, LABELLED = '"any"', '"strong"', '"two_strategies"', '"labelled_include"'
FUNDERS = '["funder_hakai", "funder_tula"]'


def test_everything_comes_in(build):
    _, result = build(ANY)
    # SELECT count(*) FROM w: 1684, each with a citation count and a label; 1366 with fwci.
    assert [result.counts[t] for t in ("work", "citation_count", "work_label", "work_score")] == [
        1684,
        1684,
        1684,
        1366,
    ]
    # 327 + 550 + 731 + 645 + 982 + 353 + 20 + 297 + 182 rows of the nine strategies are true.
    assert result.counts["work_candidate"] == 4087
    # SELECT count(DISTINCT (work_id, field)) over the topics of topics_json: 2991, of 1684 - 131 works.
    assert result.counts["work_field"] == 2991


def test_every_known_defect_is_told_as_often_as_it_occurs(build):
    desk, _ = build(ANY)
    told = Counter((d["column"], d["reason"].split(":")[0]) for d in desk.build.fetch(desk.build.system("decision")))
    told = {f"{column}: {reason}": n for (column, reason), n in told.items()}
    # year IS NULL: 7 · title = '': 2 · fwci IS NULL: 318 · topics_json = '[]': 131 · oa_status = 'diamond': 53
    # type IN (peer-review 61, dissertation 42, erratum 6, letter 5, paratext 4, editorial 1): 119
    # date LIKE '%-01-01': 206 · more institution ids than names: 8 · one DOI, two titles: 4
    assert told["published_on: without a year it counts in totals, and in no year"] == 7
    assert told["title: a work without a title is kept and can be found by its id"] == 2
    assert told["fwci: the database compares it with no other works"] == 318
    assert told["topics_json: a work without topics counts in totals, and in no field"] == 131
    assert told["open_access: gold that costs the authors nothing"] == 53
    assert told["work_type: the model has no type of its own for it"] == 119
    assert told["published_on: the first of January stands for a year whose day is not known"] == 206
    assert sum(n for t, n in told.items() if t.startswith("institution_names")) == 8
    assert sum(n for t, n in told.items() if t.startswith("doi: one DOI and two titles")) == 4


def test_one_doi_of_two_different_works_merges_nothing(build):
    desk, _ = build(ANY)
    merge = desk.build.history("work_merge")
    # A paper of 1998 on fruit trees in pots bears the DOI of a paper of 2023 on flatworms.
    assert desk.build.fetch(merge.filter(merge.work_id.isin(["W38030717", "W4389135497"]))) == []
    assert {r["rule"] for r in desk.build.fetch(merge)} == {"version_of", "same_title"}
    kept = {r["kept_id"] for r in desk.build.fetch(merge)}
    assert not kept & {r["work_id"] for r in desk.build.fetch(merge)}


def test_publications_and_citations(build):
    desk, result = build(ANY)
    # 52 preprints and copies of a published work, 44 records of one repository under one title: 96 fewer than 1684.
    assert result.counts["work_merge"] == 52 + 44
    assert desk.one("publications", PLACE).value == 1684 - 96
    # SELECT sum(cited_by_count) FROM w: 66477; over the 96 merged records: 343, which are not added to the kept ones.
    assert desk.one("citations", PLACE).value == 66477 - 343


# SELECT count(*), avg(fwci), median(fwci), count(*) FILTER (is_top_10pct), … (is_top_1pct) FROM w WHERE year <= 2024
#   AND type IN ('article', 'review') AND fwci IS NOT NULL AND NOT merged: the census year 2026 and the year before are out.
IMPACT = {
    ANY: (1037, 7.432579, 2.19, 438, 86),
    STRONG: (888, 8.097148, 2.32665, 389, 78),
}


@pytest.mark.parametrize("rule", IMPACT)
def test_mean_and_median_impact_differ_a_lot_and_both_are_given(build, rule):
    desk, _ = build(rule)
    papers, mean, median, top10, top1 = IMPACT[rule]
    figures = {name: desk.one(name, PLACE) for name in ("mncs", "median_ncs", "top10_share", "top1_share")}
    assert {f.n for f in figures.values()} == {papers}
    assert figures["mncs"].value == pytest.approx(mean, abs=5e-7)
    assert figures["median_ncs"].value == median
    assert Fraction(figures["top10_share"].exact) == Fraction(top10, papers)
    assert Fraction(figures["top1_share"].exact) == Fraction(top1, papers)


def test_one_paper_of_ninety_two_authors_carries_a_quarter_of_the_mean(build):
    desk, _ = build(ANY)
    score = desk.build.table("work_score")
    (top,) = desk.build.fetch(score.order_by(score.ncs.desc()).limit(1))
    # W2395026888, fwci 1852.3894: 1852.3894 / (1037 × 7.432579) = 0.240.
    assert (top["work_id"], top["ncs"]) == ("W2395026888", 1_852_389_400)
    assert desk.one("mncs_without_top1", PLACE).value < 0.7 * desk.one("mncs", PLACE).value


def counted(files):
    """The files read with the standard library alone: work → (strategies that found it, label)."""
    with (files / "verification.csv").open(encoding="utf-8", newline="") as file:
        labels = {r["work_id"]: r["label"] for r in csv.DictReader(file)}
    with (files / "candidates.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    searches = [c for c in rows[0] if c.startswith("prov_") and c not in ("prov_dataset", "provenance_list")]
    return {r["work_id"]: ({c[5:] for c in searches if r[c] == "True"}, labels[r["work_id"]]) for r in rows}


STRUCTURED = {"funder_hakai", "funder_tula", "inst_hakai", "inst_tula"}
TAKES = {
    ANY: lambda found, label: True,
    STRONG: lambda found, label: bool(found & STRUCTURED),
    TWO: lambda found, label: len(found) > 1,
    FUNDERS: lambda found, label: bool(found & {"funder_hakai", "funder_tula"}),
}
QUALITY = {ANY: (1515, 1684), STRONG: (1323, 1385), TWO: (1140, 1155), FUNDERS: (688, 726)}
"""Rule → works labelled as belonging, of those taken; 1515 of all candidates belong."""


@pytest.mark.parametrize("rule", QUALITY)
def test_precision_and_recall_of_each_rule(build, files, rule):
    desk, _ = build(rule)
    taken = [label for found, label in counted(files).values() if TAKES[rule](found, label)]
    own, works = QUALITY[rule]
    assert (taken.count("include"), len(taken)) == (own, works)
    precision, recall = desk.one("attribution_precision", PLACE), desk.one("attribution_recall", PLACE)
    assert (Fraction(precision.exact), precision.n) == (Fraction(own, works), works)
    assert (Fraction(recall.exact), recall.n) == (Fraction(own, 1515), 1515)


def test_each_strategy_by_itself(build):
    desk, _ = build(ANY)
    found = {s.name: (s.works, s.own) for s in corpus_quality.by_strategy(desk, "hakai")}
    # SELECT count(*), count(*) FILTER (label = 'include') FROM candidates JOIN verification WHERE prov_…
    assert found == {
        "funder_hakai": (327, 297), "funder_tula": (550, 542), "inst_hakai": (731, 731), "inst_tula": (645, 621), "rawaff_hakai": (982, 967),
        "ft_hakai_inst": (353, 324), "ft_hakai_net": (20, 18), "ft_tula": (297, 275), "ft_calvert": (182, 128),
    }  # fmt: skip
    assert {f.cut: f.n for f in desk.ask("attribution_precision", PLACE, by="kind")} == {
        n: w for n, (w, _) in found.items()
    }


def test_every_figure_of_publications_says_how_well_they_were_found(build):
    for rule, share in ((STRONG, "95.5"), (TWO, "98.7")):
        desk, _ = build(rule)
        for name in ("publications", "citations", "mncs", "open_access_share"):
            (note,) = [n for n in desk.one(name).notes if n.startswith("Corpus:")]
            assert f"precision {share}" in note
            assert "over its candidates only" in note
            assert note.endswith("labelled by: language model")
    # 1323 of 1515 = 87.3 %, 1140 of 1515 = 75.2 %
    assert "recall 75.2" in note
    assert not [n for n in desk.one("projects").notes if n.startswith("Corpus:")]


def test_labels_that_decide_do_not_also_test(build):
    desk, result = build(LABELLED)
    assert result.counts["project_work"] == 1515
    (note,) = [n for n in desk.one("publications").notes if n.startswith("Corpus:")]
    assert "the labels do not test it" in note


def test_fields_are_shared_and_countries_are_not(build):
    desk, _ = build(ANY)
    field, author = desk.build.table("work_field"), desk.build.table("authorship")
    sums = desk.build.fetch(field.group_by("work_id").agg(whole=field.share.sum()))
    assert {int(r["whole"]) for r in sums} == {1_000_000}
    # SELECT count(DISTINCT work_id) over topics_json by field: 1037 and 695.
    works = {r["field"]: r["n"] for r in desk.build.fetch(field.group_by("field").agg(n=field.work_id.nunique()))}
    assert (works["Environmental Science"], works["Earth and Planetary Sciences"]) == (1037, 695)
    placed = author.filter(author.country.notnull())
    countries = {
        r["country"]: r["n"] for r in desk.build.fetch(placed.group_by("country").agg(n=placed.work_id.nunique()))
    }
    # SELECT c, count(*) over string_split(countries, '|'): 90 countries.
    assert (len(countries), countries["CA"], countries["US"], countries["GB"]) == (90, 1318, 542, 162)


def test_publications_by_country_count_a_merged_work_once(build):
    desk, _ = build(ANY)
    author, merge = desk.build.table("authorship"), desk.build.table("work_merge")
    held: dict[str, set[str]] = {}
    for row in desk.build.fetch(author.filter(author.country.notnull()).select("work_id", "country")):
        held.setdefault(row["work_id"], set()).add(row["country"])
    stands = {r["work_id"]: r["kept_id"] for r in desk.build.fetch(merge)}
    works = {r["work_id"] for r in desk.build.fetch(desk.build.table("work").select("work_id"))}
    kept = works - set(stands)
    assert len(kept) == 1588
    for merged_one, its in stands.items():  # a kept work without a country takes it from what was merged into it
        if its not in held and merged_one in held:
            held[its] = held[merged_one]
    expected = {}
    for work in kept:
        for country in held.get(work, ["(none)"]):
            expected[country] = expected.get(country, 0) + 1
    assert {f.cut: f.value for f in desk.ask("publications", by="author_country")} == expected


def test_international_papers_are_those_of_two_countries(build):
    desk, _ = build(ANY)
    figure = desk.one("international_share", PLACE)
    # Of the 1588 kept works 1361 have a country of their own, and one takes it from the record merged into it.
    assert figure.n == 1362


def test_a_merge_can_be_undone_by_a_later_record(build):
    head = "work_id,kept_id,verdict,rule,decided_on"
    desk, _ = build(ANY, f"{head}\nW3209029998,W4225004802,apart,by_hand,2026-11-22\n")
    # The discussion paper of Global Carbon Budget 2021 is an article of 2021 with a score: one more of both.
    assert desk.one("publications", PLACE).value == 1684 - 95
    assert desk.one("mncs", PLACE).n == 1037 + 1
    assert desk.one("publications", PLACE, as_of="2026-10-31").value == 1684 - 95

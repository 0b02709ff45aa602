"""Files of OpenAlex, Crossref and Gateway to Research that tell of the same works and of one grant, built as a programme."""

import json

from benchside import main
from benchside.resolve.judgements import Judgement, Ledger, write_ledger
from tests.conftest import ROOT

OPENALEX = ROOT / "tests/fixtures/sources/openalex_works/page.json"
PROJECT = {"link": [{"href": "https://gtr.ukri.org/gtr/api/projects/P1", "rel": "PROJECT"}]}
"""How a page of Gateway to Research points to a project."""
PROGRAMME = """as_of = "2026-06-30"

[[source]]
id = "openalex_works"
path = "openalex"
counted_on = "2026-06"
grants = { 115303 = "P1" }

[[source]]
id = "crossref_works"
path = "crossref"
as_of = "2026-06-01"
project_ids = { "MR/K1/1" = "P1" }

[[source]]
id = "gtr"
path = "gtr"
as_of = "2018-04-06"

[[source]]
id = "crossref_grants"
path = "grants"
as_of = "2026-06-01"
programme = "MRC"
payer = "national"
"""


def page(**records):
    return {"links": [], "ext": None, "page": 1, "size": 20, "totalPages": 1, "totalSize": 1, **records}


def paper(number, title, **identifiers):
    said = {
        "id": f"u{number}",
        "outcomeid": f"5a.{number}",
        "title": title,
        "type": "Journal Article/Review",
        "journalTitle": "Made",
    }
    return said | {"author": "", "datePublished": 1380585600000, "links": PROJECT} | identifiers


FILES = {
    "crossref/one.json": {"status": "ok", "message-type": "work", "message": {
        "DOI": "10.99999/MADE.1", "type": "journal-article", "title": ["Made Study of One Thing"], "is-referenced-by-count": 7,
        "funder": [{"name": "Made", "award": ["MR/K1/1"]}],
    }},
    "gtr/projects.json": page(project=[{
        "id": "P1", "href": "https://gtr.ukri.org/gtr/api/projects/P1", "title": "A grant", "status": "Active", "leadFunder": "MRC",
        "start": 1380585600000, "end": None, "identifiers": {"identifier": [{"value": "MR/K1/1", "type": "RCUK"}]},
        "healthCategories": {"healthCategory": []}, "researchSubjects": {"researchSubject": []}, "links": {"link": []},
    }]),
    "gtr/publications.json": page(publication=[
        paper(1, "A made study of one thing", doi="https://doi.org/10.99999/made.1"),
        paper(2, "Made study of another thing", pubMedId="30000002"),
        paper(3, "Wrongly typed", doi="10.99999/made.2"),
    ]),
    "grants/one.json": {"status": "ok", "message-type": "work", "message": {
        "DOI": "10.5555/grant.1", "type": "grant", "award": "mr-k1-1", "project": [{"project-title": [{"title": "A Grant"}]}],
    }},
}  # fmt: skip


def write(folder):
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    (folder / "openalex").mkdir()
    (folder / "openalex/page.json").write_bytes(OPENALEX.read_bytes())
    (folder / "programme.toml").write_text(PROGRAMME, encoding="utf-8")
    return folder


def table(folder, name):
    with main.open_build(folder) as build:
        return build.fetch(build.history(name))


def test_files_of_four_sources_tell_of_one_work_and_one_grant(tmp_path):
    folder = write(tmp_path)
    main.build(folder)
    merged = {(r["work_id"], r["kept_id"], r["rule"]) for r in table(folder, "work_merge")}
    assert merged == {
        ("crossref:10.99999/made.1", "W1", "same_doi"),
        ("gtr:5a.1", "W1", "same_doi"),
        ("gtr:5a.2", "W2", "same_pmid"),  # and not 5a.3, which bears its DOI under another title
    }
    ((joined, kept),) = [(r["project_id"], r["cluster_id"]) for r in table(folder, "project_cluster")]
    assert (joined.startswith("crossref:"), kept) == (True, "P1")
    assert main.figures(folder, ["projects"])[0].value == 1
    # Of the project: 5a.1, 5a.2 and 5a.3, of which Crossref and OpenAlex tell again
    told = {r["work_id"] for r in table(folder, "project_work")} - {w for w, _, _ in merged}
    assert main.figures(folder, ["publications"])[0].value == len(told | {"W1", "W2"})


def test_a_kept_judgement_on_works_undoes_it_and_troubles_no_organisation(tmp_path):
    folder = write(tmp_path)
    before = main.build(folder)
    ledger = Ledger(
        [Judgement("gtr:work:gtr:5a.2", "openalex_works:work:W2", "different", "a letter", "analyst", "2026-06-01")]
    )
    write_ledger(folder / main.JUDGEMENTS, ledger)
    main.build(folder)
    assert "gtr:5a.2" not in {r["work_id"] for r in table(folder, "work_merge")}
    ledger.undo("gtr:work:gtr:5a.2", "openalex_works:work:W2", "2026-06-02")
    write_ledger(folder / main.JUDGEMENTS, ledger)
    assert main.build(folder).content_hash == before.content_hash
    same = Judgement(
        "gtr:project:P1", "crossref_grants:project:crossref:10.5555/grant.1", "same", "asked", "analyst", "2026-06-03"
    )
    ledger.judge(same)
    write_ledger(folder / main.JUDGEMENTS, ledger)
    assert main.build(folder).decisions == before.decisions
    assert [r["basis"] for r in table(folder, "project_cluster")] == ["judgement"]

"""What each source asks of its publisher: addresses as the publisher's documentation writes them, and the rule of the next page."""

import json

import pytest

import benchside.sources as sources
from benchside.errors import InputError, UsageError
from benchside.registry import gather
from benchside.sources.clinicaltrials import fetching as clinicaltrials
from benchside.sources.cordis import fetching as cordis
from benchside.sources.crossref import fetching as crossref
from benchside.sources.fetching.asked import asked_of
from benchside.sources.fetching.plan import Reply
from benchside.sources.gtr import fetching as gtr
from benchside.sources.openalex import fetching as openalex
from benchside.sources.ror import fetching as ror
from tests.conftest import ROOT

ALL = {m.__name__.split(".")[-2]: m.FETCH for m in (clinicaltrials, cordis, crossref, gtr, openalex, ror)}


def ask(module, written, answers, tmp_path):
    """The requests of a plan that is given these answers, one after the other, and which of its files would be kept."""
    plan = module.FETCH.plan(asked_of("made", module.FETCH, written))
    requests, kept = [], []
    try:
        request = next(plan)
        while True:
            requests.append(request)
            answer = answers[len(requests) - 1] if len(requests) <= len(answers) else {}
            if request.keep(answer) if callable(request.keep) else request.keep:
                kept.append(request.name)
            path = tmp_path / f"{len(requests)}"
            path.write_text(json.dumps(answer))
            request = plan.send(Reply(path))
    except StopIteration as end:
        return requests, kept, end.value


def test_openalex_lists_works_by_grant_with_cursors(tmp_path):
    answers = [
        {"meta": {"next_cursor": "Ils="}, "results": [{"id": "W1"}]},
        {"meta": {"next_cursor": "Ila="}, "results": [{"id": "W2"}]},
        {"meta": {"next_cursor": "Ilz="}, "results": []},
    ]
    requests, kept, _ = ask(openalex, {"grants": [115303, "MR/K1"], "years": "2014-2024"}, answers, tmp_path)
    start = "https://api.openalex.org/works?filter=awards.funder_award_id%3A115303%7CMR%2FK1%2Cpublication_year%3A2014-2024&per_page=100&cursor="
    assert [r.url for r in requests] == [f"{start}%2A", f"{start}Ils%3D", f"{start}Ila%3D"]
    assert kept == ["grants-001-00001.json", "grants-001-00002.json"]


def test_openalex_ends_without_a_cursor_and_asks_each_way_apart(tmp_path):
    done = {"meta": {"next_cursor": None}, "results": [{"id": "W1"}]}
    asked = {"funders": "F4320321181", "organisations": ["052gg0110"]}
    requests, kept, _ = ask(openalex, asked, [done, done], tmp_path)
    assert [r.params["filter"] for r in requests] == [
        "funders.id:F4320321181",
        "authorships.institutions.ror:052gg0110",
    ]
    assert kept == ["funders-001-00001.json", "organisations-001-00001.json"]
    many = {"grants": [str(100_000 + n) for n in range(51)]}
    requests, _, _ = ask(openalex, many, [done, done], tmp_path)
    assert [r.params["filter"].count("|") for r in requests] == [49, 0]  # fifty and one


def test_crossref_lists_works_by_grant_until_a_page_is_not_full(tmp_path):
    full = {"message": {"next-cursor": "DnF1", "items": [{"DOI": str(n)} for n in range(200)]}}
    rest = {"message": {"next-cursor": "DnF1", "items": [{"DOI": "last"}]}}
    asked = {"grants": "115303", "funders": "501100010767", "years": "2014-2024"}
    requests, kept, _ = ask(crossref, asked, [full, rest], tmp_path)
    filters = (
        "award.number%3A115303%2Caward.funder%3A10.13039%2F501100010767%2Cfrom-pub-date%3A2014%2Cuntil-pub-date%3A2024"
    )
    assert [r.url for r in requests] == [
        f"https://api.crossref.org/v1/works?filter={filters}&rows=200&cursor=%2A",
        f"https://api.crossref.org/v1/works?filter={filters}&rows=200&cursor=DnF1",
    ]
    assert kept == ["grant-00001-00001.json", "grant-00001-00002.json"]


def test_crossref_lists_the_grants_of_a_funder(tmp_path):
    none = {"message": {"next-cursor": "x", "items": []}}
    requests, kept, _ = ask(crossref, {"funders": "100004440", "types": "grant"}, [none], tmp_path)
    assert [r.params["filter"] for r in requests] == ["funder:10.13039/100004440,type:grant"]
    assert kept == []


def test_clinicaltrials_lists_studies_until_there_is_no_token(tmp_path):
    answers = [
        {"nextPageToken": "NF0g", "studies": [{}]},
        {"studies": [{}]},
        {"studies": []},
    ]
    asked = {"studies": ["NCT01234567", "NCT07654321"], "terms": "IMI 115303"}
    requests, kept, _ = ask(clinicaltrials, asked, answers, tmp_path)
    start = "https://clinicaltrials.gov/api/v2/studies?"
    assert [r.url for r in requests] == [
        f"{start}filter.ids=NCT01234567%2CNCT07654321&format=json&pageSize=100",
        f"{start}filter.ids=NCT01234567%2CNCT07654321&format=json&pageSize=100&pageToken=NF0g",
        f"{start}query.term=IMI+115303&format=json&pageSize=100",
    ]
    assert kept == ["studies-0001-0001.json", "studies-0001-0002.json"]


def linked(project, *kinds):
    """A project whose links lead to its leader, its fund, and outcomes of these types."""
    paths = ["persons/X", "funds/F", *(f"outcomes/{kind}/O" for kind in kinds)]
    return {
        "id": project,
        "links": {"link": [{"href": f"http://gtr.ukri.org/gtr/api/{path}", "rel": "R"} for path in paths]},
    }


def test_gateway_to_research_lists_projects_and_then_what_hangs_on_each(tmp_path):
    answers = [
        {"page": 1, "size": 100, "totalPages": 2, "totalSize": 101, "project": [linked("P1", "spinouts", "products")]},
        {"page": 2, "size": 100, "totalPages": 2, "totalSize": 101, "project": [linked("P2", "products")]},
        {"page": 1, "totalPages": 1, "fund": [{"id": "F1"}]},
        {"page": 1, "totalPages": 1, "organisation": []},
        {"page": 1, "totalPages": 0, "spinOut": []},
    ]
    requests, kept, _ = ask(gtr, {"references": "MR/K1/1", "outcomes": "spinouts"}, answers, tmp_path)
    api = "https://gtr.ukri.org/gtr/api"
    assert [r.url for r in requests] == [
        f"{api}/projects?q=%22MR%2FK1%2F1%22&f=pro.gr&p=1&s=100",
        f"{api}/projects?q=%22MR%2FK1%2F1%22&f=pro.gr&p=2&s=100",
        *(f"{api}/projects/P1/{kind}?p=1&s=100" for kind in ("funds", "organisations", "outcomes/spinouts")),
        *(f"{api}/projects/P2/{kind}?p=1&s=100" for kind in ("funds", "organisations")),  # it has no spin-out
    ]
    assert {r.accept for r in requests} == {"application/vnd.rcuk.gtr.json-v7"}
    assert kept == ["projects-00001-0001.json", "projects-00001-0002.json", "funds-P1-0001.json"]


@pytest.mark.parametrize("project", [{"id": "P1"}, linked("P1", "inventions")])
def test_gateway_to_research_asks_for_all_types_where_the_links_do_not_tell(tmp_path, project):
    answers = [{"totalPages": 1, "project": [project]}]
    requests, _, _ = ask(gtr, {"references": "MR/K1/1"}, answers, tmp_path)
    assert len(requests) == 1 + 2 + 14  # the project; funds and organisations; fourteen types


def test_gateway_to_research_asks_for_no_persons():
    assert not [kind for kind in gtr.OUTCOMES if "person" in kind]


def test_ror_follows_the_record_of_its_newest_dump(tmp_path):
    content = "https://zenodo.org/api/records/17953395/files/v1.73-ror-data.zip/content"
    said = {
        "metadata": {"version": "v1.73", "publication_date": "2025-10-28"},
        "files": [
            {"key": "notes.txt", "links": {"self": "https://zenodo.org/x"}},
            {"key": "v1.73-ror-data.zip", "checksum": "md5:00ff", "links": {"self": content}},
        ],
    }
    requests, kept, told = ask(ror, {}, [said], tmp_path)
    assert [r.url for r in requests] == ["https://zenodo.org/api/records/6347574", content]
    assert (requests[1].checksum, requests[1].form) == ("md5:00ff", "zip")
    assert kept == ["v1.73-ror-data.zip"]
    assert told is not None
    assert (told.version, told.published_on) == ("v1.73", "2025-10-28")


@pytest.mark.parametrize("said", [{}, [], {"files": []}, {"files": [{"key": "a.csv", "links": {"self": "x"}}]}])
def test_a_record_without_a_dump_is_told(said, tmp_path):
    with pytest.raises(InputError, match=r"Record 1234 of Zenodo names no ZIP file.*Correct `record`"):
        ask(ror, {"record": 1234}, [said], tmp_path)


def test_cordis_gives_a_file_for_each_programme_and_table(tmp_path):
    asked = {"programmes": ["HORIZON", "FP7"], "tables": ["projects", "publications"]}
    requests, _, _ = ask(cordis, asked, [], tmp_path)
    assert [r.url for r in requests] == [
        "https://cordis.europa.eu/data/cordis-fp7projects-csv.zip",
        "https://cordis.europa.eu/data/cordis-HORIZONprojects-csv.zip",
        "https://cordis.europa.eu/data/cordis-HORIZONprojectPublications-csv.zip",
    ]
    with pytest.raises(UsageError, match=r"'FP9'.*Known: FP7, H2020, HORIZON"):
        ask(cordis, {"programmes": "FP9"}, [], tmp_path)


@pytest.mark.parametrize("family", ALL)
def test_every_declaration_is_polite_and_its_defaults_can_be_asked(family):
    declared = ALL[family]
    assert 0 < declared.per_second <= 5
    assert {option.name for option in declared.options} >= set(declared.needs)
    for option in declared.options:
        if option.default:
            written = {option.name: list(option.default)}
            needed = {name: _example(declared, name) for name in declared.needs[:1] if name != option.name}
            assert asked_of(family, declared, written | needed)[option.name] == option.default


def _example(declared, name):
    option = next(o for o in declared.options if o.name == name)
    return option.choices[0] if option.choices else option.words.split()[-1]


@pytest.mark.parametrize("family", [f for f in ALL if ALL[f].needs])
def test_the_examples_in_the_messages_can_be_asked(family):
    declared = ALL[family]
    for option in declared.options:
        if "such as" in option.words and " or " not in option.words:
            example = option.words.partition("such as ")[2].strip()
            assert asked_of(
                family, declared, {declared.needs[0]: _example(declared, declared.needs[0]), option.name: example}
            )


def test_the_registers_can_be_fetched():
    fetched = {id for id, source in gather(sources, "SOURCE").items() if source.fetch}
    assert {"cordis", "gtr", "ror"} <= fetched


@pytest.mark.parametrize("family", ALL)
def test_the_documentation_tells_of_every_option(family):
    page = (ROOT / "docs" / "how-to" / "fetch.md").read_text(encoding="utf-8")
    assert [o.name for o in ALL[family].options if f"`{o.name}`" not in page] == []

"""The command `fetch`: from `[source.fetch]` to a snapshot that builds, against a site in a thread."""

import hashlib
import io
import json
import re
import zipfile

import pytest
from typer.testing import CliRunner

from benchside import main
from benchside.cli import app
from benchside.errors import InputError, UsageError
from benchside.settings import read_programme
from tests.unit.sources.site import dump, reply, serving

ORGANISATION = {
    "id": "https://ror.org/052gg0110", "names": [{"value": "University of Oxford", "types": ["ror_display"], "lang": "en"}],
    "status": "active", "types": ["education"], "established": 1096, "locations": [], "external_ids": [], "relationships": [],
    "links": [], "domains": [], "admin": {"created": {"date": "2018-11-14", "schema_version": "1.0"}, "last_modified": {"date": "2024-12-11", "schema_version": "2.1"}},
}  # fmt: skip


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with serving() as found:
        monkeypatch.setattr("benchside.sources.ror.fetching.RECORDS", f"{found.url}/api/records")
        monkeypatch.setattr("benchside.sources.cordis.fetching.ADDRESS", f"{found.url}/data")
        monkeypatch.setattr("time.sleep", lambda seconds: None)
        yield found


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "programme.toml").write_text(
        'contact = "ask@example.org"\n[[source]]\nid = "ror"\npath = "ror"\n'
        '[[source]]\nid = "cordis"\npath = "a"\nfetch = {programmes = "H2020"}\n'
        '[[source]]\nid = "cordis"\npath = "b"\n[source.fetch]\nprogrammes = ["FP7"]\n[[source]]\nid = "workbook"\npath = "w"\n'
    )
    return tmp_path


def packed(name, text):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr(name, text)
    return made.getvalue()


def publish(site, body, version="v1.73"):
    """A release of ROR on Zenodo, as its interface shows one."""
    file = {"key": f"{version}-ror-data.zip", "links": {"self": f"{site.url}/{version}"}}
    file["checksum"] = "md5:" + hashlib.md5(body).hexdigest()
    record = {"metadata": {"version": version, "publication_date": "2025-10-28"}, "files": [file]}
    site.answers["/api/records/6347574"] = [reply(200, json.dumps(record).encode())]
    site.answers[f"/{version}"] = [dump(body)]


def run(*words):
    return CliRunner().invoke(app, words)


def test_a_dump_is_fetched_and_builds(site, folder):
    body = packed("v1.73_schema_v2.json", json.dumps([ORGANISATION]))
    publish(site, body)
    done = run("fetch", str(folder), "ror")
    assert done.exit_code == 0, done.output
    assert re.search(
        rf"ror: 1 files, {len(body)} bytes, fetched on \d{{4}}-\d\d-\d\d; snapshot [0-9a-f]{{16}}\.\n", done.output
    )
    assert (folder / "ror" / "v1.73-ror-data.zip").read_bytes() == body
    assert site.asked[0][1]["User-Agent"] == "Benchside/0.1.0 (mailto:ask@example.org)"
    (record,) = (folder / ".benchside" / "snapshots").glob("*.json")
    origin = json.loads(record.read_text())["origin"]
    assert origin["url"] == f"{site.url}/v1.73"
    assert (origin["version"], origin["published_on"]) == ("v1.73", "2025-10-28")
    assert "Research Organization Registry: ROR data, as downloaded, fetched on 20" in origin["citation"]

    asked = len(site.asked)
    (folder / "programme.toml").write_text('[[source]]\nid = "ror"\npath = "ror"\n[source.fetch]\nrecord = 6347574\n')
    result = main.build(folder)
    assert result.counts["organisation"] == 1  # the one of the dump; what [source.fetch] asks does not reach the reader
    assert len(site.asked) == asked  # building asks nothing of anybody
    assert len(list((folder / ".benchside" / "snapshots").glob("*.json"))) == 1  # the build read that very snapshot


def test_pages_of_gateway_to_research_are_fetched_and_build(site, folder, monkeypatch):
    api = "/gtr/api/projects"
    monkeypatch.setattr("benchside.sources.gtr.fetching.ADDRESS", f"{site.url}/gtr/api")
    links = [{"href": f"http://gtr.ukri.org{api.removesuffix('/projects')}/outcomes/spinouts/U1", "rel": "SPIN_OUT"}]
    grant = {
        "id": "P1", "title": "A grant", "status": "Active", "grantCategory": "Research Grant", "leadFunder": "MRC",
        "identifiers": {"identifier": [{"value": "MR/K1/1", "type": "RCUK"}]}, "links": {"link": links},
    }  # fmt: skip
    of_grant = {"link": [{"href": f"http://gtr.ukri.org{api}/P1", "rel": "PROJECT"}]}
    told = {
        api: {"project": [grant]},
        f"{api}/P1/funds": {"fund": []},
        f"{api}/P1/organisations": {"organisation": []},
        f"{api}/P1/outcomes/spinouts": {
            "spinOut": [
                {"id": "U1", "outcomeid": "5a.1", "companyName": "Newco", "yearEstablished": 2014, "links": of_grant}
            ]
        },
    }
    for path, records in told.items():
        site.answers[path] = [reply(200, json.dumps({"page": 1, "size": 100, "totalPages": 1, **records}).encode())]
    (folder / "programme.toml").write_text(
        '[[source]]\nid = "gtr"\npath = "gtr"\nas_of = "2026-03-01"\n[source.fetch]\nreferences = "MR/K1/1"\n'
    )
    done = run("fetch", str(folder), "gtr")
    assert done.exit_code == 0, done.output
    kept = sorted(p.name for p in (folder / "gtr").iterdir() if not p.name.startswith("."))
    assert kept == ["projects-00001-0001.json", "spinouts-P1-0001.json"]
    counts = main.build(folder).counts
    assert (counts["project"], counts["outcome"], counts["exploitation_event"]) == (1, 1, 1)


def test_a_newer_dump_takes_the_place_of_the_old_one_and_the_old_snapshot_stays(site, folder):
    for version in ("v1.73", "v1.74"):
        publish(site, packed(f"{version}.json", "[]" + " " * len(version)), version)
        assert run("fetch", str(folder), "ror").exit_code == 0
    assert [p.name for p in (folder / "ror").glob("*.zip")] == ["v1.74-ror-data.zip"]
    assert len(list((folder / ".benchside" / "snapshots").glob("*.json"))) == 2
    assert len(list((folder / ".benchside" / "files").glob("*.zip"))) == 2


def test_a_failure_leaves_the_dump_that_stood_there_and_says_where_to_put_files(site, folder):
    publish(site, packed("a.json", "[]"))
    assert run("fetch", str(folder), "ror").exit_code == 0
    site.answers["/api/records/6347574"] = [reply(503)]
    done = run("fetch", str(folder), "ror")
    assert isinstance(done.exception, InputError)
    assert done.exception.exit_code == 3
    assert f"or put the files into {folder / 'ror'}, the `path` of ror in programme.toml." in str(done.exception)
    assert [p.name for p in (folder / "ror").glob("*.zip")] == ["v1.73-ror-data.zip"]


def test_which_of_two_is_said_with_its_path(site, folder):
    body = packed("project.csv", "id")
    site.answers["/data/cordis-fp7projects-csv.zip"] = [dump(body)]
    done = run("fetch", str(folder), "cordis")
    assert isinstance(done.exception, UsageError)
    assert "has 2 [[source]] with id 'cordis', expected one. Its paths: " in str(done.exception)
    assert run("fetch", str(folder), "cordis", "--path", "b").exit_code == 0
    assert site.paths() == ["/data/cordis-fp7projects-csv.zip"]
    assert (folder / "b" / "cordis-fp7projects-csv.zip").read_bytes() == body
    assert "and path" in str(run("fetch", str(folder), "cordis", "--path", "c").exception)


@pytest.mark.parametrize("name", ["workbook", "rorr"])
def test_a_source_that_cannot_be_fetched_is_told_with_those_that_can(folder, name):
    told = run("fetch", str(folder), name).exception
    assert isinstance(told, UsageError)
    assert f"Unknown source that can be fetched {name!r}." in str(told)
    assert "cordis, " in str(told)
    assert "Files of the others are put in place by hand." in str(told)


def test_a_source_that_the_programme_does_not_name_is_told(folder):
    told = run("fetch", str(folder), "gtr").exception
    assert "has 0 [[source]] with id 'gtr', expected one. Its paths: none." in str(told)


def test_the_question_is_no_option_of_the_reader_and_must_be_a_table(folder):
    setting = read_programme(folder).sources[1]
    assert (setting.fetch, setting.options) == ({"programmes": "H2020"}, {})
    (folder / "programme.toml").write_text('[[source]]\nid = "ror"\npath = "ror"\nfetch = "all"\n')
    with pytest.raises(UsageError, match=r"fetch = 'all' of the source ror, expected a table: \[source\.fetch\]\."):
        read_programme(folder)

"""Fetching: what is done when a server is slow, breaks off, changes its mind or is not there, against a site in a thread."""

import hashlib
import io
import json
import signal
import socket
import ssl
import subprocess
import sys
import time
import zipfile
from datetime import date
from urllib.error import URLError

import pytest

from benchside.errors import InputError, UsageError
from benchside.sources.fetching import run
from benchside.sources.fetching.manners import backoff, mail_of, retry_after, user_agent
from benchside.sources.fetching.plan import Fetch, Key, Option, Request, Told
from benchside.sources.fetching.transport import check_address, failed
from tests.conftest import ROOT
from tests.unit.sources.site import Waits, dump, reply, serving

TODAY = date(2026, 3, 2)


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with serving() as found:
        yield found


@pytest.fixture
def waits():
    return Waits()


def pages(url):
    """A plan of pages: each names the next one by a mark, the last one none."""

    def plan(asked):
        mark, number = "first", 0
        while mark:
            number += 1
            page = (yield Request(f"{url}/list", f"page-{number}.json", {"mark": mark})).json()
            mark = page["next"]

    return Fetch(plan, per_second=1000)


def page(next_, *records):
    return reply(200, json.dumps({"next": next_, "records": records}).encode())


def one(url, name="dump.zip", form="zip", **more):
    def plan(asked):
        yield Request(f"{url}/{name}", name, form=form, **more)

    return Fetch(plan, per_second=1000)


def zipped(size):
    """A ZIP file of about that size that no packing makes smaller."""
    noise = b"".join(hashlib.sha256(str(n).encode()).digest() for n in range(size // 32))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("a.csv", noise)
    return made.getvalue()


def fetch(declared, target, waits, *, today=TODAY, written=None, progress=lambda text: None, **more):
    job = run.Job("made", declared, written or {}, target, **more)
    with run.fetch(job, waits.clock, today, progress) as found:
        return found


def put(waits, declared, target, **more):
    """Fetch to the end; the bytes of the files by name."""
    fetch(declared, target, waits, **more)
    return {p.name: p.read_bytes() for p in target.iterdir() if not p.name.startswith(".")}


# ——— waiting and trying again


def test_a_server_that_asks_to_wait_is_waited_for(site, waits, tmp_path):
    site.answers["/a.json"] = [reply(429, b"", Retry_After="7"), reply(200, b"{}")]
    assert put(waits, one(site.url, "a.json", "json"), tmp_path / "t") == {"a.json": b"{}"}
    assert [w for w in waits if w >= 1] == [7]  # what it asked for, not the second of the first failure


def test_a_date_to_wait_for_is_held_against_the_servers_own_date():
    headers = {"Retry-After": "Wed, 21 Oct 2015 07:28:30 GMT", "Date": "Wed, 21 Oct 2015 07:28:00 GMT"}
    assert retry_after(headers) == 30
    assert retry_after({"Retry-After": "soon"}) is None


def test_a_wait_of_a_day_is_not_waited_for_but_told(site, waits, tmp_path):
    site.answers["/a.json"] = [reply(429, b"", Retry_After="86400")]
    with pytest.raises(
        InputError, match=r"127\.0\.0\.1 answered 429 .* asks to wait 86400 seconds\. What has arrived is kept"
    ):
        put(waits, one(site.url, "a.json", "json"), tmp_path / "t")
    assert waits == []
    assert not (tmp_path / "t").exists()


def test_failures_that_may_pass_are_tried_again_after_longer_and_longer_waits(site, waits, tmp_path):
    site.answers["/a.json"] = [reply(500), reply(503), reply(502), reply(200, b"[1]")]
    assert put(waits, one(site.url, "a.json", "json"), tmp_path / "t") == {"a.json": b"[1]"}
    assert [w for w in waits if w >= 1] == [1, 2, 4]  # doubled each time


def test_half_of_a_wait_is_chance_and_none_is_longer_than_a_minute():
    assert (backoff(3, 0.0), backoff(3, 0.5), backoff(3, 1.0)) == (2, 3, 4)  # 4 seconds, of which 2 by chance
    assert backoff(30, 1.0) == 60


def test_after_five_tries_it_is_told_which_host_and_what_was_tried(site, waits, tmp_path):
    site.answers["/a.json"] = [reply(500)]
    with pytest.raises(
        InputError, match=r"did not give the file \(500 .*; GET http://127.* tried 5 times over 15 seconds\)"
    ):
        put(waits, one(site.url, "a.json", "json"), tmp_path / "t")
    assert len(site.asked) == 5
    assert sum(waits) == pytest.approx(15, abs=0.1)  # 1 + 2 + 4 + 8, besides the pace


def test_what_is_refused_is_not_asked_again_and_its_words_are_shown(site, waits, tmp_path):
    site.answers["/a.json"] = [reply(400, b"Invalid filter: colour")]
    with pytest.raises(InputError, match=r"answered 400 .*It says: Invalid filter: colour"):
        put(waits, one(site.url, "a.json", "json"), tmp_path / "t")
    assert len(site.asked) == 1


def test_requests_are_spaced_evenly(site, waits, tmp_path):
    site.answers["/list?mark=first"] = [page("b")]
    site.answers["/list?mark=b"] = [page("c")]
    site.answers["/list?mark=c"] = [page(None)]
    declared = Fetch(pages(site.url).plan, per_second=0.5)
    put(waits, declared, tmp_path / "t")
    assert waits == [2, 2]  # two a second apart for three requests: none before the first


# ——— files in parts


def test_a_file_that_breaks_off_is_gone_on_with_byte_for_byte(site, waits, tmp_path):
    body = zipped(600_000)
    site.answers["/dump.zip"] = [dump(body, cut=200_000), dump(body, cut=150_000), dump(body)]
    assert put(waits, one(site.url), tmp_path / "t") == {"dump.zip": body}
    ranges = [(h.get("Range"), h.get("If-Range")) for _, h in site.asked]
    assert ranges == [(None, None), ("bytes=200000-", '"one"'), ("bytes=350000-", '"one"')]


def test_a_later_run_goes_on_with_the_part(site, waits, tmp_path):
    body = zipped(300_000)
    site.answers["/dump.zip"] = [dump(body, cut=1000)]
    with pytest.raises(InputError, match=r"broke off after .* of \d+ bytes"):
        put(waits, one(site.url), tmp_path / "t")
    before = sum(1000 for _ in site.asked)  # five tries of a thousand bytes each
    site.answers["/dump.zip"] = [dump(body)]
    assert put(waits, one(site.url), tmp_path / "t", today=date(2026, 3, 4)) == {"dump.zip": body}
    assert site.asked[-1][1]["Range"] == f"bytes={before}-" == "bytes=5000-"


def test_a_file_that_changed_meanwhile_is_fetched_from_its_beginning(site, waits, tmp_path):
    old, new = zipped(200_000), zipped(150_000)
    site.answers["/dump.zip"] = [dump(old, cut=100_000), dump(new, etag='"two"')]
    assert put(waits, one(site.url), tmp_path / "t") == {"dump.zip": new}
    assert site.asked[1][1]["If-Range"] == '"one"'


@pytest.mark.parametrize("etag", ['W/"one"', ""])
def test_without_a_strong_mark_nothing_is_joined(site, waits, tmp_path, etag):
    body = zipped(100_000)
    site.answers["/dump.zip"] = [dump(body, etag=etag, cut=50_000), dump(body, etag=etag)]
    assert put(waits, one(site.url), tmp_path / "t") == {"dump.zip": body}
    assert all("Range" not in headers for _, headers in site.asked)


def test_a_server_that_gives_no_parts_sends_the_whole(site, waits, tmp_path):
    body = zipped(100_000)
    site.answers["/dump.zip"] = [dump(body, cut=60_000), dump(body, parts=False)]
    assert put(waits, one(site.url), tmp_path / "t") == {"dump.zip": body}


def test_a_part_that_begins_elsewhere_is_not_joined(site, waits, tmp_path):
    body = zipped(100_000)
    wrong = reply(206, body[10:], ETag='"one"', Content_Range=f"bytes 10-{len(body) - 1}/{len(body)}")
    site.answers["/dump.zip"] = [dump(body, cut=60_000), wrong, dump(body)]
    assert put(waits, one(site.url), tmp_path / "t") == {"dump.zip": body}


def test_a_part_beyond_the_end_begins_anew(site, waits, tmp_path):
    body = zipped(100_000)
    site.answers["/dump.zip"] = [dump(body, cut=60_000), reply(416, Content_Range="bytes */7"), dump(body)]
    assert put(waits, one(site.url), tmp_path / "t") == {"dump.zip": body}


def test_parts_that_do_not_fit_are_found_by_the_checksum_and_fetched_anew(site, waits, tmp_path):
    body = zipped(100_000)
    other = body[:60_000][::-1]
    site.answers["/dump.zip"] = [
        reply(200, other + body[60_000:], cut=60_000, ETag='"one"'),
        dump(body),
        dump(body),
    ]
    checksum = "md5:" + hashlib.md5(body).hexdigest()
    assert put(waits, one(site.url, checksum=checksum), tmp_path / "t") == {"dump.zip": body}
    assert len(site.asked) == 3


def test_a_wrong_checksum_keeps_nothing(site, waits, tmp_path):
    body = zipped(1000)
    site.answers["/dump.zip"] = [dump(body)]
    with pytest.raises(
        InputError, match=r"has the checksum md5:[0-9a-f]{32}, expected md5:0+\. .*nothing of it was kept"
    ):
        put(waits, one(site.url, checksum="md5:" + "0" * 32), tmp_path / "t")
    assert not (tmp_path / "t").exists()
    assert not list((tmp_path / ".t.fetching").glob("*.zip*"))


def test_a_checksum_of_an_unknown_method_is_told(site, waits, tmp_path):
    site.answers["/dump.zip"] = [dump(zipped(100))]
    with pytest.raises(InputError, match="no known method"):
        put(waits, one(site.url, checksum="crc:12"), tmp_path / "t")


# ——— what is not taken


def test_a_page_of_maintenance_is_no_zip(site, waits, tmp_path):
    body = zipped(1000)
    site.answers["/dump.zip"] = [reply(200, b"<!DOCTYPE html><p>Back soon"), dump(body)]
    assert put(waits, one(site.url), tmp_path / "t") == {"dump.zip": body}
    site.answers["/dump.zip"] = [reply(200, b"<!DOCTYPE html><p>Back soon")]
    with pytest.raises(InputError, match=r"what came is no ZIP: it begins with '<!DOCTYPE html>"):
        put(waits, one(site.url), tmp_path / "u")


def test_a_file_that_is_too_large_is_left_before_it_is_fetched_and_while_it_comes(site, waits, tmp_path):
    site.answers["/a.json"] = [reply(200, b"[1,2,3]", Content_Length="900000000000")]
    with pytest.raises(InputError, match=r"900000000000 bytes or more, expected at most 1000\."):
        put(waits, one(site.url, "a.json", "json", at_most=1000), tmp_path / "t")

    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b"1" * 600_000)

    site.answers["/a.json"] = [endless]
    with pytest.raises(InputError, match=r"bytes or more, expected at most 1000\."):
        put(waits, one(site.url, "a.json", "json", at_most=1000), tmp_path / "t")
    assert not list((tmp_path / ".t.fetching").glob("*a.json*"))


def test_bytes_that_come_packed_are_not_taken_for_the_file(site, waits, tmp_path):
    site.answers["/a.json"] = [reply(200, b"xx", Content_Encoding="gzip")]
    with pytest.raises(InputError, match="packed as gzip"):
        put(waits, one(site.url, "a.json", "json"), tmp_path / "t")
    assert site.asked[0][1]["Accept-Encoding"] == "identity"


def test_redirects_are_followed_and_have_an_end(site, waits, tmp_path):
    site.answers["/a.json"] = [reply(302, Location="/b.json?x=1")]
    site.answers["/b.json?x=1"] = [reply(200, b"{}")]
    assert put(waits, one(site.url, "a.json", "json"), tmp_path / "t") == {"a.json": b"{}"}
    site.answers["/a.json"] = [reply(301, Location=f"{site.url}/a.json")]
    site.asked.clear()
    with pytest.raises(InputError, match=r"redirects more than 5 times"):
        put(waits, one(site.url, "a.json", "json"), tmp_path / "u")
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    "to", ["file:///etc/hostname", "ftp://127.0.0.1/a", "data:,x", "http://user:secret@127.0.0.1/"]
)
def test_a_redirect_leads_to_no_other_kind_of_address(site, waits, tmp_path, to):
    site.answers["/a.json"] = [reply(302, Location=to)]
    with pytest.raises(
        InputError, match=r"to which 127\.0\.0\.1 redirects, is not fetched\. Expected http:// or https://"
    ):
        put(waits, one(site.url, "a.json", "json"), tmp_path / "t")


def test_a_redirect_from_https_to_http_is_not_followed():
    with pytest.raises(InputError, match="it leads from https to http"):
        check_address("http://example.org/a", "https://example.org/a")
    assert check_address("https://example.org/ä b", "http://example.org") == "https://example.org/%C3%A4%20b"


@pytest.mark.parametrize("name", ["../a.json", "a/b.json", ".hidden", "", "a\n.json"])
def test_a_name_that_leads_out_of_the_folder_is_refused(site, waits, tmp_path, name):
    def plan(asked):
        yield Request(f"{site.url}/a", name)

    with pytest.raises(InputError, match="expected letters, digits, dots and hyphens"):
        put(waits, Fetch(plan), tmp_path / "t")
    assert site.asked == []


# ——— no network


def test_a_port_where_nobody_listens(waits, tmp_path, monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(InputError) as told:
        put(waits, one(url), tmp_path / "made")
    message = str(told.value)
    assert message.startswith("127.0.0.1 cannot be reached (Connection refused; GET http://127.0.0.1")
    assert "there is no network here" in message
    assert "everything but fetching works without" in message
    assert message.endswith(f"put the files into {tmp_path / 'made'}, the `path` of made in programme.toml.")
    assert len(message.split(". ")) == 1  # one sentence
    assert not list(tmp_path.iterdir())


def test_a_name_that_nobody_knows(waits, tmp_path, monkeypatch):
    monkeypatch.setenv("no_proxy", "*")

    def unknown(*_args, **_more):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(
        InputError, match=r"^data\.example cannot be reached \(Name or service not known; GET .* tried 5 times"
    ):
        put(waits, one("https://data.example"), tmp_path / "t")


def test_a_host_that_cannot_prove_who_it_is_is_not_asked_again():
    error = ssl.SSLCertVerificationError(1, "self-signed certificate")
    told = failed("https://data.example/a", URLError(error))
    assert isinstance(told, InputError)
    assert "data.example cannot prove who it is" in str(told)
    assert "self-signed certificate" in str(told)
    assert "SSL_CERT_FILE" in str(told)


# ——— pages


def three_pages(site):
    site.answers["/list?mark=first"] = [page("b", 1, 2)]
    site.answers["/list?mark=b"] = [page("c", 3)]
    site.answers["/list?mark=c"] = [page(None, 4)]


def test_pages_are_fetched_to_the_last(site, waits, tmp_path):
    three_pages(site)
    found = put(waits, pages(site.url), tmp_path / "t")
    assert sorted(found) == ["page-1.json", "page-2.json", "page-3.json"]
    assert [r for name in sorted(found) for r in json.loads(found[name])["records"]] == [1, 2, 3, 4]


def test_a_run_that_was_stopped_between_pages_is_gone_on_with(site, waits, tmp_path):
    three_pages(site)

    def stop(text):
        if "page-3" in text:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put(waits, pages(site.url), tmp_path / "t", progress=stop)
    assert not (tmp_path / "t").exists()
    found = fetch(pages(site.url), tmp_path / "t", waits)
    assert found.stood == 2
    assert site.paths() == ["/list?mark=first", "/list?mark=b", "/list?mark=c"]  # each once over both runs
    assert len(list((tmp_path / "t").glob("*.json"))) == 3


KILLED = """
import sys
from datetime import date
from pathlib import Path
from benchside.sources.fetching import run
from tests.unit.sources.site import Waits
from tests.unit.sources.test_fetching import TODAY, pages
with run.fetch(run.Job("made", pages(sys.argv[1]), {}, Path(sys.argv[2])), Waits().clock, TODAY, lambda text: None):
    pass
"""


def test_a_run_that_is_killed_leaves_the_old_folder_and_is_gone_on_with(site, waits, tmp_path):
    site.answers["/list?mark=first"] = [page(None, "old")]
    target = tmp_path / "t"
    assert list(put(waits, pages(site.url), target)) == ["page-1.json"]
    three_pages(site)

    def wait(handler):  # the third page never comes whole
        handler.send_response(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b'{"next": ')
        handler.wfile.flush()
        child.wait(30)

    site.answers["/list?mark=c"] = [wait, page(None, 4)]
    child = subprocess.Popen([sys.executable, "-c", KILLED, site.url, str(target)], cwd=ROOT)
    part = tmp_path / ".t.fetching" / "..page-3.json.part"
    for _ in range(3000):
        if part.exists():
            break
        time.sleep(0.01)
    child.send_signal(signal.SIGKILL)
    assert child.wait(30) == -signal.SIGKILL
    assert json.loads((target / "page-1.json").read_bytes())["records"] == ["old"]
    assert fetch(pages(site.url), target, waits).stood == 2
    assert sorted(p.name for p in target.glob("*.json")) == ["page-1.json", "page-2.json", "page-3.json"]
    assert json.loads((target / "page-1.json").read_bytes())["records"] == [1, 2]
    assert not list(tmp_path.glob(".t.*"))


def stopped_at(name):
    def stop(text):
        if name in text:
            raise KeyboardInterrupt

    return stop


def test_a_mark_that_is_no_longer_known_begins_the_pages_anew(site, waits, tmp_path):
    three_pages(site)
    with pytest.raises(KeyboardInterrupt):
        put(waits, pages(site.url), tmp_path / "t", progress=stopped_at("page-3"))
    site.answers["/list?mark=c"] = [reply(400, b"cursor expired")]
    site.answers["/list?mark=first"] = [page("x", 1, 2)]
    site.answers["/list?mark=x"] = [page(None, 3)]
    assert sorted(put(waits, pages(site.url), tmp_path / "t")) == ["page-1.json", "page-2.json"]


@pytest.mark.parametrize("later", [{"today": date(2026, 3, 10)}, {"written": {"colour": "blue"}}])
def test_pages_of_last_week_or_of_another_question_are_not_gone_on_with(site, waits, tmp_path, later):
    three_pages(site)
    declared = Fetch(pages(site.url).plan, (Option("colour", "a colour"),), per_second=1000)
    with pytest.raises(KeyboardInterrupt):
        put(waits, declared, tmp_path / "t", progress=stopped_at("page-3"))
    assert fetch(declared, tmp_path / "t", waits, **later).stood == 0


def test_a_page_that_was_changed_on_the_disk_is_fetched_again(site, waits, tmp_path):
    three_pages(site)
    with pytest.raises(KeyboardInterrupt):
        put(waits, pages(site.url), tmp_path / "t", progress=stopped_at("page-3"))
    (tmp_path / ".t.fetching" / "page-2.json").write_text('{"next": null}')
    journal = tmp_path / ".t.fetching" / ".fetched.jsonl"
    journal.write_bytes(journal.read_bytes() + b'{"name": "cut o')  # a line that was cut off
    assert fetch(pages(site.url), tmp_path / "t", waits).stood == 1
    assert len(list((tmp_path / "t").glob("*.json"))) == 3
    assert (
        fetch(pages(site.url), tmp_path / "t", waits).stood == 0
    )  # the journal is whole: the folder is known as fetched


def test_pages_that_go_in_a_circle_are_left(site, waits, tmp_path):
    site.answers["/list?mark=first"] = [page("b")]
    site.answers["/list?mark=b"] = [page("first")]
    with pytest.raises(InputError, match="the pages go in a circle"):
        put(waits, pages(site.url), tmp_path / "t")


def test_pages_without_records_are_left_out_and_none_at_all_is_told(site, waits, tmp_path):
    def plan(asked):
        for mark in ("first", "b"):
            yield Request(f"{site.url}/list", f"{mark}.json", {"mark": mark}, keep=lambda page: page["records"])
        return Told("v1", "2026-02-01")

    site.answers["/list?mark=first"] = [page(None)]
    site.answers["/list?mark=b"] = [page(None, 1)]
    found = fetch(Fetch(plan, per_second=1000), tmp_path / "t", waits)
    assert list(found.files) == ["b.json"]
    assert found.told == Told("v1", "2026-02-01")
    site.answers["/list?mark=b"] = [page(None)]
    with pytest.raises(InputError, match="nothing was found"):
        put(waits, Fetch(plan, per_second=1000), tmp_path / "u")


# ——— the folder


def test_what_a_person_put_there_is_never_replaced(site, waits, tmp_path):
    three_pages(site)
    target = tmp_path / "t"
    put(waits, pages(site.url), target)
    (target / "notes.csv").write_text("mine")
    with pytest.raises(UsageError, match=r"holds notes\.csv, which no fetch put there"):
        put(waits, pages(site.url), target)
    (target / "notes.csv").unlink()
    (target / "page-1.json").write_text("corrected by hand")
    with pytest.raises(UsageError, match=r"holds page-1\.json"):
        put(waits, pages(site.url), target)
    assert len(site.asked) == 3
    with pytest.raises(UsageError, match="is a file; what is fetched becomes a folder"):
        put(waits, pages(site.url), target / "page-1.json")


def test_a_failure_after_the_last_file_leaves_the_old_folder(site, waits, tmp_path):
    site.answers["/list"] = [page(None, "old")]
    target = tmp_path / "t"
    put(waits, pages(site.url), target)
    site.answers["/list"] = [page(None, "new")]
    job = run.Job("made", pages(site.url), {}, target)
    with pytest.raises(OSError, match="disk full"), run.fetch(job, waits.clock, TODAY, lambda text: None):
        raise OSError("disk full")
    assert json.loads((target / "page-1.json").read_bytes())["records"] == ["old"]


def test_a_run_that_was_killed_while_the_folders_changed_places_is_put_right(site, waits, tmp_path):
    site.answers["/list"] = [page(None, "old")]
    target = tmp_path / "t"
    put(waits, pages(site.url), target)
    target.rename(tmp_path / ".t.before")
    site.answers["/list"] = [reply(404)]
    with pytest.raises(InputError, match="answered 404"):
        put(waits, pages(site.url), target)
    assert json.loads((target / "page-1.json").read_bytes())["records"] == ["old"]


def test_two_runs_into_one_folder_do_not_meet(site, waits, tmp_path):
    site.answers["/list"] = [page(None)]
    job = run.Job("made", pages(site.url), {}, tmp_path / "t")
    with (
        run.fetch(job, waits.clock, TODAY, lambda text: None),
        pytest.raises(InputError, match="Another run fetches into"),
    ):
        put(waits, pages(site.url), tmp_path / "t")


# ——— who asks, and what


def test_who_asks_is_said_in_the_way_the_publisher_wants(site, waits, tmp_path):
    site.answers["/list"] = [page(None)]
    key = Key("api_key", "MADE_KEY", "get one")
    declared = Fetch(pages(site.url).plan, per_second=9, mailto="mailto", key=key)
    more = {"contact": "Ask Müller <ask@example.org>", "variables": {"MADE_KEY": "s3cret"}}
    found = fetch(declared, tmp_path / "t", waits, **more)
    assert site.paths() == ["/list?mark=first&mailto=ask%40example.org&api_key=s3cret"]
    assert site.asked[0][1]["User-Agent"] == "Benchside/0.1.0 (mailto:ask@example.org)"
    assert found.url == f"{site.url}/list?mark=first"
    assert all(b"s3cret" not in p.read_bytes() for p in (tmp_path / "t").iterdir())


def test_a_key_is_in_no_message_and_a_missing_one_is_told(site, waits, tmp_path):
    key = Key("api_key", "MADE_KEY", "get one at the site")
    declared = Fetch(pages(site.url).plan, per_second=9, key=key)
    site.answers["/list"] = [reply(403, b"bad key s3cret")]
    with pytest.raises(InputError) as told:
        put(waits, declared, tmp_path / "t", variables={"MADE_KEY": "s3cret"})
    assert "answered 403" in str(told.value)
    assert "s3cret" not in str(told.value)
    site.answers["/list"] = [reply(401, b"")]
    with pytest.raises(InputError, match="It asks for a key: get one at the site, and set it as MADE_KEY"):
        put(waits, declared, tmp_path / "t")


@pytest.mark.parametrize(
    ("contact", "agent", "mail"),
    [
        ("", "Benchside/0.1.0", ""),
        ("https://example.org/ask", "Benchside/0.1.0 (https://example.org/ask)", ""),
        ("a\r\nX-Evil: 1 (b)", "Benchside/0.1.0 (aX-Evil: 1 b)", ""),
        ("ask@example.org", "Benchside/0.1.0 (mailto:ask@example.org)", "ask@example.org"),
    ],
)
def test_the_contact_becomes_a_header_that_is_safe(contact, agent, mail):
    assert (user_agent(contact), mail_of(contact)) == (agent, mail)


COLOURED = Fetch(
    lambda asked: iter(()),
    (
        Option("colours", "colours", choices=("red", "blue")),
        Option("year", "a year such as 2020", r"\d{4}", is_list=False),
    ),
    needs=("colours", "year"),
)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            {"colors": "red"},
            r"Unknown option of \[source\.fetch\] of made 'colors'\. Did you mean 'colours'\? Known: colours, year",
        ),
        ({"colours": ["red", "pink"]}, r"'pink'.* Known: blue, red"),
        ({"year": "20"}, r"year = '20', expected a year such as 2020 \(one value\)"),
        ({"year": [2020, 2021]}, r"expected a year such as 2020 \(one value\)"),
        ({"colours": True}, r"colours = True, expected colours \(one value or a list\)"),
        (
            {},
            r"does not say what to fetch of made\. Expected .* at least one of: colours: colours; year: a year such as 2020",
        ),
    ],
)
def test_what_cannot_be_asked_is_told_before_anything_is_asked(waits, tmp_path, written, message):
    with pytest.raises(UsageError, match=message):
        fetch(COLOURED, tmp_path / "t", waits, written=written)
    assert not list(tmp_path.iterdir())

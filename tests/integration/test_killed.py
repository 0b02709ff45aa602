"""Killed at any moment, or run twice at once: there is always a good build, and the next run clears what was left."""

import json
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import pytest

from benchside import main
from benchside.store import builds, guard, snapshots
from benchside.store.fingerprint import fingerprint

ROWS = 3000
HEADER = "organisation_id,name,country\n"
BUILD = "import sys; from pathlib import Path; from benchside import main; print('begun', flush=True); main.build(Path(sys.argv[1]))"


def write(folder: Path, mark: str) -> None:
    """Records of which every one bears the mark, so that a build of one set is told from a build of the other."""
    (folder / "records").mkdir(parents=True, exist_ok=True)
    (folder / "programme.toml").write_text('[[source]]\nid = "workbook"\npath = "records"\n')
    rows = "".join(f"o{i},{mark},FR\n" for i in range(ROWS))
    (folder / "records" / "organisation.csv").write_text(HEADER + rows)


def marks(folder: Path) -> set[str]:
    with main.open_build(folder) as build:
        return {r["name"] for r in build.fetch(build.history("organisation").select("name").distinct())}


def is_whole(folder: Path, chosen: str | None = None) -> None:
    """The current build (or the one chosen) is whole: its content still has the hash its manifest gives."""
    store = folder / ".benchside"
    name = builds.choose(store, chosen)
    with duckdb.connect(str(store / "builds" / name / "build.duckdb"), read_only=True) as con:
        content, counts = fingerprint(con)
    assert content == builds.manifest(store, name)["content_hash"]
    assert counts["organisation"] == ROWS


def leftovers(folder: Path) -> list[str]:
    found = [
        *folder.rglob(".making-*"),
        *folder.rglob(".partial-*"),
        *folder.rglob(".current*"),
        *folder.rglob(".spill-*"),
    ]
    return [p.name for p in found]


def begin(folder: Path) -> subprocess.Popen[str]:
    """A build in a process of its own, at the moment at which its imports are done."""
    process = subprocess.Popen([sys.executable, "-c", BUILD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


@pytest.mark.slow
def test_killed_at_many_moments_there_is_always_a_good_build(tmp_path):
    folder = tmp_path / "p"
    write(folder, "mark 0")
    main.build(folder)
    write(folder, "mark 1")
    started = time.perf_counter()
    with begin(folder) as process:
        process.wait()
    whole = time.perf_counter() - started
    dice, killed, last, turn = random.Random(7), 0, "mark 1", 1
    while killed < 15:
        turn += 1
        assert turn < 100, f"of {turn} runs only {killed} were still going when the signal came"
        write(folder, f"mark {turn}")
        with begin(folder) as process:
            # Spread over the run, with some beyond its end; the imports before `begun` are part of `whole`.
            time.sleep(dice.uniform(0, whole * 0.8))
            process.send_signal(signal.SIGKILL)
        killed += process.returncode == -signal.SIGKILL
        (found,) = marks(folder)
        assert found in (last, f"mark {turn}")
        last = found
        is_whole(folder)
    main.build(folder)
    assert marks(folder) == {f"mark {turn}"}
    assert leftovers(folder) == []


KILLED = """
import os, shutil, signal, sys
from pathlib import Path
from benchside import main
from benchside.store import builds, guard

left = int(sys.argv[2])
def step(real):
    def stepped(*args, **kwargs):
        global left
        if ".benchside" in str(args[0] if args else ""):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **kwargs)
    return stepped

for owner, names in ((Path, ("mkdir", "rename", "replace", "unlink", "write_text")), (builds, ("sync", "hold", "fingerprint")), (shutil, ("rmtree",))):
    for name in names:
        setattr(owner, name, step(getattr(owner, name)))
main.build(Path(sys.argv[1]))
"""


@pytest.mark.slow
def test_killed_before_each_change_of_the_store_in_turn(tmp_path):
    """Every call by which a build changes its store is the last one in turn, so that no moment is left to chance."""
    folder = tmp_path / "p"
    write(folder, "mark 0")
    main.build(folder)
    last = "mark 0"
    for turn in range(1, 100):
        write(folder, f"mark {turn}")
        done = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(turn)], capture_output=True, text=True)
        (found,) = marks(folder)
        assert found in (last, f"mark {turn}")
        last = found
        is_whole(folder)
        if done.returncode != -signal.SIGKILL:
            assert done.returncode == 0, done.stderr
            break
    else:
        pytest.fail("no build came to its end")
    assert turn > 15, "the calls by which a build changes its store are no longer seen"
    assert found == f"mark {turn}"
    main.build(folder)
    assert leftovers(folder) == []


def test_what_a_dead_run_left_is_cleared_and_what_a_living_one_holds_is_not(tmp_path):
    folder = tmp_path / "p"
    write(folder, "mark")
    main.build(folder)
    store = folder / ".benchside"
    dead, living = store / "builds" / ".making-1-dead", store / "builds" / ".making-1-living"
    for making in (dead, living):
        making.mkdir()
        (making / "build.duckdb").write_text("half")
    (store / "files" / ".partial-1-dead").write_text("half")
    (store / "builds" / main.open_build(folder).name / ".spill-999999999-dead").mkdir()
    with guard.hold(living / ".lock"), guard.hold(store / "files" / ".partial-1-living"):
        main.build(folder)
        assert sorted(leftovers(folder)) == [".making-1-living", ".partial-1-living"]
    main.build(folder)
    assert leftovers(folder) == []


def test_two_runs_at_once_number_their_builds_apart(tmp_path, monkeypatch):
    """Both have filled their folders before either puts its own in place; the records change between them."""
    folder = tmp_path / "p"
    write(folder, "mark 0")
    main.build(folder)
    together, real = threading.Barrier(2), builds._put_in_place

    def wait_for_the_other(*args):
        together.wait(60)
        return real(*args)

    monkeypatch.setattr(builds, "_put_in_place", wait_for_the_other)
    found: list[builds.BuildResult] = []
    runs = [threading.Thread(target=lambda: found.append(main.build(folder))) for _ in range(2)]
    for number, run in enumerate(runs, 1):
        write(folder, f"mark {number}")
        run.start()
        # The second changes the records only when the first has its copy of them.
        while len(list((folder / ".benchside" / "files").glob("*.csv"))) < number + 1:
            time.sleep(0.01)
    for run in runs:
        run.join()
    names = builds.names(folder / ".benchside")
    assert [n.split("-")[0] for n in names] == ["0001", "0002", "0003"]
    assert {r.name for r in found} == set(names[1:])
    for name in names:
        is_whole(folder, name)
    assert leftovers(folder) == []


def test_two_runs_of_the_same_records_at_once_make_one_build(tmp_path):
    folder = tmp_path / "p"
    write(folder, "mark")
    runs = [begin(folder) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    for run in runs:
        run.communicate()
    assert len(builds.names(folder / ".benchside")) == 1
    is_whole(folder)
    assert leftovers(folder) == []


# Builds that are kept


def test_the_same_records_elsewhere_make_the_same_build(tmp_path):
    results = []
    for place in ("one", "two/deeper"):
        write(tmp_path / place, "mark")
        results.append(main.build(tmp_path / place))
    assert results[0].content_hash == results[1].content_hash
    assert results[0].name == results[1].name
    again = main.build(tmp_path / "one")
    assert (again.name, again.is_new, results[0].is_new) == (results[0].name, False, True)


def test_other_records_make_another_build_and_the_earlier_one_can_be_asked(tmp_path):
    folder = tmp_path / "p"
    names = []
    for mark in ("first", "second"):
        write(folder, mark)
        names.append(main.build(folder).name)
    assert names[0] != names[1]
    assert marks(folder) == {"second"}
    with main.open_build(folder, "0001") as build:
        assert {r["name"] for r in build.fetch(build.history("organisation"))} == {"first"}
    # Going back to the first records goes back to the first build.
    write(folder, "first")
    assert main.build(folder).name == names[0]
    assert marks(folder) == {"first"}


def test_what_is_refused_belongs_to_a_build(tmp_path):
    folder = tmp_path / "p"
    hashes = []
    for country in ("XX", "YY"):
        write(folder, "mark")
        (folder / "records" / "organisation.csv").write_text(HEADER + f"o1,mark,{country}\n")
        result = main.build(folder)
        assert country in (result.folder / "refused.csv").read_text()
        hashes.append(result.content_hash)
    assert hashes[0] != hashes[1]


def test_a_build_is_chosen_by_its_name_or_a_beginning_that_only_one_has(tmp_path):
    for name in ("0001-aaaa", "0002-bbbb"):
        (tmp_path / "builds" / name).mkdir(parents=True)
        (tmp_path / "builds" / name / "manifest.json").write_text(json.dumps({}))
    (tmp_path / "current").write_text("0001-aaaa\n")
    assert builds.choose(tmp_path) == "0001-aaaa"
    assert [builds.choose(tmp_path, n) for n in ("0002-bbbb", "0002", "0001-a")] == [
        "0002-bbbb",
        "0002-bbbb",
        "0001-aaaa",
    ]
    for name in ("000", "", "0003"):
        with pytest.raises(builds.UsageError, match=rf"Unknown build '{name}'. Known: 0001-aaaa, 0002-bbbb\."):
            builds.choose(tmp_path, name)
    # The current one was removed by hand.
    (tmp_path / "current").write_text("0009-gone\n")
    assert builds.choose(tmp_path) == "0002-bbbb"


def test_without_a_build_the_message_says_how_to_make_one(tmp_path):
    with pytest.raises(builds.InputError, match=r"There is no build in .*Run `benchside build` first\."):
        builds.choose(tmp_path)


def test_a_file_is_stored_once_and_under_its_checksum(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("abc")
    # The SHA-256 of "abc", as FIPS 180-2 prints it.
    sha = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    for _ in range(2):
        assert snapshots._keep(tmp_path / "store", path) == sha
    assert [p.name for p in (tmp_path / "store" / "files").iterdir()] == [f"{sha}.csv"]

"""A plan carried out from its first request to its last."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchside.errors import InputError
from benchside.sources.fetching.asked import asked_of
from benchside.sources.fetching.download import Line, download
from benchside.sources.fetching.journal import Entry, Journal, put_in_place, under_way
from benchside.sources.fetching.manners import Clock, Pace, mail_of, user_agent
from benchside.sources.fetching.plan import Asked, Fetch, Plan, Reply, Request, Told
from benchside.sources.fetching.transport import Answered

MOST_REQUESTS = 50_000
MOST_BYTES = 32 << 30
"""Of one fetch: an interface that never ends is left."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,150}")
_STALE = (400, 404, 410, 422)


@dataclass(frozen=True)
class Job:
    """What is fetched: the source and its declaration, what `programme.toml` asks, the folder to make, and who asks.

    `variables` are those of the environment, of which a declaration may name one that holds a key.
    """

    source: str
    declared: Fetch
    written: Mapping[str, object]
    target: Path
    contact: str = ""
    variables: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Fetched:
    """What came: the files of the snapshot by name, their bytes, the first address, how many files stood here from before."""

    files: Mapping[str, Path]
    bytes: int
    url: str
    stood: int
    told: Told


@contextmanager
def fetch(job: Job, clock: Clock, today: date, progress: Callable[[str], None]) -> Iterator[Fetched]:
    """Carry out the plan of a source; the files get their place when the block that uses them ends well.

    Raises `UsageError` before anything is asked where `programme.toml` asks what cannot be, and `InputError` where the network
    or a server fails; then the folder that stood there stays as it is, and what has arrived is gone on with next time.
    """
    asked = asked_of(job.source, job.declared, job.written)
    line = _line(job, clock, progress)
    listed = {name: list(values) for name, values in asked.items()}
    with under_way(job.target, job.source, listed, today) as journal:
        stood = len(journal.entries)
        try:
            found = _carry_out(job, asked, journal, line)
        except Answered as error:
            if not stood or error.status not in _STALE:
                raise
            progress("the marks of the earlier pages are no longer known; beginning again")
            journal.begin()
            found = _carry_out(job, asked, journal, line)
        journal.keep_only(found.entries)
        yield found.summary(journal)
        put_in_place(journal, job.target)


def _line(job: Job, clock: Clock, progress: Callable[[str], None]) -> Line:
    declared, extra = job.declared, {}
    if declared.mailto and (mail := mail_of(job.contact)):
        extra[declared.mailto] = mail
    if declared.key and (value := (job.variables or {}).get(declared.key.variable, "").strip()):
        extra[declared.key.param] = value
    by_hand = f"put the files into {job.target}, the `path` of {job.source} in programme.toml"
    return Line(Pace(clock, declared.per_second), user_agent(job.contact), by_hand, extra, progress)


@dataclass
class _Carried:
    """The entries of one run, in the order of the requests; addresses and names taken; how many stood here; what was told."""

    entries: list[Entry] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    bytes: int = 0
    stood: int = 0
    told: Told = field(default_factory=Told)

    def add(self, request: Request, entry: Entry) -> None:
        """Note a file that is whole."""
        self.entries.append(entry)
        self.taken |= {request.url, request.name}
        self.bytes += entry.bytes

    def summary(self, journal: Journal) -> Fetched:
        kept = [entry for entry in self.entries if not entry.name.startswith(".")]
        if not kept:
            raise InputError(
                f"{journal.source}: nothing was found for {journal.asked}. Expected at least one record. Correct [source.fetch]."
            )
        files = {entry.name: journal.folder / entry.name for entry in kept}
        return Fetched(files, sum(entry.bytes for entry in kept), kept[0].url, self.stood, self.told)


def _carry_out(job: Job, asked: Asked, journal: Journal, line: Line) -> _Carried:
    carried, plan = _Carried(), job.declared.plan(asked)
    for request in _requests(plan, carried, journal):
        _check(request, carried)
        entry = journal.whole(request.url)
        if entry is None:
            line.progress(f"file {len(carried.entries) + 1}: {request.name}")
            entry = _fetched(job, request, journal, line)
        else:
            carried.stood += 1
        carried.add(request, entry)
    return carried


def _requests(plan: Plan, carried: _Carried, journal: Journal) -> Iterator[Request]:
    """The requests of a plan; each is handed the answer that stands last in `carried` when the next is asked for."""
    try:
        request = next(plan)
        while True:
            yield request
            request = plan.send(Reply(journal.folder / carried.entries[-1].name))
    except StopIteration as end:
        carried.told = end.value or Told()


def _check(request: Request, carried: _Carried) -> None:
    """A server chooses names and marks of pages in its answers: none may lead out of the folder, come twice, or never end."""
    if not _NAME.fullmatch(request.name):
        raise InputError(
            f"{request.url} is to be kept as {request.name!r}, expected letters, digits, dots and hyphens. Get the file by hand."
        )
    if request.url in carried.taken or request.name in carried.taken:
        raise InputError(
            f"{request.url} is asked for a second time, as {request.name}: the pages go in a circle. What came is not used. Try again later."
        )
    if len(carried.entries) >= MOST_REQUESTS or carried.bytes > MOST_BYTES:
        raise InputError(
            f"More than {MOST_REQUESTS} files or {MOST_BYTES >> 30} GB have come. Ask for less in [source.fetch], such as fewer years."
        )


def _fetched(job: Job, request: Request, journal: Journal, line: Line) -> Entry:
    hidden = journal.folder / f".{request.name}"
    try:
        got = download(request, hidden, line)
    except Answered as error:
        key = job.declared.key
        if key and error.status in (401, 403) and key.param not in line.extra:
            raise Answered(
                f"{error} It asks for a key: {key.words}, and set it as {key.variable}.", error.status
            ) from error
        raise
    kept = request.keep(Reply(hidden).json()) if callable(request.keep) else request.keep
    entry = Entry(request.name if kept else hidden.name, request.url, got.sha256, got.bytes)
    hidden.replace(journal.folder / entry.name)
    journal.add(entry)
    return entry

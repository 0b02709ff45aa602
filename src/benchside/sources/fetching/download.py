"""One request made into one whole file: tried again while the failure may pass, gone on with where it stopped, and checked."""

import hashlib
import http.client
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import OpenerDirector

from benchside.errors import InputError
from benchside.sources.fetching.manners import LONGEST_WAIT, TRIES, Pace, backoff
from benchside.sources.fetching.partial import Partial
from benchside.sources.fetching.plan import Request
from benchside.sources.fetching.transport import Answered, Lost, exchange, host_of, opener, shown

_CHUNK = 1 << 18
_SAID_EVERY = 8 << 20


@dataclass(frozen=True)
class Line:
    """How the requests of one fetch go out: pace, what is said of who asks, and where failures send the user.

    `extra` are parameters that identify who asks (an address, a key); they are sent and stand nowhere else. `by_hand` says where
    the files can be put without the network.
    """

    pace: Pace
    agent: str
    by_hand: str
    extra: Mapping[str, str] = field(default_factory=dict)
    progress: Callable[[str], None] = lambda text: None
    director: OpenerDirector = field(default_factory=opener)


@dataclass(frozen=True)
class Got:
    """A whole file: its size, its SHA-256, and how many of its bytes stood here from before."""

    bytes: int
    sha256: str
    resumed: int = 0


def download(request: Request, place: Path, line: Line) -> Got:
    """Fetch a file to `place`. `InputError` says what was tried; what has come in part stays, to go on with."""
    waited = 0.0
    for failure in range(1, TRIES + 1):
        try:
            return _attempt(request, place, line)
        except Lost as lost:
            if failure == TRIES:
                raise _given_up(request, lost, waited, line) from lost
            waited += _wait(request, lost, failure, line)
    raise AssertionError("the last failure raises")


def _wait(request: Request, lost: Lost, failure: int, line: Line) -> float:
    clock = line.pace.clock
    wait = backoff(failure, clock.chance()) if lost.wait is None else lost.wait
    if wait > LONGEST_WAIT:
        raise InputError(
            f"{host_of(request.url)} answered {lost.words} to {shown(request.url)} and asks to wait {wait:.0f} seconds. "
            "What has arrived is kept: run the same command again then."
        )
    line.progress(f"{host_of(request.url)}: {lost.words}; trying again in {wait:.0f} s")
    clock.sleep(wait)
    return wait


def _given_up(request: Request, lost: Lost, waited: float, line: Line) -> InputError:
    tried = f"GET {shown(request.url)}, tried {TRIES} times over {waited:.0f} seconds"
    if lost.reached:
        return InputError(
            f"{host_of(request.url)} did not give the file ({lost.words}; {tried}). What has arrived is kept: run the same "
            f"command again later, or {line.by_hand}."
        )
    return InputError(
        f"{host_of(request.url)} cannot be reached ({lost.words}; {tried}): there is no network here, or it needs a proxy "
        f"(HTTPS_PROXY); everything but fetching works without, and to go on by hand {line.by_hand}."
    )


def _attempt(request: Request, place: Path, line: Line) -> Got:
    partial = Partial(place)
    begun, mark = partial.begun(request.url)
    headers = {"User-Agent": line.agent, "Accept": request.accept, "Accept-Encoding": "identity"}
    if begun:
        headers |= {"Range": f"bytes={begun}-", "If-Range": mark}
    line.pace.turn()
    with _asked(request, headers, line) as response:
        at = _begins_at(response, begun, partial)
        total = _total(request, response, at)
        _copy(request, response, partial, at, total, line)
    got = _checked(request, partial, at)
    partial.finish(place)
    return got


@contextmanager
def _asked(request: Request, headers: Mapping[str, str], line: Line) -> Iterator[Any]:
    """The exchange, with the parameters that identify who asks; none of them is in a message."""
    joint = "&" if request.params else "?"
    url = request.url + (joint + urlencode(line.extra) if line.extra else "")
    try:
        with exchange(line.director, url, headers) as response:
            yield response
    except Answered as error:
        message = str(error)
        for value in line.extra.values():
            message = message.replace(value, "…")
        raise Answered(message, error.status) from None


def _begins_at(response: Any, begun: int, partial: Partial) -> int:
    """The byte with which the answer begins. A whole file (200) takes the place of what stood here: it has changed, or the
    server cannot give parts."""
    if response.status == 416:
        partial.drop()
        raise Lost("416, the file has fewer bytes than stood here")
    if response.status != 206:
        return 0
    found = re.match(r"bytes (\d+)-", response.headers.get("Content-Range", ""))
    if not begun or found is None or int(found.group(1)) != begun:
        partial.drop()
        raise Lost("a part that does not begin where the last one ended")
    return begun


def _total(request: Request, response: Any, at: int) -> int | None:
    """How many bytes the whole file has, where the server says so."""
    if packed := response.headers.get("Content-Encoding", "").strip().lower().replace("identity", ""):
        raise InputError(
            f"{host_of(request.url)} sent {shown(request.url)} packed as {packed}, expected the bytes of the file. Get it by hand."
        )
    length = response.headers.get("Content-Length", "")
    total = at + int(length) if re.fullmatch(r"\d{1,18}", length) else None
    if total is not None:
        _check_size(request, total)
    return total


def _check_size(request: Request, size: int) -> None:
    if size > request.at_most:
        raise InputError(
            f"{host_of(request.url)} sends {shown(request.url)} with {size} bytes or more, expected at most {request.at_most}. "
            "Nothing of it was kept. Get it by hand if it is right."
        )


def _copy(request: Request, response: Any, partial: Partial, at: int, total: int | None, line: Line) -> None:
    size, said = at, at
    try:
        with partial.open(at, request.url, response.headers) as file:
            for chunk in _chunks(response):
                size += len(chunk)
                _check_size(request, size)
                file.write(chunk)
                if size - said >= _SAID_EVERY:
                    said = size
                    of = f" of {total >> 20}" if total else ""
                    line.progress(f"{request.name}, {size >> 20}{of} MB")
    except InputError:
        partial.drop()
        raise
    except OSError as error:
        raise InputError(
            f"{partial.path} could not be written: {error.strerror}. Free space on its disk and check that it may be written; "
            "run the same command again."
        ) from error
    if total is not None and size < total:
        raise Lost(f"the connection broke off after {size} of {total} bytes")


def _chunks(response: Any) -> Iterator[bytes]:
    """The bytes as they come; `Lost` after the last one where the connection breaks off."""
    try:
        while chunk := response.read(_CHUNK):
            yield chunk
    except http.client.IncompleteRead as error:
        yield error.partial
        raise Lost("the connection broke off") from error
    except (OSError, http.client.HTTPException) as error:
        raise Lost(getattr(error, "strerror", None) or str(error) or type(error).__name__) from error


def _checked(request: Request, partial: Partial, resumed: int) -> Got:
    """The sums of the whole file; a file that is not what was asked is dropped, and asked for once more from the beginning if
    it was put together from parts."""
    sha, published = hashlib.sha256(), _digest(request.checksum)
    size = 0
    with partial.path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            sha.update(chunk)
            if published:
                published.update(chunk)
    found = published.hexdigest() if published else ""
    if published and found != request.checksum.partition(":")[2].lower():
        partial.drop()
        if resumed:
            raise Lost("the parts do not make the file whose checksum is published")
        raise InputError(
            f"{request.name} from {host_of(request.url)} has the checksum {request.checksum.partition(':')[0]}:{found}, expected "
            f"{request.checksum}. It was damaged on the way or changed; nothing of it was kept. Run the same command again."
        )
    _check_form(request, partial)
    return Got(size, sha.hexdigest(), resumed)


def _digest(checksum: str) -> Any:
    """The method of a published checksum; none where none is published."""
    method = checksum.partition(":")[0]
    if not method:
        return None
    if method not in ("md5", "sha1", "sha256", "sha512"):
        raise InputError(
            f"The checksum {checksum!r} is of no known method, expected md5:… or sha256:…. Get the file by hand."
        )
    return hashlib.new(method, usedforsecurity=False)


def _check_form(request: Request, partial: Partial) -> None:
    """A page that is no JSON, or a ZIP that is none, is often an announcement of maintenance: it may pass."""
    try:
        if request.form == "json":
            json.loads(partial.path.read_bytes())
        elif not zipfile.is_zipfile(partial.path):
            raise ValueError("no ZIP")
    except (ValueError, RecursionError) as error:
        with partial.path.open("rb") as file:
            begins = " ".join(file.read(60).decode("utf-8", "replace").split())
        partial.drop()
        raise Lost(f"what came is no {request.form.upper()}: it begins with {begins!r}") from error

"""A web site in a thread, for tests of fetching: it answers as it is told and remembers what it was asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from benchside.sources.fetching.manners import Clock

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """`answers[path]` is a list of answers, one for each time it is asked; the last one stays."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.url = ""

    def paths(self) -> list[str]:
        """The paths asked, in order."""
        return [path for path, _ in self.asked]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append((handler.path, dict(handler.headers)))
        told = self.answers.get(handler.path) or self.answers.get(handler.path.partition("?")[0])
        if told is None:
            reply(404, b"no such page")(handler)
        else:
            (told.pop(0) if len(told) > 1 else told[0])(handler)


def reply(status: int, body: bytes = b"", cut: int | None = None, **headers: str) -> Answer:
    """A whole answer, or one whose connection breaks off after `cut` bytes; `_` in a name of a header stands for a hyphen."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body if cut is None else body[:cut])
        handler.close_connection = True

    return answer


def dump(body: bytes, etag: str = '"one"', cut: int | None = None, parts: bool = True) -> Answer:
    """A file as a server that gives parts gives it (RFC 9110): the rest, if the mark in `If-Range` is that of the file."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        wanted, mark = handler.headers.get("Range"), handler.headers.get("If-Range")
        if parts and wanted and mark == etag:
            begin = int(wanted.removeprefix("bytes=").removesuffix("-"))
            reply(206, body[begin:], cut, ETag=etag, Content_Range=f"bytes {begin}-{len(body) - 1}/{len(body)}")(
                handler
            )
        else:
            reply(200, body, cut, ETag=etag)(handler)

    return answer


@contextmanager
def serving() -> Iterator[Site]:
    """A site at a free port of this machine."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.answer(self)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Waits(list):
    """The waits that were asked for, in seconds; none is waited. Chance is always the greatest, so that waits are whole."""

    @property
    def clock(self) -> Clock:
        def sleep(seconds: float) -> None:
            self.append(seconds)

        return Clock(now=lambda: sum(self), sleep=sleep, chance=lambda: 1.0)

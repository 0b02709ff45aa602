"""One exchange over HTTP: which addresses are asked, where redirects may lead, and what the failures are called.

The standard library is enough: the rules of retry, resume and redirect are ours, and a client library would have to be kept
from following its own.
"""

import http.client
import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, UnknownHandler

from benchside.errors import InputError
from benchside.sources.fetching.manners import retry_after

MOST_REDIRECTS = 5
TIMEOUT = 60.0
"""Seconds in which a server must send something."""
_REDIRECTS = (301, 302, 303, 307, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)


class Lost(Exception):
    """An exchange failed in a way that may pass. `wait` is what the server asks for; `reached` says whether anyone answered."""

    def __init__(self, words: str, *, wait: float | None = None, reached: bool = True) -> None:
        super().__init__(words)
        self.words, self.wait, self.reached = words, wait, reached


class Answered(InputError):
    """A server answered that it will not give what was asked; asking again would not help."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


def opener() -> OpenerDirector:
    """What opens http and https addresses and nothing else, through the proxy that the environment names; no redirect is followed."""
    director = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler(), UnknownHandler()):
        director.add_handler(handler)
    return director


def check_address(url: str, before: str = "") -> str:
    """The address, safe to ask; `InputError` for one that is not http(s), or that leads from https to http."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        parts, host = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise InputError(
            f"The address {shown(url)!r}{_led(before)} is not fetched. Expected http:// or https:// and a host. Get the file by hand."
        )
    if before.startswith("https:") and parts.scheme == "http":
        raise InputError(
            f"The address {shown(url)!r}{_led(before)} is not fetched: it leads from https to http, where anyone on the way can "
            "change the file. Get the file by hand."
        )
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]")


def _led(before: str) -> str:
    return f", to which {host_of(before)} redirects," if before else ""


def host_of(url: str) -> str:
    """The host of an address, for messages."""
    return urlsplit(url).hostname or url


def shown(url: str) -> str:
    """An address in a message: without what may be a secret, and not longer than a line."""
    text = re.sub(r"(?i)(key|token|mailto)=[^&\s\"]*", r"\1=…", url)
    return text if len(text) <= 200 else text[:200] + "…"


@contextmanager
def exchange(director: OpenerDirector, url: str, headers: Mapping[str, str]) -> Iterator[Any]:
    """The response at the end of the redirects, with a status below 300 or 416; `Lost` or `Answered` otherwise."""
    at = check_address(url)
    for _ in range(MOST_REDIRECTS + 1):
        with _opened(director, at, headers) as response:
            if response.status not in _REDIRECTS:
                _check_status(response, at)
                yield response
                return
            at = check_address(urljoin(at, response.headers.get("Location", "")), at)
    raise InputError(
        f"{host_of(url)} redirects more than {MOST_REDIRECTS} times from {shown(url)}. Expected the file. Get it by hand."
    )


@contextmanager
def _opened(director: OpenerDirector, url: str, headers: Mapping[str, str]) -> Iterator[Any]:
    try:
        response = director.open(Request(url, headers=dict(headers)), timeout=TIMEOUT)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise failed(url, error) from error
    with closing(response):  # type: ignore[arg-type]
        yield response


def failed(url: str, error: Exception) -> Exception:
    """What a failure to reach a host means: it may pass, except where the host cannot prove who it is."""
    cause = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return InputError(
            f"{host_of(url)} cannot prove who it is ({getattr(cause, 'verify_message', '') or cause}). Expected a valid certificate. "
            "Check the date of this machine and its certificates; behind a proxy, set SSL_CERT_FILE to its certificate."
        )
    if isinstance(cause, http.client.InvalidURL | ValueError) and not isinstance(cause, OSError):
        return InputError(f"The address {shown(url)!r} cannot be asked: {cause}. Correct [source.fetch].")
    words = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    return Lost(words, reached=isinstance(cause, http.client.HTTPException))


def _check_status(response: Any, url: str) -> None:
    status, reason = response.status, str(response.reason)[:60]
    if status < 300 or status == 416:
        return
    if status in _PASSING:
        raise Lost(f"{status} {reason}", wait=retry_after(response.headers))
    said = " ".join(re.findall(r"[ -~]+", response.read(400).decode("utf-8", "replace")))[:200].strip()
    said = f" It says: {shown(said)}" if said and "<" not in said else ""
    raise Answered(
        f"{host_of(url)} answered {status} {reason} to {shown(url)}.{said} Correct what [source.fetch] asks, or get the file by hand.",
        status,
    )

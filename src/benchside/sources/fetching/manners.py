"""How the network is used with consideration: the pace, the waits after a failure, and who says he is asking.

Nothing here reads a clock: `Clock` is handed in by the command.
"""

import email.utils
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from benchside import __version__

TRIES = 5
"""How often one request is tried before the fetch stops."""
LONGEST_WAIT = 300.0
"""Seconds. A server that asks for a longer wait is left alone, and the user is told to come back."""
_LONGEST_BACKOFF = 60.0
_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")


@dataclass(frozen=True)
class Clock:
    """Seconds that only go forward, a way to wait, and chance between 0 and 1."""

    now: Callable[[], float]
    sleep: Callable[[float], None]
    chance: Callable[[], float]


@dataclass
class Pace:
    """At most so many requests a second, evenly spaced."""

    clock: Clock
    per_second: float
    _free_at: float | None = field(default=None, repr=False)

    def turn(self) -> None:
        """Wait until the next request may be sent."""
        now = self.clock.now()
        if self._free_at is not None and self._free_at > now:
            self.clock.sleep(self._free_at - now)
            now = self._free_at
        self._free_at = now + 1 / self.per_second


def backoff(failure: int, chance: float) -> float:
    """Seconds to wait after the failure of that number, from 1: doubled each time, at most a minute, half of it by chance.

    Chance keeps many that failed together from coming back together.
    """
    whole = min(_LONGEST_BACKOFF, 2.0 ** (failure - 1))
    return whole / 2 + whole / 2 * chance


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds a server asks to wait, or none. A date is held against the server's own `Date`, so that no clock here matters."""
    text = (headers.get("Retry-After") or "").strip()
    if re.fullmatch(r"\d{1,9}(\.\d+)?", text):
        return float(text)
    try:
        until = email.utils.parsedate_to_datetime(text)
        said = email.utils.parsedate_to_datetime(headers.get("Date") or "")
        return max(0.0, (until - said).total_seconds())
    except (TypeError, ValueError):
        return None


def user_agent(contact: str) -> str:
    """Benchside's name and version and the programme's contact, in letters that a header can carry."""
    plain = "".join(letter for letter in contact if " " <= letter <= "~" and letter not in "()")
    found = _EMAIL.search(plain)
    said = f"mailto:{found.group()}" if found else plain.strip()
    return f"Benchside/{__version__}" + (f" ({said})" if said else "")


def mail_of(contact: str) -> str:
    """The e-mail address in a contact; empty where it is a page or nothing."""
    found = _EMAIL.search(contact)
    return found.group() if found and found.group().isascii() else ""

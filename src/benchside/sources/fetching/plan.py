"""What a source declares of how it is fetched, and nothing of how the network is used.

A plan is a generator: it yields one request after the other and is handed the answer of each, so that it can read the next
page's mark in it. A plan asks the same in the same order whenever the answers are the same; that is what lets a fetch that was
broken off go on where it stood.
"""

import json
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

PAGE_BYTES = 64 << 20
"""A page of an interface holds some hundreds of records; the readers of pages take no larger ones."""
DUMP_BYTES = 4 << 30
"""The largest dump of these publishers has some hundreds of megabytes."""

Asked = Mapping[str, tuple[str, ...]]
"""What `programme.toml` asks of a source, checked: option → values, none where it says nothing."""


@dataclass(frozen=True)
class Option:
    """One thing that can be asked: its name, what it means, and which values it takes.

    `pattern` is what each value must match in full, shown in words by `words`; `choices` lists the values where they are few.
    `default` stands where the option is not written.
    """

    name: str
    words: str
    pattern: str = r".+"
    choices: tuple[str, ...] = ()
    default: tuple[str, ...] = ()
    is_list: bool = True


@dataclass(frozen=True)
class Request:
    """One file to fetch: its address, the name under which it is kept, and what it must be.

    `form` is `json` or `zip`: an answer that is neither, such as a page that announces maintenance, is not taken. `checksum` is
    the publisher's, as `md5:…`. `keep` says whether the file belongs to the snapshot; of a page it may be a test of its JSON, so
    that pages without records are left out.
    """

    address: str
    name: str
    params: Mapping[str, str] = field(default_factory=dict)
    accept: str = "*/*"
    form: str = "json"
    checksum: str = ""
    at_most: int = PAGE_BYTES
    keep: bool | Callable[[Any], object] = True

    @property
    def url(self) -> str:
        """The whole address, without what identifies who asks."""
        return f"{self.address}?{urlencode(self.params)}" if self.params else self.address


@dataclass(frozen=True)
class Reply:
    """The answer to a request, a whole file."""

    path: Path

    def json(self) -> Any:
        """The page's value; the engine has seen that it is JSON."""
        return json.loads(self.path.read_bytes())


@dataclass(frozen=True)
class Told:
    """What the publisher says of the whole: the version of a dump and the day it was published."""

    version: str = ""
    published_on: str = ""


Plan = Generator[Request, Reply, Told | None]


@dataclass(frozen=True)
class Key:
    """A key that an interface asks for: its parameter, the variable of the environment that holds it, where to get one.

    A key stands in no file and no message.
    """

    param: str
    variable: str
    words: str


@dataclass(frozen=True)
class Fetch:
    """How a source is fetched: the plan, what can be asked of it, and the manners its publisher expects.

    `needs` names options of which at least one must be given. `per_second` is how many requests a second at most. `mailto` is the
    parameter by which the interface wants an address of who asks.
    """

    plan: Callable[[Asked], Plan]
    options: tuple[Option, ...] = ()
    needs: tuple[str, ...] = ()
    per_second: float = 1.0
    mailto: str = ""
    key: Key | None = None

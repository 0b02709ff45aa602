"""What `programme.toml` asks of a source when it is fetched, checked against what can be asked."""

import re
from collections.abc import Mapping

from benchside.errors import UsageError, unknown
from benchside.sources.fetching.plan import Asked, Fetch, Option


def asked_of(source: str, declared: Fetch, written: Mapping[str, object]) -> Asked:
    """The options as written under `[source.fetch]`; `UsageError` names the values that are allowed."""
    known = {option.name: option for option in declared.options}
    for name in written:
        if name not in known:
            raise unknown(f"option of [source.fetch] of {source}", name, known, do="Correct programme.toml.")
    asked = {
        name: _values(source, option, written[name]) if name in written else option.default
        for name, option in known.items()
    }
    if declared.needs and not any(asked[name] for name in declared.needs):
        says = "; ".join(f"{name}: {known[name].words}" for name in declared.needs)
        raise UsageError(
            f"programme.toml does not say what to fetch of {source}. Expected under its [source.fetch] at least one of: {says}."
        )
    return asked


def _values(source: str, option: Option, written: object) -> tuple[str, ...]:
    listed = written if isinstance(written, list) else [written]
    if not option.is_list and len(listed) != 1:
        raise _wrong(source, option, written)
    if not all(isinstance(value, str | int) and not isinstance(value, bool) for value in listed):
        raise _wrong(source, option, written)
    values = tuple(dict.fromkeys(str(value).strip() for value in listed))
    for value in values:
        if option.choices and value not in option.choices:
            raise unknown(f"{option.name} of {source}", value, option.choices, do="Correct [source.fetch].")
        if not re.fullmatch(option.pattern, value):
            raise _wrong(source, option, value)
    return values


def _wrong(source: str, option: Option, found: object) -> UsageError:
    many = "one value or a list" if option.is_list else "one value"
    return UsageError(
        f"programme.toml: [source.fetch] of {source}, {option.name} = {found!r}, expected {option.words} ({many})."
    )

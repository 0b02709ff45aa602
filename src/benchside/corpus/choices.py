"""Named values of the parameters that only one indicator takes."""

from collections.abc import Iterable

from benchside.corpus.params import Params
from benchside.errors import unknown


def chosen(params: Params, name: str, values: Iterable[str]) -> str:
    """The value given for a parameter, else the first of its values; another one is refused."""
    known = tuple(values)
    value = params.extra.get(name, known[0])
    if value not in known:
        raise unknown(f"value of {name}", str(value), known)
    return value

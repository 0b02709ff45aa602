"""Keys: a whole number for each id, so that works are found, joined and sorted without comparing texts.

The key of an OpenAlex id is its number; that of any other id is below zero and drawn from its MD5. Two other ids could
share one (60 bits: not to be expected below a thousand million ids); `prepare` refuses the second.
"""

import hashlib
import re

_LARGEST = 2**63 - 1
_DIGITS = 15
"""Hex digits of the MD5 that are used: 60 bits, so that the number fits with its sign."""


def key_of(work_id: str, letter: str = "W") -> int:
    """The key of a bare id: 2586975866 for `W2586975866`, below zero for one of another form. `letter` is that of the kind.

    >>> key_of("W2586975866")
    2586975866
    """
    if re.fullmatch(f"{letter}[1-9][0-9]*", work_id) and int(work_id[1:]) <= _LARGEST:
        return int(work_id[1:])
    return -int(hashlib.md5(work_id.encode()).hexdigest()[:_DIGITS], 16) - 1


def key_sql(column: str, letter: str = "W") -> str:
    """The same as SQL over a column of bare ids; a missing id has no key."""
    number = f"TRY_CAST(substr({column}, 2) AS BIGINT)"
    drawn = f"-CAST('0x' || substr(md5({column}), 1, {_DIGITS}) AS BIGINT) - 1"
    # Only a number written as the engine writes it is one: no sign, blank, exponent or zero before it.
    return (
        f"CASE WHEN {number} > 0 AND '{letter}' || CAST({number} AS VARCHAR) = {column} THEN {number} ELSE {drawn} END"
    )

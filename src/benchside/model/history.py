"""How the records of a type stand in time.

Each type says which of these histories it has. From that the store derives, for every record, the
date from which it is true (`true_from`), the date at which it stops (`true_to`) and the date at which
it was known (`known_on`), and hands indicators the records that were true at the date asked for.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    """Something that happened once and stays true.

    `on` names its date. Without one it takes the date of the record it belongs to (`inherit`, a
    reference column), then the day it became known: by then at the latest it was true. A type with neither is reference
    data (areas, organisations): its records hold at every date.
    """

    on: str | None = None
    inherit: str | None = None


@dataclass(frozen=True)
class Span:
    """Something that begins and may end; the records that have begun are given, `current` marks those not ended.

    A missing beginning is treated as for `Event`; a missing end means that none is known.
    """

    start: str
    end: str | None = None
    inherit: str | None = None


@dataclass(frozen=True)
class Version:
    """One of several readings of the same value (`of`), each dated by `on`.

    At a date the latest dated reading counts. Ties are settled by `known_on`, then `document_id`, then
    the record's key, the later winning. A reading without a date is never given one: it
    appears in histories and counts in no figure.
    """

    of: tuple[str, ...]
    on: str


@dataclass(frozen=True)
class Validity:
    """What is known to hold between two days: a missing beginning means from ever, a missing end for ever.

    At a date only what holds then is given. It is knowledge (of two records that are one), and not something that began: so a
    missing beginning is not replaced by the day on which it became known.
    """

    start: str
    end: str


History = Event | Span | Version | Validity

"""Single cells of Gateway to Research: dates in three forms, percentages, outcome ids."""

import re
from datetime import UTC, date, datetime

from benchside.sources.gtr.words import SPELLINGS
from benchside.sources.tables import cells as table_cells

DAY_RULE = "a day between 1900 and 2060 such as 2013-10-01, or milliseconds since 1970"
YEAR_RULE = "a year between 1900 and 2060 such as 2014"
_REGISTRY = re.compile(r"(ISRCTN|NCT)[ :]{0,2}(\d{8})(?!\d)", re.IGNORECASE)
_PUBLICATION = re.compile(r"(?:WO|EP|US|GB|JP|CN|CA|AU|DE|FR|ES|IE)\d{6,12}(?:[A-CU]\d?)?")
_OUTCOME_OF_ADDRESS = re.compile(r"[?&]outcomeId=([^&#]+)")
_SHARE = re.compile(r"(.+):(\d{1,3}(?:\.\d+)?)")
_MILLISECONDS = re.compile(r"-?\d{9,14}")


def day(text: str) -> str:
    """An ISO day from `2013-10-01`, with or without a time, or from milliseconds; `ValueError` for anything else.

    >>> day("2013-10-01"), day("1380585600000"), day("1975-11-01T00:00:00")
    ('2013-10-01', '2013-10-01', '1975-11-01')
    """
    if _MILLISECONDS.fullmatch(text):
        found = datetime.fromtimestamp(int(text) / 1000, UTC).date()
    else:
        found = date.fromisoformat(text[:10])
    if not 1900 <= found.year <= 2060:
        raise ValueError(text)
    return found.isoformat()


def year(text: str) -> str:
    """The year of a year, a day or milliseconds: the register shows a year as its 1 January.

    >>> year("2016"), year("2016-01-01"), year("1451606400000")
    ('2016', '2016', '2016')
    """
    if not re.fullmatch(r"\d{4}", text):
        return day(text)[:4]
    if not 1900 <= int(text) <= 2060:
        raise ValueError(text)
    return text


def first_year(text: str) -> str:
    """The first of several years; `Pre-2006` is by the end of 2005.

    >>> first_year("2008,2009"), first_year("Pre-2006,2006")
    ('2008', '2005')
    """
    first = text.split(",")[0].strip()
    return str(int(year(first[4:])) - 1) if first.lower().startswith("pre-") else year(first)


def spelt(text: str) -> str:
    """The word in its one spelling.

    >>> spelt("Refinement.  Clinical"), spelt("software")
    ('Refinement. Clinical', 'Software')
    """
    one = table_cells.words(text)
    return SPELLINGS.get(one, one)


def own_id(text: str) -> str:
    """The id of an outcome as a key: the text, or the part of an address that holds it.

    A line break in an id is part of it: the register tells several outcomes apart by nothing else. A `#` would begin the name of a
    further record.

    >>> own_id("http://gtr.rcuk.ac.uk:80/resources/outcome.html#?type=spinout&outcomeId=56ca.07&grantRef=X"), own_id("a?outcomeId=50f\\n&b")
    ('56ca.07', '50f-')
    """
    found = _OUTCOME_OF_ADDRESS.search(text)
    return re.sub(r"[\s|#]+", "-", found[1] if found else table_cells.key(text))


def shares(text: str) -> list[tuple[str, str]]:
    """Names with their percentages from `Infection:60|Cancer:40`; `ValueError` where a part has none.

    >>> shares("Infection:60|2.1  Biological factors:40")
    [('Infection', '60'), ('2.1 Biological factors', '40')]
    """
    found = [_SHARE.fullmatch(part.strip()) for part in text.split("|")]
    if not all(found):
        raise ValueError(text)
    return [(table_cells.words(part[1]), part[2]) for part in found if part]


def registry_number(text: str) -> str:
    """The first number of a trial registry in a text; empty where there is none.

    >>> registry_number("ISRCTN 55651027"), registry_number("IRAS ID: 147734")
    ('ISRCTN55651027', '')
    """
    found = _REGISTRY.search(text)
    return f"{found[1].upper()}{found[2]}" if found else ""


def publication_number(text: str) -> str:
    """The number of one patent publication; empty where the text holds anything else, as several or an application's.

    >>> publication_number("WO 2011/027175"), publication_number("WO2011001135; NZ 596614")
    ('WO2011027175', '')
    """
    bare = re.sub(r"[\s/]", "", text.upper())
    return bare if _PUBLICATION.fullmatch(bare) else ""

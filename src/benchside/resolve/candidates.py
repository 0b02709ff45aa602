"""Which names are held against each other: those that share a rare word, two of their rarer words, or how they begin.

Every name gives a few keys; names that share a key, in one country or where a country is missing, are a pair. A key that would
give more than `LARGEST_BLOCK` pairs is not used, so that the list of pairs grows with the names and not with their square; two
names in such a block still meet through their other keys. The pairs are then cut down to those that share enough of their words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log2

import pyarrow as pa

from benchside.model.countries import COUNTRIES
from benchside.resolve.folding import fold
from benchside.resolve.names import Name
from benchside.resolve.records import Subject
from benchside.resolve.words import COMMON, MEANINGS

_COUNTRY_WORDS = {
    code: tuple({one for word in fold(name).split() for one in (word, *MEANINGS.get(word, ()))})
    for code, name in COUNTRIES.items()
}
"""Country → the words of its name: a name that says where its bearer is tells no more than its country does."""
LARGEST_BLOCK = 4_000
"""Pairs that one key may give."""
RARE_WORDS = 3
PAIRED_WORDS = 4
"""Of how many of its rarest words a name gives each alone, and each two together."""
FEWEST_NAMES = 20_000
"""Words are weighed as though there were at least so many names: in a handful of names every word would be rare."""
COMMON_SHARE = 0.02
"""Our words (university, institute) are taken to stand in at least this share of names."""
MOST_ABROAD = 12
"""Names that may be the same word for word for two of them to be held against each other across countries."""
LEAST_ABROAD = 12
"""Bits that such a name must weigh."""
LEAST_COVER = 0.4
"""Of the heavier name's weight that two names must share to be scored; else their letters must be nearly the same."""
WEIGHT_STEPS = 32
"""A word is kept as one number: its own number and its weight in bits, in steps of 1/32."""
_ROOM = 1024

NAMINGS = pa.schema([
    ("unique_id", pa.int64()), ("subject", pa.int64()), ("place", pa.int64()), ("source", pa.string()),
    ("name_key", pa.string()), ("squeezed", pa.string()), ("core", pa.string()),
    ("usual", pa.string()), ("words", pa.list_(pa.int64())),
    ("rarest", pa.list_(pa.int64())), ("total", pa.float64()), ("country", pa.string()), ("city", pa.string()),
    ("cities", pa.list_(pa.int64())), ("form", pa.string()), ("kinds", pa.string()), ("profile", pa.string()), ("numbers", pa.string()),
    ("is_acronym", pa.bool_()),
])  # fmt: skip


def word_weights(names: Iterable[Name]) -> dict[str, float]:
    """word → bits: how surprising it is to find it in a name, log2 of names over names that hold it."""
    keys = {name.key: name for name in names}
    counts = Counter(word for name in keys.values() for word in name.words)
    among = max(len(keys), FEWEST_NAMES)
    return {
        word: log2(among / max(count, COMMON_SHARE * among if word in COMMON else 1)) for word, count in counts.items()
    }


def namings(subjects: Sequence[Subject]) -> pa.Table:
    """Each name of each subject, as the engine compares it."""
    weights = word_weights(name for subject in subjects for name in subject.names)
    codes = {
        word: place * _ROOM + round(min(weights[word] * WEIGHT_STEPS, _ROOM - 1))
        for place, word in enumerate(sorted(weights))
    }
    rows = [
        (number, *row)
        for number, row in enumerate(
            _naming(place, subject, at, codes)
            for place, subject in enumerate(subjects)
            for at in range(len(subject.names))
        )
    ]
    columns = zip(*rows, strict=True) if rows else [[] for _ in NAMINGS]
    return pa.table(
        [pa.array(column, field.type) for column, field in zip(columns, NAMINGS, strict=True)], schema=NAMINGS
    )


def _naming(place: int, subject: Subject, at: int, codes: dict[str, int]) -> tuple:
    name = subject.names[at]
    words = [codes[word] for word in name.words]
    rarest = sorted(words, key=lambda code: (-(code % _ROOM), code))[:PAIRED_WORDS]
    core = "".join(word for word in name.words if word not in COMMON)
    usual = " ".join(sorted(word for word in name.words if word in COMMON))
    return (
        place, at, subject.source, name.key, name.squeezed, core, usual, words, rarest, sum(code % _ROOM for code in words) / WEIGHT_STEPS,
        subject.country or None, " ".join(subject.city) or None, [codes[word] for word in (*subject.city, *_COUNTRY_WORDS.get(subject.country, ())) if word in codes],
        name.form or None, " ".join(sorted(name.kinds)) or None, name.profile, " ".join(sorted(name.numbers)), name.is_acronym,
    )  # fmt: skip


SHARED = "shared_bits(words_l, words_r)"
"""Bits of the words that two names share, as SQL over the columns of two namings."""
REST_L, REST_R = "rest_bits(words_l, words_r, cities_l, cities_r)", "rest_bits(words_r, words_l, cities_r, cities_l)"
"""Bits of the words of one name that the other lacks, not counting the words of a city or country in which both are."""
MACROS = f"""
CREATE MACRO word_bits(a) AS coalesce(list_sum([code % {_ROOM} for code in a]), 0) / {WEIGHT_STEPS};
CREATE MACRO shared_bits(a, b) AS word_bits(list_intersect(a, b));
CREATE MACRO rest_bits(a, b, at_a, at_b) AS word_bits(a) - shared_bits(a, b)
    - word_bits(list_intersect(a, list_intersect(at_a, at_b))) + word_bits(list_intersect(list_intersect(a, b), list_intersect(at_a, at_b)));
"""
BLOCKS = f"""
CREATE TABLE blocks AS
WITH keyed AS (
    SELECT *, unnest(
        ['all ' || name_key, CASE WHEN length(squeezed) > 5 THEN 'begins ' || substr(squeezed, 1, 6) END]
        || [concat('one ', code) for code in rarest[:{RARE_WORDS}]]
        || flatten([[concat('two ', a, ' ', b) for b in rarest if b > a] for a in rarest])
    ) AS key FROM namings
)
SELECT hash(key) AS block, starts_with(key, 'all ') AS is_all, unique_id, coalesce(country, '') AS land, source, total
FROM keyed WHERE key IS NOT NULL
"""
"""The keys of each name: all its words, its rarest words alone and two by two, and its first letters."""


def pairs(registries: str) -> str:
    """The blocked pairs as SQL: each two names once, never two of one subject nor two of one registry.

    `registries` is a SQL list of the sources in which every id is another organisation.
    """
    return f"""
    WITH sized AS (SELECT block, land, count(*) AS n, count(*) FILTER (source NOT IN ({registries})) AS free FROM blocks GROUP BY ALL),
    whole AS (SELECT block, sum(n) AS n, sum(n) FILTER (land = '') AS nowhere FROM sized GROUP BY ALL),
    here AS (
        SELECT p.* FROM blocks p JOIN sized s USING (block, land)
        WHERE s.free * s.n <= {LARGEST_BLOCK} AND s.n > 1 AND land <> ''
    ),
    anywhere AS (
        SELECT p.* FROM blocks p JOIN whole w USING (block) WHERE w.nowhere * w.n <= {LARGEST_BLOCK} AND w.n > 1
    ),
    abroad AS (
        SELECT p.* FROM blocks p JOIN whole w USING (block) 
        WHERE is_all AND w.n BETWEEN 2 AND {MOST_ABROAD} AND total >= {LEAST_ABROAD} AND land <> ''
    ),
    met AS (
        SELECT a.unique_id AS a, b.unique_id AS b FROM here a JOIN here b USING (block, land)
        WHERE a.unique_id < b.unique_id AND (a.source <> b.source OR a.source NOT IN ({registries}))
        UNION
        SELECT a.unique_id, b.unique_id FROM abroad a JOIN abroad b USING (block)
        WHERE a.unique_id < b.unique_id AND a.land <> b.land AND (a.source <> b.source OR a.source NOT IN ({registries}))
        UNION
        SELECT least(a.unique_id, b.unique_id), greatest(a.unique_id, b.unique_id) FROM anywhere a JOIN anywhere b USING (block)
        WHERE a.land = '' AND a.unique_id <> b.unique_id AND (a.source <> b.source OR a.source NOT IN ({registries}))
    ),
    shared AS (
        SELECT a, b, l.subject AS subject_l, r.subject AS subject_r, l.squeezed AS squeezed_l, r.squeezed AS squeezed_r,
            greatest(l.total, r.total) AS heavier, shared_bits(l.words, r.words) AS bits
        FROM met JOIN namings l ON l.unique_id = a JOIN namings r ON r.unique_id = b
    )
    SELECT a AS join_key_l, b AS join_key_r, '0' AS match_key FROM shared
    WHERE subject_l <> subject_r
        AND (bits >= {LEAST_COVER} * heavier OR jaro_winkler_similarity(squeezed_l, squeezed_r) >= 0.93)
    """

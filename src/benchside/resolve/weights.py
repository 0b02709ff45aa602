"""What is compared of two names, and what each outcome weighs.

A weight is log2(m / u): `m` is how often this outcome is found among pairs that are the same organisation, `u` among candidates
that are not. Weights add up, with the log of the odds that a candidate is the same (`PRIOR`), to the score. A comparison that cannot
be made (a city missing) weighs nothing. The shares were set by hand and moved by the tuning half of the labelled pairs: they are
opinions that were tested, not counts. Conditions are tried in their order; SQL over the columns of a naming, `_l` and `_r`.
"""

from dataclasses import dataclass
from math import log2

from benchside.resolve.candidates import REST_L, REST_R, SHARED

PRIOR = 0.05
"""Share of candidates that are the same organisation, before anything of them is compared."""

_LESS, _MORE = f"least({REST_L}, {REST_R})", f"greatest({REST_L}, {REST_R})"
_COVER = f"{SHARED} / ({SHARED} + {_MORE})"
_NEAR = (
    "core_l <> core_r AND usual_l = usual_r AND numbers_l = numbers_r AND least(length(core_l), length(core_r)) >= 6 AND "
    "levenshtein(core_l, core_r) <= least(2, least(length(core_l), length(core_r)) // 6)"
)
_KINDS_L, _KINDS_R = "coalesce(kinds_l, '')", "coalesce(kinds_r, '')"
_NOWHERE = "(country_l IS NULL OR country_r IS NULL)"
_EITHER_FIRM = f"(country_l IS NULL AND contains({_KINDS_L}, 'company')) OR (country_r IS NULL AND contains({_KINDS_R}, 'company'))"
_ACRONYM = "(is_acronym_l OR is_acronym_r)"


@dataclass(frozen=True)
class Level:
    """An outcome of a comparison: how it is told to a reader, its condition, m and u; none of both where it weighs nothing."""

    name: str
    says: str
    when: str
    m: float = 0.0
    u: float = 0.0

    @property
    def weight(self) -> float:
        """Bits; 0 where the comparison could not be made."""
        return log2(self.m / self.u) if self.m else 0.0


@dataclass(frozen=True)
class Comparison:
    """What is compared; `shows` is the column of a naming that a reader is shown of either side."""

    name: str
    shows: str
    levels: tuple[Level, ...]

    def level(self, number: int) -> Level:
        """The level by Splink's number: -1 where nothing could be compared, 0 the last, rising to the first."""
        if number < 0:
            return self.levels[0]
        scored = [level for level in self.levels if level.m]
        return scored[len(scored) - 1 - number]


def _either(*parts: str) -> str:
    return " OR ".join(f"(contains({_KINDS_L}, '{part}') <> contains({_KINDS_R}, '{part}'))" for part in parts)


COMPARISONS = (
    Comparison("words", "text", (
        Level("short", "the same short name", f"{_ACRONYM} AND name_key_l = name_key_r", 0.06, 0.02),
        Level("same", "the same words", "name_key_l = name_key_r", 0.68, 0.01),
        Level("letters", "the same but for a letter or two", _NEAR, 0.06, 0.002),
        Level("most", "more than nine tenths of the words, by weight", f"{_COVER} >= 0.9", 0.05, 0.01),
        Level("many", "more than three quarters of the words", f"{_COVER} >= 0.75", 0.09, 0.06),
        Level("half", "more than half of the words", f"{_COVER} >= 0.55", 0.1, 0.25),
        Level("few", "fewer of the words", "ELSE", 0.03, 0.64),
    )),
    Comparison("rarity", "shared", (
        Level("none", "short name, or a letter differs: not weighed", f"({_ACRONYM}) OR (name_key_l <> name_key_r AND ({_NEAR}))"),
        Level("very rare", "the shared words are very rare", f"{SHARED} >= 22", 0.5, 0.06),
        Level("rare", "the shared words are rare", f"{SHARED} >= 14", 0.35, 0.22),
        Level("known", "the shared words are found elsewhere", f"{SHARED} >= 9", 0.17, 0.4),
        Level("common", "the shared words are common", "ELSE", 0.03, 0.3),
    )),
    Comparison("rest", "rest", (
        Level("none", "the same but for a letter or two: not weighed", f"name_key_l <> name_key_r AND ({_NEAR})"),
        Level("nothing", "no word is left over", f"{_MORE} < 0.5", 0.72, 0.02),
        Level("one light", "one name has a common word more", f"{_LESS} < 0.5 AND {_MORE} < 7", 0.14, 0.07),
        Level("one heavy", "one name has a rare word more", f"{_LESS} < 0.5", 0.14, 0.1),
        Level("both light", "each has a common word that the other lacks", f"{_LESS} < 5", 0.05, 0.25),
        Level("both heavy", "each has a rare word that the other lacks", "ELSE", 0.01, 0.45),
    )),
    Comparison("city", "city", (
        Level("none", "a city is missing", "city_l IS NULL OR city_r IS NULL"),
        Level("same", "the same city", "city_l = city_r", 0.75, 0.3),
        Level("part", "one place within the other", "list_has_any(string_split(city_l, ' '), string_split(city_r, ' '))", 0.06, 0.03),
        Level("named", "the city of one stands in the other's name", "list_has_any(cities_l, words_r) OR list_has_any(cities_r, words_l)", 0.04, 0.05),
        Level("other", "another city", "ELSE", 0.15, 0.6),
    )),
    Comparison("country", "country", (
        Level("firm", "a country is missing, and firms bear one name in several", f"{_NOWHERE} AND ({_EITHER_FIRM})", 0.003, 0.1),
        Level("missing", "a country is missing", _NOWHERE, 0.05, 0.1),
        Level("same", "the same country", "country_l = country_r", 0.942, 0.6),
        Level("other", "another country", "ELSE", 0.005, 0.2),
    )),
    Comparison("kind", "kinds", (
        Level("none", "no kind is named", "kinds_l IS NULL AND kinds_r IS NULL"),
        Level("same", "the same kind", f"{_KINDS_L} = {_KINDS_R}", 0.8, 0.5),
        Level("against", "a hospital, faculty or university against something else", _either("hospital", "part", "university"), 0.02, 0.3),
        Level("unlike", "one says less of its kind", "ELSE", 0.18, 0.2),
    )),
    Comparison("profile", "profile", (
        Level("none", "no word of profile", "profile_l = '' AND profile_r = ''"),
        Level("same", "the same profile", "profile_l = profile_r", 0.9, 0.3),
        Level("near", "the same but for a letter or two: not weighed", _NEAR),
        Level("other", "one is medical, technical or otherwise special and the other is not", "ELSE", 0.1, 0.7),
    )),
    Comparison("form", "form", (
        Level("none", "a legal form is missing", "form_l IS NULL OR form_r IS NULL"),
        Level("same", "the same legal form", "form_l = form_r", 0.93, 0.4),
        Level("other", "another legal form", "ELSE", 0.07, 0.6),
    )),
    Comparison("numbers", "numbers", (
        Level("none", "no numbers", "numbers_l = '' AND numbers_r = ''"),
        Level("same", "the same numbers", "numbers_l = numbers_r", 0.7, 0.2),
        Level("one", "only one bears a number", "numbers_l = '' OR numbers_r = ''", 0.28, 0.5),
        Level("other", "other numbers", "ELSE", 0.02, 0.3),
    )),
)  # fmt: skip
BY_NAME = {comparison.name: comparison for comparison in COMPARISONS}
PRIOR_WEIGHT = log2(PRIOR / (1 - PRIOR))

"""How widely a paper's references are spread over fields."""

import math
from collections.abc import Callable, Mapping

from benchside.corpus.asking import answered, asked
from benchside.corpus.field_profiles import Distance, cosine_distance, field_count, given_distance, profiles
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus
from benchside.errors import unknown

Profile = Mapping[str, float]
"""field → weight of the references in it."""

Reading = Callable[[Profile], float | None]

DISTANCES = ("cosine", "table", "field_distances")
"""cosine of what fields cite, or the table of distances, which may also be called by its name."""


def compute(corpus: Corpus, params: Params) -> dict[str, float | None]:
    which = params.extra.get("which")
    if which not in WHICH:
        raise unknown("value of which", str(which), WHICH)
    # The finite correction is made for whole counts, so it counts each field of a reference once unless told otherwise.
    norm = params.extra.get("pub2field_norm", which != "simpson_finite")
    found = profiles(corpus, params, asked(corpus, params), norm=norm)
    value = WHICH[which](corpus, params, norm)
    return answered(corpus, params, {work: value(profile) for work, profile in found.items()})


def rao_stirling(profile: Profile, distance: Distance) -> float | None:
    """Σ over ordered pairs of different fields of share × share × distance; None where a distance is not known."""
    total = math.fsum(profile.values())
    terms = []
    for a, first in profile.items():
        for b, second in profile.items():
            apart = 0.0 if a == b else distance(a, b)
            if apart is None:
                return None
            terms.append(first / total * second / total * apart)
    return math.fsum(terms)


def simpson(profile: Profile) -> float:
    """1 − Σ share²."""
    total = math.fsum(profile.values())
    return 1 - math.fsum((w / total) ** 2 for w in profile.values())


def simpson_finite(profile: Profile) -> float | None:
    """1 − Σ n(n − 1) / N(N − 1): the chance that two different counts fall in different fields; None up to one count."""
    total = math.fsum(profile.values())
    return None if total <= 1 else 1 - math.fsum(w * (w - 1) for w in profile.values()) / (total * (total - 1))


def shannon_normalised(profile: Profile, fields: int) -> float | None:
    """Entropy over the logarithm of the number of fields of the corpus; None where it has only one."""
    total = math.fsum(profile.values())
    entropy = -math.fsum(w / total * math.log(w / total) for w in profile.values())
    return entropy / math.log(fields) if fields > 1 else None


def _rao(part: float) -> Callable[..., Reading]:
    def prepared(corpus: Corpus, params: Params, norm: bool) -> Reading:
        distance = _distance(corpus, params, norm)

        def value(profile: Profile) -> float | None:
            whole = rao_stirling(profile, distance)
            return None if whole is None else part * whole

        return value

    return prepared


def _shannon(corpus: Corpus, params: Params, norm: bool) -> Reading:
    fields = field_count(corpus)
    return lambda profile: shannon_normalised(profile, fields)


def _distance(corpus: Corpus, params: Params, norm: bool) -> Distance:
    """The distances asked for; without a word those of `field_distances`, if the corpus has any, else the cosine."""
    given = corpus.fetch(corpus.field_distances)
    kind = params.extra.get("distance", "table" if given else "cosine")
    if kind not in DISTANCES:
        raise unknown("value of distance", str(kind), DISTANCES)
    return cosine_distance(corpus, params, norm=norm) if kind == "cosine" else given_distance(given)


WHICH: dict[str, Callable[..., Reading]] = {
    "rao_stirling": _rao(1.0),
    "rao_stirling_half": _rao(0.5),
    "simpson": lambda corpus, params, norm: simpson,
    "simpson_finite": lambda corpus, params, norm: simpson_finite,
    "shannon_normalised": _shannon,
}
"""which → what readies it for a corpus: a function from the spread of a paper's references to a value."""

MEASURE = Measure(
    id="diversity",
    title="Diversity of references",
    formula=(
        "p = share of the references in each field. rao_stirling: Σ p_i p_j d_ij over ordered pairs i ≠ j; rao_stirling_half: half of it; "
        "simpson: 1 − Σ p²; simpson_finite: 1 − Σ n(n − 1) / N(N − 1); shannon_normalised: −Σ p ln p / ln(fields of the corpus)"
    ),
    unit="0 to 1 for distances up to 1, by work",
    nulls="a reference without a field is left out; a paper without such references has no value, nor has one with a pair of fields "
    "that the table of distances lacks; simpson_finite needs two counts, shannon_normalised two fields",
    ties="none arise",
    source="Stirling 2007; pySciSci 0.92 (which gives half the sum and counts each field of a reference as 1 in Simpson and Shannon)",
    compute=compute,
    params=("which", "distance", "pub2field_norm", "works"),
)

"""What a candidate would bring to a given consortium: a tie to a member, a sector, a country, a skill."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchside.networks.credits import Credits
from benchside.networks.profiles import Profiles
from benchside.networks.terms import terms

WORTH = {"tie": 0.5, "sector": 0.25, "country": 0.1, "skill": 0.25}
"""Each as a share of the candidate's matched amount, so that nobody is proposed for a gap alone. A tie: it has worked with a member.
Sector, country: no member has it. Skill: its records have words of the topic that no member's have; the share of the topic's weight
that these words bear. The tie was chosen on real data (see the guide); the others are a choice."""
GENERAL = frozenset(("unknown", "other"))
"""Sectors that fill no gap."""


@dataclass(frozen=True)
class Gaps:
    """For every organisation of the credits what it would bring, by kind, as a share of its matched amount."""

    shares: dict[str, np.ndarray]
    skills: dict[str, np.ndarray]

    def total(self) -> np.ndarray | float:
        """All kinds together."""
        return sum(self.shares.values(), 0.0)

    def words(self, place: int) -> list[str]:
        """The terms that this organisation alone would bring."""
        return [term for term, having in self.skills.items() if having[place]]


def gaps(text: str, consortium: Sequence[str], credits: Credits, profiles: Profiles) -> Gaps:
    """Nothing at all without a consortium."""
    if not consortium:
        return Gaps({}, {})
    names, members = credits.organisations, [credits.place[m] for m in consortium]
    sectors = {profiles.sector(m) for m in consortium} | GENERAL
    countries = {profiles.country(m) for m in consortium} | {""}
    skills, share = _skills(text, members, credits)
    met = profiles.partners_of(consortium)
    found = {
        "tie": np.array([n in met for n in names]),
        "sector": np.array([profiles.sector(n) not in sectors for n in names]),
        "country": np.array([profiles.country(n) not in countries for n in names]),
        "skill": share,
    }
    return Gaps({kind: WORTH[kind] * there for kind, there in found.items()}, skills)


def _skills(text: str, members: list[int], credits: Credits) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """The terms that no member has, with who has them; and the share of the topic's weight that each organisation would bring."""
    weights = {term: credits.index.weight(term) for term in sorted(set(terms(text)))}
    having = {term: credits.having(term) for term, weight in weights.items() if weight}
    lacking = {term: there for term, there in having.items() if not there[members].any()}
    share = sum((weights[t] * there for t, there in lacking.items()), np.zeros(len(credits.organisations)))
    return lacking, share / (sum(weights.values()) or 1)

"""Partner finding: who has done what a topic asks for, whom they worked with, and which gap of a consortium they fill.

The score is a sum of amounts, and each is named: the records that match, the experience, and, where a consortium is given, what the
candidate brings to it. It orders the candidates of one question and means nothing beside the score of another. It tells who has
done related work *in these records*; it says nothing of how well, nor whether they would like to join.
"""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchside.errors import UsageError
from benchside.networks import fairness
from benchside.networks.credits import Answer, Credits
from benchside.networks.experience import TABLES, experience
from benchside.networks.gaps import Gaps, gaps
from benchside.networks.profiles import Profiles
from benchside.networks.terms import terms

NEEDED = TABLES | {
    "organisation": ("organisation_id", "name", "country"),
    "organisation_status": ("organisation_id", "sector", "is_sme"),
}
"""The tables whose rows a `Finder` takes, with the columns that are read."""
RECORDS = 5
"""So many matching records are told of one by one; the rest are added up."""


@dataclass(frozen=True)
class Part:
    """An amount of the score and what it is for: `record`, `records` (all further ones), `experience`, `tie`, `sector`, `country`, `skill`.

    `id` is the key of the record, the sector or the country; `words` say it for a reader.
    """

    kind: str
    amount: float
    id: str
    words: str


@dataclass(frozen=True)
class Proposal:
    """A candidate at its place; `score` is the sum of `parts`, `by_score` the place that the score alone would give.

    `is_reserved`: the place was kept for newcomers and small companies. `worked_with` says with which members of the consortium it
    shares projects and how many; without a consortium, with whom it shares most.
    """

    place: int
    by_score: int
    is_reserved: bool
    organisation_id: str
    name: str
    country: str
    sector: str
    projects: int
    is_newcomer: bool
    is_sme: bool
    score: float
    parts: tuple[Part, ...]
    worked_with: Mapping[str, int]


@dataclass(frozen=True)
class Question:
    """A topic, put to the records: what they answer, and what each organisation would bring to the consortium."""

    consortium: tuple[str, ...]
    answer: Answer
    gaps: Gaps

    def scores(self) -> np.ndarray:
        """The score of every organisation, in the order of their keys."""
        return self.answer.total + self.answer.matched * self.gaps.total()


class Finder:
    """The records of a programme, ready for questions about partners."""

    def __init__(self, rows: Mapping[str, Iterable[Mapping[str, Any]]]):
        listed = {name: list(rows.get(name, ())) for name in NEEDED}
        self.credits = Credits(experience(listed))
        self.profiles = Profiles(listed["organisation"], listed["organisation_status"], listed["participation"])

    def find(
        self, text: str, *, consortium: Sequence[str] = (), count: int = 20, reserved: float = fairness.RESERVED
    ) -> list[Proposal]:
        """The organisations that match the topic best, members of the consortium left out.

        Those without a matching record stand where their experience puts them; where no record matches at all, everybody does.
        `reserved` is the share of places for newcomers and small companies. Ties stand in the order of the keys.
        """
        question = self.asked(text, consortium)
        ranked = self.ranked(question)
        by_score = {who: n for n, who in enumerate(ranked, 1)}
        chosen = fairness.places(ranked, self.favoured(question), count, reserved)
        return [
            self._proposal(n, by_score[who], is_reserved, who, question)
            for n, (who, is_reserved) in enumerate(chosen, 1)
        ]

    def asked(self, text: str, consortium: Sequence[str] = ()) -> Question:
        """A topic put to the records; `UsageError` where it has no word to search for or a member is not known."""
        if not terms(text):
            raise UsageError(
                f"The topic {text!r} has no word to search for. Expected a title or a few sentences, in English."
            )
        for member in consortium:
            if member not in self.credits.place:
                raise self._unknown(member)
        answer = self.credits.answer(text)
        return Question(tuple(consortium), answer, gaps(text, consortium, self.credits, self.profiles))

    def _unknown(self, member: str) -> UsageError:
        """There may be thousands of organisations: only those of a similar key are listed."""
        near = difflib.get_close_matches(member, self.credits.organisations, 5)
        return UsageError(
            f"Unknown organisation {member!r} in the consortium. Expected the key of one that has taken part in a project; "
            f"near it: {', '.join(near) or '(none)'}. See the table `organisation` for the keys."
        )

    def ranked(self, question: Question) -> list[str]:
        """Every organisation but the members, in the order of its score."""
        ordered = np.argsort(-question.scores(), kind="stable")
        names = (self.credits.organisations[n] for n in ordered.tolist())
        return [who for who in names if who not in question.consortium]

    def favoured(self, question: Question) -> set[str]:
        """Newcomers and small companies with a matching record: those for whom places are reserved."""
        of, names = self.profiles, self.credits.organisations
        matching = (names[n] for n in question.answer.matched.nonzero()[0])
        return {who for who in matching if of.is_small(who) or of.is_newcomer(who)}

    def _proposal(self, place: int, by_score: int, is_reserved: bool, who: str, question: Question) -> Proposal:
        of, parts = self.profiles, self._parts(who, question)
        return Proposal(
            place, by_score, is_reserved, who, of.name(who), of.country(who), of.sector(who), of.projects(who),
            of.is_newcomer(who), of.is_small(who), sum(part.amount for part in parts), parts,
            of.worked_with(who, question.consortium) if question.consortium else of.usual_partners(who),
        )  # fmt: skip

    def _parts(self, who: str, question: Question) -> tuple[Part, ...]:
        best, at = self.credits.best(who, question.answer), self.credits.place[who]
        matched = float(question.answer.matched[at])
        told = [Part("record", amount, deed.id, f"{deed.kind}: {deed.text}") for deed, amount in best[:RECORDS]]
        if further := best[RECORDS:]:
            told.append(Part("records", sum(a for _, a in further), "", _counted(len(further), "further match")))
        general, projects = float(question.answer.total[at]) - matched, _counted(self.profiles.projects(who), "project")
        told.append(Part("experience", general, "", f"took part in {projects} of any subject"))
        shares = {kind: float(share[at]) for kind, share in question.gaps.shares.items() if share[at]}
        return (*told, *(self._brought(kind, share * matched, who, question) for kind, share in shares.items()))

    def _brought(self, kind: str, amount: float, who: str, question: Question) -> Part:
        """The amount for what a candidate brings to the consortium, in words."""
        of = self.profiles
        if kind == "tie":
            met = of.worked_with(who, question.consortium)
            return Part(kind, amount, "", "worked with " + ", ".join(f"{of.name(m)} ({n})" for m, n in met.items()))
        if kind == "sector":
            return Part(kind, amount, of.sector(who), f"no member is of the sector {of.sector(who)}")
        if kind == "country":
            return Part(kind, amount, of.country(who), f"no member is from {of.country(who)}")
        words = question.gaps.words(self.credits.place[who])
        return Part(kind, amount, "", f"no member's records have: {', '.join(words)}")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}{'es' if what.endswith('ch') else 's'}"


def find_partners(text: str, rows: Mapping[str, Iterable[Mapping[str, Any]]], **options: Any) -> list[Proposal]:
    """`Finder(rows).find(text, …)`, for a single question."""
    return Finder(rows).find(text, **options)

"""The citation indicators once more, in plain loops over exact fractions: slow, and without the engine.

Written from the definitions, to be compared with the real thing on made corpora. `World` holds plain rows; every
method answers one indicator for the options it was made with.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any


@dataclass
class World:
    """Rows of the tables as tuples or dictionaries, and the options as the real thing takes them."""

    works: list[dict]
    work_fields: list[tuple[str, str, float]]
    citations: list[tuple[str, str]] = field(default_factory=list)
    authorships: list[dict] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=dict)

    def option(self, name, default):
        return self.options.get(name, default)

    # Works, each once

    def standing(self) -> dict[str, str]:
        """id → id of the work that stands for it."""
        stands, by_doi = {}, {}
        for work in self.works:
            if work["work_id"] in stands:
                continue
            doi = plain_doi(work["doi"]) if self.option("dedupe", "work_id") == "doi" else None
            stands[work["work_id"]] = by_doi.setdefault(doi, work["work_id"]) if doi else work["work_id"]
        return stands

    def every(self) -> dict[str, dict]:
        kept, stands = {}, self.standing()
        for work in self.works:
            if stands[work["work_id"]] == work["work_id"]:
                kept.setdefault(work["work_id"], work)
        return kept

    def taking_part(self) -> dict[str, dict]:
        types = self.option("types", None)
        return {i: w for i, w in self.every().items() if types is None or w["type"] in types}

    def in_scope(self) -> dict[str, dict]:
        scope, kept = self.option("scope", {}), {}
        for i, w in self.taking_part().items():
            rows = [a for a in self.authorships if a["work_id"] == i]
            if "programme" in scope and w["programme"] != scope["programme"]:
                continue
            if "works" in scope and i not in {self.standing().get(x) for x in scope["works"]}:
                continue
            if "organisation" in scope and not {a["organisation_id"] for a in rows} & set(scope["organisation"]):
                continue
            if "country" in scope and not {a["country"] for a in rows} & set(scope["country"]):
                continue
            if "year_min" in scope and (w["year"] is None or w["year"] < scope["year_min"]):
                continue
            if "year_max" in scope and (w["year"] is None or w["year"] > scope["year_max"]):
                continue
            kept[i] = w
        return kept

    # How much of a work counts

    def weight(self, i: str) -> Fraction:
        scope, counting = self.option("scope", {}), self.option("counting", "full")
        rows = [a for a in self.authorships if a["work_id"] == i]
        unit = "organisation" if "organisation" in scope else "country" if "country" in scope else None
        column = {"organisation": "organisation_id", "country": "country"}.get(unit)
        if counting == "full" or (counting == "fractional_unit" and unit is None):
            return Fraction(1)
        if counting == "fractional_unit":
            units = {a[column] for a in rows} - {None}
            return Fraction(len(units & set(scope[unit])), len(units)) if units else Fraction(0)
        by_author = defaultdict(list)
        for a in rows:
            by_author[a["author_id"]].append(a)
        total = Fraction(0)
        for affiliations in by_author.values():
            for a in affiliations:
                if a["organisation_id"] is not None and (unit is None or a[column] in scope[unit]):
                    total += Fraction(1, len(by_author) * len(affiliations))
        return total

    # Citations within the window

    def cited(self, i: str) -> int | None:
        window, works, stands = self.option("window", {"kind": "given"}), self.every(), self.standing()
        year = works[i]["year"]
        if window["kind"] == "given":
            return works[i]["citations"]
        fixed = window["kind"] == "fixed"
        if fixed and year is None:
            return None
        if fixed and window.get("incomplete") == "exclude" and year + window["length"] - 1 > window["data_end_year"]:
            return None
        citing = {stands[a] for a, b in self.citations if a in stands and b in stands and stands[b] == i} - {i}
        return sum(self.lets_in(window, works[c]["year"], year) and not self.is_own(window, c, i) for c in citing)

    def lets_in(self, window, citing_year, year) -> bool:
        if window["kind"] == "all":
            return True
        if citing_year is None:
            return False
        if window["kind"] == "until":
            return citing_year <= window["year"]
        lag = citing_year - year
        if lag < 0 and window.get("negative_lag") == "drop":
            return False
        return max(lag, 0) < window["length"] and citing_year <= window["data_end_year"]

    def is_own(self, window, citing, cited) -> bool:
        if window.get("self_citations") != "exclude":
            return False
        stands = self.standing()
        writers = [
            {a["author_id"] for a in self.authorships if stands.get(a["work_id"]) == i} - {None}
            for i in (citing, cited)
        ]
        return bool(writers[0] & writers[1])

    # Cells

    def fields_of(self, i: str) -> list[tuple[str, Fraction]]:
        return [(f, Fraction(w)) for work, f, w in self.work_fields if work == i]

    def cell_of(self, i: str, f: str) -> tuple | None:
        work = self.every()[i]
        cell = tuple(f if key == "field" else work[key] for key in self.option("cell_keys", ["field", "year", "type"]))
        return None if None in cell else cell

    def cells(self) -> dict[tuple, list[tuple[str, Fraction, int]]]:
        """cell → (work, weight, citations)."""
        found = defaultdict(list)
        for i, work in self.taking_part().items():
            c = self.cited(i)
            for f, w in self.fields_of(i):
                cell = self.cell_of(i, f)
                if cell is not None and c is not None and work["reference"] != 0:
                    found[cell].append((i, Fraction(1) if self.option("baseline", "fractional") == "full" else w, c))
        return found

    def mean_of(self, members) -> Fraction | None:
        weight = sum(w for _, w, _ in members)
        return sum(w * c for _, w, c in members) / weight if weight else None

    # What a work scores

    def over(self, c, mean) -> Fraction | None:
        if mean is None or c is None:
            return None
        if mean == 0:
            return {"one": Fraction(1), "null": None, "zero": Fraction(0)}[self.option("zero_cell", "one")]
        return Fraction(c) / mean

    def added(self, i: str, part) -> Fraction | None:
        """Σ w_f · part(cell), undefined if a part is, or without field."""
        total, parts = Fraction(0), self.fields_of(i)
        for f, w in parts:
            cell = self.cell_of(i, f)
            value = None if cell is None or self.cited(i) is None else part(self.cells().get(cell, []))
            if value is None:
                return None
            total += w * value
        return total if parts else None

    def expected(self, i: str) -> Fraction | None:
        return self.added(i, self.mean_of)

    def ncs(self, i: str) -> Fraction | None:
        c = self.cited(i)
        if self.option("multi", "mean_of_ratios") == "ratio_to_mean_expected":
            return self.over(c, self.expected(i))
        return self.added(i, lambda members: self.over(c, self.mean_of(members)))

    def top(self, i: str, x: Fraction) -> Fraction | None:
        return self.added(i, lambda members: self.within(i, members, x))

    def within(self, i: str, members, x: Fraction) -> Fraction | None:
        """The share of a work's quantile interval that lies above 1 - x."""
        c, ties, total = self.cited(i), self.option("ties", "fractional"), sum(w for _, w, _ in members)
        if not total:
            return None
        if ties == "openalex":
            return Fraction(self.rank_in(i, members) >= 1 - x)
        low = sum(w for _, w, d in members if d < c) / total
        high = sum(w for _, w, d in members if d <= c) / total
        if low == high or ties == "none_tied_in":
            return Fraction(low >= 1 - x)
        if ties == "all_tied_in":
            return Fraction(high > 1 - x)
        return max(Fraction(0), high - max(low, 1 - x)) / (high - low)

    def rank_in(self, i: str, members) -> Fraction | None:
        if not members:
            return None
        others = [(d, j) for j, _, d in members if j != i]
        return Fraction(sum(o < (self.cited(i), i) for o in others), len(others)) if others else Fraction(0)

    def percent_rank(self, i: str) -> Fraction | None:
        return self.added(i, lambda members: self.rank_in(i, members))

    def bands(self, i: str, bounds: list[Fraction]) -> list[Fraction] | None:
        above = [self.top(i, 1 - b) for b in [Fraction(0), *bounds[:-1]]] + [Fraction(0)]
        return None if None in above else [a - b for a, b in pairwise(above)]

    def journal_ncs(self, i: str) -> Fraction | None:
        journal = self.every()[i]["source_id"]

        def part(members):
            own = [m for m in members if self.every()[m[0]]["source_id"] == journal]
            return self.over(self.mean_of(own), self.mean_of(members)) if own else None

        return None if journal is None else self.added(i, part)

    def jnci(self, i: str) -> Fraction | None:
        works = self.taking_part()
        key = [works[i][k] for k in ("source_id", "year", "type")]
        if None in key or self.cited(i) is None:
            return None
        same = [
            j for j, w in works.items() if [w[k] for k in ("source_id", "year", "type")] == key and w["reference"] != 0
        ]
        counts = [self.cited(j) for j in same if self.cited(j) is not None]
        return self.over(self.cited(i), Fraction(sum(counts), len(counts)) if counts else None)

    # What a scope has

    def mean(self, score) -> Fraction | None:
        pairs = [(self.weight(i), score(i)) for i in self.in_scope()]
        pairs = [(a, v) for a, v in pairs if v is not None]
        weight = sum(a for a, _ in pairs)
        return sum(a * v for a, v in pairs) / weight if weight else None

    def ratio_of_sums(self) -> Fraction | None:
        known = [i for i in self.in_scope() if self.expected(i) is not None]
        below = sum(self.weight(i) * self.expected(i) for i in known)
        return sum(self.weight(i) * self.cited(i) for i in known) / below if below else None


def plain_doi(doi: str | None) -> str | None:
    """A DOI without resolver, blanks and ASCII capitals."""
    bare = "".join(chr(ord(x) + 32) if "A" <= x <= "Z" else x for x in (doi or "").strip())
    return re.sub(r"^https?://(dx\.)?doi\.org/", "", bare) or None

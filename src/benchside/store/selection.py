"""Evidence inside a scope, divided by a cut: the one aggregate that every figure is.

The evidence of an indicator and the members of a dimension lie in tables that the build keeps. A question only chooses
among them and adds up, and its shape is always the same; so it is written here as the engine's own text, which takes a tenth
of the time that compiling an expression takes, and a report asks a thousand of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

MILLION = 1_000_000


@dataclass(frozen=True)
class Borne:
    """Rows whose own column `column` has one of the `values`."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Belonging:
    """Rows that belong to one of the `values` through their column `key`; `shared` weights of several values add up."""

    members: str
    key: str
    values: tuple[str, ...]
    shared: bool


@dataclass(frozen=True)
class CutBy:
    """The division: by the rows' own `column`, or through `members` by their column `key`; `only` keeps some of the values.

    `shared`: a row may lie in several values, by weights.
    """

    column: str = ""
    members: str = ""
    key: str = ""
    only: tuple[str, ...] = ()
    shared: bool = False


@dataclass(frozen=True)
class Selection:
    """A question asked of one evidence table; `none` is the name of the cut of rows that have no value."""

    evidence: str
    scope: Sequence[Borne | Belonging]
    cut: CutBy | None = None
    none: str = "(none)"

    def rows(self) -> str:
        """Every chosen row, with its weights (`scope_0`, …, `cut_weight`, millionths) and its `cut`."""
        columns, joins, wheres = ["e.*"], [], []
        for number, part in enumerate(self.scope):
            if isinstance(part, Borne):
                columns.append(f"{MILLION} AS scope_{number}")
                wheres.append(f"e.{_name(part.column)} IN ({_list(part.values)})")
            else:
                columns.append(f"s{number}.weight AS scope_{number}")
                joins.append(_belonging(number, part))
        if self.cut:
            column, weight, join = self._division(self.cut)
            columns += [f"{column} AS cut", f"{weight} AS cut_weight"]
            joins.append(join)
        where = f" WHERE {' AND '.join(wheres)}" if wheres else ""
        text = f"SELECT {', '.join(columns)} FROM {_name(self.evidence)} AS e {' '.join(joins)}{where}"
        return f"SELECT * FROM ({text}) WHERE cut IN ({_list(self.cut.only)})" if self.cut and self.cut.only else text

    def _division(self, cut: CutBy) -> tuple[str, str, str]:
        if cut.column:
            return f"coalesce(e.{_name(cut.column)}, {_text(self.none)})", str(MILLION), ""
        join = f"LEFT JOIN {_name(cut.members)} AS c ON c.key = e.{_name(cut.key)}"
        return f"coalesce(c.value, {_text(self.none)})", f"coalesce(c.weight, {MILLION})", join

    @property
    def _weights(self) -> list[str]:
        return [f"scope_{n}" for n in range(len(self.scope))] + (["cut_weight"] if self.cut else [])

    @property
    def _by(self) -> list[str]:
        return ["cut"] if self.cut else []

    def sums(self) -> str:
        """Sums of `num`, `den`, `n` and `rows` by cut, weights and grade, with the origins of each group."""
        keys = ", ".join([*self._by, *self._weights, "coalesce(grade, '') AS grade"])
        return (
            f"SELECT {keys}, CAST(sum(num) AS HUGEINT) AS num, CAST(sum(den) AS HUGEINT) AS den, "
            "CAST(sum(CAST(observed AS BIGINT)) AS BIGINT) AS n, count(*) AS rows, "
            f"list(DISTINCT coalesce(document_id, source)) AS origins FROM ({self.rows()}) GROUP BY ALL"
        )

    @property
    def unit(self) -> int:
        """What a whole weight is: the product of as many millions as there are shared dimensions in the question."""
        return MILLION ** len(self._shares)

    @property
    def _shares(self) -> list[str]:
        within = [f"scope_{n}" for n, part in enumerate(self.scope) if isinstance(part, Belonging) and part.shared]
        return within + (["cut_weight"] if self.cut and self.cut.shared else [])

    @property
    def _weight(self) -> str:
        return " * ".join(f"CAST({share} AS HUGEINT)" for share in self._shares) or "CAST(1 AS HUGEINT)"

    def _once(self) -> str:
        """Each thing once, with its largest `num`, `den` and weight."""
        by = ", ".join([*self._by, ""])
        return (
            f"SELECT {by}thing, max(num) AS num, max(den) AS den, max({self._weight}) AS weight "
            f"FROM ({self.rows()}) WHERE thing IS NOT NULL GROUP BY ALL"
        )

    def things(self, *, positive: bool) -> str:
        """Number and sum of things by cut, each once (`positive`: only those above nought), whole and weighted."""
        by = ", ".join([*self._by, ""])
        above = "WHERE num > 0" if positive else ""
        return (
            f"SELECT {by}count(*) AS things, CAST(sum(num) AS HUGEINT) AS num, CAST(sum(weight) AS HUGEINT) AS weight, "
            f"CAST(sum(num * weight) AS HUGEINT) AS weighted FROM ({self._once()}) {above} GROUP BY ALL HAVING count(*) > 0"
        )

    def levels(self) -> str:
        """How many things of a cut, and of what weight together, have each `num`; `side` tells those with a `den` above nought."""
        by = ", ".join([*self._by, ""])
        return (
            f"SELECT {by}num, den > 0 AS side, count(*) AS things, CAST(sum(weight) AS HUGEINT) AS weight "
            f"FROM ({self._once()}) GROUP BY ALL ORDER BY ALL"
        )

    def observations(self, *, total: bool) -> str:
        """How often each (`num`, `den`, `weight`) occurs among the things of a cut; `total` adds up the weighted rows of one thing or record."""
        by = ", ".join([*self._by, ""])
        added = (
            f"SELECT {by}coalesce(thing, evidence_id) AS thing, sum(num * {self._weight}) AS num, sum(den * {self._weight}) AS den, "
            f"1 AS weight FROM ({self.rows()}) GROUP BY ALL"
        )
        return (
            f"SELECT {by}CAST(num AS HUGEINT) AS num, CAST(den AS HUGEINT) AS den, CAST(weight AS HUGEINT) AS weight, count(*) AS times "
            f"FROM ({added if total else self._once()}) GROUP BY ALL ORDER BY ALL"
        )

    def spells(self) -> str:
        """How many things of a cut have each beginning (`num`), end (`den`) and `ending`, and of what weight each."""
        by = ", ".join([*self._by, ""])
        return (
            f"SELECT {by}num, den, ending, weight, count(*) AS things FROM (SELECT {by}thing, num, den, ending, "
            f"max({self._weight}) AS weight FROM ({self.rows()}) WHERE thing IS NOT NULL GROUP BY ALL) GROUP BY ALL ORDER BY ALL"
        )

    def series(self) -> str:
        """Which series the chosen rows belong to, by cut, with the first and last census of each."""
        by = ", ".join([*self._by, ""])
        return (
            f"SELECT {by}series, min(census) AS first, max(census) AS last FROM ({self.rows()}) "
            "WHERE series IS NOT NULL GROUP BY ALL ORDER BY ALL"
        )


def _belonging(number: int, part: Belonging) -> str:
    together = "sum" if part.shared else "max"
    chosen = (
        f"SELECT key, CAST({together}(weight) AS BIGINT) AS weight FROM {_name(part.members)} "
        f"WHERE value IN ({_list(part.values)}) GROUP BY key"
    )
    return f"JOIN ({chosen}) AS s{number} ON s{number}.key = e.{_name(part.key)}"


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _list(values: Sequence[str]) -> str:
    return ", ".join(_text(v) for v in values) or "NULL"

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
    """The division: by the rows' own `column`, or through `members` by their column `key`; `only` keeps some of the values."""

    column: str = ""
    members: str = ""
    key: str = ""
    only: tuple[str, ...] = ()


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

    def things(self, *, positive: bool) -> str:
        """Each thing once with its largest `num`: their number, sum and median by cut (`positive`: only those above nought)."""
        by = ", ".join([*self._by, ""])
        above = "WHERE num > 0" if positive else ""
        once = f"SELECT {by}thing, max(num) AS num FROM ({self.rows()}) WHERE thing IS NOT NULL GROUP BY ALL"
        return f"SELECT {by}CAST(sum(num) AS HUGEINT) AS num, count(*) AS things, median(num) AS middle FROM ({once}) {above} GROUP BY ALL HAVING count(*) > 0"

    def observations(self, *, total: bool) -> str:
        """How often each pair (`num`, `den`) occurs among the things (or records) of a cut; `total` adds up the rows of one."""
        by = ", ".join([*self._by, ""])
        num = "sum(num)" if total else "max(num)"
        single = f"SELECT {by}coalesce(thing, evidence_id) AS unit, CAST({num} AS BIGINT) AS num, CAST(sum(den) AS BIGINT) AS den FROM ({self.rows()}) GROUP BY ALL"
        return f"SELECT {by}num, den, count(*) AS times FROM ({single}) GROUP BY ALL ORDER BY ALL"


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

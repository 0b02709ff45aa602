"""The texts of the questions that scoring asks by default, kept in a file so that they need not be worked out on each run.

Working them out takes longer than scoring against a million works. `python -m benchside.corpus.kept` writes the file anew; a
test says whether it is up to date. Questions of other arguments, and those to Spark, are worked out as they are asked.
"""

import json
from typing import Any

from benchside.corpus import lookup, scoring
from benchside.store.bench import Question, name_of, worked_out

DIALECT = "duckdb"
_SHARES = scoring.shares_of(scoring.TOP)
QUESTIONS: tuple[tuple[Question, tuple[Any, ...]], ...] = (
    (lookup.asked_by_id, (False,)),
    (lookup.asked_by_id, (True,)),
    (lookup.found_by_number, ()),
    (lookup.without_key, ()),
    (scoring.how_many_rows, ()),
    (scoring.places_of_few, ()),
    (scoring.scored, (_SHARES, None, 0, 1)),
    (scoring.told, ("scored_0",)),
)


def texts() -> dict[str, str]:
    """The name of each kept question → its text, worked out now."""
    return {name_of(question, DIALECT, args): worked_out(question, DIALECT, args) for question, args in QUESTIONS}


if __name__ == "__main__":
    scoring.KEPT_TEXTS.write_text(json.dumps(texts(), indent=1) + "\n", encoding="utf-8")

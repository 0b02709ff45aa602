"""Scores the candidates by the model of Fellegi and Sunter, with Splink, in an engine of its own.

Splink leaves tables behind under names of its own making: the engine lives in memory and ends with the call.
"""

import logging
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator

from benchside.resolve.candidates import BLOCKS, MACROS, namings, pairs
from benchside.resolve.records import Subject
from benchside.resolve.scored import Scored
from benchside.resolve.weights import COMPARISONS, PRIOR, Comparison, Level
from benchside.store.checks import quoted
from benchside.store.engine import DEFAULT_MEMORY, open_scratch


def score(
    subjects: Sequence[Subject], registries: Collection[str], *, least: float, memory: str = DEFAULT_MEMORY
) -> list[Scored]:
    """Every candidate that scores at least `least`, best first; of two subjects only their best pair of names."""
    named = namings(subjects)
    if not named.num_rows:
        return []
    with tempfile.TemporaryDirectory() as spill:
        engine = open_scratch(memory=memory, spill=Path(spill))
        try:
            con = engine.con
            con.register("handed", named)
            con.execute("CREATE TABLE namings AS FROM handed")
            con.execute(MACROS)
            con.execute(BLOCKS)
            con.execute(f"CREATE TABLE met AS {pairs(', '.join(map(quoted, sorted(registries))) or quoted(''))}")
            predicted = _predict(con, least)
            return [_scored(row) for row in con.execute(_best(predicted)).fetchall()]
        finally:
            engine.disconnect()


def _predict(con, least: float) -> str:
    """The table of Splink's predictions."""
    api = DuckDBAPI(connection=con)
    linker = Linker(api.register("namings"), _settings(), log_level=logging.ERROR, validate_settings=False)
    linker.table_management.register_blocked_pairs_for_predict(api.register("met"))
    return linker.inference.predict(threshold_match_weight=least, warning_mode="never").physical_name


def _settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="unique_id",
        probability_two_random_records_match=PRIOR,
        comparisons=[_comparison(comparison) for comparison in COMPARISONS],
        blocking_rules_to_generate_predictions=[],
        retain_matching_columns=True,  # with them come the levels
    )


def _comparison(comparison: Comparison) -> cl.CustomComparison:
    return cl.CustomComparison(
        output_column_name=comparison.name, comparison_levels=[_level(level) for level in comparison.levels]
    )


def _level(level: Level):
    made = cll.ElseLevel() if level.when == "ELSE" else cll.CustomLevel(level.when, level.name)
    return (
        made.configure(m_probability=level.m, u_probability=level.u) if level.m else made.configure(is_null_level=True)
    )


def _best(predicted: str) -> str:
    gammas = ", ".join(f"gamma_{comparison.name}" for comparison in COMPARISONS)
    return f"""
    SELECT l.subject, r.subject, l.place, r.place, match_weight, [{gammas}]
    FROM {predicted} JOIN namings l ON l.unique_id = unique_id_l JOIN namings r ON r.unique_id = unique_id_r
    QUALIFY row_number() OVER (
        PARTITION BY least(l.subject, r.subject), greatest(l.subject, r.subject)
        ORDER BY match_weight DESC, unique_id_l, unique_id_r
    ) = 1
    ORDER BY match_weight DESC, unique_id_l, unique_id_r
    """


def _scored(row: tuple) -> Scored:
    left, right, left_name, right_name, weight, levels = row
    if left > right:
        left, right, left_name, right_name = right, left, right_name, left_name
    return Scored(left, right, left_name, right_name, weight, tuple(levels))

"""The input–output model against Miller and Blair's worked example, arithmetic by hand, and what must hold of every table."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from benchside.economy.leontief import (
    closed_for_households,
    effects,
    model_of,
    multipliers,
    output_multipliers,
    remaining_error,
    value_added,
)
from benchside.errors import InputError, UsageError
from benchside.model.input_output import InputOutputTable


def table(flows, final, output=None, **more) -> InputOutputTable:
    flows, final = np.array(flows, dtype=float), np.array(final, dtype=float)
    products = tuple("abcdefgh"[: len(final)])
    made = flows.sum(axis=1) + final if output is None else np.array(output, dtype=float)
    return InputOutputTable("a made table", products, products, flows, made, final, **more)


TWO = table([[150, 500], [200, 100]], [350, 1700])
"""Two sectors, outputs 1 000 and 2 000: Miller and Blair (2009), table 2.3."""


def test_the_inverse_of_the_worked_example():
    model = model_of(TWO)
    np.testing.assert_allclose(model.inputs, [[0.15, 0.25], [0.20, 0.05]])
    # Determinant of I − A: 0.85 · 0.95 − 0.25 · 0.20 = 0.7575; the inverse is [[0.95, 0.25], [0.20, 0.85]] / 0.7575,
    # which the book prints as 1.2541, 0.3300, 0.2640, 1.1221.
    np.testing.assert_allclose(model.inverse, np.array([[0.95, 0.25], [0.20, 0.85]]) / 0.7575)
    np.testing.assert_allclose(output_multipliers(model), [1.15 / 0.7575, 1.10 / 0.7575])
    assert remaining_error(model) < 1e-12


def test_households_closed_into_the_worked_example():
    # The book's closed model: pay 300 and 500, households take 50 of a and 400 of b, and all pay together is 1 000.
    with_households = table(
        [[150, 500], [200, 100]], [350, 1700], primary={"pay": np.array([300.0, 500.0])},
        final_uses={"households": np.array([50.0, 400.0])},
    )  # fmt: skip
    closed = closed_for_households(model_of(with_households), pay="pay", consumption="households", income=1000)
    np.testing.assert_allclose(closed.inputs, [[0.15, 0.25, 0.05], [0.2, 0.05, 0.4], [0.3, 0.25, 0.0]])
    # (I − A) · (I − A)⁻¹ = I, and what households make is no part of the output multiplier.
    np.testing.assert_allclose((np.eye(3) - closed.inputs) @ closed.inverse, np.eye(3), atol=1e-12)
    np.testing.assert_allclose(output_multipliers(closed), closed.inverse[:2, :2].sum(axis=0))
    assert (output_multipliers(closed) > output_multipliers(model_of(with_households))).all()


def test_employment_direct_and_in_all():
    model = model_of(TWO)
    jobs = np.array([100.0, 50.0])  # 0.1 and 0.025 a unit of output
    # One unit of final use of a: 0.1 · 0.95/0.7575 + 0.025 · 0.20/0.7575 = 0.1/0.7575 jobs.
    assert effects(model, jobs)[0] == pytest.approx(0.1 / 0.7575)
    assert multipliers(model, jobs)[0] == pytest.approx(1 / 0.7575)
    assert np.isnan(multipliers(model, np.array([0.0, 50.0]))[0])


def test_value_added_is_printed_or_added_up():
    printed = table([[1]], [9], primary={"gross value added": np.array([7.0]), "pay": np.array([5.0])})
    summed = table([[1]], [9], primary={"pay": np.array([5.0]), "surplus": np.array([3.0]), "imports": np.array([1.0])})
    assert value_added(printed).tolist() == [7]
    assert value_added(summed).tolist() == [8]
    with pytest.raises(UsageError, match="value added"):
        value_added(table([[1]], [9], primary={"imports": np.array([1.0])}))


def test_a_table_that_does_not_balance_names_the_row():
    # b: 300 between products and 1 700 for final use, and an output of 2 100.
    with pytest.raises(InputError, match=r"1 of 2 rows: b: uses 2000, output 2100, off by -100"):
        model_of(table([[150, 500], [200, 100]], [350, 1700], output=[1000, 2100]))


def test_a_table_without_an_inverse_names_the_column():
    # Each takes all that the other makes: nothing is left, and nothing can be made for final use.
    with pytest.raises(InputError, match="takes 1 units of products; expected less than one"):
        model_of(table([[0, 10], [10, 0]], [0, 0]))


def test_a_product_that_takes_and_gives_nothing_is_named():
    with pytest.raises(InputError, match="b takes inputs of 5 and its output is 0"):
        model_of(table([[0, 5], [0, 0]], [5, 0], output=[10, 0]))


def test_a_product_nobody_makes_or_takes_does_no_harm():
    model = model_of(table([[1, 0], [0, 0]], [9, 0]))
    assert output_multipliers(model).tolist() == pytest.approx([1 / 0.9, 1])


def test_what_is_no_number_is_named():
    with pytest.raises(InputError, match="flows of a, b is nan"):
        model_of(table([[1, float("nan")], [0, 0]], [1, 1], output=[5, 5]))


@given(arrays(float, (4, 4), elements=st.floats(0, 10)), arrays(float, 4, elements=st.floats(41, 100)))
def test_output_is_made_anew_from_final_use(flows, final):
    # Final use above 40 leaves every product more than the four of at most ten that the others take.
    model = model_of(table(flows, final))
    assert remaining_error(model) < 1e-9
    assert (output_multipliers(model) >= 1 - 1e-12).all()
    # What is left of each unit's price after products bought is value added; all of it comes back as price: v L = 1.
    rest = model.table.output - flows.sum(axis=0)
    np.testing.assert_allclose(effects(model, rest), 1, atol=1e-9)

"""An input–output table: what each product's making takes from every other, and what is left for final use.

One form for all layouts: products across and down in the same order, one currency and year, at basic prices.
"""

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class InputOutputTable:
    """`flows[i, j]`: of product i, what making product j takes; `output[j]`: all that is made of j; `final[i]`: what is left of i for final use.

    `primary`: name → what making each product takes besides products (pay, taxes, imports, profit), `final_uses`: name → each product's part in that
    use (households, exports). `employment`: name → persons or jobs by product, where the table tells them. All arrays are in the order of `products`; a
    layout that leaves a cell empty means nought. `unit`: of flows, such as million euro. `country` and `year` as the table tells them.
    """

    name: str
    products: tuple[str, ...]
    labels: tuple[str, ...]
    flows: np.ndarray
    output: np.ndarray
    final: np.ndarray
    primary: dict[str, np.ndarray] = field(default_factory=dict)
    final_uses: dict[str, np.ndarray] = field(default_factory=dict)
    employment: dict[str, np.ndarray] = field(default_factory=dict)
    unit: str = ""
    country: str = ""
    year: str = ""

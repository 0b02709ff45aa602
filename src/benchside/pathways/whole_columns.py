"""Arrow's functions over whole columns, as `pc`."""

from typing import Any

import pyarrow.compute

pc: Any = pyarrow.compute
"""Arrow makes these functions when it is loaded, so that a checker of types cannot see them."""

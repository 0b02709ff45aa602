"""Where each country's tile stands on a map of Europe made of equal tiles: column and row, from the upper left.

The places keep neighbours near each other and nothing else; areas and distances mean nothing. Countries on this map are those in Europe and those
around it that were associated to its research programmes; all others stand below it.
"""

COLUMNS = 9
ROWS = 9

_LINES = """
IS .  FO .  NO SE FI .  .
.  .  .  .  DK .  EE .  .
IE GB .  NL DE PL LV .  .
.  .  BE LU CZ SK LT .  .
.  FR CH LI AT HU UA MD .
PT ES .  IT SI HR RO GE AM
.  .  .  .  BA RS BG TR .
.  .  .  ME XK MK .  .  .
.  TN MT AL GR .  CY IL .
"""

PLACES: dict[str, tuple[int, int]] = {
    code: (column, row)
    for row, line in enumerate(_LINES.split("\n")[1:-1])
    for column, code in enumerate(line.split())
    if code != "."
}
"""country → column and row of its tile."""

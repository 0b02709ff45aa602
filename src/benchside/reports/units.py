"""The unit of a number, where neither the number nor its title says it: euro and pounds without a sign, years, months."""

from benchside.indicators.catalogue import all_indicators

WORDS = {"EUR": "euro", "GBP": "pounds", "years": "years", "months": "months"}
"""unit → the word beside a number."""


def beside(name: str, printed: str = "") -> str:
    """The word for an indicator's unit; empty where `printed` bears a sign, or where the unit is what is counted.

    `printed`: the number, or none where a whole column is meant; then the indicator's own style decides.
    """
    found = all_indicators()[name]
    if "€" in printed or (not printed and found.printed.startswith("euro")):
        return ""
    return WORDS.get(found.unit, "")

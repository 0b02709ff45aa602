"""Countries by their names, as registers write them."""

from benchside.model.countries import COUNTRIES

NO_COUNTRY = ("Global", "European Union (EU)", "Unknown")
"""What stands in columns for a country and is none."""

COUNTRY_NAMES = {
    "burma": "MM",
    "cape verde": "CV",
    "congo, democratic republic of": "CD",
    "congo, democratic republic of the": "CD",
    "congo, the democratic republic of the": "CD",
    "congo, republic of": "CG",
    "congo, republic of the": "CG",
    "cote d'ivoire": "CI",
    "east timor": "TL",
    "holy see (vatican city state)": "VA",
    "korea": "KR",
    "korea, democratic people's republic of": "KP",
    "korea, republic of": "KR",
    "libyan arab jamahiriya": "LY",
    "macau": "MO",
    "palestinian territories, occupied": "PS",
    "palestinian territory, occupied": "PS",
    "reunion": "RE",
    "st. lucia": "LC",
    "syrian arab republic": "SY",
    "the gambia": "GM",
    "turkey (türkiye)": "TR",
    "virgin islands (u.s.)": "VI",
    "lao people's democratic republic": "LA",
    "slovakia (slovak republic)": "SK",
    "united kingdom of great britain & northern ireland (uk)": "GB",
    "united states of america": "US",
    "russian federation": "RU",
    "vietnam": "VN",
    "viet nam": "VN",
    "brunei darussalam": "BN",
    "turkey": "TR",
    "czech republic": "CZ",
    "hong kong": "HK",
    "taiwan": "TW",
    "macedonia": "MK",
    "swaziland": "SZ",
    "syria": "SY",
    "iran": "IR",
    "tanzania": "TZ",
    "moldova": "MD",
    "venezuela": "VE",
    "bolivia": "BO",
}
"""Names of countries in small letters that differ from ours; what stands behind a comma is left out where nothing hangs on it."""

TOLD_APART = ("congo", "korea")
"""Names that two countries share: what stands behind the comma says which, so that an unknown form of it is not read."""

COUNTRY_RULE = "the name of a country"

_BY_NAME = {name.casefold(): code for code, name in COUNTRIES.items()}


def country(text: str) -> str:
    """The ISO code of a country by its name; empty for what is none (`Global`); `ValueError` where it is not known.

    >>> country("Germany, Federal Republic of"), country("UNITED KINGDOM"), country("Global")
    ('DE', 'GB', '')
    >>> country("Congo"), country("Congo, The Democratic Republic of the")
    ('CG', 'CD')
    """
    if text in NO_COUNTRY:
        return ""
    whole = text.casefold()
    short = whole.split(",")[0]
    if short in TOLD_APART:
        short = ""
    code = COUNTRY_NAMES.get(whole) or COUNTRY_NAMES.get(short) or _BY_NAME.get(whole) or _BY_NAME.get(short)
    if code is None:
        raise ValueError(text)
    return code

"""Made organisations with a registry and participations of known truth: no chance in them, the same rows for the same sizes.

    python benchmarks/made_names.py 15000 5000 FOLDER      participations.csv and registry.csv in FOLDER

Organisations are universities, their hospitals, medical and technical universities of the same towns, institutes, foundations and
firms with daughters in several countries, in the languages of ten countries; towns and names of firms are coined from syllables. A
registry holds `registered` of them, each under one to three of its names; as many again exist and are in no registry. A participation
names one of all, the larger more often, as people write names: in another language, without accents, with ue for ü, in capitals,
with or without its legal form, now and then with a letter wrong, a city or country missing.
"""

import argparse
import csv
import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEED = 20261122
COUNTRIES = ("DE", "FR", "IT", "ES", "GB", "NL", "SE", "DK", "PL", "PT")
SYLLABLES = (
    "bra", "ken", "dol", "mar", "tin", "vel", "sør", "lün", "gar", "pes", "rho", "cal", "zem", "fir", "osta", "berg", "via", "nor", "ell",
    "qui", "sta", "wol", "tur", "mon", "ria", "hav", "dré", "ško", "lem", "ban", "ith", "rov", "sen", "pol", "cas", "gen", "fel", "yor",
)  # fmt: skip
KINDS = {
    "university": {"DE": "Universität {}", "FR": "Université de {}", "IT": "Università degli Studi di {}", "ES": "Universidad de {}",
                   "GB": "University of {}", "NL": "Universiteit {}", "SE": "{} universitet", "DK": "{} Universitet",
                   "PL": "Uniwersytet {}", "PT": "Universidade de {}"},
    "hospital": {"DE": "Universitätsklinikum {}", "FR": "Centre Hospitalier Universitaire de {}", "IT": "Ospedale Universitario di {}",
                 "ES": "Hospital Universitario de {}", "GB": "{} University Hospital", "NL": "Universitair Ziekenhuis {}",
                 "SE": "Universitetssjukhuset {}", "DK": "{} Universitetshospital", "PL": "Szpital Uniwersytecki {}",
                 "PT": "Hospital Universitário de {}"},
    "medical": {"DE": "Medizinische Universität {}", "GB": "Medical University of {}", "PL": "Uniwersytet Medyczny {}"},
    "technical": {"DE": "Technische Universität {}", "DK": "{} Tekniske Universitet", "GB": "Technical University of {}",
                  "NL": "Technische Universiteit {}", "PL": "Politechnika {}"},
    "institute": {"DE": "{}-Institut für Krebsforschung", "FR": "Institut {} de recherche sur le cancer", "IT": "Istituto {} di ricerca",
                  "ES": "Instituto {} de investigación", "GB": "{} Institute for Cancer Research", "PT": "Instituto {} de investigação",
                  "SE": "{} Institutet", "NL": "{} Instituut", "DK": "{} Instituttet", "PL": "Instytut {}"},
    "foundation": {"NL": "Stichting {}", "ES": "Fundación {}", "IT": "Fondazione {}", "SE": "Stiftelsen {}", "DE": "Stiftung {}"},
    "firm": dict.fromkeys(COUNTRIES, "{}"),
}  # fmt: skip
ENGLISH = {"university": "University of {}", "hospital": "{} University Hospital", "medical": "Medical University of {}",
           "technical": "Technical University of {}", "institute": "{} Institute for Cancer Research"}  # fmt: skip
FORMS = {"DE": "GmbH", "FR": "SAS", "IT": "S.r.l.", "ES": "S.L.", "GB": "Limited", "NL": "B.V.", "SE": "AB", "DK": "A/S",
         "PL": "Sp. z o.o.", "PT": "Lda"}  # fmt: skip
FIELDS = ("Therapeutics", "Diagnostics", "Biotech", "Analytics", "Pharma", "Imaging")
COLUMNS = ("id", "name", "other_names", "city", "country", "truth")


@dataclass(frozen=True)
class Organisation:
    """A made organisation: its number, kind, what its name is made of, and where it is."""

    number: int
    kind: str
    stem: str
    city: str
    country: str

    def names(self) -> list[str]:
        """Its own name first, then that in English."""
        own = KINDS[self.kind][self.country].format(self.stem)
        english = ENGLISH.get(self.kind, "{}").format(self.stem) if self.kind in ENGLISH else own
        return list(dict.fromkeys((own, english)))


def organisations(count: int, chance: random.Random) -> list[Organisation]:
    """Towns with all the organisations a town may have, then as many firms, some of them in two or three countries."""
    found: list[Organisation] = []
    coined: set[str] = set()
    while len(found) < count:
        town, country = _coin(chance, coined), chance.choice(COUNTRIES)
        for kind in ("university", "hospital", "medical", "technical"):
            if country in KINDS[kind] and chance.random() < 0.6:
                found.append(Organisation(len(found), kind, town, town, country))
        for kind in ("institute", "foundation"):
            if country in KINDS[kind] and chance.random() < 0.5:
                found.append(Organisation(len(found), kind, _coin(chance, coined), town, country))
        for _ in range(3):
            stem = f"{_coin(chance, coined)} {chance.choice(FIELDS)}"
            for land in chance.sample(COUNTRIES, chance.choice((1, 1, 1, 2, 3))):
                place = town if land == country else _coin(chance, coined)
                found.append(Organisation(len(found), "firm", stem, place, land))
    return found[:count]


def _coin(chance: random.Random, coined: set[str]) -> str:
    while True:
        word = "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 3, 3, 4)))).capitalize()
        if word not in coined:
            coined.add(word)
            return word


def registry(found: list[Organisation]) -> Iterator[tuple]:
    """One record of each organisation; the name of a firm without its legal form, with its country."""
    for one in found:
        names = one.names()
        yield (f"R{one.number}", names[0], "|".join(names[1:]), one.city, one.country, one.number)


def participations(count: int, found: list[Organisation], chance: random.Random) -> Iterator[tuple]:
    """Participations: an organisation of rank r is named with the weight 1 / (r + 50)."""
    order = found[:]
    chance.shuffle(order)
    weights = [1 / (rank + 50) for rank in range(len(order))]
    for number, one in enumerate(chance.choices(order, weights, k=count)):
        name, city, country = _written(one, chance), one.city, one.country
        if chance.random() < 0.05:
            city = ""
        if not city and chance.random() < 0.3:
            country = ""
        if city and chance.random() < 0.3:
            city = _bare(city)
        yield (f"P{number}", name, "", city, country, one.number)


def _written(one: Organisation, chance: random.Random) -> str:
    name = chance.choice(one.names())
    if one.kind == "firm" and chance.random() < 0.8:
        name = f"{name} {FORMS[one.country]}"
    way = chance.random()
    if way < 0.35:
        name = _bare(name).upper()
    elif way < 0.55:
        name = _bare(name)
    elif way < 0.65:
        name = name.replace("ü", "ue").replace("ä", "ae").replace("ø", "oe")
    if chance.random() < 0.03:
        at = chance.randrange(1, len(name))
        name = name[: at - 1] + name[at:]
    return name


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.replace("ø", "o"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def make(participations_wanted: int, registered: int, folder: Path) -> None:
    """Writes both files into the folder."""
    chance = random.Random(SEED)
    everyone = organisations(2 * registered, chance)
    chance.shuffle(everyone)
    for name, rows in (
        ("registry.csv", registry(everyone[:registered])),
        ("participations.csv", participations(participations_wanted, everyone, chance)),
    ):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(rows)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("participations", type=int)
    parser.add_argument("registered", type=int)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    make(asked.participations, asked.registered, asked.folder)


if __name__ == "__main__":
    main()

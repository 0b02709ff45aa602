"""How well partners are found by what they have done, against naming those with most projects: on real projects whose partners are hidden.

    python benchmarks/partners.py ../shared/data                      Horizon 2020 and the fact sheets of IMI
    python benchmarks/partners.py ../shared/data --years 2018/2017    another split of Horizon 2020: test year / index before

Horizon 2020: the records are the projects begun before 2019; the questions are the titles (and topics) of those begun in 2020 and 2021 with five
or more participants. The year between keeps projects of one call from standing on both sides. The constants of the ranking were
chosen on another split (questions of 2018, records before 2017) and not touched afterwards. The register's participations have no titles: a title is
taken from the 2022 table of projects where the first day and the maximum contribution are those of exactly one project on either side, and
this reading is checked below against the organisations of the 2023 tables. IMI: the titles of the fact sheets that list partners; a project's
records are those begun a year or more before it; the questions are those begun from 2015 on, the constants were looked at on the earlier ones. The
summaries, which Benchside does not keep, are read for a second measurement: what more words would bring.

Precision@10: of the first ten, the share that took part. Recall@50: of those who took part and stand in the records, the share
among the first fifty. Candidates are the same for all: every organisation in the records. Intervals of 95 %: bootstrap over projects.
"""

import argparse
import csv
import gzip
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
from python_calamine import CalamineWorkbook

from benchside.networks.fairness import RESERVED, places
from benchside.networks.partners import Finder
from benchside.networks.terms import terms
from benchside.sources.factsheets.imi_factsheets import SOURCE

SEED, RESAMPLES = 20_081_230, 2_000
SECTORS = {"HES": "academic", "REC": "academic", "PUB": "academic", "PRC": "industry"}
FACT_SHEETS = "imi_factsheets/IMIPROJECTS_no_contacts.csv"
REGISTER = "cordis/h2020_participations_2021/h2020.csv.gz"
PROJECTS = "cordis/h2020_2022/H2020_projects_with_outputs.csv.gz"


@dataclass
class Project:
    """A project with what is asked of it and who took part; `texts` are its title, its topic's, and its fields of science."""

    id: str
    starts: str
    partners: list[tuple[str, str, str]] = field(default_factory=list)
    coordinator: str = ""
    texts: tuple[str, str, str] = ("", "", "")
    topic: str = ""


def rows(projects: list[Project]) -> dict[str, list[dict]]:
    """The projects as rows of the model's tables."""
    members = [(p.id, *m) for p in projects for m in p.partners]
    return {
        "project": [{"project_id": p.id, "title": p.texts[0], "topic_id": p.id} for p in projects],
        "topic": [{"topic_id": p.id, "title": p.texts[1]} for p in projects if p.texts[1]],
        "project_class": [
            {"project_id": p.id, "name": n} for p in projects for n in p.texts[2].split("|") if n
        ],
        "participation": [{"project_id": p, "organisation_id": o, "partner_group": s} for p, o, s, _ in members],
        "organisation": [{"organisation_id": o, "country": c} for o, c in {m[1]: m[3] for m in members}.items()],
    }  # fmt: skip


def lines(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a gzipped CSV file."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def sheet(path: Path) -> Iterator[list]:
    """The rows of a workbook's first sheet, below the header."""
    found = CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows()
    next(found)
    yield from found


def horizon(data: Path) -> tuple[list[Project], str]:
    """Every project of Horizon 2020 with its participants and, where it can be found, its title; and how far the finding is right."""
    found: dict[str, Project] = {}
    money: dict[str, str] = {}
    for row in lines(data / REGISTER):
        project = found.setdefault(row["rcn"], Project(row["rcn"], row["start_date"]))
        money[row["rcn"]] = row["max_contribution"]
        project.partners.append((row["pic"], SECTORS.get(row["type"], "other"), row["country"]))
        if row["role"] == "coordinator" and not project.coordinator:
            project.coordinator = row["pic"]
    told = {row["id"]: row for row in lines(data / PROJECTS)}
    left, right = defaultdict(list), defaultdict(list)
    for rcn, project in found.items():
        left[_mark(project.starts, money[rcn])].append(rcn)
    for grant, row in told.items():
        right[_mark(row["startDate"], row["ecMaxContribution"])].append(grant)
    linked = {left[m][0]: right[m][0] for m in left if m and len(left[m]) == 1 == len(right.get(m, ()))}
    topics, fields = {}, defaultdict(list)
    for grant, code, title in sheet(data / "cordis/h2020_2022/H2020_topics.xlsx"):
        topics.setdefault(str(grant).removesuffix(".0"), (str(code), str(title)))
    for grant, _, _, title, _ in sheet(data / "cordis/h2020_2022/H2020_euroSciVoc.xlsx"):
        fields[str(grant).removesuffix(".0")].append(str(title))
    for rcn, grant in linked.items():
        topic, title = topics.get(grant, ("", ""))
        found[rcn].texts, found[rcn].topic = (told[grant]["title"], title, "|".join(fields[grant])), topic
    return [p for p in found.values() if p.starts != "NA"], _checked(data, found, linked)


def _mark(starts: str, amount: str) -> tuple[str, int] | None:
    return None if "NA" in (starts, amount) or not amount else (starts, round(float(amount)))


def _checked(data: Path, found: dict[str, Project], linked: dict[str, str]) -> str:
    """The linked projects whose organisations the 2023 tables name: how many share most, some, none of them."""
    named: dict[str, set[str]] = defaultdict(set)
    for day in ("2023-05-29", "2023-06-05"):
        path = data / f"cordis/h2020_2023/h2020_organizations_latest_{day}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                named[row["projectID"]].add(row["organisationID"])
    shares = [
        len({o for o, _, _ in found[rcn].partners} & named[grant]) / len({o for o, _, _ in found[rcn].partners})
        for rcn, grant in linked.items()
        if grant in named
    ]
    large = sum(len(p.partners) >= 5 for p in found.values())
    with_title = sum(len(found[r].partners) >= 5 for r in linked)
    return (
        f"titles found for {len(linked):,} of {len(found):,} projects, {with_title:,} of {large:,} with five or more participants; of {len(shares)} that can be "
        f"checked, {sum(s > 0.5 for s in shares)} share more than half of their participants, {sum(s == 0 for s in shares)} none"
    )


def fact_sheets(data: Path, *, with_summaries: bool) -> list[Project]:
    """The projects of the fact sheets that list partners, with their titles and, if wanted, their summaries."""
    path = data / FACT_SHEETS
    extract = SOURCE.read({path.name: path}, {})
    table = {
        n: [dict(zip(extract.tables[n][0].columns, r, strict=True)) for r in extract.tables[n][0].rows]
        for n in ("project", "participation", "organisation")
    }
    country = {o["organisation_id"]: o["country"] or "" for o in table["organisation"]}
    with path.open(encoding="utf-8-sig", newline="") as file:
        told = {row["GrantAgreementNo"].strip(): row["Summary"].replace("|", " ") for row in csv.DictReader(file)}
    summaries = told if with_summaries else {}
    found = {
        p["project_id"]: Project(
            p["project_id"], p["start_on"], texts=(p["title"] or "", "", summaries.get(p["grant_number"], ""))
        )
        for p in table["project"]
    }
    for m in table["participation"]:
        who = m["organisation_id"]
        found[m["project_id"]].partners.append((who, m["partner_group"], country.get(who, "")))
        if m["role"] == "coordinator":
            found[m["project_id"]].coordinator = who
    return [p for p in found.values() if p.starts and p.partners]


@dataclass
class Tally:
    """Precision@10 and recall@50 of each way, question by question; and how many of the first ten are newcomers."""

    measured: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    fresh: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, way: str, listed: list[str], right: set[str], finder: Finder) -> None:
        """One list against those who took part."""
        self.measured[way].append(
            (sum(o in right for o in listed[:10]) / 10, sum(o in right for o in listed[:50]) / len(right))
        )
        self.fresh[way].append(sum(finder.profiles.is_newcomer(o) for o in listed[:10]) / 10)

    def show(self, base: str) -> None:
        """The table: each way with its intervals, and by how much it is above the baseline on the same questions."""
        print(
            "| way | precision@10 | recall@50 | precision above baseline | recall above baseline | newcomers in the first ten |\n|---|---|---|---|---|---:|"
        )
        drawn = np.random.default_rng(SEED).integers(0, len(self.measured[base]), (RESAMPLES, len(self.measured[base])))
        lowest = np.array(self.measured[base])
        for way, found in self.measured.items():
            values = np.array(found)
            cells = [_interval(values[:, k], drawn) for k in (0, 1)]
            above = ["" if way == base else _interval((values - lowest)[:, k], drawn, sign=True) for k in (0, 1)]
            times = "" if way == base else f" (× {values[:, 0].mean() / lowest[:, 0].mean():.2f})"
            print(
                f"| {way} | {cells[0]} | {cells[1]} | {above[0]}{times} | {above[1]} | {np.mean(self.fresh[way]):.0%} |"
            )


def _interval(values: np.ndarray, drawn: np.ndarray, *, sign: bool = False) -> str:
    low, high = np.quantile(values[drawn].mean(axis=1), (0.025, 0.975))
    plus = "+" if sign else ""
    return f"{values.mean():{plus}.4f} [{low:{plus}.4f}, {high:{plus}.4f}]"


Ask = Callable[[Project], str]
ASKS: dict[str, Ask] = {
    "title and topic": lambda p: f"{p.texts[0]}. {p.texts[1]}",
    "topic alone": lambda p: p.texts[1],
    "title alone": lambda p: p.texts[0],
    "title, topic, fields of science": lambda p: ". ".join((p.texts[0], p.texts[1], p.texts[2].replace("|", ". "))),
}


def popular(projects: list[Project], *, with_partners: bool = False) -> list[str]:
    """Organisations by the number of their projects, the most first; ties by key."""
    counts = Counter(
        o for p in projects if not with_partners or len(p.partners) > 1 for o in {m[0] for m in p.partners}
    )
    return sorted(counts, key=lambda o: (-counts[o], o))


def measure(finder: Finder, project: Project, lists: dict[str, list[str]], tally: Tally, asks: dict[str, Ask]) -> None:
    """One question asked in every way; questions without a participant in the records are passed by."""
    right = {o for o, _, _ in project.partners} & finder.credits.place.keys()
    if not right:
        return
    for way, listed in lists.items():
        tally.add(way, listed, right, finder)
    for way, ask in asks.items():
        question = finder.asked(ask(project)) if terms(ask(project)) else None
        ranked = finder.ranked(question) if question else []
        tally.add(f"text: {way}", ranked, right, finder)
        if way == next(iter(asks)) and question:
            fair = [who for who, _ in places(ranked, finder.favoured(question), 50, RESERVED)]
            tally.add(f"text: {way}, with reserved places", fair, right, finder)


def measure_known(finder: Finder, project: Project, listed: list[str], tally: Tally) -> None:
    """The same where the coordinator is given: it is neither asked for nor counted."""
    who = project.coordinator
    right = ({o for o, _, _ in project.partners} & finder.credits.place.keys()) - {who}
    if who not in finder.credits.place or not right:
        return
    text = ASKS["title and topic"](project)
    tally.add("most projects", [o for o in listed if o != who], right, finder)
    tally.add("text alone", [o for o in finder.ranked(finder.asked(text)) if o != who], right, finder)
    tally.add("text, ties and gaps", finder.ranked(finder.asked(text, (who,))), right, finder)


def horizon_2020(data: Path, first: int, before: int) -> None:
    """The measurement on Horizon 2020."""
    projects, told = horizon(data)
    print(f"Horizon 2020: {told}.")
    records = [p for p in projects if p.starts < f"{before}-01-01"]
    until = f"{first + 2 if first >= 2020 else first + 1}-01-01"
    asked = [p for p in projects if f"{first}-01-01" <= p.starts < until and len(p.partners) >= 5 and p.texts[0]]
    begun = time.perf_counter()
    finder = Finder(rows(records))
    took = time.perf_counter() - begun
    known = finder.credits.place.keys()
    share = np.mean([len({m[0] for m in p.partners} & known) / len({m[0] for m in p.partners}) for p in asked])
    topics = {p.topic for p in records}
    print(
        f"{len(records):,} projects and {len(known):,} organisations in the records (index: {took:.1f} s); {len(asked):,} questions, "
        f"{sum(p.topic in topics for p in asked)} of them of a topic that is in the records; {share:.1%} of the participants are in the records.\n"
    )
    lists = {
        "most projects": popular(records)[:51],
        "most projects with partners": popular(records, with_partners=True)[:51],
    }
    tally, given, begun = Tally(), Tally(), time.perf_counter()
    for project in asked:
        measure(finder, project, lists, tally, ASKS)
    took = (time.perf_counter() - begun) / len(asked) / len(ASKS)
    print(f"Nobody is given ({took * 1000:.0f} ms a question):\n")
    tally.show("most projects")
    for project in asked[::4]:
        measure_known(finder, project, lists["most projects"], given)
    print(
        f"\nThe coordinator is given (every fourth question: {len(given.measured['most projects']):,} whose coordinator is in the records):\n"
    )
    given.show("most projects")


def imi(data: Path, *, with_summaries: bool = False) -> None:
    """The measurement on the fact sheets: small, so that each project has records of its own."""
    projects, tally = fact_sheets(data, with_summaries=with_summaries), Tally()
    asked = sorted((p for p in projects if p.starts >= "2015-01-01"), key=lambda p: (p.starts, p.id))
    for project in asked:
        day = date.fromisoformat(project.starts)
        records = [p for p in projects if p.starts <= day.replace(year=day.year - 1, day=min(day.day, 28)).isoformat()]
        lists = {"most projects": popular(records)[:50]}
        measure(Finder(rows(records)), project, lists, tally, {"title": lambda p: p.texts[0]})
    words = "titles and summaries" if with_summaries else "titles"
    print(
        f"\nIMI, fact sheets, {words} as records: {len(asked)} questions, the projects begun from 2015 on; {len(projects)} with partners in all.\n"
    )
    tally.show("most projects")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder of real data")
    parser.add_argument("--years", default="2020/2019", help="first year of the questions / records before this year")
    given = parser.parse_args()
    first, before = map(int, given.years.split("/"))
    horizon_2020(given.data, first, before)
    imi(given.data)
    imi(given.data, with_summaries=True)


if __name__ == "__main__":
    main()

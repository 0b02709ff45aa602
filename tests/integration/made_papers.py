"""A made programme of sixty papers in three projects, with scores, fields, comparison groups and labels.

alpha (call 1): 34 papers, of which 17 have a score of 1, 16 of 2 and one of 30. beta (call 1): 16 papers of 0.5. gamma (call 2):
10 papers, five of 0, three of 4, and two that are too young to be judged, of 90. EU-28: 40 works of 1. Another funder: 40 of 1.5.
"""

from collections.abc import Iterator

SCORES = {"alpha": [1] * 17 + [2] * 16 + [30], "beta": [0.5] * 16, "gamma": [0] * 5 + [4] * 3 + [90] * 2}
"""project → the normalised scores of its papers."""

YOUNG = ("gamma-8", "gamma-9")
METHOD = "Ours | Made 2020 | 2020-06-30"

START = """
programme
programme_id | name
made         | Made programme

call
call_id | programme_id | name
c1      | made         | Call 1
c2      | made         | Call 2

project
project_id | acronym | title | programme_id | call_id
alpha      | ALPHA   | Alpha | made         | c1
beta       | BETA    | Beta  | made         | c1
gamma      | GAMMA   | Gamma | made         | c2

benchmark_group
benchmark_group_id | title          | rule                                          | works
eu                 | EU-28          | an address in a member state of the year      | 4000
other              | Another funder | its grant number among the acknowledgements   | 900

journal_rank
issn      | category | year | rank | journals | list_name
0028-0836 | Any      | 2014 | 1    | 8        | A made list
"""


def drawing() -> str:
    """The whole programme as text."""
    blocks = {
        "work\nwork_id | title | work_type | journal | issn | open_access | published_on": _works(),
        "project_work\nproject_id | work_id | found_by": _pairs("grant_number"),
        "work_candidate\nproject_id | work_id | found_by | strategy": [
            *(f"{pair} | by number" for pair in _pairs("grant_number")), *(f"alpha | no-{n} | title | by title" for n in range(6)),
        ],
        "work_label\nproject_id | work_id | label | labeller": _labels(),
        "work_field\nwork_id | scheme | field | share": _fields(),
        "authorship\nwork_id | sector | country": _authors(),
        "citation_count\nwork_id | database | citations | census_on": [
            f"{key} | Made 2020 | {round(4 * ncs)} | 2020-06-30" for key, _, ncs in papers()
        ],
        "work_score\nwork_id | method | database | scored_on | ncs | top10 | top1 | citations": [
            f"{key} | {METHOD} | {ncs} | {int(ncs > 1)} | {int(ncs > 8)} | {round(4 * ncs)}" for key, _, ncs in papers()
        ],
        "benchmark_score\nbenchmark_group_id | item | method | database | scored_on | year | work_type | ncs | top10 | top1 | citations": [
            f"{group} | {group}-{n} | {METHOD} | 2014 | article | {ncs} | 0.1 | 0.01 | 4" for group, ncs in (("eu", 1), ("other", 1.5)) for n in range(40)
        ],
    }  # fmt: skip
    return "\n\n".join([START.strip(), *("\n".join([head, *rows]) for head, rows in blocks.items())])


def papers() -> Iterator[tuple[str, str, float]]:
    """Key, project and score of each."""
    for project, scores in SCORES.items():
        for number, ncs in enumerate(scores):
            yield f"{project}-{number}", project, ncs


def _works() -> list[str]:
    rows = []
    for number, (key, _, _) in enumerate(papers()):
        year = 2020 if key in YOUNG else 2012 + number % 6
        kind = "review" if number % 10 == 9 else "article"
        journal = "First Journal | 0028-0836" if number % 3 else "<b>Second</b> Journal | "
        rows.append(f"{key} | Paper {number} | {kind} | {journal} | {'gold' if number % 2 else 'closed'} | {year}")
    return rows + [f"no-{n} | Not of it {n} | article | | | closed | 2014" for n in range(6)]


def _pairs(way: str) -> list[str]:
    return [f"{project} | {key} | {way}" for key, project, _ in papers()]


def _labels() -> list[str]:
    """Of the sixty attributed 57 belong; of the six others three do."""
    own = [f"{project} | {key} | {'exclude' if n < 3 else 'include'}" for n, (key, project, _) in enumerate(papers())]
    others = [f"alpha | no-{n} | {'include' if n < 3 else 'exclude'}" for n in range(6)]
    return [f"{row} | made labeller" for row in (*own, *others)]


def _fields() -> list[str]:
    rows = []
    for key, project, _ in papers():
        fields = {"alpha": ["Medicine"], "beta": ["Biology"], "gamma": ["Medicine", "Biology"]}[project]
        rows += [f"{key} | Made fields | {field} | {1 / len(fields)}" for field in fields]
    return rows


def _authors() -> list[str]:
    rows = []
    for number, (key, _, _) in enumerate(papers()):
        rows += [
            f"{key} | academic | NL",
            f"{key} | {'industry' if number % 4 == 0 else 'academic'} | {'DE' if number % 2 else 'NL'}",
        ]
    return rows

"""Works and projects of several sources, at random: the order of the sources changes which record is kept and no count."""

import itertools
import random

import pytest

from tests.several_sources import Made, source

TITLES = (
    "Sleep and memory in the ageing brain",
    "Lungs in zero gravity without a suit",
    "Feeding poultry in a cold winter",
)
PROJECTS = "\n".join(f"p{n}" for n in range(3))
BOOK = source("workbook", f"programme\nprogramme_id\nP\n\nproject\nproject_id\n{PROJECTS}")


def drawn(r: random.Random, name: str):
    """A source with a few works and projects, of which some bear one identifier and some one title."""
    works, ties, projects = [], [], []
    for n in range(r.randrange(1, 6)):
        doi, pmid = (f"{r.randrange(4)}" if r.random() < 0.6 else "" for _ in range(2))
        title, kind = r.choice(TITLES), r.choice(("article", "book_chapter", "other"))
        works.append(f"{name}{n} | {doi and f'10.1000/{doi}'} | {pmid and f'9{pmid}'} | {title} | {kind}")
        ties += [f"p{p} | {name}{n}" for p in sorted(r.sample(range(3), r.randrange(3)))]
    for n in range(r.randrange(1, 5)):
        number = r.choice(("", "115001", "115002"))
        projects.append(
            f"{name}-p{n} | {r.choice('AB')} | {r.choice(TITLES)} | P | {number} | 201{r.randrange(3)}-01-01"
        )
    tables = [
        "work\nwork_id | doi | pmid | title | work_type\n" + "\n".join(works),
        "project\nproject_id | acronym | title | programme_id | grant_number | start_on\n" + "\n".join(projects),
    ]
    if ties:
        tables.append("project_work\nproject_id | work_id\n" + "\n".join(ties))
    return source(name, "\n\n".join(tables))


def groups(made: Made, table: str, one: str, other: str) -> set[frozenset[str]]:
    """The records that are one, however the rows point."""
    found: list[set[str]] = []
    for row in made.rows(table):
        pair = {row[one], row[other]}
        touched = [group for group in found if group & pair]
        found = [group for group in found if group not in touched] + [pair.union(*touched)]
    return {frozenset(group) for group in found}


@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 8))])
def test_the_order_of_sources_changes_no_count(seed, tmp_path):
    r = random.Random(seed)
    sources = [drawn(r, name) for name in "abc"]
    outcomes, built = set(), []
    for number, order in enumerate(itertools.permutations(sources)):
        made = Made(tmp_path / str(number))
        made.build(BOOK, *order)
        merged = groups(made, "work_merge", "work_id", "kept_id")
        joined = groups(made, "project_cluster", "project_id", "cluster_id")
        for group in merged | joined:
            assert len({key[0] for key in group}) == len(group)  # one record of each source at most
        counts = (
            made.value("publications"),
            made.value("projects"),
            *(made.value("publications", project=f"p{p}") for p in range(3)),
        )
        outcomes.add((frozenset(merged), frozenset(joined), counts))
        built.append((len(made.rows("work")), len(made.rows("project")), counts[1], sum(len(g) - 1 for g in joined)))
    assert len(outcomes) == 1
    # Every record is counted, less those for which another stands.
    assert all(counted == projects - fewer for _, projects, counted, fewer in built)

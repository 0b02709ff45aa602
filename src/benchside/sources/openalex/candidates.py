"""How candidates were found, which of them are taken as the project's, and what a check said of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchside.errors import InputError, UsageError
from benchside.model.codes import CODES
from benchside.sources.openalex.cells import Gathered, Line, bare_id
from benchside.sources.openalex.options import Options

PREFIX = "prov_"
NOT_A_SEARCH = {"dataset": "marks every data set and nothing else: it says what the work is, not how it was found"}
WAYS = {
    "grant_": "grant_number",
    "doi_": "doi",
    "funder_": "funder",
    "inst_": "affiliation",
    "rawaff_": "address_text",
    "title_": "title",
    "ft_": "full_text",
}
"""How the name of a strategy begins → the way of finding; the option `strategies` names others."""

STRONGEST_FIRST = (
    "reported", "grant_number", "doi", "publisher", "funder", "affiliation", "address_text", "title", "full_text",
)  # fmt: skip
"""From what somebody says of the work itself to what a text happens to contain."""

STRONG = ("reported", "grant_number", "doi", "publisher", "funder", "affiliation")
"""Ways that rest on a structured statement of the database."""

LABEL_COLUMNS = ("work_id", "label")
LABEL_KNOWN = ("scope", "confidence", "reason")


@dataclass(frozen=True)
class Search:
    """A strategy: its column, its name, and the way of finding it is a form of."""

    column: str
    strategy: str
    found_by: str


def searches(line: Line, name: str, options: Options) -> list[Search]:
    """The strategies of a file from its columns; `InputError` for one whose way of finding nobody has said."""
    said = dict(options.strategies)
    found, strange = [], []
    for column in (c for c in line.cells if c.startswith(PREFIX)):
        strategy = column.removeprefix(PREFIX)
        way = said.get(strategy) or next((w for start, w in WAYS.items() if strategy.startswith(start)), None)
        if way:
            found.append(Search(column, strategy, way))
        elif strategy not in NOT_A_SEARCH:
            strange.append(strategy)
    if strange:
        raise InputError(
            f"{name}: unknown strategies {', '.join(strange)}. Known by how they begin: {', '.join(WAYS)}. "
            f'Say in programme.toml what they are, as strategies = {{ {strange[0]} = "full_text" }}.'
        )
    _check_accepted(found, options)
    return found


def _check_accepted(found: Sequence[Search], options: Options) -> None:
    names = [s.strategy for s in found]
    wrong = [s for s in options.accept if s not in names] if isinstance(options.accept, tuple) else []
    if wrong:
        raise UsageError(f"programme.toml: accept names {', '.join(wrong)}; the strategies are {', '.join(names)}.")


def add_candidates(
    lines: Sequence[Line], found: Sequence[Search], into: Gathered, options: Options
) -> dict[str, list[Search]]:
    """A record for each strategy that found a work; work → the strategies, the strongest first."""
    known, hits = into.records.get("work", {}), {}
    for line in lines:
        work = bare_id(line["work_id"])
        hits_of = [s for s in found if line[s.column] == "True"]
        if work not in known:
            into.lose(
                "work_candidate",
                line,
                "work_id",
                "no record of this work was taken",
                "Add the work, or see why it was refused.",
            )
            continue
        for column in (c for c in line.cells if c.startswith(PREFIX) and line[c] not in ("True", "False", "")):
            into.refuse("work_candidate", line, column, "expected True or False", "Correct the cell.")
        hits[work] = sorted(hits_of, key=lambda s: (STRONGEST_FIRST.index(s.found_by), s.strategy))
        for s in hits[work]:
            into.add(
                "work_candidate", f"{work}|{s.strategy}", line.place, "documented", project_id=options.project, work_id=work,
                found_by=s.found_by, strategy=s.strategy,
            )  # fmt: skip
    return hits


def add_labels(lines: Sequence[Line], into: Gathered, options: Options) -> dict[str, str]:
    """The verdicts; work → label. A label or a confidence that is not known is refused."""
    if lines and not options.labeller:
        raise UsageError(
            'There are labels and nobody says who made them. Add labeller = "language model" (or whoever it was) to programme.toml.'
        )
    labels: dict[str, str] = {}
    for line in lines:
        work = bare_id(line["work_id"])
        if work not in into.records.get("work", {}):
            into.lose(
                "work_label",
                line,
                "work_id",
                "no record of this work was taken",
                "Add the work, or see why it was refused.",
            )
        elif work in labels:
            into.lose("work_label", line, "work_id", "the work is labelled already", "Keep one label of each labeller.")
        elif line["label"] not in CODES["work_label"] or (
            line["confidence"] and line["confidence"] not in CODES["label_confidence"]
        ):
            column = "confidence" if line["label"] in CODES["work_label"] else "label"
            known = CODES["work_label" if column == "label" else "label_confidence"]
            into.lose("work_label", line, column, f"unknown code; known: {', '.join(known)}", "Use one of these.")
        else:
            labels[work] = line["label"]
            _add_label(line, work, into, options)
    return labels


def _add_label(line: Line, work: str, into: Gathered, options: Options) -> None:
    scope = "" if line["scope"] == "na" else line["scope"]
    into.add(
        "work_label", work, line.place, "claimed", project_id=options.project, work_id=work, label=line["label"],
        labeller=options.labeller, confidence=line["confidence"], scope=scope, reason=line["reason"],
    )  # fmt: skip


def accepted(hits: Mapping[str, Sequence[Search]], labels: Mapping[str, str], options: Options) -> dict[str, str]:
    """Work → the strongest way it was found, for the works that the rule of the options takes."""
    return {
        work: found[0].found_by
        for work, found in hits.items()
        if found and _is_taken(found, labels.get(work, ""), options)
    }


def _is_taken(found: Sequence[Search], label: str, options: Options) -> bool:
    if isinstance(options.accept, tuple):
        return any(s.strategy in options.accept for s in found)
    return {
        "any": True,
        "strong": any(s.found_by in STRONG for s in found),
        "two_strategies": len(found) > 1,
        "labelled_include": label == "include",
    }[options.accept]


def add_accepted(
    hits: Mapping[str, Sequence[Search]], labels: Mapping[str, str], into: Gathered, options: Options
) -> None:
    """The project's works by the rule of the options, which is kept as a decision with what it came to."""
    taken = accepted(hits, labels, options)
    for work, way in taken.items():
        place = into.records["work"][work][1]
        into.add("project_work", work, place, "documented", project_id=options.project, work_id=work, found_by=way)
    into.settle(
        "project_work", options.project, "accept", f"{len(hits)} candidates", f"{len(taken)} works", f"rule {options.accept_words}"
    )  # fmt: skip


def add_not_searches(line: Line, into: Gathered, options: Options) -> None:
    """The columns that look like a strategy and are none, said once."""
    for strategy, reason in NOT_A_SEARCH.items():
        if PREFIX + strategy in line.cells:
            into.settle(
                "work_candidate", options.project, PREFIX + strategy, "a column of strategies", "no strategy", reason
            )

"""How right and how complete the matching of real participants is: fact sheets against CORDIS and ROR, by the labelled pairs.

    python benchmarks/resolve_real.py ../shared/data

Coverage: the share of participants that were put with a record of the target. Recall: of the labelled participants that the target
holds, the share put with their record. Precision: of the labelled pairs that were accepted, the share labelled `same`; those labelled
`unsure` are counted beside. The blind sample (CORDIS against ROR) is drawn by bands: its totals are weighted by the size of each.
"""

import csv
import sys
import time
from collections import Counter
from pathlib import Path

from resolve import wilson

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchside.resolve.resolution import Resolution, resolve  # noqa: E402
from tests.integration import real_organisations as real  # noqa: E402

BANDS = {"8 and more": 834 / 60, "1 to 8": 122 / 60, "-2 to 1": 1.0, "below -2": 196 / 30,
         "fresh 8 and more": 435 / 50, "fresh -1 to 8": 83 / 60, "fresh below -1": 103 / 50}  # fmt: skip
"""Band of a sample by bands → how many pairs each of its pairs stands for."""


def counts(labelled: list[dict[str, str]], accepted: set[frozenset[str]]) -> Counter:
    """(label, was it accepted?) → pairs, weighted where they stand for several."""
    found: Counter = Counter()
    for pair in labelled:
        ids = frozenset((f"{pair['left_source']}:{pair['left_id']}", f"{pair['right_source']}:{pair['right_id']}"))
        found[pair["label"], ids in accepted] += BANDS.get(pair["note"].removeprefix("band "), 1)
    return found


def show(title: str, found: Counter, *, is_weighted: bool = False) -> None:
    """One line of the table."""
    right, wrong, missed = found["same", True], found["different", True], found["same", False]
    if is_weighted:
        shares = f"{right / (right + wrong):.4f} | {right / (right + missed):.4f}"
    else:
        shares = f"{wilson(right, right + wrong)} | {wilson(right, right + missed)}"
    print(f"| {title} | {right:.0f} | {wrong:.0f} | {missed:.0f} | {found['unsure', True]:.0f} | {shares} |")


def coverage(resolution: Resolution, target: str) -> str:
    """Participants with an accepted record of the target, of all."""
    ids = {s.id for s in resolution.subjects if s.source == "imi_factsheets"}
    put = {i for d in resolution.decisions if d.outcome == "same" for i in (d.left, d.right)
           if {d.left.split(":")[0], d.right.split(":")[0]} == {"imi_factsheets", target} and i in ids}  # fmt: skip
    return f"{len(put)} of {len(ids)} = {len(put) / len(ids):.1%}"


def main() -> None:
    """Reads the command line."""
    data = Path(sys.argv[1])
    records = [*real.fact_sheets(data), *real.cordis(data), *real.ror(data)]
    begun = time.perf_counter()
    resolution = resolve(records, today="2026-11-22", registries=("ror", "cordis"))
    print(
        f"{len(records)} records resolved in {time.perf_counter() - begun:.0f} s; {len(resolution.decisions)} candidates"
    )
    for target in ("cordis", "ror"):
        print(f"coverage, participants put with a record of {target}: {coverage(resolution, target)}")
    accepted = {frozenset((d.left, d.right)) for d in resolution.decisions if d.outcome == "same"}
    with (ROOT / "tests/fixtures/resolve/labelled_pairs.csv").open(encoding="utf-8", newline="") as file:
        labelled = list(csv.DictReader(file))
    print(
        "\n| pairs | right | wrong | missed | unsure accepted | precision | recall |\n|---|---:|---:|---:|---:|---|---|"
    )
    for part in ("tuning", "test"):
        for target in ("cordis", "ror"):
            show(
                f"{part}, {target}",
                counts([p for p in labelled if p["part"] == part and p["right_source"] == target], accepted),
            )
        show(f"{part}, both", counts([p for p in labelled if p["part"] == part], accepted))
    for part in ("blind", "fresh"):
        show(f"{part}, weighted", counts([p for p in labelled if p["part"] == part], accepted), is_weighted=True)


if __name__ == "__main__":
    main()

"""Ours from a corpus without stored baselines: they are made, and the works scored with them."""

from pathlib import Path

from clock import measured

from benchside.corpus.baselines import baselines
from benchside.corpus.scoring import score


def job(corpus: Path, works: Path, out: Path) -> None:
    baselines(corpus, corpus / "baselines")
    score(corpus, works, out)


if __name__ == "__main__":
    measured(job)

"""Ours: the public function, with its defaults."""

from pathlib import Path

from clock import measured

from benchside.corpus.scoring import score


def job(corpus: Path, works: Path, out: Path) -> None:
    score(corpus, works, out)


if __name__ == "__main__":
    measured(job)

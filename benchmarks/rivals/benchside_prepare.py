"""Ours: a prepared corpus from OpenAlex works, with the defaults."""

from clock import measured

from benchside.corpus.prepare import prepare

if __name__ == "__main__":
    measured(prepare)

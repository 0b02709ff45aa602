"""Texts of questions that are kept in a file are those that the questions give today."""

import json

from benchside.corpus import kept, scoring


def test_kept_texts_are_up_to_date():
    assert json.loads(scoring.KEPT_TEXTS.read_text(encoding="utf-8")) == kept.texts(), (
        "run `python -m benchside.corpus.kept`, which `make docs` does as well"
    )

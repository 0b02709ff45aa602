"""What all tests share: where the outside files are, and a small world drawn as text."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the project; tests that need it say so and are left out where it is missing."""
    folder = Path(os.environ.get("BENCHSIDE_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"the folder of real data ({folder.name}/data beside the project, or BENCHSIDE_SHARED) is not here")
    return folder


@pytest.fixture
def world(tmp_path):
    """`world(text)` builds the tables drawn in the text and gives a desk to ask; see `tests/spec/drawing.py`."""
    from tests.spec.drawing import build_world

    desks = []

    def make(text: str, **settings):
        desks.append(build_world(tmp_path / f"world{len(desks)}", text, **settings))
        return desks[-1]

    yield make
    for desk in desks:
        desk.build.close()

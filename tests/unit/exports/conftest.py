"""The drawn programme and an empty one, each built once for all tests of exports."""

import pytest

from tests.unit.exports.world import empty, world


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """The drawn programme, open."""
    found = world(tmp_path_factory.mktemp("exports") / "world")
    with found.build:
        yield found


@pytest.fixture(scope="session")
def nothing(tmp_path_factory):
    """A programme of which nothing is known, open."""
    found = empty(tmp_path_factory.mktemp("exports") / "empty")
    with found.build:
        yield found


@pytest.fixture(params=["desk", "nothing"])
def any_desk(request):
    """Each of the two."""
    return request.getfixturevalue(request.param)

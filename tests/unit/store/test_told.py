"""What a build tells of itself: warnings of records that no date puts into any figure."""

from benchside import main
from tests.spec.drawing import completed, drawn, write

TAGGED = """
    observation
    observation_id | subject_type | subject_id | measure   | value | observed_on
    seen           | project      | alpha      | employees | 6     | 2015-01-01
    whenever       | project      | alpha      | employees | 50    |

    project
    project_id
    alpha

    tag
    tag_id | record_type | record_id | tag         | status       | stated_by
    T1     | observation | seen      | firm_growth | demonstrated | project
    T2     | observation | whenever  | firm_growth | demonstrated | project
    T3     | project     | alpha     | career      | demonstrated | project
"""


def test_a_tag_on_a_reading_without_a_date_is_warned_of(tmp_path):
    found = main.build(write(tmp_path / "made", completed(drawn(TAGGED)), as_of="2020-12-31"))
    assert found.reasons == []
    assert [w for w in found.warnings if w.startswith("tag")] == [
        "tag: T2 is on observation:whenever, which bears no date and stands in no framework. "
        "Date that record, or tag one that is dated."
    ]

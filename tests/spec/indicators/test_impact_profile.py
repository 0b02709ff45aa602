"""Papers by band: the upper end belongs to the band."""

from tests.spec.scored import SCORED


def test_every_paper_of_the_mean_is_in_one_band(world):
    desk = world(SCORED)
    assert desk.one("impact_profile").value == 4
    cuts = {f.cut: f.value for f in desk.ask("impact_profile", by="kind")}
    assert cuts == {"0": 1, "up to 1/2": 1, "up to 2": 1, "up to 4": 1}  # w4 0, w3 0.5, w2 1.5, w1 4


def test_the_ends_of_the_bands(world):
    ends = ("0", "0.000001", "0.125", "0.125001", "0.25", "0.5", "1", "1.000001", "2", "4", "8", "8.000001")
    desk = world(
        "work\n    work_id | work_type | published_on\n" + "".join(f"    w{n} | article | 2015\n" for n in range(len(ends)))
        + "\n    project_work\n    project_id | work_id\n" + "".join(f"    alpha | w{n}\n" for n in range(len(ends)))
        + "\n    work_score\n    work_id | method | database | scored_on | ncs\n"
        + "".join(f"    w{n} | ours | base | 2020-06-30 | {ncs}\n" for n, ncs in enumerate(ends))
    )  # fmt: skip
    assert {f.cut: f.value for f in desk.ask("impact_profile", by="kind")} == {
        "0": 1, "up to 1/8": 2, "up to 1/4": 2, "up to 1/2": 1, "up to 1": 1, "up to 2": 2, "up to 4": 1, "up to 8": 1, "above 8": 1,
    }  # fmt: skip

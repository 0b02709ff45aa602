"""Chains behind a record and the reach of one, on small programmes worked out by hand and against an independent closure."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchside.errors import UsageError
from benchside.pathways.cycles import circles
from benchside.pathways.graph import Graph
from benchside.pathways.paths import chain_behind
from tests.unit.pathways.made import VACCINE, link, pathways


def test_the_chain_behind_an_effect_is_every_way_from_its_money():
    chain = chain_behind(pathways(VACCINE), "effect:saved")
    # money → ebo → vaccine → trial → saved, and money → ebo → saved; the result on the shelf lies on neither.
    assert chain.ways == 2
    assert [[a.arrow_id for a in way] for way in chain.paths] == [
        ["money", "short"],
        ["money", "made", "tried", "saved"],
    ]
    assert [p.id for p in chain.origins] == ["contribution:eu"]
    assert "asset:shelf" not in [p.id for p in chain.places]
    assert (chain.has_input, chain.target.stage) == (True, "outcome")


def test_the_reach_of_an_output_is_everything_that_follows_from_it():
    found = pathways(VACCINE)
    assert [p.id for p in found.reach("vaccine")] == ["asset_use:trial", "effect:saved"]
    assert [p.id for p in found.reach("asset:shelf")] == []
    assert [p.id for p in found.behind("asset:vaccine")] == ["contribution:eu", "project:ebo"]


def test_every_arrow_says_who_claims_what_and_by_which_document():
    chain = chain_behind(pathways(VACCINE, document=[{"document_key": "D1", "title": "A made report"}]), "effect:saved")
    short = next(a for a in chain.arrows if a.arrow_id == "short")
    assert (short.claim, short.stated_by, short.grade, short.is_told) == ("accelerated", "user", "claimed", True)
    found = pathways(VACCINE, document=[{"document_key": "D1", "title": "A made report"}])
    assert found.document(short)["title"] == "A made report"


def test_a_chain_without_money_begins_where_nothing_leads_to():
    chain = chain_behind(pathways(VACCINE[1:4]), "effect:saved")
    assert (chain.has_input, [p.id for p in chain.origins], chain.ways) == (False, ["project:ebo"], 1)


def test_a_record_that_nothing_leads_to_has_an_empty_chain():
    chain = chain_behind(pathways(VACCINE), "contribution:eu")
    assert (chain.ways, chain.paths, chain.arrows, [p.id for p in chain.places]) == (0, [], [], ["contribution:eu"])


def test_ways_through_a_circle_are_listed_but_not_counted():
    links = [*VACCINE[:4], link("asset_use:trial", "asset:vaccine", id="back")]
    chain = chain_behind(pathways(links), "effect:saved")
    assert chain.ways is None
    assert [[a.arrow_id for a in way] for way in chain.paths] == [["money", "made", "tried", "saved"]]


def test_ways_multiply_and_are_listed_up_to_a_bound():
    # Three layers of two assets each, all joined: 2 · 2 · 2 ways.
    links = [link("contribution:eu", f"asset:a{i}") for i in (0, 1)]
    links += [link(f"asset:{x}{i}", f"asset:{y}{j}") for x, y in ("ab", "bc") for i in (0, 1) for j in (0, 1)]
    links += [link(f"asset:c{i}", "effect:end") for i in (0, 1)]
    chain = chain_behind(pathways(links), "effect:end", most=3)
    assert (chain.ways, len(chain.paths)) == (8, 3)


def test_a_reference_makes_an_arrow_where_no_link_does():
    found = pathways(
        [link("project:ebo", "asset:vaccine", id="told")],
        asset=[{"asset_id": "vaccine", "project_id": "ebo"}, {"asset_id": "model", "project_id": "ebo"}],
        contribution=[{"contribution_id": "eu", "project_id": "ebo", "amount": 100, "currency": "EUR", "payer": "eu"}],
    )
    arrows = {(a["start"], a["end"]): a["basis"] for a in found.arrows.to_pylist()}
    assert arrows == {
        ("project:ebo", "asset:vaccine"): "link",
        ("project:ebo", "asset:model"): "asset.project_id",
        ("contribution:eu", "project:ebo"): "contribution.project_id",
    }


def test_the_project_of_an_effect_is_no_chain():
    found = pathways([], project=[{"project_id": "ebo"}], effect=[{"effect_id": "saved", "project_id": "ebo"}])
    assert (found.arrows.num_rows, chain_behind(found, "effect:saved").arrows) == (0, [])


def test_an_event_that_a_link_leads_to_takes_no_short_cut_from_its_asset():
    event = {"exploitation_event_id": "sale", "asset_id": "vaccine", "project_id": "ebo"}
    told = [link("asset_use:trial", "exploitation_event:sale")]
    assert pathways(told, exploitation_event=[event]).arrows["basis"].to_pylist() == ["link"]
    # Without the link the asset is nearer than the project.
    alone = pathways([], exploitation_event=[event])
    assert alone.arrows.to_pylist()[0]["start"] == "asset:vaccine"
    assert alone.arrows.num_rows == 1


def test_an_unknown_record_is_refused_with_the_nearest_names():
    with pytest.raises(UsageError, match=r"Unknown record 'asset:vacine'\. Did you mean 'asset:vaccine'"):
        pathways(VACCINE).reach("asset:vacine")
    with pytest.raises(UsageError, match=r"'ebo'.*Known: asset:ebo, project:ebo\. Several types have that key"):
        pathways([*VACCINE, link("project:ebo", "asset:ebo")]).reach("ebo")


def test_nobody_has_no_pathway():
    empty = pathways([])
    assert (empty.arrows.num_rows, len(empty.ids), empty.graph.nodes) == (0, 0, 0)


ARROWS = st.integers(1, 12).flatmap(
    lambda n: st.tuples(st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=40))
)


def closure(nodes: int, arrows: list[tuple[int, int]]) -> list[list[bool]]:
    """Which node leads to which, by Warshall's algorithm."""
    leads = [[(a, b) in set(arrows) for b in range(nodes)] for a in range(nodes)]
    for via in range(nodes):
        for a in range(nodes):
            for b in range(nodes):
                leads[a][b] = leads[a][b] or (leads[a][via] and leads[via][b])
    return leads


def graph(nodes: int, arrows: list[tuple[int, int]]) -> Graph:
    starts, ends = ([a[side] for a in arrows] for side in (0, 1))
    return Graph(np.array(starts, np.int32), np.array(ends, np.int32), nodes)


@given(ARROWS)
def test_reach_is_the_transitive_closure(drawn):
    nodes, arrows = drawn
    leads, made = closure(nodes, arrows), graph(nodes, arrows)
    for node in range(nodes):
        assert made.reach(np.array([node])).tolist() == leads[node]
        assert made.behind(np.array([node])).tolist() == [leads[other][node] for other in range(nodes)]


@given(ARROWS)
def test_each_circle_is_one_and_no_record_on_a_circle_is_missed(drawn):
    nodes, arrows = drawn
    without_loops = [(a, b) for a, b in arrows if a != b]
    leads = closure(nodes, without_loops)
    found = circles(graph(nodes, arrows))
    for circle in found:
        assert len(set(circle)) == len(circle) > 1
        assert all(pair in without_loops for pair in zip(circle, [*circle[1:], circle[0]], strict=True))
    # One circle for each set of nodes that lead to each other.
    together = {frozenset(b for b in range(nodes) if leads[a][b] and leads[b][a]) for a in range(nodes) if leads[a][a]}
    assert len(found) == len(together)
    assert all(sum(set(circle) <= part for part in together) == 1 for circle in found)

"""Reading an intended logic with every fault told at its line, and laying what happened over it."""

import pytest

from benchside.errors import InputError, UsageError
from benchside.pathways.intended import lay_over
from benchside.pathways.logic import parse_logic, read_logic
from tests.unit.pathways.made import VACCINE, link, pathways

TEXT = """\
title: A made logic
nodes:
  - id: money
    stage: input
    title: Money
    source: {document: D1, locator: p. 1}
    records: [{type: contribution}]
  - {id: work, stage: activity, title: Work, source: {reading: ours}, records: [{type: project}]}
  - id: vaccines
    stage: output
    title: Vaccines
    source: {reading: ours}
    indicators: [medicines]
    records:
      - type: asset
        where: {name: [A vaccine]}
  - {id: use, stage: use, title: Use, source: {reading: ours}, records: [{type: asset_use}]}
  - {id: lives, stage: impact, title: Lives, source: {reading: ours}, records: [{type: effect, where: {stage: impact}}]}
edges:
  - {from: money, to: work, assumption: Money is spent., source: {reading: ours}}
  - {from: work, to: vaccines, assumption: Research succeeds., source: {reading: ours}}
  - {from: vaccines, to: use, assumption: Somebody wants it., source: {reading: ours}}
  - {from: use, to: lives, assumption: It works., source: {reading: ours}}
"""


def read(text, indicators=("medicines", "projects"), documents=("D1",)):
    return parse_logic(text, "made.yaml", indicators, documents)


def faults(text):
    with pytest.raises((UsageError, InputError)) as caught:
        read(text)
    return str(caught.value)


def test_a_logic_is_read_with_its_sources_and_pinned_indicators():
    logic = read(TEXT)
    assert [n.id for n in logic.nodes] == ["money", "work", "vaccines", "use", "lives"]
    assert (logic.node("money").source.document, logic.node("work").source.reading) == ("D1", "ours")
    assert logic.node("vaccines").indicators == ("medicines",)
    assert next((e.start, e.end, e.line) for e in logic.edges) == ("money", "work", 20)


def test_what_happened_lies_over_what_was_intended():
    made = pathways(
        VACCINE,
        asset=[{"asset_id": "vaccine", "name": "A vaccine"}, {"asset_id": "shelf", "name": "A model"}],
        effect=[{"effect_id": "saved", "stage": "outcome"}],
    )
    laid = lay_over(made, read(TEXT))
    # `shelf` is no vaccine and `saved` no impact: two intended edges have one arrow each besides money, the last has none.
    assert [(e.edge.end, len(e.arrows), e.best) for e in laid.edges] == [
        ("work", 1, "documented"), ("vaccines", 1, "documented"), ("use", 1, "claimed"), ("lives", 0, None),
    ]  # fmt: skip
    assert [a.arrow_id for a in laid.unintended] == ["saved", "short", "shelved"]
    assert laid.unintended_kinds == [("asset_use", "effect", 1), ("project", "asset", 1), ("project", "effect", 1)]
    assert [n.records for n in laid.nodes] == [1, 1, 1, 1, 0]


def test_the_best_grade_of_several_arrows_is_told():
    made = pathways([link("contribution:a", "project:p"), link("contribution:b", "project:p", grade="registry")])
    assert next((len(e.arrows), e.best) for e in lay_over(made, read(TEXT)).edges) == (2, "registry")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[medicines]", "[medicine]", r"line 13: Unknown indicator 'medicine'. Did you mean 'medicines'? Known: medicines, projects."),
        ("{from: money, to: work", "{from: mony, to: work", "line 20: Unknown node 'mony'. Did you mean 'money'?"),
        ("stage: impact", "stage: impct", "Unknown stage 'impct'. Did you mean 'impact'?"),
        ("document: D1", "document: D7", "line 6: Unknown document 'D7'."),
        ("type: asset\n", "type: aset\n", "line 15: Unknown record type 'aset'. Did you mean 'asset'?"),
        ("where: {name:", "where: {nam:", "Unknown field of `where` 'nam'. Did you mean 'name'?"),
        ("where: {stage: impact}", "where: {stage: grand}", "Unknown stage 'grand'."),
        ("title: Vaccines", "titel: Vaccines", "Unknown field of a node 'titel'. Did you mean 'title'?"),
        ("assumption: It works., ", "", "line 23: an edge needs 'assumption', which is missing."),
        ("{reading: ours}, records: [{type: project}]", "{}, records: [{type: project}]", "a source names a `document`, or whose `reading`"),
        ("id: use,", "id: work,", "the node 'work' stands a second time; the first is in line 8."),
        ("from: use, to: lives", "from: work, to: vaccines", "the edge work → vaccines stands a second time; the first is in line 21."),
        ("from: use, to: lives", "from: use, to: work", "the edges go in a circle: work → vaccines → use → work."),
        ("from: use, to: lives", "from: use, to: use", "the edges go in a circle: use → use."),
        ("edges:", "edgs:", "line 1: the file needs 'edges', which is missing."),
        ("records: [{type: contribution}]", "records: contribution", "line 7: expected a list here."),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line_and_what_was_meant(old, new, expected):
    assert old in TEXT
    told = faults(TEXT.replace(old, new, 1))
    assert expected in told
    assert all(line.startswith("made.yaml line ") for line in told.splitlines())


def test_all_faults_of_a_file_are_told_at_once():
    told = faults(
        TEXT.replace("[medicines]", "[medicine]")
        .replace("stage: impact", "stage: impct", 1)
        .replace("to: lives", "to: live")
    )
    assert len(told.splitlines()) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x [1]\nb: *x\n", "made.yaml line 1: anchors and aliases"),
        ("a: 1\nb: *x\n", "made.yaml line 2: anchors and aliases"),
        ("a: !!python/object/apply:os.system ['true']\n", "made.yaml line 1: the tag"),
        ("a: 1\nb: 2\na: 3\n", "made.yaml line 3: the key 'a' stands a second time; the first is in line 1."),
        ("a: [1, 2\nb: 3\n", "made.yaml line 2"),
        ("? [a]\n: 1\n", "a key that is a list or a mapping"),
        ("", "made.yaml is empty."),
        ("[" * 5000, "more than 20 levels deep"),
        ("a: \x00", "made.yaml: "),
        ("--- 1\n--- 2\n", "made.yaml line 2: but found another document"),
    ],
)
def test_a_text_that_is_no_plain_yaml_is_refused(text, expected):
    with pytest.raises(InputError) as caught:
        read(text)
    assert expected in str(caught.value)


def test_a_list_of_aliases_that_would_grow_is_refused_before_it_does():
    bomb = "a: &a [x, x, x]\n" + "".join(
        f"{c}: &{c} [*{p}, *{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert "line 1: anchors" in faults(bomb)


def test_a_word_stays_a_word():
    # YAML 1.1 reads `no` as false and 1.10 as 1.1; here both are the text that was written.
    logic = read(TEXT.replace("title: Work", "title: no").replace("locator: p. 1", "locator: 1.10"))
    assert (logic.node("work").title, logic.node("money").source.locator) == ("no", "1.10")


def test_a_missing_a_large_and_a_broken_file_are_refused(tmp_path):
    with pytest.raises(InputError, match="is no file"):
        read_logic(tmp_path / "none.yaml", (), ())
    large = tmp_path / "large.yaml"
    large.write_text("a: " + "x" * 300_000)
    with pytest.raises(InputError, match="has 300003 bytes; expected at most 262144"):
        read_logic(large, (), ())
    latin = tmp_path / "latin.yaml"
    latin.write_bytes(b"title: caf\xe9\n")
    with pytest.raises(InputError, match="is not UTF-8 text: byte 10"):
        read_logic(latin, (), ())

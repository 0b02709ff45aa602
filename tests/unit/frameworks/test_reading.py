"""What the reader says of a catalogue that is not right: the file, the entry, the value, and the nearest name that is known."""

import pytest

from benchside.errors import InputError, UsageError
from benchside.frameworks.reading import framework, read_catalogue, read_catalogues, shipped
from benchside.indicators.catalogue import all_indicators

HEAD = """
id = "made"
title = "Made"
short = "Made"
about = "A made framework."
source = "None: made for a test."
mapping = "Made."
"""

ENTRY = """
[[entry]]
code = "1"
title = "First"
definition = "What comes first."
wording = "seen"
needs = "Records."
"""


def read(tmp_path, text, name="made"):
    path = tmp_path / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return read_catalogue(path, ["awards", "teams"])


@pytest.mark.parametrize(("rules", "said"), [
    ('{ record_type = "assett" }', r"made\.toml, entry 1, rule 1: Unknown record type 'assett'\. Did you mean 'asset'\?"),
    ('{ record_type = "asset", where = { knd = ["tool"] } }', r"rule 1: Unknown column of asset 'knd'\. Did you mean 'kind'\?"),
    ('{ record_type = "asset", where = { kind = ["tools"] } }', r"Unknown code of asset\.kind 'tools'\. Did you mean 'tool'\?"),
    ('{ record_type = "asset", where = { count = ["1"] } }', r"asset\.count holds a whole number .* a rule can only choose codes, texts, and yes or no"),
    ('{ record_type = "asset_use", where = { is_outside = ["true"] } }', r"Unknown value of asset_use\.is_outside 'true'\. Known: no, yes"),
    ('{ record_type = "asset", where = { kind = "tool" } }', r"kind = 'tool'; expected a list of texts"),
    ('{ tag = ["clinical_guidelines"] }', r"Unknown tag 'clinical_guidelines'\. Did you mean 'clinical_guideline'\?"),
    ('{ tag = ["standard"], where = { kind = ["tool"] } }', r"a tag says it all; expected no where"),
    ('{ where = { kind = ["tool"] } }', r"neither record_type nor tag"),
    ('{ record_type = "asset", status = "potential" }', r"the framework has no asks_status = true"),
    ('{ record_type = "asset", when = "2015" }', r"Unknown field 'when'"),
    ('{ record_type = "asset", having = { record_type = "trial_status", by = "trial_id" } }', r"Unknown column of trial_status that points to asset 'trial_id'"),
    ('{ record_type = "asset", having = { record_type = "uses", by = "asset_id" } }', r"Unknown record type 'uses'"),
    ('"asset"', r"rule 1: 'asset'; expected a table such as"),
])  # fmt: skip
def test_a_faulty_rule_is_told_with_its_place(tmp_path, rules, said):
    with pytest.raises(UsageError, match=said):
        read(tmp_path, f"{HEAD}{ENTRY}rules = [{rules}]\n")


@pytest.mark.parametrize(("text", "said"), [
    (HEAD + ENTRY.replace('"seen"', '"checked"'), r"entry 1: wording = 'checked'; expected 'seen' or 'to be verified'"),
    (HEAD + ENTRY + 'indicator = "award"\n', r"entry 1: Unknown indicator 'award'\. Did you mean 'awards'\?"),
    (HEAD + ENTRY + "target = 5\n", r"entry 1: target_wording = ''; expected 'seen' or 'to be verified'"),
    (HEAD + ENTRY + 'target = "many"\ntarget_wording = "seen"\n', r"target = 'many'; expected a number"),
    (HEAD + ENTRY.replace('needs = "Records."', ""), r"entry 1: needs = ''; expected a text"),
    (HEAD + ENTRY + ENTRY, r"'1' is the code of 2 entries\. Keep one\."),
    (HEAD, r"made\.toml: no \[\[entry\]\]"),
    (HEAD + 'colour = "red"\n' + ENTRY, r"made\.toml: Unknown field 'colour'"),
    (HEAD + "asks_status = 1\n" + ENTRY, r"asks_status = 1; expected true or false"),
    (HEAD.replace('"made"', '"other"') + ENTRY, r"id = 'other'; expected the name of the file in small letters, 'made'"),
    (HEAD + "asks_status = true\n" + ENTRY + 'rules = [{ record_type = "asset" }]\n', r"status = ''; expected 'demonstrated' or 'potential'"),
])  # fmt: skip
def test_a_faulty_entry_is_told_with_its_place(tmp_path, text, said):
    with pytest.raises(UsageError, match=said):
        read(tmp_path, text)


def test_all_faults_of_a_file_are_told_at_once(tmp_path):
    text = HEAD + ENTRY.replace('"seen"', '"yes"') + 'rules = [{ record_type = "a" }, { tag = ["b"] }]\n'
    with pytest.raises(UsageError) as told:
        read(tmp_path, text)
    assert [line.partition(":")[0] for line in str(told.value).splitlines()] == [
        "made.toml, entry 1", "made.toml, entry 1, rule 1", "made.toml, entry 1, rule 2",
    ]  # fmt: skip


def test_what_is_no_toml_cannot_be_read(tmp_path):
    with pytest.raises(InputError, match=r"made\.toml: cannot be read as TOML: .*line 1"):
        read(tmp_path, "id = \n")


def test_two_files_with_one_id_are_refused(tmp_path):
    (tmp_path / "tsbm.toml").write_text((HEAD + ENTRY).replace('"made"', '"tsbm"'), encoding="utf-8")
    with pytest.raises(UsageError, match=r"a framework with id 'tsbm' is there already"):
        read_catalogues([shipped(), tmp_path], list(all_indicators()))


def test_a_folder_that_is_not_there_holds_none(tmp_path):
    assert read_catalogues([tmp_path / "none"], []) == {}


def test_an_unknown_framework_is_named_with_those_there_are(tmp_path):
    found = {"made": read(tmp_path, HEAD + ENTRY)}
    with pytest.raises(UsageError, match=r"Unknown framework 'maid'\. Did you mean 'made'\? Known: made\."):
        framework(found, "maid")

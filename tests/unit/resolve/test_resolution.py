"""From records to clusters: identifiers first, then names, with what a person said above both."""

import pytest

from benchside.errors import DataError
from benchside.resolve.explain import as_lines
from benchside.resolve.judgements import Judgement, Ledger
from benchside.resolve.records import Record, from_row, gather
from benchside.resolve.resolution import resolve
from benchside.resolve.weights import BY_NAME, COMPARISONS

TODAY = "2026-11-22"
VIENNA = Record("list", "1", "Universitaet Wien", "AT", "Wien")
ROR_VIENNA = Record("ror", "03prydq77", "University of Vienna", "AT", "Vienna", ("Universität Wien",))
MEDICAL = Record("ror", "05n3x4p02", "Medical University of Vienna", "AT", "Vienna")


def outcomes(resolution):
    return {(d.left, d.right): d.outcome for d in resolution.decisions}


def test_a_name_in_another_language_finds_its_record_and_not_its_neighbour():
    found = resolve([VIENNA, ROR_VIENNA, MEDICAL], today=TODAY)
    assert found.clusters.members() == {"list:1": ["list:1", "ror:03prydq77"], "ror:05n3x4p02": ["ror:05n3x4p02"]}
    (added,) = found.added
    assert (added.verdict, added.by, added.at) == ("same", "benchside: names", TODAY)


def test_the_parts_of_a_score_add_up_to_it_and_show_both_values():
    found = resolve([VIENNA, ROR_VIENNA], today=TODAY)
    (decision,) = found.decisions
    parts = found.explain(decision)
    assert sum(part.weight for part in parts) == pytest.approx(decision.score)
    by_name = {part.comparison: part for part in parts}
    assert (by_name["city"].left, by_name["city"].right) == ("Wien", "Vienna")
    # 0.75 of the same and 0.3 of other candidates have one city: log2(0.75 / 0.3) = 1.32.
    assert by_name["city"].weight == pytest.approx(1.3219, abs=1e-4)
    assert "+1.3  the same city: Wien | Vienna" in as_lines(parts)


def test_a_hospital_is_not_its_university():
    hospital = Record("list", "2", "Universitätsklinikum Bonn", "DE", "Bonn")
    university = Record("ror", "041nas322", "University of Bonn", "DE", "Bonn")
    found = resolve([hospital, university], today=TODAY)
    assert set(found.clusters.of.values()) == {"list:2", "ror:041nas322"}


def test_two_records_of_a_registry_that_fit_as_well_are_left_to_a_person():
    old = Record("ror", "05p6qqk79", "Tampereen yliopisto", "FI", "Tampere")
    new = Record("ror", "033003e23", "Tampere University", "FI", "Tampere")
    found = resolve([Record("list", "3", "Tampereen Yliopisto", "FI", "Tampere"), old, new], today=TODAY)
    assert set(outcomes(found).values()) == {"open"}
    assert {d.reason for d in found.worth_a_look()} == {"several records of ror fit as well"}


def test_a_firm_without_a_country_is_left_to_a_person():
    found = resolve(
        [Record("list", "4", "Eisai Limited"), Record("ror", "a", "Eisai Limited", "CA", "Mississauga")], today=TODAY
    )
    assert set(outcomes(found).values()) == {"open"}


def test_an_identifier_joins_what_the_names_do_not():
    a = Record("one", "1", "Inserm", "FR", "Paris", identifiers=(("pic", "999997930"),))
    b = Record("two", "1", "Institut national de la santé", "FR", "Lyon", identifiers=(("pic", "999997930"),))
    found = resolve([a, b], today=TODAY)
    assert found.clusters.members() == {"one:1": ["one:1", "two:1"]}
    assert found.added[0].reason == "both bear pic 999997930"


def test_two_ror_ids_speak_against_one_pic_and_against_one_name():
    a = Record("one", "1", "Lygature", "NL", "Utrecht", identifiers=(("pic", "999997930"), ("ror", "05dxps055")))
    b = Record("two", "1", "Lygature", "NL", "Utrecht", identifiers=(("pic", "999997930"), ("ror", "03prydq77")))
    found = resolve([a, b], today=TODAY)
    assert len(found.clusters.members()) == 2
    assert found.added[0].verdict == "unsure"
    assert found.added[0].reason == "both bear pic 999997930, but ror 05dxps055 is not 03prydq77"


def test_what_a_person_judged_is_never_judged_again():
    no = Judgement("list:1", "ror:03prydq77", "different", "asked them", "analyst", "2026-01-01")
    found = resolve([VIENNA, ROR_VIENNA], Ledger([no]), today=TODAY)
    assert found.added == ()
    assert outcomes(found) == {("list:1", "ror:03prydq77"): "judged"}
    assert len(found.clusters.members()) == 2


def test_an_undone_judgement_lets_the_cluster_fall_apart():
    far = Record("ror", "x", "Something Else Entirely", "AT", "Graz")
    ledger = Ledger([Judgement("list:1", "ror:x", "same", "merged", "analyst", "2026-01-01")])
    assert len(resolve([VIENNA, far], ledger, today=TODAY).clusters.members()) == 1
    ledger.undo("list:1", "ror:x", "2026-02-01")
    assert len(resolve([VIENNA, far], ledger, today=TODAY).clusters.members()) == 2


def test_records_that_say_the_same_are_compared_once_and_stay_apart_as_records():
    many = [Record("list", str(n), "Universitaet Wien", "AT", "Wien") for n in range(50)]
    assert len(gather(many)) == 1
    found = resolve([*many, ROR_VIENNA], today=TODAY)
    assert len(found.decisions) == 1
    assert len(found.clusters.members()["list:0"]) == 51


def test_the_order_of_the_records_changes_nothing():
    records = [VIENNA, MEDICAL, ROR_VIENNA]
    assert resolve(records, today=TODAY).clusters == resolve(records[::-1], today=TODAY).clusters


def test_nothing_comes_of_nothing():
    assert resolve([], today=TODAY).clusters.of == {}
    assert resolve([Record("list", "1", "")], today=TODAY).clusters.of == {"list:1": "list:1"}


def test_an_id_that_stands_twice_is_refused():
    with pytest.raises(DataError, match="'list:1' stands twice"):
        gather([VIENNA, VIENNA])


def test_a_country_that_is_no_iso_code_is_refused():
    with pytest.raises(DataError, match=r"'UK', expected an ISO code.*UK is GB"):
        gather([Record("list", "1", "A", "UK")])


def test_a_row_of_the_model_becomes_a_record():
    row = {
        "organisation_id": "org-firalis",
        "name": "Firalis SAS",
        "city": "Huningue",
        "country": "FR",
        "ror": None,
        "pic": "999997930",
    }
    assert from_row(row, "imi") == Record(
        "imi", "org-firalis", "Firalis SAS", "FR", "Huningue", (), (("pic", "999997930"),)
    )


def test_every_comparison_ends_with_a_level_for_all_the_rest_and_says_each_plainly():
    for comparison in COMPARISONS:
        assert comparison.levels[-1].when == "ELSE"
        assert all(level.says for level in comparison.levels)
        assert all(0 < level.m < 1 and 0 < level.u < 1 for level in comparison.levels if level.m)
    assert BY_NAME["words"].level(0).name == "few"
    assert BY_NAME["words"].level(6).name == "short"


def test_a_short_name_is_proved_by_long_names_in_two_languages():
    ours = Record("list", "5", "Stichting Maritiem Research Instituut Nederland", "NL", "Wageningen", ("MARIN",))
    theirs = Record("ror", "m", "Maritime Research Institute Netherlands", "NL", "Wageningen", ("MARIN",))
    assert set(outcomes(resolve([ours, theirs], today=TODAY)).values()) == {"same"}


def test_a_short_name_that_two_organisations_of_a_country_bear_proves_nothing():
    ours = Record("list", "6", "Chambre régionale d'agriculture de Normandie", "FR", "Caen", ("CRAN",))
    theirs = Record("ror", "n", "Centre de Recherche en Automatique de Nancy", "FR", "Nancy", ("CRAN",))
    assert "same" not in outcomes(resolve([ours, theirs], today=TODAY)).values()


def test_below_a_sure_score_another_city_is_left_to_a_person():
    # The two research stations are of two towns that differ by a letter.
    ours = Record("list", "7", "Statiunea de Cercetare Dezvoltare pentru Legumicultura Bacau", "RO", "Bacau")
    theirs = Record("ror", "o", "Stațiunea de Cercetare Dezvoltare pentru Legumicultură Buzău", "RO", "Buzău")
    assert "same" not in outcomes(resolve([ours, theirs], today=TODAY)).values()

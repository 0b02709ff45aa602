"""Names taken apart: one key for the ways in which one name is written, different keys for different names."""

import pytest

from benchside.resolve.folding import fold
from benchside.resolve.names import read_name, read_names
from benchside.resolve.places import read_city

SAME = [
    ("Universitätsklinikum Bonn", "UNIVERSITAETSKLINIKUM BONN"),
    ("Københavns Universitet", "University of Copenhagen"),
    ("Goeteborgs Universitet", "Göteborgs universitet"),
    ("Università degli Studi di Firenze", "University of Florence"),
    ("Novo Nordisk A/S", "NOVO NORDISK AS"),
    ("Createc Sp. z o.o.", "CREATEC SP ZOO"),
    ("Abc s.r.o.", "ABC SRO"),
    ("Solvo Kft.", "SOLVO KORLÁTOLT FELELŐSSÉGŰ TÁRSASÁG"),
    ("Axxam S.p.A.", "AXXAM SOCIETA PER AZIONI"),
    ("Coris SPRL", "Coris BVBA"),
    ("Hays plc", "Hays Public Limited Company"),
    ("Eli Lilly and Company Limited", "ELI LILLY & COMPANY LTD"),
    ("Max-Planck-Gesellschaft zur Förderung der Wissenschaften e.V.", "MAX PLANCK GESELLSCHAFT ZUR FORDERUNG DER WISSENSCHAFTEN EV"),
    ("Centre National de la Recherche Scientifique CNRS", "Centre national de la recherche scientifique"),
    ("ECRIN European Clinical Research Infrastructure Network", "European Clinical Research Infrastructure Network"),
    ("Université Toulouse III", "Universite Toulouse 3"),
    ("The Governing Council of the University of Toronto", "University of Toronto"),
    ("Weißer Ring", "Weisser Ring"),
    ("Ontotext AD", "Ontotext"),
    ("Fundación Pública Andaluza Progreso y Salud", "Fundación Andaluza Progreso y Salud"),
    ("Georg-August-Universität Göttingen Stiftung Öffentlichen Rechts", "Georg-August-Universität Göttingen"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_name_written_in_two_ways_has_one_key(left, right):
    assert read_names(left)[0].key == read_names(right)[0].key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Université Libre de Bruxelles", "Vrije Universiteit Brussel"),
        ("Universität Graz", "Medizinische Universität Graz"),
        ("Université Paris 5", "Université Paris 7"),
        ("KU Leuven", "Université catholique de Louvain"),
    ],
)
def test_neighbours_keep_different_keys(left, right):
    assert read_name(left).key != read_name(right).key


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Bayer AG", "ag"), ("QIAGEN GmbH", "gmbh"), ("Merck Kommanditgesellschaft Auf Aktien", "kgaa"), ("Artialis SA", "sa"),
        ("Ipsen Innovation SAS", "sas"), ("Sciprom SARL", "sarl"), ("TranScrip Partners LLP", "llp"), ("Arthrogen B.V.", "bv"),
        ("Custodix NV", "sa"), ("Aerocrine AB", "ab"), ("Mobidiag Oy", "oy"), ("Sc Neurorad SRL", "srl"), ("SAS Alzprotect", "sas"),
        ("University of Bath", ""), ("Limited", ""),
    ],
)  # fmt: skip
def test_the_legal_form_is_told_apart_from_the_name(text, form):
    assert read_name(text).form == form


def test_what_stands_in_brackets_is_a_name_of_its_own_unless_it_is_a_country():
    assert [n.key for n in read_names("Narodowy Fundusz (National Fund)")] == ["fundusz national", "fund national"]
    assert [n.key for n in read_names("Bayer (Germany)")] == ["bayer"]


def test_a_leading_foundation_is_a_form_but_not_before_a_university_or_hospital():
    assert [n.key for n in read_names("Stichting Lygature")] == ["foundation lygature", "lygature"]
    assert [n.key for n in read_names("Fundació Hospital Clínic")] == ["foundation hospital"]


def test_an_umlaut_and_its_two_letters_are_one():
    assert fold("Köln") == fold("Koeln") == "koln"
    assert fold("Søren") == fold("Soeren") == "soren"


def test_a_city_is_one_in_its_languages_and_without_its_district():
    assert read_city("Wien") == read_city("Vienna 9") == ("vienna",)
    assert read_city("Bresso (Milan)") == ("bresso",)
    assert read_city("") == ()


def test_a_dash_joins_two_names_of_one_kind_only():
    both = {name.key for name in read_names("Research Center Borstel - Leibniz Lung Center")}
    assert read_name("Forschungszentrum Borstel").key in both
    # A laboratory of a centre is not the centre.
    part = {name.key for name in read_names("Centre Borelli - Laboratoire Fermat")}
    assert read_name("Centre Borelli").key not in part


def test_a_country_in_brackets_makes_a_firm_of_a_name_without_a_kind():
    assert {name.kinds for name in read_names("Nanion (Germany)")} == {frozenset({"company"})}
    assert {name.kinds for name in read_names("University of Bonn (Germany)")} == {frozenset({"university"})}


def test_technology_tells_universities_apart_and_not_firms():
    assert read_name("Nanion Technologies GmbH").profile == ""
    assert read_name("University of Technology Graz").profile == "technology"

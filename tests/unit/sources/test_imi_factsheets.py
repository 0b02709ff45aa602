"""The source of fact sheets on four made projects, in the shape and with the defects of the real file."""

import csv
import io
from pathlib import Path

import pytest

from benchside.errors import InputError
from benchside.model.origin import RowsPiece
from benchside.model.tables import record_type
from benchside.sources.factsheets.imi_factsheets import IGNORED, NEEDED, SOURCE
from benchside.sources.factsheets.money import parse_amount, settle
from benchside.sources.factsheets.partners import (
    parse_grants,
    parse_listing,
    place_lists,
    settle_groups,
    split_list,
)
from benchside.sources.tables.cells import slug

FIXTURE = Path(__file__).parents[2] / "fixtures/sources/imi_factsheets/factsheets.csv"


def read(path: Path, **options):
    return SOURCE.read({path.name: path}, options)


def table(extract, name: str) -> dict[str, dict[str, str]]:
    """The records of a table by their first column."""
    (piece,) = extract.tables[name]
    return {row[0]: dict(zip(piece.columns, row, strict=True)) for row in piece.rows}


@pytest.fixture(scope="module")
def made():
    return read(FIXTURE)


@pytest.fixture
def sheet(tmp_path):
    """`sheet(Heading="cell", …)` writes a file of one made project; a list of such changes writes several."""

    def write(*rows: dict[str, str], encoding="utf-8", drop: str = "", extra: str = "") -> Path:
        headings = [h for h in NEEDED if h != drop] + ([extra] if extra else [])
        plain = dict.fromkeys(headings, "") | {
            "Project Acronym": "ALPHA", "IMIProgram": "IMI1", "IMICall": "3", "StartDate": "01/02/2015", "EndDate": "31/01/2020",
            "ShortDescription": "A made project", "TypeOfAction": "RIA", "GrantAgreementNo": "100001", "IMIFunding": "1 000 000",
            "EFPIAFunding": "500 000", "TotalCost": "1 500 000",
        }  # fmt: skip
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, headings, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(plain | row for row in rows)
        path = tmp_path / "sheet.csv"
        path.write_bytes(text.getvalue().encode(encoding))
        return path

    return write


def refused(extract) -> list[tuple[str, str, str]]:
    return [(r.row, r.column, r.value) for r in extract.refusals]


def decided(extract, record: str, column: str) -> list[tuple[str, str]]:
    return [(d.found, d.kept) for d in extract.decisions if (d.record, d.column) == (record, column)]


# Projects, calls, programmes, document


def test_project_has_iso_dates_call_and_codes(made):
    assert table(made, "project")["alpha"] == {
        "project_id": "alpha", "acronym": "ALPHA", "title": "A made project", "programme_id": "IMI1", "call_id": "IMI1-C3",
        "grant_number": "100001", "action_type": "ria", "start_on": "2012-03-01", "end_on": "2016-02-29",
        "website": "http://alpha.example", "document_id": "imi_factsheets_2019", "locator": "row 2", "grade": "documented",
    }  # fmt: skip


def test_project_key_is_the_slug_of_its_acronym_unless_an_option_says_otherwise():
    assert "delta-2" in table(read(FIXTURE), "project")
    assert "delta" in table(read(FIXTURE, project_ids={"Delta 2": "delta"}), "project")


def test_words_for_missing_become_empty(made):
    assert [table(made, "project")[p]["website"] for p in ("beta", "gamma")] == ["", ""]  # NA and #N/A


def test_each_programme_and_call_comes_once(made):
    assert list(table(made, "programme")) == ["IMI1", "IMI2"]
    assert list(table(made, "call")) == ["IMI1-C3", "IMI2-C1", "IMI2-C9"]


def test_the_document_is_the_file_of_november_2019(made):
    assert table(made, "document")["imi_factsheets_2019"]["printed_on"] == "2019-11-01"


def test_columns_are_those_of_the_model_and_no_text_of_the_authors_is_taken(made):
    for name, (piece,) in made.tables.items():
        known = {c.name for c in record_type(name).columns}
        assert set(piece.columns) <= known
        assert not any("not taken" in cell for row in piece.rows for cell in row)


def test_every_place_names_the_file_and_row(made):
    # A line break in a cell of row 2 starts no new row: the next project is in row 3.
    assert made.tables["project"][0].places == [f"factsheets.csv row {n}" for n in (2, 3, 4, 5)]


def test_the_fixture_as_a_whole_is_refused_nowhere(made):
    assert made.refusals == []


# Amounts


@pytest.mark.parametrize(
    ("text", "euro"), [("18 170 217", 18170217), ("1\u00a0288", 1288), ("1\u202f000\u2009000", 1000000), ("513", 513), ("", None)]
)  # fmt: skip
def test_amounts_are_read_with_any_kind_of_blank(text, euro):
    assert parse_amount(text) == euro


@pytest.mark.parametrize("text", ["1 2O0", "-5", "1,5", "12 34", "1.000"])
def test_what_is_no_amount_is_not_guessed(text):
    with pytest.raises(ValueError, match=text):
        parse_amount(text)


# public, industry, OtherFunding, TotalCost → other, associated, total; and a word of the reason
READINGS = {
    "as printed": ((100_000, 50_000, None, 150_000), (None, None, 150_000), ""),
    "as printed with other": ((100_000, 50_000, 20_000, 170_000), (20_000, None, 170_000), ""),
    "no industry": ((100_000, None, 20_000, 120_000), (20_000, None, 120_000), ""),
    "rounded by one euro": ((100_000, 50_000, 20_000, 170_001), (20_000, None, 170_001), "+1 euro"),
    "total without other": ((100_000, 50_000, 20_000, 150_000), (20_000, None, 150_000), "without OtherFunding"),
    "total under other": ((100_000, 50_000, 150_000, None), (None, None, 150_000), "it is the total"),
    "changed places": ((100_000, 50_000, 170_000, 20_000), (20_000, None, 170_000), "changed places"),
    "other under total": ((100_000, 50_000, None, 30_000), (30_000, None, None), "not settled by arithmetic"),
    "other alone": ((100_000, 50_000, 30_000, None), (30_000, None, None), "not settled by arithmetic"),
    "two others": ((100_000, 50_000, 30_000, 40_000), (40_000, 30_000, None), "not settled by arithmetic"),
    "cut off": ((100_000, 50_000, None, 1), (1, None, None), "suspicious: 1 is below 10000"),
    # 150 000 is the sum of the first two; 150 001 the sum of all: two readings within the rounding, so none is proved.
    "two readings": ((100_000, 50_000, 1, 150_001), (150_001, 1, None), "more than one reading"),
    "nothing": ((100_000, 50_000, None, None), (None, None, None), ""),
}


@pytest.mark.parametrize(("amounts", "kept", "said"), READINGS.values(), ids=READINGS.keys())
def test_the_slide_is_settled_by_arithmetic(amounts, kept, said):
    reading = settle(*amounts)
    assert (reading.other, reading.associated, reading.total) == kept
    assert said in reading.said if said else reading.said == ""


def test_contributions_name_payer_form_and_the_column_they_stood_in(made):
    found = {key: (c["payer"], c["form"], c["amount"], c["label"]) for key, c in table(made, "contribution").items()}
    assert found == {
        "alpha:eu": ("eu", "grant", "1000000", "IMIFunding"),
        "alpha:industry": ("industry", "in_kind", "500000", "EFPIAFunding"),
        "beta:eu": ("eu", "grant", "600000", "IMIFunding"),
        "beta:industry": ("industry", "in_kind", "400000", "EFPIAFunding"),
        "beta:other": ("other", "unspecified", "250000", "TotalCost"),
        "gamma:eu": ("eu", "grant", "700000", "IMIFunding"),
        "gamma:industry": ("industry", "in_kind", "300000", "EFPIAFunding"),
        "delta-2:eu": ("eu", "grant", "200000", "IMIFunding"),
        "delta-2:associated_partner": ("associated_partner", "unspecified", "90000", "OtherFunding"),
        "delta-2:other": ("other", "unspecified", "1", "TotalCost"),
    }


def test_amounts_are_as_published_on_the_day_of_the_file(made):
    assert {
        (c["state"], c["precision"], c["valid_on"], c["currency"]) for c in table(made, "contribution").values()
    } == {("as_published", "exact", "2019-11-01", "EUR")}


def test_totals_are_kept_where_arithmetic_proves_them(made):
    totals = {t["project_id"]: (t["amount"], t["label"]) for t in table(made, "stated_total").values()}
    assert totals == {"alpha": ("1500000", "TotalCost"), "gamma": ("1000000", "OtherFunding")}


def test_each_row_that_was_re_read_has_one_decision(made):
    column = "OtherFunding, TotalCost"
    assert decided(made, "alpha", column) == []
    assert decided(made, "beta", column) == [("OtherFunding empty, TotalCost 250000", "other 250000")]
    assert decided(made, "gamma", column) == [("OtherFunding 1000000, TotalCost empty", "total 1000000")]
    assert decided(made, "delta-2", column) == [
        ("OtherFunding 90000, TotalCost 1", "associated partners 90000, other 1")
    ]


# Partners


def test_grants_are_name_and_amount_in_turn():
    grants = parse_grants("Co:Lon GmbH:250 000:Elm, Sons & Co (left the project):1\u00a0000:Total Cost:251 000")
    assert [(g.name, g.amount, g.has_left) for g in grants.grants] == [
        ("Co:Lon GmbH", 250000, False),
        ("Elm, Sons & Co", 1000, True),
    ]
    assert grants.stated == 251000


def test_a_misspelt_amount_does_not_become_part_of_a_name():
    grants = parse_grants("Ash:1 2O0:Birch:500:Cedar")
    assert [(g.name, g.amount) for g in grants.grants] == [("Birch", 500)]
    assert grants.broken == ("Ash:1 2O0", "Cedar")


def test_a_colon_in_a_name_is_told_by_the_grants():
    known = {slug("Co:Lon GmbH"): "Co:Lon GmbH"}
    assert split_list("Ash, Kiel, Germany:CO:Lon GmbH, Vienna, Austria", known) == [
        "Ash, Kiel, Germany",
        "CO:Lon GmbH, Vienna, Austria",
    ]


@pytest.mark.parametrize(
    ("text", "name", "city", "country"),
    [
        ("Ash AG, Basel, Switzerland", "Ash AG", "Basel", "CH"),
        ("Ash, Birch and Cedar, Delft, The Netherlands", "Ash, Birch and Cedar", "Delft", "NL"),
        ("Ash Inc, Princeton, NJ, United States ", "Ash Inc", "Princeton", "US"),
        ("Ash Ltd, Raleigh, Wake County, North Carolina , USA", "Ash Ltd", "Raleigh", "US"),
        ("Oak Institute, P.O. Box 7, Bergen, Norway", "Oak Institute", "Bergen", "NO"),  # a name known from the grants
        ("Ash Clinic, Prague 1, Czech Republic", "Ash Clinic", "Prague 1", "CZ"),
        ("Ash, Pristina, Kosovo * UN resolution", "Ash", "Pristina", "XK"),
        ("Ash, UK", "Ash", "", "GB"),
        ("Ash, Singapore, Singapore", "Ash", "Singapore", "SG"),
        ("Ash Foundation", "Ash Foundation", "", ""),
        ("Ash, Birch", "Ash, Birch", "", ""),
    ],
)
def test_an_entry_gives_name_city_and_country(text, name, city, country):
    known = {slug("Oak Institute"): "Oak Institute"}
    listing = parse_listing(text, known)
    assert (listing.name, listing.city, listing.country) == (name, city, country)


def test_participations_join_lists_and_grants(made):
    found = {key: (p["partner_group"], p["role"], p["has_left"]) for key, p in table(made, "participation").items()}
    assert found == {
        "alpha:bigpharma-limited": ("industry", "participant", ""),
        "alpha:otherpharma-ag": ("industry", "participant", ""),
        "alpha:aar-universitet": ("academic", "participant", ""),
        "alpha:institute-faculty-of-pills": ("academic", "participant", ""),
        "alpha:co-lon-gmbh": ("sme", "participant", ""),
        # Stands under patient organisations; its grant follows after the alphabet has begun anew (B after I).
        "alpha:borough-hospital": ("unknown", "third_party", ""),
        # The lists of BETA stand in the row of GAMMA, its third party in its own row.
        "beta:otherpharma-ag": ("industry", "participant", ""),
        "beta:delft-college": ("academic", "participant", ""),
        "beta:third-clinic": ("unknown", "third_party", ""),
        "beta:elm-ltd": ("unknown", "participant", "yes"),
        # Both names under EFPIA companies receive public money: the groups have moved one column to the left.
        "delta-2:nordic-university": ("academic", "participant", ""),
        "delta-2:oak-foundation": ("academic", "participant", ""),
        "delta-2:small-srl": ("sme", "participant", ""),
    }


def test_allocations_divide_the_public_money(made):
    # ALPHA: 400 000 + 250 000 + 300 000 + 50 000 = 1 000 000, its public money.
    found = [int(a["amount"]) for a in table(made, "allocation").values() if a["project_id"] == "alpha"]
    assert sum(found) == 1_000_000
    assert table(made, "allocation")["beta:third-clinic:grant"]["amount"] == "200002"


def test_the_printed_sum_is_no_partner(made):
    assert not any("total" in key for key in table(made, "organisation"))


def test_partner_amounts_that_do_not_add_up_are_reported(made):
    # BETA: 300 000 + 100 000 + 200 002 = 600 002, two euro more than its 600 000.
    assert ("sum 600002", "IMIFunding 600000") in decided(made, "beta", "Partners")
    assert "+2 euro" in next(d.reason for d in made.decisions if d.found == "sum 600002")


def test_a_printed_sum_that_disagrees_is_reported(sheet):
    extract = read(sheet({"Partners": "Ash:1 000 000:Total Cost:999 999"}))
    assert decided(extract, "alpha", "Partners")[-1] == ("sum 1000000", "the printed sum 999999")


def test_lists_one_row_too_low_are_moved_and_said(made):
    lists = "EFPIAcompanies, Univerisities, SMEs, PatientOrganisations"
    assert decided(made, "beta", lists) == [("the lists of row 3", "the lists of row 4")]
    assert decided(made, "gamma", lists) == [("2 organisations", "none")]
    assert table(made, "participation")["beta:delft-college"]["locator"] == "row 4, Univerisities"


def test_lists_stay_where_nothing_says_otherwise():
    grants = [parse_grants(t) for t in ("Ash:1:Birch:2", "", "Cedar:3")]
    own = [["Ash, Kiel, Germany", "Birch"], ["Dogwood"], ["Cedar, Kiel, Germany"]]
    assert place_lists(own, grants) == {0: 0, 1: 1, 2: 2}
    # The middle project names no grants; its row holds the lists of the first.
    low = [[], ["Ash, Kiel, Germany", "Birch"], ["Cedar"]]
    assert place_lists(low, grants) == {0: 1, 2: 2}


def test_lists_that_two_rows_claim_are_refused_for_the_lesser(sheet):
    rows = (
        {"Project Acronym": "A", "Partners": "Ash:1:Birch:2:Cedar:3", "Univerisities": "Ash:Birch:Cedar"},
        {"Project Acronym": "B", "GrantAgreementNo": "100002", "Univerisities": "Ash:Birch:Elm:Oak"},
    )
    # Row 2 names 3 of 3, row 3 two of 3: row 2 keeps its lists, and row 3 is not given to project B unseen.
    extract = read(sheet(*rows))
    assert refused(extract) == [
        ("sheet.csv row 3", "EFPIAcompanies, Univerisities, SMEs, PatientOrganisations", "4 organisations")
    ]


def groups(lists: dict[str, list[str]], grants: str) -> dict[str, tuple[str, str]]:
    headings = ("EFPIAcompanies", "Univerisities", "SMEs", "PatientOrganisations", "ThirdParties")
    listings = {h: [parse_listing(name, {}) for name in lists.get(h, [])] for h in headings}
    return {h: (g.group, g.role) for h, g in settle_groups(listings, parse_grants(grants)).items()}


def test_third_parties_are_told_by_their_grants_standing_last():
    # Ash, Birch in order, then Aspen: the alphabet begins anew.
    found = groups({"Univerisities": ["Ash", "Birch"], "SMEs": ["Aspen"]}, "Ash:1:Birch:2:Aspen:3")
    assert found["SMEs"] == ("unknown", "third_party")
    assert groups({"Univerisities": ["Ash"], "SMEs": ["Birch"]}, "Ash:1:Birch:2")["SMEs"] == ("sme", "participant")


def test_a_list_under_third_parties_whose_grants_stand_among_the_others_is_not_settled():
    lists = {"Univerisities": ["Birch", "Cedar"], "ThirdParties": ["Ash"]}
    assert groups(lists, "Ash:1:Birch:2:Cedar:3")["ThirdParties"] == ("unknown", "participant")
    assert groups(lists, "Birch:2:Cedar:3:Ash:1")["ThirdParties"] == ("unknown", "third_party")
    # At the end of the alphabet nothing can be told: the column is believed.
    lists = {"Univerisities": ["Birch"], "ThirdParties": ["Cedar"]}
    assert groups(lists, "Birch:2:Cedar:3")["ThirdParties"] == ("unknown", "third_party")


def test_patient_organisations_whose_names_say_otherwise_are_unknown():
    assert groups({"PatientOrganisations": ["Ash GmbH"]}, "")["PatientOrganisations"][0] == "unknown"
    assert (
        groups({"PatientOrganisations": ["Ash Patients Ltd"]}, "")["PatientOrganisations"][0] == "patient_organisation"
    )
    assert groups({"SMEs": ["Birch Ltd", "Ash University"]}, "")["SMEs"][0] == "unknown"


def test_an_organisation_listed_twice_is_kept_once_unless_it_is_a_third_party_too(sheet):
    row = {
        "Univerisities": "Ash, Kiel, Germany:Ash, Kiel, Germany",
        "ThirdParties": "Ash, Kiel, Germany",
        "Partners": "Ash:5:Birch:6:Ash:7",
    }
    extract = read(sheet(row))
    roles = {key: p["role"] for key, p in table(extract, "participation").items()}
    assert roles == {"alpha:ash": "participant", "alpha:ash:2": "third_party", "alpha:birch": "participant"}
    amounts = {a["participation_id"]: a["amount"] for a in table(extract, "allocation").values()}
    assert amounts == {"alpha:ash": "5", "alpha:birch": "6", "alpha:ash:2": "7"}
    assert ("Ash, Kiel, Germany", "Ash, Kiel, Germany") in decided(extract, "alpha", "Univerisities")


def test_a_name_without_a_place_finds_it_in_another_project(sheet):
    rows = (
        {"Partners": "Ash:5"},
        {
            "Project Acronym": "BETA",
            "GrantAgreementNo": "100002",
            "Univerisities": "Birch, Kiel, Germany:ASH, Kiel, Germany",
        },
    )
    extract = read(sheet(*rows))
    assert table(extract, "organisation")["org-ash"]["country"] == "DE"
    assert table(extract, "participation")["alpha:ash"]["organisation_id"] == "org-ash"


def test_one_name_in_two_countries_is_two_organisations(sheet):
    extract = read(sheet({"Univerisities": "Ash, Kiel, Germany", "SMEs": "Ash, Bergen, Norway"}))
    assert list(table(extract, "organisation")) == ["org-ash", "org-ash--no"]


def test_an_entry_without_a_country_is_kept_and_said(made):
    assert table(made, "organisation")["org-oak-foundation"]["country"] == ""
    assert decided(made, "org-oak-foundation", "country") == [("Oak Foundation", "")]


# What is wrong with a file or a cell


def test_an_amount_with_a_letter_is_refused_and_the_rest_kept(sheet):
    extract = read(sheet({"EFPIAFunding": "1 2O0"}))
    # With the industry's part unread nothing proves what TotalCost is: it is not taken either.
    assert refused(extract) == [
        ("sheet.csv row 2", "EFPIAFunding", "1 2O0"),
        ("sheet.csv row 2", "TotalCost", "1500000"),
    ]
    assert "18 170 217" in extract.refusals[0].rule
    assert list(table(extract, "contribution")) == ["alpha:eu"]
    assert "alpha" in table(extract, "project")


def test_a_broken_grant_is_refused_and_the_others_kept(sheet):
    extract = read(sheet({"Partners": "Ash:1 2O0:Birch:500"}))
    assert refused(extract) == [("sheet.csv row 2", "Partners", "Ash:1 2O0")]
    assert list(table(extract, "allocation")) == ["alpha:birch:grant"]


@pytest.mark.parametrize(
    ("heading", "value", "column"),
    [
        ("StartDate", "31/02/2015", "start_on"),
        ("EndDate", "2015-02-28", "end_on"),
        ("GrantAgreementNo", "11530X", "grant_number"),
        ("TypeOfAction", "XYZ (unknown)", "action_type"),
        ("IMICall", "three", "call_id"),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_and_left_empty(sheet, heading, value, column):
    extract = read(sheet({heading: value}))
    assert refused(extract) == [("sheet.csv row 2", heading, value)]
    assert extract.refusals[0].rule.startswith("expected ")
    assert table(extract, "project")["alpha"][column] == ""


def test_an_acronym_that_comes_again_is_refused(sheet):
    extract = read(sheet({}, {"Project Acronym": "alpha ", "ShortDescription": "Another"}))
    assert refused(extract) == [("sheet.csv row 3", "Project Acronym", "alpha")]
    assert "sheet.csv row 2 already" in extract.refusals[0].rule
    assert table(extract, "project")["alpha"]["title"] == "A made project"


def test_a_row_without_an_acronym_is_refused(sheet):
    assert refused(read(sheet({"Project Acronym": "#N/A"}))) == [("sheet.csv row 2", "Project Acronym", "")]


def test_a_row_of_the_wrong_length_is_refused(sheet):
    path = sheet({})
    path.write_text(path.read_text(encoding="utf-8") + "BETA,only,three\n", encoding="utf-8")
    assert refused(read(path)) == [("sheet.csv row 3", "(row)", "3")]


def test_a_column_that_is_not_known_is_refused_and_the_ignored_ones_are_not(sheet):
    assert refused(read(sheet({}, extra="Summary"))) == []
    assert refused(read(sheet({}, extra="Budget line"))) == [("sheet.csv row 1", "Budget line", "Budget line")]


def test_a_missing_column_is_named(sheet):
    with pytest.raises(
        InputError, match=r"sheet\.csv lacks the column 'TotalCost'\. Found: Project Acronym, .*heading again"
    ):
        read(sheet({}, drop="TotalCost"))


def test_a_wrong_encoding_names_the_byte(sheet):
    path = sheet({"ShortDescription": "Café"}, encoding="latin-1")
    at = path.read_bytes().index(b"\xe9")
    with pytest.raises(InputError, match=rf"not UTF-8: byte 0xe9 at offset {at}\. Save the file"):
        read(path)


def test_a_byte_order_mark_counts_in_the_offset(sheet):
    path = sheet({"ShortDescription": "Café"}, encoding="latin-1")
    at = path.read_bytes().index(b"\xe9")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    with pytest.raises(InputError, match=f"offset {at + 3}"):
        read(path)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n"])
def test_an_empty_file_is_said_to_be_empty(tmp_path, content):
    path = tmp_path / "sheet.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"sheet\.csv is empty, expected headings and rows"):
        read(path)


def test_a_missing_file_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match=r"gone\.csv could not be read"):
        read(tmp_path / "gone.csv")


def test_two_files_are_one_too_many(sheet):
    path = sheet({})
    with pytest.raises(InputError, match=r"found 2: a\.csv, b\.csv"):
        SOURCE.read({"a.csv": path, "b.csv": path}, {})


def test_every_column_of_the_file_is_needed_or_ignored_with_a_reason():
    headings = next(csv.reader(io.StringIO(FIXTURE.read_text(encoding="utf-8-sig"))))
    assert set(headings) == set(NEEDED) | set(IGNORED)
    assert all(SOURCE.ignored.values())


def test_a_file_far_too_large_is_refused_unread(tmp_path):
    path = tmp_path / "sheets.csv"
    with path.open("wb") as file:
        file.truncate((32 << 20) + 1)
    with pytest.raises(InputError, match="has 33554433 bytes, expected at most 33554432"):
        SOURCE.read({"sheets.csv": path}, {})


@pytest.mark.parametrize(
    ("kept", "message"),
    [
        (None, r"^IMIPROJECTS\.csv could not be read"),
        (b"", r"^IMIPROJECTS\.csv is empty"),
        (b"Project Acronym\n\xe9", r"^IMIPROJECTS\.csv is not UTF-8"),
        (b"a\n" + b"x" * 200_000, r"^IMIPROJECTS\.csv is no CSV file"),
        (b"Project Acronym\n", r"^IMIPROJECTS\.csv lacks the column"),
        ((",".join(NEEDED) + ",Partners\n").encode(), r"^IMIPROJECTS\.csv has the column 'Partners' twice"),
    ],
)
def test_a_file_kept_under_its_checksum_is_called_by_its_own_name(tmp_path, kept, message):
    path = tmp_path / "0f3a9c"
    if kept is not None:
        path.write_bytes(kept)
    with pytest.raises(InputError, match=message) as error:
        SOURCE.read({"IMIPROJECTS.csv": path}, {})
    assert "0f3a9c" not in str(error.value)


def test_a_row_of_a_file_kept_under_its_checksum_is_placed_in_the_file_of_its_name(sheet):
    path = sheet({"StartDate": "31/02/2015"})
    extract = SOURCE.read({"IMIPROJECTS.csv": path}, {})
    assert refused(extract) == [("IMIPROJECTS.csv row 2", "StartDate", "31/02/2015")]
    (project,) = extract.tables["project"]
    assert isinstance(project, RowsPiece)
    assert project.places == ["IMIPROJECTS.csv row 2"]

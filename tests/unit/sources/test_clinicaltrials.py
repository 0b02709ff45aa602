"""Made studies in the shape of ClinicalTrials.gov become trials, their statuses and their sites, from JSON and from CSV."""

import csv
import doctest
import io
import json
import zipfile

import pytest

from benchside.errors import InputError, UsageError
from benchside.sources.clinicaltrials import layouts
from benchside.sources.clinicaltrials.clinicaltrials import SOURCE
from benchside.sources.clinicaltrials.sites import country_of as country
from tests.unit.sources.made_programme import FIXTURES, all_text, built, by_key, of_files, records

PAGE, TABLE = FIXTURES / "clinicaltrials/studies_page.json", FIXTURES / "clinicaltrials/ctg-studies.csv"
OPTIONS = {"as_of": "2024-06-01", "project_ids": {"115001": "alpha", "115002": "beta"}}
TOML = 'as_of = "2024-06-01"\nproject_ids = { 115001 = "alpha", 115002 = "beta" }'


def read(*paths, **options):
    return SOURCE.read({path.name: path for path in paths}, OPTIONS | options)


def study(status=None, identity=None, design=None, **sections):
    return {"protocolSection": {
        "identificationModule": {"nctId": "NCT99000099", "briefTitle": "A made study"} | (identity or {}),
        "statusModule": {"overallStatus": "COMPLETED"} | (status or {}), "designModule": design or {},
    } | sections}  # fmt: skip


def one(folder, **changed):
    path = folder / "one.json"
    path.write_text(json.dumps(study(**changed), indent=2))
    return read(path)


def statuses(extract, trial):
    return {s["status_on"]: s["status"] for s in records(extract, "trial_status") if s["trial_id"] == trial}


def test_a_study_becomes_a_trial_with_people_phase_and_beginning():
    trials = by_key(read(PAGE), "trial")
    first = trials["NCT99000001"]
    assert (first["registry_number"], first["title"], first["project_id"]) == ("NCT99000001", "CO2 & sleep", "alpha")
    assert (first["actual_enrolment"], first["planned_enrolment"], first["started_on"]) == ("100", "", "2015-02")
    assert (first["note"], first["known_on"]) == ("interventional, phase 2, phase 3", "2014-12-08")
    assert (trials["NCT99000002"]["actual_enrolment"], trials["NCT99000002"]["planned_enrolment"]) == ("", "250")
    assert trials["NCT99000005"]["note"] == "observational"


def test_a_study_of_two_projects_is_a_record_of_each_under_one_number():
    both = {
        (t["trial_id"], t["project_id"]) for t in records(read(PAGE), "trial") if t["registry_number"] == "NCT99000002"
    }
    # Its own number is 115002, a second one 115001.
    assert both == {("NCT99000002", "beta"), ("NCT99000002:alpha", "alpha")}
    assert {s["trial_id"] for s in records(read(PAGE), "trial_site")} >= {"NCT99000002", "NCT99000002:alpha"}


def test_statuses_bear_the_day_since_when_they_are_known():
    extract = read(PAGE)
    assert statuses(extract, "NCT99000001") == {"2018-06-30": "completed"}
    assert statuses(extract, "NCT99000002") == {"2019-02-05": "recruiting"}
    assert statuses(extract, "NCT99000003") == {"2014-12-08": "planned", "2019-02-05": "withdrawn"}
    assert statuses(extract, "NCT99000004") == {"2017-03-15": "terminated"}
    assert statuses(extract, "NCT99000005") == {"2019-02-05": "recruiting", "2024-06-01": "unknown"}


def test_what_was_stopped_is_kept_with_its_reason():
    why = {
        s["trial_id"]: s["note"]
        for s in records(read(PAGE), "trial_status")
        if s["status"] in ("withdrawn", "terminated")
    }
    assert why == {"NCT99000003": "No money was found", "NCT99000004": "cmd|' /C calc'!A0"}


def test_a_planned_beginning_dates_nothing():
    trials = by_key(read(PAGE), "trial")
    assert (trials["NCT99000003"]["started_on"], trials["NCT99000008"]["started_on"]) == ("", "")
    assert any("has not come to pass" in d.reason for d in read(PAGE).decisions)


def test_sites_are_places_in_known_countries_each_once():
    extract = read(PAGE)
    sites = [(s["name"], s["country"]) for s in records(extract, "trial_site") if s["trial_id"] == "NCT99000001"]
    assert sites == [("Made Clinic, Leiden, 1000", "NL"), ("Made Hospital, Istanbul, 1000", "TR")]
    assert ("locations", "Nowhere, X, 1000, Atlantis") in {(r.column, r.value) for r in extract.refusals}
    assert "Made Person" not in all_text(extract)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("United States", "US"), ("Korea, Republic of", "KR"), ("Turkey (Türkiye)", "TR"), ("Congo, The Democratic Republic of the", "CD"),
        ("Congo", "CG"), ("Viet Nam", "VN"), ("Palestinian Territory, occupied", "PS"), ("Czechia", "CZ"), ("Atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_countries_are_known_as_the_registry_spells_them(name, code):
    assert country(name) == code


def test_every_record_is_accepted_or_refused_with_its_reason():
    extract = read(PAGE, TABLE)
    assert of_files(extract) == {"studies_page.json": (8, 6, 2), "ctg-studies.csv": (6, 3, 3)}
    lost = {(r.row, r.column, r.value, r.rule.split(";")[0]) for r in extract.refusals}
    assert {
        ("studies_page.json record 6", "studyType", "EXPANDED_ACCESS", "expanded access is no study"),
        ("studies_page.json record 7", "overallStatus", "DREAMT_OF", "unknown status"),
        ("studies_page.json record 4", "phases", "PHASE9", "unknown phase"),
        ("ctg-studies.csv row 4", "overallStatus", "ON_FIRE", "unknown status"),
        ("ctg-studies.csv row 5", "nctId", "99", "expected a number such as NCT02313077"),
        ("ctg-studies.csv row 6", "nctId", "NCT99000021", "the trial stands already"),
    } <= lost
    assert len(lost) == 10


def test_a_download_gives_the_same_as_a_record():
    trials = by_key(read(TABLE), "trial")
    first = trials["NCT99000021"]
    assert (first["title"], first["project_id"], first["note"]) == (
        "A made study 21",
        "alpha",
        "interventional, phase 2, phase 3",
    )
    # The download does not say whether people are enrolled: 30 of a completed study are, 80 of one that recruits are to be.
    assert (first["actual_enrolment"], trials["NCT99000022"]["planned_enrolment"]) == ("30", "80")
    assert any("enrolled or foreseen" in d.reason for d in read(TABLE).decisions)
    assert statuses(read(TABLE), "NCT99000021") == {"2018-06-30": "completed"}
    assert [(s["name"], s["country"]) for s in records(read(TABLE), "trial_site")] == [
        ("Made Clinic, Leiden, 2333", "NL"), ("Made Hospital, Seoul", "KR"),
    ]  # fmt: skip
    assert (trials["NCT99000025"]["title"], trials["NCT99000025"]["project_id"]) == ("cmd|' /C calc'!A0", "")
    assert {r.column for r in read(TABLE).refusals if r.row.endswith("row 7")} == {
        "startDateStruct",
        "enrollmentInfo",
        "locations",
    }


def test_lines_zips_and_single_studies_give_the_same_trials(tmp_path):
    listed = json.loads(PAGE.read_text(encoding="utf-8"))["studies"]
    (tmp_path / "lines.jsonl").write_text("\n".join(map(json.dumps, listed)))
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as file:
        for each in listed:
            file.writestr(f"{each['protocolSection']['identificationModule']['nctId']}.json", json.dumps(each))
        file.writestr("ctg-studies.csv", TABLE.read_text(encoding="utf-8"))
    trials = records(read(PAGE), "trial")
    wanted = {(t["trial_id"], t["started_on"], t["note"]) for t in trials}
    assert {
        (t["trial_id"], t["started_on"], t["note"]) for t in records(read(tmp_path / "lines.jsonl"), "trial")
    } == wanted
    extract = read(tmp_path / "all.zip")
    assert {(t["trial_id"], t["started_on"], t["note"]) for t in records(extract, "trial")} > wanted
    said = of_files(extract)
    assert (said["all.zip/NCT99000001.json"], said["all.zip/ctg-studies.csv"]) == ((1, 1, 0), (6, 3, 3))
    assert not [d for d in extract.decisions if d.kept == "passed by"]


def test_a_study_of_several_lists_is_one(tmp_path):
    (tmp_path / "again.json").write_bytes(PAGE.read_bytes())
    extract = read(PAGE, tmp_path / "again.json")
    assert of_files(extract)["studies_page.json"] == (8, 6, 2)
    assert len(records(extract, "trial")) == len(records(read(PAGE), "trial"))


def test_a_number_of_another_registry_is_no_grant_number(tmp_path):
    for number, project in (("2012-115001-10", ""), ("IMI JU 115001", "alpha"), ("AI115001", "")):
        extract = one(tmp_path, identity={"secondaryIdInfos": [{"id": number}]})
        assert [t["project_id"] for t in records(extract, "trial")] == [project]


def test_the_registrys_number_itself_can_name_the_project(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(study()))
    (trial,) = records(read(path, project_ids={"nct99000099": "alpha"}), "trial")
    assert trial["project_id"] == "alpha"


@pytest.mark.parametrize(
    ("date", "column"),
    [
        ({"date": "2015-02-31"}, "startDateStruct"),
        ({"date": "soon"}, "startDateStruct"),
        ({"date": "2015-02", "type": "HOPED"}, "startDateStruct"),
    ],
)
def test_a_date_that_is_none_is_refused_and_the_study_taken(tmp_path, date, column):
    extract = one(tmp_path, status={"startDateStruct": date})
    assert ([r.column for r in extract.refusals], [t["started_on"] for t in records(extract, "trial")]) == (
        [column],
        [""],
    )


def test_an_estimated_beginning_of_a_study_that_has_begun_is_kept_and_said(tmp_path):
    extract = one(tmp_path, status={"startDateStruct": {"date": "2015-02", "type": "ESTIMATED"}})
    assert [t["started_on"] for t in records(extract, "trial")] == ["2015-02"]
    assert any("the sponsor's estimate" in d.reason for d in extract.decisions)


def test_a_completion_that_is_foreseen_dates_no_status(tmp_path):
    extract = one(
        tmp_path,
        status={
            "completionDateStruct": {"date": "2020-02", "type": "ESTIMATED"},
            "lastUpdatePostDateStruct": {"date": "2019-05-01"},
        },
    )
    assert statuses(extract, "NCT99000099") == {"2019-05-01": "completed"}


def test_unknown_fields_and_words_are_signals(tmp_path):
    extract = one(
        tmp_path, status={"moodModule": 1}, design={"enrollmentInfo": {"count": 5, "type": "HOPED"}}, dreamModule={}
    )
    assert {(r.column, r.value) for r in extract.refusals} == {
        ("statusModule.moodModule", "1"), ("protocolSection.dreamModule", "{}"), ("enrollmentInfo", "HOPED"),
    }  # fmt: skip
    extract = one(tmp_path, design={"studyType": "SEANCE"})
    assert [(r.column, r.value) for r in extract.refusals] == [("studyType", "SEANCE")]
    assert records(extract, "trial") == []


def test_what_is_no_study_is_refused(tmp_path):
    path = tmp_path / "lines.jsonl"
    lines = [
        json.dumps(study()),
        json.dumps(study())[:40],
        json.dumps({"protocolSection": []}),
        json.dumps(study(identity={"nctId": None})),
        "[]",
    ]
    path.write_text("\n".join(lines))
    extract = read(path)
    assert of_files(extract) == {"lines.jsonl": (5, 1, 4)}
    assert [r.column for r in extract.refusals] == ["(record)", "nctId", "nctId", "(record)"]


def test_values_of_the_wrong_shape_are_refused_and_nothing_breaks(tmp_path):
    extract = one(
        tmp_path,
        identity={"briefTitle": ["x"], "secondaryIdInfos": ["y"], "orgStudyIdInfo": "z", "nctIdAliases": {}},
        status={"startDateStruct": "2015-02", "completionDateStruct": [1]}, design={"phases": "PHASE1", "enrollmentInfo": 7},
        contactsLocationsModule={"locations": "everywhere"},
    )  # fmt: skip
    assert {r.column for r in extract.refusals} == {"secondaryIdInfos", "locations"}
    (trial,) = records(extract, "trial")
    assert (trial["title"], trial["started_on"], trial["note"]) == ("NCT99000099", "2015-02", "phase 1")


def test_a_table_that_is_not_the_registrys_is_refused_with_all_its_rows(tmp_path):
    (tmp_path / "old.csv").write_text("Rank,NCT Number,Title,Status\n1,NCT99000001,A,Completed\n")
    extract = read(PAGE, tmp_path / "old.csv")
    assert of_files(extract)["old.csv"] == (1, 0, 1)


def test_columns_that_are_not_known_are_told(tmp_path):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([["NCT Number", "Study Status", "Mood"], ["NCT99000001", "COMPLETED", "good"]])
    (tmp_path / "own.csv").write_text(out.getvalue())
    extract = read(tmp_path / "own.csv")
    assert of_files(extract) == {"own.csv": (1, 1, 0)}
    assert [r.column for r in extract.refusals] == ["Mood"]


def test_dates_in_words_are_read(tmp_path):
    (tmp_path / "own.csv").write_text(
        'NCT Number,Study Status,Start Date\nNCT99000001,COMPLETED,"September 20, 2018"\n'
    )
    assert [t["started_on"] for t in records(read(tmp_path / "own.csv"), "trial")] == ["2018-09-20"]
    assert doctest.testmod(layouts).failed == 0


def test_options_and_files_that_are_wrong_are_told(tmp_path):
    for options, says in (
        ({"as_of": "soon"}, "the day of the download"),
        ({"until": "x"}, "until"),
        ({"project_ids": []}, "project_ids"),
    ):
        with pytest.raises(UsageError, match=says):
            read(PAGE, **options)
    (tmp_path / "a.pdf").write_bytes(b"x")
    with pytest.raises(InputError, match="No studies found"):
        read(tmp_path / "a.pdf")
    with zipfile.ZipFile(tmp_path / "paths.zip", "w") as file:
        file.writestr("../studies.json", "{}")
    with pytest.raises(InputError, match="a path that leads out of the folder"):
        read(tmp_path / "paths.zip")


def test_a_programme_is_built_and_its_trials_counted(tmp_path):
    result, desk = built(tmp_path, "clinicaltrials", [PAGE, FIXTURES / "clinicaltrials/README.md"], TOML)
    # Records 6 and 7 are refused; of records 1 and 4 single values.
    assert result.refused == 4
    # 1, 2, 4 and 5 have begun; 3 was withdrawn, 8 is planned. Study 2 is of both projects and counts once.
    assert desk.one("trials").value == 4
    assert {f.cut: f.value for f in desk.ask("trials", by="project")} == {"alpha": 4, "beta": 1}
    assert {f.cut: f.value for f in desk.ask("trials", by="state")} == {
        "completed": 1,
        "recruiting": 1,
        "terminated": 1,
        "unknown": 1,
    }
    # By the end of 2015 two had begun, 1 in February and 5 in September; 3, then planned, never did.
    assert desk.one("trials", as_of="2015-12-31").value == 2
    # 100 and 9 enrolled, 250 foreseen in the study that recruits; study 5 has none on record.
    assert desk.one("trial_participants").value == 100 + 9 + 250
    assert desk.one("trial_sites").value == 2
    desk.build.close()

"""A made programme of k times the size of the Innovative Medicines Initiative, written as CSV by the engine itself.

Every record type gets rows. Nothing is random: each value is a function of its row's number (the MD5 of number and
salt), so that the same k gives the same bytes anywhere. The sizes of projects repeat with every 112 of them, from one of
68 partners down to many of about 12; organisations, assets and works are skewed as well: few have much, many have little.
"""

from pathlib import Path

import duckdb

PROJECTS = 112
ORGANISATIONS = 890
CALLS = 28
AREAS = 18
DOCUMENTS = 330

_MACROS = (
    "u(i, s) AS CAST(md5_number_lower(i || '~' || s) % 1000000 AS BIGINT)",
    "pick(i, s, l) AS l[1 + u(i, s) % len(l)]",
    f"of_block(i, per, s) AS 1 + ((i - 1) // per) * {PROJECTS} + CAST(floor({PROJECTS} * pow(u(i, s) / 1e6, 1.6)) AS BIGINT)",
    f"next_in_block(p, n) AS 1 + ((p - 1) // {PROJECTS}) * {PROJECTS} + (p - 1 + n) % {PROJECTS}",
    "started(p) AS DATE '2008-01-01' + CAST(u(p, 'start') % 4380 AS INTEGER)",
    "within(p, i, s) AS least(started(p) + CAST(60 + u(i, s) % 1800 AS INTEGER), DATE '2024-12-31')",
    f"partners(p) AS 8 + CAST(floor(60 / (1 + ((p - 1) % {PROJECTS}) / 8)) AS BIGINT)",
    "partner_group(o) AS pick(o, 'group', ['academic', 'academic', 'academic', 'academic', 'academic', 'academic', 'industry', "
    "'industry', 'industry', 'sme', 'sme', 'patient_organisation', 'regulator', 'other'])",
    "country(i) AS pick(i, 'country', ['DE', 'DE', 'DE', 'GB', 'GB', 'GB', 'FR', 'FR', 'NL', 'NL', 'ES', 'IT', 'BE', 'SE', 'CH', 'DK', 'US', 'PL', 'GR', 'SL'])",
    "yes(i, s) AS CASE WHEN u(i, s) % 3 = 0 THEN 'yes' ELSE 'no' END",
)

_P = "'P' || of_block(i, {per}, 'project')"
_EVENT = "within(of_block(i, {per}, 'project'), i, 'day')"

TABLES: dict[str, tuple[int, dict[str, str]]] = {
    "call": (CALLS, {"call_id": "'C' || i", "programme_id": "'IMI' || (1 + i % 2)", "name": "'Call ' || i", "opened_on": "DATE '2008-01-01' + CAST(u(i, 'open') % 4000 AS INTEGER)"}),
    "topic": (105, {"topic_id": "'T' || i", "call_id": f"'C' || (1 + (i - 1) * {CALLS} // 105)", "title": "'Topic ' || i"}),
    "project": (PROJECTS, {"project_id": "'P' || i", "acronym": "'PROJECT' || i", "title": "'Made project ' || i", "programme_id": "'IMI' || (1 + (1 + (i - 1) // 4) % 2)", "call_id": "'C' || (1 + (i - 1) // 4)", "topic_id": f"'T' || (1 + (i - 1) * 105 // {PROJECTS})", "grant_number": "CAST(115000 + i AS VARCHAR)", "action_type": "CASE WHEN i % 9 = 0 THEN 'csa' ELSE 'ria' END", "start_on": "started(i)", "end_on": "started(i) + CAST(1000 + u(i, 'long') % 1200 AS INTEGER)"}),
    "project_alias": (30, {"project_id": "'P' || (i * 3)", "alias": "'pro-ject ' || i"}),
    "amendment": (390, {"amendment_id": "'AM' || i", "project_id": _P, "field": "CASE WHEN i % 2 = 0 THEN 'start_on' ELSE 'end_on' END", "value_on": _EVENT, "amended_on": "DATE '2012-01-01' + CAST(u(i, 'amended') % 4000 AS INTEGER)"}),
    "project_area": (148, {"project_id": "'P' || (((i - 1) // 4) * 3 + [1, 2, 3, 3][1 + (i - 1) % 4])", "area_id": f"'A' || (1 + (i * 7) % {AREAS})", "weight": "['1', '1', '0.25', '0.75'][1 + (i - 1) % 4]", "basis": "pick(i, 'basis', ['stated', 'subject'])"}),
    "project_priority": (60, {"project_id": "'P' || i", "scheme": "'who_2013'", "priority": "'priority ' || i % 24"}),
    "organisation": (ORGANISATIONS, {"organisation_id": "'O' || i", "name": "'Organisation ' || i", "city": "'City ' || u(i, 'city') % 400", "country": "country(i)", "pic": "CAST(100000000 + i AS VARCHAR)"}),
    "organisation_status": (500, {"organisation_status_id": "'OS' || i", "organisation_id": "'O' || i", "sector": "partner_group(i)", "is_sme": "CASE WHEN partner_group(i) = 'sme' THEN 'yes' ELSE 'no' END", "declared_on": "DATE '2008-01-01' + CAST(u(i, 'declared') % 6000 AS INTEGER)"}),
    "patient_involvement": (40, {"patient_involvement_id": "'PI' || i", "project_id": _P, "organisation_id": "'O' || i", "kind": "pick(i, 'kind', ['partner', 'advisory', 'committee', 'speaker', 'funder'])", "since_on": _EVENT}),
    "contribution": (672, {"contribution_id": "'M' || i", "project_id": "'P' || (1 + (i - 1) // 6)", "payer": "['eu', 'industry', CASE WHEN ((i - 1) // 6) % 9 = 0 THEN 'associated_partner' ELSE 'other' END][1 + (i - 1) % 3]", "form": "['grant', 'in_kind', 'unspecified'][1 + (i - 1) % 3]", "region": "'unspecified'", "amount": "100000 + CAST(partners(1 + (i - 1) // 6) * 400000 * (0.2 + u(i, 'amount') / 1e6) AS BIGINT)", "currency": "'EUR'", "state": "CASE WHEN (i - 1) % 6 < 3 THEN 'committed' ELSE 'as_published' END", "precision": "'exact'", "valid_on": "CASE WHEN (i - 1) % 6 < 3 THEN started(1 + (i - 1) // 6) ELSE DATE '2019-11-01' END", "label": "'made'"}),
    "stated_total": (200, {"stated_total_id": "'ST' || i", "project_id": _P, "amount": "1000000 + u(i, 'total') * 30", "currency": "'EUR'", "state": "'as_published'", "precision": "'exact'", "valid_on": "'2019-11-01'", "label": "'Total cost'"}),
    "commitment": (25, {"commitment_id": "'CM' || i", "programme_id": "'IMI' || (1 + i % 2)", "payer": "pick(i, 'payer', ['eu', 'industry'])", "form": "'grant'", "amount": "1000000 + u(i, 'commitment') * 30", "currency": "'EUR'", "state": "'planned'", "precision": "'rounded'", "valid_on": "'2014-05'"}),
    "asset": (1000, {"asset_id": "'S' || i", "project_id": _P, "name": "'Asset ' || i", "kind": "pick(i, 'kind', ['biomarker', 'biomarker', 'animal_model', 'in_vitro_model', 'in_silico_model', 'target', 'compound', 'tool', 'tool', 'tool', 'software', 'database', 'biobank', 'cohort', 'standard', 'medicine'])", "count": "CASE WHEN i % 40 = 0 THEN 12 ELSE 1 END", "count_bound": "pick(i, 'bound', ['exact', 'exact', 'lower'])", "access": "pick(i, 'access', ['open', 'on_request', 'fee', 'consortium', 'unknown'])", "created_on": _EVENT}),
    "stage_event": (1100, {"stage_event_id": "'SE' || i", "asset_id": "'S' || (1 + (i - 1) * 10 // 11)", "stage": "pick(i, 'stage', ['candidate', 'developed', 'developed', 'under_validation', 'validated', 'qualified', 'in_use', 'in_use'])", "reached_on": "DATE '2010-01-01' + CAST(u(i, 'reached') % 5400 AS INTEGER)"}),
    "asset_use": (500, {"asset_use_id": "'U' || i", "asset_id": "'S' || (2 * i)", "user_name": "'User ' || u(i, 'user') % 700", "user_group": "partner_group(i)", "is_outside": "yes(i, 'outside')", "use": "'in research'", "used_on": "DATE '2010-01-01' + CAST(u(i, 'used') % 5400 AS INTEGER)"}),
    "trial": (60, {"trial_id": "'TR' || i", "project_id": _P, "registry_number": "'NCT' || lpad(CAST(i AS VARCHAR), 8, '0')", "title": "'Trial ' || i", "count": "1", "count_bound": "'exact'", "planned_enrolment": "20 + u(i, 'planned') % 900", "actual_enrolment": "10 + u(i, 'actual') % 800", "enrolment_bound": "'exact'", "started_on": _EVENT}),
    "trial_status": (120, {"trial_id": "'TR' || (1 + (i - 1) // 2)", "status": "CASE WHEN i % 2 = 1 THEN 'recruiting' ELSE 'completed' END", "status_on": "DATE '2012-01-01' + CAST(i % 2 * -700 + u((i - 1) // 2, 'status') % 4000 + 700 AS INTEGER)"}),
    "trial_site": (300, {"trial_site_id": "'TS' || i", "trial_id": "'TR' || (1 + (i - 1) // 5)", "name": "'Hospital ' || u(i, 'site') % 900", "country": "country(i)"}),
    "network": (10, {"network_id": "'N' || i", "project_id": _P, "name": "'Network ' || i", "founded_on": _EVENT}),
    "site": (400, {"site_id": "'NS' || i", "network_id": "'N' || (1 + (i - 1) // 40)", "name": "'Site ' || i % 53", "country": "country(i)"}),
    "observation": (200, {"observation_id": "'OB' || i", "project_id": _P, "subject_type": "CASE WHEN i % 2 = 0 THEN 'network' ELSE 'asset' END", "subject_id": "CASE WHEN i % 2 = 0 THEN 'N' || (1 + i // 20 % ({k} * 10)) ELSE 'S' || i END", "subject": "'subject ' || i // 2", "measure": "pick(i, 'measure', ['employees', 'publications', 'members', 'sites', 'countries', 'patient_visits', 'catalogue_entries', 'records', 'topics'])", "value": "1 + u(i, 'value') % 500", "bound": "pick(i, 'bound', ['exact', 'lower', 'about'])", "observed_on": _EVENT}),
    "work": (1000, {"work_id": "'W' || i", "doi": "'10.1000/made.' || i", "pmid": "CAST(10000000 + i AS VARCHAR)", "title": "'Work ' || i", "work_type": "pick(i, 'type', ['article', 'article', 'article', 'article', 'review', 'conference_paper', 'preprint'])", "journal": "'Journal ' || u(i, 'journal') % 300", "issn": "lpad(CAST(1000 + u(i, 'journal') % 300 AS VARCHAR), 4, '0') || '-0000'", "open_access": "pick(i, 'open', ['gold', 'green', 'hybrid', 'closed', 'closed', 'unknown'])", "published_on": _EVENT}),
    "project_work": (1100, {"project_id": "'P' || next_in_block(of_block(1 + (i - 1) % ({k} * 1000), 1000, 'project'), (i - 1) // ({k} * 1000))", "work_id": "'W' || (1 + (i - 1) % ({k} * 1000))", "found_by": "pick(i, 'found', ['reported', 'grant_number', 'affiliation'])"}),
    "authorship": (3000, {"authorship_id": "'AU' || i", "work_id": "'W' || (1 + (i - 1) // 3)", "position": "1 + (i - 1) % 3", "organisation_id": f"'O' || (1 + u(i, 'by') % ({{k}} * {ORGANISATIONS}))", "sector": "partner_group(i)", "country": "country(i)"}),
    "citation_count": (2000, {"work_id": "'W' || (1 + (i - 1) // 2)", "database": "'made index'", "citations": "CAST(200 * pow(u(i, 'cited') / 1e6, 6) AS BIGINT)", "census_on": "CASE WHEN i % 2 = 0 THEN '2016-06-30' ELSE '2020-06-30' END"}),
    "journal_rank": (40, {"issn": "lpad(CAST(1000 + (i - 1) % 300 AS VARCHAR), 4, '0') || '-0000'", "category": "'Category ' || (i - 1) // 300 % 700", "year": "2014 + (i - 1) // 210000", "rank": "1 + i % 60", "journals": "60", "list_name": "'made list'"}),
    "regulatory_procedure": (20, {"regulatory_procedure_id": "'RP' || i", "project_id": _P, "asset_id": "'S' || i", "authority": "pick(i, 'authority', ['ema', 'ema', 'fda'])", "kind": "pick(i, 'kind', ['qualification_advice', 'qualification_opinion', 'letter_of_support', 'marketing_authorisation'])", "outcome": "pick(i, 'outcome', ['given', 'positive', 'pending'])", "is_confidential": "yes(i, 'confidential')", "title": "'Procedure ' || i", "decided_on": _EVENT}),
    "policy_citation": (20, {"policy_citation_id": "'PC' || i", "project_id": _P, "asset_id": "'S' || i", "kind": "pick(i, 'kind', ['guideline', 'concept_paper', 'legislation', 'review'])", "issued_by": "'EMA'", "title": "'Guideline ' || i", "cited_on": _EVENT}),
    "exploitation_event": (60, {"exploitation_event_id": "'EE' || i", "project_id": _P, "organisation_id": "'O' || i", "kind": "pick(i, 'kind', ['spin_off', 'trademark', 'licence', 'patent_application', 'patent_application', 'commercialisation', 'industry_implementation', 'sustainability_plan', 'deal'])", "name": "'Event ' || i", "family": "'family ' || i // 2", "count": "1", "count_bound": "'exact'", "happened_on": _EVENT}),
    "employment": (150, {"employment_id": "'EM' || i", "project_id": _P, "organisation_id": "'O' || i", "post_type": "pick(i, 'post', ['research', 'technical', 'administrative'])", "fte": "(1 + u(i, 'fte') % 80) / 4", "head_count": "1 + u(i, 'fte') % 25", "start_on": _EVENT}),
    "course": (15, {"course_id": "'CO' || i", "project_id": _P, "title": "'Course ' || i", "count": "1", "count_bound": "'exact'", "opened_on": _EVENT}),
    "cohort": (60, {"cohort_id": "'CH' || i", "course_id": "'CO' || (1 + (i - 1) // 4)", "sector": "['academic', 'industry', 'sme', 'regulator'][1 + (i - 1) % 4]", "learners": "5 + u(i, 'learners') % 40", "continuing": "u(i, 'continuing') % 5", "count_bound": "'exact'", "began_on": "DATE '2010-01-01' + CAST(u(i, 'began') % 5400 AS INTEGER)"}),
    "award": (10, {"award_id": "'AW' || i", "project_id": _P, "name": "'Award ' || i", "awarded_on": _EVENT}),
    "effect": (12, {"effect_id": "'EF' || i", "project_id": _P, "tile": "pick(i, 'tile', ['new_models', 'standards', 'industry_use', 'regulatory_impact', 'medical_practice'])", "description": "'Effect ' || i", "country": "country(i)", "happened_on": _EVENT}),
    "document": (DOCUMENTS, {"document_key": "'D' || i", "title": "'Document ' || i", "publisher": "'Made'", "url": "'https://example.org/' || i", "printed_on": "DATE '2009-01-01' + CAST(u(i, 'printed') % 5800 AS INTEGER)", "seen_on": "'2024-12-31'"}),
    "link": (280, {"link_id": "'L' || i", "from_type": "'asset'", "from_id": "'S' || (2 * i)", "to_type": "'asset_use'", "to_id": "'U' || i", "relation": "pick(i, 'relation', ['led_to', 'used_by', 'supported'])", "claim": "pick(i, 'claim', ['necessary', 'accelerated', 'not_stated'])", "stated_by": "pick(i, 'by', ['user', 'funder', 'project', 'press'])", "happened_on": _EVENT}),
    "story": (30, {"story_id": "'Y' || i", "title": "'Story ' || i", "project_id": _P, "organisation_id": "'O' || i", "tile": "pick(i, 'tile', ['new_models', 'standards', 'industry_use'])", "summary": "'A made story.'", "told_on": _EVENT}),
    "story_link": (120, {"story_id": "'Y' || (1 + (i - 1) // 4)", "position": "1 + (i - 1) % 4", "link_id": "'L' || (1 + (i - 1) * 2)"}),
    "published_figure": (300, {"published_figure_id": "'F' || i", "quotation": "'a made number of teams'", "indicator": "pick(i, 'indicator', ['teams', 'public_funding', 'assets'])", "scope": "'project=P' || (1 + u(i, 'scope') % ({k} * 112))", "comparator": "'ge'", "value": "1 + u(i, 'value') % 90", "unit": "'made'", "printed": "CAST(1 + u(i, 'value') % 90 AS VARCHAR) || '+'", "as_of": "'2016-06'"}),
    "coverage": (150, {"record_type": "['participation', 'asset', 'contribution'][1 + i % 3]", "scope_key": "'project'", "scope_value": "'P' || (1 + i // 3)", "level": "pick(i, 'level', ['complete', 'partial'])", "reason": "'Made.'"}),
}  # fmt: skip
"""record type → (rows at k = 1, column → SQL over the row's number `i`); `{k}` and `{per}` (rows at k = 1) are filled in."""

FIXED: dict[str, tuple[int, dict[str, str]]] = {
    "programme": (2, {"programme_id": "'IMI' || i", "name": "'Made programme ' || i", "start_on": "'2008-01-01'", "end_on": "'2024-12-31'"}),
    "area": (AREAS, {"area_id": "'A' || i", "name": "'Area ' || i"}),
    "exchange_rate": (40, {"currency": "pick(i, 'currency', ['USD', 'GBP', 'CHF'])", "rate": "'0.' || (70 + i)", "rate_on": "DATE '2014-01-01' + CAST(i AS INTEGER)"}),
    "external_value": (4, {"external_value_id": "'X' || i", "name": "'Constant ' || i", "value": "i", "unit": "'years'", "valid_on": "'2011'"}),
    "assumption": (1, {"assumption_id": "'jobs_multiplier'", "name": "'Jobs in the economy for one job'", "low": "'3'", "high": "'5.7'", "unit": "'jobs'", "distribution": "'uniform'", "valid_on": "'2011'"}),
    "target": (10, {"target_id": "'G' || i", "framework": "'made'", "indicator": "'assets'", "scope": "'programme=IMI2'", "wording": "'Assets'", "wording_state": "'seen'", "baseline": "'0'", "target": "i * 10", "due_on": "'2024'"}),
}  # fmt: skip
"""Record types that do not become more numerous in a larger programme."""

_PARTICIPATIONS = f"""
CREATE TABLE teams AS
SELECT row_number() OVER (ORDER BY p, n) AS i, p, o, n, partner_group(o) AS g FROM (
    SELECT p, 1 + CAST(floor({{k}} * {ORGANISATIONS} * pow(u(p * 1000 + n, 'who') / 1e6, 1.8)) AS BIGINT) AS o, min(n) AS n
    FROM (SELECT p, unnest(range(partners(p))) AS n FROM range(1, {{k}} * {PROJECTS} + 1) AS t(p)) GROUP BY ALL)
"""
_TEAM_COLUMNS = {"participation_id": "'Q' || i", "project_id": "'P' || p", "organisation_id": "'O' || o", "partner_group": "g", "group_basis": "'made'", "role": "CASE n WHEN 0 THEN 'coordinator' WHEN 1 THEN 'lead' ELSE 'participant' END", "joined_on": "CASE WHEN u(i, 'late') % 10 = 0 THEN CAST(started(p) + 200 AS VARCHAR) END", "left_on": "CASE WHEN u(i, 'left') % 25 = 0 THEN CAST(started(p) + 900 AS VARCHAR) END", "has_left": "'no'", "head_count": "1 + u(i, 'heads') % 9", "fte": "(1 + u(i, 'heads') % 30) / 4"}  # fmt: skip
_SHARE_COLUMNS = {"allocation_id": "'G' || i", "project_id": "'P' || p", "participation_id": "'Q' || i", "amount": "20000 + u(i, 'share') * 2", "currency": "'EUR'", "state": "'as_published'", "precision": "'exact'", "valid_on": "'2019-11-01'"}  # fmt: skip


def make(folder: Path, k: int) -> int:
    """Write the programme of k times the size into `folder` (settings and records); the number of rows written."""
    records = folder / "records"
    records.mkdir(parents=True)
    (folder / "programme.toml").write_text('name = "Made"\n\n[[source]]\nid = "workbook"\npath = "records"\n', "utf-8")
    with duckdb.connect() as con:
        for macro in _MACROS:
            con.execute(f"CREATE MACRO {macro}")
        con.execute(_PARTICIPATIONS.format(k=k))
        pieces = {
            "participation": ("teams ORDER BY i", _TEAM_COLUMNS, 1),
            "allocation": ("teams WHERE g <> 'industry' ORDER BY i", _SHARE_COLUMNS, 1),
        }
        for table, (per, columns) in FIXED.items():
            pieces[table] = (f"range(1, {per + 1}) AS t(i)", columns, per)
        for table, (per, columns) in TABLES.items():
            pieces[table] = (f"range(1, {per * k + 1}) AS t(i)", columns, per)
        return sum(
            _write(con, records / f"{t}.csv", rows, columns, k, per) for t, (rows, columns, per) in pieces.items()
        )


def _write(con: duckdb.DuckDBPyConnection, path: Path, rows: str, columns: dict[str, str], k: int, per: int) -> int:
    """Every record also names its document and how strong the support is."""
    provenance = {
        "document_id": f"'D' || (1 + u(i, 'document') % {DOCUMENTS * k})",
        "grade": "pick(i, 'grade', ['claimed', 'documented', 'documented', 'independent', 'registry'])",
    }
    whole = columns | ({} if path.stem == "document" else provenance)
    listed = ", ".join(f'{sql.format(k=k, per=per)} AS "{name}"' for name, sql in whole.items())
    found = con.execute(f"COPY (SELECT {listed} FROM {rows}) TO '{path}' (HEADER)").fetchone()
    return found[0] if found else 0

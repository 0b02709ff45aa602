"""The code lists: every value a coded column may hold, with the words a reader sees.

A list is closed. A value outside it is refused with the list of those inside; nothing falls into a default.
Countries stand in `countries.py`.
"""

from benchside.model.countries import COUNTRIES

CODES: dict[str, dict[str, str]] = {
    "country": COUNTRIES,
    "evidence_grade": {
        "claimed": "stated by somebody who gains from it, or anecdotal",
        "documented": "a document of the project or the funder shows it",
        "independent": "somebody outside the partnership confirms it",
        "registry": "a public register holds it",
    },
    "partner_group": {
        "academic": "universities, research organisations, public bodies, non-profit research",
        "industry": "large companies that give in kind (EFPIA members and other companies)",
        "sme": "small and medium-sized enterprises",
        "patient_organisation": "patient organisations",
        "regulator": "medicines regulators and health technology assessment bodies",
        "other": "none of the groups above",
        "unknown": "the source does not say",
    },
    "partner_role": {
        "coordinator": "coordinates the project",
        "lead": "leads for its group, as the industry lead or the managing entity",
        "participant": "takes part as a partner",
        "adviser": "advises without being a partner",
        "associated_partner": "contributes without public money",
        "third_party": "works for a partner",
    },
    "payer": {
        "eu": "the European Union",
        "industry": "pharmaceutical industry (EFPIA members)",
        "associated_partner": "associated partners of the programme",
        "beneficiary": "the beneficiaries' own money",
        "other": "money that is neither public, nor industry in kind, nor an associated partner's",
    },
    "money_form": {"grant": "a grant", "in_kind": "a contribution in kind", "cash": "cash", "unspecified": "not said"},
    "money_region": {"eu": "spent in the EU or an associated country", "non_eu": "spent elsewhere", "unspecified": "not said"},
    "money_state": {
        "planned": "foreseen in the call, before a project existed",
        "announced": "announced when the project was launched",
        "committed": "in the signed agreement",
        "reported": "reported by the partner",
        "certified": "certified by an auditor",
        "accepted": "accepted by the programme office",
        "as_published": "in a table of amounts on the project's public fact sheet",
        "registry": "in a public project register",
        "stated": "said later by a partner, the funder or the press",
    },
    "precision": {"exact": "to the unit printed", "rounded": "rounded by the source"},
    "bound": {
        "exact": "exactly this many", "lower": "more than this, or this as a lower bound",
        "upper": "up to this many", "about": "about this many",
    },
    "currency": {"EUR": "euro", "USD": "US dollar", "GBP": "pound sterling", "CHF": "Swiss franc"},
    "action_type": {"ria": "research and innovation action", "csa": "coordination and support action", "other": "another type"},
    "amended_field": {"start_on": "start", "end_on": "end"},
    "area_basis": {
        "stated": "a source says so",
        "subject": "by the project's title and subject",
        "sum_matched": "because the sum of its amounts matched the printed figure",
    },
    "asset_kind": {
        "biomarker": "biomarker or patient subtype", "animal_model": "animal model", "in_vitro_model": "in vitro model",
        "in_silico_model": "in silico model", "model": "model, sort not stated", "target": "drug target",
        "compound": "compound, hit or compound collection", "tool": "tool or method", "imaging": "imaging technique",
        "software": "software, platform or app", "database": "database or data set", "biobank": "biobank, samples or cell bank",
        "cohort": "cohort or registry", "standard": "standard, guideline, definition or recommendation",
        "medicine": "medicine, vaccine or diagnostic", "taxonomy": "taxonomy or stratification of a disease",
        "network": "network", "training": "training programme", "body": "organisation set up to carry results on", "other": "another result",
    },
    "asset_stage": {
        "planned": "intended", "candidate": "identified", "developed": "developed", "under_validation": "under validation",
        "validated": "validated", "standardised": "standardised", "qualified": "accepted by a regulator for a stated use",
        "in_use": "in use", "withdrawn": "given up",
    },
    "access": {
        "open": "open to anybody", "on_request": "open on request", "fee": "open for a fee",
        "consortium": "partners only", "unknown": "not said",
    },
    "trial_status": {
        "planned": "planned", "recruiting": "recruiting", "ongoing": "ongoing", "completed": "completed",
        "terminated": "stopped early", "withdrawn": "never begun", "unknown": "not said",
    },
    "authority": {
        "ema": "European Medicines Agency", "fda": "US Food and Drug Administration", "pmda": "Japan's PMDA",
        "who": "World Health Organization", "ec": "European Commission", "hta": "a health technology assessment body",
        "national": "a national authority", "ich": "International Council for Harmonisation", "other": "another authority",
    },
    "procedure_kind": {
        "qualification_advice": "qualification advice", "qualification_opinion": "qualification opinion",
        "letter_of_support": "letter of support", "scientific_advice": "scientific advice or briefing meeting",
        "marketing_authorisation": "marketing authorisation", "prequalification": "WHO prequalification",
        "submission": "submission of evidence", "review": "review by the authority", "legislation": "legislation", "other": "another step",
    },
    "procedure_outcome": {
        "requested": "requested", "given": "advice or support given", "positive": "positive or accepted",
        "negative": "negative", "withdrawn": "withdrawn", "pending": "pending",
    },
    "policy_citation_kind": {
        "guideline": "clinical guideline", "concept_paper": "concept paper", "legislation": "legislation",
        "review": "systematic or clinical review", "recommendation": "recommendation", "other": "another policy document",
    },
    "exploitation_kind": {
        "spin_off": "spin-off", "trademark": "trademark", "licence": "licence", "patent_application": "patent application",
        "patent_granted": "patent granted", "commercialisation": "commercialisation",
        "industry_implementation": "implementation by industry", "sustainability_plan": "sustainability plan",
        "deal": "deal or joint company", "affiliate": "new affiliate",
    },
    "post_type": {"research": "research post", "technical": "technical post", "administrative": "administrative post", "other": "another or not said"},
    "learner_sector": {
        "academic": "universities and research organisations", "industry": "pharmaceutical companies", "sme": "small companies",
        "patient": "patients and their organisations", "regulator": "regulators", "other": "others", "all": "all sectors together",
    },
    "involvement_kind": {
        "partner": "partner in the project", "advisory": "advisory board or patient input platform",
        "committee": "committee of the programme", "speaker": "speaker or panellist", "funder": "gives money or resources",
    },
    "measure": {
        "employees": "employees", "publications": "publications", "members": "members", "countries": "countries", "sites": "sites",
        "patient_visits": "patient visits a year", "catalogue_entries": "entries of a catalogue", "records": "records of a data set",
        "medicines": "medicines covered", "participants": "participants of a cohort or study", "samples": "samples",
        "users": "users", "compounds": "compounds", "topics": "topics of a course", "partners": "partners", "projects": "projects",
        "people": "people", "deliverables": "deliverables", "experts": "experts", "laboratories": "laboratories",
        "hospitals": "hospitals", "other": "another measure",
    },
    "work_type": {
        "article": "article", "review": "review", "conference_paper": "conference paper", "book": "book", "book_chapter": "book chapter",
        "preprint": "preprint", "dataset": "data set", "report": "report", "other": "another type",
    },
    "open_access": {"gold": "gold", "green": "green", "hybrid": "hybrid", "bronze": "bronze", "closed": "closed", "unknown": "not said"},
    "found_by": {
        "reported": "reported by the project", "grant_number": "grant number acknowledged", "affiliation": "authors' addresses",
        "title": "title", "doi": "identifier", "funder": "funder acknowledged",
    },
    "link_relation": {
        "funded": "funded", "took_part": "took part", "produced": "produced", "led_to": "led to",
        "used_by": "was used by", "supported": "supported", "continued_as": "continued as", "had_effect": "had the effect",
    },
    "contribution_claim": {
        "necessary": "would not have happened without it", "accelerated": "happened sooner", "scaled": "became larger",
        "would_have_happened": "would have happened anyway", "not_stated": "nobody says",
    },
    "stated_by": {
        "user": "the user", "funder": "the funder", "project": "the project", "follow_on": "a follow-on body or project",
        "press": "the press", "commission": "the European Commission", "programme": "another programme", "benchside": "read off the records",
    },
    "outcome_tile": {
        "new_models": "new models developed and published", "better_science": "better science, evidence-based decisions",
        "standards": "setting new standards", "industry_use": "use by industry", "regulatory_impact": "impact on the regulatory framework",
        "medical_practice": "better drugs and impact on medical practice",
    },
    "comparator": {
        "eq": "is", "ge": "at least", "gt": "more than", "le": "at most", "lt": "less than", "approx": "about", "range": "from to",
    },
    "coverage_level": {"complete": "all records are there", "partial": "some records are there", "none": "no records are there"},
    "scope_key": {
        "programme": "programme", "project": "project", "call": "call", "area": "area", "all": "everything",
    },
    "distribution": {"uniform": "uniform between low and high", "triangular": "triangular with its peak at the central value", "point": "one value"},
    "priority_scheme": {"who_2013": "WHO priority medicines for Europe and the world, 2013 update", "sdg": "sustainable development goals"},
}
"""code list → code → what a reader sees."""

ASSET_STAGE_ORDER = (
    "planned", "candidate", "developed", "under_validation", "validated", "standardised", "qualified", "in_use", "withdrawn",
)
"""The stages in the order in which an asset passes them; `withdrawn` ends the passage from any of them."""

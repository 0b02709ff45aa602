"""The words of Gateway to Research and what stands for them in the model: the written table of its outcome types.

A word that is not here is refused and told; none falls into a default. An empty dictionary value means that the outcome stays
an outcome and makes no further record, because the word claims no more than that something took place.
"""

SECTORS = {
    "Academic/University": "academic",
    "Public": "public",
    "Private": "private",
    "Charity/Non Profit": "charity",
    "Hospitals": "hospital",
    "Learned Society": "learned_society",
    "Multiple": "multiple",
}
"""Sector of a partner or funder → sector of an outcome."""

STAGES = {
    "Initial development": "initial_development",
    "Refinement. Non-clinical": "refinement_non_clinical",
    "Refinement. Clinical": "refinement_clinical",
    "Early clinical assessment": "early_clinical_assessment",
    "Late clinical evaluation": "late_clinical_evaluation",
    "Market authorisation": "market_authorisation",
    "Small-scale adoption": "small_scale_adoption",
    "Wide-scale adoption": "wide_scale_adoption",
}
"""Stage of a product → the same as a code."""

STAGES_OF_ASSET = {
    "initial_development": "candidate",
    "refinement_non_clinical": "developed",
    "refinement_clinical": "under_validation",
    "early_clinical_assessment": "under_validation",
    "late_clinical_evaluation": "under_validation",
    "market_authorisation": "qualified",
    "small_scale_adoption": "in_use",
    "wide_scale_adoption": "in_use",
}
"""Stage of a product → stage of an asset. No stage says `validated`: that a clinical stage was completed says nothing of its result."""

STATUSES = (
    "Under active development/distribution",
    "Under active development_distribution",
    "Actively seeking support",
    "On hold",
    "Closed",
)
"""States of a product's development. None is taken: `Closed` may mean given up or finished."""

PRODUCTS = {
    "Diagnostic Tool - Imaging": "imaging",
    "Diagnostic Tool - Non-Imaging": "medicine",
    "Therapeutic Intervention - Drug": "medicine",
    "Therapeutic Intervention - Vaccines": "medicine",
    "Therapeutic Intervention - Cellular and gene therapies": "medicine",
    "Therapeutic Intervention - Medical Devices": "tool",
    "Support Tool - For Fundamental Research": "tool",
    "Support Tool - For Medical Intervention": "tool",
    "Therapeutic Intervention - Psychological/Behavioural": "other",
    "Therapeutic Intervention - Physical": "other",
    "Therapeutic Intervention - Surgery": "other",
    "Therapeutic Intervention - Radiotherapy": "other",
    "Therapeutic Intervention - Complementary": "other",
    "Preventative Intervention - Behavioural risk modification": "other",
    "Preventative Intervention - Nutrition and Chemoprevention": "other",
    "Preventative Intervention - Physical/Biological risk modification": "other",
    "Management of Diseases and Conditions": "other",
    "Health and Social Care Services": "other",
    "Products with applications outside of medicine": "other",
}
"""Type of a product or intervention → kind of asset."""

MATERIALS = {
    "Technology assay or reagent": "tool",
    "Antibody": "tool",
    "Physiological assessment or outcome measure": "tool",
    "Data analysis technique": "tool",
    "Biological samples": "biobank",
    "Cell line": "in_vitro_model",
    "Model of mechanisms or symptoms - in vitro": "in_vitro_model",
    "Model of mechanisms or symptoms - mammalian in vivo": "animal_model",
    "Model of mechanisms or symptoms - non-mammalian in vivo": "animal_model",
    "Model of mechanisms or symptoms - human": "model",
    "Database/Collection of Data/Biological Samples": "database",
    "Improvements to research infrastructure": "other",
}
"""Type of a research tool or material → kind of asset."""

DATABASES = {
    "Database/Collection of data": "database",
    "Computer model/algorithm": "in_silico_model",
    "Data analysis technique": "tool",
    "Data handling & control": "tool",
}
"""Type of a database or model → kind of asset."""

SOFTWARE = {
    "Software": "software",
    "Webtool/Application": "software",
    "e-Business Platform": "software",
    "Grid Application": "software",
    "New/Improved Technique/Technology": "tool",
    "Physical Model/Kit": "tool",
    "Detection Devices": "tool",
    "Systems, Materials & Instrumental Engineering": "tool",
    "New Material/Compound": "compound",
}
"""Type of a software or technical product → kind of asset."""

PROTECTION = {
    "Patent application published": "patent_application",
    "Patent granted": "patent_granted",
    "Trade Mark": "trademark",
    "Copyrighted (e.g. software)": "",
    "Protection not required": "",
}
"""Protection of an intellectual property → kind of exploitation event."""

LICENSED = {"Yes": True, "No": False, "Commercial In Confidence": None}
"""Was it licensed? A confidential answer is none."""

POLICY = {
    "Citation in clinical guidelines": "guideline",
    "Citation in clinical reviews": "review",
    "Citation in systematic reviews": "review",
    "Citation in other policy documents": "other",
    "Implementation circular/rapid advice/letter to e.g. Ministry of Health": "recommendation",
    "Influenced training of practitioners or researchers": "",
    "Participation in advisory committee": "",
    "Participation in a national consultation": "",
    "Gave evidence to a government review": "",
    "Membership of a guidance committee": "",
    "Membership of a guideline committee": "",
}
"""Type of influence on policy → kind of mention in a policy document. That somebody sat on a committee is no mention."""

FORMS = (
    "A talk or presentation",
    "Participation in an activity, workshop or similar",
    "A magazine, newsletter or online publication",
    "A press release, press conference or response to a media enquiry/interview",
    "A formal working group, expert panel or dialogue",
    "Participation in an open day or visit at my research institution",
    "Engagement focused website, blog or social media channel",
    "A broadcast e.g. TV/radio/film/podcast (other than news/press)",
    "Scientific meeting (conference/symposium etc.)",
)
"""Forms of engagement."""

ARTISTIC = (
    "Artefact (including digital)",
    "Artistic/Creative Exhibition",
    "Artwork",
    "Composition/Score",
    "Creative Writing",
    "Film/Video/Animation",
    "Image",
    "Performance (Music, Dance, Drama, etc)",
)
"""Types of artistic and creative products."""

SPELLINGS = {
    "Participation in a advisory committee": "Participation in advisory committee",
    "A formal working group, expert panel or similar": "A formal working group, expert panel or dialogue",
    "software": "Software",
    "Therapeutic Intervention - Psychological_Behavioural": "Therapeutic Intervention - Psychological/Behavioural",
    "Preventative Intervention - Physical_Biological risk modification": "Preventative Intervention - Physical/Biological risk modification",
}
"""Spellings of one word that differ between years of reporting."""

FUNDERS = {
    "AHRC": "Arts and Humanities Research Council",
    "BBSRC": "Biotechnology and Biological Sciences Research Council",
    "EPSRC": "Engineering and Physical Sciences Research Council",
    "ESRC": "Economic and Social Research Council",
    "Innovate UK": "Innovate UK",
    "MRC": "Medical Research Council",
    "NC3Rs": "National Centre for the Replacement, Refinement and Reduction of Animals in Research",
    "NERC": "Natural Environment Research Council",
    "STFC": "Science and Technology Facilities Council",
    "UKRI": "UK Research and Innovation",
}
"""Funders by their acronym: the grants of a funder are a programme."""

FUND_TYPES = ("INCOME_ACTUAL", "SUPPLEMENTARY_UNIT_AWARDS", "EXPENDITURE_ACTUAL", "OFFER_GRANT")
"""Sorts of a grant's value."""

"""ClinicalTrials.gov, the register of clinical studies of the US National Library of Medicine."""

"""Crossref, where publishers register works and funders register grants."""

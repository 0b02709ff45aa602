"""Regulators, guidelines, laws."""

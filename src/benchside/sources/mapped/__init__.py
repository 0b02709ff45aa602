"""Spreadsheets of anybody, read by a mapping that says which column feeds which field."""

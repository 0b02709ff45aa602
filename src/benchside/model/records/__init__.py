"""The record types, one file for each family; `RECORD_TYPES` gathers them by name."""

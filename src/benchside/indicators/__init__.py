"""The indicators, one file each in a folder for each family; each is a weighted list of evidence.

No clock, no network, no engine: an indicator receives named tables and returns an expression.
"""

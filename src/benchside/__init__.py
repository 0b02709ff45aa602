"""Benchside: the evidence of research partnerships, as figures that open down to their records."""

__version__ = "0.1.0"

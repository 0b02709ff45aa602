"""Asking an indicator; how a number is printed and read; published figures and the check."""

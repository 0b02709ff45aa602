"""Exploitation, jobs, firms."""

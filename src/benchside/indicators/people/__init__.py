"""Learners and courses."""

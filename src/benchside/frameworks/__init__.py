"""Frameworks of others as data: what they ask for, and what the records of a programme give for it."""

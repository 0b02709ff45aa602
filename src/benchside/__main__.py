"""`python -m benchside` is the command `benchside`."""

from benchside.cli import run

run()

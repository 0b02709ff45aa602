"""The command line: a contract that people script. Each command is a file; here they are bound together."""

import sys

import typer

from benchside.cli import (
    ask,
    changes,
    compare,
    fetch,
    frameworks,
    give,
    make,
    match,
    multipliers,
    network,
    partners,
    pathways,
    view,
)  # fmt: skip
from benchside.cli.corpus import corpus_app
from benchside.errors import BenchsideError

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="The evidence of research partnerships, as figures that open down to their records.",
)  # fmt: skip
for command in (
    make.demo, make.new, fetch.fetch, make.build, changes.changes, ask.figures, ask.explain, ask.check, view.report, match.match, give.export,
    network.network, partners.partners, pathways.pathways, frameworks.frameworks,
    compare.compare, multipliers.multipliers,
):  # fmt: skip
    app.command()(command)
app.add_typer(corpus_app, name="corpus")


def run() -> None:
    """Run a command; what the user can mend is one message on the error stream and an exit code, without a traceback."""
    try:
        app()
    except BenchsideError as error:
        print(f"benchside: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except OSError as error:
        if error.filename is None:
            raise
        print(
            f"benchside: {error.filename}: {error.strerror}. Check that the place exists and may be read and written.",
            file=sys.stderr,
        )
        sys.exit(3)

# `make demo` and `make test` do all the set-up on a machine that has only python3 and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test test-all check-style docs bench clean

demo: $(STAMP)
	$(BIN)/benchside demo

test: $(STAMP)
	$(BIN)/python -m pytest -n auto -m "not slow" -rs

test-all: $(STAMP)
	$(BIN)/python -m pytest -n auto

check-style: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright

docs: $(STAMP)
	$(BIN)/python docs/generate.py
	$(BIN)/python -m benchside.corpus.kept

bench: $(STAMP)
	$(BIN)/python benchmarks/build.py

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Benchside needs Python 3.11 or later, this is " + sys.version.split()[0])'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(STAMP)

clean:
	rm -rf $(VENV) out build

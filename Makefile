# make demo and make check do all the set-up on a machine with Python 3.11 and make.

PYTHON ?= python3.11
VENV = .venv
BIN = $(VENV)/bin

.PHONY: demo check lint types test bench templates examples clean

demo: $(VENV)/.installed
	rm -rf build/demo
	$(BIN)/perfeval demo build/demo

check: lint types test

lint: $(VENV)/.developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.developed
	$(BIN)/mypy

test: $(VENV)/.developed
	$(BIN)/pytest -n auto

bench: $(VENV)/.developed
	$(BIN)/python bench/run.py

templates: $(VENV)/.developed
	$(BIN)/python templates/build.py

examples: $(VENV)/.developed
	$(BIN)/python examples/build.py examples/tambon-2568-1
	$(BIN)/python examples/build.py examples/municipal-official-2558-2568-1
	$(BIN)/python examples/build.py examples/civil-service-2552-2560-2
	$(BIN)/python examples/build.py examples/tambon-official-2559-2568-1
	$(BIN)/python examples/build.py examples/tambon-contract-2560-2568-1
	$(BIN)/python examples/marked.py examples/municipal-2545-2568-1

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.developed: pyproject.toml requirements-dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache

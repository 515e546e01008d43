# The daily commands. `make` alone lists them.
PYTHON ?= .venv/bin/python
BIN := $(dir $(PYTHON))

.PHONY: help setup test quick lint types layers check floors speed tour

help:      ## this list
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*## */\t/' | expand -t 12

setup:     ## a virtual environment with everything the tests need
	python3 -m venv .venv && .venv/bin/pip install -e '.[test]'

test:      ## all tests
	$(PYTHON) -m pytest

quick:     ## the tests of one room: make quick ROOM=find
	$(PYTHON) -m pytest tests/$(ROOM) -x

lint:      ## ruff
	$(BIN)ruff check .

types:     ## mypy --strict over src/
	$(PYTHON) -m mypy

layers:    ## imports go only downward through the rooms
	$(BIN)lint-imports

check: lint types layers   ## the three above

floors:    ## every benchmark against its pinned floor
	.ci/floors $(PYTHON)

speed:     ## reading against bare spaCy
	$(PYTHON) benchmarks/speed.py

tour:      ## eight dispatches, one story
	$(BIN)legation tour

# What a person can do here. `make help` lists it.
.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
# Kept bytecode halves the time in which tests are found and the program under test begins.
unexport PYTHONDONTWRITEBYTECODE
# Of all tests three run at a time on two cores: a fourth of the time of the long ones is waiting for somebody's clock.
STAMPS := $(VENV)/.stamps
CATALOGUES := $(shell find src -name '*.po' 2>/dev/null)
SEED := $(or $(SEED),$(shell od -An -N4 -tu4 /dev/urandom | tr -d ' '))
UV_COMPILE = $(BIN)/python -m uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header

.PHONY: help install demo test check sweep mutate bench locks messages pictures clean

help: ## list what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(STAMPS)/package ## make .venv with all that running needs
	@echo "Ready: $(BIN)/kulturspejl --help"

demo: $(STAMPS)/package ## load the demo organisation, say where to look, serve it
	@$(BIN)/kulturspejl demo $(ARGS)

test: $(STAMPS)/tests $(STAMPS)/chromium ## run every check and every test
	@$(BIN)/python scripts/checks.py
	@$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder $(ARGS)

check: $(STAMPS)/tests ## the fast part: style, types, floors, quick tests
	@$(BIN)/python scripts/checks.py
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile -m "not browser and not postgres and not slow" $(ARGS)

sweep: $(STAMPS)/tests ## the big variants: races, replays, generated histories; SEED=… tries the same again
	@echo "Seed $(SEED)"
	@KULTURSPEJL_TEST_SEED=$(SEED) $(BIN)/python -m pytest -q -n 2 --dist worksteal -m sweep --hypothesis-seed=$(SEED) $(ARGS)

mutate: $(STAMPS)/tests ## one slip of the hand in core at a time: which do its tests not notice?
	@$(BIN)/python scripts/mutate.py $(ARGS)

bench: $(STAMPS)/tests ## measure speed and honesty, see benchmarks/
	@$(BIN)/python -m benchmarks $(ARGS)

locks: $(STAMPS)/venv ## make requirements/*.txt anew from requirements/*.in
	@$(BIN)/python -m pip install --quiet uv
	@$(UV_COMPILE) --upgrade requirements/test.in -o requirements/test.txt
	@$(UV_COMPILE) --upgrade -c requirements/test.txt requirements/run.in -o requirements/run.txt
	@$(UV_COMPILE) --upgrade -c requirements/test.txt requirements/build.in -o requirements/build.txt

messages: $(STAMPS)/package ## add new texts to each room's Danish catalogue
	@$(BIN)/python scripts/messages.py

pictures: $(STAMPS)/tests $(STAMPS)/chromium ## take docs/pictures anew from a demo
	@$(BIN)/python scripts/pictures.py
	@$(BIN)/python scripts/day_pictures.py
	@$(BIN)/python scripts/course_pictures.py
	@$(BIN)/python scripts/exercise_pictures.py

clean: ## remove .venv and everything that was made by running and testing
	rm -rf $(VENV) build dist test-results .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests -name '__pycache__' -prune -exec rm -rf {} +
	find src -name '*.mo' -delete

$(STAMPS)/venv: scripts/venv.sh
	@PYTHON="$(PYTHON)" sh scripts/venv.sh $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/requirements: $(STAMPS)/venv requirements/run.txt requirements/build.txt
	@sh scripts/pip.sh $(VENV) -r requirements/run.txt -r requirements/build.txt
	@touch $@

$(STAMPS)/catalogues: $(STAMPS)/requirements $(CATALOGUES) hatch_build.py
	@$(BIN)/python hatch_build.py
	@touch $@

$(STAMPS)/package: $(STAMPS)/requirements $(STAMPS)/catalogues pyproject.toml requirements/run.in
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-build-isolation --no-deps -e .
	@touch $@

$(STAMPS)/tests: $(STAMPS)/package requirements/test.txt
	@sh scripts/pip.sh $(VENV) -r requirements/test.txt
	@touch $@

$(STAMPS)/chromium: $(STAMPS)/tests scripts/chromium.sh
	@sh scripts/chromium.sh install > $@.new && mv $@.new $@

# `make` alone lists what there is.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?= python3
BIN := .venv/bin
# Empty, only the torch backend is installed: make BACKENDS= serve
BACKENDS ?= backends
ADDRESS ?= 127.0.0.1:8000
REQUIREMENTS := $(wildcard requirements/*.txt)
FORMS := $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
export NO_MKDOCS_2_WARNING := 1

.PHONY: help install serve site offline run new quick bench upgrade test browser tools lint types links check bench-build bench-site clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: .venv/installed ## create .venv with the pinned packages

.venv/installed: $(REQUIREMENTS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo '$(PYTHON) is older than 3.11; name a newer one: make PYTHON=python3.11'; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --disable-pip-version-check -r requirements/dev.txt $(BACKENDS:%=-r requirements/%.txt)
	touch $@

serve: install ## serve the site; what you save is run and shown
	$(BIN)/python -m scripts serve --address $(ADDRESS)

site: run ## the same without serving: the site is in site/
	$(BIN)/python -m scripts publish
	$(BIN)/python -m scripts addresses

offline: run ## the site to open from the disk: build/offline/index.html, and as build/offline.zip
	OFFLINE=true $(BIN)/python -m scripts publish build/offline
	$(BIN)/python -m scripts pack build/offline

run: install ## run the snippets that this machine has not run, certify, render
	$(BIN)/python -m scripts run

new: install ## start a pair; asks, or: make new PAIR=layers/group-norm PAGE=functionality
	@$(BIN)/python -m scripts new --page "$${PAGE:-}" -- "$${PAIR:-}"

quick: lint ## what CI finds first: style, what you changed, its records, its pages
	$(BIN)/python -m scripts run --committed
	$(BIN)/python -m scripts publish
	$(BIN)/python -m scripts addresses
	$(BIN)/pytest -q -n auto --dist loadgroup tests/results/test_committed.py

test: browser tools lint types check site ## everything that CI checks
	$(BIN)/pytest -n auto --dist loadgroup

browser: ## make sure that there is a Chromium for the tests
	@for name in $${CHROMIUM:-chromium chromium-browser google-chrome}; do \
	  if command -v "$$name" > /dev/null; then exit 0; fi; \
	done; \
	if [ -z "$${CHROMIUM:-}" ] && [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  apt-get update && apt-get install -y --no-install-recommends chromium; \
	else \
	  echo 'the tests need Chromium: apt-get install chromium, or name one: make CHROMIUM=/path/to/chrome test'; exit 1; \
	fi

tools: ## make sure that there are curl, jq, bubblewrap and Java for the tests
	@missing=; for name in curl jq bwrap; do \
	  command -v "$$name" > /dev/null || missing="$$missing $${name/bwrap/bubblewrap}"; \
	done; \
	command -v java > /dev/null || missing="$$missing default-jre-headless"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  apt-get update && apt-get install -y --no-install-recommends $$missing; \
	else \
	  echo "the tests need$$missing: apt-get install$$missing"; exit 1; \
	fi

lint: install
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-cache
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/jactionlint --shellcheck= .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms $(FORMS)
	$(BIN)/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff

links: ## look at every link to another site; needs the network, so it is no test
	$(BIN)/lychee --no-progress --scheme https --max-retries 5 --retry-wait-time 10 site

types: install
	$(BIN)/mypy

check: install ## run the snippets and compare with what is committed; write nothing
	$(BIN)/python -m scripts run --check

bench: install ## time both frameworks on this machine: make bench, once more BENCH=--replace
	$(BIN)/python -m scripts bench $(BENCH)

upgrade: install ## say what other versions change: make upgrade VERSIONS=keras==3.12.0
	$(BIN)/python -m scripts upgrade $(VERSIONS)

bench-build: install ## measure how long runs take against the floor
	$(BIN)/python -m tests.benchmarks.build

bench-site: install ## look at the site with Lighthouse, which npm brings
	$(BIN)/python -m tests.benchmarks.site

clean: ## remove what was generated and is not committed, the environment aside
	rm -rf .cache build site docs/downloads docs/data

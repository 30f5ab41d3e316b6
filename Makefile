# The verbs of this repository. Everything is installed into .venv from requirements.lock.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.installed
SERVE  ?= 1
PORT   ?= 8000
SHARED ?= ../shared
ARCHIVES ?= newsroom
SIZES ?= newsroom archive 1000000

.DEFAULT_GOAL := help
.PHONY: help run test check lint bench bench-scale bench-corpus bench-http eval eval-peers web lock train-selector

help: ## list the verbs
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Footnote needs Python 3.11 or newer: set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $(READY)

run: $(READY) ## set up, ingest the sample archive, index it, print one answer, serve the reader page
	$(BIN)/footnote demo --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve)

test: $(READY) ## set up and run the tests
	$(BIN)/python -m pytest -q

lint: $(READY) ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy corpus index qa api

check: lint test ## lint, then test

eval: $(READY) ## the sample archive's gold against its baseline, and the development gold where it lies beside
	$(BIN)/python -m qa.evaluation.baseline
	@if [ -f $(SHARED)/gold/dev.jsonl ]; then $(MAKE) --no-print-directory eval-development; fi

.PHONY: eval-development
eval-development: $(READY)
	FOOTNOTE_DATA_DIR=data/newsroom $(BIN)/footnote ingest $(SHARED)/data/newsroom.jsonl.gz
	FOOTNOTE_DATA_DIR=data/newsroom $(BIN)/footnote index
	FOOTNOTE_DATA_DIR=data/newsroom $(BIN)/footnote evaluate $(SHARED)/gold/dev.jsonl --out runs/development

eval-peers: eval-development ## Footnote and other systems on the development gold
	$(BIN)/python -m qa.evaluation.peers $(SHARED) --footnote runs/development

bench: $(READY) ## retrieval: quality and speed, beside other systems; ARCHIVES="newsroom archive" for both
	$(BIN)/python -m index.bench $(SHARED) --archives $(ARCHIVES)

bench-scale: $(READY) ## both engines on archives of growing size; SIZES="newsroom archive 1000000", hours
	$(BIN)/python -m index.bench.scale $(SHARED) --archives $(SIZES)

bench-corpus: $(READY) ## readers: fidelity and speed
	$(BIN)/python -m corpus.bench $(SHARED)/data

bench-http: $(READY) ## the service under load, on loopback
	$(BIN)/python -m tests.benchmarks.http_load

web: ## build the web components (needs Node.js)
	cd api/web && npm ci --no-fund --no-audit && npm run check && npm run build

train-selector: $(READY) ## train the answer selector from the question set and its articles
	$(BIN)/python -m qa.selector.train $(SHARED) $(if $(TEACHER),--teacher $(TEACHER))

lock: $(READY) ## resolve pyproject.toml anew into requirements.lock
	$(BIN)/python -m scripts.lock

# make help lists what can be made. Nothing here needs more than Go but the
# targets that say so.
GO       ?= go
STORE    ?= sqlite:data/mueang.db
LISTEN   ?= localhost:8080
FUZZTIME ?= 30s
RACE     ?=
SHARED   ?= $(or $(MUEANG_SHARED),../shared)
GOLD     := loaders/extract/testdata/gold

.DEFAULT_GOAL := help
.PHONY: help run build test lint fresh fuzz score calibrate generate neo4j bench web

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## the program, as bin/mueang
	@$(GO) build -o bin/mueang ./cmd/mueang

run: build ## load the founding releases into ./data and serve them on localhost:8080
	@bin/mueang --store $(STORE) load seed/releases
	@bin/mueang --store $(STORE) serve --listen $(LISTEN)

test: ## every test, on both stores; the Neo4j suites need Java 17 and Maven, those of the Explorer and the examples Node.js 20, Python 3 and Chromium
	$(GO) test $(RACE) -timeout 30m ./...
	@if command -v npm >/dev/null; then set -e; for tests in web examples/audit examples/clients examples/dashboard; do \
	    (cd $$tests && npm ci --no-audit --no-fund --loglevel=error && npm test --silent); done; \
	  elif [ -n "$$CI" ]; then echo "CI needs Node.js and npm"; exit 1; \
	  else echo "NO TEST OF THE EXPLORER AND THE EXAMPLES RAN: they need Node.js 20 with npm, Python 3, and Chromium"; fi

web: ## the Explorer, from web/src into web/dist, which the server embeds (needs Node.js 20 with npm)
	@cd web && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build

lint: ## formatting, vet and staticcheck
	@unformatted=$$(gofmt -l cmd graph loaders schema seed bench web/*.go); \
	  if [ -n "$$unformatted" ]; then echo "not formatted: $$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

generate: ## the GraphQL executor, from schema/
	$(GO) generate ./...

fresh: generate web ## fail where generated files are not those of the schema, or the Explorer not that of its sources
	@git diff --exit-code -- graph/generated || { echo "generated code is stale: run make generate and commit"; exit 1; }
	@[ -z "$$(git status --porcelain -- web/dist)" ] || { git status --porcelain -- web/dist; echo "the Explorer is stale: run make web and commit"; exit 1; }

# Go before 1.27 may report its own deadline as a failure (golang/go#75804). A
# finding has its input written down, or says what failed; only a report of
# nothing but the deadline is let pass.
fuzz: ## every fuzz target for FUZZTIME (30s)
	@set -e; said=$$(mktemp); trap 'rm -f '$$said EXIT; \
	  $(GO) test -list '^Fuzz' ./... | awk '/^Fuzz/{targets[++n]=$$1} /^ok/{for(i=1;i<=n;i++) print $$2, targets[i]; n=0}' | \
	  while read -r package target; do echo "fuzz $$package $$target"; \
	    { $(GO) test $$package -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x 2>&1 || echo "exit $$?" >> $$said.rc; } | tee $$said; \
	    if [ -e $$said.rc ]; then rm $$said.rc; \
	      grep -A1 -- '^--- FAIL: '$$target $$said | grep -qx '    context deadline exceeded' && ! grep -q 'Failing input' $$said || exit 1; \
	      echo "the time was up, as Go before 1.27 may say it: nothing was found"; fi; done

# The sets of gold, and what score and calibrate begin with: the texts that are
# not committed are drawn from SHARED/corpus, folders gives the texts and the
# gold of a set, extract reads its texts.
SETS     := seeds dev train more heldback
PREPARE  := set -e; out=$$(mktemp -d); trap 'rm -rf $$out' EXIT; \
	  for set in train more heldback; do mkdir $$out/$$set; python3 $(GOLD)/texts.py $(SHARED)/corpus $(GOLD)/$$set $$out/$$set; done; \
	  folders() { case $$1 in seeds) echo seed/releases $(SHARED)/gold/seeds;; dev) echo $(SHARED)/gold/dev $(SHARED)/gold/dev;; \
	    *) echo $$out/$$1 $(GOLD)/$$1;; esac; }; \
	  extract() { bin/mueang extract $$2 > $$out/$$1.jsonl; }

score: build ## extraction against gold: seeds, dev, train, more and held back (needs Python and MUEANG_SHARED)
	@$(PREPARE); for set in $(SETS); do \
	    set -- $$set $$(folders $$set); extract "$$@"; printf '\n== %s\n' $$1; \
	    python3 $(SHARED)/eval/score.py extract --gold $$3 --system $$out/$$1.jsonl --texts $$2; done

calibrate: build ## learn confidence.tsv from gold, and show what it is worth on gold and on held-back gold
	@$(PREPARE); judge() { for set in $(SETS); do \
	    set -- $$set $$(folders $$set); extract "$$@"; \
	    python3 $(GOLD)/calibrate.py verdicts $(SHARED)/eval/score.py $$3 $$out/$$1.jsonl > $$out/$$1.tsv; done; }; \
	  judge; learn="$$out/seeds.tsv $$out/dev.tsv $$out/train.tsv $$out/more.tsv"; \
	  python3 $(GOLD)/calibrate.py fit $$learn $(wildcard $(GOLD)/verdicts-*.tsv) > loaders/extract/confidence.tsv; \
	  $(MAKE) -s build; judge; \
	  echo "learned from:"; python3 $(GOLD)/calibrate.py table $$learn; \
	  echo "held back:"; python3 $(GOLD)/calibrate.py table $$out/heldback.tsv

neo4j: ## a real Neo4j 5.26 LTS on localhost:7687, from Maven Central (needs Java 17 and Maven)
	@deploy/neo4j/run.sh

bench: build ## benchmarks of this machine, extraction beside PyThaiNLP (needs Python), queries beside @neo4j/graphql (needs Java, Maven and Node.js) into bench/RESULTS.md
	$(GO) test -run '^$$' -bench . -benchmem ./...
	@python3 bench/extraction.py bin/mueang $(wildcard $(SHARED))
	$(GO) run ./bench -results bench/RESULTS.md

# What a person types and what CI runs are the same: see scripts/check-everything.

FINDINGS := .build/release/findings
BUILD := swift build --explicit-target-dependency-import-check error
# On Linux Swift is linked in, so that the program also runs where Swift is not installed.
ifeq ($(shell uname),Linux)
LINKING := --static-swift-stdlib -Xlinker --no-export-dynamic -Xlinker --wrap=open
endif

.PHONY: site test check format bench docs screenshots preview clean findings libraries

# The shipped register, written to public/. Options for the build: make site OPTIONS="--drafts"
site: findings
	$(FINDINGS) build $(OPTIONS)

# The same, served on this machine and rebuilt on every save.
preview: findings
	$(FINDINGS) preview $(OPTIONS)

# Every test of every module.
test: libraries
	swift test --explicit-target-dependency-import-check error

# Everything that CI does. Some of it only: make check ONLY="source links"
check: libraries
	scripts/check-everything $(ONLY)

format:
	swift format --in-place --recursive Sources Tests Benchmarks/Sources Package.swift

# Arguments for the benchmark: make bench ARGUMENTS="--reports 10000"
bench: libraries
	scripts/bench $(ARGUMENTS)

# The reference pages in docs/ that the program itself writes.
docs: findings
	scripts/write-docs

# The pictures in docs/screenshots/, taken of the site in public/ and of made-up histories.
screenshots: site
	scripts/install-checkers
	export PATH="$(CURDIR)/.venv-checks/bin:$$PATH" PYTHONDONTWRITEBYTECODE=1; folder=$$(mktemp -d); \
	WRITE_HISTORIES="$$folder $$(scripts/screenshots --seeds)" swift test --filter WrittenHistories && \
	scripts/screenshots --histories "$$folder"; rm -rf "$$folder"

findings: libraries
	$(BUILD) $(LINKING) -c release --product findings

# The two C libraries of the system, installed where they are missing.
libraries:
	@scripts/install-libraries

clean:
	swift package clean
	rm -rf public/* public/.findings-manifest .venv-checks

# make demo    the sample case, from nothing to a signed and verified bundle in exports/
# make test    every test
# make bench   speed and memory as ratios, beside what one would use instead
#
# The first of them to run sets the machine up (tools/setup): Debian's packages, asked for once, and a Python
# environment in .venv for the checks that are not ours.

SWIFT ?= swift
RELEASE = .build/release/dossier

.PHONY: demo test bench build release setup format reference clean

demo: release
	@rm -rf .demo
	@$(RELEASE) --home .demo demo --to exports

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

bench: release
	@$(SWIFT) build -c release --product bench-case
	@$(SWIFT) build -c release --product bench-leaks
	@bench/run $(SECTIONS)

build: setup
	$(SWIFT) build

release: setup
	@$(SWIFT) build -c release --product dossier

setup:
	@tools/setup

format:
	swift format -i -r Package.swift Sources Tests

# Makes the committed reference bundle anew; look at the difference before it is committed.
reference: release
	@tools/reference $(RELEASE)

clean:
	rm -rf .build .build-* .demo .bench .venv

# CI runs the same targets as a person. Each target installs its missing tools, once: see scripts/install-tools.

TOOLS ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/open-letter/tools
PORT ?= 8080
BASE_URL ?=
ONLY ?=

export OPEN_LETTER_TOOLS := $(TOOLS)
export PATH := $(TOOLS)/bin:$(TOOLS)/node_modules/.bin:$(PATH)

LETTERS = $(wildcard letters/*/.)
WIDGET_SOURCES := $(shell find src style integrations licences index.html Trunk.toml Cargo.toml Cargo.lock build.rs tests/pages scripts/build-widget -type f)
publish = cargo run --quiet -- publish $(LETTERS:/.=) --widget target/widget --without-collected --out $(1)
# Copies the widget's files and the campaign page into the folder, without those of an earlier build; then publishes
# every letter.
site = mkdir -p $(1) && rm -f $(1)/open-letter-* && cp -r target/widget/. $(1) && $(call publish,$(1))

.PHONY: help serve test hosts dist release bench lint

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: target/widget/open-letter.js ## Build, publish everything under letters/ whenever it changes, and serve it on PORT (8080)
	$(call site,target/site)
	@$(call publish,target/site) --watch & trap "kill $$!" EXIT INT TERM; \
	cargo run --quiet -- serve target/site --port $(PORT) --collected target/collect --collect $(LETTERS:/.=)

test: target/widget/open-letter.js ## Run every test, in Chromium, Firefox and WebKit too; ONLY=publish that part alone
	$(if $(filter-out browser,$(ONLY)),,scripts/install-tools browsers)
	scripts/install-tools hosts
	$(call site,target/site)
	cargo test $(ONLY:%=--test %)

hosts: target/widget/open-letter.js ## Run the tests on real hosts: nginx, Apache, Caddy, WordPress and others (Debian)
	scripts/install-tools hosts
	scripts/install-tools real
	scripts/install-tools browsers
	$(call site,target/site)
	cargo test --test hosts -- --ignored
	cargo test --test hosts tried
	OPEN_LETTER_HOSTS=1 cargo test --test browser -- pasted::

dist: target/widget/open-letter.js ## Make a site for any static host in dist/, the coordinator's command in target/tool/, and packages
	rm -rf dist
	$(call site,dist) $(if $(BASE_URL),--base-url $(BASE_URL))
	OPEN_LETTER_WIDGET=target/widget cargo build --quiet --profile tool
	scripts/pack npm
	scripts/pack wordpress
	@cat target/widget.sizes
	@ls -l dist/letters/*/letter.json target/tool/open-letter | awk '{ printf "%-44s %10d bytes\n", $$9, $$5 }'

release: target/widget/open-letter.js ## Make what people download in release/: the command for each system, packages, checksums
	scripts/install-tools release
	scripts/pack npm
	scripts/pack wordpress
	scripts/release
	scripts/try-release

bench: target/widget/open-letter.js ## Measure, each figure beside its budget; ONLY=phone that alone
	scripts/install-tools browsers
	scripts/install-tools cache
	$(call site,target/site)
	@cat target/widget.sizes
	cargo bench --bench bench -- $(ONLY)

lint: ## Check formatting, and clippy for both targets
	cargo fmt --check
	scripts/install-tools build
	cargo clippy --all-targets -- --deny warnings
	cargo check --no-default-features
	cargo clippy --target wasm32-unknown-unknown -- --deny warnings

target/widget/open-letter.js: $(WIDGET_SOURCES)
	scripts/install-tools build
	scripts/build-widget

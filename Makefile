# What people do here. Needs Rust (see rust-version in Cargo.toml), Python 3 and, the first time, the package registries.

CARGO ?= cargo
TARGET := $(or $(CARGO_TARGET_DIR),target)
LUA := $(sort $(shell find editors plugin tests scripts -name '*.lua' -not -path '*/node_modules/*'))
SHELLS := .ci/run $(wildcard scripts/*.sh)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo build test test-cargo test-nvim test-vscode test-emacs test-vim lint accuracy bench fuzz vsix picture picture-vscode tools

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: ## Open a sample briefing in Neovim (without a terminal: print what one would see)
	@scripts/demo.sh

build: ## Build the program as people run it: target/release/beleg
	$(CARGO) build --locked --release

test: test-cargo test-nvim test-emacs test-vim test-vscode ## Run every test, those in real editors as well

test-cargo: ## Run the Rust tests
	$(CARGO) test --locked

# The program as `cargo test` builds it: `cargo build` would build some dependencies once more, with other features.
DEBUG_PROGRAM := $(CARGO) test --locked --no-run --test it

test-nvim: tools ## Run the tests in a real Neovim
	$(DEBUG_PROGRAM)
	@scripts/test-nvim.sh "$(TARGET)/debug/beleg"

test-vscode: ## Run the tests in a real VS Code (installs it and a browser)
	$(DEBUG_PROGRAM)
	@node tests/editors/vscode/run.mjs "$(TARGET)/debug/beleg"

test-emacs: ## Run the tests in a real Emacs (installs it where it may; else left out)
	$(DEBUG_PROGRAM)
	@scripts/test-emacs.sh "$(TARGET)/debug/beleg"

test-vim: ## Run the tests in a real Vim (installs it and ALE where it may; else left out)
	$(DEBUG_PROGRAM)
	@scripts/test-vim.sh "$(TARGET)/debug/beleg"

lint: tools ## Check format, lints, documentation, Lua and shell
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps --document-private-items
	@.tools/bin/nvim --headless -u NONE -l scripts/check-lua.lua $(LUA)
	@for file in $(SHELLS); do bash -n "$$file" || exit 1; done
	@if command -v shellcheck >/dev/null; then shellcheck -x $(SHELLS); fi

vsix: build ## Pack the VS Code extension with the server inside
	@cd editors/vscode && npm ci --ignore-scripts --loglevel=error && \
		node package.mjs --server "$(abspath $(TARGET))/release/beleg"

accuracy: ## Measure how often it is right; fails when it is less often than committed
	$(CARGO) bench --locked --profile quick --bench accuracy

bench: ## Measure
	$(CARGO) bench --locked --bench measure

FUZZ_SECONDS ?= 60
fuzz: ## Throw generated input at everything that reads other people's bytes (FUZZ_SECONDS for each target)
	@scripts/fuzz.sh $(FUZZ_SECONDS)

picture: tools ## Redraw the picture in the README (needs tmux)
	@scripts/picture.sh

picture-vscode: ## Redraw the picture of VS Code in the README
	$(DEBUG_PROGRAM)
	@node tests/editors/vscode/run.mjs "$(TARGET)/debug/beleg" --only 'opening|picture' --picture docs/vscode.png

tools: # What tests need besides Rust, under .tools/
	@scripts/install-nvim.sh >/dev/null

# Two commands: `make demo` renders the examples, `make test` runs every check. Each installs what it needs.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := build/demo
FORMATS = $(shell $(BIN)/python -c "import weasyprint" 2>/dev/null && echo docx,pdf || echo docx)

.PHONY: demo test lint clean

demo: $(READY)
	@mkdir -p $(DEMO)
	$(BIN)/render-letter --force -o $(DEMO) -f $(FORMATS) $(wildcard examples/*.yaml examples/*.toml examples/*.json)

test: lint
	$(BIN)/pytest -q

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(READY): pyproject.toml .ci/set-up
	@sh .ci/set-up $(VENV)
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

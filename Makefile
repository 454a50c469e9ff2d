# Two commands: `make demo` renders the examples, `make test` runs every check. Each installs what it needs.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := build/demo
EXAMPLES := $(wildcard examples/*.yaml examples/*.toml examples/*.json)
NO_PDF := no PDF: Pango is missing; as root: apt-get install libpango-1.0-0 libpangoft2-1.0-0

.PHONY: demo test lint clean

demo: $(READY)
	@mkdir -p $(DEMO)
	@formats=docx,pdf; \
	$(BIN)/python -c "import weasyprint" >/dev/null 2>&1 || { formats=docx; echo "$(NO_PDF)" >&2; }; \
	$(BIN)/render-letter --force -o $(DEMO) -f $$formats $(EXAMPLES)

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

# Two commands: `make demo` renders the examples, `make test` runs every check. Each installs what it needs.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := build/demo
EXAMPLES := $(wildcard examples/*.yaml examples/*.toml examples/*.json)
NO_PDF := no PDF: Pango is missing; as root: apt-get install libpango-1.0-0 libpangoft2-1.0-0

.PHONY: demo test lint pictures site fuzz interviews test-long test-offline test-lowest test-newest clean

demo: $(READY)
	@mkdir -p $(DEMO)
	@formats=docx,pdf; \
	$(BIN)/python -c "import weasyprint" >/dev/null 2>&1 || { formats=docx; echo "$(NO_PDF)" >&2; }; \
	$(BIN)/render-letter --force -o $(DEMO) -f $$formats $(EXAMPLES) >/dev/null
	@ls -1 $(DEMO)/*/*

test: lint
	$(BIN)/pytest -q

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

pictures: $(READY)
	@rm -rf build/pictures && mkdir -p build/pictures
	$(BIN)/render-letter --force -f pdf --to Raman -o build/pictures examples/operations-manager.yaml
	$(BIN)/render-letter plan --replace -f pdf --today 2026-11-20 --call-sheets build/pictures examples/operations-manager.yaml
	pdftoppm -png -r 80 -singlefile build/pictures/*Raman.pdf docs/letter
	pdftoppm -png -r 80 -singlefile build/pictures/*call*.pdf docs/call-sheet

site: $(READY)
	$(BIN)/python docs/site.py build/site

fuzz: $(READY)
	cd tests && ../$(BIN)/python -m fuzz.harness $(or $(SECONDS),600)

interviews: $(READY)
	cd tests && ../$(BIN)/python -m fuzz.interviews $(or $(COUNT),100000)

test-long: $(READY)
	AT_LENGTH=1 $(BIN)/pytest -q -o faulthandler_timeout=0 tests/promises tests/fuzz

# What installs into an empty environment needs an index; the test then cuts the network itself.
INSTALLS = tests/test_packaging.py::test_a_letter_is_rendered_in_an_empty_environment_with_the_network_cut_off
test-offline: $(READY)
	unshare --map-root-user --net sh -c '$(BIN)/python .ci/loopback.py && $(BIN)/pytest -q --deselect $(INSTALLS)'

test-lowest test-newest:
	@sh .ci/test-versions $(@:test-%=%)

$(READY): pyproject.toml .ci/set-up
	@sh .ci/set-up $(VENV)
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

PYTHON ?= python3
BIN := .venv/bin
# Where the data and cases lie that `make bench` measures on.
SHARED ?= ../shared

# Where a training keeps its downloads, checkpoints and logs.
WORK ?= ../lesart-training

.PHONY: install browser demo test slow check bench train

install: .venv/installed

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

# The tests of the pages need a browser: Debian's Chromium, installed here where we may.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || \
	  echo "No Chromium and no right to install it: the browser tests will be skipped." >&2

demo: install
	@$(BIN)/lesart compare --record examples/telefonate.csv examples/kanalgespraech
	@$(BIN)/lesart compare --quiet --html demo.html --record examples/telefonate.csv examples/kanalgespraech
	@echo "The same as a page with every word to click on: $(CURDIR)/demo.html"
	@echo "To keep reports and search them in a browser: docs/tutorial.md"

test: install browser
	$(BIN)/pytest -m "not slow"

# The README's two commands in a fresh clone; minutes long.
slow: install browser
	$(BIN)/pytest -m slow

check: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: install
	$(BIN)/python bench/quality.py $(SHARED)
	$(BIN)/python bench/marks.py $(SHARED)
	$(BIN)/python bench/vectors.py $(SHARED)
	$(BIN)/python bench/parties.py
	$(BIN)/python bench/news.py $(SHARED)
	$(BIN)/python bench/entities.py $(SHARED)
	$(BIN)/python bench/denials.py $(SHARED)
	$(BIN)/python bench/leaning.py $(SHARED)
	$(BIN)/python bench/listing.py $(SHARED)
	$(BIN)/python bench/topics.py $(SHARED)
	$(BIN)/python bench/dossiers.py $(SHARED) --cases
	$(BIN)/python bench/claims.py $(SHARED)
	$(BIN)/python bench/passages.py
	$(BIN)/python bench/records.py
	$(BIN)/python bench/many.py $(SHARED) 5000
	$(BIN)/python bench/offsets.py $(SHARED)
	$(BIN)/python bench/grouping.py $(SHARED)
	$(BIN)/python bench/desk.py $(SHARED)
	$(BIN)/python bench/speed.py $(SHARED)

# From an empty folder to the shipped weights; about an hour on two cores, resumable. See docs/training.md.
train: install
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[train]'
	$(BIN)/python -m train small $(WORK) $(SHARED)/data src/lesart/encoder/weights

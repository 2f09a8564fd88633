# The only home of the project's verbs; `make help` lists them.

PORT ?= 8000
FRONTEND_PORT ?= $(shell expr $(PORT) + 1)
PYTHON ?= python3
CASES ?= 1000
ROUNDS ?= 5

INSTALLED = .venv/installed
RUN = .venv/bin/python
MANAGE = $(RUN) manage.py
CLIENT = frontend_contract/typescript
SITE = frontend_contract/reference_site
WITH_NODE = frontend_contract/with-node
MESSAGES = $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po locale/packages/*/LC_MESSAGES/*.po))

export PORT FRONTEND_PORT

.PHONY: help run test fresh bench soak contract contract-check mock messages requirements clean

help:  ## list the verbs
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

run: export DJANGO_RUNSERVER_HIDE_WARNING = true
run: export FRONTEND_ORIGIN ?= http://localhost:$(FRONTEND_PORT)
run: export SCHEDULE = $(MANAGE) publish_scheduled --every 5
run: $(INSTALLED) $(MESSAGES)  ## serve the admin, GraphQL and the site with demo content (PORT=8000, FRONTEND_PORT=8001)
	@$(MANAGE) migrate
	@$(MANAGE) rebuild_published
	@$(MANAGE) load_demo --once
	@$(MAKE) --silent $(SITE)/node_modules/.package-lock.json \
		|| echo "The site is not served: it needs Node 20 or newer with npm, and neither is here nor could be installed." >&2
	@echo
	@echo "Admin    http://localhost:$(PORT)/admin/"
	@echo "GraphQL  http://localhost:$(PORT)/graphql/"
	@echo "What editors schedule is published within 5 seconds of its time, and said here."
	@echo "Log in as admin, editor or translator; the password is the name. Ctrl-C ends it."
	@echo
	@$(SITE)/beside $(MANAGE) runserver --noreload $(PORT)

test: $(INSTALLED) $(MESSAGES)  ## run every check and every test (DATABASE_URL=postgres://… with another PostgreSQL)
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	.venv/bin/lint-imports
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check_contract $(BASE)
	$(RUN) -m pytest --numprocesses auto --dist loadgroup

fresh:  ## try both commands on what is committed in a new, minimal Debian (as root, with debootstrap)
	@tests/fresh/try

bench: export DJANGO_SETTINGS_MODULE = cms.settings.bench
bench: $(INSTALLED) $(MESSAGES)  ## measure what answers cost beside a usual schema (CASES=1000 ROUNDS=5 GROWTH=10000 JSON=… COMPARE=…)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_demo --once
	@$(MANAGE) load_synthetic --cases $(CASES)
	@$(MANAGE) bench --rounds $(ROUNDS) $(if $(GROWTH),--growth $(GROWTH)) $(if $(JSON),--json $(JSON)) \
		$(if $(COMPARE),--compare $(COMPARE))

soak: $(INSTALLED) $(MESSAGES)  ## search longer for actions of editors that leak, and for documents that plans answer wrongly
	$(RUN) -m pytest tests/publishing/test_visibility.py tests/api/test_plans.py tests/api/site/test_plans.py --hypothesis-profile soak --numprocesses 0

contract: export DJANGO_SETTINGS_MODULE = cms.settings.test
contract: $(INSTALLED) $(MESSAGES) $(CLIENT)/node_modules/.package-lock.json  ## write the schema, manifest, client and golden answers
	@$(MANAGE) write_contract
	@$(WITH_NODE) npm --prefix $(CLIENT) --silent run build
	@$(MANAGE) write_responses

contract-check: $(INSTALLED)  ## tell which operations a change of the schema breaks (BASE=the latest tag, or main)
	@$(MANAGE) check_contract $(BASE)

mock:  ## serve the contract's golden answers on http://localhost:4000/graphql/ (MOCK_PORT=4000)
	@$(WITH_NODE) node frontend_contract/mock/server.mjs

messages: $(INSTALLED)  ## collect the texts of the interface for its translators (needs GNU gettext)
	$(MANAGE) makemessages --locale fi --locale sv --no-wrap --add-location file --ignore ".venv/*" --ignore "var/*" --ignore "frontend_contract/*"
	@sed -i '/^"POT-Creation-Date/d' locale/*/LC_MESSAGES/django.po

requirements: $(INSTALLED)  ## pin what pyproject.toml asks for, transitive packages too
	$(RUN) -m uv pip compile $(PIN) pyproject.toml --output-file requirements.txt
	$(RUN) -m uv pip compile $(PIN) pyproject.toml --extra dev --constraint requirements.txt --output-file requirements-dev.txt

# One version for every Python, so that all test the same.
PIN = --quiet --universal --fork-strategy fewest --python-version 3.11 --custom-compile-command "make requirements"

clean:  ## remove the database, the uploads, the virtual environment and all caches
	rm -rf "$$(readlink var/postgres)" var .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache $(MESSAGES)
	rm -rf frontend_contract/*/node_modules

$(INSTALLED): requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed. Name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@.venv/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv .venv \
		|| { echo "Python cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@

%/node_modules/.package-lock.json: %/package-lock.json
	@$(WITH_NODE) npm --prefix $* --loglevel error ci
	@touch $@

%.mo: %.po $(INSTALLED)
	$(RUN) -c 'import polib, sys; polib.pofile(sys.argv[1]).save_as_mofile(sys.argv[2])' $< $@

"""The only home of when the server refuses to start for its manifest, and what it says then."""

import json
import subprocess
import sys
from hashlib import sha256

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command

from api.contract.manifest import faults, read
from tests.test_settings import COMPLETE, ROOT, check_production

VALID = "query codes { locales { code } }"


def entry(document):
    return {sha256(document.encode()).hexdigest(): document}


@pytest.fixture
def write(settings, tmp_path):
    """Write the manifest and return what is found wrong with it."""
    path = settings.TRUSTED_DOCUMENTS_MANIFEST = tmp_path / "manifest.json"

    def make(content):
        read.cache_clear()
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return faults()

    return make


def test_manifest_that_fits_the_schema_is_fine(write):
    assert write(entry(VALID)) == []
    assert run_checks(tags=["api"]) == []


def test_operation_that_the_schema_does_not_have_is_named_with_the_reason(write):
    assert write(entry(VALID) | entry("query old { locales { code isoCode } }")) == [
        "Operation old: Cannot query field 'isoCode' on type 'Locale'. Did you mean 'code'?"
    ]
    [error] = run_checks(tags=["api"])
    assert (error.id, error.is_serious()) == ("api.E001", True)


def test_every_fault_is_told_at_once(write):
    found = write(entry("query a { x }") | entry("query b { y }"))
    assert [fault.partition(":")[0] for fault in found] == ["Operation a", "Operation b"]


@pytest.mark.parametrize(
    "document",
    ["query unclosed { ", "fragment lonely on Query { locales { code } }", ""],
)
def test_document_that_cannot_be_asked_is_a_fault(write, document):
    assert len(write(entry(document))) == 1


def test_document_beyond_the_limits_is_a_fault(write):
    aliases = " ".join(f"a{number}: locales {{ code }}" for number in range(61))
    assert write(entry(f"query many {{ {aliases} }}")) == ["Operation many: 61 aliases are too many; 60 are allowed."]


def test_key_that_is_not_the_hash_of_its_document_is_a_fault(write):
    [fault] = write({"0" * 64: VALID})
    assert fault.startswith("Operation codes: its key is 0000")


@pytest.mark.parametrize("content", ["", "{", "[]", "5", '{"a": 5}', '{"a": {"b": "c"}}', "\x00"])
def test_file_that_is_no_manifest_is_a_fault(write, content):
    assert len(write(content)) == 1


def test_apollos_form_is_read_too(write):
    [(key, body)] = entry(VALID).items()
    operations = [{"id": key, "name": "codes", "type": "query", "body": body}]
    form = {"format": "apollo-persisted-query-manifest", "version": 1}
    assert write({**form, "operations": operations}) == []
    assert len(write({**form, "operations": [{"id": key}]})) == 1
    assert len(write(form)) == 1


def test_missing_manifest_is_a_fault_only_where_it_is_all_that_is_answered(settings, tmp_path):
    settings.TRUSTED_DOCUMENTS_MANIFEST = tmp_path / "none.json"
    settings.TRUSTED_DOCUMENTS = "only"
    assert len(faults()) == 1
    for mode in ("prefer", "off"):
        settings.TRUSTED_DOCUMENTS = mode
        assert faults() == []


def test_manifest_that_is_off_is_not_looked_at(write, settings):
    settings.TRUSTED_DOCUMENTS = "off"
    assert write("{") == []


def test_server_does_not_start_and_says_which_operation_is_invalid(tmp_path):
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps(entry("query old { locales { isoCode } }")))
    environment = {**COMPLETE, "TRUSTED_DOCUMENTS": "only", "TRUSTED_DOCUMENTS_MANIFEST": str(path)}
    started = subprocess.run(
        [sys.executable, "-c", "import cms.wsgi"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode != 0
    assert "Operation old: Cannot query field 'isoCode' on type 'Locale'" in started.stderr
    path.write_text(json.dumps(entry(VALID)))
    subprocess.run([sys.executable, "-c", "import cms.wsgi"], cwd=ROOT, env=environment, check=True)


def test_unknown_mode_is_refused():
    refused = check_production({**COMPLETE, "TRUSTED_DOCUMENTS": "always"})
    assert refused.returncode != 0
    assert "TRUSTED_DOCUMENTS is only, prefer or off, not 'always'." in refused.stderr


def test_check_command_fails(write):
    write(entry("query old { unknown }"))
    with pytest.raises(CommandError, match="Operation old"):
        call_command("check", tags=["api"])

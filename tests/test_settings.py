"""The only home of what production demands of its environment."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COMPLETE = {
    "SECRET_KEY": "9wXo4!c2Lq8#Zr5vT1@hKm7$Yb3^Nf6&Jd0*Gs-Pe+Ua=Wi_tests_only",
    "DATABASE_URL": "postgresql://someone@database.invalid:5432/somewhere",
    "ALLOWED_HOSTS": "cms.example.org,localhost",
    "FRONTEND_ORIGIN": "https://example.org",
}


def check_production(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "INFO"],
        cwd=ROOT,
        env={**environment, "DJANGO_SETTINGS_MODULE": "cms.settings.production"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_passes_djangos_deployment_check():
    checked = check_production(COMPLETE)
    assert checked.returncode == 0, checked.stderr
    assert "no issues (0 silenced)" in checked.stdout


@pytest.mark.parametrize("value", [None, "", "  "])
@pytest.mark.parametrize("name", COMPLETE)
def test_production_refuses_to_start_and_names_what_is_missing(name, value):
    others = {key: given for key, given in COMPLETE.items() if key != name}
    refused = check_production(others if value is None else {**others, name: value})
    assert refused.returncode != 0
    last_line = refused.stderr.strip().splitlines()[-1]
    assert last_line.startswith(f"django.core.exceptions.ImproperlyConfigured: The environment must set {name} (")
    assert not [other for other in others if other in last_line]


def test_production_names_everything_that_is_missing_at_once():
    refused = check_production({})
    assert all(name in refused.stderr.strip().splitlines()[-1] for name in COMPLETE)


def test_production_has_no_demo_and_no_embedded_server():
    settings = subprocess.run(
        [sys.executable, "-c", "from cms.settings import production as p; print(p.INSTALLED_APPS, p.DATABASES)"],
        cwd=ROOT,
        env=COMPLETE,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "cms.demo" not in settings
    assert "embedded" not in settings

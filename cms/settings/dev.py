"""The only home of development's settings: everything works without an environment, nothing is safe to expose."""

from typing import Any

from cms.settings.base import *
from cms.settings.base import INSTALLED_APPS, database, env

DEBUG = True
GRAPHIQL = True
SECRET_KEY = "development only"
# The second brings the files of GraphiQL, which strawberry would have from another server.
INSTALLED_APPS = [*INSTALLED_APPS, "cms.demo", "graphene_django_graphiql_static"]

WAGTAILADMIN_BASE_URL = f"http://localhost:{env.int('PORT', 8000)}"


def database_server() -> dict[str, Any]:
    if env.str("DATABASE_URL", ""):
        return env.dj_db_url("DATABASE_URL")
    from cms.settings.embedded_postgres import server

    return server.database()


DATABASES = {"default": database(database_server(), pool={"min_size": 1, "max_size": 20})}

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

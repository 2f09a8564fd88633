"""The only home of the settings for `make bench`: development's, with a database of its own and nothing that debugs."""

from cms.settings.dev import *
from cms.settings.dev import BASE_DIR, DATABASES, database_server

DEBUG = False
ALLOWED_HOSTS = ["localhost"]
MEDIA_ROOT = BASE_DIR / "var" / "bench-media"
DATABASES["default"]["NAME"] = f"{database_server()['NAME']}_bench"

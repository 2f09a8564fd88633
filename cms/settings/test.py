"""The only home of the tests' settings: development's, but quick and without traces."""

from cms.settings.base import database
from cms.settings.dev import *
from cms.settings.dev import database_server

DEBUG = False
WAGTAILADMIN_BASE_URL = "http://testserver"

# A test database need not survive a power cut; unlike fsync, this leaves the server's other databases alone.
DATABASES = {"default": database(database_server(), "-c synchronous_commit=off")}

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

"""The only home of production's settings: the environment names what differs between installations."""

from django.core.exceptions import ImproperlyConfigured

from cms.settings.base import *
from cms.settings.base import (
    MIDDLEWARE,
    POSTGRES,
    TRUSTED_DOCUMENTS,
    TRUSTED_DOCUMENTS_MANIFEST,
    WORKER_THREADS,
    database,
    env,
    pool,
)

REQUIRED = {
    "SECRET_KEY": "a long random string that signs sessions and links",
    "DATABASE_URL": "the PostgreSQL server, postgresql://user:password@host:5432/name",
    "ALLOWED_HOSTS": "the host names of this server, separated by commas",
    "FRONTEND_ORIGIN": "where visitors read the site, https://example.org",
}
missing = [f"{name} ({meaning})" for name, meaning in REQUIRED.items() if not env.str(name, "").strip()]
if missing:
    raise ImproperlyConfigured(f"The environment must set {'; '.join(missing)}.")

TRUSTED_DOCUMENTS = env.str("TRUSTED_DOCUMENTS", TRUSTED_DOCUMENTS)
if TRUSTED_DOCUMENTS not in {"only", "prefer", "off"}:
    raise ImproperlyConfigured(f"TRUSTED_DOCUMENTS is only, prefer or off, not {TRUSTED_DOCUMENTS!r}.")
TRUSTED_DOCUMENTS_MANIFEST = env.path("TRUSTED_DOCUMENTS_MANIFEST", TRUSTED_DOCUMENTS_MANIFEST)

DEBUG = False
GRAPHIQL = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = f"https://{ALLOWED_HOSTS[0].lstrip('.')}"
CSRF_TRUSTED_ORIGINS = [f"https://{'*' if host.startswith('.') else ''}{host}" for host in ALLOWED_HOSTS]

DATABASES = {"default": database(env.dj_db_url("DATABASE_URL", engine=POSTGRES), pool=pool(WORKER_THREADS))}

MIDDLEWARE = [*MIDDLEWARE[:2], "whitenoise.middleware.WhiteNoiseMiddleware", *MIDDLEWARE[2:]]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# The proxy in front ends TLS and must set this header itself, never pass on a visitor's.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
# Whoever looks after the server asks it directly.
SECURE_REDIRECT_EXEMPT = [r"^health/?$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

# By Django's own names. Mail is for workflows and forgotten passwords.
EMAIL_HOST = env.str("EMAIL_HOST", "localhost")
EMAIL_PORT = env.int("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=False)
EMAIL_USE_SSL = env.bool("EMAIL_USE_SSL", default=False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", f"noreply@{ALLOWED_HOSTS[0].lstrip('.')}")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "cms.settings.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    # Django's own handlers write to stderr only while debugging, and mail to administrators, whom no setting names.
    # The pool would write three lines for each request.
    "loggers": {"django": {"handlers": [], "propagate": True}, "psycopg.pool": {"level": "WARNING"}},
}

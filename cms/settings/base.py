"""The only home of what development, tests and production have in common."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from corsheaders.defaults import default_headers
from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.utils.translation import gettext_lazy
from environs import Env

env = Env()

BASE_DIR = Path(__file__).resolve().parents[2]

INSTALLED_APPS = [
    "home",
    "cases",
    "cms.media",
    "cms.publishing",
    "cms.desk",
    "cms.translation",
    "api",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.table_block",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "pgtrigger",
    "corsheaders",
    "csp",
    "health_check",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "api.http.refusals.RefusalsInJson",
    "django.middleware.security.SecurityMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    # What follows is for pages.
    "api.middleware.ShortWay",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.outages.UnavailableDuringOutages",
    "cms.desk.expiry.ExpireBeforeLooking",
    "cms.desk.unfinished.ExplainUnfinished",
    "cms.desk.conflicts.RetryOnConflict",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fi", "Finnish"), ("sv", "Swedish")]
# The admin names them in the language of who works there, as Django knows them; the schema says them in English.
WAGTAIL_CONTENT_LANGUAGES = [(code, gettext_lazy(name)) for code, name in LANGUAGES]
LOCALE_FALLBACKS = {"en": [], "fi": ["en"], "sv": ["en"]}
# The second is of what packages say in the admin.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "packages"]
TIME_ZONE = "Europe/Helsinki"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = BASE_DIR / "var" / "media"

# The documents that frontends are built with; and which ones beside them are answered: "only" those of the manifest,
# "prefer" any (a hash is enough for those known), or "off": any, and no hashes.
TRUSTED_DOCUMENTS = "prefer"
TRUSTED_DOCUMENTS_MANIFEST = BASE_DIR / "frontend_contract" / "manifest.json"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Documents that clients brought with their hash: a bounded store, as anyone may write into it.
    "documents": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "documents",
        "TIMEOUT": 24 * 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}

# Whether an answer fails that asks for what was never looked up; else that is logged, and looked up late.
UNKNOWN_REFERENCES_FAIL = False

# What one request to the public API may take, whatever it asks for: seconds, and bytes of its answer.
API_SECONDS = env.float("API_SECONDS", 10)
API_BYTES = env.int("API_BYTES", 20_000_000)

# A page with a long body has more form fields than Django allows by default.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = "Helsinki Smart Region"
WAGTAIL_I18N_ENABLED = True
# The admin asks no other server for anything: neither for pictures of its users nor for news about itself.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILADMIN_USER_LOGIN_FORM = "cms.desk.logging_in.PatientLoginForm"
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Everyone works in one time zone, and a date means the same to all of them.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILIMAGES_IMAGE_MODEL = "media.Image"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.media.forms.ImageForm"
WAGTAILDOCS_DOCUMENT_MODEL = "media.Document"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "vtt", "xlsx", "zip"]
# Otherwise a translation is public before its translator has begun.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# The path history leads visitors on, in every language; Wagtail's own redirects would be a second, partial one.
WAGTAILREDIRECTS_AUTO_CREATE = False

# Where visitors read the default site; further sites have their own address in the admin.
FRONTEND_ORIGIN = env.str("FRONTEND_ORIGIN", "http://localhost:8001").rstrip("/")
# Where on each frontend a preview is shown, and for how long the link to it works.
FRONTEND_PREVIEW_PATH = env.str("FRONTEND_PREVIEW_PATH", "/preview")
PREVIEW_LIFETIME = timedelta(seconds=env.int("PREVIEW_SECONDS", 60 * 60))


POSTGRES = "cms.settings.postgres"
# Who waits longer has been given up by the proxy, or by whoever looks after the servers.
CONNECT_SECONDS = 3
# How often a connection is asked a statement before it prepares it, of those that can be prepared (api/reading/sql).
PREPARED_AFTER = 2


def database(server: dict[str, Any], session: str = "", **options: Any) -> dict[str, Any]:
    """Django's settings of a server. `session` is what each session sets, as in `PGOPTIONS`, which is kept too."""
    given = server.get("OPTIONS", {})
    # Compiling takes PostgreSQL longer than any of our statements takes to run.
    sets = ["-c jit=off", env.str("PGOPTIONS", ""), given.get("options", ""), session]
    return {
        **server,
        "ATOMIC_REQUESTS": True,
        # A connection may have died with the server's last restart; of pooled ones cms.settings.postgres finds it out.
        "CONN_HEALTH_CHECKS": "pool" not in options,
        "OPTIONS": {
            "connect_timeout": CONNECT_SECONDS,
            "prepare_threshold": PREPARED_AFTER,
            **given,
            **options,
            "options": " ".join(filter(None, sets)),
        },
    }


def pool(most: int) -> dict[str, Any]:
    """A pool that tells soon that there is no server, and finds soon that there is one again."""
    return {
        "min_size": min(2, most),
        "max_size": most,
        "timeout": CONNECT_SECONDS,
        # A longer attempt tries less and less often, and a new one begins with the next request.
        "reconnect_timeout": CONNECT_SECONDS,
    }


# A request takes one thread and one connection: with as many of both, none waits for another's connection.
WORKER_THREADS = env.int("WORKER_THREADS", 10)
# How `python -m cms.serve` serves. A worker's backpressure counts connections, idle ones too: a proxy keeps some open.
SERVER = {
    "address": env.str("HOST", "127.0.0.1"),
    "port": env.int("PORT", 8000),
    "workers": env.int("WORKERS", 2),
    "blocking_threads": WORKER_THREADS,
    "backpressure": 50 * WORKER_THREADS,
    # Longer than any answer takes. One that has just been started does not listen, and would be waited for for ever.
    "workers_kill_timeout": 15,
}

# How a page can be made private: by what its visitors' sites can serve. All of them can ask for a password; "login" and
# "groups" are for frontends that send the tokens of their own users (docs/frontends.md).
PRIVATE_PAGE_OPTIONS = env.list("PRIVATE_PAGE_OPTIONS", ["password"])

# A password opens a page for an hour, and cannot be guessed at: a client may try so often, and a path may be tried so
# often by all clients together. The latter is more, or anyone could lock out everyone.
UNLOCK_SECONDS = 60 * 60
UNLOCK_RATE_BY_ADDRESS = "10/m"
UNLOCK_RATE_BY_PATH = "100/m"
# Likewise for the login of the admin and for private files, where only wrong passwords count.
PASSWORD_RATE_BY_ADDRESS = "10/m"
PASSWORD_RATE_BY_SUBJECT = "100/m"
RATELIMIT_IP_META_KEY = "api.http.client_address.client_address"
# How many proxies in front add to X-Forwarded-For. Without any, the header is what a visitor made up.
TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)

# Anyone may read the public API from anywhere, without cookies; the admin is for its own origin alone.
CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = r"^/graphql(/|$)"
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS", "POST"]
CORS_EXPOSE_HEADERS = ["ETag", "Retry-After"]
# Tracing and GraphQL clients add headers of their own. No header but Authorization means anything here, so all are
# welcome; those that are usual are named for browsers that know no "*".
CORS_ALLOW_HEADERS = [
    *default_headers,
    "if-none-match",
    "traceparent",
    "tracestate",
    "baggage",
    "sentry-trace",
    "apollo-require-preflight",
    "apollographql-client-name",
    "apollographql-client-version",
    "x-apollo-operation-name",
    "x-apollo-operation-id",
    "x-apollo-operation-type",
    "graphql-client-name",
    "graphql-client-version",
    "graphql-preflight",
    "*",
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # Wagtail's admin writes scripts and styles into its pages.
        "script-src": [SELF, UNSAFE_INLINE],
        "style-src": [SELF, UNSAFE_INLINE],
        # Pictures that are about to be uploaded are shown from memory.
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        # The preview panel shows the frontends of all sites; in development, one without TLS.
        "frame-src": [SELF, FRONTEND_ORIGIN, "https:"],
    }
}

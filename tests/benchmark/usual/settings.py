"""The only home of the settings that serve the usual schema: the benchmark's, without what is this project's own."""

from cms.settings.bench import *
from cms.settings.bench import MIDDLEWARE

ROOT_URLCONF = "tests.benchmark.usual.urls"
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith(("api.", "cms.", "home."))]
